"""Arms or plants are frozen or suspended, and no one says for how long.

A pause without a term can end on the day it costs something, and nobody can then say that it was
broken. Where another clause ends it for good, by dismantling what was frozen, the pause has its
term; so this is asked of a whole text alone. Tests and exercises are judged apart; `without limit`
is a term as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="both",
    severity="info",
    entries=("B20",),
    cites=cite("single-text"),
    answer="A term tells the other side how long it has to wait; a pause without one may simply last.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
                                     ^^^^^^^^ it is not said how long this pause holds
        """,
        """
        clause 1
          Northland shall halt the production of plutonium.
                                                 ^^^^^^^^^ it is not said how long this pause holds
        """,
        """
        clause 1
          Northland shall halt plutonium production.
                               ^^^^^^^^^ it is not said how long this pause holds
        """,
    ),
    good=(
        """
        clause 1
          Northland shall halt the broadcasts.
        """,
        """
        clause 1
          Northland shall halt the dismantlement of its reactors.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          for: 5 years
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Northland shall dismantle its reactors.
          by: 2030-01-01
        """,
        """
        clause 1
          Northland shall cease the production of plutonium.
        """,
    ),
)
def pause_without_term(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.measures.termed:
        yield Met("B20", at, "a term")
    if facts.measures.pauses and facts.silence_counts:
        first, *others = facts.measures.pauses
        yield Problem(
            first,
            "it is not said how long this pause holds",
            "add `for: 5 years`, `until:` with an event, or `for: without limit`",
            related=tuple(Related(other, "nor this") for other in others),
        )
