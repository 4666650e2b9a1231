"""How each line begins, and where the brackets close that it opens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.syntax import headings
from clausecheck.syntax.lines.logical import Kind
from clausecheck.syntax.lines.physical import Physical, closing_sign, depth_of, is_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clausecheck.syntax.words import Words


_FIRST_WORD = regex(r"[^\W\d_]+")
_LABEL = regex(r"([^\W\d_]++(?:[ \t\u00a0_-]++[^\W\d_]++){0,4})[ \t\u00a0]*+:(?!//)")
ITEM = regex(r"\([a-z]{1,5}\)(?:\s|$)|step \d")
_AFTER_QUOTED = regex(r'\s*["“]')
_AFTER_NUMBERED = regex(r"\s+(?:[Nn]o\.?\s+)?[\[(]?[\w¶§]*(?:\d|[IVXLC]+\b)")
_NUMBER_APART = regex(r"\s+\S+(?:$|[.:)]\s|\s+[-–—]\s)")
_AFTER_NAMED = regex(r"\s+[^\W\d_]")
_MARKS = regex(r"\s*+(?:(?:\{[^{}\n]*\}|@[\w-]++)\s*+)*")
NUMBERED = frozenset({"clause", "article", "annex"})
_CAN_BE_BARE = NUMBERED | {"part"}
NESTED = frozenset({"define", "event", "body"})


class Beginnings:
    """Tells what the lines of a text begin; those who join them build on it."""

    def __init__(self, physical: Sequence[Physical], words: Words, *, whole: bool) -> None:
        self.physical = physical
        self.words = words
        self.whole = whole
        """Whether it is a whole text, in which blocks may begin."""
        self.at = 0
        self.opening: dict[int, bool] = {}
        """Whether the brackets that open on a line are round blocks, once it has been asked."""
        self.before = [0]
        """How many brackets are open before each line, and after the last."""
        for line in physical:
            self.before.append(self.before[-1] + depth_of(line.text))
        self.closing = self.closing_lines() if any(self.before) else None

    @cached_property
    def headed(self) -> bool:
        """Whether the text says of its clauses that they are clauses."""
        return any(line.text.startswith("clause ") for line in self.physical)

    def beginning(self, number: int) -> tuple[Kind, str, int]:
        """Return what a line begins, its word, and where in the line the rest starts."""
        line = self.physical[number]
        if line.beginning is None:
            line.beginning = self.begin(number, line.text)
            kind, word, lead = line.beginning
            bare = kind == "heading" and word in _CAN_BE_BARE
            bare = bare and not line.text.lower().startswith(word)
            if bare or (
                word in NUMBERED and kind == "heading" and not headings.is_sound(line.text)
            ):
                line.meant = headings.read(line.text, line.start, word, lead, self.words)
        return line.beginning

    def begin(self, number: int, text: str) -> tuple[Kind, str, int]:
        """Return the same of a line that has not been asked about before."""
        first = text[0]
        if first == ">":
            return "quoted", "", 1
        if first == "[":
            return self.bracket_kind(number, text)
        if first in "|]":
            return "block-bracket", first, 1
        if self.whole and not self.physical[number].indent:
            bare = headings.bare(text, self.words, headed=self.headed)
            if bare:
                return "heading", *bare
        if not first.isalpha() or (first == "s" and ITEM.match(text)):
            return "sentence", "", 0
        label = _LABEL.match(text)
        if label:
            word = " ".join(label.group(1).split()).lower()
            if word in self.words.labels:
                return "label", word, label.end()
            if word.startswith("limits by "):
                return "label", "limits by", label.end()
            opening, *others = word.split()
            if not others and opening in self.words.headings:
                return "accept" if opening == "accept" else "heading", opening, len(opening)
            if opening not in self.words.headings:
                return "unknown-label", word, label.end()
        match = _FIRST_WORD.match(text)
        if match and self.heads(match.group(), text, match.end()):
            word = match.group().lower()
            return ("accept" if word == "accept" else "heading"), word, match.end()
        wraps = number > 0 and is_unfinished(self.physical[number - 1].text)
        if self.whole and not self.physical[number].indent and not wraps:
            misspelt = headings.misspelt(text, self.words)
            if misspelt:
                return "heading", *misspelt
        return "sentence", "", 0

    def bracket_kind(self, number: int, text: str) -> tuple[Kind, str, int]:
        """Tell a bracket round lines or blocks from one that begins a sentence."""
        if text == "[" and self.opens_blocks(number):
            return "block-bracket", "[", 1
        last = self.closes_at(number)
        if last is None:
            return "bracket", "[", 1
        close = closing_sign(self.physical[last].text, self.before[last] - self.before[number])
        whole = _MARKS.fullmatch(self.physical[last].text, close)
        return ("bracket" if whole else "sentence"), "[" if whole else "", 0

    def opens_blocks(self, number: int) -> bool:
        """Tell whether a heading comes next below a `[` alone, or below several, one in another."""
        passed = []
        while number not in self.opening:
            passed.append(number)
            number += 1
            if number >= len(self.physical) or self.physical[number].text not in {"", "["}:
                self.opening[number] = self.is_heading(number)
        found = self.opening[number]
        # All those passed on the way share the answer, so that many brackets cost one look.
        self.opening.update(dict.fromkeys(passed, found))
        return found

    def is_heading(self, number: int) -> bool:
        """Tell whether a line opens a block; what may stand inside a clause does at the margin."""
        if number >= len(self.physical):
            return False
        line = self.physical[number]
        match = _FIRST_WORD.match(line.text)
        if match is None or not self.heads(match.group(), line.text, match.end()):
            return False
        return match.group().lower() not in NESTED or (self.whole and not line.indent)

    def heads(self, word: str, text: str, end: int) -> bool:
        """Tell whether the line's first word opens a block, in whatever case it is written."""
        lower = word.lower()
        if lower not in self.words.headings:
            return False
        if lower == "preamble":
            return text[end:].strip() == "" or bool(_AFTER_QUOTED.match(text, end))
        if (lower in NUMBERED or lower == "part") and _AFTER_NUMBERED.match(text, end):
            return word == lower or not text.endswith(".") or bool(_NUMBER_APART.match(text, end))
        if lower == "accept":
            return word == lower
        if _AFTER_QUOTED.match(text, end):
            return True
        named = _AFTER_NAMED.match(text, end) is not None or not text[end:].strip()
        stopped = text.endswith(".") and not (
            text.endswith(('".', "”.")) and self.words.modality_in(text) is None
        )
        return named and not stopped and (word == lower or '"' in text or "“" in text)

    def closes_at(self, number: int) -> int | None:
        """Return the line by whose end every bracket is closed that a line leaves open."""
        return number if self.closing is None else self.closing[number]

    def closing_lines(self) -> list[int | None]:
        """Return, for each line, the first by whose end no bracket is open that it opens.

        None where a heading comes first, or the end of a bracket round blocks: a bracket round
        lines holds no block. Going from the last
        line to the first, the stack holds the places that are lower than all between.
        """
        closing: list[int | None] = [None] * len(self.physical)
        barriers = set(self.ends_of_blocks())
        lower = [len(self.physical)]
        for number in reversed(range(len(self.physical))):
            while lower and self.before[lower[-1]] > self.before[number]:
                lower.pop()
            closing[number] = lower[-1] - 1 if lower else None
            if number in barriers or self.is_heading(number):
                lower.clear()
            lower.append(number)
        return closing

    def ends_of_blocks(self) -> Iterator[int]:
        """Yield the lines with the bars and ends of brackets round blocks.

        Where a bracket within has no end of its own, one that stands further left is not it.
        """
        opened: list[tuple[int, bool]] = []  # the indentation, and whether it holds blocks
        blocks = 0
        for number, line in enumerate(self.physical):
            opens = self.before[number + 1] - self.before[number]
            if line.text == "[" and self.opens_blocks(number):
                opened.append((line.indent, True))
                blocks += 1
            elif line.text[:1] in {"|", "]"} and blocks and _is_outside(line, opened[-1]):
                while not opened[-1][1]:
                    opened.pop()
                if line.text[0] == "]":
                    opened.pop()
                    blocks -= 1
                yield number
            else:
                opened += [(line.indent, False)] * opens
                while opens < 0 and opened and not opened[-1][1]:
                    opened.pop()
                    opens += 1


def _is_outside(line: Physical, opened: tuple[int, bool]) -> bool:
    indent, holds_blocks = opened
    return holds_blocks or indent > line.indent
