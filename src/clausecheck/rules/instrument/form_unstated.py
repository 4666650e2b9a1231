"""A text that does not say what it is in law.

A declaration, a treaty and a bill bind in different ways, and the title does not decide which it is:
instruments about to be signed were held to bind by one side and not by the other. What an end of
the war *does* nobody can say before it is said what the text is.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="instrument",
    lens="advocate",
    severity="warning",
    entries=("N33",),
    cites=cite("necessary", "N33"),
    answer=(
        "Courts look at the words and the circumstances, not at a label, and a text that leaves its "
        "rank open can be signed by a side that could not sign a treaty."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        declaration "Valley Declaration"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the text does not say what it is in law, and so how far it binds
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
        """
        declaration "Valley Declaration"
          form: none
          ^^^^^^^^^^ the text does not say what it is in law, and so how far it binds
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          form: political declaration
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
        """
        declaration "Valley Declaration"
          form: unknown
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
    ),
)
def form_unstated(facts: Facts) -> Iterator[Problem | Met]:
    line = facts.reading.head.get("form")
    if line is not None and facts.form is not None:
        yield Met("N33", line.span, "what the text is in law")
    denied = line is not None and not facts.reading.head.stated("form")
    silent = line is None and facts.silence_counts
    if facts.clauses and (denied or silent):
        yield Problem(
            line.span if line is not None else facts.title_at,
            "the text does not say what it is in law, and so how far it binds",
            "add `form:` to the head, as in `form: political declaration` or `form: treaty`",
        )
