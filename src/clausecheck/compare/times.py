"""When something is due, begins, ends or recurs: by how much it moved, and which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.moments import CALENDAR, When, day_range, days_of
from clausecheck.changes import Change, Kind
from clausecheck.compare.canon import Canon
from clausecheck.compare.lines import Lines, Pair
from clausecheck.model import nodes
from clausecheck.model.walk import walk

DUE = frozenset({"on", "by", "before", "target"})
"""Labels of a day by which something is due."""


def deadlines(pair: Pair, due: Sequence[Lines]) -> Iterator[Change]:
    """Yield what became of the days by which something is due.

    One that stands under another label is held against the one that it took the place of.
    """
    mine = [each.one for each in due if each.one is not None]
    theirs = [each.other for each in due if each.other is not None]
    for one, other in zip_longest(mine, theirs):
        yield _due(pair, one, other)


def _due(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> Change:
    if one is None or other is None:
        return _of_presence(pair, one, other)
    old, new = pair.states(one, other)
    words = pair.both(one, other)
    if any(is_unknown(line.value) for line in (one, other)):
        text = f"deadline not known in one of the texts: {words}"
        return pair.change("deadline", "other", text, one, other)
    if old == new == "firm":
        if "target" in {one.name, other.name} and one.name != other.name:
            became = (
                "a deadline became a target"
                if other.name == "target"
                else "a target became a deadline"
            )
            direction = pair.tighter(more=one.name == "target")
            return pair.change("deadline", direction, f"{became}: {words}", one, other)
        return _moved(pair, "deadline", one, other, words)
    if new == "firm" or old == "firm":
        what = "deadline made firm" if new == "firm" else "deadline softened to words"
        if "silent" in {old, new}:
            what = "deadline set" if new == "firm" else "deadline left open"
        direction = pair.tighter(more=new == "firm")
        return pair.change("deadline", direction, f"{what}: {words}", one, other)
    return pair.change("deadline", "other", f"deadline in other words: {words}", one, other)


def is_unknown(value: nodes.Value) -> bool:
    """Tell whether whoever wrote a text down did not see what stands there."""
    return isinstance(value, nodes.Silence) and value.kind == "unknown"


def _of_presence(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> Change:
    bare = "target" in {line.name for line in (one, other) if line}
    what = "target" if bare else "deadline"
    text = f"{what} {'added' if one is None else 'dropped'}: {pair.line(one, other)}"
    direction = "other" if bare else pair.tighter(more=one is None)
    return pair.change("deadline", direction, text, one, other)


def _moved(pair: Pair, kind: Kind, one: nodes.Label, other: nodes.Label, words: str) -> Change:
    if _is_no_day(other.value) and not _is_no_day(one.value):
        text = f"deadline on a day that no calendar has: {words}"
        return pair.change(kind, pair.tighter(more=False), text, one, other)
    if _is_no_day(one.value) and not _is_no_day(other.value):
        text = f"deadline on a day that there is: {words}"
        return pair.change(kind, pair.tighter(more=True), text, one, other)
    days = _days(pair, one, other)
    if days is None:
        return pair.change(kind, "other", f"deadline counted otherwise: {words}", one, other)
    fewest, most = days
    if fewest == most == 0 and one.name != other.name:
        same = f"deadline on the same day, under another label: {words}"
        return pair.change(kind, "other", same, one, other)
    if fewest == most == 0:
        same = f"deadline the same day in other words: {words}"
        return pair.change("reworded", "other", same, one, other)
    if fewest < 0 < most:
        return pair.change(kind, "other", f"deadline about the same: {words}", one, other)
    later = most > 0
    text = f"deadline {_by(days)} {_way(later=later)}: {words}"
    return pair.change(kind, pair.tighter(more=not later), text, one, other)


def length(
    pair: Pair, kind: Kind, one: nodes.Label, other: nodes.Label, words: str
) -> Change | None:
    """Return how a start, an end, a term or a rhythm moved, where days tell."""
    if kind == "time" or one.name in {"from", "until"}:
        days = _days(pair, one, other)
        if days is None or days[0] < 0 < days[1] or days == (0, 0):
            return None
        later = days[1] > 0
        text = f"`{one.name}:` {_by(days)} {_way(later=later)}: {words}"
        more = later if one.name == "until" else not later
        return pair.change(kind, pair.wider(more=more), text, one, other)
    mine, theirs = term_of(one.value), term_of(other.value)
    if mine is None or theirs is None or is_within(mine, theirs):
        return None
    longer = theirs > mine
    if kind == "rhythm":
        way = "less often" if longer else "more often"
        return pair.change(kind, pair.wider(more=not longer), f"rhythm {way}: {words}", one, other)
    way = "longer" if longer else "shorter"
    return pair.change(kind, pair.wider(more=longer), f"term {way}: {words}", one, other)


def _by(days: tuple[int, int]) -> str:
    by = sorted({abs(each) for each in days})
    return " to ".join(map(str, by)) + (" day" if by == [1] else " days")


def _way(*, later: bool) -> str:
    return "later" if later else "earlier"


def _days(pair: Pair, one: nodes.Label, other: nodes.Label) -> tuple[int, int] | None:
    """Return by how many days the last day moves, from fewest to most; None if not known."""
    beside = pair.beside
    if (one in pair.one.supposed) != (other in pair.other.supposed):
        return None  # one of the texts does not say from when
    mine = _reckoned(_time(one.value), pair.one.number, beside.base)
    theirs = _reckoned(_time(other.value), pair.other.number, beside.other)
    if mine is None or theirs is None:
        return None
    if _origin(mine, beside.mine) != _origin(theirs, beside.theirs):
        mine, theirs = _dated(mine, beside.base), _dated(theirs, beside.other)
        if mine is None or theirs is None:
            return None
    moved = theirs.fewest - mine.fewest, theirs.most - mine.most
    return min(moved), max(moved)


def _reckoned(value: nodes.Value, own: str, facts: Facts) -> When | None:
    if not isinstance(
        value,
        nodes.Date | nodes.ClauseState | nodes.Event | nodes.Own | nodes.Offset | nodes.Combined,
    ):
        return None
    found = facts.schedule.reckoner.reckon(value, own)
    return found if isinstance(found, When) else None


def _origin(when: When, canon: Canon) -> tuple[str, str]:
    of = when.moment.of
    if when.moment.state == "happens":
        return (canon.known.events.get(of, of), "happens")
    return (canon.number(of), when.moment.state)


def _dated(when: When, facts: Facts) -> When | None:
    """Return a time as days of the calendar, where it is known when its moment comes."""
    if when.moment == CALENDAR:
        return when
    day = facts.schedule.reckoner.known.get(when.moment)
    if day is None:
        return None
    at = day.toordinal()
    return When(CALENDAR, at + when.fewest, at + when.most)


def _is_no_day(value: nodes.Value) -> bool:
    dates = (node for node in walk(value) if isinstance(node, nodes.Date))
    return any(day_range(date) is None for date in dates)


def _time(value: nodes.Value) -> nodes.Value:
    return value.time if isinstance(value, nodes.Bound) else value


def is_within(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether one of two spans in days may be the other, as 30 days may be a month."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (
        other[0] <= one[0] and one[1] <= other[1]
    )


def term_of(value: nodes.Value) -> tuple[float, float] | None:
    """Return the fewest and most days of a term or between two times; or without limit."""
    match value:
        case nodes.WithoutLimit():
            return float("inf"), float("inf")
        case nodes.Period():
            return days_of(value)
        case _:
            return None
