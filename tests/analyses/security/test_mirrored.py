"""When what one side owes the other and the other owes it are one pledge in two sentences."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text

ONE = "Northland shall not use force against Southland."
OTHER = "Southland shall not use force against Northland."
EXCEPTED = "clause 3\n  Northland may use force against Southland.\n  exception to: 1"


def pledged(one: str, other: str, more: str = "") -> list[tuple[str, tuple[str, ...]]]:
    """Return in which sentences force is given up between several, and between whom."""
    text = Text(f"clause 1\n  {one}\nclause 2\n  {other}\n{more}")
    return [(each.provision.number, each.by) for each in text.facts.non_aggression]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, OTHER),
        (f"{ONE}\n  mirrors: 2", f"{OTHER}\n  note: The same for the other side."),
        (f"{ONE}\n  until: 2030-01-01", f"{OTHER}\n  until: 2030-01-01"),
        (ONE, "Southland shall not use force against the Kingdom of Northland."),
        ("Northland shall not attack Southland.", "Southland shall not attack Northland."),
    ],
)
def test_the_same_owed_by_each_is_owed_by_both(one: str, other: str) -> None:
    assert pledged(one, other) == [
        ("1", ("Northland", "Southland")),
        ("2", ("Southland", "Northland")),
    ]


def test_two_may_stand_on_one_side_of_it() -> None:
    one = "Northland and Westland each shall not use force against Southland."
    other = "Southland shall not use force against Northland or Westland."
    every = ["Northland", "Southland", "Westland"]

    assert [sorted(by) for _, by in pledged(one, other)] == [every, every]
    assert pledged(one.replace("each shall", "jointly shall"), other) == []


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        (ONE, f"{OTHER}\n  until: 2030-01-01", ""),
        (ONE, f"{OTHER}\n  if: 1 begins", ""),
        (ONE, "Southland should not use force against Northland.", ""),
        (ONE, "Southland shall not use armed force against Northland.", ""),
        (ONE, "Southland shall not use force against Westland.", ""),
        ("Northland shall not use force.", "Southland shall not use force.", ""),
        (ONE, OTHER, EXCEPTED),
    ],
)
def test_what_one_of_them_owes_otherwise_is_no_pledge_of_both(
    one: str, other: str, more: str
) -> None:
    assert pledged(one, other, more) == []
