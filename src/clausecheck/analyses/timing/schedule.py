"""The timetable of a text: whether all of it can be kept, and when each step can come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import chain

from attrs import field

from clausecheck.analyses.timing import bounds, deciding, network
from clausecheck.analyses.timing.bounds import Bound, Cause, Choice
from clausecheck.analyses.timing.deciding import Broken, dates_the_text, stands
from clausecheck.analyses.timing.kept_back import kept_back
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    COMMON,
    ENTRY,
    SIGNATURE,
    Moment,
    Reckoner,
)
from clausecheck.analyses.timing.own_ways import without_own_ways
from clausecheck.analyses.timing.steps import Step
from clausecheck.analyses.timing.ways import Ways
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import evolve, frozen


@frozen
class Day:
    """So many days after a moment: the calendar's first, signature, an event, or another step."""

    origin: Moment
    days: int


@frozen
class Window:
    """The first day on which a moment can come and the last by which it is due, if any is set."""

    first: Day | None
    last: Day | None


@frozen(slots=False, eq=False)
class Schedule:
    """A text as limits on its moments."""

    steps: Mapping[str, Step]
    limits: tuple[Bound, ...]
    choices: tuple[Choice, ...]
    reckoner: Reckoner = field(repr=False)
    """Which knows the moments that have one day."""
    lost: frozenset[Moment] = frozenset()
    """What can never come, and so has no days: no limit of it is among these."""
    free: frozenset[str] = frozenset()
    """The steps that nobody must take: no last day counts from these, nor theirs from others."""

    def without(self, lost: frozenset[Moment], unmet: frozenset[Span] = frozenset()) -> Schedule:
        """Return the timetable of the rest where some moments can never come.

        What the lines at `unmet` limit is left out too. A choice is left between the ways that ask
        for none of them, and is none where one of its ways asks only that something comes no later
        than such a moment.
        """
        gone = lost - COMMON
        if not gone and not unmet:
            return self
        kept = (each for each in self.limits if each.cause.at not in unmet)
        limits = tuple(limit for limit in kept if gone.isdisjoint(_ends(limit)))
        choices: list[Choice] = []
        for choice in (each for each in self.choices if each.cause.at not in unmet):
            ways = [way for way in choice.options if gone.isdisjoint(each.later for each in way)]
            ways = [tuple(each for each in way if each.earlier not in gone) for way in ways]
            if ways and all(ways):
                choices.append(evolve(choice, options=tuple(ways)))
        return Schedule(self.steps, limits, tuple(choices), self.reckoner, gone)

    def owing(self, free: frozenset[str]) -> Schedule:
        """Return the same timetable where nobody must take some of the steps.

        What is due so many days after one of these has no last day but that, and one of these has
        none because others wait for it.
        """
        made = evolve(self, free=free)
        return made if any(map(made._leans_on_free, self._every_limit)) else self  # noqa: SLF001 - its own

    def _leans_on_free(self, limit: Bound) -> bool:
        """Tell whether it sets a last day by a step that nobody must take, or for one by others."""
        own, other = limit.later.of, limit.earlier.of
        if own == other or limit.earlier in COMMON:
            return False
        return other in self.free or (own in self.free and limit.cause.number != own)

    @cached_property
    def lost_steps(self) -> frozenset[str]:
        """The numbers of the steps that can never begin."""
        return frozenset(moment.of for moment in self.lost if moment.state == "begins")

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """The chains that cannot be kept, no two by the same lines, in the order found."""
        return self._verdict[0]

    @cached_property
    def decided(self) -> bool:
        """Whether it could be told that all can be kept, or that something cannot."""
        return bool(self.broken) or self._verdict[1].answer == "yes"

    @property
    def undecided(self) -> tuple[Bound, ...]:
        """The limits that no day tried has kept, where months leave that undecided."""
        return () if self.broken else self._verdict[1].circle

    @cached_property
    def _verdict(self) -> tuple[tuple[Broken, ...], network.Verdict[Moment, Cause]]:
        return deciding.broken(self._whole, self.choices)

    # ── When each moment can come ────────────────────────────────────────────────────────────────

    @cached_property
    def _network(self) -> network.Network[Moment, Cause]:
        """The limits that hold whatever is chosen, without those that cannot be kept."""
        spoilt = self._spoilt
        if spoilt or not self.choices:
            return self._whole.without(lambda limit: id(limit) in spoilt) if spoilt else self._whole
        left = [each.options for each in self._possible[0] if len(each.options) > 1]
        return network.Network([*self.limits, *self._sure], left)

    @property
    def exact(self) -> bool:
        """Whether it was tried of all ways to choose whether they can be taken with the others."""
        return self._possible[1]

    @cached_property
    def _possible(self) -> tuple[tuple[Choice, ...], bool]:
        return ((), True) if self.broken else deciding.possible(self._whole, self.choices)

    @property
    def _sure(self) -> Iterator[Bound]:
        """The limits of the ways that have to be taken."""
        for choice in self._possible[0]:
            yield from choice.options[0] if len(choice.options) == 1 else ()

    @cached_property
    def _spoilt(self) -> frozenset[int]:
        """The limits that cannot be kept, by what they are."""
        unfit = (id(limit) for circle in self._unfit for limit in circle)
        every = (id(limit) for limit in self.limits if limit.cause in self._at_odds)
        return frozenset((*unfit, *every))

    @cached_property
    def _unfit(self) -> tuple[tuple[Bound, ...], ...]:
        """The limits of each chain that cannot be kept, without those of the head that stand."""
        circles = (broken.circle for broken in self.broken)
        return tuple(
            tuple(limit for limit in circle if not stands(limit, circle)) for circle in circles
        )

    @cached_property
    def _at_odds(self) -> frozenset[Cause]:
        """The lines of steps of which several lines do not fit together.

        All that each of them limits is left out: half a line would tell a day that another rules
        out.
        """
        found = set[Cause]()
        for unfit in self._unfit:
            causes = {limit.cause for limit in unfit if limit.cause.at is not None}
            of_one = Counter(cause.number for cause in causes)
            found.update(cause for cause in causes if of_one[cause.number] > 1)
        return frozenset(found)

    @cached_property
    def _whole(self) -> network.Network[Moment, Cause]:
        return network.Network(self.limits, [choice.options for choice in self.choices])

    @cached_property
    def origins(self) -> tuple[Moment, ...]:
        """What days are counted from: the calendar, signature, and entry into force if later."""
        floats = ENTRY not in self.reckoner.known and not any(
            limit.later == ENTRY and limit.earlier == SIGNATURE and limit.days == 0
            for limit in self.limits
        )
        return (CALENDAR, SIGNATURE, ENTRY) if floats else (CALENDAR, SIGNATURE)

    @property
    def _every_limit(self) -> Iterator[Bound]:
        """All that it limits, also in some way of a choice alone."""
        chosen = (each for choice in self.choices for way in choice.options for each in way)
        return chain(self.limits, chosen)

    @property
    def in_months(self) -> bool:
        """Whether some of it counts in months from no date."""
        return self._whole.in_months

    @property
    def dated(self) -> bool:
        """Whether any moment has a day of the calendar."""
        return len(self._latest[CALENDAR]) > 1 or len(self._firsts[CALENDAR]) > 1

    @cached_property
    def _firsts(self) -> Mapping[Moment, Mapping[Moment, int]]:
        network = self._network
        return {each: network.earliest(each, dates=each == CALENDAR) for each in self.origins}

    @cached_property
    def _latest(self) -> Mapping[Moment, Mapping[Moment, int]]:
        """The last days that leave time for all the rest."""
        network = self._network.without(self._leans_on_free) if self.free else self._network
        return {each: network.latest(each, dates=each == CALENDAR) for each in self.origins}

    @cached_property
    def _by_origin(self) -> tuple[tuple[Mapping[Moment, int], Mapping[Moment, int]], ...]:
        """The last days and the first ones, origin by origin."""
        return tuple((self._latest[each], self._firsts[each]) for each in self.origins)

    @cached_property
    def _lasts(self) -> Mapping[Moment, Mapping[Moment, int]]:
        """The last days that a text sets for what it has due.

        That one side's step waits for another's does not make the other's due when the first is,
        and that nothing begins before signature does not make a text be signed by its first day.
        """
        dues = self._network.without(
            lambda each: self.is_for_others(each) or _signs(each) or self._leans_on_free(each)
        )
        found = {each: dues.latest(each, dates=each == CALENDAR) for each in self.origins}
        if ENTRY in found:  # that the entry waits for the ratification does not make that due
            own = dues.without(lambda each: each.later.of in RATIFICATION_EVENTS)
            found[ENTRY] = own.latest(ENTRY)
        return found

    @cached_property
    def _openings(self) -> Mapping[Moment, Mapping[Moment, int]]:
        """The first days that a text leaves for each moment by what is said of it.

        That one side's step is due so many days after another's and can itself come no sooner than
        a day does not keep the other from coming, nor a text without a date from being signed.
        """
        starts = self._after_breaches
        found = {each: starts.earliest(each, dates=each == CALENDAR) for each in self.origins}
        if ENTRY in found:  # that something is due soon after signature puts that no nearer to it
            rest = starts.without(lambda each: self._is_due_after(each, COMMON))
            found[ENTRY] = rest.earliest(ENTRY)
        return found

    @cached_property
    def _starts(self) -> network.Network[Moment, Cause]:
        dated = any(map(dates_the_text, self.limits))
        clocks = {ENTRY} if dated else {SIGNATURE, ENTRY}
        return self._network.without(lambda each: self._is_due_after(each, clocks))

    @cached_property
    def _after_breaches(self) -> network.Network[Moment, Cause]:
        """The same with the first days of the breaches that something waits for."""
        breaches = tuple(self._first_breaches())
        more = self._starts.with_limits(breaches) if breaches else self._starts
        # A penalty due before there can be a breach is never due: the days are told without that.
        return more if not breaches or more.solve().answer == "yes" else self._starts

    def _first_breaches(self) -> Iterator[Bound]:
        """Yield that no duty is breached before the day after the one on which it is due.

        Of those alone for whose breach a line waits.
        """
        limits = (each for each in self._every_limit if each.cause.at is not None)
        named = dict.fromkeys(each.later for each in limits if each.later.state == "is breached")
        for moment in named:
            step = self.steps.get(moment.of)
            last = self.last(step.given) if step is not None and step.kind == "duty" else None
            if last is not None and last.origin in COMMON:
                yield Bound(moment, last.origin, -last.days - 1, _LANGUAGE)

    def is_for_others(self, limit: Bound) -> bool:
        """Tell whether a step of one side waits by its own line for a step of another.

        The limit is one of this schedule's.
        """
        return id(limit) in self._for_others

    @cached_property
    def _for_others(self) -> frozenset[int]:
        """Such limits, by what they are: all are asked about, some three times."""
        return frozenset(id(each) for each in self._every_limit if self._is_for_others(each))

    def _is_for_others(self, limit: Bound) -> bool:
        own, other = limit.earlier.of, limit.later.of
        if limit.cause.number != own or own == other:
            return False
        if limit.days == 0 and (limit.cause, limit.later, limit.earlier) in self._backward:
            return False  # they begin together
        return self._are_others(own, other)

    def _is_due_after(self, limit: Bound, clocks: Collection[Moment]) -> bool:
        """Tell whether a step's own line has it due after one of the clocks, or others' steps."""
        own, other = limit.later.of, limit.earlier.of
        if limit.cause.number != own or own == other or limit.days <= 0:
            return False
        return limit.earlier in clocks or (
            limit.earlier not in COMMON and self._are_others(own, other)
        )

    def _are_others(self, one: str, other: str) -> bool:
        ours, theirs = self.steps.get(one), self.steps.get(other)
        return ours is None or theirs is None or _people(ours) != _people(theirs)

    def waits_for_entry(self, moment: Moment) -> bool:
        """Tell whether it is the language alone that puts a moment no earlier than the entry."""
        return any(
            limit.earlier == moment and limit.later == ENTRY and limit.cause.at is None
            for limit in self.limits
        )

    @cached_property
    def _backward(self) -> frozenset[tuple[Cause, Moment, Moment]]:
        """The limits that put one beginning no later than another, with what sets them."""
        return frozenset(
            (each.cause, each.earlier, each.later)
            for each in self.limits
            if each.days == 0 and each.earlier.state == each.later.state == "begins"
        )

    @cached_property
    def _own(self) -> Mapping[Moment, Window]:
        """The first and last days that a step's own lines count from an event or another step.

        Of several that count from one, that which leaves the least.
        """
        firsts: dict[Moment, Day] = {}
        lasts: dict[Moment, Day] = {}
        for limit in self.limits:
            number = limit.cause.number
            of_the_text = number is None or {limit.earlier, limit.later} & COMMON
            if of_the_text or limit.cause in self._at_odds:
                continue
            if limit.earlier.state == "is verified" and self.verifies(number, limit.cause.at):
                continue
            if limit.later.of == number != limit.earlier.of:
                last = lasts.setdefault(limit.later, Day(limit.earlier, limit.days))
                if last.origin == limit.earlier:
                    lasts[limit.later] = evolve(last, days=min(last.days, limit.days))
            elif (
                limit.earlier.of == number != limit.later.of
                and limit.days <= 0
                and (limit.days or limit.later.state == "happens")
            ):
                first = firsts.setdefault(limit.earlier, Day(limit.later, -limit.days))
                if first.origin == limit.later:
                    firsts[limit.earlier] = evolve(first, days=max(first.days, -limit.days))
        return {m: Window(firsts.get(m), lasts.get(m)) for m in {**firsts, **lasts}}

    def verifies(self, number: str | None, at: Span | None) -> bool:
        """Tell whether a line of a step has it verify another, which sets that one no day."""
        step = self.steps.get(number or "")
        lines = step.said.labels.all("verifies") if step is not None else ()
        return any(line.span == at for line in lines)

    def first(self, moment: Moment) -> Day | None:
        """Return the first day on which a moment can come, None where nothing sets one.

        A day that says more than that nothing begins before signature goes before one that does
        not; a day of the calendar before one counted from elsewhere.
        """
        signed = self._openings[CALENDAR].get(SIGNATURE)
        found = {
            origin: Day(origin, firsts[moment])
            for origin, firsts in self._openings.items()
            if moment in firsts and origin != moment
        }
        plain = (Day(CALENDAR, signed or 0), Day(SIGNATURE, 0))
        telling = [day for day in found.values() if day not in plain]
        if len(telling) > 1 and telling[-1].origin == ENTRY and telling[0].origin == SIGNATURE:
            del telling[0]  # what counts from the entry is no earlier
        own = self._own.get(moment, _NO_DAYS).first
        told = next(iter(telling), None) or own or self._first_by_event(moment)
        return told or next(iter(found.values()), None)

    def _first_by_event(self, moment: Moment) -> Day | None:
        """Return the first day that counts from an event, through other steps."""
        days = ((event, firsts.get(moment)) for event, firsts in self._by_event.items())
        return next((Day(event, count) for event, count in days if count is not None), None)

    @cached_property
    def _by_event(self) -> Mapping[Moment, Mapping[Moment, int]]:
        """The first days that count from the events from which most steps count, by steps alone.

        An event that is to come within a month of signature leaves signature no first day.
        """
        origins = Counter(own.first.origin for own in self._own.values() if own.first is not None)
        events = [each for each, _ in origins.most_common() if each.state == "happens"]
        steps = self._starts.without(lambda each: bool({each.earlier, each.later} & COMMON))
        return {each: steps.earliest(each) for each in events[:_MOST_EVENTS]}

    def last(self, moment: Moment) -> Day | None:
        """Return the last day by which a moment is due, None where nothing sets one."""
        for origin, lasts in self._lasts.items():
            days = lasts.get(moment)
            if days is not None:
                return Day(origin, days)
        return self._own.get(moment, _NO_DAYS).last

    @cached_property
    def _kept_back(self) -> Mapping[str, Mapping[Moment, int]]:
        return kept_back(self.steps, self.limits, self._lasts)

    def at_last(self, moment: Moment) -> Day | None:
        """Return the last day on which a step is taken if all use all the time the text allows.

        That may be later than its own line has it due, where it waits for others.
        """
        last = self.last(moment)
        late = self._kept_back.get(moment.of)
        if last is None or late is None or moment != self.steps[moment.of].given:
            return last
        return Day(last.origin, max(last.days, late.get(last.origin, last.days)))

    def is_kept_back(self, moment: Moment) -> bool:
        """Tell whether that is later than its own line has it due."""
        return self.at_last(moment) != self.last(moment)

    def comes_by(self, moment: Moment, day: int) -> bool:
        """Tell whether a moment has come by a day of the calendar if all that is due has."""
        latest = self._latest[CALENDAR].get(moment)
        last = self.last(moment)
        due = last is not None and last.origin == CALENDAR and last.days <= day
        return due or (latest is not None and latest <= day)

    def window(self, moment: Moment) -> Window:
        """Return both."""
        return Window(self.first(moment), self.last(moment))

    # ── How far two moments lie apart ────────────────────────────────────────────────────────────

    def after_all_time(self, one: Moment, other: Moment) -> int | None:
        """Return how many days the last day of `other` comes after the last of `one`.

        None where the two are not counted from one moment.
        """
        every = self._lasts.values()
        gaps = [last[other] - last[one] for last in every if one in last and other in last]
        if gaps:
            return min(gaps)
        ours, theirs = self.last(one), self.last(other)
        if ours is None or theirs is None or ours.origin != theirs.origin:
            return None
        return theirs.days - ours.days

    def most_after(self, one: Moment, other: Moment) -> int | None:
        """Return the most days by which `other` can follow `one`; None without a limit.

        As far as the limits near the two tell: it may be too many, never too few.
        """
        most = self._ways.most_after(one, other)
        for latest, firsts in self._by_origin:
            last, first = latest.get(other), firsts.get(one)
            if last is not None and first is not None and (most is None or last - first < most):
                most = last - first
        return most

    def fewest_between(self, one: Moment, other: Moment) -> int:
        """Return the fewest days by which `other` is to follow `one`; 0 if nothing near tells."""
        return self._ways.fewest_between(one, other)

    def owed_after(self, one: Moment, other: Moment) -> int | None:
        """Return the most days after `one` on which `other` is due; None where nothing sets one.

        That a step of one side waits for another's makes the other's due no sooner.
        """
        return self._ways.owed_after(one, other)

    def orders(self, one: Moment, other: Moment) -> bool:
        """Tell whether the limits put one moment no later than the other."""
        return self._ways.orders(one, other)

    def before(self, moment: Moment) -> frozenset[Moment]:
        """Return the moments that the limits put no later than this one."""
        found = self._network.latest(moment)
        return frozenset(each for each, days in found.items() if days <= 0)

    def all_before(self, moments: Collection[Moment]) -> frozenset[Moment]:
        """Return these moments and what the limits, one by one, put no later than them.

        What comes no later because nobody takes so long is not among them, nor what need not come.
        """
        ahead: dict[Moment, list[Moment]] = {}
        for limit in self.limits:
            if limit.days <= 0 and not self._leans_on_free(limit):
                ahead.setdefault(limit.earlier, []).append(limit.later)
        found, left = set(moments), list(moments)
        while left:
            more = set(ahead.get(left.pop(), ())) - found
            found |= more
            left += more
        return frozenset(found)

    @cached_property
    def _ways(self) -> Ways:
        """The limits between steps and events; what is common to all is known of each."""
        sound = (each for each in self.limits if id(each) not in self._spoilt)
        near = (each for each in sound if not {each.earlier, each.later} & COMMON)
        return Ways(near, lambda limit: not self.is_for_others(limit))


_LANGUAGE = Cause(None, None)


def _signs(limit: Bound) -> bool:
    """Tell whether the language alone puts signature or the entry no later than a step."""
    common = {SIGNATURE, ENTRY}
    return limit.later in common and limit.earlier not in common and limit.cause.at is None


def _ends(limit: Bound) -> tuple[Moment, Moment]:
    return limit.earlier, limit.later


_NO_DAYS = Window(None, None)
_MOST_EVENTS = 5
"""Events, those that most steps count from, of which first days are told through other steps."""


def _people(step: Step) -> frozenset[str]:
    return frozenset(step.said.meanings[0].who.names)


def analyse(reading: Reading) -> Schedule:
    """Return the timetable of a text: its operative clauses, its head and its events."""
    found = bounds.analyse(reading)
    limits, choices = without_own_ways(found.limits, found.choices)
    return Schedule(found.steps, limits, choices, found.reckoner)
