"""The clashes of a text: what each side says, what the text does about it, and what eases it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck import essays
from clausecheck.reporters.colours import heading
from clausecheck.reporters.columns import BETWEEN, NARROW, columns
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.findings import Clash, LedgerEntry, Report

_TITLE = "clashes: one side is met where the other's objection stays open"

_ONE_SIDED = "no side is met here: the objection is open, and the other side has no view of it"

_SIDES = ("the sceptic", "the advocate")


def clash_lines(report: Report, *, room: int, color: bool, side_by_side: bool) -> list[list[str]]:
    """Return a block for each clash under a common heading; one line where there are none.

    With `side_by_side` both arguments stand next to each other, on a terminal that has the room.
    """
    lenses = {essays.entry(each.entry).lens for each in report.ledger}
    if not report.clashes and not {"sceptic", "advocate"} <= lenses:
        return [wrap("no clash was looked for: it takes the objections of both sides", room)]
    if not report.clashes:
        return [wrap("no clash: no objection of one side is met at the other's cost", room)]
    catalogue = {known.key: known for known in essays.clashes()}
    blocks = [
        list(_clash(report, clash, catalogue[clash.name], room, side_by_side=side_by_side))
        for clash in report.clashes
    ]
    return [[heading(line, color=color) for line in wrap(_TITLE, room)], *blocks]


def _clash(
    report: Report, clash: Clash, known: essays.Clash, room: int, *, side_by_side: bool
) -> Iterator[str]:
    yield from wrap(f"{known.key}: {known.title}", room, indent="  ")
    if not (known.sceptic and known.advocate):
        yield from wrap(_ONE_SIDED, room, opening="  ", indent="    ")
    for each in clash.choices:
        yield from wrap(visible(each), room, opening="  ", indent="    ")
    entries = {entry.entry: entry for entry in report.ledger}
    sides = [
        [says, *(_side(entries[key]) for key in keys)]
        for says, keys in (
            (known.sceptic_says, clash.sceptic),
            (known.advocate_says, clash.advocate),
        )
    ]
    if side_by_side and room >= NARROW:
        yield from _beside(sides, room)
    else:
        for side, texts in zip(_SIDES, sides, strict=True):
            yield from wrap(f"{side}: {texts[0]}", room, opening="  ", indent="    ")
            for text in texts[1:]:
                yield from wrap(text, room, opening="    ", indent="      ")
    yield from wrap(f"eased by: {known.eases}", room, opening="  ", indent="    ")


def _side(entry: LedgerEntry) -> str:
    """Return an objection with the clauses that meet it, or else raise it."""
    numbers = entry.met_by if entry.state == "met" else entry.raised_by
    where = f" in {visible(', '.join(numbers))}" if numbers else ""
    return f"{entry.state}: {essays.entry(entry.entry).title} ({entry.entry}){where}"


def _beside(sides: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    each = (room - BETWEEN - len("  ")) // 2
    cells = [[line for text in texts for line in wrap(text, each, indent="  ")] for texts in sides]
    yield from (f"  {line}" for line in columns(_SIDES, [cells], apart=False))
