"""Whether a text is in force by what its head says, and from when its days are counted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, TypeAlias

from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE, day_of
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.walk import walk
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
