"""A party that is given something and owes nothing new, or one that alone owes all there is.

A list of gifts is not a bargain. To the sceptic it is one more concession to a government that
takes and breaks; to the advocate it leaves out what the giving side gains, without which its
parliament will not have it. A duty that both bear in one sentence is reciprocal by itself, and to
remain, maintain or reaffirm is to promise what is there today.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange import reciprocity
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="reciprocity",
    lens="both",
    severity="warning",
    entries=("B19", "B26", "N21"),
    cites=cite("impossible", "B26"),
    answer="Lower tension is itself a gain for whoever gives, and need not be written down as one.",
    looks_at="text",
    bad=(
        """
        clause 1
          Westland shall provide energy to Northland.
                                 ^^^^^^ this is given to Northland, which owes nothing here that it does not do already
          by: 2027-03-01
        clause 2
          Northland shall remain a party to the Non-Proliferation Treaty.
        """,
        """
        clause 1
          Northland shall open its borders.
                          ^^^^ every firm duty here is borne by Northland alone
        clause 2
          Northland shall not close the road.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall open its borders.
        clause 2
          Northland shall not close the road.
        clause 3
          Southland intends to open its borders.
        """,
        """
        clause 1
          Northland shall open its borders.
        clause 2
          Northland shall not close the road.
        clause 3
          Northland and Southland declare that the state of war is ended.
        """,
        """
        side North: Northland, Southland
        clause 1
          All parties shall open the road.
        clause 2
          All parties shall not close the road.
        """,
        """
        clause 1
          IAEA shall inspect the reactors.
        clause 2
          IAEA shall report to UN.
        """,
        """
        clause 1
          Westland shall provide energy to Northland.
          by: 2027-03-01
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Westland shall provide energy to Northland.
        clause 2
          Northland and Westland shall open liaison offices.
        """,
        """
        clause 1
          Northland shall hand over all nuclear weapons to Westland.
        """,
        """
        clause 1
          Westland shall terminate its alliance with Southland.
        """,
    ),
)
def one_sided_duties(facts: Facts) -> Iterator[Problem | Met]:
    if facts.one_sided or not facts.silence_counts:
        return
    for found in facts.receiving_alone:
        first, *others = found.steps
        yield Problem(
            first.matter_at,
            f"this is given to {found.party}, which owes nothing here that it does not do already",
            f"add what {found.party} does in return, and `in return for:` between the two",
            related=tuple(Related(other.matter_at, "and this") for other in others),
        )
    alone = reciprocity.borne_by_one(facts.reading)
    if alone is not None and not facts.imbalances and not _others_end_the_war(alone.party, facts):
        first, *others = alone.steps
        yield Problem(
            first.deed.act_span,
            f"every firm duty here is borne by {alone.party} alone",
            f"add what the others do, and `in return for:` between it and what {alone.party} does",
            related=tuple(Related(other.deed.act_span, "and this") for other in others),
        )


def _others_end_the_war(party: str, facts: Facts) -> bool:
    return any(each.meaning.who.names != (party,) for each in facts.troops.openings)
