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
