"""What follows from the changes: stances, the ledger, who risks and who bears what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from clausecheck.analyses.exchange.exposure import Exposure
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.analyses.timeline import timeline
from clausecheck.changes import Burden, Exposed
from clausecheck.compare.ground.canon import Canon
from clausecheck.findings import LedgerEntry, Report, Stance

WITHIN = 30
"""Days; what takes longer to take back counts as lost, as `clausecheck timeline` has it."""


def stances(base: Report, other: Report) -> Iterator[tuple[Stance, Stance]]:
    """Yield what each text does on each question; there are the same in every text."""
    return zip(base.stances, other.stances, strict=True)


def ledger(base: Report, other: Report) -> Iterator[tuple[LedgerEntry, LedgerEntry]]:
    """Yield what becomes of each objection in either text; the same rules looked for the same."""
    return zip(base.ledger, other.ledger, strict=True)


def exposure(
    base: Facts, other: Facts, mine: Canon, theirs: Canon
) -> Iterator[tuple[str, Exposed | None, Exposed | None]]:
    """Yield for each party that either text exposes what it has given longest without an answer."""
    before, after = _exposed(base, mine), _exposed(other, theirs)
    for party in dict.fromkeys((*(before or {}), *(after or {}))):
        yield (
            party,
            None if before is None else before.get(party, Exposed()),
            None if after is None else after.get(party, Exposed()),
        )


def _exposed(facts: Facts, canon: Canon) -> dict[str, Exposed] | None:
    made = timeline(facts, within=WITHIN)
    if made.days_kept == "no":
        return None
    return {canon.actor(each.party): _longest(each.longest) for each in made.worst}


def _longest(each: Exposure) -> Exposed:
    endless = each.gap.days is None and each.gap.ends is None
    return Exposed(each.answer.given.number, each.gap.days, endless)


def burden(
    base: Facts, other: Facts, mine: Canon, theirs: Canon
) -> Iterator[tuple[str, Burden, Burden]]:
    """Yield how much each party owes in either text, in the order of the parties."""
    before, after = _burdens(base, mine.actor), _burdens(other, theirs.actor)
    for party in dict.fromkeys((*before, *after)):
        yield party, before.get(party, Burden()), after.get(party, Burden())


def _burdens(facts: Facts, called: Callable[[str], str]) -> dict[str, Burden]:
    alone, shared = Counter[str](), Counter[str]()
    for provision in one_a_sentence(facts.operative):
        if provision.meaning.binding and provision.kind in {"duty", "prohibition"}:
            names = provision.meaning.who.names
            (alone if len(names) == 1 else shared).update(map(called, names))
    return {
        party: Burden(alone[party], shared[party])
        for party in map(called, facts.reading.names.parties)
    }
