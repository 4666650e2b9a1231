"""Answers that may never come though everybody keeps the text: on a condition, or left free.

What is given for one of them stays given. A condition that is the step itself, or that another
clause asks for, or that whoever gives need only ask for or leave undone, is none of that kind.
Whose consent a step takes may refuse it.
By itself a step hangs on any condition that may fail, and with it what is counted from that step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.analyses.exchange.answers import Answer, with_members
from clausecheck.analyses.timing.procedures import left_open
from clausecheck.analyses.timing.waits import Promised
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS, Declared
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import every, walk
from clausecheck.source import Span

Hanging: TypeAlias = Literal["on a condition", "on a choice"]
"""Whether a line says that it comes only in some case, or nobody is bound to have it come."""


def hanging(
    pairs: Iterable[Answer],
    reading: Reading,
    promised: Promised,
    unasked: Collection[Span],
    unowed: Collection[str],
) -> Mapping[Answer, Hanging]:
    """Return the answers that need never come where the step that they answer must.

    Of two that are bound only upon each other neither is among them. `promised` gives the clauses
    that ask for what conditions speak of, `unasked` the places of those that are an act of one
    party for which none asks, and `unowed` the steps that nobody must take.
    """
    sure = _owed(reading).difference(unowed)
    failing = _failing(reading, promised, unasked, sure)
    unsure = failing.union(unowed)
    timed = _timed_by(unsure, reading, but=())
    found: dict[Answer, Hanging] = {}
    for pair in pairs:
        given, gained = pair.given, pair.gained
        if pair.mutual or not (given.kind == "statement" or given.number in sure):
            continue
        if gained.kind != "statement" and gained.number not in sure:
            found[pair] = "on a choice"
            continue
        fails = any(
            line.value.span in unasked or _may_fail(line, pair, reading, promised, sure)
            for line in _conditions(gained)
        )
        fails = fails or _needs_leave(gained, reading, but=pair.given_by)
        if not fails and gained.number in timed and given.number not in timed:
            fails = gained.number in _timed_by(unsure, reading, but={given.number})
        if fails:
            found[pair] = "on a condition"
    return found


def unowed(reading: Reading, unsigned: Collection[str], done: Collection[str]) -> frozenset[str]:
    """Return by number the steps that nobody who signs is bound to take, and that are not done.

    `unsigned` are those of which nobody who signs is told to take any.
    """
    kinds = {"duty", "prohibition", "permission"}
    every = {each.number for each in reading.provisions if each.kind in kinds}
    return frozenset(every - _owed(reading) | set(unsigned)).difference(done)


def conditional(
    reading: Reading,
    promised: Promised,
    unasked: Collection[Span],
    unowed: Collection[str],
    done: Collection[str],
) -> frozenset[str]:
    """Return by number the steps whose day may pass with nobody bound to have taken them.

    They hang on a condition that may fail, or are timed by a step that does. `promised`, `unasked`
    and `unowed` are those of `hanging`; what is `done` hangs on nothing.
    """
    sure = _owed(reading).difference(unowed).union(done)
    found = _failing(reading, promised, unasked, sure).difference(done)
    return found | _timed_by(found, reading, but=done)


def adrift(
    reading: Reading, unowed: Collection[str], conditional: Collection[str], done: Collection[str]
) -> frozenset[str]:
    """Return by number the other steps that are timed by one that nobody is bound to take."""
    return _timed_by({*unowed, *conditional}, reading, but=done).difference(unowed, conditional)


def _owed(reading: Reading) -> frozenset[str]:
    free = left_open(reading)
    return frozenset(each.number for each in reading.provisions if _is_owed(each, free))


def _failing(
    reading: Reading, promised: Promised, unasked: Collection[Span], sure: Collection[str]
) -> frozenset[str]:
    """Return by number the steps that have a condition which may fail."""
    return frozenset(
        each.number
        for each in reading.provisions
        if _needs_leave(each, reading)
        or any(
            line.value.span in unasked or _may_fail(line, None, reading, promised, sure)
            for line in _conditions(each)
        )
    )


def _timed_by(others: Collection[str], reading: Reading, *, but: Collection[str]) -> frozenset[str]:
    """Return by number the steps that are timed by one of these, or by one that is.

    An event is, too, which lies between two steps.
    """
    events = reading.names.events
    left = [each for each in reading.provisions if each.number not in {*others, *but}]
    found = set(others).difference(but)
    while (
        more := {
            *(each.number for each in left if _is_timed_by(each, found, reading)),
            *(name for name in events if _comes_with(events[name], found, reading)),
        }
        - found
    ):
        found |= more
    return frozenset(found.difference(others, events))


def _comes_with(event: Declared, others: Collection[str], reading: Reading) -> bool:
    lines = (line for line in event.labels if line.name == "when")
    return any(_counts_from(line.value, others, reading) for line in lines)


_STARTING = ("if", "on", "after", "starts", "from", "together with")
_ENDING = ("by", "before")


def _is_timed_by(provision: Provision, others: Collection[str], reading: Reading) -> bool:
    """Tell whether it begins only with one of these, or is due by nothing beside them."""
    labels = provision.labels
    starts = (_counts_from(line.value, others, reading) for line in labels.all(*_STARTING))
    due = [_counts_from(line.value, others, reading) for line in labels.all(*_ENDING)]
    return any(starts) or (bool(due) and all(due))


def _counts_from(time: nodes.Value, others: Collection[str], reading: Reading) -> bool:
    """Tell whether a time comes only if one of these does."""
    match time:
        case nodes.Combined():
            found = [_counts_from(each, others, reading) for each in time.moments]
            return all(found) if time.either else any(found)
        case nodes.Bound():
            return _counts_from(time.time, others, reading)
        case nodes.Offset():
            return _counts_from(time.moment, others, reading)
        case nodes.Event():
            return time.name.text in others
        case nodes.ClauseState():
            return _needs(time, others, reading)
        case _:
            return False


def _needs(time: nodes.ClauseState, others: Collection[str], reading: Reading) -> bool:
    """Tell whether a clause comes to a state only if one of these does: it begins with any."""
    names = reading.names
    numbers = names.between(time.clause.number, time.clause.last)
    hang = [each in others for each in numbers if len(names.below(each)) == 1]
    if time.state == "is breached" or not hang:
        return False
    return any(hang) if time.state in {"is complete", "is verified"} else all(hang)


def _is_owed(provision: Provision, free: Collection[str]) -> bool:
    duty = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
    return duty and provision.number not in free


def _conditions(provision: Provision) -> Iterator[nodes.Label]:
    lines = provision.labels.all("if", "unless")
    return (line for line in lines if not isinstance(line.value, nodes.Silence))


def _needs_leave(provision: Provision, reading: Reading, but: Collection[str] = ()) -> bool:
    """Tell whether a duty is owed only if somebody else agrees, who may refuse."""
    lines = provision.labels.all("with consent of") if provision.kind == "duty" else ()
    asked = [line.value for line in lines if not isinstance(line.value, nodes.Silence)]
    names = [node.text for value in asked for node in every(nodes.Name, value)]
    actors = {actor.name for name in names if (actor := reading.names.actor(name)) is not None}
    own = {*provision.meaning.who.names, *but}
    free = own.union(*(with_members(name, reading.names) for name in own))
    return bool(asked) and not (actors and actors <= free)


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
