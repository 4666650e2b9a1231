"""How a change alters what decides about it, while what counts is what it starts from."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli import baselines
from clausecheck.cli.configuration import KEYS, configuration_of, said
from clausecheck.cli.trees import DISK
from clausecheck.cli.vocabularies import vocabulary_of, vocabulary_paths
from clausecheck.findings import Failure, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.files import File, Patterns
    from clausecheck.cli.options import CheckOptions
    from clausecheck.cli.policy import Policy
    from clausecheck.cli.trees import Committed, Tree

_MOST_CHARACTERS = 200
"""Of a value in a message."""


_MOST_DRAFTS = 20
"""That are told one by one."""


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


def moves(
    tree: Committed,
    found: Sequence[File],
    exclude: Sequence[Patterns],
    policy: Policy,
    paths: Sequence[str],
) -> Iterator[Notice]:
    """Yield which drafts a change takes from what is checked, and which it puts where less counts.

    What a configuration says of a place holds for whatever is moved there, and what has another
    name, or a hidden one, is not found.
    """
    checked = {tree.inner(Path(file.name)) for file in found}
    gone = [
        path
        for start in map(tree.inner, map(Path, paths or (".",)))
        if start is not None
        for path in tree.drafts(start)
        if path not in checked
        and not any(each.match(tree.repository.root / path) for each in exclude)
    ]
    message = f"checked in {tree.ref}, and not here: it is gone, renamed or moved"
    yield from _told([Notice(_from_here(tree, path), message) for path in sorted({*gone})])
    new = [file.name for file in found if not tree.present(Path(file.name))]
    met = {name: policy.patterns_for(name) for name in new}
    yield from _told(
        [
            Notice(name, f"not in {tree.ref}, and met by `per-file` there: {', '.join(patterns)}")
            for name, patterns in met.items()
            if patterns
        ]
    )


def _from_here(tree: Committed, path: str) -> str:
    return Path(os.path.relpath(tree.repository.root / path)).as_posix()


def _told(notices: Sequence[Notice]) -> Iterator[Notice]:
    yield from notices[:_MOST_DRAFTS]
    if more := len(notices) - len(notices[:_MOST_DRAFTS]):
        yield Notice(".", f"{more} more drafts of which the same is true")
