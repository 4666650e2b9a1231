"""Answers that need never come: what is given for them stays given."""

from __future__ import annotations

import pytest

from clausecheck.analyses.exchange.hanging import Hanging
from clausecheck.analyses.timeline import timeline
from tests.analyses.texts import Text

GIVEN_FIRST = """
clause 1
  Northland shall dismantle its reactors.
  by: 60 days after signature
  in return for: 2
clause 2
  Westland {modality} suspend sanctions.
  {line}
  by: 30 days after signature
clause 3
  Westland shall open its border.
  by: 10 days after signature
clause 4
  Westland may close its embassy.
event the harvest
  when: 2027-03-01
"""


def exposed(body: str) -> list[tuple[str, str, str, int | None, Hanging | None]]:
    return [
        (
            each.party,
            each.answer.given.number,
            each.answer.gained.number,
            each.gap.days,
            each.hanging,
        )
        for each in timeline(Text(body).facts, within=30).exposures
    ]


@pytest.mark.parametrize(
    ("modality", "line", "hangs"),
    [
        # By its own day the answer comes a month before the step: but it may fail to.
        ("shall", 'if: "Westland is satisfied"', "on a condition"),
        ("shall", "if: Westland is satisfied", "on a condition"),
        ("shall", 'unless: "the security of Westland requires otherwise"', "on a condition"),
        ("shall", "unless: 3 is complete", "on a condition"),
        ("shall", "if: 4 begins", "on a condition"),
        ("shall", "if: 3 is breached", "on a condition"),
        ("shall", 'if: outside this text, "the parliament agrees"', "on a condition"),
        # Northland could, but nothing asks it to, and it has given enough.
        ("shall", 'if: "Northland has improved human rights"', "on a condition"),
        ("shall", "if: Northland returns the remains", "on a condition"),
        # Whoever is to agree may refuse.
        ("shall", "with consent of: Southland", "on a condition"),
        ("shall", "with consent of: Northland, Southland", "on a condition"),
        ("may", "note: as it likes", "on a choice"),
        ("should", "note: as it likes", "on a choice"),
        ("shall endeavour to", "note: as it can", "on a choice"),
        # What is owed, what comes by itself, and what Northland itself does is no such condition.
        ("shall", "with consent of: Northland, Westland", None),
        ("shall", "with consent of: unknown", None),
        ("shall", "if: 3 is complete", None),
        ("shall", "if: earlier of 3 is complete, 4 begins", None),
        ("shall", "if: Westland opens its border", None),
        ("shall", "if: the harvest", None),
        ("shall", "if: 2027-03-01", None),
        ("shall", "if: entry into force", None),
        ("shall", "if: Northland complies with 1", None),
        ("shall", 'if: "Northland has dismantled its reactors"', None),
        ("shall", "if: Northland requests it", None),
        ("shall", "unless: 1 is breached", None),
        ("shall", 'unless: "Northland resumes its tests"', None),
        ("shall", "if: none", None),
        ("shall", "note: without condition", None),
    ],
)
def test_an_answer_that_may_fail_to_come_is_open_whatever_its_day(
    modality: str, line: str, hangs: Hanging | None
) -> None:
    found = exposed(GIVEN_FIRST.format(modality=modality, line=line))

    assert [each for each in found if each[0] == "Northland"] == (
        [("Northland", "1", "2", None, hangs)] if hangs is not None else []
    )


@pytest.mark.parametrize("line", ["after: 2 is complete", "by: 30 days after 2 is complete"])
def test_who_need_not_give_before_it_is_answered_is_not_exposed(line: str) -> None:
    assert (
        exposed(
            f"""
            clause 1
              Northland shall dismantle its reactors.
              {line}
              in return for: 2
            clause 2
              Westland may suspend sanctions.
            """
        )
        == []
    )


def test_an_answer_that_is_asked_for_upon_the_step_itself_is_sure() -> None:
    """The condition is what Northland gives: Westland then has its 20 days."""
    found = exposed(
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 60 days after signature
          in return for: 2
        clause 2
          Westland shall suspend sanctions.
          if: 1 is complete
          by: 20 days after 1 is complete
        """
    )

    assert found == [("Northland", "1", "2", 20, None)]


def test_of_two_that_are_both_only_wished_for_neither_is_bound_to_give() -> None:
    assert (
        exposed(
            """
            clause 1
              Northland should dismantle its reactors.
              by: 30 days after signature
              in return for: 2
            clause 2
              Westland should suspend sanctions.
              by: 30 days after signature
            """
        )
        == []
    )


def test_what_only_may_come_after_a_step_is_not_called_its_answer() -> None:
    body = """
        clause 1
          Northland shall dismantle its reactors.
          by: 30 days after signature
        clause 2
          Westland may inspect the harbour.
          after: 1 is complete
        """

    assert exposed(body) == []
    assert Text(body).facts.answering == ()


def test_an_optional_step_of_a_procedure_is_owed_by_nobody() -> None:
    found = exposed(
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 30 days after signature
          in return for: 2(step 2)
        clause 2
          step 1 Westland shall open its border.
          by: 20 days after signature
          step 2 (optional) Westland shall suspend sanctions.
          by: 30 days after signature
        """
    )

    assert found == [("Northland", "1", "2(step 2)", None, "on a choice")]


# ── What ends by itself ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("term", "answered", "exposed_"),
    [(20, 300, False), (20, 40, False), (30, 300, False), (31, 300, True), (31, 40, True)],
)
def test_what_is_over_by_itself_in_time_is_not_exposed(
    term: int,
    answered: int,
    exposed_: bool,  # noqa: FBT001 - what is expected
) -> None:
    (found,) = timeline(
        Text(
            f"""
                clause 1
                  Northland shall suspend missile tests.
                  by: 30 days after signature
                  for: {term} days
                  reversible: by Northland within 90 days
                  in return for: 2
                clause 2
                  Westland shall suspend sanctions.
                  by: {answered} days after signature
                """
        ).facts,
        within=30,
    ).exposures

    assert (found.party, found.lasts, found.holds(30)) == ("Northland", term, exposed_)


def test_no_verdict_hangs_on_the_time_to_undo_what_ends_by_itself() -> None:
    made = timeline(
        Text(
            """
            clause 1
              Westland shall suspend sanctions.
              by: 30 days after signature
              for: 20 days
              in return for: 2
            clause 2
              Northland shall dismantle its reactors.
              by: 300 days after signature
            """
        ).facts,
        within=25,
    )

    assert [(each.party, each.holds(25)) for each in made.exposures] == [("Westland", False)]
    assert (made.hinges, made.worst) == ((), ())


def test_what_takes_the_consent_of_another_may_never_bind_nor_what_counts_from_it() -> None:
    made = timeline(
        Text(
            """
            clause 1
              Northland shall open the pipeline.
              with consent of: Eastland
              by: 60 days after signature
            clause 2
              Southland shall pay 10 million US dollars to Northland.
              by: 30 days after 1 is complete
            clause 3
              Southland shall open the harbour.
              with consent of: Southland
              by: 60 days after signature
            actor Eastland "Republic of Eastland"
            """
        ).facts,
        within=30,
    )

    assert made.conditional == ("1", "2")
