"""The texts that a draft names by their files, looked for beside and above it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli import files
from clausecheck.findings import Failure
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clausecheck.source import Source


@frozen
class Folders:
    """Folders on disk; files in them are read as drafts are, and refused as they are."""

    limit: int
    """The most bytes that a file may have."""

    def exists(self, path: Path) -> bool:
        """Tell whether there is a file or folder."""
        try:
            return path.exists()
        except OSError:
            return False

    def folders(self, path: Path) -> Iterable[Path]:
        """Return the folders right below one by name; hidden ones and links are passed over."""
        try:
            return sorted(
                entry
                for entry in path.iterdir()
                if not entry.name.startswith(".") and entry.is_dir() and not entry.is_symlink()
            )
        except OSError:
            return ()

    def read(self, path: Path) -> Source | str:
        """Return a file's text, or why it cannot be read."""
        file = files.named(path)
        content = file if isinstance(file, Failure) else files.read(file, self.limit)
        return content.message if isinstance(content, Failure) else content.source


def folder_of(file: files.File) -> Path:
    """Return where a draft lies; standard input lies where its name says."""
    return (file.path or Path(file.name).absolute()).parent
