"""Whether a sentence reaches further or less far: by a wider kind, or by one thing or place more.

What `and` puts beside a thing is owed, forbidden or allowed as well. What `or` puts beside it in a
duty may be a choice between both, and then nothing tells which way it moves.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from clausecheck.changes import Direction
from clausecheck.compare.toward import toward
from clausecheck.compare.units import Unit, every_deed
from clausecheck.compare.wording import Placed, replaced, tokens
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.words import JOINING, PREPOSITIONS
from clausecheck.source import Span

OF_ITS_OBJECT = frozenset("on of about against with concerning regarding".split())
"""Prepositions before what an act bears on through its object: sanctions on coal, talks on arms."""
_OR = frozenset({"or", "and/or"})
_NEAR = 8
"""Words that may stand between two things of one list."""


def joined(unit: Unit, at: Span, beside: Sequence[Span]) -> frozenset[str]:
    """Return the words that join what stands in a place to the nearest of others, if any do."""
    words = tokens(unit)
    found: list[frozenset[str]] = []
    for other in beside:
        first, last = sorted((at, other))
        between = [word.lower() for word, span in words if first.end <= span.start < last.start]
        if len(between) <= _NEAR:
            found.append(JOINING & {*between})
    return next((each for each in found if each), frozenset())


def is_choice(meaning: Meaning, joining: Collection[str]) -> bool:
    """Tell whether a duty may leave it open which of two things is meant."""
    return meaning.kind == "duty" and not _OR.isdisjoint(joining)


def one_more(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Direction:
    """Return what it does that words nobody knows were put into a list, or left out of it.

    `other` where that is not all that changed, or where it is no list of what the act is about.
    """
    changes = replaced(one, other)
    places = [at for each in changes for at in (each.before, each.after) if at]
    if len(places) != 1 or mine.kind != theirs.kind:
        return "other"
    at, added = places[0], changes[0].before is None
    less, more = (one, other) if added else (other, one)
    words = [word.lower() for word, span in tokens(more) if at.contains(span)]
    if not _are_listed(words, more, at) or not _stands_by_a_thing(less, more, at, words):
        return "other"
    meaning = theirs if added else mine
    return "other" if is_choice(meaning, frozenset(words)) else toward(meaning, more=added)


def _are_listed(words: Sequence[str], unit: Unit, at: Span) -> bool:
    """Tell whether words are names and a word that joins them to those before or behind."""
    assert unit.said is not None  # noqa: S101 - words of it were replaced
    parts = [part for part in unit.said.sentence.parts if at.contains(part.span)]
    plain = all(isinstance(part, nodes.Word) for part in parts)
    named = [word for word in words if word not in JOINING]
    at_an_end = words[0] in JOINING or words[-1] in JOINING
    return plain and at_an_end and bool(named) and not _BREAKING.intersection(named)


_BREAKING = (PREPOSITIONS - OF_ITS_OBJECT) | frozenset(
    "not no if unless except other until when after before only which that who".split()
)
"""Words that say more than what stands in a list."""


def _stands_by_a_thing(less: Unit, more: Unit, at: Span, words: Sequence[str]) -> bool:
    """Tell whether the words next to an insertion are of what the act is done to, or bears on."""
    before: list[Placed] = [each for each in tokens(more) if each[1].end <= at.start]
    here = len(before) if words[0] not in JOINING else len(before) - 1
    near = tokens(less)[here][1]
    return any(
        mention.span.contains(near)
        for meaning in less.meanings
        for deed in every_deed(meaning.deeds)
        for mention in deed.mentions
        if mention in deed.objects or mention.preposition in OF_ITS_OBJECT
    )
