"""What others take into their own projects, run as they do: hooks, an action, an include."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

import pytest
import yaml  # type: ignore[import-not-found, import-untyped, unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCES = (
    "LICENSE README.md grammar hatch_build.py pyproject.toml src .pre-commit-hooks.yaml".split()
)

CLEAN = """\
declaration "Of the Valley"

party Northland "Kingdom of Northland"
party Southland "Republic of Southland"

clause 1
  Northland and Southland declare that the state of war is ended.
"""
SOFT = f"""\
{CLEAN}
clause 2
  Northland shall freeze its reactors.
  by: "at an early date"
  verified by: Southland using on-site inspection, every 30 days
"""
CROOKED = CLEAN.replace("  Northland and", "Northland and")


def told(
    *command: str | Path, folder: Path, environment: Mapping[str, str | Path] | None = None
) -> tuple[int, str]:
    """Run a command where nothing of ours is set, and return its exit status and what it said."""
    ours = ("COV", "GITHUB", "CLAUSECHECK", "GIT_", "PYTHONPATH")
    around = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    done = subprocess.run(  # noqa: S603 - what users run
        [str(part) for part in command],
        cwd=folder,
        env={
            **around,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{key: str(value) for key, value in (environment or {}).items()},
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


def committed(folder: Path) -> str:
    """Make a repository of a folder, or add to it, and return the commit."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@b.c")
    told("git", "init", "-q", "-b", "main", folder=folder)
    told("git", "add", "-A", folder=folder)
    told("git", *identity, "commit", "-qm", "all of it", folder=folder)
    return told("git", "rev-parse", "HEAD", folder=folder)[1].strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts of ours"
    folder.mkdir()
    (folder / "a.clause").write_text(SOFT)
    return folder


def copied(heading: str) -> str:
    """Return the lines to copy that the README has under a heading."""
    return re.split(rf"(?m)^#+ {heading}$", README)[1].split("```yaml\n")[1].split("```")[0]


def test_the_hooks_run_under_pre_commit(project: Path, tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    unwanted = shutil.ignore_patterns("__pycache__", "tables.json", "essays.json")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, hooks / name, ignore=unwanted)
        else:
            shutil.copy(ROOT / name, hooks / name)
    settings = yaml.safe_load(copied("pre-commit"))
    settings["repos"][0] |= {"repo": str(hooks), "rev": committed(hooks)}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    committed(project)

    def ran() -> tuple[int, str]:
        home = {"PRE_COMMIT_HOME": tmp_path / "home"}
        command = (BIN / "pre-commit", "run", "--all-files", "--color", "never")
        return told(*command, folder=project, environment=home)

    status, said = ran()
    assert (status, "soft-deadline" in said) == (1, True), said
    assert re.search(r"clausecheck lint\.+Failed\n", said)
    assert re.search(r"clausecheck fmt\.+Passed\n", said)

    (project / "a.clause").write_text(CROOKED)
    status, said = ran()
    assert (status, re.search(r"clausecheck lint\.+Passed\n", said) is not None) == (1, True), said
    assert "files were modified by this hook" in said
    assert (project / "a.clause").read_text() == CLEAN

    (project / "clausecheck.toml").write_text('exclude = ["a.clause"]\n')
    (project / "a.clause").write_text(SOFT)
    assert ran()[0] == 0


def steps() -> list[Any]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

    assert action["runs"]["using"] == "composite"
    assert {step["shell"] for step in action["runs"]["steps"]} == {"bash"}
    found: list[Any] = action["runs"]["steps"]
    return found


