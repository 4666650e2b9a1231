"""A percentage of a number that nobody has counted.

A tenth of what was there on which day, and counted by whom? Each side will take the day that suits
it. Arms control fixes the count first: what is declared, as of a date, by a rule for counting.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
    entries=("B20",),
    cites=cite("start"),
    answer="A share is fair to both where the numbers are secret, and the count can follow.",
    scope="arms control between two powers",
    bad=(
        """
        clause 1
          Westland shall withdraw at least 10% of its troops.
                                  ^^^^^^^^^^^^ a share of what was there on which day is not said
        """,
        """
        clause 1
          Westland shall withdraw half of its troops.
                                  ^^^^ a share of what was there on which day is not said
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          if: "50% of the missiles are destroyed"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a share of what was there on which day is not said
        """,
    ),
    good=(
        """
        clause 1
          Westland shall notify half of the parties.
        """,
        """
        clause 1
          Westland shall withdraw at least 10% of its troops.
          counted from: 2027-01-01
        """,
        """
        clause 1
          Westland shall withdraw 100% of its troops.
        """,
        """
        clause 1
          Westland shall withdraw troops from the southern half of the zone.
        """,
        """
        clause 1
          Northland shall not enrich uranium above 3.67%.
        clause 2
          Northland may enrich uranium up to 3.67%.
        """,
    ),
)
def share_without_baseline(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.measures.shares:
        yield Problem(
            at,
            "a share of what was there on which day is not said",
            "add `counted from:` with a day, as in `counted from: 2027-01-01`, or give the number",
        )
