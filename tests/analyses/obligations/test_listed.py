from __future__ import annotations

import pytest

from tests.analyses.texts import Text

OPERATE = "Northland shall operate its reactors."
BAN = "Northland shall not operate nuclear facilities."
OPEN = "reactors, centrifuges"


def told(
    definition: str, first: str, second: str, *, term: str = "nuclear facilities"
) -> list[str]:
    """Return the conflicts of two clauses beside one definition, with the term that tells them."""
    clauses = f"clause 1\n  {first}\nclause 2\n  {second}\n".replace("; ", "\n  ")
    text = Text(clauses, head=f'define "{term}"\n  {definition}\n')
    return [
        f"{each.what} {each.grade}: {each.norm.number} against {each.against[0].number}"
        for each in text.facts.conflicts
        if each.term == term
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (BAN, OPERATE, ["forbidden certain: 2 against 1"]),
        (OPERATE, BAN, ["forbidden certain: 1 against 2"]),
        (BAN, "Northland may operate centrifuges.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland may operate 2 reactors.", ["forbidden narrower: 2 against 1"]),
        (BAN, "Northland shall dismantle its reactors.", []),
        (BAN, "Southland shall operate its reactors.", []),
        (BAN, f"{OPERATE}; exception to: 1", []),
        ("Northland shall not operate reactors.", "Northland may operate nuclear facilities.", []),
        (
            "No inspection of nuclear facilities shall take place.",
            "IAEA shall inspect the reactors of Northland.",
            ["forbidden certain: 2 against 1"],
        ),
        (
            "Northland shall freeze its nuclear facilities.",
            OPERATE,
            ["exclusive certain: 2 against 1"],
        ),
        (
            OPERATE,
            "Northland shall freeze its nuclear facilities.",
            ["exclusive certain: 2 against 1"],
        ),
        (
            "Northland shall dismantle its nuclear facilities.; by: 2027-06-01",
            f"{OPERATE}; from: 2028-01-01",
            ["exclusive certain: 2 against 1"],
        ),
        (
            "Northland shall dismantle its nuclear facilities.; by: 2030-06-01",
            f"{OPERATE}; until: 2028-01-01",
            [],
        ),
        (
            "Northland shall freeze its nuclear facilities.",
            "Northland may operate its reactors.",
            ["emptied in part: 2 against 1"],
        ),
        (
            "Northland shall dismantle its nuclear facilities.; by: 2027-06-01",
            "Northland may operate its reactors.; from: 2028-01-01",
            ["emptied gone: 2 against 1"],
        ),
        ("Northland shall dismantle 2 nuclear facilities.", OPERATE, []),
        (
            "Northland shall withdraw all nuclear facilities.",
            "Northland shall deploy reactors.",
            ["exclusive certain: 2 against 1"],
        ),
        (
            "Northland shall withdraw all nuclear facilities.",
            "Northland may deploy reactors.",
            ["emptied in part: 2 against 1"],
        ),
        # What ends one of them leaves the others, and one listed thing is no other.
        (
            "Northland shall operate its nuclear facilities.",
            "Northland shall close its reactors.",
            [],
        ),
        ("Northland shall freeze its reactors.", "Northland shall operate its centrifuges.", []),
    ],
)
def test_what_is_listed_is_of_the_kind(first: str, second: str, expected: list[str]) -> None:
    assert told(f"includes: {OPEN}", first, second) == expected


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        ("means: the reactors and any centrifuges", True),
        ("includes: centrifuges; reactors", True),
        ('includes: reactors\n  note: "as listed in 1994"', True),
        ("includes: reactors of more than 10 MW, centrifuges", False),
        ("includes: reactors in the valley", False),
        ("includes: research reactors", False),
        ("includes: reactors, other than research reactors", False),
        ('includes: "reactors and centrifuges"', False),
        ("includes: centrifuges", False),
        ("includes: centrifuges, and", False),
    ],
)
def test_only_what_a_definition_lists_in_bare_words(definition: str, *, expected: bool) -> None:
    assert bool(told(definition, BAN, OPERATE)) is expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Nuclear Facilities", True),
        ("offensive weapons", True),
        ("declared facilities", False),
        ("Southland facilities", False),
        ("Hilltop facilities", False),
        ("reactors", False),
    ],
)
def test_a_term_that_is_of_some_alone_is_not_all_it_lists(term: str, *, expected: bool) -> None:
    ban = f"Northland shall not operate {term}."
    assert bool(told(f"includes: {OPEN}", ban, OPERATE, term=term)) is expected