def test_the_action_checks_says_and_sums_up(project: Path, wheel: Path, tmp_path: Path) -> None:
    runner, summary = tmp_path / "runner", tmp_path / "summary.md"
    runner.mkdir()
    summary.write_text("before\n")
    started = committed(project)
    (project / "venv.py").write_text("open('ran', 'w')")
    (project / "b c.clause").write_text(SOFT.replace('"at', '"at $(touch ran) `touch ran`'))
    (project / "clausecheck.toml").write_text('fail-level = "never"\n')
    around: dict[str, str | Path] = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": wheel,
        "GITHUB_STEP_SUMMARY": summary,
        "RUNNER_TEMP": runner,
    }

    def ran(step: Any, **inputs: str) -> tuple[int, str]:  # noqa: ANN401 - any YAML
        given = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: inputs[found[1]], value)
            for name, value in step.get("env", {}).items()
        }
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
        return told(*shell, folder=project, environment={**around, **given})

    install, check = steps()
    assert "${{" not in install["run"] + check["run"]
    assert ran(install)[0] == 0

    status, said = ran(check, paths=".", trust="", sarif="")
    assert status == 0, said
    assert "::warning file=a.clause,line=11," in said
    assert "::warning file=b c.clause,line=11," in said
    assert summary.read_text().startswith("before\n## clausecheck: 2 warnings in 2 files\n")

    status, said = ran(check, paths="b c.clause\n\n", trust=started, sarif="report.sarif")
    assert (status, "a.clause" in said.replace("c.clause", "")) == (1, False), said
    assert "`fail-level`: never here, – in" in said
    assert json.loads((project / "report.sarif").read_text())["version"] == "2.1.0"

    status, said = ran(check, paths="--exit-zero\n", trust="", sarif="")
    assert (status, "::error file=--exit-zero," in said) == (2, True), said

    status, said = ran(check, paths=".", trust="no-such", sarif="")
    assert (status, "no commit is named 'no-such'" in said) == (2, True), said
    assert not (project / "ran").exists()


def test_the_include_checks_and_leaves_its_reports(project: Path, wheel: Path) -> None:
    started = committed(project)
    (project / "clausecheck.toml").write_text('fail-level = "never"\n')
    (project / "venv.py").write_text("open('ran', 'w')")
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["clausecheck"]
    script = "\n".join(job["script"])

    def ran(**variables: str) -> tuple[int, str]:
        given = {"CLAUSECHECK_PACKAGE": str(wheel), "CLAUSECHECK_PATHS": ".", **variables}
        return told("sh", "-e", "-c", script, folder=project, environment=given)

    assert told("bash", "-n", "-c", script, folder=project) == (0, "")

    status, said = ran(CLAUSECHECK_TRUST=started)
    assert (status, "soft-deadline" in said) == (1, True), said
    (issue, notice) = json.loads((project / "gl-code-quality-report.json").read_text())
    assert (issue["check_name"], notice["check_name"]) == ("soft-deadline", "notice")
    assert Xml.parse(project / "clausecheck.xml").getroot().get("failures") == "1"  # noqa: S314 - ours
    assert set(job["artifacts"]["reports"].values()) == {
        "gl-code-quality-report.json",
        "clausecheck.xml",
    }
    assert not (project / "ran").exists()

    status, said = ran(CI_PIPELINE_SOURCE="merge_request_event", CLAUSECHECK_TRUST="")
    assert (status, "what this merge request starts from" in said) == (2, True), said

    status, said = ran(CLAUSECHECK_PACKAGE="")
    assert (status != 0, "what pip is to install" in said) == (True, True), said


def test_the_include_runs_for_merge_requests() -> None:
    """Where a job has no rules, GitLab leaves it out of the pipeline of a merge request."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["clausecheck"]

    assert job["variables"]["CLAUSECHECK_TRUST"] == "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
    assert [rule["if"] for rule in job["rules"]] == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"',
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]


def test_the_lines_to_copy_name_what_is_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    (repository,) = yaml.safe_load(copied("pre-commit"))["repos"]
    (job,) = yaml.safe_load(copied("GitHub Actions"))["jobs"].values()
    (include,) = yaml.safe_load(copied("GitLab"))["include"]

    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in hooks}
    assert [name for step in job["steps"] for name in step.get("with", {}) if name not in {*inputs, "fetch-depth"}] == []  # fmt: skip
    assert (ROOT / include["file"].lstrip("/")).is_file()
    for heading in ("pre-commit", "GitHub Actions", "GitLab"):
        assert copied(heading).count("\n") <= 12
