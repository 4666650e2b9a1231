"""The trial of planted faults: its arithmetic, and a small slice of it."""

from __future__ import annotations

import pytest

from benchmarks.mutations import faults, near_misses, report
from benchmarks.mutations.draft import Draft, Edit, drafts, edited
from benchmarks.mutations.mutant import Expected, Mutant, Operator
from benchmarks.mutations.trial import Outcome, Tally, mean_ratio, outcome, tallies, total, try_all
from clausecheck.check import Settings, check
from clausecheck.source import Span

pytestmark = pytest.mark.no_cover  # the texts are checked elsewhere: measured, once is enough

_TEXTS = ("denuclearization-declaration-1992", "peace-act-2021-with-savings")
"""What is known not to be found in the slice."""


@pytest.fixture(scope="module")
def texts() -> list[Draft]:
    return drafts(*_TEXTS)


def test_edits_are_made_from_the_end_so_that_places_stay_true() -> None:
    edits = (Edit(Span(0, 1), "xyz"), Edit(Span(2, 3), ""), Edit(Span(4, 4), "!"))

    assert edited("abcd", edits) == "xyzbd!"


def test_what_was_answered_is_counted_by_operator_and_in_all(texts: list[Draft]) -> None:
    mutant = Mutant(texts[0], None, "", ())
    said = check(texts[0].source, texts[0].vocabulary, Settings()).findings[:1]
    outcomes = [Outcome("a", mutant, said), Outcome("a", mutant, ()), Outcome("b", mutant, said)]
    counted = tallies(outcomes)

    assert counted == {"a": Tally(2, 1), "b": Tally(1, 1)}
    assert total(counted) == Tally(3, 2)
    assert total(counted).ratio == pytest.approx(2 / 3)
    assert total({}).ratio == 1
    assert mean_ratio(counted) == pytest.approx(3 / 4)
    assert mean_ratio({}) == 1


def test_what_was_found_before_is_not_found_by_planting_nothing(texts: list[Draft]) -> None:
    before = check(texts[0].source, texts[0].vocabulary, Settings()).findings
    families = frozenset(finding.family for finding in before)
    nothing = Mutant(texts[0], None, "", (), Expected(families, "info"))

    assert before
    assert outcome(nothing, before) == ()
    assert outcome(nothing, ()) == before


def test_a_finding_elsewhere_of_another_family_or_too_low_is_no_answer(texts: list[Draft]) -> None:
    edits = next(edits for _, edits in texts[0].new_clauses("ROK shall suspend nuclear tests."))
    before = check(texts[0].source, texts[0].vocabulary, Settings()).findings
    found = {
        expected: [f.rule for f in outcome(Mutant(texts[0], None, "", edits, expected), before)]
        for expected in (
            Expected(frozenset({"provocations"}), "warning", "901"),
            Expected(frozenset({"provocations"}), "warning", "1"),
            Expected(frozenset({"provocations"}), "error", "901"),
            Expected(frozenset({"sanctions"}), "info", "901"),
        )
    }

    assert list(found.values()) == [["moratorium-without-term"], [], [], []]


def test_a_near_miss_that_is_found_is_an_alarm_and_is_told(texts: list[Draft]) -> None:
    number, edits = next(texts[0].new_clauses("ROK shall suspend nuclear tests."))
    mutant = Mutant(texts[0], number, "tests", edits)
    before = check(texts[0].source, texts[0].vocabulary, Settings()).findings
    alarm = Outcome("owe_it_alike", mutant, outcome(mutant, before))
    missed = Outcome("drop_the_term", mutant, ())
    page = report.page((faults.drop_the_term,), [missed], (near_misses.owe_it_alike,), [alarm])

    assert [finding.rule for finding in alarm.findings] == ["moratorium-without-term"]
    assert "| **all** |  | 1 | 0 | 0.000 |" in page
    assert "| **all** |  | 1 | 1 |" in page
    assert f"- {_TEXTS[0]} 901, drop the term: tests\n" in page
    assert "owe it alike: tests: `moratorium-without-term` at 901\n" in page


def test_an_operator_that_fits_nowhere_is_told_so() -> None:
    page = report.page((faults.drop_the_term,), [], (near_misses.owe_it_alike,), [])

    assert "| 0 | 0 | fits nowhere |" in page
    assert page.count("None.\n") == 2


@pytest.mark.parametrize("operator", faults.FAULTS, ids=lambda operator: operator.__name__)
def test_a_fault_planted_in_one_of_two_texts_is_found(
    operator: Operator, texts: list[Draft]
) -> None:
    missed = [
        (each.mutant.draft.name, each.mutant.clause)
        for each in try_all((operator,), texts)
        if not each.findings
    ]

    assert missed == []


@pytest.mark.parametrize(
    "operator", near_misses.NEAR_MISSES, ids=lambda operator: operator.__name__
)
def test_a_near_miss_in_one_of_two_texts_is_quiet(operator: Operator, texts: list[Draft]) -> None:
    alarms = [
        (each.mutant.draft.name, each.mutant.clause, finding.rule)
        for each in try_all((operator,), texts)
        for finding in each.findings
    ]

    assert alarms == []


def test_every_operator_says_what_it_does() -> None:
    every = (*faults.FAULTS, *near_misses.NEAR_MISSES)

    assert all(operator.__doc__ for operator in every)
    assert len({operator.__name__ for operator in every}) == len(every)
