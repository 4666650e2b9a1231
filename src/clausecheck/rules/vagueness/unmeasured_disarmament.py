"""Disarmament or arms reduction without a number, a day or a verifier.

Doubt that either side would really cut its own forces by much is as old as the talks. A promise to
reduce that names none of the three cannot be kept or broken; it can only be discussed.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_REDUCTIONS = frozenset({"disarmament", "arms-reduction", "arms-control"})
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
    ),
    good=(
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
        if thing is None or thing.name not in _REDUCTIONS or not provision.meaning.binding:
            continue
        if acts(provision, facts.vocabulary, _TALK) or thing.span in seen:
            continue
        seen.add(thing.span)
        if provision.quantity or provision.timing.due or provision.labels.stated("verified by"):
            yield Met("B12", thing.span, "a number, a day or a verifier")
        else:
            yield Problem(
                thing.span,
                "no number, no day and no verifier: this reduction cannot be measured",
                "add a ceiling or a quantity, `by:`, and `verified by:`",
            )
