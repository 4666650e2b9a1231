"""`clausecheck lint`: drafts in, findings out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.checking import Checker, CheckOptions, without_known, work_options
from clausecheck.cli.configuration import configuration_of, start_of
from clausecheck.cli.options import (
    choose_option,
    day_option,
    file_options,
    search_of,
    starts,
    vocabulary_options,
)
from clausecheck.cli.packs import pack_option
from clausecheck.cli.publishing import (
    Reporting,
    ReportOptions,
    asks_for_ledger,
    publish,
    publish_failure,
    report_options,
    see_that_nothing_is_lost,
)
from clausecheck.cli.trees import Disk, tree_of
from clausecheck.findings import SEVERITIES, Failure, Notice, Outcome
from clausecheck.reporters.escaping import visible
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.files import File
    from clausecheck.cli.trees import Tree
    from clausecheck.findings import Finding, Report, Severity

FailLevel = Literal["error", "warning", "info", "never"]
Order = Literal["place", "severity"]


class Options(CheckOptions, ReportOptions):
    """All that can be asked of `lint`."""

    fail_level: FailLevel | None
    exit_zero: bool
    sort: Order
    show_files: bool


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
    type=click.Choice([*SEVERITIES, "never"]),
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
@click.option("--baseline", metavar="FILE", help="Set apart what this file holds as found before.")
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
    try:
        return _run(options, wishes)
    except Exception as error:
        if not options["show_files"]:
            publish_failure(error, options)
        raise


def _named(options: Options) -> list[Path]:
    """Return what the command line names to be read."""
    settings = (options["config"], options["baseline"], *options["vocabulary"])
    return [Path(name) for name in (*options["paths"], *settings) if name]


def _configured(configuration: Configuration) -> list[Path]:
    """Return what the configuration names to be read."""
    values = configuration.values
    names = (*values.get("vocabulary", ()), *([values["baseline"]] if "baseline" in values else []))
    return [configuration.path_of(name) for name in names]


def _run(options: Options, wishes: internal_errors.Wishes) -> int:
    see_that_nothing_is_lost(options, _named(options))
    paths = starts(options)
    tree = tree_of(options["trust"], start_of((*paths, ".")[0]))
    configuration = configuration_of(options, paths, tree)
    see_that_nothing_is_lost(options, _configured(configuration))
    found, failures = files.find(search_of(options, configuration))
    if options["show_files"]:
        return _list_files(found, failures)
    checker = Checker(options, configuration, tree, with_ledger=asks_for_ledger(options))
    notices = _alterations(tree, configuration, options, paths)
    reports, failed = checker.all(found, wishes)
    reports, unmet = without_known(reports, options["baseline"], configuration, checker)
    outcome = _outcome(
        [_sorted(report, options["sort"]) for report in reports],
        [*failures, *failed, *unmet],
        _level(options, configuration),
        options,
    )
    outcome = evolve(outcome, notices=(*notices, *outcome.notices))
    return publish(outcome, options, lambda: checker.rules)


def _alterations(
    tree: Tree, configuration: Configuration, options: Options, paths: Sequence[str]
) -> list[Notice]:
    """Return how the change alters what decides about it, where a commit is trusted instead."""
    if isinstance(tree, Disk):
        return []
    from clausecheck.cli.trust import alterations

    return list(alterations(tree, configuration, options, paths))


def _list_files(found: Sequence[File], failures: Sequence[Failure]) -> int:
    terminal.write("".join(f"{visible(file.name)}\n" for file in found))
    terminal.complain(failures)
    return 2 if failures else 0


def _level(options: Options, configuration: Configuration) -> Severity | None:
    """Return the severity from which on findings count; None where none does."""
    level = options["fail_level"] or configuration.values.get("fail-level", "warning")
    return None if level == "never" else level


def _sorted(report: Report, order: Order) -> Report:
    def place(finding: Finding) -> tuple[int, int, str]:
        return finding.span.start, finding.span.end, finding.rule

    findings = sorted(report.findings, key=place)
    if order == "severity":
        findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    return evolve(report, findings=tuple(findings))


def _outcome(
    reports: Sequence[Report],
    failures: Sequence[Failure],
    level: Severity | None,
    options: Options,
) -> Outcome:
    findings = [finding for report in reports for finding in report.findings]
    new = [finding.severity for finding in findings if finding.status == "new"]
    statuses = [finding.status for finding in findings]
    counts: dict[str, int] = {severity: new.count(severity) for severity in SEVERITIES}
    for kind in ("accepted", "suppressed", "baselined"):
        counts[kind] = statuses.count(kind)
    status = 2 if failures else int(not options["exit_zero"] and _reaches(level, new))
    ordered = sorted(failures, key=lambda failure: failure.path)
    notices = [
        Notice(report.source.name, notice) for report in reports for notice in report.notices
    ]
    names = {*(report.source.name for report in reports), *(each.path for each in failures)}
    notices += [Notice(name, _NOT_UTF_8) for name in sorted(names) if not _is_utf_8(name)]
    return Outcome(tuple(reports), tuple(ordered), status, counts, level, tuple(notices))


_NOT_UTF_8 = r"the file's name is not UTF-8: each byte that is not is shown as in `\xff`"


def _is_utf_8(name: str) -> bool:
    """Tell whether a name can be written as it is; Python keeps the bytes of one that cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _reaches(level: Severity | None, new: Sequence[Severity]) -> bool:
    serious = SEVERITIES[: SEVERITIES.index(level) + 1] if level else ()
    return any(severity in serious for severity in new)
