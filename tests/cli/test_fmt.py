from __future__ import annotations

import io
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]


@pytest.fixture
def draft(project: Path) -> Path:
    path = project / "a.clause"
    path.write_bytes(b"clause 1\n   A may.\n")
    return path


def test_a_draft_is_formatted_once_and_then_left_alone(clausecheck: Program, draft: Path) -> None:
    first = clausecheck("fmt")
    written = draft.stat()
    second = clausecheck("fmt")

    assert (first.status, first.out, first.err) == (0, "", "formatted: a.clause\n")
    assert draft.read_bytes() == b"clause 1\nA may.\n"
    assert (second.status, second.out, second.err) == (0, "", "")
    assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (
        written.st_ino,
        written.st_mtime_ns,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a \r\nb \r\n", b"a\r\nb\r\n"),
        (b"a \r\nb \n", b"a\r\nb\r\n"),
        (b"a \nb \r\n", b"a\nb\n"),
        (b"\xef\xbb\xbfa\n", b"a\n"),
        (b"a", b"a\n"),
        (b" \xed\x8f\x89\n", b"\xed\x8f\x89\n"),
    ],
)
def test_line_ends_stay_those_of_the_first_line_and_a_mark_is_dropped(
    clausecheck: Program, draft: Path, before: bytes, after: bytes
) -> None:
    draft.write_bytes(before)

    assert clausecheck("fmt", "--check").status == 1
    assert clausecheck("fmt").status == 0
    assert draft.read_bytes() == after
    assert clausecheck("fmt", "--check").status == 0


def test_check_tells_what_would_change_and_writes_nothing(
    clausecheck: Program, draft: Path
) -> None:
    before = draft.read_bytes()
    ran = clausecheck("fmt", "--check")

    assert (ran.status, ran.out, ran.err) == (1, "", "would be formatted: a.clause\n")
    assert draft.read_bytes() == before
    assert clausecheck("fmt", "--check", "--quiet").err == ""


def test_diff_shows_what_would_change_and_writes_nothing(clausecheck: Program, draft: Path) -> None:
    before = b"clause 1\r\n   \x1b A\xe2\x80\xa8 may."
    draft.write_bytes(before)

    ran = clausecheck("fmt", "--diff", "--quiet")

    assert ran.status == 1
    assert ran.out == (
        "--- a.clause\n+++ a.clause\n@@ -1,2 +1,2 @@\n clause 1\n"
        "-   \\x1b A\\u2028 may.\n\\ No newline at end of file\n+\\x1b A\\u2028 may.\n"
    )
    assert draft.read_bytes() == before


def test_a_draft_that_cannot_be_read_is_shown_and_left_while_the_others_are_done(
    clausecheck: Program, draft: Path
) -> None:
    (draft.parent / "b.clause").write_text("  A $\n")
    (draft.parent / "c.clause").write_text("crash\n")
    (draft.parent / "d.clause").write_text("[[[\n")
    (draft.parent / "e.clause").write_bytes(b"\0")

    ran = clausecheck("fmt", "no-such", ".")

    assert ran.status == 2
    assert ran.out == ""
    assert draft.read_text() == "clause 1\nA may.\n"
    assert (draft.parent / "b.clause").read_text() == "  A $\n"
    assert ran.err == (
        "formatted: a.clause\n"
        "unreadable-line: no $\n"
        " --> b.clause:1:5 (error)\n"
        "  |\n"
        "1 |   A $\n"
        "  |     ^\n"
        "see it begins here\n"
        " --> b.clause:1:1\n"
        "  |\n"
        "1 |   A $\n"
        "  | ^\n"
        "help: leave it\n"
        "\n"
        "not formatted: no-such: there is no such file or folder\n"
        "not formatted: c.clause: internal error: KeyError: 'crash\\x1b[31m', please report\n"
        "not formatted: d.clause: brackets are nested deeper than 40\n"
        "not formatted: e.clause: a NUL byte at offset 0 (line 1): not a text\n"
    )


def test_a_line_that_no_person_wrote_is_refused_unread(clausecheck: Program, draft: Path) -> None:
    before = b"A may.\n" + b"x" * 20_001 + b" crash\n"
    draft.write_bytes(before)

    ran = clausecheck("fmt")

    assert ran.status == 2
    assert ran.err == "not formatted: a.clause: line 2 is longer than 20,000 characters\n"
    assert draft.read_bytes() == before


def test_a_draft_that_may_not_be_written_is_told(
    clausecheck: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    ran = clausecheck("fmt")

    assert ran.status == 2
    assert ran.err == "not formatted: a.clause: it cannot be written: Permission denied\n"
    assert draft.read_bytes() == b"clause 1\n   A may.\n"


def test_a_draft_that_is_read_only_is_left_as_it_is_and_told(
    clausecheck: Program, draft: Path
) -> None:
    draft.chmod(0o444)

    ran = clausecheck("fmt")

    assert ran.status == 2
    assert ran.err == "not formatted: a.clause: it cannot be written: it is read-only\n"
    assert draft.read_bytes() == b"clause 1\n   A may.\n"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o444


def test_a_link_is_written_through_to_its_target(clausecheck: Program, draft: Path) -> None:
    link = draft.with_name("link.clause")
    link.symlink_to("a.clause")

    ran = clausecheck("fmt", "link.clause")

    assert ran.err == "formatted: link.clause\n"
    assert link.is_symlink()
    assert draft.read_text() == "clause 1\nA may.\n"


@pytest.mark.parametrize(
    ("options", "raw", "status", "out"),
    [
        ((), b"  A.\n", 0, "A.\n"),
        ((), b"A.\n", 0, "A.\n"),
        ((), b"  A.\r\n", 0, "A.\r\n"),
        ((), b"  A $\n", 2, ""),
        (("--check",), b"  A.\n", 1, ""),
        (("--check",), b"A.\n", 0, ""),
        (("--diff",), b" A.\n", 1, "--- -\n+++ -\n@@ -1 +1 @@\n- A.\n+A.\n"),
    ],
)
def test_standard_input_is_formatted_to_standard_output(
    clausecheck: Program,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    raw: bytes,
    status: int,
    out: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    ran = clausecheck("fmt", "-", *options)

    assert (ran.status, ran.out) == (status, out)


def test_no_file_is_exit_2_unless_it_is_allowed(clausecheck: Program) -> None:
    assert clausecheck("fmt").status == 2
    assert clausecheck("fmt", "--allow-empty").status == 0


@pytest.mark.usefixtures("draft")
def test_a_diff_that_cannot_be_written_is_no_fault_of_the_file(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    ran = clausecheck("fmt", "--diff")

    assert ran.status == 2
    assert ran.err == "cannot write the report: standard output is closed\n"
