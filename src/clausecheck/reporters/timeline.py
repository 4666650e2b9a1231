"""The timeline of a text as tables on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.balanced import drawn
from clausecheck.reporters.colours import heading
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.timeline_parts import parts, verdicts
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.analyses.timeline import Timeline
    from clausecheck.source import Source

_LEAST_TEXT = 20


def timeline_text(
    made: Timeline,
    source: Source,
    title: str | None,
    *,
    notes: Sequence[str] = (),
    leaving: tuple[str, str] | None = None,
    width: int,
    color: bool,
) -> str:
    """Return the timeline as tables no wider than `width` columns."""
    room = max(width, _LEAST_TEXT)
    lines = [heading(line, color=color) for line in wrap(visible(source.name), room)]
    lines += wrap(visible(title), room) if title else []
    for note in (*notes, *verdicts(made)):
        lines += ["", *wrap(note, room)]
    for part in parts(made, source, leaving):
        lines += ["", *(heading(line, color=color) for line in wrap(part.name, room))]
        lines += drawn(part.headings, part.rows, room) if part.rows else []
        for remark in part.remarks:
            lines += wrap(remark, room, opening="  ", indent="    " if part.rows else "  ")
    return "\n".join(lines) + "\n"
