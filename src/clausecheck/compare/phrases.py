"""Phrases of a sentence that say more than what is done: that it is left to somebody, or is urgent.

Or that it is done only as long as something else is so.

What is owed only as the parties may agree, or as whoever owes it sees fit, is owed less. What is
owed at once is owed more, unless a line says by when; of a ban on doing a thing at once it is the
reverse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.changes import Change, Direction, Kind
from clausecheck.compare.toward import toward
from clausecheck.compare.units import Unit
from clausecheck.model.sentences import Meaning
from clausecheck.patterns import regex
from clausecheck.source import Span

_What: TypeAlias = Literal["at will", "urgent", "while"]
_WHOSE = r"(?:its|their|his|her|the) (?:(?:own|sole|respective) )*"
_FIT = r"(?:appropriate|necessary|fit|proper|suitable|desirable|useful)"
_SAID: Mapping[_What, str] = {
    "at will": (
        r"as (?:may be |shall be |to be )?(?:mutually |jointly )?(?:agreed|decided|determined)"
        r"(?: upon| on)? (?:by|between|among|amongst) (?:(?!of )[\w-]+ ?)+"
        r"|as (?:may be|shall be|mutually|jointly) (?:agreed|decided|determined)(?: upon)?"
        r"|as (?:(?!if )[\w-]+ ){1,3}(?:may |shall |so )?(?:agree|decide|wish)(?:s|es)?(?: upon)?\b"
        rf"|as (?:[\w-]+ ){{1,3}}(?:may )?(?:deems?|considers?|sees?|thinks?|finds?)"
        rf"(?: it| them)? {_FIT}"
        rf"|(?:at|in) {_WHOSE}(?:discretion|judg[e]?ment|opinion|view)"
    ),
    "urgent": (
        r"immediately(?! (?:after|before|following|adjacent|behind|north|south)\b)"
        r"(?! (?:upon|when|if|once)\b)"
        r"|forthwith|at once|promptly|without (?:undue )?delay|speedily|expeditiously|urgently"
        r"|as (?:soon|early) as (?:possible|practicable)|at the (?:earliest|first) opportunity"
    ),
    "while": (
        r"(?<!\bnot )(?:for )?(?:as|so) long as (?!\d)"
        r"(?![^,;.]*\b(?:necessary|possible|needed)\b)[^,;.]+"
    ),
}
_FOUND = {what: regex(rf"(?<!\w)(?:{said})(?!\w)") for what, said in _SAID.items()}
_DUE = ("on", "by", "before")


def phrases(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that such a phrase was put into a sentence, taken out of it, or became another."""
    if one.main is None or other.main is None or one.main.kind != other.main.kind:
        return
    for what in _FOUND:
        before, after = (_places(what, unit) for unit in (one, other))
        gone, new = _without(before, after), _without(after, before)
        if gone or new:
            yield _change(what, one, other, _first(gone), _first(new))


def is_urgent(words: str) -> bool:
    """Tell whether words say no more than that something is done at once."""
    return bool(_FOUND["urgent"].fullmatch(words.lower()))


def _first(found: Mapping[str, Span]) -> tuple[str, Span] | None:
    return next(iter(found.items()), None)


def _without(found: Mapping[str, Span], others: Mapping[str, Span]) -> dict[str, Span]:
    known = {words.lower() for words in others}
    return {words: at for words, at in found.items() if words.lower() not in known}


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


def _change(
    what: _What,
    one: Unit,
    other: Unit,
    before: tuple[str, Span] | None,
    after: tuple[str, Span] | None,
) -> Change:
    meaning = one.main
    assert meaning is not None  # noqa: S101 - the caller sees to it
    kind: Kind = "time" if what == "urgent" else "condition"
    spans = before[1] if before else meaning.modality.span, after[1] if after else None
    if before and after:
        text = f"{_TOLD[what][2]}: `{before[0]}` → `{after[0]}`"
        return Change(kind, "other", text, *spans, one.parties)
    words = (before or after or ("",))[0]
    text = f"{_TOLD[what][0 if after else 1]}: `{words}`"
    added = after is not None
    direction = toward(meaning, more=not added)
    if what == "urgent":
        direction = _of_urgency(one, other, meaning, added=added)
    spans = spans[0], spans[1] or (other.main.modality.span if other.main else None)
    return Change(kind, direction, text, *spans, one.parties)


_TOLD: Mapping[_What, tuple[str, str, str]] = {
    "at will": (
        "left to agreement or discretion",
        "no longer left to agreement or discretion",
        "left to agreement or discretion in other words",
    ),
    "while": ("condition added", "condition dropped", "condition changed"),
    "urgent": ("to be done at once", "no longer to be done at once", "as urgent, in other words"),
}


def _of_urgency(one: Unit, other: Unit, meaning: Meaning, *, added: bool) -> Direction:
    due = any(unit.labels.stated(*_DUE) for unit in (one, other))
    if due or meaning.kind not in {"duty", "prohibition"}:
        return "other"
    return toward(meaning, more=added == (meaning.kind == "duty"))
