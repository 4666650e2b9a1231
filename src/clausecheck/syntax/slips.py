"""What to say of a line that cannot be read: where reading stopped, why, and what to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen
from lark import Token

from clausecheck.findings import Severity
from clausecheck.vocabulary.nearest import nearest
from clausecheck.source import Span

if TYPE_CHECKING:
    from clausecheck.syntax.lines import Line
    from clausecheck.syntax.words import Words


@frozen
class Slip:
    """A fault in how a text is written; `rule` is the language rule that reports it."""

    rule: str
    at: Span
    message: str
    help: str
    severity: Severity | None = None
    related: tuple[tuple[Span, str], ...] = ()


@frozen
class Unreadable(Exception):  # noqa: N818 - it is a state of a line, not an error of ours
    """A line that cannot be read, where reading stopped, and what to do about it."""

    at: Span
    message: str
    help: str = field(default="")


_TIME = "a day or a moment, as in `{label}: 2018-12-31` or `{label}: 60 days after signature`"
_WHO = "who, as in `{label}: US, ROK`"
_WHICH = "the clauses, as in `{label}: 2.1, 2.2`"
TAKES: dict[str, str] = {
    **dict.fromkeys(("on", "by", "from", "until", "target", "after", "before", "ends"), _TIME),
    **dict.fromkeys(("verification ends", "entry into force", "date", "expires"), _TIME),
    **dict.fromkeys(("together with", "in parallel with"), "a moment, as in `{label}: 2.1 begins`"),
    **dict.fromkeys(("starts", "established"), "a time, as in `{label}: by 3 months after signature`"),
    **dict.fromkeys(("for", "duration"), "a span of time, as in `{label}: 5 years` or `{label}: without limit`"),
    **dict.fromkeys(("every", "restores in", "on notice of"), "a span of time, as in `{label}: 30 days`"),
    "review": "how often, as in `review: every 2 years`",
    "quota": "numbers over time, as in `quota: 20 per year for 3 years, then 15 per year for 5 years`",
    **dict.fromkeys(("if", "unless", "when"), "a moment, an act or words, as in `{label}: 2.1 is complete` or `{label}: \"talks fail\"`"),
    **dict.fromkeys(("unless permitted by", "with consent of", "judged by", "named by", "certified by", "depositary", "accepted by"), _WHO),
    **dict.fromkeys(("signed by", "ratification", "authority", "endorsement"), "who by what body, as in `{label}: US by its Senate`"),
    "verified by": "verifiers and their methods, as in `verified by: IAEA using on-site inspection, every 30 days`",
    "reports": "when and to whom, as in `reports: within 10 days to JMC`",
    "reversible": "`yes`, `no`, or who within what time, as in `reversible: by US within 30 days`",
    **dict.fromkeys(("if breached", "otherwise"), "a sentence, as in `{label}: US may resume the measures suspended in 3.1.`"),
    **dict.fromkeys(("mirrors", "in return for", "exception to", "verifies"), _WHICH),
    **dict.fromkeys(("subject to", "notwithstanding", "supersedes", "continues", "implements", "incorporates"), "clauses or instruments, as in `{label}: 2.1` or `{label}: \"the Charter\"`"),
    "counted from": "a time, for each party if need be, as in `counted from: signature`",
    "members": "how many from whom, as in `members: 3 from ROK, 3 from DPRK`",
    "limits by": "rows below it, as in `Zone A: 22,000 troops; 230 tanks`",
    "reviewer": "`done`, `suspended`, `ended` or `reversible`, as in `reviewer: done 1990-11-14`",
    "languages": "languages and which prevails, as in `languages: English, Korean; both prevail`",
    "exit": "who, on what notice, as in `exit: any party, on notice of 6 months`",
}
_HEADINGS = {
    **dict.fromkeys(("declaration", "agreement", "treaty", "statement", "resolution", "bill", "define"), '{word} "…"'),
    **dict.fromkeys(("party", "guarantor", "actor", "body"), '{word} NAME "full name"'),
    "side": "side North: KPA, CPV",
    "event": 'event "transfer of authority"',
    "preamble": "preamble",
    "part": 'part "…"',
    **dict.fromkeys(("article", "annex"), '{word} 1 "…"'),
    "clause": 'clause 2.1 "…"',
    "accept": "accept RULE",
}
_MONTHS = {month: number for number, month in enumerate(
    "january february march april may june july august september october november december".split(), 1
)}
_DATE_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})\b"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s+(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year2>\d{4})\b"
)
_DATE_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<a>[-/.])(?P<month>\d{1,2})(?P=a)(?P<day>\d{1,2})\b"
    r"|(?P<day2>\d{1,2})(?P<b>[-/.])(?P<month2>\d{1,2})(?P=b)(?P<year2>\d{4})\b"
)
_GOOD_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\b")
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split()
)} | {"fifteen": "15", "twenty": "20", "thirty": "30", "sixty": "60", "ninety": "90"}
_WRITTEN_SPAN = re.compile(
    rf"\b({'|'.join(_NUMBER_WORDS)}|\d+)(\s*)(minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_SPAN = re.compile(r"\d+\s+(?:minute|hour|day|week|month|year)s?\b")
_COUNTED = re.compile(r"(\d+ (?:minute|hour|day|week|month|year)s?)\s+(?:from|since|of|following)\s+(\S.*)")
_OTHER_MODALS = ("must", "can", "would", "could", "ought", "need", "needs", "shan't", "won't", "cannot")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u202f]")


def line_of(text: str, at: int) -> str:
    """Return the line in which a character stands."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def missing_stop(text: str, at: Span) -> Slip:
    """Return the slip of a sentence that runs into the next line without a full stop."""
    last = re.search(r"\S+$", text[: at.end])
    start = last.start() if last else at.start
    return Slip("unreadable-line", Span(start, at.end), "this sentence has no full stop", "end it with `.`")


