"""One thing to be done, with two days.

Each side will count by the day that suits it. Where both can be met, the earlier one decides, and
the later is a promise that the text does not keep. Another object, another place, a share or a
condition makes another step of it, which may well have a day of its own, and so does what can be
done again: talks are held on many days, and of "troops" some may leave later. So it is with how
often a thing is to be done, and on what notice.
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
          Northland shall withdraw its troops from the valley.
          on: 2027-03-01
        clause 2
          Northland shall withdraw its troops from the valley.
          on: 2027-04-01
          ^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, and both cannot be kept
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 60 days after signature
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 90 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, though both can be kept
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 2027-05-01
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 2027-04-01
          ^^^^^^^^^^^^^^ `withdraw its troops` has another day in 1, and both cannot be kept
        """,
        """
        clause 1
          Northland shall report its troops to Westland.
          every: 90 days
        clause 2
          Northland shall report its troops to Westland.
          every: 30 days
          ^^^^^^^^^^^^^^ `report its troops` has another interval in 1, though both can be kept
        clause 3
          Westland may inspect the reactors.
          on notice of: 2 days
        clause 4
          Westland may inspect the reactors.
          on notice of: 10 days
          ^^^^^^^^^^^^^^^^^^^^^ `inspect the reactors` has another notice in 3, though both can be kept
        """,
    ),
    good=(
        """
        clause 1
          Northland shall report its troops to Westland.
          every: 1 month
        clause 2
          Northland shall report its troops to Westland.
          every: 30 days
        clause 3
          Northland shall report its troops to Southland.
          every: 90 days
        clause 4
          Northland shall report its troops to Westland.
          every: "spring"
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 2027-05-01
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 2027-05-01
        clause 3
          Northland shall withdraw its troops from the island.
          by: 2027-04-01
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 60 days after signature
        clause 2
          Northland shall withdraw its troops from the island.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall withdraw 30% of its troops.
          by: 60 days after signature
        clause 2
          Northland shall withdraw 60% of its troops.
          by: 90 days after signature
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 1 month after signature
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 30 days after signature
        """,
    ),
)
def two_deadlines(facts: Facts) -> Iterator[Problem | Met]:
    for double in facts.doubles:
        time = _TIMES.get(double.what)
        if time is not None:
            norm, other = double.norm, double.other
            due = double.at or norm.provision.timing.due[0].span
            others = double.other_at or other.provision.timing.due[0].span
            both = "and both cannot" if double.contradictory else "though both can"
            yield Problem(
                due,
                f"`{norm.words}` has another {time} in {other.number}, {both} be kept",
                f"keep one of the {time}s, or add `exception to: {other.number}`",
                severity=None if double.contradictory else "warning",
                related=(Related(others, f"the {time} in {other.number}"),),
            )


_TIMES = {"deadline": "day", "interval": "interval", "notice": "notice"}
