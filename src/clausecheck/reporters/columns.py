"""Cells in columns."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from clausecheck.reporters.colours import plain
from clausecheck.reporters.wrapping import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BETWEEN = 2
"""Columns between two cells."""

NARROW = 72
"""Below this many columns several cells abreast cannot be read."""


def needed(headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    """Return the columns each cell needs to stay unbroken; rows hold the lines of their cells."""
    return [
        max(width(heading), *(width(plain(line)) for row in rows for line in row[at]), 0)
        for at, heading in enumerate(headings)
    ]


def columns(
    headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], *, apart: bool = True
) -> list[str]:
    """Return the lines of a table; the cells are wrapped already.

    Where a row takes several lines, all rows are set `apart`, unless they are told not to be.
    """
    rooms = needed(headings, rows)
    tall = any(len(lines) > 1 for row in rows for lines in row)
    drawn = [_line(headings, rooms), _line(["-" * room for room in rooms], rooms)]
    for number, row in enumerate(rows):
        if number and apart and tall:
            drawn.append("")
        drawn += [_line(cells, rooms) for cells in zip_longest(*row, fillvalue="")]
    return drawn


def _line(cells: Iterable[str], rooms: Sequence[int]) -> str:
    padded = (
        cell + " " * (room - width(plain(cell))) for cell, room in zip(cells, rooms, strict=True)
    )
    return (" " * BETWEEN).join(padded).rstrip()
