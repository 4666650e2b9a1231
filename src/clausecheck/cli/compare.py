"""`clausecheck compare`: two drafts or more side by side, or a draft and what it was."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from clausecheck.changes import Compared
from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.options import (
    ExcludeOptions,
    VocabularyOptions,
    a_file,
    choose_option,
    color_option,
    day_option,
    exclude_option,
    max_bytes_option,
    quiet_option,
    vocabulary_options,
)
from clausecheck.cli.searching import excluded
from clausecheck.findings import Failure
from clausecheck.source import Source
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    import datetime
    from typing import Unpack

    from clausecheck.check import Settings
    from clausecheck.cli.against import Pair
    from clausecheck.cli.policy import Policy
    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.compare import Text
    from clausecheck.findings import Report
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.vocabulary import Vocabulary

Format = Literal["table", "full", "markdown", "json", "sarif"]
FailOn = Literal["weaker", "new", "any"]


class Options(ExcludeOptions, VocabularyOptions):
    """All that can be asked of `compare`."""

    paths: tuple[str, ...]
    against: str | None
    fail_on: tuple[FailOn, ...]
    choose: tuple[str, ...]
    output_format: Format
    as_of: datetime.date | None
    no_accept: bool
    max_bytes: int
    color: ColorChoice
    quiet: bool


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument(
    "paths",
    nargs=-1,
    metavar="BASE OTHER... or PATH...",
    type=click.UNPROCESSED,
    shell_complete=a_file,
)
@click.option(
    "--against",
    metavar="GITREF",
    help="Compare with what the paths hold in this commit, branch or tag.",
)
@choose_option(
    "Begin with a draft's number to ask it of that one alone, as in `2:DPRK`. May be repeated."
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["weaker", "new", "any"]),
    help="Exit with 1 where a text binds less, has new findings, or says anything else.",
)
@click.option(
    "--output-format",
    type=click.Choice(["table", "full", "markdown", "json", "sarif"]),
    default="table",
    show_default=True,
    help="A table, every change with both texts, a pull request's comment, or for programs: "
    "all of it, or what became of the findings.",
)
@day_option("--as-of", "The day on which acceptances are held against their end.  [default: today]")
@click.option("--no-accept", is_flag=True, help="Count what a draft accepts on record as well.")
@max_bytes_option
@exclude_option
@vocabulary_options
@color_option
@quiet_option("Show the changes and the three lines at the end alone.")
@internal_errors.traceback_option
@click.pass_obj
def compare(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Show what changed from one draft to another, for whom, and what follows.

    Each further draft is held against the first, clause by clause: by number and,
    where clauses were renumbered or moved, by what they say. One of them may be -,
    standard input. A single draft with two language versions has them compared.
    With --against, files or folders are held against what they were in git, and
    nothing that a repository configures is run.

    \b
    clausecheck compare first.clause second.clause
    clausecheck compare base.clause ours.clause theirs.clause
    clausecheck compare rolling.clause rolling.clause --choose 1:US --choose 2:DPRK
    clausecheck compare --against origin/main clauses/
    clausecheck compare --against HEAD --output-format markdown draft.clause

    Exits with 0, with 1 where --fail-on says so, and with 2 where something could
    not be compared.
    """  # noqa: D301 - click reads the mark
    reader = _reader(options)
    make = _side_by_side if options["against"] is None else _against
    made = make(options, reader, wishes)
    ways = {"weaker": made.weaker, "new": made.new, "any": made.any}
    status = 2 if made.failures else int(any(ways[why] for why in options["fail_on"]))
    _publish(evolve(made, exit_status=status), options)
    return status


# ── Reading ──


def _reader(options: Options) -> Reader:
    """Return what reads and checks texts as `clausecheck lint` would."""
    from clausecheck.check import Settings
    from clausecheck.cli.configuration import configuration_of
    from clausecheck.cli.other_texts import Folders
    from clausecheck.cli.policy import policy_of
    from clausecheck.cli.selection import Words
    from clausecheck.cli.vocabularies import vocabulary_of
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.rules import RULES

    paths = [path for path in options["paths"] if path != files.STANDARD_INPUT]
    # An earlier version often lies elsewhere, as git lays it for `git difftool`.
    configuration = configuration_of(options, paths, beyond=True)
    policy = policy_of(configuration, RULES, Words((), (), ()))
    settings = Settings(
        rules=policy.rules,
        accept=not options["no_accept"],
        unsuppressible=policy.unsuppressible,
    )
    if options["as_of"]:
        settings = evolve(settings, today=options["as_of"])
    limit = options["max_bytes"]
    vocabulary = vocabulary_of(options, limit, configuration)
    exclude = excluded(options, configuration)
    drafts = 2 if options["against"] is not None else len(options["paths"])
    wishes = tuple(_wish(each, drafts) for each in options["choose"])
    return Reader(settings, policy, vocabulary, OtherTexts(Folders(limit)), exclude, wishes)


