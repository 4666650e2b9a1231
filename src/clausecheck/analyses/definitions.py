"""Where a defined term is spoken of by another name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.model import nodes
from clausecheck.model.reading import Reading, Said
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary
from clausecheck.vocabulary.inflection import units


@frozen
class Synonym:
    """Words that mean what a defined term means, in the vocabulary's eyes, and are not the term."""

    at: Span
    term: str
    defined_at: Span


def synonyms(reading: Reading, vocabulary: Vocabulary) -> tuple[Synonym, ...]:
    """Return them outside the preamble, in text order.

    A wider or narrower name, as "missile" for "cruise missile", is another thing and not meant.
    """
    defined = _defined(reading, vocabulary)
    return tuple(dict.fromkeys(_synonyms(reading, defined))) if defined else ()


def _defined(reading: Reading, vocabulary: Vocabulary) -> Mapping[str, tuple[str, Span]]:
    """Return the defined terms and their places by the objects that they name; no object twice."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for definition in reading.names.definitions.values():
        words = definition.name.split()
        match = vocabulary.match(words, 0, ("object",))
        if match is not None and match.end == len(words):
            found.setdefault(match.term.name, []).append((definition.name, definition.span))
    return {name: terms[0] for name, terms in found.items() if len(terms) == 1}


def _synonyms(reading: Reading, defined: Mapping[str, tuple[str, Span]]) -> Iterator[Synonym]:
    for clause in reading.clauses:
        for said in clause.said if not clause.preamble else ():
            for meaning in said.meanings:
                for deed in meaning.deeds:
                    for mention in deed.mentions:
                        term, at = defined.get(mention.name, ("", mention.span))
                        if term and mention.kind == "object" and _differ(said, mention.span, term):
                            yield Synonym(mention.span, term, at)


def _differ(said: Said, at: Span, term: str) -> bool:
    """Tell whether the words there and the term have no word in common."""
    words = {
        word
        for part in said.sentence.parts
        if isinstance(part, nodes.Word) and at.contains(part.span)
        for word in units(part.text).split()
    }
    return not any(_alike(word, other) for word in words for other in units(term).split())


def _alike(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)
