"""Whether a number counts what follows it, refers to a clause, or is a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.syntax.dates import DASHES
from clausecheck.syntax.lexer.lexing import Lexing, runs_on
from clausecheck.syntax.slips import brackets, times
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    pass


_END_OF_PROPOSAL = regex(r"\s*+(?:(?:\{[^{}\n]*\}|@[\w-]++)\s*+)*[|\]]")
_NEXT_WORD = regex(r"\s+([^\W\d_]+(?:-[^\W\d_]+)*)")
_OF_A_WHOLE = regex(r"\s+of\s+(?:its|the|their|all|these|those|each)\b")
_RANGE = regex(r"\s+to\s+\d(?:[\d,.]*\d)?")
_BETWEEN = regex(r"\bbetween\s+\Z", re.IGNORECASE)
_UP_TO = regex(r"\s+and\s+\d(?:[\d,.]*\d)?")
_DASHED = regex(rf"\d[\d{DASHES} -]*")
_RUN_TOGETHER = regex(r"(?:19|20|21)\d{6}")
_YEAR = regex(r"(?:19|20)\d\d")
_LATE_CLAUSE = regex(r"^[ \t]*clause[ \t]+((?:19|20)\d\d)(?!\S)", re.MULTILINE)
_DATING = regex(r"\b(?:of|since|by|before|after|until|from|year|than)\s+\Z", re.IGNORECASE)
_DATING_WORD = 25
"""Characters within which a word stands that makes a number a year."""

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

_NOT_FIGURED = "".join(
    f"(?<!{word})"
    for word in ("according", "subject", "pursuant", "regard", "respect", "relation", "addition")
)
_LIMITING = regex(
    r"\b(?:exceed(?:s|ing)?"
    r"|(?:reduced?|lower(?:ed)?|raised?|increased?|limit(?:ed)?|cut)"
    rf"(?:\s+(?:its|their|the|all)(?:\s+[\w-]+){{1,6}}?)?{_NOT_FIGURED}\s+to)\s+\Z",
    re.IGNORECASE,
)
"""What stands before a figure that is no clause: "not exceed 50", "reduce its troops to 500"."""

_OF_A_FIGURE = regex(
    r"[^.;:,]*?\b(?:number|total|sum|amount|quantity|size|strength|level|limit|ceiling|minimum)\b"
    r"[^.;:]*\b(?:be|is|are|reach|remain|amount to|equal to|fall to|rise to"
    r"|(?:set|fixed|kept|held|remain|stay) at"
    r"|(?:fall|rise|go|be|remain|stay|kept) (?:below|above|under|over))\s+\Z",
    re.IGNORECASE,
)
"""A sentence about a figure, up to the figure itself: "the number of tanks shall be 50"."""

_LIMITED = 200
"""Characters within which it is looked for."""

_AFTER_NUMBER = ("PERCENT", "MULTIPLIER", "TIME_UNIT", "UNIT")


class Numbers(Lexing):
    """Reads numbers, and the units after them."""

    def number(self, at: int, stop: int, end: int, *, in_sentence: bool) -> Token:
        """Return a quantity's number or a reference, by what follows it."""
        accepts = self.accepts
        digits = self.text[at:stop]
        if "WORD" in accepts and "," not in digits and self.numbers_a_resolution(at):
            kind = "WORD"
        elif (
            "," in digits
            or "REFERENCE" not in accepts
            or (in_sentence and (self.is_figure(at) or self.is_least(at, stop, end)))
        ):
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
        dated = in_sentence and _DATING.search(self.text, max(at - _DATING_WORD, 0), at)
        return digits in self.late_numbers and not dated

    def numbers_a_resolution(self, at: int) -> bool:
        """Tell whether the number that begins here is that of a resolution."""
        start = max(self.current.start, at - _RESOLUTIONS)
        return _OF_A_RESOLUTION.search(self.text, start, at) is not None

    def is_figure(self, at: int) -> bool:
        """Tell whether what stands before a number, and before its brackets, asks for a figure."""
        for start in reversed(self.opened):
            *_, proposal = self.text[start + 1 : at].rpartition("|")
            if proposal.strip():
                break
            at = start
        start = max(self.current.start, at - _LIMITED)
        return (
            _LIMITING.search(self.text, start, at) is not None
            or _OF_A_FIGURE.match(self.text, start, at) is not None
        )

    def is_least(self, at: int, stop: int, end: int) -> bool:
        """Tell whether a number is the first of two that count: "between 5 and 7 launchers"."""
        most = _UP_TO.match(self.text, stop, end)
        if most is None or not self.counts(most.end(), end):
            return False
        return _BETWEEN.search(self.text, max(at - _LIMITED, self.current.start), at) is not None

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
        return None if match is None or runs_on(self.text, match.end()) else match
