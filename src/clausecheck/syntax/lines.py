"""A text cut into logical lines, and the lines into blocks.

A logical line is what the drafter thinks of as one: a heading, a sentence that wraps, a label with
its value, a quotation, a bracket. Where one ends is a matter of lines, not of grammar, so it is
decided here, before parsing, by looking at how each line begins. Every step is linear in the text:
where brackets close is found for all lines at once.
"""

from __future__ import annotations

import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import field

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import headings
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    meant: headings.Heading | None = field(default=None, eq=False)
    """What a numbered heading is meant as."""


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


QUOTES = r'"[^"\n]*"|“[^“”\n]*”'
"""A quotation. It holds no opening mark, lest each of many unclosed ones be sought to the end."""

REMARK = r"(?:>|(?i:note|source|because):)"
"""What begins a line that is the drafter's own, in which no sign has a meaning."""

ABBREVIATION = regex(
    r"(?:^|[^\w.])(?:nos?|arts?|paras?|cf|approx|e\.g|i\.e|vs|st|gen|mr|ms|dr|res|sec|vol|p|pp)\.$",
    re.IGNORECASE,
)
"""The full stop that ends one of these ends no sentence, even at the end of a line."""

SILENCE = regex(r"\s*(?:none|unknown|to\s+be\s+settled\b.*)", re.DOTALL)
"""In place of a sentence: that there is none, and no full stop to seek."""

_PHYSICAL = regex(r"[^\n]*\n|[^\n]+")
_FIRST_WORD = regex(r"[^\W\d_]+")
_LABEL = regex(r"([^\W\d_]++(?:[ \t\u00a0_-]++[^\W\d_]++){0,4})[ \t\u00a0]*+:(?!//)")
_ITEM = regex(r"\([a-z]{1,5}\)(?:\s|$)|step \d")
_COMMENT = regex(r"(?:(?<=\s)|^)#")
_QUOTED = regex(QUOTES)
_QUOTED_OR_BRACKET = regex(rf"{QUOTES}|[\[\]]")
_AFTER_QUOTED = regex(r'\s*["“]')
_AFTER_NUMBERED = regex(r"\s+(?:[Nn]o\.?\s+)?[\[(]?[\w¶§]*(?:\d|[IVXLC]+\b)")
_NUMBER_APART = regex(r"\s+\S+(?:$|[.:)]\s|\s+[-–—]\s)")
_AFTER_NAMED = regex(r"\s+[^\W\d_]")
_MARKS = regex(r"\s*+(?:(?:\{[^{}\n]*\}|@[\w-]++)\s*+)*")
_STOPPED = regex(r"\.\s*(?:\{[^{}\n]*\}|@[\w-]+)\s*$")
_NUMBERED = frozenset({"clause", "article", "annex"})
_CAN_BE_BARE = _NUMBERED | {"part"}
_NESTED = frozenset({"define", "event", "body"})
_UNFINISHED = frozenset(
    {
        "and",
        "or",
        "nor",
        "but",
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "by",
        "for",
        "from",
        "with",
    }
    | {"that", "which", "who", "whom", "what", "where", "when", "if", "unless", "until", "as"}
    | {"than", "between", "against", "under", "within", "after", "before", "its", "their", "any"}
    | {"each", "all", "no", "not", "whether", "because", "while", "toward", "towards", "at", "into"}
)
"""Words with which no sentence ends."""

_LONGEST_SUBJECT = 4
_MARK_ROOM = 80
_ABBREVIATION_ROOM = 8
_REMARKS = ("note:", "source:", "because:")
_LONGEST_REMARK = len("because:")


