"""One side declares what it has, and nobody checks whether it is all.

A list that its author alone has seen starts the next dispute: what is not on it? A baseline needs
a way to look at what was declared, and one to look where nothing was.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.inventories import listed
from clausecheck.analyses.terms import is_one_of
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="warning",
    entries=("B20", "N20"),
    cites=cite("start"),
    answer="A declaration that may be doubted still teaches more than none.",
    looks_at="text",
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
        """
        clause 1
          Northland shall declare all nuclear facilities.
                                      ^^^^^^^^^^^^^^^^^^ nobody checks whether this declaration is complete
          verified by: none
        """,
        """
        clause 1
          Northland shall declare its nuclear facilities.
                                      ^^^^^^^^^^^^^^^^^^ nobody checks whether this declaration is complete
        clause 2
          Northland shall verify the declaration.
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
          Northland shall submit a declaration of its nuclear facilities to IAEA.
        clause 2
          IAEA shall verify the declaration.
          verifies: 1
        """,
        """
        clause 1
          Northland shall declare its nuclear facilities.
        clause 2
          IAEA shall verify the completeness of the declaration.
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
    checked = {duty.provision.number: duty for duty in facts.verification.duties}
    seen = set()
    for provision in facts.operative:
        thing = listed(provision, facts.vocabulary)
        if thing is None or provision.number in seen:
            continue
        seen.add(provision.number)
        duty = checked.get(provision.number)
        if duty is not None and duty.told_at is not None and not duty.denied:
            if not duty.unseen:
                yield Met("N20", provision.span, "the declaration is checked")
        elif _is_looked_through(provision, facts):
            yield Met("N20", provision.span, "the declaration is checked, as another clause says")
        else:
            yield Problem(
                thing.span,
                "nobody checks whether this declaration is complete",
                "add `verified by:`, with access to declared sites and to suspect ones",
            )


def _is_looked_through(provision: Provision, facts: Facts) -> bool:
    """Tell whether somebody is to look at a declaration, where no line says at which."""
    bound = provision.meaning.who.names
    return any(
        looking.tells(bound)
        and any(
            is_one_of(mention, facts.vocabulary, "declaration", "partial-declaration")
            for mention in looking.deed.mentions
        )
        for looking in facts.verification.unplaced
    )
