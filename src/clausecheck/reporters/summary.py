"""What text reports share: headings, what there was to check, and the closing counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from clausecheck.findings import SEVERITIES
from clausecheck.reporters.colours import heading
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.findings import Finding, Outcome, Report, Severity, Stance

Part = Literal["findings", "accepted", "ledger", "clashes", "stances", "statistics", "summary"]
"""A part of a text report."""

USUAL: frozenset[Part] = frozenset({"findings", "stances", "summary"})
"""What is shown unless something else is asked for."""

WHOLE_TEXT = "–"
"""Stands for the clause of what concerns the whole text."""

_ONE_AND_MANY: dict[str, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "info"),
    "accepted": ("accepted", "accepted"),
    "baselined": ("baselined", "baselined"),
    "clauses": ("clause", "clauses"),
    "duties": ("duty", "duties"),
    "prohibitions": ("prohibition", "prohibitions"),
    "deadlines": ("deadline", "deadlines"),
    "verified": ("verified", "verified"),
    "files": ("file", "files"),
}


def counted(number: int, what: str) -> str:
    """Return a number with its word, as in “1 duty” and “9 duties”."""
    one, many = _ONE_AND_MANY[what]
    return f"{number} {one if number == 1 else many}"


def new_findings(report: Report) -> list[Finding]:
    """Return what counts, in the order of the report: neither accepted nor baselined."""
    return [finding for finding in report.findings if finding.status == "new"]


def line_of(report: Report, finding: Finding) -> int:
    """Return the number of the line on which a finding begins."""
    return report.source.place_of(finding.span.start).line


def message_of(finding: Finding) -> str:
    """Return the message, with the proposals under which it holds."""
    choices = f" (with {'; '.join(finding.choices)})" if finding.choices else ""
    return visible(finding.message + choices)


def title_lines(report: Report, *, room: int, color: bool) -> list[str]:
    """Return the heading of a file: its path, and its title where it has one."""
    path = visible(report.source.name)
    lines = [heading(line, color=color) for line in wrap(path, room)]
    return [*lines, *wrap(visible(report.title), room)] if report.title else lines


def material_lines(report: Report, *, show: frozenset[Part], room: int) -> list[str]:
    """Return what there was to check in a file, its stances, and what to know of the check."""
    lines = wrap(_material(report), room, indent="  ")
    if "stances" in show and report.stances:
        stances = "; ".join(_stance(stance) for stance in report.stances)
        lines += wrap(visible(stances), room, indent="  ")
    for note in report.notes:
        lines += wrap(f"note: {visible(note)}", room, indent="  ")
    return lines


def _material(report: Report) -> str:
    material = report.material
    counts = (
        (material.clauses, "clauses"),
        (material.duties, "duties"),
        (material.prohibitions, "prohibitions"),
        (material.deadlines, "deadlines"),
        (material.verified, "verified"),
    )
    label = "checked:" if new_findings(report) else "no findings in"
    return f"{label} " + ", ".join(counted(number, what) for number, what in counts)


def _stance(stance: Stance) -> str:
    clauses = f" ({', '.join(stance.clauses)})" if stance.clauses else ""
    return f"{stance.question}: {stance.stance}{clauses}"


def accepted_lines(report: Report, *, room: int, color: bool) -> list[list[str]]:
    """Return a block with what the text accepts on record, and why; none where there is nothing."""
    accepted = [finding for finding in report.findings if finding.status == "accepted"]
    lines = [heading("accepted on record", color=color)]
    for finding in accepted:
        place = f"{visible(finding.clause or WHOLE_TEXT)}, line {line_of(report, finding)}"
        text = f"{place}: {message_of(finding)} ({visible(finding.rule)})"
        lines += wrap(text, room, indent="  ")
        if finding.because:
            lines += wrap(f"because: {visible(finding.because)}", room, opening="  ", indent="    ")
    return [lines] if accepted else []


def closing_lines(outcome: Outcome, *, show: frozenset[Part], room: int) -> list[str]:
    """Return what could not be checked and, at the end, how much was found in the whole run."""
    lines: list[str] = []
    for failure in outcome.failures:
        text = f"not checked: {visible(failure.path)}: {visible(failure.message)}"
        lines += wrap(text, room, indent="  ")
    if lines and "summary" in show:
        lines.append("")
    if "summary" in show:
        lines += wrap(_counts(outcome), room, indent="  ")
    return lines


def _counts(outcome: Outcome) -> str:
    found = [
        counted(outcome.counts[severity], severity)
        for severity in SEVERITIES
        if outcome.counts.get(severity)
    ]
    files = counted(len(outcome.reports), "files")
    text = f"{', '.join(found) or 'no findings'} in {files}"
    if not outcome.reports:
        text = "nothing was checked"
    for status in ("accepted", "baselined"):
        if outcome.counts.get(status):
            text += f"; {counted(outcome.counts[status], status)}"
    if outcome.failures:
        text += f"; {len(outcome.failures)} not checked"
    return text


def statistics_lines(outcome: Outcome, *, color: bool) -> list[str]:
    """Return how often each rule was met in the whole run, the most frequent first."""
    tally = Counter(
        (finding.rule, finding.severity)
        for report in outcome.reports
        for finding in new_findings(report)
    )
    return [heading("how often each rule", color=color), *_tallied(tally)] if tally else []


def _tallied(tally: Counter[tuple[str, Severity]]) -> Iterator[str]:
    longest = max(width(rule) for rule, _ in tally)
    digits = len(str(max(tally.values())))
    for (rule, severity), number in sorted(tally.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>{digits}}  {rule:<{longest}}  {severity}"