def _wish(said: str, drafts: int) -> tuple[int | None, str]:
    """Return what is asked to choose, and in which draft; None where it is asked of every one.

    Raises:
        UsageError: there is no draft of that number.
    """
    number, colon, wish = said.partition(":")
    if not (colon and number.isdecimal()):
        return None, said
    if not 1 <= int(number) <= drafts:
        message = f"--choose {said}: the drafts are numbered from 1 to {drafts}"
        raise click.UsageError(message)
    return int(number), wish


@frozen
class Reader:
    """Reads and checks one text after another with the same rules and words."""

    settings: Settings
    policy: Policy
    vocabulary: Vocabulary
    others: OtherTexts
    exclude: tuple[files.Patterns, ...]
    """Of what a folder holds, what is passed over."""
    wishes: tuple[tuple[int | None, str], ...] = ()
    """What is asked to choose: in the draft of that number, or in every one."""

    def text(
        self, content: files.Content, at: Path, *, number: int, version: str | None = None
    ) -> Text | Failure:
        """Return a text under its name, or that of its version, with what is chosen in it.

        `at` is where it lies, and `number` which of the drafts it is; the base is 1.
        """
        from clausecheck.check import LimitExceeded, UnknownChoice, examine, examine_as_part
        from clausecheck.compare import Text

        name = content.source.name
        choose = tuple(wish for of, wish in self.wishes if of in {None, number})
        settings = evolve(self.settings, lookup=self.others.near(at.parent), choose=choose)
        try:
            facts, report, left, plain = examine(
                content.source, self.vocabulary, settings, version=version
            )
        except LimitExceeded as exceeded:
            return Failure(name, exceeded.kind, exceeded.message)
        except UnknownChoice as unknown:
            return Failure(name, "unknown-choice", f"{unknown}{self._asked_of_all()}")

        def settled(report: Report) -> Report:
            placed = evolve(report, source=Source(at.as_posix(), content.source.text))
            return evolve(self.policy.settle(placed), source=content.source)

        def as_part() -> Report:
            return settled(
                examine_as_part(content.source, self.vocabulary, settings, version=version)
            )

        chosen = f" with {', '.join(choose)}" if choose else ""
        return Text(f"{version or name}{chosen}", facts, settled(report), left, plain, as_part)

    def _asked_of_all(self) -> str:
        """Return how to choose in one of the drafts alone, as the end of a message."""
        every = [wish for of, wish in self.wishes if of is None]
        return f"; to choose in the second draft alone: `2:{every[0]}`" if every else ""


def _side_by_side(options: Options, reader: Reader, wishes: internal_errors.Wishes) -> Compared:
    """Return each further draft beside the first.

    Raises:
        UsageError: there is nothing to compare.
    """
    from clausecheck.compare import compare as held

    paths = options["paths"]
    if not paths:
        message = "two drafts are needed, or --against with a commit"
        raise click.UsageError(message)
    if options["exclude"]:
        message = "--exclude is for folders, and those are compared with --against alone"
        raise click.UsageError(message)
    if paths.count(files.STANDARD_INPUT) > 1:
        message = "standard input, -, can be one of the drafts only"
        raise click.UsageError(message)
    texts: list[Text | Failure] = []
    for number, path in enumerate(paths, 1):
        file = _named(path)
        content = file if isinstance(file, Failure) else files.read(file, options["max_bytes"])
        if isinstance(content, Failure) or isinstance(file, Failure):
            texts.append(content if isinstance(content, Failure) else Failure(path, "", ""))
            continue
        alone = len(paths) == 1
        read = partial(_texts, content=content, reader=reader, number=number, alone=alone)
        done = internal_errors.attempt(read, file, wishes)
        texts += [done] if isinstance(done, Failure) else done
    failures = tuple(text for text in texts if isinstance(text, Failure))
    if failures:
        return Compared(failures=failures)
    base, *others = (text for text in texts if not isinstance(text, Failure))
    return Compared((tuple(held(base, other) for other in others),))


def _named(path: str) -> files.File | Failure:
    if path == files.STANDARD_INPUT:
        return files.File(files.STANDARD_INPUT, None)
    return files.named(Path(path))


