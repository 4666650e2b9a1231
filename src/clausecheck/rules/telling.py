"""How rules name the other clauses that take part in a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.analyses.norms import Norm
from clausecheck.findings import Related

_SHOWN = 5
"""Clauses that a message names before it counts the rest."""


def numbers(norms: Sequence[Norm]) -> str:
    """Return the clauses in a row: `1, 2 and 5`."""
    told = list(dict.fromkeys(norm.number for norm in norms))
    if len(told) > _SHOWN:
        told = [*told[:_SHOWN], f"{len(told) - _SHOWN} more"]
    *most, last = told
    return f"{', '.join(most)} and {last}" if most else last


def first(norms: Sequence[Norm]) -> str:
    """Return the first of them, as a label takes it."""
    return norms[0].number


def places(norms: Sequence[Norm], message: str) -> tuple[Related, ...]:
    """Return where each stands."""
    return tuple(Related(norm.at, f"{message}: `{norm.words}`") for norm in norms[:_SHOWN])
