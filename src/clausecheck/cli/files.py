"""Finding the files that are meant, and reading them without being led astray.

A checkout may hold anything: links out of it, pipes that never end, files that
are no text. Each becomes a failure with a reason, and none is opened.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli.paths import project_root, without_waiting
from clausecheck.findings import Failure
from clausecheck.source import Source
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDING = ".clause"
STANDARD_INPUT = "-"

_MISSING = "there is no such file or folder"
_GIT = ".git"
_OF_GIT = f"it lies in {_GIT}, which is git's own; neither read nor written"
_MARK = "\ufeff"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@frozen
class File:
    """A file to read: the name it is reported by, and where it really is."""

    name: str
    path: Path | None
    """The path with every link resolved; none for standard input."""
    linked: bool = False


@frozen
class Content:
    """What a file holds: its bytes, and the text they stand for."""

    source: Source
    raw: bytes


@frozen
class Patterns:
    """Patterns of paths, seen from a folder, or else from the current one.

    A pattern with a slash is held against the whole path and the folders above
    it, one without against each single name.
    """

    patterns: tuple[str, ...] = ()
    folder: Path | None = None

    def match(self, path: Path) -> bool:
        """Tell whether one of them fits."""
        if not self.patterns:
            return False
        parts = Path(os.path.relpath(path, self.folder)).parts
        above = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        return any(
            fnmatchcase(candidate, Path(pattern).as_posix())
            for pattern in self.patterns
            for candidate in (above if "/" in pattern.rstrip("/") else parts)
        )


@frozen
class Search:
    """What to look for: the paths given, and the patterns of what is left out."""

    paths: tuple[str, ...]
    exclude: tuple[Patterns, ...] = ()
    force_exclude: bool = False
    """Leave out also what is named file by file, as pre-commit does."""
    input_name: str = STANDARD_INPUT
    allow_empty: bool = False


def find(
    search: Search, folders: list[Path] | None = None
) -> tuple[tuple[File, ...], tuple[Failure, ...]]:
    """Return the files in the order of their names, each once, and what was refused.

    Each folder that is looked through is added to `folders`, and each link in one.
    """
    looked_through = [] if folders is None else folders
    paths = search.paths or (".",)
    found = [item for path in paths for item in _given(path, search, looked_through)]
    failures = [item for item in found if isinstance(item, Failure)]
    files: dict[Path | None, File] = {}
    for file in sorted(
        (item for item in found if isinstance(item, File)),
        key=lambda file: (file.linked, file.name),
    ):
        files.setdefault(file.path, file)
    if not found and not search.allow_empty:
        message = f"no file to check: none ends in {ENDING}, or all are left out"
        failures = [Failure(Path(path).as_posix(), "no-file", message) for path in paths]
    return (
        tuple(sorted(files.values(), key=lambda file: file.name)),
        tuple(sorted(failures, key=lambda failure: failure.path)),
    )


def single(name: str) -> File | Failure:
    """Return the one file that a command is given, or standard input."""
    return File(STANDARD_INPUT, None) if name == STANDARD_INPUT else named(Path(name))


def named(path: Path) -> File | Failure:
    """Return a file that was named by itself, whatever its ending.

    A link is followed only below the current folder or, from elsewhere, below
    the folder it lies in: a name may come from a list nobody has read.
    """
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        return Failure(path.as_posix(), *_reason(path, error))
    whole = Path(os.path.normpath(Path.cwd() / path))
    if _is_of_git(whole):
        return Failure(path.as_posix(), "hidden", _OF_GIT)
    if not path.is_symlink():
        # The folders above it may be links; where nothing is, nothing more is asked of the system.
        why = "" if real == whole else led_astray(path)
        return Failure(path.as_posix(), "link", why) if why else File(path.as_posix(), real)
    folder, here = path.parent.resolve(), Path.cwd()
    return _linked(path, real, here if folder.is_relative_to(here) else folder)


def led_astray(path: Path) -> str:
    """Return why a file or folder is not to be read or written there, "" where it may be.

    What is named within the project must not be led out of it, nor to something
    hidden, by a link that a change has put in the way; what git keeps for itself
    is not ours, whoever names it.
    """
    whole = Path(os.path.normpath(Path.cwd() / path))
    root = project_root(Path.cwd())
    real = resolved(path)  # and not of the whole: beyond a link `..` is another folder
    if _is_of_git(whole):
        return _OF_GIT
    if not whole.is_relative_to(root):
        return _OF_GIT if _is_of_git(real) else ""
    if not real.is_relative_to(root):
        return "a link that leads out of the project; not followed"
    said = set(whole.relative_to(root).parts)
    if any(part.startswith(".") and part not in said for part in real.relative_to(root).parts):
        return "a link that leads to something hidden; not followed"
    return ""


def _is_of_git(path: Path) -> bool:
    """Tell whether a path leads into `.git`, in whatever letters."""
    return any(part.casefold() == _GIT for part in path.parts)


_ENDINGS = {ENDING: "a draft", ".toml": "a configuration or a vocabulary"}


def name_says(path: Path) -> str:
    """Return what a file is by its name, be it there or not; "" where it says nothing.

    Something else under such a name would be taken for it, or bar every run to come.
    """
    names = (path.name.casefold(), resolved(path).name.casefold())
    return next(
        (what for ending, what in _ENDINGS.items() if any(name.endswith(ending) for name in names)),
        "",
    )


def resolved(path: Path) -> Path:
    """Return the path with every link resolved that leads somewhere."""
    try:
        return path.resolve()
    except RuntimeError:  # a circle, to Python 3.11 and 3.12
        return path.absolute()


def read(file: File, limit: int) -> Content | Failure:
    """Return what a file of at most `limit` bytes holds, or why it cannot be read."""
    path = file.path
    raw = _standard_input(file.name, limit) if path is None else _bytes(file.name, path, limit)
    return raw if isinstance(raw, Failure) else decoded(file.name, raw)


def decoded(name: str, raw: bytes) -> Content | Failure:
    """Return the text that bytes stand for, or why they are none; `name` is whose they are."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        where = _where(raw, error.start)
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} at {where}; save it as UTF-8"
        if raw.startswith(_WIDE_MARKS):
            message = f"not UTF-8 but UTF-16, by its first bytes at {where}; save it as UTF-8"
        return Failure(name, "not-utf-8", message)
    if "\0" in text:
        return Failure(name, "nul", f"a NUL byte at {_where(raw, raw.index(0))}: not a text")
    return Content(Source(name, text.removeprefix(_MARK)), raw)


