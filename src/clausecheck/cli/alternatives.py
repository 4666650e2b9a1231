"""`clausecheck alternatives`: what is open, what each choice costs, and the best texts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.configuration import configuration_of
from clausecheck.cli.options import (
    MOST_BYTES,
    VocabularyOptions,
    a_file,
    choose_option,
    color_option,
    format_option,
    vocabulary_options,
)
from clausecheck.findings import Failure

if TYPE_CHECKING:
    from typing import Unpack

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.source import Source


class Options(VocabularyOptions):
    """All that can be asked of `alternatives`."""

    path: str
    prefer: str | None
    most: int
    checks: int
    since: str | None
    choose: tuple[str, ...]
    output_format: Literal["table", "json"]
    color: ColorChoice


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", metavar="FILE or -", type=click.UNPROCESSED, shell_complete=a_file)
@click.option(
    "--prefer",
    metavar="WHOM",
    help="Rank the best texts for sceptic, advocate or a PARTY, or by errors.  [default: errors]",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=6,
    show_default=True,
    metavar="COUNT",
    help="How many of the best texts to show.",
)
@click.option(
    "--checks",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    metavar="COUNT",
    help="After so many texts checked in full, look for no better ones.",
)
@click.option(
    "--since",
    metavar="FILE",
    shell_complete=a_file,
    help="Count what was open in this earlier state as well.",
)
@choose_option()
@format_option
@vocabulary_options
@color_option
@internal_errors.traceback_option
@click.pass_obj
def alternatives(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Show what is open in a draft, what each choice brings, and the best ways to decide.

    First the texts that no other beats for both lenses, by errors, warnings, what they
    meet and safeguard, and info; each is checked in full. Then the text that each
    party's own proposals make. Then, for each bracket, in what each proposal differs
    from the first, what it brings by itself, and with which others it brings more.
    Versions in several languages are no choice: they are told apart.

    \b
    clausecheck alternatives rolling.clause
    clausecheck alternatives rolling.clause --prefer DPRK --most 3
    clausecheck alternatives rolling.clause --choose @phased --since second.clause
    clausecheck alternatives rolling.clause --output-format json

    Exits with 0, or with 2 where the file cannot be read or a name is unknown.
    """  # noqa: D301 - click reads the mark
    return internal_errors.with_one(lambda file: _tell(file, options), options["path"], wishes)


def _source(file: files.File | Failure) -> Source | Failure:
    if isinstance(file, Failure):
        return file
    content = files.read(file, MOST_BYTES)
    return content if isinstance(content, Failure) else content.source


def _tell(file: files.File, options: Options) -> Failure | None:
    from clausecheck.alternatives import alternatives as analyse
    from clausecheck.check import LimitExceeded, Settings, UnknownChoice
    from clausecheck.cli.other_texts import Folders, folder_of
    from clausecheck.cli.policy import policy_of
    from clausecheck.cli.selection import Words
    from clausecheck.cli.vocabularies import vocabulary_of
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.rules import RULES

    source = _source(file)
    before = _source(files.single(options["since"])) if options["since"] is not None else None
    for read in (source, before):
        if isinstance(read, Failure):
            return read
    configuration = configuration_of(options, (options["path"],))
    policy = policy_of(configuration, RULES, Words((), (), ()))
    settings = Settings(
        rules=policy.rules,
        lookup=OtherTexts(Folders(MOST_BYTES)).near(folder_of(file)),
        unsuppressible=policy.unsuppressible,
        choose=options["choose"],
    )
    try:
        made = analyse(
            source,  # type: ignore[arg-type]  # no failure, as was seen
            vocabulary_of(options, MOST_BYTES, configuration),
            settings,
            prefer=options["prefer"],
            most=options["most"],
            checks=options["checks"],
            since=before,  # type: ignore[arg-type]  # likewise
        )
    except LimitExceeded as exceeded:
        return Failure(file.name, exceeded.kind, exceeded.message)
    except UnknownChoice as unknown:
        return Failure(file.name, "unknown-choice", str(unknown))
    if options["output_format"] == "json":
        from clausecheck.reporters.alternatives_json import alternatives_json

        terminal.write_data(alternatives_json(made))
        return None
    from clausecheck.reporters.alternatives import alternatives_text

    width, color = terminal.width(sys.stdout), terminal.in_color(options["color"], sys.stdout)
    terminal.write(alternatives_text(made, width=width, color=color))
    return None
