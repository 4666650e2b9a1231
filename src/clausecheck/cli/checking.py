"""Files in, reports out: kept ones where nothing has changed; for the others the rules are run."""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli import cache, files, internal_errors, jobs, keeping, terminal
from clausecheck.cli.options import listed
from clausecheck.cli.packs import all_rules
from clausecheck.cli.paths import project_root
from clausecheck.cli.trees import DISK, Disk
from clausecheck.cli.vocabularies import vocabulary_from, vocabulary_texts
from clausecheck.findings import UNRESOLVED, Failure, Report
from clausecheck.reporters.escaping import visible
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from clausecheck.check import Settings
    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.files import Content, File
    from clausecheck.cli.options import CheckOptions
    from clausecheck.cli.policy import Policy
    from clausecheck.cli.trees import Tree
    from clausecheck.cli.vocabularies import Texts
    from clausecheck.findings import Finding
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.rules import Rule
    from clausecheck.source import Source
    from clausecheck.vocabulary import Vocabulary

_WITHOUT_EFFECT = frozenset(
    "paths exclude force_exclude stdin_filename allow_empty color quiet output_format show"
    " statistics sort fail_level exit_zero show_files baseline jobs no_cache cache_dir"
    " max_findings".split()
)
"""Options on which no report depends; each depends on all others."""

_FROM_ELSEWHERE = ("rule_pack", "trust")
"""Options whose names stay while what they name may change: under them nothing is kept."""


@frozen
class _Task:
    """A file to check: what it holds, and the key under which its report is kept, if any is."""

    file: File
    content: Content
    key: str


