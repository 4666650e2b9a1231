"""Brackets that do not close, or hold what no proposal is; parentheses too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.slips.places import words_at
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from clausecheck.syntax.lines import Line


def unclosed_bracket(at: int) -> Unreadable:
    """Say that a bracket is not closed."""
    return Unreadable(
        Span(at, at + 1), "this bracket is not closed", "close it with `]`, after the last proposal"
    )


def proposer_first(at: Span, who: str) -> Unreadable:
    """Say where it stands whose proposal one is."""
    return Unreadable(at, "who proposes stands behind a proposal", f"write `[… {{{who}}}]`")


def unclosed_parenthesis(at: int) -> Unreadable:
    """Say that a parenthesis in a sentence is not closed."""
    remedy = "close it with `)`, or leave it out"
    return Unreadable(Span(at, at + 1), "this parenthesis is not closed", remedy)


def unopened_parenthesis(at: int) -> Unreadable:
    """Say that a parenthesis in a sentence was never opened."""
    remedy = "leave it out, or open one before it with `(`"
    return Unreadable(Span(at, at + 1), "`)` closes no parenthesis", remedy)


def closing_brackets(text: str, start: int, end: int) -> dict[int, int]:
    """Return, for each place between two where a bracket opens, the place after it closes."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _OPENING_OR_CLOSING.finditer(text, start, end):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() == "]" and opened:
            closing[opened.pop()] = match.end()
    return closing


def unit_outside(text: str, start: int, stop: int, end: int) -> Unreadable:
    """Say that a unit behind a bracket belongs into its proposals."""
    right = _distributed(text, start, stop, "", text[stop:end])
    return Unreadable(
        Span(start, end), "a number in brackets takes its unit with it", f"write `{right}`"
    )


def _distributed(text: str, start: int, stop: int, before: str, after: str) -> str:
    """Return a bracket with what stands before and after it in each of its proposals."""
    proposals = []
    depth, at = 0, start + 1
    for match in _BAR_OR_BRACKET.finditer(text, start, stop):
        sign = match.group()
        depth += (sign == "[") - (sign == "]")
        if (sign == "|" and depth == 1) or depth == 0:
            words, marks = _without_marks(text[at : match.start()])
            if words.startswith("[") and words.endswith("]"):
                words = _distributed(words, 0, len(words), before, after)
            else:
                words = f"{before}{words}{after}"
            proposals.append(" ".join(f"{words} {marks}".split()))
            at = match.end()
    return f"[{' | '.join(proposals)}]"


def _without_marks(proposal: str) -> tuple[str, str]:
    """Return a proposal's words, and the tag and attribution behind them."""
    words = proposal.strip()
    while mark := _MARK.search(words, max(0, len(words) - _LONGEST_MARK)):
        words = words[: mark.start()].rstrip()
    return words, proposal.strip()[len(words) :]


def not_whole(text: str, line: Line, start: int) -> Unreadable | None:
    """Return a slip if the one bracket in a value takes only a part of it."""
    closing = closing_brackets(text, start, line.end)
    opened = min(closing, default=None)
    if opened is None:
        return None
    if any(place > closing[opened] for place in closing):
        return in_brackets(text, Token("LSQB", "["), Span(opened, closing[opened]), "label")
    stop = closing[opened]
    before, (after, marks) = text[start:opened].strip(), _without_marks(text[stop : line.end])
    if not before and not after:
        return None
    right = _distributed(text, opened, stop, f"{before} ", f" {after}")
    whole = " ".join(f"{line.word}: {right} {marks}".split())
    return Unreadable(
        Span(opened, stop), "a bracket within a value takes the whole value", f"write `{whole}`"
    )


def whole_sentences(text: str, line: Line, start: int) -> Unreadable:
    """Say that a bracket round whole sentences, which starts there, stands round the line."""
    stop = closing_brackets(text, start, line.end)[start]
    right = _distributed(text, start, stop, f"{line.word}: ", "")
    return Unreadable(
        Span(start, stop),
        "a bracket round whole sentences takes the label with them",
        f"write `{right}`",
    )


