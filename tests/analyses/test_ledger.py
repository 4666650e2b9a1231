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


def test_an_entry_is_as_bad_as_the_worst_of_its_parts_and_equals_what_it_repeats() -> None:
    text = Text(clause("Southland shall lift sanctions on Northland."))
    report = check(text.source, VOCABULARY, Settings())
    (finding,) = (each for each in report.findings if each.rule == "untied-relief")
    met = {"B21b": ["2"], "N02": ["2"]}

    entries = ledger({"B21a", "B21b", "N02"}, [finding], met, silences={}, silence_counts=True)

    states = {each.entry: (each.state, each.why) for each in entries}
    assert states == {
        "B21": ("raised", "is as bad as B21a"),
        "B21a": ("raised", ""),
        "B21b": ("met", ""),
        "N02": ("met", ""),
        "N18": ("met", "is judged as N02"),
    }
