"""Where a sentence says how bindingly, and not what is to be done, or two things at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_BARE = regex(r"(?:shall|may|will|should)(?: not)?$")
"""Modalities after which an act stands in its bare form, if no more than an adverb is between."""
_BEFORE_THINGS = frozenset({"its", "their", "the", "a", "an", "any", "no"})
_HELPING = frozenset({"have", "help", "let", "make", "see"})
"""After these one act follows another without a word between."""
_DESCRIBING = regex(r"(?i)\w+(?<!e)ed$|frozen$|hidden$|laid$|lost$|sunk$|taken$|withdrawn$")
"""Words that tell of things what has been done to them, as in "release arrested vessels"."""
_SINGULAR = ("ss", "us", "is")


@frozen
class Unclear:
    """A place where no act stands, or two that nothing joins."""

    at: Span
    modality: str
    acts: tuple[str, str] | None = None
    alone: bool = False
    """Whether nothing at all stands after the modality."""


def unclear_acts(reading: Reading, vocabulary: Vocabulary) -> Iterator[Unclear]:
    """Yield, in text order, the sentences without an act and those with two side by side."""
    for clause in reading.clauses:
        for said in clause.said:
            kept = any(deed.lasts for meaning in said.meanings for deed in meaning.deeds)
            if not kept:  # "keep open the road" is one act
                yield from _of_sentence(said.sentence, vocabulary)


def _of_sentence(sentence: nodes.Sentence, vocabulary: Vocabulary) -> Iterator[Unclear]:
    parts = sentence.parts
    at = next((n for n, part in enumerate(parts) if isinstance(part, nodes.Modality)), -1)
    modality = parts[at]
    if not isinstance(modality, nodes.Modality) or not _BARE.match(modality.text):
        return
    rest = parts[at + 1 :]
    if not rest:
        yield Unclear(modality.span, modality.text, alone=True)
        return
    words = [part.text if isinstance(part, nodes.Word) else "" for part in rest]
    if _is_thing(words, vocabulary):
        yield Unclear(rest[0].span, modality.text)
    elif _are_two_acts(words, vocabulary):
        span = Span(rest[0].span.start, rest[1].span.end)
        yield Unclear(span, modality.text, (words[0], words[1]))


def _is_thing(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether what stands first is a thing: a verb in its bare form does not end in -s."""
    first = words[0].lower()
    if first in _BEFORE_THINGS:
        return True
    plural = first.endswith("s") and not first.endswith(_SINGULAR)
    return plural and vocabulary.match(words, 0, ("object",)) is not None


def _are_two_acts(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether two words that can be nothing but acts stand before what they are done to."""
    if not words[2:] or words[0].lower() in _HELPING:
        return False
    if _DESCRIBING.match(words[1]):
        return False
    one, two = (vocabulary.match(words, at, ("act",)) for at in (0, 1))
    if one is None or one.end > 1 or two is None or vocabulary.match(words, 1, _THINGS):
        return False
    return _is_thing(words[2:], vocabulary)


_THINGS = ("object", "place", "method", "actor")
