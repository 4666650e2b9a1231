"""The order of numbers, whatever the order in which their clauses stand in the file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

Counted: TypeAlias = tuple[tuple[int, int, str], ...]

_PARTS = re.compile(r"\d+|\([a-z]+\)|[^\d.()]+")
_ROMAN = re.compile(r"[ivxlc]+")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_INSERTED = {"bis": 2, "ter": 3, "quater": 4}
_RECITAL, _NUMBER, _LETTER, _OTHER = range(4)
_KNOWN = 20_000
"""Numbers that are kept counted: those of a long text are asked for again and again."""


@lru_cache(_KNOWN)
def in_order(number: str) -> Counted:
    """Return what puts a number in its place as a reader counts: 2 before 10, V before IX.

    Recitals come before the clauses and annexes after them, a number before those below it, and
    those before what was put in after it, as 1bis.
    """
    letters = 0
    counted: list[tuple[int, int, str]] = []
    for part in _PARTS.findall(number):
        word = part.strip("()")
        if word.isdecimal():
            counted.append((_NUMBER, int(word), ""))
        elif part != word:
            # Below a letter stand Roman numbers: 1(a)(ix).
            value = _roman(word) if letters and _ROMAN.fullmatch(word) else len(word)
            counted.append((_LETTER, value, word))
            letters += 1
        elif not counted and _ROMAN.fullmatch(word.lower()):
            counted.append((_NUMBER, _roman(word.lower()), ""))
        elif not counted and word == "P":
            counted.append((_RECITAL, 0, ""))
        else:
            counted.append((_OTHER, _INSERTED.get(word, 0), word))
    return tuple(counted)


def _roman(letters: str) -> int:
    values = [_VALUES[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-own if own < each else own for own, each in zip(values, after, strict=True))
