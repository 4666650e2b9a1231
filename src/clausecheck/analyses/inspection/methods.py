"""How those who verify go about it, how strong that is, and what their lines leave open of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Literal

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Labels, Reading
from clausecheck.model.walk import every, walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Method, Vocabulary

Strength = Literal["none", "adjective", "observer", "consent-gated", "named", "full"]
LADDER: tuple[Strength, ...] = ("none", "adjective", "observer", "consent-gated", "named", "full")
"""From the weakest to the strongest."""

_GATES = frozenset({"by consent", "agreed sites"})
_WATCHING = frozenset({"observe", "third-party-observation", "observation"})
_MODALITIES = ("access", "on notice of", "reports", "according to", "quota", "every")
"""Labels that say how a verifier goes about it."""


@frozen
class Deferred:
    """A line that leaves open how something is verified."""

    at: Span
    verifier: bool = False
    """Whether it leaves open who verifies as well."""
    settled: bool = False
    """Whether it says that the method is to be settled, and does not merely leave it out."""


def strength(labels: Labels, vocabulary: Vocabulary, names: Names, *, verifiable: bool) -> Strength:
    """Return how strong the strongest verifier is that the labels of a sentence name."""
    strengths: list[Strength] = [
        "adjective" if _is_in_words(verifier, names) else of_verifier(verifier, labels, vocabulary)
        for label in labels.all("verified by")
        for verifier in every(nodes.Verifier, label.value)
    ]
    return max(strengths, key=LADDER.index, default="adjective" if verifiable else "none")


def _is_in_words(verifier: nodes.Verifier, names: Names) -> bool:
    """Tell whether it is promised in open words, "appropriate means", that something verifies."""
    unknown = (name.quoted and names.actor(name.text) is None for name in verifier.actors)
    return not verifier.methods and all(unknown)


def gate(labels: Labels) -> nodes.Label | None:
    """Return the line by which the inspected side has a say in what is inspected."""
    return labels.get("access") if _is_gated(labels) else None


def _is_gated(labels: Labels) -> bool:
    access = labels.get("access")
    return (
        access is not None and isinstance(access.value, nodes.Name) and access.value.text in _GATES
    )


def deferred(reading: Reading) -> Iterator[Deferred]:
    """Yield where a verifier is named or promised, and its method is not."""
    seen: set[Span] = set()
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("verified by", "according to"):
                left = _left_open(label, said.labels, reading.names)
                if left is not None and label.span not in seen:
                    seen.add(label.span)
                    yield left


def _left_open(label: nodes.Label, labels: Labels, names: Names) -> Deferred | None:
    open_value = isinstance(label.value, nodes.Silence) and label.value.kind == "to be settled"
    if label.name == "according to":
        checks = labels.stated("verifies", "verified by")
        return Deferred(label.span, settled=True) if open_value and checks else None
    if open_value:
        return Deferred(label.span, verifier=True, settled=True)
    if not isinstance(label.value, nodes.Listed) or labels.stated("according to"):
        return None
    verifiers = [each for each in label.value.values if isinstance(each, nodes.Verifier)]
    if verifiers and all(_is_in_words(each, names) for each in verifiers):
        return Deferred(label.span, verifier=True)
    return None if any(each.methods or each.timing for each in verifiers) else Deferred(label.span)


def declared_only(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the lines that let verifiers into declared sites only, if none may look elsewhere."""
    lines = []
    for clause in reading.clauses:
        for said in clause.said:
            access = said.labels.get("access")
            if access is not None and isinstance(access.value, nodes.Name):
                if access.value.text == "anywhere":
                    return
                if access.value.text == "declared sites":
                    lines.append(access.span)
            for label in said.labels.all("verified by"):
                if any(_looks_beyond(method, vocabulary) for method in _methods(label)):
                    return
    yield from dict.fromkeys(lines)


def _methods(label: nodes.Label) -> Iterator[nodes.Name]:
    for verifier in every(nodes.Verifier, label.value):
        yield from verifier.methods


def _looks_beyond(method: nodes.Name, vocabulary: Vocabulary) -> bool:
    """Tell whether a method looks where nothing was declared: at suspect sites, or from outside."""
    match = vocabulary.match(method.text.split(), 0, ("method",))
    if match is None or not isinstance(match.term, Method):
        return False
    challenge = vocabulary.is_a("method", match.term.name, "challenge-inspection")
    return challenge or match.term.rank == 0


def _inspects(verifier: nodes.Verifier, vocabulary: Vocabulary) -> bool:
    """Tell whether a verifier is given a method, and does more than look on."""
    return bool(verifier.methods) and not _looks_on(verifier, vocabulary)


def _looks_on(verifier: nodes.Verifier, vocabulary: Vocabulary) -> bool:
    matches = [vocabulary.match(name.text.split(), 0, ("method",)) for name in verifier.methods]
    return bool(matches) and all(m is not None and m.term.name in _WATCHING for m in matches)


def unspecified(reading: Reading, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return every line that names a verifier, where none says where, how often, to whom."""
    lines: dict[Span, None] = {}
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("verified by", "verifies"):
                verifiers = [v for v in walk(label.value) if isinstance(v, nodes.Verifier)]
                timed = any(verifier.timing for verifier in verifiers)
                if timed or said.labels.stated(*_MODALITIES):
                    return ()
                if any(_inspects(verifier, vocabulary) for verifier in verifiers):
                    lines[label.span] = None
    return tuple(lines)


class Nearness(IntEnum):
    """How near a method comes to what is verified, in the order of START I and the INF Treaty.

    Methods of one nearness have no order among themselves.
    """

    AFAR = 0
    """What is seen from outside, or what the inspected side says."""
    SHOWN = 1
    THERE = 2
    ALWAYS_THERE = 3


_SHOWN, _THERE = 3, 4
"""Ranks of the vocabulary from which a method is that near."""


def nearness(name: nodes.Name, vocabulary: Vocabulary) -> Nearness | None:
    """Return how near a method comes; None where nothing is known by that name."""
    match = vocabulary.match(name.text.split(), 0, ("method",))
    if match is None or not isinstance(match.term, Method):
        return None
    if vocabulary.is_a("method", match.term.name, "permanent-presence"):
        return Nearness.ALWAYS_THERE
    if match.term.rank >= _THERE:
        return Nearness.THERE
    return Nearness.SHOWN if match.term.rank == _SHOWN else Nearness.AFAR


def of_verifier(verifier: nodes.Verifier, labels: Labels, vocabulary: Vocabulary) -> Strength:
    """Return how strong one verifier is, with the labels of its sentence."""
    if _is_gated(labels):
        return "consent-gated"
    if _looks_on(verifier, vocabulary):
        return "observer"
    methods = [vocabulary.match(method.text.split(), 0, ("method",)) for method in verifier.methods]
    timed = bool(verifier.timing) or labels.stated("reports")
    ranked = any(m is not None and isinstance(m.term, Method) for m in methods)
    return "full" if ranked and timed else "named"
