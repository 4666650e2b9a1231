"""A text as steps in time: when each can come, what it waits for, and what each side risks."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, TypeAlias

from clausecheck.analyses.exchange import answers, exposure, holdings
from clausecheck.analyses.exchange.exposure import Exposure, Hinge, Worst
from clausecheck.analyses.exchange.hanging import Hanging
from clausecheck.analyses.exchange.holdings import Held
from clausecheck.analyses.exchange.matches import Match
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.detection import Detection
from clausecheck.analyses.rows import NoStep, in_order, no_step
from clausecheck.analyses.timing.deadlocks import Loosely
from clausecheck.analyses.timing.hurried import hurried
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    When,
    day_range,
)
from clausecheck.analyses.timing.saying_when import reckoned, reviews
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.standing import Standing, before_force, standing
from clausecheck.analyses.timing.steps import Step
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from clausecheck.analyses.timing.unordered import Unordered
from clausecheck.analyses.timing.waits import Wait
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.model.walk import every
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

Progress = Literal[
    "done",
    "due",
    "in force",
    "needed",
    "begun",
    "conditional",
    "over",
    "open",
    "not yet",
    "never",
    "not told",
]


_Kept: TypeAlias = Literal["yes", "no", "not decided"]


@frozen
class Awaited:
    """What a step waits for: one of these moments, if several; or with which it begins."""

    moments: tuple[Moment, ...]
    together: bool


@frozen
class Row:
    """A step: who takes it, when it can come, what it waits for, and the time to undo it."""

    number: str
    who: tuple[str, ...]
    at: Span
    """The sentence, without the letter before it."""
    kind: str
    lasting: bool
    """Whether it holds for a time, as a ban does, and is not done once."""
    never: bool
    """Whether it waits in a circle, or only after one, and can never begin: it has no days."""
    first: Day | None
    """When it can begin at the earliest."""
    last: Day | None
    """When it must be complete at the latest; of what lasts, when it must have begun."""
    due: Span | None
    """The words that say when it is due, where no day of the calendar comes of them."""
    begun: Day | None
    """When what is done once must have begun, where a line says that alone."""
    on: Span | None
    """The time of a ban or a right that is told as one day alone, if a line does."""
    target: Span | None
    """When it is hoped for, which binds nobody."""
    ends: Day | None
    """When the term of what lasts is over at the latest; None too for what is done once."""
    ends_then: bool
    """Whether it ends on that day whenever it begins."""
    until: Span | None
    """The line that says when it ends, where no day of the calendar comes of it."""
    waits: tuple[Awaited, ...]
    undo: TimeToUndo | None
    """None for what is no step to take back, as a permission."""
    progress: Progress | None = None
    """How far it must or can be on the day asked for; None where none was."""

    @property
    def last_day(self) -> Day | None:
        """When it is due, or must at least have begun."""
        return self.last or self.begun


@frozen
class Timeline:
    """All that `clausecheck timeline` tells of one text."""

    rows: tuple[Row, ...]
    """By the days on which they are due, then on which they can begin, each after those it waits
    for."""
    no_steps: tuple[tuple[str, NoStep], ...]
    """The other operative sentences, by number, with the reason why they are none."""
    standing: Standing
    """From when the days count, and whether the text is in force."""
    before_force: tuple[str, ...]
    """The steps whose own dates come before the text can be in force."""
    dated: bool
    """Whether the text has a date to count from; else days count from signature."""
    days_kept: _Kept
    """Whether its days can be kept, but for those of what can never begin."""
    exact: bool
    """Whether all choices between days were tried with each other; else a day may be told as
    possible that no choice leaves."""
    circles: int
    """Circles of which no step can ever begin."""
    loosely: frozenset[Loosely]
    """What the other circles hang on, which bar nobody."""
    within: int
    exposures: tuple[Exposure, ...]
    worst: tuple[Worst, ...]
    hinges: tuple[Hinge, ...]
    detection: tuple[Detection, ...]
    matches: tuple[Match, ...]
    unanswered: tuple[Provision, ...]
    unordered: tuple[Unordered, ...]
    conditional: tuple[str, ...]
    """What is ordered or forbidden on a condition that may fail, or is timed by such a step."""
    adrift: tuple[str, ...]
    """What else is timed by a step that nobody who signs is bound to take."""
    unsigned: tuple[str, ...]
    """The steps of those alone who do not sign, which no day has done."""
    hurried: tuple[str, ...]
    """The steps that are due sooner than their own lines say, to leave time for others."""
    at: datetime.date | None = None
    """The day that was asked for."""
    signed_then: bool = True
    """Whether the text can be signed by that day; nobody owes anything by it before."""
    held: tuple[Held, ...] = ()
    """Who holds what on that day."""
    walk_away: tuple[Held, ...] = ()

    @property
    def feasible(self) -> _Kept:
        """Whether all of it can be kept: its days, and what its steps wait for."""
        return "no" if self.circles or "in order" in self.loosely else self.days_kept


def timeline(
    facts: Facts,
    *,
    within: int,
    at: datetime.date | None = None,
    leaving: tuple[str, str] | None = None,
) -> Timeline:
    """Return a text's timeline.

    `within` is in days; `leaving` is a party and the number of the step after which it leaves.
    """
    reading, schedule, vocabulary = facts.reading, facts.owing, facts.vocabulary
    upon_breach = facts.waiting.after_a_breach
    given_on: dict[str, Hanging] = dict.fromkeys(facts.unowed, "on a choice")
    given_on.update(dict.fromkeys(facts.unsure, "on a condition"))
    found = exposure.exposures(facts.open_answers, schedule, vocabulary, facts.hanging, given_on)
    not_bound = upon_breach | facts.unowed
    rows, left_out = _rows(facts, at)
    head = standing(reading, schedule)
    early = before_force(schedule, head.entry) if head.entry_said and head.entry else ()
    numbers = {row.number for row in rows}
    signed = schedule.first(SIGNATURE)
    signed_then = not (at and signed and signed.origin == CALENDAR and signed.days > at.toordinal())
    return Timeline(
        rows,
        left_out,
        head,
        tuple(number for number in early if number in numbers),
        schedule.dated,
        "no" if schedule.broken else "yes" if schedule.decided else "not decided",
        schedule.exact,
        sum(circle.loosely is None for circle in facts.waiting.circles),
        frozenset(each.loosely for each in facts.waiting.circles if each.loosely is not None),
        within,
        found,
        exposure.worst(found, within),
        exposure.hinges(found, facts.detection, within),
        facts.detection,
        facts.matches,
        tuple(
            each
            for each in answers.unanswered(reading, facts.answering, facts.owed_to)
            if each.number not in dict(left_out) and each.number not in upon_breach
        ),
        facts.unordered,
        tuple(
            row.number
            for row in rows
            if row.kind in {"duty", "prohibition"}
            and row.number in facts.conditional.difference(upon_breach)
        ),
        tuple(row.number for row in rows if row.number in facts.adrift.difference(upon_breach)),
        tuple(row.number for row in rows if row.number in facts.unsigned),
        tuple(number for number in hurried(schedule) if number in numbers),
        at,
        signed_then,
        _of_steps(
            holdings.on_day(
                reading,
                schedule,
                vocabulary,
                at,
                facts.owed_to,
                upon_breach=not_bound,
                conditional=facts.unsure,
            ),
            left_out,
        )
        if at and signed_then
        else (),
        _of_steps(
            holdings.once_taken(
                reading,
                schedule,
                vocabulary,
                *leaving,
                facts.owed_to,
                upon_breach=not_bound,
                conditional=facts.unsure,
            ),
            left_out,
        )
        if leaving and not schedule.broken
        else (),
    )


def _of_steps(held: Sequence[Held], left_out: Sequence[tuple[str, NoStep]]) -> tuple[Held, ...]:
    """Return who holds what without what is no step."""
    no_steps = dict(left_out)
    return tuple(
        evolve(
            each,
            given=tuple(pair for pair in each.given if pair[0] not in no_steps),
            owed=tuple(number for number in each.owed if number not in no_steps),
        )
        for each in held
    )


_COMMON = frozenset({CALENDAR, SIGNATURE, ENTRY})
"""What a first day tells already."""


def _rows(
    facts: Facts, at: datetime.date | None
) -> tuple[tuple[Row, ...], tuple[tuple[str, NoStep], ...]]:
    """Return the steps in order, and the sentences that are none."""
    schedule = facts.owing
    first = facts.reading.firsts
    waits: dict[str, list[Wait]] = {}
    for wait in facts.waiting.waits:
        if wait.orders_a_step and (_COMMON.isdisjoint(wait.on) or _is_for_entry(wait, schedule)):
            waits.setdefault(wait.waiting.of, []).append(wait)
    waits = {number: _without_repeats(every) for number, every in waits.items()}
    rows: dict[str, Row] = {}
    left_out: list[tuple[str, NoStep]] = []
    for number, step in schedule.steps.items():
        provision = first.get(number)
        why = no_step(provision, facts.vocabulary) if provision is not None else None
        if why is not None:
            left_out.append((number, why))
        else:
            rows[number] = _row(step, provision, waits.get(number, ()), facts, at)
    left_out += (
        (number, "suspended or ended") for number in first if _is_over(first[number], facts)
    )
    before = _of_rows(_brought_about(facts), rows)
    for number, row in rows.items():
        if row.last is not None and row.last.origin.of in rows:  # counted from another step
            before.setdefault(number, set()).add(row.last.origin.of)
    return tuple(rows[number] for number in in_order(rows, before)), tuple(left_out)


def _is_for_entry(wait: Wait, schedule: Schedule) -> bool:
    """Tell whether it is for an entry into force of no known day, and no first day tells so."""
    first = schedule.first(wait.waiting)
    told = first is not None and first.origin == ENTRY
    return wait.on == (ENTRY,) and ENTRY in schedule.origins and not told


def _without_repeats(waits: Sequence[Wait]) -> list[Wait]:
    """Return the waits of a step, without those of which a line of its own says as much."""
    lines = [wait for wait in waits if wait.starts_a_step]
    told = {wait.on[0].of for wait in lines if len(wait.on) == 1}
    others = (wait for wait in waits if not wait.starts_a_step)
    return [*lines, *(each for each in others if each.on[0].of not in told)]


def _is_over(provision: Provision, facts: Facts) -> bool:
    """Tell whether the reviewer calls a sentence suspended or ended: it is no step any more."""
    states = {review.state for review in reviews(provision.labels)}
    return provision.number not in facts.schedule.steps and bool(states & {"suspended", "ended"})


def _row(
    step: Step,
    provision: Provision | None,
    waits: Sequence[Wait],
    facts: Facts,
    at: datetime.date | None,
) -> Row:
    schedule = facts.owing
    never = step.number in schedule.lost_steps
    first = schedule.first(Moment(step.number, "begins"))
    last = schedule.last(step.given)
    free = step.number in facts.unowed and step.kind != "permission"
    not_bound = step.number in facts.waiting.after_a_breach or free
    ends = schedule.last(Moment(step.number, "is complete")) if step.lasting else None
    if step.lasting and last == ends:
        last = None  # nothing but its end says when it must have begun
    takes = provision is not None and step.kind in {"duty", "prohibition"}
    awaited = (Awaited(wait.on, wait.how == "together") for wait in waits)
    return Row(
        step.number,
        step.said.meanings[0].who.names,
        step.said.sentence.parts[0].span.to(step.said.sentence.span),
        step.kind,
        step.lasting,
        never,
        first,
        last,
        None if never else _due(step, last, schedule),
        _begun(step, schedule),
        _on(step),
        next((line.value.span for line in step.said.labels.all("target")), None),
        ends,
        ends is not None and ends == schedule.first(Moment(step.number, "is complete")),
        None if never else _until(step, ends),
        tuple(dict.fromkeys(awaited)),
        time_to_undo(provision, facts.vocabulary) if provision is not None and takes else None,
        _progress(
            step,
            first,
            schedule,
            at,
            not_bound=not_bound,
            conditional=step.number in facts.unsure,
        )
        if at
        else None,
    )


def _due(step: Step, last: Day | None, schedule: Schedule) -> Span | None:
    """Return the words by which a step is due, where they say it better than the day.

    A date that no calendar has says nothing.
    """
    labels = step.said.labels
    ends = [
        line
        for line in labels.ending(step.kind)
        if line.name != "on" or isinstance(line.value, nodes.Date)
    ]
    for label in labels.all("by", "before", "on"):
        dates = every(nodes.Date, label.value)
        if label in ends or any(day_range(date) is None for date in dates):
            continue
        time = reckoned(label.value, schedule.reckoner, step.number)
        told = isinstance(time, When) and last == Day(time.moment, time.most)
        if last is None or (told and last.origin != CALENDAR):
            return label.value.span
    return None


def _begun(step: Step, schedule: Schedule) -> Day | None:
    if step.lasting or not step.said.labels.stated("starts"):
        return None
    return schedule.last(Moment(step.number, "begins"))


def _on(step: Step) -> Span | None:
    labels = step.said.labels
    alone = step.lasting and step.kind in {"permission", "prohibition"}
    if not alone or labels.stated("from", "until", "for", "by", "before", "after"):
        return None
    return next((line.value.span for line in labels.all("on")), None)


def _until(step: Step, ends: Day | None) -> Span | None:
    """Return the line by which what lasts ends, where no day of the calendar says it better."""
    if not step.lasting or (ends is not None and ends.origin == CALENDAR):
        return None
    lines = step.said.labels.ending(step.kind)
    told = (line.span for line in lines if line.name != "on" and _is_an_end(line.value))
    return next(told, None)


def _is_an_end(value: nodes.Value) -> bool:
    return not isinstance(value, (nodes.WithoutLimit, nodes.Silence))


def _progress(
    step: Step,
    first: Day | None,
    schedule: Schedule,
    at: datetime.date,
    *,
    not_bound: bool,
    conditional: bool,
) -> Progress:
    """Return how far a step must or can be on a day, so far as dates and the reviewer tell."""
    if not step.done and holdings.is_over(step, schedule, at):
        return "over"
    if step.number in schedule.lost_steps:
        return "never"
    if not_bound and not step.done:
        return _possible(first, schedule, at)
    progress = _reached(step, first, schedule, at)
    return "conditional" if conditional and progress in _BINDING else progress


_BINDING = frozenset({"due", "in force", "needed", "begun"})


def _reached(step: Step, first: Day | None, schedule: Schedule, at: datetime.date) -> Progress:
    """Return how far a step is on a day if all that it hangs on comes about."""
    if holdings.is_due(step, schedule, at):
        done = step.done or step.done_by_words
        return "done" if done else "in force" if step.lasting else "due"
    if schedule.comes_by(step.given, at.toordinal()):
        return "needed"
    if schedule.comes_by(Moment(step.number, "begins"), at.toordinal()):
        return "begun"
    return _possible(first, schedule, at)


def _possible(first: Day | None, schedule: Schedule, at: datetime.date) -> Progress:
    """Return whether a step that nothing has done by a day can be begun by then."""
    entry = schedule.first(ENTRY)
    if first is not None and first.origin == ENTRY and entry is not None and first != entry:
        first = Day(entry.origin, entry.days + first.days)
    if first is not None and first.origin == CALENDAR:
        return "open" if first.days <= at.toordinal() else "not yet"
    return "not told"


def _brought_about(facts: Facts) -> dict[str, set[str]]:
    """Return by number the steps that a step waits for, directly or by an event."""
    found: dict[str, set[str]] = {}
    for wait in facts.waiting.waits:
        if wait.orders_a_step and len(wait.on) == 1 and wait.how != "together":
            others = found.setdefault(wait.waiting.of, set())
            others.update(facts.waiting.steps_for(wait))
            others.discard(wait.waiting.of)
    return found


def _of_rows(before: Mapping[str, set[str]], rows: Collection[str]) -> dict[str, set[str]]:
    """Return the same of steps alone: what waits for no step waits for what that one waits for."""
    found: dict[str, set[str]] = {}
    for number in (each for each in before if each in rows):
        seen: set[str] = set()
        ahead = set(before[number])
        while ahead:
            other = ahead.pop()
            seen.add(other)
            if other not in rows:
                ahead |= before.get(other, set()) - seen
        found[number] = {each for each in seen if each in rows} - {number}
    return found
