"""How a text says where: what places a thing alike, and how far a distance reaches."""

from __future__ import annotations

from functools import cache

from clausecheck.model import nodes

_INSIDE = frozenset("in within inside on at into onto to throughout across along".split())
_AWAY = frozenset("from out off".split())


@cache
def alike(preposition: str | None) -> str:
    """Return one word for prepositions that place a thing alike."""
    if preposition in _INSIDE:
        return "in"
    return "from" if preposition in _AWAY else preposition or ""


PREPOSITIONS = (
    _INSIDE | _AWAY | frozenset("near around over above below beside beyond under".split())
)
"""Words that say where."""

_LENGTHS = {"m": 1, "km": 1000, "nm": 1852}
"""Units in which a distance is told, in metres."""


def metres(quantity: nodes.Quantity) -> float | None:
    """Return how far a plain distance goes, in metres."""
    plain = quantity.most is None and not (quantity.qualifier or quantity.multiplier)
    unit = _LENGTHS.get(quantity.unit or "")
    if not plain or unit is None:
        return None
    return float(quantity.least.replace(",", "")) * unit
