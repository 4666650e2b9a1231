"""What changed in the head: its lines, of which some bind all, and who may leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.moments import days_of
from clausecheck.changes import SAME, Change, Direction, Effect, How, Kind, Row, What
from clausecheck.compare.around.declarations import line_changed, passage, value_of
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.lines import Beside
from clausecheck.compare.ground.units import REMARKS
from clausecheck.compare.labelled.moved import is_within, term_of
from clausecheck.compare.labelled.times import enters_into_force
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.reading import head_of
from clausecheck.notes import listed
from clausecheck.values import evolve, frozen

_OF_THE_DRAFT = frozenset({"status", "draft"})
"""Labels of the head that tell how far a text has come, and not what it says."""
_STANDING = frozenset({"ratification", "endorsement"})
_BETWEEN_PARTIES = frozenset({"disputes", "review"})
"""What the parties owe each other once they are at odds, or time has passed."""
_SETTLED = ("treaty", "executive agreement", "military agreement")
_ALL_AGREE = frozenset({"consensus", "unanimity", "unanimous"})
_EVERYBODY = frozenset({"any party", "each party", "either party", "all parties", "either side"})


@frozen
class _Leaving:
    """Who may leave, and with how many days' notice; of no notice it is not said."""

    who: tuple[str, ...]
    notice: tuple[int, int] | None = None


@define
class Heads:
    """The heads of two texts."""

    base: Facts
    other: Facts
    mine: Canon
    theirs: Canon

    def row(self) -> Row | None:
        """Return what changed; None where nothing did."""
        heads = _head_block(self.base), _head_block(self.other)
        mine, theirs = (
            () if block is None else (passage("head", block.heading.span),) for block in heads
        )
        before, after = (
            {line.name: line for line in reversed(facts.reading.head.lines)}
            for facts in (self.base, self.other)
        )
        changes = [*self._title(*heads)]
        for name in dict.fromkeys((*reversed(before), *reversed(after))):
            if name in REMARKS | _OF_THE_DRAFT:
                continue
            one, two = before.get(name), after.get(name)
            if any(
                line is None and _is_broken(head)
                for line, head in zip((one, two), heads, strict=True)
            ):
                continue  # it may be the line that could not be read
            if value_of(one, self.mine) != value_of(two, self.theirs):
                changes += self._line(name, one, two)
        same = all(change.kind in SAME for change in changes)
        how: How = "reworded" if same else "changed"
        effects = tuple(self._effects(before.get("amendment"), after.get("amendment")))
        return Row(how, mine, theirs, tuple(changes), None, effects) if changes else None

    def _effects(self, one: nodes.Label | None, two: nodes.Label | None) -> Iterator[Effect]:
        """Yield who can no longer stop that the text is amended, or can now."""
        ways = [
            set(written(line.value).lower().split()) if line is not None else set()
            for line in (one, two)
        ]
        parties = tuple(map(self.mine.actor, self.base.reading.names.parties))
        for gone, (before, after) in ((True, ways), (False, ways[::-1])):
            if before & _ALL_AGREE and "majority" in after and not after & _ALL_AGREE:
                what: What = "loses a veto" if gone else "gains a veto"
                yield Effect(what, line_changed(one, two), parties)

    def _title(self, one: nodes.Block | None, two: nodes.Block | None) -> Iterator[Change]:
        if one is None or two is None:
            return
        for what, before, after in (
            ("kind of text", one.heading.word, two.heading.word),
            ("title", self.base.reading.title, self.other.reading.title),
        ):
            if self.mine.free(before or "") != self.theirs.free(after or ""):
                text = f"{what}: `{before}` → `{after}`"
                yield Change("head", "other", text, one.heading.span, two.heading.span)

    def _line(
        self, name: str, one: nodes.Label | None, two: nodes.Label | None
    ) -> Iterator[Change]:
        spans = one.span if one else None, two.span if two else None
        text = line_changed(one, two)
        leaving = list(self._leaving(one, two)) if name == "exit" else []
        same = one is not None and two is not None and self._say_as_much(name, one, two)
        for direction, who, words in leaving:
            yield Change("head", direction, f"{words}: {text}", *spans, who)
        if leaving:
            return
        direction = "other"
        if name in _STANDING:
            direction = self._of_standing(name, one, two)
        elif name in _BETWEEN_PARTIES:
            stated = (facts.reading.head.stated(name) for facts in (self.base, self.other))
            direction = _compared(*stated)
        elif name == "form":
            direction = _compared(self.base.form in _SETTLED, self.other.form in _SETTLED)
        elif name == "entry into force":
            direction, text = self._of_entry(one, two, text)
        elif name == "duration" and one is not None and two is not None:
            direction = _of_terms(one, two)
        kind: Kind = "reworded" if same else "head"
        if name == "amendment" and any(self._effects(one, two)):
            kind = "consent"
        yield Change(kind, direction, text, *spans)

    def _of_entry(
        self, one: nodes.Label | None, two: nodes.Label | None, text: str
    ) -> tuple[Direction, str]:
        """Return what it does that a text begins to bind on another day, and the words for it."""
        nobody: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
        beside = Beside(self.base, self.other, self.mine, self.theirs, nobody)
        moved = enters_into_force(one, two, beside)
        if moved is None:
            return "other", text
        way, by = moved
        return "weaker" if way == "later" else "stronger", f"begins to bind {by}: {text}"

    def _say_as_much(self, name: str, one: nodes.Label, two: nodes.Label) -> bool:
        """Tell whether lines differ in nothing but their units, or in who everybody is called."""
        if name == "exit":
            before = _leavers(one, self.base, self.mine)
            if before is not None and before == _leavers(two, self.other, self.theirs):
                return True
        values = [
            evolve(canon, measuring=True).value(line.value)
            for canon, line in ((self.mine, one), (self.theirs, two))
        ]
        return values[0] == values[1]

    def _of_standing(
        self, name: str, one: nodes.Label | None, two: nodes.Label | None
    ) -> Direction:
        """Return whether a text has less behind it at home: of nobody, or of fewer than it had."""
        stated = self.base.reading.head.stated(name), self.other.reading.head.stated(name)
        if stated != (True, True):
            return _compared(*stated)
        before, after = _approvals(one, self.mine), _approvals(two, self.theirs)
        if before < after or after < before:
            return _compared(after < before, before < after)
        return "other"

    # ── Leaving ──

    def _leaving(
        self, one: nodes.Label | None, two: nodes.Label | None
    ) -> Iterator[tuple[Direction, tuple[str, ...], str]]:
        """Yield who may leave no longer, or as well; or must say so sooner, or later."""
        before, after = _leavers(one, self.base, self.mine), _leavers(two, self.other, self.theirs)
        if before is None or after is None:
            return
        gone = tuple(who for who in before.who if who not in after.who)
        new = tuple(who for who in after.who if who not in before.who)
        if gone:
            yield "stronger", gone, f"{listed(gone)} may leave no longer"
        if new:
            yield "weaker", new, f"{listed(new)} may leave now"
        both = tuple(who for who in before.who if who in after.who)
        if gone or new or before.notice is None or after.notice is None:
            return
        if not is_within(before.notice, after.notice):
            longer = after.notice > before.notice
            words = f"{'longer' if longer else 'shorter'} notice before one leaves"
            yield "stronger" if longer else "weaker", both, words


