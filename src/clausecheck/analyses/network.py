"""How far apart moments may lie, and which limits cannot all be kept.

A simple temporal network (Dechter, Meiri and Pearl, “Temporal constraint networks”, Artificial
Intelligence 49, 1991, section 3): a limit says how many days after one moment another comes at the
latest. The limits can all be kept exactly where no circle of them adds up to less than nothing.
Such a circle is the story of what goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Generic, Literal, TypeVar

from clausecheck.values import frozen

Moment = TypeVar("Moment", bound=Hashable)
Cause = TypeVar("Cause")


@frozen
class Limit(Generic[Moment, Cause]):
    """`later` comes at most `days` after `earlier`; below zero, at least so many before it."""

    earlier: Moment
    later: Moment
    days: int
    cause: Cause


@frozen
class Verdict(Generic[Moment, Cause]):
    """Whether limits can all be kept.

    `circle` holds limits that cannot, each beginning where the one before ends, and adding up to
    less than nothing; it is empty unless the answer is `no`. `moments` holds a day for each moment
    that keeps all limits; it is empty unless the answer is `yes`.
    """

    answer: Literal["yes", "no", "not decided"]
    circle: tuple[Limit[Moment, Cause], ...] = ()
    moments: Mapping[Moment, int] | None = None


_ROUNDS = 60
"""Sweeps before a network counts as undecided.

