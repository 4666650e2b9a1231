from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausecheck.cli.files import File
from clausecheck.cli.other_texts import Folders, folder_of
from clausecheck.source import Source

from .running import real


def draft(reference: str) -> str:
    return f"""\
declaration "A text"
  implements: {reference}

party US "United States"

clause 1
  US shall withdraw.
"""


def told(*arguments: str, stdin: bytes = b"") -> list[str]:
    ran = real("lint", "--select", "language", "--output-format", "full", *arguments, stdin=stdin)
    return [line for line in ran.out.splitlines() if "unresolved-reference" in line]


def test_a_reference_to_another_text_is_followed_whichever_paths_are_linted(project: Path) -> None:
    (project / "pyproject.toml").touch()
    (project / "old").mkdir()
    (project / "new").mkdir()
    (project / "old/peace-1953.clause").write_text(draft("1"))
    (project / "new/right.clause").write_text(draft("peace-1953 1"))
    (project / "new/wrong.clause").write_text(draft("peace-1953 7"))

    assert told("new/right.clause") == []
    assert told("new/wrong.clause") == ["unresolved-reference: `peace-1953` has no 7"]
    assert told("-", stdin=draft("peace-1953 1").encode()) == []
    assert told("-", "--stdin-filename", "new/x.clause", stdin=draft("peace-1953 1").encode()) == []
    assert told("-", stdin=draft("war-1950 1").encode()) == [
        "unresolved-reference: no text is named `war-1950`"
    ]


def test_a_text_is_read_as_drafts_are_and_refused_as_they_are(project: Path) -> None:
    (project / "fine.clause").write_text("a")
    (project / "long.clause").write_text("a" * 20)
    os.mkfifo(project / "pipe.clause")
    folders = Folders(10)

    fine = folders.read(project / "fine.clause")

    assert isinstance(fine, Source)
    assert fine.text == "a"
    assert isinstance(folders.read(project / "long.clause"), str)
    assert isinstance(folders.read(project / "pipe.clause"), str)
    assert isinstance(folders.read(project / "none.clause"), str)


def test_hidden_and_linked_folders_are_passed_over(project: Path) -> None:
    for name in ("b", "a", ".hidden"):
        (project / name).mkdir()
    (project / "link").symlink_to(project / "a")

    assert Folders(10).folders(project) == [project / "a", project / "b"]
    assert list(Folders(10).folders(project / "none")) == []


def test_what_the_system_refuses_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)

    assert not Folders(10).exists(Path("x"))


def test_standard_input_lies_where_its_name_says(project: Path) -> None:
    assert folder_of(File("-", None)) == project
    assert folder_of(File("drafts/x.clause", None)) == project / "drafts"
    assert folder_of(File("x.clause", Path("/p/x.clause"))) == Path("/p")
