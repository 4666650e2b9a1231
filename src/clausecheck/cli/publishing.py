"""Reports in the formats that are asked for, each to its place, and failures never in silence."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from clausecheck.cli import files, terminal
from clausecheck.cli.internal_errors import one_line
from clausecheck.cli.paths import project_root
from clausecheck.cli.report_options import USUAL
from clausecheck.findings import SEVERITIES, Failure, Outcome, Status
from clausecheck.source import Source
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from clausecheck.cli.report_options import Output, ReportOptions
    from clausecheck.findings import Report
    from clausecheck.reporters.summary import Part
    from clausecheck.rules import Rule

_FOR_PEOPLE = ("table", "full")


class WouldBeLost(click.ClickException):
    """Reports were to be written over what a run needs."""

    def __init__(self, paths: Collection[Path]) -> None:
        names = " and ".join(sorted(path.as_posix() for path in paths))
        super().__init__(f"{names}: needed for this run, and no report is written over it")
        self.paths = paths


def see_that_nothing_is_lost(options: ReportOptions, needed: Iterable[Path]) -> None:
    """See that no report goes to where something is that the run needs.

    Raises:
        WouldBeLost: one does.
    """
    written = {
        files.resolved(each.path): each.path for each in options["output_format"] if each.path
    }
    if written and (lost := [written[p] for p in map(files.resolved, needed) if p in written]):
        raise WouldBeLost(lost)


def asks_for_ledger(options: ReportOptions) -> bool:
    """Tell whether a report shows the ledger or what comes of it."""
    shown = not options["show"].isdisjoint({"ledger", "clashes"})
    return shown or any(output.format == "json" for output in options["output_format"])


def publish(
    outcome: Outcome,
    options: ReportOptions,
    rules: Callable[[], Sequence[Rule]],
    said: list[tuple[bool, str]],
) -> int:
    """Write every report, that on standard output last, and return the exit status.

    `rules` gives all there are, for the formats that describe them. What is written to standard
    output is added to what is `said`, each with whether it is for people. A report that
    cannot be written leaves the others to be written and is told as a failure.
    Failures are told on standard error too where no report on standard output
    is for people.
    """
    outputs = options["output_format"]
    for output in outputs:
        if output.path:
            failure = _written(output.path, _report(outcome, output, options, rules))
            failures = (*outcome.failures, failure) if failure else outcome.failures
            status = 2 if failure else outcome.exit_status
            outcome = evolve(outcome, failures=failures, exit_status=status)
    if not any(output.path is None and output.format in _FOR_PEOPLE for output in outputs):
        terminal.complain(outcome.failures)
    for output in outputs:
        if output.path is None:
            text, for_people = (
                _report(outcome, output, options, rules),
                output.format in _FOR_PEOPLE,
            )
            (terminal.write if for_people else terminal.write_data)(text)
            said.append((for_people, text))
    return outcome.exit_status


def publish_failure(error: Exception, options: ReportOptions) -> None:
    """Write in every report but one for people on the terminal why the run ended before its work.

    What a file held of an earlier run would pass for the report of this one: where the reporter
    itself fails, the file is taken away.
    """
    if isinstance(error, click.ClickException):
        kind, why = "setup", error.format_message().replace("\n", "; ")
    else:
        kind, why = "internal", one_line(error)
    nothing = dict.fromkeys((*SEVERITIES, *get_args(Status)), 0)
    outcome = Outcome((), (Failure(".", kind, why),), 2, nothing)
    lost = error.paths if isinstance(error, WouldBeLost) else ()
    for output in options["output_format"]:
        if output.path in lost or (output.path is None and output.format in _FOR_PEOPLE):
            continue
        try:
            text = _report(outcome, output, options, lambda: ())
        except Exception:  # noqa: BLE001 - one error is told already
            _take_away(output.path)
            continue
        if output.path is None:
            terminal.write_data(text)
        elif unwritten := _written(output.path, text):
            terminal.complain([unwritten])


def _take_away(path: Path | None) -> None:
    if path and path.is_file() and not files.led_astray(path):
        with suppress(OSError):
            files.resolved(path).unlink()


def _written(path: Path, text: str) -> Failure | None:
    from clausecheck.cli.writing import why_not, write_whole

    if why := files.led_astray(path):
        return Failure(path.as_posix(), "unwritable", why)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        return Failure(path.as_posix(), "unwritable", why_not(path, error))
    return None


def _report(
    outcome: Outcome, output: Output, options: ReportOptions, rules: Callable[[], Sequence[Rule]]
) -> str:
    """Return one report; each reporter is imported only for its own format."""
    if output.format in _FOR_PEOPLE:
        return _for_people(outcome, output, options)
    if output.format == "json":
        from clausecheck.reporters.json import json

        return json(outcome)
    if output.format == "markdown":
        from clausecheck.reporters.markdown import markdown

        return markdown(outcome)
    placed = from_the_root(outcome)
    if output.format == "sarif":
        from clausecheck.reporters.sarif import sarif

        return sarif(placed, rules())
    if output.format == "gitlab":
        from clausecheck.reporters.gitlab import gitlab as write
    elif output.format == "junit":
        from clausecheck.reporters.junit import junit as write
    else:
        from clausecheck.reporters.github import github as write
    return write(placed)


def _for_people(outcome: Outcome, output: Output, options: ReportOptions) -> str:
    if _has_nothing_to_say(outcome, options):
        return ""
    if output.format == "full":
        from clausecheck.reporters.full import full as write
    else:
        from clausecheck.reporters.table import table as write
    if output.path:
        stream, color = None, options["color"] == "always"
    else:
        stream, color = sys.stdout, terminal.in_color(options["color"], sys.stdout)
    return write(outcome, width=terminal.width(stream), color=color, show=_parts(options))


def _has_nothing_to_say(outcome: Outcome, options: ReportOptions) -> bool:
    """Tell whether a report for people would be empty, before what writes one is imported."""
    return (
        _parts(options) == {"findings"}
        and not (outcome.failures or outcome.notices)
        and not any(report.findings or report.notes for report in outcome.reports)
    )


def _parts(options: ReportOptions) -> frozenset[Part]:
    quiet = options["quiet"]
    parts: set[Part] = {*(options["show"] or (USUAL[:1] if quiet else USUAL))}
    if not quiet:
        parts.add("summary")
    if options["statistics"]:
        parts.add("statistics")
    return frozenset(parts)


def from_the_root(outcome: Outcome) -> Outcome:
    """Return the outcome with its paths as a repository's own services know them.

    They are relative to the project's root wherever the run was started, and
    lead through no link.
    """
    root = project_root(Path.cwd())

    def placed(name: str) -> str:
        path = files.resolved(Path(name))
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()

    def replaced(report: Report) -> Report:
        source = Source(placed(report.source.name), report.source.text)
        findings = tuple(
            evolve(
                finding,
                related=tuple(
                    evolve(each, path=placed(each.path)) if each.path else each
                    for each in finding.related
                ),
            )
            for finding in report.findings
        )
        return evolve(report, source=source, findings=findings)

    return evolve(
        outcome,
        reports=tuple(map(replaced, outcome.reports)),
        failures=tuple(evolve(each, path=placed(each.path)) for each in outcome.failures),
        notices=tuple(evolve(each, path=placed(each.path)) for each in outcome.notices),
    )
