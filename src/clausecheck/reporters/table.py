"""The report as a table that fits the terminal: one block a file, then the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.clashes import clash_lines
from clausecheck.reporters.colours import severity_word
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.ledger import ledger_lines
from clausecheck.reporters.summary import (
    USUAL,
    WHOLE_TEXT,
    accepted_lines,
    closing_lines,
    line_of,
    material_lines,
    message_of,
    new_findings,
    statistics_lines,
    title_lines,
)
from clausecheck.reporters.wrapping import width as width_of_text
from clausecheck.reporters.wrapping import wrap
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.findings import Finding, Outcome, Report
    from clausecheck.reporters.summary import Part

_LEAST = 20
"""No line is made shorter than this, however narrow the terminal."""

_CLAUSE_ROOM = 12

_FEW = 2
"""From so many others on, remarks of one kind share a row."""

_TEXT_ROOM = 30
"""Columns that conflict and remedy must have before the rule gets a column to itself."""


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
    findings = _gathered(new_findings(report)) if "findings" in show else []
    parts: list[list[str]] = []
    if findings and room < NARROW:
        remedies = _remedies(report, findings)
        parts += [
            _stacked(report, finding, remedy, room=room, color=color)
            for finding, remedy in zip(findings, remedies, strict=True)
        ]
    elif findings:
        parts.append(_rows(report, findings, room=room, color=color))
    if "accepted" in show:
        parts += accepted_lines(report, room=room, color=color)
    if "ledger" in show:
        parts += ledger_lines(report, room=room, color=color)
    if "clashes" in show:
        parts += clash_lines(report, room=room, color=color, side_by_side=False)
    if show & {"summary", "stances"} or report.bound:
        parts.append(material_lines(report, show=show, room=room))
    if not parts:
        return []
    lines = title_lines(report, room=room, color=color)
    for part in parts:
        lines += ["", *part]
    return lines


def _gathered(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, with remarks that say the same told once, where the first stands.

    A text under negotiation has a remark for every open bracket; a row for
    each would bury what has to be decided. Two of a kind keep their rows.
    """
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        if finding.severity == "info":
            alike.setdefault(_said(finding), []).append(finding)
    gathered: list[Finding] = []
    for finding in findings:
        first, *others = alike.get(_said(finding), [finding])
        if len(others) < _FEW:
            gathered.append(finding)
        elif finding is first:
            clauses = dict.fromkeys(other.clause or WHOLE_TEXT for other in others)
            more = f"; and {len(others)} more, in {', '.join(clauses)}"
            gathered.append(evolve(finding, message=finding.message + more))
    return gathered


def _said(finding: Finding) -> tuple[str, ...]:
    return finding.severity, finding.rule, finding.message, finding.help, *finding.choices


def _rows(report: Report, findings: Sequence[Finding], *, room: int, color: bool) -> list[str]:
    """Return a row for each finding; where there is little room the rule is below the conflict."""
    wide: list[list[list[str]]] = [
        [[finding.severity], place, [visible(finding.rule)], [message_of(finding)], [remedy]]
        for finding, place, remedy in zip(
            findings, _places(report, findings), _remedies(report, findings), strict=True
        )
    ]
    headings = ["severity", "clause", "rule", "conflict", "remedy"]
    rooms = _rooms(headings, wide, room)
    cells = wide
    if min(rooms[-2:]) < _TEXT_ROOM and rooms[-2:] != needed(headings, wide)[-2:]:
        headings = ["severity", "clause", "conflict (rule)", "remedy"]
        cells = [
            [severity, place, [*conflict, *(f"({name})" for name in rule)], remedy]
            for severity, place, rule, conflict, remedy in wide
        ]
        rooms = _rooms(
            headings, cells, room, name=max(len(conflict[-1]) for *_, conflict, _ in cells)
        )
    rows: list[list[list[str]]] = []
    for finding, texts in zip(findings, cells, strict=True):
        _, *wrapped = (
            [line for text in cell for line in wrap(text, cell_room)]
            for cell, cell_room in zip(texts, rooms, strict=True)
        )
        rows.append([[severity_word(finding.severity, color=color)], *wrapped])
    return columns(headings, rows)


def _places(report: Report, findings: Sequence[Finding]) -> Iterator[list[str]]:
    """Yield the clause and the line of each finding, without what the row above says already."""
    before: list[str] = []
    for finding in findings:
        place = [visible(finding.clause or WHOLE_TEXT), f"line {line_of(report, finding)}"]
        if place == before:
            yield [""]
        elif place[:1] == before[:1]:
            yield place[1:]
        else:
            yield place
        before = place


def _remedies(report: Report, findings: Sequence[Finding]) -> list[str]:
    """Return the remedy for each finding; one that its rule gave before is said by its line.

    Where other rules found something there too, the rule is named; where the rule itself gave that
    line several remedies, a reader could not tell which is meant.
    """
    first: dict[tuple[str, str], int] = {}
    given: dict[tuple[str, int], set[str]] = {}
    rules: dict[int, set[str]] = {}
    for finding in findings:
        line = line_of(report, finding)
        first.setdefault((finding.rule, finding.help), line)
        given.setdefault((finding.rule, line), set()).add(finding.help)
        rules.setdefault(line, set()).add(finding.rule)
    remedies: list[str] = []
    said: set[tuple[str, str]] = set()
    for finding in findings:
        key = finding.rule, finding.help
        named = f" ({finding.rule})" if len(rules[first[key]]) > 1 else ""
        again = f"as for line {first[key]}{named}"
        clear = len(given[finding.rule, first[key]]) == 1 and len(again) < len(finding.help)
        remedies.append(again if key in said and clear else visible(finding.help))
        said.add(key)
    return remedies


def _rooms(
    headings: Sequence[str],
    cells: Sequence[Sequence[Sequence[str]]],
    room: int,
    *,
    name: int = 0,
) -> list[int]:
    """Return the columns for each cell: the last two share what the others leave.

    Both texts get a share by their length, but none less than two fifths: a
    narrow column is harder to read than an uneven one. Within that the first
    gets the room that a rule's `name` needs to stay whole, so that it can be copied.
    """
    *others, conflict, remedy = needed(headings, cells)
    others[1] = min(others[1], _CLAUSE_ROOM)
    left = room - sum(others) - BETWEEN * (len(headings) - 1)
    if conflict + remedy > left:
        lengths = [sum(width_of_text(text) for row in cells for text in row[at]) for at in (-2, -1)]
        share = max(lengths[0] / max(sum(lengths), 1), 0.4, name / left if name else 0)
        conflict = min(conflict, max(round(left * min(share, 0.6)), left - remedy))
        remedy = left - conflict
    return [*others, conflict, remedy]


def _stacked(report: Report, finding: Finding, remedy: str, *, room: int, color: bool) -> list[str]:
    place = f"{visible(finding.clause or WHOLE_TEXT)}, line {line_of(report, finding)}"
    first, *others = wrap(f"{finding.severity} {place}", room, indent="  ")
    word = severity_word(finding.severity, color=color)
    lines = [word + first.removeprefix(finding.severity), *others]
    texts = ("", visible(finding.rule)), ("conflict: ", message_of(finding)), ("remedy: ", remedy)
    for label, text in texts:
        if text:
            opening = f"  {label}"
            lines += wrap(text, room, opening=opening, indent="    ")
    return lines
