"""A duty that the text itself says it does not ask for.

A savings clause says that nothing in the text requires a thing, or affects it, and another clause
orders just that, or forbids what the first leaves the right to do, or says that nothing prevents. Each
side will read out the clause that suits it, and the public the other. Where one of the two says that
it comes first, they stand together; what nothing prevents is an exception to a wider ban.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland shall not conduct military exercises.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `conduct military exercises` is forbidden here, and 2 says that all is left as it is
        clause 2
          Nothing in this treaty affects the right of Northland and Southland to conduct military exercises.
        clause 3
          Nothing in this treaty shall be construed as preventing Westland from testing missiles.
        clause 4
          Westland shall not test missiles.
                   ^^^^^^^^^^^^^^^^^^^^^^^ `test missiles` is forbidden here, and 3 says that nothing prevents it
        clause 5
          Nothing in this treaty prohibits Westland from opening the road.
        clause 6
          Westland shall close the road.
                   ^^^^^^^^^^^^^^^^^^^^ `close the road` is owed here, and 5 says that nothing prevents the contrary
        """,
        """
        clause 1
          Nothing in this treaty shall be construed as requiring the withdrawal of Westland forces from the valley.
        clause 2
          Westland shall withdraw its troops from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` is owed here, and 1 says that nothing requires it
          by: 2028-01-01
        """,
        """
        clause 1
          This treaty does not affect the presence of Westland forces in the valley.
        clause 2
          Westland shall withdraw 500 troops from the valley.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw 500 troops` is owed here, and 1 says that all is left as it is
        """,
    ),
    good=(
        """
        clause 1
          Northland shall not conduct military exercises.
        clause 2
          Southland shall not conduct military exercises near the border.
        clause 3
          Westland shall not use force.
        clause 4
          Nothing in this treaty affects the right of Southland to conduct military exercises.
        clause 5
          Nothing in this treaty affects the right of Westland to self-defence.
        clause 6
          Nothing in this treaty affects the right of Westland to withdraw its troops.
        clause 7
          Westland shall withdraw its troops.
        """,
        """
        clause 1
          Nothing in this treaty requires Westland to withdraw its troops from the valley.
        clause 2
          Westland shall withdraw its troops from the island.
        """,
        """
        clause 1
          Nothing in this treaty affects the presence of Westland forces in the valley.
        clause 2
          Westland shall withdraw its troops from the valley.
          notwithstanding: 1
        """,
    ),
)
def owed_and_saved(facts: Facts) -> Iterator[Problem | Met]:
    for saved in facts.saved:
        duty, number = saved.duty, saved.by.number
        banned = duty.kind == "prohibition"
        says = _SAYS[saved.how] if banned or saved.how != "prevented" else _CONTRARY
        what = "forbidden" if banned else "owed"
        yield Problem(
            duty.at,
            f"`{duty.words}` is {what} here, and {number} says that {says}",
            f"leave one of them out, or add `notwithstanding: {number}`",
            severity=None if duty.whole and not duty.conditions else "warning",
            related=(Related(saved.by.sentence.span, "this says otherwise"),),
        )


_SAYS = {
    "required": "nothing requires it",
    "affected": "all is left as it is",
    "prevented": "nothing prevents it",
}
_CONTRARY = "nothing prevents the contrary"
