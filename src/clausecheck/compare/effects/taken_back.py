"""Savings clauses that take back what another clause asks for.

"Nothing in this treaty requires Northland to leave the valley" stands beside the clause by which it
shall: whoever owes that in both texts is bound less by the one that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.changes import Change
from clausecheck.compare.effects.steps import Sides
from clausecheck.compare.ground.units import Unit
from clausecheck.notes import listed


def taken_back(one: Unit | None, other: Unit | None, held: Sides) -> Iterator[Change]:
    """Yield what a clause takes back that stands in both texts, or no longer takes back."""
    before, after = _taken_back(one, held, 0), _taken_back(other, held, 1)
    spans = one.words_at if one else None, other.words_at if other else None
    gone = [number for number in before if number not in after]
    new = [number for number in after if number not in before]
    if gone:
        text = f"no longer takes back what {listed(gone)} asks for"
        who = dict.fromkeys(name for number in gone for name in before[number])
        yield Change("exception", "stronger", text, *spans, tuple(who))
    if new:
        text = f"takes back what {listed(new)} asks for"
        who = dict.fromkeys(name for number in new for name in after[number])
        yield Change("exception", "weaker", text, *spans, tuple(who))


def _taken_back(unit: Unit | None, held: Sides, side: int) -> Mapping[str, tuple[str, ...]]:
    """Return who owes what the clause takes back, by the number of both texts in the base."""
    if unit is None or unit.main is None or unit.main.kind != "savings":
        return {}
    canon = held.canons[side]
    owed = {
        canon.number(each.duty.number): canon.everybody(each.duty.provision.meaning.who.names)
        for each in held.facts[side].saved
        if each.by.number == unit.number
    }
    return {number: who for number, who in owed.items() if number[0] not in "+-"}
