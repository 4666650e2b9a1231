"""What a text leaves alone: whether it is less than it was, more, or something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.sentence.things import missing, placed, things_of
from clausecheck.compare.sentence.wording import replaced, told
from clausecheck.model.reading import Said
from clausecheck.model.sentences import Meaning
from clausecheck.values import evolve


def saved(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that what a text leaves alone is less than it was, more, or something else."""
    before, after = list(things_of(mine, one)), list(things_of(theirs, other))
    gone, new = missing(before, after), missing(after, before)
    related = not gone and not new and any(True for _ in placed(before, after, one, other))
    otherwise = _spared(one) != _spared(other)
    if not (gone or new or related or otherwise):
        return
    kept = (one, other) if otherwise else (_of_what(mine, one), _of_what(theirs, other))
    unplaced = after if gone else before
    of_place = bool(gone) != bool(new) and not otherwise
    of_place &= all(each.role == "place" for each in (*gone, *new))
    of_place &= not any(each.role == "place" for each in unplaced)
    what = "something else is saved"
    direction: Direction = "other"
    if otherwise:
        what = f"{_SPARED[_spared(one)]} before, and now {_SPARED[_spared(other)]}"
        direction = _of_sparing(_spared(one), _spared(other))
        of_less = new if direction == "weaker" else gone
        if of_less or any(each.role == "place" for each in (*gone, *new)):
            direction = "other"  # that of which the narrower one speaks is not all in the wider
    elif of_place:
        # What is left alone wherever it is, is left alone there too.
        what = "saves more, wherever it is" if gone else "saves less, at one place alone"
        direction = toward(mine, more=bool(gone))
    elif bool(gone) != bool(new) and _are_of_a_list(*kept):
        what = "saves less" if gone else "saves more"
        direction = toward(mine, more=not gone)
    elif {f"{each.old}{each.new}".lower() for each in replaced(*kept)} <= _PRAISING:
        what = "what is saved is told otherwise"
    spans = (
        gone[0].span if gone else mine.modality.span,
        new[0].span if new else theirs.modality.span,
    )
    text = f"{what}: {told(*kept) or told(one, other)}"
    yield Change("object", direction, text, *spans, one.parties, of_place=of_place)


def _of_what(meaning: Meaning, unit: Unit) -> Unit:
    """Return a savings clause without all but what it leaves alone, before its verb or behind."""
    verb = meaning.modality.span
    in_front = meaning.modality.name == "is not affected"
    said = cast("Said", unit.said)
    parts = (
        part
        for part in said.sentence.parts
        if (part.span.end <= verb.start if in_front else part.span.start >= verb.end)
    )
    return evolve(unit, said=evolve(said, sentence=evolve(said.sentence, parts=tuple(parts))))


def _are_of_a_list(one: Unit, other: Unit) -> bool:
    """Tell whether what is gone, or new, stood beside what is kept.

    Without "the presence of" it is the forces themselves that are saved, and not less.
    """
    words = ((each.old or each.new).lower().split() for each in replaced(one, other))
    return all(bool({each[0], each[-1]} & _JOINING) or each[0][0] in ",;" for each in words)


_PRAISING = frozenset({"inherent", "inalienable"})
"""Words of a right that is the same without them."""
_JOINING = frozenset({"and", "or", ",", ";"})


def _spared(unit: Unit) -> str:
    """Return what a savings clause says that a text does not do: require a thing, or bar it."""
    forms = (form for word in unit.words_of(unit.words_at).lower().split() for form in _forms(word))
    return next((_SPARING[form] for form in forms if form in _SPARING), "touches")


def _of_sparing(before: str, after: str) -> Direction:
    """Return what it does that a thing is left alone no longer, but only not required or barred."""
    if "touches" not in {before, after}:
        return "other"
    return "weaker" if before == "touches" else "stronger"


def _forms(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"


_SPARING = {
    **dict.fromkeys(
        "require oblige obligate compel commit bind imply entail".split(),
        "requires",
    ),
    **dict.fromkeys(("prevent", "preclude"), "bars"),
    **dict.fromkeys(
        "affect prejudice limit impair alter diminish restrict unaffected affected".split(),
        "touches",
    ),
}
_SPARED = {
    "touches": "left alone",
    "requires": "only not required",
    "bars": "only not barred",
}
"""What becomes of a thing that a text does not touch, does not require or does not bar."""
