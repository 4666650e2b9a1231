"""Rules of others, and what a checkout can make of them: nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import clausecheck
from clausecheck import __main__

from .running import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

    Program = Callable[..., Ran]

TEXT = "A may leave nicely.\nA goes kindly.\n"

GOOD = """
from clausecheck.rules import RULES, Rule
from clausecheck.values import evolve
NEW = [Rule("kind-word", "vagueness", "both", "warning", "kindly")]
TWICE = [RULES[0]]
STRANGE = [3]
WRONG = 3
"""
POINTS = """\
[clausecheck.rules]
kind = kind_rules:NEW
twice = kind_rules:TWICE
strange = kind_rules:STRANGE
wrong = kind_rules:WRONG
broken = no_such_module:NEW
"""


def install(folder: Path, text: str = GOOD) -> None:
    """Lay a package as pip does."""
    about = folder / "kind-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: kind\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(POINTS)
    (folder / "kind_rules.py").write_text(text)


@pytest.fixture(autouse=True)
def installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = project.parent / "packages"
    install(folder)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "kind_rules", raising=False)
    (project / "a.clause").write_text(TEXT)
    return folder


def found(ran: Ran) -> list[str]:
    return [each["rule"] for file in json.loads(ran.out)["files"] for each in file["findings"]]


def test_its_rules_run_where_it_is_named_and_nowhere_else(clausecheck: Program) -> None:
    plain = clausecheck("lint", "--output-format", "json")
    named = clausecheck("lint", "--rule-pack", "kind", "--output-format", "json")
    alone = clausecheck("lint", "--rule-pack", "kind", "--select", "kind-word")
    sarif = clausecheck("lint", "--rule-pack", "kind", "--output-format", "sarif")

    assert found(plain) == ["soft-word"]
    assert found(named) == ["soft-word", "kind-word"]
    assert alone.status == 1
    assert '"id": "kind-word"' in sarif.out
    assert "kind-word" in clausecheck("rules", "--rule-pack", "kind").out
    assert clausecheck("explain", "kind-word", "--rule-pack", "kind").status == 0
    assert clausecheck("explain", "kind-word").status == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("kin", "no rule pack named kin is installed; did you mean kind?"),
        ("twice", "the rule pack twice has another rule named undated-obligation"),
        ("strange", "the rule pack strange holds something that is no rule"),
        ("wrong", "the rule pack wrong cannot be loaded: TypeError: 'int' object is not iterable"),
        ("broken", "the rule pack broken cannot be loaded: ModuleNotFoundError: No module named"),
    ],
)
def test_one_that_is_none_ends_the_run(clausecheck: Program, name: str, message: str) -> None:
    ran = clausecheck("lint", "--rule-pack", name)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_one_in_the_checkout_is_not_found(
    clausecheck: Program, project: Path, monkeypatch: pytest.MonkeyPatch, installed: Path
) -> None:
    install(project / "evil", "open('ran', 'w')")
    monkeypatch.setattr(sys, "path", ["", str(project / "evil")])
    ran = clausecheck("lint", "--rule-pack", "kind")

    assert (ran.status, ran.err) == (2, "no rule pack named kind is installed\n")
    assert not (project / "ran").exists()
    assert installed.exists()


def test_nothing_in_the_checkout_runs_when_python_starts_the_program(project: Path) -> None:
    """A file of a library's name would, from the current folder, which Python puts first."""
    for name in ("click", "pathlib", "json", "tomllib", "kind_rules", "sitecustomize"):
        (project / f"{name}.py").write_text("open('ran', 'w')")
    for name in ("clausecheck.toml", "vocabulary.toml"):
        (project / name).write_text("")
    install(project / "src")
    ended = subprocess.run(
        [sys.executable, "-m", "clausecheck", "lint", "--output-format", "sarif"],
        env=unmeasured(PYTHONPATH=str(Path(clausecheck.__file__).parents[1])),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert ended.stderr == b""
    assert ended.returncode == 1
    assert not (project / "ran").exists()


def test_the_programs_own_folder_and_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = str(Path(clausecheck.__file__).resolve().parents[1])
    monkeypatch.setattr(sys, "path", ["/elsewhere", os.fspath(Path.cwd())])
    __main__.forget_current_folder()
    monkeypatch.chdir(ours)
    others = list(sys.path)
    monkeypatch.setattr(sys, "path", [ours])
    __main__.forget_current_folder()

    assert sys.path == [ours]
    assert others[0] == "/elsewhere"
