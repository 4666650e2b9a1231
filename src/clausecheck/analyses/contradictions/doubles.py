"""One thing to be done, for which a text gives two days, two terms or two figures.

Only norms that say the same in every other respect are compared: another object, place, condition
or beginning makes another step of it, and so does another stage in the titles above, or with
another day another figure.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import inf
from typing import Literal

from clausecheck.analyses.contradictions.once import is_done_once, may_come_again
from clausecheck.analyses.contradictions.stocks import clashes, unowned
from clausecheck.analyses.obligations.figures import Figure, bounds_of
from clausecheck.analyses.obligations.norms import EVERYBODY, Norm
from clausecheck.analyses.obligations.opposite import are_opposite
from clausecheck.analyses.obligations.ranking import in_steps, ranked
from clausecheck.analyses.obligations.scope import says_its_own
from clausecheck.analyses.timing.moments import (
    ENTRY,
    SIGNATURE,
    Moment,
    Reckoned,
    Several,
    When,
    days_meant,
)
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.source import Span
from clausecheck.values import NO_MEMO, Memo, frozen
from clausecheck.vocabulary import Vocabulary


@frozen(slots=False, eq=False)
class Double:
    """Two norms with two days, terms or figures for one thing.

    `contradictory`, if both cannot be.
    """

    what: Literal["deadline", "interval", "notice", "term", "quantity"]
    norm: Norm
    other: Norm
    contradictory: bool
    at: Span | None = None
    """Where the figure of the one is, and of the other, if not in their sentences."""
    other_at: Span | None = None
    none_left: bool = False
    """Whether one of them has no figure, and leaves nothing of what the other counts."""
    both_can_be: bool = False
    """Of two figures, whether both are floors or both ceilings, so that one is within the other."""
    allows_more: bool = False
    """Whether one is up to how much somebody may, and the other rules out the most of that."""


def doubles(
    norms: Iterable[Norm],
    schedule: Schedule,
    names: Names,
    vocabulary: Vocabulary,
    memo: Memo = NO_MEMO,
) -> tuple[Double, ...]:
    """Return them as they are counted; each norm is told against the first that differs from it."""
    every = [norm for norm in norms if norm.kind in {"duty", "permission", "prohibition"}]
    found: dict[tuple[str, str, str], Double] = {}
    for double in (
        *_deadlines(every, schedule, memo),
        *_begun_late(every, schedule, memo),
        *_intervals(every, memo),
        *_notices(every, memo),
        *_terms(every, schedule, memo),
        *_quantities(every, memo),
        *_rates(every, memo),
        *_stocks(every, schedule, names, vocabulary, memo),
    ):
        key = (double.what, double.norm.number, double.other.number)
        known = found.get(key)
        if known is None or double.contradictory > known.contradictory:
            found[key] = double
    return tuple(sorted(found.values(), key=lambda each: each.norm.counted))


_Keys = list[tuple[Hashable, ...]]
"""What a norm shares with those to be held against it, for each actor."""


def _gathered(
    norms: Iterable[Norm], same: Callable[[Norm], _Keys], memo: Memo
) -> Iterator[list[Norm]]:
    """Yield the norms that are the same in what is asked, group by group."""
    groups: dict[Hashable, list[Norm]] = {}
    for norm in norms:
        for key in memo.of(same, norm):
            groups.setdefault(key, []).append(norm)
    return (group for group in groups.values() if len(group) > 1)


def _told(
    group: list[Norm], differ: Callable[[Norm, Norm], bool | None]
) -> Iterator[tuple[Norm, Norm, bool]]:
    """Yield each norm of a group with the first that differs from it, and if they contradict.

    The first few of other value than the rest stand for them all.
    """
    firsts: list[Norm] = []
    for norm in group:
        verdict = None
        for first in firsts:
            verdict = None if _stand_apart(norm, first) else differ(norm, first)
            if verdict is not None:
                yield norm, first, verdict
                break
        if verdict is None and len(firsts) < _FIRSTS:
            firsts.append(norm)


_FIRSTS = 8


def _stand_apart(one: Norm, other: Norm) -> bool:
    """Tell whether both are of one sentence, of one procedure, ranked, or of opposite kinds."""
    staged = one.number == other.number or ranked(one, other) or in_steps(one, other)
    return staged or are_opposite(one, other)


def _core(norm: Norm, *, numbers: bool = True, own: bool = False) -> tuple[Hashable, ...]:
    """Return what two sayings of one thing share: act, objects, conditions, all that narrows.

    Whose a thing is that is `own` goes without saying.
    """
    objects = frozenset((each.kind, each.name) for each in norm.provision.deed.objects)
    aspects = frozenset(
        (aspect.preposition, aspect.itself)
        for aspect in norm.aspects
        if numbers or aspect.keys[0][0] not in {"number", "distance"}
    )
    consents = norm.said.labels.all("with consent of", "unless permitted by")
    conditions = frozenset((label.name, label.value) for label in (*norm.conditions, *consents))
    return (
        norm.acts[0],
        norm.about,
        objects,
        # What all have of it may be the sum of what each has, which two figures may be of.
        "its" if own or (numbers and _is_its_own(norm)) else norm.provision.owner,
        aspects,
        norm.lines,
        conditions,
        norm.stage,
    )


def _is_its_own(norm: Norm) -> bool:
    """Tell whether the object is the bearer's own, whether several are bound or one by its name."""
    provision = norm.provision
    return says_its_own(norm) or provision.owner == provision.actor is not None


