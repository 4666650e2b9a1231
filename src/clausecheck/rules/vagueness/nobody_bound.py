"""A duty of which the text itself says that it names nobody to do it.

What nobody in particular owes, nobody breaks: each side waits for the other. A practical peace asks for
duties with somebody who acts, an act and a day. What is said of a thing, as that a line shall be
marked, is common in treaties and left alone; so is what happens by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    entries=("B13",),
    cites=cite("impossible", "B13"),
    answer="Who carries a step out can be left to those who know how, as long as it is done.",
    bad=(
        """
        clause 1
          Unnamed shall dismantle the reactors of Northland.
          ^^^^^^^ it is not said who owes this
        """,
    ),
    good=(
        """
        clause 1
          The line of demarcation shall be marked.
        """,
        """
        clause 1
          Automatically, the sanctions shall be suspended.
        """,
        """
        clause 1
          Unnamed may visit the valley.
        """,
    ),
)
def nobody_bound(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for provision in facts.operative:
        who = provision.meaning.who
        owed = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
        if owed and who.how == "nobody" and who.span not in seen:
            seen.add(who.span)
            yield Problem(
                who.span,
                "it is not said who owes this",
                "name who does it, or by whom and by when somebody is named",
            )
