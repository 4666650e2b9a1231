"""Which hostile acts short of war a text ends, and whether peace is owed."""

from __future__ import annotations

import pytest

from clausecheck.analyses.security.conduct import Manner
from tests.analyses.texts import Text, clause

CEASE = "Northland and Southland shall cease"


@pytest.mark.parametrize(
    ("sentence", "words", "manner"),
    [
        (f"{CEASE} shelling.", "shelling", "listed"),
        (f"{CEASE} all hostile acts.", "hostile acts", "soft"),
        (f"{CEASE} armed aggression.", "armed aggression", "soft"),
        ("Northland and Southland should cease shelling.", "shelling", "soft"),
        ("Northland shall not infiltrate the South.", "infiltrate", "listed"),
        ("Northland shall not commit sabotage.", "sabotage", "listed"),
    ],
)
def test_hostile_acts_that_end(sentence: str, words: str, manner: Manner) -> None:
    text = Text(clause(sentence))
    (found,) = text.facts.conduct.ended

    assert (text[found.at], found.manner) == (words, manner)


@pytest.mark.parametrize(
    "sentence",
    [
        "Northland shall report acts of terrorism to UN.",
        "Northland may cease shelling.",
        "Northland shall cease exports of coal.",
    ],
)
def test_what_ends_no_hostile_act(sentence: str) -> None:
    assert Text(clause(sentence)).facts.conduct.ended == ()


def test_a_defined_word_lists_the_acts() -> None:
    definition = 'define "{}"\n  means: shelling, mine laying\n'
    cease = clause(f"{CEASE} all hostile acts.")

    assert Text(definition.format("hostile act") + cease).stance("provocations") == "listed"
    assert Text(definition.format("fish farm") + cease).stance("provocations") == "soft"


@pytest.mark.parametrize(
    ("lines", "stance"),
    [
        ((f"{CEASE} shelling.", "if breached: Westland may suspend the talks."), "listed-with-breach"),
        ((f"{CEASE} shelling.",), "listed"),
        (("All parties shall meet.",), "none"),
    ],
)  # fmt: skip
def test_the_stance_on_provocations(lines: tuple[str, ...], stance: str) -> None:
    assert Text(clause(*lines)).stance("provocations") == stance


@pytest.mark.parametrize(
    ("own", "stance"),
    [
        ("Westland may suspend the talks.\n  if: 1 is breached", "listed-with-breach"),
        ("Westland may suspend the talks in the event of a breach.", "listed-with-breach"),
        ("Westland may suspend the talks.\n  if: 3 is breached", "listed"),
    ],
)
def test_a_clause_of_its_own_says_what_follows(own: str, stance: str) -> None:
    third = "clause 3\n  Northland shall freeze its reactors."
    text = Text(f"{clause(f'{CEASE} shelling.')}\nclause 2\n  {own}\n{third}")

    assert text.stance("provocations") == stance


def test_a_part_states_no_stance_and_a_preamble_ends_nothing() -> None:
    assert Text(clause("All parties shall meet."), scope="partial").stance("provocations") == (
        "not stated"
    )
    assert Text("preamble\n" + clause(f"{CEASE} shelling.")).facts.conduct.ended == ()


@pytest.mark.parametrize(
    ("sentence", "owed"),
    [
        ("Northland and Southland will build a peace regime.", ["peace regime"]),
        ("Northland and Southland shall not use force.", ["force"]),
        ("Northland and Southland should not use force.", []),
        ("Northland and Southland intend to build a peace regime.", []),
        ("Northland and Southland share the view that peace serves all.", []),
    ],
)
def test_where_peace_is_owed(sentence: str, owed: list[str]) -> None:
    text = Text(clause(sentence))

    assert [text[at] for at in text.facts.conduct.peace] == owed
