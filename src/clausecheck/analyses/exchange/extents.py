"""How long an answer lasts and how much it is, held against the step that it answers.

Terms are compared where both last, figures where both ask for so much of one thing: what else a
line says of either, nobody can weigh.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from clausecheck.analyses.obligations.figures import range_of
from clausecheck.analyses.obligations.norms import words_at
from clausecheck.analyses.timing.moments import CALENDAR, Moment, day_of, days_meant, in_days
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.steps import Step
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.values import frozen

_Less: TypeAlias = Literal["given", "gained", "neither"]


@frozen
class Extent:
    """What two steps say of one question, and which of them is the less."""

    given: str
    gained: str
    less: _Less | None
    """None where it cannot be told."""

    def against(self, side: Literal["given", "gained"]) -> tuple[str, str]:
        """Return what the other says and what this side does, which is the less."""
        return (self.given, self.gained) if side == "gained" else (self.gained, self.given)


_UNLIKE = Extent("", "", None)


def terms(given: Provision, gained: Provision, schedule: Schedule) -> Extent | None:
    """Return how long two steps last; None where no line of either says so."""
    ours, theirs = schedule.steps.get(given.number), schedule.steps.get(gained.number)
    if ours is None or theirs is None:
        return None
    one, other = _term(ours), _term(theirs)
    if one is None and other is None:
        return None
    if not (ours.lasting and theirs.lasting):
        return _UNLIKE
    less = "neither" if one == other else _sooner_over(ours, theirs, schedule)
    return Extent(_told(ours, schedule), _told(theirs, schedule), less)


def _sooner_over(ours: Step, theirs: Step, schedule: Schedule) -> _Less | None:
    one, other = _term(ours), _term(theirs)
    endless = [each is None or isinstance(each, nodes.WithoutLimit) for each in (one, other)]
    if any(endless):
        return "neither" if all(endless) else "gained" if endless[0] else "given"
    if isinstance(one, nodes.Period) and isinstance(other, nodes.Period):
        return _less(days_meant(one), days_meant(other))
    ends, others = _window(ours, schedule), _window(theirs, schedule)
    if ends is None or others is None or ends[0].origin != others[0].origin:
        return None
    first, second = ((first.days, last.days) for first, last in (ends, others))
    return _less(first, second)


def _term(step: Step) -> nodes.Value | None:
    """Return what a line says of how long a step lasts."""
    lines = (line.value for line in step.said.labels.ending(step.kind))
    return next((value for value in lines if not isinstance(value, nodes.Silence)), None)


def _less(ours: tuple[float, float], theirs: tuple[float, float]) -> _Less | None:
    """Return which of two is less, each from its least to its most."""
    if ours == theirs:
        return "neither"
    if theirs[1] < ours[0]:
        return "gained"
    return "given" if ours[1] < theirs[0] else None


def _window(step: Step, schedule: Schedule) -> tuple[Day, Day] | None:
    """Return the first and the last day on which a step's term can end, if both are known."""
    ends = schedule.window(Moment(step.number, "is complete"))
    if ends.first is None or ends.last is None or ends.first.origin != ends.last.origin:
        return None
    return ends.first, ends.last


def _told(step: Step, schedule: Schedule) -> str:
    """Return a term in words: so long, until a day, or without an end."""
    value = _term(step)
    if isinstance(value, nodes.Period):
        span = value.least if value.most is None else f"{value.least} to {value.most}"
        bound = f"{value.qualifier.lower()} " if value.qualifier else ""
        return f"{bound}{span} {value.unit}{'' if span == '1' else 's'}"
    if value is None or isinstance(value, nodes.WithoutLimit):
        return "no end"
    ends = _window(step, schedule)
    if ends is None or ends[0] != ends[1]:
        return "an end"
    day = ends[1]
    if day.origin == CALENDAR:
        return f"until {day_of(day.days)}"
    return f"until {in_days(day.days)} after {day.origin}" if day.days else f"until {day.origin}"


_BY = frozenset({None, "by"})
"""What stands before a figure of how much is given; `to 5,000` says how much is left."""


def amounts(given: Provision, gained: Provision, schedule: Schedule) -> Extent | None:
    """Return how much two steps ask for; None where neither has a figure."""
    ours, theirs = given.quantity, gained.quantity
    capped = [each.labels.stated("limit") for each in (given, gained)]
    if ours is None and theirs is None and not any(capped):
        return None
    if ours is None or theirs is None or any(capped):
        return _UNLIKE
    things = {each.object.name if each.object is not None else None for each in (given, gained)}
    same = None not in things and len(things) == 1
    kinds = {given.kind, gained.kind}
    one, other = range_of(ours), range_of(theirs)
    if not same or kinds != {"duty"} or one is None or other is None:
        return _UNLIKE
    if one == other:
        return Extent("", "", "neither")
    if one.measure != other.measure or ours.preposition not in _BY:
        return _UNLIKE
    words = [
        words_at(schedule.steps[each.number].said.sentence, amount.span)
        for each, amount in ((given, ours), (gained, theirs))
    ]
    return Extent(words[0], words[1], _less((one.least, one.most), (other.least, other.most)))
