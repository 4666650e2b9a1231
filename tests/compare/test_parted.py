"""Who is told of, where one sentence became several, and that the way back is told alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.compare.sentence.figures import shared_amounts
from clausecheck.reporters.comparison_parts import closing

from .texts import compared

if TYPE_CHECKING:
    from clausecheck.changes import Comparison

WHOLE = """\
clause 1
  Northland and Southland shall withdraw 10 guard posts.
"""
PARTS = """\
clause 1
  Northland shall withdraw 10 guard posts.
clause 2
  Southland shall withdraw 5 guard posts.
"""


def test_the_half_of_one_is_that_ones_alone() -> None:
    assert dict(closing(compared(WHOLE, PARTS)))["for whom"] == "Southland bound less in 1"
    assert dict(closing(compared(PARTS, WHOLE)))["for whom"] == "Southland bound more in 2"


def test_whom_a_sentence_binds_no_longer_has_nothing_of_the_rest() -> None:
    before = "clause 1\n  Northland and Southland shall reduce their tanks.\n  limit: 48 tanks\n"
    after = "clause 1\n  Southland shall reduce its tanks.\n  limit: 36 tanks\n"

    told = dict(closing(compared(before, after)))
    assert told["for whom"] == "Northland bound less in 1; Southland bound more in 1"


def test_what_is_promised_by_one_of_several_sentences_is_promised_by_that_one() -> None:
    first = "  Northland shall withdraw its tanks.\n  by: 2027-01-01\n"
    second = "  Southland shall withdraw its tanks.\n  by: 2027-06-01\n"
    both = "  Northland and Southland each shall withdraw their tanks.\n  by: 2027-01-01\n"
    looks = "  verified by: IAEA using on-site inspection\n"
    before = f"clause 1\n{first}clause 2\n{second}{looks}"

    told = dict(closing(compared(before, f"clause 1\n{both}{looks}")))
    assert told["got better"].startswith("more is promised by Northland in 1")
    assert "and Southland" not in told["got better"]
    assert told["for whom"] == "Northland bound more in 1; Southland bound more in 2"


def test_what_two_owe_each_other_is_owed_no_more_when_written_out() -> None:
    before = "clause 1\n  Northland and Southland shall inform each other of troop movements.\n"
    first = "Northland shall inform Southland of troop movements."
    second = "Southland shall inform Northland of troop movements."
    made = compared(before, f"clause 1\n  (a) {first}\n  (b) {second}\n")

    assert not any(row.effects for row in made.rows)
    assert dict(closing(made))["for whom"] == "no party is bound or exposed otherwise"


GIVES = "Northland shall withdraw its forces and provide 100 t of food to Southland."
FORCES = "Northland shall withdraw its forces."
FOOD = "Northland shall provide 100 t of food to Southland."
THIRD = "clause 3\n  Southland shall freeze its reactors.\n"


def whole(line: str, sentence: str = GIVES) -> str:
    return f"clause 1\n  {sentence}\n  {line}\n{THIRD}"


def parts(line: str, forces: str = FORCES, food: str = FOOD) -> str:
    return f"clause 1\n  {forces}\n  {line}\nclause 2\n  {food}\n{THIRD}"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            whole("with consent of: Southland"),
            parts("with consent of: Southland"),
            "Northland bound more in 1; Southland loses a veto in 1",
        ),
        (
            whole("", GIVES.replace(".", ", with the consent of Southland.")),
            parts("with consent of: Southland"),
            "Northland bound more in 1; Southland loses a veto in 1",
        ),
        (
            whole("if breached: Southland may resume tests."),
            parts("if breached: Southland may resume tests."),
            "Northland bound less in 1; Southland loses an answer to a breach in 1",
        ),
        (
            whole("after: 3 is verified"),
            parts("after: 3 is verified"),
            "Northland bound more in 1, waits for less in 1; Southland owed more in 1",
        ),
        (
            whole("by: 2027-01-01"),
            parts("by: 2027-01-01"),
            "Northland bound less in 1; Southland owed less in 1",
        ),
        (
            whole(""),
            parts("", food="Northland shall provide 50 t of food to Southland."),
            "Northland bound less in 1; Southland owed less in 1",
        ),
        (
            whole("", "Northland shall provide food and medicine to Southland."),
            parts(
                "",
                "Northland shall provide food to Southland.",
                "Northland shall provide medicine.",
            ),
            "Southland owed less in 1",
        ),
        # Southland has a counterpart still; Northland has none for its food.
        (
            whole("in return for: 3"),
            parts("in return for: 3"),
            "Northland loses a counterpart in 1",
        ),
        (whole("in return for: 3"), parts(""), "Northland and Southland lose a counterpart in 1"),
        # What is not told of the part that owes it is nothing less to whom it is owed.
        (
            whole("by: 2027-01-01"),
            parts("by: 2028-01-01", food=f"{FOOD}\n  by: 2027-01-01"),
            "Northland bound less in 1",
        ),
    ],
)
def test_what_parts_do_to_others_is_told_there_and_back(before: str, after: str, told: str) -> None:
    there = dict(closing(compared(before, after)))["for whom"]
    back = dict(closing(compared(after, before)))["for whom"]

    assert there == told
    assert {word for word, turned in TURNED if word in there} == {
        word for word, turned in TURNED if turned in back
    }


TURNED = (
    ("loses a veto", "gains a veto"),
    ("loses an answer", "gains an answer"),
    ("lose a counterpart", "gain a counterpart"),
    ("waits for less", "waits for more"),
    ("owed less", "owed more"),
    ("owed more", "owed less"),
)


def test_sentences_that_say_nothing_share_out_no_figures() -> None:
    assert list(shared_amounts((), ())) == []


@pytest.mark.parametrize(
    "line",
    [
        "verified by: IAEA using on-site inspection",
        "if breached: Southland may resume tests at night.",
        "in return for: 3",
        "if: Southland lifts sanctions",
        "unless: Southland resumes tests",
        "unless permitted by: Inspectorate",
        "with consent of: Southland",
        "until: 2030-01-01",
        "for: 5 years",
        "from: 2027-01-01",
        "reversible: yes",
        "reports: within 5 days to Southland",
        "where: the river",
        "except: training at night",
        "limit: 500 t",
        "after: 3 is complete",
    ],
)
def test_no_word_of_a_part_is_lost_where_it_has_or_lacks_a_line_of_the_whole(line: str) -> None:
    """Whatever became of a line below a sentence tells nothing of the words in it."""
    of_both = "Northland shall not deploy tanks or artillery in the valley."
    tanks = "(a) Northland shall not deploy tanks in the valley."
    artillery = "(b) Northland shall not deploy artillery in the valley at night."
    for of_whole, of_tanks, of_artillery in ((line, line, ""), ("", "", line)):
        made = compared(
            f"clause 1\n  {of_both}\n  {of_whole}\n{THIRD}",
            f"clause 1\n  {tanks}\n  {of_tanks}\n  {artillery}\n  {of_artillery}\n{THIRD}",
        )
        (row,) = (each for each in made.rows if each.how == "split")
        told = [each.message for each in row.changes]

        assert "in 1(b): `at night` added" in told
        assert any(line.partition(": ")[2] in each for each in told)


def test_who_owe_in_one_sentence_what_they_owed_for_each_other_still_have_a_counterpart() -> None:
    before = """
        clause 1
          Northland shall release 300 prisoners.
          in return for: 2
        clause 2
          Southland shall release 250 prisoners.
          in return for: 1
        """
    after = "clause 1\n  Northland and Southland each shall release all prisoners.\n"

    there, back = (dict(closing(made))["for whom"] for made in both_ways(before, after))
    untold = "; changed, and not weighed: 1"
    assert there == f"Northland bound more in 1; Southland bound more in 2{untold}, 2"
    assert back == f"Northland and Southland bound less in 1{untold}"


def both_ways(before: str, after: str) -> tuple[Comparison, Comparison]:
    return compared(before, after), compared(after, before)
