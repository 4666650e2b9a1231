"""Foreign forces leave, and no army that they stood against moves.

One side gives up its position for good while the other keeps its own, and the balance on which the
peace is to rest shifts on the day of the last departure. By the Paris agreement of 1973 on Viet-Nam
the foreign forces left, and an army that it did not name stayed where it was; the war went on to
the fall of the capital in 1975 (from general knowledge). A withdrawal that is mirrored, or given
for something, can be weighed; one that stands alone is a gift.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.standing_forces import LeftStanding
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="reciprocity",
    lens="both",
    severity="warning",
    entries=("B19",),
    cites=cite("impossible", "B19"),
    answer=(
        "Forces that came from abroad can return, as those at home cannot leave: to ask the same of "
        "both is to ask for two different things."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall withdraw its troops from Southland.
                                      ^^^^^^ these forces leave, and nothing is asked of the forces of Northland
          by: 2027-03-01
        """,
        """
        declaration "On the Valley"
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        party Westland "Commonwealth of Westland"
        clause 1
          Westland shall withdraw all its troops from Southland.
                                          ^^^^^^ these forces leave, while Northland and Southland keep theirs in place
        clause 2
          Northland and Southland shall keep their forces in place.
        """,
    ),
    good=(
        """
        clause 1
          Westland shall reduce its forces in Southland to 10,000 troops.
        """,
        """
        clause 1
          Westland shall withdraw its troops from Southland.
        clause 2
          Northland shall withdraw its artillery to 30 km from the border.
        """,
        """
        clause 1
          Westland shall withdraw its troops from Southland.
          in return for: 2
        clause 2
          Northland shall open its border.
        """,
        """
        clause 1
          Northland and Westland each shall withdraw its troops from Southland.
        """,
        """
        clause 1
          All foreign forces shall leave Southland.
        """,
    ),
)
def withdrawal_unanswered(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for found in facts.left_standing:
        told = found.kept is not None or (facts.silence_counts and not facts.one_sided)
        if told and found.leaving.number not in seen:
            seen.add(found.leaving.number)
            yield Problem(
                found.at,
                f"these forces leave, {_what_of_the_others(found)}",
                "let the other side's forces move as well, in a clause with "
                f"`mirrors: {found.leaving.number}`, or say with `in return for:` what this is "
                "given for",
                related=_related(found),
            )


def _what_of_the_others(found: LeftStanding) -> str:
    names = " and ".join(found.others)
    if found.kept is not None:
        return f"while {names} keep theirs in place"
    return f"and nothing is asked of the forces of {names}"


def _related(found: LeftStanding) -> tuple[Related, ...]:
    if found.kept is None:
        return ()
    return (Related(found.kept.deed.act_span, "these stay"),)
