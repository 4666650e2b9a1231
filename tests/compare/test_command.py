"""The command as a user runs it: files, standard input, versions, git, formats, exit statuses."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped, unused-ignore]
from wcwidth import wcswidth

from clausecheck.cli.app import run

from .texts import CLAUSES, HEAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Run: TypeAlias = Callable[..., tuple[int, str, str]]

TESTS = Path(__file__).parents[1]
FIRST = HEAD + "clause 1\n  Northland shall withdraw its tanks.\n  by: 60 days after signature\n"
SECOND = FIRST.replace("60", "90")
THIRD = FIRST.replace("shall", "may")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("a", FIRST), ("b", SECOND), ("c", THIRD)):
        (folder / f"{name}.clause").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def compare(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command in the project, and gives its status and what it wrote."""
    assert project.is_dir()

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(["compare", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_the_table_says_what_changed_and_ends_with_three_lines(compare: Run) -> None:
    status, out, err = compare("a.clause", "b.clause")

    assert (status, err) == (0, "")
    assert out == (
        "a.clause → b.clause\n"
        "Draft\n"
        "note: The text is partial, so what it leaves out is not judged; say `scope:\n"
        "  complete` if it is whole.\n"
        "\n"
        "Northland gains: it is bound less in 1.\n"
        "The text binds less in 1.\n"
        "Of the sentences: 1 changed; 0 unchanged.\n"
        "\n"
        "change  clause  what changed\n"
        "------  ------  ---------------------------------------------------------------\n"
        "weaker  1       deadline 30 days later: `by: 60 days after signature` → `by: 90\n"
        "                days after signature`\n"
        "\n"
        "got better: nothing\n"
        "got worse: nothing\n"
        "for whom: Northland bound less in 1\n"
    )


def test_nothing_changed_is_said_in_so_many_words(compare: Run) -> None:
    status, out, _ = compare("a.clause", "a.clause", "-q")

    assert status == 0
    assert out.endswith("\n\nNothing changed in what the text says.\n")


@pytest.mark.parametrize(
    ("why", "first", "second", "status"),
    [
        ("weaker", "a", "b", 1),
        ("weaker", "b", "a", 0),
        ("weaker", "a", "c", 1),
        ("new", "a", "b", 0),
        ("any", "b", "a", 1),
        ("any", "a", "a", 0),
    ],
)
def test_it_fails_on_what_it_is_told_to_fail_on(
    compare: Run, why: str, first: str, second: str, status: int
) -> None:
    assert compare("--fail-on", why, f"{first}.clause", f"{second}.clause")[0] == status


def test_new_findings_can_fail(compare: Run, project: Path) -> None:
    (project / "d.clause").write_text(FIRST.replace("60 days after signature", '"soon"'))

    assert compare("a.clause", "d.clause", "--fail-on", "new")[0] == 1
    assert compare("a.clause", "d.clause", "--fail-on", "weaker", "--fail-on", "new")[0] == 1


def test_several_drafts_stand_beside_one_base(compare: Run) -> None:
    _, out, _ = compare("a.clause", "b.clause", "c.clause")
    lines = out.split("\n")

    assert [line for line in lines if "→" in line and ".clause" in line] == [
        "a.clause → b.clause",
        "a.clause → c.clause",
    ]
    assert "party      a      b      c" in lines
    assert "Northland  1 + 0  1 + 0  0 + 0" in lines
    assert lines.count("b.clause") == lines.count("c.clause") == 1


def test_one_of_them_may_be_standard_input(compare: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SECOND.encode())))
    status, out, _ = compare("a.clause", "-", "-q")

    assert status == 0
    assert out.startswith("a.clause → -\n")
    assert "deadline 30 days later" in out


