"""A verifier is named, and how it verifies is left for later.

Procedures that a commission is to work out have a way of never being worked out: in 1992 the
commission met and agreed on no inspection. A default that holds until it has agreed answers this.
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
    entries=("B16",),
    cites=cite("impossible", "B16"),
    answer="Methods are for experts; a text that waits for them is never signed.",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA
          ^^^^^^^^^^^^^^^^^ who verifies is said, how is not
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Westland shall inspect the reactors.
          verifies: 1
          according to: to be settled by Commission
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ how this is verified is left for later
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: to be settled by Southland
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ who verifies, and how, is left for later
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: "appropriate means"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ who verifies, and how, is left to open words
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
          verified by: IAEA using on-site inspection
        """,
    ),
)
def deferred_method(facts: Facts) -> Iterator[Problem | Met]:
    for left in facts.verification.deferred:
        who = f"who verifies, and how, is left {'for later' if left.settled else 'to open words'}"
        how = (
            "how this is verified is left for later"
            if left.settled
            else "who verifies is said, how is not"
        )
        yield Problem(
            left.at,
            who if left.verifier else how,
            _SETTLE
            if left.settled
            else _NAME
            if left.verifier
            else "add `using` and the methods, as in `using on-site inspection`",
        )


_NAME = "name who looks, and how, as in `verified by: IAEA using on-site inspection`"
_SETTLE = "name the methods here, or say what holds until they are agreed"
