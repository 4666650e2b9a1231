"""The project as a whole: lint, types, layers, and the wheel in an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from clausecheck import __version__

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
DRAFT = """\
declaration "Declaration on the End of the War"
  scope: complete
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  ROK and DPRK declare that the state of war is ended.
"""


def told(*command: str | Path, folder: Path = ROOT) -> tuple[int, str]:
    """Run a command, unmeasured, and return its exit status and what it said."""
    environment = {name: value for name, value in os.environ.items() if "COV" not in name}
    done = subprocess.run(  # noqa: S603 - our own tools
        [str(part) for part in command],
        cwd=folder,
        env={**environment, "NO_COLOR": "1", "COLUMNS": "80"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--quiet"),
        ("ruff", "format", "--check", "--quiet"),
        ("mypy", "--no-error-summary"),
        ("lint-imports", "--no-logo"),
    ],
    ids=["lint", "format", "types", "layers"],
)
def test_a_tool_has_nothing_to_say(command: tuple[str, ...]) -> None:
    status, said = told(BIN / command[0], *command[1:])

    assert (status, said if status else "") == (0, "")


def test_the_wheel_holds_the_grammar_the_tables_and_all_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "clausecheck"
    data = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix in {".py", ".toml", ".json", ".typed"}
    }
    made = {
        "clausecheck/grammar/clause.lark",
        "clausecheck/essays.json",
        "clausecheck/syntax/tables.json",
        "clausecheck/vocabulary/tables.json",
    }

    assert sorted((data | made) - names) == []
    assert [name for name in names if not name.startswith("clausecheck")] == []


def test_the_wheel_works_where_nothing_else_is_installed(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin") / "python"
    status, said = told(python, "-m", "pip", "install", wheel)
    assert status == 0, said
    (tmp_path / "draft.clause").write_text(DRAFT, encoding="utf-8")
    clausecheck = python.with_name("clausecheck")

    assert told(clausecheck, "--version", folder=tmp_path) == (0, f"clausecheck {__version__}\n")
    status, report = told(clausecheck, "lint", "draft.clause", folder=tmp_path)
    assert (status, "troop-withdrawal-" in report) == (1, True)
    status, listed = told(python, "-m", "pip", "list", "--format=freeze", folder=tmp_path)
    names = {line.partition("==")[0] for line in listed.splitlines() if "==" in line}
    assert names - {"pip", "setuptools"} == {
        "attrs",
        "clausecheck",
        "click",
        "lark",
        "tabulate",
        "wcwidth",
    }
