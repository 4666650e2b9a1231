"""A rule that says one clause is enough needs no other, so that few wordings are judged apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.safeguards import safeguards
from clausecheck.check import Settings, check, read_source
from clausecheck.model import nodes
from clausecheck.model.names import collect
from clausecheck.model.reading import Reading, read
from clausecheck.model.resolve import resolve
from clausecheck.rules import RULES, Rule
from clausecheck.rules.examples import text_of
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import load

pytestmark = pytest.mark.no_cover  # each example is judged elsewhere: measured, once is enough

VOCABULARY, _ = load()
DRAFTS = sorted((Path(__file__).parents[2] / "clauses").rglob("*.clause"))[::4]
OF_ONE_CLAUSE = [rule for rule in RULES if rule.looks_at == "clause"]


def reading_of(source: Source) -> Reading:
    declaration, _ = read_source(source)
    chosen = resolve(declaration, {})
    blocks = tuple(block for block in chosen.blocks if isinstance(block, nodes.Block))
    return read(chosen, collect(blocks, VOCABULARY), VOCABULARY)


def other_of_each_clause_alone(source: Source) -> list[str]:
    """Return the rules that say something else of the whole than of one clause after the other."""
    whole = reading_of(source)
    facts = Facts(whole, VOCABULARY)
    each = [Facts(evolve(whole, clauses=(clause,)), VOCABULARY) for clause in whole.clauses]
    other = [
        rule.name
        for rule in OF_ONE_CLAUSE
        if set(rule.judge(facts)) != {said for one in each for said in rule.judge(one)}
    ]
    alone = {found for one in each for found in safeguards(one.reading, VOCABULARY)}
    return other if alone == set(safeguards(whole, VOCABULARY)) else [*other, "safeguards"]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_rule_that_looks_at_one_clause_needs_no_other(path: Path) -> None:
    assert other_of_each_clause_alone(Source(path.name, path.read_text("utf-8"))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nor_does_it_in_an_example(rule: Rule) -> None:
    others = (other_of_each_clause_alone(text_of(each)[0]) for each in (*rule.bad, *rule.good))

    assert [names for names in others if names] == []


def test_what_another_clause_takes_back_has_a_way_back_whatever_is_open_in_it() -> None:
    draft = """\
declaration "Of the Valley"
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
clause 1
  Northland shall freeze its reactors.
  by: [90 days after signature | 60 days after signature]
  if breached: Southland may resume the sanctions suspended in 2 within 30 days.
clause 2
  Southland shall lift sanctions on coal exports.
"""
    report = check(Source("draft.clause", draft), VOCABULARY, Settings())
    states = {entry.entry: entry.state for entry in report.ledger}

    assert "return-path-closed" not in {finding.rule for finding in report.findings}
    assert (states["N28"], states["B19"]) == ("met", "met")