_DUE = frozenset({"on", "by", "before"})


def _times(norm: Norm, *, due: bool) -> frozenset[tuple[str, nodes.Value]]:
    return frozenset(
        (label.name, label.value) for label in norm.placing if due or label.name not in _DUE
    )


# ── Two days ─────────────────────────────────────────────────────────────────────────────────────


def _duties(norms: list[Norm]) -> list[Norm]:
    """Return what is owed, and not only one way among several."""
    return [norm for norm in norms if norm.kind == "duty" and not norm.choice]


def _has_one_end(duty: Norm) -> bool:
    """Tell whether it is done once, or by a last day and in words that nothing suggests again."""
    last = {line.name for line in duty.provision.timing.due} <= {"by", "before"}
    return (last and not may_come_again(duty)) or is_done_once(duty)


def _due_alike(norm: Norm) -> _Keys:
    """Return what a duty shares with those that have one other day."""
    if len(norm.provision.timing.due) == 1:
        times = _times(norm, due=False)
        alike = [(name, *_core(norm), norm.quantities, times) for name in norm.bearers]
        own = _core(unowned(norm), own=True)
        return [*alike, *((name, *own, (), times) for name in _all_of_whose(norm))]
    return []


def _all_of_whose(norm: Norm) -> tuple[str, ...]:
    """Return on all of whose things it is: "its plants", "the plants", "all plants".

    Of "plants" alone some may be meant, and others later. Where nobody is named who is to do it, it
    is for the one to do whose they are.
    """
    thing, owner = norm.provision.object, norm.provision.owner
    done_by_nobody = norm.actors == (EVERYBODY,) and owner is not None
    own = done_by_nobody or owner in {None, norm.provision.actor}
    if thing is None or not (norm.whole and own):
        return ()
    before = (part for part in norm.said.sentence.parts if part.span.end <= thing.span.start)
    *_, last = ("", *(part.text.lower() for part in before if isinstance(part, nodes.Word)))
    every = bool(norm.amounts) or last == "the"
    if owner is not None and done_by_nobody:
        return (owner,) if every else ()
    return norm.bearers if owner is not None or every else ()


def _deadlines(norms: list[Norm], schedule: Schedule, memo: Memo) -> Iterator[Double]:
    fit = [duty for duty in _duties(norms) if _has_one_end(duty)]

    @cache
    def due(norm: Norm) -> _Limits:
        value = norm.provision.timing.due[0].value
        return _limits(reckoned(value, schedule.reckoner, norm.number), schedule)

    def differ(norm: Norm, other: Norm) -> bool | None:
        """Tell whether two deadlines cannot both be met; None if they are not known to differ."""
        one, two = due(norm), due(other)
        if not (one.precedes(two) or two.precedes(one)):
            return None
        early, late = (norm, other) if one.precedes(two) else (other, norm)
        first, last = early.provision.timing.due[0], late.provision.timing.due[0]
        return last.name == "on" and first.name in _DUE

    for group in _gathered(fit, _due_alike, memo):
        for norm, other, contradictory in _told(group, differ):
            yield Double("deadline", norm, other, contradictory)


