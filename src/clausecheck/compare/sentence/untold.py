"""Words that changed beside what was weighed in a sentence, and of which that tells nothing.

That less is owed, or by another, says nothing of "in three stages" or "without preconditions".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from clausecheck.changes import Change
from clausecheck.compare.ground.amounts import are_shared_out, sharing
from clausecheck.compare.ground.units import Placed, Unit, stem
from clausecheck.compare.sentence.wording import (
    EACH,
    Replaced,
    is_of_number,
    replaced,
    span_of,
    speak_of_one_act,
    told_of,
    weighed_at,
)
from clausecheck.model import nodes
from clausecheck.model.sentences.words import JOINING
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

OfParts: TypeAlias = "tuple[Change] | tuple[Change, Unit, Unit]"
"""What changed from some sentences to others, with the two of them if it is of two."""

_QUOTED = regex(r"`([^`]*)`")
_TOLD_ELSEWHERE = nodes.Modality, nodes.Reference, nodes.Rate
"""How bindingly it is said, which clauses it names, and how often a figure is meant."""
_COUNTED = {"all", *EACH}


def untold(one: Unit, other: Unit, found: Sequence[Change]) -> Iterator[Change]:
    """Yield the words that changed and of which nothing that was found tells, place by place."""
    told = _told(found)
    gone, new = ([], []) if speak_of_one_act(one, other) else (_more(one, other), _more(other, one))
    for each in replaced(one, other):
        of_number = len(one.parties) == len(other.parties) and is_of_number(each)
        for before, after in zip_longest(
            told[0].but_for(one, each.before, None if of_number else gone),
            told[1].but_for(other, each.after, None if of_number else new),
        ):
            old, now = (
                unit.words_of(at) if at else "" for unit, at in ((one, before), (other, after))
            )
            spans = before or one.words_at, after or other.words_at
            text = told_of(Replaced(before, after, old, now))
            yield Change("wording", "other", text, *spans, one.parties)


def untold_of_parts(
    ones: Sequence[Unit], others: Sequence[Unit], found: Sequence[OfParts]
) -> Iterator[tuple[Change, Unit, Unit]]:
    """Yield likewise what no sentence of the other text says, with one of each text.

    What several parts say of the whole they share out, be it in another form of the word. Of their
    words no change tells that is one of a line below them, or was found between two others.
    """
    lines = {line.span for unit in (*ones, *others) for line in unit.labels.lines}
    said = [each for each in found if lines.isdisjoint({each[0].before, each[0].after})]
    shares = are_shared_out(ones, others)
    for one in ones:
        before = _told_of_one(one, said, 0, shares=shares)
        for at in _but_of(others, one, before):
            text = told_of(Replaced(at, None, one.words_of(at), ""))
            spans = at, others[0].words_at
            yield Change("wording", "other", text, *spans, one.parties), one, others[0]
    for other in others:
        after = _told_of_one(other, said, 1, shares=shares)
        for at in _but_of(ones, other, after):
            text = told_of(Replaced(None, at, "", other.words_of(at)))
            spans = ones[0].words_at, at
            yield Change("wording", "other", text, *spans, other.parties), ones[0], other


def _told_of_one(unit: Unit, found: Sequence[OfParts], side: int, *, shares: bool) -> _Told:
    """Return what changes tell of a sentence on one side: not those between two others."""
    told = _told([change for change, *pair in found if not pair or pair[side].at == unit.at])[side]
    return evolve(told, places=[*told.places, *sharing(unit)]) if shares else told


def _but_of(units: Sequence[Unit], unit: Unit, told: _Told) -> Iterator[Span]:
    """Yield where a sentence says what others do not, but for whom it binds, and what is told."""
    known = {_form(key) for each in units for key, _ in weighed_at(each)} | _COUNTED
    whom = [each.who.span for each in unit.meanings]
    keys = {key for key, _ in weighed_at(unit) if _form(key) not in known}
    new = [at for at in _standing_for(unit, keys) if not any(who.contains(at) for who in whom)]
    old = [at for _, at in weighed_at(unit) if at not in new]
    places = [at for at in told.places if at != unit.words_at]  # which tell of none of its words
    apart = evolve(told, places=[*places, *whom, *old])
    for at in apart.but_for(unit, unit.words_at, new):
        yield at.to(max(each for each in new if at.contains(each)))


def _form(key: str) -> str:
    return key if " " in key else stem(key.lower())


def _more(unit: Unit, there: Unit) -> list[Span]:
    """Return where a sentence says what another does not."""
    keys, known = (Counter(key for key, _ in weighed_at(each)) for each in (unit, there))
    return _standing_for(unit, keys - known)


def _standing_for(unit: Unit, keys: Collection[str]) -> list[Span]:
    """Return where words stand that say one of several things, but for what is told elsewhere."""
    assert unit.said is not None  # noqa: S101 - it says something
    parts = unit.said.sentence.parts
    passed = [part.span for part in parts if isinstance(part, _TOLD_ELSEWHERE)]
    return [at for key, at in weighed_at(unit) if key in {*keys} - JOINING and at not in passed]


@frozen
class _Told:
    """What changes tell of one of two texts: the words they have, and the places they are of."""

    words: Collection[str]
    places: Collection[Span]

    def but_for(
        self, unit: Unit, place: Span | None, new: Collection[Span] | None
    ) -> Iterator[Span]:
        """Yield where in a place of a sentence words stand side by side that are new and not told.

        Without `new` they all are new.
        """
        stretch: list[Placed] = []
        for word in (*unit.tokens, None) if place else ():
            if word and place and place.contains(word[1]) and not self._tell_of(unit, word[1]):
                stretch.append(word)
                continue
            at = span_of(stretch)
            if at and (new is None or any(map(at.contains, new))):
                yield at
            stretch = []

    def _tell_of(self, unit: Unit, at: Span) -> bool:
        words = {*unit.words_of(at).lower().split()}
        return words <= {*self.words} or any(each.contains(at) for each in self.places)


def _told(found: Sequence[Change]) -> tuple[_Told, _Told]:
    """Return what changes tell of the one text, and of the other."""
    quoted = (words for change in found for words in _QUOTED.findall(change.message))
    words = {word.strip(".,;").lower() for each in quoted for word in each.split()}
    return (
        _Told(words, [each.before for each in found if each.before]),
        _Told(words, [each.after for each in found if each.after]),
    )
