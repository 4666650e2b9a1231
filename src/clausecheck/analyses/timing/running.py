"""Deadlines that never begin to run: what they count from comes only with the step itself.

A step has a last day if a limit leads to it from what comes by itself: the calendar, signature, an
event, a step that nobody puts a day to. It has none where all that it is due by counts round in a
circle, or from what cannot come before the step is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping

from clausecheck.analyses.timing.bounds import Bound, Cause, Choice
from clausecheck.analyses.timing.limits import Limit
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE, Moment, State
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.numbers import Counted, in_order
from clausecheck.values import frozen


@frozen
class Idle:
    """Deadlines of which each counts from what the next one bounds, and the last from the first.

    One alone counts from what comes only once its own step is done.
    """

    limits: tuple[Bound, ...]


def analyse(schedule: Schedule, waiting: Waiting) -> tuple[Idle, ...]:
    """Return such deadlines in text order, each step once.

    What waits in a circle, or cannot be kept, is told as that.
    """
    seen = {limit.cause.number for broken in schedule.broken for limit in broken.circle}
    seen = seen.union(*(circle.steps for circle in waiting.circles))
    whole = (limit for broken in schedule.broken for limit in broken.circle)
    events = {limit.later.of for limit in whole if limit.later.state == "happens"} - _BY_THEMSELVES
    found: list[Idle] = []
    for idle in (*_circles(schedule), *_overtaken(schedule, waiting)):
        steps = {limit.later.of for limit in idle.limits}
        from_ = {limit.earlier.of for limit in idle.limits}
        if steps.isdisjoint(seen) and from_.isdisjoint(events):
            seen |= steps
            found.append(idle)
    return tuple(sorted(found, key=lambda idle: _place(idle.limits[0])))


_OF_THE_TEXT = (ENTRY, *map(Moment, RATIFICATION_EVENTS))
_BY_THEMSELVES = {CALENDAR.of, SIGNATURE.of, ENTRY.of}


def _place(limit: Bound) -> int:
    assert limit.cause.at is not None  # noqa: S101 - only stated limits are among them
    return limit.cause.at.start


def _counted(limit: Bound) -> tuple[Counted, int]:
    """Return what puts a limit in its place, wherever in the file its clause stands."""
    return in_order(limit.cause.number or ""), limit.cause.at.start if limit.cause.at else 0


def _is_deadline(limit: Bound, schedule: Schedule) -> bool:
    """Tell whether a line of a duty says by when it is done."""
    step = schedule.steps.get(limit.later.of)
    if step is None or step.kind != "duty" or limit.cause.number != step.number:
        return False
    term = limit.earlier.of == step.number and limit.days < 0  # that ends so long after it began
    return limit.later == step.given and not term


def _overtaken(schedule: Schedule, waiting: Waiting) -> Iterator[Idle]:
    """Yield the only deadlines of their steps, if they count from what comes after the step.

    One that leaves no day after it, as `before: 2 begins`, does no more than to order the two.
    """
    deadlines: dict[str, list[Bound]] = {}
    fixed = {each.cause for each in schedule.limits if each.earlier.state == "is set up"}
    for limit in schedule.limits:
        # A body that is there on that very day, and not by it, is waited for in a circle.
        is_set_up = limit.later.state == "is set up" and limit.days > 0
        of_a_body = is_set_up and limit.cause not in fixed
        if of_a_body or _is_deadline(limit, schedule):
            deadlines.setdefault(limit.later.of, []).append(limit)
    events = {each: waiting.needed_for(each) for each in _OF_THE_TEXT}
    chosen = {each.later for choice in schedule.choices for way in choice.options for each in way}
    for first, *others in deadlines.values():
        from_its_start = first.earlier == Moment(first.later.of, "begins")
        if first.days <= 0 or from_its_start or others or first.later in chosen:
            continue
        comes_after = first.earlier in events and first.later in events[first.earlier]
        if _comes_after_itself(first, schedule) or comes_after:
            yield Idle((first,))
    for choice in schedule.choices:
        every = _all_deadlines(choice, schedule)
        idle = [each for each in every if _comes_after_itself(each, schedule)]
        if idle and idle[0].later.of not in deadlines:
            yield Idle((idle[0],))


def _comes_after_itself(limit: Bound, schedule: Schedule) -> bool:
    """Tell whether a deadline counts from what comes no sooner than what it bounds."""
    return limit.earlier == limit.later or schedule.orders(limit.later, limit.earlier)


def _all_deadlines(choice: Choice, schedule: Schedule) -> tuple[Bound, ...]:
    """Return the deadlines of which the latest counts: nobody is late before each has passed."""
    limits = tuple(limit for way in choice.options for limit in way)
    apart = len(limits) == len(choice.options)
    dated = all(limit.days > 0 and _is_deadline(limit, schedule) for limit in limits)
    return limits if apart and dated else ()


# ── Circles ──────────────────────────────────────────────────────────────────────────────────────


def _circles(schedule: Schedule) -> Iterator[Idle]:
    """Yield the circles that are found by following for each moment one of the limits on it."""
    follows = _follows(schedule)
    walked: dict[Moment, int] = {}
    # Every circle that is told has a deadline in it; most others are of a step with itself.
    starts = [moment for moment, limit in follows.items() if _is_deadline(limit, schedule)]
    starts.sort(key=lambda moment: in_order(moment.of))
    for walk, start in enumerate(starts):
        moment = start
        while moment not in walked:
            walked[moment] = walk
            moment = follows[moment].earlier
        if walked[moment] == walk:
            circle = [follows[moment]]
            while circle[-1].earlier != moment:
                circle.append(follows[circle[-1].earlier])
            stated = [limit for limit in circle if limit.cause.at is not None]
            if _are_deadlines(stated, schedule):
                deadlines = [limit for limit in stated if _is_deadline(limit, schedule)]
                first = stated.index(min(deadlines, key=_counted))
                yield Idle((*stated[first:], *stated[:first]))


def _are_deadlines(limits: list[Bound], schedule: Schedule) -> bool:
    """Tell whether limits are deadlines of several steps that do not begin as one."""
    steps = {limit.later.of for limit in limits} & schedule.steps.keys()
    first, *others = [Moment(number, "begins") for number in steps] or [Moment("")]
    as_one = all(schedule.orders(first, each) and schedule.orders(each, first) for each in others)
    return not as_one and any(_is_deadline(limit, schedule) for limit in limits)


def _follows(schedule: Schedule) -> Mapping[Moment, Bound]:
    """Return a limit for each moment that none bounds from what comes by itself.

    The limit is on the moment, and counts from another such; a deadline, if it has one.
    """
    limits = [
        limit
        for limit in schedule.limits
        if limit.earlier.state != "is breached" and not schedule.is_for_others(limit)
    ]
    for step in schedule.steps.values():
        ends: tuple[State, ...] = (
            ("is verified", "is complete") if step.lasting else ("is verified",)
        )
        for state in ends:  # it is verified once it is there, and what lasts ends after it began
            end = Moment(step.number, state)
            limits.append(Limit(step.given, end, 0, Cause(None, None)))
    lost = _lost(limits, schedule)
    limits += (each for choice in schedule.choices for each in _all_deadlines(choice, schedule))
    found: dict[Moment, Bound] = {}
    for limit in sorted((e for e in limits if {e.earlier, e.later} <= lost), key=_counted):
        if limit.later not in found or _is_deadline(limit, schedule):
            found[limit.later] = limit
    return found


def _lost(limits: Collection[Bound], schedule: Schedule) -> set[Moment]:
    """Return the moments that no limit bounds from what comes by itself.

    A moment on which there is no limit at all comes by itself, and so does one with a choice, but
    for the latest of several deadlines, which comes once each of them does.
    """
    together: list[tuple[Bound, ...]] = [(limit,) for limit in limits]
    chosen = set[Moment]()
    for choice in schedule.choices:
        latest = _all_deadlines(choice, schedule)
        together += [latest] if latest else []
        chosen.update(each.later for way in choice.options for each in way if not latest)
    following: dict[Moment, list[int]] = {}
    for place, each in enumerate(together):
        for limit in each:
            following.setdefault(limit.earlier, []).append(place)
    lost = {each[0].later for each in together} - chosen - {CALENDAR, SIGNATURE, ENTRY}
    open_ = [len(each) for each in together]
    come = deque(moment for moment in following if moment not in lost)
    while come:
        for place in following.get(come.popleft(), ()):
            open_[place] -= 1
            later = together[place][0].later
            if not open_[place] and later in lost:
                lost.discard(later)
                come.append(later)
    return lost
