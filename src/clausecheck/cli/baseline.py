"""`clausecheck baseline`: what was found before a project began to be checked, set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from clausecheck.cli import baselines, files, internal_errors, terminal
from clausecheck.cli.checking import Checker
from clausecheck.cli.configuration import configuration_of
from clausecheck.cli.options import (
    CheckOptions,
    FileOptions,
    PackOptions,
    VocabularyOptions,
    WorkOptions,
    a_file,
    file_options,
    pack_option,
    quiet_option,
    starts,
    vocabulary_options,
    work_options,
)
from clausecheck.cli.searching import search_of
from clausecheck.reporters.escaping import visible
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from typing import Unpack

    from clausecheck.cli.baselines import Baseline, Entry
    from clausecheck.findings import Report

Command = TypeVar("Command", bound="Callable[..., object]")

_SETTINGS = {"help_option_names": ["-h", "--help"]}


class _Named(TypedDict):
    baseline: str | None


class Options(FileOptions, VocabularyOptions, PackOptions, WorkOptions, _Named):
    """All that can be asked of each of them."""


@frozen
class _State:
    """The baseline as it is, what is found, and which entries nothing meets."""

    baseline: Baseline
    reports: list[Report]
    checker: Checker
    stale: Counter[Entry]


def _options(command: Command) -> Command:
    named = click.option(
        "--baseline",
        metavar="FILE",
        shell_complete=a_file,
        help=f"The file.  [default: what the configuration names, or {baselines.FILE}]",
    )
    for add in (
        internal_errors.traceback_option,
        quiet_option("Say nothing but what is wrong."),
        work_options,
        file_options,
        vocabulary_options,
        pack_option,
        named,
    ):
        command = add(command)
    return command


@click.group(context_settings=_SETTINGS)
@internal_errors.traceback_option
def baseline() -> None:
    """Set apart what was found before, so that only what is new counts.

    \b
    clausecheck baseline write    set apart everything that is found now
    clausecheck baseline check    see that nothing is set apart in vain
    clausecheck baseline prune    take out what nothing meets any more

    `clausecheck lint` takes the file that the configuration names as `baseline`,
    or --baseline. An entry is told by rule, file, clause and words, so that lines
    may move; only `write` adds any.
    """  # noqa: D301 - click reads the mark


@baseline.command(context_settings=_SETTINGS)
@_options
@click.pass_obj
def write(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Set apart everything that is found now in the files that are named.

    What is set apart in other files stays. What nothing may silence, as a line
    that cannot be read, is not set apart. Exits with 2, and writes nothing,
    where a file cannot be checked.
    """
    state = _state(wishes, options, new=True)
    if state is None:
        return 2
    after = baselines.all_of(state.baseline, state.reports, state.checker.policy.unsuppressible)
    added, gone = after.entries - state.baseline.entries, state.baseline.entries - after.entries
    _write(after)
    counts = f"{after.entries.total()} set apart; {added.total()} added, {gone.total()} taken out"
    _say(after, counts, options)
    left = sum(
        finding.rule in state.checker.policy.unsuppressible and finding.status == "new"
        for report in state.reports
        for finding in report.findings
    )
    if left:
        terminal.notice(f"not set apart, as nothing may silence them: {left}")
    return 0


@baseline.command(context_settings=_SETTINGS)
@_options
@click.pass_obj
def prune(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """Take out what nothing meets any more, and add nothing.

    Exits with 2, and writes nothing, where a file cannot be checked.
    """
    state = _state(wishes, options)
    if state is None:
        return 2
    after = baselines.Baseline(state.baseline.path, state.baseline.entries - state.stale)
    if state.stale:
        _write(after)
    _say(after, f"{after.entries.total()} set apart; {state.stale.total()} taken out", options)
    return 0


@baseline.command(context_settings=_SETTINGS)
@_options
@click.pass_obj
def check(wishes: internal_errors.Wishes, **options: Unpack[Options]) -> int:
    """See that nothing is set apart in vain; change nothing.

    Exits with 0 where every entry is met, 1 where one is not, and 2 where a
    file cannot be checked.
    """
    state = _state(wishes, options)
    if state is None:
        return 2
    for entry, count in sorted(state.stale.items(), key=str):
        times = f" ({count} times)" if count > 1 else ""
        terminal.write(f"nothing meets {visible(str(entry))}{times}\n")
    if state.stale:
        terminal.notice("`clausecheck baseline prune` takes them out")
        return 1
    _say(state.baseline, f"{state.baseline.entries.total()} set apart, each of them met", options)
    return 0


def _state(wishes: internal_errors.Wishes, options: Options, *, new: bool = False) -> _State | None:
    """Return what there is; None, with the reasons told, where a file could not be checked."""
    configuration = configuration_of(options, starts(options))
    path = baselines.path_of(options["baseline"], configuration)
    known = baselines.Baseline(path) if new and not path.exists() else baselines.read(path)
    found, failures = files.find(search_of(options, configuration))
    asked: CheckOptions = {
        **options,
        "select": (),
        "extend_select": (),
        "ignore": (),
        "lens": None,
        "no_accept": False,
        "as_of": None,
        "trust": None,
        "choose": (),
        "final": False,
    }
    checker = Checker(asked, configuration, with_ledger=False)
    reports, failed = checker.all(found, wishes)
    if failures or failed:
        terminal.complain([*failures, *failed])
        return None
    kept = checker.policy.unsuppressible
    _, left = baselines.set_apart(known, reports, kept)
    return _State(known, reports, checker, baselines.stale(known, left, reports, checker.idle))


def _write(after: Baseline) -> None:
    from clausecheck.cli.writing import why_not, write_whole

    why = files.led_astray(after.path)
    if what := files.name_says(after.path):
        why = f"it is the name of {what}"
    if why:
        message = f"cannot write {after.path}: {why}"
        raise click.ClickException(message)
    try:
        write_whole(after.path, baselines.written(after).encode())
    except OSError as error:
        message = f"cannot write {after.path}: {why_not(after.path, error)}"
        raise click.ClickException(message) from error


def _say(about: Baseline, text: str, options: Options) -> None:
    if not options["quiet"]:
        terminal.write(f"{visible(about.path.as_posix())}: {text}\n")