def _placed_alike(norm: Norm) -> _Keys:
    """Return what a duty shares with those due or begun at other times."""
    lines = norm.placing
    one_each = len({line.name for line in lines}) == len(lines)
    if one_each and lines and {line.name for line in lines} <= {*_DUE, "after"}:
        return [(name, *_core(norm), norm.quantities) for name in norm.bearers]
    return []


def _begun_late(norms: list[Norm], schedule: Schedule, memo: Memo) -> Iterator[Double]:
    """Yield what is due by one sentence before it may begin by another."""
    for group in _gathered(filter(is_done_once, _duties(norms)), _placed_alike, memo):
        waiting = [norm for norm in group if norm.said.labels.all("after")]
        for late in waiting[:_FIRSTS]:
            (after,) = late.said.labels.all("after")
            first = _limits(reckoned(after.value, schedule.reckoner, late.number), schedule)
            for early in group:
                due = early.provision.timing.due[:1]
                if not due or _stand_apart(early, late):
                    continue
                last = _limits(reckoned(due[0].value, schedule.reckoner, early.number), schedule)
                if last.precedes(first):
                    at, other = due[0].span, after.span
                    yield Double("deadline", early, late, contradictory=True, at=at, other_at=other)


@frozen
class _Limits:
    """The fewest and the most days after each moment at which a time can come, where known."""

    fewest: Mapping[Moment, int]
    most: Mapping[Moment, int]

    def precedes(self, other: _Limits) -> bool:
        """Tell whether it surely comes first; what counts from different moments may not."""
        return any(
            days < other.fewest[moment]
            for moment, days in self.most.items()
            if moment in other.fewest
        )


def _limits(time: Reckoned | None, schedule: Schedule) -> _Limits:
    """Return when a time can come: the earlier of two no later than either of them."""
    match time:
        case When():
            dated = schedule.reckoner.dated(time)
            at_once = dated.moment == ENTRY and ENTRY not in schedule.origins
            moment = SIGNATURE if at_once else dated.moment
            return _Limits({moment: dated.fewest}, {moment: dated.most})
        case Several(how="later" | "all"):
            every = [_limits(each, schedule) for each in time.times]
            fewest, most = [each.fewest for each in every], [each.most for each in every]
            return _Limits(_known(max, fewest), _known(max, most, to_all=True))
        case Several():
            every = [_limits(each, schedule) for each in time.times]
            fewest, most = [each.fewest for each in every], [each.most for each in every]
            return _Limits(_known(min, fewest, to_all=True), _known(min, most))
        case _:
            return _Limits({}, {})


def _known(
    choose: Callable[[Iterable[int]], int],
    days: Sequence[Mapping[Moment, int]],
    *,
    to_all: bool = False,
) -> dict[Moment, int]:
    """Return the days after each moment that all or any of several times count from."""
    found = {moment: [each[moment] for each in days if moment in each] for moment in chain(*days)}
    return {
        moment: choose(told)
        for moment, told in found.items()
        if not to_all or len(told) == len(days)
    }


# ── How often, and on what notice ────────────────────────────────────────────────────────────────


def _intervals(norms: list[Norm], memo: Memo) -> Iterator[Double]:
    """Yield what is to be done every so many days, and by another sentence every so many others."""
    for group in _gathered(_duties(norms), _repeated_alike, memo):
        yield from _spans_apart(group, "interval", "every")


def _notices(norms: list[Norm], memo: Memo) -> Iterator[Double]:
    """Yield what is to be told so long before it is done, and by another so much longer."""
    for group in _gathered((norm for norm in norms if not norm.choice), _told_alike, memo):
        yield from _spans_apart(group, "notice", "on notice of")


def _repeated_alike(norm: Norm) -> _Keys:
    return _alike_but_for(norm, "every")


def _told_alike(norm: Norm) -> _Keys:
    return _alike_but_for(norm, "on notice of")


def _alike_but_for(norm: Norm, name: str) -> _Keys:
    if _span(norm, name) is None:
        return []
    times = frozenset(each for each in _times(norm, due=True) if each[0] != name)
    return [(by, norm.kind, *_core(norm), norm.quantities, times) for by in norm.bearers]


def _span(norm: Norm, name: str) -> nodes.Period | None:
    """Return the span of time that the one line of that name says."""
    lines = norm.said.labels.all(name)
    value = lines[0].value if len(lines) == 1 else None
    return value if isinstance(value, nodes.Period) else None