def _leavers(line: nodes.Label | None, facts: Facts, canon: Canon) -> _Leaving | None:
    """Return who may leave; None where the line leaves it to something else, or is not there."""
    if line is None:
        return None
    if isinstance(line.value, nodes.Silence):
        return _Leaving(()) if line.value.kind == "none" else None
    who: dict[str, None] = {}
    notice = None
    everybody = tuple(map(canon.actor, facts.reading.names.parties))
    for value in nodes.values_of(line.value):
        actor = facts.reading.names.actor(value.text) if isinstance(value, nodes.Name) else None
        if isinstance(value, nodes.Notice):
            notice = days_of(value.period)
        elif actor is not None:
            who.update(dict.fromkeys(canon.everybody((actor.name,))))
        elif isinstance(value, nodes.Name) and value.text.lower() in _EVERYBODY:
            who.update(dict.fromkeys(everybody))
        else:
            return None
    return _Leaving(tuple(who) or everybody, notice)


def _of_terms(one: nodes.Label, two: nodes.Label) -> Direction:
    """Return what it does that a text is to last longer, or shorter."""
    before, after = term_of(one.value), term_of(two.value)
    if before is None or after is None or is_within(before, after):
        return "other"
    return "stronger" if after > before else "weaker"


def _approvals(line: nodes.Label | None, canon: Canon) -> frozenset[object]:
    values = nodes.values_of(line.value) if line is not None else ()
    return frozenset(map(canon.value, values))


def _compared(before: bool, after: bool) -> Direction:  # noqa: FBT001 - a pair of facts
    return "other" if before == after else "stronger" if after else "weaker"


def _is_broken(head: nodes.Block | None) -> bool:
    return head is not None and head.broken


def _head_block(facts: Facts) -> nodes.Block | None:
    blocks = (b for b in facts.reading.declaration.blocks if isinstance(b, nodes.Block))
    return head_of(blocks)


def remarks(heads: Heads) -> Iterator[str]:
    """Yield the labels of the head in which only the encoder speaks, and that changed."""
    before, after = (
        {line.name: line for line in facts.reading.head.lines}
        for facts in (heads.base, heads.other)
    )
    for name in dict.fromkeys((*before, *after)):
        if name in REMARKS | _OF_THE_DRAFT:
            one, two = before.get(name), after.get(name)
            if value_of(one, heads.mine) != value_of(two, heads.theirs):
                yield f"head: {name}"
