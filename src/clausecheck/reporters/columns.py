"""Cells in columns, as tabulate draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.colours import plain
from clausecheck.reporters.wrapping import width

if TYPE_CHECKING:
    from collections.abc import Sequence

BETWEEN = 2
"""Columns that tabulate leaves between two cells."""

NARROW = 72
"""Below this many columns several cells abreast cannot be read."""

_NOTHING = "\u2060"
"""Sets two rows apart: tabulate drops an empty row, and in a cell this is always escaped."""


def needed(headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    """Return the columns each cell needs to stay unbroken; rows hold the lines of their cells."""
    return [
        max(
            *(width(line) for line in ("", *heading.split("\n"))),
            *(width(plain(line)) for row in rows for line in row[at]),
        )
        for at, heading in enumerate(headings)
    ]


def columns(
    headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], *, apart: bool = True
) -> list[str]:
    """Return the lines of a table; the cells are wrapped already.

    Where a row takes several lines, all rows are set `apart`, unless they are told not to be.
    """
    # Loading it takes a quarter of a run in which there is nothing to draw.
    from tabulate import tabulate

    tall = any(len(lines) > 1 for row in rows for lines in row)
    between = [[_NOTHING]] if apart and tall else []
    cells: list[list[str]] = []
    for row in rows:
        cells += [*between, ["\n".join(lines) for lines in row]]
    # A heading that is one gets two columns more than its words: these are a row like the others.
    ruled = [headings, ["-" * room for room in needed(headings, rows)], *cells[len(between) :]]
    drawn = tabulate(ruled, tablefmt="plain", disable_numparse=True)
    return [line.replace(_NOTHING, "").rstrip() for line in drawn.split("\n")]
