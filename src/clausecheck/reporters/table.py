"""The report as a table that fits the terminal: one block a file, then the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.colours import severity_word
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.summary import (
    USUAL,
    closing_lines,
    material_lines,
    message_of,
    new_findings,
    statistics_lines,
    title_lines,
)
from clausecheck.reporters.wrapping import width as width_of_text
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from clausecheck.findings import Finding, Outcome, Report
    from clausecheck.reporters.summary import Part

_HEADINGS = ("severity", "clause", "rule", "conflict", "remedy")
_LEAST = 20
"""No line is made shorter than this, however narrow the terminal."""

_CLAUSE_ROOM = 12

_WHOLE_TEXT = "–"  # noqa: RUF001 - the dash of an empty cell


def table(outcome: Outcome, *, width: int, color: bool, show: frozenset[Part] = USUAL) -> str:
    """Return the report as tables no wider than `width` columns; "" where there is nothing to say.

    On a terminal too narrow for a table the cells stand below each other.
    """
    room = max(width, _LEAST)
    blocks = [_block(report, room=room, color=color, show=show) for report in outcome.reports]
    if "statistics" in show:
        blocks.append(statistics_lines(outcome, color=color))
    blocks.append(closing_lines(outcome, show=show, room=room))
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _block(report: Report, *, room: int, color: bool, show: frozenset[Part]) -> list[str]:
    findings = new_findings(report) if "findings" in show else []
    parts: list[list[str]] = []
    if findings and room < NARROW:
        parts += [_stacked(report, finding, room=room, color=color) for finding in findings]
    elif findings:
        parts.append(_rows(report, findings, room=room, color=color))
    if "summary" in show:
        parts.append(material_lines(report, show=show, room=room))
    if not parts:
        return []
    lines = title_lines(report, room=room, color=color)
    for part in parts:
        lines += ["", *part]
    return lines


def _rows(report: Report, findings: list[Finding], *, room: int, color: bool) -> list[str]:
    cells = [_cells(report, finding) for finding in findings]
    rooms = _rooms(cells, room)
    rows: list[list[list[str]]] = []
    for finding, texts in zip(findings, cells, strict=True):
        _, *wrapped = (
            [line for text in cell for line in wrap(text, cell_room)]
            for cell, cell_room in zip(texts, rooms, strict=True)
        )
        rows.append([[severity_word(finding.severity, color=color)], *wrapped])
    return columns(_HEADINGS, rows)


def _cells(report: Report, finding: Finding) -> list[list[str]]:
    """Return the texts of each cell, a text for each line that must begin anew."""
    return [
        [finding.severity],
        [visible(finding.clause or _WHOLE_TEXT), f"line {_line(report, finding)}"],
        [visible(finding.rule)],
        [message_of(finding)],
        [visible(finding.help)],
    ]


def _line(report: Report, finding: Finding) -> int:
    return report.source.place_of(finding.span.start).line


def _rooms(cells: list[list[list[str]]], room: int) -> list[int]:
    """Return the columns for each cell: the last two share what the others leave.

    Both texts get a share by their length, but none less than two fifths: a
    narrow column is harder to read than an uneven one.
    """
    severity, clause, rule, conflict, remedy = needed(_HEADINGS, cells)
    clause = min(clause, _CLAUSE_ROOM)
    rule = min(rule, room // 5 + 2)
    left = room - severity - clause - rule - BETWEEN * (len(_HEADINGS) - 1)
    if conflict + remedy > left:
        lengths = [sum(width_of_text(text) for row in cells for text in row[at]) for at in (3, 4)]
        share = min(max(lengths[0] / sum(lengths), 0.4), 0.6)
        conflict = min(conflict, max(round(left * share), left - remedy))
        remedy = left - conflict
    return [severity, clause, rule, conflict, remedy]


def _stacked(report: Report, finding: Finding, *, room: int, color: bool) -> list[str]:
    place = f"{visible(finding.clause or _WHOLE_TEXT)}, line {_line(report, finding)}"
    first, *others = wrap(f"{finding.severity} {place}", room, indent="  ")
    word = severity_word(finding.severity, color=color)
    lines = [word + first.removeprefix(finding.severity), *others]
    texts = ("", finding.rule), ("conflict: ", message_of(finding)), ("remedy: ", finding.help)
    for label, text in texts:
        if text:
            opening = f"  {label}"
            lines += wrap(visible(text), room, opening=opening, indent="    ")
    return lines
