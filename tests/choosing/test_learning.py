from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given

from clausecheck.choosing.learning import FEWER_FOR_ONE, Learner
from clausecheck.choosing.rows import Assignment, rows
from clausecheck.choosing.trees import causes, decisions_of, holds

from .oracles import Terms, everything, has, sizes_and_terms, smallest


def learner(
    sizes: list[int], *effects: Terms, most: int = 10_000, likely: Sequence[int] = ()
) -> Learner[str, int]:
    def oracle(assignment: Assignment, topic: str) -> Iterator[int]:
        assert topic == "any"
        yield from (number for number, terms in enumerate(effects) if has(terms, assignment))

    return Learner(sizes, oracle, most=most, likely=lambda *_: likely)


@given(sizes_and_terms(decisions=5, longest=2))
def test_what_hangs_on_two_choices_is_learned_to_the_letter(
    drawn: tuple[list[int], Terms],
) -> None:
    sizes, terms = drawn
    one = learner(sizes, terms)
    for row in rows(sizes, 3, most=1):
        one.see("any", row)
    tree = one.learn("any", 0)

    assert all(holds(tree, each) == has(terms, each) for each in everything(sizes))
    assert set(causes(tree, sizes)) <= smallest(terms, sizes)


@given(sizes_and_terms(decisions=5, longest=2))
def test_a_wrong_guess_at_what_matters_costs_questions_and_no_truth(
    drawn: tuple[list[int], Terms],
) -> None:
    sizes, terms = drawn
    asked = rows(sizes, 4, most=1)
    for likely in ((0, 1), (3, 4), tuple(range(5))):
        one = learner(sizes, terms, likely=[at for at in likely if at < len(sizes)])
        for row in asked:
            one.see("any", row)
        tree = one.learn("any", 0)

        assert all(holds(tree, each) == has(terms, each) for each in asked)


@pytest.mark.no_cover
def test_a_right_guess_at_what_matters_spares_questions() -> None:
    sizes = [2] * 32
    four: Terms = (((4, 0), (5, 0), (20, 0), (21, 1)),)
    asked = []
    for likely in ((), (4, 5, 20, 21)):
        one = learner(sizes, four, likely=likely)
        for row in rows(sizes, 4, most=1):
            one.see("any", row)
        before = one.asked

        assert causes(one.learn("any", 0), sizes) == four
        asked.append(one.asked - before)
    assert asked[1] <= 4
    assert asked[0] > 20


@pytest.mark.parametrize("terms", [
    tuple(((at, 1),) for at in range(30)),
    (tuple((at, 0) for at in range(30)),),
    (*(((at, 2),) for at in range(0, 30, 2)), ((31, 1),)),
])  # fmt: skip
def test_what_any_one_of_many_choices_brings_about_or_takes_away_is_learned(terms: Terms) -> None:
    sizes = [3, 2] * 20
    one = learner(sizes, terms, likely=range(20))
    for row in rows(sizes, 2, most=1):
        one.see("any", row)
    tree = one.learn("any", 0)

    assert not one.rough
    assert decisions_of(tree) == tuple(sorted({at for term in terms for at, _ in term}))
    for row in rows(sizes, 3, most=1):
        assert holds(tree, row) == has(terms, row)


def test_what_is_neither_is_learned_as_before_and_no_more_is_asked_than_may_be() -> None:
    sizes = [2] * 16
    pairs: Terms = (((0, 1), (1, 1)), ((2, 1), (3, 1)))
    asked = []
    for most in (10_000, 12):
        one = learner(sizes, pairs, most=most, likely=range(16))
        for row in rows(sizes, 4, most=1)[: 10_000 if most > 12 else 11]:
            one.see("any", row)
        tree = one.learn("any", 0)
        asked.append((one.asked <= max(most, 12), one.rough, tree is False))
        if not one.rough:
            assert causes(tree, sizes) == pairs
    assert asked == [(True, False, False), (True, True, True)]


