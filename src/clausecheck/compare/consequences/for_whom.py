"""For whom a text is otherwise: who is bound, waits, gives, has a say, is owed, or is exposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from clausecheck.changes import EFFECTS, UNOWNED, Comparison, Direction, Effect, Exposed, Row, What
from clausecheck.notes import listed, some


def of_parties(made: Comparison) -> Iterator[str]:
    """Yield where parties are bound less and more, those alike together, and whose risk changes."""
    alike: dict[tuple[_Way, ...], list[str]] = {}
    for party, _, _ in made.burden:
        alike.setdefault(tuple(_ways(made, party)), []).append(party)
    many = sum(len(ways) for ways in alike) > _MOST
    for ways, parties in alike.items():
        told = [
            f"{words[len(parties) > 1]} in {_places(places, _FEWER if many else _MOST)}"
            for words, places in ways
        ]
        if told:
            yield f"{listed(parties)} {', '.join(told)}"
    for direction, word in (("weaker", "less"), ("stronger", "more")):
        of_all = (
            row.where
            for row in made.frame
            if any(each.direction == direction and not each.parties for each in row.changes)
        )
        if places := some(of_all, _MOST):
            yield f"all bound {word} by {places}"
    yield from _of_nobody(made)
    unsure = made.unread or any(map(is_placed, made.clauses))
    for party, before, after in () if unsure else made.exposure:
        if (before and before.length) != (after and after.length):
            old = _at_most(before, made, party, "gains a counterpart")
            new = _at_most(after, made, party, "loses a counterpart")
            yield f"longest exposure of {party} {old} → {new}"


def is_placed(row: Row) -> bool:
    """Tell whether a line of one text is words of the sentence in the other: nothing counts those.

    Then it may be for that alone that one is found, or exposed, in one of the texts.
    """
    return any(change.kind == "placed" for change in row.changes)


def _places(places: Sequence[str], most: int) -> str:
    """Return where something is so; of many places, of which the first would tell no more, a count.

    They are told of one by one in the changes.
    """
    return some(places, most) if len(places) <= _MANY else f"{len(places)} places"


def _of_nobody(made: Comparison) -> Iterator[str]:
    """Yield where a text binds otherwise and names nobody, or leaves alone what is no party's."""
    for direction, words in _BOUND.items():
        places = [
            row.where
            for row in made.clauses
            if not row.saves
            and any(each.direction == direction and not each.parties for each in row.changes)
        ]
        if places:
            yield f"{words} in {some(places, _MOST)}, and nobody is named"
    for what, words in UNOWNED.items():
        places = [
            row.where
            for row in made.rows
            if any(each.what == what and not each.parties for each in row.effects)
        ]
        if places:
            yield f"{words} in {some(places, _MOST)}"


_Way: TypeAlias = "tuple[tuple[str, str], tuple[str, ...]]"
"""How it is told of one party and of several, and where."""


def _ways(made: Comparison, party: str) -> Iterator[_Way]:
    """Yield how a party is bound, and what else becomes of it, each with the places."""
    for direction, word in _BOUND.items():
        places = [
            row.where_bound((party,))
            for row in made.rows
            if any(
                party in change.parties and change.direction == direction for change in row.changes
            )
        ]
        if places:
            yield (word, word), tuple(places)
    for what in EFFECTS:
        found: dict[tuple[str, str], dict[str, None]] = {}
        for row in made.rows:
            for effect in row.effects:
                if effect.what == what and party in effect.parties:
                    found.setdefault(_told(effect), {})[row.where] = None
        yield from ((words, tuple(places)) for words, places in found.items())


def _told(effect: Effect) -> tuple[str, str]:
    if effect.what in {"owed less", "owed more"}:
        return effect.what, effect.what  # as in "bound less": all of the line is short
    sure = _SURE.get(effect.certainty or "", "")
    one, many = (words.replace("what is ", f"what is {sure}") for words in EFFECTS[effect.what])
    return one, many


_BOUND: Mapping[Direction, str] = {
    "reversed": "turned round",
    "weaker": "bound less",
    "stronger": "bound more",
}
_SURE = {"estimated": "by estimate ", "inferred": "by inference "}

_MOST = 6
_FEWER = 3
_MANY = 8
"""Places of one party, where there are many parties to be told of."""


def _at_most(each: Exposed | None, made: Comparison, party: str, what: What) -> str:
    """Return how long somebody is exposed: not at all, too, where nothing answers a step."""
    effects = (effect for row in made.rows for effect in row.effects if effect.what == what)
    untied = any(party in effect.parties for effect in effects)
    is_none = each is not None and each.given is None
    return f"{exposed(each)}{', for want of a counterpart' if is_none and untied else ''}"


def exposed(each: Exposed | None) -> str:
    """Return how long somebody is exposed in words."""
    if each is None:
        return "not told"
    if each.given is None:
        return "none"
    if each.days is None:
        return "without end" if each.endless else "of a length not told"
    return f"{each.days} days"
