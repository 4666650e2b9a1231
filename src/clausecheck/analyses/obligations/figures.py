"""The figures of norms: how much of a thing, exactly, at the least or at the most."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.timing.moments import NO_LESS
from clausecheck.model import nodes
from clausecheck.model.sentences import Amount, Deed
from clausecheck.values import frozen


def figure_of(norm: Norm) -> Amount | None:
    """Return how much of its object, or the one number of its sentence: "pull back by 25 km"."""
    if norm.amounts:
        return norm.amounts[0] if len(norm.amounts) == 1 else None
    parts = norm.said.sentence.parts
    found = [(before, part) for before, part in pairwise(parts) if isinstance(part, nodes.Quantity)]
    if len(found) != 1 or len(norm.provision.meaning.deeds) > 1:
        return None
    (before, quantity), *_ = found
    return Amount(quantity.span, quantity, None, getattr(before, "text", "").lower())


@frozen
class Figure:
    """From `least` to `most` of what is counted, either without end."""

    least: float
    most: float
    measure: tuple[str | None, ...]
    """What is counted, and how."""

    @property
    def exact(self) -> bool:
        """Whether it is a figure, and no bound."""
        return self.least > -inf and self.most < inf


AT_MOST = frozenset(
    {"up to", "at most", "no more than", "not more than", "less than", "fewer than", "below"}
)
AT_LEAST = NO_LESS | {"over", "above"}
_BELOW = frozenset({"below", "under"})
"""Before a figure by itself, as in "shall not reduce its forces below 20,000"."""
_ABOVE = frozenset({"above", "beyond", "over"})
SHARES = frozenset({"%", "percent", "per cent"})
_BY_LEVEL = frozenset({"enrich"})
"""Acts of which a percentage says how far they go, and not with how much of a thing."""


def is_level(amount: Amount, deed: Deed) -> bool:
    """Tell whether a percentage is the level to which a thing is brought: "enrich it up to 5%".

    Before the thing it is a share of it: "enrich 20% of the uranium".
    """
    share = amount.quantity is not None and amount.quantity.unit in SHARES
    by_level = deed.act is not None and deed.act.name in _BY_LEVEL and amount.preposition != "by"
    behind = any(thing.span.end <= amount.span.start for thing in deed.objects)
    return share and by_level and behind


def bounds_of(norm: Norm) -> Figure | None:
    """Return the one figure of a norm; a ban on more is a bound from above."""
    amount = figure_of(norm)
    if amount is None:
        return None
    found = range_of(amount)
    if found is None or amount.quantity is None:
        return found
    if is_level(amount, norm.provision.deed):
        found = _as_level(found, amount)
    bounds = found.least, found.most
    if norm.kind == "prohibition":
        if bounds[0] > -inf and bounds[1] == inf:
            bounds = (-inf, bounds[0])
        elif bounds[0] == -inf or amount.preposition in _BELOW:
            bounds = (bounds[1], inf)
        else:
            return None
    return Figure(*bounds, found.measure)


def _as_level(figure: Figure, amount: Amount) -> Figure:
    """Return a figure as the level it stands for: "above 5%" is a bound as "more than 5%" is."""
    least = -inf if amount.preposition in _BELOW else figure.least
    most = inf if amount.preposition in _ABOVE else figure.most
    return Figure(least, most, (*figure.measure[:3], "to"))


def range_of(amount: Amount) -> Figure | None:
    """Return an amount as it is written; None for a figure that is no number."""
    if amount.quantity is None:  # all there is
        return Figure(100, 100, ("%", None, None, amount.preposition))
    bounds = _bounds(amount.quantity)
    return Figure(*bounds, _measure(amount, amount.quantity)) if bounds is not None else None


def _bounds(quantity: nodes.Quantity) -> tuple[float, float] | None:
    try:
        least = float(quantity.least.replace(",", ""))
        most = float((quantity.most or quantity.least).replace(",", ""))
    except ValueError:
        return None  # as "piece for piece"
    qualifier = (quantity.qualifier or "").lower()
    if qualifier in AT_MOST:
        return -inf, most
    if qualifier in AT_LEAST:
        return least, inf
    return (least, most) if not qualifier else None


def _measure(amount: Amount, quantity: nodes.Quantity) -> tuple[str | None, ...]:
    unit = "%" if quantity.unit in SHARES else quantity.measure
    return (unit, quantity.multiplier, amount.rate, amount.preposition)
