"""A duty that lasts as long as the one who owes it likes.

"As long as it considers necessary" makes the debtor the judge of the debt. The other side pays for
something that can be withdrawn without a breach.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.times import quoted_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B19", "N28"),
    cites=cite("impossible", "B19"),
    answer="A step that can be taken back is a step a frightened state dares to take at all.",
    bad=(
        """
        clause 1
          Northland shall suspend its withdrawal.
          for: "as long as it considers necessary"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it ends when the one who owes it says so
        """,
    ),
    good=(
        """
        clause 1
          Northland shall suspend its withdrawal.
          for: 5 years
        """,
    ),
)
def ended_at_will(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for clause in facts.clauses:
        for said in clause.said:
            for label in said.labels.all("for", "until", "duration"):
                for at, text in quoted_words(label.value):
                    match = facts.vocabulary.find(text.split(), ("vague",))
                    if (
                        any(found.term.name == "as-long-as-necessary" for found in match)
                        and at not in seen
                    ):
                        seen.add(at)
                        yield Problem(
                            at,
                            "it ends when the one who owes it says so",
                            "set a term, or name who else must agree to its end",
                        )
