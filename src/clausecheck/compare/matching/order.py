"""What only has another number, and what stands elsewhere.

Two sentences of which one stood first, and now the other, have changed places; which of them moved
is said of the one that changed places with more, and of both where neither did. So it does not
matter which text is the base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from clausecheck.changes import Shift
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.matching.alignment import Alignment, Link
from clausecheck.values import evolve


def settled(base: Sequence[Unit], other: Sequence[Unit], alignment: Alignment) -> Alignment:
    """Return an alignment in which no heading that says nothing has moved.

    Two of them are alike whatever they were meant for, and nothing of the one is in the other.
    """
    empty = [
        link
        for link in alignment.links
        if base[link.base].says_nothing and other[link.other].says_nothing
    ]
    moved = shifted(base, other, alignment.links) if empty else {}
    gone = {link.base for link in empty if moved.get(link.base) == "moved"}
    links = tuple(link for link in alignment.links if link.base not in gone)
    return evolve(alignment, links=links) if gone else alignment


def shifted(
    base: Sequence[Unit], other: Sequence[Unit], links: Sequence[Link]
) -> Mapping[int, Shift]:
    """Return which sentences of the base have another number, and whether they moved.

    A text whose clauses stand in another order under the numbers they had says the same.
    """
    ordered = sorted(links, key=lambda link: link.base)
    places = _ranks(link.other for link in ordered)
    counts = _crossed(places)
    most = _most_crossed_with(places, counts)
    found: dict[int, Shift] = {}
    for link, count, rival in zip(ordered, counts, most, strict=True):
        if base[link.base].number != other[link.other].number:
            found[link.base] = "moved" if count and count >= rival else "renumbered"
    return found


def _ranks(places: Iterable[int]) -> list[int]:
    every = list(places)
    rank = {place: number for number, place in enumerate(sorted(every))}
    return [rank[place] for place in every]


def _crossed(places: Sequence[int]) -> list[int]:
    """Return with how many others each has changed places."""
    size = len(places)
    counts = [0] * size
    seen = _Tree(size, lambda one, other: one + other)
    for at, place in enumerate(places):
        counts[at] = at - seen.upto(place)
        seen.put(place, 1)
    for at, place in enumerate(places):
        # As many as stand before it in the one text and not in the other, and the reverse.
        counts[at] += place - (at - counts[at])
    return counts


def _most_crossed_with(places: Sequence[int], counts: Sequence[int]) -> list[int]:
    """Return the highest count among those with which each has changed places."""
    size = len(places)
    most = [0] * size
    later, earlier = _Tree(size, max), _Tree(size, max)
    for at, place in enumerate(places):
        most[at] = later.upto(size - 1 - place)
        later.put(size - 1 - place, counts[at])
    for at in range(size - 1, -1, -1):
        most[at] = max(most[at], earlier.upto(places[at]))
        earlier.put(places[at], counts[at])
    return most


class _Tree:
    """Sums or maxima of what stands up to a place, each in logarithmic time (Fenwick 1994)."""

    def __init__(self, size: int, join: Callable[[int, int], int]) -> None:
        self._values = [0] * (size + 1)
        self._join = join

    def put(self, place: int, value: int) -> None:
        at = place + 1
        while at < len(self._values):
            self._values[at] = self._join(self._values[at], value)
            at += at & -at

    def upto(self, place: int) -> int:
        found, at = 0, place + 1
        while at > 0:
            found = self._join(found, self._values[at])
            at -= at & -at
        return found
