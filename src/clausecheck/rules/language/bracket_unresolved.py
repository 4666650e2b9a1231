"""Text that is not yet agreed.

Every open bracket is a decision still to be taken; a text that is signed has none. Lines below a
sentence in a bracket stay where they are when it is left out, and then bind another.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.rules.slips import problems


@rule(
    family="language",
    lens="neutral",
    severity="info",
    cites=cite("language", "Alternatives"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall leave [the valley {Southland} | the land {Northland}].
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 proposals are still open
        """,
        """
        clause 1
          Northland shall [open][close] the road.
                          ^^^^^^ this proposal may be taken or left, and `close` with it or without
                                ^^^^^^^ this proposal may be taken or left
        """,
        """
        clause 1
          (a) Northland shall open the road.
          [(b) Southland shall open the harbour.]
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this proposal may be taken or left, and left out, it leaves `by:` to (a)
          by: 2027-03-01
        """,
        """
        clause 1 "The valley [and the harbour {Southland}]"
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a bracket within quotation marks is words, and no choice
          Northland shall leave the valley.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
        """,
        """
        clause 1 "The vally [sic]"
          Northland shall leave the valley.
          note: "[the valley | the land] was what Southland proposed"
          > Northland shall leave "[the valley | the land]".
        """,
    ),
)
def bracket_unresolved(facts: Facts) -> Iterator[Problem | Met]:
    yield from problems(facts, "bracket-unresolved")
