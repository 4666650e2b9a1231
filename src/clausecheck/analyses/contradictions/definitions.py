"""Where a defined term is spoken of by another name, or used against its definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.analyses.terms import stems
from clausecheck.model import nodes
from clausecheck.model.reading import Reading, Said
from clausecheck.model.sentences import Deed, Mention
from clausecheck.model.walk import walk
from clausecheck.patterns import regex
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
    for clause in reading.operative_clauses:
        for said in clause.said:
            for meaning in said.meanings:
                for deed in meaning.deeds:
                    for mention in deed.mentions:
                        if mention.defined is not None:
                            continue
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


@frozen
class Misuse:
    """A thing counted under a defined term whose definition leaves it out.

    `denied` tells whether the definition says so, or only does not list it.
    """

    at: Span
    term: str
    defined_at: Span
    denied: bool


_COUNTING = frozenset({"including", "such", "among"})
_DENYING = ("other than", "except for", "except", "excluding", "not including", "but not")


_BETWEEN_ITEMS = regex(r",| and (?!not )| or ")


@frozen
class _Content:
    """What a definition counts in, None where it is no list of known things, and leaves out."""

    names: frozenset[str] | None
    items: tuple[frozenset[str], ...]
    left_out: tuple[frozenset[str], ...]


def misuses(reading: Reading, vocabulary: Vocabulary) -> tuple[Misuse, ...]:
    """Return them outside the preamble, in text order: "weapons, including boats"."""
    contents: dict[str, _Content] = {}
    found: dict[Span, Misuse] = {}
    for clause in reading.operative_clauses if reading.names.definitions else ():
        for said in clause.said:
            for meaning in said.meanings:
                for deed in meaning.deeds:
                    for term, counted in (*_counted(deed), *_likened(deed, said)):
                        definition = reading.names.definitions[term.lower()]
                        content = contents.get(term)
                        if content is None:
                            content = contents[term] = _content(definition.labels, vocabulary)
                        words = _words_at(said, counted.span)
                        denied = any(words >= left_out for left_out in content.left_out)
                        if denied or _is_outside(counted, words, content, vocabulary):
                            at = counted.span
                            found.setdefault(at, Misuse(at, term, definition.span, denied))
    return tuple(found.values())


def _counted(deed: Deed) -> Iterator[tuple[str, Mention]]:
    """Yield what a deed counts under a defined term, where it speaks of that term alone."""
    terms = [mention.defined for mention in deed.objects if mention.defined is not None]
    if len(terms) == len(deed.objects) == 1:
        for mention in deed.others:
            if mention.preposition in _COUNTING and mention.kind == "object":
                yield terms[0], mention


def _likened(deed: Deed, said: Said) -> Iterator[tuple[str, Mention]]:
    """Yield what stands before a defined term as one of those: "boats and other weapons"."""
    things = sorted(deed.objects, key=lambda mention: mention.span)
    for at, thing in enumerate(things):
        before = [
            part.text.lower()
            for part in said.sentence.parts
            if isinstance(part, nodes.Word) and part.span.end <= thing.span.start
        ]
        words = [word for word in before[-3:] if word not in {"any", "all", "the"}]
        if thing.defined is not None and words[-2:] in (["and", "other"], ["or", "other"]):
            yield from (
                (thing.defined, each)
                for each in things[:at]
                if each.kind == "object" and each.defined is None
            )


def _content(labels: tuple[nodes.Label, ...], vocabulary: Vocabulary) -> _Content:
    closed = [label.value for label in labels if label.name == "means"]
    listed = [each for value in closed for each in _phrases(value)]
    names: set[str] | None = set() if listed else None
    counted, left_out, denies = [], [], False
    for phrase in listed:
        kept, _, out = _parted(phrase)
        # After "other than" a list goes on with what is left out.
        for text, is_out in ((kept, denies), (out, True)):
            if text and is_out:
                left_out.append(frozenset(stems(text)))
                denies = True
            elif text:
                counted.append(text)
    for text in counted:
        matches = vocabulary.find(text.split(), ("object",))
        names = (
            names | {match.term.name for match in matches}
            if names is not None and matches
            else None
        )
    is_list = not any(isinstance(node, nodes.Words) for value in closed for node in walk(value))
    return _Content(
        frozenset(names) if names is not None and is_list else None,
        tuple(frozenset(stems(text)) for text in counted),
        tuple(left_out),
    )


def _phrases(value: nodes.Value) -> Iterator[str]:
    """Yield the texts of a list, item by item."""
    for each in nodes.values_of(value):
        parts = [n.text for n in walk(each) if isinstance(n, (nodes.Word, nodes.Words, nodes.Name))]
        for item in _BETWEEN_ITEMS.split(" ".join(parts).lower()):
            yield item.strip()


def _parted(text: str) -> tuple[str, str, str]:
    for words in _DENYING:
        before, found, after = f" {text} ".partition(f" {words} ")
        if found:
            return before.strip(), words, after.strip()
    return text, "", ""


def _words_at(said: Said, at: Span) -> frozenset[str]:
    """Return the words at a place, with an adjective right before it."""
    words = [part for part in said.sentence.parts if isinstance(part, nodes.Word)]
    inside = [number for number, part in enumerate(words) if at.contains(part.span)]
    first = max(inside[0] - 1, 0) if inside else 0
    last = inside[-1] + 1 if inside else 0
    return frozenset(stem for part in words[first:last] for stem in stems(part.text))


def _is_outside(
    counted: Mention, words: frozenset[str], content: _Content, vocabulary: Vocabulary
) -> bool:
    if content.names is None or any(item <= words or words <= item for item in content.items):
        return False
    return not any(
        vocabulary.is_a("object", counted.name, name)
        or vocabulary.is_a("object", name, counted.name)
        for name in content.names
    )
