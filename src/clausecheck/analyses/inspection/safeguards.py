"""Where a text lets somebody see whether a promise is kept, undo a step, or answer a breach."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from clausecheck.analyses.inspection import methods
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Reading
from clausecheck.model.walk import every
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Safeguard:
    """A line of a sentence, by the sentence's number, that is there in case things go wrong."""

    sentence: str
    line: str
    """The label: `verified by`, `reversible` or `if breached`."""


def safeguards(reading: Reading, vocabulary: Vocabulary) -> Iterator[Safeguard]:
    """Yield the safeguards in text order.

    Each is a fact of its own sentence: what one clause says of another, no reading of one clause
    shows.
    """
    for clause in reading.operative_clauses:
        for said in clause.said:
            bound = {name for meaning in said.meanings for name in meaning.who.names}
            for name in _given(said.labels, bound, vocabulary):
                yield Safeguard(said.number, name)


def _given(labels: Labels, bound: AbstractSet[str], vocabulary: Vocabulary) -> Iterator[str]:
    if any(
        _looks(verifier, labels, bound, vocabulary)
        for label in labels.all("verified by")
        for verifier in every(nodes.Verifier, label.value)
    ):
        yield "verified by"
    way_back = labels.get("reversible")
    if way_back and isinstance(way_back.value, nodes.Reversal) and way_back.value.possible:
        yield "reversible"
    if labels.known("if breached"):
        yield "if breached"


def _looks(
    verifier: nodes.Verifier, labels: Labels, bound: AbstractSet[str], vocabulary: Vocabulary
) -> bool:
    """Tell whether somebody looks who need not be let in by those who are looked at.

    One party that alone is bound, and alone looks, sees what it wishes.
    """
    itself = len(bound) == 1 and {name.text for name in verifier.actors} == bound
    unnamed = all(name.quoted for name in verifier.actors)
    return (
        not (itself or unnamed)
        and methods.of_verifier(verifier, labels, vocabulary) != "consent-gated"
    )
