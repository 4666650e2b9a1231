"""A limit: how many days after one moment another comes at the latest."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from attrs import field

from clausecheck.analyses.timing.months import Counted
from clausecheck.values import frozen

Moment = TypeVar("Moment", bound=Hashable)
Cause = TypeVar("Cause")


@frozen
class Limit(Generic[Moment, Cause]):
    """`later` comes at most `days` after `earlier`; below zero, at least so many before it."""

    earlier: Moment
    later: Moment
    days: int
    cause: Cause
    counted: Counted | None = field(default=None, eq=False)
    """How it counts in months; `days` are then those of the months that ask the least."""

    def ahead(self, day: int) -> int:
        """Return the last day of the later moment, by the last of the earlier one."""
        return day + self.days if self.counted is None else self.counted.ahead(day)

    def back(self, day: int) -> int:
        """Return the first day of the earlier moment, by the first of the later one."""
        return day - self.days if self.counted is None else self.counted.back(day)


def led(limits: Iterable[Limit[Moment, Cause]], day: int) -> int:
    """Return the last date to which limits lead from a date."""
    for limit in limits:
        day = limit.ahead(day)
    return day
