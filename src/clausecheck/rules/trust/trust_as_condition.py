"""A duty that waits for trust, which each side measures for itself.

To go on because it serves one's interest needs no trust; to go on when there is enough of it leaves
the measure to whoever would rather not. A step of the other side, or a test that a third can read,
makes the same condition one that can come true.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.times import quoted_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_TRUST = frozenset({"confidence", "sincerity"})
_CONDITIONS = ("if", "unless", "after", "until", "subject to")


@rule(
    family="trust",
    lens="advocate",
    severity="info",
    entries=("N23",),
    cites=cite("necessary", "N23"),
    answer="Without trust no paper holds, and a text may as well say so.",
    bad=(
        """
        clause 1
          Northland and Southland agree to carry out phased disarmament.
          if: "mutual trust is restored"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^ this waits for trust, which each side measures for itself
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland agree to carry out phased disarmament.
          if: "the line has been quiet for a year"
        """,
        """
        clause 1
          Northland and Southland agree to build trust.
          if: "mutual trust is restored"
          judged by: UN
        """,
    ),
)
def trust_as_condition(facts: Facts) -> Iterator[Problem | Met]:
    seen: set[Span] = set()
    for clause in facts.clauses:
        for said in clause.said:
            judged = said.labels.stated("judged by")
            for label in () if judged else said.labels.all(*_CONDITIONS):
                for at, words in quoted_words(label.value):
                    found = facts.vocabulary.find(words.split(), ("object",))
                    if at not in seen and any(each.term.name in _TRUST for each in found):
                        seen.add(at)
                        yield Problem(
                            at,
                            "this waits for trust, which each side measures for itself",
                            "name a step of the other side, as in `after: 2 is verified`, or a test",
                        )
