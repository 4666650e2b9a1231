"""The stories that timetables tell: limits that cannot all be kept."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, TypeAlias

from clausecheck.analyses.timing.bounds import Bound
from clausecheck.analyses.timing.deciding import Broken, stands
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    day_of,
    in_days,
)
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.model.numbers import Counted, in_order
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Line:
    """One line of a story: a place in the text, and what it says."""

    at: Span
    text: str


@frozen
class Misfit:
    """What cannot be kept: the days needed and the days there are, each in the order of the story.

    `deadline` is the limit that is told as the one broken; `late` holds two days of the calendar:
    the last on which it leaves `due` time to come, and the first on which that can come. `apart`
    holds the same two in days after the moment from which the story goes.
    """

    due: Moment
    needed: tuple[int, ...]
    allowed: tuple[int, ...]
    deadline: Line
    clause: str | None
    late: tuple[datetime.date, datetime.date] | None
    origin: Moment
    apart: tuple[int, int]
    ends: bool
    """Whether `due` is the end of what lasts."""
    story: tuple[Line, ...]
    conditional: bool
    months: bool
    """Whether some of the days are months, at their shortest or longest."""
    through: tuple[str, ...] = ()
    """The numbers of the other clauses that make it so, 2 before 10."""
    by_choice: bool = False
    """Whether the text leaves other ways, which cannot be kept either and lack more."""


def misfits(
    schedule: Schedule, waiting: Waiting, late: Collection[tuple[Span, Span]] = ()
) -> tuple[Misfit, ...]:
    """Return the chains that cannot be kept, as stories, in the order of their deadlines.

    Steps that only wait for each other are a circle, and told as that; so is what else is wrong
    between them by one of its lines. `late` holds the deadlines that a body is set up too late for,
    each with what says so: that is told of the body.
    """
    told_ = [(circle.steps, circle.lines) for circle in waiting.circles]
    turning = frozenset().union(*(lines for _, lines in told_))
    found = (
        _misfit(broken, schedule)
        for broken in schedule.broken
        if not (_only_waits(broken) and any(limit.cause.at in turning for limit in broken.circle))
        if not any(_is_told(broken, steps, lines) for steps, lines in told_)
        if not any(places.issuperset(pair) for places in (_places(broken),) for pair in late)
    )
    return tuple(sorted(found, key=lambda misfit: misfit.deadline.at))


def as_opened(schedule: Schedule) -> Schedule:
    """Return the timetable without the deadlines that cannot be kept: first days are as written."""
    opened = schedule
    for _ in range(_ROUNDS):  # one chain hides others that share a line with it
        missed = {_deadline(broken, opened).cause.place for broken in opened.broken}
        opened = opened.without(frozenset(), frozenset(missed))
    return opened


_ROUNDS = 3


def as_due(schedule: Schedule) -> Schedule:
    """Return it without what keeps others from being met: last days are as written."""
    late = (
        limit.cause.at
        for broken in schedule.broken
        for limit in broken.circle
        if limit.cause != _deadline(broken, schedule).cause and not stands(limit, broken.circle)
    )
    return schedule.without(frozenset(), frozenset(at for at in late if at is not None))


def _deadline(broken: Broken, schedule: Schedule) -> Bound:
    """Return the limit that is told as the one broken."""
    stated = (limit for limit in broken.circle if limit.cause.at is not None)
    return max(stated, key=lambda limit: _as_deadline(limit, schedule))


def _is_told(broken: Broken, steps: frozenset[str], lines: frozenset[Span]) -> bool:
    causes = [limit.cause for limit in broken.circle if limit.cause.at is not None]
    return any(cause.at in lines for cause in causes) and all(
        cause.number in steps for cause in causes
    )


def _places(broken: Broken) -> frozenset[Span]:
    return frozenset(limit.cause.at for limit in broken.circle if limit.cause.at is not None)


def _only_waits(broken: Broken) -> bool:
    return all(_is_wait(limit) for limit in broken.circle if limit.cause.at is not None)


def _is_wait(limit: Bound) -> bool:
    """Tell whether a limit puts a step, an event or a body no earlier than something else."""
    if limit.days > 0 or limit.earlier.state == "is verified":
        return limit.days <= 0
    if limit.cause.number is None:
        return limit.earlier.state in {"happens", "is set up"}
    return limit.earlier == Moment(limit.cause.number, "begins")


_Known: TypeAlias = Mapping[Moment, datetime.date]
"""The moments that have one day."""


def _lasts(moment: Moment, schedule: Schedule) -> bool:
    step = schedule.steps.get(moment.of)
    return step is not None and step.lasting


def _misfit(broken: Broken, schedule: Schedule, way: Literal["one", "another"] = "one") -> Misfit:
    known = schedule.reckoner.known
    stated = [limit for limit in broken.circle if limit.cause.at is not None]
    last = _deadline(broken, schedule)
    there, back = _ways(broken.circle, last, known)
    late, start = None, _date_of(there[0].earlier, known)
    months = any(limit.cause.months for limit in stated)
    if start is None:
        due, first = _by_days(broken, there), _by_days(broken, back)
    else:
        due, first = _last_dates(there, start), _first_dates(back, start)
        if there[0].earlier == CALENDAR or months:  # three months are no ninety days to a reader
            late = _day(due[-1]), _day(first[-1])
    chain = [*first, *due]
    spans = [leg.days for leg in chain if CALENDAR not in (leg.limit.earlier, leg.limit.later)]
    told_ = (leg for leg in chain if leg.limit.cause.at is not None)
    deadline = Line(last.cause.place, told(due[-1]))
    beside = [_misfit(each, schedule, "another") for each in broken.beside]
    chosen = {choice.cause for choice in schedule.choices} if beside or way == "another" else ()
    story = dict.fromkeys(
        (
            *(_line(leg, way if leg.limit.cause in chosen else None) for leg in told_),
            *(line for each in beside for line in (*each.story, each.deadline)),
        )
    )
    return Misfit(
        last.later,
        tuple(-days for days in spans if days < 0),
        tuple(days for days in spans if days > 0),
        deadline,
        last.cause.number,
        late,
        there[0].earlier,
        (sum(leg.days for leg in due), -sum(leg.days for leg in first)),
        last.later.state == "is complete" and _lasts(last.later, schedule),
        tuple(line for line in story if line.at != last.cause.at),
        broken.conditional,
        months and (broken.day is None or broken.any_day),
        tuple(sorted(_others(broken, last), key=in_order)),
        bool(beside),
    )


def _line(leg: Leg, way: str | None) -> Line:
    said = told(leg)
    return Line(leg.limit.cause.place, f"{said}, in {way} way" if way is not None else said)


def _others(broken: Broken, last: Bound) -> set[str]:
    limits = (limit for each in (broken, *broken.beside) for limit in each.circle)
    numbers = {limit.cause.number for limit in limits if limit.cause.at is not None}
    return {each for each in numbers - {last.cause.number, last.later.of} if each is not None}


@frozen
class Leg:
    """A limit on the way that a story goes, and the days that it takes there."""

    limit: Bound
    days: int
    reached: int | None = None
    """The date to which it leads, if one is known."""
    onward: bool = True
    """Whether that is the last day of its later moment, and not the first of its earlier one."""


def _day(leg: Leg) -> datetime.date:
    assert leg.reached is not None  # noqa: S101 - the way began on a date
    return day_of(leg.reached)


def _date_of(moment: Moment, known: _Known) -> int | None:
    if moment == CALENDAR:
        return 0
    day = known.get(moment)
    return None if day is None else day.toordinal()


def _last_dates(limits: Sequence[Bound], day: int) -> list[Leg]:
    """Return the last dates that limits leave, from a date on."""
    legs = []
    for limit in limits:
        reached = limit.ahead(day)
        legs.append(Leg(limit, reached - day, reached))
        day = reached
    return legs


def _first_dates(limits: Sequence[Bound], day: int) -> list[Leg]:
    """Return the first dates that limits leave, each leading to the moment before."""
    legs = []
    for limit in limits:
        reached = limit.back(day)
        legs.append(Leg(limit, day - reached, reached, onward=False))
        day = reached
    return legs


def _by_days(broken: Broken, limits: Sequence[Bound]) -> list[Leg]:
    """Return the days that limits leave: of months, those from the date that spoils the circle."""
    if broken.day is None:
        return [Leg(limit, limit.days) for limit in limits]
    days = {id(leg.limit): leg.days for leg in _last_dates(broken.circle, broken.day)}
    return [Leg(limit, days[id(limit)]) for limit in limits]


def _ways(
    circle: Sequence[Bound], last: Bound, known: _Known
) -> tuple[Sequence[Bound], Sequence[Bound]]:
    """Return the limits that lead to a deadline, and those that lead to the same step otherwise.

    Both from the moment that days are counted from, as a reader would count them: the circle itself
    comes back from the step against the order of time.
    """
    ranks = {**dict.fromkeys(known, len(_ORIGINS_FIRST)), **_ORIGINS_FIRST}
    origin = min(circle, key=lambda limit: ranks.get(limit.earlier, len(ranks)))
    start = circle.index(origin if origin.earlier in ranks else last)
    walk = [*circle[start:], *circle[:start]]
    end = next(place for place, limit in enumerate(walk) if limit is last) + 1
    return walk[:end], walk[: end - 1 : -1]


_ORIGINS_FIRST = {CALENDAR: 0, SIGNATURE: 1, ENTRY: 2}


def _as_deadline(limit: Bound, schedule: Schedule) -> tuple[bool, bool, bool, Counted, int]:
    """Rank what is told as broken: a last day, a step's own line, and the last by number.

    By the line with which it verifies another a step is due no sooner.
    """
    own = limit.later.of == limit.cause.number != limit.earlier.of
    own = own and not schedule.verifies(limit.cause.number, limit.cause.at)
    is_last = limit.earlier == CALENDAR or (limit.days > 0 and limit.later != CALENDAR) or own
    stated = limit.cause.number is not None and limit.later != CALENDAR
    counted = in_order(limit.cause.number or "")
    return is_last, stated, limit.later != CALENDAR, counted, limit.cause.place.start


def told(leg: Leg) -> str:
    """Return a limit in words; months that lead to a date are told as that date."""
    earlier, later, days = leg.limit.earlier, leg.limit.later, leg.days
    dated = leg.reached is not None and leg.limit.cause.months
    if CALENDAR in (earlier, later) or dated:
        day = leg.reached if leg.reached is not None else abs(days)
        if leg.onward and later != CALENDAR:
            return f"{later} on {day_of(day)} at the latest"
        return f"{earlier} on {day_of(day)} at the earliest"
    if days < 0:
        return f"{earlier} at least {in_days(-days)} after {later}"
    if days == 0 and earlier.of == leg.limit.cause.number:
        return f"{earlier} no earlier than {later}"
    if days == 0:
        return f"{later} no later than {earlier}"
    return f"{later} at most {in_days(days)} after {earlier}"
