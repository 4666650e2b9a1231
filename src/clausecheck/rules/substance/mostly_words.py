"""A text of which most sentences declare, recall or agree to talk.

Where conduct stays much as it was, there is little reason to sign. Counted are the sentences
outside the preamble, without those on the text's own life. What stays as it is changes nothing, and
nor does peace that is to be built. "Most" is taken at its word: more than half. Below four
sentences a share says nothing. Of the agreements on Korea at hand, those that name acts and days
stay below a quarter, and those of 2005 and of Singapore go beyond the half.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_FEWEST = 4


@rule(
    family="substance",
    lens="sceptic",
    severity="warning",
    entries=("B15",),
    cites=cite("impossible", "B15"),
    answer=(
        "The advocate counts goodwill and room to breathe as gains in themselves: talk was what had "
        "been missing."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 of 4 sentences only declare, recall or agree to talk
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland reaffirm the armistice.
        clause 2
          Northland and Southland agree to hold talks.
        clause 3
          Northland and Southland agree to cooperate in forestry.
        clause 4
          Northland and Southland shall open the border.
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland reaffirm the armistice.
        clause 2
          Northland and Southland agree to hold talks.
        clause 3
          Northland and Southland shall open the border.
        clause 4
          Northland and Southland shall withdraw their artillery.
        """,
        """
        clause 1
          Northland and Southland reaffirm the armistice.
        clause 2
          Northland and Southland agree to hold talks.
        clause 3
          Northland shall declare all nuclear facilities.
        clause 4
          Northland shall disclose its stock of plutonium.
        """,
        """
        clause 1
          Northland and Southland reaffirm the armistice.
        """,
    ),
)
def mostly_words(facts: Facts) -> Iterator[Problem | Met]:
    every = facts.substance
    idle = [sentence for sentence in every if not sentence.changes]
    if facts.one_sided or not facts.silence_counts or len(every) < _FEWEST:
        return
    if 2 * len(idle) > len(every):
        yield Problem(
            facts.title_at,
            f"{len(idle)} of {len(every)} sentences only declare, recall or agree to talk",
            "say in each clause who does what, how much and by when, or move it to the preamble",
            related=tuple(Related(sentence.at, "this is one of them") for sentence in idle),
        )
    else:
        yield Met(
            "B15",
            next(sentence.at for sentence in every if sentence.changes),
            "most sentences make somebody act differently",
        )
