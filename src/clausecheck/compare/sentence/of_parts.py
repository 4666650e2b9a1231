"""What it does to anybody that one sentence became several, or several one.

Each part has lines of its own, and so waits, vetoes and answers of its own: what only one of them
has is lost for the others. What is owed they share out, so that whoever is owed something by one of
them is owed it, and no more is lost than the part does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from clausecheck.changes import Change, Effect, What
from clausecheck.compare.effects.others import asked_otherwise, owed, owed_among, owed_otherwise
from clausecheck.compare.effects.steps import Sides, exchanging, of_exchange, of_waits
from clausecheck.compare.ground.units import Unit
from clausecheck.compare.sentence.given import moved
from clausecheck.compare.sentence.parted import SHARED_OUT
from clausecheck.source import Span
from clausecheck.values import evolve, frozen


@frozen
class _Parted:
    """The sentences of both texts, what changed in all, and what tells it of two of them."""

    befores: Sequence[Unit]
    afters: Sequence[Unit]
    changes: Sequence[Change]
    held: Sides
    between: Callable[[Unit, Unit], Iterable[Change]]


def parted_effects(
    befores: Sequence[Unit],
    afters: Sequence[Unit],
    changes: Sequence[Change],
    held: Sides,
    between: Callable[[Unit, Unit], Iterable[Change]],
) -> Iterator[Effect]:
    """Yield what became of waits, vetoes, says, answers, exchanges and of what is owed, once."""
    parted = _Parted(befores, afters, changes, held, between)
    pairs = ((one, other) for one in befores for other in afters)
    every = [effect for pair in pairs if _binds_both(*pair) for effect in _of_two(*pair, parted)]
    found: dict[tuple[What, str], Effect] = {}
    for effect in (*every, *owed_among(befores, afters), *_given(befores, afters)):
        same = found.setdefault((effect.what, effect.told), effect)
        parties = tuple(dict.fromkeys((*same.parties, *effect.parties)))
        found[effect.what, effect.told] = evolve(same, parties=parties)
    yield from found.values()


def _binds_both(one: Unit, other: Unit) -> bool:
    """Tell whether somebody is bound by two sentences, or it is not said of one whom it binds."""
    return not (one.parties and other.parties) or bool({*one.parties} & {*other.parties})


def _of_two(one: Unit, other: Unit, parted: _Parted) -> Iterator[Effect]:
    own = list(parted.between(one, other))
    yield from of_waits(one, other, parted.held)
    yield from asked_otherwise(one, other)
    if any(each.kind == "exchange" for each in own):
        yield from _exchanged(one, other, parted)
    lines = [each for each in own if each.kind not in SHARED_OUT]
    figures = [
        each
        for each in parted.changes
        if each.kind == "quantity" and _is_in(one, each.before) and _is_in(other, each.after)
    ]
    yield from owed_otherwise(one, other, [*lines, *figures])


def _given(befores: Sequence[Unit], afters: Sequence[Unit]) -> Iterator[Effect]:
    """Yield who is given something no longer, or newly, and is still owed something else."""
    before, after = ({who for unit in units for who in owed(unit)} for units in (befores, afters))
    sides: tuple[tuple[What, str], ...] = (("owed less", "without"), ("owed more", "with"))
    for every, (what, word) in zip(moved(befores, afters), sides, strict=True):
        for each in every:
            whose = tuple(who for who in each.names if who in before & after)
            if each.kind == "beneficiary" and whose:
                yield Effect(what, f"{word} {each.words}", whose)


def _is_in(unit: Unit, at: Span | None) -> bool:
    return at is not None and unit.words_at.contains(at)


def _exchanged(one: Unit, other: Unit, parted: _Parted) -> Iterator[Effect]:
    """Yield who has nothing in return for a step any longer, or has something now.

    Whoever is given several steps for one of their own, and now fewer, still has a counterpart. So
    have those who owe in one sentence what each owed in one of its own.
    """
    for effect in of_exchange(one, other, parted.held):
        gone = effect.what == "loses a counterpart"
        units, side = (parted.afters, 1) if gone else (parted.befores, 0)
        here, there = (one, other) if gone else (other, one)
        owing = {*effect.parties}
        if len(units) == 1 and owing <= {*there.parties} and not owing <= {*here.parties}:
            continue
        tied = {who for unit in units for who in exchanging(unit, parted.held, side, said=False)}
        bound = {*one.parties, *other.parties}
        parties = tuple(who for who in effect.parties if who in bound or who not in tied)
        yield evolve(effect, parties=parties)
