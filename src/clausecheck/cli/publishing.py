"""Reports in the formats that are asked for, each to its place, and failures never in silence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar, get_args

import click

from clausecheck.cli import files, terminal
from clausecheck.cli.options import color_option, listed, quiet_option
from clausecheck.findings import SEVERITIES, Failure, Outcome, Status
from clausecheck.source import Source
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.findings import Report
    from clausecheck.reporters.summary import Part
    from clausecheck.rules import Rule

Command = TypeVar("Command", bound="Callable[..., object]")

Format = Literal["table", "full", "json", "sarif", "gitlab", "junit", "github", "markdown"]
_FOR_PEOPLE = ("table", "full")

_USUAL: tuple[Part, ...] = ("findings", "stances")
_PARTS = (*_USUAL, "ledger", "clashes", "accepted")


@frozen
class Output:
    """A report to write: its format, and the file it goes to where that is not the terminal."""

    format: Format
    path: Path | None = None


class ReportOptions(TypedDict):
    """Which reports are wanted, and what is in them."""

    output_format: tuple[Output, ...]
    show: frozenset[Part]
    statistics: bool
    color: ColorChoice
    quiet: bool


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
        if path.endswith(files.ENDING):
            message = f"{path} is the name of a draft, and no report is written over one"
            raise click.BadParameter(message)
        output = Output(chosen, Path(path) if path else None)
        if output.path in [other.path for other in outputs]:
            place = path or "standard output"
            message = f"two reports would go to {place}; give each its own, as in json=report.json"
            raise click.BadParameter(message)
        outputs.append(output)
    return tuple(outputs) or (Output("table"),)


def _shown(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    words = listed(values)
    for word in words:
        if word not in _PARTS:
            message = f"{word!r} cannot be shown; there are {', '.join(_PARTS)}"
            raise click.BadParameter(message)
    return frozenset(words)


_REPORT_OPTIONS = (
    click.option(
        "--output-format",
        multiple=True,
        callback=_outputs,
        metavar="FORMAT[=PATH]",
        help=f"Of {', '.join(get_args(Format))}; to a file with =PATH. May be repeated."
        "  [default: table]",
    ),
    click.option(
        "--show",
        multiple=True,
        callback=_shown,
        metavar="PARTS",
        help=f"Of {', '.join(_PARTS)}, with commas.  [default: {','.join(_USUAL)}]",
    ),
    click.option("--statistics", is_flag=True, help="Add how often each rule was met, by family."),
    color_option,
    quiet_option("Show findings and failures alone, or what --show asks for."),
)


def report_options(command: Command) -> Command:
    """Add everything about the reports to a command."""
    for option in reversed(_REPORT_OPTIONS):
        command = option(command)
    return command


def asks_for_ledger(options: ReportOptions) -> bool:
    """Tell whether a report shows the ledger or what comes of it."""
    shown = not options["show"].isdisjoint({"ledger", "clashes"})
    return shown or any(output.format == "json" for output in options["output_format"])


def publish(outcome: Outcome, options: ReportOptions, rules: Callable[[], Sequence[Rule]]) -> int:
    """Write every report, that on standard output last, and return the exit status.

    `rules` gives all there are, for the formats that describe them. A report that
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
            write = terminal.write if output.format in _FOR_PEOPLE else terminal.write_data
            write(_report(outcome, output, options, rules))
    return outcome.exit_status


def publish_failure(error: click.ClickException, options: ReportOptions) -> None:
    """Write in every report but one for people on the terminal why the run ended before its work.

    What a file held of an earlier run would pass for the report of this one.
    """
    why = error.format_message().replace("\n", "; ")
    nothing = dict.fromkeys((*SEVERITIES, *get_args(Status)), 0)
    outcome = Outcome((), (Failure(".", "setup", why),), 2, nothing)
    for output in options["output_format"]:
        if output.path is None and output.format in _FOR_PEOPLE:
            continue
        text = _report(outcome, output, options, lambda: ())
        if output.path is None:
            terminal.write_data(text)
        elif failure := _written(output.path, text):
            terminal.complain([failure])


def _written(path: Path, text: str) -> Failure | None:
    from clausecheck.cli.writing import write_whole

    if why := files.led_astray(path):
        return Failure(path.as_posix(), "unwritable", why)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        return Failure(path.as_posix(), "unwritable", error.strerror or str(error))
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
    if output.format == "full":
        from clausecheck.reporters.full import full as write
    else:
        from clausecheck.reporters.table import table as write
    if output.path:
        stream, color = None, options["color"] == "always"
    else:
        stream, color = sys.stdout, terminal.in_color(options["color"], sys.stdout)
    return write(outcome, width=terminal.width(stream), color=color, show=_parts(options))


def _parts(options: ReportOptions) -> frozenset[Part]:
    quiet = options["quiet"]
    parts: set[Part] = {*(options["show"] or (_USUAL[:1] if quiet else _USUAL))}
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
    root = files.project_root(Path.cwd())

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