class Checker:
    """What checks files as the options and the configuration ask for.

    What that takes is made when it is first needed: where every report is kept, no rule is loaded.
    """

    def __init__(
        self,
        options: CheckOptions,
        configuration: Configuration,
        tree: Tree = DISK,
        *,
        with_ledger: bool = True,
    ) -> None:
        """Take what is asked for; the ledger is longer than the rest of a report, so ask at need.

        What counts is what stands in the tree, which may be a commit.

        Raises:
            click.ClickException: a file of terms cannot be read.
        """
        self._options = options
        self._configuration = configuration
        self._with_ledger = with_ledger
        self._limit = options["max_bytes"]
        self.tree = tree
        self.looked_elsewhere = False
        """Whether what is found in a file depended on another file."""
        self._texts: Texts = vocabulary_texts(options, self._limit, configuration, tree)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All the rules there are, be they to run or not."""
        return all_rules(self._options["rule_pack"])

    @cached_property
    def policy(self) -> Policy:
        """Which rules run, and what becomes of what they find.

        In a text to be signed no option and no baseline silences that a bracket is open.
        """
        asked = self._asked_policy
        return asked.keeping(UNRESOLVED, self.rules) if self._options["final"] else asked

    @cached_property
    def _asked_policy(self) -> Policy:
        from clausecheck.cli.policy import policy_of
        from clausecheck.cli.selection import Words

        said = ("select", "extend_select", "ignore")
        asked = Words(*(listed(self._options[name]) for name in said))  # type: ignore[literal-required]
        return policy_of(self._configuration, self.rules, asked)

    @cached_property
    def idle(self) -> frozenset[str]:
        """Rules that exist and do not run as they always do, by their names."""
        running = {rule.name for rule in self.policy.rules if self._settings.counts(rule)}
        if self._options["final"]:
            running -= {UNRESOLVED}
        return frozenset(rule.name for rule in self.rules) - running

    @cached_property
    def _settings(self) -> Settings:
        from clausecheck.check import Settings

        lens = self._options["lens"] or self._configuration.values.get("lens", "both")
        settings = Settings(
            rules=self.policy.rules,
            lens=None if lens == "both" else lens,
            accept=not self._options["no_accept"],
            unsuppressible=self._asked_policy.unsuppressible,
            choose=self._options["choose"],
            final=self._options["final"],
            ledger=self._with_ledger,
        )
        as_of = self._options["as_of"]
        return evolve(settings, today=as_of) if as_of else settings

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return vocabulary_from(self._texts)

    @cached_property
    def _others(self) -> OtherTexts:
        from clausecheck.cli.other_texts import Folders
        from clausecheck.model.other_texts import OtherTexts

        return OtherTexts(Folders(self._limit))

    def all(
        self, found: Sequence[File], wishes: internal_errors.Wishes
    ) -> tuple[list[Report], list[Failure]]:
        """Return the reports in the order of the files, and what could not be checked.

        Raises:
            click.ClickException: what is asked for is not known or says something wrong.
        """
        kept = self._cache()
        known: dict[File, Report | Failure] = {}
        tasks: list[_Task] = []
        for file in found:
            content = files.read(file, self._limit)
            if isinstance(content, Failure):
                known[file] = content
                continue
            task = _Task(file, content, self._key(file, content) if kept else "")
            report = _kept(task, kept)
            if report:
                known[file] = report
            else:
                tasks.append(task)
        if tasks or not any(isinstance(each, Report) for each in known.values()):
            # Where a report is kept, what is asked for was sound; here it is still to be seen, and
            # what is made now is there in every process.
            _ = self._settings, self._vocabulary
        fresh = self._fresh(tasks, kept, wishes)
        watched = terminal.watched(fresh, count=len(tasks), quiet=self._options["quiet"])
        every = (known[file] if file in known else next(watched) for file in found)
        done = list(self._as_many_as_may_be(found, every))
        if kept:
            kept.save()
        reports = [each for each in done if not isinstance(each, Failure)]
        return reports, [each for each in done if isinstance(each, Failure)]

    def _as_many_as_may_be(
        self, found: Sequence[File], every: Iterator[Report | Failure]
    ) -> Iterator[Report | Failure]:
        """Yield what becomes of each file, until there are more findings than a run may have.

        From then on no file is checked, and each is said not to be.
        """
        most = self._options["max_findings"]
        message = f"more than {most:,} findings in all files, the limit (--max-findings)"
        count = 0
        for at, each in enumerate(every):
            count += len(each.findings) if isinstance(each, Report) else 0
            if count > most:
                left = (Failure(file.name, "too-many-findings", message) for file in found[at:])
                yield from left
                return
            yield each

    def _cache(self) -> cache.Cache | None:
        """Return what is kept of the project here; None where nothing is to be kept, or can be."""
        unsure = any(self._options.get(name) for name in _FROM_ELSEWHERE)
        if self._options["no_cache"] or unsure:
            return None
        folder = self._options["cache_dir"]
        try:
            base = folder or keeping.default_folder()
        except RuntimeError:
            return None
        found = cache.opened(base, project_root(Path.cwd()))
        if folder and found is None:
            why = "it cannot be made, is not yours, is open to others, or lies in the repository"
            terminal.notice(f"nothing is kept in {visible(str(folder))}: {why}")
        return found

    def _key(self, file: File, content: Content) -> str:
        """Return what stands for all that a file's report depends on.

        The day matters only to an acceptance that ends.
        """
        day = time.strftime("%Y-%m-%d") if b"expires" in content.raw else ""
        return keeping.key_of(self._basis, file.name, day, content.raw)

    @cached_property
    def _basis(self) -> str:
        """What stands for all that reports depend on, beside the files."""
        options, said = self._options, self._configuration
        asked = sorted(each for each in options.items() if each[0] not in _WITHOUT_EFFECT)
        configured = (said.name, str(said.folder), said.text)
        return keeping.key_of(keeping.program(), asked, configured, self._texts, self._with_ledger)

    def _fresh(
        self, tasks: Sequence[_Task], kept: cache.Cache | None, wishes: internal_errors.Wishes
    ) -> Iterator[Report | Failure]:
        """Return what gives what checking makes of each task, in their order."""
        # Numbers, for what is handed to another process is copied, and it has the tasks already.
        results = jobs.each(
            lambda at: self._one(tasks[at], wishes),
            range(len(tasks)),
            size=lambda at: len(tasks[at].content.raw),
            jobs=self._options["jobs"] or jobs.processors(),
        )
        return (self._made(*each, kept) for each in zip(tasks, results, strict=True))

    def _made(
        self, task: _Task, made: tuple[Report | Failure, bool], kept: cache.Cache | None
    ) -> Report | Failure:
        """Return what was made of a task, and keep it where no other file decides it."""
        result, alone = made
        self.looked_elsewhere |= not alone
        if kept and alone and task.file.path and isinstance(result, Report):
            kept.put(result, task.file.path, task.key)
        return result

    def _one(self, task: _Task, wishes: internal_errors.Wishes) -> tuple[Report | Failure, bool]:
        """Return what is found in one file, and whether it depends on that file alone."""
        from clausecheck.cli.other_texts import folder_of

        look_up, named = self._others.near(folder_of(task.file)), set[str]()

        def numbers(name: str) -> Collection[str] | str:
            named.add(name)
            return look_up(name)

        def report(file: File) -> Report | Failure:
            from clausecheck.check import LimitExceeded, UnknownChoice, check

            settings = evolve(self._settings, lookup=numbers, stood=self._stood(file))
            try:
                made = check(task.content.source, self._vocabulary, settings)
            except LimitExceeded as exceeded:
                return Failure(file.name, exceeded.kind, exceeded.message)
            except UnknownChoice as unknown:
                return Failure(file.name, "unknown-choice", str(unknown))
            settled = self.policy.settle(made)
            return settled if self._with_ledger else evolve(settled, ledger=(), clashes=())

        return internal_errors.attempt(report, task.file, wishes), not named

    def with_changes_told(self, report: Report) -> Report:
        """Return the report with a notice for each changed clause of which anything is set apart.

        The words that are found may stand while those around them put another under the duty.
        """
        from clausecheck.check import changed_clauses

        apart = [each for each in report.findings if each.status == "baselined"]
        stood = self._trusted(files.resolved(Path(report.source.name)))
        if not apart or stood is None or stood.text == report.source.text:
            return report
        changed = changed_clauses(stood, report.source, (each.clause for each in apart))
        told = (_change(clause, apart) for clause in changed)
        return evolve(report, notices=(*report.notices, *told))

    def _stood(self, file: File) -> Source | None:
        """Return the draft as it is trusted; None where it is trusted as it is."""
        return self._trusted(file.path or Path(file.name))

    def _trusted(self, path: Path) -> Source | None:
        if isinstance(self.tree, Disk):
            return None
        return self.tree.stood(path, self._limit)


def _change(clause: str | None, apart: Sequence[Finding]) -> str:
    """Return what to say of a clause that has changed, and of what is set apart in it."""
    names = ", ".join(sorted({each.rule for each in apart if each.clause == clause}))
    where = "the text outside of the clauses" if clause is None else f"clause {clause}"
    return f"{where} has changed, and what was found there before stays set apart: {names}"


def _kept(task: _Task, kept: cache.Cache | None) -> Report | None:
    if kept is None or task.file.path is None:
        return None
    return kept.get(task.content.source, task.file.path, task.key)


def without_known(
    reports: list[Report],
    named: str | None,
    configuration: Configuration,
    checker: Checker,
) -> tuple[list[Report], list[Failure]]:
    """Return the reports with what was known before set apart, and a failure for what is stale."""
    if named is None and "baseline" not in configuration.values:
        return reports, []
    from clausecheck.cli import baselines

    path = baselines.path_of(named, configuration)
    trusted = not isinstance(checker.tree, Disk)
    if not trusted:
        baseline = baselines.read(path)
    else:  # a change may take entries out, and add none
        there, here = (baselines.there(path, each) for each in (checker.tree, DISK))
        baseline = baselines.Baseline(path, there.entries & here.entries)
    done, left = baselines.set_apart(baseline, reports, checker.policy.unsuppressible)
    if trusted:
        done = [checker.with_changes_told(report) for report in done]
    stale = baselines.stale(baseline, left, done, checker.idle)
    return done, [baselines.stale_failure(baseline, stale)] if stale else []
