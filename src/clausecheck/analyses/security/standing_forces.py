"""Whose forces leave another's soil, and what becomes of those they stood against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausecheck.analyses.security.foreign_forces import what_moves
from clausecheck.analyses.security.limits import LIMITING
from clausecheck.analyses.security.troops import is_total
from clausecheck.analyses.terms import acts, is_group
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_STAYING = ("maintain", "remain")
_ARMS = (
    "disarmament",
    "exercise",
    "facility",
    "forces",
    "material",
    "posture",
    "test",
    "weapons",
)


@frozen
class LeftStanding:
    """A withdrawal for which no force of the other side moves."""

    leaving: Provision
    at: Span
    others: tuple[str, ...]
    """Those whose forces stay as they are, by name."""
    kept: Provision | None
    """What lets them stay; None where no word is said of them."""


def analyse(
    withdrawals: Sequence[Provision],
    reading: Reading,
    vocabulary: Vocabulary,
    exchanged: Mapping[str, tuple[str, ...]],
    allies: Sequence[frozenset[str]],
) -> tuple[LeftStanding, ...]:
    """Return such withdrawals in text order; what is given for something else is none of them."""
    return tuple(
        found
        for leaving in withdrawals
        if leaving.kind == "duty" and leaving.meaning.binding and is_total(leaving)
        if not exchanged.get(leaving.number)
        for found in _left_standing(leaving, reading, vocabulary, allies)
    )


def _left_standing(
    leaving: Provision,
    reading: Reading,
    vocabulary: Vocabulary,
    allies: Sequence[frozenset[str]],
) -> Iterator[LeftStanding]:
    moved = what_moves(leaving, vocabulary)
    leavers = set(leaving.meaning.who.names)
    if moved is None or not leavers & set(reading.names.parties):
        return
    kept = _kept(leavers, reading, vocabulary)
    friends = leavers.union(_hosts(leaving, reading), *(g for g in allies if g & leavers))
    others = tuple(party for party in reading.names.parties if party not in friends)
    if kept is not None:
        yield LeftStanding(leaving, moved.span, kept.meaning.who.names, kept)
    elif others and not any(_bears_arms_duty(name, reading, vocabulary) for name in others):
        yield LeftStanding(leaving, moved.span, others, None)


def _hosts(leaving: Provision, reading: Reading) -> Iterator[str]:
    """Yield who lives where the forces are, with the members of a side."""
    for place in (*leaving.deed.places, *leaving.deed.objects):
        if place.kind == "actor":
            actor = reading.names.actors.get(place.name)
            yield from (place.name, *(actor.members if actor else ()))


def _kept(leavers: set[str], reading: Reading, vocabulary: Vocabulary) -> Provision | None:
    """Return what lets armies on both sides stay in place; a host alone keeps its own anyway."""
    for provision in reading.operative_provisions:
        names = set(provision.meaning.who.names)
        several = len(names) > 1 and not names & leavers
        thing = provision.object
        forces = thing is not None and thing.owner == "its" and is_group(thing, "forces")
        if several and forces and acts(provision, vocabulary, _STAYING):
            return provision
    return None


def _bears_arms_duty(name: str, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody owes anything about forces or arms."""
    return any(
        provision.meaning.binding
        and name in provision.meaning.who.names
        and any(is_group(thing, *_ARMS) for thing in provision.deed.objects)
        and (provision.kind == "prohibition" or acts(provision, vocabulary, LIMITING))
        for provision in reading.provisions
    )
