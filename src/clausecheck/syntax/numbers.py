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
_SCIENTIFIC = regex(
    r"(?P<number>\d{1,9}(?:\.\d{1,9})?)[eE](?P<by>[+-]?\d{1,9})(?![\w(]|[.,]\d)"
    r"|(?P<base>0(?:[xX][0-9a-fA-F]{1,12}|[bB][01]{1,40}))(?![\w(])"
)
_LARGEST_POWER = 12
_LETTERS_FOR_DIGITS = regex(r"(?=[\d,]*[oOlI])\d[\d,oOlI]*[\doOlI](?![\w(]|-\w|[.,/’']\w)")
_BADLY_GROUPED = regex(r"\d{1,9}(?:,\d{1,9}){1,5}(?![\d(]|[.,]\d)")
_WELL_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?![\d,])")
_TURNED_ROUND = regex(r"\d{1,3}(?:\.\d{3}){1,5},\d{1,2}(?![\d(]|[.,]\d)")
_PADDED = regex(r"0\d{1,9}(?:\.\d{1,9})?(?![\d(:/°]|[.,]\d|-\w|\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4})")
"""A number with a nought before it, that is no day before a month."""
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
    slip = _ungrouped(text, at, end, counts) or _from_elsewhere(text, at, end)
    if slip:
        return slip
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


def _ungrouped(text: str, at: int, end: int, counts: Callable[[int], bool]) -> Unreadable | None:
    """Return a slip for a number whose commas, full stops or noughts stand where none do."""
    for pattern in (_DECIMAL_COMMA, _TURNED_ROUND, _BADLY_GROUPED, _PADDED):
        match = pattern.match(text, at, end)
        if match is None or not counts(match.end()):
            continue
        digits = match.group()
        if pattern is _DECIMAL_COMMA:
            return _written(match, "a number", digits.replace(",", "."))
        if pattern is _PADDED:
            right = digits.lstrip("0")
            return _written(match, "a number", right if right[:1].isdigit() else f"0{right}")
        whole, _, fraction = digits.replace(".", "").partition(",")
        if pattern is _TURNED_ROUND:
            rest = f".{fraction}" * bool(int(fraction))
            return _written(match, "a number", f"{int(whole):,}{rest}")
        if not _WELL_GROUPED.match(text, at, end):
            return _written(match, "a number", f"{int(digits.replace(',', '')):,}")
    return None


_DIGITS_MEANT = str.maketrans("oOlI", "0011")


def _from_elsewhere(text: str, at: int, end: int) -> Unreadable | None:
    """Return a slip for a number as science or programs write it, or with letters for digits."""
    match = _LETTERS_FOR_DIGITS.match(text, at, end)
    if match:
        return Unreadable(
            Span(*match.span()),
            f"`{match.group()}` has letters that look like digits",
            f"write `{match.group().translate(_DIGITS_MEANT)}`",
        )
    match = _SCIENTIFIC.match(text, at, end)
    if match is None:
        return None
    if match["base"]:
        return _written(match, "a number", f"{int(match['base'], 0):,}")
    power = int(match["by"])
    if 0 <= power <= _LARGEST_POWER:
        value = float(match["number"]) * 10**power
        return _written(match, "a number", f"{value:,.0f}" if value.is_integer() else f"{value:,}")
    what = f"`{match.group()}` is not how a number is written"
    return Unreadable(Span(*match.span()), what, "write it in full, as in `8,500`")


def _written(match: re.Match[str], what: str, right: str) -> Unreadable:
    wrong = match.group()
    return Unreadable(
        Span(*match.span()), f"`{wrong}` is not how {what} is written", f"write `{right}`"
    )