def unclosed_in(text: str, line: Line) -> Unreadable | None:
    """Return a slip if a bracket or brace opens on a line and does not close."""
    opened: list[int] = []
    brace = None
    for match in _OPENING_OR_CLOSING.finditer(text, line.start, line.end):
        sign = match.group()
        if sign == "[":
            opened.append(match.start())
        elif sign == "]" and opened:
            opened.pop()
        elif sign == "{" and brace is None:
            brace = match.start()
        elif sign == "}":
            brace = None
    if brace is not None:
        return Unreadable(
            Span(brace, brace + 1), "this brace is not closed", "close it with `}`, as in `{US}`"
        )
    return unclosed_bracket(opened[-1]) if opened else None


def in_brackets(text: str, token: Token, here: Span, within: str) -> Unreadable:
    """Say what is wrong in or about brackets, at the sign where reading stopped."""
    before = text[: here.start].rstrip()
    if token.type in {"RSQB", "PIPE", "LBRACE", "TAG"} and before.endswith(("[", "|")):
        return Unreadable(
            Span(len(before) - 1, here.end),
            "an empty proposal",
            "write its words; a single proposal, `[…]`, may be taken or left",
        )
    if token.type == "RSQB":
        return Unreadable(here, "`]` closes no bracket", "leave it out, or open one with `[`")
    if token.type == "PIPE":
        return Unreadable(
            here,
            "`|` stands outside brackets",
            "put the proposals in brackets, as in `[10% | all]`",
        )
    if token.type in {"LBRACE", "TAG"}:
        attribution = _ATTRIBUTION.match(text, here.start)
        here = Span(*attribution.span()) if attribution else here
        shown = words_at(text, here)
        return Unreadable(
            here,
            f"`{shown}` stands outside brackets",
            f"write `[{shown[1:-1].strip()}]`" if "|" in shown else _AS_PROPOSED,
        )
    if token.type == "RBRACE" and before.endswith("{"):
        return Unreadable(
            Span(len(before) - 1, here.end), "`{}` names nobody", "write who proposes, as in `{US}`"
        )
    if token.type == "RBRACE":
        return Unreadable(
            here, "`}` closes nothing", "leave it out, or open a brace before it, as in `{US}`"
        )
    if within == "label":
        return Unreadable(
            here,
            "a bracket within a value takes the whole value",
            "write every proposal in full, as in "
            "`[60 days after signature | 90 days after signature]`",
        )
    return Unreadable(
        here, "a bracket cannot stand here", "put it round words of a sentence, a value or a line"
    )


_OPENING_OR_CLOSING = regex(r'"[^"\n]*"|“[^“”\n]*”|[\[\]{}]')
_AS_PROPOSED = "put it after a proposal in square brackets, as in `[10% {US} @phased | all {DPRK}]`"
_BAR_OR_BRACKET = regex(r'"[^"\n]*"|“[^“”\n]*”|[\[\]|]')
_MARK = regex(r"(?:\{[^{}\n]*\}|@[\w-]+)\Z")
_LONGEST_MARK = 80
_ATTRIBUTION = regex(r"\{[^{}\n]*\}")
BRACKET_SIGNS = frozenset({"LSQB", "RSQB", "PIPE", "LBRACE", "RBRACE", "TAG"})


def bracket_at(text: str, line: Line, token: Token, start: int, here: Span) -> Span | None:
    """Return the bracket in a value in which, or right behind which, reading stopped."""
    closing = closing_brackets(text, start, line.end)
    within = token.type in {"PIPE", "RSQB"}
    about = [
        Span(place, stop)
        for place, stop in closing.items()
        if (within and place < here.start < stop)
        or (stop <= here.start and not text[stop : here.start].strip())
    ]
    return max(about, default=None)
