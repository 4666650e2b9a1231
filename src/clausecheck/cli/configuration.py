"""What a project asks for, found beside its drafts and read as data: nothing in it can run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import field

from clausecheck.cli.selection import suggestion
from clausecheck.cli.trees import DISK
from clausecheck.findings import SEVERITIES, Failure
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clausecheck.cli.options import ConfigurationOptions
    from clausecheck.cli.trees import Tree

FILE = "clausecheck.toml"
PROJECT_FILE = "pyproject.toml"
_TABLE = ("tool", "clausecheck")

_MOST_BYTES = 200_000
"""A configuration is read by people; one that is larger is something else."""


@frozen
class Configuration:
    """What the file says, each value of the right kind, and where it says so."""

    name: str = ""
    """The file as it is reported; "" where there is none."""
    folder: Path = field(factory=Path.cwd)
    """What paths and patterns in it are relative to."""
    values: Mapping[str, Any] = field(factory=dict)
    text: str = ""
    table: tuple[str, ...] = ()
    """The table that holds the values; empty where they stand at the top."""

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list, empty where nothing is said."""
        return tuple(self.values.get(key, ()))

    def path_of(self, name: str) -> Path:
        """Return the path of a file that is named in it, from the current folder."""
        return Path(os.path.relpath(self.folder / name))

    def where(self, *keys: str) -> str:
        """Return the file with the line that says something, in the form FILE:LINE."""
        from clausecheck import toml

        line = toml.line_of(self.text, (*self.table, *keys))
        return self.name if line is None else f"{self.name}:{line}"

    def error(self, message: str, *keys: str) -> click.ClickException:
        """Return what to raise where the configuration says something wrong."""
        return click.ClickException(f"{self.where(*keys)}: {message}")


def configuration_of(
    options: ConfigurationOptions,
    paths: Sequence[str],
    tree: Tree = DISK,
    *,
    beyond: bool = False,
) -> Configuration:
    """Return the configuration that counts for these paths.

    None is one as well: what one says must not count for files that it does not
    reach, unless it may go `beyond` them.

    Raises:
        click.ClickException: it cannot be read, says something wrong, or there
            is more than one. The run ends: guessing what a gate is to let pass
            would open it.
    """
    if options["config"] is not None:
        return _read(Path(options["config"]), tree) or Configuration()
    if options["isolated"]:
        return Configuration()
    starts = dict.fromkeys(map(start_of, paths or (".",)))
    found: dict[str, Configuration] = {}
    for start in starts:
        nearest = _nearest(start, tree)
        if nearest or not beyond:
            found |= {each.name: each for each in nearest or [Configuration()]}
    if len(found) > 1:
        names = " and ".join(name or "none" for name in sorted(found))
        message = f"more than one configuration counts: {names}; name one with --config"
        raise click.ClickException(message)
    return next(iter(found.values()), Configuration())


def start_of(path: str) -> Path:
    """Return the folder that a path is, or that it lies in; no link is followed."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    return whole if whole.is_dir() else whole.parent


def _nearest(start: Path, tree: Tree) -> list[Configuration]:
    """Return the configurations of the nearest folder that has any, up to the root."""
    root = tree.root(start)
    for folder in (start, *start.parents):
        paths = [folder / name for name in (FILE, PROJECT_FILE)]
        found = [_read(path, tree) for path in paths if tree.present(path)]
        if any(found) or folder == root:
            return [each for each in found if each]
    return []  # pragma: no cover - the root is among the folders


def _read(path: Path, tree: Tree) -> Configuration | None:
    """Return what a file says; None where it is a project's file with nothing for us."""
    content = tree.read(path, _MOST_BYTES)
    if isinstance(content, Failure):
        message = f"{content.path}: {content.message}"
        raise click.ClickException(message)
    return parsed(content.source.name, content.source.text, path.absolute())


