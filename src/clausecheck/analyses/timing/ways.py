"""The ways from moment to moment near two of them: which comes first, and how far apart they lie.

A network tells how far every moment lies from one; this tells of two, for very many pairs, by the
few limits near them. What it finds may be too wide in a text made to be hard, never too narrow.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from clausecheck.analyses.timing.bounds import Bound
from clausecheck.analyses.timing.moments import Moment

_FOLLOWED = 200
"""Limits followed in looking for the way between two moments: some forty steps in a row."""


class Ways:
    """Limits between steps and events, by the moments they lead from."""

    def __init__(
        self, limits: Iterable[Bound], owed: Callable[[Bound], bool] = lambda _: True
    ) -> None:
        """Number the moments, and give each its level among those that must come in a row.

        `owed` tells whether a limit binds the one whose moment comes later: that one side's step
        waits for another's does not.
        """
        self._places: dict[Moment, int] = {}
        self._leading: list[list[tuple[int, int, bool]]] = []
        terms: list[int] = []
        for limit in limits:
            earlier, later = self._place(limit.earlier), self._place(limit.later)
            self._leading[earlier].append((later, limit.days, owed(limit)))
            if limit.days > 0:
                terms.append(later)
        self._levels = self._level()
        self._near_a_term = self._reached(terms)

    def most_after(self, one: Moment, other: Moment) -> int | None:
        """Return the most days by which `other` can follow `one`, 0 where it cannot follow it.

        None where they set no limit.
        """
        return self._most(one, other)

    def fewest_between(self, one: Moment, other: Moment) -> int:
        """Return the fewest days by which `other` is to follow `one`, as far as limits near tell.

        0 where they tell of none.
        """
        start, end = self._places.get(other), self._places.get(one)
        if start is None or end is None or not self._leads(start, end):
            return 0
        return max(-(self._most_between(start, end, if_owed=False) or 0), 0)

    def owed_after(self, one: Moment, other: Moment) -> int | None:
        """Return the same as far as it is owed once the one moment has come.

        What another's step waits for need not come before that step has begun.
        """
        return self._most(one, other, if_owed=True)

    def orders(self, one: Moment, other: Moment) -> bool:
        """Tell whether one moment comes no later than the other."""
        days = self._most(other, one)
        return days is not None and days <= 0

    def _most(self, one: Moment, other: Moment, *, if_owed: bool = False) -> int | None:
        start, end = self._places.get(one), self._places.get(other)
        if start is None or end is None:
            return None
        if self._leads(start, end):
            return 0
        near = end in self._near_a_term
        return self._most_between(start, end, if_owed=if_owed) if near else None

    def _place(self, moment: Moment) -> int:
        place = self._places.setdefault(moment, len(self._places))
        if place == len(self._leading):
            self._leading.append([])
        return place

    def _level(self) -> list[int | None]:
        """Return how many moments in a row come before each; None in circles and after them."""
        after: list[list[int]] = [[] for _ in self._leading]
        left = [0] * len(self._leading)
        for earlier, limits in enumerate(self._leading):
            for later, days, _ in limits:
                if days <= 0:
                    after[later].append(earlier)
                    left[earlier] += 1
        levels = [0] * len(left)
        waiting = [place for place, count in enumerate(left) if not count]
        for place in waiting:
            for other in after[place]:
                levels[other] = max(levels[other], levels[place] + 1)
                left[other] -= 1
                if not left[other]:
                    waiting.append(other)
        return [level if not count else None for level, count in zip(levels, left, strict=True)]

    def _reached(self, places: list[int]) -> frozenset[int]:
        """Return the moments that may be bound to come some days after another."""
        found = set(places)
        for place in places:
            for later, *_ in self._leading[place]:
                if later not in found:
                    found.add(later)
                    places.append(later)
        return frozenset(found)

    def _leads(self, start: int, end: int) -> bool:
        """Tell whether limits that leave no day lead from one moment back to another.

        Each such limit leads to a lower level, so that few others are visited on the way.
        """
        lowest = self._levels[end]
        found, waiting, followed = {start}, [start], 0
        for place in waiting:
            for later, days, _ in self._leading[place]:
                followed += 1
                level = self._levels[later]
                too_low = level is not None and lowest is not None and level < lowest
                if days > 0 or too_low or later in found:
                    continue
                if later == end:
                    return True
                found.add(later)
                waiting.append(later)
            if followed > _FOLLOWED:
                break
        return False

    def _most_between(self, start: int, end: int, *, if_owed: bool) -> int | None:
        found, waiting, followed = {start: 0}, deque([start]), 0
        while waiting and followed < _FOLLOWED:
            place = waiting.popleft()
            reached = found[place]
            for later, days, owed in self._leading[place]:
                followed += 1
                if if_owed and not owed and reached > 0:
                    continue
                if later not in found or reached + days < found[later]:
                    found[later] = reached + days
                    waiting.append(later)
        return found.get(end)
