"""What changed in the labelled lines that bind a sentence, and which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from attrs import define

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.methods import LADDER
from clausecheck.analyses.moments import CALENDAR, When, day_range, days_of
from clausecheck.analyses.times import open_words
from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.canon import Canon, Value
from clausecheck.compare.figures import ceilings
from clausecheck.compare.toward import toward
from clausecheck.compare.units import REMARKS, Unit
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.walk import walk
from clausecheck.notes import listed
from clausecheck.source import Span
from clausecheck.values import frozen

_DUE = frozenset({"on", "by", "before", "target"})
_MEASURED = frozenset({"time", "term", "rhythm"})
_UNVERIFIED = frozenset({"none", "adjective"})
_CONDITIONS: dict[str, str] = {
    "if": "condition",
    "unless": "condition",
    "subject to": "condition",
    "after": "wait",
    "together with": "wait",
    "in parallel with": "wait",
    "for": "term",
    "with consent of": "need of consent",
    "unless permitted by": "licence",
}
"""Labels on which it hangs whether or when something holds, and what each is called."""
_KINDS: dict[str, Kind] = {
    "if": "condition",
    "unless": "condition",
    "subject to": "condition",
    "after": "wait",
    "together with": "wait",
    "in parallel with": "wait",
    "with consent of": "consent",
    "unless permitted by": "consent",
    "starts": "time",
    "from": "term",
    "until": "term",
    "for": "term",
    "every": "rhythm",
    "quota": "rhythm",
    "target": "deadline",
    "if breached": "breach",
    "otherwise": "breach",
    "reversible": "reversal",
    "restores in": "reversal",
    "in return for": "exchange",
    "mirrors": "exchange",
    "limit": "limit",
    "counted from": "limit",
    "exception to": "exception",
    "where": "place",
}
_CHECKING = ("verified by", "access", "on notice of", "reports", "verification ends")


@define
class Beside:
    """Two texts as far as labels are held against each other."""

    base: Facts
    other: Facts
    mine: Canon
    theirs: Canon
    strengths: tuple[Mapping[str, str], Mapping[str, str]]
    """How strongly each sentence is verified, in either text, by its number there."""


def label_differences(one: Unit, other: Unit, beside: Beside) -> Iterator[Change]:
    """Yield what changed in the labels, time first."""
    return _Pair(one, other, beside).differences()


@frozen
class _Lines:
    """A label of the base and the same of the other text; either may be missing."""

    name: str
    one: nodes.Label | None
    other: nodes.Label | None


@define
class _Pair:
    """A sentence of the base and the same of the other text, with their labels."""

    one: Unit
    other: Unit
    beside: Beside

    @property
    def meaning(self) -> Meaning | None:
        return self.one.main or self.other.main

    def differences(self) -> Iterator[Change]:
        changed = list(self._changed())
        due = [each for each in changed if each.name in _DUE]
        checks = [each for each in changed if each.name in _CHECKING]
        yield from self._deadlines(due)
        yield from self._checked(checks)
        for each in changed:
            if each not in due and each not in checks:
                yield from self._other(each)

    def _changed(self) -> Iterator[_Lines]:
        """Yield the labels that say something else, of several of one name each with its like."""
        before, after = _by_name(self.one), _by_name(self.other)
        for name in dict.fromkeys((*before, *after)):
            if name in REMARKS:
                continue
            mine, theirs = _without_equals(
                [(self.beside.mine.value(line.value), line) for line in before.get(name, ())],
                [(self.beside.theirs.value(line.value), line) for line in after.get(name, ())],
            )
            for one, other in zip_longest(mine, theirs):
                yield _Lines(name, one, other)

    # ── When ──

    def _deadlines(self, due: Sequence[_Lines]) -> Iterator[Change]:
        """Yield what became of the days by which something is due.

        One that stands under another label is held against the one that it took the place of.
        """
        mine = [each.one for each in due if each.one is not None]
        theirs = [each.other for each in due if each.other is not None]
        for one, other in zip_longest(mine, theirs):
            yield self._due(one, other)

    def _due(self, one: nodes.Label | None, other: nodes.Label | None) -> Change:
        old, new = _state(one, self.beside.base), _state(other, self.beside.other)
        words = _both(one, other)
        if one is None or other is None:
            what = (
                f"deadline added: {_line(other)}"
                if one is None
                else f"deadline dropped: {_line(one)}"
            )
            bare = "target" in {line.name for line in (one, other) if line}
            if bare:
                what = what.replace("deadline", "target")
            direction = "other" if bare else self._tighter(more=one is None)
            return self._change("deadline", direction, what, one, other)
        if old == new == "firm":
            if "target" in {one.name, other.name} and one.name != other.name:
                became = (
                    "a deadline became a target"
                    if other.name == "target"
                    else "a target became a deadline"
                )
                direction = self._tighter(more=one.name == "target")
                return self._change("deadline", direction, f"{became}: {words}", one, other)
            return self._moved("deadline", one, other, words)
        if new == "firm" or old == "firm":
            what = "deadline made firm" if new == "firm" else "deadline softened to words"
            if "silent" in {old, new}:
                what = "deadline set" if new == "firm" else "deadline left open"
            direction = self._tighter(more=new == "firm")
            return self._change("deadline", direction, f"{what}: {words}", one, other)
        return self._change("deadline", "other", f"deadline in other words: {words}", one, other)

    def _moved(self, kind: Kind, one: nodes.Label, other: nodes.Label, words: str) -> Change:
        if kind == "deadline" and _is_no_day(other.value) and not _is_no_day(one.value):
            text = f"deadline on a day that no calendar has: {words}"
            return self._change(kind, self._tighter(more=False), text, one, other)
        if kind == "deadline" and _is_no_day(one.value) and not _is_no_day(other.value):
            text = f"deadline on a day that there is: {words}"
            return self._change(kind, self._tighter(more=True), text, one, other)
        days = self._days(one.value, other.value)
        what = "deadline" if kind == "deadline" else f"`{one.name}:`"
        if days is None:
            return self._change(kind, "other", f"{what} counted otherwise: {words}", one, other)
        fewest, most = days
        if fewest == most == 0 and one.name != other.name:
            same = f"{what} on the same day, under another label: {words}"
            return self._change(kind, "other", same, one, other)
        if fewest == most == 0:
            same = f"{what} the same day in other words: {words}"
            return self._change("reworded", "other", same, one, other)
        if fewest < 0 < most:
            return self._change(kind, "other", f"{what} about the same: {words}", one, other)
        later = most > 0
        way = "later" if later else "earlier"
        by = sorted({abs(fewest), abs(most)})
        number = " to ".join(map(str, by)) + (" day" if by == [1] else " days")
        direction = self._tighter(more=not later)
        return self._change(kind, direction, f"{what} {number} {way}: {words}", one, other)

    def _days(self, one: nodes.Value, other: nodes.Value) -> tuple[int, int] | None:
        """Return by how many days the last day moves, from fewest to most; None if not known."""
        mine = _reckoned(one, self.one.number, self.beside.base)
        theirs = _reckoned(other, self.other.number, self.beside.other)
        if mine is None or theirs is None:
            return None
        if _origin(mine, self.beside.mine) != _origin(theirs, self.beside.theirs):
            mine, theirs = _dated(mine, self.beside.base), _dated(theirs, self.beside.other)
            if mine is None or theirs is None:
                return None
        moved = theirs.fewest - mine.fewest, theirs.most - mine.most
        return min(moved), max(moved)

    def _tighter(self, *, more: bool) -> Direction:
        """Return what a tighter time does: it binds more, be it a duty's or a permission's."""
        if self.meaning is None or self.meaning.kind in {"statement", "savings"}:
            return "other"
        return "stronger" if more else "weaker"

    # ── Who checks ──

    def _checked(self, changed: Sequence[_Lines]) -> Iterator[Change]:
        """Yield how verification changed; how strong it is counts more than how it is said."""
        before, after = _by_name(self.one), _by_name(self.other)
        old = self.beside.strengths[0].get(self.one.number) or _strength(before)
        new = self.beside.strengths[1].get(self.other.number) or _strength(after)
        ranks = LADDER.index(old), LADDER.index(new)
        if ranks[0] != ranks[1]:
            yield self._strength_changed(old, new, before, after)
            changed = [each for each in changed if each.name not in {"verified by", "access"}]
        for each in changed:
            if each.name == "verified by" and each.one is not None and each.other is not None:
                yield self._verifiers(each.one, each.other)
            else:
                yield from self._other(each)

    def _strength_changed(self, old: str, new: str, before: _ByName, after: _ByName) -> Change:
        direction: Direction = "weaker"
        what = "verification weaker"
        if new in _UNVERIFIED and old not in _UNVERIFIED:
            what = "verifier dropped"
        if LADDER.index(new) > LADDER.index(old):
            direction, what = "stronger", "verification stronger"
            if old in _UNVERIFIED and new not in _UNVERIFIED:
                what = "verifier added"
        one = next(iter(before.get("verified by", ())), None)
        other = next(iter(after.get("verified by", ())), None)
        shown = f"{old} → {new}"
        if (one is None) != (other is None):
            shown = _line(one or other)
        access = [next(iter(of.get("access", ())), None) for of in (before, after)]
        return self._change(
            "verifier", direction, f"{what}: {shown}", one or access[0], other or access[1]
        )

    def _verifiers(self, one: nodes.Label, other: nodes.Label) -> Change:
        """Return who verifies no longer, or as well; or else in which words it is said now."""
        mine, theirs = _actors(one, self.beside.mine), _actors(other, self.beside.theirs)
        gone = [name for name in mine if name not in theirs]
        new = [name for name in theirs if name not in mine]
        if bool(gone) == bool(new):
            words = _both(one, other)
            return self._change("verifier", "other", words, one, other)
        text = f"verifier {'dropped' if gone else 'added'}: {listed(gone or new)}"
        return self._change("verifier", "weaker" if gone else "stronger", text, one, other)

    # ── The rest ──

    def _other(self, lines: _Lines) -> Iterator[Change]:
        name, one, other = lines.name, lines.one, lines.other
        if name == "except":
            yield self._exception(one, other)
            return
        kind = _kind(name)
        called = _CONDITIONS.get(name)
        if one is None or other is None:
            added = one is None
            text = f"{called} " if called else ""
            text += f"{'added' if added else 'dropped'}: {_line(one or other)}"
            direction = self._of_presence(name, added=added)
            if any(isinstance(each.value, nodes.Silence) for each in (one, other) if each):
                direction = "other"  # `none` says what a missing line leaves open
            yield self._change(kind, direction, text, one, other)
            return
        words = _both(one, other)
        change = self._length(kind, one, other, words) if kind in _MEASURED else None
        if change is not None:
            yield change
            return
        way = (
            ceilings(one.value, other.value) if kind == "limit" and name != "counted from" else None
        )
        if way is not None:
            direction = self._tighter(more=way == "lowered")
            yield self._change(kind, direction, f"ceiling {way}: {words}", one, other)
            return
        old, new = _state(one, self.beside.base), _state(other, self.beside.other)
        if called and {old, new} == {"firm", "open"}:
            soft = new == "open"
            text = f"{called} {'softened to words' if soft else 'made firm'}: {words}"
            yield self._change(kind, self._tighter(more=not soft), text, one, other)
            return
        text = f"{called} changed: {words}" if called else words
        yield self._change(kind, "other", text, one, other)

    def _of_presence(self, name: str, *, added: bool) -> Direction:
        meaning = self.meaning
        if meaning is None:
            return "other"
        if name == "for":
            return "other"
        if name in _CONDITIONS or name == "exception to":
            return toward(meaning, more=not added)
        if name in {"if breached", "otherwise", "verified by", "reports", "every"}:
            return "stronger" if added else "weaker"
        return "other"

    def _length(
        self, kind: Kind, one: nodes.Label, other: nodes.Label, words: str
    ) -> Change | None:
        """Return how a start, an end, a term or a rhythm moved, where days tell."""
        if kind == "time" or one.name in {"from", "until"}:
            days = self._days(_time(one.value), _time(other.value))
            if days is None or days[0] < 0 < days[1] or days == (0, 0):
                return None
            later = days[1] > 0
            by = sorted({abs(each) for each in days})
            text = f"`{one.name}:` {' to '.join(map(str, by))} days {_later(later=later)}: {words}"
            more = later if one.name == "until" else not later
            return self._change(kind, self._wider(more=more), text, one, other)
        mine, theirs = _term(one.value), _term(other.value)
        if mine is None or theirs is None or mine == theirs:
            return None
        longer = theirs > mine
        what = "rhythm" if kind == "rhythm" else "term"
        way = "longer" if longer else "shorter"
        more = longer != (kind == "rhythm")
        if kind == "rhythm":
            way = "less often" if longer else "more often"
        return self._change(kind, self._wider(more=more), f"{what} {way}: {words}", one, other)

    def _wider(self, *, more: bool) -> Direction:
        return toward(self.meaning, more=more) if self.meaning else "other"

    def _exception(self, one: nodes.Label | None, other: nodes.Label | None) -> Change:
        mine, theirs = _listed(one, self.beside.mine), _listed(other, self.beside.theirs)
        gone = [text for key, text in mine.items() if key not in theirs]
        new = [text for key, text in theirs.items() if key not in mine]
        if gone and new:
            text = f"exception changed: {_line(one)} → {_line(other)}"
            return self._change("exception", "other", text, one, other)
        what = "exception widened" if one else "exception added"
        if gone:
            what = "exception narrowed" if other else "exception dropped"
        text = f"{what}: {listed([f'`{each}`' for each in gone or new])}"
        return self._change("exception", self._wider(more=bool(gone)), text, one, other)

    def _change(
        self,
        kind: Kind,
        direction: Direction,
        text: str,
        one: nodes.Label | None,
        other: nodes.Label | None,
    ) -> Change:
        return Change(
            kind,
            direction,
            text,
            one.span if one else self._place(self.one),
            other.span if other else self._place(self.other),
            self.one.parties,
        )

    @staticmethod
    def _place(unit: Unit) -> Span:
        return unit.words_at


_ByName: TypeAlias = "Mapping[str, Sequence[nodes.Label]]"


def _by_name(unit: Unit) -> _ByName:
    found: dict[str, list[nodes.Label]] = {}
    for line in unit.labels.lines:
        found.setdefault(line.name, []).append(line)
    return found


def _without_equals(
    mine: Sequence[tuple[Value, nodes.Label]], theirs: Sequence[tuple[Value, nodes.Label]]
) -> tuple[list[nodes.Label], list[nodes.Label]]:
    """Return the lines of either text that the other does not have."""
    both = Counter(value for value, _ in mine) & Counter(value for value, _ in theirs)
    found: list[list[nodes.Label]] = []
    for lines in (mine, theirs):
        left = Counter(both)
        rest = []
        for value, line in lines:
            if left[value]:
                left[value] -= 1
            else:
                rest.append(line)
        found.append(rest)
    return found[0], found[1]


def _actors(line: nodes.Label, canon: Canon) -> dict[str, None]:
    verifiers = (node for node in walk(line.value) if isinstance(node, nodes.Verifier))
    return {canon.actor(name): None for name in _names(verifiers, canon)}


def _names(verifiers: Iterable[nodes.Verifier], canon: Canon) -> Iterator[str]:
    for verifier in verifiers:
        for actor in verifier.actors:
            known = canon.names.actor(actor.text)
            yield known.name if known else actor.text


def _kind(name: str) -> Kind:
    if name.startswith("limits by"):
        return "limit"
    if name in _CHECKING:
        return "verifier" if name == "verified by" else "access"
    return _KINDS.get(name, "label")


def _line(line: nodes.Label | None) -> str:
    if line is None:
        return "nothing"
    text = " ".join(written(line.value).split())
    return f"`{line.name}: {text}`"


def _both(one: nodes.Label | None, other: nodes.Label | None) -> str:
    """Return what became what; of what is written alike, that it means another clause or name."""
    before, after = _line(one), _line(other)
    if before == after:
        return f"{after}, which means something else now"
    return f"{before} → {after}"


def _state(line: nodes.Label | None, facts: Facts) -> str:
    """Return whether a label says something firm, something open, or is silent."""
    if line is None or isinstance(line.value, nodes.Silence):
        return "silent"
    is_open = any(True for _ in open_words(line.value, facts.reading.names))
    return "open" if is_open else "firm"


def _strength(lines: _ByName) -> str:
    """Return how a sentence is verified of which nobody asks that it be: by somebody, or not."""
    line = next(iter(lines.get("verified by", ())), None)
    if line is None or isinstance(line.value, nodes.Silence):
        return "none"
    values = [access.value for access in lines.get("access", ())]
    gated = any(
        isinstance(value, nodes.Name) and value.text in {"by consent", "agreed sites"}
        for value in values
    )
    return "consent-gated" if gated else "named"


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


def _term(value: nodes.Value) -> float | None:
    """Return the most days of a term or between two times; without limit is more than any."""
    match value:
        case nodes.WithoutLimit():
            return float("inf")
        case nodes.Period():
            return days_of(value)[1]
        case _:
            return None


def _later(*, later: bool) -> str:
    return "later" if later else "earlier"


def _listed(line: nodes.Label | None, canon: Canon) -> dict[object, str]:
    if line is None or isinstance(line.value, nodes.Silence):
        return {}
    return {canon.value(each): written(each) for each in nodes.values_of(line.value)}
