from __future__ import annotations

import pytest

from tests.analyses.texts import Text

WAITING = """
clause 1
  {first}
  {label}
clause 2
  Westland shall suspend sanctions.
  {second}
"""


def told(first: str, second: str, label: str = "", more: str = "") -> list[str]:
    text = Text(WAITING.format(first=first, second=second, label=label) + more)
    return [f"{each.number} on {each.awaited}: {each.why}" for each in text.facts.triggers]


DUTY = "Northland shall freeze its reactors."


@pytest.mark.parametrize(
    ("first", "second", "label", "expected"),
    [
        ("Northland may leave.", "after: 1 is complete", "", ["2 on 1 is complete: permitted"]),
        ("Northland should leave.", "if: 1 is complete", "", ["2 on 1 is complete: wished"]),
        (DUTY, "after: 1 is verified", "", ["2 on 1 is verified: unverified"]),
        (DUTY, "after: 1 is verified", "verified by: IAEA", []),
        (DUTY, "after: 1 is complete", "", []),
        (DUTY, "after: 1 is breached", "", []),
        (DUTY, "after: 1 is verified or 2027-01-01", "", []),
    ],
)
def test_what_a_step_hangs_on(first: str, second: str, label: str, expected: list[str]) -> None:
    assert told(first, second, label) == expected


def test_a_sentence_of_the_verifier_s_own_is_enough() -> None:
    named = "clause 3\n  IAEA shall inspect the reactors.\n  verifies: 1\n"
    other = "clause 3\n  IAEA shall inspect the mines.\n  verifies: 2\n"
    unnamed = "clause 3\n  IAEA shall inspect the reactors.\n"

    assert told(DUTY, "after: 1 is verified", more=named) == []
    assert told(DUTY, "after: 1 is verified", more=unnamed) == []
    assert told(DUTY, "after: 1 is verified", more=other) == ["2 on 1 is verified: unverified"]


def test_a_procedure_within_a_clause_may_begin_with_a_right() -> None:
    text = Text(
        """
        clause 1
          (a) Any party may call a meeting.
          (b) Northland shall attend the meeting.
          by: 10 days after 1(a) is complete
        """
    )

    assert text.facts.triggers == ()


def test_a_permission_that_hangs_on_a_permission_is_no_duty() -> None:
    assert told("Northland may leave.", "") == []
    text = Text(
        """
        clause 1
          Northland may leave.
        clause 2
          Southland may leave.
          after: 1 is complete
        """
    )

    assert text.facts.triggers == ()


@pytest.mark.parametrize(
    ("lines", "due", "found"),
    [
        ("", "by: 60 days after signature", 1),
        ("", "by: 60 days after 2 is complete", 0),
        ("", "target: 2027-01-01", 0),
        ("  established: by 30 days after signature\n", "by: 2027-01-01", 0),
    ],
)
def test_a_body_that_must_act_by_a_day(lines: str, due: str, found: int) -> None:
    text = Text(
        f'body Commission "Joint Commission"\n{lines}'
        f"clause 1\n  Commission shall draw the line.\n  {due}\n"
        "clause 2\n  Southland shall open its border.\n"
    )

    assert len(text.facts.undated_bodies) == found
