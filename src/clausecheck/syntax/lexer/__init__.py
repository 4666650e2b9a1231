"""Logical lines into tokens, each chosen by what the parser can take at that point."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import characters
from clausecheck.syntax.headings import misspelling
from clausecheck.syntax.lexer.lexing import SIGNS
from clausecheck.syntax.lexer.values import Values
from clausecheck.syntax.lines import Line, split_region
from clausecheck.syntax.lines.physical import QUOTES, REMARK, SILENCE
from clausecheck.syntax.modality import Modalities
from clausecheck.syntax.moments import CLAUSE_WITH_STATE
from clausecheck.syntax.slip import MAX_DEPTH, TooDeep, Unreadable
from clausecheck.syntax.slips import brackets, labels, sentences, times
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.syntax.headings import Heading


_MARK = regex(r"(?:\{[^{}\n]*\}|@[^\W\d_][\w-]*)\Z")
_BARS = regex(rf"(?m:^)[^\S\n]*+{REMARK}[^\n]*|{QUOTES}|(?<=\s)#[^\n]*|[\[\]|]")
_OWN_WORD = regex(r"[^\W\d_]+")
_LISTED = regex(
    r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)](?=\s)|\((?:\d{1,3}|[A-Z]{1,2})\)(?=\s)|[-–—*•·▪](?=\s)"
)
_OWN_NUMBER = regex(r"(?:§\s*)?\d{1,3}(?:\.\d{1,3})*\.?(?=\s+[A-Z])")
_SUBJECT = regex(
    r"\s+(?:(?:The|Each|Every|Any|All|Both|Neither|No|Nothing|It|They|This)\b.*"
    r"|[A-Z]\w*(?:(?:,| and|, and| or) [A-Z]\w*)*(?: each| both| jointly)?)\s+",
    re.DOTALL,
)
"""What may stand between a sentence's own number and its modality; `US bases` are counted."""
_NUMBERED_STEP = regex(r"[Ss]tep\s+(\d{1,3}|one|two|three|four|five|six)\b\s*[:.)–—-]?(?=\s)")
_CONDITIONS = frozenset({"if", "unless", "when"})


