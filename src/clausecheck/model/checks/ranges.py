"""What the text says of its spans of time that no span can be."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.syntax.slip import Slip


def backward(period: nodes.Period) -> Iterator[Slip]:
    """Yield a span whose first figure is the larger: "5 to 3 years"."""
    if period.most is not None and _number(period.least) > _number(period.most):
        unit = period.unit if period.least == "1" else f"{period.unit}s"
        written = f"{period.least} to {period.most}"
        offer = f"write `{period.most} to {period.least} {unit}`, or one figure"
        what = f"`{written}` goes from the larger to the smaller"
        yield Slip("unknown-value", period.span, what, offer)


def _number(figure: str) -> float:
    return float(figure.replace(",", ""))
