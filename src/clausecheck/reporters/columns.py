"""Cells in columns, as tabulate draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabulate import tabulate

from clausecheck.reporters.wrapping import width

if TYPE_CHECKING:
    from collections.abc import Sequence

BETWEEN = 2
"""Columns that tabulate leaves between two cells."""

NARROW = 72
"""Below this many columns five cells abreast cannot be read."""

_HEADING_PADDING = 2
"""Columns that tabulate adds to every heading."""

_NOTHING = "\u2060"
"""Sets two rows apart: tabulate drops an empty row, and in a cell this is always escaped."""


def needed(headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    """Return the columns each cell needs to stay unbroken; rows hold the lines of their cells."""
    return [
        max(
            width(heading) + _HEADING_PADDING,
            *(width(line) for row in rows for line in row[at]),
        )
        for at, heading in enumerate(headings)
    ]


def columns(headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """Return the lines of a table; the cells are wrapped already.

    Where a row takes several lines, all rows are set apart.
    """
    between = [[_NOTHING]] if any(len(lines) > 1 for row in rows for lines in row) else []
    cells: list[list[str]] = []
    for row in rows:
        cells += [*between, ["\n".join(lines) for lines in row]]
    drawn = tabulate(cells[len(between) :], headings, tablefmt="simple", disable_numparse=True)
    return [line.replace(_NOTHING, "").rstrip() for line in drawn.split("\n")]
