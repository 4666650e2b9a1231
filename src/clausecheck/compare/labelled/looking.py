"""How the same verifiers look: how often, and by which methods.

Methods have an order as far as whoever wrote about it agrees: START I and the INF Treaty build from
what is seen or told from afar to what is shown, to going there, to being there always. Whether a
satellite sees more than a declaration says, or a camera more than a visit, is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from clausecheck.analyses.inspection.methods import Nearness, nearness
from clausecheck.analyses.timing.moments import days_of
from clausecheck.analyses.timing.times import most_days_between
from clausecheck.changes import Direction, Kind
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.compare.ground.lines import Pair
from clausecheck.compare.labelled.moved import is_within
from clausecheck.model import nodes
from clausecheck.model.walk import every
from clausecheck.notes import listed
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

Way: TypeAlias = Literal["less", "more", "about as much", "otherwise"]
Days: TypeAlias = "tuple[int, int]"
"""The fewest and the most."""


@frozen
class Looked:
    """Which way it is that verifiers look otherwise, and the words that go before both lines."""

    direction: Direction
    words: str = ""
    kind: Kind = "verifier"


def otherwise_looked(pair: Pair, one: nodes.Label, other: nodes.Label) -> Looked:
    """Return whether the same verifiers look closer or less so, more often or less."""
    befores, afters = (list(every(nodes.Verifier, line.value)) for line in (one, other))
    mine, theirs = (
        [_who(each, canon) for each in verifiers]
        for verifiers, canon in ((befores, pair.beside.mine), (afters, pair.beside.theirs))
    )
    if mine != theirs:
        return Looked("other")
    vocabulary = pair.beside.base.vocabulary
    pairs = list(zip(befores, afters, strict=True))
    methods = _together(_methods(old, new, pair, vocabulary) for old, new in pairs)
    rhythms = _together(_rhythm(old, new, pair) for old, new in pairs)
    ways = {way for way, _ in (*methods, *rhythms)}
    if ways == {"less", "more"} and len(pairs) == 1:
        words = ", but ".join(words for _, words in (*methods, *rhythms))
        return Looked("other", f"verified {words}: ")
    if len(ways) != 1 or "otherwise" in ways:
        return Looked("other")
    words = listed([words for _, words in (*methods, *rhythms)])
    if ways == {"about as much"}:
        return Looked("other", f"verified {words}: ", "reworded")
    return Looked("weaker" if ways == {"less"} else "stronger", f"verified {words}: ")


def _who(verifier: nodes.Verifier, canon: Canon) -> Value:
    return canon.value(verifier.actors)


_Told: TypeAlias = "tuple[Way, str]"


def _together(every_way: Iterable[_Told | None]) -> Sequence[_Told]:
    return tuple(dict.fromkeys(each for each in every_way if each is not None))


def _rhythm(one: nodes.Verifier, other: nodes.Verifier, pair: Pair) -> _Told | None:
    """Return whether somebody looks less often, or more; None where it says the same."""
    if pair.beside.mine.value(one.timing) == pair.beside.theirs.value(other.timing):
        return None
    old, new = _between(one), _between(other)
    if old is None or new is None:
        return "otherwise", ""
    if is_within(old, new):
        return "about as much", "about as often"
    return ("less", "less often") if old < new else ("more", "more often")


def _between(verifier: nodes.Verifier) -> Days | None:
    """Return the days between two looks, from fewest to most; None where it is not said."""
    for each in verifier.timing:
        if isinstance(each, nodes.Frequency):
            most = most_days_between(each)
            fewest = days_of(each.every)[0] if each.every is not None else most
            return None if most is None or fewest is None else (fewest, most)
    return None


def _methods(
    one: nodes.Verifier, other: nodes.Verifier, pair: Pair, vocabulary: Vocabulary
) -> _Told | None:
    """Return whether fewer methods are named than were, or others from further off."""
    mine = {pair.beside.mine.value(each): each for each in one.methods}
    theirs = {pair.beside.theirs.value(each): each for each in other.methods}
    if mine.keys() == theirs.keys():
        return None
    if mine.keys() > theirs.keys() and theirs:
        return "less", "by fewer methods"
    if mine.keys() < theirs.keys() and mine:
        return "more", "by more methods"
    old, new = _nearest(mine.values(), vocabulary), _nearest(theirs.values(), vocabulary)
    if old is None or new is None or old == new:
        return "otherwise", ""
    return ("less", "by a weaker method") if new < old else ("more", "by a stronger method")


def _nearest(methods: Iterable[nodes.Name], vocabulary: Vocabulary) -> Nearness | None:
    """Return how near the nearest of several methods comes; None where one is not known."""
    nearest: Nearness | None = None
    for each in methods:
        near = nearness(each, vocabulary)
        if near is None:
            return None
        nearest = near if nearest is None else max(nearest, near)
    return nearest
