"""`clausecheck lint`: drafts in, findings out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.options import (
    FileOptions,
    VocabularyOptions,
    color_option,
    day_option,
    file_options,
    listed,
    quiet_option,
    search_of,
    vocabulary_options,
)
from clausecheck.findings import SEVERITIES, Failure, Outcome
from clausecheck.reporters.escaping import visible
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from clausecheck.cli.files import File
    from clausecheck.findings import Finding, Report, Severity
    from clausecheck.reporters.summary import Part

Format = Literal["table", "full", "json"]
FailLevel = Literal["error", "warning", "info", "never"]
Order = Literal["place", "severity"]

_USUAL = ("findings", "stances")
_PARTS = (*_USUAL, "ledger", "clashes", "accepted")


class Options(FileOptions, VocabularyOptions):
    """All that can be asked of `lint`."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    lens: Literal["sceptic", "advocate", "both"]
    fail_level: FailLevel
    exit_zero: bool
    output_format: tuple[Output, ...]
    show: frozenset[Part]
    sort: Order
    no_accept: bool
    as_of: datetime.date | None
    statistics: bool
    show_files: bool


@frozen
class Output:
    """A report to write: its format, and the file it goes to where that is not the terminal."""

    format: Format
    path: Path | None = None


def _outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[Output, ...]:
    """Read `FORMAT[=PATH]`, and see that no two reports go to one place."""
    outputs: list[Output] = []
    for value in values:
        name, equals, path = value.partition("=")
        known: tuple[Format, ...] = get_args(Format)
        chosen = next((each for each in known if each == name), None)
        if chosen is None:
            message = f"no format is named {name!r}; there are {', '.join(known)}"
            raise click.BadParameter(message)
        if equals and not path:
            message = f"a file's name is missing after {value}"
            raise click.BadParameter(message)
        output = Output(chosen, Path(path) if path else None)
        if output.path in [other.path for other in outputs]:
            place = path or "standard output"
            message = f"two reports would go to {place}; give each its own, as in json=report.json"
            raise click.BadParameter(message)
        outputs.append(output)
    return tuple(outputs) or (Output("table"),)


