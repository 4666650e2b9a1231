from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]

TEXT = "A may leave nicely.\nA shall leave barely.\nA oddly $.\n"


@pytest.fixture
def draft(project: Path) -> Path:
    path = project / "a.clause"
    path.write_text(TEXT)
    return path


def found(ran: Ran) -> list[str]:
    document = json.loads(ran.out)
    return [finding["rule"] for file in document["files"] for finding in file["findings"]]


UNDATED, SOFT, BARE, ODD = "undated-obligation", "soft-word", "bare-word", "odd-word"


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ((), [SOFT, UNDATED, BARE, ODD]),
        (("--select", "vagueness"), [SOFT, UNDATED]),
        (("--select", "bare-word,soft-word"), [SOFT, BARE]),
        (("--select", BARE, "--select", SOFT), [SOFT, BARE]),
        (("--select", BARE, "--extend-select", SOFT), [SOFT, BARE]),
        (("--extend-select", SOFT), [SOFT, UNDATED, BARE, ODD]),
        (("--ignore", "vagueness"), [BARE, ODD]),
        (("--ignore", "vagueness", "--extend-select", SOFT), [SOFT, BARE, ODD]),
        (("--select", "vagueness", "--ignore", SOFT), [UNDATED]),
        (("--select", SOFT, "--ignore", SOFT), []),
        (("--ignore", " soft-word , bare-word,"), [UNDATED, ODD]),
        (("--ignore", "language"), [SOFT, UNDATED, BARE]),
        (("--lens", "sceptic"), [UNDATED, BARE, ODD]),
        (("--lens", "advocate"), [SOFT, BARE, ODD]),
        (("--lens", "both"), [SOFT, UNDATED, BARE, ODD]),
    ],
)
def test_rules_are_chosen_by_name_family_and_lens_and_an_unreadable_line_is_always_told(
    clausecheck: Program, options: tuple[str, ...], rules: list[str]
) -> None:
    ran = clausecheck("lint", "--output-format", "json", *options)

    assert found(ran) == [*rules, "unreadable-line"]


def test_an_unreadable_line_cannot_be_ignored(clausecheck: Program, draft: Path) -> None:
    ran = clausecheck("lint", str(draft), "--ignore", "unreadable-line")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "unreadable-line cannot be ignored: a text that is not understood is not checked\n"
    )


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
def test_an_unknown_rule_ends_the_run_with_the_nearest_names(
    clausecheck: Program, draft: Path, option: str
) -> None:
    near = clausecheck("lint", str(draft), option, "soft-word,undone")
    far = clausecheck("lint", str(draft), option, "\x1bxyz")

    assert near.status == 2
    assert near.out == ""
    assert near.err == "no rule or family is named undone; did you mean undated-obligation?\n"
    assert far.err == "no rule or family is named \\x1bxyz\n"


@pytest.mark.usefixtures("draft")
def test_findings_stand_by_place_or_by_severity(clausecheck: Program) -> None:
    by_place = found(clausecheck("lint", "--output-format", "json"))
    by_severity = found(clausecheck("lint", "--output-format", "json", "--sort", "severity"))

    assert by_place == [SOFT, UNDATED, BARE, ODD, "unreadable-line"]
    assert by_severity == ["unreadable-line", UNDATED, ODD, SOFT, BARE]


@pytest.mark.usefixtures("draft")
def test_json_has_the_exit_status_and_the_counts(clausecheck: Program, project: Path) -> None:
    (project / "b.clause").write_text("A shall leave. accept\n")
    ran = clausecheck("lint", "--output-format", "json", "--ignore", "soft-word", "no-such")
    document = json.loads(ran.out)

    assert ran.status == document["exit"] == 2
    assert document["errors"] == [
        {"path": "no-such", "kind": "missing", "message": "there is no such file or folder"}
    ]
    assert ran.err == "not checked: no-such: there is no such file or folder\n"

    document = json.loads(clausecheck("lint", "--output-format", "json").out)

    assert document["exit"] == 1
    assert [file["path"] for file in document["files"]] == ["a.clause", "b.clause"]
    assert document["summary"] == {
        "error": 1,
        "warning": 2,
        "info": 2,
        "accepted": 1,
        "suppressed": 0,
        "baselined": 0,
    }


@pytest.mark.usefixtures("draft")
def test_several_reports_go_to_their_own_places(clausecheck: Program, project: Path) -> None:
    ran = clausecheck(
        "lint",
        "--output-format",
        "json=report.json",
        "--output-format",
        "full",
        "--output-format",
        "table=report.txt",
    )

    assert json.loads((project / "report.json").read_text())["exit"] == ran.status == 1
    assert (project / "report.txt").read_text().startswith("a.clause\n\nseverity")
    assert ran.out.startswith("soft-word: soft-word is here\n")


