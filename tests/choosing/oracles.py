"""Made-up oracles, and what to hold the clever answers against: every assignment, one by one."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import strategies as some

from clausecheck.choosing.trees import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn

    from clausecheck.choosing.trees import Cause, Tree

Terms = tuple[tuple[tuple[int, int], ...], ...]
"""An effect as sets of choices of which each brings it about."""


def has(terms: Terms, assignment: Sequence[int]) -> bool:
    return any(all(assignment[at] == option for at, option in term) for term in terms)


def everything(sizes: Sequence[int]) -> list[tuple[int, ...]]:
    return list(product(*map(range, sizes)))


def smallest(terms: Terms, sizes: Sequence[int]) -> set[Cause]:
    """Return every set of choices that brings an effect about and of which none can be spared."""
    every = everything(sizes)
    literals = [(at, option) for at, size in enumerate(sizes) for option in range(size)]
    found: list[frozenset[tuple[int, int]]] = []
    cubes = product(*([None, *range(size)] for size in sizes))
    cubed = [
        frozenset((at, option) for at, option in enumerate(cube) if option is not None)
        for cube in cubes
    ]
    assert literals
    for cube in sorted(cubed, key=len):
        within = [each for each in every if all(each[at] == option for at, option in cube)]
        if all(has(terms, each) for each in within) and not any(one <= cube for one in found):
            found.append(cube)
    return {tuple(sorted(cube)) for cube in found}


@some.composite
def sizes_and_terms(draw: DrawFn, decisions: int = 6, longest: int = 3) -> tuple[list[int], Terms]:
    sizes = draw(some.lists(some.integers(2, 3), min_size=1, max_size=decisions))
    literal = some.integers(0, len(sizes) - 1).flatmap(
        lambda at: some.tuples(some.just(at), some.integers(0, sizes[at] - 1))
    )
    term = some.lists(literal, max_size=longest, unique_by=lambda each: each[0]).map(
        lambda each: tuple(sorted(each))
    )
    return sizes, tuple(draw(some.lists(term, max_size=4)))


def tree_of(terms: Terms, sizes: Sequence[int], at: int = 0, taken: tuple[int, ...] = ()) -> Tree:
    """Return the tree that asks every decision in turn."""
    if at == len(sizes):
        return has(terms, taken)
    return split(
        at, [tree_of(terms, sizes, at + 1, (*taken, option)) for option in range(sizes[at])]
    )
