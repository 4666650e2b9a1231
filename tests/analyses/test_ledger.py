"""What counts as raising an objection, and what does not."""

from __future__ import annotations

from attrs import evolve

from clausecheck.analyses.ledger import ledger
from clausecheck.check import Settings, check
from clausecheck.findings import Status

from .texts import VOCABULARY, Text, clause


def test_a_finding_that_is_set_aside_raises_nothing() -> None:
    text = Text(clause("Northland shall leave the valley.", 'by: "soon"'))
    report = check(text.source, VOCABULARY, Settings())
    (finding,) = (each for each in report.findings if each.rule == "soft-deadline")

    def state(status: Status) -> str:
        found = evolve(finding, status=status)
        (entry,) = ledger({"B16"}, [found], {}, silences={}, silence_counts=True)
        return entry.state

    assert state("new") == "raised"
    assert state("accepted") == "accepted"
    assert state("suppressed") == "not applicable"
