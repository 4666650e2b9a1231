"""Where a text leans on what was agreed outside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausecheck.analyses.terms import acts, named, named_in
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_KEPT = ("implement", "comply", "observe", "conduct", "respect")
_LABELS = ("according to", "incorporates", "implements", "in return for", "if", "aim")
_SIDE = "side-understanding"
_EARLIER = "existing-agreements"


@frozen
class Outside:
    """What is leaned on: an understanding beside the text, or earlier agreements in bulk."""

    at: Span
    kind: Literal["beside", "bulk"]


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Outside, ...]:
    """Return the places outside the preamble, in text order, each once."""
    return tuple(dict.fromkeys(_places(reading, vocabulary)))


def _places(reading: Reading, vocabulary: Vocabulary) -> Iterator[Outside]:
    for clause in reading.operative_clauses:
        for provision in clause.provisions:
            if provision.kind == "savings":
                continue
            for mention in named(provision, vocabulary, _SIDE):
                yield Outside(mention.span, "beside")
            if provision.meaning.binding and acts(provision, vocabulary, _KEPT):
                for mention in provision.deed.objects:
                    if mention.name == _EARLIER and mention.kind == "object":
                        yield Outside(mention.span, "bulk")
        for said in clause.said:
            for label in said.labels.all(*_LABELS):
                if any(
                    vocabulary.is_a("object", term.name, _SIDE)
                    for term in named_in(label, vocabulary)
                ):
                    yield Outside(label.span, "beside")
