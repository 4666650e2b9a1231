"""What there was to check, so that no findings are not mistaken for a sound text."""

from __future__ import annotations

from clausecheck.analyses.facts import Facts
from clausecheck.findings import Material


def material(facts: Facts) -> Material:
    """Return how many clauses, duties, prohibitions, deadlines and checks a text has."""
    reading = facts.reading
    kinds: dict[str, str] = {}
    dated: set[str] = set()
    checked = {
        duty.provision.number
        for duty in facts.verification.duties
        if duty.strength not in {"none", "adjective"}
    }
    for provision in reading.operative_provisions:
        kinds.setdefault(provision.number, provision.kind)
        if provision.timing.due or provision.timing.until:
            dated.add(provision.number)
        if provision.labels.known("verified by"):
            checked.add(provision.number)
    return Material(
        clauses=len(reading.clauses),
        duties=sum(kind == "duty" for kind in kinds.values()),
        prohibitions=sum(kind == "prohibition" for kind in kinds.values()),
        deadlines=len(dated),
        verified=len(checked),
    )
