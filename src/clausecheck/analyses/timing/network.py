"""How far apart moments may lie, and which limits cannot all be kept.

A simple temporal network (Dechter, Meiri and Pearl, “Temporal constraint networks”, Artificial
Intelligence 49, 1991, section 3): a limit says how many days after one moment another comes at the
latest. The limits can all be kept exactly where no circle of them adds up to less than nothing.
Such a circle is the story of what goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, Literal, TypeAlias, TypeVar

from attrs import field

from clausecheck.analyses.timing.months import Counted, Link, fewest_back, most_ahead
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
    counted: Counted | None = field(default=None, eq=False)
    """How it counts in months; `days` are then those of the months that ask the least."""

    def ahead(self, day: int) -> int:
        """Return the last day of the later moment, by the last of the earlier one."""
        return day + self.days if self.counted is None else self.counted.ahead(day)

    def back(self, day: int) -> int:
        """Return the first day of the earlier moment, by the first of the later one."""
        return day - self.days if self.counted is None else self.counted.back(day)


@frozen
class Verdict(Generic[Moment, Cause]):
    """Whether limits can all be kept.

    `circle` holds limits that cannot, each beginning where the one before ends, and adding up to
    less than nothing; where that is not decided because of the months, limits that no day tried has
    kept. `moments` holds a day for each moment
    that keeps all limits, months at their easiest; it is empty unless the answer is `yes`.
    """

    answer: Literal["yes", "no", "not decided"]
    circle: tuple[Limit[Moment, Cause], ...] = ()
    day: int | None = None
    """The date from which the circle adds up so, if it does by the dates on which months fall."""
    any_day: bool = False
    """Whether it does so from any other day too, which none leaves more time than that one."""
    moments: Mapping[Moment, int] | None = None


Options: TypeAlias = tuple[tuple[Limit[Moment, Cause], ...], ...]
"""Sets of limits on one moment of which one set must hold: "later of", "or"."""


_ROUNDS = 60
"""Sweeps before a network counts as undecided.

