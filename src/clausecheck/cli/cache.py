"""Reports kept from earlier runs, so that a file that has not changed is not checked again."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from attrs import define, field, fields

from clausecheck.cli import keeping
from clausecheck.findings import Clash, Finding, LedgerEntry, Material, Related, Report, Stance
from clausecheck.source import Span

if TYPE_CHECKING:
    from pathlib import Path

    from clausecheck.source import Source


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
        entries = {name: kept for name, kept in self.entries.items() if os.path.exists(name)}  # noqa: PTH110 - a third of the time
        keeping.write(self.path, {"entries": entries})


def opened(base: Path, root: Path) -> Cache | None:
    """Return what is kept of the project at `root`, or None where `base` is no safe place."""
    folder = keeping.own_folder(base, root)
    if folder is None:
        return None
    path = folder / f"{keeping.key_of(str(root))}.json"
    return Cache(path, _entries(path))


def _entries(path: Path) -> dict[str, tuple[str, str]]:
    try:
        entries = keeping.read(path).get("entries", {}).items()
        return {str(name): (str(key), str(kept)) for name, (key, kept) in entries}
    except (ValueError, TypeError, AttributeError):
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
