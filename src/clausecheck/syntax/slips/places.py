"""Where in a line reading stopped, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span

if TYPE_CHECKING:
    from clausecheck.syntax.lines import Line


LAST_WORD = regex(r"\S+\Z")
LONGEST_WORD = 60


def last_word(text: str, line: Line) -> Span:
    """Return the last word of a line."""
    last = LAST_WORD.search(text, max(line.start, line.end - LONGEST_WORD), line.end)
    return Span(last.start() if last else line.start, line.end)


def words_at(text: str, here: Span) -> str:
    """Return the words at a place, to the end of their line."""
    return text[here.start : here.end].split("\n", 1)[0]