def test_a_single_draft_has_its_language_versions_compared(compare: Run) -> None:
    status, out, _ = compare(str(CLAUSES / "panmunjom-2018.clause"), "-q")

    assert status == 0
    assert out.startswith("the English text → the Korean text\n")
    assert "→ `declare`" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "two drafts are needed, or --against with a commit"),
        (("a.clause",), "a second draft is needed"),
        (("a.clause", "b.clause", "--exclude", "a"), "--exclude is for folders"),
        (("-", "-"), "standard input, -, can be one of the drafts only"),
        (("a.clause", "none.clause"), "not compared: none.clause: there is no such file"),
        (("--against", "HEAD", "-"), "standard input, -, has no other state in git"),
        (("--max-bytes", "9", "a.clause", "b.clause"), "not compared: a.clause: "),
    ],
)
def test_what_cannot_be_done_is_said(compare: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = compare(*arguments)

    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("name", ["deep.clause", "deep-alone.clause"])
def test_a_text_that_nobody_writes_is_refused(compare: Run, project: Path, name: str) -> None:
    (project / name).write_text(HEAD + "clause 1\n  A shall " + "[" * 300 + "x" + "]" * 300 + ".\n")
    paths = (name,) if "alone" in name else (name, "a.clause")
    status, _, err = compare(*paths)

    assert status == 2
    assert "brackets are nested deeper" in err


def test_brackets_and_unread_lines_are_said_and_the_rest_is_compared(
    compare: Run, project: Path
) -> None:
    (project / "d.clause").write_text(
        SECOND + "clause 2\n  Southland [shall | may] leave.\nclause 3\n  Southland must go.\n"
    )
    _, out, _ = compare("a.clause", "d.clause")
    text = " ".join(out.split())

    assert (
        "note, d.clause: Brackets are open, and of each the first proposal is taken: 2#1." in text
    )
    assert "note, d.clause: Line 11 could not be read" in text
    assert "deadline 30 days later" in text


# ── Formats ──


def schema() -> dict[str, Any]:
    path = resources.files("clausecheck.reporters") / "comparison.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(loaded)
    return loaded


def test_programs_get_what_the_schema_describes(compare: Run) -> None:
    status, out, _ = compare(
        "a.clause", "b.clause", "c.clause", "--output-format", "json", "--fail-on", "weaker"
    )
    document = json.loads(out)

    assert status == document["exit"] == 1
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
    first, second = document["comparisons"]
    assert first["clauses"][0]["changes"] == [
        {
            "kind": "deadline",
            "direction": "weaker",
            "message": "deadline 30 days later: `by: 60 days after signature` → "
            "`by: 90 days after signature`",
            "before": {"start": {"line": 7, "column": 3}, "end": {"line": 7, "column": 30}},
            "after": {"start": {"line": 7, "column": 3}, "end": {"line": 7, "column": 30}},
            "parties": ["Northland"],
            "reaches": [],
        }
    ]
    assert second["burden"]["Northland"] == {
        "base": {"alone": 1, "shared": 0},
        "other": {"alone": 0, "shared": 0},
    }


def test_real_texts_give_what_the_schema_describes(compare: Run) -> None:
    names = ("jcpoa-2015", "agreed-framework-1994")
    _, out, _ = compare(*(str(CLAUSES / f"{n}.clause") for n in names), "--output-format", "json")

    assert list(Draft202012Validator(schema()).iter_errors(json.loads(out))) == []


OFFICIAL = Draft4Validator(
    json.loads(
        (TESTS / "reporters" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    )
)
SOFT = HEAD + (
    'clause 1\n  Northland shall withdraw its tanks.\n  by: "soon"\n'
    'clause 2\n  Southland shall release its prisoners.\n  by: "promptly"\n'
    "clause 3\n  Northland shall remove its artillery.\n  by: 2027-05-01\n"
)
NEW = 'declaration "New"\nclause 1\n  UNSC shall meet.\n  by: "soon"\n'
HARD = SOFT.replace('"soon"', "2027-03-01").replace("2027-05-01", '"early"')


def states(out: str, rule: str = "soft-deadline") -> list[set[tuple[str, str, str, int]]]:
    """Return of each run the state, clause, file and line of what one rule found."""
    document = json.loads(out)

    assert list(OFFICIAL.iter_errors(document)) == []
    found = []
    for run_ in document["runs"]:
        told: set[tuple[str, str, str, int]] = set()
        for result in run_["results"]:
            place = result["locations"][0]["physicalLocation"]
            described = run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
            file, line = place["artifactLocation"]["uri"], place["region"]["startLine"]

            assert described == result["ruleId"]
            if rule == described:
                clause = result["locations"][0]["logicalLocations"][0]["name"]
                told.add((result["baselineState"], clause, file, line))
        found.append(told)
    return found


def test_in_sarif_every_finding_says_what_became_of_it(compare: Run, project: Path) -> None:
    (project / "x.clause").write_text(SOFT)
    (project / "y.clause").write_text(HARD)
    status, out, err = compare("x.clause", "y.clause", "--output-format", "sarif")

    assert (status, err) == (0, "")
    assert states(out) == [
        {
            ("new", "3", "y.clause", 13),
            ("unchanged", "2", "y.clause", 10),
            ("absent", "1", "x.clause", 7),
        }
    ]
    (run_,) = json.loads(out)["runs"]
    assert "automationDetails" not in run_
    failed, out, _ = compare("x.clause", "y.clause", "--output-format", "sarif", "--fail-on", "new")
    assert failed == json.loads(out)["runs"][0]["invocations"][0]["exitCode"] == 1


def test_what_may_still_be_found_in_a_text_that_could_not_be_read_is_not_cleared(
    compare: Run, project: Path
) -> None:
    (project / "x.clause").write_text(SOFT)
    (project / "y.clause").write_text(
        SOFT.replace("Northland shall withdraw", "Northland must withdraw")
    )
    _, table, _ = compare("x.clause", "y.clause")
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "json")
    _, sarif, _ = compare("x.clause", "y.clause", "--output-format", "sarif")
    _, back, _ = compare("y.clause", "x.clause", "--output-format", "json")
    found = json.loads(out)["comparisons"][0]["findings"]
    returned = json.loads(back)["comparisons"][0]["findings"]
    (run_,) = json.loads(sarif)["runs"]

    assert (found["cleared"], {each["clause"] for each in found["unjudged"]}) == ([], {"1"})
    assert [each["rule"] for each in returned["cleared"]] == ["unreadable-line"]
    assert returned["unjudged"] == []
    assert "findings cleared" not in table
    assert "findings not judged, as a line could not be read\n" in table
    assert "absent" not in {each["baselineState"] for each in run_["results"]}
    assert "not judged, as a line could not be read" in sarif


WHOLE = """\
treaty "Draft"
  scope: complete
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  All parties declare that the war is ended.
clause 2
  DPRK shall freeze its reactors.
  by: "soon"
"""


def test_a_whole_text_is_held_against_a_part_as_if_both_were_parts(
    compare: Run, project: Path
) -> None:
    """What the part leaves out may stand in the rest of it: no objection is gone for that."""
    part = WHOLE.replace("complete", "partial").replace('"soon"', "2027-03-01")
    (project / "x.clause").write_text(WHOLE)
    (project / "y.clause").write_text(part)
    _, table, _ = compare("x.clause", "y.clause")
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "json")
    status, back, _ = compare("y.clause", "x.clause", "--output-format", "json", "--fail-on", "new")
    made, turned = (json.loads(each)["comparisons"][0] for each in (out, back))

    assert [each["rule"] for each in made["findings"]["cleared"]] == ["soft-deadline"]
    assert "unification-unaddressed" in {each["rule"] for each in made["findings"]["unjudged"]}
    assert made["ledger"]["B01"]["base"] == made["ledger"]["B01"]["other"] == "not judged"
    assert "findings not judged, as the text is only a part here" in table
    assert "B01" not in table.partition("got better")[2]
    assert "“Unification claims" not in str(turned["verdict"]["worse"])
    assert status == 1


