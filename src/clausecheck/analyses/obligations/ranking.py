"""Which of two norms the text puts before the other."""

from __future__ import annotations

from clausecheck.analyses.obligations.norms import Norm


def ranked(one: Norm, other: Norm) -> bool:
    """Tell whether the text says which of the two comes first, or that one is an exception."""
    named = one.number in other.ranked or other.number in one.ranked
    return named and not (comes_first(one, other) and comes_first(other, one))


def comes_first(one: Norm, other: Norm) -> bool:
    """Tell whether either of two says that the one goes before the other."""
    return other.number in one.over or one.number in other.under


def in_steps(one: Norm, other: Norm) -> bool:
    """Tell whether both are steps of one procedure, done one after the other."""
    steps = (
        any(marker.startswith("step") for marker in norm.said.sentence.markers)
        for norm in (one, other)
    )
    return one.provision.clause == other.provision.clause and all(steps)
