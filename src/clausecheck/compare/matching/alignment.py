"""Which sentence of one text is which of another: by all it says, by number, by what it is about.

What is the same to the letter is found first. The rest is paired best first, among candidates that
share something rare, so that the work grows with the text and not with its square: in the end no
two that were left for others would fit better with each other. It does not matter which of the two
texts is the base.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.compare.ground.amounts import SHARING, are_shared_out
from clausecheck.compare.ground.canon import Value
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.matching.matters import of_one_matter
from clausecheck.values import evolve, frozen

_SAME_NUMBER = 0.30
"""How alike two sentences of one number must be to be the same one."""
_ELSEWHERE = 0.41
"""How alike two of different numbers must be; with the same heading they are the likelier."""
_BONUS = 0.25
_BEARERS = 0.35
"""How much nearer two are that bind the same: another's duty is another where one fits as well."""
_NEAREST = 0.3
_SAME_AND_NEAREST = 0.15
_MARGIN = 0.1
"""How alike two must be that are nearer to each other than to any other, and by how much."""
_CLEARLY = 0.15
"""How much nearer a sentence must be to one of another number that does the same act."""
_NO_DOUBT = 0.8
"""How alike two under different numbers must be of which one leaves alone, and the other binds."""
_SHARED_BY = 24
"""A feature that more sentences share tells too little to look for."""
_PART = 0.7
"""How much of a sentence must be found in another for it to be a part of that."""
_PART_THERE = 0.5
"""The same of a part that stands in one clause with the rest of it, or in the one of its number."""
_FEWEST = 2
"""Acts and things that a part must be about: "cooperate" alone is in every other sentence."""


@frozen
class Link:
    """A sentence of the base and one of the other text, by their places."""

    base: int
    other: int


@frozen
class Alignment:
    """Which sentences are one, and which are parts of one.

    `split` gives the places in the other text of further parts of a base's sentence, `merged` those
    in the base of what went into one of the other text.
    """

    links: tuple[Link, ...]
    split: Mapping[int, tuple[int, ...]]
    merged: Mapping[int, tuple[int, ...]]


def in_place(base: Sequence[Unit], other: Sequence[Unit]) -> Alignment:
    """Return which sentence is which in two texts made from one, as of a text with brackets.

    What stands in one place there is the same sentence, and of what only one of the texts has, what
    is said of one number: one proposal in place of another.
    """
    theirs = {_place(unit): unit for unit in other}
    pairs = ((unit, theirs.get(_place(unit))) for unit in base)
    links = [Link(one.at, two.at) for one, two in pairs if two is not None]
    mine, others = {link.base for link in links}, {link.other for link in links}
    left: dict[str, list[Unit]] = defaultdict(list)
    for unit in other:
        if unit.at not in others:
            left[unit.number].append(unit)
    links += [
        Link(unit.at, left[unit.number].pop(0).at)
        for unit in base
        if unit.at not in mine and left.get(unit.number)
    ]
    links.sort(key=lambda link: link.base)
    return Alignment(tuple(links), {}, {})


def _place(unit: Unit) -> int:
    return unit.words_at.start if unit.said is None else unit.said.sentence.span.start


def align(base: Sequence[Unit], other: Sequence[Unit]) -> Alignment:
    """Return which sentence is which, in the order of the base."""
    links = list(_identical(base, other))
    weights = _weights(base, other)
    links += _alike(base, other, links, weights)
    partners = {link.base: link.other for link in links}
    sources = {link.other: link.base for link in links}
    split = _parts(
        base, [unit for unit in other if unit.at not in sources], partners, other, weights
    )
    merged = _parts(
        other, [unit for unit in base if unit.at not in partners], sources, base, weights
    )
    split, merged = (
        _without(split, merged.keys() - sources.keys()),
        _without(merged, split.keys() - partners.keys()),
    )
    for at in [at for at in split if at not in partners]:
        first, *others = split[at]
        links.append(Link(at, first))
        split[at] = others
    for at in [at for at in merged if at not in sources]:
        first, *others = merged[at]
        links.append(Link(first, at))
        merged[at] = others
    parted = (
        {part for parts in merged.values() for part in parts},
        {part for parts in split.values() for part in parts},
    )
    left = [unit for unit in base if unit.at not in parted[0] | {link.base for link in links}]
    rest = [unit for unit in other if unit.at not in parted[1] | {link.other for link in links}]
    links += (Link(one.at, two.at) for one, two in of_one_matter(left, rest))
    links.sort(key=lambda link: link.base)
    return Alignment(
        tuple(links),
        {at: tuple(parts) for at, parts in split.items() if parts},
        {at: tuple(parts) for at, parts in merged.items() if parts},
    )