def test_in_sarif_a_finding_is_updated_where_its_clause_or_its_words_are_others(
    compare: Run, project: Path
) -> None:
    first, second, third = SOFT.removeprefix(HEAD).split("clause ")[1:]
    new = "clause 1\n  Southland shall open its river.\n  by: 2027-03-01\n"
    below = f"clause 2{first[1:]}clause 3{second[1:]}clause 4{third[1:]}"
    (project / "x.clause").write_text(SOFT)
    (project / "renumbered.clause").write_text(HEAD + new + below)
    (project / "reordered.clause").write_text(HEAD + f"clause {second}clause {first}clause {third}")
    names = ("renumbered.clause", "reordered.clause")
    _, out, _ = compare("x.clause", *names, "--output-format", "sarif")
    found = states(out)

    assert found[0] == {
        ("updated", "2", "renumbered.clause", 10),
        ("updated", "3", "renumbered.clause", 13),
    }
    assert {each[0] for each in found[1]} == {"unchanged"}
    for name in ("3390a", "3390b"):  # they have other vague words in their second clause
        text = (CLAUSES / f"general-assembly-{name}-1975.clause").read_text(encoding="utf-8")
        (project / f"{name}.clause").write_text(text, encoding="utf-8")
    _, out, _ = compare("3390a.clause", "3390b.clause", "--output-format", "sarif")
    (vague,) = states(out, "vague-words")
    assert ("updated", "2", "3390b.clause") in {each[:3] for each in vague}