@pytest.mark.usefixtures("draft")
def test_a_report_in_a_file_is_in_colour_only_when_that_is_asked_for(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = clausecheck("lint", "--output-format", "table", "--output-format", "full=plain")
    clausecheck("lint", "--output-format", "full=colored", "--color", "always")

    assert "\x1b[" in ran.out
    assert "\x1b[" not in (project / "plain").read_text()
    assert "\x1b[" in (project / "colored").read_text()


@pytest.mark.usefixtures("draft")
def test_failures_are_told_on_standard_error_when_the_report_goes_to_a_file(
    clausecheck: Program,
) -> None:
    ran = clausecheck("lint", "no-such", "--output-format", "table=report.txt")

    assert ran.out == ""
    assert ran.err == "not checked: no-such: there is no such file or folder\n"


@pytest.mark.usefixtures("draft")
def test_a_report_that_cannot_be_written_is_exit_2(clausecheck: Program) -> None:
    ran = clausecheck("lint", "--exit-zero", "--output-format", "json=no-folder/report.json")

    assert ran.status == 2
    assert (
        ran.err
        == "not written: no-folder/report.json: there is no folder no-folder; make it first\n"
    )


@pytest.mark.usefixtures("draft")
def test_a_report_that_cannot_be_written_leaves_the_others_to_be_written(
    clausecheck: Program, project: Path
) -> None:
    formats = ("json=no-folder/a", "junit=b.xml", "json")
    ran = clausecheck("lint", *(f"--output-format={each}" for each in formats))
    document = json.loads(ran.out)

    assert ran.status == document["exit"] == 2
    assert [each["kind"] for each in document["errors"]] == ["unwritable"]
    assert (project / "b.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--output-format", "xml"), "no format is named 'xml'; there are table, full, json,"),
        (("--output-format", "json="), "a file's name is missing after json="),
        (("--show", "everything"), "'everything' cannot be shown; there are findings,"),
        (("--as-of", "tomorrow"), "'tomorrow' is not a day; write it as 2026-01-31"),
        (("--as-of", "2026-02-30"), "'2026-02-30' is not a day; write it as 2026-01-31"),
        (("--as-of", "20260131"), "'20260131' is not a day; write it as 2026-01-31"),
        (("--as-of", "2026-W01-1"), "'2026-W01-1' is not a day; write it as 2026-01-31"),
        (("--as-of", ""), "'' is not a day; write it as 2026-01-31"),
        (("--max-bytes", "0"), "0 is not in the range"),
    ],
)
def test_bad_usage_is_exit_2_and_writes_nothing(
    clausecheck: Program, draft: Path, options: tuple[str, ...], message: str
) -> None:
    ran = clausecheck("lint", *options)

    assert ran.status == 2
    assert message in ran.err
    assert ran.out == ""
    assert list(draft.parent.iterdir()) == [draft]


def test_where_two_reports_would_go_to_one_place_the_first_says_so(
    clausecheck: Program, draft: Path
) -> None:
    one = clausecheck("lint", "--output-format", "json", "--output-format", "table")
    other = clausecheck("lint", "--output-format", "json=r", "--output-format", "full=r")
    told = (draft.parent / "r").read_text()

    assert (one.status, other.status, other.out) == (2, 2, "")
    assert "two reports would go to standard output" in json.loads(one.out)["errors"][0]["message"]
    assert "two reports would go to r;" in json.loads(told)["errors"][0]["message"]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("options", "there", "absent"),
    [
        ((), ["soft-word", "troops: silent", "in 1 file"], ["how often"]),
        (("--show", "findings"), ["soft-word", "in 1 file"], ["troops"]),
        (("--show", "stances"), ["troops", "in 1 file"], ["soft-word"]),
        (("--show", "stances,findings"), ["soft-word", "troops"], ["how often"]),
        (("--quiet",), ["soft-word"], ["troops", "in 1 file", "checked"]),
        (("-q", "--show", "stances"), ["troops"], ["soft-word", "in 1 file", "checked"]),
        (("--statistics",), ["how often", "in 1 file"], []),
        (("--show", "ledger"), ["B20", "in 1 file"], ["soft-word", "troops", "on record"]),
        (("--show", "findings,ledger"), ["soft-word", "B20"], ["troops"]),
        (("--show", "clashes"), ["no clash"], ["soft-word", "troops"]),
        (("-q", "--show", "findings,ledger,accepted"), ["soft-word", "B20"], ["troops", "in 1"]),
    ],
)
def test_the_parts_that_are_asked_for_are_shown(
    clausecheck: Program, options: tuple[str, ...], there: list[str], absent: list[str]
) -> None:
    out = clausecheck("lint", *options).out

    assert [words for words in there if words not in out] == []
    assert [words for words in absent if words in out] == []


