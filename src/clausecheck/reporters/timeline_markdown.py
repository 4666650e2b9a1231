"""The timeline of a text as Markdown, for a briefing or a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.escaping import in_markdown
from clausecheck.reporters.timeline_parts import parts, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.analyses.timeline import Timeline
    from clausecheck.reporters.timeline_parts import Part
    from clausecheck.source import Source


def timeline_markdown(
    made: Timeline,
    source: Source,
    title: str | None,
    notes: Sequence[str] = (),
    leaving: tuple[str, str] | None = None,
) -> str:
    """Return the timeline as Markdown that shows what is in the text and does nothing."""
    name = f"{source.name}: {title}" if title else source.name
    told = [in_markdown(note) for note in (*notes, *verdicts(made))]
    every = (_part(part) for part in parts(made, source, leaving))
    return "\n\n".join((f"## {in_markdown(name)}", *told, *every)) + "\n"


def _part(part: Part) -> str:
    return "\n\n".join((f"### {in_markdown(_capital(part.name))}", *_table(part), *_remarks(part)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(part: Part) -> Iterator[str]:
    if part.rows:
        ruled = (part.headings, ["---"] * len(part.headings))
        cells = ([in_markdown(cell) for cell in row] for row in part.rows)
        yield "\n".join(f"| {' | '.join(row)} |" for row in (*ruled, *cells))


def _remarks(part: Part) -> Iterator[str]:
    if part.remarks:
        yield "\n".join(f"- {in_markdown(remark)}" for remark in part.remarks)
