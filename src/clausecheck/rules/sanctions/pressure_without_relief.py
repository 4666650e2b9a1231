"""Sanctions are kept up, and no clause says how they would ever end.

Pressure asks for something only if there is a price at which it stops. A text that restates it and
shows no path to relief gives the other side nothing to work for, and leaves things as decades of
sanctions have left them.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ties import is_conditional
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="sanctions",
    lens="advocate",
    severity="warning",
    entries=("N17",),
    cites=cite("necessary", "N17"),
    answer="Things may stay as they are without harm to those who keep up the pressure.",
    looks_at="text",
    bad=(
        """
        clause 1
          Southland shall maintain sanctions on Northland.
                          ^^^^^^^^ sanctions are kept up, and no clause shows a path to relief
        """,
        """
        clause 1
          Sanctions shall remain in force.
                          ^^^^^^^^^^^^^^^ sanctions are kept up, and no clause shows a path to relief
        clause 2
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        clause 1
          Sanctions shall remain in force.
          until: 2 is verified
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Southland shall maintain sanctions on Northland.
        clause 2
          Southland shall suspend sanctions on coal exports.
          after: 3 is verified
        clause 3
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Southland shall maintain sanctions on Northland.
          until: 2 is verified
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Southland will fulfil its commitment to lift sanctions on Northland.
          after: 2 is verified
        clause 2
          Northland shall freeze its reactors.
        """,
    ),
)
def pressure_without_relief(facts: Facts) -> Iterator[Problem | Met]:
    sanctions = facts.sanctions
    for relief in sanctions.relief:
        if relief.manner == "soft" and not facts.tied(relief.provision):
            continue
        yield Met("N17", relief.at, "a path to relief")
    if sanctions.relief or not facts.silence_counts:
        return
    lasting = [provision for provision in sanctions.kept if not is_conditional(provision)]
    if lasting:
        yield Problem(
            lasting[0].deed.act_span,
            "sanctions are kept up, and no clause shows a path to relief",
            "add `until:` with a step that is verified, or a clause that suspends some for it",
        )
