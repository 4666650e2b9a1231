"""One side disarms, and no step of the text lies outside the nuclear file.

Remains that come home, families that meet, a hotline, a quiet line: such steps cost little, can be
had soon, and show each side what the other does with a promise. A text that has none leaves all
trust to be built by the steps that need most of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="trust",
    lens="advocate",
    severity="warning",
    entries=("N08",),
    cites=cite("necessary", "N08"),
    answer="Even such steps are carried out in bits, and take the eye off the weapons.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ every step here is about weapons or plants: none builds trust in any other field
        clause 2
          IAEA shall inspect the reactors.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland and Westland shall recover the remains of soldiers.
        """,
        """
        clause 1
          Northland and Southland shall eliminate their missiles.
        """,
    ),
)
def nuclear_steps_only(facts: Facts) -> Iterator[Problem | Met]:
    others = tuple(peace.outside_the_nuclear_file(facts.reading))
    drawn = facts.recognition.bordering
    trusted = (
        each for each in others if each not in drawn and peace.builds_trust(each, facts.vocabulary)
    )
    for provision in islice(trusted, 1):
        yield Met("N08", provision.span, "a step outside the nuclear file that builds trust")
    if not others and facts.disarmament.alone is not None and facts.stands_alone:
        yield Problem(
            facts.disarmament.steps[0].deed.act_span,
            "every step here is about weapons or plants: none builds trust in any other field",
            "add one that is soon had, such as a hotline, the return of remains or family reunions",
            of_text=True,
        )
