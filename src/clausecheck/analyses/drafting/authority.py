"""What a government promises that may take more than a government to give."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.security.foreign_forces import is_foreign
from clausecheck.analyses.terms import acts, named
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

_COUNCILS = frozenset({"council", "organisation"})
_BY_A_COUNCIL = ("authority", "with consent of", "according to")


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return the firm duties of one party to lift, end or reduce such a thing, in text order."""
    return tuple(_provisions(reading, vocabulary))


def _provisions(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    giving, given = vocabulary.names("authority-acts"), vocabulary.names("authority-objects")
    for provision in reading.operative_provisions:
        firm = provision.kind == "duty" and provision.meaning.binding
        thing = provision.object
        if not firm or thing is None or provision.actor not in reading.names.parties:
            continue
        listed = thing in named(provision, vocabulary, *given)
        abroad = is_foreign(thing, provision, vocabulary)
        if acts(provision, vocabulary, giving) and (listed or abroad):
            yield provision


def council_of(provision: Provision, reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Return the council or organisation whose measures these are, unless the text names its part.

    A party can ask for an end of what others imposed together, and cannot end it.
    """
    thing = provision.object
    imposing = [
        mention.name
        for mention in provision.deed.mentions
        if mention.kind == "actor" and mention.preposition == "by"
    ]
    owners = (thing.owner if thing else None, *imposing)
    council = next((name for name in owners if name and _is_council(name, vocabulary)), None)
    taking_part = _taking_part(provision, reading)
    return None if any(_is_council(name, vocabulary) for name in taking_part) else council


def _is_council(name: str, vocabulary: Vocabulary) -> bool:
    known = vocabulary.actors.get(name)
    return known is not None and known.role in _COUNCILS


def _taking_part(provision: Provision, reading: Reading) -> frozenset[str]:
    """Return who has a part in a step, or stands behind the whole text, by name."""
    lines = (*provision.labels.all(*_BY_A_COUNCIL), *reading.head.all("endorsement"))
    words = (
        node.text for line in lines for node in walk(line.value) if isinstance(node, nodes.Name)
    )
    actors = (reading.names.actor(word) for word in words)
    return frozenset(actor.name for actor in actors if actor is not None)