def parsed(name: str, text: str, path: Path) -> Configuration | None:
    """Return what the text of a configuration says; None for a project's file with nothing for us.

    Raises:
        click.ClickException: it says something wrong.
    """
    is_project = path.name == PROJECT_FILE
    if is_project and "clausecheck" not in text:
        return None
    from clausecheck import toml

    try:
        said: Any = toml.read(text)
    except toml.NotToml as fault:
        place = name if fault.line is None else f"{name}:{fault.line}"
        message = f"{place}: {fault.message}"
        raise click.ClickException(message) from None
    table = _TABLE if is_project else ()
    for key in table:
        said = said.get(key) if isinstance(said, dict) else None
    if said is None:
        return None
    configuration = Configuration(name, path.parent, said, text, table)
    if not isinstance(said, dict):
        message = "[tool.clausecheck] must be a table"
        raise configuration.error(message)
    _see_that_it_is_right(configuration, said, _SHAPES, ())
    _see_that_it_stays_within(configuration)
    return configuration


def _see_that_it_stays_within(configuration: Configuration) -> None:
    """Refuse files outside of the project: whoever proposes a change may have named them."""
    named = [("vocabulary", name) for name in configuration.words("vocabulary")]
    if "baseline" in configuration.values:
        named.append(("baseline", configuration.values["baseline"]))
    for key, name in named:
        root = DISK.root(Path(os.path.normpath(configuration.folder)))
        if not Path(os.path.normpath(configuration.folder / name)).is_relative_to(root):
            message = (
                f"`{key}` names {name}, which lies outside of the project; --{key} may name it"
            )
            raise configuration.error(message, key)


def _see_that_it_is_right(
    configuration: Configuration,
    said: Mapping[str, Any],
    shapes: Mapping[str, _Shape],
    within: tuple[str, ...],
) -> None:
    for key, value in said.items():
        if key not in shapes:
            message = f"unknown key `{key}`{suggestion(key, set(shapes))}"
            raise configuration.error(message, *within, key)
        shape = shapes[key]
        if not shape.is_right(value):
            message = f"`{key}` must be {shape.wanted}"
            raise configuration.error(message, *within, key)
        for pattern, table in value.items() if shape.tables else ():
            _see_that_it_is_right(configuration, table, shape.tables, (*within, key, pattern))


@frozen
class _Shape:
    """What a value must be, in words, and the test for it."""

    wanted: str
    is_right: Callable[[Any], bool]
    tables: Mapping[str, _Shape] = field(factory=dict)
    """What each table in it may hold, where it holds tables."""


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever somebody wrote
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _is_texts(value: Any) -> bool:  # noqa: ANN401 - likewise
    return isinstance(value, list) and all(map(_is_text, value))


def _one_of(*words: str) -> _Shape:
    return _Shape(f"one of {', '.join(words)}", lambda value: value in words)


def _table_of(is_right: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(is_right, value.values()))


_TEXT = _Shape("a text", _is_text)
_TEXTS = _Shape("a list of texts", _is_texts)
_LEVELS = _Shape(
    f"a table of rules, each with one of {', '.join(SEVERITIES)}",
    _table_of(lambda value: value in SEVERITIES),
)

_SHAPES: dict[str, _Shape] = {
    "rule-set": _TEXT,
    "select": _TEXTS,
    "extend-select": _TEXTS,
    "ignore": _TEXTS,
    "unsuppressible": _TEXTS,
    "severity": _LEVELS,
    "per-file": _Shape(
        "a table of patterns, each with a table",
        _table_of(lambda value: isinstance(value, dict)),
        {"ignore": _TEXTS, "severity": _LEVELS},
    ),
    "exclude": _TEXTS,
    "vocabulary": _TEXTS,
    "fail-level": _one_of(*SEVERITIES, "never"),
    "lens": _one_of("sceptic", "advocate", "both"),
    "baseline": _TEXT,
}

KEYS = tuple(_SHAPES)
"""In the order in which `config show` lists them."""


def said(value: Any) -> str:  # noqa: ANN401 - whatever the configuration holds
    """Return a value in words."""
    if value is None or value in ([], {}):
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_within(inner)}" for key, inner in value.items())
    return ", ".join(value) if isinstance(value, list) else str(value)


def _within(value: Any) -> str:  # noqa: ANN401 - likewise
    """Return a value that stands in a table in words; a table in it in brackets."""
    return f"({said(value)})" if isinstance(value, dict) and value else said(value)
