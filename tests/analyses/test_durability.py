"""What binds a text beyond those who sign it, and what it says of its own life."""

from __future__ import annotations

import pytest

from .texts import Text, clause

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
    ("sentence", "topics"),
    [
        ("This declaration shall enter into force.", ["entry into force"]),
        ("All parties may amend this agreement.", ["amendment"]),
        ("All parties shall review this declaration.", ["review"]),
        ("Any party may withdraw from this declaration.", ["exit"]),
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
