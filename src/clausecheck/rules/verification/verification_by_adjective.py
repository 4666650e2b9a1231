"""A promise that is verifiable, and nobody to verify it.

The adjective says that somebody could look; it does not say who does. Texts that stopped there
were read by each side as the check it had in mind, and no check was made.
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
    severity="warning",
    entries=("B20", "N20"),
    cites=cite("necessary", "N20"),
    answer="The word fixes the principle; the protocol can follow once there is something to verify.",
    bad=(
        """
        clause 1
          Northland will carry out verifiable denuclearization.
                                   ^^^^^^^^^^ verifiable in name: no verifier is named
        """,
    ),
    good=(
        """
        clause 1
          Northland will carry out verifiable denuclearization.
          verified by: IAEA using on-site inspection
        """,
        """
        clause 1
          Westland shall not withdraw its forces from Southland before the freeze is verified.
        """,
    ),
)
def verification_by_adjective(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.verification.adjectives:
        yield Problem(
            at,
            "verifiable in name: no verifier is named",
            "add `verified by:` with who looks and how",
        )
