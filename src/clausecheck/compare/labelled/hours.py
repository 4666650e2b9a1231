"""By how many hours a time moved, where the texts tell it by the hour.

Days alone would call noon and six o'clock the same. Where one text names a day by which something
is due, and the other an hour of it, the day lasts until midnight.
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from clausecheck.analyses.timing.lengths import Length, length_of
from clausecheck.analyses.timing.moments import day_range
from clausecheck.compare.ground.lines import Pair
from clausecheck.model import nodes
from clausecheck.model.walk import walk

_A_DAY = 24 * 60
_OF_HOURS = frozenset[nodes.Unit]({"minute", "hour"})
_OF_A_LAST_TIME = frozenset({"by", "before", "target"})
"""Labels of a day that is included."""


def hours_between(pair: Pair, one: nodes.Label, other: nodes.Label) -> int | None:
    """Return by how many minutes a time is later; None where it is not told by the hour."""
    mine, theirs = map(_time, (one.value, other.value))
    match mine, theirs:
        case nodes.Date(), nodes.Date() if mine.clock or theirs.clock:
            if mine.clock and theirs.clock and mine.zone != theirs.zone:
                return None
            included = {one.name, other.name} <= _OF_A_LAST_TIME
            before, after = (_minutes(each, included=included) for each in (mine, theirs))
            return None if before is None or after is None else after - before
        case nodes.Offset(), nodes.Offset() if _count_alike(pair, (one, mine), (other, theirs)):
            return _of_spans(mine, theirs)
        case _:
            return None


def tells_an_hour(*values: nodes.Value) -> bool:
    """Tell whether one of them names an hour of a day."""
    return any(isinstance(e, nodes.Date) and e.clock for value in values for e in walk(value))


def moved_by_hours(minutes: int) -> str:
    """Return by how many hours something moved, and which way."""
    way = "later" if minutes > 0 else "earlier"
    whole = abs(minutes) // 60 * 60
    parts = (Length(minutes=Fraction(each)) for each in (whole, abs(minutes) - whole))
    return f"{' '.join(each.words for each in parts if each)} {way}"


def are_hours(*values: nodes.Value) -> bool:
    """Tell whether all of them are spans in hours, which are exact."""
    return all(isinstance(each, nodes.Period) and each.unit in _OF_HOURS for each in values)


def hours_of(value: nodes.Value) -> tuple[float, float]:
    """Return the fewest and the most hours of a span that `are_hours` holds for."""
    period = cast("nodes.Period", value)
    fewest, most = (length_of(period, longest=each).minutes for each in (False, True))
    return float(fewest) / 60, float(most) / 60


def _time(value: nodes.Value) -> nodes.Value:
    return value.time if isinstance(value, nodes.Bound) else value


def _minutes(date: nodes.Date, *, included: bool) -> int | None:
    """Return a date in minutes; None where no hour is told and the day is not over by then."""
    days = day_range(date)
    if days is None or not (date.clock or included):
        return None
    hours, minutes = map(int, (date.clock or "24:00").split(":"))
    return days[1] * _A_DAY + hours * 60 + minutes


def _count_alike(
    pair: Pair, mine: tuple[nodes.Label, nodes.Offset], theirs: tuple[nodes.Label, nodes.Offset]
) -> bool:
    """Tell whether two spans count from the same; from what, neither may say."""
    (one, before), (other, after) = mine, theirs
    if one in pair.one.supposed and other in pair.other.supposed:
        return bool(_OF_HOURS & {before.period.unit, after.period.unit})
    return (
        before.relation == after.relation
        and are_hours(before.period, after.period)
        and pair.beside.mine.value(before.moment) == pair.beside.theirs.value(after.moment)
    )


def _of_spans(mine: nodes.Offset, theirs: nodes.Offset) -> int | None:
    periods = mine.period, theirs.period
    lengths = [length_of(each, longest=True) for each in periods]
    plain = periods[0].qualifier == periods[1].qualifier and not any(each.most for each in periods)
    if not plain or any(each.months for each in lengths):
        return None
    moved = int(lengths[1].minutes - lengths[0].minutes)
    return -moved if theirs.relation == "before" else moved
