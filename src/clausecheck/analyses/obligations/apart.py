"""Places and things joined by `and` or `or`, each by itself.

Who shall keep no troops "in X, Y or Z" keeps none in Y, and who ends "nuclear and missile tests"
ends nuclear tests. What is done with several, or between them, is done with all: it stays together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, product
from math import prod

from clausecheck.analyses.obligations.places import alike
from clausecheck.analyses.obligations.unexplained import SETTING_APART, Told
from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.sentences.words import (
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)
from clausecheck.source import Span
from clausecheck.values import evolve

_AS_ONE = frozenset({"", "with", "between", "among", "amid", "by", "as", "without"})
"""Prepositions that lead to several at once."""
_MOST = 16
"""Ways to take one of each; a sentence with more is left as it is."""
_LEADING = DETERMINERS | POSSESSIVES | {"all"}

_Row = list[tuple[int, set[int]]]
"""What is joined, by its place among what is told, with what describes it alone."""


def ways(told: tuple[Told, ...], sentence: nodes.Sentence) -> Iterator[tuple[Told, ...]]:
    """Yield what a sentence tells with one of those that are joined, for each of them in turn."""
    rows = _rows(told, sentence)
    if not rows or prod(map(len, rows)) > _MOST:
        yield told
        return
    for taken in product(*(range(len(row)) for row in rows)):
        others = (
            {at, *own}
            for row, chosen in zip(rows, taken, strict=True)
            for number, (at, own) in enumerate(row)
            if number != chosen
        )
        gone = set[int]().union(*others)
        led = {
            at: told[row[0][0]].aspect.preposition
            for row, chosen in zip(rows, taken, strict=True)
            for at in (row[chosen][0], *row[chosen][1])
        }
        yield tuple(_led_by(led.get(at), each) for at, each in enumerate(told) if at not in gone)


def _led_by(preposition: str | None, told: Told) -> Told:
    """Return a word that nothing explains as what it is behind a preposition, if there is one."""
    if preposition is None or told.mention is not None:
        return told
    return evolve(told, aspect=evolve(told.aspect, preposition=preposition))


def _rows(told: tuple[Told, ...], sentence: nodes.Sentence) -> list[_Row]:
    parts = _Parts(told, sentence)
    heads = [at for at, each in enumerate(told) if parts.may_be_joined(each)]
    rows: list[_Row] = []
    led = ""
    for one, other in pairwise(sorted(heads, key=lambda at: told[at].at)):
        goes_on = bool(rows) and rows[-1][-1][0] == one
        led = led if goes_on else told[one].aspect.preposition
        describing = parts.between(one, other, led)
        if describing is None:
            continue
        if not goes_on:
            # "On new coal and iron": both are new; "on iron exports and coal exports": each its own
            own = parts.before(one) if describing or parts.is_long(other) else set[int]()
            rows.append([(one, own)])
        rows[-1].append((other, describing))
    # "In the village, the capital" is one place, told twice.
    return [row for row in rows if parts.joins_by_a_word(row[-2][0], row[-1][0])]


class _Parts:
    """The parts of a sentence, and what is told of it by where it stands."""

    def __init__(self, told: tuple[Told, ...], sentence: nodes.Sentence) -> None:
        self._told = told
        self._parts = sentence.parts
        self._starts = [part.span.start for part in sentence.parts]
        self._describing = {each.at: at for at, each in enumerate(told) if self._may_describe(each)}

    def may_be_joined(self, told: Told) -> bool:
        """Tell whether something is such that each of several alike can be meant by itself."""
        mention, preposition = told.mention, told.aspect.preposition
        if mention is None:
            return self._ends_a_phrase(told)
        if mention.aside is not None or preposition in _AS_ONE:
            return False
        somebody = mention.kind in {"actor", "group"}
        if mention.preposition == "to":
            return somebody or mention.kind == "place" or is_group(mention, "people")
        return not (somebody and preposition == "of")

    def _ends_a_phrase(self, told: Told) -> bool:
        """Tell whether a word that nothing explains may be a noun: the name of a village."""
        kind, word = told.aspect.keys[0]
        behind = self._place(told.at) + 1
        last = behind >= len(self._parts) or self._word(behind) in JOINING | PREPOSITIONS
        return kind == "rest" and last and word not in SETTING_APART and not is_adverb(word)

    def _may_describe(self, told: Told) -> bool:
        """Tell whether it is a word before a noun: in "missile facilities", what they are for."""
        if told.mention is None:
            return True
        somebody = told.mention.kind in {"actor", "group"}
        before = self._word(self._place(told.at) - 1)
        return told.aspect.preposition in {"", "of"} and before != "of" and not somebody

    def _place(self, at: Span) -> int:
        return bisect_left(self._starts, at.start)

    def _word(self, at: int) -> str:
        part = self._parts[at] if 0 <= at < len(self._parts) else None
        return part.text.lower() if isinstance(part, nodes.Word) else ""

    def is_long(self, head: int) -> bool:
        """Tell whether something is named by more than one word."""
        at = self._told[head].at
        return self._place(at) + 1 < bisect_left(self._starts, at.end)

    def between(self, one: int, other: int, led: str) -> set[int] | None:
        """Return what describes the second of two joined behind a preposition; None if none is."""
        named = self._told[other].mention is not None
        if led in _AS_ONE or self._told[other].aspect.preposition not in {
            led,
            led if named else "",
        }:
            return None
        start = bisect_left(self._starts, self._told[one].at.end)
        end = self._place(self._told[other].at)
        if start >= end or self._word(start) not in JOINING:
            return None
        found: set[int] = set()
        for place in range(start, end):
            word = self._word(place)
            describes = self._describes(place)
            if describes is not None:
                found.add(describes)
            elif word not in JOINING | _LEADING and alike(word) != led:
                return None
        return found

    def joins_by_a_word(self, one: int, other: int) -> bool:
        """Tell whether more than a comma stands between two."""
        start = bisect_left(self._starts, self._told[one].at.end)
        between = range(start, self._place(self._told[other].at))
        return any(self._word(place) in JOINING - {",", ";"} for place in between)

    def before(self, one: int) -> set[int]:
        """Return what stands right before something, up to its article or preposition."""
        place = self._place(self._told[one].at) - 1
        found: set[int] = set()
        while (describes := self._describes(place)) is not None:
            found.add(describes)
            place -= 1
        return found

    def _describes(self, place: int) -> int | None:
        word = self._word(place)
        if not word or word in SETTING_APART or word in PREPOSITIONS:
            return None
        return self._describing.get(self._parts[place].span)