def _texts(
    file: files.File, *, content: files.Content, reader: Reader, number: int, alone: bool
) -> list[Text | Failure]:
    """Return a draft; of one that stands alone its language versions.

    Raises:
        UsageError: it has none, so that there is nothing to compare it with.
    """
    from clausecheck.check import LimitExceeded, versions

    at = Path(file.name)
    if not alone:
        return [reader.text(content, at, number=number)]
    try:
        every = versions(content.source)
    except LimitExceeded as exceeded:
        return [Failure(file.name, exceeded.kind, exceeded.message)]
    if len(every) < 2:  # noqa: PLR2004 - one is nothing to compare
        message = "a second draft is needed: this one has no two language versions to compare"
        raise click.UsageError(message)
    return [reader.text(content, at, number=number, version=version) for version in every]


def _against(options: Options, reader: Reader, wishes: internal_errors.Wishes) -> Compared:
    """Return files beside what they were.

    Raises:
        UsageError: standard input has no other state.
        ClickException: git, the repository or the commit is not there.
    """
    from clausecheck.cli.against import State
    from clausecheck.cli.git import GitError
    from clausecheck.compare import alone
    from clausecheck.compare import compare as held

    ref, paths = options["against"] or "", options["paths"]
    if files.STANDARD_INPUT in paths:
        message = "standard input, -, has no other state in git; give a path with --against"
        raise click.UsageError(message)
    try:
        pairs, failures = State(ref, options["max_bytes"], reader.exclude).pairs(paths)
    except GitError as error:
        raise click.ClickException(str(error)) from error
    failed = list(failures)
    groups, added, removed = [], [], []
    for pair in pairs:
        file = pair.file or files.File(pair.name, None)
        read = partial(_states, pair=pair, options=options, reader=reader)
        both = internal_errors.attempt(read, file, wishes)
        before, after = (both, None) if isinstance(both, Failure) else both
        wrong = [text for text in (before, after) if isinstance(text, Failure)]
        failed += wrong
        if wrong or isinstance(before, Failure) or isinstance(after, Failure):
            continue
        if before and after:
            made = held(before, after)
            if pair.renamed:
                made = evolve(made, other=evolve(made.other, renamed_from=pair.name))
            groups.append((made,))
        else:
            added += [alone(after)] if after else []
            removed += [alone(before)] if before else []
    return Compared(tuple(groups), tuple(added), tuple(removed), tuple(failed))


def _states(
    file: files.File, *, pair: Pair, options: Options, reader: Reader
) -> tuple[Text | Failure | None, Text | Failure | None]:
    """Return what a file was, and what it is; None where it is not."""
    at = Path(file.name)
    before = pair.before
    was = reader.text(before, at, number=1) if isinstance(before, files.Content) else before
    if pair.file is None:
        return was, None
    content = files.read(pair.file, options["max_bytes"])
    return was, content if isinstance(content, Failure) else reader.text(content, at, number=2)


def _publish(made: Compared, options: Options) -> None:
    """Write the report, and on standard error what could not be compared."""
    terminal.complain(made.failures, undone="not compared")
    if options["output_format"] == "json":
        from clausecheck.reporters.comparison_json import comparison_json

        terminal.write_data(comparison_json(made))
    elif options["output_format"] == "sarif":
        terminal.write_data(_sarif(made, options))
    else:
        terminal.write(_text(made, options))


def _sarif(made: Compared, options: Options) -> str:
    """Return what became of the findings, each at the path of its file in either state."""
    from clausecheck.cli.publishing import from_the_root
    from clausecheck.reporters.comparison_sarif import compared_runs
    from clausecheck.reporters.sarif import compared_sarif
    from clausecheck.rules import RULES

    runs = compared_runs(made)
    if options["against"] is not None:
        from clausecheck.cli.against import as_stored

        for states in runs.values():
            states["absent"] = as_stored(states["absent"], options["against"], options["paths"])
    placed = {
        name: {state: from_the_root(outcome) for state, outcome in states.items()}
        for name, states in runs.items()
    }
    return compared_sarif(placed, RULES)


def _text(made: Compared, options: Options) -> str:
    """Return the report for people; each reporter is imported only for its own format."""
    if options["output_format"] == "markdown":
        from clausecheck.reporters.comparison_markdown import comparison_markdown

        return comparison_markdown(made)
    if options["output_format"] == "full":
        from clausecheck.reporters.comparison_full import comparison_full as write
    else:
        from clausecheck.reporters.comparison import comparison_table as write
    color = terminal.in_color(options["color"], sys.stdout)
    width = terminal.width(sys.stdout)
    return write(made, width=width, color=color, brief=options["quiet"])
