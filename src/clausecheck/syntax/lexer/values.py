"""What stands between two places of a line, token by token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import characters, misreadings
from clausecheck.syntax.lexer.lexing import BLANK, SIGNS, runs_on
from clausecheck.syntax.lexer.numbers import Numbers
from clausecheck.syntax.lines.physical import ABBREVIATION
from clausecheck.syntax.modality import TELLING, Modalities
from clausecheck.syntax.numbers import misnumbered
from clausecheck.syntax.slip import MAX_DEPTH, TooDeep, Unreadable
from clausecheck.syntax.slips import brackets, labels, sentences, times
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Iterator


_LONGEST_LABEL = 25
_AFTER_STOP = regex(r"\s*+(?:\Z|[\]|{@])")
_FOOTNOTE = regex(r"\[\d{1,3}\](?![\w\[])")
_PROPOSER = regex(r"[\[|]\s*(?P<who>[A-Z]\w*(?:,? [A-Z]\w*){0,3})\Z")
_NUMERIC = frozenset({"NUMBER", "REFERENCE", "WORD"})


class Values(Numbers):
    """Reads words, signs, numbers and other shapes, of a sentence or of a label's value."""

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
        blank = BLANK.match(text, at, end)
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
        return SIGNS[sign]

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
                if match and match.end() >= stop and not runs_on(text, match.end()):
                    return self.token(name, *match.span())
        for name in words.keywords.get(word, ()):
            if name in accepts:
                return self.token(name, at, stop)
        return self.token("WORD", at, self.abbreviated(stop, end, sentence))
