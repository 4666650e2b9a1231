"""Looks by another clause: when they come, whether they are owed, and what they say of days."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timeline import timeline
from tests.analyses.texts import Text

BY_JUNE = "IAEA shall inspect the reactors.\n  verifies: 1\n  by: 2027-06-01"
DISMANTLED = """
clause 1
  Northland shall dismantle its reactors.
  {line}
  mirrors: 3
clause 2
  {inspection}
clause 3
  Westland shall dismantle its harbour.
  by: 150 days after signature
"""


def strength(inspection: str, line: str = "by: 150 days after signature") -> bool:
    """Tell whether 1 is held to be verified by the inspection."""
    facts = Text(DISMANTLED.format(line=line, inspection=inspection)).facts
    assert all(not each.silent or each.by == "2" for each in facts.detection)
    (match,) = [each for each in facts.matches if each.answer.given.number == "1"]
    verified = any(type(each).__name__ == "LessVerified" for each in match.less)
    assert verified == bool(facts.detection)
    return verified


@pytest.mark.parametrize(
    "inspection",
    [
        "IAEA shall inspect the reactors.\n  verifies: 1",
        "IAEA shall inspect the reactors.\n  verifies: 1\n  by: 150 days after signature",
        "IAEA shall inspect the reactors.\n  by: 30 days after 1 is complete",
        "IAEA shall inspect the reactors.\n  verifies: 1\n  every: 30 days",
        "IAEA may inspect the reactors.\n  verifies: 1",
    ],
)
def test_a_look_that_need_not_come_too_early_verifies(inspection: str) -> None:
    assert strength(inspection)


@pytest.mark.parametrize(
    ("inspection", "line"),
    [
        ("IAEA shall inspect the reactors.\n  verifies: 1\n  by: 30 days after signature", ""),
        ("IAEA shall inspect the reactors.\n  on: 30 days after signature", ""),
        ("IAEA shall inspect the reactors.\n  verifies: 1\n  before: 1 begins", ""),
        ("IAEA shall inspect the reactors.\n  verifies: 1", "after: 2 is complete"),
        (
            "IAEA shall inspect the reactors.\n  verifies: 1\n  until: 60 days after signature",
            "",
        ),
    ],
)
def test_a_look_that_is_over_before_the_step_verifies_nothing_of_it(
    inspection: str, line: str
) -> None:
    """Northland uses all its time, and the inspectors have gone."""
    assert not strength(inspection, line or "by: 150 days after signature")


def test_of_two_looks_one_that_comes_after_is_enough() -> None:
    assert strength(
        "IAEA shall inspect the reactors.\n  verifies: 1\n  by: 30 days after signature\n"
        "clause 4\n  Westland shall inspect the reactors.\n  verifies: 1"
    )


def test_what_cannot_be_kept_is_told_without_days() -> None:
    assert strength(
        "IAEA shall inspect the reactors.\n  verifies: 1\n  on: 30 days after signature",
        "on: 60 days after signature",
    )


@pytest.mark.parametrize("modality", ["may", "shall"])
def test_who_verifies_a_step_is_due_by_no_day_for_that(modality: str) -> None:
    made = timeline(
        Text(
            f"""
            clause 1
              Northland shall dismantle its reactors.
              by: 150 days after signature
            clause 2
              Westland {modality} inspect the reactors.
              verifies: 1
              every: 30 days
            """
        ).facts,
        within=30,
    )

    assert [(row.number, row.last, row.due) for row in made.rows if row.number == "2"] == [
        ("2", None, None)
    ]


def test_a_step_is_verified_only_once_the_look_is_complete() -> None:
    """So 3, which waits for that, cannot be over before the look is."""
    facts = Text(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
          before: 2 is complete
        """
    ).facts

    assert [circle.loosely for circle in facts.waiting.circles] == ["in order"]


@pytest.mark.parametrize(
    ("inspection", "late"),
    [
        (
            "IAEA shall inspect the reactors.\n  verifies: 1\n  by: 2027-06-01",
            [("3", "2", "1", 31)],
        ),
        (
            "IAEA shall inspect the reactors.\n  verifies: 1\n  every: 9 days\n  by: 2027-06-01",
            [("3", "2", "1", 31)],
        ),
        ("IAEA shall inspect the reactors.\n  verifies: 1\n  by: 2027-05-01", []),
        # Nobody need use a right by its day, and another line names who verifies.
        ("IAEA may inspect the reactors.\n  verifies: 1\n  by: 2027-06-01", []),
        (
            BY_JUNE + "\nclause 4\n  Westland shall inspect the reactors.\n  verifies: 1",
            [],
        ),
    ],
)
def test_what_waits_for_a_proof_is_not_due_before_the_look(
    inspection: str, late: list[tuple[str, str, str, int]]
) -> None:
    facts = Text(
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2027-03-01
        clause 3
          Westland shall suspend sanctions.
          after: 1 is verified
          by: 2027-05-01
        clause 2
          """
        + inspection.replace("\n", "\n        ")
    ).facts

    assert [
        (each.number, other.moment.of, other.seen, other.days)
        for each in facts.overtaken
        for other in each.others
    ] == late
