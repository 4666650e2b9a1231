"""What the parts of the report on a text with brackets have in common: how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.findings import SEVERITIES
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.proposals import Alternatives, Counted, Resolution

NOTHING = "–"

COUNTS = ("sceptic", "advocate", "safeguards", "duties")

_CHOICE_ROOM = 26
_PLACE_ROOM = 14
_MANY = 10**9


def unweighed(made: Alternatives) -> str:
    """Return how brackets are told of on which nothing was found to hang."""
    sure = "" if made.knows_all else ", as far as was looked at"
    return f"no rule weighs these{sure}"


def in_short(count: int) -> str:
    """Return a number in digits, or by its power of ten where nobody would read them."""
    return f"{count:,}" if count < _MANY else f"10^{len(str(count)) - 1}"


def cells(each: Resolution) -> list[list[str]]:
    """Return what a text counts, a cell for each of `COUNTS`."""
    counted = each.counted
    lenses = [[found(counted, lens, f"{counted.met[lens]}m")] for lens in (0, 1)]
    return [*lenses, [str(counted.safeguards)], [str(duties(each))]]


def duties(each: Resolution) -> int:
    """Return how many duties and prohibitions a text has."""
    return each.report.material.duties + each.report.material.prohibitions


def found(counted: Counted, lens: int, met: str = "") -> str:
    """Return what is found for one lens, with what it has met: `0e 7w 12m 3i`."""
    half = len(SEVERITIES)
    counts = counted.cost[lens * half : (lens + 1) * half]
    *told, info = (f"{count}{name[0]}" for count, name in zip(counts, SEVERITIES, strict=True))
    return " ".join([*told, *([met] if met else []), info])


def drawn(headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], room: int) -> list[str]:
    """Return rows in columns, of which the last takes what room the others leave."""
    if room < NARROW:
        return [line for row in rows for line in _stacked(headings, row, room)]
    rooms = [
        min(each, _PLACE_ROOM if name == "bracket" else _CHOICE_ROOM)
        for name, each in zip(headings, needed(headings, rows), strict=True)
    ]
    rooms[-1] = room - BETWEEN * (len(rooms) - 1) - sum(rooms[:-1])
    wrapped = [
        [
            [line for text in cell for line in wrap(text, space, indent="  ")]
            for cell, space in zip(row, rooms, strict=True)
        ]
        for row in rows
    ]
    return columns(headings, wrapped)


def _stacked(headings: Sequence[str], row: Sequence[Sequence[str]], room: int) -> list[str]:
    first, *others = row
    lines = wrap(f"{headings[0]} {', '.join(first)}".strip(), room, indent="  ")
    for name, texts in zip(headings[1:], others, strict=True):
        lines += wrap("; ".join(texts), room, opening=f"  {name}: ", indent="    ")
    return lines
