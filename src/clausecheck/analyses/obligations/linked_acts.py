"""What acts have to do with each other: what is done by doing another."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.model.sentences.meanings import is_group
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def entailed(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what is done by doing it: who withdraws troops from a place reduces those in it."""
    for name in norm.acts:
        act = None if name in _BEGINNING and _is_of_an_act(norm) else vocabulary.act(name)
        for other in act.entails if act is not None else ():
            if other == _TRANSFER and not _hands_it_over(norm):
                continue
            yield evolve(from_inside(norm), acts=vocabulary.ancestors("act", other))


_BEGINNING = frozenset({"begin", "continue", "resume"})


def _is_of_an_act(norm: Norm) -> bool:
    """Tell whether an act begins or goes on, and not the reactor that is dismantled."""
    deed, thing = norm.provision.deed, norm.provision.object
    before = (each for each in deed.others if thing is not None and each.span < thing.span)
    return bool(deed.inner) or any(each.kind == "act" for each in before)


_TRANSFER = "transfer"
_GIVING = frozenset({"provide", "supply", "deliver", "export", "sell"})
_ON_LOAN = frozenset({"lease", "lend"})
_ARMS = ("weapons", "material")


def _hands_it_over(norm: Norm) -> bool:
    """Tell whether the thing itself goes to another, and not help with it or something for it.

    Land on a lease stays whose it is; of arms and material the use is the point.
    """
    act, thing = norm.acts[0], norm.provision.object
    if thing is None or not (act in _GIVING or (act in _ON_LOAN and is_group(thing, *_ARMS))):
        return False
    behind = (part for part in norm.said.sentence.parts if part.span.start >= thing.span.end)
    return all(getattr(part, "text", "").lower() != "with" for part in behind)


def from_inside(norm: Norm) -> Norm:
    """Return a norm with what it takes from a place as what is in that place."""
    if all(each.preposition != "from" for each in norm.aspects):
        return norm
    aspects = (
        evolve(each, preposition="in") if each.preposition == "from" else each
        for each in norm.aspects
    )
    return evolve(norm, aspects=tuple(aspects))
