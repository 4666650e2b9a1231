"""What text reports share: headings, what there was to check, and the closing counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeVar

from clausecheck.findings import NOT_STATED, SEVERITIES
from clausecheck.reporters.colours import heading
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.findings import Finding, Outcome, Report, Severity, Stance

Item = TypeVar("Item", str, tuple[str, str, "Severity"])

Part = Literal["findings", "accepted", "ledger", "clashes", "stances", "statistics", "summary"]
"""A part of a text report."""

USUAL: frozenset[Part] = frozenset({"findings", "stances", "summary"})
"""What is shown unless something else is asked for."""

WHOLE_TEXT = "–"
"""Stands for the clause of what concerns the whole text."""


_MOST_CLAUSES = 8
"""Beyond that many a list of clauses tells no more than their number; JSON has them all."""

_MOST_CHOICES = 3
"""Beyond that many a list of choices tells no more than their number; JSON has them all."""

_IN = "` in "

_ONE_AND_MANY: dict[str, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "info"),
    "accepted": ("accepted", "accepted"),
    "suppressed": ("suppressed", "suppressed"),
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
    """Return what counts, in the order of the report: not accepted, suppressed or baselined."""
    return [finding for finding in report.findings if finding.status == "new"]


def line_of(report: Report, finding: Finding) -> int:
    """Return the number of the line on which a finding begins."""
    return report.source.place_of(finding.span.start).line


def most_serious(
    outcome: Outcome, limit: int | None = None
) -> tuple[list[tuple[Report, Finding]], int]:
    """Return what counts in the whole run, the most serious first, and how many are left out."""
    found = [(report, finding) for report in outcome.reports for finding in new_findings(report)]
    found.sort(key=lambda each: SEVERITIES.index(each[1].severity))
    kept = found[:limit]
    return kept, len(found) - len(kept)


def said(finding: Finding) -> str:
    """Return the message, with the choices that bring it about."""
    return finding.message + choices_told(finding.choices)


def message_of(finding: Finding) -> str:
    """Return the same, with nothing in it that would drive a terminal."""
    return visible(said(finding))


def choices_told(choices: Sequence[str]) -> str:
    """Return the choices of which each set is enough, in brackets; "" where none matter."""
    if not choices:
        return ""
    told = list(_alike(choices))
    shown, more = told[:_MOST_CHOICES], len(told) - _MOST_CHOICES
    others = [f"{more} other ways"] if more > 1 else told[_MOST_CHOICES:]
    return f" ({'; or '.join((*shown, *others))})"


def _alike(choices: Sequence[str]) -> Iterator[str]:
    """Yield choices of the same words as one: “with `all` in 2#1, 3#1 or 40 more like it”."""
    places: dict[str, list[str]] = {}
    for choice in choices:
        words, inside, place = choice.rpartition(_IN)
        alone = inside and _IN not in words and " " not in place
        places.setdefault(f"{words}{inside}" if alone else choice, []).append(
            place if alone else ""
        )
    for words, where in places.items():
        more = len(where) - _MOST_CHOICES
        if more > 1:
            where[_MOST_CHOICES:] = [f"{more} more like it"]
        *first, last = where
        yield f"{words}{', '.join(first)}{' or ' if first else ''}{last}"


def title_lines(report: Report, *, room: int, color: bool) -> list[str]:
    """Return the heading of a file: its path, and its title where it has one."""
    path = visible(report.source.name)
    lines = [heading(line, color=color) for line in wrap(path, room)]
    return [*lines, *wrap(visible(report.title), room)] if report.title else lines


def material_lines(report: Report, *, show: frozenset[Part], room: int) -> list[str]:
    """Return what there was to check in a file, its stances, and what to know of the check.

    Without the summary, the stances alone, and what of the text was not looked at.
    """
    if "summary" not in show:
        stances = "; ".join(_stances(report.stances)) if "stances" in show else ""
        lines = wrap(visible(stances), room, indent="  ") if stances else []
        return [*lines, *_note_lines(report.bound, room)]
    lines = wrap(checked_line(report), room, indent="  ")
    if not report.material.clauses:
        return lines
    if "stances" in show and report.stances:
        lines += wrap(visible("; ".join(_stances(report.stances))), room, indent="  ")
    return [*lines, *_note_lines(report.notes, room)]


def _note_lines(notes: Sequence[str], room: int) -> list[str]:
    return [line for each in notes for line in wrap(f"note: {visible(each)}", room, indent="  ")]


