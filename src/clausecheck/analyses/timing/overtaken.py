"""Deadlines out of order: steps that are due before what they wait for need be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausecheck.analyses.timing.bounds import Bound, Cause, verifying_each
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    When,
)
from clausecheck.analyses.timing.network import Limit
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.analyses.timing.waits import Wait
from clausecheck.source import Span
from clausecheck.values import evolve, frozen


@frozen
class Overtaken:
    """A step that is due while others that it waits for may still be open."""

    number: str
    at: Span
    """The line by which it is due."""
    others: tuple[Later, ...]
    """What it waits for, the latest first."""


@frozen
class Later:
    """A moment that is waited for, the line by which it is due, and how many days too late.

    `days` are those that are sure; with `more`, months of other lengths may add some. `instead`
    holds what would do as well and is due no sooner. `wait` are the days that pass from the moment
    to the beginning of what waits.
    """

    moment: Moment
    at: Span
    days: int
    more: bool = False
    wait: int = 0
    verified: bool = False
    """Whether it is not waited for by a line, but verified by the step that is due before it."""
    instead: tuple[Later, ...] = ()


_ORIGINS = (CALENDAR, SIGNATURE, ENTRY)


def overtaken(schedule: Schedule, waiting: Waiting) -> tuple[Overtaken, ...]:
    """Return such steps in text order, by deadlines that count from one moment.

    What cannot be kept at all, and what waits in a circle, is told as that and not among them.
    """
    spoilt = {limit.cause for broken in schedule.broken for limit in broken.circle}
    turning = frozenset().union(*(circle.lines for circle in waiting.circles))
    dues = _dues(schedule)
    found: dict[str, list[tuple[Span, Later]]] = {}
    for wait in waiting.waits:
        cause = wait.cause
        if not wait.starts_a_step or cause is None or cause.number is None:
            continue
        if cause in spoilt or cause.at in turning:
            continue
        own = dues.get(schedule.steps[cause.number].given, ())
        late = [
            _later(own, time, _bounding(time.moment, wait, schedule, dues)) for time in _times(wait)
        ]
        every = [each for each in late if each is not None]
        if len(every) == len(late):
            (at, first), *others = sorted(every, key=lambda pair: pair[1].days)
            later = evolve(first, instead=tuple(other for _, other in others))
            found.setdefault(cause.number, []).append((at, later))
    for look, seen in _looks(schedule):
        by = look.number or ""
        verified = _later(dues.get(schedule.steps[by].given, ()), When(seen), dues.get(seen, ()))
        if verified is not None and look not in spoilt:
            at, later = verified
            found.setdefault(by, []).append((at, evolve(later, verified=True)))
    return tuple(_overtaken(number, every) for number, every in found.items())


def _looks(schedule: Schedule) -> Iterator[tuple[Cause, Moment]]:
    """Yield the lines by which one look verifies a step, with what is to be there by then."""
    steps = schedule.steps
    for number, every in verifying_each(steps, schedule.reckoner.names).items():
        for by, line in every if number in steps else ():
            if by != number and not steps[by].lasting:
                yield Cause(by, line.span), steps[number].given


def _later(dues: Sequence[Bound], time: When, others: Sequence[Bound]) -> tuple[Span, Later] | None:
    """Return the line by which a step is due, and by how much what it waits for comes later."""
    pairs = [
        (own, other)
        for own in dues
        for other in _earliest(others)
        if own.earlier == other.earlier and other.days - other.cause.slack + time.fewest > own.days
    ]
    if not pairs:
        return None
    own, other = max(pairs, key=lambda pair: pair[1].days - pair[0].days)
    slack = other.cause.slack
    loose = bool(slack or own.cause.slack or time.most > time.fewest)
    days = other.days - slack + time.fewest - own.days
    return own.cause.place, Later(time.moment, other.cause.place, days, loose, time.fewest)


def _times(wait: Wait) -> Sequence[When]:
    return wait.times or [When(moment) for moment in wait.on]


def _bounding(
    moment: Moment, wait: Wait, schedule: Schedule, dues: Mapping[Moment, Sequence[Bound]]
) -> Sequence[Bound]:
    """Return the deadlines by which what is waited for comes.

    A step has begun by the day on which it is to be done, and nothing obliges it to begin before.
    What begins together with another, or is a condition that may come unasked, is held to no day.
    """
    found = dues.get(_kept(moment, schedule), ())
    step = schedule.steps.get(moment.of)
    if step is None or moment.state != "begins" or wait.how != "after" or step.given == moment:
        return found
    return [*found, *dues.get(step.given, ())]


def _earliest(dues: Sequence[Bound]) -> Iterable[Bound]:
    """Return of several deadlines of one thing the first that counts from each moment."""
    found: dict[Moment, Bound] = {}
    for due in dues:
        known = found.get(due.earlier)
        if known is None or due.days < known.days:
            found[due.earlier] = due
    return found.values()


def _kept(moment: Moment, schedule: Schedule) -> Moment:
    """Return the moment by which a step is due, for one that cannot come before it."""
    step = schedule.steps.get(moment.of)
    return step.given if step is not None and moment.state == "is verified" else moment


def _overtaken(number: str, every: Sequence[tuple[Span, Later]]) -> Overtaken:
    ordered = sorted(every, key=lambda pair: -pair[1].days)
    return Overtaken(number, ordered[0][0], tuple(dict.fromkeys(later for _, later in ordered)))


def _is_its_own(limit: Bound, schedule: Schedule) -> bool:
    """Tell whether a step, or an event, says when it comes after something else."""
    number, later = limit.cause.number, limit.later.of
    own = number is None and later in schedule.reckoner.names.events
    return own or later == number != limit.earlier.of


def _dues(schedule: Schedule) -> Mapping[Moment, Sequence[Bound]]:
    """Return the stated deadlines by moment, as days of the calendar where they can be.

    One that counts from another step is as late as that step is due.
    """
    dues: dict[Moment, list[Bound]] = {}
    chained: list[Bound] = []
    for limit in schedule.limits:
        if limit.cause.at is None or limit.later == CALENDAR:
            continue
        if limit.earlier in _ORIGINS:
            day = schedule.reckoner.known.get(limit.earlier)
            origin, start = (limit.earlier, 0) if day is None else (CALENDAR, day.toordinal())
            due = Limit(origin, limit.later, start + limit.days, limit.cause)
            dues.setdefault(limit.later, []).append(due)
        elif _is_its_own(limit, schedule):
            chained.append(limit)
    for limit in chained:
        before = schedule.last(limit.earlier)
        if before is not None and before.origin in _ORIGINS:
            slack = max((each.cause.slack for each in dues.get(limit.earlier, ())), default=0)
            cause = evolve(limit.cause, slack=limit.cause.slack + slack)
            dated = before.origin == CALENDAR
            last = limit.ahead(before.days) if dated else before.days + limit.days
            due = Limit(before.origin, limit.later, last, cause)
            dues.setdefault(limit.later, []).append(due)
    return dues
