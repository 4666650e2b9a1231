"""What binds a text beyond those who sign it, and what it says of its own life."""

from __future__ import annotations

import pytest

from clausecheck.check import Settings, check
from tests.analyses.texts import VOCABULARY, Text, clause

DUTY = clause("Northland shall freeze its reactors.")
ALL_LEGISLATURES = (
    "ratification: Northland by its parliament, Southland by its National Assembly, "
    "Westland by its Senate"
)
ALL = "ratification: Northland, Southland, Westland"


@pytest.mark.parametrize(
    ("head", "stance"),
    [
        (ALL_LEGISLATURES, "entrenched"),
        (f"{ALL}\nendorsement: UNSC by resolution", "entrenched"),
        (f"{ALL}\nendorsement: IAEA, Westland", "ratified"),
        (ALL, "ratified"),
        ("ratification: Southland by its National Assembly", "ratified"),
        ("ratification: Southland by its cabinet, Northland by its President", "signature"),
        ("endorsement: Westland by a joint resolution of its Senate", "endorsed"),
        (f"{ALL}\nendorsement: Westland by a motion of its Senate", "ratified"),
        ("endorsement: Westland by its President", "unstated"),
        ("endorsement: Westland", "unstated"),
        ("ratification: none", "signature"),
        ("signed by: Northland by its King", "signature"),
        ("ratification: unknown\nsigned by: Northland by its King", "unstated"),
        ("ratification: to be settled by Northland", "unstated"),
        ('ratification: "in due time"', "unstated"),
        ("", "unstated"),
    ],
)
def test_what_binds_a_text(head: str, stance: str) -> None:
    assert Text(DUTY, head=head).stance("durability") == stance


def test_a_part_of_a_text_does_not_state_it() -> None:
    assert Text(DUTY, scope="partial").stance("durability") == "not stated"


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("ratification: 1", "This treaty shall enter into force."),
        ("", "Each party shall ratify this treaty."),
    ],
)
def test_a_clause_on_ratification_speaks_for_all_parties(head: str, sentence: str) -> None:
    text = Text(clause(sentence), head=head)

    assert text.facts.durability.by_all
    assert [s.clauses for s in text.facts.stances if s.stance == "ratified"] == [("1",)]


@pytest.mark.parametrize(
    ("sentence", "stance", "met"),
    [
        ("Each party shall ratify this treaty by its parliament.", "entrenched", "B28 N06"),
        ("This treaty shall be ratified by the parliaments of all parties.", "entrenched", "B28 N06"),
        ("The parliament of each party shall approve this treaty.", "entrenched", "B28 N06"),
        ("Each party shall obtain the approval of its parliament for this treaty.", "entrenched", "B28 N06"),
        ("This treaty shall be subject to ratification by the parliament of each party.", "entrenched", "B28 N06"),
        ("This treaty shall be ratified.", "ratified", "B28"),
        ("This treaty shall enter into force when all parties have ratified it.", "ratified", "B28"),
        ("This treaty shall enter into force when half of the parties have ratified it.", "unstated", ""),
        ("This treaty shall enter into force when a majority of the parties have ratified it.", "unstated", ""),
        ("This treaty shall enter into force after ratification by two of the parties.", "unstated", ""),
        ("This treaty shall enter into force when Northland, Southland and Westland have ratified it.", "ratified", "B28"),
        ("This treaty shall enter into force after ratification by Southland.", "ratified", ""),
        ("Southland shall ratify this treaty by its National Assembly.", "ratified", ""),
        ("Northland and Southland shall ratify this treaty by their parliaments.", "ratified", "N06"),
        ("Each party shall deposit its instrument of ratification with UN.", "ratified", "B28"),
        # To lay it before a parliament binds nobody to approve it.
        ("All parties shall submit this treaty to their parliaments for approval.", "endorsed", ""),
        ("Southland shall seek the approval of its National Assembly for this treaty.", "endorsed", ""),
        # Two of three, another text, a leave and a condition of another kind.
        ("This treaty shall enter into force when two parties have ratified it.", "unstated", ""),
        ("This treaty shall enter into force on the day of signature.", "unstated", ""),
        ("Southland shall approve the budget of this treaty.", "unstated", ""),
        ("Southland shall seek the approval of its National Assembly for a budget.", "unstated", ""),
        ("Each party may ratify this treaty.", "unstated", ""),
        ("Each party shall ratify the Comprehensive Nuclear-Test-Ban Treaty.", "unstated", ""),
    ],
)  # fmt: skip
def test_who_ratifies_by_a_clause(sentence: str, stance: str, met: str) -> None:
    text = Text(clause(sentence), head="form: treaty")
    report = check(text.source, VOCABULARY, Settings())

    assert text.stance("durability") == stance
    assert {e.entry for e in report.ledger if e.state == "met"} & {"B28", "N06"} == set(met.split())


