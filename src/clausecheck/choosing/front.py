"""The assignments that no other beats, where costs hang on trees of decisions.

Decisions that no cost ties together are solved apart. Within what is tied, decisions are taken one
after the other, and what matters of those taken is only what is left of the trees: assignments
that leave the same are compared at once, and the beaten ones dropped. So it is exact, and fast
where costs tie few decisions each; where too many are left to compare, some are dropped, and the
answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from operator import le

from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import Shared, Split, Tree, decisions_of
from clausecheck.values import frozen

Cost = tuple[int, ...]
"""What is counted, from the most to the least serious; less is better in each."""

MOST_POINTS = 100
"""Assignments that are kept where they leave the same."""

MOST_STATES = 2_000
"""What may be left of the trees at once before the worst is dropped."""

MOST_LEFT = 400_000
"""Trees to look at for one set of tied decisions: where they are many, less may be left at once."""

_FEWEST_STATES = 8


@frozen
class Point:
    """An assignment, and what it costs."""

    cost: Cost
    assignment: Assignment
    ways: int = 1
    """How many assignments cost the same, this one among them."""


@frozen
class Front:
    """Assignments that no other beats, by their cost; all, one for each cost, if `exact`."""

    points: tuple[Point, ...]
    exact: bool


_Partial = tuple[Cost, tuple[tuple[int, int], ...], int]
"""What is paid by then, what was taken, and in how many ways as much is paid."""

_State = tuple[list[Tree], list[_Partial]]
"""What is left of the trees, and what was taken and paid by then."""


def front(sizes: Sequence[int], costs: Sequence[tuple[Tree, Cost]], width: int) -> Front:
    """Return the assignments that no other beats; of those that cost the same, the first in order.

    Each tells how many there are of its cost: at least so many, where the front is not exact. Each
    of `costs` is of `width` counts, and is paid where its tree has it.
    """
    nothing: Cost = (0,) * width
    always = nothing
    tied: list[tuple[Tree, Cost]] = []
    for tree, cost in costs:
        if isinstance(tree, Split):
            tied.append((tree, cost))
        elif tree:
            always = _sum(always, cost)
    exact = True
    found: list[_Partial] = [(always, (), 1)]
    for component in _components(tied):
        part, whole = _solved(sizes, component, nothing)
        found, all_kept = _kept(
            (_sum(one, other), (*taken, *more), ways * times)
            for one, taken, ways in found
            for other, more, times in part
        )
        exact = exact and whole and all_kept
    points = []
    for cost, taken, ways in found:
        chosen = dict(taken)
        free = prod(size for at, size in enumerate(sizes) if at not in chosen)
        assignment = tuple(chosen.get(at, 0) for at in range(len(sizes)))
        points.append(Point(cost, assignment, ways * free))
    return Front(tuple(sorted(points, key=lambda point: (point.cost, point.assignment))), exact)


def _sum(one: Cost, other: Cost) -> Cost:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _components(tied: Sequence[tuple[Tree, Cost]]) -> list[list[tuple[Tree, Cost]]]:
    """Return the costs, those that decisions tie together apart from the others."""
    components: list[tuple[set[int], list[tuple[Tree, Cost]]]] = []
    for tree, cost in tied:
        asked, members = set(decisions_of(tree)), [(tree, cost)]
        apart = []
        for other, theirs in components:
            if other & asked:
                asked |= other
                members = [*theirs, *members]
            else:
                apart.append((other, theirs))
        components = [*apart, (asked, members)]
    return [members for _, members in sorted(components, key=lambda each: min(each[0]))]


def _solved(
    sizes: Sequence[int], costs: Sequence[tuple[Tree, Cost]], nothing: Cost
) -> tuple[list[_Partial], bool]:
    """Return what no other beats among the decisions tied here, and whether that is all."""
    exact = True
    weights = [cost for _, cost in costs]
    shared = Shared()
    states: list[_State] = [([shared.tree(tree) for tree, _ in costs], [(nothing, (), 1)])]
    order = _order(costs)
    most = max(min(MOST_STATES, MOST_LEFT // (len(costs) * len(order))), _FEWEST_STATES)
    for decision in order:
        following: dict[tuple[int, ...], _State] = {}
        for option in range(sizes[decision]):
            known: dict[int, Tree] = {}
            for trees, partials in states:
                left, paid = [], nothing
                for tree, cost in zip(trees, weights, strict=True):
                    now = shared.restrict(tree, decision, option, known)
                    if now is True:
                        paid, now = _sum(paid, cost), False
                    left.append(now)
                following.setdefault(tuple(map(id, left)), (left, []))[1].extend(
                    (_sum(cost, paid), (*taken, (decision, option)), ways)
                    for cost, taken, ways in partials
                )
        states = []
        for trees, partials in following.values():
            best, whole = _kept(partials)
            states.append((trees, best))
            exact = exact and whole
        if len(states) > most:
            exact = False
            states = sorted(states, key=lambda state: state[1][0])[:most]
    ((_, partials),) = states
    return partials, exact


def _order(costs: Sequence[tuple[Tree, Cost]]) -> list[int]:
    """Return the decisions in an order that keeps few trees half decided."""
    asked = [set(decisions_of(tree)) for tree, _ in costs]
    left = set[int]().union(*asked)
    begun: set[int] = set()
    order: list[int] = []
    while left:

        def opened(decision: int) -> tuple[int, int, int]:
            new = sum(1 for each in asked if decision in each and not each & begun)
            closed = sum(1 for each in asked if each - begun == {decision})
            return new - closed, new, decision

        decision = min(left, key=opened)
        order.append(decision)
        left.remove(decision)
        begun.add(decision)
    return order


def unbeaten(points: Iterable[Point]) -> list[Point]:
    """Return the points that no other beats; of those that cost the same, the first in order."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda each: (each.cost, each.assignment)):
        if not any(all(map(le, other.cost, point.cost)) for other in kept):
            kept.append(point)
    return kept


def _kept(partials: Iterable[_Partial]) -> tuple[list[_Partial], bool]:
    """Return what none beats, of equals the first, and whether nothing else was dropped."""
    kept: list[_Partial] = []
    place: dict[Cost, int] = {}
    for cost, taken, ways in sorted(partials, key=lambda each: (each[0], sorted(each[1]))):
        if cost in place:
            first = kept[place[cost]]
            kept[place[cost]] = (cost, first[1], first[2] + ways)
        elif not any(all(map(le, other, cost)) for other, _, _ in kept):
            place[cost] = len(kept)
            kept.append((cost, taken, ways))
    if len(kept) <= MOST_POINTS:
        return kept, True
    # Of too many, the best by each count, and some at even distances.
    width = len(kept[0][0])
    chosen = {min(range(len(kept)), key=lambda at: kept[at][0][count]) for count in range(width)}
    chosen |= {at * len(kept) // MOST_POINTS for at in range(MOST_POINTS)}
    return [kept[at] for at in sorted(chosen)][: MOST_POINTS + width], False
