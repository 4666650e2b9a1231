"""The few colours of a text report: severities, directions of a change, headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex

if TYPE_CHECKING:
    from clausecheck.changes import Direction
    from clausecheck.findings import Severity

_CODES: dict[Severity, str] = {"error": "1;31", "warning": "33", "info": "36"}

_DIRECTIONS: dict[Direction, str] = {"reversed": "1;31", "weaker": "33", "stronger": "36"}

_CODE = regex(r"\x1b\[[\d;]*m")


def severity_word(severity: Severity, *, color: bool) -> str:
    """Return the word for a severity, in its colour where colour is asked for."""
    return f"\x1b[{_CODES[severity]}m{severity}\x1b[0m" if color else severity


def direction_word(word: str, direction: Direction, *, color: bool) -> str:
    """Return a word for a change in the colour of what it does, where colour is asked for."""
    code = _DIRECTIONS.get(direction)
    return f"\x1b[{code}m{word}\x1b[0m" if color and code else word


def heading(text: str, *, color: bool) -> str:
    """Return the text as a heading, bold where colour is asked for."""
    return f"\x1b[1m{text}\x1b[0m" if color else text


def plain(text: str) -> str:
    """Return the text without colours."""
    return _CODE.sub("", text)
