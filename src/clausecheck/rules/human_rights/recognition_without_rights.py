"""Recognition or normal relations, and no clause on people: rights, families, access.

A government that is recognised has less to fear for how it treats its own. That is no reason to
leave a war open; but a text that raises relations and has not one line on human rights, on families
that were parted or on access for relief says that the question is closed. A dialogue is enough to
keep it open. To bring home the dead is a humanitarian clause, so that the text is not without one; it
does nothing for whoever lives there, so that it answers nothing, and the gap is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import is_group, is_one_of, named
from clausecheck.analyses.ties import is_conditional
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
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
    "relief-agency",
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
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
                                      ^^^^^^^^^ relations are raised, and no clause is about rights, families or access for relief
        clause 2
          Northland shall allow IAEA access to all sites.
        """,
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
                                      ^^^^^^^^^ relations are raised, and no clause but on the dead is about rights, families or access for relief
        clause 2
          Northland shall return the remains of prisoners of war.
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
          Northland and Westland will establish diplomatic relations.
        clause 2
          Northland shall allow the World Food Programme access to all provinces.
        """,
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
        clause 2
          Northland shall give humanitarian organisations access to all provinces.
        """,
        """
        clause 1
          Northland and Westland will open liaison offices.
        """,
    ),
)
def recognition_without_rights(facts: Facts) -> Iterator[Problem | Met]:
    granted = facts.relations_granted
    if not granted and not facts.recognition.partial:
        return
    living: list[Mention] = []
    dead: list[Mention] = []
    for provision in facts.operative:
        remains = [m for m in provision.deed.mentions if is_group(m, "remains")]
        dead += remains
        if not remains:
            living += named(provision, facts.vocabulary, *_PEOPLE)
            living += _relief(provision, facts)
    if living:
        yield Met("B24", living[0].span, "a clause on rights, families or access")
    elif granted and facts.stands_alone:
        slight = dead or all(map(is_conditional, granted))
        yield Problem(
            granted[0].deed.act_span,
            f"relations are raised, and no clause {'but on the dead ' if dead else ''}is about "
            "rights, families or access for relief",
            "add a clause on one of them, as in `will hold a human rights dialogue`",
            severity="info" if slight else None,
        )


def _relief(provision: Provision, facts: Facts) -> Iterator[Mention]:
    """Yield the access of those who come to help: "shall allow WFP access to all provinces"."""
    helpers = set(facts.vocabulary.names("relief-organisations"))
    actors = facts.reading.names.actors
    for mention in provision.deed.mentions:
        owner = actors.get(mention.owner) if mention.owner else None
        if is_one_of(mention, facts.vocabulary, "access") and owner and owner.title in helpers:
            yield mention
