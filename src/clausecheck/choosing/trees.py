"""What an effect hangs on, as a tree of decisions, and the fewest choices that bring it about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations, product
from math import prod
from typing import TypeAlias

from clausecheck.values import frozen

_MOST_SETS = 2_500
"""Up to so many sets of choices to try, an effect's causes are the smallest there are."""


@frozen
class Split:
    """A decision on which an effect hangs, and what it hangs on then, option by option."""

    decision: int
    then: tuple[Tree, ...]


Tree: TypeAlias = bool | Split
"""Whether there is the effect, or what that hangs on."""

Cause = tuple[tuple[int, int], ...]
"""Choices that bring an effect about together: each a decision and its option, in order."""


def split(decision: int, then: Sequence[Tree]) -> Tree:
    """Return a tree that asks one decision first; where that tells nothing, what it leads to."""
    first = then[0]
    same = all(each is first or each == first for each in then)
    return first if same else Split(decision, tuple(then))


def decisions_of(tree: Tree) -> tuple[int, ...]:
    """Return the decisions that a tree asks, in order."""
    found: set[int] = set()
    _gather(tree, found)
    return tuple(sorted(found))


def _gather(tree: Tree, found: set[int]) -> None:
    if isinstance(tree, Split):
        found.add(tree.decision)
        for each in tree.then:
            _gather(each, found)


def holds(tree: Tree, assignment: Sequence[int] | Mapping[int, int]) -> bool:
    """Tell whether there is the effect under an assignment."""
    while isinstance(tree, Split):
        tree = tree.then[assignment[tree.decision]]
    return tree


def restrict(tree: Tree, decision: int, option: int) -> Tree:
    """Return what is left of a tree once one decision is taken."""
    if not isinstance(tree, Split):
        return tree
    if tree.decision == decision:
        return restrict(tree.then[option], decision, option)
    return split(tree.decision, [restrict(each, decision, option) for each in tree.then])


class Shared:
    """Trees of which equal ones are one object, so that each is looked at once and told by its id.

    Where many are taken apart in many ways, most of what is left is the same again and again.
    """

    def __init__(self) -> None:
        """Begin with no trees."""
        self._known: dict[tuple[int, tuple[int, ...]], Split] = {}

    def tree(self, tree: Tree) -> Tree:
        """Return the one object that stands for a tree."""
        if not isinstance(tree, Split):
            return tree
        return self._split(tree.decision, [self.tree(each) for each in tree.then])

    def _split(self, decision: int, then: Sequence[Tree]) -> Tree:
        first = then[0]
        if all(each is first for each in then):
            return first
        key = (decision, tuple(map(id, then)))
        if key not in self._known:
            self._known[key] = Split(decision, tuple(then))
        return self._known[key]

    def restrict(self, tree: Tree, decision: int, option: int, known: dict[int, Tree]) -> Tree:
        """Return what is left of a shared tree once a decision is taken; `known` is what was told.

        It is for one decision and option, from the id of a tree to what is left of it.
        """
        if not isinstance(tree, Split):
            return tree
        if id(tree) not in known:
            known[id(tree)] = (
                self.restrict(tree.then[option], decision, option, known)
                if tree.decision == decision
                else self._split(
                    tree.decision,
                    [self.restrict(each, decision, option, known) for each in tree.then],
                )
            )
        return known[id(tree)]


def any_of(tree: Tree, decision: int) -> Tree:
    """Return the tree of whether there is the effect under some option of a decision."""
    return _merged(tree, decision, either)


def all_of(tree: Tree, decision: int) -> Tree:
    """Return the tree of whether there is the effect under every option of a decision."""
    return _merged(tree, decision, both)


def _merged(tree: Tree, decision: int, join: Callable[[Tree, Tree], Tree]) -> Tree:
    if not isinstance(tree, Split):
        return tree
    if tree.decision == decision:
        return reduce(join, tree.then)
    return split(tree.decision, [_merged(each, decision, join) for each in tree.then])


def either(one: Tree, other: Tree) -> Tree:
    """Return the tree of whether there is one effect or the other."""
    if not isinstance(one, Split):
        return one or other
    if not isinstance(other, Split):
        return other or one
    return split(
        one.decision,
        [
            either(each, restrict(other, one.decision, option))
            for option, each in enumerate(one.then)
        ],
    )


def both(one: Tree, other: Tree) -> Tree:
    """Return the tree of whether there are two effects together."""
    if not isinstance(one, Split):
        return one and other
    if not isinstance(other, Split):
        return other and one
    return split(
        one.decision,
        [both(each, restrict(other, one.decision, option)) for option, each in enumerate(one.then)],
    )


