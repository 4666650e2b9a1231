"""The steps of peace, what they wait for, and when complete disarmament is asked for."""

from __future__ import annotations

import pytest

from clausecheck.analyses.security import peace
from tests.analyses.texts import Text, clause

ALL = "Northland shall eliminate all nuclear weapons."


@pytest.mark.parametrize(
    ("sentence", "complete"),
    [
        (ALL, True),
        ("Northland shall eliminate its nuclear weapons.", True),
        ("Northland commits to work toward complete denuclearization.", True),
        ("Northland shall eliminate 5 nuclear weapons.", False),
        ("Northland shall eliminate its missiles.", False),
    ],
)
def test_what_is_complete_disarmament(sentence: str, *, complete: bool) -> None:
    facts = Text(clause(sentence)).facts
    found = peace.complete_disarmament(facts.disarmament, facts.vocabulary)

    assert bool(found) == complete


@pytest.mark.parametrize(
    ("line", "gate"),
    [
        ("after: 2 is verified", "waits"),
        ("by: 30 days after 2 is complete", "waits"),
        ("if: Northland eliminates all nuclear weapons", "waits"),
        ("if: Northland has eliminated its nuclear weapons", "waits"),
        ("if: Northland eliminates 10 nuclear weapons", "free"),
        ("if: Northland freezes its reactors", "free"),
        ("if: Northland begins to eliminate its nuclear weapons", "not told"),
        ('if: "Northland has eliminated all nuclear weapons"', "not told"),
        ('after: "Northland has done enough"', "not told"),
        ("after: disarmament day", "not told"),
        ("after: election day", "free"),
        ("unless: Northland keeps nuclear weapons", "not told"),
        ('unless: "Northland misbehaves"', "free"),
        ("by: 2027-01-01", "free"),
    ],
)
def test_whether_a_step_waits_for_complete_disarmament(line: str, gate: str) -> None:
    text = Text(
        "event disarmament day\n  when: Northland eliminates all nuclear weapons\n"
        'event election day\n  when: outside this text, "the vote"\n'
        + clause("Southland shall suspend sanctions.", line)
        + f"\nclause 2\n  {ALL}\n"
    )
    facts = text.facts
    complete = peace.complete_disarmament(facts.disarmament, facts.vocabulary)
    step = facts.sanctions.relief[0].provision

    assert peace.gate(step, complete, facts.reading, facts.vocabulary, facts.promised) == gate


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("by: 2 years after signature", 731),
        ("before: 30 days after entry into force", 30),
        ("by: 2029-03-01", 2 * 366 + 2 * 31),
        ("by: 2 years after 2 is complete", None),
        ("by: 2 years before signature", None),
        ('by: "soon"', None),
        ("target: 2029-03-01", None),
    ],
)
def test_when_a_step_is_due(line: str, days: int | None) -> None:
    text = Text(
        clause(ALL, line) + "\nclause 2\n  All parties shall meet.", head="date: 2027-01-01"
    )
    due = peace.days_until(text.facts.disarmament.steps[0], text.facts.reading)

    assert (due[0] if due else None) == days


def test_a_day_counts_from_nowhere_in_a_text_without_a_date() -> None:
    text = Text(clause(ALL, "by: 2029-03-01"))

    assert peace.days_until(text.facts.disarmament.steps[0], text.facts.reading) is None


@pytest.mark.parametrize(
    ("sentence", "outside"),
    [
        ("Northland shall open a liaison office.", True),
        ("Northland shall install a hotline.", True),
        ("Northland shall not deploy troops.", True),
        ("Northland may open a liaison office.", False),
        ("Northland shall freeze its reactors.", False),
        ("Northland should open a liaison office.", False),
    ],
)
def test_what_is_outside_the_nuclear_file(sentence: str, *, outside: bool) -> None:
    assert bool(list(peace.outside_the_nuclear_file(Text(clause(sentence)).facts.reading))) == (
        outside
    )


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("All parties shall hold negotiations.", True),
        ("Northland shall freeze its reactors.", True),
        ("All parties share the view that denuclearization serves peace.", True),
        ("All parties shall respect the border.", False),
    ],
)
def test_what_leads_on(sentence: str, *, leads: bool) -> None:
    facts = Text(clause(sentence)).facts

    assert bool(list(peace.leads_on(facts.reading, facts.vocabulary))) == leads
