"""What `clausecheck lint` does: files found, checked and reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli import files, terminal
from clausecheck.cli.checking import Checker, without_known
from clausecheck.cli.configuration import configuration_of, start_of
from clausecheck.cli.options import starts
from clausecheck.cli.publishing import (
    asks_for_ledger,
    publish,
    publish_failure,
    see_that_nothing_is_lost,
)
from clausecheck.cli.searching import excluded, search_of
from clausecheck.cli.trees import Disk, tree_of
from clausecheck.findings import SEVERITIES, Failure, Notice, Outcome
from clausecheck.reporters.escaping import visible
from clausecheck.values import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.files import File
    from clausecheck.cli.internal_errors import Wishes
    from clausecheck.cli.lint_options import Options, Order
    from clausecheck.cli.trees import Tree
    from clausecheck.cli.unchanged import Question
    from clausecheck.findings import Finding, Report, Severity


def answer(options: Options, wishes: Wishes, question: Question | None = None) -> int:
    """Do what is asked for and return the exit status.

    What was said is kept with the `question`, for when it is asked again.
    """
    try:
        return _run(options, wishes, question)
    except Exception as error:
        if not options["show_files"]:
            publish_failure(error, options)
        raise


def _named(options: Options) -> list[Path]:
    """Return what the command line names to be read."""
    settings = (options["config"], options["baseline"], *options["vocabulary"])
    return [Path(name) for name in (*options["paths"], *settings) if name]


def _configured(configuration: Configuration) -> list[Path]:
    """Return what the configuration names to be read."""
    values = configuration.values
    names = (*values.get("vocabulary", ()), *([values["baseline"]] if "baseline" in values else []))
    return [configuration.path_of(name) for name in names]


def _run(options: Options, wishes: Wishes, question: Question | None) -> int:
    see_that_nothing_is_lost(options, _named(options))
    paths = starts(options)
    tree = tree_of(options["trust"], start_of((*paths, ".")[0]))
    configuration = configuration_of(options, paths, tree)
    see_that_nothing_is_lost(options, _configured(configuration))
    folders: list[Path] = []
    found, failures = files.find(search_of(options, configuration), folders)
    if options["show_files"]:
        return _list_files(found, failures)
    checker = Checker(options, configuration, tree, with_ledger=asks_for_ledger(options))
    notices = _alterations(tree, configuration, options, paths)
    if not isinstance(tree, Disk):
        from clausecheck.cli.trust import moves

        exclude = excluded(options, configuration)
        notices += moves(tree, found, exclude, checker.policy, paths)
    reports, failed = checker.all(found, wishes)
    reports, unmet = without_known(reports, options["baseline"], configuration, checker)
    outcome = _outcome(
        [_sorted(report, options["sort"]) for report in reports],
        [*failures, *failed, *unmet],
        _level(options, configuration),
        options,
    )
    outcome = evolve(outcome, notices=(*notices, *outcome.notices))
    said: list[tuple[bool, str]] = []
    status = publish(outcome, options, lambda: checker.rules, said)
    # What is set apart hangs on files that are not checked, too: whether they are still there.
    apart = options["baseline"] or "baseline" in configuration.values
    if question and not (outcome.failures or apart or checker.looked_elsewhere):
        looked_at = [file.path for file in found if file.path]
        beside = [*_named(options), *_configured(configuration)]
        question.keep(status, said, [*looked_at, *folders, *beside], map(start_of, paths or (".",)))
    return status


def _alterations(
    tree: Tree, configuration: Configuration, options: Options, paths: Sequence[str]
) -> list[Notice]:
    """Return how the change alters what decides about it, where a commit is trusted instead."""
    if isinstance(tree, Disk):
        return []
    from clausecheck.cli.trust import alterations

    return list(alterations(tree, configuration, options, paths))


def _list_files(found: Sequence[File], failures: Sequence[Failure]) -> int:
    terminal.write("".join(f"{visible(file.name)}\n" for file in found))
    terminal.complain(failures)
    return 2 if failures else 0


def _level(options: Options, configuration: Configuration) -> Severity | None:
    """Return the severity from which on findings count; None where none does."""
    level = options["fail_level"] or configuration.values.get("fail-level", "warning")
    return None if level == "never" else level


def _sorted(report: Report, order: Order) -> Report:
    def place(finding: Finding) -> tuple[int, int, str]:
        return finding.span.start, finding.span.end, finding.rule

    findings = sorted(report.findings, key=place)
    if order == "severity":
        findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    return evolve(report, findings=tuple(findings))


def _outcome(
    reports: Sequence[Report],
    failures: Sequence[Failure],
    level: Severity | None,
    options: Options,
) -> Outcome:
    findings = [finding for report in reports for finding in report.findings]
    new = [finding.severity for finding in findings if finding.status == "new"]
    statuses = [finding.status for finding in findings]
    counts: dict[str, int] = {severity: new.count(severity) for severity in SEVERITIES}
    for kind in ("accepted", "suppressed", "baselined"):
        counts[kind] = statuses.count(kind)
    status = 2 if failures else int(not options["exit_zero"] and _reaches(level, new))
    ordered = sorted(failures, key=lambda failure: failure.path)
    notices = [
        Notice(report.source.name, notice) for report in reports for notice in report.notices
    ]
    names = {*(report.source.name for report in reports), *(each.path for each in failures)}
    notices += [Notice(name, _NOT_UTF_8) for name in sorted(names) if not _is_utf_8(name)]
    return Outcome(tuple(reports), tuple(ordered), status, counts, level, tuple(notices))


_NOT_UTF_8 = r"the file's name is not UTF-8: each byte that is not is shown as in `\xff`"


def _is_utf_8(name: str) -> bool:
    """Tell whether a name can be written as it is; Python keeps the bytes of one that cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _reaches(level: Severity | None, new: Sequence[Severity]) -> bool:
    serious = SEVERITIES[: SEVERITIES.index(level) + 1] if level else ()
    return any(severity in serious for severity in new)
