"""Duties that others could check, and no verifier anywhere in the text.

Without somebody who looks, each side learns of a breach from the other's accusation. Korean texts
of 1992 and 1994 say who looks; a statement of 2005 left it to be settled, and the talks that
followed broke off at the end of 2008 over what inspectors may sample (Arms Control Today, January
2009). That a body is left to settle how is less than a method, but is not nothing. Where the text
has no more to check than a bare pledge not to attack, where a body supervises the whole of it, or
where only part of it is here, it is worth a look and no more. Where `verified by: unknown` says
that a line was not seen, the text is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B20", "N20"),
    cites=cite("necessary", "N20"),
    answer=(
        "Verification can come with trust: to demand it of every first step is to demand that the "
        "weaker side shows its cards before it has any assurance."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not conduct nuclear tests.
                                      ^^^^^^^^^^^^^ nobody verifies this, nor anything else in the text
        """,
        """
        clause 1
          Northland and Southland shall reduce their forces.
        clause 2
          Northland and Southland shall verify the reduction.
                                        ^^^^^^ there is a duty to verify, and no one is told how
        """,
        """
        clause 1
          Northland and Southland shall not use force against each other.
                                                ^^^^^ nobody verifies this, nor anything else in the text
        """,
        """
        clause 1
          All foreign forces shall withdraw.
                                   ^^^^^^^^ nobody verifies this, nor anything else in the text
          verified by: none
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          IAEA shall carry out inspections every 30 days.
                     ^^^^^^^^^ somebody is to look, and it is not said at which duty
        """,
        """
        body Commission "Supervisory Commission"
          task: supervision of this agreement
        clause 1
          Northland shall not conduct nuclear tests.
                                      ^^^^^^^^^^^^^ the whole is supervised by Commission, and nobody is told to look at this
        """,
        """
        declaration "Valley Declaration"
          scope: partial
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall not conduct nuclear tests.
                                      ^^^^^^^^^^^^^ nobody verifies this, nor anything else in what is here
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          IAEA shall verify the dismantlement of the reactors.
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection, every 30 days
        """,
        """
        clause 1
          Northland and Southland shall open a liaison office.
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
        clause 2
          Northland shall freeze its reactors.
          verified by: unknown
        """,
    ),
)
def unverified_text(facts: Facts) -> Iterator[Problem | Met]:
    verification = facts.verification
    for duty in verification.duties:
        if duty.shown in {"named", "full"}:
            yield Met("N20", duty.provision.span, "a named verifier")
    unseen = any(duty.unseen for duty in verification.duties)
    if verification.named or unseen or not verification.duties or facts.reading.broken:
        return
    first, *others = verification.judged or verification.duties
    if verification.duties_to_verify:
        yield _unplaced(facts) or Problem(
            verification.duties_to_verify[0].deed.act_span,
            "there is a duty to verify, and no one is told how",
            "name who looks and how, and what holds until it is agreed",
            severity="info",
            related=tuple(Related(duty.at, "this is to be verified") for duty in (first, *others)),
        )
        return
    numbers = {duty.provision.number for duty in (first, *others)}
    whole = facts.silence_counts and facts.overseer is None and not numbers <= _pledges(facts)
    yield Problem(
        first.at,
        _what_is_missing(facts),
        "name who looks and how, as in `verified by: A using on-site inspection, every 30 days`",
        severity=None if whole else "info",
        related=tuple(Related(other.at, "nor this") for other in others),
        of_text=True,
    )


def _unplaced(facts: Facts) -> Problem | None:
    """Return that somebody looks, and not at what, if that is so."""
    for duty in facts.verification.duties:
        looking = facts.verification.likely(duty, facts.vocabulary)
        if looking is not None:
            return Problem(
                looking.watch.at,
                "somebody is to look, and it is not said at which duty"
                if looking.method
                else "there is a duty to verify, and no one is told how",
                f"add `verifies: {duty.provision.number}` under this sentence if that is meant"
                + ("" if looking.method else ", and say how"),
                severity="info",
                related=(Related(duty.at, "this is likely to be meant"),),
            )
    return None


def _what_is_missing(facts: Facts) -> str:
    if facts.overseer is not None:
        return f"the whole is supervised by {facts.overseer}, and nobody is told to look at this"
    rest = "anything else in the text" if facts.silence_counts else "anything else in what is here"
    return f"nobody verifies this, nor {rest}"


def _pledges(facts: Facts) -> set[str]:
    """Return the numbers of the bare pledges not to attack."""
    return {
        pledge.provision.number
        for pledge in facts.non_aggression
        if not any(is_group(mention, "weapons") for mention in pledge.provision.deed.mentions)
    }
