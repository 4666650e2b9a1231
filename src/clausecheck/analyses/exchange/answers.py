"""Which step of one side answers which of another, and how long each answer is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from clausecheck.analyses.ties import named_by
from clausecheck.analyses.timing.moments import CALENDAR, SIGNATURE, Moment
from clausecheck.analyses.timing.procedures import left_open
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.waiting import Waiting
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen


@frozen(eq=False)
class Answer:
    """A step of one side and the step of another that answers it; `said` where the text says so.

    Without `said` the text has the one wait for the other, and so makes it the first. Who takes
    both steps neither gives the one nor gains the other, but what others do in either.
    """

    given: Provision
    gained: Provision
    given_by: tuple[str, ...]
    """Who gives and is answered, by name: those for whom somebody else is to answer."""
    gained_by: tuple[str, ...]
    """Who answers for somebody else who gives."""
    said: bool
    mutual: bool = False
    """Whether each is bound only upon the other: neither is the first, and none is left open."""


_BARGAINING = frozenset({"party", "guarantor", "side", "actor"})
"""Who gives and gains; bodies and verifiers do their work, and are owed nothing for it."""


def answers(reading: Reading, waiting: Waiting) -> tuple[Answer, ...]:
    """Return which step answers which, each pair in both directions where the text exchanges them.

    In text order of the steps given. A right answers a step where the text says so, and no right
    is answered, as nobody need use it. What an optional step of a procedure comes after is no more
    answered by it than by what somebody may do.
    """
    first, optional = steps(reading), left_open(reading)
    gains = {**_rights(reading), **first}
    mutual = {wait for circle in waiting.circles for wait in circle.waits if wait.is_a_condition}
    found: dict[tuple[str, str], Answer] = {}
    with_it: list[tuple[Provision | None, Provision | None]] = []
    for number, provision in gains.items():
        for other in named_by(provision, reading, "in return for", "mirrors"):
            for one, two in ((number, other), (other, number)):
                _add(found, first.get(one), gains.get(two), names=reading.names, said=True)
    for wait in waiting.waits:
        if wait.orders_a_step and wait.waiting.of not in optional:
            comes = wait.waiting not in waiting.lost
            for awaited in waiting.moments_for(wait):
                if comes and awaited in waiting.lost:
                    continue  # it comes after another that the line is content with
                if awaited.state != "is breached":  # what follows a breach is no counterpart
                    given, gained = first.get(awaited.of), first.get(wait.waiting.of)
                    upon = wait in mutual
                    _add(found, given, gained, names=reading.names, said=False, mutual=upon)
                    if wait.how == "together":
                        with_it.append((gained, given))
    for given, gained in with_it:
        _add(found, given, gained, names=reading.names, said=False, at_once=True)
    places = {number: place for place, number in enumerate(first)}
    return tuple(
        sorted(found.values(), key=lambda each: (places[each.given.number], not each.said))
    )


def steps(reading: Reading) -> Mapping[str, Provision]:
    """Return by number what somebody does, forbears or declares who gives and gains.

    Of a clause with a line that could not be read, which may say more, nothing.
    """
    return _of_kinds(reading, "duty", "prohibition", "statement")


def _rights(reading: Reading) -> Mapping[str, Provision]:
    """Return by number what somebody may do, which is nobody's step until it is done."""
    return _of_kinds(reading, "permission")


def _of_kinds(reading: Reading, *kinds: str) -> Mapping[str, Provision]:
    return {
        each.number: each
        for each in reading.firsts.values()
        if each.kind in kinds and bearers(each, reading.names) and reading.is_whole(each)
    }


def bearers(provision: Provision, names: Names) -> tuple[str, ...]:
    """Return who gives by it, by name: neither bodies nor those who verify."""
    actors = names.actors
    every = provision.meaning.who.names
    return tuple(name for name in every if name in actors and actors[name].kind in _BARGAINING)


def everybody(provision: Provision, names: Names) -> frozenset[str]:
    """Return everybody bound by it, the members of a side among them."""
    every = (with_members(name, names) for name in provision.meaning.who.names)
    return frozenset[str]().union(*every)


def _add(
    found: dict[tuple[str, str], Answer],
    given: Provision | None,
    gained: Provision | None,
    *,
    names: Names,
    said: bool,
    mutual: bool = False,
    at_once: bool = False,
) -> None:
    if given is None or gained is None:
        return
    one, other = given.number, gained.number
    if (one, other) in found:
        return
    reverse = found.get((other, one))
    if not said and reverse is not None and (reverse.said or not at_once):
        return  # the text itself says which answers which
    # Where some take both steps, a mere order is no bargain; where the same do, nothing is.
    if not said and everybody(given, names) & everybody(gained, names):
        return
    given_by, gained_by = _facing(given, gained, names), _facing(gained, given, names)
    if given_by and gained_by and set(given_by) != set(gained_by):
        found[one, other] = Answer(given, gained, given_by, gained_by, said, mutual)


def _facing(provision: Provision, other: Provision, names: Names) -> tuple[str, ...]:
    """Return who gives by a step and faces another who takes the other one."""
    others = [with_members(name, names) for name in bearers(other, names)]
    return tuple(
        name
        for name in bearers(provision, names)
        if any(not with_members(name, names) & each for each in others)
    )


def with_members(name: str, names: Names) -> frozenset[str]:
    """Return an actor and, of a side or a body, its members, by name."""
    return frozenset((name, *names.actors[name].members))


