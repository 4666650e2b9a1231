"""`clausecheck timeline`: one draft's steps in time, and what each side risks on the way."""

from __future__ import annotations

import re
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
    day_option,
    vocabulary_options,
)
from clausecheck.findings import Failure

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from typing import Unpack

    from clausecheck.analyses.facts import Facts
    from clausecheck.cli.terminal import ColorChoice

_MOST_LISTED = 8
_MOST_DAYS = 99_999
"""Some 270 years, in which any step that can be taken back has been."""


class Options(VocabularyOptions):
    """All that can be asked of `timeline`."""

    path: str
    at: datetime.date | None
    within: int
    choose: tuple[str, ...]
    language: str | None
    walk_away: tuple[str, str] | None
    output_format: Literal["table", "json", "markdown"]
    color: ColorChoice


def _within(_: click.Context, __: click.Parameter, value: str) -> int:
    """Read so many days, as in `30d`."""
    found = re.fullmatch(r"0*(\d+) ?(d|days?)?", value.strip(), re.ASCII)
    if found is None:
        message = f"{value!r} is no number of days; write it as 30d"
        raise click.BadParameter(message)
    if len(found[1]) > len(str(_MOST_DAYS)):
        message = f"{value!r} is too long a time; ask for {_MOST_DAYS}d at the most"
        raise click.BadParameter(message)
    return int(found[1])


def _walk_away(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> tuple[str, str] | None:
    """Read `PARTY@STEP`, of which there is one at most."""
    if not values:
        return None
    if values[1:]:
        message = "it is told of one party and step at a time; ask for each by itself"
        raise click.BadParameter(message)
    (value,) = values
    party, at, step = value.partition("@")
    if not (party and at and step):
        message = f"{value!r} names no party and step; write it as PARTY@2.1"
        raise click.BadParameter(message)
    return party, step


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", metavar="FILE or -", type=click.UNPROCESSED, shell_complete=a_file)
@day_option("--at", "Say how far each step must or can be on that day, and who holds what.")
@click.option(
    "--within",
    default="30d",
    callback=_within,
    show_default=True,
    metavar="DAYS",
    help="Count as lost what takes longer than this to take back.",
)
@click.option(
    "--walk-away",
    multiple=True,
    callback=_walk_away,
    metavar="PARTY@STEP",
    help="Say what each side holds if the party leaves once the step is done.",
)
@choose_option()
@click.option(
    "--language",
    metavar="CODE",
    help="Of authentic versions that differ, tell of the one in this language.",
)
@click.option(
    "--output-format",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help="For people, for programs, or for a briefing.",
)
@vocabulary_options
@color_option
@internal_errors.traceback_option
@click.pass_obj
def timeline(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Show a draft's steps in order, with days, waits and what each side risks.

    For each step, ordered by the latest day: when it can begin and is due, what it
    waits for, and how long it takes to undo, by the clause or else by the
    vocabulary, whose figures are marked as assumed. Then what each side has given
    and cannot take back while what it gets for it is still open, if both use all
    the time the text allows; whether a breach would be answered before a step is
    undone; and which step answers which, and in what it is less.

    \b
    clausecheck timeline draft.clause
    clausecheck timeline draft.clause --within 90d --at 2027-06-01
    clausecheck timeline draft.clause --walk-away DPRK@2.1
    clausecheck timeline draft.clause --output-format markdown > briefing.md

    Exits with 0, or with 2 where the file cannot be read or a name is unknown.
    """  # noqa: D301 - click reads the mark
    return internal_errors.with_one(lambda file: _tell(file, options), options["path"], wishes)


def _tell(file: files.File, options: Options) -> Failure | None:
    from clausecheck.analyses.timeline import timeline as analyse
    from clausecheck.check import LimitExceeded, UnknownChoice, understand
    from clausecheck.cli.vocabularies import vocabulary_of

    configuration = configuration_of(options, (options["path"],))
    content = files.read(file, MOST_BYTES)
    if isinstance(content, Failure):
        return content
    try:
        facts, notes = understand(
            content.source,
            vocabulary_of(options, MOST_BYTES, configuration),
            options["choose"],
            options["language"],
        )
    except LimitExceeded as exceeded:
        return Failure(file.name, exceeded.kind, exceeded.message)
    except UnknownChoice as unknown:
        return Failure(file.name, "unknown-choice", str(unknown))
    leaving = _leaving(facts, options)
    made = analyse(facts, within=options["within"], at=options["at"], leaving=leaving)
    if options["output_format"] == "json":
        from clausecheck.reporters.timeline_json import timeline_json

        terminal.write_data(
            timeline_json(made, content.source, facts.reading.title, notes, leaving)
        )
        return None
    if options["output_format"] == "markdown":
        from clausecheck.reporters.timeline_markdown import timeline_markdown

        terminal.write_data(
            timeline_markdown(made, content.source, facts.reading.title, notes, leaving)
        )
        return None
    from clausecheck.reporters.timeline import timeline_text

    terminal.write(
        timeline_text(
            made,
            content.source,
            facts.reading.title,
            notes=notes,
            leaving=leaving,
            width=terminal.width(sys.stdout),
            color=terminal.in_color(options["color"], sys.stdout),
        )
    )
    return None


def _leaving(facts: Facts, options: Options) -> tuple[str, str] | None:
    """Return who leaves, as the text names them, and the step after which they do.

    Raises:
        UsageError: the text has no such party, or no such step.
    """
    if options["walk_away"] is None:
        return None
    name, step = options["walk_away"]
    actor = facts.reading.names.actor(name)
    actors = facts.reading.names.actors.values()
    parties = [each.name for each in actors if each.kind in {"party", "guarantor"}]
    if actor is None or actor.name not in parties:
        message = f"no party is named {name!r}{_meant(name, parties)}"
        raise click.UsageError(message)
    if step not in facts.schedule.steps:
        below = [number for number in facts.reading.names.below(step) if number != step]
        steps = tuple(facts.schedule.steps)
        hint = f"; it has {', '.join(below[:_MOST_LISTED])}" if below else _meant(step, steps)
        message = f"no step is numbered {step!r}{hint}"
        raise click.UsageError(message)
    if step in facts.coming.lost_steps:
        message = f"{step} waits in a circle, or only after one, and is never done; see `lint`"
        raise click.UsageError(message)
    return actor.name, step


def _meant(name: str, known: Sequence[str]) -> str:
    """Return the names that may have been meant, nearest first, to end a message with."""
    from clausecheck.nearness import Spelling

    near = Spelling(known).nearest(name)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    listed = ", ".join(known[:_MOST_LISTED])
    more = " …" if len(known) > _MOST_LISTED else ""
    return f"; there are: {listed}{more}" if known else "; there are none"
