"""What a time in a label comes to: so many days after one moment, or after some of several."""

from __future__ import annotations

import datetime
import math
from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import accumulate, chain
from operator import sub
from typing import Literal, TypeAlias

from attrs import field

from clausecheck.analyses.timing.months import Spans, Step, months_later
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS, Names
from clausecheck.values import evolve, frozen

State = Literal[
    "begins",
    "is complete",
    "is verified",
    "is no longer verified",
    "is breached",
    "is set up",
    "is no more",
    "happens",
]

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}
MONTHS = {"month": 1, "year": 12}


@frozen
class Moment:
    """A sentence by its number coming to a state, or an event or body by its name that comes."""

    of: str
    state: State = "happens"
    whose: str = ""
    """The sentence that speaks of it, where it is in open words: the next may mean another time."""

    def __str__(self) -> str:
        if self.whose:
            return f'"{self.of}"'
        return self.of if self.state == "happens" else f"{self.of} {self.state}"


CALENDAR = Moment("the calendar")
"""Day 0 of the calendar, from which dates count."""
SIGNATURE = Moment("signature")
ENTRY = Moment("entry into force")
COMMON = frozenset({CALENDAR, SIGNATURE, ENTRY})
"""What all of a text may count from."""


@frozen
class When:
    """From `fewest` to `most` days after a moment.

    They differ where a span is a range or a bound, or in months or years that count from no date.
    Without `firm`, the time is only a last one: "within 6 hours of a request".
    """

    moment: Moment
    fewest: int = 0
    most: int = 0
    firm: bool = True
    shortest: Spans | None = field(default=None, eq=False)
    """The spans that come to `fewest`, where some are months of which no day is known."""
    longest: Spans | None = field(default=None, eq=False)

    @property
    def ends(self) -> bool:
        """Whether it has a last day, as "at least 30 days after" has none."""
        return self.most < _NO_END // 2

    @property
    def opens(self) -> bool:
        """Whether it has a first day, as "at least 30 days before" has none."""
        return self.fewest > -_NO_END // 2


@frozen
class Several:
    """Several times: `all` and `later` take the last of them, `any` and `earlier` the first."""

    how: Literal["all", "any", "earlier", "later"]
    times: tuple[Reckoned, ...]


Reckoned: TypeAlias = When | Several


