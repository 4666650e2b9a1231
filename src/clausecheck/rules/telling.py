"""How rules name the other clauses that take part in a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from clausecheck.analyses.contradictions.conflicts import Conflict
from clausecheck.analyses.contradictions.pairs import UNDECIDED
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.conditions import adding
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.ranking import comes_first
from clausecheck.findings import Problem, Related, Severity
from clausecheck.model.nodes import ClauseState, State
from clausecheck.model.sentences import ProvisionKind
from clausecheck.model.walk import every
from clausecheck.source import Span

_SHOWN = 5
"""Clauses that a message names before it counts the rest."""


def numbers(norms: Sequence[Norm]) -> str:
    """Return the clauses in a row: `1, 2 and 5`."""
    told = list(dict.fromkeys(norm.number for norm in norms))
    if len(told) > _SHOWN:
        told = [*told[:_SHOWN], f"{len(told) - _SHOWN} more"]
    *most, last = told
    return f"{', '.join(most)} and {last}" if most else last


def first(norms: Sequence[Norm]) -> str:
    """Return the first of them, as a label takes it."""
    return norms[0].number


def unranked(norm: Norm, other: Norm) -> str:
    """Return what to add where each of two says that the other comes first, or that it does."""
    if not (comes_first(norm, other) and comes_first(other, norm)):
        return ""
    yields = other.number in norm.under
    return f", and each {'yields to' if yields else 'overrides'} the other"


def meeting(conflict: Conflict) -> str:
    """Return when a norm meets those it cannot stand with, where either alone has a condition."""
    if conflict.norm.after_a_breach:
        return f"once {conflict.norm.number} is breached"
    told = dict.fromkeys(_meeting(conflict.norm, other) for other in conflict.against)
    return next(iter(told)) if len(told) == 1 else "under their conditions"


def _meeting(norm: Norm, other: Norm) -> str:
    lines = frozenset(line.name for line in adding(norm, other) + adding(other, norm))
    return _MEETING.get(lines, "once the one condition holds and the other does not")


_MEETING = {
    frozenset({"if"}): "once the condition holds",
    frozenset({"unless"}): "as long as the condition does not hold",
}


def by_definition(conflict: Conflict) -> str:
    """Return what to add where a definition lists what the one clause speaks of.

    A message that asks for an exception shows the definition beside it.
    """
    told = conflict.term is not None and conflict.grade not in {"narrower", "other words"}
    return f", by the definition of `{conflict.term}`" if told else ""


def defined(conflict: Conflict, facts: Facts) -> tuple[Related, ...]:
    """Return where that definition stands."""
    definition = facts.reading.names.definitions.get((conflict.term or "").lower())
    return () if definition is None else (Related(definition.span, "this definition lists it"),)


def forbidden(
    kind: ProvisionKind,
    facts: Facts,
    how: Mapping[str, str],
    severities: Mapping[str, Severity | None],
    remedy: Callable[[Conflict], str],
) -> Iterator[Problem]:
    """Yield what is told of each norm of one kind that others forbid, and how, by the grade.

    Whatever has no severity of its own is a warning.
    """
    for conflict in facts.conflicts:
        norm, others = conflict.norm, conflict.against
        told = conflict.what == "forbidden" and norm.kind == kind
        if told and conflict.grade not in UNDECIDED:
            yield Problem(
                norm.at,
                how[conflict.grade].format(
                    words=norm.words,
                    others=numbers(others),
                    s="s" if len(others) == 1 else "",
                    meeting=meeting(conflict),
                )
                + by_definition(conflict)
                + unranked(norm, others[0]),
                _remedy(conflict) or remedy(conflict),
                severity=severities.get(conflict.grade, "warning"),
                related=(
                    *places(others, "forbidden here"),
                    *_until_then(conflict, facts),
                    *defined(conflict, facts),
                ),
            )


def _remedy(conflict: Conflict) -> str:
    """Return what to write where that does not hang on what is forbidden; else nothing."""
    number = conflict.norm.number
    if conflict.norm.after_a_breach:
        return f"add `unless: {number} is breached` to {first(conflict.against)}"
    if conflict.grade == "but for some":
        return f"name them here under `except:`, or add `exception to: {number}` there"
    return ""


def _until_then(conflict: Conflict, facts: Facts) -> tuple[Related, ...]:
    """Return the clauses until which others forbid, where those stand that have such an end."""
    told = {conflict.norm.number, *(other.number for other in conflict.against)}
    named = (
        state.clause.number
        for other in conflict.against
        for line in other.said.labels.ending(other.provision.kind)
        for state in every(ClauseState, line.value)
    )
    steps = ((each, facts.schedule.steps.get(each)) for each in dict.fromkeys(named))
    return tuple(
        Related(step.said.sentence.span, f"until {number} has come that far")
        for number, step in steps
        if step is not None and number not in told
    )


def told_as_unranked(facts: Facts) -> frozenset[frozenset[str]]:
    """Return the pairs of clauses of which a conflict tells that neither comes first."""
    return frozenset(
        frozenset((conflict.norm.number, other.number))
        for conflict in facts.conflicts
        if conflict.what in {"forbidden", "exclusive"} and conflict.grade not in UNDECIDED
        for other in conflict.against[:1]
        if unranked(conflict.norm, other)
    )


def exclusive_pairs(facts: Facts) -> frozenset[frozenset[str]]:
    """Return the pairs of clauses of which a conflict tells that their acts exclude each other."""
    return frozenset(
        frozenset((conflict.norm.number, other.number))
        for conflict in facts.conflicts
        if conflict.what == "exclusive" and conflict.grade not in UNDECIDED
        for other in conflict.against
    )


def held_back(facts: Facts) -> frozenset[tuple[str, Span]]:
    """Return the steps, each with the line of the ban until whose end it is told to wait.

    They are told where they wait in a circle, and where they are due too early.
    """
    circling = (
        (wait.by.number, wait.by.line.span)
        for circle in facts.waiting.circles
        for wait in (*circle.waits, *circle.beside)
        if wait.by is not None
    )
    early = (
        (each.number, later.barred)
        for each in facts.overtaken
        for later in each.others
        if later.barred is not None
    )
    return frozenset(chain(circling, early))


def places(norms: Sequence[Norm], message: str) -> tuple[Related, ...]:
    """Return where each stands."""
    return tuple(Related(norm.at, f"{message}: `{norm.words}`") for norm in norms[:_SHOWN])


def untouched(facts: Facts) -> str:
    """Return the sentence by which the text leaves foreign forces alone."""
    return f"Nothing in this {facts.title_word} affects the presence of foreign forces."


def waiting_for(number: str, facts: Facts) -> str:
    """Return what to type so that a step waits for another, for its proof if it can have one.

    Where nobody verifies the other, that comes first: else the step would wait for ever. So it
    would for what goes on to be complete.
    """
    strengths = {each.provision.number: each.strength for each in facts.verification.duties}
    strength = strengths.get(number)
    if strength is None:
        return f"`after: {number} {done_by(number, facts)}`"
    wait = f"`after: {number} is verified`"
    unverified = strength in {"none", "adjective"}
    return f"`verified by:` to {number}, and with it {wait}" if unverified else wait


def done_by(number: str, facts: Facts) -> State:
    """Return the state in which a step of which there is nothing to verify has been given."""
    step = facts.schedule.steps.get(number)
    return "begins" if step is not None and step.lasting else "is complete"
