"""Sentences that share neither number nor words, and of which each is the one on its matter.

Whether the state of war is ended or the war is over, whether somebody denuclearises or gives up
nuclear weapons: a text says it once of the same parties, and another says it in its own way.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from clausecheck.compare.ground.units import Unit, every_deed

_MATTERS: Mapping[str, frozenset[str]] = {
    "end of the war": frozenset({"state-of-war", "end-of-war"}),
    "nuclear arms": frozenset({"denuclearization", "nuclear-weapons", "nuclear-programme"}),
}
"""Things of the vocabulary, wider than which a sentence on the matter speaks of nothing."""


def of_one_matter(ones: Sequence[Unit], others: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield what is left over in two texts and alone there on its matter, of the same parties."""
    mine, theirs = _alone(ones), _alone(others)
    taken: tuple[set[int], set[int]] = (set(), set())
    for key, one in mine.items():
        two = theirs.get(key)
        if two is not None and one.at not in taken[0] and two.at not in taken[1]:
            taken[0].add(one.at)
            taken[1].add(two.at)
            yield one, two


def _alone(units: Sequence[Unit]) -> Mapping[Hashable, Unit]:
    """Return the sentences of which there is one on a matter, of one kind and of some parties."""
    found: dict[Hashable, list[Unit]] = {}
    for unit in units:
        if unit.main is not None and unit.parties:
            for matter in _matters(unit):
                key = (matter, unit.main.kind, frozenset(unit.parties), unit.clause.preamble)
                found.setdefault(key, []).append(unit)
    return {key: units[0] for key, units in found.items() if len(units) == 1}


def _matters(unit: Unit) -> Iterator[str]:
    things = {
        name
        for meaning in unit.meanings
        for deed in every_deed(meaning.deeds)
        for mention in deed.objects
        if mention.term is not None
        for name in mention.term.wider
    }
    yield from (matter for matter, of in _MATTERS.items() if things & of)
