"""The report as Markdown, for the summary of a job or a comment on a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.escaping import in_markdown
from clausecheck.reporters.summary import (
    WHOLE_TEXT,
    checked_line,
    counts_line,
    line_of,
    most_serious,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from clausecheck.findings import Finding, Outcome, Report

_MOST = 1_000
"""Findings; a summary of a job holds a megabyte, and a reader less."""

_MOST_CHARACTERS = 500
"""Of a message; a draft's own words in it can be as long as a line."""


def markdown(outcome: Outcome) -> str:
    """Return a heading with the counts, a table for each file, and what could not be done."""
    return "\n".join(_lines(outcome)) + "\n"


def _lines(outcome: Outcome) -> Iterator[str]:
    found, left_out = most_serious(outcome, _MOST)
    shown = {id(finding) for _, finding in found}
    yield f"## clausecheck: {in_markdown(counts_line(outcome))}"
    if outcome.failures:
        yield ""
    for failure in outcome.failures:
        path, message = in_markdown(failure.path), in_markdown(failure.message)
        yield f"- **{failure.undone}:** {path}: {message}"
    if left_out:
        yield ""
        yield f"The {_MOST:,} most serious findings are shown; {left_out:,} more are not."
    for report in outcome.reports:
        yield ""
        yield from _file(report, shown)
    if outcome.notices:
        yield ""
    for notice in outcome.notices:
        yield f"- {in_markdown(notice.path)}: {in_markdown(notice.message)}"


def _file(report: Report, shown: Collection[int]) -> Iterator[str]:
    title = f": {in_markdown(report.title)}" if report.title else ""
    yield f"### {in_markdown(report.source.name)}{title}"
    rows = [finding for finding in report.findings if id(finding) in shown]
    if rows:
        yield ""
        yield "| severity | clause | conflict (rule) | remedy |"
        yield "|---|---|---|---|"
    for finding in rows:
        yield f"| {' | '.join(_cells(report, finding))} |"
    yield ""
    yield in_markdown(checked_line(report))


def _cut(text: str) -> str:
    return in_markdown(text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…")


def _cells(report: Report, finding: Finding) -> Iterator[str]:
    yield finding.severity
    yield f"{in_markdown(finding.clause or WHOLE_TEXT)}, line {line_of(report, finding)}"
    yield f"{_cut(said(finding))} ({in_markdown(finding.rule)})"
    yield _cut(finding.help)
