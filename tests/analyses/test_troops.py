"""Foreign forces: who leaves, who stays, and what takes away the ground they stand on."""

from __future__ import annotations

import pytest

from clausecheck.analyses.troops import ends_here

from .texts import VOCABULARY, Text, clause


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Westland shall withdraw all of its troops from Southland.", "explicit-total, undated"),
        (
            "Westland shall withdraw its forces from Southland within 1 year.",
            "explicit-total, dated",
        ),
        ("Westland shall withdraw 8,500 troops from Southland.", "explicit-partial, undated"),
        ("Westland shall reduce its forces in Southland.", "explicit-partial, undated"),
        ("All foreign forces shall leave Southland.", "explicit-total, undated"),
        ("The forces of Westland shall remain in Southland.", "stay"),
        ("Westland may maintain its forces in Southland.", "stay"),
        ("Westland shall not withdraw its forces from Southland.", "stay"),
        ("No party shall raise the withdrawal of foreign forces from Southland.", "stay"),
        (
            "Nothing in this declaration affects the presence of foreign forces in Southland.",
            "saved",
        ),
        (
            "This declaration is without prejudice to the alliance of Southland and Westland.",
            "saved",
        ),
        ("Westland shall rotate its forces in Southland.", "silent"),
        ("Westland shall not introduce more forces into Southland.", "silent"),
        ("Southland shall withdraw its troops from the demilitarised zone.", "silent"),
        ("Southland shall redeploy its own troops.", "silent"),
        ("Northland and Southland each shall withdraw 11 guard posts.", "silent"),
        ("Westland shall withdraw its nuclear weapons from Southland.", "silent"),
        ("Nothing in this declaration affects the right to self-determination.", "silent"),
    ],
)
def test_what_is_said_of_forces(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("troops") == stance


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("All parties shall dissolve UNC.", "UNC", "the command goes"),
        ("All parties shall replace the armistice by a peace agreement.", "armistice", "the armistice ends"),
        ("Southland and Westland shall terminate the alliance.", "alliance", "the alliance ends"),
        ("Westland shall close its bases in Southland.", "bases", "the bases close"),
        ("No party shall station foreign forces in Southland.", "foreign forces", "forces that are there"),
        ("Northland shall act without outside interference.", "outside interference", "foreign forces can"),
        ("All parties shall remove nuclear threats from the Korean Peninsula.", "nuclear threats", "forces that could"),
        ("Northland shall pursue the denuclearization of the Korean Peninsula.", "denuclearization of the Korean Peninsula", "one party alone"),
        ("Westland agrees to consult on the withdrawal of foreign troops.", "withdrawal", "their withdrawal or reduction is put"),
    ],
)  # fmt: skip
def test_what_implies_their_withdrawal(sentence: str, words: str, why: str) -> None:
    text = Text(clause(sentence))
    found = {(text[each.at], each.why) for each in text.facts.troops.implications}
    ((at, reason),) = found

    assert at == words
    assert reason.startswith(why)
    assert text.stance("troops") == "implied"


@pytest.mark.parametrize(
    "sentence",
    [
        "Southland shall close its bases in Southland.",
        "Westland shall build bases in Southland.",
        "Northland shall close the bases.",
        "Westland shall maintain the alliance.",
        "No party shall dissolve UNC.",
        "Northland and Southland shall endeavour to replace the armistice.",
        "All parties commit to the denuclearization of the Korean Peninsula.",
        "Northland shall cease.",
    ],
)
def test_what_implies_nothing(sentence: str) -> None:
    assert Text(clause(sentence)).facts.troops.implications == ()


def test_a_preamble_withdraws_nobody() -> None:
    text = Text("preamble\nclause P1\n  Westland shall withdraw its troops from Southland.")

    assert text.facts.troops.withdrawals == ()
    assert [each.number for each in text.facts.troops.mentions] == ["P1"]


def test_part_of_a_text_does_not_state_what_it_is_silent_on() -> None:
    assert (
        Text(clause("Northland shall open an office."), scope="partial").stance("troops")
        == "not stated"
    )


@pytest.mark.parametrize(
    ("sentence", "here"),
    [
        ("All parties declare that the state of war is ended.", True),
        ("All parties shall replace the armistice by a peace agreement.", True),
        ("All parties shall declare the end of the war.", True),
        ("All parties shall endeavour to transform the armistice into peace.", False),
        (
            "All parties agree to pursue meetings with a view to declaring the end of the war.",
            False,
        ),
    ],
)
def test_whether_the_war_ends_here_or_is_to_end(sentence: str, *, here: bool) -> None:
    (opening, *_) = Text(clause(sentence)).facts.troops.openings

    assert ends_here(opening, VOCABULARY) is here
