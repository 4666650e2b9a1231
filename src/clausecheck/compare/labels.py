"""What changed in the labelled lines that bind a sentence, and which way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.moments import CALENDAR, When, day_range, days_of
from clausecheck.analyses.times import open_words
from clausecheck.analyses.verification import LADDER
from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.canon import Canon
from clausecheck.compare.sentences import listed, toward
from clausecheck.compare.units import REMARKS, Unit
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.walk import walk
from clausecheck.source import Span

_DUE = ("on", "by", "before")
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
    "judged by": "condition",
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
        before, after = _by_name(self.one), _by_name(self.other)
        mine = {name: self.beside.mine.value(line.value) for name, line in before.items()}
        theirs = {name: self.beside.theirs.value(line.value) for name, line in after.items()}
        changed = [
            name
            for name in dict.fromkeys((*before, *after))
            if mine.get(name) != theirs.get(name) and name not in REMARKS
        ]
        due = [name for name in changed if name in _DUE or name == "target"]
        if due:
            yield from self._deadline(before, after, due)
        yield from self._checked(before, after, [name for name in changed if name in _CHECKING])
        for name in changed:
            if name not in due and name not in _CHECKING:
                yield from self._other(name, before.get(name), after.get(name))

    # ── When ──

    def _deadline(
        self,
        before: Mapping[str, nodes.Label],
        after: Mapping[str, nodes.Label],
        due: Sequence[str],
    ) -> Iterator[Change]:
        """Yield what became of the days by which something is due.

        One that stands under another label is held against the one that it took the place of.
        """
        mine = [before[name] for name in due if name in before]
        theirs = [after[name] for name in due if name in after]
        for number in range(max(len(mine), len(theirs))):
            one = mine[number] if number < len(mine) else None
            other = theirs[number] if number < len(theirs) else None
            yield self._due(one, other)

    def _due(self, one: nodes.Label | None, other: nodes.Label | None) -> Change:
        old, new = _state(one, self.beside.base), _state(other, self.beside.other)
        words = f"{_line(one)} → {_line(other)}"
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

    def _checked(
        self, before: Mapping[str, nodes.Label], after: Mapping[str, nodes.Label], names: list[str]
    ) -> Iterator[Change]:
        """Yield how verification changed; how strong it is counts more than how it is said."""
        old = self.beside.strengths[0].get(self.one.number) or _strength(before)
        new = self.beside.strengths[1].get(self.other.number) or _strength(after)
        one, other = before.get("verified by"), after.get("verified by")
        ranks = LADDER.index(old), LADDER.index(new)
        if ranks[0] != ranks[1]:
            direction: Direction = "weaker" if ranks[1] < ranks[0] else "stronger"
            weak = {"none", "adjective"}
            what = (
                "verifier dropped"
                if new in weak and old not in weak
                else "verifier added"
                if old in weak and new not in weak
                else f"verification {direction}"
            )
            shown = f": {old} → {new}"
            if one is not None and other is None:
                shown = f": {_line(one)}"
            elif other is not None and one is None:
                shown = f": {_line(other)}"
            yield self._change(
                "verifier",
                direction,
                what + shown,
                one or before.get("access"),
                other or after.get("access"),
            )
            names = [name for name in names if name not in {"verified by", "access"}]
        for name in names:
            yield from self._other(name, before.get(name), after.get(name))

    # ── The rest ──

    def _other(
        self, name: str, one: nodes.Label | None, other: nodes.Label | None
    ) -> Iterator[Change]:
        if name == "except":
            yield self._exception(one, other)
            return
        kind = _kind(name)
        called = _CONDITIONS.get(name)
        words = f"{_line(one)} → {_line(other)}"
        if one is None or other is None:
            added = one is None
            line = _line(other if added else one)
            text = f"{called} " if called else ""
            text += f"{'added' if added else 'dropped'}: {line}"
            yield self._change(kind, self._of_presence(name, added=added), text, one, other)
            return
        if kind in {"time", "term", "rhythm"}:
            change = self._length(kind, one, other, words)
            if change is not None:
                yield change
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


def _by_name(unit: Unit) -> Mapping[str, nodes.Label]:
    found: dict[str, nodes.Label] = {}
    for line in unit.labels.lines:
        found.setdefault(line.name, line)
    return found


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


def _state(line: nodes.Label | None, facts: Facts) -> str:
    """Return whether a label says something firm, something open, or is silent."""
    if line is None or isinstance(line.value, nodes.Silence):
        return "silent"
    is_open = any(True for _ in open_words(line.value, facts.reading.names))
    return "open" if is_open else "firm"


def _strength(lines: Mapping[str, nodes.Label]) -> str:
    """Return how a sentence is verified of which nobody asks that it be: by somebody, or not."""
    line = lines.get("verified by")
    if line is None or isinstance(line.value, nodes.Silence):
        return "none"
    access = lines.get("access")
    value = access.value if access is not None else None
    gated = isinstance(value, nodes.Name) and value.text in {"by consent", "agreed sites"}
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
        case nodes.Frequency() if value.every is not None:
            return days_of(value.every)[1]
        case _:
            return None


def _later(*, later: bool) -> str:
    return "later" if later else "earlier"


def _listed(line: nodes.Label | None, canon: Canon) -> dict[object, str]:
    if line is None or isinstance(line.value, nodes.Silence):
        return {}
    value = line.value
    values = value.values if isinstance(value, nodes.Listed) else (value,)
    return {canon.value(each): written(each) for each in values}
