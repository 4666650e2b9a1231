"""Where a text lets somebody see whether a promise is kept, undo a step, or answer a breach."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.inspection import methods
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Reading
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
    for clause in reading.clauses:
        for said in () if clause.preamble else clause.said:
            for name in _given(said.labels, vocabulary):
                yield Safeguard(said.number, name)


def _given(labels: Labels, vocabulary: Vocabulary) -> Iterator[str]:
    if methods.strength(labels, vocabulary, verifiable=False) not in {"none", "adjective"}:
        yield "verified by"
    way_back = labels.get("reversible")
    if way_back and isinstance(way_back.value, nodes.Reversal) and way_back.value.possible:
        yield "reversible"
    if labels.known("if breached"):
        yield "if breached"
