"""How bindingly each side speaks, and where one side speaks more bindingly than the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausecheck.analyses.ties import named_by
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen

_FULL, _FIRM, _SOFT = 3, 2, 1


@frozen
class Imbalance:
    """A duty of one party, and the duty of another that binds it less."""

    firm: Provision
    soft: Provision


def imbalances(reading: Reading) -> tuple[Imbalance, ...]:
    """Return where a party is bound less than another, one for each weaker sentence, in text order.

    Two sentences are held together where one is given in return for the other, or mirrors it; and
    two parties, where all that one bears alone binds it more than anything that the other does: and
    where that one is bound together with others as well, in the same matter.
    """
    alone = list(_borne_alone(reading))
    found = {
        pair.soft.number: pair
        for pair in (*_of_pairs(alone, reading), *_of_parties(alone, reading))
    }
    return tuple(found[number] for number in reading.names.numbers if number in found)


def _borne_alone(reading: Reading) -> Iterator[Provision]:
    """Yield one provision for each operative sentence that binds one party and no other."""
    seen = set()
    vouched = _vouched_for(reading)
    for provision in reading.operative_provisions:
        duty = provision.kind in {"duty", "prohibition"}
        if duty and provision.actor in reading.names.parties and provision.number not in seen:
            seen.add(provision.number)
            if len(provision.meaning.who.names) == 1 and provision.number not in vouched:
                yield provision


def _vouched_for(reading: Reading) -> set[str]:
    """Return the sentences in which one guarantees what another shall do.

    They bind both, each to something else, and the one no less than the other.
    """
    return {
        said.number
        for clause in reading.operative_clauses
        for said in clause.said
        for outer, inner in pairwise(said.meanings)
        if outer.modality.name == "guarantees" and inner.who.names != outer.who.names
    }


def strength(provision: Provision) -> int:
    """Return how bindingly it is said: `shall`, another firm word, or one that only tries."""
    if provision.modality.name in {"shall", "shall not"}:
        return _FULL
    return _FIRM if provision.meaning.binding else _SOFT


def _of_pairs(alone: list[Provision], reading: Reading) -> Iterator[Imbalance]:
    by_number = {provision.number: provision for provision in alone}
    for provision in alone:
        for number in named_by(provision, reading, "in return for", "mirrors"):
            other = by_number.get(number)
            if other is not None and other.actor != provision.actor:
                soft, firm = sorted((provision, other), key=strength)
                if strength(soft) < strength(firm):
                    yield Imbalance(firm, soft)


def _of_parties(alone: list[Provision], reading: Reading) -> Iterator[Imbalance]:
    shared = {
        name
        for provision in reading.provisions
        if provision.meaning.binding and len(provision.meaning.who.names) > 1
        for name in provision.meaning.who.names
    }
    by_party: dict[str | None, list[Provision]] = {}
    for provision in alone:
        by_party.setdefault(provision.actor, []).append(provision)
    for firm in by_party.values():
        least = min(firm, key=strength)
        for party, soft in by_party.items():
            if strength(least) > max(map(strength, soft)):
                for provision in soft:
                    other = next((each for each in firm if _are_alike(each, provision)), None)
                    if other is not None or party not in shared:
                        yield Imbalance(other or least, provision)


def _are_alike(one: Provision, other: Provision) -> bool:
    """Tell whether two duties ask for the same act, or something of the same thing."""
    things = [each.object.name for each in (one, other) if each.object is not None]
    return (one.act is not None and one.act == other.act) or (
        len(things) > 1 and len(set(things)) == 1
    )