def checked_line(report: Report) -> str:
    """Return what there was to check in a file, so that nothing found is not taken for sound."""
    material = report.material
    if not material.clauses:
        return "no clauses, so there was nothing to check"
    counts = (
        (material.clauses, "clauses"),
        (material.duties, "duties"),
        (material.prohibitions, "prohibitions"),
        (material.deadlines, "deadlines"),
        (material.verified, "verified"),
    )
    label = "checked:" if new_findings(report) else "no findings in"
    return f"{label} " + ", ".join(counted(number, what) for number, what in counts)


def _stances(stances: Iterable[Stance]) -> Iterator[str]:
    """Yield what a text does on each question; those it leaves open share a place at the end.

    Where that hangs on choices, what it may be stands in a row; what language versions say stands
    one against the other, as both count.
    """
    told: dict[str, list[str]] = {}
    apart: dict[str, str] = {}
    for stance in stances:
        shown = filter(None, (_some(stance.clauses), _beside(stance)))
        within = "; ".join(shown)
        told.setdefault(stance.question, []).append(
            f"{stance.stance} ({within})" if within else stance.stance
        )
        chosen = any(choice.startswith("with ") for choice in stance.choices)
        apart[stance.question] = " or " if chosen else " against "
    silent = [question for question, each in told.items() if each == [NOT_STATED]]
    for question, each in told.items():
        if question not in silent:
            yield f"{question}: {apart[question].join(each)}"
    if silent:
        yield f"{NOT_STATED}: {', '.join(silent)}"


def _beside(stance: Stance) -> str:
    """Return how many duties are verified more strongly than the text at its weakest."""
    counts = Counter(strength for _, strength in stance.duties if strength != stance.stance)
    told = ", ".join(f"{count} {strength}" for strength, count in counts.most_common())
    return f"others: {told}" if told else ""


def _some(clauses: Sequence[str]) -> str:
    """Return the clauses, or the first of them with how many more there are."""
    if len(clauses) <= _MOST_CLAUSES:
        return ", ".join(clauses)
    shown = clauses[: _MOST_CLAUSES - 2]
    return f"{', '.join(shown)} and {len(clauses) - len(shown)} more"


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
        by, until = visible(", ".join(finding.accepted_by)), finding.accepted_until
        if by or until:
            who = f"by: {by or 'not said'}" + (f"; until: {until}" if until else "")
            lines += wrap(who, room, opening="  ", indent="    ")
    return [lines] if accepted else []


def closing_lines(outcome: Outcome, *, show: frozenset[Part], room: int) -> list[str]:
    """Return what could not be checked and, at the end, how much was found in the whole run."""
    lines: list[str] = []
    for failure in outcome.failures:
        text = f"{failure.undone}: {visible(failure.path)}: {visible(failure.message)}"
        lines += wrap(text, room, indent="  ")
    for notice in outcome.notices:
        text = f"note: {visible(notice.path)}: {visible(notice.message)}"
        lines += wrap(text, room, indent="  ")
    if lines and "summary" in show:
        lines.append("")
    if "summary" in show:
        lines += wrap(counts_line(outcome), room, indent="  ")
    return lines


def counts_line(outcome: Outcome) -> str:
    """Return how much was found in the whole run, and how much could not be done."""
    found = [
        counted(outcome.counts[severity], severity)
        for severity in SEVERITIES
        if outcome.counts.get(severity)
    ]
    files = counted(len(outcome.reports), "files")
    text = f"{', '.join(found) or 'no findings'} in {files}"
    if not outcome.reports:
        text = "nothing was checked"
    for status in ("accepted", "suppressed", "baselined"):
        if outcome.counts.get(status):
            text += f"; {counted(outcome.counts[status], status)}"
    for undone, number in Counter(failure.undone for failure in outcome.failures).items():
        text += f"; {number} {undone}"
    return text


def statistics_lines(outcome: Outcome, *, color: bool) -> list[str]:
    """Return how often each rule was met in the whole run, by family, the most frequent first."""
    findings = [finding for report in outcome.reports for finding in new_findings(report)]
    families = Counter(finding.family for finding in findings)
    rules = Counter((finding.family, finding.rule, finding.severity) for finding in findings)
    lines: list[str] = []
    digits = len(str(max(families.values(), default=0)))
    for family, total in _ranked(families):
        lines.append(f"{total:>{digits}}  {family}")
        for (home, rule, severity), number in _ranked(rules):
            if home == family:
                lines.append(f"{number:>{digits}}    {rule} ({severity})")
    return [heading("how often each rule, by family", color=color), *lines] if lines else []


def _ranked(tally: Counter[Item]) -> list[tuple[Item, int]]:
    return sorted(tally.items(), key=lambda item: (-item[1], item[0]))
