"""Errors that are ours: one line for the reader, a traceback for whoever mends them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import click

from clausecheck.cli import terminal
from clausecheck.reporters.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.cli.files import File
    from clausecheck.findings import Failure

Command = TypeVar("Command", bound="Callable[..., object]")
Result = TypeVar("Result")

_VARIABLE = "CLAUSECHECK_TRACEBACK"


class Wishes:
    """What the user wants to see of an internal error; the object of click's context."""

    def __init__(self, *, traceback: bool | None = None) -> None:
        self.traceback = bool(os.environ.get(_VARIABLE)) if traceback is None else traceback


def traceback_option(command: Command) -> Command:
    """Add `--traceback` to a command."""
    return click.option(
        "--traceback",
        is_flag=True,
        expose_value=False,
        callback=_wish,
        help=f"Show where an internal error arose (or set {_VARIABLE}).",
    )(command)


def _wish(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value:
        context.obj.traceback = True


def one_line(error: BaseException) -> str:
    """Return the error in one line, with what to do about it."""
    return visible(f"internal error: {type(error).__name__}: {error}, please report")


def message(error: BaseException, wishes: Wishes) -> str:
    """Return the error in one line, below its traceback where that is wished for."""
    if not wishes.traceback:
        return one_line(error)
    import traceback

    lines = "".join(traceback.format_exception(error)).rstrip().split("\n")
    return "\n".join([*map(visible, lines), one_line(error)])


def attempt(work: Callable[[File], Result], file: File, wishes: Wishes) -> Result | Failure:
    """Return what the work makes of a file, or why it failed; the other files come after it."""
    try:
        return work(file)
    except click.ClickException:
        raise
    except Exception as error:  # noqa: BLE001 - the other files are still to be done
        from clausecheck.findings import Failure

        if wishes.traceback:
            terminal.notice(message(error, wishes))
        return Failure(file.name, "internal", one_line(error))


def with_one(work: Callable[[File], Failure | None], name: str, wishes: Wishes) -> int:
    """Do the work of a command that takes one file, tell why it failed, return its exit status."""
    from clausecheck.cli import files
    from clausecheck.findings import Failure

    file = files.single(name)
    done = file if isinstance(file, Failure) else attempt(work, file, wishes)
    if done is None:
        return 0
    terminal.complain([done])
    return 2
