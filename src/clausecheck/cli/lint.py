"""`clausecheck lint`: drafts in, findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from clausecheck.cli import internal_errors, unchanged
from clausecheck.cli.lint_options import FailLevel, Order
from clausecheck.cli.options import (
    a_file,
    choose_option,
    day_option,
    file_options,
    pack_option,
    vocabulary_options,
    work_options,
)
from clausecheck.cli.report_options import report_options
from clausecheck.cli.reporting import Reporting

if TYPE_CHECKING:
    from typing import Unpack

    from clausecheck.cli.lint_options import Options


@click.command(cls=Reporting, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--select", multiple=True, metavar="NAMES", help="Run these rules or families alone.")
@click.option("--extend-select", multiple=True, metavar="NAMES", help="Run these as well.")
@click.option("--ignore", multiple=True, metavar="NAMES", help="Do not run these.")
@click.option(
    "--lens",
    type=click.Choice(["sceptic", "advocate", "both"]),
    help="Whose objections to report.  [default: both]",
)
@click.option(
    "--fail-level",
    type=click.Choice(get_args(FailLevel)),
    help="From which severity on to exit with 1.  [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--sort",
    type=click.Choice(get_args(Order)),
    default="place",
    show_default=True,
    help="The order of the findings in each file.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    shell_complete=a_file,
    help="Set apart what this file holds as found before.",
)
@click.option(
    "--trust",
    metavar="GITREF",
    help="Let configuration, vocabulary, baseline and acceptances count as they stand in "
    "this commit, branch or tag, and say how they differ here.",
)
@click.option("--no-accept", is_flag=True, help="Count what a draft accepts on record as well.")
@day_option("--as-of", "The day on which acceptances are held against their end.  [default: today]")
@choose_option()
@click.option("--final", is_flag=True, help="Take every bracket that is still open as an error.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and stop.")
@pack_option
@vocabulary_options
@file_options
@work_options
@report_options
@internal_errors.traceback_option
@click.pass_obj
def lint(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Find where a draft conflicts with an objection or with itself.

    A PATH is a file or a folder, which is searched for *.clause files; without
    one it is the current folder, and - is standard input. NAMES are rules or
    families, several with commas; the options may be repeated.

    \b
    clausecheck lint draft.clause
    clausecheck lint --output-format full --lens sceptic clauses/
    clausecheck lint --select troop-withdrawal --ignore soft-deadline
    clausecheck lint --choose @phased --choose 2.1#2=DPRK rolling.clause
    clausecheck lint --output-format table --output-format json=report.json

    Exits with 0 where no finding reaches the fail level, 1 where one does, and
    2 where something could not be checked.
    """  # noqa: D301 - click reads the mark
    question = unchanged.question(options)
    status = question.answer() if question else None
    if status is not None:
        return status
    from clausecheck.cli.linting import answer

    return answer(options, wishes, question)