A text whose steps come in any few orders takes a handful; without the bound, one made to be hard
would take as many as it has moments (Yen's bound for Bellman and Ford's method)."""


class Network(Generic[Moment, Cause]):
    """Limits made ready to be asked about, which takes as long as to ask once."""

    def __init__(self, limits: Sequence[Limit[Moment, Cause]]) -> None:
        """Number the moments in the order in which the limits name them."""
        self.places: dict[Moment, int] = {}
        self._ahead, self._back = _split(limits, self.places)
        self._days = [0] * len(self.places)

    @property
    def limits(self) -> Iterator[Limit[Moment, Cause]]:
        """The limits, in no order that means anything."""
        return (step[3] for step in chain(self._ahead, self._back))

    def with_limits(self, limits: Sequence[Limit[Moment, Cause]]) -> Network[Moment, Cause]:
        """Return a network with these limits as well; to ask of it goes on where this one is."""
        more: Network[Moment, Cause] = Network(())
        more.places = dict(self.places)
        ahead, back = _split(limits, more.places)
        more._ahead, more._back = [*self._ahead, *ahead], [*back, *self._back]
        more._days = [*self._days, *[0] * (len(more.places) - len(self._days))]
        return more

    def without(self, drop: Callable[[Limit[Moment, Cause]], bool]) -> Network[Moment, Cause]:
        """Return a network without some limits, likewise."""
        less: Network[Moment, Cause] = Network(())
        less.places, less._days = self.places, [*self._days]
        less._ahead = [step for step in self._ahead if not drop(step[3])]
        less._back = [step for step in self._back if not drop(step[3])]
        return less

    def solve(self) -> Verdict[Moment, Cause]:
        """Tell whether the limits can all be kept, by Bellman and Ford's method in Yen's order.

        It sweeps forward and back over the moments, so that a text in order takes few sweeps; after
        each it looks for a circle, so that limits which cannot be kept take no longer than others.
        It starts from the last days that kept all limits but those added since.
        """
        days = [*self._days]
        by: list[Limit[Moment, Cause] | None] = [None] * len(self.places)
        for _ in range(_ROUNDS):
            changed = _sweep(self._ahead, days, by)
            if not (_sweep(self._back, days, by) or changed):
                self._days = days
                return Verdict("yes", moments={m: days[at] for m, at in self.places.items()})
            circle = _circle(by, self.places)
            if circle:
                return Verdict("no", _shortest(circle, self.limits))
        return Verdict("not decided")

    def latest(self, origin: Moment) -> Mapping[Moment, int]:
        """Return by moment the last day after the origin on which it can come.

        A moment that may come at any time is left out. The limits must be such as can all be kept;
        beyond the bound on sweeps a day may be later than the limits allow, never earlier.
        """
        found = self._from(origin)
        for _ in range(_ROUNDS):
            changed = _sweep_known(self._ahead, found)
            if not (_sweep_known(self._back, found) or changed):
                break
        return self._told(found, origin)

    def earliest(self, origin: Moment) -> Mapping[Moment, int]:
        """Return by moment the first day after the origin on which it can come, likewise."""
        found = self._from(origin)
        for _ in range(_ROUNDS):
            changed = _sweep_turned(self._back, found)
            if not (_sweep_turned(self._ahead, found) or changed):
                break
        return self._told(found, origin)

    def _from(self, origin: Moment) -> list[int | None]:
        found: list[int | None] = [None] * len(self.places)
        if origin in self.places:
            found[self.places[origin]] = 0
        return found

    def _told(self, found: list[int | None], origin: Moment) -> Mapping[Moment, int]:
        told = {m: day for m, at in self.places.items() if (day := found[at]) is not None}
        return {origin: 0, **told}


def solve(limits: Sequence[Limit[Moment, Cause]]) -> Verdict[Moment, Cause]:
    """Tell whether limits can all be kept."""
    return Network(limits).solve()


_Step = tuple[int, int, int, Limit[Moment, Cause]]


def _split(
    limits: Iterable[Limit[Moment, Cause]], places: dict[Moment, int]
) -> tuple[list[_Step[Moment, Cause]], list[_Step[Moment, Cause]]]:
    """Return the limits that lead ahead in the moments' order, and, reversed, the others.

    Moments that have no place yet are given the next.
    """
    steps = [
        (
            places.setdefault(each.earlier, len(places)),
            places.setdefault(each.later, len(places)),
            each.days,
            each,
        )
        for each in limits
    ]
    ahead = sorted((step for step in steps if step[0] <= step[1]), key=lambda step: step[0])
    back = sorted((step for step in steps if step[0] > step[1]), key=lambda step: -step[0])
    return ahead, back


def _sweep(
    steps: Iterable[_Step[Moment, Cause]], days: list[int], by: list[Limit[Moment, Cause] | None]
) -> bool:
    changed = False
    for start, end, most, limit in steps:
        if days[start] + most < days[end]:
            days[end], by[end], changed = days[start] + most, limit, True
    return changed


def _sweep_known(steps: Iterable[_Step[Moment, Cause]], days: list[int | None]) -> bool:
    changed = False
    for start, end, most, _ in steps:
        reached, known = days[start], days[end]
        if reached is not None and (known is None or reached + most < known):
            days[end], changed = reached + most, True
    return changed


def _sweep_turned(steps: Sequence[_Step[Moment, Cause]], days: list[int | None]) -> bool:
    """Do the same from the later moment to the earlier, and for the first days."""
    changed = False
    for start, end, most, _ in reversed(steps):
        reached, known = days[end], days[start]
        if reached is not None and (known is None or reached - most > known):
            days[start], changed = reached - most, True
    return changed


def _circle(
    by: Sequence[Limit[Moment, Cause] | None], places: Mapping[Moment, int]
) -> tuple[Limit[Moment, Cause], ...]:
    """Return a circle in which each moment owes its day to the one before; empty if there is none.

    Such a circle always adds up to less than nothing.
    """
    seen = [0] * len(by)
    for walk, start in enumerate(range(len(by)), start=1):
        at = start
        while seen[at] == 0:
            seen[at] = walk
            limit = by[at]
            if limit is None:
                break
            at = places[limit.earlier]
        else:
            if seen[at] == walk:
                return _around(at, by, places)
    return ()


def _around(
    at: int, by: Sequence[Limit[Moment, Cause] | None], places: Mapping[Moment, int]
) -> tuple[Limit[Moment, Cause], ...]:
    circle: list[Limit[Moment, Cause]] = []
    end = at
    while not circle or at != end:
        limit = by[at]
        assert limit is not None  # noqa: S101 - the caller has walked this way
        circle.append(limit)
        at = places[limit.earlier]
    return tuple(reversed(circle))


_TRIED = 20_000
"""How many limits are tried in looking for a shorter circle than the one that was found."""


def _shortest(
    circle: tuple[Limit[Moment, Cause], ...], limits: Iterable[Limit[Moment, Cause]]
) -> tuple[Limit[Moment, Cause], ...]:
    """Return the circle of the fewest limits that passes through a moment of this one.

    Walks of one, two, three … limits are grown from each moment, the tightest to every moment kept.
    """
    leading: dict[Moment, list[Limit[Moment, Cause]]] = {}
    for limit in limits:
        leading.setdefault(limit.earlier, []).append(limit)
    best, tried = circle, 0
    for start in dict.fromkeys(limit.earlier for limit in circle):
        walks: dict[Moment, tuple[int, tuple[Limit[Moment, Cause], ...]]] = {start: (0, ())}
        for _ in range(len(best) - 1):
            longer: dict[Moment, tuple[int, tuple[Limit[Moment, Cause], ...]]] = {}
            for at, (days, path) in walks.items():
                for limit in leading.get(at, ()):
                    tried += 1
                    known = longer.get(limit.later)
                    if known is None or days + limit.days < known[0]:
                        longer[limit.later] = (days + limit.days, (*path, limit))
            if tried > _TRIED:
                return best
            walks = longer
            if start in walks and walks[start][0] < 0:
                best = walks[start][1]
                break
    return best
