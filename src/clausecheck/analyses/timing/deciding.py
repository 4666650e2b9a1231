"""Which limits of a text cannot be kept, whatever is chosen and whenever its months fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from clausecheck.analyses.timing import network
from clausecheck.analyses.timing.bounds import Bound, Cause, Choice
from clausecheck.analyses.timing.limits import led
from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE, Moment
from clausecheck.analyses.timing.some_day import solve_from_some_day
from clausecheck.values import evolve, frozen

_TRIES = 64
"""Networks solved for the choices of one text before the rest count as undecided."""
_MOST_TOLD = 10
_FEW = 12
"""Choices of which those that count in months are all made, and not only found to be met."""

_Network = network.Network[Moment, Cause]
_Verdict = network.Verdict[Moment, Cause]
_OPEN = _Verdict("not decided")


@frozen
class Broken:
    """Limits that cannot all be kept, each beginning where the one before ends."""

    circle: tuple[Bound, ...]
    conditional: bool
    day: int | None = None
    """The date from which they leave too few days, if longer or shorter months would leave more."""
    any_day: bool = False
    """Whether they do so from any other day too."""
    beside: tuple[Broken, ...] = ()
    """What closes the other ways of a choice by which one of them binds."""


def broken(whole: _Network, choices: Sequence[Choice]) -> tuple[tuple[Broken, ...], _Verdict]:
    """Return the chains that cannot be kept, and what was told of all that is left.

    Each chain is told once: its lines are left out of the search for the next.
    """
    found: list[Broken] = []
    left = list(choices)
    verdict = _OPEN
    while len(found) < _MOST_TOLD:
        verdict = _decide(whole, left, [_TRIES])
        circle = verdict.circle
        if verdict.answer != "no":
            break
        found.append(_broken(verdict))
        told = {
            limit.cause
            for limit in circle
            if limit.cause.at is not None and not stands(limit, circle)
        }
        whole = whole.without(lambda limit, told=told: limit.cause in told)  # type: ignore[misc]
        left = [each for each in left if each.cause not in told]
    return tuple(found), verdict


def _broken(verdict: _Verdict) -> Broken:
    beside = tuple(map(_broken, verdict.beside))
    conditional = any(limit.cause.conditional for limit in verdict.circle)
    conditional = conditional or any(each.conditional for each in beside)
    return Broken(verdict.circle, conditional, verdict.day, verdict.any_day, beside)


_MOST_WORK = 100_000
"""Limits looked at in telling which ways of all choices can be taken."""


def possible(whole: _Network, choices: Sequence[Choice]) -> tuple[tuple[Choice, ...], bool]:
    """Return the choices with the ways alone that can be taken, and whether all ways were tried.

    A way can be taken if some others of the other choices go with it.
    """
    tries = [min(_TRIES, _MOST_WORK // (len(whole.places) + 1))]
    left: list[Choice] = []
    for choice in choices:
        rest = [other for other in choices if other is not choice]
        ways = tuple(
            option
            for option in choice.options
            if tries[0] <= 0 or _decide(whole.with_limits(option), rest, tries).answer != "no"
        )
        left.append(evolve(choice, options=ways))
    return tuple(left), tries[0] >= 0


def dates_the_text(limit: Bound) -> bool:
    """Tell whether it is the head that gives the text its date, which nothing else can spoil."""
    return {limit.earlier, limit.later} == {CALENDAR, SIGNATURE}


_OF_HEAD = frozenset({CALENDAR, SIGNATURE, ENTRY})


def stands(limit: Bound, circle: Sequence[Bound]) -> bool:
    """Tell whether the head's days stand, and it is the other lines of a chain that do not fit.

    Where the head does not fit itself, it is its date that stands.
    """
    of_entry = {limit.earlier, limit.later} == {CALENDAR, ENTRY}
    return dates_the_text(limit) or (
        of_entry and any({each.earlier, each.later} - _OF_HEAD for each in circle)
    )


def _decide(limits: _Network, choices: Sequence[Choice], tries: list[int]) -> _Verdict:
    """Tell whether some choice can be kept; it is not decided if that needs more than the tries.

    Where none can, it is told of the one that lacks the fewest days: the others come later still.
    """
    tries[0] -= 1
    if tries[0] < 0:
        return _OPEN
    verdict = limits.solve()
    if verdict.moments is None:
        return verdict
    days = verdict.moments
    if limits.in_months and CALENDAR in limits.places:
        by_dates = limits.solve_by_dates(CALENDAR)
        if by_dates.answer != "yes":
            return by_dates
    unmet = next((each for each in choices if not _is_met(each, days)), None)
    if unmet is None and limits.in_months and len(choices) <= _FEW:
        unmet = next((each for each in choices if _counts_in_months(each)), None)
    if unmet is None:
        return solve_from_some_day(limits, CALENDAR) if limits.in_months else verdict
    rest = [each for each in choices if each is not unmet]
    found: list[_Verdict] = []
    for option in unmet.options:
        verdict = _decide(limits.with_limits(option), rest, tries)
        if verdict.answer == "yes":
            return verdict
        found.append(verdict)
    least = min(found, key=_by_how_much)
    others = [each for each in found if each is not least]
    return _with_the_others(least, others, unmet)


def _with_the_others(told: _Verdict, others: Sequence[_Verdict], choice: Choice) -> _Verdict:
    """Return what cannot be kept, with what closes the other ways unless it needs no choice."""
    for each in (told, *others):
        every = (each, *each.beside)
        if not any(limit.cause == choice.cause for one in every for limit in one.circle):
            return each
    return evolve(told, beside=(*told.beside, *chain.from_iterable((o, *o.beside) for o in others)))


def _by_how_much(verdict: _Verdict) -> tuple[bool, int]:
    """Return by how many days what is told cannot be kept; what is not decided is first."""
    if verdict.day is None:
        lacking = -sum(limit.days for limit in verdict.circle)
    else:
        lacking = verdict.day - led(verdict.circle, verdict.day)
    return verdict.answer == "no", lacking


def _counts_in_months(choice: Choice) -> bool:
    """Tell whether a choice may be met only by months that are longer or shorter than they are."""
    return any(limit.counted is not None for option in choice.options for limit in option)


def _is_met(choice: Choice, days: Mapping[Moment, int]) -> bool:
    return any(
        all(days.get(each.later, 0) - days.get(each.earlier, 0) <= each.days for each in option)
        for option in choice.options
    )
