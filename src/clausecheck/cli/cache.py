"""Reports kept from earlier runs, so that a file that has not changed is not checked again.

They lie in a folder of the user's own and never in the tree that is checked: who may change a draft
must not be able to say what is found in it. What is there counts only where nobody else could have
written it, and nobody else can read it: drafts are confidential.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field, fields

from clausecheck import __version__
from clausecheck.cli import files
from clausecheck.digests import blake2b
from clausecheck.findings import Clash, Finding, LedgerEntry, Material, Related, Report, Stance
from clausecheck.source import Span

if TYPE_CHECKING:
    from clausecheck.source import Source

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

    It is the version, and where the program is worked on the state of each of its files as well.
    """
    folder = Path(__file__).parents[1]
    if "site-packages" in folder.parts:
        return __version__
    found = (path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts)
    states = (path.stat() for path in found if path.is_file())
    return key_of(*((state.st_mtime_ns, state.st_size) for state in states))


@define
class Cache:
    """The reports of one project, by the paths of their files.

    A report is kept as text with the key that it was made for, and is read when it is asked for.
    """

    path: Path
    entries: dict[str, tuple[str, str]] = field(factory=dict)
    changed: bool = False

    def get(self, source: Source, path: Path, key: str) -> Report | None:
        """Return the report of a text, if one is kept that was made for the same key."""
        known, kept = self.entries.get(str(path), ("", ""))
        return unpacked(kept, source) if known == key else None

    def put(self, report: Report, path: Path, key: str) -> None:
        """Keep a report in the place of the file's last one."""
        self.entries[str(path)] = (key, packed(report))
        self.changed = True

    def save(self) -> None:
        """Write what has changed, whole or not at all; where that cannot be, nothing is kept.

        Reports of files that are gone are given up.
        """
        if not self.changed:
            return
        from clausecheck.cli.writing import write_whole

        entries = {name: kept for name, kept in self.entries.items() if os.path.exists(name)}  # noqa: PTH110 - a third of the time
        data = {"version": __version__, "entries": entries}
        with suppress(OSError):
            if not stat.S_ISREG(self.path.lstat().st_mode):
                self.path.unlink()  # what is no file would be written through
        with suppress(OSError):
            write_whole(self.path, json.dumps(data).encode())


def opened(base: Path, root: Path) -> Cache | None:
    """Return what is kept of the project at `root`, or None where `base` is no safe place.

    No place in the repository is one: what lies there may have come with what is to be checked.
    What was written by another version, or cannot be read, is as if it were not there.
    """
    folder = base / _FOLDER
    try:
        if (root / ".git").exists() and base.resolve().is_relative_to(root.resolve()):
            return None
        _make(folder)
        own = _is_own(folder)
    except OSError:
        return None
    if not own:
        return None
    path = folder / f"{key_of(str(root))}.json"
    return Cache(path, _entries(path))


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


def _entries(path: Path) -> dict[str, tuple[str, str]]:
    try:
        with open(path, "rb", opener=files.without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
                return {}
            data = json.loads(stream.read(_MOST_BYTES + 1))
        if data["version"] != __version__:
            return {}
        return {str(name): (str(key), str(kept)) for name, (key, kept) in data["entries"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (Clash, Finding, LedgerEntry, Material, Related, Report, Span, Stance)
}


def packed(report: Report) -> str:
    """Return all that a report says beside the text itself."""
    return json.dumps(report, default=_parts, separators=(",", ":"), ensure_ascii=False)


def _parts(value: Any) -> dict[str, Any]:  # noqa: ANN401 - of one of the kinds above
    kind = type(value)
    names = [each.name for each in fields(kind) if each.name != "source"]
    return {"": kind.__name__, **{name: getattr(value, name) for name in names}}


def unpacked(kept: str, source: Source) -> Report | None:
    """Return the report of a text from what was kept of it, or None where that is damaged."""

    def made(data: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        kind = _KINDS[data.pop("")]
        for name, value in data.items():
            if type(value) is list:
                data[name] = _as_tuples(value)
        return kind(source=source, **data) if kind is Report else kind(**data)

    try:
        report = json.loads(kept, object_hook=made)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return report if isinstance(report, Report) else None


def _as_tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple([_as_tuples(each) if type(each) is list else each for each in values])
