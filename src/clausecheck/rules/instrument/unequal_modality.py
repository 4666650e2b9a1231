"""One side is bound by `shall`, the other by something weaker.

In a text of two sides the words of each duty are read beside those of the other's: who shall, and
who only will, or intends to. The weaker side can keep its word by doing nothing. One such word is
known to have held up a treaty of nearly two hundred states in its last hour.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="instrument",
    lens="both",
    severity="warning",
    entries=("N33",),
    cites=cite("carbon-brief"),
    answer=(
        "A side that may not promise without its legislature can still say what it intends, and "
        "half a promise may be all that can be had today."
    ),
    scope="climate talks",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland intends to lift its sanctions.
                    ^^^^^^^^^^ `intends to` binds Southland less than `shall` binds Northland
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland shall open its borders.
        clause 3
          Southland will lift its sanctions.
                    ^^^^ `will` binds Southland less than `shall` binds Northland
          in return for: 1
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland shall lift its sanctions.
          in return for: 1
        clause 3
          Southland intends to open its borders.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Northland and Southland intend to hold talks.
        """,
        """
        clause 1
          Westland guarantees that Southland shall not attack Northland.
        clause 2
          Southland shall not attack Northland.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland and Westland shall suspend military exercises.
        clause 3
          Southland intends to hold a sports festival.
        """,
    ),
)
def unequal_modality(facts: Facts) -> Iterator[Problem | Met]:
    if facts.one_sided or not facts.imbalances:
        return
    first, *others = facts.imbalances
    soft, firm = first.soft, first.firm
    yield Problem(
        soft.modality.span,
        f"`{soft.modality.text}` binds {soft.actor} less than `{firm.modality.text}` binds {firm.actor}",
        f"write `{firm.modality.text}` in both, or weaken both alike",
        related=(
            Related(firm.modality.span, f"`{firm.modality.text}` here"),
            *(Related(o.soft.modality.span, f"`{o.soft.modality.text}` again") for o in others),
        ),
    )
