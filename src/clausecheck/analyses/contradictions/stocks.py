"""How much of a thing a text says shall be there, and how much may be: floors and ceilings.

To maintain so many is a floor, and so is a ban on fewer; `limit:`, a row of limits by zone, "reduce
to" and a ban on more are ceilings, and to withdraw all of it is one of none. Who may station so
many may have them there, for which a ceiling below leaves no room. What is in a part is in the
whole, so that a floor in a valley counts under a ceiling for the country; of what lies apart
nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from math import inf

from clausecheck.analyses.obligations.conditions import hold_together
from clausecheck.analyses.obligations.figures import Figure, bounds_of, figure_of
from clausecheck.analyses.obligations.holding import Calendar, lacks_end
from clausecheck.analyses.obligations.linked_acts import from_inside
from clausecheck.analyses.obligations.norms import EVERYBODY, TRIES, Aspect, Norm
from clausecheck.analyses.obligations.ranking import in_steps, ranked
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.obligations.supposed import as_owed
from clausecheck.analyses.obligations.worded import word
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.source import Span
from clausecheck.values import NO_MEMO, Memo, evolve, frozen
from clausecheck.vocabulary import Vocabulary

_KEPT = frozenset({"maintain", "possess", "remain", "continue"})
_THERE = _KEPT | {"deploy", "enrich"}
_LOWERED = frozenset({"reduce", "limit"})
_ZONES = frozenset({"zone", "area", "sector", "region"})
_FLOORS, _NONE_LEFT = ("floors",), ("none left",)
"""Whatever it is counted in."""


@frozen(slots=False, eq=False)
class Stock:
    """So much of a thing, from `least` to `most`, by one norm, at the place of its figure."""

    norm: Norm
    at: Span
    of: Norm
    """What is there and where, as a norm to be held against others."""
    least: float
    most: float
    unit: tuple[str | None, ...]
    comes: bool = False
    """Whether it is or may be brought there, and so is there for a time at least."""
    up_to: bool = False
    """Whether somebody may have fewer as well."""


@frozen(slots=False, eq=False)
class Clash:
    """Two figures for what is there, the later one first; `contradictory`, if both cannot be."""

    one: Stock
    other: Stock
    contradictory: bool

    @property
    def none_left(self) -> bool:
        """Whether one of them has all of it go."""
        return _NONE_LEFT in {self.one.unit, self.other.unit}

    @property
    def allows_more(self) -> bool:
        """Whether somebody may have so much, or up to it, of which the other rules out the most."""
        free = "permission" in {self.one.norm.kind, self.other.norm.kind}
        return free and not self.two_ceilings

    @property
    def two_ceilings(self) -> bool:
        """Whether neither says how much there shall be at the least."""
        return self.one.least == self.other.least == -inf


_Groups = dict[tuple[object, ...], list[Stock]]
"""Stocks by who has them, of what, and in what unit."""


def clashes(
    norms: Iterable[Norm],
    schedule: Schedule,
    names: Names,
    vocabulary: Vocabulary,
    memo: Memo = NO_MEMO,
) -> Iterator[Clash]:
    """Yield each figure with the first before it with which it does not agree."""
    calendar = Calendar(schedule)
    groups: _Groups = {}
    for norm in norms:
        for stock in memo.of(_stocks, norm, beside=(names, vocabulary)):
            thing = stock.of.thing.keys[0] if stock.of.thing is not None else None
            for name in _whose(stock, names):
                against = (_FLOORS,) if stock.unit == _NONE_LEFT else (stock.unit, _NONE_LEFT)
                before = chain(
                    *(islice(groups.get((name, thing, unit), ()), TRIES) for unit in against),
                    _of_some_and_all(stock, name, groups, (thing, stock.unit), names),
                )
                told = ((other, _clash(stock, other, calendar)) for other in before)
                found = next((each for each in told if each[1] is not None), None)
                if found is not None:
                    yield Clash(stock, found[0], bool(found[1]))
                groups.setdefault((name, thing, stock.unit), []).append(stock)
                if stock.least > 0:
                    groups.setdefault((name, thing, _FLOORS), []).append(stock)
                    groups.setdefault((_SOMEBODY, thing, stock.unit), []).append(stock)


_SOMEBODY = "somebody"
"""Under this stand the floors of all, whoever they are."""


def _whose(stock: Stock, names: Names) -> tuple[str, ...]:
    """Return for whom it counts: who is bound, or where nobody is named, whose they are."""
    owner = stock.of.provision.owner
    owned = stock.of.actors == (EVERYBODY,) and owner in names.actors
    return (owner,) if owned and owner is not None else stock.of.actors


def _of_some_and_all(
    stock: Stock, name: str, groups: _Groups, of: tuple[object, ...], names: Names
) -> Iterator[Stock]:
    """Yield the ceilings for the things of all that are below a floor of one, or such floors."""
    other = _SOMEBODY if name == EVERYBODY else EVERYBODY
    for each in islice(groups.get((other, *of), ()), TRIES):
        ceiling, floor = (stock, each) if name == EVERYBODY else (each, stock)
        if floor.least > ceiling.most and _counts_for(ceiling, floor.of.actors, names):
            yield each


def _counts_for(ceiling: Stock, holders: Sequence[str], names: Names) -> bool:
    """Tell whether a ceiling is for all, whoever holds them, or for those of each party."""
    owner = ceiling.of.provision.owner
    return owner is None or (owner == "all" and set(holders) <= set(names.parties))


# ── What a norm says of it ───────────────────────────────────────────────────────────────────────


def _stocks(norm: Norm, names: Names, vocabulary: Vocabulary) -> tuple[Stock, ...]:
    ending = vocabulary.exclusions.get("maintain", frozenset())
    return *_none_left(norm, ending), *_figures(norm, names, vocabulary)


def _figures(norm: Norm, names: Names, vocabulary: Vocabulary) -> Iterator[Stock]:
    free = norm.kind == "permission"
    if norm.choice or not norm.firm or norm.kind == "exemption" or norm.recurring:
        return
    # A leave on a condition may be meant as an exception.
    figure = _counted(norm) if not (free and (norm.licensed or norm.conditions)) else None
    amount = figure_of(norm) if figure is not None else None
    if amount is not None and figure is not None:
        bounds = _of_act(norm, figure.least, figure.most, level=amount.preposition == "to")
        if bounds is not None and not (norm.together and bounds[0] > -inf):
            comes = free or ("deploy" in norm.acts and norm.kind == "duty")
            up_to = free and figure.least == -inf
            unit = figure.measure[:2]
            yield Stock(norm, amount.span, _plain(norm), *bounds, unit, comes, up_to)
    if norm.kind != "prohibition":
        for at, phrase in _limits(norm):
            yield from _limited(norm, at, phrase, names, vocabulary)


def _none_left(norm: Norm, ending: frozenset[str]) -> Iterator[Stock]:
    """Yield that nothing is left where all of it is to go, by an act that excludes keeping it."""
    ends = not ending.isdisjoint(norm.acts) and "suspend" not in norm.acts
    if norm.kind == "duty" and norm.firm and norm.whole and ends and _is_all(norm):
        yield Stock(norm, norm.at, _plain(from_inside(norm)), -inf, 0, _NONE_LEFT)


def _is_all(norm: Norm) -> bool:
    """Tell whether nothing is kept back, and nothing else may be done instead."""
    return not norm.choice and not norm.said.labels.stated("except")


def _counted(norm: Norm) -> Figure | None:
    """Return how many of its object it speaks of, or to which level; no share, no rate."""
    figure = bounds_of(norm)
    if figure is None or figure.measure[2] is not None:
        return None
    level = figure.measure[0] == "%" and figure.measure[3] == "to"
    return figure if level or (norm.amounts and figure.measure[0] != "%") else None


def _of_act(norm: Norm, least: float, most: float, *, level: bool) -> tuple[float, float] | None:
    """Return what an act on so much leaves there; None for acts that say nothing of that."""
    if norm.kind == "permission" and not _THERE.isdisjoint(norm.acts):
        return (least if least > -inf else most), inf
    if norm.kind == "duty" and not _KEPT.isdisjoint(norm.acts):
        return least, most
    if norm.kind == "duty" and level and not _LOWERED.isdisjoint(norm.acts):
        return -inf, most
    if norm.kind == "duty" and "deploy" in norm.acts and least > -inf:
        return least, inf
    if norm.kind == "prohibition" and least > 0 and not _LOWERED.isdisjoint(norm.acts):
        return least, inf
    if norm.kind == "prohibition" and most < inf and not _THERE.isdisjoint(norm.acts):
        return -inf, most
    return None


def _limits(norm: Norm) -> Iterator[tuple[Span, tuple[nodes.Part, ...]]]:
    """Yield the caps that labels set, those by zone with the zone's name."""
    for label in norm.said.labels.lines:
        values = nodes.values_of(label.value)
        if label.name == "limit":
            yield from ((v.span, v.parts) for v in values if isinstance(v, nodes.Phrase))
        elif label.name.startswith("limits by ") and label.name.split()[-1] in _ZONES:
            for row in (each for each in values if isinstance(each, nodes.LimitsRow)):
                for phrase in row.limits:
                    where = (nodes.Word(row.name.span, word) for word in row.name.text.split())
                    inside = nodes.Word(row.name.span, "in")
                    yield phrase.span, (*phrase.parts, inside, *where)


