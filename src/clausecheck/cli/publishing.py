"""Reports in the formats that are asked for, each to its place, and failures never in silence."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar, get_args

import click

from clausecheck.cli import files, terminal
from clausecheck.cli.internal_errors import one_line
from clausecheck.cli.options import color_option, listed, quiet_option
from clausecheck.findings import SEVERITIES, Failure, Outcome, Status
from clausecheck.source import Source
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

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


def _wanted_otherwise(path: Path) -> str:
    """Return as what a file is wanted, so that it must not become a report; "" where as nothing."""
    if what := files.name_says(path):
        return f"is the name of {what}"
    if not path.exists() or files.led_astray(path):
        return ""
    from clausecheck.cli import baselines

    return "is a baseline" if baselines.seems_to_be_one(path) else ""


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


def _outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[Output, ...]:
    """Read `FORMAT[=PATH]`, and see that no two reports go to one place."""
    outputs: list[Output] = []
    for value in values:
        output = _output(value)
        if output.path in [other.path for other in outputs]:
            place = output.path or "standard output"
            message = f"two reports would go to {place}; give each its own, as in json=report.json"
            raise click.BadParameter(message)
        outputs.append(output)
    return tuple(outputs) or (Output("table"),)


def _output(value: str) -> Output:
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
    if output.path and (why := _wanted_otherwise(output.path)):
        message = f"{path} {why}, and no report is written over one"
        raise click.BadParameter(message)
    return output


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


class Reporting(click.Command):
    """A command that says in its reports, too, that its options are not understood."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments as click does; where they are wrong, as far as it goes."""
        given = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            publish_failure(error, _as_far_as_understood(given))
            raise


_OPTION = "--output-format"


def _as_far_as_understood(arguments: Sequence[str]) -> ReportOptions:
    """Return the reports that arguments ask for which are not understood as a whole.

    None is taken that two may go to, or that goes to what another argument names.
    """
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
            output = _output(value)
            if not (output.path and files.resolved(output.path) in named):
                found.setdefault(output.path, output)
    return {
        "output_format": tuple(found.values()),
        "show": frozenset(),
        "statistics": False,
        "color": "auto",
        "quiet": False,
    }


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
