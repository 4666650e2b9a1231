"""Signs that word processors and keyboards put in place of plain ones, read as what they stand for.

Each is replaced by one other, so that every place in the text stays where it is. In quotations,
remarks and comments, which nobody interprets, nothing is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.hidden import hidden, hides
from clausecheck.syntax.lines.physical import QUOTES, REMARK
from clausecheck.syntax.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = {
    "\v": "manual line break",
    "\f": "page break",
    "\r": "carriage return",
    "\x85": "next-line character",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
}
_BLANKS = {
    "\t": "tab",
    "\u00a0": "non-breaking space",
    "\u202f": "narrow non-breaking space",
    "\u2007": "figure space",
    "\u2009": "thin space",
    **dict.fromkeys(
        map(chr, (0x1680, *range(0x2000, 0x2007), 0x2008, 0x200A, 0x205F)), "wide space"
    ),
    "\u3000": "wide space",
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", "Hangul filler"),
}
_HYPHENS = {"\u2010": "typographic hyphen", "\u2011": "non-breaking hyphen"}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "\u3001": ",",
    "\u3002": ".",
}
"""What an East Asian keyboard writes, and the plain signs."""
_OTHER_SCRIPTS = {
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
    "\u060c": ",",
    "\u061b": ";",
    "\u06d4": ".",
    "\u0964": ".",
}
"""What parts numbers and ends sentences in Arabic and Indian scripts, and the plain signs."""
_UNSEEN = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
}
"""Read as blanks at the edge of a word; within one they might hide what it says."""
_READ_AS = (
    (_BREAKS, "line end"),
    (_BLANKS | _UNSEEN, "plain blank"),
    (_HYPHENS, "plain hyphen"),
    (dict.fromkeys(_WIDE, "full-width sign"), "plain sign"),
    (dict.fromkeys(_OTHER_SCRIPTS, "sign of another script"), "plain sign"),
)
_LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈасеорхуѕіјһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυκ",
        "ABEKMHOPCTYXSIJaceopxysijhdABEZHIKMNOPTYXovpuk",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and the Latin ones that they look like."""

_BREAK = r"[\v\f\x85\u2028\u2029]|\r(?!\n|\Z)"
_ANY_BREAK = regex(_BREAK)
_QUOTE_OR_BREAK = regex(rf"{QUOTES}|(?P<end>{_BREAK})")
_BREAK_BEFORE_A_LINE = regex(
    rf"(?P<end>{_BREAK})(?=[ \t]*+(?:>|[a-z]+(?: [a-z]+){{0,2}}:\s|(?:clause|article)\s+\S+\s))"
)
_FOREIGN = "\u0370-\u052f"
_STRANGE = regex(
    f"{_BREAK}|[{''.join(_BLANKS)}{''.join(_HYPHENS)}\uff01-\uff5e\u3001\u3002"
    f"{''.join(_OTHER_SCRIPTS)}{''.join(_UNSEEN)}{_FOREIGN}]|[^\\D0-9]"
)
_KEPT = regex(rf"(?m:^)[^\S\n]*+{REMARK}[^\n]*|{QUOTES}|(?:(?<=\s)|(?m:^))#[^\n]*")
_REMARK = regex(rf"[ \t\u00a0]*+{REMARK}")
_WORD = regex(r"[^\W\d_]+")
_IN_A_NUMBER = regex(r"(?<=\d)\s\d{3}(?!\d)")
"""A blank of whatever kind in a number, which is written without."""
_UNSEEN_AT_AN_EDGE = regex(
    "(?m:(?<=\\s)|^)[{0}]+|(?<![{0}])[{0}]++(?=\\s|\\Z)".format("".join(_UNSEEN))
)
_DIGIT = regex(r"[^\D0-9]")
"""A digit of another script, of which there are some sixty."""
_FIGURES = regex(r"\d+")
_PLAIN = str.maketrans(
    {**dict.fromkeys(_BLANKS, " "), **dict.fromkeys(_HYPHENS, "-"), **_WIDE, **_OTHER_SCRIPTS}
)


def plain(text: str) -> str:
    """Return the text with plain signs in place of those that only look like them."""
    if not _STRANGE.search(text):
        return text
    text = _with_line_ends(text)
    foreign = any(not kept and _is_foreign(part) for part, kept in _parts(text))
    return "".join(part if kept else _plain(part, foreign) for part, kept in _parts(text))


