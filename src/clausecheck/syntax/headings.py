"""Headings with a number, as they were written and as they are meant."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from clausecheck.nearness import nearest
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.misreadings import NUMBER_WORDS, ORDINALS
from clausecheck.syntax.slip import Slip
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.syntax.words import Words

_LETTERS = r"(?:\((?:[a-z]{1,5}|\d{1,3})\))*"
_INSERTED = "(?:[a-f]|bis|ter|quater)?"
"""What marks a clause that was put in between two others."""
_NUMBER = regex(
    rf"[A-Z]?\d+{_INSERTED}(?:[.-]\d+{_INSERTED})*{_LETTERS}|[IVXLC]+(?:\.\d+)*{_LETTERS}|[A-Z]+\.?\d+(?:\.\d+)*"
)
_SOUND = regex(rf'(?:clause|article|annex)\s+(?:{_NUMBER.pattern})(?:\s+(?:"[^"\n]*"|“[^“”\n]*”))?')
_REST = regex(
    r"\s*(?P<before>[Nn](?:o|r|o\.|r\.|°)\s*(?=\d)|[§¶#]+\s*)?(?P<number>[^\s\"“]+(?:\s+(?:bis|ter|quater)\b)?)"
    r"\s*(?:[-–—:.](?=\s)\s*)?(?P<title>.*)"
)
_IN_BRACKETS = regex(r"[(\[](\w{1,5})[)\]]")
_ROMAN = regex(r"[ivxlc]+")
_BARE = regex(
    r"(?:(?:§+|¶|[Pp]ara(?:graph|\.)|[Ss]ect(?:ion|\.)|(?P<article>[Aa]rt\.)|[Cc]l\.|[Ii]tem"
    r"|(?P<part>[Cc]hapter|[Tt]itle))\s*)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]+)(?P<stop>[.:)]?)(?=\s|\Z)"
)
_NAME_WORD = r"[^\s,:;.(\"“]*"
_NAME = regex(
    rf"\s*:?\s*(?:[\"“](?P<quoted>[^\"“”\n]+)"
    rf"|(?P<name>[^\W\d_]{_NAME_WORD}(?: [A-Z]{_NAME_WORD})*))"
)
_BARE_TITLE = regex(r'\s*[-–—:]?\s*(?:["“].*|[A-Z](?:.*[^.:;,])?)?')
_MISSPELT = regex(
    r"(?P<word>[^\W\d_]{4,12})(?:\s+(?:(?:[^\"“:.|\[]{1,60}\s)?(?:\"[^\"\n]*\"|“[^“”\n]*”)"
    rf"|{_NUMBER.pattern}|[A-Z][\w-]*|(?P<plain>[a-z]+(?: [a-z]+){{0,3}})))?"
)
_ALSO = {"definition": "define", "definitions": "define", "term": "define", "signatory": "party"}
_MARKS = frozenset('"“”„«»[{')
"""With these begins what is no plain title."""


@frozen
class Heading:
    """A numbered heading as it is meant; `number` is empty where it cannot be told.

    Where it was written otherwise, `slip` says so. A `title` is one without quotation marks, where
    it stands; what else follows the number begins at `rest`, and may be a sentence.
    """

    word: str
    word_end: int
    number: str
    number_at: Span
    title: Span | None
    rest: int
    speaks: bool
    right: str = ""
    """The whole heading as it is to be written."""
    slip: Slip | None = None

    def as_clause(self, start: int) -> Heading:
        """Return a heading, which begins at `start`, as that of a clause."""
        message = f"sentences stand under `{self.word}`, in no clause"
        right = self.right.replace(self.word, "clause", 1)
        slip = _fault(Span(start, self.number_at.end), message, f"write `{right}`")
        return evolve(self, word="clause", slip=slip)


def name_in(text: str, word: str, start: int, end: int) -> Span | None:
    """Return where the name is in what follows a heading's word, if there is one."""
    match = _NAME.match(text, start, end)
    if match is None or match["quoted"]:
        return Span(*match.span("quoted")) if match else None
    name = match["name"]
    if word == "side":
        # Its members follow its name.
        name = name.split()[0]
    return Span(match.start("name"), match.start("name") + len(name))


def is_sound(text: str) -> bool:
    """Tell whether a line is a numbered heading, with or without title, as the language has it."""
    return _SOUND.fullmatch(text) is not None


def bare(text: str, words: Words, *, headed: bool) -> tuple[str, int] | None:
    """Return the word that a heading lacks, and where its number starts, if a line is one.

    Where clauses have headings (`headed`), a plain number before a sentence is that of a list.
    """
    match = _BARE.match(text)
    if match is None:
        return None
    start = match.start("number")
    listed = (headed and "." not in match["number"]) or (start and not match["stop"])
    if (listed or not _speaks(text, match.end(), words)) and not _BARE_TITLE.fullmatch(
        text, match.end()
    ):
        return None
    word = "article" if match["article"] else "part" if match["part"] else "clause"
    return word, start


def misspelt(text: str, words: Words) -> tuple[str, int] | None:
    """Return the word that a heading was meant to begin with, and where its own ends, if any."""
    match = _MISSPELT.fullmatch(text)
    if match is None or words.modality_in(text) is not None:
        return None
    written = match["word"].lower()
    if written in words.headings:
        return None
    near = (_ALSO[written],) if written in _ALSO else nearest(written, words.headings, limit=1)
    meant = next((word for word in near if word[0] == written[0] or written in _ALSO), None)
    alone = match.end("word") == len(text)
    if (alone or match["plain"]) and meant != ("preamble" if alone else "event"):
        return None  # These alone go without a number or a capital.
    return (meant, match.end("word")) if meant else None


