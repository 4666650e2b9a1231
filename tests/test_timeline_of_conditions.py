"""What hangs on a condition that may fail: no day of its own has it done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausecheck.cli.app import run

DRAFT = """\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  West shall release the assets of North.
  if: "West is satisfied"
  judged by: West
  by: 2027-03-01

clause 2
  North shall open the road.
  by: 30 days after 1 is complete

clause 3
  North shall open the railway.
  if: 4 is complete
  by: 2027-03-01

clause 4
  West shall open the port.
  by: 2027-02-01

clause 5
  West shall open the airport.
  by: 30 days after 1 is complete or 30 days after 4 is complete

clause 6
  West shall suspend its broadcasts.
  by: 2027-05-01

clause 7
  West may close the harbour.
  if: "the winter is hard"

clause 8
  West shall release the prisoners.
  if: "West is satisfied"
  by: 2027-03-01
  reviewer: done 2027-02-20

clause 9
  North shall leave the hill.
  after: 2 is complete
  by: 2027-03-15
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.clause"
    path.write_text(DRAFT)
    return str(path)


def test_what_hangs_on_a_condition_is_neither_due_nor_given(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--at", "2027-12-01", "--walk-away", "West@6", "--output-format", "json"]
    assert run(["timeline", draft, *arguments]) == 0
    document = json.loads(capsys.readouterr().out)

    assert {row["clause"]: row["progress"] for row in document["steps"]} == {
        "1": "conditional",
        "2": "conditional",  # counted from 1
        "3": "due",  # upon what is owed itself
        "4": "due",
        "5": "due",  # from the later of two, of which one comes
        "6": "due",
        "7": "open",
        "8": "done",
        "9": "conditional",
    }
    for held in (document["held"], document["walk_away"]["held"]):
        north, west = held
        assert [each["clause"] for each in north["given"]] == ["3"]
        assert [each["clause"] for each in west["given"]] == ["4", "5", "6", "8"]
        assert north["owed"] == ["1"]
        assert west["owed"] == ["2", "9"]


def test_a_step_after_what_hangs_on_a_condition_has_that_given(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["timeline", draft, "--walk-away", "North@9", "--output-format", "json"]) == 0
    north, _ = json.loads(capsys.readouterr().out)["walk_away"]["held"]
    assert [each["clause"] for each in north["given"]] == ["2", "3", "9"]


def test_the_table_says_what_hangs_on_a_condition(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["timeline", draft, "--at", "2027-12-01"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert (
        "hangs on a condition, or is timed by a step that does, and may never bind: 1, 2, 9 " in out
    )
    assert "owed only if the condition is met on which it hangs: 1, 2, 9" in out
    assert "conditional: must be done by then, or holds then, only in the case" in out


def test_what_is_asked_of_those_who_do_not_sign_is_neither_due_nor_owed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.clause"
    path.write_text("""\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"
actor East "Republic of the East"

clause 1
  East shall lift its sanctions on North.
  by: 2027-06-01

clause 2
  North shall open the road.
  by: 2027-03-01

clause 3
  East and West shall open the port.
  by: 2027-06-01
""")
    arguments = ["--at", "2027-08-01", "--walk-away", "West@2"]
    assert run(["timeline", str(path), *arguments, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert run(["timeline", str(path), *arguments]) == 0

    assert {row["clause"]: row["progress"] for row in document["steps"]} == {
        "1": "open",
        "2": "due",
        "3": "due",
    }
    assert [held["owed"] for held in document["walk_away"]["held"]] == [["3"], []]
    assert "  for those alone who do not sign: 1\n" in capsys.readouterr().out
