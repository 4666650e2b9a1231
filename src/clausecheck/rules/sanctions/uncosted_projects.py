"""A programme of joint works without a figure, a term, or a word on who pays.

Zones, ports, railways and factories that two unequal economies build together are paid for by one
of them. Without a figure the promise is open at the top, the parliament that votes the money was
not told of it, and what it brings in is a cushion for a government that gives nothing for it. One or
two works may be left to experts; where three or more stand side by side a programme is promised.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_PROGRAMME = 3


@rule(
    family="sanctions",
    lens="sceptic",
    severity="warning",
    entries=("B22",),
    cites=cite("impossible", "B22"),
    answer=(
        "Works that both need are the least like a gift, and figures agreed too early are always "
        "wrong."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          (a) Northland and Southland agree to reconnect the railways.
                                                             ^^^^^^^^ works are promised in 3 places, with no figure or term, and nobody is said to pay
          (b) Northland and Southland agree to build an industrial complex.
          (c) Northland and Southland agree to open a special economic zone.
        """,
    ),
    good=(
        """
        clause 1
          (a) Northland and Southland agree to reconnect the railways.
          (b) Northland and Southland agree to build an industrial complex.
          by: 2030-01-01
          limit: 2 industrial complexes
          (c) Northland and Southland agree to open a special economic zone.
        """,
        """
        clause 1
          (a) Northland and Southland agree to reconnect the railways.
          (b) Northland and Southland agree to build an industrial complex.
          (c) Northland and Southland agree to open a special economic zone.
        clause 2
          Southland shall bear the cost of these projects.
        """,
        """
        clause 1
          (a) Northland and Southland agree to reconnect the railways.
          (b) Northland and Southland agree to build an industrial complex.
        clause 2
          Northland and Southland agree to reconnect the railways.
        """,
    ),
)
def uncosted_projects(facts: Facts) -> Iterator[Problem | Met]:
    projects = facts.sanctions.projects
    if len(projects) < _PROGRAMME or facts.sanctions.funded or not facts.silence_counts:
        return
    (_, first), *others = projects
    yield Problem(
        first,
        f"works are promised in {len(projects)} places, with no figure or term, and nobody is said to pay",
        "add who pays and up to what sum, as in `shall bear the cost`, or `limit:` and `for:`",
        related=tuple(Related(at, "and this") for _, at in others),
    )
