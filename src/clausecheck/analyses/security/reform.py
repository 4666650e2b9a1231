"""Where a text counts on a change of somebody's system: as a reason, an aim or a condition."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import named_in
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

_REFORM = "liberalisation"
_RESTING = ("if", "unless", "after", "aim", "in return for", "target")


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return the places in text order, each once."""
    return tuple(dict.fromkeys(_places(reading, vocabulary)))


def _places(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    for clause in reading.clauses:
        for provision in clause.provisions:
            if clause.preamble or provision.kind == "statement":
                for mention in provision.deed.mentions:
                    if vocabulary.is_a("object", mention.name, _REFORM):
                        yield mention.span
        for said in clause.said:
            for label in said.labels.all(*_RESTING):
                if any(
                    vocabulary.is_a("object", term.name, _REFORM)
                    for term in named_in(label, vocabulary)
                ):
                    yield label.span