def _given(given: str, search: Search, folders: list[Path]) -> Iterator[File | Failure]:
    path = Path(given)
    if given == STANDARD_INPUT:
        if not (search.force_exclude and _excluded(Path(search.input_name), search.exclude)):
            yield File(search.input_name, None)
    elif not given:  # a variable that was not set; to pathlib it is the current folder
        yield Failure(given, "missing", _MISSING)
    elif _is_folder(path):
        if why := led_astray(path):
            yield Failure(path.as_posix(), "hidden" if why == _OF_GIT else "link", why)
            return
        yield from _searched(path, search.exclude, folders)
    elif not (search.force_exclude and _excluded(path, search.exclude)):
        yield named(path)


def _excluded(path: Path, exclude: Sequence[Patterns]) -> bool:
    return any(patterns.match(path) for patterns in exclude)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what is wrong with it is found when it is named
        return False


def _searched(
    top: Path, exclude: Sequence[Patterns], looked_through: list[Path]
) -> Iterator[File | Failure]:
    """Yield what a folder holds at any depth; hidden files and folders are passed over."""
    root = top.resolve()
    folders = [top]
    while folders:
        folder = folders.pop()
        looked_through.append(folder)
        real = folder.resolve()
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            yield Failure(folder.as_posix(), *_reason(folder, error))
            continue
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith(".") or _excluded(path, exclude):
                continue
            if entry.is_symlink():
                looked_through.append(path)
                yield from _link(path, root)
            elif entry.is_dir():
                folders.append(path)
            elif entry.name.endswith(ENDING):
                yield File(path.as_posix(), real / entry.name)


