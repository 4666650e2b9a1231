"""A run that is asked for again is answered as before, and only where nothing has changed."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clausecheck.cli import unchanged

from .running import real

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

    Program = Callable[..., Ran]

WARNING = "A shall leave.\n"
LINTING = "clausecheck.cli.linting"


@pytest.fixture(autouse=True)
def settled(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay a project of which every file has been left alone for long enough, on one day."""
    monkeypatch.setattr(unchanged, "_SETTLED", -60_000_000_000)
    monkeypatch.setattr(time, "strftime", lambda _: "2026-06-01")
    (project / "drafts" / "old").mkdir(parents=True)
    (project / "drafts" / "a.clause").write_text(WARNING)
    (project / "drafts" / "old" / "b.clause").write_text("A may.\n")
    (project / ".git").mkdir()


@pytest.fixture
def again(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Ran, bool]]:
    """Return what runs `lint`, and says whether it was answered without any work."""
    folder = str(project.parent / "kept")

    def run(*arguments: str) -> tuple[Ran, bool]:
        monkeypatch.delitem(sys.modules, LINTING, raising=False)
        ran = clausecheck("lint", "--cache-dir", folder, *arguments)
        return ran, LINTING not in sys.modules

    return run


@pytest.mark.parametrize(
    "options",
    [(), ("-q",), ("drafts",), ("--output-format", "json"), ("drafts/a.clause", "--ignore", "vagueness")],
)  # fmt: skip
def test_what_is_asked_again_is_answered_in_the_same_words(
    again: Callable[..., tuple[Ran, bool]], options: tuple[str, ...]
) -> None:
    first, answered = again(*options)
    second, known = again(*options)

    assert (answered, known) == (False, True)
    assert second == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "a draft": lambda at: (at / "drafts/a.clause").write_text("A may....\n"),
    "a draft of the same length and day": lambda at: forge(at / "drafts/a.clause"),
    "a draft more": lambda at: (at / "drafts/c.clause").write_text(WARNING),
    "a draft more, further down": lambda at: (at / "drafts/old/c.clause").write_text(WARNING),
    "a draft less": lambda at: (at / "drafts/a.clause").unlink(),
    "a draft of another name": lambda at: (at / "drafts/a.clause").rename(at / "drafts/d.clause"),
    "a draft put in another's place": lambda at: os.replace(  # noqa: PTH105
        copied(at / "drafts/a.clause"), at / "drafts/a.clause"
    ),
    "a folder that is now a link": lambda at: link(at / "drafts"),
    "a configuration": lambda at: (at / "clausecheck.toml").write_text("fail-level = 'never'"),
    "a configuration above": lambda at: (at / "pyproject.toml").write_text("[tool.clausecheck]"),
    "a nearer one": lambda at: (at / "drafts/clausecheck.toml").write_text("lens = 'both'"),
    "a vocabulary": lambda at: (at / "vocabulary.toml").write_text("more"),
    "a root": lambda at: (at / ".git").rmdir(),
}


def forge(path: Path) -> None:
    before = path.stat()
    path.write_text(path.read_text().replace("shall", "may  "))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def copied(path: Path) -> Path:
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes())
    return other


def link(folder: Path) -> None:
    moved = folder.with_name("moved")
    folder.rename(moved)
    folder.symlink_to(moved)


def test_a_named_draft_whose_folder_is_now_a_link_is_looked_at(
    again: Callable[..., tuple[Ran, bool]], project: Path
) -> None:
    again("drafts/a.clause")
    outside = project.parent / "outside"
    (project / "drafts").rename(outside)
    (project / "drafts").symlink_to(outside)

    ran, answered = again("drafts/a.clause")

    assert not answered
    assert ran.status == 2
    assert "a link that leads out of the project" in ran.out


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_has_changed_is_looked_at(
    again: Callable[..., tuple[Ran, bool]], project: Path, change: str
) -> None:
    again("drafts")
    time.sleep(0.02)  # the clock of some systems moves so slowly
    CHANGES[change](project)

    assert not again("drafts")[1]


