"""What to say of a character that begins nothing, or stands in a word or after a sentence."""

from __future__ import annotations

import re
import unicodedata

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.hidden import described
from clausecheck.syntax.numbers import misnumbered
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.slips import times

_LONGEST_WORD = 60
_UNSEEN = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e01ef"
)
_INVISIBLE = regex(f"[{_UNSEEN}]")
_IN_A_WORD = rf"[\w{_UNSEEN}\u0300-\u036f]+"
_LETTERS_BEFORE = regex(rf"{_IN_A_WORD}\Z")
_LETTERS_AFTER = regex(_IN_A_WORD)
_LIGATURE = regex("[\ufb00-\ufb06]")
_RULE = regex(r"[-=*~]{3,}[ \t]*$", re.MULTILINE)
_TO_BE_FILLED_IN = regex(r"_+|●")
_NO_QUOTATION = {
    sign: (f"`{sign}` opens no quotation", 'write `"…"`, or `“…”`') for sign in "”„‟«»‘’'"
}
_STRANGE = {
    '"': ("this quotation mark is not closed", 'close it with `"` on the same line'),
    "“": ("this quotation mark is not closed", "close it with `”` on the same line"),
    "@": ("`@` without a name", "name the tag, as in `@phased`"),
    "#": ("`#` begins a comment only after a blank", "put a blank before it"),
    "=": ("`=` has no meaning here", "put a colon after a label, as in `by: 2018-12-31`"),
    "…": ("`…` has no meaning here", "write the words out, or put them in quotation marks"),
    "&": ("`&` has no meaning here", "write `and`"),
    "~": ("`~` has no meaning here", "write `about`"),
    "≈": ("`≈` has no meaning here", "write `about`"),
    ">": ("`>` has no meaning here", "write `more than`"),
    "≥": ("`≥` has no meaning here", "write `at least`"),
    "<": ("`<` has no meaning here", "write `less than`"),
    "≤": ("`≤` has no meaning here", "write `up to`"),
    "/": ("`/` has no meaning here", "write `and` or `or`"),
    "\ufffd": ("a letter was lost here in copying", "type the word anew"),
    **_NO_QUOTATION,
}


def strange_character(text: str, at: int, end: int) -> Unreadable:
    """Say what to do about a character that begins nothing."""
    sign = text[at]
    here = Span(at, at + 1)
    if sign.isdigit():
        return _strange_number(text, at, end)
    if _INVISIBLE.match(sign):
        word = _INVISIBLE.sub("", _word_about(text, at))
        return Unreadable(here, described(sign), f"type `{word}` anew" if word else "delete it")
    if unicodedata.combining(sign):
        return _accent_apart(text, at)
    remark = _REMARK_SIGN.match(text, at, end)
    rule = _RULE.match(text, at, end)
    if rule:
        return Unreadable(
            Span(*rule.span()),
            f"`{rule.group()[:3]}` has no meaning here",
            "leave it out, or begin the line with `#`",
        )
    if remark:
        return _no_comment(*remark.span("sign"), remark["sign"])
    blank = _TO_BE_FILLED_IN.match(text, at, end)
    if blank:
        return Unreadable(
            Span(*blank.span()),
            f"`{blank.group()}` is a blank to be filled in",
            "put what is proposed in square brackets, as in `[8,500 | 4,000]`; of a value say "
            "`to be settled`",
        )
    if sign in "!?" and at + 1 >= end:
        return Unreadable(here, f"`{sign}` ends no sentence", "write `.` in its place")
    message, remedy = _STRANGE.get(
        sign, (f"`{sign}` has no meaning here", "leave it out, or put the words in quotation marks")
    )
    return Unreadable(here, message, remedy)


def _accent_apart(text: str, at: int) -> Unreadable:
    """Say that an accent follows its letter as a sign of its own, as copied text may have it."""
    start = at - (text[at - 1 : at].isalpha() and at > 0)
    written = unicodedata.normalize("NFC", _word_about(text, at))
    whole = written.isalnum()
    return Unreadable(
        Span(start, at + 1),
        "an accent stands apart from its letter",
        f"type `{written}` anew" if whole else "leave it out, or put the words in quotation marks",
    )


def strange_in_word(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip for a word with a sign in it that stands for another, or for a footnote."""
    word = text[start:end]
    if word.isnumeric() and len(word) == 1 and not word.isdigit():
        share = f"{100 * unicodedata.numeric(word):.0f}%"
        return Unreadable(
            Span(start, end), f"`{word}` is not how a part is written", f"write `{share}`"
        )
    for at, sign in enumerate(word, start):
        here = Span(at, at + 1)
        if _LIGATURE.match(sign):
            letters = unicodedata.normalize("NFKC", sign)
            right = unicodedata.normalize("NFKC", word)
            return Unreadable(here, f"`{sign}` is one sign for `{letters}`", f"type `{right}`")
        if sign.isdigit() and not sign.isdecimal():
            return footnote(at, at + 1)
    return None


_WRITTEN_OUT = {
    "ca": "about",
    "circa": "about",
    "mio": "million",
    "mrd": "billion",
}
_SHORTENED = regex(rf"(?<![\w.])(?:{'|'.join(_WRITTEN_OUT)})\Z", re.IGNORECASE)
_REMARK_SIGN = regex(r"\s*(?P<sign>//|/\*|--)")


def _no_comment(start: int, end: int, sign: str) -> Unreadable:
    return Unreadable(Span(start, end), f"`{sign}` begins no comment", "begin it with `#`")


_FOOTNOTE = regex(r"\s?\[\d{1,3}\]")


def footnote(start: int, end: int) -> Unreadable:
    """Say where a footnote goes."""
    return Unreadable(
        Span(start, end),
        "this looks like the mark of a footnote",
        "leave it out, and put the footnote below as `note: …`",
    )


def _word_about(text: str, at: int) -> str:
    """Return the word in which a place is, no further than words go."""
    before = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    after = _LETTERS_AFTER.match(text, at, at + _LONGEST_WORD)
    return (before.group() if before else "") + (after.group() if after else "")


_FRACTION = regex(r"(\d{1,2})/(\d{1,3})")


def _strange_number(text: str, at: int, end: int) -> Unreadable:
    match = regex(r"[^\s;|\]{}]+").match(text, at, end)
    word = match.group().rstrip(".,") if match else ""
    share = _FRACTION.fullmatch(word)
    if share and int(share[2]):
        right = f"write a percentage, as in `{100 * int(share[1]) / int(share[2]):.0f}%`"
        return Unreadable(Span(at, at + len(word)), f"`{word}` is not how a part is written", right)
    slip = misnumbered(text, at, end, lambda _: True)
    if slip:
        return slip
    return times.misdated(text, at, at + len(word)) or Unreadable(
        Span(at, at + len(word)),
        f"`{word}` is neither a number nor a clause",
        "write a number as `8,500`, a clause as `2.1` or `13(a)`",
    )


def after_stop(text: str, at: int, end: int) -> Unreadable | None:
    """Return a slip for a full stop that shortens a word, or has a remark behind it."""
    shortened = _SHORTENED.search(text, max(0, at - _LONGEST_WORD), at)
    if shortened:
        right = _WRITTEN_OUT[shortened.group().lower()]
        return Unreadable(
            Span(shortened.start(), at + 1),
            f"`{shortened.group()}.` is not written out",
            f"write `{right}`",
        )
    remark = _REMARK_SIGN.match(text, at + 1, end)
    if remark:
        return _no_comment(*remark.span("sign"), remark["sign"])
    note = _FOOTNOTE.match(text, at + 1, end)
    if note:
        return footnote(*note.span())
    return None
