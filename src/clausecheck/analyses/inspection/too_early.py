"""Looks that come before there need be anything to see.

All use all their time: an inspection that is over before the step is due finds nothing yet, or what
was there before, and verifies nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.timing.bounds import verifying_each
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.analyses.timing.steps import Step


def too_early(duties: Iterable[Checked], schedule: Schedule) -> frozenset[str]:
    """Return by number the duties that others look at only before they need be done.

    Nothing where a timetable fails: its days would be those of another one.
    """
    if schedule.broken:
        return frozenset()
    by_others = verifying_each(schedule.steps, schedule.reckoner.names)
    found = set[str]()
    for duty in duties:
        number = duty.provision.number
        step = schedule.steps.get(number)
        looks = [by for by, _ in by_others.get(number, ())] or [duty.by]
        if duty.by and step is not None and _all_are(looks, step, schedule):
            found.add(number)
    return frozenset(found)


def _all_are(looks: Iterable[str], step: Step, schedule: Schedule) -> bool:
    """Tell whether each look is over when the step that it verifies need not yet be done."""
    begins = Moment(step.number, "begins")
    for look in looks:
        over = Moment(look, "is complete")
        later = schedule.after_all_time(over, step.given)
        if not schedule.orders(over, begins) and (later is None or later <= 0):
            return False
    return True
