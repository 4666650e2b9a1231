"""A limit of a certain size that ends with its years, and nothing said of the day after.

A limit with a term can be agreed sooner than one without. But when it lapses, all that it held
back may be done at once and lawfully, and opponents will count from the first day how long it has
still to run. A review or a clause on what comes next takes the edge off.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule

_HELD_BACK = ("weapons", "material", "facility", "forces")


@rule(
    family="durability",
    lens="both",
    severity="info",
    entries=("B28",),
    cites=cite("impossible", "B28"),
    answer="A term is the price of a limit at all, and much can change before it is over.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall keep no more than 300 kg of enriched uranium.
          for: 15 years
          ^^^^^^^^^^^^^ this limit ends by itself, and what holds after it is not said
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          review: every 5 years
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall keep no more than 300 kg of enriched uranium.
          for: 15 years
        """,
        """
        clause 1
          Northland shall keep no more than 300 kg of enriched uranium.
          for: without limit
        """,
        """
        clause 1
          Northland shall supply 300 t of rice per year.
          for: 15 years
        """,
    ),
)
def lapsing_limit(facts: Facts) -> Iterator[Problem | Met]:
    terms = dict.fromkeys(term.span for limit in facts.operative for term in _terms(limit))
    if not terms or facts.reading.head.stated("review"):
        return
    first, *others = terms
    yield Problem(
        first,
        "this limit ends by itself, and what holds after it is not said",
        "add `review:` to the head, or a clause on what follows",
        related=tuple(Related(other, "nor here") for other in others),
    )


def _terms(limit: Provision) -> Iterator[nodes.Label]:
    """Yield the line with the years for which no more than a number of arms may be had."""
    amount, thing, term = limit.quantity, limit.object, limit.labels.get("for")
    if amount is None or amount.rate is not None or thing is None or term is None:
        return
    capped = limit.kind == "prohibition" or (
        amount.quantity is not None and (amount.quantity.qualifier or "").lower() == "no more than"
    )
    if capped and isinstance(term.value, nodes.Period) and is_group(thing, *_HELD_BACK):
        yield term
