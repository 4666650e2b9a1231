"""How many days several spans of months take in a row, from whatever day they begin."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from clausecheck.analyses.timing.limits import Cause, Limit, Moment
from clausecheck.analyses.timing.months import Counted, Link, fewest_back, most_ahead
from clausecheck.analyses.timing.sweeps import Days

_LONGEST_WAY = 40
_MOST_REFINED = 100
"""Ways, by their spans, of which it is reckoned how many days they take at the most."""


def refine(
    days: Days,
    by: Sequence[tuple[Limit[Moment, Cause], int] | None],
    chosen: Collection[int],
    *,
    ahead: bool,
) -> None:
    """Put in the days that several spans of months in a row take, from whatever day they begin.

    Each alone may be as long as a month can be, but not all of them are. `by` holds the limit to
    which a moment owes its day, and the place of the moment from which it leads; no way leads on
    through a moment that owes it to a choice.
    """
    refined: dict[tuple[Link, ...], int | None] = {}
    for place, known in enumerate(days):
        links = _links(place, by, chosen, ahead=ahead)
        if known is None or sum(isinstance(link, Counted) for link in links) < 2:  # noqa: PLR2004 - days_of tells of one
            continue
        if links not in refined and len(refined) < _MOST_REFINED:
            refined[links] = most_ahead(links) if ahead else fewest_back(links)
        found = refined.get(links)
        days[place] = known if found is None else found


def _links(
    place: int,
    by: Sequence[tuple[Limit[Moment, Cause], int] | None],
    chosen: Collection[int],
    *,
    ahead: bool,
) -> tuple[Link, ...]:
    """Return the spans that lead to a moment, first to last.

    None where the way is long, or hangs on a choice.
    """
    links: list[Link] = []
    followed = 0
    while (step := by[place]) is not None and place not in chosen:
        limit, place = step
        followed += 1
        if followed > _LONGEST_WAY:
            return ()
        days = limit.days if ahead else -limit.days
        if limit.counted is not None:
            links.append(limit.counted)
        elif links and isinstance(links[-1], int):
            links[-1] += days
        elif days:
            links.append(days)
    return () if place in chosen else tuple(reversed(links))
