"""Steps come in phases or on conditions, and nothing is reported from which anyone could learn.

Talks are worth holding for what they reveal of the other side's intentions: that takes a report, a
check, a review, something that says how far it has come. Military information shared with others
counts, and in civil wars it went with lasting settlements. Asked only of a text that says it is
whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="substance",
    lens="advocate",
    severity="warning",
    entries=("N20", "N16"),
    cites=cite("necessary", "N20"),
    answer="The sceptic thinks the lesson is in: whatever is promised comes in bits, and late.",
    scope="shared military information: civil-war evidence, 51 settlements 1945 to 2005",
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland shall open the border.
          if: 2 is complete
          ^^^^^^^^^^^^^^^^^ steps are conditional here, and no report, check or review shows how far they have come
        clause 2
          Southland shall open the border.
        """,
        """
        clause 1
          Northland shall declare a moratorium on missile tests.
          if: 2 is complete
          ^^^^^^^^^^^^^^^^^ steps are conditional here, and no report, check or review shows how far they have come
        clause 2
          Southland shall open the border.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall open the border.
          if: 2 is complete
        clause 2
          Southland shall open the border.
          reports: within 10 days to Northland
        """,
        """
        clause 1
          Northland shall open the border.
          if: 2 is complete
        clause 2
          Southland shall open the border.
        clause 3
          Northland and Southland shall review these steps.
        """,
        """
        clause 1
          Northland shall declare all nuclear facilities.
          before: 2 begins
        clause 2
          Northland shall dismantle its reactors.
        """,
        """
        clause 1
          Northland shall open the border.
        """,
        """
        clause 1
          Northland shall open the border.
          unless: "there is an epidemic"
        clause 2
          Southland may close the border.
          if: "there is an epidemic"
        """,
    ),
)
def steps_without_reports(facts: Facts) -> Iterator[Problem | Met]:
    progress = facts.progress
    if progress.reports:
        yield Met("N20", progress.reports[0], "something is reported or checked")
    if progress.reviews:
        yield Met("N16", progress.reviews[0], "a review")
    if (
        progress.waiting
        and not progress.reports
        and not progress.reviews
        and facts.silence_counts
        and not facts.one_sided
    ):
        first, *others = progress.waiting
        yield Problem(
            first.at,
            "steps are conditional here, and no report, check or review shows how far they have come",
            "add `reports:` to the main steps, or `review: every 1 year` to the head",
            related=tuple(Related(other.at, "nor here") for other in others),
        )
