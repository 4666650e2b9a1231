"""Labels that are unknown, out of place or half said, and values that do not fit theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausecheck.nearness import nearest
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import misreadings, moments
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.slips import meant
from clausecheck.syntax.slips.brackets import (
    BRACKET_SIGNS,
    bracket_at,
    in_brackets,
    not_whole,
    whole_sentences,
)
from clausecheck.syntax.slips.examples import example_of, takes
from clausecheck.syntax.slips.places import words_at
from clausecheck.syntax.slips.times import misdated, untimed
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.syntax.lines import Line
    from clausecheck.syntax.words import Words


def silence(text: str, at: int, end: int, label: str) -> Unreadable | None:
    """Return a slip for a value that says in other words that there is none, or none yet."""
    value = " ".join(text[at:end].split())
    kind = misreadings.silence_in(value)
    if kind is None:
        return None
    return Unreadable(
        Span(at, end), f"`{value}` is not how a silence is written", f"write `{label}: {kind}`"
    )


def authentic(text: str, at: int, end: int) -> Unreadable | None:
    """Return a slip for languages of which it is said in other words which one prevails."""
    value = " ".join(text[at:end].split())
    said = _AUTHENTIC.search(text, at, end)
    if said is None or value[0] in '["“' or _EQUALLY.search(value):
        return None
    named = " ".join(text[at : said.start()].split()).strip(" ,;")
    prevailing = _PREVAILING.search(value)
    equal = f"{'both' if named.count(',') == 1 else 'all'} equally authentic"
    prevails = f"{prevailing['which']} prevails" if prevailing else equal
    return Unreadable(
        Span(*said.span()),
        f"`{' '.join(said.group().split())}` is not how it is said which language prevails",
        f"write `languages: {named}; {prevails}`",
    )


_AUTHENTIC = regex(
    r"(?:(?:both|all|each|the)\s+(?:texts?\s+)?)?(?:being\s+|are\s+)?(?:equally\s+)?authentic"
    r"|(?:in\s+)?case\s+of\s+(?:any\s+)?(?:divergence|difference|doubt)"
)


_EQUALLY = regex(r"; (?:both|all|each)(?: texts?)?(?: being| are| is)? equally authentic\Z")
"""The formula that treaties have, as it is read."""


_PREVAILING = regex(r"(?P<which>[A-Z]\w+)\s+(?:text\s+|version\s+)?(?:shall\s+)?prevails?")


def colonless_label(text: str, line: Line, words: Words) -> Unreadable | None:
    """Return a slip if a sentence without modality begins like a label that lacks its colon."""
    if line.kind == "label":
        return None
    first = text[line.start : line.end].split("\n", 1)[0]
    for label in sorted(words.labels, key=len, reverse=True):
        if first.startswith(label) and _NOT_A_COLON.match(first, len(label)):
            rest = first[len(label) :].strip(" ;,.=-–—>")
            return Unreadable(
                Span(line.start, line.start + len(label)),
                f"`{label}` looks like a label without its colon",
                f"write `{label}: {rest}`",
            )
    return None


OF_A_LABEL = regex(r"[^\n:\"“]*:")
_NOT_A_COLON = regex(r" ?[;,.=–—>-]? ")
_STEP = regex(r"(?<!\()\bstep \d{1,2}")
_ROW = regex(r"\s*(?P<row>(?P<name>[^\n:\d]*[^\n:\d\s])(?P<colon>:)?[^\n]*)")
_HOW_OFTEN = regex(
    rf"(?<!,)\s+every\s+(?P<span>\d+\s+{misreadings.UNIT})\b|,?\s+(?P<word>daily|weekly|monthly|quarterly|yearly|annually)\b"
)


_LABEL_WITHIN = regex(r'"[^"\n]*"|“[^“”\n]*”|(?P<words>\b[a-z]+(?: [a-z]+){0,3}) ?:')


def label_within(text: str, start: int, end: int, words: Words) -> Unreadable | None:
    """Return a slip if a label stands within a line, outside quotation marks."""
    for match in _LABEL_WITHIN.finditer(text, start, end):
        parts = (match["words"] or "").split()
        for number in range(len(parts)):
            label = " ".join(parts[number:])
            if label in words.labels and not text[match.end() : end].strip():
                return leading(Span(match.end() - 1, match.end()))
            if label in words.labels:
                at = text.rindex(parts[number], match.start(), match.end())
                rest = " ".join(text[at : match.end()].split() + text[match.end() : end].split())
                rest = rest if label in words.sentence_labels else rest.removesuffix(".")
                return Unreadable(
                    Span(at, match.end()),
                    f"`{label}:` begins a line of its own",
                    f"write `{rest}` on the next line",
                )
    return None


def leading(here: Span) -> Unreadable:
    """Say that a colon leads to letters, none of which says who is bound, or how."""
    return Unreadable(
        here,
        "a sentence does not run on in its letters",
        "say it in each, as in `(a) US shall …`",
    )


def stray_colon(here: Span) -> Unreadable:
    """Say that a colon stands where no label does."""
    return Unreadable(
        here, "a colon stands only after a label", "leave it out, or begin the line with a label"
    )


_ENDS_IN_A_MODALITY = regex(r"\b(?:shall|will|may|should|not|to):\Z")


def leads(text: str, line: Line, words: Words) -> bool:
    """Tell whether a line has a modality where a label would be, as in `US shall:`."""
    if line.kind == "sentence":
        return text.endswith(":", line.start, line.end)
    named = line.kind == "unknown-label" and line.word not in meant.SYNONYMS
    parts = line.word.split() if named else ()
    return any(part in words.modalities for part in parts)


def unknown_label(text: str, line: Line, words: Words) -> Unreadable:
    """Say what label, or what else, a line with an unknown one was meant to begin with."""
    here = Span(line.start, text.index(":", line.start) + 1)
    word = line.word
    shown = " ".join(text[here.start : here.end].split())
    if leads(text, line, words):
        if text[here.end : line.end].strip():
            return stray_colon(Span(here.end - 1, here.end))
        return Unreadable(
            here,
            "a sentence does not run on in its letters",
            f"say it in each, as in `(a) {shown.removesuffix(':').rstrip()} …`"
            if _ENDS_IN_A_MODALITY.search(shown)
            else "say in each who shall do it, as in `(a) US shall …`",
        )
    other = meant.otherwise(word)
    if other is not None:
        return Unreadable(here, f"`{shown}` is not a label", other)
    near: tuple[str, ...] = ()
    if word not in meant.SYNONYMS:
        near = nearest(word, words.labels, limit=1)
    if not near:
        near = tuple(meant.SYNONYMS[other] for other in nearest(word, meant.SYNONYMS, limit=1))
    other_time = moments.said(text[here.end : line.end].strip()) if near == ("by",) else None
    value = f" {other_time.right}" if other_time else ""
    offer = " or ".join(f"`{label}:{value}`" for label in near)
    remedy = f"did you mean {offer}?" if near else "write `note:` if it is a remark"
    return Unreadable(here, f"`{shown}` is not a label", remedy)


def no_value(text: str, line: Line, words: Words) -> Unreadable:
    """Say that a label has no value, and what it takes."""
    colon = text.index(":", line.start) + 1
    return Unreadable(
        Span(line.start, colon),
        f"`{text[line.start : colon]}` has no value",
        takes(line.word, words),
    )


def in_label(
    text: str,
    line: Line,
    token: Token,
    here: Span,
    accepts: Callable[[str], bool],
    words: Words,
    *,
    ended: bool,
) -> Unreadable:
    """Say what is wrong with a label's value, at the word where reading stopped."""
    colon = text.index(":", line.start) + 1
    value = text[colon : line.end].strip()
    if not value:
        return no_value(text, line, words)
    label = line.word
    if token.start == line.start:
        return _misplaced_label(text, line, colon)
    date = misdated(text, colon, line.end)
    if date:
        return date
    start = colon + len(text[colon : line.end]) - len(text[colon : line.end].lstrip())
    part = not_whole(text, line, start)
    if part:
        return part
    if token.type == "STOP" and value[0] == "[" and value[-1] == "]":
        return whole_sentences(text, line, start)
    if token.type == "PIPE" and "[" not in value:
        return Unreadable(
            here, "`|` stands outside brackets", f"write `{label}: [{' '.join(value.split())}]`"
        )
    inner = bracket_at(text, line, token, start, here)
    if inner:
        return in_brackets(text, Token("LSQB", "["), inner, "label")
    if token.type in BRACKET_SIGNS:
        return in_brackets(text, token, here, "label")
    if token.type in {"COMMA", "SEMICOLON"} and value[0] == "[" and value[-1] == "]":
        return Unreadable(here, f"`{token}` parts no proposals", "write `|` in its place")
    at = Span(start, start + len(value))
    return (
        untimed(label, value, at, accepts)
        or _unnumbered(label, value, at)
        or _misfit(text, line, value, here, words, _offers(text, here, accepts, words), ended=ended)
    )


