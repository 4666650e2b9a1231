"""The few colours of a text report: severity words and headings, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex

if TYPE_CHECKING:
    from clausecheck.findings import Severity

_CODES: dict[Severity, str] = {"error": "1;31", "warning": "33", "info": "36"}

_CODE = regex(r"\x1b\[[\d;]*m")


def severity_word(severity: Severity, *, color: bool) -> str:
    """Return the word for a severity, in its colour where colour is asked for."""
    return f"\x1b[{_CODES[severity]}m{severity}\x1b[0m" if color else severity


def heading(text: str, *, color: bool) -> str:
    """Return the text as a heading, bold where colour is asked for."""
    return f"\x1b[1m{text}\x1b[0m" if color else text


def plain(text: str) -> str:
    """Return the text without colours."""
    return _CODE.sub("", text)