def _link(path: Path, root: Path) -> Iterator[File | Failure]:
    """Yield the draft a link in a folder leads to, or why it is refused.

    A link to a folder within the tree yields nothing: its files are found where they are.
    """
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        if path.name.endswith(ENDING):
            yield Failure(path.as_posix(), *_reason(path, error))
        return
    folder = real.is_dir()
    if folder or path.name.endswith(ENDING):
        target = _linked(path, real, root)
        if isinstance(target, Failure) or not folder:
            yield target


def _linked(path: Path, real: Path, root: Path) -> File | Failure:
    name = path.as_posix()
    if not real.is_relative_to(root):
        return Failure(name, "link", "a link that leads out of the folder; not followed")
    way = Path(os.path.relpath(real, path.parent.resolve()))
    if any(part.startswith(".") and part != ".." for part in way.parts):
        return Failure(name, "link", "a link that leads to something hidden; not followed")
    return File(name, real, linked=True)


_PIPE = ("not-a-file", "a pipe, not a file; give - to read standard input")


def _reason(path: Path, error: OSError | RuntimeError) -> tuple[str, str]:
    """Return the kind and the message for a file the system does not give."""
    # Python 3.11 and 3.12 say RuntimeError when they resolve a circle.
    if not isinstance(error, OSError) or error.errno == errno.ELOOP:
        return "link", "a link that leads in a circle"
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            # What a shell gives for `<(…)` leads to a pipe that has no name.
            return _PIPE if path.exists() else ("link", "a link that leads to nothing")
        return "missing", _MISSING
    if isinstance(error, PermissionError):
        return "unreadable", "no permission to read it"
    return "unreadable", f"it cannot be read: {error.strerror}"


def _bytes(name: str, path: Path, limit: int) -> bytes | Failure:
    try:
        # Before it is opened, for opening a pipe waits and opening a device acts;
        # and after, for it may have been changed in between.
        if refusal := _refusal(path.stat(), limit):
            return Failure(name, *refusal)
        with open(path, "rb", opener=without_waiting) as stream:
            if refusal := _refusal(os.fstat(stream.fileno()), limit):
                return Failure(name, *refusal)
            raw = stream.read(limit + 1)
    except OSError as error:
        return Failure(name, *_reason(path, error))
    return _limited(name, raw, limit)


def _standard_input(name: str, limit: int) -> bytes | Failure:
    if sys.stdin is None:
        return Failure(name, "unreadable", "standard input is closed")
    try:
        raw = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        return Failure(name, *_reason(Path(name), error))
    return _limited(name, raw, limit)


def _limited(name: str, raw: bytes, limit: int) -> bytes | Failure:
    """Return the bytes, unless there are more than the limit, whatever the size was said to be."""
    if len(raw) <= limit:
        return raw
    return Failure(name, "too-large", f"more than {limit:,} bytes, the limit (--max-bytes)")


def _refusal(status: os.stat_result, limit: int) -> tuple[str, str] | None:
    """Return why a file is not to be read, judging by what it is and by its size."""
    if stat.S_ISFIFO(status.st_mode):
        return _PIPE
    if stat.S_ISDIR(status.st_mode):
        return "not-a-file", "a folder, not a file"
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file", "a device or a socket, not a file"
    if status.st_size > limit:
        size = status.st_size
        return "too-large", f"{size:,} bytes, and the limit is {limit:,} (--max-bytes)"
    return None


def _where(raw: bytes, offset: int) -> str:
    line = raw.count(b"\n", 0, offset) + 1
    return f"offset {offset} (line {line})"
