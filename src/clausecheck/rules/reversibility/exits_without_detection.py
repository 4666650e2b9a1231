"""Many ways out of the text, and nothing by which a breach would be found or answered.

Rules that bend were found to raise violations, and to cancel what an outside enforcer adds, unless
something balances them. Three ways out or more, with no verifier and no answer to a breach, leave a
text that is easier to leave than to keep.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_MANY = 3


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B18", "N30"),
    cites=cite("park"),
    answer=(
        "A frightened side signs only what it can leave, and a text that can be left is more than a "
        "text that nobody signs."
    ),
    scope="civil ceasefires",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall close its camps where possible.
                                          ^^^^^^^^^^^^^^ 3 ways out of the text, and nothing by which a breach is found or answered
        clause 2
          Southland shall open its borders.
          unless: "its security requires otherwise"
        clause 3
          Each party may suspend this treaty.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall close its camps where possible.
          verified by: Westland using on-site inspection
        clause 2
          Southland shall open its borders.
          unless: "its security requires otherwise"
        clause 3
          Each party may suspend this treaty.
        """,
        """
        clause 1
          Northland shall close its camps where possible.
        clause 2
          Each party may suspend this treaty.
        """,
    ),
)
def exits_without_detection(facts: Facts) -> Iterator[Problem | Met]:
    ways = facts.ways_out
    balanced = facts.verifiers or facts.ladders
    if len(ways) < _MANY or balanced or facts.one_sided or facts.reading.broken:
        return
    first, *others = ways
    yield Problem(
        first,
        f"{len(ways)} ways out of the text, and nothing by which a breach is found or answered",
        "add `verified by:` and `if breached:` to the main duties, or close some of them",
        related=tuple(Related(other, "another") for other in others),
    )
