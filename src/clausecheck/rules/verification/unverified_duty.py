"""A duty that others could check, left without a verifier in a text that has one for others.

What nobody looks at is where the next dispute begins. It is said as worth a look, not more: the
text shows that it knows how to verify.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="info",
    entries=("B20", "N20"),
    cites=cite("necessary", "N20"),
    answer="Not every step needs an inspector; some are seen by everybody when they are done.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
                                        ^^^^^^^^ nobody verifies this duty
        """,
    ),
    good=(
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
        clause 3
          IAEA shall inspect the reactors.
          verifies: 2
        """,
    ),
)
def unverified_duty(facts: Facts) -> Iterator[Problem | Met]:
    verification = facts.verification
    if not verification.named:
        return
    for duty in verification.duties:
        if duty.strength in {"none", "adjective"}:
            yield Problem(
                duty.provision.deed.objects[0].span,
                "nobody verifies this duty",
                "add `verified by:` with who looks and how, or `verified by: none` if that is agreed",
            )
