from __future__ import annotations

import gc
import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

import clausecheck.__main__
from clausecheck import __version__
from clausecheck.cli import app, main

from .running import process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .running import Ran

WARNING = "A shall leave.\n"


@pytest.fixture
def own_process() -> Iterator[None]:
    """Undo what the program does to its whole process: to a signal, and to the collector."""
    before = signal.getsignal(signal.SIGPIPE)
    yield
    signal.signal(signal.SIGPIPE, before)
    gc.unfreeze()
    gc.enable()


def test_without_a_command_the_help_is_shown_and_nothing_done(
    clausecheck: Callable[..., Ran],
) -> None:
    ran = clausecheck()

    assert ran.status == 2
    assert "Usage: clausecheck" in ran.err
    assert "explain" in ran.err


@pytest.mark.parametrize(
    "command", [(), ("lint",), ("fmt",), ("explain",), ("rules",), ("config",)]
)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_fits_80_columns_and_keeps_its_examples(
    clausecheck: Callable[..., Ran], command: tuple[str, ...], option: str
) -> None:
    ran = clausecheck(*command, option)
    lines = ran.out.splitlines()
    example = f"  clausecheck {''.join(command) or 'lint'}"

    assert ran.status == 0
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line.startswith(example)] != []


def test_a_shell_can_complete_the_commands() -> None:
    completion = ShellComplete(app.app, {}, "clausecheck", "_CLAUSECHECK_COMPLETE")

    completed = [item.value for item in completion.get_completions([], "")]

    assert completed == [
        "lint",
        "compare",
        "timeline",
        "alternatives",
        "fmt",
        "explain",
        "rules",
        "baseline",
        "config",
    ]


@pytest.mark.parametrize(
    ("arguments", "begun", "completed"),
    [
        (["lint"], "dra", [("file", "dra")]),
        (["alternatives"], "dra", [("file", "dra")]),
        (["alternatives", "--since"], "", [("file", "")]),
        (["lint", "--config"], "a", [("file", "a")]),
        (["explain"], "b0", [("plain", f"B0{number}") for number in range(1, 10)]),
        (["explain"], "troops", [("plain", "troops")]),
        (["explain"], "zzz", []),
    ],
)
def test_the_shell_is_told_of_files_and_of_what_can_be_explained(
    arguments: list[str], begun: str, completed: list[tuple[str, str]]
) -> None:
    completion = ShellComplete(app.app, {}, "clausecheck", "_CLAUSECHECK_COMPLETE")
    found = completion.get_completions(arguments, begun)

    assert [(item.type, item.value) for item in found] == completed


def test_the_version_is_that_of_the_package(clausecheck: Callable[..., Ran]) -> None:
    assert clausecheck("--version").out == f"clausecheck {__version__}\n"


def test_an_unknown_command_is_bad_usage(clausecheck: Callable[..., Ran]) -> None:
    ran = clausecheck("compre")

    assert ran.status == 2
    assert "no command is named compre; did you mean compare?" in ran.err
    assert "No such option '-x'." in clausecheck("--", "-x").err


def test_bad_usage_is_told_with_where_to_read_more(clausecheck: Callable[..., Ran]) -> None:
    ran = clausecheck("lint", "--no-such\x1b\n::error::option")

    assert ran.status == 2
    assert ran.err.startswith(
        "Usage: clausecheck lint [OPTIONS] [PATH]... or -\nTry `clausecheck lint -h` for help.\n"
    )
    assert "\x1b" not in ran.err


def test_a_crash_in_one_file_leaves_the_others_reported(
    clausecheck: Callable[..., Ran], project: Path
) -> None:
    (project / "a.clause").write_text("crash")
    (project / "b.clause").write_text(WARNING)

    ran = clausecheck("lint")

    assert ran.status == 2
    assert "b.clause\n" in ran.out
    assert r"internal error: KeyError: 'crash\x1b[31m', please report" in " ".join(ran.out.split())
    assert ran.err == ""