def unanswered(
    reading: Reading, pairs: Sequence[Answer], owed: Mapping[str, frozenset[str]]
) -> tuple[Provision, ...]:
    """Return in text order the binding duties of one side that no other's step answers.

    `owed` tells to whom each step is: what several do for each other is no gift of theirs.
    """
    answered = {pair.given.number for pair in pairs} | left_open(reading)
    return tuple(
        each
        for each in reading.firsts.values()
        if each.kind == "duty"
        and each.meaning.binding
        and each.number not in answered
        and reading.is_whole(each)
        and _is_one_side_s(each, reading.names)
        and not everybody(each, reading.names) & owed[each.number]
    )


def _is_one_side_s(provision: Provision, names: Names) -> bool:
    """Tell whether only parties owe it, of which no side of the text takes in several.

    Those whom a text puts on one side may face each other, as in a divided country.
    """
    every = frozenset(provision.meaning.who.names)
    sides = [frozenset(each.members) for each in names.actors.values() if each.kind == "side"]
    among = len(every) > 1 and any(every <= side for side in sides)
    return bool(every) and every <= set(names.parties) and not among


# ── How long an answer is open ───────────────────────────────────────────────────────────────────


@frozen
class Gap:
    """How long an answer can be open once the step is given, if both use all their time.

    `days` is None where no limit ends it, and also where `ends` counts from another moment than
    `begins`, so that nobody can tell.
    """

    days: int | None
    begins: Day | None
    ends: Day | None
    by_two_clocks: bool = False
    """Whether one is a day of the calendar, the other counts from a signature that has none, and
    nothing orders them."""


Gaps: TypeAlias = Mapping[Answer, Gap]


def gaps(pairs: Iterable[Answer], schedule: Schedule) -> Gaps:
    """Return how long each answer can be open, where it can; nothing where a timetable fails.

    What could be said of a timetable that cannot be kept would be said of another one.
    """
    if schedule.broken:
        return {}
    found = ((pair, gap(pair, schedule)) for pair in pairs)
    return {pair: opened for pair, opened in found if opened is not None}


def gap(pair: Answer, schedule: Schedule) -> Gap | None:
    """Return how long the answer can stay open once the step is done; None if it cannot.

    A step that nobody need take before its answer waits for none, nor does one that never comes.
    """
    moments = _moments(pair, schedule)
    if moments is None:
        return None
    given, gained = moments
    if gained in schedule.lost:
        begins = schedule.last(given)
        return Gap(None, begins, None) if begins is not None else None
    if _comes_first(pair, gained, schedule):
        return None
    begins, ends = schedule.at_last(given), schedule.at_last(gained)
    if schedule.is_kept_back(given) or schedule.is_kept_back(gained):
        one_clock = begins and ends and begins.origin == ends.origin
        days = ends.days - begins.days if begins and ends and one_clock else None
    else:
        known = [schedule.after_all_time(given, gained), schedule.owed_after(given, gained)]
        days = min((each for each in known if each is not None), default=None)
    if days is None and begins is not None and begins.origin == gained:
        days = -begins.days  # it is given so many days before its answer
    if days is None and begins is not None and _is_no_sooner(begins, gained, schedule):
        return None  # as by 30 days after its answer is verified, which it is once it has begun
    if days is None:
        hangs = ends is not None and ends.origin.of == pair.given.number
        waits = hangs or not pair.said or _waits(pair, schedule)
        origins = {day.origin for day in (begins, ends) if day is not None}
        apart = origins == {CALENDAR, SIGNATURE} and not schedule.orders(given, gained)
        return Gap(None, begins, ends, apart) if begins is not None or waits else None
    return Gap(days, begins, ends) if days > 0 else None


def if_never_answered(pair: Answer, schedule: Schedule) -> Gap | None:
    """Return the gap of an answer that fails to come; None if the step is not owed before it."""
    moments = _moments(pair, schedule)
    if moments is None:
        return None
    given, gained = moments
    begins = schedule.last(given)
    if _comes_first(pair, gained, schedule) or (
        begins is not None and _is_no_sooner(begins, gained, schedule)
    ):
        return None
    owed = begins is not None or not pair.said or _waits(pair, schedule)
    return Gap(None, begins, None) if owed else None


def _moments(pair: Answer, schedule: Schedule) -> tuple[Moment, Moment] | None:
    """Return when a step is given and when it is answered; None where it waits for no answer."""
    ours, theirs = schedule.steps.get(pair.given.number), schedule.steps.get(pair.gained.number)
    if pair.mutual or ours is None or theirs is None or ours.given in schedule.lost:
        return None
    return ours.given, theirs.given


def _is_no_sooner(day: Day, moment: Moment, schedule: Schedule) -> bool:
    """Tell whether a day is counted from what comes only once a moment has come."""
    follows = day.origin.of == moment.of or day.origin.state == "happens"
    return day.days >= 0 and follows and schedule.orders(moment, day.origin)


def _comes_first(pair: Answer, gained: Moment, schedule: Schedule) -> bool:
    """Tell whether the step begins only once its answer has come, or together with it."""
    begins, other = Moment(pair.given.number, "begins"), Moment(pair.gained.number, "begins")
    return schedule.orders(gained, begins) or (
        schedule.orders(other, begins) and schedule.orders(begins, other)
    )


def _waits(pair: Answer, schedule: Schedule) -> bool:
    """Tell whether the answer comes only once the step is under way."""
    return schedule.orders(
        Moment(pair.given.number, "begins"), Moment(pair.gained.number, "begins")
    )
