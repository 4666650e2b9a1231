"""The moments of a text that have one day, whatever anybody does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TypeAlias

from clausecheck.analyses.timing import in_force
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    ENTRY,
    SIGNATURE,
    Moment,
    Reckoned,
    Reckoner,
    Several,
    When,
)
from clausecheck.analyses.timing.saying_when import (
    FREE_OR_BARRED,
    end_of_term,
    hangs_on_a_step,
    has_term,
    holding_until,
    lasts,
    reckoned,
    reviews,
    sets_the_start,
    spans,
)
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Reading, Said, default_start

_ROUNDS = 10
"""How many exact spans in a row are followed from a date."""


def learn(reading: Reading, reckoner: Reckoner, known: dict[Moment, datetime.date]) -> None:
    """Learn every moment that has one day, so that months from it count by the calendar.

    The head's dates, events that come on a date, and steps that are done or must be taken on one,
    and what hangs on one of these by an exact span, a few of them in a row.
    """
    left = list(_fixed(reading))
    for _ in range(_ROUNDS):
        later = []
        for moments, value, own in left:
            day = _day_of(_time_of(value, reckoner, own), reckoner)
            if day is not None:
                known.update(dict.fromkeys(moments, day))
            else:
                later.append((moments, value, own))
        if len(later) == len(left):
            return
        left = later


def _day_of(time: Reckoned | None, reckoner: Reckoner) -> datetime.date | None:
    """Return the one day that a time comes to, if it is known."""
    if isinstance(time, Several):
        found = [_day_of(each, reckoner) for each in time.times]
        days = [day for day in found if day is not None]
        one = len(days) == len(found) and time.how != "any"  # one day or another is no one day
        return (min if time.how == "earlier" else max)(days) if one else None
    if not isinstance(time, When) or time.fewest != time.most or not time.firm:
        return None
    origin = reckoner.known.get(time.moment)
    if time.moment != CALENDAR and origin is None:
        return None
    day = time.fewest + (origin.toordinal() if origin is not None else 0)
    in_calendar = 1 <= day <= datetime.date.max.toordinal()
    return datetime.date.fromordinal(day) if in_calendar else None


_Fixed: TypeAlias = tuple[tuple[Moment, ...], nodes.Value | Moment, str]
"""Moments that come when a value says, or a term after another, with the number of their step.

A moment stands for itself."""


def _time_of(value: nodes.Value | Moment, reckoner: Reckoner, own: str) -> Reckoned | None:
    if isinstance(value, Moment):
        return When(value)
    if spans(value):
        return end_of_term(value, Moment(own, "begins"), reckoner)
    return reckoned(value, reckoner, own)


def _fixed(reading: Reading) -> Iterator[_Fixed]:
    """Yield the moments that come when a value says, with the value and whose it is."""
    for name, moment in (("date", SIGNATURE), ("entry into force", ENTRY)):
        label = reading.head.get(name)
        if label is not None:
            yield (moment,), label.value, ""
    for ratified in in_force.ratifications(reading):
        if ratified.whole and len(ratified.by) == 1:
            yield (ratified.moment,), Moment(ratified.by[0].number, "is complete"), ""
    for event in reading.names.events.values():
        lines = Labels(event.labels)
        for label in lines.all("when") if not lines.stated("otherwise") else ():
            yield (Moment(event.name),), label.value, event.name
    start = Moment(default_start(reading.head))
    for clause in reading.whole_clauses:
        for said in clause.said:
            yield from _fixed_of(said, start)
            for review in reviews(said.labels):
                if review.state == "done" and review.date is not None:
                    yield (Moment(said.number, "is complete"),), review.date, said.number


def _fixed_of(said: Said, start: Moment) -> Iterator[_Fixed]:
    """Yield when a sentence begins and ends, where its lines say so to the day."""
    kind = said.meanings[0].kind if said.meanings else "statement"
    forbids = kind == "prohibition"
    if not (said.labels.lines or forbids):
        return  # as most
    begins, complete = Moment(said.number, "begins"), Moment(said.number, "is complete")
    ends = holding_until(said.labels, kind)
    for label in said.labels.lines:
        once = kind not in FREE_OR_BARRED and not lasts(said.labels)
        if label.name == "on" and (once or label in ends):
            yield (begins, complete), label.value, said.number
        elif label.name in {"on", "from"} or (label.name == "starts" and sets_the_start(label)):
            yield (begins,), label.value, said.number
        elif label.name in {"for", "quota"} or (label in ends and not has_term(said.labels)):
            yield (complete,), label.value, said.number
    loosely = said.labels.stated("in parallel with") or hangs_on_a_step(said.labels)
    if forbids and not loosely and not any(map(sets_the_start, said.labels.lines)):
        yield (begins,), start, said.number
