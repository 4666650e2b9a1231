"""What somebody shall do by one clause, and need not do by another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from clausecheck.analyses.contradictions.pairs import Found, is_settled, swallows
from clausecheck.analyses.obligations import implied
from clausecheck.analyses.obligations.holding import Calendar
from clausecheck.analyses.obligations.norms import TRIES, Aspect, Norm
from clausecheck.analyses.obligations.scope import same_owner
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def left_free(norms: tuple[Norm, ...], vocabulary: Vocabulary, calendar: Calendar) -> Found:
    """Yield what somebody shall do, and by another sentence need not do, on no condition.

    Who waits as long as the duty leaves time is to be free of it by then. That somebody may do it
    takes nothing from the duty: who must, may.
    """
    free = [
        each
        for norm in norms
        for each in (norm, *implied.freedoms(norm, calendar.names, vocabulary))
        if each.kind == "exemption" and not (each.conditions or each.licensed)
    ]
    left = {norm.acts[0] for norm in free}
    duties: dict[tuple[object, ...], list[Norm]] = {}
    for norm in norms:
        if norm.kind == "duty" and norm.firm and norm.acts[0] in left and not _hangs(norm):
            # Who need not deliver any need not deliver so many, nor to anybody.
            for name, asked in product(norm.bearers, (norm, *_lesser(norm))):
                duties.setdefault((name, *_same(asked)), []).append(norm)
    for norm in free:
        for name in norm.bearers:
            for duty in islice(duties.get((name, *_same(norm)), ()), TRIES):
                settled = is_settled(norm, duty) and not swallows(norm, duty)
                apart = settled or not same_owner(norm, duty)
                if not apart and (not norm.timed or calendar.holds_when_due(norm, duty)):
                    for_good = calendar.term(norm).closes == "never"
                    yield "emptied", norm, duty, "certain" if for_good else "past due"


def _hangs(norm: Norm) -> bool:
    """Tell whether it is owed only at times, or only if something is so."""
    return norm.choice or norm.licensed or bool(norm.conditions)


def _lesser(duty: Norm) -> Iterator[Norm]:
    """Yield a duty without how much is owed, without to whom, and without both."""
    others = tuple(each for each in duty.aspects if not _is_a_receiver(each))
    aspects = dict.fromkeys((duty.aspects, others))
    amounts = dict.fromkeys((duty.amounts, ()))
    for less in islice(product(aspects, amounts), 1, None):
        yield evolve(duty, aspects=less[0], amounts=less[1])


def _is_a_receiver(aspect: Aspect) -> bool:
    return aspect.preposition in {"", "to", "with"} and aspect.keys[0][0] in {"actor", "group"}


def _same(norm: Norm) -> tuple[object, ...]:
    """Return what must be the same in two norms that speak of one thing to do, so much of it."""
    aspects = frozenset((aspect.preposition, aspect.itself) for aspect in norm.aspects)
    return norm.acts[0], norm.about, aspects, norm.lines, norm.quantities
