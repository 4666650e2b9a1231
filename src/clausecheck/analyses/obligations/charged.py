"""Which bodies of a text are there to find out and to state something, in whatever words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.timing.bodies import bodies
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import every
from clausecheck.vocabulary import Vocabulary

STATING = ("certify", "verify", "declare")
"""Acts by which somebody says what was found."""
_FINDING = (*STATING, "report", "decide", "supervise", "investigate")
_NAMED_IN = ("verified by", "judged by")


def never_charged(reading: Reading, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the bodies that no clause, no task and no other line asks or lets find anything.

    Who is charged with one way of it may use another: whoever verifies may certify. A task in words
    that name no act may be any.
    """
    declared = {heading.name.text: labels for heading, labels in bodies(reading) if heading.name}
    if not declared:
        return frozenset()
    tasked = (name for name in declared if _has_a_task(declared[name], vocabulary))
    asked = (name for each in reading.provisions for name in _asked(each))
    return frozenset(declared).difference(tasked, asked, named_to_find(reading))


def _has_a_task(labels: Iterable[nodes.Label], vocabulary: Vocabulary) -> bool:
    for label in labels:
        if label.name == "task":
            words = " ".join(part.text for part in every(nodes.Word, label.value)).split()
            acts = [m.term.name for m in vocabulary.find(words, ("act", "noun"))]
            if not acts or any(vocabulary.is_a("act", act, *_FINDING) for act in acts):
                return True
    return False


def _asked(provision: Provision) -> Iterator[str]:
    """Yield who has a part in a sentence by which something is found, but for who is told of it."""
    outer = provision.deed
    acts = [deed.act for deed in (outer, *outer.inner) if deed.act is not None]
    terms = (*acts, *(m.term for m in outer.mentions if m.kind == "act" and m.term is not None))
    if any(not term.wider.isdisjoint(_FINDING) for term in terms):
        yield from provision.meaning.who.names
        yield from _actors(each for each in outer.mentions if each not in outer.beneficiaries)


def _actors(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        if mention.kind == "actor":
            yield mention.name
        if mention.owner is not None:
            yield mention.owner


def named_to_find(reading: Reading) -> Iterator[str]:
    """Yield whom a line names to verify, to judge or to certify."""
    lines = [line for each in reading.provisions for line in each.labels.all(*_NAMED_IN)]
    events = (line for event in reading.names.events.values() for line in event.labels)
    lines += [line for line in events if line.name == "certified by"]
    for line in lines:
        for name in every(nodes.Name, line.value):
            actor = reading.names.actor(name.text)
            if actor is not None:
                yield actor.name