class Lexer(Values):
    """Reads each kind of line."""

    def line(self, line: Line) -> Iterator[Token]:
        """Yield the tokens of a logical line, without the one that ends it."""
        start, end = line.start, line.end
        self.current = line
        if line.kind == "quoted":
            yield self.token("QUOTED", start, end)
        elif line.kind == "sentence":
            yield from self.sentence(line, start)
        elif line.kind == "label":
            yield from self.label(line)
        elif line.kind == "bracket":
            yield from self.bracket(line)
        elif line.kind == "accept":
            yield from self.acceptance(line)
        elif line.kind == "block-bracket":
            yield self.token(SIGNS[line.word], start, start + 1)
            yield from self.values(start + 1, end)
        elif line.kind == "unknown-label":
            colon = self.text.index(":", start)
            raise characters.strange_in_word(self.text, start, colon) or labels.unknown_label(
                self.text, line, self.words
            )
        else:
            yield from self.heading(line)

    def heading(self, line: Line) -> Iterator[Token]:
        """Yield a heading's word, its number, its name or title."""
        if line.meant:
            yield from self.numbered(line, line.meant)
            return
        dashed = sentences.dashed_name(self.text, line)
        if dashed:
            raise dashed
        at = line.start + len(line.word)
        written = _OWN_WORD.match(self.text, line.start, line.end)
        if written and written.group().lower() != line.word:
            at = written.end()
            self.mended.append(misspelling(self.text, line.start, at, line.word))
            yield Token(self.words.headings[line.word], line.word, line.start, at)
        else:
            yield self.token(self.words.headings[line.word], line.start, at)
        at = self.skip(at, line.end)
        if "NUMERAL" in self.accepts:
            match = self.words.patterns["NUMERAL"].match(self.text, at, line.end)
            if match:
                yield self.token("NUMERAL", *match.span())
                at = match.end()
        yield from self.values(at, line.end)

    def numbered(self, line: Line, meant: Heading) -> Iterator[Token]:
        """Yield the tokens of a heading as it is meant; what is wrong with it is noted."""
        if meant.slip and not meant.number:
            raise Unreadable(meant.slip.at, meant.slip.message, meant.slip.help)
        if meant.slip:
            self.mended.append(meant.slip)
        at, number = meant.word_end, meant.number_at
        word = self.words.headings[line.word]
        yield Token(word, line.word, line.start, at)
        yield Token("NUMERAL", meant.number, number.start, number.end)
        if meant.title:
            title = self.text[meant.title.start : meant.title.end]
            yield Token("STRING", f'"{title}"', meant.title.start, meant.title.end)
        elif not meant.speaks:
            yield from self.values(meant.rest, line.end)

    def acceptance(self, line: Line) -> Iterator[Token]:
        """Yield the word that accepts, the rule's name and what follows."""
        at = line.start + len(line.word)
        yield self.token("ACCEPT_HEADER", line.start, at)
        at = self.skip(at, line.end)
        match = self.words.patterns["RULE_NAME"].match(self.text, at, line.end)
        if match:
            yield self.token("RULE_NAME", *match.span())
            at = match.end()
        yield from self.values(at, line.end)

    def label(self, line: Line) -> Iterator[Token]:
        """Yield a label and what its kind of value is made of."""
        colon = self.text.index(":", line.start) + 1
        if line.word == "limits by":
            yield self.token("LIMITS_BY_LABEL", line.start, colon)
            yield from self.rows(colon, line.end)
            return
        yield self.token(self.words.labels[line.word], line.start, colon)
        at = self.skip(colon, line.end)
        if line.word in self.words.free_labels:
            if at < line.end:
                yield self.token("FREE_TEXT", at, line.end)
            return
        silence = labels.silence(self.text, at, line.end, line.word)
        if silence:
            raise silence
        authentic = line.word == "languages" and labels.authentic(self.text, at, line.end)
        if authentic:
            raise authentic
        if line.word in self.words.sentence_labels and not SILENCE.fullmatch(
            self.text, at, line.end
        ):
            yield from self.sentence(line, at)
        else:
            if line.word in _CONDITIONS and CLAUSE_WITH_STATE.match(self.text, at, line.end):
                raise times.clause_by_its_word(self.text, line, at)
            yield from self.values(at, line.end)

    def rows(self, at: int, end: int) -> Iterator[Token]:
        """Yield a sign for each row that says something, and the row."""
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            first = self.skip(at, stop)
            if first < stop and self.text[first] != "#":
                yield self.token("_ROW", first, first)
                yield from self.values(first, stop)
            at = stop + 1

    def bracket(self, line: Line) -> Iterator[Token]:
        """Yield a bracket round whole lines, if it is closed."""
        if not line.stopped:
            raise brackets.unclosed_bracket(line.start)
        yield from self.items(line.start, line.end)

    def items(self, start: int, end: int) -> Iterator[Token]:
        """Yield the tokens of a bracket round whole lines, from `[` to its marks."""
        outer = self.current
        bars = _bars(self.text, start, end)
        for left, right in pairwise(bars):
            yield self.token(SIGNS[self.text[left]], left, left + 1)
            content_end = self.marks_start(left + 1, right)
            inner_lines = split_region(self.text, left + 1, content_end, self.words)
            for number, inner in enumerate(inner_lines):
                if number:
                    yield self.token("_NL", inner.start, inner.start)
                if inner.kind == "bracket" and inner.stopped:
                    yield from self.items(inner.start, inner.end)
                else:
                    yield from self.line(inner)
            self.current = outer
            yield from self.values(content_end, right)
        yield self.token("RSQB", bars[-1], bars[-1] + 1)
        yield from self.values(bars[-1] + 1, end)

    def marks_start(self, start: int, end: int) -> int:
        """Return where the attribution and tags begin with which a proposal ends."""
        while True:
            while end > start and self.text[end - 1].isspace():
                end -= 1
            mark = _MARK.search(self.text, max(start, self.text.rfind("\n", start, end)), end)
            if mark is None:
                return end
            end = mark.start()

    def sentence(self, line: Line, at: int) -> Iterator[Token]:
        """Yield a sentence's tokens; a missing full stop is noted and supplied."""
        end = line.end
        letter, step = self.words.patterns["LETTER"], self.words.patterns["STEP"]
        while match := letter.match(self.text, at, end) or step.match(self.text, at, end):
            stop = match.end()
            if match.group()[0] == "s" and self.text[stop : stop + 1] in {":", ".", ")"}:
                raise sentences.stepped(self.text, at, stop + 1, match.group().split()[1])
            yield self.token("STEP" if match.group()[0] == "s" else "LETTER", *match.span())
            at = self.skip(match.end(), end)
        if at >= end:
            raise sentences.empty_sentence(self.text, line, self.words)
        numbered = _NUMBERED_STEP.match(self.text, at, end)
        if numbered:
            raise sentences.stepped(self.text, *numbered.span(), numbered[1])
        mark = _LISTED.match(self.text, at, end) or self.own_number(at, end)
        if mark:
            raise sentences.listed(self.text, *mark.span())
        modality = Modalities.of(self.text, self.words, at)
        yield from self.values(at, end, modality)
        if modality.name is None or modality.foreign:
            raise labels.colonless_label(self.text, line, self.words) or sentences.no_modality(
                self.text, at, end, modality.foreign
            )
        if not line.stopped:
            self.missing_stops.append(Span(end - 1, end))
            yield self.token("STOP", end, end)

    def own_number(self, at: int, end: int) -> re.Match[str] | None:
        """Return the number that a sentence bears before its subject, and that counts nothing."""
        match = _OWN_NUMBER.match(self.text, at, end)
        if match is None or "." in match.group() or "§" in match.group():
            return match
        modality = self.words.modality_in(self.text[match.end() : end]) or 0
        subject = _SUBJECT.fullmatch(self.text, match.end(), match.end() + modality)
        return match if subject else None


def _bars(text: str, start: int, end: int) -> list[int]:
    """Return where a bracket opens, where its bars stand, and where it closes.

    Raises:
        TooDeep: brackets within it are nested too deep; found here, before any is entered.
    """
    places = []
    depth = 0
    for match in _BARS.finditer(text, start, end):
        sign = match.group()
        depth += (sign == "[") - (sign == "]")
        if depth > MAX_DEPTH:
            raise TooDeep
        if (sign in "[|" and depth == 1) or depth == 0:
            places.append(match.start())
        if depth == 0:
            return places
    raise brackets.unclosed_bracket(start)