@frozen
class Reckoner:
    """Reckons the times of one text; `known` gives the day of a moment that has a date."""

    names: Names
    known: Mapping[Moment, datetime.date]
    zones: frozenset[str] = frozenset()
    """The places by whose clocks the text tells the hour, but the first of them."""

    def reckon(self, time: nodes.Time, own: str) -> Reckoned | None:
        """Return what a time comes to for the sentence `own`; None if it cannot be told."""
        match time:
            case nodes.Date():
                return self._of_date(time)
            case nodes.Event():
                return self._of_event(time.name, own)
            case nodes.ClauseState():
                return self._of_state(time)
            case nodes.Own():
                return None  # of what the duty is about, as an exercise that is announced
            case nodes.Combined():
                found = [self.reckon(each, own) for each in time.moments]
                times = tuple(each for each in found if each is not None)
                return Several(time.how, times) if len(times) == len(found) else None
            case _:
                start = self.reckon(time.moment, own)
                return None if start is None else self._shifted(start, time)

    def _of_date(self, date: nodes.Date) -> When | None:
        """Return the days a date can mean by the clock of the place that the text names first.

        By that of another it may be the day before there, or the day after.
        """
        days = day_range(date)
        if days is None:
            return None
        apart = 1 if date.zone in self.zones else 0
        return When(CALENDAR, days[0] - apart, days[1] + apart)

    def _of_event(self, name: nodes.Name, own: str) -> When:
        known = self.event(name.text)
        whose = own if name.quoted else ""
        return known or When(Moment(name.text, whose=whose))

    def event(self, name: str) -> When | None:
        """Return the time of an event that the text declares or that every text has."""
        known = name in self.names.events or name in PREDECLARED_EVENTS
        return When(Moment(name)) if known else None

    def _of_state(self, time: nodes.ClauseState) -> Reckoned | None:
        """Return the moment of a clause: the first of its sentences begins it, the last ends it.

        Where the text names no point, it is the beginning, which no reading puts later.
        """
        state: State = "begins"
        if time.state not in {None, "point not stated"}:
            state = time.state  # type: ignore[assignment]  # the states that are left are ours
        numbers = self.names.between(time.clause.number, time.clause.last)
        lowest = [n for n in numbers if len(self.names.below(n)) == 1]
        times = tuple(When(Moment(number, state)) for number in lowest)
        if len(times) < 2:  # noqa: PLR2004 - a single sentence, or none
            return times[0] if times else None
        return Several("earlier" if state in {"begins", "is breached"} else "later", times)

    def _shifted(self, start: Reckoned, offset: nodes.Offset) -> Reckoned:
        if isinstance(start, Several):
            return evolve(start, times=tuple(self._shifted(each, offset) for each in start.times))
        if offset.relation == "after":
            return self.after(start, offset.period)
        if offset.relation == "before":
            return self._counted(start, offset.period, -1)
        within = self._counted(start, offset.period, 1)
        return evolve(within, fewest=start.fewest, shortest=start.shortest, firm=False)

    def dated(self, time: When) -> When:
        """Return a time as days of the calendar where the day of its moment is known."""
        day = self.known.get(time.moment)
        if day is None:
            return time
        start = day.toordinal()
        return When(CALENDAR, start + time.fewest, start + time.most, time.firm)

    def settled(self, time: Reckoned) -> When | None:
        """Return several times as one, likewise; None if they count from different moments."""
        if isinstance(time, When):
            return self.dated(time)
        found = [each for each in map(self.settled, time.times) if each is not None]
        if len(found) < len(time.times) or len({each.moment for each in found}) > 1:
            return None
        first = max if time.how in {"all", "later"} else min
        last = min if time.how == "earlier" else max
        fewest, most = first(each.fewest for each in found), last(each.most for each in found)
        return When(found[0].moment, fewest, most, all(each.firm for each in found))

    def after(self, start: When, period: nodes.Period) -> When:
        """Return the time that is a span after another: by the calendar where its day is known."""
        return self._counted(start, period, 1)

    def _counted(self, start: When, period: nodes.Period, way: Literal[1, -1]) -> When:
        """Return the time that is a span after another, or before it; at the least, at the most."""
        return _as_bounded(self._as_written(start, period, way), start, period, way)

    def _as_written(self, start: When, period: nodes.Period, way: Literal[1, -1]) -> When:
        known = self.known.get(start.moment)
        origin = known.toordinal() if known is not None else 0 if start.moment == CALENDAR else None
        (fewest, shorter), (most, longer) = sorted(_ways_to_read(period, way))
        if origin is not None and "days" not in {shorter[0], longer[0]}:
            first, last = (
                months_later(origin + days, step[1]) - origin
                for days, step in ((start.fewest, shorter), (start.most, longer))
            )
            return evolve(start, fewest=first, most=last)
        in_months = origin is None and (start.longest is not None or period.unit in MONTHS)
        return evolve(
            start,
            fewest=start.fewest + fewest,
            most=start.most + most,
            shortest=_spans(start.shortest, start.fewest, shorter) if in_months else None,
            longest=_spans(start.longest, start.most, longer) if in_months else None,
        )


NO_MORE = frozenset(
    {"up to", "at most", "no more than", "not more than", "less than", "fewer than"}
)
NO_LESS = frozenset(
    {"at least", "more than"}
    | {f"{no} {less} than" for no in ("no", "not") for less in ("fewer", "less")}
)
"""Words before a figure that is the least, or less than it."""
_NEARLY = frozenset({"about", "approximately", "around"})
_NO_END = 10**18
"""Days beyond all that anybody can write."""


def _as_bounded(time: When, start: When, period: nodes.Period, way: Literal[1, -1]) -> When:
    """Return a time as the words before its span have it: "at least", "up to"; "about" is open."""
    bound = " ".join((period.qualifier or "").lower().split())
    if bound in NO_MORE | _NEARLY:
        nearest = {"fewest": start.fewest, "shortest": start.shortest}
        if way < 0:
            nearest = {"most": start.most, "longest": start.longest}
        time = evolve(time, **nearest)
    if bound in NO_LESS | _NEARLY:
        farthest = {"most": _NO_END, "longest": None}
        if way < 0:
            farthest = {"fewest": -_NO_END, "shortest": None, "firm": False}
        time = evolve(time, **farthest)
    return time


