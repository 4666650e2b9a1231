"""Another state of a project, read through git without a checkout and without running anything.

A repository can ask git to run programs: hooks, a monitor of the file system, filters and other
ways to show a text, helpers that fetch what is missing. Only names and contents of stored objects
are asked for here, with all of that switched off; a ref is never taken for an option.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAFE = (
    "--no-pager",
    "--literal-pathspecs",
    "--no-replace-objects",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
)
_FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git sets for a hook, and what would make another repository of this one."""
_LONGEST = 60
"""Seconds."""


class GitError(Exception):
    """Why the other state cannot be read, as a message."""


@frozen
class Entry:
    """A file as it is stored: its path from the root, its kind, object and size in bytes."""

    path: str
    mode: str
    object: str
    size: int

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file, and no link or module."""
        return self.mode.startswith("100")


@frozen
class Repository:
    """A repository by the folder at its root."""

    root: Path

    def commit(self, ref: str) -> str:
        """Return the commit that a ref names.

        Raises:
            GitError: there is none.
        """
        found = _git(
            self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
        name = found.stdout.decode().strip()
        if found.returncode or not _is_name(name):
            message = f"no commit is named {ref!r} in {self.root}; `git fetch` may bring it"
            raise GitError(message)
        return name

    def entries(self, commit: str, under: str = "") -> Mapping[str, Entry]:
        """Return what a commit stores at a path or below it, by path; all without one."""
        below = ["--", under] if under else []
        listed = _output(self.root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, *below)
        found = {}
        for row in listed.split(b"\0"):
            about, tab, path = row.partition(b"\t")
            if tab:
                mode, _, name, size = about.decode().split()
                text = os.fsdecode(path)
                found[text] = Entry(text, mode, name, int(size) if size.isdigit() else 0)
        return found

    def contents(self, entries: Iterable[Entry]) -> Mapping[str, bytes]:
        """Return what files hold, by path, as they are stored: no filter is applied.

        Raises:
            GitError: an object is missing, as in a clone that left some behind.
        """
        wanted = list(entries)
        if not wanted:
            return {}
        asked = "".join(f"{entry.object}\n" for entry in wanted).encode()
        answer = _output(self.root, "cat-file", "--batch", stdin=asked)
        found = {}
        for entry in wanted:
            about, _, answer = answer.partition(b"\n")
            words = about.split()
            if len(words) != 3 or words[1] != b"blob":  # noqa: PLR2004 - its name, kind and size
                message = f"{entry.path} is not stored here: {about.decode(errors='replace')}"
                raise GitError(message)
            size = int(words[2])
            found[entry.path], answer = answer[:size], answer[size + 1 :]
        return found


def repository_of(folder: Path) -> Repository:
    """Return the repository in which a folder lies.

    Raises:
        GitError: git is not installed, or the folder lies in no repository.
    """
    found = _git(folder, "rev-parse", "--show-toplevel")
    root = os.fsdecode(found.stdout).removesuffix("\n")
    if found.returncode or not root:
        said = found.stderr.decode(errors="replace").strip().partition("\n")[0]
        message = f"{folder} lies in no git repository" + (f": {said}" if said else "")
        if "dubious ownership" in said:
            message = (
                f"git reads no repository of another user, as in {folder}; where it is to be "
                "trusted, `git config --global --add safe.directory` with its root says so"
            )
        raise GitError(message)
    return Repository(Path(root).resolve())


def _output(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    done = _git(folder, *arguments, stdin=stdin)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        message = f"git {arguments[0]} failed in {folder}: {said}"
        raise GitError(message)
    return done.stdout


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        message = "git is not installed, or not on the PATH"
        raise GitError(message)
    environment = {name: value for name, value in os.environ.items() if name not in _FROM_OUTSIDE}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    environment |= {"LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - git alone, and a ref is no option
            [program, *_SAFE, "-C", str(folder), *arguments],
            input=stdin,
            env=environment,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired:
        message = f"git {arguments[0]} did not end within {_LONGEST} seconds"
        raise GitError(message) from None
    except (OSError, ValueError) as error:
        message = f"git cannot be run: {error}"
        raise GitError(message) from error


def _is_name(text: str) -> bool:
    return len(text) >= 40 and all(character in "0123456789abcdef" for character in text)  # noqa: PLR2004 - SHA-1, or longer