def test_in_sarif_each_further_draft_has_a_run_of_its_own(compare: Run, project: Path) -> None:
    accepted = '  accept soft-deadline\n    because: "So be it."\n'
    (project / "x.clause").write_text(SOFT)
    (project / "y.clause").write_text(SOFT)
    (project / "z.clause").write_text(SOFT.replace('"promptly"\n', f'"promptly"\n{accepted}'))
    paths = ("x.clause", "y.clause", "y.clause", "z.clause")
    _, out, _ = compare(*paths, "--output-format", "sarif")
    runs = json.loads(out)["runs"]

    assert states(out)[2] == {("unchanged", "1", "z.clause", 7)}
    assert [each["automationDetails"]["id"] for each in runs] == [
        "y.clause/",
        "y.clause (2)/",
        "z.clause/",
    ]
    (told,) = runs[2]["invocations"][0]["toolConfigurationNotifications"]
    assert told["message"]["text"] == (
        "z.clause: accepted on record by now, and therefore among no results: soft-deadline (2)"
    )


def test_in_sarif_what_could_not_be_compared_makes_the_run_unsuccessful(compare: Run) -> None:
    status, out, err = compare("a.clause", "none.clause", "--output-format", "sarif")
    (invocation,) = json.loads(out)["runs"][0]["invocations"]

    assert (status, states(out)) == (2, [set()])
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert "not compared: none.clause" in err


def test_in_full_both_texts_are_quoted_with_the_words_marked(compare: Run) -> None:
    _, out, _ = compare("a.clause", "c.clause", "--output-format", "full", "-q")

    assert (
        "1\n"
        "  weaker: a duty became a permission: `shall` → `may`\n"
        " --> a.clause:6:3\n"
        "  |\n"
        "6 |   Northland shall withdraw its tanks.\n"
        "  |             ^^^^^\n"
        " --> c.clause:6:3\n"
        "  |\n"
        "6 |   Northland may withdraw its tanks.\n"
        "  |             ^^^\n"
    ) in out


def test_in_full_the_lines_of_the_head_are_quoted_too(compare: Run, project: Path) -> None:
    for name, days in (("x", "01"), ("y", "02")):
        text = FIRST.replace('declaration "Draft"', f'declaration "Draft"\n  date: 2027-01-{days}')
        (project / f"{name}.clause").write_text(text)
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "full", "-q")

    assert "2 |   date: 2027-01-01\n  |   ^^^^^^^^^^^^^^^^\n --> y.clause:1:1\n" in out


def test_markdown_of_clauses_that_only_moved_has_no_empty_table(
    compare: Run, project: Path
) -> None:
    one, two = "Northland shall open the road.", "Southland shall release its prisoners."
    for name, sentences in (("x", (one, two)), ("y", (two, one))):
        clauses = (f"clause {at}\n  {each}\n" for at, each in enumerate(sentences, 1))
        (project / f"{name}.clause").write_text(HEAD + "".join(clauses))
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "markdown")

    assert "moved, and the same: 2 → 1, 1 → 2" in out
    assert "what changed" not in out


def test_markdown_does_nothing_but_show(compare: Run, project: Path) -> None:
    evil = 'by: "soon | <b>x</b> @everyone `code` ![x](http://e.vil) #1"'
    (project / "d.clause").write_text(FIRST.replace("by: 60 days after signature", evil))
    _, out, _ = compare("a.clause", "d.clause", "--output-format", "markdown")
    row = next(line for line in out.split("\n") if "softened" in line)

    assert row.count(" | ") == 2
    for sign in ("<b>", "@everyone", "](", "http://"):
        assert sign not in out
    assert "| **weaker** | 1 | deadline softened to words: " in row


