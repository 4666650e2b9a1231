"""What hangs on an event of which the text gives nothing but the name."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.reach import HANGING, begins_with
from clausecheck.analyses.ties import NOTHING_MORE, events_needed
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model.names import PREDECLARED_EVENTS, Declared
from clausecheck.model.reading import Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class OnUndefined:
    """A line of a duty or ban that counts from such an event."""

    at: Span
    number: str
    event: str
    starts: bool
    """Whether the step begins by it; else it is due by it."""
    declared: Span


def on_undefined(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule
) -> tuple[OnUndefined, ...]:
    """Return such lines in text order, one for each step and event.

    An event whose name is what a clause asks for, or that is known without a word, is none.
    """
    undefined = set(_undefined(reading, vocabulary))
    found: dict[tuple[str, str], OnUndefined] = {}
    for step in schedule.steps.values() if undefined else ():
        for label in step.said.labels.all(*HANGING) if step.kind != "permission" else ():
            for event in events_needed(label.value, reading):
                if event.name in undefined:
                    starts = begins_with(label)
                    line = OnUndefined(label.span, step.number, event.name, starts, event.span)
                    found.setdefault((step.number, event.name), line)
    return tuple(found.values())


def _undefined(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    events = [each for each in reading.names.events.values() if not _is_told_of(each)]
    asked = {
        act
        for provision in (reading.provisions if events else ())
        if provision.deed.act is not None
        for act in provision.deed.act.wider
    }
    for event in events:
        acts = {m.term.name for m in vocabulary.find(event.name.split(), ("act", "noun"))}
        known = any(vocabulary.is_a("act", act, *_PROCEDURES) for act in acts)
        if not known and acts.isdisjoint(asked):
            yield event.name


_PROCEDURES = ("sign", "ratify", "deposit", "exchange", "enter-into-force")


def _is_told_of(event: Declared) -> bool:
    """Tell whether some line says what it is, or its name does."""
    lines = any(line.name not in NOTHING_MORE for line in event.labels)
    return lines or event.name in PREDECLARED_EVENTS