def _shown(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    words = listed(values) or _USUAL
    for word in words:
        if word not in _PARTS:
            message = f"{word!r} cannot be shown; there are {', '.join(_PARTS)}"
            raise click.BadParameter(message)
    return frozenset(words)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--select", multiple=True, metavar="NAMES", help="Run these rules or families alone.")
@click.option("--extend-select", multiple=True, metavar="NAMES", help="Run these as well.")
@click.option("--ignore", multiple=True, metavar="NAMES", help="Do not run these.")
@click.option(
    "--lens",
    type=click.Choice(["sceptic", "advocate", "both"]),
    default="both",
    show_default=True,
    help="Whose objections to report.",
)
@click.option(
    "--fail-level",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="From which severity on to exit with 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--output-format",
    multiple=True,
    callback=_outputs,
    metavar="FORMAT[=PATH]",
    help="table, full or json; to a file with =PATH. May be repeated.  [default: table]",
)
@click.option(
    "--show",
    multiple=True,
    callback=_shown,
    metavar="PARTS",
    help="Of findings, stances, ledger and accepted, with commas.  [default: findings,stances]",
)
@click.option(
    "--sort",
    type=click.Choice(get_args(Order)),
    default="place",
    show_default=True,
    help="The order of the findings in each file.",
)
@click.option("--no-accept", is_flag=True, help="Count what a draft accepts on record as well.")
@day_option("--as-of", "The day on which acceptances are held against their end.  [default: today]")
@click.option("--statistics", is_flag=True, help="Add how often each rule was met, by family.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and stop.")
@vocabulary_options
@file_options
@color_option
@quiet_option("Show findings and failures alone.")
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
    clausecheck lint --output-format table --output-format json=report.json

    Exits with 0 where no finding reaches the fail level, 1 where one does, and
    2 where something could not be checked.
    """  # noqa: D301 - click reads the mark
    found, failures = files.find(search_of(options))
    if options["show_files"]:
        return _list_files(found, failures)
    check_one = _checker(options)
    checked = [
        internal_errors.attempt(check_one, file, wishes)
        for file in terminal.watched(found, quiet=options["quiet"])
    ]
    reports = [_sorted(item, options["sort"]) for item in checked if not isinstance(item, Failure)]
    failed = [*failures, *(item for item in checked if isinstance(item, Failure))]
    outcome = _outcome(reports, failed, options)
    _publish(outcome, options)
    return outcome.exit_status


def _list_files(found: Sequence[File], failures: Sequence[Failure]) -> int:
    terminal.write("".join(f"{visible(file.name)}\n" for file in found))
    terminal.complain(failures)
    return 2 if failures else 0


def _checker(options: Options) -> Callable[[File], Report | Failure]:
    """Return what checks one file, with the rules and the vocabulary that are asked for."""
    from clausecheck.check import LimitExceeded, Settings, check
    from clausecheck.cli.other_texts import Folders, folder_of
    from clausecheck.cli.selection import selected
    from clausecheck.cli.vocabularies import vocabulary_of
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.rules import RULES

    rules = selected(
        RULES,
        select=listed(options["select"]),
        extend=listed(options["extend_select"]),
        ignore=listed(options["ignore"]),
    )
    lens = None if options["lens"] == "both" else options["lens"]
    settings = Settings(rules=rules, lens=lens, accept=not options["no_accept"])
    if options["as_of"]:
        settings = evolve(settings, today=options["as_of"])
    vocabulary = vocabulary_of(options, options["max_bytes"])
    others = OtherTexts(Folders(options["max_bytes"]))

    def check_one(file: File) -> Report | Failure:
        content = files.read(file, options["max_bytes"])
        if isinstance(content, Failure):
            return content
        try:
            lookup = others.near(folder_of(file))
            return check(content.source, vocabulary, evolve(settings, lookup=lookup))
        except LimitExceeded as exceeded:
            return Failure(file.name, exceeded.kind, exceeded.message)

    return check_one


def _sorted(report: Report, order: Order) -> Report:
    def place(finding: Finding) -> tuple[int, int, str]:
        return finding.span.start, finding.span.end, finding.rule

    findings = sorted(report.findings, key=place)
    if order == "severity":
        findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    return evolve(report, findings=tuple(findings))


def _outcome(reports: Sequence[Report], failures: Sequence[Failure], options: Options) -> Outcome:
    findings = [finding for report in reports for finding in report.findings]
    new = [finding.severity for finding in findings if finding.status == "new"]
    statuses = [finding.status for finding in findings]
    counts: dict[str, int] = {severity: new.count(severity) for severity in SEVERITIES}
    counts["accepted"] = statuses.count("accepted")
    counts["baselined"] = statuses.count("baselined")
    status = 2 if failures else _verdict(new, options)
    ordered = sorted(failures, key=lambda failure: failure.path)
    return Outcome(tuple(reports), tuple(ordered), status, counts)


def _verdict(new: Sequence[Severity], options: Options) -> int:
    level = options["fail_level"]
    if level == "never" or options["exit_zero"]:
        return 0
    serious = SEVERITIES[: SEVERITIES.index(level) + 1]
    return int(any(severity in serious for severity in new))


def _publish(outcome: Outcome, options: Options) -> None:
    """Write every report, that on standard output last.

    A failure is also told on standard error where no text report tells it.
    """
    outputs = options["output_format"]
    for output in outputs:
        if output.path:
            _write_file(output.path, _report(outcome, output, options))
    if not any(output.path is None and output.format != "json" for output in outputs):
        terminal.complain(outcome.failures)
    for output in outputs:
        if output.path is None:
            write = terminal.write_data if output.format == "json" else terminal.write
            write(_report(outcome, output, options))


def _write_file(path: Path, text: str) -> None:
    from clausecheck.cli.writing import write_whole

    try:
        write_whole(path, text.encode())
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise click.ClickException(message) from error


def _report(outcome: Outcome, output: Output, options: Options) -> str:
    """Return one report; each reporter is imported only for its own format."""
    if output.format == "json":
        from clausecheck.reporters.json import json

        return json(outcome)
    if output.format == "full":
        from clausecheck.reporters.full import full as write
    else:
        from clausecheck.reporters.table import table as write
    if output.path:
        stream, color = None, options["color"] == "always"
    else:
        stream, color = sys.stdout, terminal.in_color(options["color"], sys.stdout)
    return write(outcome, width=terminal.width(stream), color=color, show=_parts(options))


def _parts(options: Options) -> frozenset[Part]:
    parts = set(options["show"])
    if options["quiet"]:
        parts &= {"findings"}
    else:
        parts.add("summary")
    if options["statistics"]:
        parts.add("statistics")
    return frozenset(parts)
