"""Days, spans and times to undo in the words of a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.analyses.timing.moments import CALENDAR, day_of
from clausecheck.analyses.timing.times import in_words
from clausecheck.reporters.escaping import visible

if TYPE_CHECKING:
    from clausecheck.analyses.timing.schedule import Day
    from clausecheck.analyses.timing.undoing import TimeToUndo
    from clausecheck.source import Source, Span

OPEN = "–"
"""Where the text sets no day, and where there is nothing to say."""
NOT_KNOWN = "not known"


def words_at(at: Span, source: Source) -> str:
    """Return the words at a place in one line."""
    return " ".join(source.text[at.start : at.end].split())


def day_text(day: Day | None) -> str:
    """Return a day as a date, or as so many days after what it counts from."""
    if day is None:
        return OPEN
    if day.origin == CALENDAR:
        return str(day_of(day.days))
    if day.days == 0:
        return visible(str(day.origin))
    side = "after" if day.days > 0 else "before"
    return f"{days_text(abs(day.days))} {side} {visible(str(day.origin))}"


def undo_text(undo: TimeToUndo) -> str:
    """Return a time to undo, with whose figure it is where it is not the text's own."""
    if undo.restores is None:
        return undo_time(undo)
    return f"{undo_time(undo)}; the other side restores in {range_text(undo.restores)}"


def undo_time(undo: TimeToUndo) -> str:
    """Return a time to undo alone."""
    if undo.by == "never":
        return "never"
    if undo.days is None:
        return NOT_KNOWN
    if undo.by != "clause":
        return f"{range_text(undo.days)}, assumed"
    in_hours = undo.least is not None and not undo.least.counts_days
    return undo.least.words if undo.least and in_hours else range_text(undo.days)


def range_text(days: tuple[int, int]) -> str:
    """Return the fewest and the most days in words."""
    fewest, most = days
    return days_text(most) if fewest == most else f"{fewest}–{most} days"


def days_text(count: int) -> str:
    """Return a number of days in words."""
    return in_words(count)