def strange_signs(text: str, read: str) -> Iterator[Slip]:
    """Yield a slip for each kind of sign that is read as another, at the first of its kind.

    A word with letters of another alphabet has a slip of its own, and so has a number of two
    scripts. `read` is what `plain` returns.
    """
    if hides(text):
        yield from _hidden(text)
    if read is text:
        return
    mixed: set[int] = set()
    for number in _FIGURES.finditer(text):
        start, end = number.span()
        if read[start:end] != number.group() and len(set(map(_script, number.group()))) > 1:
            mixed.update(range(start, end))
            yield _of_two_scripts(number, read[start:end])
    seen: dict[tuple[str, str], list[int]] = {}
    for match in _STRANGE.finditer(text):
        at, sign = match.start(), match.group()
        alike = read[at] == sign or sign in _LOOK_ALIKES or at in mixed
        if not alike and not _IN_A_NUMBER.match(text, at):
            kinds = ((names[sign], sense) for names, sense in _READ_AS if sign in names)
            kind = next(kinds, ("digit of another script", "plain digit"))
            seen.setdefault(kind, []).append(at)
    for (name, sense), places in seen.items():
        yield _read_as(name, sense, places)
    for word in _WORD.finditer(text):
        start, end = word.span()
        if read[start:end] != word.group() and any(map(_LOOK_ALIKES.get, word.group())):
            yield _look_alike(word, read[start:end])


def _hidden(text: str) -> Iterator[Slip]:
    """Yield a slip for each kind of character that nobody sees in what is kept to the letter."""
    first: dict[str, Slip] = {}
    at = 0
    for part, kept in _parts(text):
        for kind, slip in hidden(part, at) if kept else ():
            first.setdefault(kind, slip)
        at += len(part)
    yield from first.values()


def _read_as(name: str, sense: str, places: list[int]) -> Slip:
    at = Span(places[0], places[0] + 1)
    message, remedy = f"a {name} is read as a {sense}", "it"
    if len(places) > 1:
        kind, of, whose = name.partition(" of ")
        message = f"{len(places)} {kind}s{of}{whose}, the first here, are read as {sense}s"
        remedy = "them"
    return Slip("stray-character", at, message, f"`clausecheck fmt` replaces {remedy}", "info")


def _script(digit: str) -> int:
    """Return where the ten digits begin to which this one belongs."""
    return ord(digit) - unicodedata.decimal(digit)


def _of_two_scripts(number: re.Match[str], right: str) -> Slip:
    return Slip(
        "stray-character",
        Span(*number.span()),
        f"the digits of `{number.group()}` are of two scripts",
        f"type `{right}` anew; it is read so",
    )


def _look_alike(word: re.Match[str], right: str) -> Slip:
    sign = next(sign for sign in word.group() if sign in _LOOK_ALIKES)
    alphabet = "Greek" if sign < "\u0400" else "Cyrillic"
    return Slip(
        "stray-character",
        Span(*word.span()),
        f"a {alphabet} letter stands for the `{_LOOK_ALIKES[sign]}` that it looks like",
        f"type `{right}` anew; it is read so",
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it is kept to the letter."""
    at = 0
    for match in _KEPT.finditer(text):
        yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    yield text[at:], False


def _plain(part: str, foreign: bool) -> str:  # noqa: FBT001 - of the text, not a choice
    part = _UNSEEN_AT_AN_EDGE.sub(lambda signs: " " * len(signs.group()), part)
    part = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), part)
    return _WORD.sub(lambda word: _latin(word.group(), foreign), part.translate(_PLAIN))


def _latin(word: str, foreign: bool) -> str:  # noqa: FBT001 - of the text, not a choice
    """Return a word in Latin letters, if it can be meant so.

    It can where some of its letters are Latin, or all look so in a text that has no other words in
    that alphabet.
    """
    if word.isascii():
        return word
    latin = "".join(_LOOK_ALIKES.get(letter, letter) for letter in word)
    mixed = any(letter.isascii() for letter in word)
    return latin if (mixed or not foreign) and not re.search(f"[{_FOREIGN}]", latin) else word


def _is_foreign(part: str) -> bool:
    """Tell whether there are words in another alphabet that could not be meant as Latin ones."""
    return any(letter not in _LOOK_ALIKES for letter in re.findall(f"[{_FOREIGN}]", part))


# ── Line ends ──


def _with_line_ends(text: str) -> str:
    r"""Return the text with `\n` in place of whatever else ends a line in it."""
    if not _ANY_BREAK.search(text):
        return text
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return "\n".join(
        _broken(line) if _ANY_BREAK.search(line) else line for line in text.split("\n")
    )


def _broken(line: str) -> str:
    """Return a line with its breaks.

    A quotation in marks holds those within it. After one in a quoted line or a remark a line begins
    only where it looks like one.
    """
    ended = list(line)
    kept = _REMARK.match(line) is not None
    at = 0
    while match := (_BREAK_BEFORE_A_LINE if kept else _QUOTE_OR_BREAK).search(line, at):
        at = match.end()
        if match["end"]:
            ended[match.start()] = "\n"
            kept = _REMARK.match(line, at) is not None
    return "".join(ended)