class _Physical:
    """A line of the file: its text without comment, line end and outer blanks, and where it is."""

    __slots__ = ("beginning", "end", "indent", "meant", "start", "text")

    def __init__(self, text: str, start: int, indent: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.indent = indent
        self.beginning: tuple[Kind, str, int] | None = None
        self.meant: headings.Heading | None = None


def split(text: str, words: Words) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """Return the blocks and the comments of a text, each in text order.

    The first block has no heading where a line stands before the first heading. A `|` or `]` that
    belongs to no bracket round blocks stays among the lines of the block in which it stands.
    """
    comments: list[Comment] = []
    physical = list(_physical_lines(text, comments))
    blocks: list[Block] = []
    heading: Line | None = None
    lines: list[Line] = []
    in_clause = False
    depth = 0
    for line in _Cutter(physical, words, whole=True).lines():
        bracket = line.kind == "block-bracket"
        nested = line.word in _NESTED and line.indented and in_clause
        if (bracket and (depth or line.word == "[")) or (line.kind == "heading" and not nested):
            if heading or lines:
                blocks.append(_block(text, heading, lines, line, words))
            heading, lines = line, []
            in_clause = line.word == "clause"
            depth += (line.word == "[") - (line.word == "]")
        else:
            lines.append(line)
    if heading or lines:
        blocks.append(_block(text, heading, lines, None, words))
    return tuple(blocks), tuple(comments)


def _block(
    text: str, heading: Line | None, lines: list[Line], following: Line | None, words: Words
) -> Block:
    """Return a block; an article that has sentences of its own and no clauses is read as one."""
    if heading and heading.word == "article" and any(line.kind == "sentence" for line in lines):
        written = text[heading.start : heading.end]
        meant = heading.meant or headings.read(written, heading.start, "article", 7, words)
        if meant and meant.number and not _has_clauses(text, meant, following):
            heading = evolve(heading, word="clause", meant=meant.as_clause(heading.start))
    return Block(heading, tuple(lines))


def _has_clauses(text: str, article: headings.Heading, following: Line | None) -> bool:
    """Tell whether a clause below belongs to an article, or may where the article is sound."""
    if following is None or following.word != "clause":
        return False
    below = text.startswith((f"{article.number}.", f"{article.number}("), following.start + 7)
    return below or article.slip is None


def split_region(text: str, start: int, end: int, words: Words) -> Iterator[Line]:
    """Yield the logical lines between two places, which hold no heading of a block."""
    yield from _Cutter(list(_physical_lines(text, [], start, end)), words, whole=False).lines()


def _physical_lines(
    text: str, comments: list[Comment], start: int = 0, end: int = sys.maxsize
) -> Iterator[_Physical]:
    for match in _PHYSICAL.finditer(text, start, min(end, len(text))):
        letters = match.group().rstrip("\r\n")
        raw = letters.rstrip()
        stripped = raw.lstrip()
        if not stripped:
            yield _Physical("", match.start(), 0)
            continue
        indent = len(raw) - len(stripped)
        begin = match.start() + indent
        hash_at = _comment_start(stripped)
        if hash_at >= 0:
            # To the letter: blanks at the end of a comment or of quoted text are the drafter's own.
            at = Span(begin + hash_at, match.start() + len(letters))
            comments.append(Comment(at, letters[indent + hash_at :], alone=hash_at == 0))
            stripped = stripped[:hash_at].rstrip()
            if not stripped:
                # Not even an empty line, which would end a value that goes on below the comment.
                continue
        yield _Physical(letters[indent:] if stripped[0] == ">" else stripped, begin, indent)


def is_free(line: str) -> bool:
    """Tell whether a line is the drafter's own, in which no sign has a meaning."""
    return line[0] == ">" or line[:_LONGEST_REMARK].lower().startswith(_REMARKS)


def _comment_start(line: str) -> int:
    """Return where the comment on a line starts, or -1 where it has none."""
    if "#" not in line or is_free(line):
        return -1
    if '"' in line or "“" in line:
        line = _QUOTED.sub(lambda quoted: "“" * len(quoted.group()), line)
    match = _COMMENT.search(line)
    return match.start() if match else -1


class _Cutter:
    """Walks over the physical lines and joins those that make one logical line."""

    def __init__(self, physical: Sequence[_Physical], words: Words, *, whole: bool) -> None:
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
            self.before.append(self.before[-1] + _depth(line.text))
        self.closing = self.closing_lines() if any(self.before) else None

    @cached_property
    def headed(self) -> bool:
        """Whether the text says of its clauses that they are clauses."""
        return any(line.text.startswith("clause ") for line in self.physical)

    def lines(self) -> Iterator[Line]:
        while self.at < len(self.physical):
            line = self.physical[self.at]
            if not line.text:
                self.at += 1
            elif self.beginning(self.at)[0] == "heading":
                yield from self.heading(line)
            else:
                yield self.cut(line)

    def heading(self, line: _Physical) -> Iterator[Line]:
        """Yield a heading, and the sentence that stands behind it by mistake."""
        word, meant = self.beginning(self.at)[1], line.meant
        end = meant.number_at.end if meant and meant.speaks else line.end
        yield Line("heading", line.start, end, word, indented=line.indent > 0, meant=meant)
        if meant and meant.speaks:
            end, stopped = self.sentence_end(meant.rest - line.start)
            yield Line("sentence", meant.rest, end, stopped=stopped)
        else:
            self.at += 1

    def cut(self, line: _Physical) -> Line:
        kind, word, value_at = self.beginning(self.at)
        indented = line.indent > 0
        speaks = word in self.words.sentence_labels and not SILENCE.fullmatch(line.text, value_at)
        if kind == "sentence" or (kind == "label" and speaks):
            end, stopped = self.sentence_end(value_at)
            return Line(kind, line.start, end, word, stopped, indented)
        if kind == "label":
            end = self.value_end(line, word, value_at)
            return Line("label", line.start, end, word, stopped=True, indented=indented)
        if kind == "bracket":
            last = self.closes_at(self.at)
            self.at = (self.at if last is None else last) + 1
            end = self.physical[self.at - 1].end
            return Line("bracket", line.start, end, "[", last is not None, indented)
        self.at += 1
        return Line(kind, line.start, line.end, word, stopped=True, indented=indented)

    # ── How a line begins ──

    def beginning(self, number: int) -> tuple[Kind, str, int]:
        """Return what a line begins, its word, and where in the line the rest starts."""
        line = self.physical[number]
        if line.beginning is None:
            line.beginning = self.begin(number, line.text)
            kind, word, lead = line.beginning
            bare = kind == "heading" and word in _CAN_BE_BARE
            bare = bare and not line.text.lower().startswith(word)
            if bare or (
                word in _NUMBERED and kind == "heading" and not headings.is_sound(line.text)
            ):
                line.meant = headings.read(line.text, line.start, word, lead, self.words)
        return line.beginning

    def begin(self, number: int, text: str) -> tuple[Kind, str, int]:
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
        if not first.isalpha() or (first == "s" and _ITEM.match(text)):
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
        wraps = number > 0 and _is_unfinished(self.physical[number - 1].text)
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
        close = _closing(self.physical[last].text, self.before[last] - self.before[number])
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
        return match.group().lower() not in _NESTED or (self.whole and not line.indent)

    def heads(self, word: str, text: str, end: int) -> bool:
        """Tell whether the line's first word opens a block, in whatever case it is written."""
        lower = word.lower()
        if lower not in self.words.headings:
            return False
        if lower == "preamble":
            return text[end:].strip() == "" or bool(_AFTER_QUOTED.match(text, end))
        if (lower in _NUMBERED or lower == "part") and _AFTER_NUMBERED.match(text, end):
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

    # ── Where a line ends ──

    def continues(self, number: int, before: str = "") -> _Physical | None:
        """Return the physical line of that number if it begins nothing of its own.

        `before` is the line that it may continue.
        """
        if number >= len(self.physical) or not self.physical[number].text:
            return None
        line = self.physical[number]
        kind, word, _ = self.beginning(number)
        if kind == "sentence" and not _ITEM.match(line.text):
            return line
        if kind != "heading" or _QUOTED.search(line.text):
            return None
        weak = word not in _NUMBERED or (line.meant is not None and _is_unfinished(before))
        return line if weak else None

    def sentence_end(self, value_at: int) -> tuple[int, bool]:
        """Join lines up to the full stop; return the end and whether the stop was found."""
        line = self.physical[self.at]
        outer = self.before[self.at]
        self.at += 1
        if not line.text[value_at:].strip():
            return line.end, False
        binding = False
        while not _ends_sentence(line.text):
            binding = binding or self.words.modality_in(line.text) is not None
            following = self.continues(self.at, line.text)
            if binding and following and self.begins_sentence(line.text, following.text):
                return line.end, False
            if following is None and self.at < len(self.physical) and self.before[self.at] > outer:
                # Within a bracket, a line may begin with the bar or the bracket's end.
                following = self.physical[self.at]
                following = following if following.text[:1] in {"|", "]"} else None
            if following is None:
                return line.end, False
            line = following
            self.at += 1
        return line.end, True

    def begins_sentence(self, before: str, text: str) -> bool:
        """Tell whether a line below one without full stop has its own subject and modality."""
        if not text[0].isupper() or _is_unfinished(before.rstrip(";") or before):
            return False
        subject = text[: self.words.modality_in(text) or 0].split()
        return 0 < len(subject) <= _LONGEST_SUBJECT

    def value_end(self, line: _Physical, word: str, value_at: int) -> int:
        """Join the lines over which a label's value runs; return its end."""
        first = self.at
        self.at += 1
        if word in self.words.free_labels:
            return line.end
        last = (
            self.bracketed_value_end(first) if self.before[self.at] > self.before[first] else first
        )
        self.at = last + 1
        line = self.physical[last]
        empty = not line.text[value_at:].strip() if last == first else False
        indent = self.physical[first].indent
        while self.at < len(self.physical):
            following = self.physical[self.at]
            if not following.text:
                break
            if word == "limits by":
                row = ":" in following.text or not _ends_sentence(following.text)
                if following.indent <= indent or not row:
                    break
            elif line.text[-1] in ",;":
                if self.continues(self.at) is None:
                    break
            elif not (empty and following.indent > indent and self.continues(self.at)):
                break
            empty = False
            line = following
            self.at += 1
        return line.end

    def bracketed_value_end(self, first: int) -> int:
        """Return the line on which a value's bracket closes, or the first where it does not."""
        last = self.closes_at(first)
        for number in range(first + 1, first if last is None else last + 1):
            text = self.physical[number].text
            if text and self.beginning(number)[0] in {"label", "unknown-label", "quoted", "accept"}:
                return first
        return first if last is None else last

    # ── Brackets ──

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


def _is_unfinished(text: str) -> bool:
    """Tell whether a line ends with a word or sign that something must follow."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and (words[-1].lower() in _UNFINISHED or words[-1][-1] in ",;-–")


def _is_outside(line: _Physical, opened: tuple[int, bool]) -> bool:
    indent, holds_blocks = opened
    return holds_blocks or indent > line.indent


def _depth(text: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    if ("[" not in text and "]" not in text) or is_free(text):
        return 0
    bare = _QUOTED.sub("", text)
    return bare.count("[") - bare.count("]")


def _closing(text: str, depth: int) -> int:
    """Return the place after the sign that closes the outermost bracket; there is one."""
    signs = _QUOTED_OR_BRACKET.finditer(text)
    while True:
        match = next(signs)
        depth += (match.group() == "[") - (match.group() == "]")
        if depth == 0:
            return match.end()


def _ends_sentence(text: str) -> bool:
    """Tell whether a line ends in a full stop that is not an abbreviation's."""
    if not text.endswith("."):
        # Who proposes a sentence may be written after it by mistake.
        return text[-1:] not in {"", ",", ";"} and bool(_STOPPED.search(text[-_MARK_ROOM:]))
    return not ABBREVIATION.search(text[-_ABBREVIATION_ROOM:])
