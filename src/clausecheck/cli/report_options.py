"""Which reports are wanted: the options, and what is said where they are not understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict, TypeVar, get_args

import click

from clausecheck.cli.options import color_option, listed, quiet_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.reporters.summary import Part

Command = TypeVar("Command", bound="Callable[..., object]")

Format = Literal["table", "full", "json", "sarif", "gitlab", "junit", "github", "markdown"]

USUAL: tuple[Part, ...] = ("findings", "stances")
_PARTS = (*USUAL, "ledger", "clashes", "accepted")


class Output(NamedTuple):
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
        output = output_of(value)
        if output.path in [other.path for other in outputs]:
            place = output.path or "standard output"
            message = f"two reports would go to {place}; give each its own, as in json=report.json"
            raise click.BadParameter(message)
        outputs.append(output)
    return tuple(outputs) or (Output("table"),)


def output_of(value: str) -> Output:
    """Return what `FORMAT[=PATH]` asks for.

    Raises:
        click.BadParameter: there is no such format, or the file is wanted as something else.
    """
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
        help=f"Of {', '.join(_PARTS)}, with commas.  [default: {','.join(USUAL)}]",
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


def _wanted_otherwise(path: Path) -> str:
    """Return as what a file is wanted, so that it must not become a report; "" where as nothing."""
    from clausecheck.cli import baselines, files

    if what := files.name_says(path):
        return f"is the name of {what}"
    if not path.exists() or files.led_astray(path):
        return ""
    return "is a baseline" if baselines.seems_to_be_one(path) else ""
