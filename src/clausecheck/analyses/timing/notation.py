"""Dates and numbers as treaties write them, turned into the notation of the language.

A quotation keeps its own words: "by 1 July 2027", "within ninety (90) days", "eight thousand
troops". Before it is read they become what the language's reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.patterns import regex
from clausecheck.syntax.dates import dates_in_words
from clausecheck.syntax.misreadings import UNIT

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED = 100
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUES = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
}
_WORD = "|".join(sorted((*_VALUES, "hundred", *_SCALES), key=len, reverse=True))
_NUMBER = regex(
    rf"\b(?P<words>(?:{_WORD})(?:(?:-|\s+(?:and\s+)?)(?:{_WORD}))*)\b(?:\s*\(\d[\d,]*\))?"
    rf"(?P<time>(?=\s+{UNIT}\b))?",
    re.IGNORECASE,
)
_TELLS = 11
"""From here on a number in words counts things; "the two sides" are no amount."""


def in_notation(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text in the language's notation, and for each character its place in the text."""
    written: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, instead in sorted((*dates_in_words(text), *_numbers(text))):
        written += (text[at:start], instead)
        places += range(at, start)
        # A token is as long as what it stands for, whatever the number of its characters.
        places += (min(start + number, end - 1) for number in range(len(instead) - 1))
        places.append(end - 1)
        at = end
    return "".join((*written, text[at:])), (*places, *range(at, len(text)))


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _NUMBER.finditer(text):
        value = _value(re.split(r"[\s-]+", match["words"].lower()))
        if value >= _TELLS or (match["time"] is not None and value):
            yield *match.span(), f"{value:,}"


def _value(words: list[str]) -> int:
    """Return what number words come to: 8,500 for "eight thousand five hundred"."""
    total = group = 0
    for word in words:
        if word == "hundred":
            group = max(group, 1) * _HUNDRED
        elif word in _SCALES:
            total += max(group, 1) * _SCALES[word]
            group = 0
        else:
            group += _VALUES.get(word, 0)
    return total + group
