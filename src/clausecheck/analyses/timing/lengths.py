"""How long spans of time are, to the minute: hours add up, and as many months are as long."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from clausecheck.analyses.timing.moments import MONTHS, days_of_months
from clausecheck.analyses.timing.times import in_words
from clausecheck.model import nodes
from clausecheck.values import frozen

_A_DAY = 24 * 60
_MINUTES = {"minute": 1, "hour": 60, "day": _A_DAY, "week": 7 * _A_DAY}


@frozen
class Length:
    """So many months of the calendar and so many minutes."""

    months: Fraction = Fraction()
    minutes: Fraction = Fraction()

    def __add__(self, other: Length) -> Length:
        """Return how long both are, one after the other."""
        return Length(self.months + other.months, self.minutes + other.minutes)

    def __bool__(self) -> bool:
        """Whether it takes any time."""
        return bool(self.months or self.minutes)

    @property
    def days(self) -> int:
        """The most days it takes, rounded up; one month has 31."""
        return days_of_months(self.months)[1] + ceil(self.minutes / _A_DAY)

    @property
    def counts_days(self) -> bool:
        """Whether it is told in days, and not in hours."""
        return bool(self.months) or self.minutes % _A_DAY == 0

    @property
    def words(self) -> str:
        """The most that it is, in words."""
        return in_words(self.days) if self.counts_days else self._in_hours

    @property
    def least(self) -> str:
        """The least that it is, in words: one month has 28 days."""
        fewest = days_of_months(self.months)[0] + ceil(self.minutes / _A_DAY)
        return in_words(fewest) if self.counts_days else self._in_hours

    @property
    def _in_hours(self) -> str:
        hours, rest = divmod(self.minutes, 60)
        count, unit = (ceil(self.minutes), "minute") if rest else (int(hours), "hour")
        return f"{count} {unit}{'' if count == 1 else 's'}"

    def can_exceed(self, other: Length) -> bool:
        """Tell whether it can be longer than the other where both begin on one day.

        As many months have as many days then, whichever they are.
        """
        shared = min(self.months, other.months)
        _, most = days_of_months(self.months - shared)
        fewest, _ = days_of_months(other.months - shared)
        return most * _A_DAY + self.minutes > fewest * _A_DAY + other.minutes


AT_ONCE = Length()


def of_days(days: int) -> Length:
    """Return the length of so many days."""
    return Length(minutes=Fraction(days * _A_DAY))


def length_of(period: nodes.Period, *, longest: bool) -> Length:
    """Return the most that a span is, or the least."""
    written = period.most if longest and period.most is not None else period.least
    count = Fraction(written.replace(",", ""))
    if period.unit in MONTHS:
        return Length(months=count * MONTHS[period.unit])
    return Length(minutes=count * _MINUTES[period.unit])
