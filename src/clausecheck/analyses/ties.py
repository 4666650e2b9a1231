"""What a step is tied to: the step it is given for, and the steps and events it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausecheck.model import nodes
from clausecheck.model.names import Declared
from clausecheck.model.reading import Labels, Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.values import frozen

WAITING = ("after", "if", "starts", "from", "on", "by")
"""Labels by which a step may wait for another."""
NOTHING_MORE = frozenset({"note", "source", "certainty", "reviewer"})
"""Labels that leave what a sentence asks as it is."""
_WORDED = ("if", "after")
_LOOSELY = ("if", "unless", "after", "subject to", "until", "in parallel with")


@frozen
class Awaited:
    """A clause that a label names, at the point it names, directly or by an event."""

    number: str
    state: nodes.State | None


def counterparts(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Return what each sentence is exchanged for, by number, whichever of the two says so."""
    found: dict[str, list[str]] = {}
    for provision in reading.firsts.values():
        for number in named_by(provision, reading, "in return for"):
            found.setdefault(provision.number, []).append(number)
            found.setdefault(number, []).append(provision.number)
    return {number: tuple(dict.fromkeys(others)) for number, others in found.items()}


def one_a_sentence(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Yield the first provision of every sentence, in order."""
    seen = set()
    for provision in provisions:
        if provision.number not in seen:
            seen.add(provision.number)
            yield provision


def awaited(provision: Provision, reading: Reading, *labels: str) -> frozenset[Awaited]:
    """Return the clauses that these labels name, each with all below it, and at what point."""
    values = [label.value for label in provision.labels.all(*labels)]
    return _at_states(_states(values, reading), reading)


def _at_states(states: Iterable[nodes.ClauseState], reading: Reading) -> frozenset[Awaited]:
    return frozenset(
        Awaited(number, state.state)
        for state in states
        for number in reading.names.between(state.clause.number, state.clause.last)
    )


def needed(provision: Provision, reading: Reading, *labels: str) -> frozenset[Awaited]:
    """Return the clauses without which the times of these labels do not come, at what point.

    Where one of several times is enough, what all of them hang on.
    """
    lines = provision.labels.all(*labels)
    return _union(_needed(line.value, reading, frozenset()) for line in lines)


def _needed(value: nodes.Value, reading: Reading, within: frozenset[str]) -> frozenset[Awaited]:
    """Return the same for one value; `within` are the events that it says the time of."""
    match value:
        case nodes.Bound():
            return _needed(value.time, reading, within)
        case nodes.Offset() if value.relation != "before":
            return _needed(value.moment, reading, within)
        case nodes.Combined():
            parts = [_needed(each, reading, within) for each in value.moments]
            return parts[0].intersection(*parts) if value.either else _union(parts)
        case nodes.Event():
            return _needed_for_event(value.name.text, reading, within)
        case nodes.ClauseState() if value.clause.instrument is None:
            return _at_states((value,), reading)
    return frozenset()


def _needed_for_event(name: str, reading: Reading, within: frozenset[str]) -> frozenset[Awaited]:
    event = reading.names.events.get(name)
    lines = Labels(event.labels) if event is not None and name not in within else None
    if lines is None or lines.stated("otherwise"):  # by that it may come all the same
        return frozenset()
    return _union(_needed(line.value, reading, within | {name}) for line in lines.all("when"))


def bringing_about(value: nodes.Value, reading: Reading) -> Iterator[nodes.Value]:
    """Yield what brings about the events without which a time does not come."""
    for event in events_needed(value, reading):
        yield from (line.value for line in event.labels if line.name == "when")


def events_needed(value: nodes.Value, reading: Reading) -> Iterator[Declared]:
    """Yield the events without which a time does not come, by other events too.

    None where another moment is enough, and none that says under `otherwise:` what else holds.
    """
    waiting, seen = [value], set[str]()
    for each in waiting:
        match each:
            case nodes.Bound():
                waiting.append(each.time)
            case nodes.Offset():
                waiting.append(each.moment)
            case nodes.Combined() if not each.either:
                waiting.extend(each.moments)
            case nodes.Event() if each.name.text not in seen:
                seen.add(each.name.text)
                event = reading.names.events.get(each.name.text)
                if event is not None and not Labels(event.labels).stated("otherwise"):
                    waiting.extend(line.value for line in event.labels if line.name == "when")
                    yield event


def _union(parts: Iterable[frozenset[Awaited]]) -> frozenset[Awaited]:
    return frozenset[Awaited]().union(*parts)


def is_tied(
    provision: Provision, reading: Reading, exchanged: Mapping[str, tuple[str, ...]]
) -> bool:
    """Tell whether a step is given for another, goes with one, or waits for one or for an event."""
    beside = provision.labels.stated("mirrors", "in parallel with")
    return beside or bool(exchanged.get(provision.number)) or is_ordered(provision, reading)


def is_ordered(provision: Provision, reading: Reading) -> bool:
    """Tell whether a step waits for another or for an event, or begins with one.

    What stands side by side with another, or is given for it, orders nothing.
    """
    lines = provision.labels.all(*WAITING, "together with")
    return any(
        isinstance(node, nodes.ClauseState)
        or (isinstance(node, nodes.Event) and node.name.text in reading.names.events)
        for line in lines
        for node in walk(line.value)
    )


def is_conditional(provision: Provision) -> bool:
    """Tell whether a step hangs on anything, be it in open words or side by side with it."""
    return provision.labels.stated(*_LOOSELY)


def waits_for_mere_words(provision: Provision, reading: Reading) -> bool:
    """Tell whether all it waits for stands in quotation marks, and nobody is named to judge it."""
    lines = provision.labels.all(*_LOOSELY)
    open_words = [each.name in _WORDED and in_open_words(each, reading) for each in lines]
    return bool(lines) and all(open_words) and not provision.labels.stated("judged by")


def in_open_words(label: nodes.Label, reading: Reading) -> bool:
    """Tell whether a line holds no more than words in quotation marks that name no event."""
    value = label.value
    if isinstance(value, nodes.Event):
        return value.name.quoted and value.name.text not in reading.names.events
    return isinstance(value, nodes.Phrase) and all(
        isinstance(part, nodes.Words) for part in value.parts
    )


def named_by(provision: Provision, reading: Reading, *labels: str) -> Iterator[str]:
    """Yield the numbers of this text that these labels name, each with all below it."""
    for label in provision.labels.all(*labels):
        for node in walk(label.value):
            if isinstance(node, nodes.Reference) and node.instrument is None:
                yield from reading.names.between(node.number, node.last)


def _states(values: list[nodes.Value], reading: Reading) -> Iterator[nodes.ClauseState]:
    """Yield the states of clauses in values, and in what brings about the events they name."""
    waiting, seen = list(values), set[str]()
    for value in waiting:
        for node in walk(value):
            if isinstance(node, nodes.ClauseState) and node.clause.instrument is None:
                yield node
            elif isinstance(node, nodes.Event) and node.name.text not in seen:
                seen.add(node.name.text)
                event = reading.names.events.get(node.name.text)
                waiting.extend(
                    label.value for label in (event.labels if event else ()) if label.name == "when"
                )
