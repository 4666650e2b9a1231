"""Mutants checked, and held against what was found in the text before."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.mutations.draft import Draft, edited
from clausecheck.check import Settings, check
from clausecheck.source import Source
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from benchmarks.mutations.mutant import Expected, Mutant, Operator
    from clausecheck.findings import Finding

_RANK = {"info": 0, "warning": 1, "error": 2}
_SETTINGS = Settings(today=datetime.date(2026, 1, 1))
_Key: TypeAlias = "tuple[str, ...]"


@frozen
class Outcome:
    """A mutant, and the findings that count: for a fault the new ones that were expected of it.

    For a near miss they are the new ones above info.
    """

    operator: str
    mutant: Mutant
    findings: tuple[Finding, ...]


@frozen
class Tally:
    """How often an operator planted something, and how often that was answered."""

    planted: int
    answered: int

    @property
    def ratio(self) -> float:
        """The share that was answered; of nothing, all."""
        return self.answered / self.planted if self.planted else 1.0


def try_all(operators: Iterable[Operator], drafts: Sequence[Draft]) -> Iterator[Outcome]:
    """Yield the outcome of every mutant that the operators make of the texts."""
    before = {draft.name: _findings(draft.text, draft) for draft in drafts}
    for operator in operators:
        for draft in drafts:
            for mutant in operator(draft):
                yield Outcome(operator.__name__, mutant, outcome(mutant, before[draft.name]))


def outcome(mutant: Mutant, before: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that count of a mutant, given those of its text."""
    after = _findings(edited(mutant.draft.text, mutant.edits), mutant.draft)
    if mutant.expected is None:
        known = {_rough(finding, {}) for finding in before}
        return tuple(
            finding
            for finding in after
            if _RANK[finding.severity] and _rough(finding, mutant.renamed) not in known
        )
    counted = Counter(_exact(finding) for finding in before)
    fresh = []
    for finding in after:
        key = _exact(finding)
        if counted[key]:
            counted[key] -= 1
        elif _answers(finding, mutant.expected):
            fresh.append(finding)
    return tuple(fresh)


def tallies(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """Return the tally of each operator, in order of their first mutants."""
    planted: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for each in outcomes:
        planted[each.operator] += 1
        answered[each.operator] += bool(each.findings)
    return {name: Tally(count, answered[name]) for name, count in planted.items()}


def total(every: Mapping[str, Tally]) -> Tally:
    """Return the tally of all operators together."""
    return Tally(
        sum(tally.planted for tally in every.values()),
        sum(tally.answered for tally in every.values()),
    )


def mean_ratio(every: Mapping[str, Tally]) -> float:
    """Return the mean of the operators' ratios, each counted alike; of none, 1."""
    return sum(tally.ratio for tally in every.values()) / len(every) if every else 1.0


def _findings(text: str, draft: Draft) -> tuple[Finding, ...]:
    return check(Source(draft.source.name, text), draft.vocabulary, _SETTINGS).findings


def _answers(finding: Finding, expected: Expected) -> bool:
    """Tell whether a finding is what was expected; one that names several places is at each."""
    if finding.family not in expected.families:
        return False
    if _RANK[finding.severity] < _RANK[expected.severity]:
        return False
    places = (finding.clause, *(other.clause for other in finding.related))
    return expected.clause is None or any(_is_within(at, expected.clause) for at in places)


def _is_within(number: str | None, clause: str) -> bool:
    return number is not None and re.match(rf"{re.escape(clause)}(?!\w)", number) is not None


def _exact(finding: Finding) -> _Key:
    """Return what tells a finding from every other, wherever it stands."""
    related = (f"{other.clause} {other.message}" for other in finding.related)
    return (finding.fingerprint.partition("-")[0], finding.severity, finding.message, *related)


def _rough(finding: Finding, renamed: Mapping[str, str]) -> _Key:
    """Return what a finding is about, however many places and names it tells."""
    clause = finding.clause or ""
    number, letter, rest = clause.partition("(")
    return (finding.rule, renamed.get(clause) or renamed.get(number, number) + letter + rest)
