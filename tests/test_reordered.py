"""Where in the file a clause stands changes nothing of what is told of a text."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.check import Settings, check
from clausecheck.rules import RULES
from clausecheck.rules.examples import text_of
from clausecheck.source import Source, Span
from tests.analyses.texts import VOCABULARY

pytestmark = pytest.mark.no_cover  # what is turned round is measured as it stands elsewhere

CLAUSES = sorted((Path(__file__).parents[1] / "clauses").glob("**/*.clause"))
EXAMPLES = [
    pytest.param(example, id=f"{rule.name} {number}")
    for rule in RULES
    if rule.family in {"consistency", "sequence", "reciprocity"}
    for number, example in enumerate(rule.bad)
    if example.count("clause ") > 1
]


def rows_of(text: str) -> list[list[str]]:
    """Return the clauses that stand in a row, row by row, and each other block by itself."""
    rows: list[list[str]] = []
    for line in text.rstrip("\n").split("\n"):
        begins = line.startswith("clause ")
        goes_on = line[:1].isspace() or not line
        if rows and goes_on:
            rows[-1][-1] += line + "\n"
        elif rows and begins and rows[-1][-1].startswith("clause "):
            rows[-1].append(line + "\n")
        else:
            rows.append([line + "\n"])
    return rows


def turned_round(text: str) -> str:
    return "".join("".join(reversed(row)) for row in rows_of(text))


def told(text: str) -> Counter[tuple[object, ...]]:
    """Return all that is told of a text, each finding with the words at its places."""
    source = Source("valley.clause", text)
    report = check(source, VOCABULARY, Settings())

    def words(at: Span) -> str:
        return source.text[at.start : at.end]

    return Counter(
        [
            *(
                (
                    each.rule,
                    each.severity,
                    each.clause,
                    each.message,
                    each.help,
                    words(each.span),
                    *((one.clause, one.message, words(one.at)) for one in each.related),
                )
                for each in report.findings
            ),
            *((each.question, each.stance, each.clauses) for each in report.stances),
            *((each.entry, each.state, each.raised_by, each.met_by) for each in report.ledger),
            *((each.name, each.clauses) for each in report.clashes),
        ]
    )


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_a_real_text_is_told_alike_from_its_last_clause_to_its_first(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert told(turned_round(text)) == told(text)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_fault_is_told_alike_whichever_clause_stands_first(example: str) -> None:
    text = text_of(example)[0].text

    assert told(turned_round(text)) == told(text)


WHO = ("Northland", "Southland", "Northland and Southland", "Any party")
HOW = ("shall", "shall not", "may", "need not", "should")
WHAT = (
    "open the border", "close the border", "test missiles", "suspend missile tests",
    "withdraw 10 tanks", "withdraw all of its tanks", "maintain at least 5 tanks",
)  # fmt: skip
LINES = (
    "", "by: 2027-06-01", "until: 2028-01-01", "for: 2 years", 'if: "there is peace"',
    "after: 3 is complete", "subject to: 2", "exception to: 1", "in return for: 1",
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(*map(st.sampled_from, (WHO, HOW, WHAT, LINES))), min_size=4, max_size=8),
    st.randoms(use_true_random=False),
)
def test_a_text_of_any_clauses_is_told_alike_in_any_order(
    drawn: list[tuple[str, str, str, str]], chance: random.Random
) -> None:
    head = text_of("clause 1\n  Northland shall leave.")[0].text.split("clause ")[0]
    clauses = [
        f"clause {number}\n  {who} {how} {what}.\n  {line}\n"
        for number, (who, how, what, line) in enumerate(drawn, 1)
    ]
    others = chance.sample(clauses, len(clauses))

    assert told(head + "".join(others)) == told(head + "".join(clauses))


def test_what_choices_bring_about_is_told_alike_in_any_order() -> None:
    head = text_of("clause 1\n  Northland shall leave.")[0].text.split("clause ")[0]
    clauses = [
        f"clause {number}\n  Northland [shall | shall not] open the border.\n"
        for number in range(1, 5)
    ]

    assert told(head + "".join(reversed(clauses))) == told(head + "".join(clauses))
