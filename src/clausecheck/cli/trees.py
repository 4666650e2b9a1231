"""Where a project's settings are read: from the disk, or from a commit that is trusted.

A change must not be able to exempt itself. With a commit to trust, configuration, vocabulary,
baseline and acceptances are those that stand there, whatever the files beside the drafts say.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define

from clausecheck.cli import files
from clausecheck.cli.paths import project_root
from clausecheck.findings import Failure
from clausecheck.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clausecheck.cli.files import Content
    from clausecheck.cli.git import Entry, Repository


class Disk:
    """The files as they are."""

    def present(self, path: Path) -> bool:
        """Tell whether there is a file."""
        return path.is_symlink() or path.exists()

    def read(self, path: Path, limit: int) -> Content | Failure:
        """Return what a file holds, or why it cannot be read."""
        file = files.named(Path(os.path.relpath(path)))
        return file if isinstance(file, Failure) else files.read(file, limit)

    def root(self, start: Path) -> Path:
        """Return the last folder in which settings for drafts in this one are looked for.

        It is the folder that holds `.git`; without one the current folder, and
        for what lies elsewhere the folder itself.
        """
        root, here = project_root(start), Path.cwd()
        return here if not (root / ".git").exists() and start.is_relative_to(here) else root


DISK = Disk()


@define(slots=False)
class Committed:
    """The files as a commit stores them; what lies outside of the repository is as it is."""

    ref: str
    repository: Repository
    commit: str

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        from clausecheck.cli.git import GitError

        try:
            return self.repository.entries(self.commit)
        except GitError as error:
            raise click.ClickException(str(error)) from error

    def inner(self, path: Path) -> str | None:
        """Return a path as the commit names it; None outside of the repository.

        No link is followed: a change may have put one where a folder was.
        """
        whole = Path(os.path.normpath(Path.cwd() / path))
        root = self.repository.root
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else None

    def present(self, path: Path) -> bool:
        """Tell whether the commit has a file."""
        return self.inner(path) in self._entries

    def read(self, path: Path, limit: int) -> Content | Failure:
        """Return what the commit has under a path, or why that cannot be read."""
        inner = self.inner(path)
        if inner is None:
            return DISK.read(path, limit)
        name = f"{self.ref}:{inner}"
        entry = self._entries.get(inner)
        if entry is None:
            return Failure(name, "missing", "there is no such file in that commit")
        if not entry.is_file:
            return Failure(name, "not-a-file", "a link or a module, not a file; not followed")
        if entry.size > limit:
            return Failure(name, "too-large", f"{entry.size:,} bytes, and the limit is {limit:,}")
        from clausecheck.cli.git import GitError

        try:
            return files.decoded(name, self.repository.contents([entry])[inner])
        except GitError as error:
            message = f"{name} cannot be read: {error}; `git fetch` may bring it"
            raise click.ClickException(message) from error

    def drafts(self, start: str) -> Iterator[str]:
        """Yield the drafts that a search in a folder would find in the commit."""
        within = "" if start == "." else f"{start}/"
        for path, entry in self._entries.items():
            names = path.removeprefix(within).split("/")
            hidden = any(name.startswith(".") for name in names)
            is_draft = entry.is_file and path.endswith(files.ENDING)
            if is_draft and path.startswith(within) and not hidden:
                yield path

    def stood(self, path: Path, limit: int) -> Source:
        """Return a draft as the commit has it; an empty text where it does not."""
        content = None if self.inner(path) is None else self.read(path, limit)
        if isinstance(content, Failure) or content is None:
            return Source(path.as_posix(), "")
        return content.source

    def root(self, start: Path) -> Path:
        """Return the root of the repository.

        Raises:
            click.ClickException: the folder lies outside of it.
        """
        if not start.is_relative_to(self.repository.root):
            message = f"{start} lies outside of the repository in {self.repository.root}"
            raise click.ClickException(message)
        return self.repository.root


Tree = Disk | Committed


def tree_of(ref: str | None, start: Path) -> Tree:
    """Return the disk, or the commit that a ref names in the repository of a folder.

    Raises:
        click.ClickException: there is no repository or no such commit.
    """
    if ref is None:
        return DISK
    from clausecheck.cli.git import GitError, repository_of

    try:
        repository = repository_of(start)
        return Committed(ref, repository, repository.commit(ref))
    except GitError as error:
        raise click.ClickException(str(error)) from error
