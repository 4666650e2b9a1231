"""Timelines of texts of which some steps can never begin: what has days, and who is exposed."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]

from clausecheck.cli.app import run

HEAD = """\
treaty "You first"
  date: 2027-01-01
  entry into force: signature
party North "Kingdom of the North"
party West "Commonwealth of the West"
"""

# 2 and 3 wait for each other, 4 for one of them; 1 is given for what can never come.
YOU_FIRST = f"""{HEAD}
clause 1
  North shall dismantle its missiles.
  by: 2027-03-01
  reversible: no
  in return for: 2
clause 2
  West shall suspend sanctions on coal exports.
  after: 3 is complete
  by: 2027-05-01
clause 3
  North shall freeze its reactors.
  after: 10 days after 2 is complete
  in return for: 2
clause 4
  West shall open the road.
  after: 3 begins
  by: 2027-06-01
clause 5
  West shall open the harbour.
  by: later of 2027-07-01, 30 days after 2 is complete
clause 6
  West shall keep the harbour open.
  after: 4 is complete or 20 days after 5 is complete
clause 7
  North shall suspend its broadcasts.
  from: 2027-02-01
  until: 4 is complete
  reversible: within 60 days
  in return for: 5
"""


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.clause"
    path.write_text(YOU_FIRST)
    return str(path)


def told(draft: str, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert run(["timeline", draft, "--output-format", "json", *options]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    written = resources.files("clausecheck.reporters").joinpath("timeline.schema.json").read_text()
    assert list(Draft202012Validator(json.loads(written)).iter_errors(document)) == []
    return document


def test_what_can_never_begin_has_no_days(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = told(draft, capsys, "--at", "2027-06-15")
    steps = {
        each["clause"]: (
            each["never"],
            (each["earliest"] or {}).get("date"),
            (each["latest"] or {}).get("date"),
            each["progress"],
        )
        for each in document["steps"]
    }

    assert (document["feasible"], document["circles"]) == ("no", 1)
    assert steps == {
        "1": (False, "2027-01-01", "2027-03-01", "due"),
        "7": (False, "2027-02-01", "2027-02-01", "in force"),
        # As 2 never comes, 5 may come as late as one likes, and 6 waits for 5 alone.
        "5": (False, "2027-01-01", None, "open"),
        "6": (False, "2027-01-21", None, "open"),
        "2": (True, None, None, "never"),
        "3": (True, None, None, "never"),
        "4": (True, None, None, "never"),
    }
    by_clause = {each["clause"]: each for each in document["steps"]}
    assert by_clause["7"]["until"] == "until: 4 is complete"
    assert (by_clause["4"]["due"], by_clause["2"]["due"]) == (None, None)


def test_what_is_given_for_what_never_comes_is_open_without_end(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = told(draft, capsys)

    assert [(each["given"], each["open"], each["days"]) for each in document["exposures"]] == [
        ("1", "2", None),
        ("7", "5", None),
    ]
    assert {
        (each["given"], each["answer"]): [one["how"] for one in (*each["less"], *each["more"])]
        for each in document["answers"]
        if each["said"]
    } == {
        ("1", "2"): ["never comes", "easier to undo"],
        ("2", "1"): ["sooner", "harder to undo"],
        ("2", "3"): [],
        ("3", "2"): [],
        ("5", "7"): ["sooner"],
        ("7", "5"): ["later"],
    }


def test_steps_that_never_begin_are_called_so(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["timeline", draft, "--at", "2027-06-15"]) == 0
    out = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in out.split("\n")]

    assert "These have no days below, nor has what comes only after them." in " ".join(lines)
    assert "4 West shall open the road. never – 3 begins not known never" in lines
    assert "never: can never begin" in " ".join(lines)
    assert "North 1 2 without end from 2027-03-01 never exposed" in lines
    assert "North: longest for 1, without end; most at once on 2027-03-01: 1, 7" in lines
    (row,) = [line for line in lines if line.startswith("1 North 2 West ")]
    assert "never to come" in row
    assert "2 West 3 North neither can ever begin" in lines
    (held,) = [line for line in lines if line.startswith("West –")]
    assert held == "West – 3 –"


def test_nobody_leaves_once_a_step_is_done_that_can_never_be(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["timeline", draft, "--walk-away", "West@4"]) == 2
    assert "4 waits in a circle, or only after one, and is never done" in capsys.readouterr().err


def test_a_text_that_can_never_enter_into_force_keeps_the_days_of_its_other_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.clause"
    path.write_text(
        HEAD.replace("force: signature", "force: 1 is complete")
        + "clause 1\n  North shall freeze its reactors.\n"
        + "clause 2\n  West shall open the road.\n  by: 30 days after entry into force\n"
    )
    first, second = sorted(told(str(path), capsys)["steps"], key=lambda each: str(each["clause"]))

    assert (first["never"], first["earliest"]) == (True, None)
    assert (second["never"], second["latest"]) == (
        False,
        {"days": 30, "after": "entry into force"},
    )


# ── Circles that bar nobody ──────────────────────────────────────────────────────────────────────


def shown(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[dict[str, Any], list[str]]:
    path = tmp_path / "draft.clause"
    path.write_text(HEAD + text)
    document = told(str(path), capsys)
    return document, [each["clause"] for each in document["steps"] if each["never"]]


def test_steps_that_are_each_to_be_over_before_the_other_can_be_done_on_one_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, never = shown(
        """
