"""What lends a party standing among states."""

from __future__ import annotations

import pytest

from .texts import Text


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
    ],
)
def test_who_is_honoured(sentence: str, found: list[tuple[str, bool]]) -> None:
    text = Text(f'actor Eastland "Republic of Eastland"\nclause 1\n  {sentence}')

    assert [(honour.to, honour.lasting) for honour in text.facts.honours] == found


def test_a_recital_promises_nothing() -> None:
    text = Text("preamble\nclause P1\n  Westland shall hold a summit with Northland.")

    assert not text.facts.honours
