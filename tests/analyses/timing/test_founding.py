from __future__ import annotations

import pytest

from clausecheck.analyses.timing.founding import SetUpLate
from tests.analyses.texts import Text

DATED = "date: 2027-01-01"


def late(lines: str, body: str, head: str = DATED) -> list[tuple[str, int, bool, bool]]:
    text = Text(f'body Commission "Joint Commission"\n{lines}\n{body}', head=head)
    return [(each.number, each.days, each.more, each.certain) for each in text.facts.set_up_late]


DRAWS = "clause 1\n  Commission shall draw the line.\n  {}\n"


@pytest.mark.parametrize(
    ("established", "due", "head", "expected"),
    [
        # Signature is 1 January 2027: 60 days later it is 2 March.
        ("by 2027-03-02", "by: 60 days after signature", DATED, []),
        ("by 2027-03-03", "by: 60 days after signature", DATED, [("1", 1, False, False)]),
        ("2027-03-03", "by: 2027-03-02", DATED, [("1", 1, False, True)]),
        ("on 2027-03-03", "on: 2027-03-02", DATED, [("1", 1, False, True)]),
        ("by 60 days after signature", "by: 2027-03-01", DATED, [("1", 1, False, False)]),
        ("by 60 days after signature", "target: 2027-02-01", DATED, []),
        # Two months are 59 days at the least.
        ("by 2 months after signature", "by: 58 days after signature", "", [("1", 1, True, False)]),
        ("by 2 months after signature", "by: 59 days after signature", "", []),
        # Nobody knows when it enters into force.
        ("by 2027-06-01", "by: 30 days after entry into force", "entry into force: exchange of instruments", []),
        ("by later of 2027-05-01, 2027-06-01", "by: 2027-05-02", DATED, [("1", 30, False, False)]),
        ("by earlier of 2027-05-01, 2027-06-01", "by: 2027-05-02", DATED, []),
        ("later of 2027-05-01, 30 days after signature", "by: 2027-04-30", DATED, [("1", 1, False, True)]),
        ("later of 2027-05-01, 30 days after signature", "by: 2027-04-30", "", []),
        ("by later of 2027-05-01, 1 is complete", "by: 2027-04-30", "", []),
        ('"in due course"', "by: 2027-03-01", DATED, []),
        ("unknown", "by: 2027-03-01", DATED, []),
    ],
)  # fmt: skip
def test_a_body_that_acts_before_it_need_be_there(
    established: str, due: str, head: str, expected: list[tuple[str, int, bool, bool]]
) -> None:
    assert late(f"  established: {established}", DRAWS.format(due), head) == expected


FOUND = """
clause {}
  Northland and Southland shall establish Commission.
  {}
"""


def test_a_body_is_there_once_it_is_set_up_by_a_clause() -> None:
    draws = DRAWS.format("by: 2027-03-01")

    assert late("", draws + FOUND.format(2, "by: 2027-03-02")) == [("1", 1, False, False)]
    assert late("", draws + FOUND.format(2, "on: 2027-03-02")) == [("1", 1, False, True)]
    assert late("", draws + FOUND.format(2, "by: 2027-03-01")) == []
    assert late("", draws + FOUND.format(2, "where: in the valley")) == []
    # Which of two sentences sets it up is not told.
    two = FOUND.format(2, "by: 2027-03-02") + FOUND.format(3, "by: 2027-04-02")
    assert late("", draws + two) == []
    # The body's own line is what counts.
    own = "  established: by 2027-02-01"
    assert late(own, draws + FOUND.format(2, "by: 2027-03-02")) == []


def test_only_a_duty_that_binds_has_a_day() -> None:
    line = "  established: by 2027-06-01"

    for sentence in ("may draw", "should draw", "shall not draw"):
        draws = DRAWS.format("by: 2027-03-01").replace("shall draw", sentence)
        assert late(line, draws) == []
    assert late(line, DRAWS.format("by: 2027-03-01\n  reviewer: ended")) == []


