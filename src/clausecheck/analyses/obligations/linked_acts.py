"""What acts have to do with each other: what is done by doing another, and what excludes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def exclusions(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return by act those that cannot be kept up with it, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for act in vocabulary.all_of("act"):
        for other in getattr(act, "excludes", ()):
            found.setdefault(act.name, set()).add(other)
            found.setdefault(other, set()).add(act.name)
    return {name: frozenset(others) for name, others in found.items()}
