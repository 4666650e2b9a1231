"""The first answer to a breach of one duty is the end of the whole text.

Deals of weight can be had that stop short of everything, and they are of worth by themselves. Where
one clause that fails takes all others with it, the smallest quarrel puts the whole at stake, and
the side that wants to leave has its pretext. A step before it, or the suspension of what was given
in return, keeps the rest alive.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.breach import Rung
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import names_this_text
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_ENDING = ("end", "leave", "withdraw")


@rule(
    family="overreach",
    lens="advocate",
    severity="warning",
    entries=("N05",),
    cites=cite("necessary", "N05"),
    answer="What can be kept in part will be kept in part: each side would take the half it likes.",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may terminate this treaty.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach of this one duty ends the whole text at once
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: All parties shall meet within 10 days.
          otherwise: Southland may terminate this treaty.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may resume the exercises.
        """,
    ),
)
def one_breach_ends_all(facts: Facts) -> Iterator[Problem | Met]:
    for ladder in facts.ladders:
        if _ends_the_text(ladder.rungs[0], facts):
            yield Problem(
                ladder.rungs[0].at,
                "a breach of this one duty ends the whole text at once",
                "suspend what was given for it, or put a step before, with `otherwise:` for the end",
            )
        else:
            yield Met("N05", ladder.at, "a breach that leaves the rest standing")


def _ends_the_text(rung: Rung, facts: Facts) -> bool:
    return any(
        deed.act is not None
        and any(facts.vocabulary.is_a("act", deed.act.name, name) for name in _ENDING)
        and names_this_text(deed)
        for meaning in rung.meanings
        for deed in meaning.deeds
    )
