"""Numbers in another notation than the language's, and how they are written here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.dates import DASHES
from clausecheck.syntax.slip import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

_GROUPED = regex(r"\d{1,3}(?:(?:[ '’]\d{3}){1,5}|(?:\.\d{3}){2,5})(?![\d:/(]|[.,]\d|-\w)")
_LIKE_A_GROUP = regex(r"[1-9]\d{0,2}\.\d{3}(?![\d.(])")
_DECIMAL_COMMA = regex(r"\d{1,9},\d{1,2}(?![\d(]|[.,]\d)")
_TOGETHER = regex(
    r"(?P<number>\d{1,3}(?:,\d{3}){0,3}(?:\.\d+)?)(?P<unit>km|kg|nm|MW|kt|k)(?![\w-])"
)
_APART = regex(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\s+(?P<inserted>bis|ter|quater)(?!\w)")
_FROM_OR_TO = r"\d{1,9}(?:[.,]\d{1,3}){0,4}(?:\([a-z]{1,5}\)){0,3}"
_RANGE = regex(
    rf"(?P<first>{_FROM_OR_TO})\s?(?P<dash>[-{DASHES}])\s?(?P<last>{_FROM_OR_TO})"
    rf"(?![\d{DASHES}-])"
)
_YEARS = regex(r"(?:19|20)\d\d\s?\D\s?(?:\d\d|(?:19|20)\d\d)")


def misnumbered(text: str, at: int, end: int, counts: Callable[[int], bool]) -> Unreadable | None:
    """Return a slip if a number, or two with a dash, are in another notation at a place.

    `counts` tells whether a number that ends at a place counts what follows it.
    """
    match = _GROUPED.match(text, at, end)
    if match:
        return _written(match, "a number", re.sub(r"\D", ",", match.group()))
    match = _DECIMAL_COMMA.match(text, at, end)
    if match and counts(match.end()):
        return _written(match, "a number", match.group().replace(",", "."))
    match = _APART.match(text, at, end)
    if match:
        return _written(match, "a clause's number", match["number"] + match["inserted"])
    match = _TOGETHER.match(text, at, end)
    if match:
        number, unit = match["number"], match["unit"]
        return _written(match, "a number", f"{number},000" if unit == "k" else f"{number} {unit}")
    match = _LIKE_A_GROUP.match(text, at, end)
    if match and counts(match.end()):
        thousands = match.group().replace(".", ",")
        fraction = match.group().rstrip("0").rstrip(".")
        fraction += "0" * (fraction == match.group())
        return Unreadable(
            Span(*match.span()),
            f"`{match.group()}` may be thousands or a decimal fraction",
            f"write `{thousands}` for thousands, `{fraction}` for the fraction",
        )
    match = _RANGE.match(text, at, end)
    if match and not _YEARS.fullmatch(match.group()):
        of_clauses = match["dash"] != "-" and not (match["first"] + match["last"]).isdigit()
        if of_clauses or counts(match.end()):
            return _written(match, "a range", f"{match['first']} to {match['last']}")
    return None


def _written(match: re.Match[str], what: str, right: str) -> Unreadable:
    wrong = match.group()
    return Unreadable(
        Span(*match.span()), f"`{wrong}` is not how {what} is written", f"write `{right}`"
    )
