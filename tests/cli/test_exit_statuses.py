"""What each run ends with: the same in every format, and never 0 or 1 where something was not done."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING, get_args

import pytest

from clausecheck.cli.report_options import Format
from tests.reporters import valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]

FORMATS = get_args(Format)

CLEAN = "A may.\n"
WARNING = "A shall leave.\n"
INFO = "A may leave nicely.\n"
UNREADABLE = "A $\n"
ACCEPTED = "A shall leave. accept\n"

ENTRY = {
    "file": "a.clause",
    "rule": "undated-obligation",
    "clause": "1",
    "words": "shall",
    "key": "f",
    "count": 1,
}
BASELINE = json.dumps({"version": 1, "entries": [ENTRY]})
KNOWN = {"a.clause": WARNING, "b.json": BASELINE}

Case = tuple[dict[str, str], tuple[str, ...], int]

CASES: dict[str, Case] = {
    "nothing is found": ({"a.clause": CLEAN}, (), 0),
    "info alone": ({"a.clause": INFO}, (), 0),
    "info, where it counts": ({"a.clause": INFO}, ("--fail-level", "info"), 1),
    "a warning": ({"a.clause": WARNING}, (), 1),
    "a warning below the level": ({"a.clause": WARNING}, ("--fail-level", "error"), 0),
    "a warning, where nothing counts": ({"a.clause": WARNING}, ("--fail-level", "never"), 0),
    "a warning, for the record": ({"a.clause": WARNING}, ("--exit-zero",), 0),
    "a warning of the other side": ({"a.clause": WARNING}, ("--lens", "advocate"), 0),
    "a warning that is ignored": ({"a.clause": WARNING}, ("--ignore", "vagueness"), 0),
    "a warning in one of two files": ({"a.clause": CLEAN, "b.clause": WARNING}, (), 1),
    "a warning that is accepted": ({"a.clause": ACCEPTED}, (), 0),
    "an acceptance that has ended": ({"a.clause": ACCEPTED}, ("--as-of", "2027-01-01"), 1),
    "acceptances set aside": ({"a.clause": ACCEPTED}, ("--no-accept",), 1),
    "a warning that is suppressed": (
        {"a.clause": WARNING, "clausecheck.toml": "ignore = ['vagueness']"},
        (),
        0,
    ),
    "a warning that is unsuppressible": (
        {
            "a.clause": ACCEPTED,
            "b.json": BASELINE,
            "clausecheck.toml": "ignore = ['vagueness']\nunsuppressible = ['undated-obligation']",
        },
        ("--baseline", "b.json", "--lens", "advocate"),
        2,  # and the entry that nothing meets
    ),
    "a warning that was there before": (KNOWN, ("--baseline", "b.json"), 0),
    "another one": ({**KNOWN, "a.clause": WARNING * 2}, ("--baseline", "b.json"), 1),
    "a level in the configuration": (
        {"a.clause": WARNING, "clausecheck.toml": "fail-level = 'error'"},
        (),
        0,
    ),
    "a line that cannot be read": ({"a.clause": UNREADABLE}, ("--fail-level", "error"), 1),
    "a line that cannot be read, whatever is asked for": (
        {
            "a.clause": UNREADABLE,
            "b.json": BASELINE.replace("undated-obligation", "unreadable-line"),
        },
        ("--select", "soft-word", "--lens", "advocate"),
        1,
    ),
    "no file, where none is expected": ({}, ("--allow-empty",), 0),
    "no file": ({}, (), 2),
    "no file that is not left out": ({"a.clause": CLEAN}, ("--exclude", "*"), 2),
    "no file that the configuration does not leave out": (
        {"a.clause": CLEAN, "clausecheck.toml": "exclude = ['a.*']"},
        (),
        2,
    ),
    "a file that is not there": ({"a.clause": CLEAN}, ("no-such.clause",), 2),
    "a file that is not there, beside one": ({"a.clause": CLEAN}, ("no-such", "a.clause"), 2),
    "a file that is no text": ({"a.clause": WARNING, "b.clause": "\0"}, ("--exit-zero",), 2),
    "a file that is git's own": (
        {"a.clause": CLEAN, ".git/b.clause": CLEAN},
        (".git/b.clause",),
        2,
    ),
    "a file that is no text, where nothing counts": (
        {"a.clause": WARNING, "b.clause": "\0"},
        ("--fail-level", "never"),
        2,
    ),
    "a file that is too large": ({"a.clause": CLEAN}, ("--max-bytes", "3"), 2),
    "a file that is too deep": ({"a.clause": WARNING, "b.clause": "[[["}, (), 2),
    "a file that crashes the program": ({"a.clause": CLEAN, "b.clause": "crash"}, (), 2),
    "more findings than there may be": (
        {"a.clause": CLEAN, "b.clause": WARNING * 2},
        ("--max-findings", "1", "--exit-zero"),
        2,
    ),
    "an entry that nothing meets": (
        {**KNOWN, "a.clause": CLEAN},
        ("--baseline", "b.json", "--exit-zero"),
        2,
    ),
    "a report that cannot be written": (
        {"a.clause": CLEAN},
        ("--output-format", "json=no/where.json"),
        2,
    ),
}
"""What happens, by what is laid out and asked for; each is reported in every format."""

BEFORE: dict[str, Case] = {
    "an unknown option": ({"a.clause": CLEAN}, ("--no-such-option",), 2),
    "an unknown rule": ({"a.clause": CLEAN}, ("--select", "no-such-rule"), 2),
    "an unknown rule pack": ({"a.clause": CLEAN}, ("--rule-pack", "no-such-pack"), 2),
    "an unknown key": ({"a.clause": CLEAN, "clausecheck.toml": "fail-levle = 'never'"}, (), 2),
    "an unknown rule in the configuration": (
        {"a.clause": CLEAN, "clausecheck.toml": "ignore = ['no-such-rule']"},
        (),
        2,
    ),
    "a configuration that is none": ({"a.clause": CLEAN, "clausecheck.toml": "["}, (), 2),
    "a configuration that is not there": ({"a.clause": CLEAN}, ("--config", "no.toml"), 2),
    "a vocabulary that is wrong": ({"a.clause": CLEAN, "vocabulary.toml": "wrong"}, (), 2),
    "a vocabulary that is not there": ({"a.clause": CLEAN}, ("--vocabulary", "no.toml"), 2),
    "a baseline that is none": ({"a.clause": CLEAN, "b.json": "{}"}, ("--baseline", "b.json"), 2),
    "a baseline that is not there": ({"a.clause": CLEAN}, ("--baseline", "no.json"), 2),
    "no commit to trust": ({"a.clause": CLEAN}, ("--trust", "main"), 2),
    "no repository that git knows": (
        {"a.clause": CLEAN, ".git/HEAD": "none"},
        ("--trust", "main"),
        2,
    ),
    "two configurations": (
        {f"{each}/a.clause": CLEAN for each in "bc"}
        | {f"{each}/clausecheck.toml": "lens = 'both'" for each in "bc"},
        ("b", "c"),
        2,
    ),
    "a day that is none": ({"a.clause": CLEAN}, ("--as-of", "2027-02-30"), 2),
    "a format that is none": ({"a.clause": CLEAN}, ("--output-format", "yaml=x"), 2),
    "a number that is none": ({"a.clause": CLEAN}, ("--jobs", "0"), 2),
}
"""What ends a run before anything is checked: standard error says why, and reports for programs."""


def lay(project: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text)


@pytest.mark.parametrize("case", CASES)
def test_the_status_is_the_same_in_every_format(
    clausecheck: Program, project: Path, case: str
) -> None:
    files, options, status = CASES[case]
    lay(project, files)
    to_files = [f"{each}=report" for each in FORMATS]

    ran = {
        each: clausecheck("lint", "--output-format", each, *options)
        for each in (*FORMATS, *to_files)
    }
    ended = {each: one.status for each, one in ran.items()}

    assert {each: valid.errors(each, ran[each].out) for each in FORMATS} == {
        each: [] for each in FORMATS
    }
    assert ended == dict.fromkeys(ended, status)


@pytest.mark.parametrize("case", BEFORE)
def test_what_is_asked_for_in_vain_ends_every_run_before_it_begins(
    clausecheck: Program, project: Path, case: str
) -> None:
    files, options, status = BEFORE[case]
    lay(project, files)

    for each in FORMATS:
        stale = project / "report"
        stale.write_text("of yesterday")
        ran = clausecheck("lint", "--exit-zero", "--output-format", each, *options)

        assert (ran.status, bool(ran.out)) == (status, each not in {"table", "full"})
        assert ran.err
        assert valid.errors(each, ran.out or "\n") == []
        assert clausecheck("lint", f"--output-format={each}=report", *options).status == status
        assert "of yesterday" not in stale.read_text()
        assert valid.errors(each, stale.read_text()) == []
        assert "not checked" in stale.read_text() or each in {"json", "sarif"}
    assert sorted(path.name for path in project.iterdir() if path.is_file()) == sorted(
        {name for name in files if "/" not in name} | {"report"}
    )


def test_why_a_run_ended_before_its_work_stands_in_its_reports(
    clausecheck: Program, project: Path
) -> None:
    lay(project, {"a.clause": CLEAN})
    outputs = [f"--output-format={each}={each}.out" for each in FORMATS]
    ran = clausecheck("lint", "--select", "no-such-rule", *outputs, "--output-format=sarif=no/x")
    document = json.loads((project / "json.out").read_text())
    message = "no rule or family is named no-such-rule"

    assert ran.err == f"not written: no/x: there is no folder no; make it first\n{message}\n"
    assert document["errors"] == [{"path": ".", "kind": "setup", "message": message}]
    for each in FORMATS:
        assert "such" in (project / f"{each}.out").read_text()


def test_where_files_are_only_to_be_listed_no_report_is_written(
    clausecheck: Program, project: Path
) -> None:
    ran = clausecheck("lint", "--show-files", "--config", "no.toml", "--output-format", "json=out")

    assert (ran.status, ran.out) == (2, "")
    assert not (project / "out").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("json=GH-1.clause", "."), "GH-1.clause is the name of a draft"),
        (("json=new.clause", "."), "new.clause is the name of a draft"),
        (("json=./notes.txt", "notes.txt"), "notes.txt: needed for this run"),
        (("json=notes.txt", "--", "notes.txt", "--no-such"), "notes.txt: needed for this run"),
        (("json=notes.txt", "notes.txt", "--no-such"), "No such option"),
        (("json=clausecheck.toml", "notes.txt"), "is the name of a configuration or a vocabulary"),
        (("json=CLAUSECHECK.TOML", "notes.txt"), "is the name of a configuration or a vocabulary"),
        (("json=a.json", "notes.txt", "--baseline=a.json"), "a.json is a baseline"),
        (("json=b.json", "notes.txt", "--baseline=b.json"), "b.json: needed for this run"),
        (("json=b.json", "notes.txt", "--baseline=b.json", "--no-such"), "No such option"),
        (("json=words", "notes.txt"), "words: needed for this run"),
        (("json=settings", "--config=settings", "notes.txt"), "settings: needed for this run"),
        (("json=link", "notes.txt"), "link is the name of a draft"),
        (("json=.git/config", "notes.txt"), "it lies in .git"),
    ],
)
def test_no_report_is_written_over_what_a_run_needs(
    clausecheck: Program, project: Path, options: tuple[str, ...], message: str
) -> None:
    texts = {
        "GH-1.clause": CLEAN,
        "notes.txt": CLEAN,
        "clausecheck.toml": "vocabulary = ['words']",
        "settings": "",
        "words": "more",
        "a.json": BASELINE,
        "b.json": BASELINE.replace('{"version": 1, ', "{").replace("]}", '], "version": 1}'),
        ".git/config": "",
    }
    lay(project, texts)
    (project / "link").symlink_to("GH-1.clause")
    ran = clausecheck("lint", "--output-format", *options)

    assert (ran.status, message in ran.out + ran.err) == (2, True)
    assert {name: (project / name).read_text() for name in texts} == texts
    assert len(list(project.rglob("*"))) == len(texts) + 2


def test_no_report_takes_the_place_of_a_folder(clausecheck: Program, project: Path) -> None:
    lay(project, {"a.clause": CLEAN, "drafts/b.clause": CLEAN})
    ran = clausecheck("lint", "a.clause", "--output-format", "json=drafts")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "not written: drafts: Is a directory\n"


def test_an_old_report_that_cannot_be_read_is_none_that_must_stay(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(project, {"a.clause": CLEAN, "report.json": "of yesterday"})
    open_really = os.open

    def denied(path: str, *rest: int, **more: int) -> int:
        if str(path).endswith("report.json"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_really(path, *rest, **more)

    monkeypatch.setattr(os, "open", denied)
    ran = clausecheck("lint", "a.clause", "--output-format", "json=report.json")

    assert (ran.status, ran.err) == (0, "")
    assert json.loads((project / "report.json").read_text())["exit"] == 0


def test_reports_that_are_understood_tell_of_options_that_are_not(
    clausecheck: Program, project: Path
) -> None:
    """What is not understood among them is not made, and two never share a file."""
    lay(project, {"a.clause": CLEAN, "old": "of yesterday", "kept": "of yesterday"})
    outputs = ("json=old", "sarif=old", "yaml=kept", "json=GH-1.clause", "gitlab=")
    clausecheck("lint", *(f"--output-format={each}" for each in outputs), "--output-format")
    (failure,) = json.loads((project / "old").read_text())["errors"]

    assert (failure["kind"], "output-format" in failure["message"]) == ("setup", True)
    assert (project / "kept").read_text() == "of yesterday"

    (project / "old").write_text("of yesterday")
    clausecheck("lint", "--show-files", "--output-format=json=old", "--no-such-option")

    assert (project / "old").read_text() == "of yesterday"


@pytest.mark.parametrize("case", [case for case, (_, _, status) in CASES.items() if status == 2])
def test_what_could_not_be_done_is_told_in_every_format(
    clausecheck: Program, project: Path, case: str
) -> None:
    files, options, _ = CASES[case]
    lay(project, files)
    document = json.loads(clausecheck("lint", "--output-format", "json", *options).out)
    (failure,) = document["errors"]
    first = failure["message"].split(" ")[0]

    assert document["exit"] == 2
    for each in FORMATS:
        ran = clausecheck("lint", "--output-format", each, *options)

        assert first in ran.out
        assert failure["path"].rpartition("/")[2] in ran.out


@pytest.mark.parametrize("name", FORMATS)
def test_a_reporter_that_crashes_is_no_finding(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def crash(*_: object, **__: object) -> str:
        message = "of ours"
        raise ValueError(message)

    lay(project, {"a.clause": CLEAN})
    monkeypatch.setattr(f"clausecheck.reporters.{name}.{name}", crash)
    ran = clausecheck("lint", "--output-format", name)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "internal error: ValueError: of ours, please report\n"


@pytest.mark.parametrize("name", FORMATS)
def test_a_reporter_that_crashes_leaves_no_report_of_yesterday(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def crash(*_: object, **__: object) -> str:
        message = "of ours"
        raise ValueError(message)

    lay(project, {"a.clause": CLEAN, "crashed": "of yesterday", "other": "of yesterday"})
    other = "junit" if name == "json" else "json"
    monkeypatch.setattr(f"clausecheck.reporters.{name}.{name}", crash)
    asked = [f"--output-format={each}" for each in (f"{name}=crashed", f"{other}=other", name)]
    ran = clausecheck("lint", *asked)

    assert (ran.status, ran.out) == (2, "")
    assert not (project / "crashed").exists()
    assert "of ours" in (project / "other").read_text()
    assert valid.errors(other, (project / "other").read_text()) == []


def test_once_there_are_too_many_findings_no_more_files_are_checked(
    clausecheck: Program, project: Path
) -> None:
    """What is counted is what is reported, whatever was kept of an earlier run."""
    lay(project, {f"{name}.clause": WARNING * 2 for name in "abcd"} | {"e.clause": CLEAN})

    def ran(*options: str) -> tuple[int, list[str], list[str], int]:
        ended = clausecheck("lint", "--output-format", "json", *options)
        document = json.loads(ended.out)
        checked = [file["path"] for file in document["files"]]
        left = [error["path"] for error in document["errors"]]
        return ended.status, checked, left, document["summary"]["warning"]

    every = [f"{name}.clause" for name in "abcde"]

    assert ran("--max-findings", "4", "--no-cache") == (2, every[:2], every[2:], 4)
    assert ran("--max-findings", "5", "--jobs", "2") == (2, every[:2], every[2:], 4)
    assert ran("--max-findings", "8") == (1, every, [], 8)
    assert ran("--max-findings", "4") == (2, every[:2], every[2:], 4)


@pytest.mark.parametrize("link", ["../outside", ".git/config", "folder/../../outside"])
@pytest.mark.parametrize(
    "command", [("lint", "--output-format=json=out"), ("baseline", "write", "--baseline=out")]
)
def test_nothing_is_written_where_a_link_leads_astray(
    clausecheck: Program, project: Path, link: str, command: tuple[str, ...]
) -> None:
    """What a change has put in the place of a report would be written by whoever checks it."""
    (project / ".git").mkdir()
    (project / "folder").mkdir()
    (project / ".git" / "config").write_text("")
    (project / "a.clause").write_text(CLEAN)
    target = project / link
    target.write_text(BASELINE)
    (project / "out").symlink_to(link)
    ran = clausecheck(*command)

    assert ran.status == 2
    assert "not followed" in ran.out + ran.err
    assert target.read_text() == BASELINE


def test_nothing_is_made_where_a_link_leads_nowhere_yet(
    clausecheck: Program, project: Path
) -> None:
    (project / "a.clause").write_text(CLEAN)
    (project / "out").symlink_to("../outside")
    ran = clausecheck("baseline", "write", "--baseline", "out")

    assert ran.status == 2
    assert ran.err == "cannot write out: a link that leads out of the project; not followed\n"
    assert not (project.parent / "outside").exists()


def test_a_report_is_written_through_a_link_within_the_project_and_outside_of_it(
    clausecheck: Program, project: Path
) -> None:
    (project / "a.clause").write_text(CLEAN)
    (project / "folder").mkdir()
    (project / "inner").symlink_to("folder/report")
    (project.parent / "outer").symlink_to("elsewhere")
    outer = os.path.relpath(project.parent / "outer")

    assert clausecheck("lint", "--output-format", "json=inner").status == 0
    assert clausecheck("lint", "--output-format", f"json={outer}").status == 0
    assert (project / "folder" / "report").is_file()
    assert (project.parent / "elsewhere").is_file()
