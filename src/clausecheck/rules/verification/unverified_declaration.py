"""One side declares what it has, and nobody checks whether it is all.

A list that its author alone has seen starts the next dispute: what is not on it? A baseline needs
a way to look at what was declared, and one to look where nothing was.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.inventories import listed
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="warning",
    entries=("B20", "N20"),
    cites=cite("start"),
    answer="A declaration that may be doubted still teaches more than none.",
    bad=(
        """
        clause 1
          Northland shall declare all nuclear facilities.
                                      ^^^^^^^^^^^^^^^^^^ nobody checks whether this declaration is complete
        """,
        """
        clause 1
          Northland agrees to provide a complete and correct declaration of its nuclear programs.
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody checks whether this declaration is complete
        """,
    ),
    good=(
        """
        clause 1
          Northland shall declare all nuclear facilities.
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Northland shall declare all nuclear facilities.
          verified by: unknown
        """,
        """
        clause 1
          Northland and Southland declare that the war is over.
        """,
    ),
)
def unverified_declaration(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for provision in facts.operative:
        thing = listed(provision, facts.vocabulary)
        if thing is None or provision.number in seen:
            continue
        seen.add(provision.number)
        if provision.labels.known("verified by"):
            yield Met("N20", provision.span, "the declaration is checked")
        elif not provision.labels.stated("verified by"):
            yield Problem(
                thing.span,
                "nobody checks whether this declaration is complete",
                "add `verified by:`, with access to declared sites and to suspect ones",
            )
