"""Logical lines into tokens, each chosen by what the parser can take at that point."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from attrs import define
from lark import Token

from clausecheck.source import Span
from clausecheck.syntax.lines import Line, split_region
from clausecheck.syntax.slips import Unreadable, colonless_label, no_modality, strange_character
from clausecheck.syntax.words import Words

MAX_DEPTH = 40
"""Brackets in brackets; negotiators have been seen to need four."""


class TooDeep(Exception):  # noqa: N818 - as above
    """Brackets nested deeper than `MAX_DEPTH`."""


@define
class _Sentence:
    """What has been seen of a sentence: its modality, and the word before the next one."""

    modality: str | None = None
    may_follow: bool = True
    """Whether a first, or a second modality after "that", may still come."""
    before: str = ""
    subordinate: bool = False
    saving: bool = False


_MARKED_END = re.compile(r"(?:\s|\{[^}\n]*\}|@[^\W\d_][\w-]*)*$")
_AFTER_STOP = re.compile(r"\s*(?:$|[\]|{@])")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_OF_A_WHOLE = re.compile(r"\s+of\s+(?:its|the|their|all|these|those|each)\b")
_RANGE = re.compile(r"\s+to\s+\d[\d,.]*\d|\s+to\s+\d")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ABBREVIATIONS = frozenset({"no", "nos", "art", "arts", "para", "paras", "e.g", "i.e", "cf", "approx", "st", "gen", "mr", "ms", "dr", "etc", "vs"})
_AUXILIARIES = frozenset({"SHALL", "SHALL_NOT", "WILL", "WILL_NOT", "MAY", "MAY_NOT", "SHOULD", "SHOULD_NOT"})
_SUBORDINATORS = frozenset(
    "that which who whose whom as where if unless when whenever until while because so what whether than".split()
)
_DETERMINERS = frozenset("the its their own a no free good political of joint his".split())
_REFERRING = frozenset(
    "and or to of is are begins begin within by in before after for from on at with has have shall"
    " will may as until unless if under upon above below applies not without against".split()
)
_SIGNS = {
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
_AFTER_NUMBER = ("PERCENT", "MULTIPLIER", "TIME_UNIT", "UNIT")


class Lexer:
    """Reads one text; `accepts` is set by the parser to what it can take next."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.accepts: Collection[str] = ()
        self.master = _master(words)
        self.missing_stops: list[Span] = []

    # ── Lines ──

    def line(self, line: Line) -> Iterator[Token]:
        """Yield the tokens of a logical line, without the one that ends it."""
        start, end = line.start, line.end
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
        else:
            yield from self.heading(line)

    def heading(self, line: Line) -> Iterator[Token]:
        at = line.start + len(line.word)
        yield self.token(self.words.headings[line.word], line.start, at)
        at = self.skip(at, line.end)
        if "NUMERAL" in self.accepts:
            match = self.words.patterns["NUMERAL"].match(self.text, at, line.end)
            if match:
                yield self.token("NUMERAL", *match.span())
                at = match.end()
        yield from self.values(at, line.end)

    def acceptance(self, line: Line) -> Iterator[Token]:
        at = line.start + len(line.word)
        yield self.token("ACCEPT_HEADER", line.start, at)
        at = self.skip(at, line.end)
        match = self.words.patterns["RULE_NAME"].match(self.text, at, line.end)
        if match:
            yield self.token("RULE_NAME", *match.span())
            at = match.end()
        yield from self.values(at, line.end)

    def label(self, line: Line) -> Iterator[Token]:
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
        elif line.word in self.words.sentence_labels and not self.is_silence(at, line.end):
            yield from self.sentence(line, at)
        else:
            yield from self.values(at, line.end)

    def is_silence(self, at: int, end: int) -> bool:
        return self.text[at:end] in {"none", "unknown"} or self.text.startswith("to be settled", at, end)

    def rows(self, at: int, end: int) -> Iterator[Token]:
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            first = self.skip(at, stop)
            if first < stop:
                yield self.token("_ROW", first, first)
                yield from self.values(first, stop)
            at = stop + 1

    def bracket(self, line: Line) -> Iterator[Token]:
        if not line.stopped:
            raise Unreadable(
                Span(line.start, line.start + 1),
                "this bracket is not closed",
                "close it with `]`, after the last proposal",
            )
        yield from self.items(line.start, line.end, 1)

    def items(self, start: int, end: int, depth: int) -> Iterator[Token]:
        """Yield the tokens of a bracket round whole lines, from `[` to `]`."""
        if depth > MAX_DEPTH:
            raise TooDeep
        bars = _bars(self.text, start, end)
        for left, right in zip(bars, bars[1:], strict=False):
            yield self.token(_SIGNS[self.text[left]], left, left + 1)
            marks = _MARKED_END.search(self.text, left + 1, right)
            content_end = marks.start() if marks else right
            for number, inner in enumerate(split_region(self.text, left + 1, content_end, self.words)):
                if number:
                    yield self.token("_NL", inner.start, inner.start)
                if inner.kind == "bracket":
                    yield from self.items(inner.start, inner.end, depth + 1)
                else:
                    yield from self.line(inner)
            yield from self.values(content_end, right)
        yield self.token("RSQB", bars[-1], bars[-1] + 1)

    # ── Sentences and values ──

    def sentence(self, line: Line, at: int) -> Iterator[Token]:
        """Yield a sentence's tokens; a missing full stop is noted and supplied."""
        seen = _Sentence(saving=self.text.startswith(("Nothing", "No provision", "This ", "Neither"), at))
        end = line.end
        while match := self.words.patterns["LETTER"].match(self.text, at, end) or self.words.patterns["STEP"].match(self.text, at, end):
            yield self.token("STEP" if match.group()[0] == "s" else "LETTER", *match.span())
            at = self.skip(match.end(), end)
        yield from self.values(at, end, seen)
        if not line.stopped:
            if not self.text[at:end].strip():
                return
            self.missing_stops.append(Span(end - 1, end))
            yield self.token("STOP", end, end)
        if seen.modality is None:
            slip = colonless_label(self.text, line, self.words)
            raise slip or no_modality(self.text, at, end)

    def values(self, at: int, end: int, sentence: _Sentence | None = None) -> Iterator[Token]:
        """Yield the tokens between two places, reading modalities where a sentence is given."""
        text, accepts_word = self.text, "WORD"
        depth = 0
        outer: list[tuple[str | None, bool]] = []
        inner: list[str | None] = []
        match_at = self.master.match
        after_number = False
        while at < end:
            if after_number:
                at = self.skip(at, end)
                unit = self.unit(at, end)
                after_number = unit is not None and unit.type == "MULTIPLIER"
                if unit:
                    yield unit
                    at = unit.end_pos or at
                    continue
            match = match_at(text, at, end)
            if match is None:
                if text[at] == ".":
                    yield from self.stop(at, end, sentence)
                    at += 1
                    continue
                raise strange_character(text, at)
            kind = match.lastgroup
            stop = match.end()
            if kind == "BLANK":
                at = stop
                continue
            if kind == accepts_word:
                token = self.word(at, stop, end, sentence)
                stop = token.end_pos or stop
                yield token
            elif kind == "NUMBER":
                token = self.number(at, stop, end, sentence is not None)
                after_number = token.type == "NUMBER"
                yield token
            elif kind == "SIGN":
                sign = text[at]
                name = _SIGNS[sign]
                if sign == "[":
                    depth += 1
                    if depth > MAX_DEPTH:
                        raise TooDeep
                    if sentence:
                        outer.append((sentence.modality, sentence.may_follow))
                        inner.append(None)
                elif sign == "|" and sentence and outer:
                    inner[-1] = inner[-1] or sentence.modality
                    sentence.modality, sentence.may_follow = outer[-1]
                elif sign == "]":
                    depth -= 1
                    if sentence and outer:
                        first = inner.pop() or sentence.modality
                        sentence.modality, sentence.may_follow = outer.pop()
                        if first and not sentence.modality:
                            sentence.modality, sentence.may_follow = first, False
                elif sign == "," and sentence:
                    sentence.before = ","
                yield self.token(name, at, stop)
            elif kind == "REFERENCE" and text[at:stop].isalpha() and (sentence or "REFERENCE" not in self.accepts):
                yield self.token("WORD", at, stop)
            elif kind == "AGREEMENT" and "AGREEMENT" not in self.accepts:
                yield self.token("WORD", at, stop)
            else:
                yield self.token(kind or "", at, stop)
            at = stop

    def stop(self, at: int, end: int, sentence: _Sentence | None) -> Iterator[Token]:
        if sentence is not None and _AFTER_STOP.match(self.text, at + 1, end):
            yield self.token("STOP", at, at + 1)
            return
        before = re.search(r"[\w.]*$", self.text[max(0, at - 12) : at])
        word = before.group() if before else ""
        if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
            return
        if sentence is None:
            raise Unreadable(
                Span(at, at + 1),
                "a label's value has no full stop",
                "leave the full stop out; only sentences end in one",
            )
        raise Unreadable(
            Span(at, at + 1),
            "a second sentence begins on this line",
            "begin each sentence on a line of its own",
        )

    def word(self, at: int, stop: int, end: int, sentence: _Sentence | None) -> Token:
        """Return the token that begins with this word: a modality, a keyword, or the word."""
        text = self.text
        word = text[at:stop]
        lower = word.lower()
        accepts = self.accepts
        if sentence is not None:
            if lower in self.words.modalities:
                token = self.modality(at, lower, end, sentence)
                if token:
                    sentence.before = ""
                    return token
            sentence.before = lower
            if lower in _SUBORDINATORS:
                sentence.subordinate = True
        elif "STEP" in accepts and lower == "step":
            match = self.words.patterns["STEP"].match(text, at, end)
            if match:
                return self.token("STEP", *match.span())
        for name in ("QUALIFIER", "RANGE_TO", "MAN_FOR_MAN", "PREVAIL", "TIME_UNIT"):
            if name in accepts:
                match = self.words.patterns[name].match(text, at, end)
                if match and match.end() >= stop:
                    return self.token(name, *match.span())
        for name in self.words.keywords.get(word, ()):
            if name in accepts:
                return self.token(name, at, stop)
        return self.token("WORD", at, stop)

    def modality(self, at: int, lower: str, end: int, sentence: _Sentence) -> Token | None:
        name, stop = "", at
        for phrase, candidate in self.words.modalities[lower]:
            if self.words.modal_kinds[candidate] == "savings" and not sentence.saving:
                continue
            match = _phrase(phrase).match(self.text, at, end)
            if match:
                name, stop = candidate, match.end()
                break
        if not name:
            return None
        if sentence.modality is None:
            if sentence.before in _SUBORDINATORS:
                return None
        elif not (sentence.may_follow and name in self.words.modal_kinds):
            if name not in _AUXILIARIES or sentence.before in _DETERMINERS or sentence.subordinate:
                return None
            raise Unreadable(
                Span(at, stop),
                f"a second modality, `{self.text[at:stop]}`, in one sentence",
                "keep one; a second duty is a sentence of its own",
            )
        elif name not in _AUXILIARIES and not name.endswith("_TO"):
            return None
        first = sentence.modality is None
        sentence.may_follow = first and self.words.modal_kinds[name] == "statement"
        sentence.modality = name
        sentence.subordinate = False
        return self.token(name, at, stop)

    def number(self, at: int, stop: int, end: int, in_sentence: bool) -> Token:
        """Return a quantity's number or a reference, by what follows it."""
        accepts = self.accepts
        digits = self.text[at:stop]
        if "," in digits or "REFERENCE" not in accepts:
            return self.token("NUMBER", at, stop)
        if "NUMBER" not in accepts:
            return self.token("REFERENCE", at, stop)
        after = stop
        span = _RANGE.match(self.text, after, end)
        if span:
            after = span.end()
        if any(
            self.words.patterns[name].match(self.text, self.skip(after, end), end)
            for name in ("PERCENT", "MULTIPLIER")
        ):
            return self.token("NUMBER", at, stop)
        following = _NEXT_WORD.match(self.text, after, end)
        if following:
            word = following.group(1)
            if self.words.patterns["TIME_UNIT"].fullmatch(word) or self.words.patterns["UNIT"].fullmatch(word):
                return self.token("NUMBER", at, stop)
            if in_sentence and _YEAR.match(digits):
                return self.token("WORD", at, stop)
            if word.lower() not in _REFERRING or _OF_A_WHOLE.match(self.text, after, end):
                return self.token("NUMBER", at, stop)
        elif in_sentence and _YEAR.match(digits):
            return self.token("WORD", at, stop)
        return self.token("REFERENCE", at, stop)

    def unit(self, at: int, end: int) -> Token | None:
        for name in _AFTER_NUMBER:
            if name in self.accepts:
                match = self.words.patterns[name].match(self.text, at, end)
                if match and not self.text[match.end() : match.end() + 1].isalnum():
                    return self.token(name, *match.span())
        return None

    # ── Helpers ──

    def skip(self, at: int, end: int) -> int:
        """Return the place of the next character that is not blank."""
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def token(self, name: str, start: int, end: int) -> Token:
        return Token(name, self.text[start:end], start_pos=start, end_pos=end)


