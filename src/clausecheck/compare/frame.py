"""What changed around the clauses: the head, those whom a text names, what it accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from attrs import define

from clausecheck.analyses.acceptances import standing
from clausecheck.analyses.facts import Facts
from clausecheck.changes import Change, Direction, Passage, Row
from clausecheck.compare.canon import Canon, Value
from clausecheck.compare.units import REMARKS
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import TITLES, head_of
from clausecheck.notes import listed
from clausecheck.source import Source, Span
from clausecheck.values import frozen

_NAMED = ("party", "guarantor", "actor", "side", "body", "define", "event")
_COVERING = frozenset({"means", "includes"})
_OF_THE_DRAFT = frozenset({"status", "draft"})
"""Labels of the head that tell how far a text has come, and not what it says."""
_STANDING = frozenset({"ratification", "endorsement"})
_SETTLED = ("treaty", "executive agreement", "military agreement")


@frozen
class Declared:
    """Somebody or something that a text declares, by its name there."""

    word: str
    name: str
    span: Span
    title: str
    lines: tuple[nodes.Label, ...]
    quoted: tuple[nodes.Quoted, ...]


@frozen
class _Accepted:
    """What a text accepts on record, and on which terms."""

    span: Span
    because: str
    terms: Value


@define
class Frames:
    """Two texts as far as they stand around the clauses."""

    base: Facts
    other: Facts
    mine: Canon
    theirs: Canon
    sources: tuple[Source, Source]

    def rows(self) -> Iterator[Row]:
        """Yield what changed, the head first."""
        head = self._head()
        if head is not None:
            yield head
        yield from self._declared()
        yield from self._accepted()

    # ── The head ──

    def _head(self) -> Row | None:
        heads = _head_block(self.base), _head_block(self.other)
        mine, theirs = (
            () if block is None else (_passage("head", block.heading.span),) for block in heads
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
            if _value(one, self.mine) != _value(two, self.theirs):
                changes.append(self._line(name, one, two))
        return Row("changed", mine, theirs, tuple(changes)) if changes else None

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

    def _line(self, name: str, one: nodes.Label | None, two: nodes.Label | None) -> Change:
        direction: Direction = "other"
        if name in _STANDING:
            ranks = self.base.reading.head.stated(name), self.other.reading.head.stated(name)
            direction = _compared(*ranks)
        elif name == "form":
            direction = _compared(self.base.form in _SETTLED, self.other.form in _SETTLED)
        return Change(
            "head",
            direction,
            _told(one, two),
            one.span if one else None,
            two.span if two else None,
        )

    # ── Names ──

    def _declared(self) -> Iterator[Row]:
        before = _declared(self.base, self.mine)
        after = _declared(self.other, self.theirs)
        for key in dict.fromkeys((*before, *after)):
            one, two = before.get(key), after.get(key)
            mine = (_passage(f"{one.word} {one.name}", one.span),) if one else ()
            theirs = (_passage(f"{two.word} {two.name}", two.span),) if two else ()
            if one is None and two is not None:
                change = Change("declared", "other", _with_lines("declared", two), None, two.span)
                yield Row("added", mine, theirs, (change,))
            elif two is None and one is not None:
                text = _with_lines("no longer declared", one)
                yield Row("removed", mine, theirs, (Change("declared", "other", text, one.span),))
            elif one and two and (changes := tuple(self._within(one, two))):
                yield Row("changed", mine, theirs, changes)

    def _within(self, one: Declared, two: Declared) -> Iterator[Change]:
        spans = one.span, two.span
        if one.word != two.word:
            text = f"{_a(one.word)} became {_a(two.word)}"
            yield Change("declared", "other", text, *spans)
        if one.word == two.word != "define" and one.title.lower() != two.title.lower():
            text = f"another full name: `{one.title}` → `{two.title}`"
            yield Change("declared", "other", text, *spans)
        before = {line.name: line for line in one.lines if line.name not in REMARKS}
        after = {line.name: line for line in two.lines if line.name not in REMARKS}
        for name in dict.fromkeys((*before, *after)):
            old, new = before.get(name), after.get(name)
            if _value(old, self.mine) != _value(new, self.theirs):
                places = old.span if old else spans[0], new.span if new else spans[1]
                text = self._listed(old, new) or _told(old, new)
                yield Change("declared", "other", text, *places)
        quotes = [
            tuple(canon.value(each) for each in of.quoted)
            for of, canon in ((one, self.mine), (two, self.theirs))
        ]
        if quotes[0] != quotes[1]:
            yield Change("declared", "other", "the quoted words changed", *spans)

    def _listed(self, one: nodes.Label | None, two: nodes.Label | None) -> str:
        """Return what a definition covers no longer, or as well; empty where both share nothing."""
        if one is None or two is None or one.name not in _COVERING:
            return ""
        before, after = (
            {canon.value(each): written(each) for each in nodes.values_of(line.value)}
            for line, canon in ((one, self.mine), (two, self.theirs))
        )
        gone = [f"`{text}`" for key, text in before.items() if key not in after]
        new = [f"`{text}`" for key, text in after.items() if key not in before]
        if not before.keys() & after.keys():
            return ""
        told = [f"no longer {listed(gone)}"] if gone else []
        told += [f"also {listed(new)}"] if new else []
        return f"`{one.name}:` {'; '.join(told)}"

    # ── Acceptances ──

    def _accepted(self) -> Iterator[Row]:
        before, after = _acceptances(self.base, self.mine), _acceptances(self.other, self.theirs)
        for key in dict.fromkeys((*before, *after)):
            one, two = before.get(key), after.get(key)
            place = f"accept {key[0]}"
            mine = (_passage(place, one.span),) if one else ()
            theirs = (_passage(place, two.span),) if two else ()
            spans = one.span if one else None, two.span if two else None
            where = f"in {key[1]}" if key[1] else "for the whole text"
            if one is None and two is not None:
                text = f"objection accepted on record {where}"
                text += f", because: {two.because}" if two.because else ""
                yield Row("added", mine, theirs, (Change("acceptance", "other", text, *spans),))
            elif two is None:
                text = f"objection no longer accepted {where}"
                yield Row("removed", mine, theirs, (Change("acceptance", "other", text, *spans),))
            elif one is not None and one.terms != two.terms:
                text = f"accepted on other terms {where}"
                yield Row("changed", mine, theirs, (Change("acceptance", "other", text, *spans),))


def remarks(frames: Frames) -> Iterator[str]:
    """Yield the labels of the head in which only the encoder speaks, and that changed."""
    before, after = (
        {line.name: line for line in facts.reading.head.lines}
        for facts in (frames.base, frames.other)
    )
    for name in dict.fromkeys((*before, *after)):
        if name in REMARKS | _OF_THE_DRAFT:
            one, two = _value(before.get(name), frames.mine), _value(after.get(name), frames.theirs)
            if one != two:
                yield f"head: {name}"


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _with_lines(text: str, declared: Declared) -> str:
    lines = [_line(line) for line in declared.lines]
    return f"{text}: {listed(lines)}" if lines else text


def _head_block(facts: Facts) -> nodes.Block | None:
    blocks = (b for b in facts.reading.declaration.blocks if isinstance(b, nodes.Block))
    return head_of(blocks)


def _passage(place: str, span: Span) -> Passage:
    return Passage(place, span, "")


def _value(line: nodes.Label | None, canon: Canon) -> Value:
    return None if line is None else canon.value(line.value)


def _compared(before: bool, after: bool) -> Direction:  # noqa: FBT001 - a pair of facts
    return "other" if before == after else "stronger" if after else "weaker"


def _told(one: nodes.Label | None, two: nodes.Label | None) -> str:
    if one is None or two is None:
        text = "added" if one is None else "dropped"
        return f"{text}: {_line(two if one is None else one)}"
    return f"{_line(one)} → {_line(two)}"


def _line(line: nodes.Label | None) -> str:
    return f"`{line.name}: {' '.join(written(line.value).split())}`" if line else ""


def _declared(facts: Facts, canon: Canon) -> Mapping[tuple[str, str], Declared]:
    """Return what the blocks declare, by kind and the base's name; of two the first."""
    found: dict[tuple[str, str], Declared] = {}
    for block in cast("tuple[nodes.Block, ...]", facts.reading.declaration.blocks):
        quoted = tuple(item for item in block.items if isinstance(item, nodes.Quoted))
        for heading, lines in headed(block):
            word = heading.word
            if word not in _NAMED or word in TITLES:
                continue
            name = _name(heading, canon)
            title = " ".join(heading.title.text.split()) if heading.title else ""
            own = quoted if heading is block.heading else ()
            kind = word if word in {"define", "event"} else "actor"
            found.setdefault(
                (kind, name), Declared(word, _written(heading), heading.span, title, lines, own)
            )
    return found


def _name(heading: nodes.Heading, canon: Canon) -> str:
    """Return what the base calls what a heading declares."""
    name = _written(heading)
    if heading.word == "define":
        return canon.known.terms.get(name, name)
    return canon.known.events.get(name, name) if heading.word == "event" else canon.actor(name)


def _written(heading: nodes.Heading) -> str:
    if heading.word == "define":
        return " ".join(heading.title.text.split()) if heading.title else ""
    return heading.name.text if heading.name else ""


def _acceptances(facts: Facts, canon: Canon) -> Mapping[tuple[str, str], _Accepted]:
    """Return what a text accepts, by rule and by the clause of the base for which it does."""
    found: dict[tuple[str, str], _Accepted] = {}
    for each in standing(facts.reading.declaration):
        acceptance = each.acceptance
        whole = acceptance.everywhere or each.clause is None
        place = "" if whole or each.clause is None else canon.number(each.clause)
        because = " ".join((acceptance.because or "").split())
        terms = (because, canon.value(acceptance.accepted_by), canon.value(acceptance.expires))
        found.setdefault((acceptance.rule, place), _Accepted(acceptance.span, because, terms))
    return found
