"""Months and years counted by the calendar, from whatever day they begin on."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from clausecheck.values import frozen

Step: TypeAlias = tuple[Literal["months", "days"], int]
"""So many months or days; below zero, so many back."""

_CYCLE_MONTHS = 4800
_CYCLE_DAYS = 146_097
"""After four hundred years the calendar is as it was."""


def months_later(day: int, months: int) -> int:
    """Return the day that many calendar months on; the month's last where it has no such day."""
    cycles, rest = divmod(day - 1, _CYCLE_DAYS)
    more, months = divmod(months, _CYCLE_MONTHS)
    start = datetime.date.fromordinal(rest + 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    found = datetime.date(year, month + 1, min(start.day, last)).toordinal()
    return found + (cycles + more) * _CYCLE_DAYS


@frozen
class Spans:
    """Spans in a row, each counted from where the one before ends.

    A later day to begin on never gives an earlier one to end on.
    """

    steps: tuple[Step, ...]

    def after(self, day: int) -> int:
        """Return the day on which they are over that begin on a day."""
        for unit, count in self.steps:
            day = day + count if unit == "days" else months_later(day, count)
        return day

    def last_before(self, day: int) -> int:
        """Return the last day to begin on that has them over by a day."""
        for unit, count in reversed(self.steps):
            end, day = day, day - count if unit == "days" else months_later(day, -count)
            while unit == "months" and months_later(day + 1, count) <= end:
                day += 1
        return day

    def first_before(self, day: int) -> int:
        """Return the first day to begin on that does not have them over before a day."""
        return self.last_before(day - 1) + 1


@frozen
class Counted:
    """How a limit counts in months.

    Its later moment comes no later than the spans after its earlier one; if `turned`, the earlier
    comes no earlier than the spans after the later one.
    """

    spans: Spans
    turned: bool

    def ahead(self, day: int) -> int:
        """Return the last day of the later moment, by the last of the earlier one."""
        return self.spans.last_before(day) if self.turned else self.spans.after(day)

    def back(self, day: int) -> int:
        """Return the first day of the earlier moment, by the first of the later one."""
        return self.spans.after(day) if self.turned else self.spans.first_before(day)


# ── From a day that is not known ─────────────────────────────────────────────────────────────────

Link: TypeAlias = "int | Counted"
"""So many days, or months that count from where the links before lead."""

YEARS = range(datetime.date(2001, 1, 1).toordinal(), datetime.date(2005, 1, 1).toordinal())
"""Days of which one is like any other day, for the months of two years before and after it."""
_MOST_MONTHS = 24
_MOST_DAYS = 366


@lru_cache(maxsize=1024)
def most_ahead(links: tuple[Link, ...]) -> int | None:
    """Return the most days that links lead ahead from any day; None for more than two years.

    Two times a month are no more than 62 days and may be 56: by 31 January, 28 February, 28 March.
    """
    return max(_led(links, "ahead")) if _is_short(links) else None


@lru_cache(maxsize=1024)
def fewest_back(links: tuple[Link, ...]) -> int | None:
    """Return the fewest days that links lead back from any day, likewise."""
    return min(_led(links, "back")) if _is_short(links) else None


def _is_short(links: tuple[Link, ...]) -> bool:
    months, days = extent(links)
    return months <= _MOST_MONTHS and days <= _MOST_DAYS


def extent(links: Iterable[Link]) -> tuple[int, int]:
    """Return how many months and days links count in all, ahead and back."""
    months = days = 0
    for link in links:
        for unit, count in (("days", link),) if isinstance(link, int) else link.spans.steps:
            if unit == "months":
                months += abs(count)
            else:
                days += abs(count)
    return months, days


def _led(links: tuple[Link, ...], way: Literal["ahead", "back"]) -> list[int]:
    days = list(YEARS)
    for link in links:
        if isinstance(link, int):
            days = [day + link for day in days]
        else:
            lead = link.ahead if way == "ahead" else link.back
            days = [lead(day) for day in days]
    return [day - start for day, start in zip(days, YEARS, strict=True)]
