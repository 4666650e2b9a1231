"""Where a span lies, as every report for programs says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausecheck.source import Source, Span


def lines_and_columns(source: Source, span: Span) -> dict[str, dict[str, int]]:
    """Return where a span starts and ends, lines and columns counted from 1."""
    start, end = source.place_of(span.start), source.place_of(span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
