"""Recognition or normal relations, and no clause on people: rights, families, access.

A government that is recognised has less to fear for how it treats its own. That is no reason to
leave a war open; but a text that raises relations and has not one line on human rights, on families
that were parted or on access for relief says that the question is closed. A dialogue is enough to
keep it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import is_group, named
from clausecheck.analyses.ties import is_conditional
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_PEOPLE = (
    "abductee",
    "families",
    "family-reunion",
    "humanitarian-access",
    "humanitarian-aid",
    "humanitarian-issue",
    "humanitarian-law",
    "human-rights",
    "prison-camp",
    "prisoner",
    "war-crimes",
)


@rule(
    family="human-rights",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B24",),
    cites=cite("impossible", "B24"),
    answer=(
        "The advocate leaves this unanswered. It can be said that ending the danger of war comes "
        "first, and that rights are easier to speak of where there is an embassy."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
                                      ^^^^^^^^^ relations are raised, and no clause is about rights, families or access for relief
        """,
    ),
    good=(
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
        clause 2
          Northland shall return all prisoners of war.
        """,
        """
        declaration "Part of a Draft"
          scope: partial
        party Northland "Kingdom of Northland"
        party Westland "Commonwealth of Westland"
        clause 1
          Northland and Westland will establish diplomatic relations.
        """,
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
        clause 2
          Northland and Westland will hold a human rights dialogue.
          every: 6 months
        """,
        """
        clause 1
          Northland and Westland will open liaison offices.
        """,
    ),
)
def recognition_without_rights(facts: Facts) -> Iterator[Problem | Met]:
    recognition = facts.recognition
    granted = [*recognition.full, *recognition.upgrading]
    if not granted:
        return
    spoken_of = [
        mention.span
        for provision in facts.operative
        if not any(is_group(mention, "remains") for mention in provision.deed.mentions)
        for mention in named(provision, facts.vocabulary, *_PEOPLE)
    ]
    if spoken_of:
        yield Met("B24", spoken_of[0], "a clause on rights, families or access")
    elif facts.stands_alone:
        yield Problem(
            granted[0].deed.act_span,
            "relations are raised, and no clause is about rights, families or access for relief",
            "add a clause on one of them, as in `will hold a human rights dialogue`",
            severity="info" if all(map(is_conditional, granted)) else None,
        )
