"""What is remembered of a clause from one text to the next is what it is in each."""

from __future__ import annotations

from itertools import product

from clausecheck.analyses.facts import Facts
from clausecheck.model import nodes
from clausecheck.model.decisions import choices_of
from clausecheck.model.names import collect
from clausecheck.model.reading import read
from clausecheck.model.resolve import resolve
from tests.rolling.test_text import VOCABULARY, rolling

DRAFT = """\
declaration "Of the Valley"
  form: treaty
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
clause 1
  Northland shall withdraw [10 | 20] tanks from the valley.
  by: [30 days after signature | 6 months after 2 is complete]
[
clause 2
  Southland shall open the road.
  on: [2027-01-31 | 2027-03-31]
|
clause 5
  Southland shall open the road.
  on: 2027-01-31
]
clause 3
  Northland shall withdraw 10 tanks from the valley.
  by: 1 month after signature
  subject to: 2
clause 4
  Northland shall keep [at least 5] tanks in the valley.
"""


def test_each_text_has_the_norms_and_the_timetable_that_it_has_when_it_is_read_alone() -> None:
    text = rolling(DRAFT)
    seen = set()

    for assignment in product(*map(range, text.sizes)):
        chosen = resolve(text.declaration, choices_of(text.decisions, assignment))
        blocks = tuple(block for block in chosen.blocks if isinstance(block, nodes.Block))
        alone = Facts(read(chosen, collect(blocks, VOCABULARY), VOCABULARY), VOCABULARY)
        told = said(text.facts(assignment))

        assert told == said(alone)
        seen.add(told)

    assert len(seen) == 2 * 2 * (2 + 1) * 2  # each choice tells


def said(facts: Facts) -> tuple[object, ...]:
    return (
        tuple(
            (norm.number, norm.words, norm.kind, norm.ranked, norm.under) for norm in facts.norms
        ),
        facts.schedule.limits,
        tuple(facts.schedule.reckoner.known.items()),
        tuple((each.norm.number, each.other.number, each.what) for each in facts.doubles),
    )
