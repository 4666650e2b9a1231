"""Things that a text explains, fills or ranks by themselves, directly or by way of others.

A word is defined by itself, a body is its own member, each of two clauses yields to the other:
whoever asks for the first thing of the row is sent round it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any, Literal

from clausecheck.analyses.terms import acts, is_one_of
from clausecheck.model import nodes
from clausecheck.model.names import Names, headed
from clausecheck.model.reading import Clause, Provision, Reading
from clausecheck.model.sentences.finding import annexes_in, text_of
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary
from clausecheck.vocabulary.inflection import units

What = Literal["defined", "member", "named", "yields", "own", "title", "annex", "itself"]
Links = Mapping[str, Mapping[str, Span]]
"""What each thing leads to, and where the text says so."""


@frozen
class Circle:
    """Things of which each leads to the next and the last to the first; `places` say so.

    `label` is the name of the line by which a clause names itself (`own`), or a text (`title`);
    what those do who do it for themselves (`itself`); of other circles it is empty.
    """

    what: What
    names: tuple[str, ...]
    places: tuple[Span, ...]
    label: str = ""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Circle, ...]:
    """Return such circles in text order; no two of one kind share a thing."""
    defined = {name: dict(found) for name, found in _defined(reading.names)}
    members, naming = _bodies(reading)
    own = {circle.places[0]: circle for circle in _own(reading)}
    found = (
        *(Circle("defined", *each) for each in circles(defined, reading.counted)),
        *(Circle("member", *each) for each in circles(members, reading.counted)),
        *(Circle("named", *each) for each in circles(naming, reading.counted)),
        *(Circle("yields", *each) for each in circles(_yielding(reading), reading.counted)),
        *own.values(),
        *_own_title(reading),
        *_own_annex(reading),
        *_for_themselves(reading, vocabulary),
    )
    return tuple(sorted(found, key=lambda circle: circle.places[0]))


_MOST_TOLD = 10
"""Circles of one kind that are looked for."""


def circles(
    links: Links, counted: Callable[[Span], Any]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, ...]]]:
    """Yield circles with the places of their links, first place first; no two share a thing.

    `counted` says which place comes first.
    """
    place = {(one, other): counted(at) for one, to in links.items() for other, at in to.items()}
    left: dict[str, list[str]] = {}
    for one, other in sorted(place, key=place.__getitem__):
        if other in links:
            left.setdefault(one, []).append(other)
    for _ in range(_MOST_TOLD):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            row: list[str] = list(reversed(error.args[1]))[:-1]  # it tells what is led to first
        else:
            return
        pairs = list(pairwise((*row, row[0])))
        first = min(range(len(row)), key=lambda at: place[pairs[at]])
        pairs = [*pairs[first:], *pairs[:first]]
        yield tuple(one for one, _ in pairs), tuple(links[one][other] for one, other in pairs)
        gone = frozenset(row)
        left = {
            name: [other for other in others if other not in gone]
            for name, others in left.items()
            if name not in gone
        }


# ── What a word means ────────────────────────────────────────────────────────────────────────────

_DETERMINERS = frozenset("a an any the each every all such".split())
_GOING_ON = frozenset(
    "against among at between by during for from in into of on over that to under which who with"
    " within".split()
)
"""Words after which an item says more of the thing that it begins with."""


def _defined(names: Names) -> Iterator[tuple[str, Iterator[tuple[str, Span]]]]:
    """Yield for each term the terms that its definition puts in its place.

    One that says more than the term itself, as "aircraft of any kind" does, narrows it.
    """
    for term in names.definitions.values():
        yield term.name, _items(term.name, term.labels, names)


def _items(name: str, labels: tuple[nodes.Label, ...], names: Names) -> Iterator[tuple[str, Span]]:
    lists = (label.value for label in labels if label.name in {"means", "includes"})
    for item in (each for value in lists for each in nodes.values_of(value)):
        parts = item.parts if isinstance(item, nodes.Phrase) else ()
        words = " ".join(_text(part) for part in parts).split()
        while words and words[0].lower() in _DETERMINERS:
            del words[0]
        match = names.match_term(words, 0)
        if match is None:
            continue
        other, end = match
        more = words[end:]
        if not more or (other != name and units(more[0]) in _GOING_ON):
            yield other, parts[0].span.to(parts[-1].span)


def _text(part: nodes.Part) -> str:
    return part.text if isinstance(part, nodes.Words) else text_of(part)


# ── Who a body is made of ────────────────────────────────────────────────────────────────────────


def _bodies(reading: Reading) -> tuple[Links, Links]:
    """Return who is a member of whom, and who is named by whom, of bodies and sides."""
    members: dict[str, dict[str, Span]] = {}
    naming: dict[str, dict[str, Span]] = {}
    for block in reading.declaration.blocks:
        for heading, labels in headed(block) if isinstance(block, nodes.Block) else ():
            if heading.word not in {"body", "side"} or heading.name is None:
                continue
            name, links = heading.name.text, {"members": members, "named by": naming}
            for each in heading.members:
                members.setdefault(name, {}).setdefault(each.text, each.span)
            for label in labels:
                for node in walk(label.value) if label.name in links else ():
                    actor = reading.names.actor(node.text) if isinstance(node, nodes.Name) else None
                    if actor is not None:
                        found = links[label.name].setdefault(name, {})
                        found.setdefault(actor.name, node.span)
    return members, naming


# ── Which clause comes first ─────────────────────────────────────────────────────────────────────

_OWN = (
    "mirrors", "in return for", "implements", "incorporates", "together with", "in parallel with",
    "according to", "verifies",
)  # fmt: skip
"""Lines that tie a clause to another one."""


def _named(label: nodes.Label, own: str, reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield the numbers that a line of a sentence names one by one, each with its place.

    A range speaks of many clauses at once, and so does the number of the clause in which a lettered
    sentence stands: both mean the others.
    """
    for node in walk(label.value):
        if isinstance(node, nodes.Reference) and node.instrument is None and node.last is None:
            numbers = reading.names.below(node.number)
            if own not in numbers or node.number == own:
                yield from ((number, node.span) for number in numbers)


