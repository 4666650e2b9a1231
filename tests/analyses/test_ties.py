"""What a step is given for, and what it waits for."""

from __future__ import annotations

import pytest

from clausecheck.analyses.ties import Awaited, awaited, is_conditional, needed
from clausecheck.model.reading import Provision

from .texts import Text, clause

BEFORE = """\
event first step
  when: later of 2 is complete, first step
event day
  when: outside this text, "the vote"
event vote
  when: 2 is complete
  otherwise: UN shall decide within 30 days.
clause 2
  Northland shall freeze its reactors.
clause 3
  Northland shall close its reactors.
  in return for: 4
clause 4
  Southland shall suspend broadcasts.
"""
SUSPEND = "Southland shall suspend sanctions."


def step(*lines: str) -> tuple[Text, Provision]:
    text = Text(BEFORE + clause(SUSPEND, *lines))
    return text, text.facts.clauses[0].provisions[0]


@pytest.mark.parametrize(
    ("line", "tied"),
    [
        ("in return for: 2", True),
        ("mirrors: 2", True),
        ("in parallel with: 2 begins", True),
        ("after: 2 is verified", True),
        ("together with: 2 begins", True),
        ("by: 30 days after first step", True),
        ("by: 30 days after signature", False),
        ("after: 2027-01-01", False),
        ("after: day", True),
        ('after: "the vote"', False),
        ('if: "progress is made"', False),
    ],
)
def test_a_step_is_tied_to_another(line: str, *, tied: bool) -> None:
    text, provision = step(line)

    assert text.facts.tied(provision) == tied


def test_an_exchange_binds_both_whichever_says_so() -> None:
    text, _ = step()

    assert dict(text.facts.counterparts) == {"3": ("4",), "4": ("3",)}


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("after: 2 is verified", {Awaited("2", "is verified")}),
        ("after: first step", {Awaited("2", "is complete")}),
        ("after: day", set()),
        ("before: 2 begins", set()),
        ('after: "the vote"', set()),
    ],
)
def test_what_a_step_waits_for_directly_or_by_an_event(line: str, steps: set[Awaited]) -> None:
    text, provision = step(line)

    assert awaited(provision, text.facts.reading, "after") == steps


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("starts: by 30 days after 2 is complete", {Awaited("2", "is complete")}),
        ("starts: 30 days before 2 is complete", set()),
        ("after: 2 is complete or 2028-01-01", set()),
        ("after: earlier of 2 is complete, first step", {Awaited("2", "is complete")}),
        ("after: 2 is complete and 2028-01-01", {Awaited("2", "is complete")}),
        ("after: first step", {Awaited("2", "is complete")}),
        ("after: vote", set()),
        ("after: day", set()),
    ],
)
def test_what_a_step_cannot_come_without(line: str, steps: set[Awaited]) -> None:
    text, provision = step(line)

    assert needed(provision, text.facts.reading, "after", "starts") == steps


@pytest.mark.parametrize(
    ("line", "conditional"),
    [
        ('if: "progress is made"', True),
        ("until: 2030-01-01", True),
        ("by: 2030-01-01", False),
        ("unless: none", False),
    ],
)
def test_a_step_hangs_on_a_condition(line: str, *, conditional: bool) -> None:
    assert is_conditional(step(line)[1]) == conditional
