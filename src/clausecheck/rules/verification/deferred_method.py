"""A verifier is named, and how it verifies is left for later.

Procedures that a commission is to work out have a way of never being worked out: in 1992 the
commission met and agreed on no inspection. A default that holds until it has agreed answers this.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
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
        clause 1
          Northland shall dismantle its reactors.
          verified by: to be settled by Southland
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ who verifies, and how, is left for later
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
    seen = set()
    for clause in facts.clauses:
        for said in clause.said:
            for label in said.labels.all("verified by"):
                if label.span in seen:
                    continue
                seen.add(label.span)
                if isinstance(label.value, nodes.Silence) and label.value.kind == "to be settled":
                    message = "who verifies, and how, is left for later"
                elif isinstance(label.value, nodes.Listed) and _bare(label.value):
                    message = "who verifies is said, how is not"
                else:
                    continue
                yield Problem(
                    label.span,
                    message,
                    "add `using` and the methods, and what holds until they are agreed",
                )


def _bare(verifiers: nodes.Listed) -> bool:
    return all(
        isinstance(verifier, nodes.Verifier) and not verifier.methods and not verifier.timing
        for verifier in verifiers.values
    )
