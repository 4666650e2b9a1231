"""A verifier who may look only as a guest, or where the inspected side agrees, or is that side.

Observers see what they are shown, and who verifies its own duty tells others that it is kept. An
inspection that needs the consent of the inspected is a veto, and has been used as one. All three are
more than nothing and less than a check.
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
    cites=cite("sampling"),
    answer=(
        "To watch, and to look where one is let in, is a beginning: it was accepted where free "
        "inspection was refused."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland will dismantle its reactors.
          verified by: IAEA using observation
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this verifier may observe, not inspect
        """,
        """
        clause 1
          Northland will dismantle its reactors.
          verified by: IAEA using on-site inspection
          access: by consent
          ^^^^^^^^^^^^^^^^^^ the inspected side chooses what is inspected
        """,
        """
        clause 1
          Northland will dismantle its reactors.
          verified by: Northland using on-site inspection
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the party that is bound verifies its own duty
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland each will dismantle its reactors.
          verified by: Northland and Southland using on-site inspection
        """,
        """
        clause 1
          Northland will dismantle its reactors.
          verified by: IAEA using on-site inspection
          access: anywhere
        """,
    ),
)
def weak_verifier(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for duty in facts.verification.duties:
        told_at = duty.told_at
        if told_at is None or told_at in seen:
            continue
        seen.add(told_at)
        if duty.by_itself:
            yield Problem(
                told_at,
                "the party that is bound verifies its own duty",
                "name another, as in `verified by: IAEA using on-site inspection`",
            )
        elif duty.strength == "observer":
            yield Problem(
                told_at,
                "this verifier may observe, not inspect",
                "name a method that finds out, as in `using on-site inspection`",
            )
        elif duty.strength == "consent-gated" and duty.gate is not None:
            yield Problem(
                duty.gate.span,
                "the inspected side chooses what is inspected",
                "widen `access:`, or say who decides when the sides disagree",
            )
