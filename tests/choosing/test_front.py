from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausecheck.choosing import front as fronts
from clausecheck.choosing.front import front
from clausecheck.choosing.trees import Split, Tree, holds

from .oracles import everything, sizes_and_terms, tree_of

COST = some.tuples(*[some.integers(0, 2)] * 3)


@some.composite
def problems(draw: some.DrawFn) -> tuple[list[int], list[tuple[Tree, tuple[int, ...]]]]:
    sizes, _ = draw(sizes_and_terms(decisions=6))
    literal = some.integers(0, len(sizes) - 1).flatmap(
        lambda at: some.tuples(some.just(at), some.integers(0, sizes[at] - 1))
    )
    terms = some.lists(some.lists(literal, max_size=3).map(tuple), max_size=2).map(tuple)
    costs = draw(some.lists(some.tuples(terms, COST), max_size=5))
    return sizes, [(tree_of(each, sizes), cost) for each, cost in costs]


def paid(costs: list[tuple[Tree, tuple[int, ...]]], assignment: tuple[int, ...]) -> tuple[int, ...]:
    owed = [cost for tree, cost in costs if holds(tree, assignment)]
    return tuple(map(sum, zip((0, 0, 0), *owed, strict=True)))


@given(problems())
@settings(max_examples=40)
def test_the_front_is_what_trying_out_all_gives(
    problem: tuple[list[int], list[tuple[Tree, tuple[int, ...]]]],
) -> None:
    sizes, costs = problem
    found = front(sizes, costs, 3)
    every = {each: paid(costs, each) for each in everything(sizes)}
    unbeaten = {
        cost
        for cost in every.values()
        if not any(
            other != cost and all(a <= b for a, b in zip(other, cost, strict=True))
            for other in every.values()
        )
    }

    assert found.exact
    assert [point.cost for point in found.points] == sorted(unbeaten)
    for point in found.points:
        assert every[point.assignment] == point.cost
        assert point.ways == list(every.values()).count(point.cost)


def test_of_equals_the_first_options_are_taken() -> None:
    assert front([2, 2], [(Split(0, (True, False)), (1,))], 1).points[0].assignment == (1, 0)
    assert front([2, 3], [(True, (1,))], 1).points == (fronts.Point((1,), (0, 0), 6),)


def test_hundreds_of_decisions_that_nothing_ties_are_no_trouble() -> None:
    sizes = [2] * 300
    costs: list[tuple[Tree, tuple[int, ...]]] = [
        (Split(at, (True, False)), (1, 0)) for at in range(300)
    ]
    found = front(sizes, costs, 2)

    assert found.exact
    assert [point.cost for point in found.points] == [(0, 0)]


@pytest.mark.no_cover
def test_chains_through_hundreds_of_decisions_are_solved_exactly() -> None:
    sizes = [2] * 200
    costs: list[tuple[Tree, tuple[int, ...]]] = [
        (Split(at, (False, Split(at + 1, (False, True)))), (1, 0)) for at in range(199)
    ]
    costs += [(Split(at, (True, False)), (1, 0)) for at in range(200)]
    found = front(sizes, costs, 2)

    assert found.exact
    assert [point.cost for point in found.points] == [(100, 0)]


def test_where_too_many_are_left_it_says_so_and_keeps_the_best_on_each_count() -> None:
    # Each decision trades one count for another, so that nothing beats anything.
    trades = [Split(at, (True, False)) for at in range(12)]
    costs: list[tuple[Tree, tuple[int, ...]]] = []
    for at, tree in enumerate(trades):
        costs += [(tree, (2**at, 0)), (Split(at, (False, True)), (0, 2**at))]
    found = front([2] * 12, costs, 2)

    assert not found.exact
    assert found.points[0].cost == (0, 4095)
    assert found.points[-1].cost == (4095, 0)


def test_where_too_much_is_left_open_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fronts, "MOST_STATES", 20)
    pairs = product(range(7), range(7, 14))
    costs: list[tuple[Tree, tuple[int, ...]]] = [
        (Split(a, (False, Split(b, (False, True)))), (1,)) for a, b in pairs
    ]
    found = front([2] * 14, costs, 1)

    assert not found.exact
    assert found.points[0].cost == (0,)
