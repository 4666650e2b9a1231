"""Open words are accepted on record, and nobody is named who accepts them or looks at them again.

An ambiguity that both sides know of can be the last bridge over a few questions; one that nobody
owns is only a gap with a reason beside it. The record should say who accepts it and until when.
Where it is about the order of steps or about proof, practitioners refuse it altogether, and it is
said so. What is accepted still no longer counts: this is worth a look, and stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

OPEN = frozenset(
    {
        "delivery-in-bits",
        "disputed-word",
        "left-for-later",
        "pause-without-term",
        "share-without-baseline",
        "undefined-peace",
        "unlisted-hostile-acts",
        "unmapped-zone",
        "vague-words",
    }
)
ORDER_OR_PROOF = frozenset(
    {
        "deferred-method",
        "late-detection",
        "missing-state",
        "soft-deadline",
        "unspecified-verification",
        "verification-by-adjective",
    }
)


@rule(
    family="vagueness",
    lens="neutral",
    severity="info",
    entries=("B16",),
    cites=cite("singer"),
    answer="A reason on record is more than most agreements ever gave for what they left open.",
    looks_at="acceptances",
    bad=(
        """
        clause 1
          Northland shall take all necessary measures.
          accept vague-words
                 ^^^^^^^^^^^ these words stay open, and the record does not say who accepts it, nor until when
            because: "The measures are listed in the protocol to come."
        """,
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
                 ^^^^^^^^^^^^^ this leaves open an order or a proof, and the record does not say until when
            because: "The commission sets the day."
            accepted by: Northland, Southland
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an early date"
          accept soft-deadline
            because: "The commission sets the day."
            accepted by: Northland, Southland
            expires: 2090-01-01
        """,
        """
        clause 1
          Northland and Southland will pursue peaceful unification.
          accept unification-as-goal
            because: "The how is left to the commission of clause 7."
        """,
    ),
)
def ambiguity_without_owner(facts: Facts) -> Iterator[Problem | Met]:
    for acceptance in facts.acceptances:
        strict = acceptance.rule in ORDER_OR_PROOF
        missing = [
            words
            for words, there in (
                ("who accepts it", acceptance.accepted_by),
                ("until when", acceptance.expires),
            )
            if not there
        ]
        if missing and (strict or acceptance.rule in OPEN):
            what = "this leaves open an order or a proof" if strict else "these words stay open"
            yield Problem(
                acceptance.rule_span,
                f"{what}, and the record does not say {', nor '.join(missing)}",
                "add `accepted by:` with the parties, and `expires:` with the day of the review",
            )