@pytest.mark.parametrize(
    "others",
    [("-q",), ("--lens", "sceptic"), ("--fail-level", "never"), ("--color", "always"), ("drafts",)],
)
def test_another_question_has_another_answer(
    again: Callable[..., tuple[Ran, bool]], others: tuple[str, ...]
) -> None:
    again()

    assert not again(*others)[1]
    assert again()[1]
    assert again(*others)[1]


def test_on_another_day_it_is_another_question(
    again: Callable[..., tuple[Ran, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    again()
    monkeypatch.setattr(time, "strftime", lambda _: "2030-01-01")

    assert not again()[1]


LASTING: dict[str, tuple[str, ...]] = {
    "another file": ("--output-format", "json=report"),
    "a baseline": ("--baseline", "b.json"),
    "no cache": ("--no-cache",),
    "standard input": ("-", "--allow-empty"),
    "a way that leads back": ("drafts/../drafts",),
    "what could not be done": ("no-such.clause",),
    "a link": ("links",),
    "a linked folder": ("by/old",),
    "a list of files alone": ("--show-files",),
}


@pytest.mark.parametrize("case", LASTING)
def test_what_cannot_be_told_is_always_done(
    again: Callable[..., tuple[Ran, bool]], project: Path, case: str
) -> None:
    (project / "links").mkdir()
    (project / "links" / "l.clause").symlink_to("../drafts/a.clause")
    (project / "links" / "m.clause").write_text(WARNING)
    (project / "by").symlink_to("drafts")
    (project / "b.json").write_text('{"version": 1, "entries": []}')
    again(*LASTING[case])

    assert not again(*LASTING[case])[1]


def test_a_file_that_may_have_changed_meanwhile_is_looked_at_again(
    again: Callable[..., tuple[Ran, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_SETTLED", 60_000_000_000)
    again()

    assert not again()[1]


def test_what_says_too_much_is_said_anew(
    again: Callable[..., tuple[Ran, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_MOST_CHARACTERS", 10)
    again()

    assert not again()[1]


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "KEY", 'KEY, "seen": {}', 'KEY, "seen": []', 'KEY, "seen": {"/no": null}',
     'KEY, "seen": {"/no": null}, "above": [], "said": [], "status": "0"',
     'KEY, "seen": {"/no": null}, "above": [], "said": [1], "status": 0'],
)  # fmt: skip
def test_an_answer_that_is_damaged_is_none(
    again: Callable[..., tuple[Ran, bool]], project: Path, damage: str
) -> None:
    first, _ = again()
    (path,) = (project.parent / "kept" / "clausecheck").glob("asked-*")
    kept = json.loads(path.read_text())
    head = f'{{"version": "{kept["version"]}", "question": "{kept["question"]}"'
    path.write_text(f"{damage.replace('KEY', head)}{'}' if 'KEY' in damage else ''}")

    assert again() == (first, False)


def test_of_many_answers_the_oldest_are_given_up(
    again: Callable[..., tuple[Ran, bool]], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    monkeypatch.setattr(unchanged, "_MOST_ANSWERS", 2)
    for name in ("drafts", "drafts/old", "drafts/a.clause"):
        again(name)

    assert len(list((project.parent / "kept" / "clausecheck").glob("asked-*"))) == 2
    assert [again(name)[1] for name in ("drafts/old", "drafts/a.clause", "drafts")] == [
        True,
        True,
        False,
    ]


def test_nothing_is_kept_where_there_is_no_safe_place(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = clausecheck("lint", "--cache-dir", "kept")
    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    homeless = clausecheck("lint")

    assert (inside.status, homeless.status) == (1, 1)
    assert not (project / "kept").exists()


def no_home() -> Path:
    raise RuntimeError


def test_the_whole_program_loads_no_more_than_the_answer_takes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what checks a text nor what writes a table, nor attrs, which both are made with."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.parent))
    time.sleep(2.1)
    first = real("lint", "--ignore", "soft-deadline", "drafts")
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    second = real("lint", "--ignore", "soft-deadline", "drafts")
    loaded = {line.rpartition("|")[2].strip() for line in second.err.splitlines()}

    assert (second.status, second.out) == (first.status, first.out)
    assert loaded & {"attr", "lark", "tabulate", "wcwidth", "clausecheck.check", LINTING} == set()
    assert "clausecheck.cli.unchanged" in loaded
