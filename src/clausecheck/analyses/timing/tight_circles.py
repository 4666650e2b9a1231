"""The circles of limits that add up to less than nothing, and the shortest of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clausecheck.analyses.timing.limits import Cause, Limit, Moment


def circle_of(
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


def shortest(
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