def _limited(
    norm: Norm, at: Span, parts: tuple[nodes.Part, ...], names: Names, vocabulary: Vocabulary
) -> Iterator[Stock]:
    """Yield a cap with where it holds: what its line says, and its sentence."""
    plain = _plain(norm)
    for kept in as_owed((), (word("maintain"), *parts), names, vocabulary):
        figure = _counted(kept)
        if figure is not None and kept.thing is not None:
            here = tuple(dict.fromkeys((*plain.aspects, *kept.aspects)))
            there = evolve(plain, thing=kept.thing, aspects=here)
            yield Stock(norm, at, there, -inf, figure.most, figure.measure[:2])


def _plain(norm: Norm) -> Norm:
    """Return what is there and where, without what is done to it and how much there is."""
    lines = frozenset(line for line in norm.lines if line[0] != "limit")
    lines = frozenset(line for line in lines if not line[0].startswith("limits by "))
    return evolve(unowned(norm), acts=("",), amounts=(), lines=lines)


def unowned(norm: Norm) -> Norm:
    """Return a norm without the words that say whose its object is."""
    owner = Aspect("of", (("actor", (norm.provision.owner or "").lower()),))
    return evolve(norm, aspects=tuple(each for each in norm.aspects if each != owner))


# ── Two of them ──────────────────────────────────────────────────────────────────────────────────


