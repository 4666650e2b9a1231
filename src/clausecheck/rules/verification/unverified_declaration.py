"""One side declares what it has, and nobody checks whether it is all.

A list that its author alone has seen starts the next dispute: what is not on it? A baseline needs
a way to look at what was declared, and one to look where nothing was.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts, is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.rules.rule import rule

_LISTED = ("facility", "material", "weapons", "disarmament")


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
        thing = provision.object
        if thing is None or provision.number in seen or not _lists(provision, thing, facts):
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


def _lists(provision: Provision, thing: Mention, facts: Facts) -> bool:
    if provision.kind != "duty" or not provision.meaning.binding:
        return False
    if acts(provision, facts.vocabulary, ("declare", "disclose")):
        return is_group(thing, *_LISTED)
    hands_over = thing.name == "declaration" and acts(
        provision, facts.vocabulary, ("provide", "submit")
    )
    return hands_over and any(is_group(mention, *_LISTED) for mention in provision.deed.mentions)
