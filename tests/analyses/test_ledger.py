"""What counts as raising an objection, and what does not."""

from __future__ import annotations

import pytest

from clausecheck.analyses.ledger import ledger
from clausecheck.check import Settings, check
from clausecheck.findings import LedgerEntry, Status
from clausecheck.values import evolve

from .texts import VOCABULARY, Text, clause


def states(known: tuple[LedgerEntry, ...]) -> dict[str, str]:
    return {entry.entry: entry.state for entry in known}


def test_a_finding_that_is_set_aside_raises_nothing() -> None:
    text = Text(clause("Northland shall leave the valley.", 'by: "soon"'))
    report = check(text.source, VOCABULARY, Settings())
    (finding,) = (each for each in report.findings if each.rule == "soft-deadline")

    def state(status: Status) -> str:
        found = evolve(finding, status=status)
        return states(ledger({"B16"}, [found], {}, silences={}, silence_counts=True))["B16"]

    assert state("new") == "raised"
    assert state("accepted") == "accepted"
    assert state("suppressed") == "not applicable"


def test_an_entry_that_stands_for_others_says_which_of_them_it_copies() -> None:
    met = {"B21a": ["2"], "N02": ["3"], "B19": ["4"]}
    known = ledger(
        {"B19", "B21a", "B21d", "N02"}, [], met, silences={"s": "B21d"}, silence_counts=False
    )

    assert [entry for entry in known if entry.why] == [
        LedgerEntry("B10", "not applicable", why="shown, and never raised"),
        LedgerEntry("B21", "not judged", (), (), "is as bad as B21d"),
        LedgerEntry("N18", "met", (), ("3",), "is judged as N02"),
        LedgerEntry("N19", "met", (), ("4",), "boosts B19"),
        LedgerEntry("N22", "met", (), ("4",), "boosts B19"),
    ]


@pytest.mark.parametrize(
    ("duty", "invited"),
    [
        ("Northland and Southland shall hold talks.", {"B19"}),
        ("Northland shall open the border.", {"B19"}),
        ("Northland and Southland shall not commit hostile acts.", {"B18"}),
        ("Northland and Southland shall not conduct nuclear tests.", {"B18"}),
        ("Northland and Southland shall not test missiles.", {"B18"}),
        ("Northland and Southland shall terminate the alliance.", {"N28"}),
        ("Northland and Southland shall cease military exercises.", {"N28"}),
    ],
)
def test_a_breach_without_consequence_raises_what_the_duty_invites(
    duty: str, invited: set[str]
) -> None:
    report = check(Text(clause(duty)).source, VOCABULARY, Settings())
    found = (each for each in report.findings if each.rule == "breach-without-consequence")

    assert [set(each.entries) for each in found] == [invited]


def test_what_is_only_worth_a_look_is_not_judged() -> None:
    end = "Southland and Westland shall terminate the alliance."

    def state(*lines: str, scope: str, head: str) -> tuple[set[str], str]:
        report = check(Text(clause(*lines), scope=scope, head=head).source, VOCABULARY, Settings())
        (entry,) = (each for each in report.ledger if each.entry == "N28")
        return {each.severity for each in report.findings if "N28" in each.entries}, entry.state

    assert state(end, scope="partial", head="form: treaty") == ({"info"}, "not judged")
    assert state(end, scope="complete", head="exit: unknown") == (set(), "not applicable")
    assert state(end, "reversible: yes", scope="partial", head="") == (set(), "met")


def test_what_is_worth_a_look_and_accepted_is_accepted() -> None:
    lines = ("The President of Southland shall visit Northland.", "accept leader-dependent")
    because = '  because: "Both presidents stand above the parties at home."'
    report = check(
        Text(f"{clause(*lines)}\n  {because}\n    accepted by: Southland").source,
        VOCABULARY,
        Settings(),
    )

    assert [f.severity for f in report.findings if f.rule == "leader-dependent"] == ["info"]
    assert states(report.ledger)["B30"] == "accepted"


@pytest.mark.parametrize("where", ["in Kaesong", "[in Kaesong | in Seoul]"])
def test_what_is_accepted_stays_so_though_the_record_could_say_who_accepts_it(where: str) -> None:
    lines = (
        f"Southland and Northland shall open liaison offices {where}.",
        'by: "in good time"',
        "accept soft-deadline",
    )
    report = check(
        Text(f'{clause(*lines)}\n    because: "The ministers set the day."').source,
        VOCABULARY,
        Settings(),
    )

    assert "ambiguity-without-owner" in {each.rule for each in report.findings}
    assert states(report.ledger)["B16"] == "accepted"


def test_where_no_rule_looks_for_an_objection_the_ledger_is_empty() -> None:
    assert ledger((), [], {}, silences={}, silence_counts=True) == ()
