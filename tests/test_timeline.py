from __future__ import annotations

import json
from importlib import resources
from io import BytesIO, TextIOWrapper
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]
from wcwidth import wcswidth

from clausecheck.cli.app import run

CLAUSES = Path(__file__).parent.parent / "clauses"

DRAFT = """\
treaty "First steps"
  scope: complete
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  North shall disable its reactors.
  by: 2027-03-01
  verified by: IAEA using on-site inspection, every 7 days
  reports: within 2 days to West
  reversible: by North within 90 days

clause 2
  West shall suspend sanctions on coal exports.
  by: 2027-05-01
  in return for: 1
  reversible: by West within 10 days

clause 3
  (a) North shall return the remains.
"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "90")
    path = tmp_path / "draft.clause"
    path.write_text(DRAFT)
    return path


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_draft_s_steps_and_risks(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", draft.name]) == 0
    assert capsys.readouterr().out == drawn("""
        draft.clause
        First steps

        No line says when it enters into force: its days count from its own date, 2027-01-01.

        steps
        step  what                                           earliest    latest      to undo
        ----  ---------------------------------------------  ----------  ----------  ---------
        1     North shall disable its reactors.              2027-01-01  2027-03-01  90 days
        2     West shall suspend sanctions on coal exports.  2027-01-01  2027-05-01  10 days
        3(a)  North shall return the remains.                2027-01-01  –           not known
          ordered by the latest day, then by the earliest, each after those it waits for; what has
            no latest day is last
          no step waits for another, or for an event

        exposure: given, and not to be taken back within 30 days
        party  has given  still open  open for                 to undo  verdict
        -----  ---------  ----------  -----------------------  -------  -------
        North  1          2           61 days from 2027-03-01  90 days  exposed
          North: longest for 1, 61 days; most at once on 2027-03-01: 1

        verification: is a breach answered before the step is undone?
        step  found   reported  decided   answered  in all           to undo  verdict
        ----  ------  --------  --------  --------  ---------------  -------  ---------
        1     7 days  2 days    not said  not said  at least 9 days  90 days  not known

        what answers what
        given  by     answered  by     the answer is
                      in
        -----  -----  --------  -----  ------------------------------------------------------
        1      North  2         West   later by up to 61 days; less verified (none against
                                       full); easier to undo (10 days against 90 days)

        2      West   1         North  sooner by up to 61 days; better verified (full against
                                       none); harder to undo (90 days against 10 days)
          answered by nothing: 3(a) (North)
    """)


def test_a_day_and_a_departure(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", draft.name, "--at", "2027-03-15", "--walk-away", "north@1"]) == 0
    out = capsys.readouterr().out

    assert [line.split()[-1] for line in out.split("\n") if line.startswith(("1  ", "2  "))][
        :2
    ] == [
        "due",
        "open",
    ]
    assert out.endswith(
        drawn("""
        who holds what on 2027-03-15, if all is done when it is due
        party  has given: time to undo  is still owed  all of it undone in
        -----  -----------------------  -------------  -------------------
        North  1: 90 days               2              90 days
        West   –                        3(a)           –
          still owed is what others are bound to do and need not have done by then, for whomever
            it is, and what several do for each other, to these; what no day of the calendar has
            done by then counts as not done

        who holds what if North leaves once 1 is done
        party  has given: time to undo  is still owed  all of it undone in
        -----  -----------------------  -------------  -------------------
        North  1: 90 days               2              90 days
        West   –                        3(a)           –
          1 is taken on its last day, 2027-03-01
          still owed is, to North, what others are bound to do and have not done by then, and to
            the others what North has not, for whomever it is, but what several do for each other
            only to these
        """)
    )


def test_on_a_narrow_terminal_the_cells_stand_below_each_other(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert run(["timeline", draft.name]) == 0
    out = capsys.readouterr().out
    assert "step 2\n  what: West shall suspend sanctions" in out
    assert all(len(line) <= 40 for line in out.split("\n"))


def test_a_guarantor_may_leave_too(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(
        DRAFT.replace("clause 1\n", 'guarantor East "East"\n\nclause 1\n', 1)
        + "clause 4\n  East shall send observers.\n  by: 2027-02-01\n"
    )

    assert run(["timeline", draft.name, "--walk-away", "East@4"]) == 0
    out = capsys.readouterr().out
    assert "who holds what if East leaves once 4 is done\n" in out
    assert "East   4: not known" in out


def test_a_day_that_others_draw_in_is_told_as_that(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    draft.write_text(
        head
        + dedent("""
            clause 1
              North shall hand over a list.
              by: 7 days after signature
            clause 2
              North shall return all prisoners.
              starts: at least 14 days after 1 is complete
              by: 20 days after signature
            clause 3
              West shall open the road.
              by: 7 days after the rain
            event the rain
              when: outside this text, "it rains"
            """)
    )

    assert run(["timeline", draft.name]) == 0
    out = capsys.readouterr().out
    assert "  the latest day is sooner than its own line says, as others wait for it: 1\n" in out


def test_what_lasts_is_told_with_its_end(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    draft.write_text(
        head
        + dedent("""
            clause 1
              North shall not test missiles.
              for: 90 days
            clause 2
              West shall maintain its embassy.
              until: 3 is complete
            clause 3
              North shall open its border.
            """)
    )

    assert run(["timeline", draft.name, "--at", "2026-12-31"]) == 0
    before = capsys.readouterr().out
    assert before.endswith("not told, as the text has a later date: nobody owes yet\n")
    assert run(["timeline", draft.name, "--at", "2027-04-01"]) == 0
    out = capsys.readouterr().out
    assert out[: out.index("\nexposure")] == drawn("""
        draft.clause
        First steps

        No line says when it enters into force: its days count from its own date, 2027-01-01.

        steps
        step  what                     earliest    latest                        on
                                                                                 2027-04-01
        ----  -----------------------  ----------  ----------------------------  ----------
        1     North shall not test     2027-01-01  from 2027-01-01; ends         over
              missiles.                            2027-04-01

        2     West shall maintain its  2027-01-01  from 2027-01-01; until: 3 is  in force
              embassy.                             complete

        3     North shall open its     2027-01-01  –                             open
              border.
          ordered by the latest day, then by the earliest, each after those it waits for; what has
            no latest day is last
          no step waits for another, or for an event
          to undo: not known of any step
          in force: holds then; over: its term has ended; open: no date keeps it from being begun,
            and none has it done by then
    """)
    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    ban, kept, _ = json.loads(capsys.readouterr().out)["steps"]
    assert (ban["ends"], ban["until"]) == ({"date": "2027-04-01"}, None)
    assert kept["until"] == "until: 3 is complete"


def test_what_is_forbidden_or_allowed_before_a_day_is_over_then(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    draft.write_text(
        head
        + dedent("""
            clause 1
              North shall not test missiles.
              before: 4 begins
            clause 2
              West may visit the border.
              by: 2027-02-01
            clause 3
              West shall not hold parades.
              on: 2027-03-15
            clause 4
              North shall open its border.
            """)
    )

    assert run(["timeline", draft.name, "--at", "2027-04-01"]) == 0
    out = capsys.readouterr().out
    assert out[out.index("1  ") : out.index("  ordered")] == drawn("""
        1     North shall not test        2027-01-01  from 2027-01-01; before: 4  in force
              missiles.                               begins

        2     West may visit the border.  2027-01-01  ends by 2027-02-01          over

        4     North shall open its        2027-01-01  –                           open
              border.

        3     West shall not hold         2027-03-15  on 2027-03-15               over
              parades.
    """)


def test_a_right_is_told_from_a_day_and_need_not_be_begun_by_it(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "150")
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    draft.write_text(
        head
        + dedent("""
            clause 1
              West may use the road.
              from: 2 is complete
            clause 2
              North shall leave the hill.
              by: 2027-03-01
            clause 3
              West may hold parades.
              on: 31 days after 2027-03-01
            clause 4
              West may hold talks.
              on: 2 is complete
        """)
    )

    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for told in (
        "from 2027-03-01 at the latest",
        "2027-04-01 on 2027-04-01",
        "2027-01-01 on 2 is complete",
    ):
        assert told in out


def test_what_lasts_is_in_force_once_it_must_have_begun(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    draft.write_text(
        f"{head}clause 1\n  North shall not test missiles.\n"
        "clause 2\n  West shall suspend sanctions.\n  by: 2027-02-01\n  for: 2 years\n"
    )

    assert run(["timeline", draft.name, "--at", "2027-03-01"]) == 0
    out = capsys.readouterr().out
    assert out[out.index("1  ") : out.index("\nexposure")] == drawn("""
        1     North shall not     2027-01-01  from 2027-01-01            not known   in force
              test missiles.

        2     West shall suspend  2027-01-01  begun by 2027-02-01; ends  0–30 days,  in force
              sanctions.                      by 2029-02-01              assumed
          ordered by the latest day, then by the earliest, each after those it waits for; what has
            no latest day is last
          no step waits for another, or for an event
          in force: holds then
    """)


def schema() -> dict[str, Any]:
    text = (resources.files("clausecheck.reporters") / "timeline.schema.json").read_text()
    loaded: dict[str, Any] = json.loads(text)
    Draft202012Validator.check_schema(loaded)
    return loaded


@pytest.mark.parametrize("width", range(20, 100, 7))
def test_nothing_is_wider_than_the_terminal(
    width: int, draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    draft.write_text(DRAFT.replace("3\n", "3.14(a)(ii)\n"))

    arguments = ["--at", "2027-03-15", "--walk-away", "North@1"]
    assert run(["timeline", draft.name, *arguments]) == 0
    assert max(map(len, capsys.readouterr().out.split("\n"))) <= width


def test_programs_get_what_the_schema_describes(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--walk-away", "North@2", "--at", "2027-02-01", "--output-format", "json"]

    assert run(["timeline", draft.name, *arguments]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
    assert document["steps"][0]["latest"] == {"date": "2027-03-01"}
    assert document["exposures"][0]["exposed"] is True
    assert document["worst"][0]["moment"] == {"date": "2027-03-01"}
    assert document["walk_away"]["party"] == "North"
    assert [held["restored_within"] for held in document["walk_away"]["held"]] == [90, 10]
    assert [held["given"] for held in document["held"]] == [[], []]


@pytest.mark.parametrize(
    "name",
    ["six-party-joint-statement-2005", "jcpoa-2015", "draft-first-steps", "dayton-annex-1a-1995"],
)
def test_the_schema_holds_for_agreements(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(CLAUSES / f"{name}.clause")

    assert run(["timeline", path, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
    assert (document["feasible"], document["circles"]) == ("yes", 0)


def test_the_unordered_pair_of_2005_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", str(CLAUSES / "six-party-joint-statement-2005.clause")]) == 0
    assert "nothing says whether 1(c) or 1(g)(iii) comes first" in capsys.readouterr().out


def test_the_order_of_the_agreed_framework_has_no_circle(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["timeline", str(CLAUSES / "agreed-framework-1994.clause")]) == 0
    out = capsys.readouterr().out

    assert "circle" not in out
    # The freeze is due a month after signature, the first oil two months later: 10 + 30 + 21 days.
    assert "61 days from 1994-11-21" in " ".join(out.split())


def test_a_text_without_dates_counts_from_signature(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain.clause"
    text = DRAFT.replace("  date: 2027-01-01\n", "").replace(
        "2027-03-01", "30 days after signature"
    )
    path.write_text(text.replace("2027-05-01", "90 days after signature"))

    assert run(["timeline", str(path)]) == 0
    out = capsys.readouterr().out
    assert "signature  30 days after" in out
    assert run(["timeline", str(path), "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["steps"][0]["latest"] == {"days": 30, "after": "signature"}
    assert document["steps"][0]["due"] == "30 days after signature"
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []


def test_lines_of_one_step_that_do_not_fit_tell_it_no_day(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other half of the first line would have it due when 2 is, which is after 2027-01-01."""
    lines = "by: earlier of 2027-02-01, 2 is complete\n  after: 2027-03-15"
    draft.write_text(DRAFT.replace("by: 2027-03-01", lines))

    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    step = next(each for each in document["steps"] if each["clause"] == "1")
    assert (step["earliest"], step["latest"]) == (None, None)
    assert step["due"] == "earlier of 2027-02-01, 2 is complete"


