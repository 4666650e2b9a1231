"""Every rule's own examples, and what all rules have in common."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import clausecheck.rules
from clausecheck.check import Settings, check
from clausecheck.findings import Finding
from clausecheck.rules import RULES, Rule
from clausecheck.rules.examples import Mark, text_of
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import load

FOLDER = Path(clausecheck.rules.__file__).parent
FILES = sorted(FOLDER.glob("*/[a-z]*.py"))
VOCABULARY, _ = load()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{kind}-{number}")
    for rule in RULES
    for kind, examples in (("bad", rule.bad), ("good", rule.good))
    for number, example in enumerate(examples, 1)
]
NO_ADVICE = {"a", "an", "consider", "it", "no", "please", "should", "that", "the", "this", "you"}
"""No line of help begins with these: it begins with what to do, or with what to type."""


def drawn(source: Source, finding: Finding) -> Mark:
    """Return the mark that shows a finding; of one that runs over lines, its first line."""
    start = source.place_of(finding.span.start)
    words = source.text[finding.span.start : finding.span.end].split("\n")[0]
    return Mark(start.line, start.column, start.column + len(words), finding.message)


@cache
def found(rule: Rule, example: str) -> tuple[Source, tuple[Finding, ...]]:
    source, _ = text_of(example)
    return source, check(source, VOCABULARY, Settings(rules=(rule,))).findings


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_what_its_example_draws_and_nothing_else(rule: Rule, example: str) -> None:
    _, marks = text_of(example)
    source, findings = found(rule, example)

    assert [drawn(source, finding) for finding in findings] == list(marks)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_bad_example_draws_a_finding_and_no_good_one_does(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert all(text_of(example)[1] for example in rule.bad)
    assert not any(text_of(example)[1] for example in rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_message_is_a_line_of_small_letters_without_a_full_stop(rule: Rule) -> None:
    for example in rule.bad:
        for finding in found(rule, example)[1]:
            for message in (finding.message, *(other.message for other in finding.related)):
                assert re.fullmatch(r"[a-z`0-9][^\n]*[^.\n]", message)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_how_serious_its_findings_may_be(rule: Rule) -> None:
    shown = {finding.severity for example in rule.bad for finding in found(rule, example)[1]}

    assert shown <= {rule.severity, *rule.at_times}


def test_a_rule_that_lowers_its_severity_says_to_what() -> None:
    unsaid = [
        path.stem
        for path in FILES
        if re.search(r"^ {8,}severity=", path.read_text("utf-8"), re.MULTILINE)
        and "at_times=" not in path.read_text("utf-8")
    ]

    assert unsaid == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_help_begins_with_what_to_do(rule: Rule) -> None:
    for example in rule.bad:
        for finding in found(rule, example)[1]:
            assert finding.help.split()[0] not in NO_ADVICE
            assert re.match(r"[a-z`]", finding.help)
            assert not finding.help.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_finds_in_one_line_and_then_why_it_matters(rule: Rule) -> None:
    first, _, rest = rule.docs.partition("\n\n")

    assert re.fullmatch(r"[A-Z\"“][^\n]*\.", first)
    assert rest
    assert rule.cites


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.lens != "neutral"], ids=lambda rule: rule.name
)
def test_an_opinion_names_its_entries_and_the_other_sides_answer(rule: Rule) -> None:
    assert rule.entries
    assert rule.answer.endswith(".")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_function_and_rule_share_one_name_and_lie_in_the_familys_folder(file: Path) -> None:
    module = import_module(f"clausecheck.rules.{file.parent.name}.{file.stem}")
    rule: Rule = getattr(module, file.stem)

    assert rule.name == file.stem.replace("_", "-")
    assert rule.judge.__name__ == file.stem
    assert rule.family == file.parent.name.replace("_", "-")


def test_the_list_of_rules_is_the_folder() -> None:
    listed = sorted(rule.name for rule in RULES)

    assert listed == sorted(file.stem.replace("_", "-") for file in FILES)


def test_a_lens_leaves_out_the_objections_of_the_other_side() -> None:
    rule = next(rule for rule in RULES if rule.lens == "sceptic")
    source, findings = found(rule, rule.bad[0])
    other = Settings(rules=(rule,), lens="advocate")

    assert findings
    assert check(source, VOCABULARY, evolve(other, lens="sceptic")).findings == findings
    assert check(source, VOCABULARY, other).findings == ()


def test_the_rules_whose_acceptance_needs_an_owner_are_rules() -> None:
    module = import_module("clausecheck.rules.vagueness.ambiguity_without_owner")

    assert {rule.name for rule in RULES} >= module.OPEN | module.ORDER_OR_PROOF
    assert set() == module.OPEN & module.ORDER_OR_PROOF
