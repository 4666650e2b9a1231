"""What a text provides for the day on which the other side collapses."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import is_one_of
from clausecheck.analyses.timing.times import quoted_words
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_HANGING = ("if", "unless", "after", "until")
_WHOSE = frozenset({"of", "in"})
_OWED = frozenset({"duty", "permission", "prohibition"})


@frozen
class Crisis:
    """A sentence on the collapse of a party that is not bound or freed by it, and where."""

    provision: Provision
    at: Span

    @property
    def binds_both(self) -> bool:
        """Whether it keeps more than one from something then, as a rule for a crisis does."""
        return self.provision.kind == "prohibition" and len(self.provision.meaning.who.names) > 1


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Crisis, ...]:
    """Return what is owed, allowed or forbidden in such a case, once a sentence, in text order."""
    found: dict[str, Crisis] = {}
    for said, provision in reading.sentences_and_provisions():
        if provision.kind in _OWED:
            for at in _collapses(provision, said, reading, vocabulary):
                found.setdefault(provision.number, Crisis(provision, at))
    return tuple(found.values())


def _collapses(
    provision: Provision, said: Said, reading: Reading, vocabulary: Vocabulary
) -> Iterator[Span]:
    """Yield where a sentence, or a line below it, speaks of a party's collapse."""
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    whose = {each.owner for each in mentions} | {
        each.name
        for each in mentions
        if each.kind in {"actor", "group"} and each.preposition in _WHOSE
    }
    if _is_anothers(whose, provision, reading):
        yield from (each.span for each in mentions if is_one_of(each, vocabulary, "collapse"))
    lines = provision.labels.all(*_HANGING)
    hanging = [(line.span, words) for line in lines for words in _words(line)]
    front = provision.meaning.who.front
    if front is not None:
        parts = (part for part in said.sentence.parts if front.contains(part.span))
        every = [part for part in parts if isinstance(part, nodes.Word) and part.text != ","]
        whole = every[0].span.to(every[-1].span) if every else front
        hanging.append((whole, [part.text for part in every]))
    for at, words in hanging:
        named = (reading.names.match(words, start) for start in range(len(words)))
        if _is_anothers({name[0] for name in named if name}, provision, reading):
            for match in vocabulary.find(words, ("object",)):
                if vocabulary.is_a("object", match.term.name, "collapse"):
                    yield at


def _words(label: nodes.Label) -> Iterator[list[str]]:
    """Yield what a line says in words, in quotation marks or as what somebody does."""
    for _, text in quoted_words(label.value):
        yield text.split()
    for node in walk(label.value):
        if isinstance(node, nodes.Phrase):
            yield [part.text for part in node.parts if isinstance(part, nodes.Word)]


def _is_anothers(whose: set[str | None], provision: Provision, reading: Reading) -> bool:
    """Tell whether it is that of one party alone, whom the sentence does not ask or free alone."""
    parties = {name for name in whose if name in reading.names.parties}
    own = set(provision.meaning.who.names)
    return "other" in whose or bool(parties - own)
