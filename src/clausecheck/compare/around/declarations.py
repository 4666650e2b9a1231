"""What a text declares: who, which bodies and events, what words mean; and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from clausecheck.analyses.facts import Facts
from clausecheck.changes import Change, Effect, Passage, Row, What
from clausecheck.compare.around.uses import Meant, Uses, Way
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.compare.ground.units import REMARKS
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import TITLES
from clausecheck.notes import listed, some
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

_NAMED = ("party", "guarantor", "actor", "side", "body", "define", "event")
_COVERING = ("means", "includes")
_MOST_USES = 6
_VETOES = frozenset({"consensus", "unanimity"})


@frozen
class Declared:
    """Somebody or something that a text declares, by its name there."""

    word: str
    name: str
    span: Span
    title: str
    lines: tuple[nodes.Label, ...]
    quoted: tuple[nodes.Quoted, ...]
    members: tuple[str, ...] = ()
    """Of a side, as its heading names them."""
    broken: bool = False
    """Whether a line there could not be read, so that one that is missing may be that one."""


def declarations(facts: Facts, canon: Canon) -> Mapping[tuple[str, str], Declared]:
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
            members = tuple(each.text for each in heading.members)
            declared = Declared(
                word, _written(heading), heading.span, title, lines, own, members, block.broken
            )
            found.setdefault((kind, name), declared)
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


def meanings_changed(base: Facts, other: Facts, mine: Canon, theirs: Canon) -> Mapping[str, Meant]:
    """Return the terms that both texts define, and otherwise, by the base's name."""
    befores, afters = declarations(base, mine), declarations(other, theirs)
    found: dict[str, Meant] = {}
    for (kind, name), one in befores.items():
        two = afters.get((kind, name))
        if kind == "define" and two is not None:
            meant = _meant(one, two, mine, theirs)
            if meant is not None:
                found[name] = meant
    return found


def _meant(one: Declared, two: Declared, mine: Canon, theirs: Canon) -> Meant | None:
    """Return which way a meaning changed; None where it did not.

    A list that is open now covers what it did, and may cover more.
    """
    if one.broken or two.broken:
        return None
    before, after = (
        {line.name: line for line in of.lines if line.name not in REMARKS} for of in (one, two)
    )
    quotes = [
        tuple(canon.value(each) for each in of.quoted) for of, canon in ((one, mine), (two, theirs))
    ]
    values = [
        {name: canon.value(line.value) for name, line in lines.items()}
        for lines, canon in ((before, mine), (after, theirs))
    ]
    if values[0] == values[1] and quotes[0] == quotes[1]:
        return None
    lists = [next((line for name, line in of.items()), None) for of in (before, after)]
    old, new = lists
    plain = len(before) == len(after) == 1 and quotes[0] == quotes[1]
    if not plain or old is None or new is None or {old.name, new.name} - {*_COVERING}:
        return Meant("otherwise", "something else")
    gone, added, shared = _covered(old, new, mine, theirs)
    opened = _COVERING.index(new.name) - _COVERING.index(old.name)
    ways: set[Way] = {"less"} if gone or opened < 0 else set()
    ways |= {"more"} if added or opened > 0 else set()
    if len(ways) != 1 or not shared:
        return Meant("otherwise", "something else")
    told = [f"no longer {listed(gone)}"] if gone else []
    told += [f"also {listed(added)}"] if added else []
    told += ["its list is open now" if opened > 0 else "its list is closed now"] if opened else []
    return Meant(ways.pop(), " and ".join(told))


def _covered(
    one: nodes.Label, two: nodes.Label, mine: Canon, theirs: Canon
) -> tuple[list[str], list[str], bool]:
    """Return what a list has no longer and what it has as well; and whether it kept anything."""
    before, after = (
        {canon.value(each): written(each) for each in nodes.values_of(line.value)}
        for line, canon in ((one, mine), (two, theirs))
    )
    gone = [f"`{text}`" for key, text in before.items() if key not in after]
    new = [f"`{text}`" for key, text in after.items() if key not in before]
    return gone, new, bool(before.keys() & after.keys())


