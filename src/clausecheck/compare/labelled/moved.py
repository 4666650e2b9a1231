"""By how much a time moved, in days or in hours, and which way; and how long terms are."""

from __future__ import annotations

from typing import Literal, TypeAlias

from clausecheck.analyses.timing.moments import days_of
from clausecheck.model import nodes

Days: TypeAlias = "tuple[int, int]"
"""From the fewest to the most."""
Way: TypeAlias = Literal["earlier", "later"]


def moved_by(days: Days) -> str:
    """Return by how many days something moved, and which way."""
    return f"{_by(days)} {_way(later=days[1] > 0)}"


def way_moved(days: Days) -> Way | None:
    """Return which way something moved; None where it may be either, or it did not."""
    if days[0] < 0 < days[1] or days == (0, 0):
        return None
    return _way(later=days[1] > 0)


def _by(days: Days) -> str:
    by = sorted({abs(each) for each in days})
    return " to ".join(map(str, by)) + (" day" if by == [1] else " days")


def _way(*, later: bool) -> Way:
    return "later" if later else "earlier"


def is_within(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether one of two spans in days may be the other, as 30 days may be a month."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (
        other[0] <= one[0] and one[1] <= other[1]
    )


def term_of(value: nodes.Value) -> tuple[float, float] | None:
    """Return the fewest and most days of a term or between two times; or without limit."""
    match value:
        case nodes.WithoutLimit():
            return float("inf"), float("inf")
        case nodes.Period():
            return days_of(value)
        case _:
            return None
