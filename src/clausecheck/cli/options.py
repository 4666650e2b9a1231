"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from clausecheck.cli.configuration import ConfigurationOptions
from clausecheck.cli.files import STANDARD_INPUT, Patterns, Search

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.terminal import ColorChoice

Command = TypeVar("Command", bound="Callable[..., object]")

_LIMIT = 1_000_000
"""Bytes; 60 times the longest of the agreements the language was tried on."""


class ExcludeOptions(TypedDict):
    """What is left out of a searched folder."""

    exclude: tuple[str, ...]


class FileOptions(ExcludeOptions):
    """Which files are meant, and how they are read."""

    paths: tuple[str, ...]
    force_exclude: bool
    stdin_filename: str
    allow_empty: bool
    max_bytes: int
    color: ColorChoice
    quiet: bool


class VocabularyOptions(ConfigurationOptions):
    """With which words the files are read."""

    vocabulary: tuple[str, ...]


exclude_option = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out what matches in a searched folder: a name, or a path with a slash.",
)

_FILE_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="[PATH]... or -", type=click.UNPROCESSED),
    exclude_option,
    click.option(
        "--force-exclude", is_flag=True, help="Leave it out even where it is named itself."
    ),
    click.option(
        "--stdin-filename",
        default=STANDARD_INPUT,
        metavar="NAME",
        help="The name to report for standard input.",
    ),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 where no file matches."),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=_LIMIT,
        show_default=True,
        metavar="BYTES",
        help="The largest file to read.",
    ),
)

_CONFIGURATION_OPTIONS = (
    click.option(
        "--config",
        metavar="FILE",
        help="Take the configuration from this file, whatever lies beside the drafts.",
    ),
    click.option(
        "--isolated",
        is_flag=True,
        help="Ignore the project's configuration and its vocabulary.toml.",
    ),
)

_VOCABULARY_OPTIONS = (
    click.option(
        "--vocabulary",
        multiple=True,
        metavar="FILE",
        help="Add terms from this file. May be repeated.",
    ),
    *_CONFIGURATION_OPTIONS,
)


def color_option(command: Command) -> Command:
    """Add `--color` to a command."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Stronger than NO_COLOR, and that than FORCE_COLOR.",
    )(command)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    """Read a day as drafts write it."""
    from datetime import date

    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day and day.isoformat() == value:  # there are other ways to write a day, not in drafts
        return day
    message = f"{value!r} is not a day; write it as 2026-01-31"
    raise click.BadParameter(message)


def day_option(name: str, text: str) -> Callable[[Command], Command]:
    """Return what adds an option that takes a day to a command, with its help."""
    return click.option(name, callback=_day, metavar="DATE", help=text)


def choose_option(more: str = "May be repeated.") -> Callable[[Command], Command]:
    """Return what adds `--choose` to a command, with what its help says last."""
    return click.option(
        "--choose",
        multiple=True,
        metavar="CHOICE",
        help="Settle brackets: 2.1#2=1 (a proposal), 2.1#2=NAME (whose), 2.1#3=out, @tag, or "
        f"PARTY for all its proposals. {more}",
    )


def quiet_option(text: str) -> Callable[[Command], Command]:
    """Return what adds `--quiet` to a command, with its help."""
    return click.option("-q", "--quiet", is_flag=True, help=text)


def file_options(command: Command) -> Command:
    """Add the paths and everything about reading them to a command."""
    for option in reversed(_FILE_OPTIONS):
        command = option(command)
    return command


def configuration_options(command: Command) -> Command:
    """Add what says where the project's configuration is to a command."""
    for option in reversed(_CONFIGURATION_OPTIONS):
        command = option(command)
    return command


def vocabulary_options(command: Command) -> Command:
    """Add what says with which words files are read to a command, its configuration included."""
    for option in reversed(_VOCABULARY_OPTIONS):
        command = option(command)
    return command


def starts(options: FileOptions) -> tuple[str, ...]:
    """Return the paths beside which a configuration is looked for."""
    return tuple(
        options["stdin_filename"] if path == STANDARD_INPUT else path for path in options["paths"]
    )


def search_of(options: FileOptions, configuration: Configuration) -> Search:
    """Return what the options ask to look for, less what the configuration leaves out."""
    return Search(
        paths=options["paths"],
        exclude=excluded(options, configuration),
        force_exclude=options["force_exclude"],
        input_name=options["stdin_filename"],
        allow_empty=options["allow_empty"],
    )


def excluded(options: ExcludeOptions, configuration: Configuration) -> tuple[Patterns, ...]:
    """Return the patterns of what is left out, by the options and by the configuration."""
    return (
        Patterns(options["exclude"]),
        Patterns(configuration.words("exclude"), configuration.folder),
    )


def listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an option that takes lists with commas and may be repeated."""
    words = (word.strip() for value in values for word in value.split(","))
    return tuple(word for word in words if word)
