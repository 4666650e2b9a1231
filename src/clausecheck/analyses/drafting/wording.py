"""Words that leave open what a sentence asks: known to the vocabulary, or in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from clausecheck.analyses.timing.times import quoted_words
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Reading, Said
from clausecheck.model.sentences import Meaning
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vague, Vocabulary

_OPERATIVE = frozenset({"duty", "prohibition", "permission"})
_LABELS = frozenset(
    {
        "where",
        "in",
        "in parallel with",
        "according to",
        "subject to",
        "except",
        "unless permitted by",
        "with consent of",
        "judged by",
        "limit",
    }
)
"""Labels whose words say what is owed; those of time, condition and proof are judged apart."""


@frozen
class OpenWords:
    """Open words at one place of a sentence or of its labels."""

    at: Span
    said: Said
    term: Vague | None
    """None for words in quotation marks that the vocabulary does not know."""
    words: str
    """As they are written."""
    operative: bool
    """Whether the sentence asks or allows something, outside the preamble."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[tuple[OpenWords, ...], ...]:
    """Return the open words of each clause that has any, in text order."""
    found = (tuple(_of_clause(clause, vocabulary)) for clause in reading.clauses)
    return tuple(words for words in found if words)


def _of_clause(clause: Clause, vocabulary: Vocabulary) -> Iterator[OpenWords]:
    seen: set[Span] = set()
    for said in clause.said:
        asks = False
        for meaning in said.meanings:
            if meaning.kind != "savings":
                operative = meaning.kind in _OPERATIVE and not clause.preamble
                asks = asks or operative
                for at, term, words in _of_meaning(said, meaning, vocabulary, operative=operative):
                    yield OpenWords(at, said, term, words, operative)
        for at, term, words in _of_labels(said, vocabulary):
            if at not in seen:
                seen.add(at)
                yield OpenWords(at, said, term, words, asks)


_Found = tuple[Span, Vague | None, str]


def _of_meaning(
    said: Said, meaning: Meaning, vocabulary: Vocabulary, *, operative: bool
) -> Iterator[_Found]:
    modality = meaning.modality
    for term in _known(modality.text, vocabulary):
        yield modality.span, term, modality.text
    for term, at in meaning.vague:
        yield at, term, _written(said.sentence, at)
    for quoted in meaning.open_words:
        terms = _known(quoted.text, vocabulary)
        if terms:
            yield quoted.span, terms[0], quoted.text
        elif operative and not _is_designation(quoted):
            yield quoted.span, None, quoted.text


def _of_labels(said: Said, vocabulary: Vocabulary) -> Iterator[_Found]:
    for label in said.labels.all(*_LABELS):
        for term in _known(label.name, vocabulary):
            yield label.span, term, label.name
        for at, text in quoted_words(label.value):
            for term in _known(text, vocabulary)[:1]:
                yield at, term, text


def _written(sentence: nodes.Sentence, at: Span) -> str:
    parts = (part for part in sentence.parts if at.start <= part.span.start < at.end)
    return " ".join(part.text for part in parts if isinstance(part, nodes.Word))


def _known(text: str, vocabulary: Vocabulary) -> list[Vague]:
    return [cast("Vague", match.term) for match in vocabulary.find(text.split(), ("vague",))]


def _is_designation(quoted: nodes.Words) -> bool:
    """Tell whether quoted words name one thing: by a number, or by capitals throughout."""
    words = [word for word in quoted.text.split() if len(word) > _SHORT]
    named = bool(words) and all(word[0].isupper() for word in words)
    return named or any(sign.isdigit() for sign in quoted.text)


_SHORT = 3
"""The most letters of words that a title writes small: `of`, `and`, `for`."""