def _without(parts: Mapping[int, list[int]], wholes: Collection[int]) -> dict[int, list[int]]:
    """Return the parts but for those that have parts of their own."""
    kept = {at: [part for part in every if part not in wholes] for at, every in parts.items()}
    return {at: every for at, every in kept.items() if every}


def _identical(base: Sequence[Unit], other: Sequence[Unit]) -> Iterator[Link]:
    """Yield those that say the same: of several, those of one number, then in text order."""
    theirs: dict[Value, list[Unit]] = defaultdict(list)
    for unit in other:
        theirs[unit.content].append(unit)
    mine: dict[Value, list[Unit]] = defaultdict(list)
    for unit in base:
        if unit.content in theirs:
            mine[unit.content].append(unit)
    for content, units in mine.items():
        yield from _of_one_content(units, theirs[content])


def _of_one_content(ones: Sequence[Unit], others: Sequence[Unit]) -> Iterator[Link]:
    """Yield which of several that say the same is which.

    Where there are as many in both texts under other numbers, they are in the order of the texts:
    they may name other clauses each, and a clause put in before them moves them all.
    """
    mine, theirs = ({unit.number for unit in units} for units in (ones, others))
    if mine != theirs and len(ones) == len(others):
        yield from (Link(one.at, two.at) for one, two in zip(ones, others, strict=True))
        return
    numbers = {unit.number: unit for unit in reversed(others)}
    left, used = [], set()
    for unit in ones:
        same = numbers.pop(unit.number, None)
        if same is None:
            left.append(unit)
        else:
            used.add(same.at)
            yield Link(unit.at, same.at)
    rest = (unit for unit in others if unit.at not in used)
    for one, two in zip(left, rest, strict=False):
        yield Link(one.at, two.at)


def _weights(base: Sequence[Unit], other: Sequence[Unit]) -> Mapping[str, float]:
    """Return how much each feature tells: the rarer, the more."""
    count = Counter(feature for unit in (*base, *other) for feature in unit.features)
    total = len(base) + len(other)
    return {feature: math.log(1 + total / number) for feature, number in count.items()}


def likeness(one: Unit, other: Unit, weights: Mapping[str, float]) -> float:
    """Return how much of what two sentences are about both are, from 0 to 1.

    What both are about is held against the geometric mean of all that either is about, so that a
    sentence is still like one that says more.
    """
    shared = sum(
        min(one.features[feature], other.features[feature]) * weights[feature]
        for feature in sorted(one.features.keys() & other.features.keys())
    )
    sizes = [
        sum(unit.features[feature] * weights[feature] for feature in sorted(unit.features))
        for unit in (one, other)
    ]
    return shared / math.sqrt(sizes[0] * sizes[1]) if shared else 0.0


def _alike(
    base: Sequence[Unit],
    other: Sequence[Unit],
    links: Sequence[Link],
    weights: Mapping[str, float],
) -> Iterator[Link]:
    """Yield the pairs among what is left, best first, each as alike as its numbers ask for."""
    ones = {link.base for link in links}
    twos = {link.other for link in links}
    mine = {unit.at: unit for unit in base if unit.at not in ones}
    theirs = {unit.at: unit for unit in other if unit.at not in twos}
    scored = [
        _Scored(
            likeness(mine[at], theirs[to], weights),
            Link(at, to),
            mine[at].number == theirs[to].number,
            _leaves_alone(mine[at]) != _leaves_alone(theirs[to]),
            _bearers_shared(mine[at], theirs[to]),
            _acts(mine[at]).isdisjoint(_acts(theirs[to])),
        )
        for at, to in _candidates(mine, theirs, links)
    ]
    scored = _without_numbers_of_others(scored)
    scored.sort(key=_Scored.rank)
    left = []
    for each in scored:
        link = each.link
        if link.base in mine and link.other in theirs:
            if each.is_alike:
                del mine[link.base], theirs[link.other]
                yield link
            else:
                left.append(each)
    yield from _nearest([e for e in left if e.link.base in mine and e.link.other in theirs])