@pytest.mark.parametrize("options", [("--traceback", "lint"), ("lint", "--traceback")])
def test_the_traceback_of_a_crash_is_shown_on_request(
    clausecheck: Callable[..., Ran], project: Path, options: tuple[str, ...]
) -> None:
    (project / "a.clause").write_text("crash")

    ran = clausecheck(*options)

    assert "Traceback (most recent call last):\n" in ran.err
    assert "\x1b" not in ran.err
    assert ran.status == 2


def test_the_environment_can_ask_for_the_traceback(
    clausecheck: Callable[..., Ran], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "a.clause").write_text("crash")
    monkeypatch.setenv("CLAUSECHECK_TRACEBACK", "1")

    assert "Traceback" in clausecheck("lint").err


def test_a_crash_outside_of_any_file_is_one_line_and_status_2(
    clausecheck: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        message = "a\nb"
        raise RecursionError(message)

    monkeypatch.setattr("clausecheck.cli.files.find", crash)
    ran = clausecheck("lint")

    assert ran.status == 2
    assert ran.err == "internal error: RecursionError: a\\nb, please report\n"
    assert ran.out == ""


def test_an_interrupt_ends_with_130_and_no_traceback(
    clausecheck: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("clausecheck.cli.files.find", interrupt)
    ran = clausecheck("lint")

    assert ran.status == 130
    assert ran.err.strip() == ""


@pytest.mark.usefixtures("own_process")
def test_an_interrupt_before_the_commands_are_there_ends_with_130_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", interrupt)
    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 130


@pytest.mark.usefixtures("own_process")
def test_python_can_run_the_package_and_importing_it_runs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["clausecheck", "--version"])
    monkeypatch.delitem(sys.modules, "clausecheck.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("clausecheck", run_name="__main__")

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"clausecheck {__version__}\n"


def test_no_module_is_looked_for_in_the_current_folder_unless_it_is_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = str(Path(clausecheck.__file__).parents[1])

    monkeypatch.setattr(sys, "path", [str(project), "elsewhere"])
    clausecheck.__main__.forget_current_folder()

    assert sys.path == ["elsewhere"]

    monkeypatch.setattr(sys, "path", [ours, "elsewhere"])
    clausecheck.__main__.forget_current_folder()
    monkeypatch.chdir(ours)
    clausecheck.__main__.forget_current_folder()

    assert sys.path == [ours, "elsewhere"]


def test_a_reader_that_goes_away_ends_the_program_silently(project: Path) -> None:
    (project / "a.clause").write_text(WARNING * 5_000)
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as closed, process("lint", stdout=closed) as running:
        _, err = running.communicate(timeout=60)

    assert running.returncode == -signal.SIGPIPE
    assert err == b""


def test_a_signal_from_the_keyboard_ends_the_program_with_130(project: Path) -> None:
    (project / "a.clause").write_text("interrupt")

    with process("lint") as running:
        _, err = running.communicate()

    assert running.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [
        *((arguments, set()) for arguments in ("--version", "-h", "lint -h", "fmt -h")),
        ("lint --output-format json a.clause", {"clausecheck.check"}),
        ("lint a.clause", {"clausecheck.check", "tabulate"}),
    ],
)
def test_what_costs_time_is_imported_only_by_what_needs_it(
    project: Path, arguments: str, imported: set[str]
) -> None:
    (project / "a.clause").write_text(
        'declaration "Peace"\nparty US "A"\nclause 1\n  US shall open a road.\n  by: "soon"\n'
    )
    program = (
        "import sys; from clausecheck.cli.app import run; import clausecheck.cli.lint;"
        f"run({arguments.split()!r});"
        "print(sorted({'lark', 'tabulate', 'clausecheck.check'} & set(sys.modules)))"
    )
    source = str(Path(clausecheck.__file__).parents[1])
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        check=True,
        text=True,
    )

    assert ended.stdout.endswith(f"{sorted(imported)}\n")