def _clash(one: Stock, other: Stock, calendar: Calendar) -> bool | None:
    """Tell whether two figures cannot both be kept, or only differ; None if they agree."""
    a, b = one.norm, other.norm
    if a.number == b.number or ranked(a, b) or in_steps(a, b) or hold_together(a, b) != "yes":
        return None
    for floor, ceiling in ((one, other), (other, one)):
        if floor.least > ceiling.most and within(floor.of, ceiling.of) in {"same", "narrower"}:
            exact = ceiling.least > -inf or ceiling.unit == _NONE_LEFT
            if floor.norm.kind == "permission" and ceiling.norm.licensed:
                return None
            if floor.comes and exact:
                return None
            at_once = _at_once(floor.norm, ceiling.norm, calendar)
            if at_once and floor.up_to:
                return False
            return at_once and not (ceiling.unit == _NONE_LEFT and _may_be_some(ceiling.norm))
    caps = one.least == other.least == -inf and one.most != other.most
    same = within(one.of, other.of) == within(other.of, one.of) == "same"
    return False if caps and same and a.times == b.times else None


def _may_be_some(norm: Norm) -> bool:
    """Tell whether it says neither "all" nor "its", so that the others may be meant.

    What is renounced is renounced altogether.
    """
    renounced = norm.provision.modality.name == "renounces"
    return not (norm.amounts or renounced or norm.provision.owner)


def _at_once(floor: Norm, ceiling: Norm, calendar: Calendar) -> bool | None:
    """Tell whether a floor and a ceiling surely hold at some time; None if that is not certain.

    What has no end may last only until then. Who may do it from a day on may be meant to have more
    leave then, which the text does not say.
    """
    if floor.times == ceiling.times:
        return True
    if ceiling.lasting and calendar.begins_under(floor, ceiling):
        return floor.kind != "permission"
    if lacks_end(floor):
        return None if floor.timed or floor.kind == "permission" else False
    lasting = floor.lasting and ceiling.lasting
    at_once = calendar.overlap if lasting else calendar.holds_throughout
    return True if floor.lasting and at_once(floor, ceiling) else None
