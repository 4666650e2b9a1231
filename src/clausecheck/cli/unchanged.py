"""A run asked for again, and answered as before where nothing that it looked at has changed.

Whether a file has changed is told by what the system says of it and not by what it holds, which
takes a thirtieth of the time. What cannot be told so is checked: the reports that are kept of each
file are found by what it holds.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausecheck.cli import keeping, terminal
from clausecheck.cli.paths import project_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clausecheck.cli.lint_options import Options

_GIT = ".git"
_BESIDE = (_GIT, "clausecheck.toml", "pyproject.toml", "vocabulary.toml")
"""What is looked for in each folder from the drafts upwards, be it there or not."""

_SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been left alone before a run that looks at it: within that
time a change may not show, for some systems count no less."""

_MOST_CHARACTERS = 1_000_000
"""Of what was said; more is made anew."""


_MOST_ANSWERS = 100
_PREFIX = "asked-"


class Question:
    """What is asked for, with all that decides about the answer but the files themselves."""

    def __init__(self, path: Path, key: str) -> None:
        """Take where the answer is kept, and what stands for the question."""
        self._path = path
        self._key = key
        self._began = time.time_ns()

    def answer(self) -> int | None:
        """Say what was said before and return that exit status; None where it cannot be told."""
        kept = keeping.read(self._path)
        try:
            if kept.get("question") != self._key or not _as_they_were(kept["seen"]):
                return None
            if any(map(os.path.islink, kept["above"])):
                return None
            status, said = kept["status"], [(people, str(text)) for people, text in kept["said"]]
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        if type(status) is not int:
            return None
        for for_people, text in said:
            (terminal.write if for_people else terminal.write_data)(text)
        return status

    def keep(
        self,
        status: int,
        said: Sequence[tuple[bool, str]],
        looked_at: Iterable[Path],
        starts: Iterable[Path],
    ) -> None:
        """Keep the answer, with how everything is that it hangs on, if that can be told.

        It cannot where a link leads there, nor of what may have changed meanwhile.
        """
        seen = _states([*map(str, looked_at), *_beside(starts)])
        settled = self._began - _SETTLED
        sure = all(state is None or state[-1] < settled for state in seen.values())
        short = sum(len(text) for _, text in said) <= _MOST_CHARACTERS
        above = _above(seen)
        if sure and short and not any(map(os.path.islink, (*seen, *above))):
            # A file behind a link is the same file, so its folders are asked after as well.
            data: dict[str, Any] = {"question": self._key, "seen": seen, "above": sorted(above)}
            keeping.write(self._path, {**data, "said": said, "status": status})
            self._give_up_the_oldest()

    def _give_up_the_oldest(self) -> None:
        kept = list(self._path.parent.glob(f"{_PREFIX}*"))
        with suppress(OSError):
            kept.sort(key=lambda path: path.stat().st_mtime_ns)
            for path in kept[:-_MOST_ANSWERS]:
                path.unlink()


def question(options: Options) -> Question | None:
    """Return what is asked for; None where the answer hangs on more than can be told again."""
    elsewhere = ("no_cache", "rule_pack", "trust", "show_files")
    given = [
        any(path == "-" or ".." in path.split("/") for path in options["paths"]),
        any(each.path for each in options["output_format"]),
    ]
    if os.name != "posix" or any(given) or any(options[name] for name in elsewhere):  # type: ignore[literal-required]
        return None
    try:
        base, here = options["cache_dir"] or keeping.default_folder(), os.getcwd()  # noqa: PTH109 - as text
    except (RuntimeError, OSError):
        return None
    folder = keeping.own_folder(base, project_root(Path(here)))
    if folder is None:
        return None
    asked = sorted((name, _said(value)) for name, value in options.items())
    shown = terminal.width(sys.stdout), terminal.in_color(options["color"], sys.stdout)
    day = time.strftime("%Y-%m-%d")
    what = keeping.key_of(here, asked, shown)
    key = keeping.key_of(what, keeping.program(), sys.hexversion, day)
    return Question(folder / f"{_PREFIX}{what}.json", key)


def _said(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


State = list[int]


def _states(paths: Iterable[str]) -> dict[str, State | None]:
    """Return how each path is, None where nothing is there; the time of its last change is last."""
    return {path: _state(path) for path in map(os.path.abspath, paths)}


def _state(path: str) -> State | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if os.path.basename(path) == _GIT:  # noqa: PTH119 - as text; only whether it is there counts
        return [stat.S_IFMT(status.st_mode), 0]
    return [
        status.st_mode,
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    ]


def _as_they_were(seen: dict[str, State | None]) -> bool:
    return bool(seen) and all(_state(path) == state for path, state in seen.items())


def _beside(starts: Iterable[Path]) -> list[str]:
    """Return where settings may lie: in each folder upwards from the drafts and from here."""
    folders = {os.getcwd(), *map(str, starts)}  # noqa: PTH109 - as text
    folders |= _above(folders)
    return [os.path.join(folder, name) for folder in folders for name in _BESIDE]  # noqa: PTH118


def _above(seen: Iterable[str]) -> set[str]:
    """Return every folder above these paths."""
    above: set[str] = set()
    for path in seen:
        folder = os.path.dirname(path)  # noqa: PTH120 - as text
        while folder not in above:
            above.add(folder)
            folder = os.path.dirname(folder)  # noqa: PTH120
    return above
