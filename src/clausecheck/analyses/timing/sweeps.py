"""Sweeps over limits, each of which brings the days of moments nearer to what they allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from clausecheck.analyses.timing.limits import Cause, Limit, Moment

Step = tuple[int, int, int, Limit[Moment, Cause]]
Days: TypeAlias = list[int | None]
By = list[Limit[Moment, Cause] | None]
"""What each moment owes its day to."""


def split(
    limits: Iterable[Limit[Moment, Cause]], places: dict[Moment, int]
) -> tuple[list[Step[Moment, Cause]], list[Step[Moment, Cause]]]:
    """Return the limits that lead ahead in the moments' order, and, reversed, the others.

    Moments that have no place yet are given the next.
    """
    steps = []
    for each in limits:
        if each.days <= 0:  # what comes first is numbered first
            places.setdefault(each.later, len(places))
        start = places.setdefault(each.earlier, len(places))
        steps.append((start, places.setdefault(each.later, len(places)), each.days, each))
    ahead = sorted((step for step in steps if step[0] <= step[1]), key=lambda step: step[0])
    back = sorted((step for step in steps if step[0] > step[1]), key=lambda step: -step[0])
    return ahead, back


def sweep(
    steps: Iterable[Step[Moment, Cause]], days: list[int], by: list[Limit[Moment, Cause] | None]
) -> bool:
    """Bring the last days of all moments down, and tell whether one has changed."""
    changed = False
    for start, end, most, limit in steps:
        if days[start] + most < days[end]:
            days[end], by[end], changed = days[start] + most, limit, True
    return changed


def sweep_known(steps: Sequence[Step[Moment, Cause]], days: Days, by: By[Moment, Cause]) -> bool:
    """Do the same where some days are not known, and stay so unless a limit tells them."""
    changed = False
    for start, end, most, limit in steps:
        reached, known = days[start], days[end]
        if reached is not None and (known is None or reached + most < known):
            days[end], by[end], changed = reached + most, limit, True
    return changed


def sweep_turned(steps: Sequence[Step[Moment, Cause]], days: Days, by: By[Moment, Cause]) -> bool:
    """Do that from the later moment to the earlier, and for the first days."""
    changed = False
    for start, end, most, limit in reversed(steps):
        reached, known = days[end], days[start]
        if reached is not None and (known is None or reached - most > known):
            days[start], by[start], changed = reached - most, limit, True
    return changed


def sweep_dates(steps: Sequence[Step[Moment, Cause]], days: Days, by: By[Moment, Cause]) -> bool:
    """Do what `sweep_known` does where days are dates."""
    changed = False
    for start, end, _, limit in steps:
        reached, known = days[start], days[end]
        if reached is not None and (known is None or limit.ahead(reached) < known):
            days[end], by[end], changed = limit.ahead(reached), limit, True
    return changed


def sweep_dates_turned(
    steps: Sequence[Step[Moment, Cause]], days: Days, by: By[Moment, Cause]
) -> bool:
    """Do what `sweep_turned` does where days are dates."""
    changed = False
    for start, end, _, limit in reversed(steps):
        reached, known = days[end], days[start]
        if reached is not None and (known is None or limit.back(reached) > known):
            days[start], by[start], changed = limit.back(reached), limit, True
    return changed
