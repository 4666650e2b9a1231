"""Findings that choices only move from place to place, or that raise other objections, as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from clausecheck.choosing.trees import Tree, causes, either, never_both
from clausecheck.rolling.effects import Effect, Said

Gathered: TypeAlias = tuple[Effect, Tree, tuple[Said, ...]]
"""An effect, what it hangs on, and what it is elsewhere or by other choices."""


def gathered(trees: Sequence[tuple[Effect, Tree]], sizes: Sequence[int]) -> list[Gathered]:
    """Return the effects, with a finding that choices only move from place to place as one.

    So is one of which choices only change which objections it raises.
    """
    found: list[Gathered] = []
    for effect, tree in trees:
        same = next(
            (
                at
                for at, (other, its, _) in enumerate(found)
                if isinstance(effect, Said)
                and isinstance(other, Said)
                and _is_alike(effect, other)
                and never_both(tree, its)
                and (effect.clause == other.clause or _simpler(tree, its, sizes))
            ),
            None,
        )
        if same is None:
            found.append((effect, tree, ()))
        else:
            other, its, elsewhere = found[same]
            moved = (effect,) if isinstance(effect, Said) else ()
            found[same] = (other, either(its, tree), (*elsewhere, *moved))
    return found


def _is_alike(one: Said, other: Said) -> bool:
    return one._replace(clause=other.clause, entries=other.entries, line=other.line) == other


def _simpler(one: Tree, other: Tree, sizes: Sequence[int]) -> bool:
    """Tell whether it takes fewer choices to say of two effects together than of each."""
    apart = _choices(one, sizes) + _choices(other, sizes)
    return _choices(either(one, other), sizes) < apart


def _choices(tree: Tree, sizes: Sequence[int]) -> int:
    """Return how many choices are named to say when there is an effect."""
    return sum(map(len, causes(tree, sizes)))
