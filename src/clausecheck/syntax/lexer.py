"""Logical lines into tokens, each chosen by what the parser can take at that point."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import characters, misreadings
from clausecheck.syntax.dates import DASHES
from clausecheck.syntax.headings import misspelling
from clausecheck.syntax.lines import ABBREVIATION, QUOTES, REMARK, SILENCE, Line, split_region
from clausecheck.syntax.modality import TELLING, Modalities
from clausecheck.syntax.moments import CLAUSE_WITH_STATE
from clausecheck.syntax.numbers import misnumbered
from clausecheck.syntax.slip import Slip, Unreadable
from clausecheck.syntax.slips import brackets, labels, sentences, times
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from clausecheck.syntax.headings import Heading
    from clausecheck.syntax.words import Words

MAX_DEPTH = 40
"""Brackets in brackets; negotiators have been seen to need four."""


class TooDeep(Exception):  # noqa: N818 - it is a state of a text, not an error of ours
    """Brackets nested deeper than `MAX_DEPTH`."""


_MARK = regex(r"(?:\{[^{}\n]*\}|@[^\W\d_][\w-]*)\Z")
_BARS = regex(rf"(?m:^)[^\S\n]*+{REMARK}[^\n]*|{QUOTES}|(?<=\s)#[^\n]*|[\[\]|]")
_AFTER_STOP = regex(r"\s*+(?:\Z|[\]|{@])")
_FOOTNOTE = regex(r"\[\d{1,3}\](?![\w\[])")
_PROPOSER = regex(r"[\[|]\s*(?P<who>[A-Z]\w*(?:,? [A-Z]\w*){0,3})\Z")
_END_OF_PROPOSAL = regex(r"\s*+(?:(?:\{[^{}\n]*\}|@[\w-]++)\s*+)*[|\]]")
_OWN_WORD = regex(r"[^\W\d_]+")
_NEXT_WORD = regex(r"\s+([^\W\d_]+)")
_OF_A_WHOLE = regex(r"\s+of\s+(?:its|the|their|all|these|those|each)\b")
_LISTED = regex(
    r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)](?=\s)|\((?:\d{1,3}|[A-Z]{1,2})\)(?=\s)|[-–—*•·▪](?=\s)"
)
_NUMBERED_STEP = regex(r"[Ss]tep\s+(\d{1,3}|one|two|three|four|five|six)\b\s*[:.)–—-]?(?=\s)")
_RANGE = regex(r"\s+to\s+\d(?:[\d,.]*\d)?")
_DASHED = regex(rf"\d[\d{DASHES} -]*")
_RUN_TOGETHER = regex(r"(?:19|20|21)\d{6}")
_YEAR = regex(r"(?:19|20)\d\d")
_LATE_CLAUSE = regex(r"^[ \t]*clause[ \t]+((?:19|20)\d\d)(?!\S)", re.MULTILINE)
_DATING = regex(r"\b(?:of|since|by|before|after|until|from|year|than)\s+\Z", re.IGNORECASE)
_REFERRING = frozenset(
    {"and", "or", "to", "of", "is", "are", "begins", "begin", "within", "by", "in", "before"}
    | {"after", "for", "from", "on", "at", "with", "has", "have", "shall", "will", "may", "as"}
    | {"until", "unless", "if", "under", "upon", "above", "below", "applies", "apply", "not"}
    | {"without", "against", "does", "do", "was", "were", "should", "takes", "enters", "which"}
    | {"that", "where", "when", "because", "through", "into", "concerning", "regarding"}
)
"""Words after which a bare number before them is a clause's: "in 3.1 within 30 days"."""

_OF_A_RESOLUTION = regex(
    r"\b(?:UNSCRs?|resolutions?)\s+(?:\d+\s*(?:\(\d{4}\))?\s*(?:,\s*and|,|and)\s+){0,12}\Z",
    re.IGNORECASE,
)
"""What stands before the number of a resolution, which is no clause: "UNSCRs 1718 and 2397"."""
_RESOLUTIONS = 120
"""Characters within which a list of resolutions begins."""