def test_a_step_is_not_told_to_come_after_what_it_cannot_follow(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "on: 20 days after 1 is complete\n  by: 5 days after 1 is complete"
    draft.write_text(DRAFT.replace("by: 2027-05-01", lines))

    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    step = next(each for each in document["steps"] if each["clause"] == "2")
    assert (step["earliest"], step["latest"]) == (None, None)


HARD = """\
treaty "T"

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  North shall disable its reactors.
  {first}

clause 2
  West shall suspend sanctions.
  {second}
"""


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "by: 2027-01-01\n  after: 2027-02-01",
            "after: 1 is complete",
            "The timetable cannot be kept: `clausecheck lint` shows why.",
        ),
        (
            "after: 2 is complete",
            "after: 1 is complete",
            "Some steps wait in a circle and can never begin",
        ),
        (
            "target: 2027-01-01",
            "after: 1 is complete",
            "North 1 2 without end 120–365 days, assumed exposed",
        ),
    ],
)
def test_what_cannot_be_is_said_above_the_steps(
    first: str, second: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hard.clause"
    path.write_text(HARD.format(first=first, second=second))

    assert run(["timeline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert said in out


def test_a_verdict_that_hangs_on_an_assumption_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hard.clause"
    path.write_text(HARD.format(first="target: 2027-01-01", second="after: 1 is complete"))

    assert run(["timeline", str(path), "--within", "200"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert (
        "1: exposed if it takes more than 200 days to undo; assumed are 120–365 days (estimates"
        in out
    )


def test_what_is_not_known_and_what_is_not_decided_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.clause"
    chain = "".join(
        f"clause {n}\n  North shall remember West.\n"
        f"  after: 10 days after {n - 1} is complete or 9 days after {n - 1} is verified\n"
        for n in range(3, 10)
    )
    end = "  by: 60 days after signature\n"
    text = HARD.format(first="reversible: yes", second="after: 1 is complete") + chain + end
    path.write_text(text.replace("disable its reactors", "remember West"))

    assert run(["timeline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert (
        "It could not be told whether the timetable can be kept: `clausecheck lint` says why."
        in out
    )
    assert "2: exposed if it takes" not in out or "which is not known" in out


def test_hours_are_told_as_hours_and_months_are_no_longer_than_months(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _ = DRAFT.split("clause 1", maxsplit=1)
    lines = "verified by: IAEA using on-site inspection, every {}\n  reversible: by North within {}"
    draft.write_text(
        f"{head}clause 1\n  North shall disable its reactors.\n  {lines.format('2 hours', '12 hours')}"
        "\n  if breached: West may resume sanctions within 6 hours.\n"
        f"clause 2\n  North shall disable its plants.\n  {lines.format('1 month', '1 month')}\n"
    )

    assert run(["timeline", draft.name]) == 0
    out = capsys.readouterr().out
    assert out[out.index("verification:") : out.index("\nwhat answers")] == drawn("""
        verification: is a breach answered before the step is undone?
        step  found    reported  decided   answered  in all            to undo     verdict
        ----  -------  --------  --------  --------  ----------------  ----------  ---------
        1     2 hours  not said  at once   6 hours   at least 8 hours  12 hours    not known
        2     31 days  not said  not said  not said  at least 31 days  28–31 days  not known
    """)


def test_an_answer_after_which_it_takes_longer_to_restore_is_told(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = (
        "within 90 days\n  restores in: 10 days",
        "within 10 days\n  restores in: 40 days",
    )
    draft.write_text(DRAFT.replace("within 90 days", ours).replace("within 10 days", theirs))

    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "longer to restore from, once undone (40 days against 10 days)" in out
    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["answers"][0]["less"][-1] == {
        "how": "longer to restore",
        "given": {"fewest": 10, "most": 10},
        "answer": {"fewest": 40, "most": 40},
    }
    assert document["answers"][1]["more"] == [
        {"how": "sooner", "days": 61},
        {"how": "better verified", "given": "none", "answer": "full"},
        {
            "how": "harder to undo",
            "given": {
                "by": "clause",
                "fewest": 10,
                "most": 10,
                "source": "",
                "restores": _days(40),
            },
            "answer": {
                "by": "clause",
                "fewest": 90,
                "most": 90,
                "source": "",
                "restores": _days(10),
            },
        },
        {"how": "shorter to restore", "given": _days(40), "answer": _days(10)},
    ]
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []


def test_what_is_given_for_a_term_is_open_no_longer(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    draft.write_text(DRAFT.replace("by: 2027-03-01", "by: 2027-03-01\n  for: 40 days"))

    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "40 days from 2027-03-01, till its term ends 90 days exposed" in out
    assert "North: longest for 1, 40 days" in out
    assert "later by up to 61 days" in out
    assert run(["timeline", draft.name, "--within", "40"]) == 0
    assert "90 days not exposed, as it ends by itself" in " ".join(capsys.readouterr().out.split())
    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [(each["days"], each["ended_by"]) for each in document["exposures"]] == [
        (40, "its term")
    ]
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []

    draft.write_text(
        draft.read_text().replace("by: 2027-05-01", "by: 10 days after the handover")
        + 'event the handover\n  when: outside this text, "the keys are handed over"\n'
    )
    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "not told: from 2027-03-01 to 10 days after the handover, or till its term ends" in out
    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    exposed = json.loads(capsys.readouterr().out)["exposures"][0]
    assert (exposed["given"], exposed["days"], exposed["ended_by"]) == ("1", None, "either")


def test_an_answer_for_less_long_and_upon_a_condition_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"""{PARTIES}
clause 1
  North shall not conduct missile tests.
  for: 5 years
  in return for: 2
clause 2
  West shall not conduct missile tests.
  for: 1 year
  if: "the parliament agrees"
"""
    one, other = steps_of(text, tmp_path, capsys)["answers"]

    assert [each["how"] for each in one["less"]] == ["conditional", "shorter"]
    assert [each["how"] for each in other["more"]] == ["unconditional", "longer"]
    assert run(["timeline", str(tmp_path / "steps.clause")]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "bound only on a condition; shorter (1 year against 5 years)" in out
    assert "bound without a condition; longer (5 years against 1 year)" in out


def _days(count: int) -> dict[str, int]:
    return {"fewest": count, "most": count}


@pytest.mark.parametrize(
    ("due", "undo", "said", "how"),
    [
        ("2027-03-01", "within 90 days", "on a par", []),
        ("2027-03-01", "within 60 to 120 days", "on a par, as far as is known", []),
        ("60 days after the handover", "within 90 days", "sooner or later, which is not told", ["sooner or later"]),
    ],
)  # fmt: skip
def test_what_is_not_known_of_two_steps_is_no_difference(
    due: str, undo: str, said: str, how: list[str], draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = "  verified by: IAEA using on-site inspection, every 7 days\n"
    outside = 'event the handover\n  when: outside this text, "the keys are handed over"\n'
    text = DRAFT.replace("2027-05-01", due).replace(checked, "")
    draft.write_text(text.replace("by West within 10 days", undo) + outside)

    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.rpartition("what answers what")[2].split())
    assert (out.count(said), out.count("as far as is known")) == (2, 2 * ("as far" in said))
    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [[less["how"] for less in each["less"]] for each in document["answers"]] == [how, how]
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []


def test_a_text_of_one_statement_has_nothing_to_match(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "peace.clause"
    head, _, _ = HARD.partition("clause 1")
    path.write_text(
        head + "clause 1\n  All parties declare that the war is ended.\n  on: 2027-01-01\n"
        "clause 2\n  North and West shall open liaison offices.\n"
        "  by: 9000 years after 2027-01-01\n"
    )

    assert run(["timeline", str(path)]) == 0
    out = capsys.readouterr().out
    assert "what answers what" not in out
    assert "2027-01-01  2027-01-01" in out


WIDE = """\
treaty "한반도 종전 선언"
  entry into force: exchange of instruments

party 남 "대한민국"
party 북 "조선민주주의인민공화국"

event "첫 단계"
  when: outside this text, "양측이 서명한다"

clause 1
  북 shall disable its reactors.
  by: 30 days after "첫 단계"
  verified by: IAEA using on-site inspection
  reversible: by 북 within 20 days
  restores in: 60 days

clause 2
  남 undertakes to suspend sanctions on coal exports.
  after: "첫 단계"
  on: 90 days after "첫 단계"
  in return for: 1
  reversible: no

clause 3
  남 shall open a liaison office.
  together with: 2 begins
  by: "가까운 시일 안에"

clause 4
  북 shall open a liaison office.
  after: 2 is complete or 3 is complete
  by: 10 days before 1 is verified
"""


@pytest.mark.parametrize("width", [72, 80, 120])
def test_wide_letters_keep_the_columns_straight(
    width: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    path = tmp_path / "w.clause"
    path.write_text(WIDE)

    assert run(["timeline", str(path), "--walk-away", "북@2", "--color", "never"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert all(wcswidth(line) <= width for line in lines[1:])
    assert max(map(wcswidth, lines[1:])) > width - 20


def test_what_counts_from_an_event_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "w.clause").write_text(WIDE)

    assert run(["timeline", "w.clause", "--walk-away", "북@2"]) == 0
    assert capsys.readouterr().out == drawn("""
        w.clause
        한반도 종전 선언

        It has no date: days count from signature and from entry into force.

        steps
        step  what                             earliest       latest             waits for           to undo
        ----  -------------------------------  -------------  -----------------  ------------------  -----------------------
        1     북 shall disable its reactors.   entry into     30 days after "첫  –                   20 days; the other side
                                               force          단계"                                  restores in 60 days

        2     남 undertakes to suspend         90 days after  90 days after "첫  첫 단계             never
              sanctions on coal exports.       첫 단계        단계"

        3     남 shall open a liaison office.  90 days after  "가까운 시일       together with 2     not known
                                               첫 단계        안에"

        4     북 shall open a liaison office.  90 days after  10 days before 1   2 is complete or 3  not known
                                               첫 단계        is verified        is complete
          ordered by the latest day, then by the earliest, each after those it waits for; what has no latest day is last

        exposure: given, and not to be taken back within 30 days
        party  has given  still open  open for                                                           to undo    verdict
        -----  ---------  ----------  -----------------------------------------------------------------  ---------  -----------
        북     1          2           60 days                                                            20 days    not exposed

        남     2          4           not told: from 90 days after 첫 단계 to 10 days before 1 is        never      exposed
                                      verified

        남     3          4           not told: from "가까운 시일 안에" to 10 days before 1 is verified  not known  not known
          남: longest for 2; most at once 90 days after 첫 단계: 2

        verification: is a breach answered before the step is undone?
          no time is said for any of this: 1

        verdicts that hang on figures which are not the text's own
          3: exposed if it takes more than 30 days to undo, which is not known (the vocabulary has no figure for this act)

        what answers what
        given  by  answered  by  the answer is
                   in
        -----  --  --------  --  ---------------------------------------------------------------------------------------------
        1      북  2         남  later by up to 60 days; weaker (`undertakes to` against `shall`); less verified (none against
                                 named); harder to undo (never against 20 days)

        2      남  1         북  easier to undo (20 days against never); sooner by up to 60 days; stronger (`shall` against
                                 `undertakes to`); better verified (named against none)

        2      남  4*        북  later, not told by how much; stronger (`shall` against `undertakes to`)

        3      남  4*        북  later, not told by how much
          * the text does not call this the answer: it only comes after the other step, or with it
          answered by nothing: 4 (북)

        who holds what if 북 leaves once 2 is done
        party  has given: time to undo                         is still owed  all of it undone in
        -----  ----------------------------------------------  -------------  -------------------
        남     2: never                                        4              never
        북     1: 20 days; the other side restores in 60 days  3              20 days
          2 is taken on its last day, 90 days after 첫 단계
          still owed is, to 북, what others are bound to do and have not done by then, and to the others what 북 has not, for
            whomever it is, but what several do for each other only to these
    """)


def test_headings_are_bold_where_colours_are_asked_for(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["timeline", draft.name, "--color", "always"]) == 0
    bold = capsys.readouterr().out
    assert run(["timeline", draft.name, "--color", "never"]) == 0
    plain = capsys.readouterr().out

    assert "\x1b[1msteps\x1b[0m" in bold
    assert bold.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain


@pytest.mark.parametrize("text", ["", "\n# nothing but this\n", 'treaty "T"\n'])
def test_a_text_without_steps_says_that_it_has_none(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.clause"
    path.write_text(text)

    assert run(["timeline", str(path)]) == 0
    out = capsys.readouterr().out
    assert "there are none: no clause says what anybody does" in out
    assert "exposure" not in out


def test_standard_input_is_read_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(DRAFT.encode())))

    assert run(["timeline", "-"]) == 0
    assert "North shall disable its" in capsys.readouterr().out


def test_a_day_says_nothing_of_a_text_without_dates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain.clause"
    path.write_text(HARD.format(first="target: 2027-01-01", second="after: 1 is complete"))

    assert run(["timeline", str(path), "--at", "2027-03-15"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "The text has no date, so nothing tells how far a step is on 2027-03-15." in out
    assert "not told" not in out
    assert "who holds what" not in out


def test_brackets_and_unreadable_lines_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hard.clause"
    path.write_text(HARD.format(first="by: [2027-01-01 | 2027-02-01]", second="bye: never"))

    assert run(["timeline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Brackets are open, and of each the first proposal is taken: " in out
    assert "Lines that could not be read are left out" in out


def test_a_clause_with_an_unreadable_line_is_left_out_throughout(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """That line may say how soon it is due, looked at or reported."""
    draft.write_text(DRAFT.replace("within 2 days to West", "immediately"))

    assert run(["timeline", draft.name, "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [each["clause"] for each in document["steps"]] == ["2", "3(a)"]
    assert (document["answers"], document["verification"]) == ([], [])
    assert [each["clause"] for each in document["unanswered"]] == ["2", "3(a)"]


def test_times_that_are_not_counted_are_said(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row without a day, of a step whose words have one, needs a reason."""
    draft.write_text(DRAFT.replace("remains.", "remains within 9 days after signature."))

    assert run(["timeline", draft.name]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "among the words of 3 is not counted: `clausecheck lint` says how to write it" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["draft.clause", "--within", "soon"], "'soon' is no number of days; write it as 30d"),
        (["draft.clause", "--within", "100000d"], "too long a time; ask for 99999d at the most"),
        (["draft.clause", "--walk-away", "North"], "write it as PARTY@2.1"),
        (
            ["draft.clause", "--walk-away", "North@1", "--walk-away", "West@2"],
            "one party and step at a time; ask for each by itself",
        ),
        (["draft.clause", "--language", "ko"], "'ko'; its language versions do not differ"),
        (["draft.clause", "--language", ""], "no version is in ''; its language versions do not"),
        (
            ["draft.clause", "--walk-away", "East@1"],
            "no party is named 'East'; there are: North, West",
        ),
        (["draft.clause", "--walk-away", "Wset@1"], "no party is named 'Wset'; did you mean West?"),
        (["draft.clause", "--walk-away", "IAEA@1"], "no party is named 'IAEA'"),
        (["draft.clause", "--walk-away", "North@3"], "no step is numbered '3'; it has 3(a)"),
        (["draft.clause", "--walk-away", "North@9"], "'9'; there are: 1, 2, 3(a)"),
        (["draft.clause", "--at", "tomorrow"], "'tomorrow' is not a day"),
        (["nowhere.clause"], "nowhere.clause: there is no such file or folder"),
        (["."], "."),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], message: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draft.exists()
    assert run(["timeline", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_text_beyond_all_limits_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deep.clause"
    path.write_text(DRAFT + "  by: " + "[" * 300 + "\n")

    assert run(["timeline", str(path)]) == 2
    assert "brackets are nested deeper than" in capsys.readouterr().err


# ── What is a step, and in which order ───────────────────────────────────────────────────────────


def steps_of(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:  # noqa: ANN401 - JSON
    path = tmp_path / "steps.clause"
    path.write_text(text)
    assert run(["timeline", str(path), "--output-format", "json", *more]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
    return document


PARTIES = """\
treaty "T"
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"
"""


def test_what_a_text_says_of_itself_or_only_says_is_no_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PARTIES + dedent("""
        clause 1
          All parties declare that the war is ended.
        clause 2
          North and West affirm that peace is good.
        clause 3
          This treaty shall be deposited with UNSG.
        clause 4
          The English text shall prevail.
        clause 5
          North shall act as depositary of this treaty.
        clause 6
          All parties jointly may amend this treaty.
        clause 7
          This treaty shall enter into force.
          on: signature
        clause 8
          Each party shall ratify this treaty.
        clause 9
          This treaty shall remain in force.
          for: 5 years
        clause 10
          This treaty shall remain in force.
          for: without limit
        clause 11
          It is agreed that the commission ends.
          on: 2027-05-01
        clause 12
          Nothing in this treaty affects earlier treaties.
        clause 13
          North shall keep the map.
    """)
    document = steps_of(text, tmp_path, capsys)

    assert [step["clause"] for step in document["steps"]] == ["1", "9", "13", "11", "8"]
    assert document["steps"][1]["ends"] == {"date": "2032-01-01"}
    assert {each["why"]: each["clause"] for each in document["no_steps"]} == {
        "only says something": "12",
        "on the text itself": "10",
    }
    assert [each["clause"] for each in document["no_steps"]] == [
        *("2", "3", "4", "5", "6", "7", "10", "12")
    ]
    assert run(["timeline", str(tmp_path / "steps.clause")]) == 0
    out = capsys.readouterr().out
    assert "no steps, as they only say something: 2, 12" in out
    assert "no steps, as they are on the text itself: 3, 4, 5, 6, 7, 10" in out
    assert "answered by nothing: 13 (North)" in out


def test_a_text_of_words_alone_has_no_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "words.clause"
    path.write_text(PARTIES + "\nclause 1\n  North and West affirm that peace is good.\n")

    assert run(["timeline", str(path)]) == 0
    out = capsys.readouterr().out
    assert "there are none: no clause says what anybody does" in out
    assert "no steps, as they only say something: 1" in out


def test_steps_are_ordered_by_the_latest_day_and_stand_behind_what_they_wait_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """3 has no day of its own: it stands where 4 would, which waits for it. 2 and 7 have no day."""
    text = PARTIES + dedent("""
        clause 1
          North shall open its border.
          by: 2027-06-01
        clause 2
          North shall print the map.
        clause 3
          North shall freeze its reactors.
        clause 4
          West shall suspend sanctions.
          after: 3 is complete
          by: 2027-03-01
        clause 5
          North shall return the remains.
          by: 20 days after the handover
        clause 6
          West shall return the remains.
          by: 10 days after the handover
        clause 7
          North shall return the flag.
          after: 2027-02-01
        clause 8
          West shall return the flag.
          after: 4 is complete and 1 is complete and 9 is complete
          by: 2027-06-01
        clause 9
          This treaty shall enter into force.
        event "the handover"
          when: "the flag is lowered"
    """)
    document = steps_of(text, tmp_path, capsys, "--at", "2027-04-01")

    ordered = ["3", "4", "1", "8", "6", "5", "2", "7"]
    assert [step["clause"] for step in document["steps"]] == ordered
    progress = {step["clause"]: step["progress"] for step in document["steps"]}
    assert progress == {
        **dict.fromkeys(ordered, "open"),
        "3": "needed",
        "4": "due",
    }
    held = {each["party"]: each for each in document["held"]}
    assert [given["clause"] for given in held["North"]["given"]] == ["3"]
    assert [given["clause"] for given in held["West"]["given"]] == ["4"]
    assert held["West"]["owed"] == ["1", "2", "5", "7"]


def test_steps_in_a_circle_stand_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PARTIES + dedent("""
        clause 1
          North shall freeze its reactors.
          after: 2 is complete
        clause 2
          West shall suspend sanctions.
          after: 1 is complete
          by: 2027-03-01
        clause 3
          North shall keep the map.
    """)
    document = steps_of(text, tmp_path, capsys)

    assert [step["clause"] for step in document["steps"]] == ["3", "1", "2"]


# ── Whether the text is in force ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "force", "said"),
    [
        ("status: introduced", "not yet", "The text is not in force (`status: introduced`)"),
        ("status: rolling text", "not yet", "The text is not in force (`status: rolling text`)"),
        ("status: suspended", "suspended", "The text is suspended (`status: suspended`)"),
        ("status: superseded", "no longer", "is no longer in force (`status: superseded`)"),
        ("status: never in force", "never", "was never in force (`status: never in force`)"),
        ("status: signed", "not told", "its days count from its own date, 2027-01-01."),
        ("status: in force", "in force", "its days count from its own date, 2027-01-01."),
    ],
)
def test_whether_the_text_is_in_force_is_said_above_its_days(
    head: str, force: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PARTIES.replace("  date", f"  {head}\n  date") + "\nclause 1\n  North shall keep it.\n"
    document = steps_of(text, tmp_path, capsys)

    assert document["force"] == force
    assert (document["signed"], document["entry_into_force"]) == (
        "2027-01-01",
        {"said": False, "date": "2027-01-01"},
    )
    assert said in document["notes"][0]
    for output_format in ("table", "markdown"):
        path = str(tmp_path / "steps.clause")
        assert run(["timeline", path, "--output-format", output_format]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert said.replace("`", "") in out.replace("<code>", "").replace("</code>", "").replace(
            "`", ""
        )


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "It has no date, nor a line on when it enters into force: days count from signature."),
        (
            "  entry into force: 30 days after signature\n",
            "It has no date: days count from signature and from entry into force.",
        ),
        ("  date: 2027-01-01\n  entry into force: signature\n", None),
        (
            "  date: 2027-01-01\n  entry into force: later of 2027-03-01, ratification\n",
            "It can enter into force from 2027-03-01 on.",
        ),
    ],
)
def test_what_days_count_from_is_said(
    head: str, said: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PARTIES.replace("  date: 2027-01-01\n", head) + "\nclause 1\n  North shall keep it.\n"

    assert steps_of(text, tmp_path, capsys)["notes"] == ([said] if said else [])


def test_what_begins_with_a_text_can_be_begun_once_that_can_be_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "  date: 2027-01-01\n  entry into force: ratification\n"
    text = f"{_headed(head)}clause 1\n  North shall open it.\n  after: entry into force\n"

    for day, progress in (("2026-12-31", "not yet"), ("2027-01-01", "open")):
        (step,) = steps_of(text, tmp_path, capsys, "--at", day)["steps"]
        assert step["progress"] == progress


def _headed(lines: str) -> str:
    """Return the parties below other lines of the head."""
    return PARTIES.replace("  date: 2027-01-01\n", lines)


def test_dates_before_the_text_can_be_in_force_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "  date: 2027-01-01\n  entry into force: 2028-01-01\n"
    text = f"""{_headed(head)}
clause 1
  North shall open the road.
  by: 2027-06-01
clause 2
  North shall not conduct nuclear tests.
  from: 2027-03-01
clause 3
  North may use the road.
  from: signature
  until: 2027-12-31
clause 4
  North shall open the railway.
  by: 2028-06-01
clause 5
  North shall ratify this treaty.
  by: 2027-06-01
clause 6
  North shall open the harbour.
  by: 30 days after signature
clause 7
  North shall open the airport.
  by: earlier of 2027-06-01, 60 days after signature
clause 8
  North shall open the bridge.
  by: 2027-06-01
  reviewer: done 2027-05-01
clause 9
  North shall open the tunnel.
clause 10
  North may use the tunnel.
  from: 2027-02-01
  until: 2027-12-31
"""

    (note,) = steps_of(text, tmp_path, capsys)["notes"]
    assert note == (
        "Dates in 1, 2, 10 come before 2028-01-01, the first day on which the text can be in "
        "force; they are told as its lines set them."
    )


def test_dates_before_a_day_of_which_nothing_tells_are_not_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "  entry into force: 30 days after signature\n"
    text = f"""{_headed(head)}
clause 1
  North shall open the road.
  by: 2027-06-01
"""

    notes = steps_of(text, tmp_path, capsys)["notes"]
    assert notes == ["It has no date: days count from signature and from entry into force."]


def test_nothing_is_said_of_when_a_text_whose_days_do_not_fit_can_be_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "  date: 2027-03-01\n  entry into force: 2027-01-01\n"

    (note,) = steps_of(_headed(head) + "clause 1\n  North shall keep it.\n", tmp_path, capsys)[
        "notes"
    ]
    assert note.startswith("The timetable cannot be kept")


def test_the_timeline_as_markdown(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(DRAFT.replace("First steps", "First | <steps>"))

    assert run(["timeline", draft.name, "--output-format", "markdown", "--at", "2027-04-01"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## draft.clause: First ")
    assert "<steps>" not in out
    assert "| step | what | earliest | latest | to undo | on 2027-04-01 |\n| --- |" in out
    assert (
        "| 1 | North shall disable its reactors. | 2027-01-01 | 2027-03-01 | 90 days | due |" in out
    )
    assert "### Who holds what on 2027-04-01, if all is done when it is due" in out
    assert all(line.count("|") in {0, 6, 7, 9, 5} for line in out.split("\n"))


TWO_CLOCKS = """\
treaty "Two clocks"
party North "Kingdom of the North"
party West "Commonwealth of the West"
clause 1
  North shall dismantle its reactors.
  on: signature
  in return for: 2
clause 2
  West shall lift sanctions on coal exports.
  on: 2027-03-01
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", True),
        ("  on: 2027-03-01\n", "  on: 2027-03-01\n  after: 1 is complete\n", False),
        ("  on: signature", "  on: signature\n  before: 2 begins", False),
        ("  on: signature", "  on: 2027-01-01", False),
        ('clocks"', 'clocks"\n  date: 2027-01-01', False),
    ],
)
def test_a_signature_without_a_day_beside_a_day(
    before: str, after: str, *, told: bool, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(TWO_CLOCKS.replace(before, after) if before else TWO_CLOCKS)

    run(["lint", draft.name])
    lint = " ".join(capsys.readouterr().out.split())
    run(["timeline", draft.name])
    timeline = " ".join(capsys.readouterr().out.split())

    why = "nothing tells whether"
    first = "The text has no `date:`, so nothing tells whether 1, which counts from signature, or 2"
    assert (first in lint, why in timeline, "sooner or later, which is" in timeline) == (told,) * 3


def test_when_a_step_must_have_begun_and_what_binds_nobody_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = PARTIES.replace("2027-01-01", "2027-01") + dedent("""
        clause 1
          North shall freeze its reactors.
          starts: by 1 month after signature
          by: 2027-06-01
        clause 2
          West shall suspend sanctions.
          starts: by 2027-05-01
        clause 3
          North shall return the remains.
          target: 2027-04-01
        clause 4
          North shall return the flag.
          reviewer: suspended
        clause 5
          West shall keep the map.
          by: later of 2027-07-01, 1 month after 2 begins
          in return for: 1
    """)
    document = steps_of(text, tmp_path, capsys)
    assert document["signed"] == "2027-01"
    assert document["no_steps"] == [{"clause": "4", "why": "suspended or ended"}]
    assert [step["clause"] for step in document["steps"]] == ["2", "1", "5", "3"]
    first, other, _, _ = document["steps"]
    assert first["begun"] == {"date": "2027-05-01"}
    assert other["begun"] == {"date": "2027-02-28"}
    assert document["steps"][3]["target"] == "2027-04-01"

    assert run(["timeline", str(tmp_path / "steps.clause")]) == 0
    out = capsys.readouterr().out
    assert "its days count from its own date, 2027-01." in out
    assert "2027-01-01  begun by 2027-02-28, done by 2027-06-01" in out
    assert "2027-01-01  begun by 2027-05-01 " in out
    assert "2027-01-01  target: 2027-04-01 " in out
    assert "left out, as the reviewer calls them suspended or ended: 4" in out
    assert "30 days from 2027-06-01" in out


def test_what_is_taken_for_granted_of_looks_and_what_is_no_day_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PARTIES + dedent("""
        clause 1
          North shall freeze its reactors.
          verified by: IAEA using on-site inspection, at least 2 times per month
        clause 2
          West shall suspend sanctions.
          on: 2027-02-31
    """)
    path = tmp_path / "looks.clause"
    path.write_text(text)

    assert run(["timeline", str(path)]) == 0
    out = capsys.readouterr().out
    assert "taken as evenly spread, so many looks in a month or a year: 1" in out
    assert "2027-02-31" not in out


def test_that_not_all_choices_were_tried_with_each_other_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "clause 1\n  North shall return the remains.\n  by: 2027-06-01\n"
    for number in range(2, 40):
        before = f"{number - 1} is complete"
        body += f"clause {number}\n  West shall return the flag.\n"
        body += f"  on: 1 day after {before} or 2 days after {before}\n"
    path = tmp_path / "choices.clause"
    path.write_text(PARTIES + body)

    assert run(["timeline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "not all were tried with each other: a step may have fewer days than are told" in out


# ── Language versions ────────────────────────────────────────────────────────────────────────────

IN_TWO = """\
treaty "Of the road"
  date: 2027-01-01
  languages: English, Korean; both equally authentic
party North "Kingdom of the North"

clause 1
  North shall open the road.
  by: [60 days after signature {en} | 90 days after signature {ko}]
"""


@pytest.mark.parametrize(
    ("arguments", "due", "shown", "other"),
    [
        ([], "2027-03-02", "English", "ko"),
        (["--language", "ko"], "2027-04-01", "Korean", "en"),
        (["--language", "Korean"], "2027-04-01", "Korean", "en"),
        (["--language", "EN"], "2027-03-02", "English", "ko"),
    ],
)
def test_it_is_said_of_which_language_version_the_days_are(
    arguments: list[str],
    due: str,
    shown: str,
    other: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    document = steps_of(IN_TWO, tmp_path, capsys, *arguments)

    assert document["steps"][0]["latest"]["date"] == due
    assert document["notes"][0] == (
        f"The language versions differ in 1#1, and this is the {shown} text; "
        f"`--language {other}` shows the other."
    )


@pytest.mark.parametrize(
    ("language", "message"),
    [("fr", "no version is in 'fr'; there are: en-A, en-B, ko"), ("English", "several versions")],
)
def test_a_language_that_a_text_has_not_or_has_twice_is_refused(
    language: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.clause"
    path.write_text(
        IN_TWO.replace("{en}", "{en-A} | 70 days after signature {en-B}"), encoding="utf-8"
    )

    assert run(["timeline", str(path), "--language", language]) == 2
    assert message in capsys.readouterr().err
