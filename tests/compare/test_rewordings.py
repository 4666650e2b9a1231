"""Clauses put in other words: those that say the same, and those that do not, both ways round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausecheck.changes import Comparison

from .test_pages import told
from .texts import compared

PAGE = (Path(__file__).parent / "pairs" / "rewordings.md").read_text(encoding="utf-8")
HEAD = """\
treaty "Treaty of the Valley"
  form: treaty
  scope: partial
  date: 2027-01-01
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
actor Inspectorate "Joint Inspectorate"
clause 1
"""
ROW = re.compile(r"^\| (.+?) \| (.+?) \|$", re.MULTILINE)
SAME, OTHER = (
    [pair for pair in ROW.findall(section) if pair != ("written", "and also")]
    for section in PAGE.split("\n## ")[1:]
)
THE_SAME = ("reworded", "moved", "split", "merged")


def whole(clause: str) -> str:
    """Return a text with the clause, each sentence and label of it on its line."""
    return HEAD + "".join(f"  {line}\n" for line in re.split(r"(?<=\.) ", clause))


def weighed(made: Comparison) -> list[str]:
    """Return what a reader is told but that it is the same in other words."""
    moved = [each for row in made.rows for each in row.changes if each.direction != "other"]
    lines = [line for line in told(made) if not line.startswith(THE_SAME)]
    return [*lines, *(each.message for each in moved)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_the_same_are_told_as_that(one: str, other: str) -> None:
    assert weighed(compared(whole(one), whole(other))) == []
    assert weighed(compared(whole(other), whole(one))) == []


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words_for_something_else_are_told_as_a_change(one: str, other: str) -> None:
    assert weighed(compared(whole(one), whole(other)))
    assert weighed(compared(whole(other), whole(one)))


@pytest.mark.parametrize(
    "bound", ["no less than", "not less than", "no fewer than", "not fewer than"]
)
@pytest.mark.parametrize("figure", ["500", "five hundred"])
def test_not_less_than_so_much_is_no_less(bound: str, figure: str) -> None:
    firm = whole("Northland shall withdraw at least 500 troops.")
    made = compared(firm, firm.replace("at least 500", f"{bound} {figure}"))

    assert not made.weaker
    assert not compared(firm, firm.replace("at least 500", "less than 500")).same


def test_words_behind_the_last_of_a_sentence_stand_by_no_thing() -> None:
    made = compared(
        whole("Northland shall open the road. by: 2027-03-01"),
        whole("Northland shall open the road on or before 1 March 2027."),
    )

    assert not made.weaker


def test_the_page_has_rows_of_both_kinds() -> None:
    assert min(len(SAME), len(OTHER)) > 40  # no heading swallows a table