A text whose steps come in any few orders takes a handful; without the bound, one made to be hard
would take as many as it has moments (Yen's bound for Bellman and Ford's method)."""


class Network(Generic[Moment, Cause]):
    """Limits made ready to be asked about, which takes as long as to ask once."""

    def __init__(
        self,
        limits: Sequence[Limit[Moment, Cause]],
        choices: Sequence[Options[Moment, Cause]] = (),
    ) -> None:
        """Number the moments in the order in which the limits name them.

        The choices bound the first and the last days alone: whether one can be made, who asks
        tries.
        """
        self.places: dict[Moment, int] = {}
        self._ahead, self._back = _split(limits, self.places)
        self._choices = tuple(choices)
        for limit in (each for options in choices for option in options for each in option):
            self.places.setdefault(limit.earlier, len(self.places))
            self.places.setdefault(limit.later, len(self.places))
        self._days = [0] * len(self.places)

    @property
    def limits(self) -> Iterator[Limit[Moment, Cause]]:
        """The limits, in no order that means anything."""
        return (step[3] for step in chain(self._ahead, self._back))

    @property
    def steps(self) -> Iterator[tuple[int, int, Limit[Moment, Cause]]]:
        """The limits, each behind the places of its moments."""
        return ((start, end, limit) for start, end, _, limit in chain(self._ahead, self._back))

    def with_limits(self, limits: Sequence[Limit[Moment, Cause]]) -> Network[Moment, Cause]:
        """Return a network with these limits as well; to ask of it goes on where this one is."""
        more: Network[Moment, Cause] = Network(())
        more.places, more._choices = dict(self.places), self._choices
        ahead, back = _split(limits, more.places)
        more._ahead, more._back = [*self._ahead, *ahead], [*back, *self._back]
        more._days = [*self._days, *[0] * (len(more.places) - len(self._days))]
        return more

    def without(self, drop: Callable[[Limit[Moment, Cause]], bool]) -> Network[Moment, Cause]:
        """Return a network without some limits, likewise; a choice binds if each way still does."""
        less: Network[Moment, Cause] = Network(())
        less.places, less._days = self.places, [*self._days]
        less._ahead = [step for step in self._ahead if not drop(step[3])]
        less._back = [step for step in self._back if not drop(step[3])]
        left = (
            tuple(tuple(each for each in option if not drop(each)) for option in options)
            for options in self._choices
        )
        less._choices = tuple(options for options in left if all(options))
        return less

    @cached_property
    def in_months(self) -> bool:
        """Whether some of the limits count in months."""
        return any(limit.counted is not None for limit in self.limits)

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

    def solve_by_dates(self, calendar: Moment) -> Verdict[Moment, Cause]:
        """Tell the same of limits that can be kept if months are as long or short as they like.

        `calendar` is the first day of all. The last days are pressed down until they stay where
        they are, or the calendar itself would have to begin sooner.
        """
        found, by = self._from(calendar)
        for _ in range(_ROUNDS):
            changed = _sweep_dates(self._ahead, found, by)
            changed = _sweep_dates(self._back, found, by) or changed
            if (found[self.places[calendar]] or 0) < 0:
                return self._misdated(calendar, found, by)
            if not changed:
                return Verdict("yes")
        return Verdict("not decided", _circle(by, self.places))

    def _misdated(
        self, calendar: Moment, found: _Days, by: _By[Moment, Cause]
    ) -> Verdict[Moment, Cause]:
        """Return the circle through which the calendar, or what led to it, owes itself its day."""
        seen: dict[Moment, int] = {}
        walk: list[Limit[Moment, Cause]] = []
        at = calendar
        while at not in seen:
            seen[at] = len(walk)
            limit = by[self.places[at]]
            assert limit is not None  # noqa: S101 - all that has fallen has fallen by a limit
            walk.append(limit)
            at = limit.earlier
        circle = tuple(reversed(walk[seen[at] :]))
        reached = 0 if at == calendar else found[self.places[at]] or 0
        # It fell to where it is from a day of the same month or the next.
        tried = range(reached, reached + (1 if at == calendar else 62))
        start = next((day for day in tried if led(circle, day) < day), None)
        answer: Literal["no", "not decided"] = "not decided" if start is None else "no"
        return Verdict(answer, circle, start)

    def latest(self, origin: Moment, *, dates: bool = False) -> Mapping[Moment, int]:
        """Return by moment the last day after the origin on which it can come.

        A moment that may come at any time is left out. `dates` says that the origin is the first
        day of the calendar, so that every day is a date and each month has its own length. The
        limits must be such as can all be kept; beyond the bound on sweeps a day may be later than
        the limits allow, never earlier.
        """
        return self._reached(origin, dates=dates, last=True)

    def earliest(self, origin: Moment, *, dates: bool = False) -> Mapping[Moment, int]:
        """Return by moment the first day after the origin on which it can come, likewise."""
        return self._reached(origin, dates=dates, last=False)

    def _reached(self, origin: Moment, *, dates: bool, last: bool) -> Mapping[Moment, int]:
        """Return by moment the last day that the limits leave it, or the first."""
        found, by = self._from(origin)
        chosen: set[int] = set()
        by_date = dates and self.in_months
        if last:
            sweep = _sweep_dates if by_date else _sweep_known
            steps, against = self._ahead, self._back
        else:
            sweep = _sweep_dates_turned if by_date else _sweep_turned
            steps, against = self._back, self._ahead
        for _ in range(_ROUNDS):
            changed = sweep(steps, found, by)
            changed = sweep(against, found, by) or changed
            if not (self._choose(found, chosen, dates=dates, last=last) or changed):
                break
        if self.in_months and not dates:
            owed_to = [
                (each, self.places[each.earlier if last else each.later]) if each else None
                for each in by
            ]
            _refine(found, owed_to, chosen, ahead=last)
        return self._told(found, origin)

    def _choose(self, found: _Days, chosen: set[int], *, dates: bool, last: bool) -> bool:
        """Put in the day that is left whatever is chosen, and tell whether one has changed.

        What comes no later than one of several moments comes no later than the last of them.
        """
        changed = False
        for place, ways in self._chosen_last if last else self._chosen_first:
            days = [_left_by(way, found, dates=dates, last=last) for way in ways]
            reached, known = _worst(days, last=last), found[place]
            if reached is not None and (
                known is None or (reached < known if last else reached > known)
            ):
                found[place], changed = reached, True
                chosen.add(place)
        return changed

    @cached_property
    def _chosen_last(self) -> list[_Chosen[Moment, Cause]]:
        """The moments of which every way of some choice bounds the last day, with what does so."""
        return [
            (
                self.places[moment],
                [
                    [(self.places[e.earlier], e) for e in way if e.later == moment]
                    for way in options
                ],
            )
            for options in self._choices
            for moment in set.intersection(*({each.later for each in way} for way in options))
        ]

    @cached_property
    def _chosen_first(self) -> list[_Chosen[Moment, Cause]]:
        """The same of the first day."""
        return [
            (
                self.places[moment],
                [
                    [(self.places[e.later], e) for e in way if e.earlier == moment]
                    for way in options
                ],
            )
            for options in self._choices
            for moment in set.intersection(*({each.earlier for each in way} for way in options))
        ]

    def _from(self, origin: Moment) -> tuple[_Days, _By[Moment, Cause]]:
        found: _Days = [None] * len(self.places)
        if origin in self.places:
            found[self.places[origin]] = 0
        return found, [None] * len(self.places)

    def _told(self, found: _Days, origin: Moment) -> Mapping[Moment, int]:
        told = {m: day for m, at in self.places.items() if (day := found[at]) is not None}
        return {origin: 0, **told}


def solve(limits: Sequence[Limit[Moment, Cause]]) -> Verdict[Moment, Cause]:
    """Tell whether limits can all be kept."""
    return Network(limits).solve()


_Step = tuple[int, int, int, Limit[Moment, Cause]]
_Days: TypeAlias = list[int | None]
_By = list[Limit[Moment, Cause] | None]
"""What each moment owes its day to."""


_Way = list[tuple[int, Limit[Moment, Cause]]]
_Chosen = tuple[int, list[_Way[Moment, Cause]]]
"""The place of a moment, and for each way the limits on it with the places of the others."""


def _left_by(way: _Way[Moment, Cause], found: _Days, *, dates: bool, last: bool) -> int | None:
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


def _worst(days: Sequence[int | None], *, last: bool) -> int | None:
    """Return the last of the last days that several sets leave, or the first of the first."""
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    return max(known) if last else min(known)


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


def _sweep_known(
    steps: Sequence[_Step[Moment, Cause]], days: _Days, by: _By[Moment, Cause]
) -> bool:
    changed = False
    for start, end, most, limit in steps:
        reached, known = days[start], days[end]
        if reached is not None and (known is None or reached + most < known):
            days[end], by[end], changed = reached + most, limit, True
    return changed


def _sweep_turned(
    steps: Sequence[_Step[Moment, Cause]], days: _Days, by: _By[Moment, Cause]
) -> bool:
    """Do the same from the later moment to the earlier, and for the first days."""
    changed = False
    for start, end, most, limit in reversed(steps):
        reached, known = days[end], days[start]
        if reached is not None and (known is None or reached - most > known):
            days[start], by[start], changed = reached - most, limit, True
    return changed


def _sweep_dates(
    steps: Sequence[_Step[Moment, Cause]], days: _Days, by: _By[Moment, Cause]
) -> bool:
    """Do what `_sweep_known` does where days are dates."""
    changed = False
    for start, end, _, limit in steps:
        reached, known = days[start], days[end]
        if reached is not None and (known is None or limit.ahead(reached) < known):
            days[end], by[end], changed = limit.ahead(reached), limit, True
    return changed


def _sweep_dates_turned(
    steps: Sequence[_Step[Moment, Cause]], days: _Days, by: _By[Moment, Cause]
) -> bool:
    changed = False
    for start, end, _, limit in reversed(steps):
        reached, known = days[end], days[start]
        if reached is not None and (known is None or limit.back(reached) > known):
            days[start], by[start], changed = limit.back(reached), limit, True
    return changed


def led(limits: Iterable[Limit[Moment, Cause]], day: int) -> int:
    """Return the last date to which limits lead from a date."""
    for limit in limits:
        day = limit.ahead(day)
    return day


_LONGEST_WAY = 40
_MOST_REFINED = 100
"""Ways, by their spans, of which it is reckoned how many days they take at the most."""


def _refine(
    days: _Days,
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