def _spans_apart(
    group: list[Norm], what: Literal["interval", "notice"], name: str
) -> Iterator[Double]:
    def differ(norm: Norm, other: Norm) -> bool | None:
        one, two = _span(norm, name), _span(other, name)
        assert one is not None  # noqa: S101 - those without a span are in no group
        assert two is not None  # noqa: S101
        return False if _differ_in_days(one, two) else None

    for norm, other, contradictory in _told(group, differ):
        (line,), (others,) = norm.said.labels.all(name), other.said.labels.all(name)
        yield Double(what, norm, other, contradictory, at=line.span, other_at=others.span)


def _differ_in_days(one: nodes.Period, two: nodes.Period) -> bool:
    """Tell whether two spans cannot be as long as each other."""
    (least, most), (fewest, longest) = days_meant(one), days_meant(two)
    return most < fewest or longest < least


# ── Two terms ────────────────────────────────────────────────────────────────────────────────────

_ENDS = ("for", "until")


def _begun_alike(norm: Norm) -> _Keys:
    """Return what a norm shares with those that end otherwise."""
    if len(norm.said.labels.all(*_ENDS)) == 1:
        start = frozenset(each for each in _times(norm, due=True) if each[0] not in _ENDS)
        return [(name, norm.kind, *_core(norm), norm.quantities, start) for name in norm.bearers]
    return []


def _terms(norms: list[Norm], schedule: Schedule, memo: Memo) -> Iterator[Double]:
    """Yield what is to last so long by one sentence, and by another that begins alike, longer."""

    def differ(norm: Norm, other: Norm) -> bool | None:
        return False if _terms_differ(norm, other, schedule) else None

    for group in _gathered((norm for norm in norms if not norm.choice), _begun_alike, memo):
        for norm, other, contradictory in _told(group, differ):
            yield Double("term", norm, other, contradictory)


def _terms_differ(norm: Norm, other: Norm, schedule: Schedule) -> bool:
    (label,), (others,) = norm.said.labels.all(*_ENDS), other.said.labels.all(*_ENDS)
    one, two = label.value, others.value
    endless = [isinstance(value, nodes.WithoutLimit) for value in (one, two)]
    if any(endless):
        return not all(endless) and not any(isinstance(v, nodes.Silence) for v in (one, two))
    if isinstance(one, nodes.Period) and isinstance(two, nodes.Period):
        return _differ_in_days(one, two)
    ends = [_end(each, value, schedule) for each, value in ((norm, one), (other, two))]
    return ends[0].precedes(ends[1]) or ends[1].precedes(ends[0])


def _end(norm: Norm, value: nodes.Value, schedule: Schedule) -> _Limits:
    """Return when a term is over, as a day of the calendar where that is known."""
    if isinstance(value, nodes.Period):
        begins = Moment(norm.number, "begins")
        return _limits(schedule.reckoner.after(When(begins), value), schedule)
    return _limits(reckoned(value, schedule.reckoner, norm.number), schedule)


# ── Two figures ──────────────────────────────────────────────────────────────────────────────────


def _summed(norm: Norm) -> tuple[str, ...]:
    """Return those whose figure it is; what each owes may add up to what their side does."""
    return norm.actors if norm.provision.meaning.who.how == "each" else norm.bearers


def _counted_alike(norm: Norm) -> _Keys:
    """Return what a norm shares with those of other figures."""
    figure = bounds_of(norm)
    if figure is not None:
        alike = (*_core(norm, numbers=False), _times(norm, due=True), figure.measure)
        return [(name, alike) for name in _summed(norm)]
    return []


def _quantities(norms: list[Norm], memo: Memo) -> Iterator[Double]:
    def differ(norm: Norm, other: Norm) -> bool | None:
        return None if _are_for_others(norm, other) else _figures_differ(norm, other, memo)

    for group in _gathered((norm for norm in norms if not norm.choice), _counted_alike, memo):
        for norm, other, contradictory in _told(group, differ):
            inside = not (contradictory or _is_exact(norm, memo) or _is_exact(other, memo))
            more = inside and (_allows_more(norm, other, memo) or _allows_more(other, norm, memo))
            yield Double(
                "quantity", norm, other, contradictory, both_can_be=inside, allows_more=more
            )


