"""A text that ends the war, and leaves both claims to the whole country as they are.

Two governments that each claim the whole keep a reason to prepare for the other's end. A peace
that does not touch the claims risks being read as a pause between them. Giving the claims up
answers it where both do so and force is ruled out with them; one side's bare renunciation does
not, since it can be the prelude to calling the other an enemy. Silence is judged only in a text
that says it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.troops import ends_of_itself, what_ends
from clausecheck.analyses.security.unification import mutual
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="reunification",
    lens="sceptic",
    severity="warning",
    entries=("B01",),
    cites=cite("impossible", "B01"),
    answer=(
        "The advocate leaves the question out: it need not be settled to end a war, and an agreement "
        "to differ let two states elsewhere deal with each other by treaty and unite later."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          The state of war between Northland and Southland is hereby terminated.
              ^^^^^^^^^^^^ the war ends here, and the claims to the whole country stand
        """,
        """
        clause 1
          The armistice shall cease to have effect.
              ^^^^^^^^^ the war ends here, and the claims to the whole country stand
          on: signature
        """,
        """
        clause 1
          The armistice should cease to have effect.
              ^^^^^^^^^ the war is to end, and the claims to the whole country stand
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war ends here, and the claims to the whole country stand
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war ends here, and the claims to the whole country stand
        clause 2
          Northland and Southland note that they hold differing views on the national question.
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Northland and Southland each shall not seek unification by force or by absorption.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          This declaration is without prejudice to differing views on the national question.
        clause 3
          Northland and Southland shall not use force against each other.
        """,
        """
        clause 1
          Northland and Southland shall open a liaison office.
        """,
    ),
)
def unification_unaddressed(facts: Facts) -> Iterator[Problem | Met]:
    answered = False
    for use in facts.unification:
        # To agree to differ leaves the claims as they were, so that only a pledge disarms it.
        left_open = use.manner == "saved" and bool(facts.non_aggression)
        given_up = use.manner == "renounced" and mutual(use, facts.unification)
        if use.manner == "by-consent" or left_open or given_up:
            answered = True
            yield Met(
                "B01",
                use.mention.span,
                "the claims are renounced, bound to consent or left open on purpose",
            )
    openings = facts.troops.openings
    if answered or not openings or facts.one_sided or not facts.silence_counts:
        return
    first = openings[0]
    certain = first.kind == "statement" or ends_of_itself(first, facts.vocabulary)
    ends = "ends here" if certain else "is to end"
    what = "the war" if first in facts.troops.endings else "the command of the war"
    yield Problem(
        what_ends(first),
        f"{what} {ends}, and the claims to the whole country stand",
        "let both renounce unity by force, bind it to consent, or agree to differ and not to attack",
    )
