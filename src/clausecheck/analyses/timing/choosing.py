"""What a choice between sets of limits leaves a moment, whichever of them is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from clausecheck.analyses.timing.limits import Cause, Limit, Moment
from clausecheck.analyses.timing.sweeps import Days

Options: TypeAlias = tuple[tuple[Limit[Moment, Cause], ...], ...]
"""Sets of limits on one moment of which one set must hold: "later of", "or"."""


Way = list[tuple[int, Limit[Moment, Cause]]]
Chosen = tuple[int, list[Way[Moment, Cause]]]
"""The place of a moment, and for each way the limits on it with the places of the others."""


def left_by(way: Way[Moment, Cause], found: Days, *, dates: bool, last: bool) -> int | None:
    """Return the last or the first day that one way leaves a moment, if it leaves any out."""
    left: int | None = None
    for place, limit in way:
        day = found[place]
        if day is None:
            continue
        if last:
            reached = limit.ahead(day) if dates else day + limit.days
            left = reached if left is None else min(left, reached)
        else:
            reached = limit.back(day) if dates else day - limit.days
            left = reached if left is None else max(left, reached)
    return left


def worst(days: Sequence[int | None], *, last: bool) -> int | None:
    """Return the last of the last days that several sets leave, or the first of the first."""
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    return max(known) if last else min(known)
