"""To whom a step is owed: to the others, or to each of those who take it for each other.

Two who open offices do so for each other. What allies do is for those whom they face, as is what
several do for somebody whom the sentence names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clausecheck.analyses.exchange.answers import Answer, everybody, steps, with_members
from clausecheck.analyses.terms import receiver
from clausecheck.model.reading import Provision, Reading


def owed_to(
    reading: Reading, pairs: Iterable[Answer], allies: Collection[frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """Return by number the parties to whom each step is owed, as far as can be told.

    What one does, or allies do, may be for any of the others. Whoever answers a step is owed it.
    """
    answering: dict[str, set[str]] = {}
    for pair in pairs:
        for name in pair.gained_by:
            answering.setdefault(pair.given.number, set()).update(with_members(name, reading.names))
    parties = frozenset(reading.names.parties)
    found: dict[str, frozenset[str]] = {}
    for number, provision in steps(reading).items():
        bound = everybody(provision, reading.names) & parties
        mutual = _is_mutual(provision, bound, parties - bound, allies)
        owed = bound | answering.get(number, set()) if mutual else parties - bound
        found[number] = owed & parties
    return found


def _is_mutual(
    provision: Provision,
    bound: frozenset[str],
    others: frozenset[str],
    allies: Collection[frozenset[str]],
) -> bool:
    """Tell whether several do it for each other, and not all of them for somebody else."""
    if len(bound) < 2:  # noqa: PLR2004 - it takes two
        return False
    together = any(bound <= group for group in allies)
    return not others or not (together or _receivers(provision) & others)


def _receivers(provision: Provision) -> frozenset[str | None]:
    """Return who gets it, also where the name stands before the thing: "provide to X aid"."""
    before = (m.owner for m in provision.deed.mentions if m.preposition == "to")
    return frozenset((receiver(provision), *before))
