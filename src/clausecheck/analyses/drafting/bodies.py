"""The bodies that a text sets up, and whether they can decide."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import TEXTS
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Match, Vocabulary

_TWO = 2
_UNANIMOUS = frozenset({"consensus", "unanimity"})
_SETTLING = frozenset({"settle", "verify", "supervise", "investigate"})
_OVERSEEING = ("supervise", "verify", "verification", "monitoring")
_SETTLED = frozenset({"dispute", "breach", "verification", "compliance", "investigation"})

HALF = "has half of its members from"


@frozen
class Body:
    """A body, and why one side can keep it from deciding; None where it can decide."""

    name: str
    at: Span
    why_blocked: str | None
    settles: bool
    """Whether its task is to verify or to settle disputes."""
    supervises: bool
    """Whether its task is to supervise or to verify the whole text."""
    passed_by: bool
    """Whether the text says what follows where it does not decide."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Body, ...]:
    """Return the bodies in text order; of one whose members are not told, nothing is said."""
    return tuple(_bodies(reading, vocabulary))


def _bodies(reading: Reading, vocabulary: Vocabulary) -> Iterator[Body]:
    disputes = _named_for_disputes(reading)
    passed_by = {p.actor for p in reading.provisions if p.labels.stated("if breached")}
    blocks = (block for block in reading.declaration.blocks if isinstance(block, nodes.Block))
    for heading, labels in (each for block in blocks for each in headed(block)):
        if heading.word == "body" and heading.name is not None:
            name = heading.name.text
            tasks = any(_settles(words, vocabulary) for words in _tasks(labels))
            settles = tasks or name in disputes
            supervises = any(_supervises(words, vocabulary) for words in _tasks(labels))
            why = _why_blocked(labels)
            yield Body(name, heading.span, why, settles, supervises, name in passed_by)


def _named_for_disputes(reading: Reading) -> set[str]:
    """Return the bodies to which the head sends disputes, by name."""
    line = reading.head.get("disputes")
    found = set()
    for phrase in walk(line.value) if line is not None else ():
        if isinstance(phrase, nodes.Phrase):
            words = [part.text for part in phrase.parts if isinstance(part, nodes.Word)]
            for start in range(len(words)):
                match = reading.names.match(words, start)
                if match is not None:
                    found.add(match[0])
    return found


def _tasks(labels: tuple[nodes.Label, ...]) -> list[list[str]]:
    """Return the words of each task."""
    return [
        [part.text for part in phrase.parts if isinstance(part, nodes.Word)]
        for label in labels
        if label.name == "task"
        for phrase in walk(label.value)
        if isinstance(phrase, nodes.Phrase)
    ]


def _settles(words: list[str], vocabulary: Vocabulary) -> bool:
    for match in vocabulary.find(words, ("act", "noun", "object")):
        wanted = _SETTLED if match.kind == "object" else _SETTLING
        if vocabulary.is_a(_kind(match), match.term.name, *wanted):
            return True
    return False


def _kind(match: Match) -> str:
    return "object" if match.kind == "object" else "act"


def _supervises(words: list[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a task is to oversee the text itself: "supervision of this agreement"."""
    matches = list(vocabulary.find(words, ("act", "noun", "object")))
    oversees = any(vocabulary.is_a(_kind(m), m.term.name, *_OVERSEEING) for m in matches)
    itself = any(m.kind == "object" and m.term.name in TEXTS for m in matches)
    return oversees and itself and "this" in words


def _why_blocked(labels: tuple[nodes.Label, ...]) -> str | None:
    members: list[tuple[float, str]] = []
    namers = 0
    rule = ""
    for label in labels:
        value = label.value
        if label.name == "decides by" and isinstance(value, nodes.Name):
            rule = value.text
        if label.name == "named by" and isinstance(value, nodes.Listed):
            namers = len(value.values)
        if label.name == "members" and isinstance(value, nodes.Listed):
            members = list(_counts(value))
    if rule in _UNANIMOUS:
        return f"decides by {rule}"
    if rule == "chair" or not members:
        return None
    total = sum(count for count, _ in members)
    halves = [whose for count, whose in members if count * _TWO == total]
    if len(halves) == _TWO or (namers == _TWO and total % _TWO == 0):
        return "has as many members from one side as from the other"
    return f"{HALF} {halves[0]}" if halves else None


def _counts(members: nodes.Listed) -> Iterator[tuple[float, str]]:
    """Yield how many members come from whom, where it is told."""
    for member in members.values:
        if isinstance(member, nodes.Member) and member.number and member.number.isdecimal():
            yield float(member.number), member.actor.text
