"""What was given may be taken back only by a body in which one side can say no.

A way back that takes a vote is no way back for whoever lacks the votes: the side that broke its
promise, or a friend of it, keeps the benefit. A snapback that comes by itself unless a vote stops
it, or that each side can use on notice, does not wait for the one it is meant for.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B19", "N28"),
    cites=cite("snapback-crs"),
    answer=(
        "What a majority cannot stop, one angry government can use: a vote protects the side that "
        "kept its word from being punished on a pretext."
    ),
    looks_at="text",
    bad=(
        """
        body Commission "Joint Commission"
          members: 5 from Northland, 5 from Southland
          decides by: consensus
        clause 1
          Northland shall freeze its reactors.
          if breached: Commission may reimpose the sanctions within 30 days.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the way back takes a vote of Commission, which one side can block
        """,
        """
        clause 1
          (a) Any party may notify UNSC of a breach.
          (b) UNSC may reimpose the sanctions.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the way back takes a vote of UNSC, which one side can block
          on: 30 days after 1(a) begins
        """,
    ),
    good=(
        """
        clause 1
          (a) Any party may notify UNSC of a breach.
          (b) The sanctions shall apply again.
          on: 30 days after 1(a) begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may reimpose the sanctions within 30 days.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: UNSC shall meet within 30 days.
        """,
    ),
)
def blocked_snapback(facts: Facts) -> Iterator[Problem | Met]:
    for ladder in facts.ladders:
        for rung in ladder.rungs:
            blocked = [name for name in rung.takes_word_of if name in facts.blocked]
            if rung.takes_back and blocked:
                yield Problem(
                    rung.at,
                    f"the way back takes a vote of {blocked[0]}, which one side can block",
                    "let it come automatically unless a vote stops it, or let a party act on notice",
                )
