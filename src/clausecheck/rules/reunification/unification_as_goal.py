"""Unification set as a goal or a duty, with no word on how or by whose consent.

"Peaceful" or "independent" in front of the word does not say which system prevails. While one
state must win and the other lose, each keeps its forces against the other, and a peace text that
sets the goal risks being read as a claim. A recital in the preamble binds nobody, nor does voicing
support for what others may do: both are no more than worth a look. Consent of both sides answers it,
and so does a claim that both give up; one that gives it up alone leaves the other's.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.unification import (
    Use,
    given_up_by_both,
    method_of,
    takes_consent,
)
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reunification",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B02",),
    cites=cite("impossible", "B02"),
    answer=(
        "The advocate wants a link of the two states as an end, not as a step: a common horizon "
        "costs nothing while neither side is pressed towards it."
    ),
    bad=(
        """
        clause 1
          Northland and Southland shall achieve unification step by step by agreement between them.
                                                ^^^^^^^^^^^ unification is set as a goal, by agreement, with no word on what it ends in
        """,
        """
        clause 1
          Northland and Southland will pursue peaceful unification.
                                              ^^^^^^^^^^^^^^^^^^^^ unification is set as a goal, without method or consent
        """,
        """
        clause 1
          Northland and Southland shall establish a unified country through a confederation or a federation.
                                                    ^^^^^^^ unification is set as a goal, without consent
        """,
        """
        preamble
        clause P1
          The parties reaffirm their hope of national unification.
                                             ^^^^^^^^^^^^^^^^^^^^ the preamble speaks of unification, without method or consent
        """,
        """
        clause 1
          Westland affirms its support for the peaceful unification of the valley.
                                               ^^^^^^^^^^^^^^^^^^^^ unification is recognised or supported here, without method or consent
        """,
    ),
    good=(
        """
        preamble
        clause P1
          Northland and Southland hope that the country will be unified by the freely expressed will of its people.
        """,
        """
        clause 1
          Northland and Southland will pursue peaceful unification.
          with consent of: Northland, Southland
        """,
        """
        clause 1
          Northland and Southland each shall not seek unification by force.
        """,
        """
        clause 1
          All parties affirm that unification will come about only by agreement between Northland and Southland.
        """,
        """
        clause 1
          The people of Northland and Southland shall decide on unification by referendum.
        """,
        """
        clause 1
          Northland and Southland shall open a liaison office.
        """,
        """
        clause 1
          Northland and Southland shall open a liaison office.
          > Both sides, hoping for unification, open an office.
        """,
        """
        clause 1
          Northland and Southland shall settle the national question by peaceful means.
        """,
    ),
)
def unification_as_goal(facts: Facts) -> Iterator[Problem | Met]:
    told = set()
    for use in facts.unification:
        if use.manner == "by-consent":
            yield Met("B02", use.mention.span, "consent of those concerned")
        elif use.manner == "renounced":
            if given_up_by_both(use, facts.unification):
                yield Met("B02", use.mention.span, "a claim that both give up")
        elif use.manner != "saved" and use.provision.span not in told:
            # A sentence that names it twice, or unity and its form, is one sentence.
            told.add(use.provision.span)
            yield from _left_without(use, facts)


def _left_without(use: Use, facts: Facts) -> Iterator[Problem]:
    if use.manner == "preamble":
        if not takes_consent(use.provision, facts.vocabulary):
            yield Problem(
                use.mention.span,
                "the preamble speaks of unification, without method or consent",
                "leave it as a recital, or say there that both states consent",
                severity="info",
            )
    elif use.acknowledged:
        yield Problem(
            use.mention.span,
            "unification is recognised or supported here, without method or consent",
            "add `with the consent of both states`",
            severity="info",
        )
    else:
        yield Problem(
            use.mention.span,
            f"unification is set as a goal, {_without_what(use)}",
            "say by whose consent, as in `with consent of: A, B`, or move it to the preamble",
        )


def _without_what(use: Use) -> str:
    agreed = any(
        m.name == "agreement" and m.preposition == "by" for m in use.provision.deed.mentions
    )
    if agreed:
        return "by agreement, with no word on what it ends in"
    return "without consent" if method_of(use) else "without method or consent"
