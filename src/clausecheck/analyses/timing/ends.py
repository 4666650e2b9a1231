"""When a text, or a body of it, is over."""

from __future__ import annotations

from clausecheck.analyses.timing.moments import CALENDAR, Moment, Reckoned, When
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.model import nodes
from clausecheck.model.reading import Reading, default_start


def last_day(value: nodes.Value, schedule: Schedule, reading: Reading) -> Day | None:
    """Return the last day of a term that counts from entry into force, or of a time."""
    if isinstance(value, nodes.Period):
        start_of_all = When(Moment(default_start(reading.head)))
        time: Reckoned | None = schedule.reckoner.after(start_of_all, value)
    else:
        time = reckoned(value, schedule.reckoner, "")
    if not isinstance(time, When) or not time.ends:
        return None
    start = schedule.last(time.moment) if time.moment != CALENDAR else Day(CALENDAR, 0)
    return Day(start.origin, start.days + time.most) if start is not None else None
