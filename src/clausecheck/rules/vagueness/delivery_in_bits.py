"""Something is to be handed over: no amount, no day, and nothing to show that it is done.

Even steps meant to build confidence, such as the return of the fallen, have come in instalments: a
duty that has neither quantity nor schedule nor test is kept by the first delivery and broken by
none. It is said once for the text, at the first such duty. A thing that is measured in another
clause is measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    entries=("B20",),
    cites=cite("impossible", "B20"),
    answer=(
        "The advocate takes even a part of it as a mark of good faith, given when nothing compelled "
        "it; to demand a timetable may end the deliveries."
    ),
    false_alarms=(
        "What cannot be counted, as respect or goodwill among the things owed, has no test to "
        "ask for."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall return the remains of soldiers of Southland.
                                     ^^^^^^^^^^^^^^^^^^^ no quantity, no day and no test: this can be delivered in bits, without end
        clause 2
          Southland shall release prisoners.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall return 55 remains of soldiers of Southland.
          by: 2027-03-01
          reports: within 10 days to Southland
        """,
        """
        clause 1
          Northland shall release all prisoners.
        """,
        """
        clause 1
          Southland will provide food aid equivalent to 50,000 t of rice to Northland.
        """,
        """
        clause 1
          Northland shall return the remains of soldiers of Southland.
        clause 2
          Northland shall return 55 remains of soldiers.
          by: 2027-03-01
        """,
        """
        clause 1
          Northland shall return the remains of soldiers of Southland.
          step 1 Northland shall identify the remains.
          by: 2027-03-01
        """,
    ),
)
def delivery_in_bits(facts: Facts) -> Iterator[Problem | Met]:
    deliveries = facts.deliveries
    measured = {each.what for each in deliveries if each.measured}
    for each in deliveries:
        if each.counted and each.scheduled and each.tested:
            yield Met("B20", each.at, "a quantity, a day and a test")
    bare = [each.at for each in deliveries if each.what not in measured]
    if bare:
        first, *others = bare
        yield Problem(
            first,
            "no quantity, no day and no test: this can be delivered in bits, without end",
            "add a number or `all`, `by:`, and `verified by:` or `reports:`",
            related=tuple(Related(other, "nor is this measured") for other in others),
        )
