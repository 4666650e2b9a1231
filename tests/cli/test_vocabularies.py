from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .running import Ran

    Program = Callable[..., Ran]


def vocabularies(ran: Ran) -> str:
    """Return the paths the small pipeline was given, which it gives back as a stance."""
    stance: str = json.loads(ran.out)["files"][0]["stances"]["words"]["stance"]
    return stance


@pytest.fixture
def draft(project: Path) -> Path:
    path = project / "a.clause"
    path.write_text("A may.\n")
    return path


def test_the_projects_vocabulary_is_read_before_those_that_are_named(
    clausecheck: Program, draft: Path
) -> None:
    (draft.parent / "vocabulary.toml").write_text("")
    (draft.parent / "more.toml").write_text("")

    def words(*options: str) -> str:
        return vocabularies(clausecheck("lint", "--output-format", "json", *options))

    assert words() == "vocabulary.toml"
    assert words("--vocabulary", "more.toml") == "vocabulary.toml,more.toml"
    assert words("--vocabulary", "./vocabulary.toml") == "vocabulary.toml"
    assert words("--isolated", "--vocabulary", "more.toml") == "more.toml"
    assert words("--isolated") == ""


def test_the_project_reaches_up_to_the_folder_with_its_history(
    clausecheck: Program, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (draft.parent / "vocabulary.toml").write_text("")
    below = draft.parent / "below"
    below.mkdir()
    monkeypatch.chdir(below)

    def words() -> str:
        return vocabularies(clausecheck("lint", "../a.clause", "--output-format", "json"))

    outside = words()
    (draft.parent / ".git").mkdir()
    inside = words()
    (below / ".git").write_text("a worktree")

    assert outside == ""
    assert inside == "../vocabulary.toml"
    assert words() == ""


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("no-such.toml", "no-such.toml: there is no such file or folder\n"),
        (".", ".: a folder, not a file\n"),
    ],
)
def test_a_vocabulary_that_cannot_be_used_ends_the_run(
    clausecheck: Program, path: str, message: str
) -> None:
    ran = clausecheck("lint", "--vocabulary", path)

    assert (ran.status, ran.out, ran.err) == (2, "", message)


def test_what_is_wrong_in_a_vocabulary_is_told_with_its_line(
    clausecheck: Program, draft: Path
) -> None:
    (draft.parent / "vocabulary.toml").write_text("wrong line")
    (draft.parent / "more.toml").write_text("wrong")

    ran = clausecheck("lint", "--vocabulary", "more.toml")

    assert ran.status == 2
    assert ran.err == (
        "vocabulary.toml:3: redefines\\x1b `withdraw`\nmore.toml: redefines\\x1b `withdraw`\n"
    )


def test_a_project_vocabulary_that_is_a_link_out_is_refused(
    clausecheck: Program, draft: Path
) -> None:
    (draft.parent.parent / "secret").write_text("")
    (draft.parent / "vocabulary.toml").symlink_to("../secret")

    ran = clausecheck("lint")

    assert ran.status == 2
    assert ran.err == "vocabulary.toml: a link that leads out of the folder; not followed\n"


def test_a_vocabulary_that_is_no_text_is_refused(clausecheck: Program, draft: Path) -> None:
    (draft.parent / "vocabulary.toml").write_bytes(b"\xff")

    ran = clausecheck("lint")

    assert ran.status == 2
    assert ran.err.startswith("vocabulary.toml: not UTF-8: byte 0xff at offset 0 (line 1)")
