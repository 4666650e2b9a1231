"""The order of numbers, whatever the order in which their clauses stand in the file."""

from __future__ import annotations

import re
from typing import TypeAlias

Counted: TypeAlias = tuple[tuple[bool, int, str], ...]


def in_order(number: str) -> Counted:
    """Return what puts a number in its place as a reader counts: 2 before 10, 1(a) before 1(b).

    A number comes before those below it, and annexes and recitals after the clauses.
    """
    parts = re.findall(r"\d+|[^\d.]+", number)
    return tuple((False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts)
