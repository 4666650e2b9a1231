"""What a project decides about findings: which rules run, and what becomes of what they find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli.files import Patterns
from clausecheck.cli.selection import Words, named, selected, unknown_name, why_kept
from clausecheck.findings import SEVERITIES
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from clausecheck.cli.configuration import Configuration
    from clausecheck.findings import Finding, Report, Severity
    from clausecheck.rules import Rule


@frozen
class Policy:
    """Rules that run, and by their names those that are silenced or lowered."""

    rules: tuple[Rule, ...]
    unsuppressible: frozenset[str]
    """Rules that nothing silences: no lens, configuration, acceptance or baseline."""
    ignored: frozenset[str]
    severities: Mapping[str, Severity]
    per_file: tuple[tuple[Patterns, frozenset[str], Mapping[str, Severity]], ...]

    def patterns_for(self, path: str) -> list[str]:
        """Return the patterns of single files that meet a path."""
        found = [patterns for patterns, _, _ in self.per_file if patterns.match(Path(path))]
        return [pattern for patterns in found for pattern in patterns.patterns]

    def keeping(self, name: str, known: Sequence[Rule]) -> Policy:
        """Return the policy with one rule that always runs, and that nothing silences."""
        running = {name, *(rule.name for rule in self.rules)}
        rules = tuple(rule for rule in known if rule.name in running)
        return evolve(self, rules=rules, unsuppressible=self.unsuppressible | {name})

    def settle(self, report: Report) -> Report:
        """Return the report with what is suppressed marked so, and severities lowered."""
        ignored, severities = set(self.ignored), dict(self.severities)
        path = Path(report.source.name)
        for patterns, names, levels in self.per_file:
            if patterns.match(path):
                ignored |= names
                severities |= levels
        return evolve(
            report,
            findings=tuple(
                finding
                if finding.rule in self.unsuppressible
                else _settled(finding, ignored, severities)
                for finding in report.findings
            ),
        )


def _settled(
    finding: Finding, ignored: Iterable[str], severities: Mapping[str, Severity]
) -> Finding:
    lowered = severities.get(finding.rule, finding.severity)
    if SEVERITIES.index(lowered) > SEVERITIES.index(finding.severity):
        finding = evolve(finding, severity=lowered)
    if finding.rule in ignored and finding.status == "new":
        finding = evolve(finding, status="suppressed")
    return finding


def policy_of(configuration: Configuration, rules: Sequence[Rule], asked: Words) -> Policy:
    """Return what the configuration and the command line decide together.

    What is ignored on the command line does not run; what the configuration
    ignores runs, and its findings are counted as suppressed. Where both speak
    of a rule in equally close words, the command line decides.

    Raises:
        click.ClickException: a rule is not known, or cannot be silenced or raised.
    """
    said = Words(
        configuration.words("select"),
        configuration.words("extend-select"),
        configuration.words("ignore"),
    )
    for key in ("select", "extend-select", "ignore", "unsuppressible"):
        _see_that_all_are_known(configuration, configuration.words(key), rules, key)
    kept = named(configuration.words("unsuppressible"), rules)
    _see_that_none_is_kept(configuration, said.ignore, rules, kept, "ignore")
    words = Words(
        asked.select or said.select,
        (*asked.extend, *(() if asked.select else said.extend)),
        asked.ignore,
    )
    return Policy(
        selected(_in_set(configuration, rules, {*words.select, *words.extend}), words, kept),
        kept | {rule.name for rule in rules if why_kept(rule)},
        frozenset(_ignored(rules, said, {*asked.select, *asked.extend})),
        _levels(configuration, rules, kept, "severity"),
        tuple(_per_file(configuration, rules, kept)),
    )


def _in_set(
    configuration: Configuration, rules: Sequence[Rule], wanted: Collection[str]
) -> tuple[Rule, ...]:
    """Return the rules of the set that the project keeps to, and those it names besides."""
    from clausecheck.rules import LATER, RULE_SETS

    name = configuration.values.get("rule-set", RULE_SETS[-1])
    if name not in RULE_SETS:
        message = f"no rule-set is named {name!r}; there are {', '.join(RULE_SETS)}"
        raise configuration.error(message, "rule-set")
    later = RULE_SETS[RULE_SETS.index(name) + 1 :]
    return tuple(rule for rule in rules if rule.name in wanted or LATER.get(rule.name) not in later)


def _ignored(rules: Iterable[Rule], said: Words, asked: Collection[str]) -> Iterator[str]:
    """Yield the rules that the configuration ignores and nothing closer asks for."""
    for rule in rules:
        for word in (rule.name, rule.family):
            if word in said.ignore and word not in asked:
                yield rule.name
            if word in {*said.ignore, *said.select, *said.extend, *asked}:
                break


def _per_file(
    configuration: Configuration, rules: Sequence[Rule], kept: Collection[str]
) -> Iterator[tuple[Patterns, frozenset[str], Mapping[str, Severity]]]:
    for pattern, said in configuration.values.get("per-file", {}).items():
        keys = ("per-file", pattern)
        words = said.get("ignore", ())
        _see_that_all_are_known(configuration, words, rules, *keys, "ignore")
        _see_that_none_is_kept(configuration, words, rules, kept, *keys, "ignore")
        yield (
            Patterns((pattern,), configuration.folder),
            named(words, rules),
            _levels(configuration, rules, kept, *keys, "severity"),
        )


def _levels(
    configuration: Configuration, rules: Sequence[Rule], kept: Collection[str], *keys: str
) -> dict[str, Severity]:
    """Return to which severity each rule is lowered; a rule's own word outweighs its family's."""
    said: Mapping[str, Any] = configuration.values
    for key in keys:
        said = said.get(key, {})
    _see_that_all_are_known(configuration, said, rules, *keys)
    _see_that_none_is_kept(configuration, said, rules, kept, *keys)
    for rule in rules:
        level = said.get(rule.name, rule.severity)
        if SEVERITIES.index(level) < SEVERITIES.index(rule.severity):
            message = f"{rule.name} is of {rule.severity} and cannot be raised to {level}"
            raise configuration.error(message, *keys, rule.name)
    return {
        rule.name: said.get(rule.name) or said[rule.family]
        for rule in rules
        if rule.name in said or rule.family in said
    }


def _see_that_all_are_known(
    configuration: Configuration, words: Iterable[str], rules: Sequence[Rule], *keys: str
) -> None:
    for word in words:
        if unknown := unknown_name(word, rules):
            raise configuration.error(unknown, *keys)


def _see_that_none_is_kept(
    configuration: Configuration,
    words: Collection[str],
    rules: Iterable[Rule],
    kept: Collection[str],
    *keys: str,
) -> None:
    for rule in rules:
        if rule.name in words and (why := why_kept(rule, kept)):
            message = f"{rule.name} cannot be silenced: {why}"
            raise configuration.error(message, *keys)
