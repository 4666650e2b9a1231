"""Disarmament or arms reduction without a number, a day or a verifier.

Doubt that either side would really cut its own forces by much is as old as the talks. A promise to
reduce that names none of the three cannot be kept or broken; it can only be discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.foreign_forces import what_moves
from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.analyses.timing.times import open_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.rules.rule import rule

_REDUCTIONS = frozenset({"disarmament", "arms-reduction", "arms-control"})
_FEWER = ("reduce", "scale-down")
_ARMIES = ("conventional-weapons", "artillery")
_TALK = ("discuss", "consult", "negotiate", "hold", "meet", "seek", "support")


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    entries=("B12",),
    cites=cite("impossible", "B12"),
    answer="The advocate would begin with the principle and let trust supply the numbers.",
    bad=(
        """
        clause 1
          Northland and Southland agree to carry out phased disarmament.
                                                     ^^^^^^^^^^^^^^^^^^ no number, no day and no verifier: this reduction cannot be measured
        """,
        """
        clause 1
          Northland and Southland shall reduce their armed forces.
                                                     ^^^^^^^^^^^^ no number, no day and no verifier: this reduction cannot be measured
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall reduce their armed forces by 30%.
        """,
        """
        clause 1
          Westland shall reduce its forces in Southland.
        """,
        """
        clause 1
          Northland and Southland agree to carry out phased disarmament.
          by: 2027-12-31
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Northland and Southland agree to discuss phased disarmament.
        """,
    ),
)
def unmeasured_disarmament(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for provision in facts.operative:
        thing = provision.object
        if thing is None or not provision.meaning.binding or not _reduces(provision, thing, facts):
            continue
        if acts(provision, facts.vocabulary, _TALK) or thing.span in seen:
            continue
        seen.add(thing.span)
        if not _is_measured(provision, facts):
            yield Problem(
                thing.span,
                "no number, no day and no verifier: this reduction cannot be measured",
                "add a ceiling or a quantity, `by:`, and `verified by:`",
            )
        elif provision.labels.stated("verified by") or not _is_a_share_of_what(provision, facts):
            yield Met("B12", thing.span, "a number, a day or a verifier")


def _is_a_share_of_what(provision: Provision, facts: Facts) -> bool:
    """Tell whether it takes a share of what nobody has counted on a day that is named."""
    said = provision.span
    return any(said.start <= at.start < said.end for at in facts.measures.shares)


def _is_measured(provision: Provision, facts: Facts) -> bool:
    """Tell whether there is a number, a verifier or a day; "an early date" is none."""
    counted = any(mention.amount for mention in provision.deed.mentions)
    lines = provision.labels.all("limit", "quota", "verified by")
    days = (
        label
        for label in provision.timing.due
        if not any(open_words(label.value, facts.reading.names))
    )
    return bool(provision.quantity or counted or lines) or any(days)


def _reduces(provision: Provision, thing: Mention, facts: Facts) -> bool:
    """Tell whether disarmament is spoken of, or one's own army is made smaller.

    Forces abroad that grow fewer leave, which is asked after elsewhere.
    """
    if thing.name in _REDUCTIONS:
        return True
    fewer = provision.kind == "duty" and acts(provision, facts.vocabulary, _FEWER)
    own = what_moves(provision, facts.vocabulary) is None
    named = is_group(thing, "forces") or is_one_of(thing, facts.vocabulary, *_ARMIES)
    return fewer and own and named
