"""A checkout that was made to mislead whoever checks it; one kind of attack after the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import clausecheck as package
from clausecheck.reporters.escaping import visible

from .running import real, unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

    Program = Callable[..., Ran]

FORMATS = ("table", "full", "json", "sarif", "gitlab", "junit", "github", "markdown")
HEAD = 'declaration "Of the Valley"\nparty Northland "Kingdom of Northland"\n'
COMMANDS = f"""\
{HEAD}clause 1 "##[error]owned ::stop-commands::x"
  Northland shall
::set-env name=PATH::owned
##[group]owned
    leave the valley @everyone <img src=x> | [x](javascript:x) `x` \x1b[31m.
"""


def lines_of_a_runner(out: str) -> list[str]:
    """Return what a runner of GitHub Actions would obey: all but what stands between its stops."""
    obeyed, token = [], None
    for line in out.split("\n"):
        if token:
            token = None if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            obeyed.append(line)
    return obeyed


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_commands_the_runner(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (project / "::error::owned.clause").write_text(COMMANDS)
    (project / "##[error]owned.clause").write_text(COMMANDS)
    (project / "a\n::error file=owned::a\n##[error]owned.clause").write_text(COMMANDS)
    for arguments in (
        ("lint", "--output-format", name),
        ("fmt", "--diff"),
        ("lint", "::error::no"),
    ):
        ran = real(*arguments)
        obeyed = [*lines_of_a_runner(ran.out), *lines_of_a_runner(ran.err)]

        assert [line for line in obeyed if name != "github" or "owned" in line.split("::")[0]] == []
        assert "\x1b" not in ran.out + ran.err
    assert "title=" in real("lint", "--output-format", "github").out


def test_an_annotation_is_one_line_whatever_its_file_is_called(
    clausecheck: Program, project: Path
) -> None:
    (project / "a\n::error::b,line=9::c\r%0A.clause").write_text("A shall.\n")
    (line, counts) = clausecheck("lint", "--output-format", "github").out.splitlines()

    assert line.startswith(
        r"::warning file=a\n%3A%3Aerror%3A%3Ab%2Cline=9%3A%3Ac\r%250A.clause,line=1,"
    )
    assert counts == "1 warning in 1 file"


NAME = "\x1b]0;x\x07\u202e"


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (("lint",), {"clausecheck.toml": '"\\u001b[31m\\u202e" = 1'}),
        (("lint",), {"clausecheck.toml": 'ignore = ["\\u001b[31m\\u202e"]'}),
        (("config", "show"), {"clausecheck.toml": 'exclude = ["\\u001b[31m\\u202e"]'}),
        (("config", "show", "--output-format", "json"), {"clausecheck.toml": 'exclude = ["\\u001b"]'}),
        (("config", "show", NAME), {}),
        (("lint", "--config", NAME), {}),
        (("lint", "--vocabulary", NAME), {}),
        (("lint", "--baseline", NAME), {}),
        (("lint", "--rule-pack", NAME), {}),
        (("lint", "--select", NAME), {}),
        (("lint", "--trust", NAME), {}),
        (("lint", "--output-format", f"json={NAME}/x"), {}),
        (("baseline", "check", "--baseline", NAME), {}),
        (("baseline", "write", "--baseline", NAME), {}),
        (("lint", NAME), {}),
    ],
)  # fmt: skip
def test_no_name_drives_the_terminal(
    clausecheck: Program, project: Path, arguments: tuple[str, ...], files: dict[str, str]
) -> None:
    (project / "a.clause").write_text("A shall.\n")
    for name, text in files.items():
        (project / name).write_text(text)
    ran = clausecheck(*arguments)
    said = (ran.out + ran.err).replace("\n", "")

    assert said
    assert visible(said) == said


@pytest.mark.parametrize(
    "name", ["clausecheck.toml", "pyproject.toml", "vocabulary.toml", "b.json"]
)
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "secret", "large"])
def test_settings_are_read_from_files_alone(
    clausecheck: Program, project: Path, name: str, kind: str
) -> None:
    (project / "a.clause").write_text("A may.\n")
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("token = [clausecheck")
    path = project / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "secret":
        path.symlink_to(".git/config")
    else:
        with path.open("wb") as stream:
            stream.truncate(100_000_000)
    ran = clausecheck("lint", "--baseline", "b.json" if name == "b.json" else "c.json")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"{name}: ")
    assert "token" not in ran.err


def test_letters_that_look_alike_and_signs_that_are_not_seen_are_told(project: Path) -> None:
    (project / "a.clause").write_text(
        f"{HEAD}clause 1\n  N\u043erthland shall leave.\nclause 2\n  Northland shall \u202eleave.\n"
        "clause 3\n  North\u200bland shall leave.\n"
    )
    document = json.loads(real("lint", "--output-format", "json").out)
    found = [(each["clause"], each["message"]) for each in document["files"][0]["findings"]]

    assert ("1", "a Cyrillic letter stands for the `o` that it looks like") in found
    assert ("2", "an invisible character, right-to-left override (U+202E)") in found
    assert ("3", "an invisible character, zero width space (U+200B)") in found


@pytest.mark.parametrize(
    "arguments", ["lint --trust HEAD .", "fmt --check -q", "rules", "explain B08", "config show"]
)
def test_nothing_is_sent_anywhere(project: Path, arguments: str) -> None:
    (project / "a.clause").write_text(f"{HEAD}clause 1\n  Northland shall leave.\n")
    for command in ("init -q", "add .", "-c user.name=A -c user.email=a@b.c commit -qm x"):
        subprocess.run(["git", *command.split()], check=True)  # noqa: S603, S607 - git alone
    program = (
        "import sys\n"
        "def see(event, arguments):\n"
        "    if event.startswith(('socket.connect', 'socket.sendto', 'socket.getaddrinfo')):\n"
        "        print('SENT', event, arguments, file=sys.stderr)\n"
        "sys.addaudithook(see)\n"
        "from clausecheck.cli.app import run\n"
        f"run({arguments.split()!r})\n"
    )
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        env=unmeasured(PYTHONPATH=str(Path(package.__file__).parents[1])),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
