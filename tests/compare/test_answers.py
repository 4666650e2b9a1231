"""The answer on verification, where the duty at which nobody looked is gone or softened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from clausecheck.changes import Compared
from clausecheck.reporters.comparison_json import comparison_json
from clausecheck.reporters.comparison_parts import tables
from clausecheck.reporters.comparison_summary import summary

from .texts import compared

if TYPE_CHECKING:
    from clausecheck.changes import Comparison

HEAD = """\
declaration "D"
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
actor Inspectorate "Joint Inspectorate"
"""
SEEN = """\
clause 1
  Northland shall freeze its reactors.
  verified by: Inspectorate using on-site inspection, every 30 days
  access: anywhere
"""
UNSEEN = "clause 2\n  Northland shall dismantle its missiles.\n"
GATED = f"{UNSEEN}  verified by: Inspectorate\n  access: by consent\n"
LESS = "as less is promised in 2"


def between(one: str, two: str) -> Comparison:
    return compared(HEAD + one, HEAD + two)


@pytest.mark.parametrize(
    ("one", "two", "was"),
    [
        (SEEN + UNSEEN, SEEN, "none"),
        (SEEN + GATED, SEEN, "consent-gated"),
        (SEEN + UNSEEN, SEEN + UNSEEN.replace("shall", "should"), "none"),
        (SEEN + UNSEEN, SEEN + UNSEEN.replace("shall", "hopes to"), "none"),
        (SEEN + UNSEEN, SEEN + UNSEEN.replace("shall", "may"), "none"),
    ],
)
def test_a_text_is_verified_no_better_since_less_is_promised(one: str, two: str, was: str) -> None:
    there, back = between(one, two), between(two, one)
    new = "new " if two == SEEN else ""
    cells = [row for table in tables([there]) for row in table.rows if row[0] == "verification"]
    told = json.loads(comparison_json(Compared(((there,),))))["comparisons"][0]["stances"]

    assert f"verification ({was} → full, {LESS})" in " ".join(summary(there))
    assert f"(full → {was}, as more is promised in {new}2)" in " ".join(summary(back))
    assert cells == [("verification", was, f"full, {LESS}")]
    assert told["verification"]["since"] == LESS
    assert told["troops"]["since"] is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (SEEN + UNSEEN, SEEN + UNSEEN + SEEN.partition("\n")[2].partition("\n")[2]),
        (SEEN + UNSEEN, SEEN + GATED),
        (SEEN + UNSEEN, SEEN + UNSEEN.replace("2\n", "2\n  by: 2027-03-01\n")),
        (SEEN, "clause 1\n  Northland shall open a road.\n"),
        (
            f"{SEEN}{UNSEEN}clause 3\n  Northland shall dismantle its bombers.\n",
            f"{SEEN}clause 3\n  Northland shall dismantle its bombers.\n",
        ),
        (
            f"{SEEN}{UNSEEN}clause 3\n  Northland shall dismantle its bombers.\n",
            f"{SEEN}{UNSEEN}  verified by: Inspectorate\n",
        ),
    ],
)
def test_where_something_was_mended_or_nothing_is_left_to_see_no_more_is_told(
    one: str, two: str
) -> None:
    for made in (between(one, two), between(two, one)):
        assert made.since == {}
