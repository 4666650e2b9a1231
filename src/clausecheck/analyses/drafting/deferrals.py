"""What the text leaves to be settled later, and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span


def analyse(reading: Reading, verified_later: Collection[Span]) -> tuple[nodes.Label, ...]:
    """Return the labels whose value is still to be settled, in text order.

    Those in `verified_later` leave open how something is verified, and are judged apart.
    """
    return tuple(label for label in _left(reading) if label.span not in verified_later)


def _left(reading: Reading) -> Iterator[nodes.Label]:
    for block in reading.declaration.blocks:
        for node in walk(block):
            if (
                isinstance(node, nodes.Label)
                and isinstance(node.value, nodes.Silence)
                and node.value.kind == "to be settled"
            ):
                yield node


def settled_elsewhere(reading: Reading) -> Iterator[nodes.Label]:
    """Yield each line by which another clause or annex of this text settles how a thing is done."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("according to"):
                if any(
                    isinstance(node, nodes.Reference) and node.instrument is None
                    for node in walk(label.value)
                ):
                    yield label
