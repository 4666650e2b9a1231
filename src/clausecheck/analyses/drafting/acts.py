"""Where a sentence says how bindingly, and not what is to be done, or two things at once.

Or it breaks off: after an article or a conjunction, or after a verb that says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.analyses.obligations.norms import words_at
from clausecheck.model import nodes
from clausecheck.model.reading import Reading, Said
from clausecheck.model.sentences import Deed, Meaning
from clausecheck.model.sentences.words import POSSESSIVES
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
_LEADING_ON = (
    frozenset("a an the every and or but nor and/or if unless whether".split()) | POSSESSIVES
) - {"own"}
"""Words that no sentence ends with."""
_LEADING_TO = frozenset("of from to with by into between against for among".split())
"""Words that one ends with only after a verb of theirs: "shall be complied with"."""
_RELATIVE = frozenset("that which who whom what where as it they".split())
_TRANSITIVE = frozenset(
    "conduct perform undertake implement lift dismantle destroy eliminate provide furnish transfer"
    " impose establish possess acquire produce remove station".split()
) | {"carry out", "hand over", "put into effect"}
"""Verbs of which something has to be said to which they are done."""


@frozen
class Unclear:
    """A place where no act stands, or two that nothing joins, or where a sentence breaks off."""

    at: Span
    modality: str
    acts: tuple[str, str] | None = None
    alone: bool = False
    """Whether nothing at all stands after the modality."""
    last: str | None = None
    """The word with which the sentence breaks off, or the verb."""
    undone: bool = False
    """Whether that is a verb, and nothing says what is done."""


def unclear_acts(reading: Reading, vocabulary: Vocabulary) -> Iterator[Unclear]:
    """Yield, in text order, the sentences without an act, cut short, and those with two at once."""
    for clause in reading.clauses:
        for said in clause.said:
            cut = _cut_short(said)
            kept = any(deed.lasts for meaning in said.meanings for deed in meaning.deeds)
            if cut is not None:
                yield cut
            elif not kept:  # "keep open the road" is one act
                yield from _of_sentence(said.sentence, vocabulary)


def _cut_short(said: Said) -> Unclear | None:
    """Return where a sentence breaks off, if it does."""
    parts = said.sentence.parts
    words = [part.text.lower() if isinstance(part, nodes.Word) else "" for part in parts]
    last, modality = parts[-1], said.meanings[-1].modality if said.meanings else None
    if modality is None or not isinstance(last, nodes.Word):
        return None
    ends_on_be = words[-1] == "be" and parts[-2] is modality
    if last.text in _LEADING_ON or ends_on_be:
        return Unclear(last.span, modality.text, last=words[-1])
    if not _RELATIVE.isdisjoint(words) or "be" in words:
        return None
    if words[-1] in _LEADING_TO:
        return Unclear(last.span, modality.text, last=words[-1])
    deed = _with_nothing(said.meanings[-1])
    verb = words_at(said.sentence, deed.act_span) if deed is not None else ""
    if deed is not None and deed.act_span.end == last.span.end and verb.lower() in _TRANSITIVE:
        return Unclear(deed.act_span, modality.text, last=verb, undone=True)
    return None


def _with_nothing(meaning: Meaning) -> Deed | None:
    """Return what somebody does last, if nothing is said to which it is done."""
    deed = meaning.deeds[-1] if meaning.deeds and meaning.who.names else None
    if deed is None or deed.objects or deed.undergone or meaning.subject:
        return None
    return deed


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
    if _DESCRIBING.match(words[1]) or words[1].endswith("ing"):
        return False  # "release arrested vessels", "start withdrawing its troops"
    one, two = (vocabulary.match(words, at, ("act",)) for at in (0, 1))
    if one is None or one.end > 1 or two is None or vocabulary.match(words, 1, _THINGS):
        return False
    return _is_thing(words[2:], vocabulary)


_THINGS = ("object", "place", "method", "actor")
