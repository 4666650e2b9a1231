"""Verifiers are named, and no line says where they may go, how often, or to whom they report.

Talks broke down over what had not been written: whether samples may be taken, and where. A verifier
and a method are two parts of the whole; access, notice, frequency and the one who is told make it
work. It is asked of the text, not of every duty, and only of a text that says it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="info",
    entries=("B16", "N20"),
    cites=cite("sampling"),
    answer="Modalities are for a protocol: a text that lists them all is never signed.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no verifier is told where it may go, how often it looks, or to whom it reports
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection, every 30 days
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
          according to: protocol on inspection
        """,
        """
        declaration "Valley Declaration"
          scope: partial
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
        """,
    ),
)
def unspecified_verification(facts: Facts) -> Iterator[Problem | Met]:
    lines = facts.verification.unspecified
    if lines and facts.silence_counts:
        first, *others = lines
        yield Problem(
            first,
            "no verifier is told where it may go, how often it looks, or to whom it reports",
            "add `access:`, a frequency such as `every 30 days`, and `reports:`",
            related=tuple(Related(other, "nor this one") for other in others),
        )