def _without_numbers_of_others(scored: Sequence[_Scored]) -> list[_Scored]:
    """Return the pairs, those of one number without it where it stands on another sentence now.

    That is so where another act is done, and both are nearer to sentences of the act that is done
    in each, or one is clearly so.
    """
    ones: dict[int, float] = {}
    twos: dict[int, float] = {}
    for each in scored:
        if not each.acts_otherwise:
            for best, at in ((ones, each.link.base), (twos, each.link.other)):
                best[at] = max(best.get(at, 0.0), each.content)
    made = []
    for each in scored:
        nearer = [
            best.get(at, 0.0) - each.content
            for best, at in ((ones, each.link.base), (twos, each.link.other))
        ]
        elsewhere = min(nearer) > 0 or max(nearer) >= _CLEARLY
        made.append(evolve(each, yields=each.same and each.acts_otherwise and elsewhere))
    return made


def _nearest(scored: Sequence[_Scored]) -> Iterator[Link]:
    """Yield those that are clearly nearer to each other than either is to any other."""
    ones: dict[int, list[float]] = defaultdict(list)
    twos: dict[int, list[float]] = defaultdict(list)
    for each in scored:
        ones[each.link.base].append(each.score)
        twos[each.link.other].append(each.score)
    for each in scored:
        nearer = all(
            sum(score > each.score - _MARGIN for score in rivals) == 1
            for rivals in (ones[each.link.base], twos[each.link.other])
        )
        if nearer and each.may_be_nearest:
            yield each.link


@frozen
class _Scored:
    """Two sentences that may be one, how alike they are, and whether they have one number.

    `unlike` are a savings clause and one that binds: they speak of one thing to opposite ends.
    `bearers` is the share of those bound by either whom both bind, from 0 to 1: where one of them
    names nobody, it may be the same. `yields` are two of one number that others stand under.
    """

    score: float
    link: Link
    same: bool
    unlike: bool
    bearers: float
    acts_otherwise: bool
    yields: bool = False

    @property
    def content(self) -> float:
        """How near they are, whatever their numbers."""
        return self.score + _BEARERS * self.bearers

    @property
    def is_alike(self) -> bool:
        """Whether they are one, whatever else there is."""
        if self.same:
            return self.score >= _SAME_NUMBER
        return self.score >= (_NO_DOUBT if self.unlike else _ELSEWHERE)

    @property
    def may_be_nearest(self) -> bool:
        """Whether they are one if they are nearer to each other than to any other."""
        if self.same:
            return self.score >= _SAME_AND_NEAREST
        return not self.unlike and self.score >= _NEAREST

    def rank(self) -> tuple[float, int, int]:
        """Return what orders them, best first, whichever of the texts is the base."""
        at, to = self.link.base, self.link.other
        near = self.content + _BONUS * (self.same and not self.yields)
        return (-round(near, 9), at + to, abs(at - to))


def _bearers_shared(one: Unit, other: Unit) -> float:
    mine, theirs = set(one.parties), set(other.parties)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 1.0


def _acts(unit: Unit) -> frozenset[str]:
    return frozenset(name for name in unit.features if name.startswith("act "))


def _leaves_alone(unit: Unit) -> bool:
    return unit.main is not None and unit.main.kind == "savings"


def _candidates(
    mine: Mapping[int, Unit], theirs: Mapping[int, Unit], links: Sequence[Link]
) -> Iterable[tuple[int, int]]:
    """Return the pairs worth a look: of one number, with something rare in both, or in one gap."""
    found: set[tuple[int, int]] = set()
    _share(found, mine, theirs, lambda unit: (f"number {unit.number}",))
    _share(found, mine, theirs, lambda unit: unit.features)
    for link in links:
        for step in (-1, 1):
            if link.base + step in mine and link.other + step in theirs:
                found.add((link.base + step, link.other + step))
    return found


