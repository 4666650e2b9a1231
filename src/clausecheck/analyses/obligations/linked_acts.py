"""What acts have to do with each other: what is done by doing another."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def entailed(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what is done by doing it: who withdraws troops from a place reduces those in it."""
    for name in norm.acts:
        act = vocabulary.act(name)
        for other in act.entails if act is not None else ():
            yield evolve(from_inside(norm), acts=vocabulary.ancestors("act", other))


def from_inside(norm: Norm) -> Norm:
    """Return a norm with what it takes from a place as what is in that place."""
    if all(each.preposition != "from" for each in norm.aspects):
        return norm
    aspects = (
        evolve(each, preposition="in") if each.preposition == "from" else each
        for each in norm.aspects
    )
    return evolve(norm, aspects=tuple(aspects))
