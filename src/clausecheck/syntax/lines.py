"""A text cut into logical lines, and the lines into blocks.

A logical line is what the drafter thinks of as one: a heading, a sentence that wraps, a label with
its value, a quotation, a bracket. Where one ends is a matter of lines, not of grammar, so it is
decided here, before parsing, by looking at how each line begins.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from clausecheck.source import Span
from clausecheck.syntax.words import Words

Kind = Literal[
    "heading", "sentence", "label", "unknown-label", "quoted", "bracket", "block-bracket", "accept"
]


@frozen
class Line:
    """One logical line; `word` is the heading's, label's or bracket's own, in lower case."""

    kind: Kind
    start: int
    end: int
    word: str = ""
    stopped: bool = True
    """Whether a sentence reached its full stop, or a bracket its closing bracket."""
    indented: bool = False


@frozen
class Block:
    """A heading with the lines below it; the lines before the first heading have none."""

    heading: Line | None
    lines: tuple[Line, ...]


@frozen
class Comment:
    """A comment from its `#` to the end of the line; `alone` when nothing stands before it."""

    at: Span
    text: str
    alone: bool


_PHYSICAL = re.compile(r"[^\n]*\n|[^\n]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"([^\W\d_]+(?:[ \t\u00a0]+[^\W\d_]+){0,4})[ \t\u00a0]*:(?!\S*//)")
_ITEM = re.compile(r"\([a-z]{1,5}\)(?:\s|$)|step \d")
_COMMENT = re.compile(r"(?:(?<=\s)|^)#")
_QUOTES = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_AFTER_QUOTED = re.compile(r'\s*["“]')
_AFTER_NUMBERED = re.compile(r"\s+[\[(]?[\w¶§]*(?:\d|[IVXLC]+\b)")
_AFTER_NAMED = re.compile(r"\s+[^\W\d_]")
_MARKS = re.compile(r"(?:\s|\{[^}\n]*\}|@[\w-]+)*")
_NUMBERED = frozenset({"clause", "article", "annex", "part"})
_NESTED = frozenset({"define", "event", "body"})


class _Physical:
    """A line of the file: its text without comment, line end and outer blanks, and where it is."""

    __slots__ = ("end", "indent", "start", "text")

    def __init__(self, text: str, start: int, indent: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.indent = indent


def split(text: str, words: Words) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """Return the blocks and the comments of a text, each in text order.

    The first block has no heading where a line stands before the first heading.
    """
    comments: list[Comment] = []
    physical = list(_physical_lines(text, comments))
    blocks: list[Block] = []
    heading: Line | None = None
    lines: list[Line] = []
    in_clause = False
    for line in _Cutter(text, physical, words).lines():
        nested = line.word in _NESTED and line.indented and in_clause
        if line.kind == "block-bracket" or (line.kind == "heading" and not nested):
            if heading or lines:
                blocks.append(Block(heading, tuple(lines)))
            heading, lines = line, []
            in_clause = line.word == "clause"
        else:
            lines.append(line)
    if heading or lines:
        blocks.append(Block(heading, tuple(lines)))
    return tuple(blocks), tuple(comments)


def split_region(text: str, start: int, end: int, words: Words) -> Iterator[Line]:
    """Yield the logical lines between two places, which hold no heading of a block."""
    physical = list(_physical_lines(text, [], start, end))
    yield from _Cutter(text, physical, words).lines()


def _physical_lines(
    text: str, comments: list[Comment], start: int = 0, end: int = sys.maxsize
) -> Iterator[_Physical]:
    for match in _PHYSICAL.finditer(text, start, min(end, len(text))):
        raw = match.group().rstrip()
        stripped = raw.lstrip()
        if not stripped:
            yield _Physical("", match.start(), 0)
            continue
        begin = match.start() + len(raw) - len(stripped)
        indent = begin - match.start()
        if "#" in stripped and stripped[0] != ">":
            hash_at = _comment_start(stripped)
            if hash_at >= 0:
                at = Span(begin + hash_at, begin + len(stripped))
                comments.append(Comment(at, stripped[hash_at:], alone=hash_at == 0))
                stripped = stripped[:hash_at].rstrip()
                if not stripped:
                    continue
        yield _Physical(stripped, begin, indent)


def _comment_start(line: str) -> int:
    if line.startswith(("note:", "source:", "because:")):
        return -1
    masked = _QUOTES.sub(lambda quoted: "“" * len(quoted.group()), line) if '"' in line or "“" in line else line
    match = _COMMENT.search(masked)
    return match.start() if match else -1


class _Cutter:
    """Walks over the physical lines and joins those that make one logical line."""

    def __init__(self, text: str, physical: list[_Physical], words: Words) -> None:
        self.text = text
        self.physical = physical
        self.words = words
        self.at = 0

    def lines(self) -> Iterator[Line]:
        while self.at < len(self.physical):
            line = self.physical[self.at]
            if not line.text:
                self.at += 1
                continue
            yield self.cut(line)

    def cut(self, line: _Physical) -> Line:
        kind, word, value_at = self.beginning(line)
        indented = line.indent > 0
        if kind == "sentence":
            end, stopped = self.sentence_end(value_at)
            return Line("sentence", line.start, end, "", stopped, indented)
        if kind == "label":
            if word in self.words.sentence_labels:
                end, stopped = self.sentence_end(value_at)
                return Line("label", line.start, end, word, stopped, indented)
            return Line("label", line.start, self.value_end(line, word, value_at), word, True, indented)
        if kind == "bracket":
            end, closed = self.bracket_end(line)
            return Line("bracket", line.start, end, "[", closed, indented)
        self.at += 1
        return Line(kind, line.start, line.end, word, True, indented)

    def beginning(self, line: _Physical) -> tuple[Kind, str, int]:
        """Return what the line begins, its word, and the offset in the line where the rest starts."""
        text = line.text
        first = text[0]
        if first == ">":
            return "quoted", "", 1
        if first == "[":
            return self.bracket_kind(text)
        if first in "|]":
            return "block-bracket", first, 1
        if first == "(" or first == "s":
            if _ITEM.match(text):
                return "sentence", "", 0
        label = _LABEL.match(text)
        if label:
            word = " ".join(label.group(1).split()).lower()
            if word in self.words.labels:
                return "label", word, label.end()
            if word.startswith("limits by "):
                return "label", "limits by", label.end()
            if not word.startswith("side "):
                return "unknown-label", word, label.end()
        match = _FIRST_WORD.match(text)
        if match and self.heads(match.group(), text, match.end()):
            word = match.group().lower()
            return ("accept" if word == "accept" else "heading"), word, match.end()
        return "sentence", "", 0

    def bracket_kind(self, text: str) -> tuple[Kind, str, int]:
        if text == "[":
            following = next((line for line in self.physical[self.at + 1 :] if line.text), None)
            if following and self.beginning_is_heading(following.text):
                return "block-bracket", "[", 1
            return "bracket", "[", 1
        close = _closing(text)
        if close is None:
            return "bracket", "[", 1
        return ("bracket" if _MARKS.fullmatch(text, close + 1) else "sentence"), "[", 0

    def beginning_is_heading(self, text: str) -> bool:
        match = _FIRST_WORD.match(text)
        return bool(match and self.heads(match.group(), text, match.end()))

    def heads(self, word: str, text: str, end: int) -> bool:
        """Tell whether the line's first word opens a block, in whatever case it is written."""
        lower = word.lower()
        if lower not in self.words.headings:
            return False
        if lower == "preamble":
            return text[end:].strip() == "" or bool(_AFTER_QUOTED.match(text, end))
        if lower in _NUMBERED and _AFTER_NUMBERED.match(text, end):
            return word == lower or not text.endswith(".")
        if lower == "accept":
            return word == lower
        if _AFTER_QUOTED.match(text, end):
            return True
        named = _AFTER_NAMED.match(text, end) is not None or not text[end:].strip()
        return named and not text.endswith(".") and (word == lower or '"' in text)

    def continues(self, number: int) -> _Physical | None:
        """Return the physical line of that number if it begins nothing of its own."""
        if number >= len(self.physical):
            return None
        line = self.physical[number]
        if not line.text or line.text[0] in ">|]":
            return None
        kind, word, _ = self.beginning(line)
        if kind == "sentence" and not _ITEM.match(line.text):
            return line
        weak = kind == "heading" and not _QUOTES.search(line.text) and word not in _NUMBERED
        return line if weak else None

    def sentence_end(self, value_at: int) -> tuple[int, bool]:
        """Join lines up to the full stop; return the end and whether the stop was found."""
        line = self.physical[self.at]
        self.at += 1
        if not line.text[value_at:].strip():
            return line.end, False
        while not line.text.endswith("."):
            following = self.continues(self.at)
            if following is None:
                return line.end, False
            line = following
            self.at += 1
        return line.end, True

    def value_end(self, line: _Physical, word: str, value_at: int) -> int:
        """Join the lines over which a label's value runs; return its end."""
        self.at += 1
        if word in self.words.free_labels:
            return line.end
        first_indent = line.indent
        rows = word == "limits by"
        depth = _depth(line.text[value_at:])
        empty = not line.text[value_at:].strip()
        while self.at < len(self.physical):
            following = self.physical[self.at]
            if not following.text:
                break
            if rows:
                if following.indent <= first_indent or ":" not in following.text:
                    break
            elif depth > 0 or line.text[-1] in ",;":
                if following.text[0] == ">" or (depth <= 0 and self.beginning(following)[0] != "sentence"):
                    break
                if depth > 0 and self.beginning_is_heading(following.text):
                    break
            elif not (empty and following.indent > first_indent and self.continues(self.at)):
                break
            depth += _depth(following.text)
            empty = False
            line = following
            self.at += 1
        return line.end

    def bracket_end(self, line: _Physical) -> tuple[int, bool]:
        """Join lines up to the bracket's close; an unclosed one ends with its first line."""
        depth = 0
        for number in range(self.at, len(self.physical)):
            current = self.physical[number]
            if number > self.at and self.beginning_is_heading(current.text):
                break
            depth += _depth(current.text)
            if depth <= 0:
                self.at = number + 1
                return current.end, True
        self.at += 1
        return line.end, False


def _closing(text: str) -> int | None:
    """Return where the bracket that opens the text closes, if it does on this line."""
    depth = 0
    for match in re.finditer(r'"[^"]*"|“[^”]*”|[\[\]]', text):
        if match.group() == "[":
            depth += 1
        elif match.group() == "]":
            depth -= 1
            if depth == 0:
                return match.start()
    return None


def _depth(text: str) -> int:
    if "[" not in text and "]" not in text:
        return 0
    bare = _QUOTES.sub("", text)
    return bare.count("[") - bare.count("]")
