"""The ledger of objections: whose each is, what became of it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from clausecheck.essays import entries
from clausecheck.findings import STATES, UNREADABLE
from clausecheck.reporters.colours import heading
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.summary import WHOLE_TEXT
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.essays import Entry
    from clausecheck.findings import LedgerEntry, Report

_TITLES: dict[Literal["sceptic", "advocate", "both"], str] = {
    "sceptic": "the sceptic's objections",
    "advocate": "the advocate's objections",
    "both": "objections both sides share",
}
"""In the order in which they are shown."""

_HEADINGS = ("entry", "objection", "state", "raised in", "met in")

_CLAUSES_ROOM = 14

_RAISED = ("raised", "silent")


def ledger_lines(report: Report, *, room: int, color: bool) -> list[list[str]]:
    """Return a block for each side: its objections, the worst state first.

    Those that do not apply share a line, by why, and so do those that nothing looked for.
    """
    if not report.ledger:
        return [wrap("no rule that ran looks for an objection", room, indent="  ")]
    known = {entry.entry: entry for entry in report.ledger}
    broken = any(finding.rule == UNREADABLE for finding in report.findings)
    blocks: list[list[str]] = []
    for lens, title in _TITLES.items():
        listed = [entry for entry in entries() if entry.lens == lens]
        judged = [(entry, known[entry.key]) for entry in listed if entry.key in known]
        telling = [(entry, state) for entry, state in judged if state.state != "not applicable"]
        telling.sort(key=lambda pair: STATES.index(pair[1].state))
        lines = [heading(line, color=color) for line in wrap(title, room)]
        if not judged:
            blocks.append([*lines, *wrap("not looked for", room, indent="  ")])
            continue
        if telling and room < NARROW:
            lines += [
                line
                for entry, state in telling
                for line in _stacked(entry, state, _where(state, report), room=room)
            ]
        elif telling:
            lines += _rows(report, telling, room=room)
        for label, keys in (
            *_not_applicable(judged, broken=broken),
            ("not looked for", [e.key for e in listed if _expected(e) and e.key not in known]),
        ):
            if keys:
                lines += wrap(f"{label}: {', '.join(keys)}", room, indent="  ")
        blocks.append(lines)
    return blocks


def _not_applicable(
    judged: Sequence[tuple[Entry, LedgerEntry]], *, broken: bool
) -> Iterator[tuple[str, list[str]]]:
    """Yield the objections of which nothing becomes, by why that is so.

    What a text does not come to is not known where a line of it could not be read.
    """
    idle = [(entry, state) for entry, state in judged if state.state == "not applicable"]
    asked = {entry.key: None if broken else state.arises for entry, state in idle}
    for arises, why in (
        (None, "as far as it could be read"),
        (True, "for nothing raises or meets it"),
        (False, "for the text does not come to it"),
    ):
        keys = [entry.key for entry, _ in idle if not entry.note and asked[entry.key] is arises]
        yield f"not applicable, {why}", keys
    yield "noted, and never raised", [entry.key for entry, _ in idle if entry.note]


def _expected(entry: Entry) -> bool:
    """Tell whether an entry is judged by itself; a note is not, nor what others stand for."""
    return not (entry.note or entry.same_as or entry.parts)


def _rows(report: Report, pairs: list[tuple[Entry, LedgerEntry]], *, room: int) -> list[str]:
    cells = [
        [entry.key, _title(entry, state), state.state, *_where(state, report)]
        for entry, state in pairs
    ]
    key, title, word, raised, met = needed(_HEADINGS, [[[text] for text in row] for row in cells])
    raised, met = min(raised, _CLAUSES_ROOM), min(met, _CLAUSES_ROOM)
    left = room - key - word - raised - met - BETWEEN * (len(_HEADINGS) - 1)
    rooms = key, min(title, left), word, raised, met
    rows = [[wrap(text, each) for text, each in zip(row, rooms, strict=True)] for row in cells]
    return columns(_HEADINGS, rows, apart=False)


def _stacked(entry: Entry, state: LedgerEntry, where: tuple[str, str], *, room: int) -> list[str]:
    labelled = zip(("raised in", "met in"), where, strict=True)
    told = [f"{label} {text}" for label, text in labelled if text]
    lines = wrap(f"{entry.key} {'; '.join([state.state, *told])}", room, indent="  ")
    return [*lines, *wrap(_title(entry, state), room, opening="  ", indent="    ")]


def _title(entry: Entry, state: LedgerEntry) -> str:
    return f"{entry.title} ({visible(state.why)})" if state.why else entry.title


def _where(state: LedgerEntry, report: Report) -> tuple[str, str]:
    """Return where an objection is raised and where met: clauses, and lines outside all of them.

    A dash is for the text as a whole, which raises what it passes over.
    """
    raised = ", ".join(state.raised_by) or (WHOLE_TEXT if state.state in _RAISED else "")
    lines = dict.fromkeys(report.source.place_of(at.start).line for at in state.met_at)
    met = ", ".join((*state.met_by, *(f"line {line}" for line in lines)))
    return visible(raised), visible(met)
