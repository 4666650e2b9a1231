"""Triggers that nothing in the text brings about, and bodies that need not exist in time.

What somebody will do cannot be told; what nobody has to do can. Where the text may bring a trigger
about in some way that is not read here, as by a verifier's own sentence, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from clausecheck.analyses.moments import Moment
from clausecheck.analyses.schedule import Schedule, Step
from clausecheck.analyses.terms import acts
from clausecheck.analyses.ties import named_by
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_VERIFYING = ("verify", "inspect", "monitor", "certify", "supervise", "check")
_HANGING = ("after", "if", "from", "starts", "on", "by", "before", "together with")
_EITHER = frozenset({"any", "earlier"})
_STARTING = frozenset({"after", "if", "from", "starts", "on", "together with"})


@frozen
class Trigger:
    """A moment of another step that a step hangs on, and why nobody must bring it about."""

    at: Span
    number: str
    awaited: Moment
    why: Literal["permitted", "wished", "unverified"]
    starts: bool
    """Whether the step begins by it; else it is due by it."""
    step: Step
    """The step that is awaited."""


def triggers(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Trigger, ...]:
    """Return such triggers in text order, each label once.

    A procedure within one clause, whose first step somebody may take, is none.
    """
    verified = _verified(reading, vocabulary)
    firsts: dict[str, Provision] = {}
    for provision in reading.provisions:
        firsts.setdefault(provision.number, provision)
    found: dict[Span, Trigger] = {}
    for step in schedule.steps.values():
        for label in step.said.labels.all(*_HANGING) if step.kind in _OWED else ():
            for moment in _awaited(label, step, schedule):
                why = _why(step.number, moment, schedule.steps[moment.of], firsts, verified)
                if why is not None:
                    found.setdefault(
                        label.span,
                        Trigger(
                            label.span,
                            step.number,
                            moment,
                            why,
                            label.name in _STARTING,
                            schedule.steps[moment.of],
                        ),
                    )
    return tuple(found.values())


_OWED = frozenset({"duty", "prohibition"})


def _awaited(label: nodes.Label, step: Step, schedule: Schedule) -> Iterator[Moment]:
    """Yield the moments a label names; of alternatives none, as one that is owed is enough."""
    values = list(walk(label.value))
    if any(isinstance(value, nodes.Combined) and value.how in _EITHER for value in values):
        return
    for value in values:
        if isinstance(value, nodes.ClauseState):
            number = value.clause.number
            named = value.state in {"begins", "is complete", "is verified"}
            if named and number in schedule.steps and number != step.number:
                yield Moment(number, value.state)  # type: ignore[arg-type]  # one of the three


def _verified(reading: Reading, vocabulary: Vocabulary) -> frozenset[str] | None:
    """Return the numbers that somebody verifies; None where a sentence does not say which."""
    found = set()
    for provision in reading.provisions:
        if provision.labels.get("verified by") is not None:
            found.add(provision.number)
        if acts(provision, vocabulary, _VERIFYING):
            named = set(named_by(provision, reading, "verifies"))
            if not named:
                return None
            found |= named
    return frozenset(found)


def _why(
    waiting: str,
    moment: Moment,
    step: Step,
    firsts: Mapping[str, Provision],
    verified: frozenset[str] | None,
) -> Literal["permitted", "wished", "unverified"] | None:
    provision = firsts[step.number]
    if step.kind == "permission":
        return None if provision.clause == firsts[waiting].clause else "permitted"
    if step.kind == "duty" and not provision.meaning.binding:
        return "wished"
    if moment.state == "is verified" and verified is not None and moment.of not in verified:
        return "unverified"
    return None


@frozen
class Undated:
    """A body that no line says when to set up, and a duty with a day that falls to it."""

    name: str
    at: Span
    duty: Provision
    due: nodes.Label


def undated_bodies(reading: Reading, vocabulary: Vocabulary) -> tuple[Undated, ...]:
    """Return the bodies of the text that must act by a day and need not exist by then."""
    set_up = {
        mention.name
        for provision in reading.provisions
        if acts(provision, vocabulary, ("establish", "form", "convene", "open"))
        for mention in provision.deed.mentions
    }
    return tuple(
        found
        for block in reading.declaration.blocks
        if isinstance(block, nodes.Block)
        for heading, labels in headed(block)
        if heading.word == "body" and heading.name is not None
        if heading.name.text not in set_up
        if not any(label.name in {"established", "source", "ends"} for label in labels)
        if (found := _undated(heading.name.text, heading.span, reading)) is not None
    )


def _undated(name: str, at: Span, reading: Reading) -> Undated | None:
    for provision in reading.provisions:
        if provision.actor == name and provision.meaning.binding and provision.timing.due:
            due = provision.timing.due[0]
            if any(isinstance(node, (nodes.Date, nodes.Event)) for node in walk(due.value)):
                return Undated(name, at, provision, due)
    return None
