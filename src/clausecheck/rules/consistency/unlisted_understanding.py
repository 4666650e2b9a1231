"""The text leans on something outside it that no list names.

A delisting in 2008 rested on spoken assurances of verification, and talks then failed over what had
not been written. Promises made aloud are beyond any checker; where the text itself points at them,
or takes in "all existing agreements" without saying which, it can be seen. What is annexed or named
one by one is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="consistency",
    lens="both",
    severity="warning",
    entries=("B16",),
    cites=cite("oral-assurances"),
    answer="What cannot be written down can sometimes still be said, and has moved things before.",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          in return for: "the oral understanding of Westland"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this stands outside the text, where nobody can hold it against anyone
        """,
        """
        clause 1
          Northland and Southland agree to implement all existing agreements.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^ which agreements these are is not listed
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
          according to: A1
        annex 1
        clause A1
          Northland shall dismantle the reactors in two stages.
        """,
        """
        clause 1
          Northland and Southland reaffirm all existing agreements.
        """,
        """
        clause 1
          Nothing in this treaty affects any oral understanding.
        """,
    ),
)
def unlisted_understanding(facts: Facts) -> Iterator[Problem | Met]:
    for outside in facts.understandings:
        if outside.kind == "beside":
            yield Problem(
                outside.at,
                "this stands outside the text, where nobody can hold it against anyone",
                "annex it and name the annex, or say that nothing else was agreed",
            )
        else:
            yield Problem(
                outside.at,
                "which agreements these are is not listed",
                "name each in its place, with its date",
            )
