"""The commands by name, and what becomes of an error."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from clausecheck import __version__
from clausecheck.cli import internal_errors, terminal
from clausecheck.reporters.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS = {
    "lint": "Find where a draft conflicts with an objection or with itself.",
    "compare": "Show what changed from one draft to another, and for whom.",
    "timeline": "Show a draft's steps in time, and what each side risks.",
    "alternatives": "Show what is open in a draft, and what each choice costs.",
    "fmt": "Put drafts into the one layout.",
    "explain": "Show what a rule finds, why, and how to meet it.",
    "rules": "List the rules.",
    "baseline": "Set apart what was found before, and keep that in order.",
    "config": "Show what a project asks for, and where it says so.",
}
"""Each is the function of its name in the module of its name."""

_INTERRUPTED = 130
_COULD_NOT = 2


class _Commands(click.Group):
    """Commands that are imported when they are called, not when they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"clausecheck.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named first; of one there is not, offer the nearest."""
        name = args[0]
        if name in _COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from clausecheck.cli.selection import suggestion

        message = f"no command is named {name}{suggestion(name, set(_COMMANDS))}"
        raise click.UsageError(message, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clausecheck", message="%(prog)s %(version)s")
@internal_errors.traceback_option
def app() -> None:
    """Check draft peace declarations and treaties.

    \b
    clausecheck lint draft.clause     what an opponent will say about it
    clausecheck compare a.clause b.clause
                                      what changed, and for whom
    clausecheck timeline draft.clause what comes when, and who risks what
    clausecheck fmt draft.clause      the one layout
    clausecheck explain NAME          why a rule asks for what it asks

    It works offline and sends nothing anywhere. It exits with 0 for nothing
    found, 1 for something, and 2 where it could not do the job.
    """  # noqa: D301 - click reads the mark


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status; whatever goes wrong becomes a message."""
    wishes = internal_errors.Wishes()
    try:
        status: int = app.main(
            list(arguments), prog_name="clausecheck", standalone_mode=False, obj=wishes
        )
    except click.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        _tell(error)
        return _COULD_NOT
    except Exception as error:  # noqa: BLE001 - a crash must not look like findings
        terminal.notice(internal_errors.message(error, wishes))
        return _COULD_NOT
    return status


def _tell(error: click.ClickException) -> None:
    """Say on standard error what is wrong, and for bad usage where to read more."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    lines = [visible(line) for line in error.format_message().split("\n")]
    if isinstance(error, click.exceptions.NoArgsIsHelpError) or context is None:
        terminal.notice("\n".join(lines))
        return
    hint = f"Try `{context.command_path} -h` for help."
    terminal.notice("\n".join([context.get_usage(), hint, "", f"Error: {lines[0]}", *lines[1:]]))