_NAMES_ONLY = regex(r"[A-Z]\w*(?:,\s*[A-Z]\w*)+")
_QUOTED = regex('["“”]')
_ANNEX_BY_ITS_WORD = regex(r"\b[Aa]nnex\s+A?(\d[\w.()]*)")


def _unnumbered(label: str, value: str, at: Span) -> Unreadable | None:
    """Return a slip for a clause that is named by its word; one of another text is quoted."""
    annex = _ANNEX_BY_ITS_WORD.search(value) if not _QUOTED.search(value) else None
    if annex and re.match(r"\s+(?:of|to) the ", value[annex.end() :]):
        what = "an annex of another text is put in quotation marks"
        return Unreadable(at, what, f'write `{label}: "{value}"`')
    if annex:
        here = Span(at.start + annex.start(), at.start + annex.end())
        right = _ANNEX_BY_ITS_WORD.sub(r"A\1", value)
        return Unreadable(
            here,
            "an annex is named by its number after `A`",
            f"write `{label}: {right}`",
        )
    match = moments.CLAUSE_BY_ITS_WORD.search(value)
    if match is None or _QUOTED.search(value):
        return None
    here = Span(at.start + match.start(), at.start + match.end() - match.group()[-1].isspace())
    right = moments.CLAUSE_BY_ITS_WORD.sub("", value)
    if " of " in right:
        return Unreadable(
            at, "a clause of another text is put in quotation marks", f'write `{label}: "{value}"`'
        )
    return Unreadable(here, "a clause is named by its number alone", f"write `{label}: {right}`")


