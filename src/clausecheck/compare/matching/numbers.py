"""What the numbers of one text's clauses are in another, so that references can be compared.

A sentence is what it was found to be. A clause, article or annex as a whole is the one with which
it shares most sentences, whichever of the two texts is the base. What stands in one text alone is
marked, for the other may have something else under that number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.matching.alignment import Alignment
from clausecheck.model.names import Names, is_below
from clausecheck.source import Span
from clausecheck.values import evolve


def numbered(
    mine: Canon,
    theirs: Canon,
    ones: Sequence[Unit],
    others: Sequence[Unit],
    alignment: Alignment,
) -> tuple[Canon, Canon]:
    """Return both canons with the numbers of clauses as the base has them.

    Parts of a sentence that was split or merged are that sentence.
    """
    pairs = list(_pairs(alignment))
    bases = {link.base for link in alignment.links}
    first = {other: base for base, other in reversed(pairs)}
    whole = {base: first[other] for base, other in reversed(pairs) if base not in bases} | {
        base: base for base in bases
    }
    before = {
        each.number: ones[whole[each.at]].number if each.at in whole else f"-{each.number}"
        for each in _found_first(ones, whole)
    }
    after = {
        each.number: ones[first[each.at]].number if each.at in first else f"+{each.number}"
        for each in _found_first(others, first)
    }
    known = dict(_wholes(pairs, ones, others, mine.names, theirs.names))
    found = {one: two for two, one in known.items()}
    # A clause of one sentence is that sentence, and so is what it became.
    before = {one: after[two] for one, two in found.items() if two in after} | before
    for number in mine.names.numbers:
        before.setdefault(number, number if number in found else f"-{number}")
    for number in theirs.names.numbers:
        after.setdefault(number, known.get(number, f"+{number}"))
    for number in _unread(ones, others, before, after):
        before[number] = after[number] = number
    return evolve(mine, numbers=before), evolve(theirs, numbers=after)


Sentences: TypeAlias = "Mapping[str, Sequence[tuple[Span, str]]]"
"""By its number the sentences of a clause that has several, with what the base calls each."""


def sentences(
    ones: Sequence[Unit], others: Sequence[Unit], alignment: Alignment
) -> tuple[Sentences, Sentences]:
    """Return the sentences of either text of which a number does not tell which they are.

    Parts of a sentence that was split or merged are that sentence.
    """
    shared = [Counter(unit.number for unit in units) for units in (ones, others)]
    first = {other: base for base, other in reversed(list(_pairs(alignment)))}
    whole = {base: first[other] for base, other in reversed(list(_pairs(alignment)))}
    found: tuple[dict[str, list[tuple[Span, str]]], ...] = ({}, {})
    for side, units in enumerate((ones, others)):
        for unit in units:
            base = (whole.get(unit.at, unit.at), first.get(unit.at))[side]
            its = ones[base] if base is not None else None
            called = its.number if its else f"+{unit.number}"
            several = shared[0][called] > 1
            if its and several:
                called += f", sentence {its.at}"
            if several or shared[side][unit.number] > 1:
                found[side].setdefault(unit.number, []).append((unit.span, called))
    return found[0], found[1]


def _unread(
    ones: Sequence[Unit],
    others: Sequence[Unit],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> Iterator[str]:
    """Yield the numbers of what nothing in the other text is known to be, as far as it is read.

    A clause of which a line could not be read is the one of its number, if none else is.
    """
    broken = {each.clause.number for each in (*ones, *others) if each.clause.broken}
    for number in before.keys() & after.keys():
        alone = before[number] == f"-{number}" and after[number] == f"+{number}"
        if alone and any(is_below(number, each) for each in broken):
            yield number


def _found_first(units: Sequence[Unit], found: Collection[int]) -> list[Unit]:
    """Return sentences so that of those of one number the first that was found comes last."""
    return sorted(units, key=lambda unit: (unit.at in found, -unit.at))


def _pairs(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Yield the places of sentences that are one, or of which one is a part of the other."""
    for link in alignment.links:
        yield link.base, link.other
    for base, others in alignment.split.items():
        for other in others:
            yield base, other
    for other, bases in alignment.merged.items():
        for base in bases:
            yield base, other


def _wholes(
    pairs: Iterable[tuple[int, int]],
    ones: Sequence[Unit],
    others: Sequence[Unit],
    mine: Names,
    theirs: Names,
) -> Iterator[tuple[str, str]]:
    """Yield what in the base each clause, article or annex of the other text is."""
    shared: Counter[tuple[str, str]] = Counter()
    for base, other in pairs:
        for level in zip(_levels(ones[base], mine), _levels(others[other], theirs), strict=True):
            shared.update(zip(*level, strict=False))
    places = [{number: at for at, number in enumerate(names.numbers)} for names in (mine, theirs)]

    def rank(pair: tuple[str, str]) -> tuple[int, bool, int, int]:
        one, two = pair
        at, to = places[0][one], places[1][two]
        return (-shared[pair], one != two, at + to, abs(at - to))

    taken: tuple[set[str], set[str]] = (set(), set())
    for one, two in sorted(shared, key=rank):
        if one not in taken[0] and two not in taken[1]:
            taken[0].add(one)
            taken[1].add(two)
            yield two, one


def _levels(unit: Unit, names: Names) -> tuple[list[str], list[str]]:
    """Return the letters above a sentence, and its clause with what stands above that."""
    clause = unit.clause.number
    above = _above(unit.number, names)
    own = [clause] if clause in names.numbers else []
    return (
        [number for number in above if len(number) > len(clause)],
        [*own, *(number for number in above if len(number) < len(clause))],
    )


def _above(number: str, names: Names) -> list[str]:
    """Return the numbers above a sentence's that the text has, the nearest first."""
    return [
        number[:end]
        for end in range(len(number) - 1, 0, -1)
        if number[end] in {".", "(", "-"} and number[:end] in names.numbers
    ]
