"""How far apart moments may lie, and which limits cannot all be kept.

A simple temporal network (Dechter, Meiri and Pearl, “Temporal constraint networks”, Artificial
Intelligence 49, 1991, section 3): a limit says how many days after one moment another comes at the
latest. The limits can all be kept exactly where no circle of them adds up to less than nothing.
Such a circle is the story of what goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, Literal

from clausecheck.analyses.timing.choosing import Chosen, Options, left_by, worst
from clausecheck.analyses.timing.limits import Cause, Limit, Moment, led
from clausecheck.analyses.timing.spans_in_a_row import refine
from clausecheck.analyses.timing.sweeps import (
    By,
    Days,
    split,
    sweep,
    sweep_dates,
    sweep_dates_turned,
    sweep_known,
    sweep_turned,
)
from clausecheck.analyses.timing.tight_circles import circle_of, shortest
from clausecheck.values import frozen


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
    beside: tuple[Verdict[Moment, Cause], ...] = ()
    """Why the other ways cannot be taken either, where the circle hangs on the way that a choice
    leaves."""


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
        self._ahead, self._back = split(limits, self.places)
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
        ahead, back = split(limits, more.places)
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
            changed = sweep(self._ahead, days, by)
            if not (sweep(self._back, days, by) or changed):
                self._days = days
                return Verdict("yes", moments={m: days[at] for m, at in self.places.items()})
            circle = circle_of(by, self.places)
            if circle:
                return Verdict("no", shortest(circle, self.limits))
        return Verdict("not decided")

    def solve_by_dates(self, calendar: Moment) -> Verdict[Moment, Cause]:
        """Tell the same of limits that can be kept if months are as long or short as they like.

        `calendar` is the first day of all. The last days are pressed down until they stay where
        they are, or the calendar itself would have to begin sooner.
        """
        found, by = self._from(calendar)
        for _ in range(_ROUNDS):
            changed = sweep_dates(self._ahead, found, by)
            changed = sweep_dates(self._back, found, by) or changed
            if (found[self.places[calendar]] or 0) < 0:
                return self._misdated(calendar, found, by)
            if not changed:
                return Verdict("yes")
        return Verdict("not decided", circle_of(by, self.places))

    def _misdated(
        self, calendar: Moment, found: Days, by: By[Moment, Cause]
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
            press = sweep_dates if by_date else sweep_known
            steps, against = self._ahead, self._back
        else:
            press = sweep_dates_turned if by_date else sweep_turned
            steps, against = self._back, self._ahead
        for _ in range(_ROUNDS):
            changed = press(steps, found, by)
            changed = press(against, found, by) or changed
            if not (self._choose(found, chosen, dates=dates, last=last) or changed):
                break
        if self.in_months and not dates:
            owed_to = [
                (each, self.places[each.earlier if last else each.later]) if each else None
                for each in by
            ]
            refine(found, owed_to, chosen, ahead=last)
        return self._told(found, origin)

    def _choose(self, found: Days, chosen: set[int], *, dates: bool, last: bool) -> bool:
        """Put in the day that is left whatever is chosen, and tell whether one has changed.

        What comes no later than one of several moments comes no later than the last of them.
        """
        changed = False
        for place, ways in self._chosen_last if last else self._chosen_first:
            days = [left_by(way, found, dates=dates, last=last) for way in ways]
            reached, known = worst(days, last=last), found[place]
            if reached is not None and (
                known is None or (reached < known if last else reached > known)
            ):
                found[place], changed = reached, True
                chosen.add(place)
        return changed

    @cached_property
    def _chosen_last(self) -> list[Chosen[Moment, Cause]]:
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
    def _chosen_first(self) -> list[Chosen[Moment, Cause]]:
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

    def _from(self, origin: Moment) -> tuple[Days, By[Moment, Cause]]:
        found: Days = [None] * len(self.places)
        if origin in self.places:
            found[self.places[origin]] = 0
        return found, [None] * len(self.places)

    def _told(self, found: Days, origin: Moment) -> Mapping[Moment, int]:
        told = {m: day for m, at in self.places.items() if (day := found[at]) is not None}
        return {origin: 0, **told}


def solve(limits: Sequence[Limit[Moment, Cause]]) -> Verdict[Moment, Cause]:
    """Tell whether limits can all be kept."""
    return Network(limits).solve()
