"""What follows from the changes: objections, stances, who risks and who bears what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from clausecheck.analyses.exchange.exposure import Exposure
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.analyses.timeline import timeline
from clausecheck.changes import Burden, Exposed
from clausecheck.compare.canon import Canon
from clausecheck.findings import Finding, LedgerEntry, Report, Stance
from clausecheck.values import frozen

WITHIN = 30
"""Days; what takes longer to take back counts as lost, as `clausecheck timeline` has it."""


@frozen
class Objections:
    """Findings of one text that another does not have, and the reverse."""

    gained: tuple[Finding, ...]
    cleared: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]


def objections(base: Report, other: Report, mine: Canon, theirs: Canon) -> Objections:
    """Return which findings are new and which are gone: those of one rule on one clause are one.

    What the other text accepts on record is neither: it stands, and is not counted.
    """
    before = [each for each in base.findings if each.status == "new"]
    after = [each for each in other.findings if each.status == "new"]
    accepted = [each for each in other.findings if each.status == "accepted"]
    kept = _pairs(before, after, mine, theirs)
    gone = [each for at, each in enumerate(before) if at not in kept]
    held = _pairs(gone, accepted, mine, theirs)
    met = {two: one for one, two in kept.items()}
    return Objections(
        tuple(each for at, each in enumerate(after) if at not in met),
        tuple(each for at, each in enumerate(gone) if at not in held),
        tuple(gone[at] for at in sorted(held)),
        tuple((before[met[at]], after[at]) for at in sorted(met)),
    )


def _pairs(
    befores: Sequence[Finding], afters: Sequence[Finding], mine: Canon, theirs: Canon
) -> dict[int, int]:
    """Return which finding became which, by their places; those in the same words come first."""
    found: dict[int, int] = {}
    for key in (_in_words, _key):
        waiting: dict[object, list[int]] = {}
        for at in reversed(range(len(befores))):
            if at not in found:
                waiting.setdefault(key(befores[at], mine), []).append(at)
        taken = set(found.values())
        for at, each in enumerate(afters):
            alike = waiting.get(key(each, theirs))
            if alike and at not in taken:
                found[alike.pop()] = at
    return found


def _in_words(finding: Finding, canon: Canon) -> tuple[object, ...]:
    return _key(finding, canon), finding.message, finding.choices


def _key(finding: Finding, canon: Canon) -> tuple[str, str]:
    return finding.rule, canon.number(finding.clause) if finding.clause else ""


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
