"""What another clause forbids until a step has come waits for that step."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text


def barred(body: str) -> list[str]:
    """Return what waits so, with what it waits for and the clause that bars it."""
    return [
        f"{wait.waiting.of} until {' or '.join(map(str, wait.on))} by {wait.by.by}"
        for wait in Text(body).facts.waiting.waits
        if wait.by is not None
    ]


@pytest.mark.parametrize(
    ("ban", "expected"),
    [
        (
            "Westland shall not lift sanctions.\n  until: 2 is complete",
            ["3 until 2 is complete by 1"],
        ),
        ("Westland shall maintain sanctions.\n  until: 2 begins", ["3 until 2 begins by 1"]),
        ("No party shall lift sanctions.\n  until: 2 is complete", ["3 until 2 is complete by 1"]),
        (
            "Westland shall not lift sanctions.\n  until: later of 2 is complete, 2027-06-01",
            ["3 until 2 is complete by 1", "3 until the calendar by 1"],
        ),
        ("Westland shall not lift sanctions.\n  until: 2027-06-01", []),
        ("Westland should not lift sanctions.\n  until: 2 is complete", []),
        ("Southland shall not lift sanctions.\n  until: 2 is complete", []),
        ("Westland shall not open its border.\n  until: 2 is complete", []),
        ('Westland shall not lift sanctions.\n  until: 2 is complete\n  if: "it snows"', []),
        ("Westland shall not lift sanctions.\n  until: 2 is complete\n  after: 2 begins", []),
        (
            "Westland shall not lift sanctions.\n  until: 2 is complete\n  unless permitted by: UN",
            [],
        ),
        ("Westland shall not lift sanctions.\n  until: 2 is complete\n  subject to: 3", []),
    ],
)
def test_what_a_ban_keeps_back_until_a_step_has_come(ban: str, expected: list[str]) -> None:
    body = f"clause 1\n  {ban}\nclause 2\n  Northland shall freeze its reactors.\n"

    assert barred(f"{body}clause 3\n  Westland shall lift sanctions.\n") == expected


def test_who_waits_for_an_act_that_is_forbidden_waits_for_the_end_of_the_ban() -> None:
    body = "clause 1\n  Westland shall not lift sanctions.\n  until: 2 is complete\nclause 2\n"
    waiting = f"{body}  Northland shall freeze its reactors.\n  if: Westland lifts sanctions\n"

    assert barred(waiting) == ["2 until 2 is complete by 1"]
    # It is the clause that asks for the act that waits for the end of the ban.
    asked = f"{waiting}clause 3\n  Westland shall lift sanctions.\n"
    assert barred(asked) == ["3 until 2 is complete by 1"]


def test_a_right_does_not_wait() -> None:
    body = "clause 1\n  Westland shall not lift sanctions.\n  until: 2 is complete\nclause 2\n"
    body += "  Northland shall freeze its reactors.\nclause 3\n  Westland may lift sanctions.\n"

    assert barred(body) == []