@pytest.mark.parametrize(
    ("how", "width"), [("table", 80), ("table", 120), ("table", 40), ("full", 80)]
)
def test_it_fits_the_screen(
    compare: Run, project: Path, monkeypatch: pytest.MonkeyPatch, width: int, how: str
) -> None:
    wide = (
        (CLAUSES / "pyongyang-2018.clause").read_text().replace("Gaeseong complex", "개성공단 " * 9)
    )
    (project / "wide.clause").write_text(wide, encoding="utf-8")
    before = (CLAUSES / "panmunjom-2018.clause").read_text(encoding="utf-8")
    (project / "panmunjom.clause").write_text(before, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = compare("panmunjom.clause", "wide.clause", "wide.clause", "--output-format", how)
    assert [line for line in out.split("\n") if wcswidth(line) > width] == []


EXPOSED = """\
treaty "Steps"
  date: 2027-01-01
party North "Kingdom of the North"
party West "Commonwealth of the West"
clause 1
  North shall dismantle its reactors.
  by: 2027-03-01
  reversible: by North within 90 days
  in return for: 2
clause 2
  West shall lift sanctions on coal.
  by: 2027-04-01
"""


def test_exposure_stands_in_columns(compare: Run, project: Path) -> None:
    later = EXPOSED.replace("2027-04-01", "2027-06-01")
    never = EXPOSED.replace("by: 2027-03-01", "on: 2027-03-01").replace(
        "by: 2027-04-01", "after: 1 is complete\n  by: 2027-02-01"
    )
    even = EXPOSED.replace("2027-04-01", "2027-03-01")
    for name, text in (("x", EXPOSED), ("later", later), ("never", never), ("even", even)):
        (project / f"{name}.clause").write_text(text, encoding="utf-8")
    _, out, _ = compare("x.clause", "later.clause", "even.clause")

    assert "party  x            later        even" in out.split("\n")
    assert "North  31 days (1)  92 days (1)  none" in out.split("\n")
    assert "longest exposure of North 31 days → 92 days" in " ".join(out.split())
    _, out, _ = compare("x.clause", "never.clause")
    assert "not told: the timetable" in " ".join(out.split())
    document = json.loads(compare("x.clause", "never.clause", "--output-format", "json")[1])
    assert document["comparisons"][0]["exposure"]["North"]["other"] is None


LONG = "a-very-long-name-of-a-draft-that-nobody-can-read-in-one-line"


def test_long_names_keep_both_their_ends(compare: Run, project: Path) -> None:
    for end in ("first", "second"):
        text = THIRD if end == "second" else FIRST
        (project / f"{LONG}-{end}.clause").write_text(text, encoding="utf-8")
    _, out, _ = compare(f"{LONG}-first.clause", f"{LONG}-second.clause")
    headings = next(line for line in out.split("\n") if line.startswith("party "))

    assert "first" in headings
    assert "second" in headings
    assert len(headings) <= 80


def test_two_files_of_one_name_are_told_apart(compare: Run, project: Path) -> None:
    (project / "other").mkdir()
    (project / "other" / "a.clause").write_text(THIRD, encoding="utf-8")
    _, out, _ = compare("a.clause", "other/a.clause")

    assert "party      a.clause  other/a.clause" in out.split("\n")


def test_lines_above_several_sentences_are_told_once(compare: Run, project: Path) -> None:
    two = "clause 1\n  by: 2027-03-01\n  (a) Northland shall withdraw its tanks.\n"
    text = HEAD + two + "  (b) Southland shall release its prisoners.\n"
    (project / "x.clause").write_text(text)
    (project / "y.clause").write_text(text.replace("03-01", "04-01"))
    _, out, _ = compare("x.clause", "y.clause", "-q")

    assert "weaker  1(a), 1(b)  deadline 31 days later: " in out


def test_what_moved_to_a_line_may_change_what_is_found_and_no_more(
    compare: Run, project: Path
) -> None:
    words = "Northland shall withdraw its tanks by 2027-03-01.\n"
    moved = "Northland shall withdraw its tanks.\n  by: 2027-03-01\n"
    for name, text in (("x", words), ("y", moved)):
        (project / f"{name}.clause").write_text(f"{HEAD}clause 1\n  {text}")
    status, out, _ = compare("x.clause", "y.clause", "-q", "--fail-on", "weaker")

    assert status == 0
    assert "Said in the sentence in one text and on a line in the other: 1." in out
    assert "reworded  1       moved to a label, which says the same: `by: 2027-03-01`" in out
    assert "got worse: nothing" in out


def test_a_day_to_hold_acceptances_against(compare: Run, project: Path) -> None:
    text = FIRST.replace("60 days after signature", '"soon"')
    accepted = text + '  accept soft-deadline\n    because: "So be it."\n    expires: 2027-01-01\n'
    (project / "x.clause").write_text(text)
    (project / "y.clause").write_text(accepted)
    before = compare("x.clause", "y.clause", "--as-of", "2026-06-01")[1]
    after = compare("x.clause", "y.clause", "--as-of", "2027-06-01")[1]
    ignored = compare("x.clause", "y.clause", "--no-accept")[1]

    assert "findings now accepted on record\n  soft-deadline (1)" in before
    assert "now accepted" not in after + ignored
    assert "objection accepted on record in 1, because: So be" in before


def test_a_comment_holds_so_many_changes(compare: Run, project: Path) -> None:
    many = "".join(f"clause {n}\n  Northland shall withdraw {n} tanks.\n" for n in range(1, 203))
    (project / "x.clause").write_text(HEAD + many)
    (project / "y.clause").write_text(HEAD + re.sub(r"(\d+) tanks", r"9000\1 tanks", many))
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "markdown")

    assert "\n\n2 more changes are not shown here.\n\n" in out