@frozen
class Declarations:
    """What two texts declare, and where they use it."""

    facts: tuple[Facts, Facts]
    canons: tuple[Canon, Canon]
    uses: Uses

    def rows(self) -> Iterator[Row]:
        """Yield what is declared no longer, newly or otherwise."""
        before, after = map(declarations, self.facts, self.canons)
        for key in dict.fromkeys((*before, *after)):
            one, two = before.get(key), after.get(key)
            mine = (passage(f"{one.word} {one.name}", one.span),) if one else ()
            theirs = (passage(f"{two.word} {two.name}", two.span),) if two else ()
            if one is None and two is not None:
                change = Change("declared", "other", _with_lines("declared", two), None, two.span)
                yield Row("added", mine, theirs, (change,))
            elif two is None and one is not None:
                text = _with_lines("no longer declared", one)
                yield Row("removed", mine, theirs, (Change("declared", "other", text, one.span),))
            elif one and two and (changes := tuple(self._within(one, two))):
                told = self._with_uses(key, changes)
                yield Row("changed", mine, theirs, told, None, tuple(self._effects(one, two)))

    def _with_uses(self, key: tuple[str, str], changes: tuple[Change, ...]) -> tuple[Change, ...]:
        places = self.uses.of(*key)
        where = f" (used in {some(places, _MOST_USES)})" if places else ""
        return tuple(
            evolve(change, message=f"{change.message}{where}", reaches=places) for change in changes
        )

    def _within(self, one: Declared, two: Declared) -> Iterator[Change]:
        spans = one.span, two.span
        if one.word != two.word:
            text = f"{_a(one.word)} became {_a(two.word)}"
            yield Change("declared", "other", text, *spans)
        if one.word == two.word != "define" and one.title.lower() != two.title.lower():
            text = f"another full name: `{one.title}` → `{two.title}`"
            yield Change("declared", "other", text, *spans)
        yield from self._members_changed(one, two)
        for old, new in self._lines(one, two):
            places = old.span if old else spans[0], new.span if new else spans[1]
            text = self._listed(old, new) or line_changed(old, new)
            yield Change("declared", "other", text, *places)
        quotes = [
            tuple(canon.value(each) for each in of.quoted)
            for of, canon in zip((one, two), self.canons, strict=True)
        ]
        if quotes[0] != quotes[1]:
            yield Change("declared", "other", "the quoted words changed", *spans)

    def _members_changed(self, one: Declared, two: Declared) -> Iterator[Change]:
        """Yield who is on a side no longer, or as well."""
        before, after = (
            canon.everybody(of.members) for of, canon in zip((one, two), self.canons, strict=True)
        )
        told = [
            f"{listed(names)} {what}"
            for what, these, those in (
                ("no longer on it", before, after),
                ("on it now", after, before),
            )
            if (names := [each for each in these if each not in those])
        ]
        if told:
            yield Change("declared", "other", listed(told), one.span, two.span)

    def _lines(
        self, one: Declared, two: Declared
    ) -> Iterator[tuple[nodes.Label | None, nodes.Label | None]]:
        """Yield the lines that say something else, with those in whose place they stand."""
        before = {line.name: line for line in one.lines if line.name not in REMARKS}
        after = {line.name: line for line in two.lines if line.name not in REMARKS}
        for name in dict.fromkeys((*before, *after)):
            old, new = before.get(name), after.get(name)
            if (old is None and one.broken) or (new is None and two.broken):
                continue
            if value_of(old, self.canons[0]) != value_of(new, self.canons[1]):
                yield old, new

    def _listed(self, one: nodes.Label | None, two: nodes.Label | None) -> str:
        """Return what a definition covers no longer, or as well; empty where both share nothing."""
        if one is None or two is None or one.name not in _COVERING:
            return ""
        gone, new, shared = _covered(one, two, *self.canons)
        if not shared:
            return ""
        told = [f"no longer {listed(gone)}"] if gone else []
        told += [f"also {listed(new)}"] if new else []
        return f"`{one.name}:` {'; '.join(told)}"

    def _effects(self, one: Declared, two: Declared) -> Iterator[Effect]:
        """Yield who has a veto or a say in a body or over an event no longer, or newly."""
        for old, new in self._lines(one, two):
            name = old.name if old is not None else new.name if new is not None else ""
            told = line_changed(old, new)
            what: tuple[What, What] = ("loses a say", "gains a say")
            if name in {"members", "certified by"}:
                before, after = _named(old, self.canons[0]), _named(new, self.canons[1])
                gone = tuple(who for who in before if who not in after)
                added = tuple(who for who in after if who not in before)
            elif name == "decides by":
                before, after = self._members(one, 0), self._members(two, 1)
                both = tuple(who for who in before if who in after)
                what = ("loses a veto", "gains a veto")
                vetoes = [_is_veto(line) for line in (old, new)]
                gone = both if vetoes == [True, False] else ()
                added = both if vetoes == [False, True] else ()
            else:
                continue
            if gone:
                yield Effect(what[0], told, gone)
            if added:
                yield Effect(what[1], told, added)

    def _members(self, of: Declared, side: int) -> tuple[str, ...]:
        line = next((line for line in of.lines if line.name == "members"), None)
        return _named(line, self.canons[side])


def _named(line: nodes.Label | None, canon: Canon) -> tuple[str, ...]:
    """Return the actors that a line names, as the base calls them."""
    values = nodes.values_of(line.value) if line is not None else ()
    names = [value.actor if isinstance(value, nodes.Member) else value for value in values]
    found = (canon.named(name) for name in names if isinstance(name, nodes.Name))
    return tuple(dict.fromkeys(who for named in found for who in named))


def _is_veto(line: nodes.Label | None) -> bool:
    return line is not None and isinstance(line.value, nodes.Name) and line.value.text in _VETOES


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _with_lines(text: str, declared: Declared) -> str:
    lines = [_line(line) for line in declared.lines]
    return f"{text}: {listed(lines)}" if lines else text


def passage(place: str, span: Span) -> Passage:
    """Return what stands around the clauses as a reader is shown it."""
    return Passage(place, span, "")


def value_of(line: nodes.Label | None, canon: Canon) -> Value:
    """Return what a line says; None where there is none."""
    return None if line is None else canon.value(line.value)


def line_changed(one: nodes.Label | None, two: nodes.Label | None) -> str:
    """Return what became of a line in words."""
    if one is None or two is None:
        text = "added" if one is None else "dropped"
        return f"{text}: {_line(two if one is None else one)}"
    return f"{_line(one)} → {_line(two)}"


def _line(line: nodes.Label | None) -> str:
    return f"`{line.name}: {' '.join(written(line.value).split())}`" if line else ""
