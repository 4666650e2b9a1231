"""Which duties hang on an event that this text does not bring about, and who certifies it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.names import Declared
from clausecheck.model.reading import Labels, Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_HANGING = ("on", "by", "starts", "from", "until", "after", "before", "if", "unless")


@frozen
class Hanging:
    """A duty that hangs on an event in words."""

    provision: Provision
    at: Span
    """Where the label names the event."""
    event: str
    certified_by: tuple[str, ...]
    outside: bool
    """Whether it is called an event outside the text."""
    plain: bool = False
    """Whether several bring it about, or others than the parties, or it is a text that says so."""
    labels: Labels = field(factory=Labels, repr=False)
    """The lines under the event: who certifies it, on what evidence, how soon, and what else."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Hanging, ...]:
    """Return such duties in text order; when a text itself comes into force or ends is not one."""
    found: dict[Span, Hanging] = {}
    for provision in reading.provisions:
        owed = provision.kind in {"duty", "prohibition"} and provision.meaning.who.how != "text"
        for label in provision.labels.all(*_HANGING) if owed and provision.meaning.binding else ():
            for event, at in _events(label, reading):
                certifiers = tuple(_certifiers(event, reading))
                outside = any(isinstance(node, nodes.Outside) for node in _when(event))
                lines = Labels(event.labels)
                plain = outside and _is_plain(event, reading, vocabulary)
                hanging = Hanging(provision, at, event.name, certifiers, outside, plain, lines)
                found.setdefault(at, hanging)
    return tuple(found.values())


def _events(label: nodes.Label, reading: Reading) -> Iterator[tuple[Declared, Span]]:
    for node in walk(label.value):
        if isinstance(node, nodes.Event):
            declared = reading.names.events.get(node.name.text)
            if declared is not None and any(isinstance(n, nodes.Words) for n in _when(declared)):
                yield declared, node.span


def _when(declared: Declared) -> Iterator[object]:
    for label in declared.labels:
        if label.name == "when":
            yield from walk(label.value)


_SEVERAL = frozenset({"both", "each", "all", "parties", "sides"})


def _is_plain(declared: Declared, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody else than one party knows best that it has come."""
    texts = [node.text for node in _when(declared) if isinstance(node, nodes.Words)]
    words = " ".join(texts).split()
    if not _SEVERAL.isdisjoint(word.lower() for word in words):
        return True
    named = (reading.names.match(words, start) for start in range(len(words)))
    doers = {match[0] for match in named if match is not None}
    terms = (match.term for match in vocabulary.find(words, ("object",)))
    documents = any(term.group == "agreement" for term in terms)
    return documents or not doers.issubset(reading.names.parties)


def _certifiers(declared: Declared, reading: Reading) -> Iterator[str]:
    for label in declared.labels:
        for node in walk(label.value) if label.name == "certified by" else ():
            actor = reading.names.actor(node.text) if isinstance(node, nodes.Name) else None
            if actor is not None:
                yield actor.name
