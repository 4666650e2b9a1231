"""A duty that hangs on one leader, and not on the state.

Support for one leader ebbs even at the best of times, and a word given leader to leader goes with
whoever gave it: a promised return visit of 2000 never came. A visit or a letter is only worth a
look; what a leader alone is to do is more.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="durability",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B30",),
    cites=cite("impossible", "B30"),
    answer=(
        "Where one person decides everything, that person’s own word, given in public, is worth more "
        "than any ministry’s."
    ),
    false_alarms=(
        "A visit or a letter is a leader’s own, and nobody expects the next one to repeat it."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          The President of Southland shall lift the sanctions.
              ^^^^^^^^^ this is for one leader to do, and the next is not bound
        """,
        """
        clause 1
          Southland shall visit Northland in the person of its President.
                                                               ^^^^^^^^^ this depends on one leader, whose term may end before it is done
        """,
        """
        clause 1
          Southland shall arrange a supply of fuel for Northland.
          according to: letter of assurance of the President of Southland
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this depends on one leader, whose term may end before it is done
        """,
    ),
    good=(
        """
        clause 1
          Southland shall lift the sanctions.
        """,
        """
        clause 1
          Southland and Northland shall hold talks led by their foreign ministers.
        """,
    ),
)
def leader_dependent(facts: Facts) -> Iterator[Problem | Met]:
    if facts.one_sided or not facts.personal:
        return
    heavy = [personal for personal in facts.personal if not personal.light]
    first, *others = heavy or facts.personal
    yield Problem(
        first.at,
        "this is for one leader to do, and the next is not bound"
        if heavy
        else "this depends on one leader, whose term may end before it is done",
        "bind the state or an office that lasts, in place of its leader",
        severity=None if heavy else "info",
        related=tuple(Related(other.at, "and this") for other in others),
    )
