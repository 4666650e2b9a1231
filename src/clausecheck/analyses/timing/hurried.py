"""Steps whose last day is sooner than their own lines say, as others wait for them."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.timing.moments import CALENDAR, When
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step


def hurried(schedule: Schedule) -> Iterator[str]:
    """Yield their numbers; where a line counts in months, or names several times, none."""
    for step in schedule.steps.values():
        last = schedule.last(step.given)
        own = [*_own_days(step, schedule)] if last is not None and not step.done else []
        days = [day.days for day in own if day is not None and last and day.origin == last.origin]
        if last is not None and days and len(days) == len(own) and min(days) > last.days:
            yield step.number


def _own_days(step: Step, schedule: Schedule) -> Iterator[Day | None]:
    """Yield the days of the lines by which a step is due; None for one that cannot be told."""
    ending = step.said.labels.ending(step.kind)
    names = ("by", "before", "on", "starts") if step.lasting else ("by", "before", "on")
    for label in step.said.labels.all(*names):
        if label in ending:
            continue
        time = reckoned(label.value, schedule.reckoner, step.number)
        plain = isinstance(time, When) and time.ends and time.longest is None
        yield _day(time, schedule) if isinstance(time, When) and plain else None


def _day(time: When, schedule: Schedule) -> Day:
    known = schedule.reckoner.known.get(time.moment)
    if known is not None:
        return Day(CALENDAR, known.toordinal() + time.most)
    origin = schedule.last(time.moment)
    return Day(origin.origin, origin.days + time.most) if origin else Day(time.moment, time.most)
