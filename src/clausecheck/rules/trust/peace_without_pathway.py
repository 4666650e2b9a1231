"""The war is ended or peace is owed, and nothing leads on to arms or to further talks.

Peace may in time make disarmament possible; whether it does is learned only where the two are
linked. A text that makes peace and has no word on weapons, nor on talks that are to follow, risks
being read as the end of the matter, with the arms where they are. A clause on the negotiations that
follow is enough. A text that only declares is not asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.analyses.security.troops import what_ends
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="trust",
    lens="advocate",
    severity="warning",
    entries=("N26",),
    cites=cite("necessary", "N26"),
    answer="What is granted first is kept, and the talks that are to follow are talks about more.",
    looks_at="text",
    bad=(
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ peace is made here, and nothing leads on to arms or to further talks
        clause 2
          Northland and Southland shall open liaison offices.
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          All parties shall hold negotiations on arms control.
          by: 1 year after signature
        """,
        """
        clause 1
          Northland and Southland shall open liaison offices.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        """,
    ),
)
def peace_without_pathway(facts: Facts) -> Iterator[Problem | Met]:
    ending = [what_ends(provision) for provision in facts.troops.endings]
    made = (*ending, *facts.conduct.peace)
    if not made:
        return
    talks = peace.follow_on(facts.reading, facts.vocabulary)
    for provision in islice(filter(peace.is_on_arms, talks), 1):
        yield Met("N26", provision.span, "negotiations that are to follow")
    onward = any(peace.leads_on(facts.reading, facts.vocabulary))
    if not onward and facts.stands_alone and any(each.meaning.binding for each in facts.operative):
        first = facts.troops.endings[:1]
        here = any(facts.is_done_here(provision) for provision in first)
        yield Problem(
            made[0],
            f"peace is {'made' if here else 'spoken of'} here, and nothing leads on to arms or to further talks",
            "add a clause such as `All parties shall hold negotiations on arms control.`, with `by:`",
        )
