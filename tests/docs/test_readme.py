"""The README: its drafts, reports and commands are the real ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from clausecheck.check import Settings, check
from clausecheck.cli.app import run
from clausecheck.essays import clashes, entries
from clausecheck.rules import RULES
from clausecheck.source import Source
from clausecheck.vocabulary import load

from .blocks import ROOT, blocks_of, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = read("README.md")
DRAFTS = [block for block in blocks_of(PAGE) if block.language == "clause"]
COMMANDS = [block.text.strip() for block in blocks_of(PAGE) if block.language == "sh"]
TREE = next(block.text for block in blocks_of(PAGE) if block.language == "tree")


def test_the_readme_shows_a_draft_before_all_else_but_a_line() -> None:
    opening = PAGE[: PAGE.index("```clause")]

    assert len(opening.splitlines()) <= 6
    assert [block.language for block in blocks_of(PAGE)[:4]] == ["clause", "text", "clause", "text"]


@pytest.mark.parametrize(("number", "status"), [(0, 1), (1, 0)])
def test_the_report_in_the_readme_is_what_the_program_prints(
    number: int,
    status: int,
    tmp_path: Path,
    at_80_columns: Callable[..., tuple[int, str]],
    kept: Callable[[Path, str], str],
) -> None:
    (tmp_path / "draft.clause").write_text(DRAFTS[number].text, encoding="utf-8")
    ended, report = at_80_columns(tmp_path, "lint", "draft.clause")
    page = read("README.md")
    shown = [block for block in blocks_of(page) if block.language == "text"][number]
    lines = page.split("\n")
    first = shown.line - 1
    lines[first : first + shown.text.count("\n")] = report.rstrip("\n").split("\n")

    assert ended == status
    assert kept(ROOT / "README.md", "\n".join(lines)) == "\n".join(lines)


def test_the_comparison_in_the_readme_is_what_the_program_prints(
    tmp_path: Path,
    at_80_columns: Callable[..., tuple[int, str]],
    kept: Callable[[Path, str], str],
) -> None:
    for name, draft in zip(("draft", "mended"), DRAFTS, strict=False):
        (tmp_path / f"{name}.clause").write_text(draft.text, encoding="utf-8")
    ended, report = at_80_columns(tmp_path, "compare", "-q", "draft.clause", "mended.clause")
    page = read("README.md")
    shown = [block for block in blocks_of(page) if block.language == "text"][2]
    lines = page.split("\n")
    first = shown.line - 1
    lines[first : first + shown.text.count("\n")] = report.rstrip("\n").split("\n")

    assert ended == 0
    assert kept(ROOT / "README.md", "\n".join(lines)) == "\n".join(lines)


def test_the_readme_says_what_to_do_about_each_row() -> None:
    rows = re.findall(r"(?m)^\| ([a-z]+-[a-z-]+) \| .+ \| .+ \|$", PAGE)
    vocabulary, _ = load()
    report = check(Source("draft.clause", DRAFTS[0].text), vocabulary, Settings())

    assert rows == [finding.rule for finding in report.findings]


def test_ci_runs_the_readmes_test_command_and_no_other() -> None:
    script = read(".ci/run").splitlines()
    commands = [line for line in script if line and not line.startswith("#")]

    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', COMMANDS[1]]


def test_each_command_of_the_readme_is_one_line_that_sets_up_all_it_needs() -> None:
    for command in COMMANDS:
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
        assert "\n" not in command


def test_the_commands_and_options_named_in_the_readme_are_there(
    capfd: pytest.CaptureFixture[str],
) -> None:
    named = set(re.findall(r"`clausecheck ([a-z]+)", PAGE)) - {"lint"}
    run(["-h"])
    commands = capfd.readouterr().out
    run(["lint", "-h"])
    run(["fmt", "-h"])
    run(["timeline", "-h"])
    run(["compare", "-h"])
    run(["alternatives", "-h"])
    options = capfd.readouterr().out

    assert sorted(name for name in named if f"  {name} " not in commands) == []
    assert [o for o in re.findall(r"(--[a-z][a-z-]+)", PAGE) if o not in f"{options} --cov"] == []


@pytest.mark.parametrize("command", ["lint", "explain"])
def test_the_examples_in_the_help_name_rules_and_entries_that_are_there(
    command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    run([command, "-h"])
    examples = re.findall(r"(?m)^  clausecheck .+$", capfd.readouterr().out)
    words = " ".join(examples).split()
    named = [
        after
        for before, after in pairwise(words)
        if before in {"--select", "--ignore", "explain"} and after != "RULE"
    ]
    known = {name for rule in RULES for name in (rule.name, rule.family)}
    known |= {entry.key for entry in entries()} | {clash.key for clash in clashes()}

    assert named
    assert [name for name in named if name not in known] == []


def in_tree() -> list[str]:
    """Return the paths of the README's tree, those of a folder with the folder's name before."""
    paths: list[str] = []
    folder = ""
    for line in TREE.splitlines():
        path = line.split()[0]
        folder = folder if line.startswith("  ") else ""
        paths.append(folder + path)
        folder = folder or path
    return paths


def test_every_path_of_the_tree_exists() -> None:
    missing = [path for path in in_tree() if not list(ROOT.glob(path))]

    assert missing == []


def test_every_room_is_in_the_tree() -> None:
    rooms = {
        path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else "")
        for path in (ROOT / "src" / "clausecheck").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }

    assert sorted(rooms - set(in_tree())) == []