def test_what_waits_for_its_verification_waits_for_the_body() -> None:
    text = Text(
        """
        body Commission "Joint Commission"
          established: by 2027-06-01
        clause 1
          Northland shall open its border.
          by: 2027-02-01
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          Westland shall leave the island.
          after: 1 is verified
          by: 2027-05-31
        clause 3
          Southland shall leave the valley.
          after: 1 is verified or 2 is complete
          by: 2027-05-31
        clause 4
          Southland shall leave the island.
          after: 2 is verified
          by: 2027-05-31
        """,
        head=DATED,
    )
    (found,) = text.facts.set_up_late

    assert isinstance(found, SetUpLate)
    assert (found.number, found.verifies, found.days) == ("2", "1", 1)
    assert text[found.at] == "by: 2027-05-31"
    assert text[found.because] == "established: by 2027-06-01"


def test_what_another_sentence_verifies_too_does_not_wait_for_the_body() -> None:
    text = Text(
        """
        body Commission "Joint Commission"
          established: on 10 days after 1 is verified
        clause 1
          Northland shall open its border.
          verified by: Commission using on-site inspection, every 30 days
        clause 2
          IAEA shall inspect the border.
          verifies: 1
        """
    )

    assert text.facts.waiting.circles == ()


def test_two_clocks_of_months_tell_nothing_of_a_body() -> None:
    text = Text(
        """
        body Commission "Joint Commission"
          established: by 1 month after 2 is complete
        clause 1
          Commission shall draw the line.
          by: 60 days after signature
        clause 2
          Northland shall open its border.
          by: 60 days after signature
        """
    )

    assert text.facts.set_up_late == ()


def test_a_step_that_is_due_some_days_after_another_is_due_by_a_date() -> None:
    draws = DRAWS.format("by: 10 days after 2 is complete")
    opens = "clause 2\n  Northland shall open its border.\n  by: 2027-03-01\n"

    assert late("  established: by 2027-03-12", draws + opens) == [("1", 1, False, False)]
    assert late("  established: by 2027-03-11", draws + opens) == []


SEES = """
body Commission "Joint Commission"
clause 1
  Northland shall freeze its reactors.
  by: 2027-03-01
  verified by: {}
clause 10
  Westland shall suspend sanctions.
  by: 2027-07-01
  after: 1 is verified
clause 2
  Southland shall open its border.
  {}
"""


@pytest.mark.parametrize(
    ("verifiers", "lines", "expected"),
    [
        ("Commission", "after: 1 is verified\n  by: 2027-06-01", "2"),
        ("Commission", "after: 5 days after 1 is verified\n  on: 60 days after signature", "2"),
        ("Commission", "after: later of 2027-04-01, 1 is verified\n  by: 2027-06-01", "2"),
        # Clause 2 has no day, does not wait, waits for something else as well, or need not be done.
        ("Commission", "after: 1 is verified", "10"),
        ("Commission", "by: 2027-06-01", "10"),
        ("Commission", "by: 30 days after 1 is verified\n  after: 1 is verified", "10"),
        ("Commission", "after: 1 is verified or signature\n  by: 2027-06-01", "10"),
        ("Commission", "if: 1 is verified\n  by: 2027-06-01", "10"),
        ("Commission; Southland", "after: 1 is verified\n  by: 2027-06-01", None),
        ("Southland", "after: 1 is verified\n  by: 2027-06-01", None),
    ],
)
def test_a_body_has_to_have_verified_what_a_step_with_a_day_waits_for(
    verifiers: str, lines: str, expected: str | None
) -> None:
    found = Text(SEES.format(verifiers, lines)).facts.undated_bodies

    assert [(each.number, each.verifies) for each in found] == (
        [(expected, "1")] if expected is not None else []
    )


def test_a_body_is_told_of_its_own_first_duty_by_number() -> None:
    text = Text(
        SEES.format("Commission", "after: 1 is verified")
        + "clause 11\n  Commission shall draw the line.\n  by: 2028-01-01\n"
        + "clause 4\n  Commission shall open its office.\n  by: 2028-01-01\n"
    )

    assert [(each.number, each.verifies) for each in text.facts.undated_bodies] == [("4", None)]


def test_a_clause_that_another_one_verifies_does_not_need_the_body() -> None:
    text = Text(
        SEES.format("Commission", "by: 2027-06-01")
        + "clause 3\n  IAEA shall inspect the reactors.\n  verifies: 1\n"
    )

    assert text.facts.undated_bodies == ()
