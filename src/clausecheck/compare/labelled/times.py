"""When something is due, begins, ends or recurs: by how much it moved, and which way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.moments import (
    Moment,
    Reckoned,
    Several,
    When,
    day_range,
)
from clausecheck.analyses.timing.saying_when import FREE_OR_BARRED, reckoned
from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.effects.steps import PROOF
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.lines import Beside, Lines, Pair
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.labelled.hours import (
    are_hours,
    hours_between,
    hours_of,
    moved_by_hours,
    tells_an_hour,
)
from clausecheck.compare.labelled.moved import Days, Way, is_within, moved_by, term_of, way_moved
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.reading import default_start
from clausecheck.model.walk import walk
from clausecheck.values import evolve

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
        made = _moved(pair, "deadline", one, other, words)
        if one.name == other.name == "target":  # which binds nobody
            told = made.message.replace("deadline", "target", 1)
            return evolve(made, direction="other", message=told)
        return made
    if new == "firm" or old == "firm":
        what = "deadline made firm" if new == "firm" else "deadline softened to words"
        if "silent" in {old, new}:
            what = "deadline set" if new == "firm" else "deadline left open"
        direction = _sooner(pair, one, other, more=new == "firm")
        return pair.change("deadline", direction, f"{what}: {words}", one, other)
    return pair.change("deadline", "other", f"deadline in other words: {words}", one, other)


def is_unknown(value: nodes.Value) -> bool:
    """Tell whether whoever wrote a text down did not see what stands there."""
    return isinstance(value, nodes.Silence) and value.kind == "unknown"


def _of_presence(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> Change:
    bare = "target" in {line.name for line in (one, other) if line}
    firm = "firm" in pair.states(one, other)
    what = "target" if bare else "deadline" if firm else "deadline that sets no day"
    text = f"{what} {'added' if one is None else 'dropped'}: {pair.line(one, other)}"
    direction = _sooner(pair, one, other, more=one is None) if firm and not bare else "other"
    return pair.change("deadline", direction, text, one, other)


def _sooner(
    pair: Pair, one: nodes.Label | None, other: nodes.Label | None, *, more: bool
) -> Direction:
    """Return what it does that a line is there, or says an earlier day, or the reverse.

    What is forbidden `before:` a day is free from then on, and what is so `on:` a day, on all
    others; of what holds for a day alone, another day is neither more nor less.
    """
    names = {line.name for line in (one, other) if line is not None}
    if names == {"on"} and one is not None and other is not None and pair.kinds <= FREE_OR_BARRED:
        return "other"
    frees = names <= {"before", "on"} and pair.kinds == {"prohibition"}
    return pair.tighter(more=not more if frees else more)


def _moved(pair: Pair, kind: Kind, one: nodes.Label, other: nodes.Label, words: str) -> Change:
    if _is_no_day(other.value) and not _is_no_day(one.value):
        text = f"deadline on a day that no calendar has: {words}"
        return pair.change(kind, pair.tighter(more=False), text, one, other)
    if _is_no_day(one.value) and not _is_no_day(other.value):
        text = f"deadline on a day that there is: {words}"
        return pair.change(kind, pair.tighter(more=True), text, one, other)
    if (minutes := hours_between(pair, one, other)) is not None:
        return _moved_by_hours(pair, one, other, words, minutes)
    days = days_between(pair, one, other)
    if days is None:
        order = _order(pair, one, other)
        text = f"deadline {f'{order}, or as it was' if order else 'counted otherwise'}: {words}"
        direction = _sooner(pair, one, other, more=order == "earlier") if order else "other"
        return pair.change(kind, direction, text, one, other)
    fewest, most = days
    if fewest == most == 0 and one.name != other.name:
        same = f"deadline on the same day, under another label: {words}"
        return pair.change(kind, "other", same, one, other)
    if fewest == most == 0 and tells_an_hour(one.value, other.value):
        same = f"deadline at another hour of the day, or by another clock: {words}"
        return pair.change(kind, "other", same, one, other)
    if fewest == most == 0:
        same = f"deadline the same day in other words: {words}"
        return pair.change("reworded", "other", same, one, other)
    if fewest < 0 < most:
        return pair.change(kind, "other", f"deadline about the same: {words}", one, other)
    text = f"deadline {moved_by(days)}: {words}"
    direction = _sooner(pair, one, other, more=most < 0 or fewest < 0)
    return pair.change(kind, direction, text, one, other)


def _moved_by_hours(
    pair: Pair, one: nodes.Label, other: nodes.Label, words: str, minutes: int
) -> Change:
    if minutes:
        direction = _sooner(pair, one, other, more=minutes < 0)
        text = f"deadline {moved_by_hours(minutes)}: {words}"
        return pair.change("deadline", direction, text, one, other)
    text = f"deadline at the same time in other words: {words}"
    return pair.change("reworded", "other", text, one, other)


def length(
    pair: Pair, kind: Kind, one: nodes.Label, other: nodes.Label, words: str
) -> Change | None:
    """Return how a start, an end, a term or a rhythm moved, where days tell."""
    if one.name != other.name:
        return _end_moved(pair, one, other, words)
    if kind == "time" or one.name in {"from", "until"}:
        return _edge_moved(pair, kind, one, other, words)
    measure = hours_of if are_hours(one.value, other.value) else term_of
    mine, theirs = measure(one.value), measure(other.value)
    if mine is None or theirs is None or is_within(mine, theirs):
        return None
    longer = theirs > mine
    if kind == "rhythm":
        way = "less often" if longer else "more often"
        return pair.change(kind, pair.wider(more=not longer), f"rhythm {way}: {words}", one, other)
    way = "longer" if longer else "shorter"
    return pair.change(kind, pair.wider(more=longer), f"term {way}: {words}", one, other)


def _edge_moved(
    pair: Pair, kind: Kind, one: nodes.Label, other: nodes.Label, words: str
) -> Change | None:
    """Return how a start or a last day moved; None where that cannot be told."""
    minutes = hours_between(pair, one, other)
    days = days_between(pair, one, other) if minutes is None else None
    order = _order(pair, one, other) if days is None and minutes is None else None
    if minutes == 0:
        return pair.change("reworded", "other", f"`{one.name}:` the same time: {words}", one, other)
    if minutes:
        later, way = minutes > 0, moved_by_hours(minutes)
    elif order is not None:
        later, way = order == "later", f"{order}, or as it was"
    elif days is None or (moved := way_moved(days)) is None:
        return None
    else:
        later, way = moved == "later", moved_by(days)
    more = later if one.name == "until" else not later
    direction: Direction = (
        "other" if _ends_as_much(pair, one, later=later) else pair.wider(more=more)
    )
    return pair.change(kind, direction, f"`{one.name}:` {way}: {words}", one, other)


def begins_otherwise(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> Way | None:
    """Return whether what goes on begins later or earlier by a line that is in one text alone.

    Without such a line it begins with the text.
    """
    line, unit, facts = one, pair.one, pair.beside.base
    if line is None:
        line, unit, facts = other, pair.other, pair.beside.other
    if line is None or unit.labels.stated(*_OTHERWISE_BEGUN):
        return None
    start = When(Moment(default_start(facts.reading.head)))
    begins = _reckoned(line, unit, facts)
    if begins is None or begins == start:
        return None
    apart = _between(start, begins, Beside(facts, facts, unit.canon, unit.canon, ({}, {})))
    if (apart is None and not _is_after_signature(line.value)) or (apart and apart[0] <= 0):
        return None
    return "later" if one is None else "earlier"


def _ends_as_much(pair: Pair, line: nodes.Label, *, later: bool) -> bool:
    """Tell whether what begins on another day is over on another, too: it is moved as a whole."""
    terms = [unit.labels.get("for") for unit in (pair.one, pair.other)]
    if line.name != "from" or terms[0] is None or terms[1] is None:
        return False
    days = _end(pair, terms[0], terms[1])
    return days is not None and (days[0] > 0 if later else days[1] < 0)


def _end_moved(pair: Pair, one: nodes.Label, other: nodes.Label, words: str) -> Change | None:
    """Return when a term ends in the place of which a last day stands, or the reverse."""
    days = _end(pair, one, other)
    if days is None or days[0] < 0 < days[1]:
        return None
    if days == (0, 0):
        return pair.change("reworded", "other", f"ends on the same day: {words}", one, other)
    text = f"ends {moved_by(days)}: {words}"
    return pair.change("term", pair.wider(more=days[1] > 0), text, one, other)


def days_between(pair: Pair, one: nodes.Label, other: nodes.Label) -> Days | None:
    """Return by how many days the last day moves, from fewest to most; None if not known."""
    times = _both(pair, one, other)
    return times and _between(*times, pair.beside)


def _both(pair: Pair, one: nodes.Label, other: nodes.Label) -> tuple[Reckoned, Reckoned] | None:
    """Return what two lines come to; None where one cannot be told, or is of another kind."""
    if (one in pair.one.supposed) != (other in pair.other.supposed):
        return None  # one of the texts does not say from when
    mine = _reckoned(one, pair.one, pair.beside.base)
    theirs = _reckoned(other, pair.other, pair.beside.other)
    return None if mine is None or theirs is None else (mine, theirs)


def _between(mine: Reckoned, theirs: Reckoned, beside: Beside) -> Days | None:
    """Return how many days lie between the times of two texts, if that can be told."""
    one: Reckoned | None = mine
    other: Reckoned | None = theirs
    if not _count_alike(one, other, beside):
        one = beside.base.schedule.reckoner.settled(mine)
        other = beside.other.schedule.reckoner.settled(theirs)
    if not (isinstance(one, When) and isinstance(other, When)):
        return None
    if not _count_alike(one, other, beside):
        return None
    if one.ends != other.ends or one.opens != other.opens:
        return None  # the one is a bound, the other not, or another
    last_only = one.ends and not (one.firm or other.firm)  # "within 6 hours of a request"
    firsts = [other.fewest - one.fewest] if one.opens and not last_only else []
    lasts = [other.most - one.most] if one.ends else []
    moved = firsts + lasts
    return min(moved), max(moved)


def _count_alike(one: Reckoned | None, other: Reckoned | None, beside: Beside) -> bool:
    """Tell whether two times count from the same moment."""
    if not (isinstance(one, When) and isinstance(other, When)):
        return False
    return _origin(one, beside.mine) == _origin(other, beside.theirs)


def _reckoned(line: nodes.Label, unit: Unit, facts: Facts) -> Reckoned | None:
    return reckoned(line.value, facts.schedule.reckoner, unit.number)


def enters_into_force(
    one: nodes.Label | None, other: nodes.Label | None, beside: Beside
) -> tuple[Way, str] | None:
    """Return whether a text begins to bind later or earlier, and by how much.

    Without a line it binds from its signature, before which nothing comes. None where it cannot be
    told: what a clause says, or nobody knows, may be any day.
    """
    if one is not None and other is not None:
        mine = reckoned(one.value, beside.base.schedule.reckoner, "")
        theirs = reckoned(other.value, beside.other.schedule.reckoner, "")
        days = _between(mine, theirs, beside) if mine and theirs else None
        if days is not None:
            way = way_moved(days)
            return None if way is None else (way, moved_by(days))
    at_once = [line is None or _is_signature(line.value) for line in (one, other)]
    line = other if at_once[0] else one
    if at_once[0] == at_once[1] or line is None or not _is_after_signature(line.value):
        return None
    return ("later", "later than at signature") if at_once[0] else ("earlier", "at signature")


def _is_signature(value: nodes.Value) -> bool:
    """Tell whether a value is the signature, with or without by whom."""
    return written(value).split()[:1] == ["signature"]


def _is_after_signature(value: nodes.Value) -> bool:
    """Tell whether a value is surely no day before the signature; the calendar alone has those."""
    unknown = (nodes.Reference, nodes.Silence, nodes.Date)
    return not any(isinstance(node, unknown) for node in walk(value))


def _origin(when: When, canon: Canon) -> tuple[str, str]:
    of = when.moment.of
    if when.moment.state == "happens":
        return (canon.known.events.get(of, of), "happens")
    return (canon.number(of), when.moment.state)


# ── The earlier or later of several times ────────────────────────────────────────────────────────


def _order(pair: Pair, one: nodes.Label, other: nodes.Label) -> Way | None:
    """Return whether a time is earlier than it was or as it was, or later or as it was.

    So of `earlier of A, B` in the place of A, whenever B comes.
    """
    times = _both(pair, one, other)
    if times is None:
        return None
    mine, theirs = times
    beside = pair.beside
    sooner = _comes_before(theirs, mine, lambda new, old: _moved_one_way(old, new, beside)[0])
    later = _comes_before(mine, theirs, lambda old, new: _moved_one_way(old, new, beside)[1])
    if sooner == later:
        return None
    return "earlier" if sooner else "later"


def _moved_one_way(mine: When, theirs: When, beside: Beside) -> tuple[bool, bool]:
    """Tell whether a time surely is no later than one of the base, and whether no earlier.

    A step is complete no sooner than begun, and verified no sooner than complete.
    """
    days = _between(mine, theirs, beside)
    if days is not None:
        return days[1] <= 0, days[0] >= 0
    before, after = PROOF.get(mine.moment.state), PROOF.get(theirs.moment.state)
    same = beside.mine.number(mine.moment.of) == beside.theirs.number(theirs.moment.of)
    if not same or before is None or after is None:
        return _moved_to_force(mine, theirs, beside)
    moved = after - before, theirs.fewest - mine.fewest, theirs.most - mine.most
    return max(moved) <= 0, min(moved) >= 0


def _moved_to_force(mine: When, theirs: When, beside: Beside) -> tuple[bool, bool]:
    """Tell the same of times of which one counts from the signature, and one from the force.

    A text that waits for more than its signature is in force no sooner than it is signed.
    """
    origins = _origin(mine, beside.mine), _origin(theirs, beside.theirs)
    alike = (mine.opens, mine.ends) == (theirs.opens, theirs.ends)
    moved = theirs.fewest - mine.fewest, theirs.most - mine.most
    if alike and origins == (_SIGNED, _IN_FORCE) and _waits_for_more(beside.other):
        return False, min(moved) >= 0
    if alike and origins == (_IN_FORCE, _SIGNED) and _waits_for_more(beside.base):
        return max(moved) <= 0, False
    return False, False


_SIGNED, _IN_FORCE = ("signature", "happens"), ("entry into force", "happens")


def _waits_for_more(facts: Facts) -> bool:
    line = facts.reading.head.get("entry into force")
    return line is not None and not _is_signature(line.value) and _is_after_signature(line.value)


def _comes_before(one: Reckoned, other: Reckoned, is_before: Callable[[When, When], bool]) -> bool:
    """Tell whether one time surely comes no later than another."""
    if isinstance(one, Several) and _is_last(one):
        return all(_comes_before(each, other, is_before) for each in one.times)
    if isinstance(other, Several) and not _is_last(other):
        return all(_comes_before(one, each, is_before) for each in other.times)
    if isinstance(other, Several) and any(_comes_before(one, e, is_before) for e in other.times):
        return True
    if isinstance(one, Several):
        return any(_comes_before(each, other, is_before) for each in one.times)
    return isinstance(other, When) and is_before(one, other)


def _is_last(several: Several) -> bool:
    return several.how in {"all", "later"}


# ── When something begins to hold, and ends ──────────────────────────────────────────────────────


def _end(pair: Pair, one: nodes.Label, other: nodes.Label) -> Days | None:
    """Return by how many days a term in the place of a last day, or the reverse, ends later."""
    mine = _ends(one, pair.one, pair.beside.base)
    theirs = _ends(other, pair.other, pair.beside.other)
    return None if mine is None or theirs is None else _between(mine, theirs, pair.beside)


def _ends(line: nodes.Label, unit: Unit, facts: Facts) -> Reckoned | None:
    if line.name == "until":
        return _reckoned(line, unit, facts)
    begins = _begins(unit, facts)
    if not isinstance(begins, When) or not isinstance(line.value, nodes.Period):
        return None
    return facts.schedule.reckoner.after(begins, line.value)


def _begins(unit: Unit, facts: Facts) -> Reckoned | None:
    """Return from when a sentence holds: from the day that it names, or else as the text does."""
    line = unit.labels.get("from")
    if line is not None:
        return _reckoned(line, unit, facts)
    if unit.labels.stated(*_OTHERWISE_BEGUN):
        return None
    return When(Moment(default_start(facts.reading.head)))


_OTHERWISE_BEGUN = ("after", "starts", "on", "together with", "in parallel with", "if")


def _is_no_day(value: nodes.Value) -> bool:
    dates = (node for node in walk(value) if isinstance(node, nodes.Date))
    return any(day_range(date) is None for date in dates)
