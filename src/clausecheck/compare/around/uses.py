"""Which clauses use what a text declares, and what becomes of them where its meaning changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import REMARKS, Unit, every_deed
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.sentences import Meaning, Mention
from clausecheck.model.walk import walk
from clausecheck.values import frozen

Key: TypeAlias = "tuple[str, str]"
"""What is declared, and its name in the base."""
Way: TypeAlias = Literal["less", "more", "otherwise"]


@frozen
class Meant:
    """Which way the meaning of a term changed, and what it covers no longer, or as well."""

    way: Way
    told: str


@frozen
class Uses:
    """The sentences of two texts by what they use."""

    before: Mapping[Key, tuple[str, ...]]
    after: Mapping[Key, tuple[str, ...]]

    def of(self, kind: str, name: str) -> tuple[str, ...]:
        """Return the numbers of the sentences that use it, in the base if any does there."""
        return self.before.get((kind, name)) or self.after.get((kind, name), ())


def uses(ones: Sequence[Unit], others: Sequence[Unit], readings: tuple[Reading, Reading]) -> Uses:
    """Return which sentences of two texts use what."""
    return Uses(_uses(ones, readings[0]), _uses(others, readings[1]))


def _uses(units: Sequence[Unit], reading: Reading) -> Mapping[Key, tuple[str, ...]]:
    found: dict[Key, dict[str, None]] = {}
    for unit in units:
        for key in _used(unit, reading):
            found.setdefault(key, {})[unit.number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def _used(unit: Unit, reading: Reading) -> Iterator[Key]:
    """Yield the terms, actors and events that a sentence speaks of or its labels name."""
    canon = unit.canon
    for who in unit.main.who.names if unit.main else ():
        yield "actor", canon.actor(who)
    for mention in _mentions(unit):
        if mention.defined is not None:
            yield "define", canon.known.terms.get(mention.defined, mention.defined)
        if mention.kind == "actor":
            yield "actor", canon.actor(mention.name)
    yield from (("define", name) for name in _lines_by_term(unit))
    for label in unit.labels.lines:
        for node in walk(label.value):
            actor = canon.names.actor(node.text) if isinstance(node, nodes.Name) else None
            if actor is not None:
                yield "actor", canon.actor(actor.name)
            if isinstance(node, nodes.Event):
                yield from (("event", canon.known.events.get(e, e)) for e in _events(node, reading))


def _events(node: nodes.Event, reading: Reading) -> Iterator[str]:
    """Yield an event's name, and of the entry into force the event by which it comes."""
    yield node.name.text
    line = next((each for each in reading.head.lines if each.name == node.name.text), None)
    if line is not None and isinstance(line.value, nodes.Event):
        yield line.value.name.text


def _mentions(unit: Unit) -> Iterator[Mention]:
    for meaning in unit.meanings:
        yield from meaning.subject
        for deed in every_deed(meaning.deeds):
            yield from deed.mentions


# ── Terms that mean something else ───────────────────────────────────────────────────────────────


def terms_changed(one: Unit, two: Unit, meant: Mapping[str, Meant]) -> Iterator[Change]:
    """Yield that a term which a sentence uses means less than it did, more, or something else.

    They are given by their names in the base.
    """
    before, after = dict(_terms(one)), dict(_terms(two))
    for name, use in before.items():
        if name in meant and name in after:
            way = meant[name].way
            became = "something else" if way == "otherwise" else f"{way}: {meant[name].told}"
            direction = _direction((use, after[name]), way)
            spans = use.at.span, after[name].at.span
            text = f"`{name}` means {became}"
            yield Change("declared", direction, text, *spans, one.parties)
    lines, others = _lines_by_term(one), _lines_by_term(two)
    for name, line in lines.items():
        if name in meant and name in others and name not in before and name not in after:
            yield _in_a_line(name, meant[name], (line, others[name]), (one, two))


def _lines_by_term(unit: Unit) -> Mapping[str, nodes.Label]:
    """Return the first line below a sentence that has each name, as the base calls it."""
    canon = unit.canon
    if not canon.names.definitions:
        return {}  # as in most texts
    found: dict[str, nodes.Label] = {}
    for line in unit.labels.lines:
        if line.name not in REMARKS:
            for name in _NAMED.findall(canon.free(written(line.value))):
                found.setdefault(name, line)
    return found


_NAMED = re.compile("<([^<>]+)>")
"""How a canon writes a name."""


def _in_a_line(
    name: str, changed: Meant, lines: tuple[nodes.Label, nodes.Label], units: tuple[Unit, Unit]
) -> Change:
    """Return that a term in a line means something else: what is excepted binds less, the more."""
    way = changed.way
    became = "something else" if way == "otherwise" else f"{way}: {changed.told}"
    mains = [unit.main for unit in units]
    ways = {
        toward(main, more=way == "less")
        for main in mains
        if main is not None and {line.name for line in lines} == {"except"}
    }
    direction = ways.pop() if len(ways) == 1 and way != "otherwise" else "other"
    text = f"`{name}`, in `{lines[1].name}:`, means {became}"
    return Change("declared", direction, text, lines[0].span, lines[1].span, units[0].parties)


@frozen
class _Use:
    """A term in a sentence: where it stands, as what, and what the sentence says of it."""

    at: Mention
    role: Literal["object", "place", "other"]
    meaning: Meaning


def _direction(of_both: tuple[_Use, _Use], way: Way) -> Direction:
    """Return what it does that a term covers less or more, if it does so in both texts.

    Of a place it cannot be told of a duty: one may withdraw from it, or patrol it.
    """
    if way == "otherwise":
        return "other"
    ways = {
        toward(use.meaning, more=way == "more")
        for use in of_both
        if use.role == "object" or (use.role == "place" and use.meaning.kind != "duty")
    }
    told = len(ways) == 1 and len({use.role for use in of_both}) == 1
    return ways.pop() if told else "other"


def _terms(unit: Unit) -> Iterator[tuple[str, _Use]]:
    """Yield the defined terms that a sentence uses, each where it stands first."""
    found: dict[str, _Use] = {}
    for meaning in unit.meanings:
        for deed in every_deed(meaning.deeds):
            for mention in deed.mentions:
                if mention.defined is None:
                    continue
                name = unit.canon.known.terms.get(mention.defined, mention.defined)
                if mention in deed.objects:
                    use = _Use(mention, "object", meaning)
                else:
                    use = _Use(mention, "place" if mention in deed.places else "other", meaning)
                found.setdefault(name, use)
    yield from found.items()
