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


ADRIFT = """\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"
actor East "Republic of the East"

event the thaw
  when: 10 days after 4 is complete

clause 1
  East shall open the road.
  by: 2027-03-01

clause 2
  West shall release the prisoners.
  by: 30 days after 1 is complete

clause 3
  North shall open the railway.
  by: 30 days after 2 is complete

clause 4
  North should open the port.
  by: 2027-04-01

clause 5
  West shall open the airport.
  after: the thaw
  by: 2027-09-01

clause 6
  (a) West may open the mine.
  (b) West shall open the quarry.
  by: 2027-05-01

clause 7
  North shall leave the hill.
  by: earlier of 2027-06-01, 30 days after 4 is complete

clause 8
  North shall leave the valley.
  by: 2027-07-01
  by: 30 days after 4 is complete

clause 9
  North shall leave the bridge.
  starts: by 30 days after 6 begins
  by: 2027-08-01

clause 10
  West shall suspend its broadcasts.
  together with: 6(a) begins

clause 11
  North shall report to West.
  by: 10 days after 3 is breached

clause 12
  North shall leave the lake.
  after: "the ice has gone"
  by: 2028-06-01
"""


def test_what_counts_from_what_nobody_must_do_has_no_latest_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.clause"
    path.write_text(ADRIFT)
    assert run(["timeline", str(path), "--at", "2027-12-01", "--output-format", "json"]) == 0
    steps = {row["clause"]: row for row in json.loads(capsys.readouterr().out)["steps"]}
    assert run(["timeline", str(path), "--at", "2027-12-01"]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert {number: row["progress"] for number, row in steps.items()} == {
        "1": "open",
        "2": "open",
        "3": "open",
        "4": "open",
        "5": "conditional",
        "6(a)": "open",
        "6(b)": "due",
        "7": "due",
        "8": "due",
        "9": "due",
        "10": "open",
        "11": "open",
        "12": "not told",
    }
    assert steps["2"]["latest"] == {"days": 30, "after": "1 is complete"}
    assert steps["3"]["latest"] == {"days": 30, "after": "2 is complete"}
    assert steps["5"]["latest"] == {"date": "2027-09-01"}
    assert steps["6(a)"]["ends"] is None
    assert "timed by what nobody who signs is bound to do, and may never bind: 5, 2, 3, 10 " in out
    assert "owed only if what it is timed by is done: 5, 2, 3, 10" in out
    assert "not told: no date tells whether it can be begun by then, and none has it done" in out


def test_exposure_says_of_what_is_given_whether_it_need_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.clause"
    path.write_text("""\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  West shall open the road.
  if: "the harvest has failed"
  by: 2027-03-01
  in return for: 5

clause 2
  West shall open the port.
  by: 30 days after 1 is complete
  in return for: 5

clause 3
  West should open the mine.
  by: 2027-03-01
  in return for: 5

clause 4
  West shall open the railway.
  by: 2027-03-01
  in return for: 5

clause 5
  North shall leave the hill.
  by: 2027-06-01

clause 6
  North shall leave the valley.
  by: 30 days after 1 is complete
  in return for: 4, 2
""")
    assert run(["timeline", str(path), "--output-format", "json"]) == 0
    exposures = json.loads(capsys.readouterr().out)["exposures"]
    assert run(["timeline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert {
        (each["given"], each["open"]): (each["given_on"], each["hangs"]) for each in exposures
    } == {
        ("1", "5"): ("on a condition", None),
        ("2", "5"): ("on a condition", None),
        ("3", "5"): ("on a choice", None),
        ("4", "5"): (None, None),
        ("4", "6"): (None, "on a condition"),
        ("5", "1"): (None, "on a condition"),
        ("5", "2"): (None, "on a condition"),
        ("5", "3"): (None, "on a choice"),
    }
    assert "given only in the case on which it hangs, and told as if that came: 1, 2 " in out
    assert "given by choice, as it is not owed, and told as if it were given: 3 " in out