def test_a_comment_tells_findings_and_what_was_renumbered(compare: Run, project: Path) -> None:
    before = HEAD + 'clause 1\n  Northland shall withdraw its tanks.\n  by: "soon"\n'
    after = HEAD + (
        'clause 1\n  Unnamed shall take "measures".\nclause 2\n  Northland shall withdraw its'
        ' tanks.\n  by: "soon"\n  note: New.\n  accept soft-deadline\n    because: "So be it."\n'
    )
    (project / "x.clause").write_text(before)
    (project / "y.clause").write_text(after)
    _, out, _ = compare("x.clause", "y.clause", "--output-format", "markdown")

    for part in (
        "renumbered, and the same: 1 → 2",
        "**Findings gained**",
        " info gained, not listed here",
        "**Findings now accepted on record**: soft-deadline (1)",
        "Also changed, and binding nobody: note: 2",
    ):
        assert part in out
    _, same, _ = compare("x.clause", "x.clause", "--output-format", "markdown")
    assert "Nothing changed in what the text says." in same


def test_failures_are_told_in_a_comment(compare: Run, repository: Path) -> None:
    (repository / "b.clause").write_bytes(b"\xff\xfe")
    _, out, _ = compare("--against", "HEAD", "--output-format", "markdown")

    assert "Not compared: b&#46;clause: not UTF-8" in out or "Not compared: b.clause: " in out
    assert "Nothing changed in " in out


def test_colours_tell_weaker_from_stronger(compare: Run) -> None:
    weaker = compare("a.clause", "b.clause", "--color", "always")[1]
    stronger = compare("b.clause", "a.clause", "--color", "always")[1]

    assert "\x1b[33mweaker\x1b[0m" in weaker
    assert "\x1b[36mstronger\x1b[0m" in stronger


