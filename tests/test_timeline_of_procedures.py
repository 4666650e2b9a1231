"""Timelines of procedures, of which each step waits until the one before has begun."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clausecheck.cli.app import run

HEAD = """\
treaty "One after the other"
  date: 2027-01-01
  entry into force: signature
party North "Kingdom of the North"
party West "Commonwealth of the West"
party East "Republic of the East"
"""


def told(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str
) -> dict[str, Any]:
    path = tmp_path / "draft.clause"
    path.write_text(HEAD + text)
    assert run(["timeline", str(path), "--output-format", "json", *options]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def waits(document: dict[str, Any]) -> dict[str, list[str]]:
    """By step, in the order of the table."""
    return {
        step["clause"]: [
            f"{each['of']} {each['state']}" for wait in step["waits_for"] for each in wait["one_of"]
        ]
        for step in document["steps"]
    }


def test_a_step_stands_behind_the_one_before_it_and_waits_for_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Step 2 has no day, and stands before step 3 all the same; by then it must be under way.

    Nobody need take step 4: what comes before it has no answer in that, and nobody is owed it.
    """
    document = told(
        """
clause 1
  step 1 North shall dismantle its reactors.
  by: 2027-03-01
  step 2 West shall suspend sanctions on coal exports.
  step 3 East shall open the road.
  by: 2027-05-01
  step 4 (optional) North shall open the harbour.
""",
        tmp_path,
        capsys,
        "--at",
        "2027-05-15",
    )
    assert waits(document) == {
        "1(step 1)": [],
        "1(step 2)": ["1(step 1) begins"],
        "1(step 3)": ["1(step 2) begins"],
        "1(step 4)": ["1(step 3) begins"],
    }
    assert [step["progress"] for step in document["steps"]] == ["due", "begun", "due", "open"]
    open_ = [(each["given"], each["open"], each["days"]) for each in document["exposures"]]
    assert open_ == [("1(step 1)", "1(step 2)", None), ("1(step 2)", "1(step 3)", None)]
    owed = {each["party"]: each["owed"] for each in document["held"]}
    assert owed == {"North": ["1(step 2)"], "West": [], "East": ["1(step 2)"]}
    assert [each["clause"] for each in document["unanswered"]] == ["1(step 3)"]


def test_what_is_given_first_in_a_procedure_is_open_till_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = told(
        """
clause 1
  step 1 North shall dismantle its reactors.
  by: 2027-03-01
  step 2 West shall suspend sanctions on coal exports.
  by: 2027-06-01
""",
        tmp_path,
        capsys,
    )
    (exposure,) = document["exposures"]
    assert (exposure["party"], exposure["given"], exposure["days"]) == ("North", "1(step 1)", 92)


def test_a_line_that_has_it_wait_for_more_is_told_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = told(
        """
clause 1
  step 1 North shall freeze its reactors.
  step 2 (optional) East shall open the road.
  after: 2 is complete
  step 3 West shall suspend sanctions on coal exports.
  after: 1(step 1) is complete
clause 2
  West shall open the harbour.
""",
        tmp_path,
        capsys,
    )
    told_of = waits(document)
    assert told_of["1(step 3)"] == ["1(step 1) is complete"]
    assert told_of["1(step 2)"] == ["2 is complete", "1(step 1) begins"]


def test_a_circle_through_a_procedure_is_told_in_the_order_of_its_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = told(
        """
clause 1
  step 1 North shall declare all nuclear facilities.
  after: 2 is complete
  step 2 East shall inspect the reactors.
clause 2
  West shall open the road.
  after: 1(step 2) is complete
""",
        tmp_path,
        capsys,
    )
    assert [step["clause"] for step in document["steps"]] == ["1(step 1)", "1(step 2)", "2"]
    assert all(step["never"] for step in document["steps"])


def test_what_follows_a_step_upon_a_breach_comes_upon_it_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = told(
        """
clause 1
  North shall freeze its reactors.
  by: 2027-03-01
clause 2
  step 1 West shall restore sanctions on coal exports.
  after: 1 is breached
  step 2 West shall close the road.
""",
        tmp_path,
        capsys,
    )
    assert [each["clause"] for each in document["unanswered"]] == ["1"]
