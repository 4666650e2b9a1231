"""Tables whose columns share the room so that no cell is taller than need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.wrapping import width as width_of
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG_WORD = 14
"""Columns beyond which a word is broken rather than given room of its own."""


_A_DATE = 10


def drawn(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[str]:
    """Return rows in columns; on a terminal too narrow the cells stand below each other."""
    if room < NARROW:
        return [line for row in rows for line in _stacked(headings, row, room)]
    rooms = _shared(headings, rows, room)
    cells = [[wrap(text, space) for text, space in zip(row, rooms, strict=True)] for row in rows]
    heads = [wrap(name, space) for name, space in zip(headings, rooms, strict=True)]
    return columns(["\n".join(head) for head in heads], cells)


def _shared(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the room of each column, so that the tallest cell is as low as can be."""
    wanted = needed(headings, [[[text] for text in row] for row in rows])
    rooms = [
        max(min(width_of(word), _LONG_WORD) for cell in column for word in cell.split(" "))
        for column in zip(headings, *rows, strict=True)
    ]
    rooms = [max(least, min(want, _A_DATE)) for least, want in zip(rooms, wanted, strict=True)]
    left = room - BETWEEN * (len(headings) - 1) - sum(rooms)
    for _ in range(-left):
        rooms[rooms.index(max(rooms))] -= 1
    for _ in range(left):
        short = [at for at in range(len(rooms)) if rooms[at] < wanted[at]]
        if not short:
            break
        rooms[max(short, key=lambda at: wanted[at] / rooms[at])] += 1
    return rooms


def _stacked(headings: Sequence[str], row: Sequence[str], room: int) -> list[str]:
    first, *others = row
    lines = wrap(f"{headings[0]} {first}", room, indent="  ")
    for name, text in zip(headings[1:], others, strict=True):
        told = f"{name}: {text}"
        lines += wrap(told, room, opening="  ", indent="    ")
    return lines
