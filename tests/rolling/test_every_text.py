"""Rolling texts as negotiators write them, each held against every text that is to be had from it."""

from __future__ import annotations

import pytest

from clausecheck.alternatives import alternatives
from clausecheck.model.decisions import resolutions
from clausecheck.source import Source
from tests.rolling.test_text import VOCABULARY, agrees, rolling
from tests.test_alternatives import SETTINGS, brute

pytestmark = pytest.mark.no_cover  # each is many texts, and measured they would take twice as long

HEAD = """\
declaration "Of the Valley"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""
TEXTS = {
    "a bracket in a bracket": (
        "clause 1\n  Northland shall [freeze [half of | all] {Northland} | dismantle] its reactors.\n",
        3,
    ),
    "three deep, with who proposes what": (
        ("clause 1\n  Westland shall withdraw [8,500 {Westland} | [half of | [nearly] all] {Northland}]"
        " of its troops from Southland.\n"),
        4,
    ),
    "brackets in labels": (
        ("clause 1\n  Northland shall freeze its reactors.\n"
        '  by: ["at an early date" {Northland} | 60 days after signature {Westland}]\n'
        "  verified by: [IAEA using on-site inspection, every 30 days | the other party]\n"),
        4,
    ),
    "labels in brackets, one within another": (
        ("clause 1\n  Northland shall freeze its reactors.\n"
        "  [verified by: [IAEA using on-site inspection, every 30 days | the other party]]\n"
        "  [if breached: Westland may resume its sanctions.]\n"),
        6,
    ),
    "a bracket in the head": (
        "clause 1\n  All parties declare that the state of war is ended.\n",
        4,
    ),
    "a name that only one side declares": (
        ('[\nbody JRC "Joint Road Commission"\n  members: Northland, Southland\n] {Southland}\n'
        "clause 1\n  Southland shall open the road.\n  [verified by: JRC]\n"),
        4,
    ),
    "whole clauses that wait for each other": (
        ("[\nclause 1\n  Northland shall freeze its reactors.\n  after: 2 is complete\n] {Northland}\n"
        "[\nclause 2\n  Southland shall open the road.\n  [after: 1 is complete]\n] {Southland}\n"),
        6,
    ),
    "two proposals of a whole clause": (
        ("[\nclause 1\n  Northland shall freeze its reactors.\n|\nclause 1\n"
        "  Northland may freeze its reactors.\n] {Northland}\n"
        "clause 2\n  Westland shall lift sanctions on Northland.\n  [in return for: 1]\n"),
        4,
    ),
    "a package across clauses": (
        ("clause 1\n  Westland [may @slow | shall @fast] withdraw [10% @slow | all @fast] of its troops"
        " from Southland.\nclause 2\n  Northland shall [freeze @slow | dismantle @fast] its reactors.\n"
        "  [by: 30 days after signature]\n"),
        4,
    ),
    "a modality and its denial": (
        ("clause 1\n  Southland [shall | shall not] open the road.\n"
        "clause 2\n  Southland shall [not] open the road.\n"),
        4,
    ),
    "a savings clause in brackets": (
        ("clause 1\n  All parties declare that the [state of] war is ended.\n"
        "[\nclause 2\n  Nothing in this declaration affects the presence of Westland forces in"
        " Southland.\n] {Westland}\n"),
        4,
    ),
    "an exception and who is excepted": (
        ("clause 1\n  No party shall [move | keep] troops in the valley.\n"
        "  [except: [50 guards | 500 guards]]\nclause 2\n  Northland may keep 100 troops in the valley.\n"),
        6,
    ),
    "quantities against each other": (
        ("clause 1\n  Northland shall withdraw [10 | 20 | 30] tanks.\n"
        "clause 2\n  Northland shall withdraw [10 | 20] tanks.\n"),
        6,
    ),
    "language versions beside a choice": (
        ("clause 1\n  Northland and Southland each [agree to discuss {en} | declare {ko}] the end of the"
        " state of war.\nclause 2\n  Southland shall [open | close] the road.\n"),
        2,
    ),
    "an accepted objection in a bracketed clause": (
        ("[\nclause 1\n  Westland shall lift sanctions on Northland.\n"
        '  by: ["soon" | signature]\n  accept soft-deadline\n    because: "the ministers will fix it"\n'
        "    accepted by: Westland\n] {Northland}\n"),
        3,
    ),
    "safeguards that leave something to settle": (
        ("clause 1\n  Northland shall freeze its reactors.\n  by: 90 days after signature\n  for: 5 years\n"
        "clause 2\n  Westland shall [suspend][lift] sanctions on Northland.\n"
        "  [reversible: by Westland within 30 days]\n"
        "  [if breached: Westland may resume the sanctions.]\n"),
        16,
    ),
    "more wordings than are told apart": (
        ("clause 1\n  Northland shall withdraw [1 | 2 | 3 | 4 | 5 | 6 | 7 | 8] tanks.\n"
        "clause 2\n  Northland shall withdraw 9 tanks.\n"),
        8,
    ),
}  # fmt: skip


def draft(name: str) -> str:
    head = HEAD
    if name == "a bracket in the head":
        head = HEAD.replace("form: treaty", "form: [treaty | political declaration]").replace(
            "  scope", "  [ratification: Northland by its Assembly {Southland}]\n  scope"
        )
    return head + TEXTS[name][0]


@pytest.mark.parametrize("name", TEXTS)
def test_a_rolling_text_is_judged_as_every_text_it_may_become(name: str) -> None:
    made = alternatives(Source("draft.clause", draft(name)), VOCABULARY, SETTINGS, most=100)

    assert made.unread == ()
    assert (made.count, made.count_exact) == (TEXTS[name][1], True)
    assert made.front_exact
    if not made.versions:
        assert {each.counted for each in made.front} == brute(draft(name))


@pytest.mark.parametrize("name", [name for name in TEXTS if "more wordings" not in name])
def test_each_finding_is_told_with_the_choices_that_bring_it_about(name: str) -> None:
    text = rolling(draft(name))

    assert text.strength is None
    assert resolutions(text.decisions)[0] == TEXTS[name][1]
    if "accepted" not in name:
        agrees(text)


def test_what_is_worded_in_many_ways_is_one_finding() -> None:
    text = rolling(draft("more wordings than are told apart"))
    ((finding, tree),) = [each for each in text.learned() if each[0].rule == "two-quantities"]

    assert "has another figure" in finding.message
    assert text.causes(tree) == ()
