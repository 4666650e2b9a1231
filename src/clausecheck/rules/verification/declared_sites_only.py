"""Inspectors may go where something was declared, and nowhere else.

What was not declared is what an inspection is for. A text that opens declared sites alone checks
that the list is true and not that it is whole. A path to suspect sites, however narrow, or means
that look at the whole country from outside, close the gap.
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
    entries=("B19", "N20"),
    cites=cite("start"),
    answer="Access to any place at any time is what no state with other secrets grants.",
    scope="arms control between two powers",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
          access: declared sites
          ^^^^^^^^^^^^^^^^^^^^^^ what was not declared is never looked at
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection and challenge inspection
          access: declared sites
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection and satellite imagery
          access: declared sites
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
          access: anywhere
        """,
    ),
)
def declared_sites_only(facts: Facts) -> Iterator[Problem | Met]:
    for at in facts.verification.declared_only:
        yield Problem(
            at,
            "what was not declared is never looked at",
            "add `access: anywhere`, or a method for suspect sites such as `challenge inspection`",
        )
