"""Standard output and standard error: how wide, in colour or not, and how to write to them."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from clausecheck.reporters.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from clausecheck.findings import Failure

Item = TypeVar("Item")

ColorChoice = Literal["auto", "always", "never"]

_WIDTH = 80
"""Columns where there is no terminal to ask."""

_PATIENCE = 1.0
"""Seconds before a progress bar appears."""


def width(stream: TextIO | None) -> int:
    """Return the columns to write in: what `COLUMNS` says, or else the terminal."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    if stream is None or not stream.isatty():
        return _WIDTH
    import shutil

    return shutil.get_terminal_size((_WIDTH, 24)).columns


def in_color(choice: ColorChoice, stream: TextIO | None) -> bool:
    """Tell whether to write in colour: the option, then NO_COLOR, FORCE_COLOR, the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Write a text for people to standard output."""
    _write(sys.stdout, shielded(text), None)


def write_data(text: str) -> None:
    """Write a text for programs to standard output, always as UTF-8."""
    _write(sys.stdout, text, "utf-8")


def notice(text: str) -> None:
    """Write a line or more to standard error; where that is closed, nobody is there to read."""
    if sys.stderr is not None:
        _write(sys.stderr, shielded(text + "\n"), None)


def complain(failures: Iterable[Failure], *, undone: str = "") -> None:
    """Say on standard error what could not be done, a line for each file."""
    for failure in failures:
        opening = undone or failure.undone
        notice(f"{opening}: {visible(failure.path)}: {visible(failure.message)}")


def shielded(text: str) -> str:
    """Return the text so that a runner of GitHub Actions takes none of it for a command.

    A draft can hold a line that the runner would obey; between these two
    lines, whose word nobody can guess, it obeys nothing.
    """
    if not text or not os.environ.get("GITHUB_ACTIONS"):
        return text
    token = os.urandom(16).hex()
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def _write(stream: TextIO | None, text: str, encoding: str | None) -> None:
    if stream is None:
        message = "cannot write the report: standard output is closed"
        raise click.ClickException(message)
    data = text.encode(encoding or stream.encoding, "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except OSError as error:
        message = f"cannot write the report: {error.strerror}"
        raise click.ClickException(message) from error


def watched(items: Iterable[Item], *, count: int, quiet: bool) -> Iterator[Item]:
    """Yield so many items; with a progress bar once they take long, where a person is watching."""
    shown = not quiet and count > 1 and sys.stderr is not None and sys.stderr.isatty()
    began = time.monotonic()
    bar = None
    with ExitStack() as opened:
        for done, item in enumerate(items):
            if bar is not None:
                bar.update(1)
            elif shown and time.monotonic() - began > _PATIENCE:
                bar = opened.enter_context(
                    click.progressbar(length=count, label="checking", file=sys.stderr)
                )
                bar.update(done)
            yield item