def strange_signs(text: str) -> Iterator[Slip]:
    """Yield at most one slip each for tabs and for non-breaking spaces, which read as plain ones."""
    for pattern, one, many in (
        (re.compile("\t"), "a tab", "{} tabs, the first here,"),
        (_SPACES, "a non-breaking space", "{} non-breaking spaces, the first here,"),
    ):
        first = pattern.search(text)
        if first:
            count = len(pattern.findall(text))
            what, verb = (one, "is") if count == 1 else (many.format(count), "are")
            yield Slip(
                "stray-character",
                Span(*first.span()),
                f"{what} {verb} read as plain blanks" if count > 1 else f"{what} {verb} read as a plain blank",
                "`clausecheck fmt` replaces it" if count == 1 else "`clausecheck fmt` replaces them",
            )


def strange_character(text: str, at: int) -> Unreadable:
    """Say what to do about a character that begins nothing."""
    sign = text[at]
    here = Span(at, at + 1)
    if sign in '"“':
        return Unreadable(here, "this quotation mark is not closed", 'close it with `"` on the same line')
    if sign in "”„«»":
        return Unreadable(here, f"`{sign}` opens no quotation", 'write `"…"`, or `“…”`')
    if _INVISIBLE.match(sign):
        name = unicodedata.name(sign, "a control character").lower()
        return Unreadable(here, f"an invisible character, {name} (U+{ord(sign):04X})", "delete it and type the words anew")
    if sign == "@":
        return Unreadable(here, "`@` without a name", "name the tag, as in `@phased`")
    if sign == "#":
        return Unreadable(here, "`#` begins a comment only after a blank", "put a blank before it")
    if sign == "=":
        return Unreadable(here, "`=` has no meaning here", "a label ends in a colon, as in `by: 2018-12-31`")
    if sign.isdigit():
        return Unreadable(_token_at(text, at), f"`{_word_at(text, at)}` is neither a number nor a clause", "write a number as `8,500`, a clause as `2.1` or `13(a)`")
    return Unreadable(here, f"`{sign}` has no meaning here", "leave it out, or put the words in quotation marks")


def no_modality(text: str, at: int, end: int) -> Unreadable:
    """Say that a sentence does not say how bindingly, offering the nearest reading."""
    sentence = text[at:end]
    for match in re.finditer(r"[^\W\d_]+(?:'t)?", sentence):
        word = match.group().lower()
        here = Span(at + match.start(), at + match.end())
        if word in _OTHER_MODALS:
            offer = "shall not" if word in {"can", "cannot", "shan't", "won't"} and ("not" in sentence or "n't" in word or word == "cannot") else "shall"
            if word == "can":
                offer = "may"
            return Unreadable(here, f"`{match.group()}` is not a modality", f"write `{offer}`")
        near = nearest(word, ("shall", "should", "undertakes", "agrees", "declares", "reaffirms", "recognises", "commits", "intends"), limit=1)
        if near and word not in near:
            offer = {"undertakes": "undertakes to", "agrees": "agrees to", "commits": "commits to", "intends": "intends to"}.get(near[0], near[0])
            return Unreadable(here, f"`{match.group()}` is not a modality", f"did you mean `{offer}`?")
        if word in {"agreed", "undertook", "declared", "committed", "reaffirmed"}:
            return Unreadable(here, f"`{match.group()}` is not a modality", "write the duty in the present tense, as in `agrees to` or `declares that`")
    first = sentence.split("\n")[0].rstrip()
    return Unreadable(
        Span(at, at + len(first)),
        "this sentence has no modality: it does not say how bindingly",
        "say `shall`, `will`, `may` or `declares that`, as in `US shall …`",
    )


