"""Names that a text declares and nobody uses, as slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.model.names import Names, bare, called, headed
from clausecheck.model.resolve import blocks_of
from clausecheck.model.walk import walk
from clausecheck.syntax.slip import Slip

_Owner = tuple[str, str]
"""What kind of name, and the name."""


def unused(declaration: nodes.Declaration, names: Names) -> Iterator[Slip]:
    """Yield the names that a text declares and never uses."""
    forms = [
        *((name.name, ("term", name.name)) for name in names.definitions.values()),
        *((name.name, ("event", name.name)) for name in names.events.values()),
        *((actor.name, ("actor", actor.name)) for actor in names.actors.values()),
        *((actor.title, ("actor", actor.name)) for actor in names.actors.values()),
        *((text, ("actor", name)) for name, text in _called(declaration) if text),
    ]
    words = tuple(_words(declaration))
    used = _used(forms, words)
    for definition in names.definitions.values():
        if ("term", definition.name) not in used:
            what = f"`{definition.name}` is defined and never used"
            yield Slip("unused-name", definition.span, what, "use it, or leave the definition out")
    for event in names.events.values():
        if ("event", event.name) not in used:
            what = f"the event `{event.name}` is never referred to"
            yield Slip("unused-name", event.span, what, "refer to it, or leave it out")
    spoken_of = not _SIDES.isdisjoint(words)
    for actor in names.actors.values():
        if actor.kind == "side" and spoken_of:
            continue  # "each side shall" is about those declared
        passive = actor.kind in {"actor", "guarantor", "side", "body"}
        if passive and actor.span is not None and ("actor", actor.name) not in used:
            what = f"`{actor.name}` is declared and never mentioned"
            yield Slip("unused-name", actor.span, what, "give it a part, or leave it out", "info")


_SIDES = frozenset({"side", "sides"})


def _called(declaration: nodes.Declaration) -> Iterator[tuple[str, str]]:
    """Yield those declared with what they are `also called:`, which names them without using it."""
    for block in blocks_of(declaration):
        for heading, labels in headed(block):
            if heading.name is not None:
                yield from ((heading.name.text, text) for _, text in called(labels))


def _used(forms: Iterable[tuple[str, _Owner]], words: Sequence[str]) -> frozenset[_Owner]:
    """Return whose forms occur among the words, which are in small letters."""
    owners: dict[tuple[str, ...], list[_Owner]] = {}
    reach: dict[str, int] = {}
    for form, owner in forms:
        split = tuple(form.lower().split())
        owners.setdefault(split, []).append(owner)
        for first in _inflections(split[0]) if len(split) == 1 else split[:1]:
            reach[first] = max(len(split), reach.get(first, 0))
    used: set[_Owner] = set()
    for start, word in enumerate(words):
        for length in range(reach.get(word, 0), 0, -1):
            *before, last = words[start : start + length]
            singular = f"{last.removesuffix('ies')}y"
            for stem in (
                last, bare(last), last.removesuffix("s"), last.removesuffix("es"), singular,
            ):  # fmt: skip
                used.update(owners.get((*before, stem), ()))
    return frozenset(used)


def _inflections(word: str) -> tuple[str, ...]:
    return (word, f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies", f"{word}'s", f"{word}’s")


_SAYING = frozenset({nodes.Word, nodes.Words, nodes.Name, nodes.Quoted, nodes.Text})


def _words(declaration: nodes.Declaration) -> Iterator[str]:
    """Yield every word outside headings, in small letters and without the signs round it."""
    headings: set[int] = set()
    for block in blocks_of(declaration):
        below = (block.heading.members, block.items, block.acceptances)
        for node in (each for content in below for each in walk(content)):
            kind = type(node)
            if kind is nodes.Heading:
                headings |= {id(node.name), id(node.title)}
            elif kind is nodes.Label and node.name == "also called":
                headings.update(map(id, walk(node.value)))
            elif kind in _SAYING and id(node) not in headings:
                for word in node.text.lower().split():
                    yield word.strip("“”\"'().,;:>!?")
