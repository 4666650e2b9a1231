"""A comparison as runs for SARIF: what became of each finding from a base to another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.findings import Notice, Outcome, Report
from clausecheck.reporters.comparison_parts import by_rule
from clausecheck.reporters.summary import said
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clausecheck.changes import Compared, Comparison, Side
    from clausecheck.findings import Finding
    from clausecheck.reporters.sarif import BaselineState

_STATES: tuple[BaselineState, ...] = ("new", "updated", "unchanged", "absent")


def compared_runs(whole: Compared) -> dict[str, dict[BaselineState, Outcome]]:
    """Return a run for each text beside a base, by its name, with its findings by their state.

    Files in two states of a project are one run, for each has a base of its own. What could
    not be compared or judged, and what is accepted by now, is told by what is new.
    """
    length = max(map(len, whole.groups), default=1)
    runs: dict[str, dict[BaselineState, Outcome]] = {}
    for at in range(length):
        every = [group[at] for group in whole.groups]
        name = every[0].other.name if every else ""
        # One text may be given twice.
        runs[f"{name} ({at + 1})" if name in runs else name] = _run(every, whole)
    return runs


def _run(every: list[Comparison], whole: Compared) -> dict[BaselineState, Outcome]:
    reports: dict[BaselineState, list[Report]] = {state: [] for state in _STATES}
    for made in every:
        kept = [(two, _is_updated(one, two)) for one, two in made.kept]
        reports["new"].append(_report(made.other, made.gained))
        reports["updated"].append(_report(made.other, (two for two, moved in kept if moved)))
        reports["unchanged"].append(_report(made.other, (two for two, moved in kept if not moved)))
        reports["absent"].append(_report(made.base, made.cleared))
    reports["new"] += [_report(text.side, text.findings) for text in whole.added]
    reports["absent"] += [_report(text.side, text.findings) for text in whole.removed]
    found = {state: Outcome(tuple(of), (), whole.exit_status) for state, of in reports.items()}
    notices = tuple(notice for made in every for notice in _notices(made))
    found["new"] = evolve(found["new"], failures=whole.failures, notices=notices)
    return found


def _report(side: Side, findings: Iterable[Finding]) -> Report:
    return Report(side.source, side.title, tuple(findings), (), side.material)


def _is_updated(one: Finding, two: Finding) -> bool:
    """Tell whether a finding says something else than it did, or its clause has another number."""
    return (one.clause, one.severity, said(one)) != (two.clause, two.severity, said(two))


def _notices(made: Comparison) -> Iterator[Notice]:
    for found, what in (
        (made.accepted, "accepted on record by now"),
        (made.unjudged, f"not judged, as {made.why_unjudged}"),
    ):
        if found:
            message = f"{what}, and therefore among no results: {'; '.join(by_rule(found))}"
            yield Notice(made.other.source.name, message)
