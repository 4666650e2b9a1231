"""Findings that choices only move from place to place, or that raise other objections, as one."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.choosing.trees import Tree, causes, either, never_both
from clausecheck.rolling.effects import Effect, Said


def gathered(
    trees: Sequence[tuple[Effect, Tree]], sizes: Sequence[int]
) -> list[tuple[Effect, Tree]]:
    """Return the effects, with a finding that choices only move from place to place as one.

    So is one of which choices only change which objections it raises.
    """
    found: list[tuple[Effect, Tree]] = []
    for effect, tree in trees:
        same = next(
            (
                at
                for at, (other, its) in enumerate(found)
                if isinstance(effect, Said)
                and isinstance(other, Said)
                and _is_alike(effect, other)
                and never_both(tree, its)
                and (effect.clause == other.clause or _simpler(tree, its, sizes))
            ),
            None,
        )
        if same is None:
            found.append((effect, tree))
        else:
            other, its = found[same]
            found[same] = (other, either(its, tree))
    return found


def _is_alike(one: Said, other: Said) -> bool:
    return one._replace(clause=other.clause, entries=other.entries) == other


def _simpler(one: Tree, other: Tree, sizes: Sequence[int]) -> bool:
    """Tell whether it takes fewer choices to say of two effects together than of each."""
    apart = _choices(one, sizes) + _choices(other, sizes)
    return _choices(either(one, other), sizes) < apart


def _choices(tree: Tree, sizes: Sequence[int]) -> int:
    """Return how many choices are named to say when there is an effect."""
    return sum(map(len, causes(tree, sizes)))
