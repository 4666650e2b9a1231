from __future__ import annotations

from itertools import product

from hypothesis import given, settings

from clausecheck.choosing.trees import (
    Shared,
    Split,
    Tree,
    any_of,
    both,
    causes,
    causes_but_for,
    decisions_of,
    either,
    holds,
    never_both,
    restrict,
    split,
)

from .oracles import Terms, everything, has, sizes_and_terms, smallest, tree_of


@given(sizes_and_terms(decisions=5))
@settings(max_examples=20)
def test_causes_are_smallest_and_together_all(drawn: tuple[list[int], Terms]) -> None:
    sizes, terms = drawn
    tree = tree_of(terms, sizes)
    found = causes(tree, sizes)

    assert set(found) <= smallest(terms, sizes)
    assert [len(cause) for cause in found] == sorted(len(cause) for cause in found)
    for assignment in everything(sizes):
        assert holds(tree, assignment) == has(terms, assignment) == has(found, assignment)
    for cause in found:
        others = tuple(other for other in found if other != cause)
        assert any(has(found, each) and not has(others, each) for each in everything(sizes))


@given(sizes_and_terms(decisions=3), sizes_and_terms(decisions=5))
@settings(max_examples=30)
def test_choices_that_only_keep_another_effect_away_are_no_causes(
    drawn: tuple[list[int], Terms], other: tuple[list[int], Terms]
) -> None:
    sizes = [3] * 5
    alone, instead = tree_of(drawn[1], sizes), tree_of(other[1], sizes)
    among = set(decisions_of(instead)) - set(decisions_of(alone))
    tree = both(alone, negated(instead))
    told = causes_but_for(causes(tree, sizes), [tree, instead], among)
    either_one = either(tree, instead)

    for cause in told:
        within = [each for each in everything(sizes) if has((cause,), each)]
        assert among.isdisjoint(dict(cause))
        assert all(holds(either_one, each) for each in within)
        assert any(holds(tree, each) for each in within)
    assert all(has(told, each) for each in everything(sizes) if holds(tree, each))


def test_choices_that_bring_it_about_stay_wherever_they_are() -> None:
    tree = tree_of((((0, 1), (1, 1)),), [2, 2])

    for instead in (False, tree_of((((0, 0), (1, 0)),), [2, 2])):
        assert causes_but_for(causes(tree, [2, 2]), [tree, instead], [1]) == (((0, 1), (1, 1)),)


def negated(tree: Tree) -> Tree:
    if not isinstance(tree, Split):
        return not tree
    return split(tree.decision, [negated(each) for each in tree.then])


@given(sizes_and_terms(), sizes_and_terms())
def test_trees_are_joined_and_cut(
    drawn: tuple[list[int], Terms], other: tuple[list[int], Terms]
) -> None:
    sizes = [3] * 6
    one, two = tree_of(drawn[1], sizes), tree_of(other[1], sizes)

    assert never_both(one, two) == (
        not any(holds(one, each) and holds(two, each) for each in everything(sizes))
    )
    for assignment in everything(sizes)[::37]:
        assert holds(either(one, two), assignment) == (
            holds(one, assignment) or holds(two, assignment)
        )
        assert holds(both(one, two), assignment) == (
            holds(one, assignment) and holds(two, assignment)
        )
        for decision, option in product((0, 3), (0, 2)):
            taken = (*assignment[:decision], option, *assignment[decision + 1 :])
            assert holds(restrict(one, decision, option), assignment) == holds(one, taken)
            shared, known = Shared(), dict[int, Tree]()
            left = shared.restrict(shared.tree(one), decision, option, known)
            assert left == restrict(one, decision, option)
            assert left is shared.tree(restrict(one, decision, option))
        assert holds(any_of(one, 1), assignment) == any(
            holds(one, (assignment[0], option, *assignment[2:])) for option in range(3)
        )


def test_what_tells_nothing_is_not_asked() -> None:
    assert split(0, [True, True]) is True
    assert split(0, [Split(1, (True, False)), Split(1, (True, False))]) == Split(1, (True, False))
    assert decisions_of(Split(3, (True, Split(1, (False, True))))) == (1, 3)
    always, never = True, False

    assert causes(always, [2]) == ((),)
    assert causes(never, [2]) == ()
    # That 0 and 1 together are enough need not be said.
    multiplexer = Split(2, (Split(0, (True, False)), Split(1, (True, False))))
    assert causes(multiplexer, [2] * 3) == (((0, 0), (2, 0)), ((1, 0), (2, 1)))


def test_the_causes_of_what_hangs_on_very_many_decisions_are_read_off_its_tree() -> None:
    tree = split(12, [False, True])
    for decision in range(12):
        tree = split(decision, [tree, False])
    every = tuple((decision, 0) for decision in range(12))

    assert causes(tree, [2] * 13) == ((*every, (12, 1)),)
    for decision in range(11, -1, -1):
        tree = split(decision, [True, tree]) if decision == 5 else tree

    assert ((5, 0),) in causes(tree, [2] * 13)