def misspelling(text: str, start: int, end: int, word: str) -> Slip:
    """Say that a heading's word, between two places, is none."""
    shown = text[start:end]
    return _fault(Span(start, end), f"`{shown}` begins no heading", f"did you mean `{word}`?")


def read(text: str, at: int, word: str, lead: int, words: Words) -> Heading | None:
    """Return the heading that a line at a place is meant as; None where no number can follow.

    `lead` is where its word ends in the line, or what stands in the word's place.
    """
    match = _REST.match(text, lead)
    if match is None:
        return None
    number = _number(match["number"], word)
    start, end = match.span("number")
    rest = match.start("title")
    said = text[rest:]
    plain = bool(said) and said[0] not in _MARKS
    speaks = plain and _speaks(text, end, words)
    title = Span(at + rest, at + len(text.rstrip(" .:–—-"))) if plain and not speaks else None
    place = Span(at + start, at + end)
    quoted = f' "{text[rest : title.end - at]}"' if title else ""
    right = f"{word} {number}{quoted}" if title or speaks else f"{word} {number} {said}".rstrip()
    heading = Heading(word, at + lead, number, place, title, at + rest, speaks, right)
    return evolve(heading, slip=_slip(text, at, heading, match["before"] or ""))


def _slip(text: str, at: int, heading: Heading, before: str) -> Slip | None:
    """Return what is wrong with a heading: the one thing, or that it is no heading at all."""
    faults = list(_faults(text, at, heading, before))
    if len(faults) < 2:  # noqa: PLR2004 - one says what it is
        return faults[0] if faults else None
    end = heading.title.end if heading.title else heading.number_at.end
    shown = " ".join(text[: end - at].split())
    below = ", and the sentence on a line of its own" if heading.speaks else ""
    return _fault(
        Span(at, end),
        f"`{shown}` is not how {_a(heading.word)} begins",
        f"write `{heading.right}`{below}",
    )


def _faults(text: str, at: int, heading: Heading, before: str) -> Iterator[Slip]:
    word, number = heading.word, heading.number
    lead = text[: heading.word_end - at].strip()
    place = heading.number_at
    shown = text[place.start - at : place.end - at]
    if lead.lower() != word:
        shown = " ".join(text[: place.end - at].split())
        what = f"`{shown}` is not how {_a(word)} begins"
        yield _fault(Span(at, place.end), what, f"write `{word} {number}`")
    elif lead != word:
        what = f"`{lead}` is written in small letters"
        yield _fault(Span(at, heading.word_end), what, f"write `{word}`")
    if not number and heading.title and not any(map(str.isdigit, shown)):
        title = text[place.start - at : heading.title.end - at]
        remedy = f'write `{word} 2.1 "{title}"`'
        yield _fault(Span(at, heading.word_end), f"`{word}` has no number", remedy)
        return
    if not number:
        remedy = "number it as `2.1`, `13(c)`, `I.3`, `A2.3` or `P1`"
        yield _fault(place, f"`{shown}` is not {_a(word)}'s number", remedy)
    elif lead.lower() == word and not before and shown[:-1] == number:
        # Before what follows, the sign is one with the title's missing marks.
        if not (heading.title or heading.speaks):
            yield _fault(place, f"`{shown}` ends in `{shown[-1]}`", f"write `{number}`")
    elif lead.lower() == word and before + shown != number:
        what = f"`{before}{shown}` is not {_a(word)}'s number"
        yield _fault(Span(place.start - len(before), place.end), what, f"write `{word} {number}`")
    if heading.title:
        what = "a title stands in quotation marks"
        yield _fault(heading.title, what, f"write `{heading.right}`")
    if heading.speaks:
        remedy = f"put it on a line of its own, below `{word} {number}`"
        what = "a sentence stands on the line of a heading"
        yield _fault(Span(heading.rest, at + len(text)), what, remedy)


def _fault(at: Span, message: str, remedy: str) -> Slip:
    return Slip("unreadable-line", at, message, remedy)


def _a(word: str) -> str:
    return f"an {word}" if word[0] == "a" else f"a {word}"


def _number(written: str, word: str) -> str:
    """Return the number that was meant; nothing where it cannot be told."""
    written = "".join(written.split())
    if _NUMBER.fullmatch(written):
        return written
    written = unicodedata.normalize("NFKC", written)
    enclosed = _IN_BRACKETS.match(written)
    plain = enclosed.group(1) if enclosed else written.rstrip(".:,;)")
    if word == "annex" and len(plain) == 1 and "A" <= plain <= "Z":
        plain = str(ord(plain) - ord("A") + 1)
    elif len(plain) > 1:
        plain = NUMBER_WORDS.get(plain.lower()) or ORDINALS.get(plain.lower(), plain)
    plain = plain.upper() if _ROMAN.fullmatch(plain) else plain
    return plain if _NUMBER.fullmatch(plain) else ""


def _speaks(text: str, start: int, words: Words) -> bool:
    """Tell whether a sentence begins at a place: something, and a modality behind it."""
    said = text[start:]
    subject = said[: words.modality_in(said) or 0].strip(" .:–—-)")
    return bool(subject) and (subject[0].isupper() or subject[0] == "(")
