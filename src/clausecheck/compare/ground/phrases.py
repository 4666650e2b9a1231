"""Phrases of a sentence that say more than what is done: that it is left to somebody, or is urgent.

Or that it is done only as long as something else is so.

What is owed only as the parties may agree, or as whoever owes it sees fit, is owed less. What is
owed at once is owed more, unless a line says by when; of a ban on doing a thing at once it is the
reverse. As soon as possible is not at once: whoever owes it says what is possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.ground.toward import BINDING, FREEING, toward
from clausecheck.compare.ground.units import Unit
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.words import OF_ONES_OWN
from clausecheck.patterns import regex
from clausecheck.source import Span

_What: TypeAlias = Literal["at will", "urgent", "while", "in return"]
_FIT = r"(?:appropriate|necessary|fit|proper|suitable|desirable|useful)"
_SAID: Mapping[_What, str] = {
    "at will": (
        r"as (?:may be |shall be |to be )?(?:mutually |jointly )?(?:agreed|decided|determined)"
        r"(?: upon| on)? (?:by|between|among|amongst) (?:(?!of )[\w-]+ ?)+"
        r"|as (?:may be|shall be|mutually|jointly) (?:agreed|decided|determined)(?: upon)?"
        r"|as (?:(?!if )[\w-]+ ){1,3}(?:may |shall |so )?(?:agree|decide|wish)(?:s|es)?(?: upon)?\b"
        rf"|as (?:[\w-]+ ){{1,3}}(?:may )?(?:deems?|considers?|sees?|thinks?|finds?)"
        rf"(?: it| them)? {_FIT}"
        rf"|(?:at|in) {OF_ONES_OWN}(?:discretion|judg[e]?ment|opinion|view)"
    ),
    "urgent": (
        r"immediately(?! (?:after|before|following|adjacent|behind|north|south)\b)"
        r"(?! (?:upon|when|if|once)\b)"
        r"|forthwith|at once|promptly|without (?:undue )?delay|speedily|expeditiously|urgently"
    ),
    "while": (
        r"(?<!\bnot )(?:for )?(?:as|so) long as (?!\d)"
        r"(?![^,;.]*\b(?:necessary|possible|needed)\b)[^,;.]+"
    ),
    "in return": r"in (?:return|exchange) for (?!(?:clause |article |paragraph )?\d)[^,;.]+",
}
_FOUND = {what: regex(rf"(?<!\w)(?:{said})(?!\w)") for what, said in _SAID.items()}
_DUE = ("on", "by", "before")


def phrases(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that such a phrase was put into a sentence, taken out of it, or became another."""
    mine, theirs = one.main, other.main
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return
    for what in _FOUND:
        before, after = (_places(what, unit) for unit in (one, other))
        old, now = _first_without(before, after), _first_without(after, before)
        spans = old[1] if old else mine.modality.span, now[1] if now else theirs.modality.span
        added, dropped, changed = _TOLD[what]
        if what == "in return" and any(
            unit.labels.stated("in return for") for unit in (one, other)
        ):
            added, dropped = "now said in the sentence", "no longer said in the sentence"
        direction: Direction = "other"
        if old and now:
            text = f"{changed}: `{old[0]}` → `{now[0]}`"
        elif now:
            text = f"{added}: `{now[0]}`"
            direction = _direction(what, one, other, mine, now[0], added=True)
        elif old:
            text = f"{dropped}: `{old[0]}`"
            direction = _direction(what, one, other, mine, old[0], added=False)
        else:
            continue
        yield Change(_KINDS[what], direction, text, *spans, one.parties)


def in_return(unit: Unit) -> str:
    """Return for what a sentence says that something is given, but for a clause on a line."""
    lines = [
        " ".join(line.value.text.split())
        if isinstance(line.value, nodes.Words)
        else unit.words_of(line.span).split(" for ", 1)[1]
        for line in unit.labels.all("in return for")
        if isinstance(line.value, nodes.Words) or unit.words_at.contains(line.span)
    ]
    said = [words.split(" for ", 1)[1] for words in _places("in return", unit)]
    return next(iter((*said, *lines)), "")


def is_urgent(words: str) -> bool:
    """Tell whether words say no more than that something is done at once."""
    return bool(_FOUND["urgent"].fullmatch(words.lower()))


def _first_without(
    found: Mapping[str, Span], others: Mapping[str, Span]
) -> tuple[str, Span] | None:
    """Return the first phrase that is none of the others."""
    known = {words.lower() for words in others}
    return next((each for each in found.items() if each[0].lower() not in known), None)


def _places(what: _What, unit: Unit) -> dict[str, Span]:
    """Return the phrases of a sentence with where they stand, in text order."""
    at = unit.words_at
    text = unit.source.text[at.start : at.end]
    flat = text.replace("\n", " ").lower()
    found: dict[str, Span] = {}
    for match in _FOUND[what].finditer(flat):
        span = Span(at.start + match.start(), at.start + len(flat[: match.end()].rstrip()))
        found.setdefault(unit.words_of(span), span)
    return found


_KINDS: Mapping[_What, Kind] = {
    "at will": "condition",
    "while": "condition",
    "in return": "exchange",
    "urgent": "time",
}
_TOLD: Mapping[_What, tuple[str, str, str]] = {
    "at will": (
        "left to agreement or discretion",
        "no longer left to agreement or discretion",
        "left to agreement or discretion in other words",
    ),
    "while": ("condition added", "condition dropped", "condition changed"),
    "in return": (
        "given in return for something",
        "no longer given in return for anything",
        "given in return for something else",
    ),
    "urgent": ("to be done at once", "no longer to be done at once", "as urgent, in other words"),
}


_OWN = regex(r"(?:at|in) (?:its|their|his|her) .+|as (?:it|they) .+")


def _direction(
    what: _What, one: Unit, other: Unit, meaning: Meaning, words: str, *, added: bool
) -> Direction:
    """Return what it does that a phrase came or went.

    Who may do a thing at its own discretion may do it, and no more or less. What is given in return
    is no condition of what it is given for.
    """
    if what == "in return":
        return "other"
    if what == "at will" and meaning.kind in FREEING and _OWN.fullmatch(words.lower()):
        return "other"
    if what != "urgent":
        return toward(meaning, more=not added)
    due = any(unit.labels.stated(*_DUE) for unit in (one, other))
    if due or meaning.kind not in BINDING:
        return "other"
    return toward(meaning, more=added == (meaning.kind == "duty"))
