"""Deadlines out of order: steps that are due before what they wait for need be done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import field

from clausecheck.analyses.timing.bounds import Bound, Cause, looks, verifying
from clausecheck.analyses.timing.limits import Limit
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    When,
)
from clausecheck.analyses.timing.parts import parts
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.analyses.timing.waits import Wait
from clausecheck.model.names import PREDECLARED_EVENTS
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
    seen: str = ""
    """The number of what is waited for, where the moment is that of the look that verifies it."""
    instead: tuple[Later, ...] = ()
    through: tuple[Held, ...] = ()
    """The steps and events without a day through which it is waited for, the nearest first."""
    near: When | None = None
    """What the step itself waits for, where that is another than the moment that is late."""
    since: tuple[Bound, ...] = ()
    """What puts the entry into force, and the ratification before it, where its day counts from
    there."""
    proof: Proof | None = None
    """How long it may take until it is known that what is waited for is done."""
    begun: bool = False
    """Whether it is its beginning that is due, and not that it is done."""
    barred: Span | None = None
    """The line until which another clause forbids the step, where that is why it waits."""


@frozen
class Held:
    """A step, or an event, without a day of its own that comes only after one that has one.

    `due` is the deadline of that `moment`, and `wait` are the fewest days from there to here.
    """

    of: str
    at: Span
    """The line by which it waits."""
    moment: Moment
    due: Bound
    wait: int
    loose: bool
    """Whether some of the days may be more."""
    behind: Held | None = field(eq=False, repr=False)
    """What it waits for, where that has no day either."""

    @property
    def days(self) -> int:
        """The first day on which it can come if the other uses all its time."""
        return self.due.days - self.due.cause.slack + self.wait

    @property
    def waits_for(self) -> str:
        """The number or name of what it waits for."""
        return self.moment.of if self.behind is None else self.behind.of

    def chain(self) -> Iterator[Held]:
        """Yield this and what is behind it, the nearest first."""
        held: Held | None = self
        while held is not None:
            yield held
            held = held.behind


_MOST_NAMED = 5
"""Steps between two others that are named; of more nobody would read."""

_ORIGINS = (CALENDAR, SIGNATURE, ENTRY)


@frozen
class Proof:
    """How many days after a step its verification may come, at the most, and the line on it."""

    days: int
    at: Span


def overtaken(
    schedule: Schedule, waiting: Waiting, proofs: Mapping[str, Proof], idle: Collection[Cause] = ()
) -> tuple[Overtaken, ...]:
    """Return such steps in text order, by deadlines that count from one moment.

    What cannot be kept at all, and what waits in a circle, is told as that and not among them.

    `proofs` holds by number those steps of which the text says how often somebody looks, and `idle`
    the deadlines that never begin to run.
    """
    spoilt = {limit.cause for broken in schedule.broken for limit in broken.circle}
    turning = frozenset().union(*(circle.lines for circle in waiting.circles))
    dues = _dues(schedule, idle)
    found: dict[str, list[tuple[Span, Later]]] = {}
    sound = [
        wait
        for wait in waiting.waits
        if wait.cause is not None and wait.cause not in spoilt and wait.cause.at not in turning
    ]
    held = _held(sound, schedule, dues)
    by_others = {number: by for number, by, _ in verifying(schedule.steps, schedule.reckoner.names)}
    for wait in sound:
        cause = wait.cause
        if cause is None or cause.number is None or not wait.orders_a_step:
            continue
        own = _own_dues(schedule.steps[cause.number], wait, dues)
        late = [
            _latest(
                _later(own, time, _bounding(time.moment, schedule, dues), schedule),
                _later_look(own, time, by_others, schedule, dues),
                _later_proof(own, time, proofs, schedule, dues),
            )
            or _later_through(own, time, held.get(_start(time.moment, schedule), ()), schedule)
            for time in _times(wait)
        ]
        every = [each for each in late if each is not None]
        if len(every) == len(late):
            (at, first), *others = sorted(every, key=lambda pair: pair[1].days)
            ban = cause.at if wait.how == "barred" else None
            later = evolve(first, instead=tuple(other for _, other in others), barred=ban)
            found.setdefault(cause.number, []).append((at, later))
    for by, seen, line in looks(schedule.steps, schedule.reckoner.names):
        own = dues.get(schedule.steps[by].given, ())
        verified = _later(own, When(seen), dues.get(seen, ()), schedule)
        told = Cause(by, line.span) in spoilt or line.span in turning
        if verified is not None and not told:
            at, later = verified
            found.setdefault(by, []).append((at, evolve(later, verified=True)))
    return tuple(_overtaken(number, every) for number, every in found.items())


def _own_dues(step: Step, wait: Wait, dues: Mapping[Moment, Sequence[Bound]]) -> Sequence[Bound]:
    """Return the days by which a step is to be done, and those by which it is to begin.

    The latter only where it begins no sooner than what it waits for.
    """
    begins = Moment(step.number, "begins")
    starting = dues.get(begins, ()) if wait.waiting == begins != step.given else ()
    return [*dues.get(step.given, ()), *starting]


def _later(
    dues: Sequence[Bound], time: When, others: Sequence[Bound], schedule: Schedule
) -> tuple[Span, Later] | None:
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
    since = tuple(_since(other, schedule))
    begun = _is_begun(own, schedule)
    later = Later(
        time.moment, other.cause.place, days, loose, time.fewest, since=since, begun=begun
    )
    return own.cause.place, later


def _is_begun(due: Bound, schedule: Schedule) -> bool:
    return due.later != schedule.steps[due.later.of].given


def _since(due: Bound, schedule: Schedule) -> Iterator[Bound]:
    """Yield what puts the entry into force if a deadline counts from there and is told as a day."""
    if due.earlier == ENTRY or not any(
        limit.earlier == ENTRY and limit.later == due.later and limit.cause == due.cause
        for limit in schedule.limits
    ):
        return
    moments, places = [ENTRY], set[Span]()
    for moment in moments:
        for limit in schedule.limits:
            own = limit.later == moment and limit.cause.number is None
            if own and limit.cause.at is not None and limit.cause.at not in places:
                places.add(limit.cause.at)
                yield limit
                if limit.earlier.of in PREDECLARED_EVENTS:
                    moments.append(limit.earlier)


def _later_look(
    own: Sequence[Bound],
    time: When,
    by_others: Mapping[str, str],
    schedule: Schedule,
    dues: Mapping[Moment, Sequence[Bound]],
) -> tuple[Span, Later] | None:
    """Return the same of the one look by which what is waited for is verified."""
    number = time.moment.of
    by = by_others.get(number) if time.moment.state == "is verified" else None
    if by is None or schedule.steps[by].kind != "duty":
        return None
    look = schedule.steps[by].given
    found = _later(own, evolve(time, moment=look), dues.get(look, ()), schedule)
    return (found[0], evolve(found[1], seen=number, near=time)) if found is not None else None


def _later_proof(
    own: Sequence[Bound],
    time: When,
    proofs: Mapping[str, Proof],
    schedule: Schedule,
    dues: Mapping[Moment, Sequence[Bound]],
) -> tuple[Span, Later] | None:
    """Return the same of the last day on which it is known that what is waited for is done."""
    proof = proofs.get(time.moment.of) if time.moment.state == "is verified" else None
    if proof is None:
        return None
    given = _kept(time.moment, schedule)
    known = [evolve(due, days=due.days + proof.days) for due in dues.get(given, ())]
    found = _later(own, time, known, schedule)
    return (found[0], evolve(found[1], proof=proof)) if found is not None else None


def _latest(*every: tuple[Span, Later] | None) -> tuple[Span, Later] | None:
    """Return which of several that are all needed comes last."""
    needed = [each for each in every if each is not None]
    return max(needed, key=lambda pair: pair[1].days, default=None)


def _later_through(
    own: Sequence[Bound], time: When, held: Sequence[Held], schedule: Schedule
) -> tuple[Span, Later] | None:
    """Return the same of a step that waits for one without a day, which waits for one that has."""
    pairs = [
        (due, each)
        for due in own
        for each in held
        if due.earlier == each.due.earlier and each.days + time.fewest > due.days
    ]
    if not pairs:
        return None
    due, last = max(pairs, key=lambda pair: pair[1].days - pair[0].days)
    loose = bool(last.loose or due.cause.slack or time.most > time.fewest)
    days, wait = last.days + time.fewest - due.days, last.wait + time.fewest
    through = tuple(islice(last.chain(), _MOST_NAMED))
    begun = _is_begun(due, schedule)
    later = Later(
        last.moment,
        last.due.cause.place,
        days,
        loose,
        wait,
        through=through,
        near=time,
        begun=begun,
    )
    return due.cause.place, later


def _held(
    waits: Sequence[Wait], schedule: Schedule, dues: Mapping[Moment, Sequence[Bound]]
) -> Mapping[Moment, Sequence[Held]]:
    """Return what comes only after a deadline without having one, by when it begins.

    For each moment that days count from, that which leaves it the fewest. A line that is content
    with one of several things holds nothing back here.
    """
    awaited: dict[Moment, list[tuple[Wait, When]]] = {}
    for wait in waits:
        times = _times(wait)
        if len(times) == 1 and _holds(wait, schedule, dues):
            awaited.setdefault(wait.waiting, []).append((wait, times[0]))

    def following(moment: Moment) -> Iterator[Moment]:
        return (_start(time.moment, schedule) for _, time in awaited.get(moment, ()))

    held: dict[Moment, Sequence[Held]] = {}
    for part in parts(awaited, following):
        for moment in part if len(part) == 1 else ():
            found: dict[Moment, Held] = {}
            for wait, time in awaited.get(moment, ()):
                before = held.get(_start(time.moment, schedule), ())
                for each in _held_by(wait, time, before, schedule, dues):
                    known = found.setdefault(each.due.earlier, each)
                    if each.days > known.days:
                        found[each.due.earlier] = each
            held[moment] = tuple(found.values())
    return held


def _holds(wait: Wait, schedule: Schedule, dues: Mapping[Moment, Sequence[Bound]]) -> bool:
    """Tell whether a wait holds back something that itself has no day."""
    step, begins = schedule.steps.get(wait.waiting.of), wait.waiting
    if step is None:
        return wait.how == "after" and begins not in dues
    timed = step.said.labels.all("by", "before", "on", "starts")
    due = begins in dues or step.given in dues
    asked = wait.how in {"after", "barred", "step"}
    return begins.state == "begins" and asked and not (timed or due)


def _held_by(
    wait: Wait,
    time: When,
    before: Sequence[Held],
    schedule: Schedule,
    dues: Mapping[Moment, Sequence[Bound]],
) -> Iterator[Held]:
    """Yield to which deadlines one wait holds something back, itself or through others."""
    assert wait.cause is not None  # noqa: S101 - of what the language says nothing is held back
    of, at, ranges = wait.waiting.of, wait.cause.place, time.most > time.fewest
    for due in _earliest(_bounding(time.moment, schedule, dues)):
        loose = bool(due.cause.slack or ranges)
        yield Held(of, at, time.moment, due, time.fewest, loose, None)
    for each in before:
        days, loose = each.wait + time.fewest, each.loose or ranges
        yield Held(of, at, each.moment, each.due, days, loose, each)


def _start(moment: Moment, schedule: Schedule) -> Moment:
    """Return the beginning of what comes to a moment, which none of its states can precede.

    A step is breached without having begun.
    """
    is_step = moment.of in schedule.steps and moment.state != "is breached"
    return Moment(moment.of, "begins") if is_step else moment


def _times(wait: Wait) -> Sequence[When]:
    return wait.times or [When(moment) for moment in wait.on]


def _bounding(
    moment: Moment, schedule: Schedule, dues: Mapping[Moment, Sequence[Bound]]
) -> Sequence[Bound]:
    """Return the deadlines by which what is waited for comes.

    A step has begun by the day on which it is to be done, and nothing obliges it to begin before.
    A duty is breached on the day after that on which it is due, and on none before.
    """
    if moment.state == "is breached":
        return list(_breaches(moment, schedule, dues))
    found = dues.get(_kept(moment, schedule), ())
    step = schedule.steps.get(moment.of)
    if step is None or moment.state != "begins" or step.given == moment:
        return found
    return [*found, *dues.get(step.given, ())]


def _breaches(
    moment: Moment, schedule: Schedule, dues: Mapping[Moment, Sequence[Bound]]
) -> Iterator[Bound]:
    """Yield the first days on which a duty can be breached by its deadlines.

    What lasts can be as soon as it has begun, and what is done no more.
    """
    step = schedule.steps.get(moment.of)
    if step is None or step.lasting or step.done:
        return
    for due in dues.get(step.given, ()):
        yield Limit(due.earlier, moment, due.days + 1, due.cause)


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
    """Tell whether something says itself when it comes: a step, an event, the entry into force."""
    number, later = limit.cause.number, limit.later.of
    events = schedule.reckoner.names.events
    own = number is None and (later in events or later in PREDECLARED_EVENTS)
    return own or later == number != limit.earlier.of or _is_a_term(limit, schedule)


def _is_a_term(limit: Bound, schedule: Schedule) -> bool:
    """Tell whether it says how long after its beginning what lasts is over."""
    step = schedule.steps.get(limit.cause.number or "")
    lasts = step is not None and step.lasting and limit.earlier == step.given
    return lasts and limit.later == Moment(limit.earlier.of, "is complete") and limit.days > 0


def _dues(schedule: Schedule, idle: Collection[Cause]) -> Mapping[Moment, Sequence[Bound]]:
    """Return the stated deadlines by moment, as days of the calendar where they can be.

    One that counts from another step is as late as that step is due, and so is one that counts from
    the entry into force where that waits for a step.
    """
    dues: dict[Moment, list[Bound]] = {}
    chained: list[Bound] = []
    for limit in schedule.limits:
        if limit.cause.at is None or limit.later == CALENDAR or limit.cause in idle:
            continue
        if limit.earlier in _ORIGINS:
            day = schedule.reckoner.known.get(limit.earlier)
            origin, start = (limit.earlier, 0) if day is None else (CALENDAR, day.toordinal())
            due = Limit(origin, limit.later, start + limit.days, limit.cause)
            dues.setdefault(limit.later, []).append(due)
        if (limit.earlier not in _ORIGINS and _is_its_own(limit, schedule)) or (
            limit.earlier == ENTRY and ENTRY not in schedule.reckoner.known
        ):
            chained.append(limit)
    for limit in chained:
        before = schedule.last(limit.earlier)
        if before is not None and before.origin in _ORIGINS and before.origin != limit.earlier:
            slack = max((each.cause.slack for each in dues.get(limit.earlier, ())), default=0)
            cause = evolve(limit.cause, slack=limit.cause.slack + slack)
            dated = before.origin == CALENDAR
            last = limit.ahead(before.days) if dated else before.days + limit.days
            due = Limit(before.origin, limit.later, last, cause)
            dues.setdefault(limit.later, []).append(due)
    return dues
