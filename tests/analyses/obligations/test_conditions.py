from __future__ import annotations

import pytest

from clausecheck.analyses.obligations.conditions import promised
from tests.analyses.texts import VOCABULARY, Text


def asked_for(condition: str, *duties: str) -> list[tuple[str, ...]]:
    """Return the clauses that ask for what clause 1 has as its condition, act by act."""
    lines = ["clause 1", "  Southland shall leave the valley.", f"  if: {condition}"]
    for number, duty in enumerate(duties, start=2):
        lines += [f"clause {number}", f"  {duty}"]
    facts = Text("\n".join(lines)).facts
    found = promised(facts.reading, VOCABULARY, facts.norms)
    return [numbers for groups in found.values() for numbers in groups]


@pytest.mark.parametrize(
    ("condition", "duty", "expected"),
    [
        ("Northland freezes its reactors", "Northland shall freeze its reactors.", [("2",)]),
        ("Northland has first frozen its reactors", "Northland shall freeze its reactors.", [("2",)]),
        ("Westland suspends sanctions", "Westland shall suspend sanctions on coal exports.", [("2",)]),
        ("Westland suspends sanctions on coal exports", "Westland shall suspend sanctions.", [("2",)]),
        ("Northland tests missiles", "Northland shall not test missiles.", []),
        ("Northland does not freeze its reactors", "Northland shall freeze its reactors.", []),
        ("Northland freezes or closes its reactors", "Northland shall freeze its reactors.", []),
        ("Northland freezes its reactors", "Northland shall freeze or close its reactors.", []),
        ("Northland freezes its reactors", "Northland may freeze its reactors.", []),
        ("Northland freezes its reactors", "Northland should freeze its reactors.", []),
        ("Northland freezes its reactors", "Westland shall freeze its reactors.", []),
        ("Northland withdraws its missiles", "Northland shall withdraw its troops.", []),
        ("Northland opens the border in winter", "Northland shall open the road.", []),
        ("Northland", "Northland shall freeze its reactors.", []),
        ("the talks go on", "Northland shall freeze its reactors.", []),
        ('"Northland freezes its reactors"', "Northland shall freeze its reactors.", []),
    ],
)  # fmt: skip
def test_an_act_that_a_clause_asks_for(
    condition: str, duty: str, expected: list[tuple[str, ...]]
) -> None:
    assert asked_for(condition, duty) == expected


def test_each_act_of_a_condition_is_waited_for_if_it_is_asked_for() -> None:
    both = "Northland closes its reactors and the border"
    reactors, border = "Northland shall close its reactors.", "Northland shall close the border."

    assert asked_for(both, reactors, border) == [("2",), ("3",)]
    assert asked_for(both, reactors) == [("2",)]


def test_one_of_several_clauses_is_enough() -> None:
    stages = ("Northland shall close its reactors.", "Northland shall close one of its reactors.")

    assert asked_for("Northland closes its reactors", *stages) == [("2", "3")]


def test_a_condition_that_is_the_step_itself_waits_for_nothing() -> None:
    waiting = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          if: Northland freezes its reactors
        """
    ).facts.waiting

    assert waiting.circles == ()
