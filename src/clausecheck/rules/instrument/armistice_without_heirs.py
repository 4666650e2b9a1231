"""An armistice ends here, and nothing takes over its line, its zone or its supervision.

An armistice is more than a pause: it draws a line, keeps a zone empty, and has somebody to whom
an incident is reported. Where a text ends it without naming what comes after, all three are gone
on the day on which they are needed. The armistice of 1953 stays in force until it is expressly
superseded, so that a text has the choice to keep part of it. Where only a commission that watches over
it goes, that is asked of its work alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.armistice import FUNCTIONS, Function
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_WORDS: dict[Function, str] = {
    "line": "its line",
    "zone": "its zone",
    "supervision": "who supervises",
}


@rule(
    family="instrument",
    lens="sceptic",
    severity="warning",
    entries=("B13", "B14"),
    cites=cite("armistice", "paragraphs 1 to 50 and 62"),
    answer=(
        "Peace between neighbours needs no demarcation line and no observers; to carry them over "
        "would be to carry over the war."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          All parties hereby end the armistice.
                                     ^^^^^^^^^ the armistice ends here, and nothing is said of its line, nor of its zone, nor of who supervises
        """,
        """
        treaty "Valley Treaty"
          scope: complete
          supersedes: "the armistice of 1953"
                      ^^^^^^^^^^^^^^^^^^^^^^^ the armistice ends here, and nothing is said of its zone
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        body Commission "Border Commission"
        clause 1
          Northland and Southland shall respect the border.
        """,
        """
        clause 1
          The Military Armistice Commission shall be dissolved.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this body of the armistice goes, and nothing is said of who supervises
        """,
    ),
    good=(
        """
        clause 1
          The Military Armistice Commission shall be dissolved.
        clause 2
          Northland and Southland shall establish a joint military commission.
        """,
        """
        clause 1
          All parties hereby end the armistice.
        clause 2
          The demarcation line and the demilitarised zone shall remain as they are.
        clause 3
          Northland and Southland shall establish a joint military commission.
        """,
        """
        clause 1
          All parties shall seek to replace the armistice by a peace agreement.
        """,
    ),
)
def armistice_without_heirs(facts: Facts) -> Iterator[Problem | Met]:
    at = facts.armistice_ended_at
    lacks = [_WORDS[each] for each in FUNCTIONS if each not in facts.armistice_heirs]
    if not lacks or not facts.silence_counts or facts.one_sided:
        return
    # Duties with a day show what peace would be in practice, though not this part of it.
    entries = ("B14",) if facts.goals.dated else ("B13",)
    if at is None:
        gone = facts.armistice_bodies_ended[:1] if _WORDS["supervision"] in lacks else ()
        for body in gone:
            yield Problem(
                body.span,
                "this body of the armistice goes, and nothing is said of who supervises",
                "say who takes its place, or that its work goes on",
                entries=entries,
            )
        return
    yield Problem(
        at,
        f"the armistice ends here, and nothing is said of {', nor of '.join(lacks)}",
        f"say {'what' if len(lacks) == 1 else 'for each what'} takes its place, or that this part of the armistice continues",
        entries=entries,
    )