def _are_for_others(norm: Norm, other: Norm) -> bool:
    """Tell whether each is given in return for something else, and so is not the other."""
    one, two = (each.said.labels.all("in return for") for each in (norm, other))
    return {line.value for line in one}.isdisjoint(line.value for line in two) and bool(one and two)


def _allows_more(norm: Norm, other: Norm, memo: Memo) -> bool:
    """Tell whether somebody may do up to so much, of which another sentence rules out the most."""
    one, two = _figure(norm, memo), _figure(other, memo)
    ceilings = one.least == two.least == -inf
    return ceilings and norm.kind == "permission" != other.kind and one.most > two.most


def _is_exact(norm: Norm, memo: Memo) -> bool:
    return _figure(norm, memo).exact


def _figure(norm: Norm, memo: Memo) -> Figure:
    """Return the figure of a norm that has one; those without one are in no group."""
    figure = memo.of(bounds_of, norm)
    assert figure is not None  # noqa: S101 - as is said
    return figure


def _stocks(
    norms: list[Norm], schedule: Schedule, names: Names, vocabulary: Vocabulary, memo: Memo
) -> Iterator[Double]:
    """Yield floors and ceilings that do not go together, whatever the acts that set them."""
    for clash in clashes(norms, schedule, names, vocabulary, memo):
        one, other = clash.one, clash.other
        figures = one.at, other.at
        told = clash.contradictory, *figures, clash.none_left, clash.two_ceilings, clash.allows_more
        yield Double("quantity", one.norm, other.norm, *told)


_A_YEAR = {"year": (1, 1), "month": (12, 12), "week": (52, 53), "day": (365, 366)}
"""How often it comes in a year, at the least and at the most, of what a rate is told by."""


def _rated_alike(norm: Norm) -> _Keys:
    """Return what a norm shares with those of figures by another span of time."""
    figure = bounds_of(norm)
    if figure is not None and figure.measure[2] in _A_YEAR:
        unit, multiplier, _, preposition = figure.measure
        measure = unit, multiplier, preposition
        return [
            (name, *_core(norm, numbers=False), _times(norm, due=True), measure)
            for name in _summed(norm)
        ]
    return []


def _rates(norms: list[Norm], memo: Memo) -> Iterator[Double]:
    """Yield so much a month by one sentence, and so much a year by another that is never as much.

    Of two floors or two ceilings each leaves room for the other: nothing is said of them.
    """

    def differ(norm: Norm, other: Norm) -> bool | None:
        (less, most, exact), (fewest, more, too) = _in_a_year(norm), _in_a_year(other)
        return not (exact and too) if less > more or fewest > most else None

    for group in _gathered((norm for norm in norms if not norm.choice), _rated_alike, memo):
        for norm, other, contradictory in _told(group, differ):
            yield Double("quantity", norm, other, contradictory)


def _in_a_year(norm: Norm) -> tuple[float, float, bool]:
    """Return the least and the most there is of it in a year, and whether that is a figure."""
    figure = bounds_of(norm)
    assert figure is not None  # noqa: S101 - those without one are in no group
    seldom, often = _A_YEAR[str(figure.measure[2])]
    return figure.least * seldom, figure.most * often, figure.exact


_KEPT = frozenset({"limit", "maintain", "possess", "remain", "continue"})
"""Acts by which so much is there, where others may be done once more: "deliver 500 t"."""


def _figures_differ(norm: Norm, other: Norm, memo: Memo) -> bool | None:
    """Tell whether two figures cannot both be; None if they agree."""
    one, two = _figure(norm, memo), _figure(other, memo)
    if (one.least, one.most) == (two.least, two.most):
        return None
    if one.least > two.most or two.least > one.most:
        kept = not _KEPT.isdisjoint(norm.acts) or one.measure[3] == "to"
        bounded = not (one.exact and two.exact)
        return kept or bounded
    if one.least == two.least == -inf:
        return False if _exceeds(norm, other, one.most - two.most) else None
    if one.most == two.most == inf:
        return False if _exceeds(norm, other, two.least - one.least) else None
    return None


def _exceeds(norm: Norm, other: Norm, more: float) -> bool:
    """Tell whether of two bounds of one kind one says another; a ban leaves room within its own."""
    if norm.kind == "prohibition" != other.kind:
        return more < 0
    return more > 0 or norm.kind == other.kind or other.kind != "prohibition"
