"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from clausecheck.cli.terminal import ColorChoice

Command = TypeVar("Command", bound="Callable[..., object]")

MOST_BYTES = 1_000_000
"""The largest file read; 60 times the longest of the agreements the language was tried on."""

_STANDARD_INPUT = "-"


class ConfigurationOptions(TypedDict):
    """Where the configuration is, or that there is none."""

    config: str | None
    isolated: bool


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


class PackOptions(TypedDict):
    """Whose rules there are beside our own."""

    rule_pack: tuple[str, ...]


class WorkOptions(TypedDict):
    """With how much effort files are checked."""

    jobs: int | None
    no_cache: bool
    cache_dir: Path | None
    max_findings: int


class CheckOptions(FileOptions, VocabularyOptions, PackOptions, WorkOptions):
    """Which files are checked, by which rules and with which words."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    lens: Literal["sceptic", "advocate", "both"] | None
    no_accept: bool
    as_of: datetime.date | None
    baseline: str | None
    trust: str | None
    choose: tuple[str, ...]
    final: bool


exclude_option = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out what matches in a searched folder: a name, or a path with a slash.",
)

max_bytes_option = click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=MOST_BYTES,
    show_default=True,
    metavar="BYTES",
    help="The largest file to read.",
)


def a_file(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete the name of a file."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


_FILE_OPTIONS = (
    click.argument(
        "paths",
        nargs=-1,
        metavar="[PATH]... or -",
        type=click.UNPROCESSED,
        shell_complete=a_file,
    ),
    exclude_option,
    click.option(
        "--force-exclude", is_flag=True, help="Leave it out even where it is named itself."
    ),
    click.option(
        "--stdin-filename",
        default=_STANDARD_INPUT,
        metavar="NAME",
        help="The name to report for standard input.",
    ),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 where no file matches."),
    max_bytes_option,
)

_CONFIGURATION_OPTIONS = (
    click.option(
        "--config",
        metavar="FILE",
        shell_complete=a_file,
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
        shell_complete=a_file,
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


def format_option(command: Command) -> Command:
    """Add `--output-format` to a command that shows a table or the same as JSON."""
    return click.option(
        "--output-format",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="For people or for programs.",
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
        f"PARTY for all its proposals, without what only others would add. {more}",
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


_MOST_FINDINGS = 100_000
"""As many as one text may have; they take some hundred megabytes, and nobody reads them."""

_WORK_OPTIONS = (
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="COUNT",
        help="The most processes to use.  [default: as many as there are processors]",
    ),
    click.option("--no-cache", is_flag=True, help="Neither keep reports nor use those kept."),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="Where reports are kept.  [default: your own cache folder]",
    ),
    click.option(
        "--max-findings",
        type=click.IntRange(min=1),
        default=_MOST_FINDINGS,
        show_default=True,
        metavar="COUNT",
        help="The most findings of all files together; what is left then is not checked.",
    ),
)


def work_options(command: Command) -> Command:
    """Add everything about the effort to a command."""
    for option in reversed(_WORK_OPTIONS):
        command = option(command)
    return command


def pack_option(command: Command) -> Command:
    """Add `--rule-pack` to a command."""
    return click.option(
        "--rule-pack",
        multiple=True,
        metavar="NAME",
        help="Add the rules of an installed package. May be repeated.",
    )(command)


def starts(options: FileOptions) -> tuple[str, ...]:
    """Return the paths beside which a configuration is looked for."""
    return tuple(
        options["stdin_filename"] if path == _STANDARD_INPUT else path for path in options["paths"]
    )


def listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an option that takes lists with commas and may be repeated."""
    words = (word.strip() for value in values for word in value.split(","))
    return tuple(word for word in words if word)
