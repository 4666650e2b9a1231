"""Answers that may never come though everybody keeps the text: on a condition, or left free.

What is given for one of them stays given. A condition that is the step itself, or that another
clause asks for, or that whoever gives need only ask for or leave undone, is none of that kind.
By itself a step hangs on any condition that may fail, and with it what is counted from that step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.analyses.exchange.answers import Answer, with_members
from clausecheck.analyses.timing.procedures import left_open
from clausecheck.analyses.timing.waits import Promised
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import every, walk
from clausecheck.source import Span

Hanging: TypeAlias = Literal["on a condition", "on a choice"]
"""Whether a line says that it comes only in some case, or nobody is bound to have it come."""


def hanging(
    pairs: Iterable[Answer], reading: Reading, promised: Promised, unasked: Collection[Span]
) -> Mapping[Answer, Hanging]:
    """Return the answers that need never come where the step that they answer must.

    Of two that are bound only upon each other neither is among them. `promised` gives the clauses
    that ask for what conditions speak of, and `unasked` the places of those that are an act of one
    party for which none asks.
    """
    free = left_open(reading)
    sure = {each.number for each in reading.provisions if _is_owed(each, free)}
    found: dict[Answer, Hanging] = {}
    for pair in pairs:
        given, gained = pair.given, pair.gained
        if pair.mutual or not (given.kind == "statement" or given.number in sure):
            continue
        if gained.kind != "statement" and gained.number not in sure:
            found[pair] = "on a choice"
        elif any(
            line.value.span in unasked or _may_fail(line, pair, reading, promised, sure)
            for line in _conditions(gained)
        ):
            found[pair] = "on a condition"
    return found


def conditional(
    reading: Reading, promised: Promised, unasked: Collection[Span], done: Collection[str]
) -> frozenset[str]:
    """Return by number the steps whose day may pass with nobody bound to have taken them.

    They hang on a condition that may fail, or are timed by a step that does. `promised` and
    `unasked` are those of `hanging`; what is `done` hangs on nothing.
    """
    free = left_open(reading)
    sure = {each.number for each in reading.provisions if _is_owed(each, free)}.union(done)
    undone = [each for each in reading.provisions if each.number not in done]
    found = {
        each.number
        for each in undone
        for line in _conditions(each)
        if line.value.span in unasked or _may_fail(line, None, reading, promised, sure)
    }
    while more := {
        each.number
        for each in undone
        if each.number not in found and _is_timed_by(each, found, reading)
    }:
        found |= more
    return frozenset(found)


_TIMING = ("if", "by", "before", "on", "after", "starts", "from")


def _is_timed_by(provision: Provision, others: Collection[str], reading: Reading) -> bool:
    """Tell whether a line of its own counts from one of these, and from nothing beside them."""
    for line in provision.labels.all(*_TIMING):
        states = [*every(nodes.ClauseState, line.value)]
        hang = [
            any(each in others for each in reading.names.between(s.clause.number, s.clause.last))
            for s in states
        ]
        either = any(each.either for each in every(nodes.Combined, line.value))
        if all(hang) and hang if either else any(hang):
            return True
    return False


def _is_owed(provision: Provision, free: Collection[str]) -> bool:
    duty = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
    return duty and provision.number not in free


def _conditions(provision: Provision) -> Iterator[nodes.Label]:
    lines = provision.labels.all("if", "unless")
    return (line for line in lines if not isinstance(line.value, nodes.Silence))


def _may_fail(
    line: nodes.Label,
    pair: Answer | None,
    reading: Reading,
    promised: Promised,
    sure: Collection[str],
) -> bool:
    """Tell whether a condition may fail though all that is owed is done."""
    states = [*every(nodes.ClauseState, line.value)]
    if line.name == "unless":
        broken = bool(states) and all(state.state == "is breached" for state in states)
        return not (broken or _is_up_to(pair, line, reading))
    if states:
        comes = [_comes(state, pair, reading, sure) for state in states]
        either = any(each.either for each in every(nodes.Combined, line.value))
        return not (any(comes) if either else all(comes))
    words = _words(line.value)
    at_a_time = not words or words in PREDECLARED_EVENTS or words in reading.names.events
    return not (at_a_time or line.span in promised or _is_up_to(pair, line, reading))


def _words(value: nodes.Value) -> str:
    """Return the words of a condition that is no moment, or an event's name."""
    kinds = (nodes.Word, nodes.Words, nodes.Name)
    return " ".join(node.text for node in walk(value) if isinstance(node, kinds))


def _comes(
    state: nodes.ClauseState, pair: Answer | None, reading: Reading, sure: Collection[str]
) -> bool:
    """Tell whether a state of a clause comes about with the step given, or is owed."""
    numbers = tuple(reading.names.between(state.clause.number, state.clause.last))
    if state.state == "is breached":
        return False
    given = pair is not None and pair.given.number in numbers
    return given or (state.clause.instrument is None and any(number in sure for number in numbers))


def _is_up_to(pair: Answer | None, line: nodes.Label, reading: Reading) -> bool:
    """Tell whether a condition is what one of those who give does or leaves: "DPRK breaks 1"."""
    words = _words(line.value).split()
    match = reading.names.match(words, 0) if words else None
    givers = pair.given_by if pair is not None else ()
    return match is not None and any(
        match[0] in with_members(name, reading.names) for name in givers
    )
