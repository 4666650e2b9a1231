"""A body that verifies or settles disputes, and cannot decide against either side.

Where each side names half of the members, or every member must agree, the body finds nothing that
one side does not want found. The neutral commission of an armistice of 1953 had two members from
each side's choice, and its votes of two against two gave no decision (a study of the year 1957). A
chair, an odd member or a path outside the body breaks the tie.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.drafting.bodies import HALF
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="warning",
    entries=("N29",),
    cites=cite("necessary", "N29"),
    answer="A body in which nobody can be outvoted is the only kind that rivals join.",
    false_alarms=(
        "Members who must agree may still be led to agree by what waits for them outside the body."
    ),
    looks_at="text",
    bad=(
        """
        body Commission "Joint Commission"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this body decides by consensus, so either side can block it
          members: 5 from Northland, 5 from Southland
          decides by: consensus
        clause 1
          Northland shall dismantle its reactors.
          verified by: Commission using on-site inspection
        """,
        """
        body Commission "Joint Commission"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this body has half of its members from Southland, which can block it alone
          members: 3 from Northland, 4 from Southland, 1 from Westland
          decides by: majority
        clause 1
          Northland shall dismantle its reactors.
          verified by: Commission using on-site inspection
        """,
    ),
    good=(
        """
        body Commission "Joint Commission"
          members: 5 from Northland, 5 from Southland
          decides by: consensus
          task: disputes
        clause 1
          Commission shall resolve disputes.
          by: 30 days after signature
          if breached: Any party may refer the dispute to UNSC.
        """,
        """
        body Commission "Joint Commission"
          members: 5 from Northland, 5 from Southland, 1 from Westland
          decides by: majority
        clause 1
          Northland shall dismantle its reactors.
          verified by: Commission using on-site inspection
        """,
    ),
)
def deadlocked_body(facts: Facts) -> Iterator[Problem | Met]:
    for body in facts.bodies:
        if body.name not in facts.verifiers and not body.settles:
            continue
        if body.why_blocked is None:
            yield Met("N29", body.at, "a body that can decide")
        elif body.passed_by:
            yield Met("N29", body.at, "a body with a way past it")
        else:
            yield Problem(
                body.at,
                f"this body {body.why_blocked}, {_by_whom(body.why_blocked)}",
                _remedy(body.why_blocked),
            )


def _by_whom(why: str) -> str:
    """Return who can block it: whoever has half of the members does so alone."""
    return "which can block it alone" if why.startswith(HALF) else "so either side can block it"


def _remedy(why: str) -> str:
    """Return what to type: where all must agree, one more member changes nothing."""
    first = "add a member from neither side"
    if why.startswith("decides by"):
        first = "let it decide by `decides by: majority` with a member from neither side"
    elif why.startswith(HALF):
        first = "add a member from another"
    return (
        f"{first}, or `decides by: chair`, or say who decides instead, "
        "with `if breached:` below what it shall do"
    )
