"""Whether limits in months can be kept from some day on, where none of the days is known.

A month may have 28 days and may have 31, but not all months of a row are as long as that. What
hangs together by limits both ways can be moved along the calendar as one; so each such part is
tried from days of four years, and what cannot be kept from one rules out others by its circle.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import Generic, TypeVar

from clausecheck.analyses.timing.limits import Limit, led
from clausecheck.analyses.timing.months import YEARS, extent
from clausecheck.analyses.timing.network import Network, Verdict
from clausecheck.analyses.timing.parts import parts
from clausecheck.values import frozen

Moment = TypeVar("Moment", bound=Hashable)
Cause = TypeVar("Cause")

_TRIES = 40
"""Days from which one part is tried before it counts as undecided."""
_ROUNDS = 60
"""Sweeps from one day, as those over a whole network."""
_MOST_LED = 100_000
"""Limits followed in looking for a day from which a circle can be kept."""


def solve_from_some_day(
    network: Network[Moment, Cause], calendar: Moment
) -> Verdict[Moment, Cause]:
    """Tell whether what does not hang together with the calendar can be kept from some day.

    The limits must be such as can be kept if months are as long or short as they like.
    """
    verdicts = (_Part(steps).solve() for steps in _apart(network, calendar))
    open_ = None
    for verdict in verdicts:
        if verdict.answer == "no":
            return verdict
        if verdict.answer != "yes":
            open_ = verdict
    return open_ or Verdict("yes")


_Step = tuple[int, int, Limit[Moment, Cause]]


def _apart(network: Network[Moment, Cause], calendar: Moment) -> list[list[_Step[Moment, Cause]]]:
    """Return the limits of each part that counts in months and in which no date is known."""
    following: list[list[int]] = [[] for _ in network.places]
    for start, end, _ in network.steps:
        following[start].append(end)
    part_of = [0] * len(following)
    for number, part in enumerate(parts(range(len(following)), following.__getitem__)):
        for place in part:
            part_of[place] = number
    inside: dict[int, list[_Step[Moment, Cause]]] = {}
    for step in network.steps:
        if part_of[step[0]] == part_of[step[1]]:
            inside.setdefault(part_of[step[0]], []).append(step)
    if calendar in network.places:
        inside.pop(part_of[network.places[calendar]], None)
    return [steps for steps in inside.values() if any(s[2].counted is not None for s in steps)]


@frozen
class _Part(Generic[Moment, Cause]):
    """Limits between moments that can only be moved together."""

    steps: Sequence[_Step[Moment, Cause]]

    def solve(self) -> Verdict[Moment, Cause]:
        ends = chain.from_iterable((start, end) for start, end, _ in self.steps)
        ((anchor, _),) = Counter(ends).most_common(1)
        moment = next(limit.earlier for start, _, limit in self.steps if start == anchor)
        # Days far from each other first: neighbours often fail alike.
        left = [YEARS[place * 607 % len(YEARS)] for place in range(len(YEARS))]
        met: dict[Limit[Moment, Cause], None] = {}
        tried = 0
        while left and tried < _TRIES:
            tried += 1
            kept, circle = self._from(anchor, left[0])
            if kept:
                return Verdict("yes")
            best = _best(circle)
            if best is not None and _over(circle, best) < 0:
                return Verdict("no", circle, best, any_day=True)
            met |= dict.fromkeys(circle)
            through = bool(circle) and circle[0].earlier == moment
            left = [each for each in left[1:] if not through or _over(circle, each) >= 0]
        return Verdict("not decided", tuple(met))

    def _from(self, anchor: int, day: int) -> tuple[bool, tuple[Limit[Moment, Cause], ...]]:
        """Tell whether all can be kept with one moment on a day, or by what circle it cannot."""
        found, by = {anchor: day}, dict[int, _Step[Moment, Cause]]()
        for _ in range(_ROUNDS):
            changed = False
            for step in self.steps:
                start, end, limit = step
                reached = found.get(start)
                if reached is None:
                    continue
                ahead = limit.ahead(reached)
                if end not in found or ahead < found[end]:
                    found[end], by[end], changed = ahead, step, True
            if found[anchor] < day:
                return False, _back(anchor, by)
            if not changed:
                return True, ()
        return False, ()


def _back(anchor: int, by: dict[int, _Step[Moment, Cause]]) -> tuple[Limit[Moment, Cause], ...]:
    """Return the circle through which a moment, or what led to it, owes itself its day."""
    seen: dict[int, int] = {}
    walk: list[Limit[Moment, Cause]] = []
    at = anchor
    while at not in seen:
        seen[at] = len(walk)
        at, _, limit = by[at]
        walk.append(limit)
    return tuple(reversed(walk[seen[at] :]))


def _best(circle: Sequence[Limit[Moment, Cause]]) -> int | None:
    """Return the day from which a circle leaves most; None if that would be too many to try."""
    days = _like_all(circle)
    if not circle or len(days) * len(circle) > _MOST_LED:
        return None
    return max(days, key=lambda day: _over(circle, day))


def _like_all(circle: Iterable[Limit[Moment, Cause]]) -> range:
    """Return days of which one is like any other day for the months of a circle.

    Of a longer one those around a year that has no leap day though its number is one of four.
    """
    months, days = extent(
        limit.counted if limit.counted is not None else limit.days for limit in circle
    )
    years = months // 12 + days // 365 + 1
    if years <= 2:  # noqa: PLR2004 - two years are told by any four
        return YEARS
    first, last = max(2096 - years, 1), 2104 + years
    return range(datetime.date(first, 1, 1).toordinal(), datetime.date(last, 1, 1).toordinal())


def _over(circle: Iterable[Limit[Moment, Cause]], day: int) -> int:
    """Return by how many days a circle comes round after it began; below zero, before."""
    return led(circle, day) - day