# ── Git ──


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(  # noqa: S603 - git, in a folder of the test's own
        ["git", *identity, *arguments],  # noqa: S607 - as the user has it
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(project: Path) -> Path:
    git(project, "init", "-q", "-b", "main")
    (project / "drafts").mkdir()
    (project / "drafts" / "d.clause").write_text(FIRST.replace("tanks", "artillery"))
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    return project


def test_a_file_is_held_against_what_it_was(compare: Run, repository: Path) -> None:
    (repository / "a.clause").write_text(SECOND)
    status, out, _ = compare("--against", "HEAD", "a.clause", "-q")

    assert status == 0
    assert out.startswith("HEAD:a.clause → a.clause\n")
    assert "deadline 30 days later" in out


def test_a_folder_is_held_against_what_it_was(compare: Run, repository: Path) -> None:
    (repository / "drafts" / "d.clause").rename(repository / "renamed.clause")
    (repository / "b.clause").unlink()
    (repository / "new.clause").write_text('declaration "New"\nclause 1\n  UNSC may meet.\n')
    (repository / "a.clause").write_text(SECOND)
    status, out, _ = compare("--against", "main")

    assert status == 0
    assert "main:a.clause → a.clause" in out
    assert (
        "files added\n  new.clause: 1 clause, 0 duties, 0 prohibitions; no findings\n"
        "files removed\n  main:b.clause: 1 clause, 1 duty, 0 prohibitions; 2 info\n"
        "\n"
        "nothing changed in c.clause, renamed.clause (read as renamed from\n"
        "  drafts/d.clause)\n"
    ) in out
    assert compare("--against", "main", "--fail-on", "weaker")[0] == 1
    document = json.loads(compare("--against", "main", "--output-format", "json")[1])
    assert list(Draft202012Validator(schema()).iter_errors(document)) == []
    markdown = compare("--against", "main", "--output-format", "markdown")[1]
    assert "### Files added\n\n- new&#46;clause: " in markdown or "- new.clause: " in markdown


def test_in_sarif_both_states_of_a_file_have_its_path_in_the_repository(
    compare: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("x", "gone"):
        (repository / "drafts" / f"{name}.clause").write_text(SOFT)
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "soft")
    (repository / "drafts" / "gone.clause").unlink()
    (repository / "drafts" / "x.clause").write_text(HARD)
    (repository / "drafts" / "new.clause").write_text(NEW)
    monkeypatch.chdir(repository / "drafts")
    _, out, _ = compare("--against", "HEAD", ".", "--output-format", "sarif")

    assert states(out) == [
        {
            ("new", "3", "drafts/x.clause", 13),
            ("unchanged", "2", "drafts/x.clause", 10),
            ("absent", "1", "drafts/x.clause", 7),
            ("new", "1", "drafts/new.clause", 4),
            ("absent", "1", "drafts/gone.clause", 7),
            ("absent", "2", "drafts/gone.clause", 10),
        }
    ]


@pytest.mark.parametrize("where", ["option", "configuration"])
def test_what_a_folder_leaves_out_is_left_out_on_both_sides(
    compare: Run, repository: Path, where: str
) -> None:
    (repository / "drafts" / "d.clause").unlink()
    (repository / "drafts" / "new.clause").write_text(THIRD.replace("tanks", "ships"))
    (repository / "b.clause").unlink()
    asked = ("--exclude", "drafts", "--exclude", "b.*") if where == "option" else ()
    if not asked:
        (repository / "clausecheck.toml").write_text('exclude = ["drafts", "b.*"]\n')
    (repository / "a.clause").write_text(SECOND)
    status, out, _ = compare("--against", "HEAD", *asked)

    assert status == 0
    assert "HEAD:a.clause → a.clause" in out
    assert "files added" not in out
    assert "files removed" not in out
    named = compare("--against", "HEAD", *asked, ".", "b.clause")
    assert "files removed\n  HEAD:b.clause" in named[1]


def test_a_folder_of_which_all_is_left_out_is_no_silent_success(
    compare: Run, repository: Path
) -> None:
    assert repository.is_dir()
    status, out, err = compare("--against", "HEAD", "--exclude", "*.clause", ".")

    assert (status, out) == (2, "")
    assert "or all are left out" in err


def test_a_file_that_was_renamed_is_followed(compare: Run, repository: Path) -> None:
    (repository / "drafts" / "d.clause").rename(repository / "e.clause")
    (repository / "e.clause").write_text(FIRST.replace("tanks", "artillery").replace("60", "90"))
    _, out, _ = compare("--against", "HEAD", "e.clause", "-q")

    assert out.startswith("HEAD:drafts/d.clause → e.clause\n")
    assert "deadline 30 days later" in out


@pytest.mark.parametrize("form", ["table", "full", "markdown"])
def test_that_a_file_was_renamed_is_a_guess_and_told(
    compare: Run, repository: Path, form: str
) -> None:
    (repository / "drafts" / "d.clause").rename(repository / "e.clause")
    (repository / "e.clause").write_text(FIRST.replace("tanks", "artillery").replace("60", "90"))
    _, out, _ = compare("--against", "HEAD", "e.clause", "--output-format", form)
    document = json.loads(compare("--against", "HEAD", ".", "--output-format", "json")[1])
    renamed = {
        each["other"]["name"]: each["other"]["renamed_from"] for each in document["comparisons"]
    }

    assert "read as renamed from drafts/d.clause" in out.replace("&#46;", ".")
    assert renamed["e.clause"] == "drafts/d.clause"
    assert renamed["a.clause"] is None


def test_a_file_that_is_gone_is_told(compare: Run, repository: Path) -> None:
    (repository / "a.clause").unlink()
    status, out, _ = compare("--against", "HEAD", "a.clause", "--fail-on", "any")

    assert status == 1
    assert out.startswith("files removed\n  HEAD:a.clause: ")


@pytest.mark.parametrize(("why", "status"), [("weaker", 0), ("new", 1), ("any", 1)])
def test_a_new_file_may_be_named_by_itself(
    compare: Run, repository: Path, why: str, status: int
) -> None:
    (repository / "new.clause").write_text(NEW)
    told = compare("--against", "HEAD", "new.clause", "--fail-on", why)
    beside = compare("--against", "HEAD", "new.clause", "a.clause")

    assert told == (
        status,
        "files added\n  new.clause: 1 clause, 1 duty, 0 prohibitions; 1 warning\n",
        "",
    )
    assert beside[0] == 0
    assert "Nothing changed in what the text says.\n\nfiles added\n  new.clause: " in beside[1]


def test_nothing_that_a_repository_configures_is_run(compare: Run, repository: Path) -> None:
    """Hooks, a monitor, filters and other ways to show a text would each leave a mark."""
    mark = repository / "mark"
    script = repository / ".git" / "hooks" / "evil"
    script.parent.mkdir(exist_ok=True)
    script.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    script.chmod(0o755)
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor"):
        (script.parent / hook).write_bytes(script.read_bytes())
        (script.parent / hook).chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "credential.helper",
        "alias.cat-file",
    ):
        git(repository, "config", key, str(script))
    (repository / ".gitattributes").write_text("*.clause diff=evil filter=evil\n")
    (repository / "a.clause").write_text(SECOND)
    status, out, _ = compare("--against", "HEAD", ".")

    assert status == 0
    assert "deadline 30 days later" in out
    assert not mark.exists()


