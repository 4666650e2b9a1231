"""A rule on breach that does not say who finds the breach, how soon, or what comes after.

“If it is clear that the other cheated” is where allies fall out: clear to whom? A breach rule works
when somebody is named to find the breach, when what follows has a time, and when there is a next
rung if it does not help. Where nobody finds the breach, whoever answers it at once leaves the other
no time to explain or to cure it. It is said as worth a look: an unfinished rule is more than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reversibility",
    lens="both",
    severity="info",
    entries=("N29", "B18"),
    cites=cite("necessary", "N29"),
    answer=(
        "A ladder with every rung in place is an invitation to climb it: rules that bend were found "
        "to raise violations of ceasefires."
    ),
    scope="civil-war evidence, for the answer",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may resume the exercises.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this does not say who finds a breach, nor within what time, nor how it may be explained or cured first
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland may resume the exercises.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this does not say who finds a breach, nor within what time, nor how it may be explained or cured first
          if: 1 is breached
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall freeze its reactors.
          if breached: Commission shall report to all parties within 10 days.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this does not say what follows if it does not help
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        clause 2
          (a) Any party may notify UNSC of a breach.
          (b) Southland may resume the exercises.
          on: 30 days after 2(a) begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
          if breached: Southland may resume the exercises within 30 days.
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall freeze its reactors.
          if breached: Commission shall report to all parties within 10 days.
          otherwise: Southland may resume the exercises.
        """,
    ),
)
def unfinished_breach_rule(facts: Facts) -> Iterator[Problem | Met]:
    for ladder in facts.ladders:
        lacks = tuple(_lacks(ladder))
        if lacks:
            yield Problem(
                ladder.at,
                f"this does not say {', nor '.join(lacks)}",
                f"add {', and '.join(_WORDING[lack] for lack in lacks)}",
            )
        elif not facts.is_blocked(ladder):
            yield Met("N29", ladder.at, "who finds a breach, how soon, and what follows")


def _lacks(ladder: Ladder) -> Iterator[str]:
    who, when, then, cure = _WORDING
    if not ladder.judged:
        yield who
    if not ladder.timed:
        yield when
    if not ladder.takes_back and len(ladder.rungs) == 1:
        yield then
    if ladder.rungs[0].takes_back and not ladder.judged:
        yield cure


_WORDING = {
    "who finds a breach": "`judged by:` and who decides",
    "within what time": "a time, as in `within 30 days`",
    "what follows if it does not help": "`otherwise:` and the next rung",
    "how it may be explained or cured first": "a rung before it, on which the parties consult",
}
