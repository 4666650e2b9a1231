"""Where something is kept from run to run, and under which key.

It is a folder of the user's own and never in the tree that is checked: who may change a draft must
not be able to say what is found in it. What is there counts only where nobody else could have
written it, and nobody else can read it: drafts are confidential.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
from clausecheck.cli.paths import without_waiting
from clausecheck.digests import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = "clausecheck"
_MOST_BYTES = 100_000_000
"""Of all reports of one project; more are not read again."""

_POSIX = os.name == "posix"
"""Elsewhere the user's own folders are open to nobody else by themselves."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO

_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"
"""Tells programs that make copies to leave the folder out (bford.info/cachedir)."""


def default_folder() -> Path:
    """Return the folder in which the user's programs keep what can be made again.

    Raises:
        RuntimeError: the user has no home.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".cache"


def key_of(*parts: object) -> str:
    """Return what stands for all that a report depends on: equal only if every part is."""
    digest = blake2b(digest_size=16)
    for part in (__version__, *parts):
        data = part if isinstance(part, bytes) else repr(part).encode(errors="backslashreplace")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def program() -> str:
    """Return what tells one state of the program from another.

    Where it is installed, it is what the installer recorded of each file, for a version can be
    installed again with other rules; where it is worked on, the state of each file.
    """
    folder = Path(__file__).parents[1]
    if "site-packages" not in folder.parts:
        return key_of(*sorted(_states(folder)))
    record = folder.parent / f"{_FOLDER}-{__version__}.dist-info" / "RECORD"
    try:
        return key_of(record.read_bytes())
    except OSError:
        return __version__


def _states(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _states(entry.path)
            else:
                state = entry.stat()
                yield entry.path, state.st_mtime_ns, state.st_size


def own_folder(base: Path, root: Path) -> Path | None:
    """Return the folder for what is kept of the project at `root`; None where it is no safe place.

    No place in the repository is one: what lies there may have come with what is to be checked.
    """
    folder = base / _FOLDER
    try:
        if (root / ".git").exists() and base.resolve().is_relative_to(root.resolve()):
            return None
        _make(folder)
        return folder if _is_own(folder) else None
    except OSError:
        return None


def _make(folder: Path) -> None:
    """Make the folder for this user alone, and tell others to leave it out of copies."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True)
    (folder / "CACHEDIR.TAG").write_text(_TAG)
    (folder / ".gitignore").write_text("*\n")


def _is_own(folder: Path) -> bool:
    """Tell whether it is a folder, no link to one, nobody else's and open to nobody else."""
    status = folder.lstat()
    alone = not _POSIX or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS)
    return alone and stat.S_ISDIR(status.st_mode)


def read(path: Path) -> dict[str, Any]:
    """Return what was kept in a file, empty where it is damaged or of another version."""
    try:
        with open(path, "rb", opener=without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
                return {}
            data = json.loads(stream.read(_MOST_BYTES + 1))
    except (OSError, ValueError, RecursionError):
        return {}
    is_ours = isinstance(data, dict) and data.get("version") == __version__
    return data if is_ours else {}


def write(path: Path, data: dict[str, Any]) -> None:
    """Keep what is given, whole or not at all; where that cannot be, nothing is kept."""
    from clausecheck.cli.writing import write_whole

    with suppress(OSError):
        if not stat.S_ISREG(path.lstat().st_mode):
            path.unlink()  # what is no file would be written through
    with suppress(OSError):
        write_whole(path, json.dumps({"version": __version__, **data}).encode())
