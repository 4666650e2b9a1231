"""The report as annotations, made by the commands that a runner of GitHub Actions takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.escaping import in_command, in_property, visible
from clausecheck.reporters.summary import counts_line, most_serious, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.findings import Finding, Outcome, Severity
    from clausecheck.source import Source

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

_MOST = 10
"""Annotations of one level that are shown for one step."""

_MOST_CHARACTERS = 4_000
"""Of a message; the runner cuts it a little later, and perhaps within an escape."""


def github(outcome: Outcome) -> str:
    """Return a command for each failure and finding, the most serious first, and the counts.

    Of each level no more are given than are shown. Where there are more, the
    last one says how many: nothing is left out in silence.
    """
    return "".join(f"{line}\n" for line in _lines(outcome))


def _lines(outcome: Outcome) -> Iterator[str]:
    commands: dict[str, list[str]] = {command: [] for command in _COMMANDS.values()}
    for failure in outcome.failures:
        title = f"clausecheck: {failure.undone}"
        commands["error"].append(_command("error", failure.message, title, failure.path))
    for notice in outcome.notices:
        commands["notice"].append(_command("notice", notice.message, "clausecheck", notice.path))
    for report, finding in most_serious(outcome)[0]:
        level = _COMMANDS[finding.severity]
        commands[level].append(_annotation(level, report.source, finding))
    for level, given in commands.items():
        if len(given) <= _MOST:
            yield from given
            continue
        yield from given[: _MOST - 1]
        rest = f"{len(given) - _MOST + 1} more of this kind are not shown here"
        yield _command(level, f"{rest}; a report in another format has them all", "clausecheck")
    yield visible(counts_line(outcome))


def _annotation(level: str, source: Source, finding: Finding) -> str:
    start, end = source.place_of(finding.span.start), source.place_of(finding.span.end)
    places = {"line": start.line, "endLine": end.line}
    if start.line == end.line:  # columns of two lines are not understood
        places |= {"col": start.column, "endColumn": max(end.column, start.column)}
    clause = f" (clause {finding.clause})" if finding.clause else ""
    parts = [said(finding), *([f"help: {finding.help}"] if finding.help else [])]
    return _command(level, "\n".join(parts), f"{finding.rule}{clause}", source.name, places)


def _command(
    level: str, message: str, title: str, path: str = "", places: dict[str, int] | None = None
) -> str:
    properties = [
        *([f"file={in_property(path)}"] if path else []),
        *(f"{name}={number}" for name, number in (places or {}).items()),
        f"title={in_property(title)}",
    ]
    return f"::{level} {','.join(properties)}::{in_command(message[:_MOST_CHARACTERS])}"
