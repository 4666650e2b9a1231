"""Whether one thing is a kind of another, by what the vocabulary knows and by the words for it.

A term that is listed under another is a kind of it only where the words for the other say no more
than that term: land exercises are exercises, and no large-scale ones, nor exercises at sea.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.model import nodes
from clausecheck.model.sentences.words import (
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Term
from clausecheck.vocabulary.wording import described, is_plain

Kinship: TypeAlias = Literal["narrower", "wider", "fuller", "less full"]
TURNED: Mapping[Kinship, Kinship] = {
    "narrower": "wider",
    "wider": "narrower",
    "fuller": "less full",
    "less full": "fuller",
}


@frozen
class Worded:
    """A term, the words for it, and those before it that say which kind is meant."""

    term: Term | None
    words: str
    before: frozenset[str] = frozenset()

    @property
    def group(self) -> str | None:
        """What the term belongs to, if there is one."""
        return self.term.group if self.term is not None else None


ON_A_LIST = frozenset("declared listed designated agreed specified notified identified".split())
"""Words for what the parties have told each other of, as in START I and the INF Treaty.

Of arms, forces and places so named all others are left out. Talks are none the fewer for being
agreed.
"""
_LISTED = frozenset({"facility", "forces", "material", "posture", "site", "weapons"})
"""What such a list has."""


def is_listed(term: Term | None) -> bool:
    """Tell whether parties may tell each other of such things, one by one."""
    return term is not None and term.group in _LISTED


def kinship(one: Worded, other: Worded) -> Kinship | None:
    """Return what the other is to the one; `None` where that cannot be told."""
    down = _within(other, one)
    if down is not None:
        return down
    up = _within(one, other)
    return TURNED[up] if up is not None else None


def _within(narrow: Worded, wide: Worded) -> Literal["narrower", "fuller"] | None:
    """Return how all that one thing is lies within another, if it does."""
    if narrow.term is None or wide.term is None:
        return None
    if not wide.before <= narrow.before | {*narrow.words.lower().split()}:
        return None
    which = narrow.words.lower().removesuffix(wide.words.lower()).split()
    if which and {*which} <= ON_A_LIST and is_listed(wide.term):
        return "narrower"
    if narrow.words.lower() in parts_of_two(wide.words):
        return "narrower"
    if wide.words.lower() in parts_of_two(narrow.words):
        return None
    if wide.term.name not in narrow.term.wider:
        return None
    if narrow.group == wide.group == "unification":
        return None  # how states become one is not which unity is meant
    if wide.term.name != narrow.term.name and is_plain(wide.term, wide.words):
        return "narrower"
    return described(narrow.term, narrow.words, wide.term, wide.words)


_TWO = regex(r"(?P<one>[\w-]+) (?:or|and) (?P<other>[\w-]+) (?P<of>of .+)")


def parts_of_two(words: str) -> tuple[str, ...]:
    """Return the things that one expression names: `threat` and `use of force`."""
    both = _TWO.fullmatch(words.lower())
    return (f"{both['one']} {both['of']}", f"{both['other']} {both['of']}") if both else ()


def words_before(unit: Unit, at: Span) -> frozenset[str]:
    """Return the words that say of which kind the thing in a place is: `ground` exercises."""
    return frozenset(_before(unit, at))


def _before(unit: Unit, at: Span) -> Iterator[str]:
    """Yield the words of a noun phrase before its noun, from the last: `land` is a thing itself."""
    told = [unit.main.modality.span] if unit.main is not None else []
    told += [deed.act_span for each in unit.meanings for deed in every_deed(each.deeds)]
    plain = {part.span for part in _parts(unit) if isinstance(part, nodes.Word)}
    for word, span in reversed([each for each in unit.tokens if each[1].end <= at.start]):
        lower = word.lower()
        if lower in _ENDING or span not in plain or any(each.contains(span) for each in told):
            return
        if not is_adverb(lower):
            yield lower


_ENDING = JOINING | PREPOSITIONS | DETERMINERS | POSSESSIVES | {"all", "not"}


def _parts(unit: Unit) -> tuple[nodes.Part, ...]:
    return unit.said.sentence.parts if unit.said is not None else ()
