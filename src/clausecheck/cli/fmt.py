"""`clausecheck fmt`: drafts put into the one layout, and nothing else changed in them."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Literal

import click

from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.configuration import configuration_of
from clausecheck.cli.options import (
    ConfigurationOptions,
    FileOptions,
    color_option,
    configuration_options,
    file_options,
    quiet_option,
    starts,
)
from clausecheck.cli.searching import search_of
from clausecheck.findings import Failure, Finding, Material, Outcome, Related, Report
from clausecheck.reporters.escaping import visible
from clausecheck.source import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Unpack

    from clausecheck.cli.files import Content, File
    from clausecheck.syntax.slip import Slip

Change = Literal["formatted", "would be formatted", "left as it was"]


class Options(FileOptions, ConfigurationOptions):
    """All that can be asked of `fmt`."""

    check: bool
    diff: bool


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="The same, and show what would change.")
@configuration_options
@file_options
@color_option
@quiet_option("Do not say which files were formatted.")
@internal_errors.traceback_option
@click.pass_obj
def fmt(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Put drafts into the one layout; comments and quoted text stay as they are.

    A PATH is a file or a folder, which is searched for *.clause files; without
    one it is the current folder. With - standard input is formatted to standard
    output. A file that cannot be read is left as it is, and shown where.

    \b
    clausecheck fmt clauses/
    clausecheck fmt --diff draft.clause
    clausecheck fmt --check

    Exits with 0 where all is done, 1 where --check or --diff finds something to
    do, and 2 where a file could not be formatted.
    """  # noqa: D301 - click reads the mark
    configuration = configuration_of(options, starts(options))
    found, refused = files.find(search_of(options, configuration))
    reports: list[Report] = []
    failures: list[Failure] = list(refused)
    changes: list[Change] = []
    work = partial(_format, options=options)
    for file in terminal.watched(found, count=len(found), quiet=options["quiet"]):
        done = internal_errors.attempt(work, file, wishes)
        if isinstance(done, Report):
            reports.append(done)
        elif isinstance(done, Failure):
            failures.append(done)
        else:
            changes.append(done)
            if done != "left as it was" and not options["quiet"]:
                terminal.notice(f"{done}: {visible(file.name)}")
    _show(reports, failures, options)
    return 2 if reports or failures else int("would be formatted" in changes)


def _format(file: File, options: Options) -> Change | Report | Failure:
    """Format one file, as far as is asked for, and return what became of it."""
    from clausecheck.layout import layout
    from clausecheck.syntax.slip import MAX_DEPTH, TooDeep

    content = files.read(file, options["max_bytes"])
    if isinstance(content, Failure):
        return content
    if content.source.overlong_line is not None:
        where = f"line {content.source.overlong_line}"
        message = f"{where} is longer than {LONGEST_LINE:,} characters"
        return Failure(file.name, "line-too-long", message)
    try:
        text, slips = layout(content.source)
    except TooDeep:
        message = f"brackets are nested deeper than {MAX_DEPTH}"
        return Failure(file.name, "too-deep", message)
    if text is None:
        return Report(content.source, None, tuple(map(_finding, slips)), (), Material())
    data = _bytes(text, content)
    dry = options["check"] or options["diff"]
    if options["diff"]:
        terminal.write("".join(_difference(content, data.decode())))
    if file.path is None and not dry:
        terminal.write_data(data.decode())
    if data == content.raw:
        return "left as it was"
    if dry:
        return "would be formatted"
    return _written(file.name, file.path, data) if file.path else "formatted"


def _finding(slip: Slip) -> Finding:
    """Return what is to be shown of a line that cannot be read; its rule need not be run."""
    return Finding(
        rule=slip.rule,
        family="language",
        lens="neutral",
        severity=slip.severity or "error",
        status="new",
        clause=None,
        span=slip.at,
        message=slip.message,
        help=slip.help,
        why="",
        answer="",
        scope="",
        entries=(),
        choices=(),
        related=tuple(Related(at, message) for at, message in slip.related),
        fingerprint="",
    )


def _bytes(text: str, content: Content) -> bytes:
    """Return the formatted text as bytes, with the line end that the file's first line has."""
    first, end, _ = content.source.text.partition("\n")
    lines = text.replace("\r\n", "\n")
    return (lines.replace("\n", "\r\n") if end and first.endswith("\r") else lines).encode()


def _written(name: str, path: Path, data: bytes) -> Change | Failure:
    from clausecheck.cli.writing import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        return Failure(name, "unwritable", f"it cannot be written: {error.strerror}")
    return "formatted"


def _difference(content: Content, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff; what would drive a terminal is written out in them."""
    from difflib import unified_diff

    name = content.source.name
    for line in unified_diff(_lines(content.source.text), _lines(after), name, name):
        text = visible(line.removesuffix("\n").removesuffix("\r"))
        yield text + "\n" if line.endswith("\n") else f"{text}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def _show(reports: Sequence[Report], failures: Sequence[Failure], options: Options) -> None:
    """Show on standard error why files were refused, with the lines that cannot be read."""
    if reports:
        from clausecheck.reporters.full import full

        text = full(
            Outcome(tuple(reports), (), exit_status=2),
            width=terminal.width(sys.stderr),
            color=terminal.in_color(options["color"], sys.stderr),
            show=frozenset({"findings"}),
        )
        terminal.notice(text)
    terminal.complain(failures, undone="not formatted")
