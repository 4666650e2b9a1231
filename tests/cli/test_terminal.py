from __future__ import annotations

import io
import os
import re
import shutil
import sys
import time

import click
import pytest

from clausecheck.cli import terminal


class Screen(io.TextIOWrapper):
    """A terminal that remembers what was written."""

    def __init__(self, *, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding)

    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(self.encoding)


class Clock:
    """A clock that goes on half a second whenever it is read."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 0.5
        return self.now


@pytest.mark.parametrize(
    ("columns", "expected"), [("120", 120), ("0", 80), ("wide", 80), ("-3", 80), ("", 80)]
)
def test_the_width_is_what_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert terminal.width(None) == expected
    assert terminal.width(io.StringIO()) == expected


def test_the_width_is_else_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    size = os.terminal_size((97, 30))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: size)

    assert terminal.width(Screen()) == 97


@pytest.mark.parametrize(
    ("choice", "environment", "on_screen", "in_pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": "", "TERM": "xterm"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": ""}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    choice: terminal.ColorChoice,
    environment: dict[str, str],
    on_screen: bool,  # noqa: FBT001 - a table
    in_pipe: bool,  # noqa: FBT001 - a table
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert terminal.in_color(choice, Screen()) is on_screen
    assert terminal.in_color(choice, io.StringIO()) is in_pipe
    assert terminal.in_color(choice, None) is in_pipe


def test_letters_a_terminal_lacks_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", screen)

    terminal.write("é 평\n")

    assert screen.shown == "é \\ud3c9\n"


def test_data_is_utf_8_whatever_the_terminal_has(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", screen)

    terminal.write_data("평\n")

    assert screen.bytes.getvalue() == "평\n".encode()


def test_in_github_actions_text_is_shielded_and_data_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen, errors = Screen(), Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stderr", errors)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    terminal.write("::error::a\n")
    terminal.write("::error::b\n")
    terminal.write("")
    terminal.write_data("{}\n")
    terminal.notice("::error::c")

    pattern = r"::stop-commands::(\w{32})\n::error::a\n::\1::\n"
    pattern += r"::stop-commands::(\w{32})\n::error::b\n::\2::\n\{\}\n"
    written = re.fullmatch(pattern, screen.shown)
    assert written is not None
    assert written[1] != written[2]
    assert re.fullmatch(r"::stop-commands::(\w+)\n::error::c\n::\1::\n", errors.shown) is not None


def test_a_closed_output_is_told_and_a_closed_error_stream_is_nobodys_loss(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    terminal.notice("nobody reads this")
    with pytest.raises(click.ClickException, match="standard output is closed"):
        terminal.write("text")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full()))

    with pytest.raises(click.ClickException, match="No space left on device"):
        terminal.write("text")


def test_a_progress_bar_appears_once_many_files_take_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(time, "monotonic", Clock().monotonic)

    seen = [
        (item, "checking" in screen.shown)
        for item in terminal.watched(range(9), count=9, quiet=False)
    ]

    assert seen == [(item, item >= 2) for item in range(9)]
    assert "%" in screen.shown


@pytest.mark.parametrize(("items", "quiet"), [(range(1), False), (range(9), True)])
def test_no_bar_for_one_file_or_where_quiet_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    items: range,
    quiet: bool,  # noqa: FBT001 - a table
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(time, "monotonic", Clock().monotonic)

    assert list(terminal.watched(items, count=len(items), quiet=quiet)) == list(items)
    assert screen.shown == ""


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(time, "monotonic", Clock().monotonic)

    assert list(terminal.watched(range(9), count=9, quiet=False)) == list(range(9))
    assert stream.getvalue() == ""
