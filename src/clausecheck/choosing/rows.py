"""Assignments in which every few choices meet: pairwise and higher covering arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import prod

Assignment = tuple[int, ...]
"""The option of each decision."""


def every(sizes: Sequence[int]) -> Iterator[Assignment]:
    """Yield every assignment, that of first options first."""
    return product(*map(range, sizes))


def with_option(assignment: Assignment, decision: int, option: int) -> Assignment:
    """Return an assignment with another option of one decision."""
    return (*assignment[:decision], option, *assignment[decision + 1 :])


def rows(sizes: Sequence[int], strength: int, *, most: int) -> tuple[Assignment, ...]:
    """Return assignments among which any `strength` choices that can meet do meet, in one.

    That of first options comes first, that of last options second. Where there are no more than
    `most` assignments at all, they are all returned. `strength` is at least 2.
    """
    if prod(sizes) <= most or len(sizes) <= strength:
        return tuple(every(sizes))
    array = _Covering(sizes, strength)
    found = [tuple(0 for _ in sizes), tuple(size - 1 for size in sizes)]
    for row in found:
        array.cover(row)
    while (opening := array.open_tuple()) is not None:
        row = array.row(opening)
        array.cover(row)
        found.append(row)
    return tuple(dict.fromkeys(found))


class _Covering:
    """Which choices have not yet met; a choice is a bit, and so is each it has yet to meet.

    Greedy, as in AETG (Cohen, Dalal, Fredman, Patton 1997), but without its random part.
    """

    def __init__(self, sizes: Sequence[int], strength: int) -> None:
        self.sizes = sizes
        self.strength = strength
        self.first = [sum(sizes[:at]) for at in range(len(sizes))]
        self.bits = [
            sum(1 << (self.first[at] + option) for option in range(size))
            for at, size in enumerate(sizes)
        ]
        self.unmet: dict[tuple[int, ...], int] = {}
        for decisions in combinations(range(len(sizes)), strength - 1):
            later = sum(bits for at, bits in enumerate(self.bits) if at not in decisions)
            for options in product(*(range(sizes[at]) for at in decisions)):
                key = tuple(self.first[at] + o for at, o in zip(decisions, options, strict=True))
                self.unmet[key] = later

    def cover(self, row: Assignment) -> None:
        """Note that the choices of a row have met."""
        choices = [self.first[at] + option for at, option in enumerate(row)]
        taken = sum(1 << choice for choice in choices)
        for key in combinations(choices, self.strength - 1):
            left = self.unmet.get(key)
            if left is not None:
                left &= ~taken
                if left:
                    self.unmet[key] = left
                else:
                    del self.unmet[key]

    def open_tuple(self) -> tuple[int, ...] | None:
        """Return choices that have yet to meet: of those that have most to meet, the first."""
        if not self.unmet:
            return None
        key = max(self.unmet, key=lambda each: self.unmet[each].bit_count())
        left = self.unmet[key]
        return (*key, (left & -left).bit_length() - 1)

    def row(self, opening: Sequence[int]) -> Assignment:
        """Return a row with these choices, in which many others meet that have not yet met."""
        chosen = list(opening)
        taken = sum(1 << choice for choice in chosen)
        for at, bits in enumerate(self.bits):
            if taken & bits:
                continue
            options = range(self.first[at], self.first[at] + self.sizes[at])
            best = max(options, key=lambda choice: self._gain(choice, chosen, taken))
            chosen.append(best)
            taken |= 1 << best
        by_place = sorted(chosen)
        return tuple(choice - first for choice, first in zip(by_place, self.first, strict=True))

    def _gain(self, choice: int, chosen: Sequence[int], taken: int) -> tuple[int, int]:
        """Return how much is newly met, and how much else the choice has yet to meet."""
        met = left = 0
        for others in combinations(chosen, self.strength - 2):
            unmet = self.unmet.get(tuple(sorted((choice, *others))), 0)
            met += (unmet & taken).bit_count()
            left += unmet.bit_count()
        return met, left