def unexpected(
    text: str, line: Line, token: Token | None, accepts: Collection[str], words: Words
) -> Unreadable:
    """Say what is wrong with a line at the token where the grammar could go no further."""
    if line.kind == "unknown-label":
        return _unknown_label(text, line, words)
    assert token is not None  # noqa: S101 - only an unknown label has none
    at = token.start_pos or 0
    ended = token.type in {"_NL", "$END"} or at >= line.end
    here = Span(at, token.end_pos or at) if not ended else _last_word(text, line)
    if line.kind == "label":
        return _in_label(text, line, token, here, ended, accepts)
    if line.kind in {"heading", "accept"}:
        return _in_heading(text, line, here, ended, accepts)
    return _in_sentence(text, line, token, here)


def _unknown_label(text: str, line: Line, words: Words) -> Unreadable:
    here = Span(line.start, text.index(":", line.start) + 1)
    if line.word in words.headings:
        return Unreadable(here, f"`{line.word}` opens a block and takes no colon", f"write `{_heading(line.word)}`")
    near = nearest(line.word, words.labels, limit=2)
    offer = " or ".join(f"`{word}:`" for word in near)
    if near:
        return Unreadable(here, f"`{line.word}:` is not a label", f"did you mean {offer}?")
    return Unreadable(here, f"`{line.word}:` is not a label", "use a label of the language, or `note:` for a remark")


def _in_label(text: str, line: Line, token: Token, here: Span, ended: bool, accepts: Collection[str]) -> Unreadable:
    colon = text.index(":", line.start) + 1
    value = text[colon : line.end].strip()
    label = line.word
    takes = TAKES.get(label, "words, as in `{label}: …`").format(label=label)
    fix = f"`{label}:` takes {takes}"
    value_at = Span(colon + len(text[colon : line.end]) - len(text[colon : line.end].lstrip()), line.end)
    if not value:
        return Unreadable(Span(line.start, colon), f"`{label}:` has no value", fix)
    date = _misdated(value)
    if date:
        wrong, right = date
        start = text.index(wrong, colon)
        return Unreadable(Span(start, start + len(wrong)), f"`{wrong}` is not how a date is written", f"write `{right}`")
    if token.type == "LSQB" or token.type in {"PIPE", "RSQB"}:
        return _in_brackets(text, token, here)
    counted = _COUNTED.match(value)
    if counted and ("AFTER" in accepts or "BEFORE" in accepts):
        return Unreadable(here, "a span of time is counted `after` or `before` a moment", f"write `{label}: {counted.group(1)} after {counted.group(2)}`")
    span = _SPAN.search(value)
    if span and ended and "AFTER" in accepts:
        return Unreadable(value_at, f"`{value}` from when?", f"write `{label}: {span.group()} after signature`, or another moment")
    if token.type in {"LBRACE", "TAG"}:
        return Unreadable(here, f"`{token}` stands outside brackets", f"put the proposal in brackets, as in `{label}: [{value.split('{')[0].split('@')[0].strip()} {token}…]`")
    if ended and value.endswith((",", ";")):
        return Unreadable(here, f"`{label}:` breaks off after `{value[-1]}`", "write what follows, or leave the sign out")
    if ended:
        return Unreadable(value_at, f"`{label}:` breaks off", fix)
    return Unreadable(here, f"`{_shown(text, here)}` does not fit here", fix)


def _in_heading(text: str, line: Line, here: Span, ended: bool, accepts: Collection[str]) -> Unreadable:
    word = line.word
    example = _heading(word)
    rest = text[line.start + len(word) : line.end].strip()
    if "STRING" in accepts and not ended:
        number = text[line.start + len(word) : here.start].strip()
        title = text[here.start : line.end].strip().strip('"“”')
        lead = f"{word} {number} ".replace("  ", " ")
        what = "full name" if word in {"party", "guarantor", "actor", "body"} else "title"
        return Unreadable(Span(here.start, line.end), f"a {what} stands in quotation marks", f'write `{lead}"{title}"`')
    if not rest:
        missing = {"clause": "number", "article": "number", "annex": "number", "accept": "rule"}.get(word, "name")
        if word in {"declaration", "agreement", "treaty", "statement", "resolution", "bill", "define", "part"}:
            missing = "title" if word != "define" else "term"
        return Unreadable(Span(line.start, line.end), f"`{word}` has no {missing}", f"write `{example}`")
    if ended:
        return Unreadable(here, f"this `{word}` line breaks off", f"write `{example}`")
    return Unreadable(here, f"`{_shown(text, here)}` does not fit here", f"write `{example}`")


