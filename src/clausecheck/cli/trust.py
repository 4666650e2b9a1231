"""How a change alters what decides about it, while what counts is what it starts from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clausecheck.cli import baselines
from clausecheck.cli.configuration import KEYS, configuration_of, said
from clausecheck.cli.trees import DISK
from clausecheck.cli.vocabularies import vocabulary_of, vocabulary_paths
from clausecheck.findings import Failure, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.options import CheckOptions
    from clausecheck.cli.trees import Committed, Tree

_MOST_CHARACTERS = 200
"""Of a value in a message."""


def alterations(
    tree: Committed, counting: Configuration, options: CheckOptions, paths: Sequence[str]
) -> Iterator[Notice]:
    """Yield what the files beside the drafts say otherwise than the commit that is trusted.

    Raises:
        click.ClickException: they say something wrong: it would count tomorrow.
    """
    here = configuration_of(options, paths)
    yield from _keys(tree, counting, here)
    yield from _words(tree, counting, here, options)
    yield from _entries(tree, counting, here, options["baseline"])


def _keys(tree: Committed, counting: Configuration, here: Configuration) -> Iterator[Notice]:
    for key in KEYS:
        old, new = counting.values.get(key), here.values.get(key)
        if old != new:
            yield Notice(
                here.name or counting.name.partition(":")[2],
                f"`{key}`: {_short(new)} here, {_short(old)} in {tree.ref}, which counts",
            )


def _short(value: object) -> str:
    text = said(value)
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"


def _words(
    tree: Committed, counting: Configuration, here: Configuration, options: CheckOptions
) -> Iterator[Notice]:
    there = vocabulary_paths(options, counting, tree)
    paths = dict.fromkeys((*there, *vocabulary_paths(options, here, DISK)))
    changed = False
    for path in paths:
        old, new = _lines(tree, path, options), _lines(DISK, path, options)
        if old != new:
            changed = True
            added, gone = (new - old).total(), (old - new).total()
            message = f"lines added: {added}, taken out: {gone}; the words of {tree.ref} count"
            yield Notice(path.as_posix(), message)
    if changed:
        vocabulary_of(options, options["max_bytes"], here)


def _lines(tree: Tree, path: Path, options: CheckOptions) -> Counter[str]:
    content = tree.read(path, options["max_bytes"])
    return Counter() if isinstance(content, Failure) else Counter(content.source.text.splitlines())


def _entries(
    tree: Committed, counting: Configuration, here: Configuration, named: str | None
) -> Iterator[Notice]:
    configured = "baseline" in {**counting.values, **here.values}
    if named is None and not configured:
        return
    path = baselines.path_of(named, here if "baseline" in here.values else counting)
    old, new = (baselines.there(path, each).entries for each in (tree, DISK))
    if added := new - old:
        message = f"added here, and not counted: {baselines.told(added)}"
        yield Notice(path.as_posix(), message)
    if gone := old - new:
        yield Notice(path.as_posix(), f"taken out here: {baselines.told(gone)}")