@pytest.mark.parametrize(
    ("ref", "path", "said"),
    [
        ("nowhere", "a.clause", "no commit is named 'nowhere'"),
        ("--help", "a.clause", "no commit is named '--help'"),
        ("", "a.clause", "no commit is named ''"),
        ("HEAD", "none.clause", "there is no such file or folder"),
        ("HEAD", "../outside.clause", "it lies outside of the repository"),
        ("HEAD", "link.clause", "a link or a module, not a file; not followed"),
    ],
)
def test_what_git_does_not_have_is_said(
    compare: Run, repository: Path, ref: str, path: str, said: str
) -> None:
    (repository / "link.clause").symlink_to("a.clause")
    git(repository, "add", "link.clause")
    git(repository, "commit", "-q", "-m", "link")
    (repository / "link.clause").unlink()
    (repository / "link.clause").write_text(FIRST)
    (repository.parent / "outside.clause").write_text(FIRST)
    paths = ("a.clause", path) if path.startswith("..") else (path,)
    status, _, err = compare("--against", ref, *paths)

    assert status == 2
    assert said in err


def test_a_stored_file_may_be_too_large_or_no_text(compare: Run, repository: Path) -> None:
    (repository / "a.clause").write_text(FIRST + "# " + "x" * 600 + "\n")
    (repository / "b.clause").write_bytes(b"\xff\xfe")
    git(repository, "commit", "-q", "-a", "-m", "large")
    (repository / "a.clause").write_text(FIRST)
    (repository / "b.clause").write_text(FIRST)
    status, _, err = compare("--against", "HEAD", "--max-bytes", "500", ".")

    assert status == 2
    assert "not compared: HEAD:a.clause: " in err
    assert "not compared: HEAD:b.clause: not UTF-8" in err


def test_outside_of_a_repository_that_is_said(
    compare: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    status, _, err = compare("--against", "HEAD", "a.clause")

    assert status == 2
    assert "lies in no git repository" in err


def test_a_new_file_that_cannot_be_read_was_no_other(compare: Run, repository: Path) -> None:
    (repository / "b.clause").unlink()
    (repository / "new.clause").write_bytes(b"\xff\xfe")
    status, out, err = compare("--against", "HEAD", ".")

    assert status == 2
    assert "not compared: new.clause: not UTF-8" in err
    assert "files removed\n  HEAD:b.clause" in out


def test_what_is_not_stored_is_said(compare: Run, repository: Path) -> None:
    stored = {
        path.parent.name + path.name: path
        for path in (repository / ".git" / "objects").glob("??/*")
    }
    blob, tree = (
        subprocess.run(  # noqa: S603 - git, in a folder of the test's own
            ["git", "rev-parse", name],  # noqa: S607 - as the user has it
            cwd=repository,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for name in ("HEAD:a.clause", "HEAD^{tree}")
    )
    stored[blob].unlink()
    missing = compare("--against", "HEAD", "a.clause")
    stored[tree].unlink()
    broken = compare("--against", "HEAD", "c.clause")

    assert missing[0] == broken[0] == 2
    assert "a.clause is not stored here: " in missing[2]
    assert "git ls-tree failed in " in broken[2]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (subprocess.TimeoutExpired("git", 60), "git rev-parse did not end within 60 seconds"),
        (OSError("no memory"), "git cannot be run: no memory"),
    ],
)
def test_a_git_that_fails_is_said(
    compare: Run, repository: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    assert repository.is_dir()
    monkeypatch.setattr(subprocess, "run", fail)
    status, _, err = compare("--against", "HEAD", "a.clause")

    assert (status, err) == (2, f"{said}\n")


def test_without_git_that_is_said(
    compare: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert repository.is_dir()
    monkeypatch.setenv("PATH", "")
    status, _, err = compare("--against", "HEAD", "a.clause")

    assert (status, err) == (2, "git is not installed, or not on the PATH\n")