clause 1
  North shall freeze its reactors.
  before: 2 begins
clause 2
  West shall suspend sanctions on coal exports.
  before: 1 begins
""",
        tmp_path,
        capsys,
    )
    assert (never, document["circles"], document["feasible"]) == ([], 0, "yes")
    (said,) = document["notes"]
    assert said.startswith("Some steps are each to come before another, and can do so only tog")


def test_a_step_cannot_be_over_before_what_it_waits_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, never = shown(
        """
clause 1
  North shall freeze its reactors.
  before: 2 begins
  after: 2 is complete
clause 2
  West shall suspend sanctions on coal exports.
""",
        tmp_path,
        capsys,
    )
    assert (never, document["circles"], document["feasible"]) == ([], 0, "no")
    (said,) = document["notes"]
    assert said.startswith("Some steps are each to be over before another begins, and not all")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("West suspends sanctions on coal exports", "North freezes its reactors"),
        ("10 days after 2 is complete", "10 days after 1 begins"),
        ("earlier of 20 days after 2 begins, 9 days after 2 is complete", "1 is complete"),
    ],
)
def test_steps_that_are_bound_only_upon_each_other_may_begin_unasked(
    first: str, second: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither gives before it is given, so neither is exposed; 3 can come after 1 all the same."""
    document, never = shown(
        f"""
clause 1
  North shall freeze its reactors.
  if: {first}
clause 2
  West shall suspend sanctions on coal exports.
  if: {second}
clause 3
  North shall open the road.
  after: 1 is complete
  by: 2027-09-01
""",
        tmp_path,
        capsys,
    )
    assert (never, document["circles"], document["feasible"]) == ([], 0, "yes")
    (said,) = document["notes"]
    assert said.startswith("Some steps are bound only upon each other, and none of these need")
    assert document["exposures"] == []
    assert [(each["given"], each["answer"]) for each in document["answers"]] == [("2", "1")]


def test_a_condition_that_can_never_be_met_bars_the_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1 and 2 wait for each other; 3 for the act of 1, and 4 for that of 3."""
    document, never = shown(
        """
clause 1
  North shall freeze its reactors.
  after: 2 is complete
clause 2
  West shall open the road.
  after: 1 is complete
clause 3
  West shall suspend sanctions on coal exports.
  if: North freezes its reactors
clause 4
  North shall return the remains.
  if: West suspends sanctions on coal exports
""",
        tmp_path,
        capsys,
    )
    assert (never, document["circles"]) == (["1", "2", "3", "4"], 1)


def test_what_comes_after_another_alone_does_not_answer_what_never_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """3 is content with 4, and so comes after it, never after 1."""
    document, never = shown(
        """
clause 1
  North shall freeze its reactors.
  after: 2 is complete
clause 2
  West shall suspend sanctions on coal exports.
  after: 1 is complete
clause 3
  West shall open the road.
  after: 1 is complete or 4 is complete
clause 4
  North shall return the remains.
""",
        tmp_path,
        capsys,
    )
    assert never == ["1", "2"]
    pairs = [(each["given"], each["answer"]) for each in document["answers"]]
    assert pairs == [("2", "1"), ("4", "3")]
