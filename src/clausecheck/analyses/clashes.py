"""Where a text meets one side's objection and thereby leaves the other's open; never netted off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausecheck import essays
from clausecheck.choosing.trees import Tree, both, either
from clausecheck.findings import Clash, LedgerEntry, State

_OPEN: tuple[State, ...] = ("raised", "silent", "accepted")
"""An objection that is accepted on record is still what the other side's answer costs."""


def clashes(ledger: Iterable[LedgerEntry]) -> tuple[Clash, ...]:
    """Return the clashes that a text shows, in the catalogue's order.

    A side that takes no part in a question gives nothing up there, so that the other's open
    objection is enough.
    """
    states = {entry.entry: entry for entry in ledger}
    return tuple(shown for known in essays.clashes() for shown in _shown(known, states))


def _shown(known: essays.Clash, states: Mapping[str, LedgerEntry]) -> Iterator[Clash]:
    for giving, gaining in ((known.sceptic, known.advocate), (known.advocate, known.sceptic)):
        at_cost = _in_state(giving, states, _OPEN)
        met = _in_state(_costly(gaining, known), states, ("met",))
        if at_cost and (met or not gaining):
            clauses = (
                *(number for entry in at_cost for number in entry.raised_by),
                *(number for entry in met for number in entry.met_by),
            )
            involved = [entry.entry for entry in (*at_cost, *met)]
            yield Clash(
                known.key,
                tuple(key for key in known.sceptic if key in involved),
                tuple(key for key in known.advocate if key in involved),
                tuple(dict.fromkeys(clauses)),
            )
            return


def _costly(keys: Iterable[str], known: essays.Clash) -> tuple[str, ...]:
    """Return the entries of which what meets them may be at the other side's cost."""
    return tuple(key for key in keys if key not in known.only_open)


def _in_state(
    keys: Iterable[str], states: Mapping[str, LedgerEntry], wanted: tuple[State, ...]
) -> list[LedgerEntry]:
    return [states[key] for key in keys if key in states and states[key].state in wanted]


def clash_tree(known: essays.Clash, trees: Mapping[str, Sequence[tuple[str, Tree]]]) -> Tree:
    """Return under which choices a text with brackets shows a clash.

    `trees` has, by entry, the states that it has under some choices, and what each hangs on.
    """
    found: Tree = False
    for giving, gaining in ((known.sceptic, known.advocate), (known.advocate, known.sceptic)):
        at_cost = _in_states(giving, trees, _OPEN)
        met = _in_states(_costly(gaining, known), trees, ("met",))
        found = either(found, both(at_cost, met) if gaining else at_cost)
    return found


def _in_states(
    keys: Iterable[str],
    trees: Mapping[str, Sequence[tuple[str, Tree]]],
    wanted: tuple[State, ...],
) -> Tree:
    found: Tree = False
    for key in keys:
        for state, tree in trees.get(key, ()):
            if state in wanted:
                found = either(found, tree)
    return found
