"""The program as it is shipped, started as a process: nothing here is in place of anything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]

import clausecheck

from .running import real, unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

ROOT = Path(__file__).parents[2]
CLAUSES = str(ROOT / "clauses")
SCHEMA = json.loads((resources.files("clausecheck.reporters") / "json.schema.json").read_text())
FORMATS = ("table", "full", "json")

HEAD = """\
declaration "Of the Valley"

party Northland "Kingdom of Northland"
party Southland "Republic of Southland"

clause 1
"""
CLEAN = f"{HEAD}  Northland and Southland declare that the state of war is ended.\n"
SOFT = 'clause 2\n  Northland shall freeze its reactors.\n  by: "at an early date"\n'
VERIFIED = "  verified by: Southland using on-site inspection, every 30 days\n"
WARNING = f"{CLEAN}\n{SOFT}{VERIFIED}"
UNREADABLE = f"{CLEAN}\nclause 2\n  Northland shall freeze its reactors\n"
ACCEPTED = f"""\
{WARNING}
  accept soft-deadline
    because: "the day is set by the thaw"
    accepted by: Northland
    expires: 2030-01-31
"""


def documented(ran: Ran) -> Any:  # noqa: ANN401 - any JSON
    """Return the report, once it is seen to follow the schema."""
    document = json.loads(ran.out)

    assert list(Draft202012Validator(SCHEMA).iter_errors(document)) == []
    return document


def test_every_real_agreement_is_read_and_reported() -> None:
    ran = real("lint", CLAUSES, "--fail-level", "never")
    drafts = sorted(Path(CLAUSES).glob("*.clause"))

    assert (ran.status, ran.err) == (0, "")
    assert [str(draft) for draft in drafts if f"{draft}\n" not in f"\n{ran.out}"] == []
    assert f" in {len(drafts)} files" in ran.out.splitlines()[-1]
    assert [line for line in ran.out.splitlines() if len(line) > 80 and CLAUSES not in line] == []


def test_the_json_on_every_real_agreement_follows_the_schema_and_has_its_ledger() -> None:
    ran = real("lint", CLAUSES, "--fail-level", "never", "--output-format", "json")
    document = documented(ran)

    assert (ran.status, ran.err) == (0, "")
    assert document["errors"] == []
    for file in document["files"]:
        assert {"B01", "N28"} <= set(file["ledger"])
        assert {side for clash in file["clashes"] for side in clash["sceptic"]} <= set(
            file["ledger"]
        )
        for finding in file["findings"]:
            assert finding["message"]


def test_the_whole_program_is_started_by_python_too() -> None:
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "clausecheck", "lint", CLAUSES, "--fail-level", "never", "-q"],
        env=unmeasured(PYTHONPATH=str(Path(clausecheck.__file__).parents[1])),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (WARNING, (), 1),
        (WARNING, ("--fail-level", "error"), 0),
        (ACCEPTED, ("--as-of", "2030-01-31", "--show", "ledger"), 0),
        (ACCEPTED, ("--as-of", "2030-02-01"), 1),
        (ACCEPTED, ("--no-accept",), 1),
        (UNREADABLE, ("--fail-level", "error"), 1),
        ("", (), 1),
        (WARNING, ("--exit-zero", "missing.clause"), 2),
        (CLEAN, ("--select", "no-such-rule"), 2),
        (CLEAN, ("--as-of", "31.1.2030"), 2),
    ],
)
def test_the_exit_status_is_the_same_in_every_format(
    project: Path, text: str, options: tuple[str, ...], status: int
) -> None:
    (project / "draft.clause").write_text(text)
    runs = [real("lint", "draft.clause", "--output-format", each, *options) for each in FORMATS]

    assert [ran.status for ran in runs] == [status] * len(FORMATS)
    assert [ran.out + ran.err for ran in runs if "Traceback" in ran.out + ran.err] == []


def test_an_empty_file_is_a_finding(project: Path) -> None:
    (project / "empty.clause").write_bytes(b"")
    document = documented(real("lint", "--output-format", "json"))
    (file,) = document["files"]

    assert document["errors"] == []
    assert [finding["rule"] for finding in file["findings"]] == ["missing-title"]


def link_out(path: Path) -> None:
    (path.parent.parent / "secret").write_text("secret")
    path.symlink_to("../secret")


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(100_000_000)


HOSTILE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "latin.clause": ("not-utf-8", lambda path: path.write_bytes(b"declaration \xe9")),
    "wide.clause": ("not-utf-8", lambda path: path.write_bytes(CLEAN.encode("utf-16"))),
    "nul.clause": ("nul", lambda path: path.write_bytes(b"declaration\0")),
    "large.clause": ("too-large", sparse),
    "deep.clause": ("too-deep", lambda path: path.write_text(f"{HEAD}  A shall {'[' * 10_000}\n")),
    "deep-line.clause": ("line-too-long", lambda path: path.write_text(HEAD + "[" * 100_000)),
    "line.clause": ("line-too-long", lambda path: path.write_text("x" * 1_000_000)),
    "words.clause": ("line-too-long", lambda path: path.write_text(HEAD + " shall" * 150_000)),
    "pipe.clause": ("not-a-file", os.mkfifo),
    "link.clause": ("link", link_out),
    "circle.clause": ("link", lambda path: path.symlink_to(path.name)),
    "denied.clause": ("unreadable", lambda path: path.write_text(CLEAN)),
    "\x1b[31mred\x07\n\u202e.clause": ("nul", lambda path: path.write_bytes(b"\0")),
    os.fsdecode(b"\xff.clause"): ("nul", lambda path: path.write_bytes(b"\0")),
}


@pytest.mark.parametrize("command", ["lint", "fmt"])
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_file_is_refused_in_time_with_a_reason(
    project: Path, name: str, command: str
) -> None:
    _, make = HOSTILE[name]
    make(project / name)

    ran = real(command, name)
    told = ran.out + ran.err

    assert ran.status == 2
    assert {"lint": "not checked: ", "fmt": "not formatted: "}[command] in told
    assert "Traceback" not in told
    assert "internal error" not in told
    assert set(told) & set("\x07\x1b\r\u202e") == set()


def test_a_folder_of_hostile_files_is_told_one_by_one_and_the_good_one_checked(
    project: Path,
) -> None:
    for name, (_, make) in HOSTILE.items():
        make(project / name)
    (project / "folder.clause").mkdir()
    (project / "good.clause").write_text(WARNING)

    ran = real("lint", "--output-format", "json", ".", "missing.clause")
    document = documented(ran)

    assert ran.status == document["exit"] == 2
    assert {error["path"]: error["kind"] for error in document["errors"]} == {
        **{name.replace("\udcff", r"\xff"): kind for name, (kind, _) in HOSTILE.items()},
        "missing.clause": "missing",
    }
    (file,) = document["files"]
    assert [finding["rule"] for finding in file["findings"]] == ["soft-deadline"]
    assert len(ran.err.splitlines()) == len(HOSTILE) + 1


@pytest.mark.parametrize("each", FORMATS)
def test_ten_thousand_broken_lines_are_told_in_time(project: Path, each: str) -> None:
    (project / "draft.clause").write_text(HEAD + "  [\n" * 10_000)

    ran = real("lint", "--output-format", each)

    assert (ran.status, ran.err) == (1, "")
    assert ran.out.count("unreadable-line") >= 10_000


def test_a_folder_named_like_a_draft_and_without_one_is_no_file(project: Path) -> None:
    (project / "folder.clause").mkdir()

    ran = real("lint", "folder.clause")

    assert ran.status == 2
    assert "no file to check" in ran.out


def test_a_text_that_drives_a_terminal_is_shown_escaped(project: Path) -> None:
    (project / "draft.clause").write_text(f"{HEAD}  North\x1b[31mland shall \u202e leave\x07 .\n")

    runs = [real("lint", "--output-format", each) for each in FORMATS]

    assert [ran.status for ran in runs] == [1, 1, 1]
    assert [set(ran.out) & set("\x07\x1b\u202e") for ran in runs] == [set(), set(), set()]


@pytest.mark.parametrize("each", FORMATS)
def test_a_reader_that_has_gone_away_ends_the_program_by_the_signal(each: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        ended = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "clausecheck", "lint", CLAUSES, "--output-format", each],
            env=unmeasured(PYTHONPATH=str(Path(clausecheck.__file__).parents[1])),
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

    assert (ended.returncode, ended.stderr) == (-signal.SIGPIPE, b"")


def test_standard_input_is_checked_and_formatted() -> None:
    checked = real("lint", "-", "--output-format", "json", stdin=WARNING.encode())
    formatted = real("fmt", "-", stdin=CLEAN.encode())

    assert checked.status == 1
    assert documented(checked)["files"][0]["path"] == "-"
    assert (formatted.status, formatted.out) == (0, CLEAN)


@pytest.mark.parametrize("name", ["soft-deadline", "B08", "n28"])
def test_a_rule_and_an_objection_are_explained(name: str) -> None:
    ran = real("explain", name)

    assert (ran.status, ran.err) == (0, "")
    assert name.lower() in ran.out.lower().splitlines()[0]


def test_what_has_no_name_like_it_is_exit_2() -> None:
    ran = real("explain", "soft-deadlin")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "no rule, family, entry or clash is named soft-deadlin; did you mean soft-deadline?\n"
    )