@pytest.mark.parametrize("format_", ["table", "full"])
def test_where_findings_alone_are_asked_for_and_there_are_none_nothing_is_said(
    clausecheck: Program, project: Path, format_: str
) -> None:
    (project / "a.clause").write_text("A may.\n")
    ran = clausecheck("lint", "-q", "--output-format", format_)

    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("options", "accepted"),
    [
        ((), True),
        (("--no-accept",), False),
        (("--as-of", "2026-12-31"), True),
        (("--as-of", "2027-01-01"), False),
    ],
)
def test_what_is_accepted_counts_once_it_is_not_to_be_or_its_day_is_past(
    clausecheck: Program, project: Path, options: tuple[str, ...], *, accepted: bool
) -> None:
    (project / "a.clause").write_text("A shall leave. accept\n")
    table = clausecheck("lint", *options)
    document = json.loads(clausecheck("lint", *options, "--output-format", "json").out)
    status = document["files"][0]["findings"][0]["status"]
    summary = document["summary"]

    assert table.status == document["exit"] == int(not accepted)
    assert status == ("accepted" if accepted else "new")
    assert (summary["warning"], summary["accepted"]) == ((0, 1) if accepted else (1, 0))
    assert table.out.endswith(
        "no findings in 1 file; 1 accepted\n" if accepted else "1 warning in 1 file\n"
    )


def test_what_is_accepted_is_listed_where_that_is_asked_for(
    clausecheck: Program, project: Path
) -> None:
    (project / "a.clause").write_text("A shall leave. accept\n")

    assert "on record" not in clausecheck("lint").out
    assert clausecheck("lint", "--show", "accepted").out == (
        "a.clause\n\naccepted on record\n"
        "1, line 1: undated-obligation is here (undated-obligation)\n"
        "  because: it can wait\n\n"
        "no findings in 1 clause, 1 duty, 0 prohibitions, 0 deadlines, 0 verified\n\n"
        "no findings in 1 file; 1 accepted\n"
    )


@pytest.mark.parametrize("parts", ["findings", "ledger", "accepted,stances", "findings,ledger"])
def test_what_is_shown_changes_neither_the_exit_status_nor_the_json(
    clausecheck: Program, draft: Path, parts: str
) -> None:
    usual = clausecheck("lint", str(draft), "--output-format", "json")

    assert clausecheck("lint", str(draft), "--show", parts).status == usual.status
    assert clausecheck("lint", str(draft), "--show", parts, "--output-format", "json") == usual
    assert json.loads(usual.out)["files"][0]["ledger"]["B20"]["state"] == "raised"


def test_standard_input_is_checked_under_its_name(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def entered(*options: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        return clausecheck("lint", "-", "--output-format", "full", *options)

    assert " --> -:1:13 (info, clause 1)\n" in entered().out
    assert " --> b.clause:1:13 " in entered("--stdin-filename", "b.clause").out


def test_the_files_that_would_be_checked_can_be_listed(clausecheck: Program, project: Path) -> None:
    (project / "b\n.clause").write_text("crash")
    (project / "a.clause").write_text("crash")
    listed = clausecheck("lint", "--show-files")
    refused = clausecheck("lint", "--show-files", "no-such", ".")

    assert (listed.status, listed.out) == (0, "a.clause\nb\\n.clause\n")
    assert (refused.status, refused.out) == (2, listed.out)
    assert refused.err == "not checked: no-such: there is no such file or folder\n"


@pytest.mark.usefixtures("draft")
def test_a_largest_size_can_be_set(clausecheck: Program) -> None:
    ran = clausecheck("lint", "--max-bytes", str(len(TEXT) - 1))

    assert ran.status == 2
    assert f"{len(TEXT)} bytes, and the limit is {len(TEXT) - 1} (--max-bytes)" in ran.out
    assert clausecheck("lint", "--max-bytes", str(len(TEXT))).status == 1


@pytest.mark.usefixtures("draft")
def test_text_reports_are_shielded_in_github_actions(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    table, document = clausecheck("lint").out, clausecheck("lint", "--output-format", "json").out

    assert re.match(r"::stop-commands::(\w{32})\n(?s:.+)\n::\1::\n\Z", table) is not None
    assert json.loads(document)["exit"] == 1


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github"])
def test_services_are_given_paths_from_the_root_of_the_repository(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (project / ".git").mkdir()
    (project / "drafts").mkdir()
    (project / "drafts" / "b.clause").write_text(TEXT)
    (project / "drafts" / "link.clause").symlink_to("b.clause")
    monkeypatch.chdir(project / "drafts")
    (project / "circle").symlink_to("circle")

    assert "drafts/b.clause" in clausecheck("lint", "--output-format", name).out
    assert "drafts/b.clause" in clausecheck("lint", "link.clause", "--output-format", name).out
    assert "circle" in clausecheck("lint", "../circle", "--output-format", name).out


def test_markdown_keeps_the_paths_as_they_were_given(
    clausecheck: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (draft.parent / ".git").mkdir()
    (draft.parent / "drafts").mkdir()
    monkeypatch.chdir(draft.parent / "drafts")

    assert "\n### ../a.clause\n" in clausecheck("lint", "..", "--output-format", "markdown").out


def test_a_failure_is_told_in_every_format(clausecheck: Program) -> None:
    for name in ("table", "full", "json", "sarif", "gitlab", "junit", "github", "markdown"):
        ran = clausecheck("lint", "no-such", "--output-format", name)

        assert "there is no such file or folder" in " ".join(ran.out.split())
        assert ran.status == 2
