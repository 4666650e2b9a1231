"""What is found in a text is never about an objection that, by its ledger, the text does not open."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.check import Settings, check
from clausecheck.rules import RULES, Rule
from clausecheck.rules.examples import text_of
from clausecheck.source import Source
from clausecheck.vocabulary import load

pytestmark = pytest.mark.no_cover  # every example is judged elsewhere: measured, once is enough

VOCABULARY, _ = load()
DRAFTS = sorted((Path(__file__).parents[2] / "clauses").rglob("*.clause"))


def denied(source: Source) -> list[tuple[str, str]]:
    """Return what is found or accepted, by rule and entry, and called not applicable."""
    report = check(source, VOCABULARY, Settings())
    states = {entry.entry: entry.state for entry in report.ledger}
    return [
        (finding.rule, entry)
        for finding in report.findings
        for entry in finding.entries
        if states[entry] == "not applicable"
    ]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_no_draft_is_told_that_an_objection_found_in_it_does_not_apply(draft: Path) -> None:
    assert denied(Source(draft.name, draft.read_text("utf-8"))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nor_is_an_example(rule: Rule) -> None:
    """Of the good ones, in which little is found, some are enough."""
    examples = (*rule.bad, *rule.good[::4])

    assert [denied(text_of(example)[0]) for example in examples] == [[] for _ in examples]
