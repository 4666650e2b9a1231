"""How much sentences speak of, and where some share out among them what another has in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.compare.ground.canon import measured
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.model.sentences import Amount, Meaning
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class Figure:
    """An amount, and whether it is one of the things that are done something to."""

    amount: Amount
    owned: bool
    of: str = ""
    """The thing whose amount it is; empty of one that stands by itself."""


def figures(meaning: Meaning) -> Iterator[Figure]:
    """Yield the amounts of a sentence, those of its acts first."""
    seen = set()
    for deed in every_deed(meaning.deeds):
        own = {each.amount.span: each.name for each in deed.mentions if each.amount is not None}
        of_things = [each.amount for each in deed.mentions if each.amount is not None]
        for amount in (*deed.amounts, *of_things):
            if amount.span not in seen:
                seen.add(amount.span)
                yield Figure(amount, amount.span in own, own.get(amount.span, ""))


SHARING = frozenset({"thing remain", "thing promote", "act promote"})
"""What a sentence seems to be about that is about the remaining, or a further number of them."""
_REST = frozenset({"remaining", "remainder", "rest"})
_WORDS = _REST | {"further", "another", "more", "other", "additional"}


def are_shared_out(ones: Sequence[Unit], others: Sequence[Unit]) -> bool:
    """Tell whether some sentences share out among them what another says at once.

    So do half of it and the rest, or 40 and 60 of the 100, or 40 and 50 of it, which is less.
    """
    return balance(ones, others) is not None


def balance(ones: Sequence[Unit], others: Sequence[Unit]) -> float | None:
    """Return how much more there is in the others where either share out what the other says.

    It is 0 where one is about all the rest; None where nothing is shared out.
    """
    if len(ones) == 1:
        return _balance(ones[0], others)
    less = _balance(others[0], ones) if len(others) == 1 else None
    return None if less is None else -less


def sharing(unit: Unit) -> Iterator[Span]:
    """Yield where a sentence says which share of a thing it is about."""
    yield from (each.amount.span for meaning in unit.meanings for each in figures(meaning))
    yield from (at for word, at in unit.tokens if word.lower() in _WORDS)


def _balance(whole: Unit, parts: Sequence[Unit]) -> float | None:
    if _is_of_the_rest(whole) or len(parts) == 1:
        return None
    sizes = [_size(part) for part in parts if not _is_of_the_rest(part)]
    known = [size for size in sizes if size is not None]
    if len(known) < len(sizes) or len(sizes) < len(parts) - 1:
        return None
    if len(sizes) < len(parts):
        return 0
    full = _size(whole)
    if full is None or {size[1:] for size in known} != {full[1:]} or max(known) >= full:
        return None
    return sum(size[0] for size in known) - full[0]


def _is_of_the_rest(unit: Unit) -> bool:
    return not _REST.isdisjoint(word.lower() for word, _ in unit.tokens)


def _size(unit: Unit) -> tuple[float, object, str] | None:
    """Return the one number that a sentence has, its unit and the thing that it is of."""
    every = [each for meaning in unit.meanings for each in figures(meaning)]
    quantity = every[0].amount.quantity if len(every) == 1 else None
    if quantity is None or every[0].amount.rate:
        return None
    size, *measure = measured(quantity)
    return (size, tuple(measure), every[0].of) if isinstance(size, float) else None