@pytest.mark.parametrize(
    "label", ["on: exchange of instruments of ratification", "after: ratification"]
)
def test_a_label_by_which_a_text_waits_for_ratification(label: str) -> None:
    text = Text(clause("This treaty shall enter into force.", label), head="form: treaty")

    assert text.facts.durability.by_all


def test_a_clause_that_the_head_points_to_says_who_ratifies() -> None:
    one = Text(clause("Southland shall ratify this treaty."), head="ratification: 1")
    laid = Text(
        clause("Southland shall submit this treaty to its parliament."), head="ratification: 1"
    )

    assert one.facts.durability.ratified_by == {"Southland"}
    assert not laid.facts.durability.ratified_by
    assert laid.stance("durability") == "endorsed"


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("This declaration shall enter into force.", ["entry into force"]),
        ("All parties may amend this agreement.", ["amendment"]),
        ("All parties shall review this declaration.", ["review"]),
        ("Any party may withdraw from this declaration.", ["exit"]),
        ("Any party may denounce this treaty.", ["exit"]),
        ("Any party shall settle disputes by dialogue.", ["disputes"]),
        ("No party shall amend this agreement.", []),
        ("This treaty shall remain in force.", []),
        ("Northland shall ratify the Comprehensive Nuclear-Test-Ban Treaty.", []),
    ],
)
def test_a_clause_settles_what_the_head_leaves_out(sentence: str, topics: list[str]) -> None:
    assert list(Text(clause(sentence)).facts.final_clauses.said) == topics


def test_a_term_in_a_clause() -> None:
    text = Text(clause("This treaty shall remain in force.", "for: 10 years"))

    assert not text.facts.final_clauses.silent_on("duration")


def test_what_the_head_says_there_is_not_and_what_was_not_seen() -> None:
    final = Text(DUTY, head="exit: none\ndisputes: unknown\nreview: every 2 years").facts
    final_clauses = final.final_clauses

    assert list(final_clauses.denied) == ["exit"]
    assert final_clauses.silent_on("exit")
    assert not final_clauses.silent_on("disputes")
    assert not final_clauses.silent_on("review")


@pytest.mark.parametrize(
    ("label", "years"),
    [
        ("for: 10 years", 10),
        ("by: 6 months after signature", 0.5),
        ("target: 2 years after entry into force", 2),
        ("by: 2020-04-27", 2),
        ("by: 2019-04", 1 - 26 / 31 / 12),
        ("by: 30 days before signature", None),
        ("by: 30 days after 1 is verified", None),
        ("by: 1 is complete", None),
        ('by: "soon"', None),
    ],
)
def test_how_far_a_duty_reaches(label: str, years: float | None) -> None:
    text = Text(clause("Northland shall freeze its reactors.", label), head="date: 2018-04-27")
    found = [reach.years for reach in text.facts.reaches]

    assert found == ([pytest.approx(years)] if years is not None else [])


def test_a_day_cannot_be_counted_from_nowhere_nor_for_what_is_not_owed() -> None:
    dated = ("by: 2020-04-27",)

    assert Text(clause("Northland shall freeze its reactors.", *dated)).facts.reaches == ()
    assert not Text(clause("Northland may meet.", *dated), head="date: 2018-04").facts.reaches


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The President of Northland shall lift the sanctions.", [("President", False)]),
        ("The President of Northland shall visit Southland.", [("President", True)]),
        ("Northland shall visit Southland in the person of its Chairman.", [("Chairman", True)]),
        ("King shall lift the sanctions.", [("King", False)]),
        ("The Foreign Minister of Northland shall lift the sanctions.", []),
        ("The President of Northland may lift the sanctions.", []),
        ("Northland shall invite the President of Southland.", []),
    ],
)
def test_what_hangs_on_one_leader(sentence: str, found: list[tuple[str, bool]]) -> None:
    text = Text('actor King "Head of State of Northland"\n' + clause(sentence))

    assert [(text[each.at], each.light) for each in text.facts.personal] == found


@pytest.mark.parametrize(("who", "light"), [("President", [True]), ("Senate", [])])
def test_a_letter_of_a_leader_and_of_somebody_else(who: str, light: list[bool]) -> None:
    text = Text(clause("Northland shall lift the sanctions.", f"according to: letter of the {who}"))

    assert [each.light for each in text.facts.personal] == light


def test_a_preamble_hangs_on_nobody() -> None:
    text = Text("preamble\nclause P1\n  The President of Northland shall lift the sanctions.")

    assert not text.facts.personal