def _share(
    found: set[tuple[int, int]],
    mine: Mapping[int, Unit],
    theirs: Mapping[int, Unit],
    keys: Callable[[Unit], Iterable[str]],
) -> None:
    by_key: dict[str, tuple[list[int], list[int]]] = {}
    for side, units in enumerate((mine, theirs)):
        for at, unit in units.items():
            for key in keys(unit):
                by_key.setdefault(key, ([], []))[side].append(at)
    for ones, twos in by_key.values():
        if len(ones) + len(twos) <= _SHARED_BY:
            found.update((one, two) for one in ones for two in twos)


def _parts(
    whole: Sequence[Unit],
    left: Sequence[Unit],
    partners: Mapping[int, int],
    other: Sequence[Unit],
    weights: Mapping[str, float],
) -> dict[int, list[int]]:
    """Return which of those that are left are parts of a sentence of the whole text.

    What such a part is about must be in that sentence, and not all of it in what that is paired
    with already. One that stands with the rest of it may name things more, as where or which.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for unit in whole:
        for feature in _telling(unit) | _mutual(unit):
            holding[feature].append(unit.at)
    found: dict[int, list[int]] = {}
    for part in left:
        telling = _telling(part)
        held = sorted(telling & holding.keys())
        if len(telling) < _FEWEST or not held:
            continue
        rarest = min(held, key=lambda feature: len(holding[feature]))
        best: tuple[float, int] | None = None
        for at in holding[rarest][:_SHARED_BY]:
            one = whole[at]
            partner = other[partners[at]] if at in partners else None
            share = _share_in(part, one, weights)
            if _is_part_of(part, one, partner, share):
                best = max(best or (0.0, -at), (share, -at))
        if best is not None:
            found.setdefault(-best[1], []).append(part.at)
    return found | _shares(whole, left, partners, other)


def _shares(
    whole: Sequence[Unit],
    left: Sequence[Unit],
    partners: Mapping[int, int],
    other: Sequence[Unit],
) -> dict[int, list[int]]:
    """Return which of those that are left owe the rest of what a sentence owes at once.

    What that is paired with owes so much of the same, as half of it.
    """
    by_matter: dict[_Matter, list[Unit]] = defaultdict(list)
    for part in left:
        by_matter[_matter(part)].append(part)
    return {
        at: [each.at for each in parts]
        for at, to in partners.items()
        if (parts := by_matter.get(_matter(whole[at])))
        and _matter(other[to]) == _matter(whole[at])
        and are_shared_out([whole[at]], [other[to], *parts])
    }


_Matter: TypeAlias = "tuple[str, tuple[str, ...], frozenset[str]]"


def _matter(unit: Unit) -> _Matter:
    """Return who has to do what to which things, whether to all of them or to what is left."""
    kind = unit.main.kind if unit.main is not None else ""
    return kind, unit.parties, _telling(unit) - SHARING


def _is_part_of(part: Unit, one: Unit, partner: Unit | None, share: float) -> bool:
    """Tell whether a sentence is a part of another, beside what that is paired with already."""
    telling, known = _telling(part), _telling(one) | _mutual(one)
    had = partner.features.keys() if partner else frozenset()
    if share >= _PART and telling <= known:
        # Two kinds of a thing that nobody knows are told apart by their words.
        return not _telling(part, "who ", "word ") & one.features.keys() <= had
    beside = {unit.clause.number for unit in (one, partner) if unit}
    acts = any(name.startswith("act ") for name in telling - known)
    things = any(name.startswith("thing ") for name in telling & known - had)
    return share >= _PART_THERE and part.clause.number in beside and things and not acts


def _telling(unit: Unit, *more: str) -> frozenset[str]:
    """Return the acts and things that a sentence is about."""
    return frozenset(name for name in unit.features if name.startswith(("act ", "thing ", *more)))


def _mutual(unit: Unit) -> frozenset[str]:
    """Return those whom `each other` stands for, as things that a part of it is about."""
    return frozenset(f"thing {name}" for name in unit.counterparts)


def _share_in(part: Unit, one: Unit, weights: Mapping[str, float]) -> float:
    """Return how much of what a part is about the other is about too, headings apart."""
    every = [name for name in part.features if not name.startswith("title ")]
    total = sum(part.features[name] * weights[name] for name in sorted(every))
    had = one.features.keys() | _mutual(one)
    shared = sum(part.features[name] * weights[name] for name in sorted(every) if name in had)
    return shared / total if total else 0.0