def _yielding(reading: Reading) -> Links:
    """Return which sentence yields to which."""
    found: dict[str, dict[str, Span]] = {}
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("subject to", "notwithstanding", "exception to"):
                for number, at in _named(label, said.number, reading):
                    ours = (said.number, number)
                    one, other = ours if label.name == "subject to" else ours[::-1]
                    found.setdefault(one, {}).setdefault(other, at)
    return found


def _own(reading: Reading) -> Iterator[Circle]:
    """Yield the lines that tie a sentence to itself."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all(*_OWN):
                for node in walk(label.value):
                    if isinstance(node, nodes.Reference) and _is(node, said.number):
                        yield Circle("own", (said.number,), (node.span,), label.name)


def _is(reference: nodes.Reference, number: str) -> bool:
    return reference.instrument is None and reference.last is None and reference.number == number


def _own_title(reading: Reading) -> Iterator[Circle]:
    """Yield the lines of the head by which a text takes the place of one of its own name."""
    for label in reading.head.all("supersedes", "continues", "implements"):
        for node in walk(label.value):
            named = isinstance(node, nodes.Name) and node.quoted
            if named and reading.title is not None and _like(node.text) == _like(reading.title):
                yield Circle("title", (node.text,), (node.span,), label.name)


def _own_annex(reading: Reading) -> Iterator[Circle]:
    """Yield the annexes of one sentence that leaves to the annex what is in it."""
    within: dict[str, list[Clause]] = {}
    for clause in reading.clauses:
        if clause.number[:1] == "A":
            within.setdefault(clause.number[1:].partition(".")[0], []).append(clause)
    for number, (clause, *more) in within.items():
        if more or len(clause.said) != 1 or len(clause.block.items) != 1:
            continue
        for reference, own in annexes_in(clause.said[0].sentence.parts):
            if own and reference.number == number and reference.last is None:
                yield Circle("annex", (number,), (reference.span,))


def _like(title: str) -> str:
    return " ".join(title.lower().split()).removeprefix("the ")


# ── What is done for oneself ─────────────────────────────────────────────────────────────────────

_GUARANTEED = ("independence", "security", "territorial-integrity")


def _for_themselves(reading: Reading, vocabulary: Vocabulary) -> Iterator[Circle]:
    """Yield those who alone recognise or guarantee themselves, by name."""
    for _, provision in reading.sentences_and_provisions():
        if len(provision.meaning.who.names) != 1 or provision.actor is None:
            continue
        done = acts(provision, vocabulary, ("recognise", "guarantee"))
        by_modality = provision.modality.name in {"recognises", "guarantees"}
        for mention in provision.deed.mentions if done or by_modality else ():
            whose = mention.preposition == "of" and _is_guaranteed(provision, vocabulary)
            itself = mention.kind == "actor" and mention.name == provision.actor
            if itself and (mention.preposition is None or whose):
                how = "recognises" if _recognises(provision, vocabulary) else "guarantees"
                yield Circle("itself", (provision.actor,), (mention.span,), how)


def _recognises(provision: Provision, vocabulary: Vocabulary) -> bool:
    by_words = provision.modality.name == "recognises"
    return by_words or acts(provision, vocabulary, ("recognise",))


def _is_guaranteed(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether what is done is done to what a state guarantees to another."""
    thing = provision.object
    return thing is not None and is_one_of(thing, vocabulary, *_GUARANTEED)
