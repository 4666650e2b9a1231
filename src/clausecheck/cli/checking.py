"""Files in, reports out: the rules, the words and the acceptances that a run asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from clausecheck.cli import files, internal_errors, terminal
from clausecheck.cli.options import FileOptions, VocabularyOptions, listed
from clausecheck.cli.packs import PackOptions, all_rules
from clausecheck.findings import Failure
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from clausecheck.check import Settings
    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.files import File
    from clausecheck.cli.policy import Policy
    from clausecheck.findings import Report
    from clausecheck.model.other_texts import OtherTexts
    from clausecheck.rules import Rule
    from clausecheck.vocabulary import Vocabulary


class CheckOptions(FileOptions, VocabularyOptions, PackOptions):
    """Which files are checked, by which rules and with which words."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    lens: Literal["sceptic", "advocate", "both"] | None
    no_accept: bool
    as_of: datetime.date | None
    baseline: str | None


@frozen
class Checker:
    """What checks one file after the other."""

    policy: Policy
    settings: Settings
    vocabulary: Vocabulary
    others: OtherTexts
    limit: int
    """The most bytes that a file may have."""
    rules: tuple[Rule, ...]
    """All there are, be they to run or not."""
    idle: frozenset[str]
    """Rules that exist and do not run."""

    def all(
        self, found: Sequence[File], wishes: internal_errors.Wishes, *, quiet: bool
    ) -> tuple[list[Report], list[Failure]]:
        """Return the reports in the order of the files, and what could not be checked."""
        done = [
            internal_errors.attempt(self.one, file, wishes)
            for file in terminal.watched(found, quiet=quiet)
        ]
        reports = [item for item in done if not isinstance(item, Failure)]
        return reports, [item for item in done if isinstance(item, Failure)]

    def one(self, file: File) -> Report | Failure:
        """Return what is found in one file, or why it could not be checked."""
        from clausecheck.check import LimitExceeded, check
        from clausecheck.cli.other_texts import folder_of

        content = files.read(file, self.limit)
        if isinstance(content, Failure):
            return content
        try:
            lookup = self.others.near(folder_of(file))
            settings = evolve(self.settings, lookup=lookup)
            report = check(content.source, self.vocabulary, settings)
        except LimitExceeded as exceeded:
            return Failure(file.name, exceeded.kind, exceeded.message)
        return self.policy.settle(report)


def checker_of(options: CheckOptions, configuration: Configuration) -> Checker:
    """Return what checks the files, as the options and the configuration ask for."""
    from clausecheck.check import Settings, counts
    from clausecheck.cli.other_texts import Folders
    from clausecheck.cli.policy import policy_of
    from clausecheck.cli.selection import Words
    from clausecheck.cli.vocabularies import vocabulary_of
    from clausecheck.model.other_texts import OtherTexts

    asked = Words(
        listed(options["select"]), listed(options["extend_select"]), listed(options["ignore"])
    )
    rules = all_rules(options["rule_pack"])
    policy = policy_of(configuration, rules, asked)
    lens = options["lens"] or configuration.values.get("lens", "both")
    settings = Settings(
        rules=policy.rules,
        lens=None if lens == "both" else lens,
        accept=not options["no_accept"],
        unsuppressible=policy.unsuppressible,
    )
    if options["as_of"]:
        settings = evolve(settings, today=options["as_of"])
    limit = options["max_bytes"]
    return Checker(
        policy,
        settings,
        vocabulary_of(options, limit, configuration),
        OtherTexts(Folders(limit)),
        limit,
        rules,
        idle=frozenset(rule.name for rule in rules)
        - {rule.name for rule in policy.rules if counts(rule, settings)},
    )


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

    baseline = baselines.read(baselines.path_of(named, configuration))
    done, left = baselines.set_apart(baseline, reports, checker.policy.unsuppressible)
    stale = baselines.stale(baseline, left, done, checker.idle)
    return done, [baselines.stale_failure(baseline, stale)] if stale else []
