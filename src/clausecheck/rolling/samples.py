"""Which of all the texts are judged in any case, so that choices meet that may matter together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import prod

from clausecheck.choosing.rows import Assignment, rows, with_option

MOST_ALTERNATIVES = 64
"""Up to so many alternatives of one clause are all judged."""

_MOST_MEETING = {4: 12, 3: 40}
"""How many choices may meet, whichever they are, in texts with up to so many decisions."""


class Samples:
    """The whole texts that are judged in any case, and the alternatives of a clause that are."""

    def __init__(self, sizes: Sequence[int], most: int) -> None:
        """Take how many options each decision has; where there are no more texts, all are taken."""
        self._sizes = tuple(sizes)
        self._most = most

    @property
    def texts(self) -> tuple[Assignment, ...]:
        """The whole texts; that of first options comes first."""
        return self._chosen[0]

    @property
    def strength(self) -> int | None:
        """How many choices meet in these texts, whichever they are; None where none is missing."""
        return self._chosen[1]

    @cached_property
    def _chosen(self) -> tuple[tuple[Assignment, ...], int | None]:
        if prod(self._sizes) <= self._most:
            return rows(self._sizes, 2, most=self._most), None
        for strength in (4, 3):
            if len(self._sizes) <= _MOST_MEETING[strength]:
                found = rows(self._sizes, strength, most=1)
                if len(found) <= self._most:
                    return self._with_neighbours(found), strength
        return self._with_neighbours(rows(self._sizes, 2, most=1)), 2

    def _with_neighbours(self, found: Sequence[Assignment]) -> tuple[Assignment, ...]:
        """Return texts with those next to the first, as far as there is room: a likely outcome."""
        first = tuple(0 for _ in self._sizes)
        near = (
            with_option(first, at, option)
            for at, size in enumerate(self._sizes)
            for option in range(1, size)
        )
        together = dict.fromkeys((*found, *near))
        return tuple(together)[: max(self._most, len(found))]

    def alternatives(self, scope: Sequence[int]) -> tuple[Assignment, ...]:
        """Return the alternatives of a clause on which these decisions bear, or many of them."""
        places = {at: place for place, at in enumerate(scope)}
        strength = 3 if len(scope) <= _MOST_MEETING[3] else 2
        found = rows([self._sizes[at] for at in scope], strength, most=MOST_ALTERNATIVES)
        return tuple(
            tuple(row[places[at]] if at in places else 0 for at in range(len(self._sizes)))
            for row in found
        )