def test_of_a_topic_that_hangs_on_too_much_less_is_asked() -> None:
    sizes = [2] * 40
    chain: Terms = tuple(((at, 1), (at + 1, 1)) for at in range(38))
    one = learner(sizes, chain, chain[1:])
    for row in rows(sizes, 2, most=1):
        one.see("any", row)
    before = one.asked
    one.learn("any", 0)
    first = one.asked - before
    one.learn("any", 1)

    assert one.rough
    assert one.asked - before - first <= FEWER_FOR_ONE < first


@given(sizes_and_terms(decisions=6, longest=4))
def test_no_tree_contradicts_an_answer(drawn: tuple[list[int], Terms]) -> None:
    sizes, terms = drawn
    one = learner(sizes, terms)
    asked = rows(sizes, 2, most=1)
    for row in asked:
        one.see("any", row)
    tree = one.learn("any", 0)

    assert all(holds(tree, row) == has(terms, row) for row in asked)


def test_few_questions_are_enough_among_many_decisions() -> None:
    pair: Terms = (((17, 1), (170, 1)),)
    left_out: Terms = (tuple((at, 0) for at in range(100, 110)),)
    one = learner([2] * 200, pair, left_out)
    for row in rows([2] * 200, 2, most=1):
        one.see("any", row)

    assert causes(one.learn("any", 0), [2] * 200) == pair
    assert causes(one.learn("any", 1), [2] * 200) == left_out
    assert one.asked < 200


def test_once_it_may_ask_no_more_it_says_what_it_knows() -> None:
    one = learner([2] * 8, (((1, 1), (2, 1)),), most=4)
    for row in rows([2] * 8, 2, most=1):
        one.see("any", row)

    tree = one.learn("any", 0)

    assert one.spent
    assert one.rough
    assert not any(holds(tree, each) for each in everything([2] * 8) if not (each[1] and each[2]))


def test_of_what_hangs_on_very_many_choices_it_says_what_is_sure() -> None:
    half = tuple(tuple((at, 1) for at in each) for each in combinations(range(12), 6))
    one = learner([2] * 12, half)
    for row in rows([2] * 12, 2, most=1):
        one.see("any", row)
    tree = one.learn("any", 0)

    assert one.rough
    assert one.asked < 200
    assert not holds(tree, (0,) * 12)


def test_of_decisions_out_of_scope_the_first_option_is_taken() -> None:
    asked: list[Assignment] = []

    def oracle(assignment: Assignment, topic: int) -> list[str]:
        asked.append(assignment)
        return [] if assignment[topic] else ["here"]

    one = Learner([2, 2, 2], oracle, most=100, scope=lambda topic: (topic,))
    for row in everything([2, 2, 2]):
        one.see(1, row)

    assert asked == [(0, 0, 0), (0, 1, 0)]
    assert causes(one.learn(1, "here"), [2, 2, 2]) == (((1, 0),),)
    assert one.seen(2) == ()


def test_what_was_learned_stays_until_an_answer_contradicts_it() -> None:
    sizes = [2] * 6
    one = learner(sizes, (((0, 1),), ((1, 1), (2, 1), (3, 1))))
    for row in ((0,) * 6, (1, 0, 0, 0, 0, 0)):
        one.see("any", row)
    first = one.learn("any", 0)
    one.see("any", (1, 1, 0, 0, 0, 0))
    asked = one.asked

    assert one.learn("any", 0) is first
    assert one.asked == asked

    for every in everything(sizes):
        one.see("any", every)
    assert causes(one.learn("any", 0), sizes) == (((0, 1),), ((1, 1), (2, 1), (3, 1)))


def test_what_a_later_answer_contradicts_is_learned_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausecheck.choosing.learning.MOST_ANSWERS", 6)
    sizes = [2] * 5
    three: Terms = (((0, 1), (1, 1), (2, 1)),)
    one = learner(sizes, three, (((4, 1),),))
    for row in rows(sizes, 2, most=1):
        one.see("any", row)
    before = one.learn("any", 0), one.learn("any", 1)
    for row in everything(sizes):
        one.see("any", row)

    assert one.learn("any", 1) == before[1]
    assert causes(one.learn("any", 0), sizes) == three
