"""Where one side is bound less than the other."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text

FREEZE = "Northland shall freeze its reactors."


def weaker(body: str) -> list[tuple[str, str]]:
    """Return each weaker sentence with the firmer one."""
    return [(pair.soft.number, pair.firm.number) for pair in Text(body).facts.imbalances]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Southland intends to open its borders.", True),
        ("Southland will open its borders.", True),
        ("Southland will not close its borders.", True),
        ("Southland shall not close its borders.", False),
        ("Southland may close its borders.", False),
        ("Westland and Southland intend to open their borders.", False),
        ("IAEA will inspect the reactors.", False),
    ],
)
def test_all_that_one_party_bears_alone_is_weaker(sentence: str, *, found: bool) -> None:
    body = f"clause 1\n  {FREEZE}\nclause 2\n  {sentence}"

    assert weaker(body) == ([("2", "1")] if found else [])


def test_one_firm_duty_is_enough_and_a_preamble_has_none() -> None:
    body = """
        preamble
        clause P1
          Northland shall seek peace.
        clause 1
          Northland commits to freeze its reactors.
        clause 2
          Southland agrees to open its borders.
        clause 3
          Southland intends to close its camps.
        """

    assert weaker(body) == []


@pytest.mark.parametrize("label", ["in return for: 1", "mirrors: 1 to 2"])
def test_two_sentences_of_one_bargain(label: str) -> None:
    body = f"""
        clause 1
          {FREEZE}
        clause 2
          Southland shall open its borders.
        clause 3
          Southland will lift its sanctions.
          {label}
        """

    assert weaker(body) == [("3", "1")]


def test_a_bargain_with_another_text_or_with_both_is_not_weighed() -> None:
    body = """
        clause 1
          Northland and Southland shall meet.
        clause 2
          Southland shall open its borders.
        clause 3
          Southland will lift its sanctions.
          in return for: 1, valley-treaty 1
        """

    assert weaker(body) == []
