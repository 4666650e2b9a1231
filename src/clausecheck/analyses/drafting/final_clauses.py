"""What a text says of its own life: how it comes into force, is changed, argued over and left.

Each may stand in the head, in a clause that the head points to, or in a clause alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import field

from clausecheck.analyses.drafting.ratification import awaits_ratification, ratifies, submits
from clausecheck.analyses.terms import LEAVING, acts, of_this_text, speaks_of
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

Topic = Literal[
    "entry into force", "ratification", "duration", "exit", "amendment", "disputes", "review"
]
TOPICS: tuple[Topic, ...] = (
    "entry into force",
    "ratification",
    "duration",
    "exit",
    "amendment",
    "disputes",
    "review",
)


@frozen
class FinalClauses:
    """Where each topic is settled, and where the head says that the text has nothing on it."""

    said: Mapping[Topic, Span]
    denied: Mapping[Topic, Span] = field(factory=dict)
    unread: frozenset[Topic] = frozenset()
    """What stands in a part of the text that was not seen."""

    def silent_on(self, topic: Topic) -> bool:
        """Tell whether the text says nothing of it, as far as it was seen."""
        return topic not in self.said and topic not in self.unread


def analyse(reading: Reading, vocabulary: Vocabulary) -> FinalClauses:
    """Return what the head says of each topic, and where it says nothing, what clauses do."""
    said: dict[Topic, Span] = {}
    denied: dict[Topic, Span] = {}
    unread = set()
    for topic in TOPICS:
        label = reading.head.get(topic)
        if label is None:
            continue
        if isinstance(label.value, nodes.Silence) and label.value.kind == "unknown":
            unread.add(topic)
        elif reading.head.stated(topic):
            said[topic] = label.span
        else:
            denied[topic] = label.span
    for provision in reading.provisions:
        for topic in topics(provision, vocabulary):
            said.setdefault(topic, provision.span)
    waiting = awaits_ratification(reading)
    if waiting is not None and "ratification" not in denied:
        said.setdefault("ratification", waiting.span)
    return FinalClauses(said, denied, frozenset(unread))


_ACTS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    ("entry into force", ("enter-into-force",)),
    ("amendment", ("amend",)),
    ("review", ("review",)),
)


def topics(provision: Provision, vocabulary: Vocabulary) -> Iterator[Topic]:
    """Yield the topics that a clause settles, by its own words."""
    if provision.kind == "prohibition":
        return
    settles = acts(provision, vocabulary, ("settle", "mediate"))
    if settles and speaks_of(provision, vocabulary, "dispute"):
        yield "disputes"
    if ratifies(provision, vocabulary) or submits(provision, vocabulary):
        yield "ratification"
    if not of_this_text(provision):
        return
    for topic, names in _ACTS:
        if acts(provision, vocabulary, names):
            yield topic
    lasts = provision.meaning.who.how == "text" and acts(
        provision, vocabulary, ("continue", "remain", "expire")
    )
    if lasts and (provision.timing.term or provision.timing.until):
        yield "duration"
    if provision.kind == "permission" and acts(provision, vocabulary, LEAVING):
        yield "exit"
