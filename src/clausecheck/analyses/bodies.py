"""The bodies that a text sets up, and whether they can decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import Reading
from clausecheck.source import Span

_UNANIMOUS = frozenset({"consensus", "unanimity"})
_SETTLING = re.compile(r"settle|dispute|violation|verif|inspect|supervis|investigat")


@frozen
class Body:
    """A body, and why one side can keep it from deciding; None where it can decide."""

    name: str
    at: Span
    why_blocked: str | None
    settles: bool
    """Whether its task is to verify or to settle disputes."""


def analyse(reading: Reading) -> tuple[Body, ...]:
    """Return the bodies in text order; of one whose members are not told, nothing is said."""
    return tuple(_bodies(reading))


def _bodies(reading: Reading) -> Iterator[Body]:
    for block in reading.declaration.blocks:
        if not isinstance(block, nodes.Block):
            continue
        for heading, labels in headed(block):
            if heading.word == "body" and heading.name is not None:
                task = " ".join(_task(labels))
                yield Body(heading.name.text, heading.span, _why_blocked(labels), bool(_SETTLING.search(task.lower())))


def _task(labels: tuple[nodes.Label, ...]) -> Iterator[str]:
    for label in labels:
        if label.name == "task" and isinstance(label.value, nodes.Listed):
            for phrase in label.value.values:
                if isinstance(phrase, nodes.Phrase):
                    yield from (part.text for part in phrase.parts if isinstance(part, nodes.Word))


def _why_blocked(labels: tuple[nodes.Label, ...]) -> str | None:
    members: list[int] = []
    rule = ""
    for label in labels:
        value = label.value
        if label.name == "decides by" and isinstance(value, nodes.Name):
            rule = value.text
        if label.name == "members" and isinstance(value, nodes.Listed):
            members = [int(m.number) for m in value.values if isinstance(m, nodes.Member) and m.number and m.number.isdigit()]
    if rule in _UNANIMOUS:
        return f"decides by {rule}"
    even = len(members) > 1 and sum(members) % 2 == 0 and max(members) * 2 == sum(members)
    if even and rule != "chair":
        return "has as many members from one side as from all others"
    return None