def _spans(before: Spans | None, days: int, then: Step) -> Spans:
    plain: tuple[Step, ...] = (("days", days),) if days else ()
    return Spans((*(before.steps if before is not None else plain), then))


def _ways_to_read(period: nodes.Period, way: Literal[1, -1]) -> Iterator[tuple[int, Step]]:
    """Yield a span at its shortest and its longest: its days, and whole months as such."""
    months = MONTHS.get(period.unit, 0)
    for number, days in zip(
        (_number(period, "least"), _number(period, "most")), days_of(period), strict=True
    ):
        whole = months and (number * months).is_integer()
        yield days * way, ("months", int(number * months) * way) if whole else ("days", days * way)


def days_meant(period: nodes.Period) -> tuple[int, float]:
    """Return the fewest and the most days that a span can take: "at least", it has no most."""
    fewest, most = days_of(period)
    at = _as_bounded(When(SIGNATURE, fewest, most), When(SIGNATURE), period, 1)
    return at.fewest, at.most if at.ends else math.inf


def days_of(period: nodes.Period) -> tuple[int, int]:
    """Return the fewest and the most whole days of the figure that a span has, whatever its bound.

    One month has 28 to 31 days, two in a row 59 to 62, twelve 365 or 366; hours are no day at the
    least and one at the most.
    """
    least, most = _number(period, "least"), _number(period, "most")
    months = MONTHS.get(period.unit)
    if months is None:
        return math.floor(least * _DAYS[period.unit]), math.ceil(most * _DAYS[period.unit])
    return days_of_months(least * months)[0], days_of_months(most * months)[1]


def days_of_months(months: float | Fraction) -> tuple[int, int]:
    """Return the fewest and the most whole days that so many months in a row can have."""
    fewest, most = _days_of_whole_months(int(months))
    return fewest + math.floor(months % 1 * 28), most + math.ceil(months % 1 * 31)


_CYCLE = 4800
"""Months after which the calendar is as it was: the leap days of four centuries."""


_LENGTHS = {leap: (31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31) for leap in (False, True)}
"""Days of the months of a year, be it a leap year or not."""


@cache
def _days_of_whole_months(months: int) -> tuple[int, int]:
    cycles, rest = divmod(months, _CYCLE)
    starts = _starts_of_months()
    lengths = [*map(sub, starts[rest : rest + _CYCLE], starts)]
    whole = cycles * (starts[_CYCLE] - starts[0])
    return whole + min(lengths), whole + max(lengths)


@cache
def _starts_of_months() -> tuple[int, ...]:
    """Return the day on which each month of two cycles begins, the calendar's first being 1."""
    years = range(1, 2 * _CYCLE // 12 + 1)
    lengths = chain.from_iterable(_LENGTHS[isleap(year)] for year in years)
    return tuple(accumulate(lengths, initial=1))


_MOST = 1e15
"""More of any unit than a calendar has, which a text without end may not be counted by."""


def _number(period: nodes.Period, which: Literal["least", "most"]) -> float:
    written = period.least if which == "least" or period.most is None else period.most
    return min(float(written.replace(",", "")), _MOST)


def day_range(date: nodes.Date) -> tuple[int, int] | None:
    """Return the first and last day a date can mean, counted from the calendar's first.

    A month without a day is all its days. None for a day that no calendar has.
    """
    try:
        last = date.day or monthrange(date.year, date.month)[1]
        first = datetime.date(date.year, date.month, date.day or 1).toordinal()
        return first, datetime.date(date.year, date.month, last).toordinal()
    except ValueError:
        return None


def day_of(day: int) -> datetime.date:
    """Return the date of a day counted from the calendar's first; the last there is, if beyond."""
    return datetime.date.fromordinal(min(max(day, 1), datetime.date.max.toordinal()))


def in_days(count: int) -> str:
    """Return a number of days as it is told."""
    return "1 day" if count == 1 else f"{count} days"
