"""What lends a party standing among states."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Westland shall support the admission of Northland to UN.", [("Northland", True)]),
        ("Westland shall hold a summit with Northland.", [("Northland", False)]),
        ("Westland shall invite the President of Northland.", [("Northland", False)]),
        ("Westland shall invite Northland.", []),
        ("Westland shall hold a summit.", []),
        ("Westland shall discuss a summit with Northland.", []),
        ("Northland and Westland shall support the membership of Northland in UN.", []),
        ("Westland shall support the membership of Eastland in UN.", []),
        ("Westland should support the membership of Northland in UN.", []),
        ("Westland may support the membership of Northland in UN.", []),
        ("Westland shall meet the President of Northland.", []),
        (
            "Westland shall support the entry of Northland into the World Bank.",
            [("Northland", True)],
        ),
        (
            "Westland shall not oppose the entry of Northland into development banks.",
            [("Northland", True)],
        ),
        ("Westland shall invite the leader of Northland.", [("Northland", False)]),
        ("Westland shall not support the entry of Northland into the World Bank.", []),
        ("Westland shall allow the entry of ships of Northland into its ports.", []),
    ],
)
def test_who_is_honoured(sentence: str, found: list[tuple[str, bool]]) -> None:
    text = Text(f'actor Eastland "Republic of Eastland"\nclause 1\n  {sentence}')

    assert [(honour.to, honour.lasting) for honour in text.facts.honours] == found


def test_a_recital_promises_nothing() -> None:
    text = Text("preamble\nclause P1\n  Westland shall hold a summit with Northland.")

    assert not text.facts.honours


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Westland recognises Northland as a nuclear-weapon state.", "nuclear-weapon state"),
        ("Westland acknowledges that Northland is a nuclear power.", "nuclear power"),
        ("All parties recognise Northland as a nuclear-armed state.", "nuclear-armed state"),
        ("Westland shall accept Northland's nuclear status.", "nuclear status"),
        (
            "Westland shall accept the possession of nuclear weapons by Northland.",
            "nuclear weapons",
        ),
        (
            "Westland recognises that the nuclear weapons of Northland are legitimate.",
            "nuclear weapons",
        ),
        (
            "Westland recognises the right of Northland to possess nuclear weapons.",
            "nuclear weapons",
        ),
        (
            "Westland recognises Northland as a state that possesses nuclear weapons.",
            "nuclear weapons",
        ),
        ("Westland affirms that Northland has nuclear weapons.", None),
        ("Westland recognises the right of Northland to nuclear energy.", None),
        ("Westland recognises the legitimacy of the concerns of Northland.", None),
        ("Westland recognises that Northland is not a nuclear-weapon state.", None),
        ("Westland affirms that Northland cannot be recognised as a nuclear-weapon state.", None),
        ("Westland shall not recognise Northland as a nuclear-weapon state.", None),
        ("Nothing in this treaty recognises Northland as a nuclear-weapon state.", None),
        ("Northland shall accede to the treaty as a non-nuclear-weapon state.", None),
        ("Northland declares that Northland is a nuclear-weapon state.", None),
        ("Northland and Southland recognise Eastland as a nuclear-weapon state.", None),
        ("Westland shall supply nuclear power to Northland.", None),
    ],
)
def test_whose_arsenal_is_called_rightful(sentence: str, found: str | None) -> None:
    eastland = 'party Eastland "Russian Federation"'
    text = Text(f"{eastland}\nclause 1\n  {sentence}")

    assert [text[each.mention.span] for each in text.facts.honours] == ([found] if found else [])


def test_a_title_in_a_recital_is_worth_a_look() -> None:
    text = Text("preamble\nclause P1\n  Westland recognises Northland as a nuclear-weapon state.")

    assert [each.lasting for each in text.facts.honours] == [False]