_masters: dict[int, re.Pattern[str]] = {}


def _master(words: Words) -> re.Pattern[str]:
    if id(words) not in _masters:
        pattern = {name: words.patterns[name].pattern for name in ("STRING", "DATE", "CLOCK", "TAG", "AGREEMENT", "REFERENCE", "NUMBER", "WORD")}
        _masters[id(words)] = re.compile(
            r"(?P<BLANK>\s+|(?<=\s)#[^\n]*)"
            rf"|(?P<STRING>{pattern['STRING']})"
            rf"|(?P<DATE>(?:{pattern['DATE']})(?![\w-]))"
            rf"|(?P<CLOCK>(?:{pattern['CLOCK']})(?!\d))"
            rf"|(?P<TAG>{pattern['TAG']})"
            rf"|(?P<NUMBER>(?:{pattern['NUMBER']})(?!\w|[.,/]\d|-\w|\())"
            rf"|(?P<REFERENCE>(?:{pattern['REFERENCE']})(?![\w]|-\w|[.'’&/]\w))"
            rf"|(?P<AGREEMENT>{pattern['AGREEMENT']})"
            rf"|(?P<WORD>{pattern['WORD']})"
            r"|(?P<SIGN>[,;:()\[\]|{}])"
        )
    return _masters[id(words)]


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(re.escape(phrase).replace(r"\ ", r"\s+") + r"(?![\w-])", re.IGNORECASE)


def _bars(text: str, start: int, end: int) -> list[int]:
    """Return where a bracket opens, where its bars stand, and where it closes."""
    places = []
    depth = 0
    for match in re.finditer(r'"[^"\n]*"|“[^”\n]*”|(?<=\s)#[^\n]*|[\[\]|]', text[start:end]):
        sign = match.group()
        if sign == "[":
            depth += 1
            if depth == 1:
                places.append(start + match.start())
        elif sign == "]":
            depth -= 1
            if depth == 0:
                places.append(start + match.start())
                break
        elif sign == "|" and depth == 1:
            places.append(start + match.start())
    return places
