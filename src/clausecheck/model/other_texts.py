"""The clauses of other texts, which a text names by their files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Protocol

from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import numbers_of
from clausecheck.model.resolve import every_block
from clausecheck.source import Source
from clausecheck.syntax.slip import TooDeep

ENDING = ".clause"
ROOT_MARKS = ("clausecheck.toml", "pyproject.toml", ".git")
"""What a project's root holds: the search for another text ends there."""


class Files(Protocol):
    """How folders are looked into and files are read; whoever may do so provides it."""

    def exists(self, path: Path) -> bool:
        """Tell whether there is a file or folder."""

    def folders(self, path: Path) -> Iterable[Path]:
        """Return the folders right below one, hidden ones left out."""

    def read(self, path: Path) -> Source | str:
        """Return a file's text, or why it cannot be read."""


class OtherTexts:
    """Finds texts by name, each searched and read once however many files refer to it."""

    def __init__(self, files: Files) -> None:
        """Look through these files."""
        self._files = files
        self._found: dict[tuple[Path, str], Path | str] = {}
        self._read: dict[Path, frozenset[str] | str] = {}

    def near(self, folder: Path) -> Callable[[str], Collection[str] | str]:
        """Return what gives the clause numbers of a text that a file in this folder names.

        It says why it cannot where there is no such text, or two at the nearest place. Searched are
        the folder, those above it up to the project's root, and those right below each of them;
        where nothing marks a root, the folder and those right below it alone.
        """

        def numbers(name: str) -> Collection[str] | str:
            if (folder, name) not in self._found:
                self._found[folder, name] = self._search(folder, name)
            found = self._found[folder, name]
            return found if isinstance(found, str) else self._numbers(found, name)

        return numbers

    def _search(self, start: Path, name: str) -> Path | str:
        """Return where the text is, or why that cannot be said."""
        for folder in self._upwards(start):
            places = (folder, *self._files.folders(folder))
            paths = [place / f"{name}{ENDING}" for place in places]
            texts = [path for path in paths if self._files.exists(path)]
            if len(texts) > 1:
                first, second, *_ = (path.relative_to(folder).as_posix() for path in texts)
                return f"two texts are named `{name}`: {first} and {second}"
            if texts:
                return texts[0]
        return f"no text is named `{name}`"

    def _upwards(self, start: Path) -> list[Path]:
        """Return the folder and those above it, up to the project's root."""
        above = [start, *start.parents]
        for number, folder in enumerate(above, 1):
            if any(self._files.exists(folder / mark) for mark in ROOT_MARKS):
                return above[:number]
        return [start]

    def _numbers(self, path: Path, name: str) -> frozenset[str] | str:
        if path not in self._read:
            source = self._files.read(path)
            if isinstance(source, str):
                self._read[path] = f"`{name}` cannot be read: {source}"
            else:
                self._read[path] = _numbers_in(source, name)
        return self._read[path]


def _numbers_in(source: Source, name: str) -> frozenset[str] | str:
    try:
        declaration, _ = from_syntax(source)
    except TooDeep:
        return f"`{name}` cannot be read: its brackets are nested too deep"
    return frozenset(numbers_of(every_block(declaration)))