def _misfit(
    text: str,
    line: Line,
    value: str,
    here: Span,
    words: Words,
    offers: tuple[str, ...],
    *,
    ended: bool,
) -> Unreadable:
    shown = f"`{line.word}:`"
    if ended and value.endswith((",", ";")):
        return Unreadable(
            here,
            f"{shown} breaks off after `{value[-1]}`",
            "write what follows, or leave the sign out",
        )
    if ended:
        return Unreadable(here, f"{shown} breaks off", takes(line.word, words))
    remedy = takes(line.word, words)
    row = _ROW.match(text, text.rfind("\n", 0, here.start) + 1, line.end)
    if line.word == "limits by" and row and not row["colon"]:
        shown = row["row"].rstrip()
        return Unreadable(
            Span(row.start("row"), row.start("row") + len(shown)),
            "a row of limits has no colon",
            f"put one, as in `{row['name']}: {shown.removeprefix(row['name']).strip()}`",
        )
    step = _STEP.search(value)
    turned = {"if": "unless", "unless": "if"}.get(line.word)
    if turned and words_at(text, here) == "not":
        remedy = f"write `{turned}: {' '.join(value.replace(' not', '', 1).split())}`"
    elif step:
        remedy = f"write it with its clause's number, as in `2.1({step.group()})`"
    elif offers:
        remedy = f"did you mean `{offers[0]}`?"
    elif line.word == "verified by" and words_at(text, here) == "using":
        remedy = "leave the comma out before `using`"
    elif line.word == "verified by" and words_at(text, here) == "(":
        remedy = "put a method after `using`, as in `verified by: IAEA using on-site inspection`"
    elif words_at(text, here) == "(":
        remedy = "leave the words in parentheses out, or put them below as `note: …`"
    elif line.word == "verified by" and (often := _HOW_OFTEN.search(value)):
        span = often["span"] or misreadings.OFTEN[often["word"]]
        remedy = f"write `verified by: {value[: often.start()]}, every {span}`"
    elif line.word == "verified by" and text[: here.start].rstrip().endswith(","):
        plain = _NAMES_ONLY.fullmatch(value)
        both = "; ".join(re.split(r",\s*", value)) if plain else "IAEA; CTBTO"
        remedy = f"put `;` between verifiers, as in `verified by: {both}`"
    return Unreadable(here, f"`{words_at(text, here)}` does not fit here", remedy)


def _offers(text: str, here: Span, accepts: Callable[[str], bool], words: Words) -> tuple[str, ...]:
    """Return the keyword nearest to a word that does not fit, among those that would."""
    fitting = (word for word, names in words.keywords.items() if any(map(accepts, names)))
    return nearest(words_at(text, here), fitting, limit=1)


def _misplaced_label(text: str, line: Line, colon: int) -> Unreadable:
    """Say that only an acceptance takes a label, for the other cases are no fault of syntax."""
    here = Span(line.start, colon)
    message = f"`{text[line.start : colon]}` belongs to an acceptance"
    return Unreadable(here, message, f"put it below `{example_of('accept')}`")