def _in_sentence(text: str, line: Line, token: Token, here: Span) -> Unreadable:
    if token.type in {"PIPE", "RSQB", "LSQB"}:
        return _in_brackets(text, token, here)
    if token.type in {"LBRACE", "RBRACE", "TAG"}:
        return Unreadable(here, f"`{token}` stands outside brackets", "who proposes what is said inside square brackets, as in `[10% {US} | all {DPRK}]`")
    if token.type == "COLON":
        return Unreadable(here, "a colon stands only after a label", "leave it out, or begin the line with a label")
    if token.type in {"_NL", "$END", "STOP"}:
        return Unreadable(here, "this line breaks off", "a sentence is who, how bindingly, does what, and a full stop")
    return Unreadable(here, f"`{_shown(text, here)}` does not fit here", "put it in quotation marks if it is a name or open words")


def _in_brackets(text: str, token: Token, here: Span) -> Unreadable:
    before = text[: here.start].rstrip()
    if token.type in {"RSQB", "PIPE"} and before.endswith(("[", "|")):
        return Unreadable(Span(len(before) - 1, here.end), "an empty proposal", "write its words; a single proposal, `[…]`, may be taken or left")
    if token.type == "RSQB":
        return Unreadable(here, "`]` closes no bracket", "open one with `[`, or leave it out")
    if token.type == "PIPE":
        return Unreadable(here, "`|` stands outside brackets", "put the proposals in brackets, as in `[10% | all]`")
    return Unreadable(here, "a bracket within a value takes the whole value", "write every proposal in full, as in `[60 days after signature | 90 days after signature]`")


def colonless_label(text: str, line: Line, words: Words) -> Unreadable | None:
    """Return a slip if a sentence without modality begins like a label that lacks its colon."""
    first = text[line.start : line.end].split("\n")[0]
    for label in sorted(words.labels, key=len, reverse=True):
        if first.startswith(label + " ") or first.startswith(label + "="):
            rest = first[len(label) :].lstrip(" =").rstrip(".")
            return Unreadable(Span(line.start, line.start + len(label)), f"`{label}` looks like a label without its colon", f"write `{label}: {rest}`")
    return None


def _misdated(value: str) -> tuple[str, str] | None:
    """Return a date in another notation and as it is written here."""
    match = _DATE_DIGITS.search(value)
    if match and not _GOOD_DATE.match(match.group()):
        year, month, day = (match["year"], match["month"], match["day"]) if match["year"] else (match["year2"], match["month2"], match["day2"])
        if int(month) > 12:  # noqa: PLR2004 - months of a year; the sides are exchanged
            month, day = day, month
        return match.group(), f"{year}-{int(month):02}-{int(day):02}"
    match = _DATE_WORDS.search(value)
    if match:
        name = (match["month"] or match["month2"]).lower()
        number = next((n for month, n in _MONTHS.items() if month.startswith(name[:3])), None)
        if number:
            day = match["day"] or match["day2"]
            date = f"{match['year'] or match['year2']}-{number:02}"
            return match.group(), f"{date}-{int(day):02}" if day else date
    return None


def misread_name(name: str) -> str | None:
    """Return what a name that is not known was probably meant to say, as a line of help."""
    date = _misdated(name)
    if date:
        return f"write the date as `{date[1]}`"
    match = _WRITTEN_SPAN.search(name)
    if match:
        number = _NUMBER_WORDS.get(match.group(1).lower(), match.group(1))
        unit = match.group(3).lower().removesuffix("s") + ("" if number == "1" else "s")
        return f"write the span of time as `{number} {unit}`"
    return None


def _heading(word: str) -> str:
    return _HEADINGS[word].format(word=word)


def _last_word(text: str, line: Line) -> Span:
    match = re.search(r"\S+\s*$", text[line.start : line.end])
    return Span(line.start + (match.start() if match else 0), line.end)


def _shown(text: str, here: Span) -> str:
    return text[here.start : here.end].split("\n")[0]


def _word_at(text: str, at: int) -> str:
    match = re.compile(r"\S+").match(text, at)
    return match.group().rstrip(".,;") if match else ""


def _token_at(text: str, at: int) -> Span:
    return Span(at, at + len(_word_at(text, at)))