_SIGNS = {
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
_LONGEST_LABEL = 25
_CONDITIONS = frozenset({"if", "unless", "when"})
_NUMERIC = frozenset({"NUMBER", "REFERENCE", "WORD"})
_AFTER_NUMBER = ("PERCENT", "MULTIPLIER", "TIME_UNIT", "UNIT")


class Lexer:
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

    # ── Lines ──

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
            yield self.token(_SIGNS[line.word], start, start + 1)
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
            yield self.token(_SIGNS[self.text[left]], left, left + 1)
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

    # ── Sentences and values ──

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
        mark = _LISTED.match(self.text, at, end)
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

    def values(self, at: int, end: int, sentence: Modalities | None = None) -> Iterator[Token]:
        """Yield the tokens between two places, reading modalities where a sentence is given."""
        text, match_at = self.text, self.master.match
        opened: list[int] = []
        self.opened, self.closing, self.speaking = opened, None, sentence is not None
        self.remarks.clear()
        after_number = False
        while at < end:
            if after_number:
                at = self.skip(at, end)
                unit = self.unit(at, end)
                after_number = unit is not None and unit.type == "MULTIPLIER"
                if unit:
                    yield unit
                    at = unit.end
                    continue
            match = match_at(text, at, end)
            if match is None:
                break
            kind = match.lastgroup or ""
            at, stop = match.span(kind)
            if kind == "SIGN":
                kind = self.sign(at, sentence, opened)
            if kind == "STOP":
                token = self.stop(at, end, sentence, opened)
            elif kind == "WORD" and text[at].isalpha():
                token = self.word(at, stop, end, sentence)
            else:
                token = self.shape(kind, at, stop, end, sentence)
            after_number = token.type == "NUMBER"
            at = token.end
            yield token
        blank = _BLANK.match(text, at, end)
        at = blank.end() if blank else at
        if at < end:
            pointed = not self.opened and at - self.current.start < _LONGEST_LABEL
            if text[at] == "/" and self.opened:
                raise Unreadable(
                    Span(at, at + 1), "`/` parts no proposals", "write `|` in its place"
                )
            raise (
                pointed and labels.colonless_label(text, self.current, self.words)
            ) or characters.strange_character(text, at, end)
        if opened:
            raise brackets.unclosed_bracket(opened[-1])
        if self.remarks:
            raise brackets.unclosed_parenthesis(self.remarks[-1])

    def shape(self, kind: str, at: int, stop: int, end: int, sentence: Modalities | None) -> Token:
        """Return the token that a shape is here: a number may refer, a Roman one be a word."""
        if self.text[at].isdigit() and kind in _NUMERIC:
            slip = misnumbered(self.text, at, end, lambda stop: self.counts(stop, end))
            if slip:
                raise slip
        if kind == "WORD":
            return self.word(at, stop, end, sentence)
        if kind == "NUMBER":
            return self.number(at, stop, end, in_sentence=sentence is not None)
        if kind == "REFERENCE":
            roman = self.text[at:stop].isalpha()
            if roman and (sentence is not None or "REFERENCE" not in self.accepts):
                return self.word(at, stop, end, sentence)
            dotted = self.text.count(".", at, stop) > 1
            slip = times.misdated(self.text, at, stop) if dotted else None
            if slip:
                raise slip
        elif kind == "AGREEMENT" and "AGREEMENT" not in self.accepts:
            kind = "WORD"
        return self.token(kind, at, stop)

    def sign(self, at: int, sentence: Modalities | None, opened: list[int]) -> str:
        """Return a sign's terminal, and keep count of brackets."""
        sign = self.text[at]
        if sign == "[":
            note = _FOOTNOTE.match(self.text, at)
            if note and sentence is not None and not self.text[at - 1].isspace():
                raise characters.footnote(*note.span())
            opened.append(at)
            if len(opened) > MAX_DEPTH:
                raise TooDeep
        elif sign == "]" and opened:
            opened.pop()
        if sentence is not None:
            sentence.sign(sign)
            if sign == "(":
                self.remarks.append(at)
            elif sign == ")" and self.remarks:
                self.remarks.pop()
            elif sign == ")":
                raise brackets.unopened_parenthesis(at)
            elif sign == ":" and opened:
                before = _PROPOSER.search(self.text, opened[-1], at)
                if before:
                    raise brackets.proposer_first(Span(before.start("who"), at + 1), before["who"])
        return _SIGNS[sign]

    def stop(self, at: int, end: int, sentence: Modalities | None, opened: list[int]) -> Token:
        """Return the full stop that ends a sentence; an abbreviation's is in its word."""
        text = self.text
        if sentence is not None and _AFTER_STOP.match(text, at + 1, end):
            if opened and at + 1 >= end:
                raise brackets.unclosed_bracket(opened[-1])
            return self.token("STOP", at, at + 1)
        after = characters.after_stop(text, at, end) if sentence is not None else None
        raise after or sentences.stray_stop(
            text, at, end, self.words, in_sentence=sentence is not None
        )

    def abbreviated(self, stop: int, end: int, sentence: Modalities | None) -> int:
        """Return where a word ends, with the full stop that makes it an abbreviation."""
        text = self.text
        if not text.startswith(".", stop, end):
            return stop
        if sentence is not None and _AFTER_STOP.match(text, stop + 1, end):
            return stop
        initial = text[stop - 1].isupper() and not text[stop - 2 : stop - 1].isalnum()
        return (
            stop + 1 if initial or ABBREVIATION.search(text, max(0, stop - 8), stop + 1) else stop
        )

    def word(self, at: int, stop: int, end: int, sentence: Modalities | None) -> Token:
        """Return the token that begins with this word: a modality, a keyword, or the word."""
        word = self.text[at:stop]
        lower = self.plain.get(word)
        if lower is None:
            lower = self.plain[word] = word.lower() if self.is_plain(word) else ""
        if not lower:
            return self.ambiguous(at, stop, end, sentence)
        if sentence is not None:
            sentence.before = lower
        if self.text.startswith(".", stop, end):
            stop = self.abbreviated(stop, end, sentence)
        return self.token("WORD", at, stop)

    def is_plain(self, word: str) -> bool:
        """Tell whether a word is no more than that wherever it stands, as most are."""
        words, lower = self.words, word.lower()
        return (
            word.isascii()
            and word[0].isalpha()
            and lower not in words.modalities
            and lower not in TELLING
            and lower not in misreadings.NUMBER_WORDS
            and word[:2] not in words.by_opening
            and word not in words.keywords
        )

    def ambiguous(self, at: int, stop: int, end: int, sentence: Modalities | None) -> Token:
        """Return the token that begins with a word that may be more than one."""
        text = self.text
        words = self.words
        word = text[at:stop]
        accepts = self.accepts
        slip = None if word.isascii() else characters.strange_in_word(text, at, stop)
        if slip:
            raise slip
        if sentence is not None:
            lower = word.lower()
            if lower in words.modalities:
                found = sentence.read(at, end, lower)
                if found:
                    return self.token(found[0], at, found[1])
            sentence.word(lower, at, stop)
        elif word[0].isdigit():
            slip = times.run_together(text, at, stop)
            if slip:
                raise slip
        elif word.lower() in misreadings.NUMBER_WORDS and "NUMBER" in accepts:
            slip = times.span_in_words(text, at, end)
            if slip:
                raise slip
        for name in words.by_opening.get(word[:2], ()):
            if name in accepts:
                match = words.patterns[name].match(text, at, end)
                if match and match.end() >= stop and not _runs_on(text, match.end()):
                    return self.token(name, *match.span())
        for name in words.keywords.get(word, ()):
            if name in accepts:
                return self.token(name, at, stop)
        return self.token("WORD", at, self.abbreviated(stop, end, sentence))

    def number(self, at: int, stop: int, end: int, *, in_sentence: bool) -> Token:
        """Return a quantity's number or a reference, by what follows it."""
        accepts = self.accepts
        digits = self.text[at:stop]
        if "WORD" in accepts and "," not in digits and self.numbers_a_resolution(at):
            kind = "WORD"
        elif "," in digits or "REFERENCE" not in accepts:
            kind = "NUMBER" if "NUMBER" in accepts or not in_sentence else "WORD"
        elif "NUMBER" not in accepts or not self.counts(stop, end):
            kind = "REFERENCE"
            if _YEAR.fullmatch(digits) and not self.numbers_a_clause(at, digits, in_sentence):
                if not in_sentence:
                    dashed = _DASHED.match(self.text, at, end)
                    raise (dashed and times.misdated(self.text, *dashed.span())) or (
                        times.year_alone(at, stop, digits)
                    )
                kind = "WORD"
        elif in_sentence and _YEAR.fullmatch(digits) and not self.unit_follows(stop, end):
            kind = "WORD"
        else:
            kind = "NUMBER"
        if kind == "REFERENCE" and not in_sentence and _RUN_TOGETHER.fullmatch(digits):
            slip = times.misdated(self.text, at, stop)
            if slip:
                raise slip
        return self.token(kind, at, stop)

    def numbers_a_clause(self, at: int, digits: str, in_sentence: bool) -> bool:  # noqa: FBT001 - as told
        """Tell whether a text is so long that a clause of it has the number of a year.

        In a sentence "the agreement of 1953" and "by 2028" speak of the year all the same.
        """
        if self.late_numbers is None:
            self.late_numbers = frozenset(match[1] for match in _LATE_CLAUSE.finditer(self.text))
        dated = in_sentence and _DATING.search(self.text, max(at - _LONGEST_LABEL, 0), at)
        return digits in self.late_numbers and not dated

    def numbers_a_resolution(self, at: int) -> bool:
        """Tell whether the number that begins here is that of a resolution."""
        start = max(self.current.start, at - _RESOLUTIONS)
        return _OF_A_RESOLUTION.search(self.text, start, at) is not None

    def counts(self, at: int, end: int) -> bool:
        """Tell whether a number that ends here counts what follows, rather than refers."""
        span = _RANGE.match(self.text, at, end)
        if span:
            at = span.end()
        if self.opened and _END_OF_PROPOSAL.match(self.text, at, end):
            return self.counts_in_bracket(end)
        return self.unit_follows(at, end) or self.names_what(at, end)

    def counts_in_bracket(self, end: int) -> bool:
        """Tell whether a number that ends a proposal counts what follows the brackets round it.

        Raises:
            Unreadable: a unit follows them, and would belong to all proposals.
        """
        if self.closing is None:
            self.closing = brackets.closing_brackets(self.text, self.opened[0], end)
        stop = end
        for start in reversed(self.opened):
            stop = self.closing.get(start, end)
            if self.speaking and self.unit_follows(stop, end):
                raise brackets.unit_outside(self.text, start, stop, self.units_end(stop, end))
            if not _END_OF_PROPOSAL.match(self.text, stop, end):
                break
        return self.names_what(stop, end)

    def units_end(self, at: int, end: int) -> int:
        """Return where the multiplier and the unit end that follow a place."""
        for name in ("MULTIPLIER", *_AFTER_NUMBER):
            match = self.unit_at(name, self.skip(at, end), end)
            at = match.end() if match else at
        return at

    def names_what(self, at: int, end: int) -> bool:
        """Tell whether what follows a place is a noun, which a number may count."""
        following = _NEXT_WORD.match(self.text, at, end)
        return following is not None and (
            following.group(1).lower() not in _REFERRING
            or _OF_A_WHOLE.match(self.text, at, end) is not None
        )

    def unit_follows(self, at: int, end: int) -> bool:
        """Tell whether a unit, a multiplier or a percent sign comes next."""
        at = self.skip(at, end)
        return any(self.unit_at(name, at, end) for name in _AFTER_NUMBER)

    def unit(self, at: int, end: int) -> Token | None:
        """Return the unit after a number, if one stands there and may."""
        for name in _AFTER_NUMBER:
            match = self.unit_at(name, at, end) if name in self.accepts else None
            if match:
                return self.token(name, *match.span())
        return None

    def unit_at(self, name: str, at: int, end: int) -> re.Match[str] | None:
        """Return the unit of a kind that stands here as a word of its own."""
        match = self.words.patterns[name].match(self.text, at, end)
        return None if match is None or _runs_on(self.text, match.end()) else match

    # ── Helpers ──

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


_BLANK = regex(r"\s*+(?:(?<=\s)#[^\n]*+\s*+)*")
_SHAPES = ("STRING", "DATE", "CLOCK", "TAG", "NUMBER", "REFERENCE", "AGREEMENT", "WORD")
_BOUNDARIES = {
    "DATE": r"(?![\w-])",
    "CLOCK": r"(?!\d|,\d)",
    "NUMBER": r"(?!\w|[.,/:]\d|-\w|\(|°)",
    "REFERENCE": r"(?!\w|-\w|[.'’&/]\w|:\d|°)",
}
"""What must not follow, lest a shape be cut out of a longer one: `2018-12` out of `2018-12-1`."""


@cache
def _master(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return the pattern of anything in a line; its first alternative that fits is the token."""
    shapes = "|".join(
        f"(?P<{name}>(?:{pattern}){_BOUNDARIES.get(name, '')})" for name, pattern in patterns
    )
    return regex(rf"{_BLANK.pattern}(?:{shapes}|(?P<SIGN>[,;:.()\[\]|{{}}]))")


def _runs_on(text: str, at: int) -> bool:
    """Tell whether a word goes on beyond a place."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


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
