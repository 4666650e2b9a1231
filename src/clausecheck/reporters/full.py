"""The report at full length: each finding with the words it is about, and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.clashes import clash_lines
from clausecheck.reporters.colours import heading, severity_word
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.excerpts import digits, excerpt
from clausecheck.reporters.ledger import ledger_lines
from clausecheck.reporters.summary import (
    USUAL,
    accepted_lines,
    closing_lines,
    material_lines,
    message_of,
    new_findings,
    statistics_lines,
    title_lines,
)
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.findings import Finding, Outcome, Related, Report
    from clausecheck.reporters.summary import Part
    from clausecheck.source import Source, Span

_LEAST = 20


def full(outcome: Outcome, *, width: int, color: bool, show: frozenset[Part] = USUAL) -> str:
    """Return the report with the lines quoted; "" where there is nothing to say."""
    room = max(width, _LEAST)
    sources = {report.source.name: report.source for report in outcome.reports}
    blocks: list[list[str]] = []
    for report in outcome.reports:
        if "findings" in show:
            blocks += [
                list(_finding(report, finding, sources, room=room, color=color))
                for finding in new_findings(report)
            ]
        about = _about(report, room=room, color=color, show=show)
        if about:
            title = title_lines(report, room=room, color=color)
            blocks += (
                [title, *about]
                if show & {"accepted", "ledger", "clashes"}
                else [[*title, *about[0]]]
            )
    if "statistics" in show:
        blocks.append(statistics_lines(outcome, color=color))
    blocks.append(closing_lines(outcome, show=show, room=room))
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _about(report: Report, *, room: int, color: bool, show: frozenset[Part]) -> list[list[str]]:
    """Return what is said of a file as a whole, a block for each part."""
    blocks: list[list[str]] = []
    if "accepted" in show:
        blocks += accepted_lines(report, room=room, color=color)
    if "ledger" in show:
        blocks += ledger_lines(report, room=room, color=color)
    if "clashes" in show:
        blocks += clash_lines(report, room=room, color=color, side_by_side=True)
    if show & {"summary", "stances"} or report.bound:
        blocks.append(material_lines(report, show=show, room=room))
    return blocks


def _finding(
    report: Report, finding: Finding, sources: dict[str, Source], *, room: int, color: bool
) -> Iterator[str]:
    source = report.source
    others = [(sources.get(related.path or source.name), related) for related in finding.related]
    gutter = max(
        digits(source, finding.span),
        *(digits(other, related.at) for other, related in others if other),
        0,
    )
    for line in wrap(f"{visible(finding.rule)}: {message_of(finding)}", room, indent="  "):
        yield heading(line, color=color)
    word = severity_word(finding.severity, color=color)
    clause = f", clause {visible(finding.clause)}" if finding.clause else ""
    yield f"{_arrow(source, finding.span, gutter)} ({word}{clause})"
    yield from excerpt(source, finding.span, width=room, gutter=gutter)
    for other, related in others:
        yield from _related(other, related, room=room, gutter=gutter)
    notes = (
        ("help", finding.help),
        ("why", finding.why),
        ("answer", finding.answer),
        ("scope", finding.scope),
    )
    for label, text in notes:
        if text:
            yield from wrap(f"{label}: {visible(text)}", room, indent="  ")


def _related(source: Source | None, related: Related, *, room: int, gutter: int) -> Iterator[str]:
    """Yield another place; one in a file outside this run has nothing to quote."""
    clause = f"clause {visible(related.clause)}: " if related.clause else ""
    yield from wrap(f"see {clause}{visible(related.message)}", room, indent="  ")
    if source is None:
        yield f"{'':>{gutter}}--> {visible(related.path or '')}"
        return
    yield _arrow(source, related.at, gutter)
    yield from excerpt(source, related.at, width=room, gutter=gutter)


def _arrow(source: Source, span: Span, gutter: int) -> str:
    place = source.place_of(span.start)
    return f"{'':>{gutter}}--> {visible(source.name)}:{place.line}:{place.column}"
