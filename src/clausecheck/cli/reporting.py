"""Commands with reports, in which it is also said that the options are not understood."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausecheck.cli.report_options import output_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.cli.report_options import Output, ReportOptions


class Reporting(click.Command):
    """A command that says in its reports, too, that its options are not understood."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments as click does; where they are wrong, as far as it goes."""
        given = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            from clausecheck.cli.publishing import publish_failure

            publish_failure(error, _as_far_as_understood(given))
            raise


_OPTION = "--output-format"


def _as_far_as_understood(arguments: Sequence[str]) -> ReportOptions:
    """Return the reports that arguments ask for which are not understood as a whole.

    None is taken that two may go to, or that goes to what another argument names.
    """
    from clausecheck.cli import files

    words = list(arguments)
    values, others = [], []
    while words:
        word = words.pop(0)
        if word == _OPTION and words:
            values.append(words.pop(0))
        elif word.startswith(f"{_OPTION}="):
            values.append(word.removeprefix(f"{_OPTION}="))
        else:
            others += [word, word.partition("=")[2]]
    named = {files.resolved(Path(each)) for each in others if each and "\0" not in each}
    found: dict[Path | None, Output] = {}
    for value in values if "--show-files" not in others else ():
        with suppress(click.BadParameter, ValueError):
            output = output_of(value)
            if not (output.path and files.resolved(output.path) in named):
                found.setdefault(output.path, output)
    return {
        "output_format": tuple(found.values()),
        "show": frozenset(),
        "statistics": False,
        "color": "auto",
        "quiet": False,
    }
