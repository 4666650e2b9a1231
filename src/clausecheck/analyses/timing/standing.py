"""Whether a text is in force by what its head says, and from when its days are counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.analyses.timing.in_force import brings_in_force
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE, Moment, day_of
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.walk import every, walk
from clausecheck.values import frozen

Force: TypeAlias = Literal["not yet", "in force", "no longer", "suspended", "never", "not told"]

_FORCES: Mapping[str, Force] = {
    **dict.fromkeys(("draft", "rolling text", "initialled", "introduced", "proposed"), "not yet"),
    "in force": "in force",
    "suspended": "suspended",
    **dict.fromkeys(("ended", "superseded"), "no longer"),
    "never in force": "never",
}


@frozen
class Standing:
    """What the head says of the text's force; `status` is its own word, if it is one we know."""

    status: str | None
    """The word of the head."""
    force: Force
    """What that word means; `signed` and `adopted` do not tell."""
    signed: str | None
    """The date of the text as it is written: a day, or a month."""
    entry_said: bool
    """Whether a line says when it enters into force."""
    entry: datetime.date | None
    """The first day on which it can, so far as dates tell; without a line, that of its date."""
    entry_due: datetime.date | None
    """The last day by which it is to, so far as dates tell."""


def standing(reading: Reading, schedule: Schedule) -> Standing:
    """Return what the head of a text says of its force, and what that comes to."""
    line = reading.head.get("entry into force")
    signed, entry = schedule.first(SIGNATURE), schedule.first(ENTRY)
    status = _status(reading)
    return Standing(
        status,
        _FORCES.get(status or "", "not told"),
        _written(signed, schedule.last(SIGNATURE)),
        line is not None and not isinstance(line.value, nodes.Silence),
        _date(entry),
        _date(schedule.last(ENTRY)),
    )


def before_force(schedule: Schedule, entry: datetime.date) -> Iterator[str]:
    """Yield the steps, by number, that their own dates put before a text can be in force.

    What brings it into force comes before, and so may what a line counts from signature.
    """
    for number, step in schedule.steps.items():
        days = map(schedule.last, {step.given, Moment(number, "is complete")})
        early = any((day := _date(each)) is not None and day < entry for each in days)
        if early and _goes_by_a_date(step) and not step.done and not brings_in_force(step.said):
            yield number


_BY_DATES = frozenset({"by", "before", "on", "starts", "from", "until"})


def _goes_by_a_date(step: Step) -> bool:
    """Tell whether its lines name a day of the calendar, and none of the text's own life."""
    lines = [line.value for line in step.said.labels.lines if line.name in _BY_DATES]
    events = (event.name.text for line in lines for event in every(nodes.Event, line))
    dated = any(True for line in lines for _ in every(nodes.Date, line))
    return dated and {str(SIGNATURE), str(ENTRY)}.isdisjoint(events)


def _date(day: Day | None) -> datetime.date | None:
    return day_of(day.days) if day is not None and day.origin == CALENDAR else None


def _written(first: Day | None, last: Day | None) -> str | None:
    if first is None or first.origin != CALENDAR:
        return None
    day = str(day_of(first.days))
    return day if first == last else day[: len("2027-02")]


def _status(reading: Reading) -> str | None:
    line = reading.head.get("status")
    if line is None:
        return None
    words = (getattr(node, "text", "") for node in walk(line.value))
    return " ".join(words).strip() or None
