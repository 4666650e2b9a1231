"""A sentence of two texts with the labelled lines that bind it, as they are held together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from attrs import define

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.times import open_words
from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import REMARKS, Unit
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning, ProvisionKind
from clausecheck.values import frozen

ByName: TypeAlias = "Mapping[str, Sequence[nodes.Label]]"


@define
class Beside:
    """Two texts as far as labels are held against each other."""

    base: Facts
    other: Facts
    mine: Canon
    theirs: Canon
    strengths: tuple[Mapping[str, str], Mapping[str, str]]
    """How strongly each sentence is verified, in either text, by its number there."""


@frozen
class Lines:
    """A label of the base and the same of the other text; either may be missing."""

    name: str
    one: nodes.Label | None
    other: nodes.Label | None


@define
class Pair:
    """A sentence of the base and the same of the other text, with their labels."""

    one: Unit
    other: Unit
    beside: Beside

    @property
    def meaning(self) -> Meaning | None:
        """What the sentence says, in the base if it says something there."""
        return self.one.main or self.other.main

    def changed(self) -> Iterator[Lines]:
        """Yield the labels that say something else, of several of one name each with its like."""
        before, after = by_name(self.one), by_name(self.other)
        for name in dict.fromkeys((*before, *after)):
            if name in REMARKS:
                continue
            mine, theirs = _without_equals(
                [(self.beside.mine.value(line.value), line) for line in before.get(name, ())],
                [(self.beside.theirs.value(line.value), line) for line in after.get(name, ())],
            )
            for one, other in zip_longest(mine, theirs):
                yield Lines(name, one, other)

    def tighter(self, *, more: bool) -> Direction:
        """Return what a tighter time does: it binds more, be it a duty's or a permission's."""
        if self.meaning is None or self.kinds & {"statement", "savings"}:
            return "other"
        return "stronger" if more else "weaker"

    def wider(self, *, more: bool) -> Direction:
        """Return what it does that a sentence reaches further, or less far."""
        return self.of_both(lambda meaning: toward(meaning, more=more))

    def of_both(self, way: Callable[[Meaning], Direction]) -> Direction:
        """Return which way it is by what the sentence says, if it is so in both texts."""
        ways = {way(unit.main) for unit in (self.one, self.other) if unit.main is not None}
        return ways.pop() if len(ways) == 1 else "other"

    @property
    def parties(self) -> tuple[str, ...]:
        """Whom the sentence binds in both texts."""
        return tuple(name for name in self.one.parties if name in self.other.parties)

    @property
    def kinds(self) -> set[ProvisionKind]:
        """What the sentence is, in the one text and in the other."""
        return {unit.main.kind for unit in (self.one, self.other) if unit.main is not None}

    def states(self, one: nodes.Label | None, other: nodes.Label | None) -> tuple[str, str]:
        """Return whether each label says something firm, something open, or is silent."""
        return _state(one, self.beside.base), _state(other, self.beside.other)

    def line(self, one: nodes.Label | None, other: nodes.Label | None) -> str:
        """Return the label that there is, as its text has it."""
        if one is not None:
            return self.one.line(one)
        return self.other.line(other) if other is not None else "nothing"

    def both(self, one: nodes.Label | None, other: nodes.Label | None) -> str:
        """Return what became what; of what is written alike, that it means another clause."""
        before, after = self.line(one, None), self.line(None, other)
        if before == after:
            return f"{after}, which means something else now"
        return f"{before} → {after}"

    def change(
        self,
        kind: Kind,
        direction: Direction,
        text: str,
        one: nodes.Label | None,
        other: nodes.Label | None,
    ) -> Change:
        """Return a change at the labels, or at the sentence where one has none."""
        return Change(
            kind,
            direction,
            text,
            one.span if one else self.one.words_at,
            other.span if other else self.other.words_at,
            self.one.parties,
        )


def by_name(unit: Unit) -> ByName:
    """Return the labels that bind a sentence, by their names."""
    found: dict[str, list[nodes.Label]] = {}
    for line in unit.labels.lines:
        found.setdefault(line.name, []).append(line)
    return found


def _without_equals(
    mine: Sequence[tuple[Value, nodes.Label]], theirs: Sequence[tuple[Value, nodes.Label]]
) -> tuple[list[nodes.Label], list[nodes.Label]]:
    """Return the lines of either text that the other does not have."""
    both = Counter(value for value, _ in mine) & Counter(value for value, _ in theirs)
    found: list[list[nodes.Label]] = []
    for lines in (mine, theirs):
        left = Counter(both)
        rest = []
        for value, line in lines:
            if left[value]:
                left[value] -= 1
            else:
                rest.append(line)
        found.append(rest)
    return found[0], found[1]


def _state(line: nodes.Label | None, facts: Facts) -> str:
    """Return whether a label says something firm, something open, or is silent."""
    if line is None or isinstance(line.value, nodes.Silence):
        return "silent"
    is_open = any(True for _ in open_words(line.value, facts.reading.names))
    return "open" if is_open else "firm"
