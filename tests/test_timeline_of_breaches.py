"""What waits for a breach, or is itself no step, in the timeline and what rests on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clausecheck.cli.app import run

HEAD = """\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  North shall freeze its reactors.
  by: 90 days after signature
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.clause"


def told(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:  # noqa: ANN401 - JSON
    assert run(["timeline", str(path), "--output-format", "json", *more]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "clause",
    [
        "clause 2\n  West may withdraw from this treaty.\n  if: 1 is breached",
        "clause 2\n  West may terminate this treaty.\n  on: 30 days after 1 is breached",
        "clause 2\n  West and North may amend this treaty.\n  if: 1 is complete",
        "clause 2\n  Nothing in this treaty affects the armistice.\n  if: 1 is breached",
        (
            "event trouble\n  when: 1 is breached\n\n"
            "clause 2\n  This treaty shall enter into force.\n  after: trouble"
        ),
    ],
)
def test_what_is_no_step_may_wait_for_one(
    clause: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(f"{HEAD}\n{clause}\n")
    document = told(draft, capsys)
    assert [row["clause"] for row in document["steps"]] == ["1"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "plain.clause", "draft.clause"],
        ["compare", "draft.clause", "plain.clause"],
        ["alternatives", "draft.clause"],
    ],
)
def test_what_is_no_step_may_be_proposed_to_wait_for_one(
    arguments: list[str], draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    Path("plain.clause").write_text(HEAD)
    draft.write_text(
        f"{HEAD}\nclause 2\n  West may withdraw from this treaty.\n  [if: 1 is breached {{West}}]\n"
    )
    assert run(arguments) == 0


def test_a_step_stands_behind_what_a_clause_between_waits_for(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(
        HEAD.replace("  by: 90 days after signature\n", "")
        + "\nclause 2\n  West may amend this treaty.\n  after: 4 is complete\n"
        "\nclause 3\n  North shall open the road.\n  after: 2 is complete\n  by: 2027-03-01\n"
        "\nclause 4\n  West shall open the harbour.\n"
    )
    assert [row["clause"] for row in told(draft, capsys)["steps"]] == ["4", "3", "1"]


PENALTIES = (
    HEAD
    + """
clause 2
  West shall not use force against North.
  if: 1 is breached

clause 3
  West shall resume sanctions on coal exports.
  on: 30 days after 1 is breached
  by: 2028-01-01

clause 4
  West shall close the road.
  after: trouble

clause 5
  North shall close the harbour.
  after: 4 is complete

clause 6
  West shall open a liaison office.
  after: 1 is complete

event trouble
  when: 1 is breached
"""
)


def test_what_follows_a_breach_is_no_counterpart(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(PENALTIES)
    document = told(draft, capsys)
    assert [(m["given"], m["answer"]) for m in document["answers"]] == [("1", "6"), ("4", "5")]
    assert [each["clause"] for each in document["unanswered"]] == ["6"]


def test_what_follows_a_breach_cannot_come_before_it(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first step is due on 1 April: until it is over, nobody has failed to take it."""
    draft.write_text(PENALTIES)
    steps = {row["clause"]: row for row in told(draft, capsys, "--at", "2027-04-01")["steps"]}
    first = {number: steps[number]["earliest"]["date"] for number in "2345"}
    assert first == dict.fromkeys("245", "2027-04-02") | {"3": "2027-05-02"}
    assert steps["2"]["latest"] is None
    assert {steps[number]["progress"] for number in "2345"} == {"not yet"}


def test_where_all_is_done_what_follows_a_breach_is_neither_given_nor_owed(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(PENALTIES)
    on_day = told(draft, capsys, "--at", "2028-02-01")["held"]
    leaving = told(draft, capsys, "--walk-away", "North@1")["walk_away"]["held"]
    for held in (on_day, leaving):
        given = {each["party"]: [one["clause"] for one in each["given"]] for each in held}
        assert given == {"North": ["1"], "West": []}
        assert {each["party"]: each["owed"] for each in held} == {"North": ["6"], "West": []}


def test_a_ban_that_hangs_on_a_step_is_not_in_force_before(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(f"{HEAD}\nclause 2\n  West shall not use force.\n  if: 1 is complete\n")
    assert told(draft, capsys, "--at", "2027-02-01")["steps"][1]["progress"] == "open"


def test_a_penalty_due_before_there_can_be_a_breach_is_told_without_that(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(
        f"{HEAD}\nclause 2\n  West shall close the road.\n  if: 1 is breached\n  by: 2027-02-01\n"
    )
    steps = {row["clause"]: row for row in told(draft, capsys)["steps"]}
    assert steps["2"]["earliest"]["date"] == "2027-01-01"


def test_a_ban_whose_term_is_over_holds_nobody_who_leaves_later(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(
        HEAD
        + "\nclause 2\n  West shall not use force.\n  for: 30 days\n"
        + "\nclause 3\n  West shall not conduct missile tests.\n  for: 120 days\n"
        + "\nclause 4\n  North shall not use force.\n  until: 1 is complete\n"
    )
    held = told(draft, capsys, "--walk-away", "North@1")["walk_away"]["held"]
    given = {each["party"]: [one["clause"] for one in each["given"]] for each in held}
    assert given == {"North": ["1"], "West": ["3"]}


def test_no_answer_is_on_a_par_in_a_timetable_that_cannot_be_kept(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(
        f"{HEAD}\nclause 2\n  West shall open the road.\n"
        "  after: 28 days after 1 is complete\n  by: 10 days after signature\n  in return for: 1\n"
        "\nclause 3\n  North shall keep the map.\n  on: 2027-02-01\n  by: 2027-01-05\n"
    )
    assert run(["timeline", str(draft), "--walk-away", "West@2"]) == 0
    out = capsys.readouterr().out

    leaving = "who holds what if West leaves once 2 is done"
    assert f"{leaving}\n  not told, as the timetable cannot be kept\n" in out
    assert "no less, but for its time" in out
    assert "when an answer comes is not told, as the timetable cannot be kept" in out
    assert "on a par" not in out