def never_both(one: Tree, other: Tree) -> bool:
    """Tell whether no assignment has both effects."""
    if not isinstance(one, Split):
        return not one or other is False
    return all(
        never_both(each, restrict(other, one.decision, option))
        for option, each in enumerate(one.then)
    )


def causes(tree: Tree, sizes: Sequence[int]) -> tuple[Cause, ...]:
    """Return the fewest choices of which each set brings an effect about, whatever else is chosen.

    Together they are all that does, and none of them can be spared. They come by their size; the
    only one of an effect that is always there is empty.
    """
    asked = decisions_of(tree)
    if prod(sizes[decision] + 1 for decision in asked) > _MOST_SETS:
        return _by_paths(tree)
    cells_of = {
        cause: frozenset(
            cell
            for cell in product(
                *((dict(cause)[at],) if at in dict(cause) else range(sizes[at]) for at in asked)
            )
        )
        for cause in _implicants(tree, asked, sizes)
    }
    found = list(cells_of)
    for cause in reversed(cells_of):
        others = [cells_of[other] for other in found if other != cause]
        if cells_of[cause] <= frozenset[tuple[int, ...]]().union(*others):
            found.remove(cause)
    return tuple(found)


def causes_but_for(
    found: Sequence[Cause], trees: Sequence[Tree], among: Collection[int]
) -> tuple[Cause, ...]:
    """Return the causes without choices that only keep another effect from taking the place of it.

    `trees` are those of the effect and of the others. Choices `among` some decisions are left out
    where the rest makes sure of one of the effects. Of two causes the wider stands for both.
    """
    shorter: dict[Cause, None] = {}
    for cause in found:
        kept = dict(cause)
        for decision in [decision for decision, _ in cause if decision in among]:
            without = {other: option for other, option in kept.items() if other != decision}
            if _always_one(trees, without):
                kept = without
        shorter[tuple(kept.items())] = None
    wide = [frozenset(cause) for cause in shorter]
    return tuple(cause for cause in shorter if not any(w < frozenset(cause) for w in wide))


def _always_one(trees: Sequence[Tree], chosen: Mapping[int, int]) -> bool:
    """Tell whether there is one effect or other with these choices, whatever else is chosen."""
    left = []
    for tree in trees:
        cut = _under(tree, chosen)
        if cut is True:
            return True
        if isinstance(cut, Split):
            left.append(cut)
    if not left:
        return False
    first, *_ = left
    return all(
        _always_one(left, {**chosen, first.decision: option}) for option in range(len(first.then))
    )


def _under(tree: Tree, chosen: Mapping[int, int]) -> Tree:
    """Return what is left of a tree from its first decision on that is not yet taken."""
    while isinstance(tree, Split) and tree.decision in chosen:
        tree = tree.then[chosen[tree.decision]]
    return tree


def _implicants(tree: Tree, asked: Sequence[int], sizes: Sequence[int]) -> Iterator[Cause]:
    """Yield the sets of choices none of which can be left out, the smallest first."""
    known: list[frozenset[tuple[int, int]]] = []
    for number in range(len(asked) + 1):
        for decisions in combinations(asked, number):
            for options in product(*(range(sizes[decision]) for decision in decisions)):
                cause = tuple(zip(decisions, options, strict=True))
                wider = any(each.issubset(cause) for each in known)
                if not wider and _always(tree, dict(cause)):
                    known.append(frozenset(cause))
                    yield cause


def _always(tree: Tree, chosen: Mapping[int, int]) -> bool:
    """Tell whether there is the effect with these choices, whatever else is chosen."""
    if not isinstance(tree, Split):
        return tree
    if tree.decision in chosen:
        return _always(tree.then[chosen[tree.decision]], chosen)
    return all(_always(each, chosen) for each in tree.then)


def _by_paths(tree: Tree) -> tuple[Cause, ...]:
    """Return a set of choices for each way through a tree, without those that can be spared."""
    found: dict[Cause, None] = {}
    for path in _paths(tree, {}):
        needed = dict(path)
        for decision in path:
            without = {other: option for other, option in needed.items() if other != decision}
            if _always(tree, without):
                needed = without
        found[tuple(sorted(needed.items()))] = None
    return tuple(sorted(found, key=lambda cause: (len(cause), cause)))


def _paths(tree: Tree, chosen: dict[int, int]) -> Iterator[dict[int, int]]:
    if isinstance(tree, Split):
        for option, each in enumerate(tree.then):
            yield from _paths(each, {**chosen, tree.decision: option})
    elif tree:
        yield chosen
