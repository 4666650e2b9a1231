"""Peace is said to be ensured by the text itself.

No agreement cures suspicion: at best it leaves room to try. A text that promises more is refuted by
the first incident, and the rest of it with it. Modest wording, and a review after the first stage,
survive one.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.rules.rule import rule


@rule(
    family="substance",
    lens="advocate",
    severity="warning",
    entries=("N16",),
    cites=cite("necessary", "N16"),
    answer="The sceptic asks what a text is for that does not even claim to bring peace.",
    bad=(
        """
        clause 1
          Northland and Southland shall guarantee permanent peace.
                                                            ^^^^^ peace is promised here, and no text can keep that promise
        """,
        """
        clause 1
          All parties ensure that peace will be permanent.
                                  ^^^^^ peace is promised here, and no text can keep that promise
        """,
        """
        clause 1
          All parties shall ensure that peace will last.
                                        ^^^^^ peace is promised here, and no text can keep that promise
        """,
    ),
    good=(
        """
        clause 1
          All parties shall ensure that peace talks are held.
        """,
        """
        clause 1
          Northland and Southland shall work for peace.
        """,
        """
        clause 1
          Westland shall guarantee the security of Northland.
        """,
    ),
)
def peace_guaranteed(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    vouched = {p.number for p in facts.reading.provisions if p.modality.name == "guarantees"}
    for provision in facts.reading.provisions:
        thing = _vouched_for(provision, facts) or (
            next(iter(provision.meaning.subject), None) if provision.number in vouched else None
        )
        if thing is None or thing.span in seen or not is_group(thing, "peace"):
            continue
        if thing.preposition in {None, "that"} and is_one_of(
            thing, facts.vocabulary, "peace", "peace-regime"
        ):
            seen.add(thing.span)
            yield Problem(
                thing.span,
                "peace is promised here, and no text can keep that promise",
                "write in its place what each side does for peace, and add `review:` to the head",
            )


def _vouched_for(provision: Provision, facts: Facts) -> Mention | None:
    """Return what is guaranteed, as a thing or as what will be: "ensure that peace will last"."""
    if not acts(provision, facts.vocabulary, ("guarantee",)):
        return None
    return provision.object or next(iter(provision.deed.mentions), None)
