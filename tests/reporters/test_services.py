"""What GitLab, JUnit's readers, a runner of GitHub Actions and Markdown make of each report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree as Xml

import pytest

from clausecheck.findings import Outcome
from clausecheck.reporters.github import github
from clausecheck.reporters.gitlab import gitlab
from clausecheck.reporters.junit import junit
from clausecheck.reporters.markdown import markdown
from clausecheck.source import Span
from clausecheck.values import evolve

from . import samples, valid

DECEIVING = set("\x07\x1b\r\x9b\u200b\u202e\u2066\udcff\udcfe\udcfd")
WRITERS = (gitlab, junit, github, markdown)


@pytest.mark.parametrize("write", WRITERS)
def test_nothing_that_deceives_or_commands_is_left(write: object) -> None:
    assert callable(write)
    text = write(samples.STRANGE)

    assert set(text) & DECEIVING == set()
    assert "##[" not in text
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", samples.ALL)
@pytest.mark.parametrize("write", WRITERS)
def test_every_report_is_what_its_readers_take(write: Callable[[Outcome], str], name: str) -> None:
    assert valid.errors(write.__name__, write(samples.ALL[name])) == []


# GitLab


@pytest.mark.parametrize("name", samples.ALL)
def test_every_issue_has_what_the_widget_needs_and_a_key_of_its_own(name: str) -> None:
    issues = json.loads(gitlab(samples.ALL[name]))
    keys = [issue["fingerprint"] for issue in issues]

    assert len(keys) == len(set(keys)) or name == "many"
    for issue in issues:
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["description"].startswith(f"{issue['check_name']}: ")
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]


def test_no_findings_are_an_empty_list() -> None:
    assert gitlab(samples.EMPTY) == "[]\n"


def test_a_failure_is_the_gravest_issue_and_a_finding_says_its_remedy() -> None:
    failure, finding, *_, notice = json.loads(gitlab(samples.RICH))

    assert failure["description"] == "not-a-file: not checked: a named pipe, not a file"
    assert (failure["severity"], failure["location"]["path"]) == ("blocker", "pipe.clause")
    assert finding["severity"] == "major"
    assert finding["description"] == (
        "undated-obligation: no day is set for this duty (add a day, as in `by: 2027-03-01`)"
    )
    assert finding["location"]["lines"] == {"begin": 3, "end": 3}
    assert notice["severity"] == "info"


def test_a_key_does_not_change_with_the_line() -> None:
    def keys(outcome: Outcome) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(gitlab(outcome))]

    moved = evolve(samples.UNDATED, span=Span(0, 4))
    report = evolve(samples.ONE.reports[0], findings=(moved,))

    assert keys(samples.ONE) == keys(evolve(samples.ONE, reports=(report,)))


# JUnit


@pytest.mark.parametrize("name", samples.ALL)
def test_the_counts_of_every_suite_are_those_of_its_cases(name: str) -> None:
    suites = Xml.fromstring(junit(samples.ALL[name]))  # noqa: S314 - our own

    assert suites.tag == "testsuites"
    for suite in [*suites, suites]:
        cases = list(suite.iter("testcase"))
        counts = {
            "tests": len(cases),
            "failures": len(list(suite.iter("failure"))),
            "errors": len(list(suite.iter("error"))),
        }
        if suite is not suites:  # of all together the schema knows none
            counts["skipped"] = len(list(suite.iter("skipped")))

        assert {key: int(suite.get(key, "")) for key in counts} == counts


def test_a_file_without_findings_is_a_passed_case() -> None:
    (suite,) = Xml.fromstring(junit(samples.EMPTY))  # noqa: S314 - our own

    assert [list(case) for case in suite] == [[]]
    assert suite[0].get("name") == "no findings in 0 clauses"


def test_what_counts_fails_what_does_not_is_skipped_and_what_was_not_checked_is_an_error() -> None:
    def kinds(outcome: Outcome) -> list[str]:
        suites = Xml.fromstring(junit(outcome))  # noqa: S314 - our own
        return [told.tag for case in suites.iter("testcase") for told in case]

    rich = samples.RICH

    assert kinds(rich) == ["failure", "skipped", "failure", "error", "system-out"]
    assert kinds(evolve(rich, level="info"))[1] == "failure"
    assert kinds(evolve(rich, level=None))[:3] == ["skipped"] * 3


def test_a_case_says_where_what_and_the_remedy() -> None:
    case = next(Xml.fromstring(junit(samples.ONE)).iter("testcase"))  # noqa: S314 - our own

    assert case.get("classname") == "clauses/valley.clause"
    assert case.get("name") == "undated-obligation (clause 2, line 3)"
    assert case[0].get("message") == "no day is set for this duty"
    assert case[0].text == "clauses/valley.clause:3\nadd a day, as in `by: 2027-03-01`"


# GitHub


@pytest.mark.parametrize("name", samples.ALL)
def test_every_line_is_one_command_but_the_last_which_counts(name: str) -> None:
    *commands, counts = github(samples.ALL[name]).splitlines()

    assert [
        line
        for line in commands
        if not re.fullmatch(r"::(error|warning|notice) (\w+=[^:,]+,?)+::[^\r\n]+", line)
    ] == []
    assert not counts.startswith("::")


def test_an_annotation_names_its_place() -> None:
    assert github(samples.ONE) == (
        "::warning file=clauses/valley.clause,line=3,endLine=3,col=19,endColumn=35,"
        "title=undated-obligation (clause 2)::no day is set for this duty"
        "%0Ahelp: add a day, as in `by: 2027-03-01`\n"
        "1 warning in 1 file\n"
    )


def test_failures_come_first_and_a_place_over_lines_has_no_columns() -> None:
    finding = evolve(samples.UNDATED, span=Span(0, 40))
    report = evolve(samples.RICH.reports[0], findings=(finding,))
    failure, warning, notice, _ = github(evolve(samples.RICH, reports=(report,))).splitlines()

    assert failure == (
        "::error file=pipe.clause,title=clausecheck%3A not checked::a named pipe, not a file"
    )
    assert warning.startswith("::warning file=clauses/valley.clause,line=1,endLine=3,title=")
    assert notice.startswith("::notice file=vocabulary.toml,title=clausecheck::")


def test_of_each_level_ten_are_given_and_the_last_counts_the_rest() -> None:
    lines = github(samples.MANY).splitlines()
    levels = [line.split(" ")[0] for line in lines[:-1]]
    rest = [line for line in lines if "not shown here" in line]

    assert levels == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert rest[0] == (
        "::error title=clausecheck::11 more of this kind are not shown here; a report in another "
        "format has them all"
    )
    assert lines[-1] == "20 errors, 20 warnings, 20 info in 1 file"


# Markdown


def test_a_table_for_each_file_stands_below_the_counts() -> None:
    assert markdown(samples.ONE) == (
        "## clausecheck: 1 warning in 1 file\n"
        "\n"
        "### clauses/valley.clause: On the Valley\n"
        "\n"
        "| severity | clause | conflict (rule) | remedy |\n"
        "|---|---|---|---|\n"
        "| warning | 2, line 3 | no day is set for this duty (undated-obligation) "
        "| add a day, as in <code>by: 2027-03-01</code> |\n"
        "\n"
        "checked: 14 clauses, 9 duties, 2 prohibitions, 5 deadlines, 3 verified\n"
    )


def test_what_could_not_be_checked_stands_above_the_tables_and_notices_below() -> None:
    lines = markdown(samples.RICH).splitlines()

    assert lines[:3] == [
        "## clausecheck: 2 warnings, 1 info in 2 files; 1 accepted; 2 baselined; 1 not checked",
        "",
        "- **not checked:** pipe.clause: a named pipe, not a file",
    ]
    assert lines[-1] == "- vocabulary.toml: a term more than on <code>main</code>"


@pytest.mark.parametrize("name", samples.ALL)
def test_every_row_has_four_cells(name: str) -> None:
    rows = [line for line in markdown(samples.ALL[name]).splitlines() if line.startswith("|")]

    assert [row for row in rows if row.count("|") != 5] == []


def test_of_very_many_findings_the_gravest_are_kept_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausecheck.reporters.markdown._MOST", 20)
    text = markdown(samples.MANY)

    assert text.count("\n| error |") == 20
    assert "\n| warning |" not in text
    assert "\nThe 20 most serious findings are shown; 40 more are not.\n" in text
