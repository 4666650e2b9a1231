"""What is known while a line is read, and how a token is cut out of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.lines import Line
from clausecheck.syntax.slip import Slip
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Collection

    from clausecheck.syntax.words import Words


SIGNS = {
    ".": "STOP",
    ",": "COMMA",
    ";": "SEMICOLON",
    ":": "COLON",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    "|": "PIPE",
    "{": "LBRACE",
    "}": "RBRACE",
}
"""What each sign is to the grammar."""

BLANK = regex(r"\s*+(?:(?<=\s)#[^\n]*+\s*+)*")
"""White space, and comments within it."""

_SHAPES = ("STRING", "DATE", "CLOCK", "TAG", "NUMBER", "REFERENCE", "AGREEMENT", "WORD")
_BOUNDARIES = {
    "DATE": r"(?![\w-])",
    "CLOCK": r"(?!\d|,\d)",
    "NUMBER": r"(?!\w|[.,/:]\d|-\w|\(|°)",
    "REFERENCE": r"(?!\w|-\w|[.'’&/]\w|:\d|°)",
}
"""What must not follow, lest a shape be cut out of a longer one: `2018-12` out of `2018-12-1`."""


class Lexing:
    """Reads one text; `accepts` is set by the parser to what it can take next."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.accepts: Collection[str] = ()
        self.master = _master(tuple((name, words.patterns[name].pattern) for name in _SHAPES))
        self.missing_stops: list[Span] = []
        self.mended: list[Slip] = []
        """What is wrong with lines that could be read all the same."""
        self.opened: list[int] = []
        """Where the brackets open, in the line that is being read, that are not yet closed."""
        self.speaking = False
        """Whether that line is a sentence."""
        self.remarks: list[int] = []
        """Where the parentheses of that sentence open that are not yet closed."""
        self.closing: dict[int, int] | None = None
        """Where the brackets of that line close, once it has been asked."""
        self.current = Line("sentence", 0, 0)
        """The innermost line that is being read."""
        self.late_numbers: frozenset[str] | None = None
        """The clauses that have the number of a year, once it has been asked."""
        self.plain: dict[str, str] = {}
        """In small letters, each word that was met and is always one; empty for what may not be."""

    def skip(self, at: int, end: int) -> int:
        """Return the place of the next character that is not blank."""
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def token(self, name: str, start: int, end: int) -> Token:
        """Return a stretch of the text as a token."""
        token = str.__new__(Token, self.text[start:end])  # what `Token` does, without asking it
        token.type, token.start, token.end = name, start, end
        return token


@cache
def _master(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return the pattern of anything in a line; its first alternative that fits is the token."""
    shapes = "|".join(
        f"(?P<{name}>(?:{pattern}){_BOUNDARIES.get(name, '')})" for name, pattern in patterns
    )
    return regex(rf"{BLANK.pattern}(?:{shapes}|(?P<SIGN>[,;:.()\[\]|{{}}]))")


def runs_on(text: str, at: int) -> bool:
    """Tell whether a word goes on beyond a place."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
