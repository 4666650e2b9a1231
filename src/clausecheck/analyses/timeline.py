"""A text as steps in time: when each can come, what it waits for, and what each side risks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from clausecheck.analyses import exposure
from clausecheck.analyses.exposure import Exposure, Held, Match, Worst
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.moments import CALENDAR, Moment
from clausecheck.analyses.schedule import Day, Schedule, Step
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.analyses.undoing import TimeToUndo, time_to_undo
from clausecheck.analyses.verification import LADDER, Detection
from clausecheck.model.reading import Provision
from clausecheck.source import Span
from clausecheck.values import frozen

Progress = Literal["done", "open", "not yet", "not dated"]


@frozen
class Row:
    """A step: who takes it, when it can come, what it waits for, and the time to undo it."""

    number: str
    who: tuple[str, ...]
    at: Span
    """The sentence, without the letter before it."""
    kind: str
    first: Day | None
    """When it can begin at the earliest."""
    last: Day | None
    """When it must be complete at the latest; of what lasts, when it must have begun."""
    waits: tuple[Moment, ...]
    undo: TimeToUndo | None
    """None for what is no step to take back, as a permission."""
    progress: Progress | None = None
    """How far it must or can be on the day asked for; None where none was."""


@frozen
class Timeline:
    """All that `clausecheck timeline` tells of one text."""

    rows: tuple[Row, ...]
    """In the order of their earliest days, then of what waits for what, then of the text."""
    dated: bool
    """Whether the text has a date to count from; else days count from signature."""
    feasible: Literal["yes", "no", "not decided"]
    circles: int
    within: int
    exposures: tuple[Exposure, ...]
    worst: tuple[Worst, ...]
    sensitive: tuple[Exposure, ...]
    detection: tuple[Detection, ...]
    matches: tuple[Match, ...]
    unanswered: tuple[Provision, ...]
    walk_away: tuple[Held, ...] = ()


def timeline(
    facts: Facts, *, within: int, at: datetime.date | None = None, step: str | None = None
) -> Timeline:
    """Return a text's timeline; `within` is in days, `step` the one after which somebody leaves."""
    schedule, vocabulary = facts.schedule, facts.vocabulary
    pairs = exposure.answers(facts.reading, facts.waiting)
    found = exposure.exposures(vocabulary, schedule, pairs)
    return Timeline(
        _rows(facts, at),
        bool(schedule.reckoner.known),
        "no" if schedule.broken else "yes" if schedule.decided else "not decided",
        len(facts.waiting.circles),
        within,
        found,
        exposure.worst(found, within),
        exposure.sensitive(found, within),
        facts.detection,
        exposure.matrix(vocabulary, schedule, pairs, _checked(facts)),
        exposure.unanswered(facts.reading, pairs),
        exposure.walk_away(facts.reading, vocabulary, schedule, step) if step else (),
    )


def _checked(facts: Facts) -> Mapping[str, int]:
    return {
        duty.provision.number: LADDER.index(duty.strength) for duty in facts.verification.duties
    }


def _rows(facts: Facts, at: datetime.date | None) -> tuple[Row, ...]:
    schedule = facts.schedule
    first = {each.number: each for each in one_a_sentence(facts.reading.provisions)}
    waits: dict[str, list[Moment]] = {}
    for wait in facts.waiting.waits:
        if wait.cause is not None and wait.cause.number is not None:
            waits.setdefault(wait.cause.number, []).extend(m for m in wait.on if m != CALENDAR)
    rows = [
        _row(step, first.get(number), tuple(dict.fromkeys(waits.get(number, ()))), facts, at)
        for number, step in schedule.steps.items()
    ]
    depth = _depths(waits, schedule)
    rows.sort(key=lambda row: (*_day_of(row.first), depth[row.number]))
    return tuple(rows)


def _row(
    step: Step,
    provision: Provision | None,
    waits: tuple[Moment, ...],
    facts: Facts,
    at: datetime.date | None,
) -> Row:
    windows = facts.schedule.windows
    begins = windows.get(Moment(step.number, "begins"))
    done = begins if step.lasting else windows.get(Moment(step.number, "is complete"))
    first, last = begins.first if begins else None, done.last if done else None
    takes = provision is not None and step.kind in {"duty", "prohibition"}
    return Row(
        step.number,
        step.said.meanings[0].who.names,
        step.said.sentence.parts[0].span.to(step.said.sentence.span),
        step.kind,
        first,
        last,
        waits,
        time_to_undo(provision, facts.vocabulary) if provision is not None and takes else None,
        _progress(first, last, at) if at else None,
    )


def _progress(first: Day | None, last: Day | None, at: datetime.date) -> Progress:
    """Return how far a step must or can be on a day, so far as dates tell."""
    day = at.toordinal()
    if last is not None and last.origin == CALENDAR and last.days <= day:
        return "done"
    if first is not None and first.origin == CALENDAR:
        return "open" if first.days <= day else "not yet"
    return "not dated"


def _day_of(day: Day | None) -> tuple[bool, int]:
    return (day is None, day.days if day is not None else 0)


def _depths(waits: Mapping[str, Sequence[Moment]], schedule: Schedule) -> Mapping[str, int]:
    """Return how many steps each has to wait for in a row; those in circles as if last of all."""
    numbers = schedule.steps
    before = {
        number: {m.of for m in waits.get(number, ()) if m.of in numbers and m.of != number}
        for number in numbers
    }
    after: dict[str, list[str]] = {}
    for number, others in before.items():
        for other in others:
            after.setdefault(other, []).append(number)
    depth = dict.fromkeys(numbers, len(numbers))
    left = {number: len(others) for number, others in before.items()}
    level, now = 0, [number for number, count in left.items() if not count]
    while now:
        following: list[str] = []
        for number in now:
            depth[number] = level
            for other in after.get(number, ()):
                left[other] -= 1
                if not left[other]:
                    following.append(other)
        level, now = level + 1, following
    return depth
