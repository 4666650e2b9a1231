"""One side disarms and the other gives something for it, and nothing says which comes first.

Each side then reads the paper with itself second. In 2005 the return to a treaty “at an early date”
and a reactor “at an appropriate time” were put in opposite orders by the two sides on the day after
the signature. Steps taken at the same time, a date for either, or a declaration to begin with would
have settled it; “in parallel” orders nothing, nor does what is given “in return”.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="both",
    severity="warning",
    entries=("N11", "B16"),
    cites=cite("early-date"),
    answer=(
        "An order that is left open lets both sides begin with what they can; where neither trusts "
        "the other, to fix it is to fail at it."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
                               ^^^^^^^ nothing says whether this or what is given for it comes first
        clause 2
          Southland and Westland agree to discuss the provision of energy to Northland.
          by: "at an appropriate time"
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
                               ^^^^^^^ nothing says whether this or what is given for it comes first
        clause 2
          Northland and Westland will establish new relations.
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
                               ^^^^^^^ nothing says whether this or what is given for it comes first
        clause 2
          Westland will lift sanctions on coal exports.
          in return for: 1
        """,
        """
        clause 1
          Northland commits to dismantle its reactors.
          by: "at an early date"
          ^^^^^^^^^^^^^^^^^^^^^^ nothing says whether 1 or 2 comes first: neither time can be told
        clause 2
          Westland shall provide energy to Northland.
          by: "at an appropriate time"
          in return for: 1
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
        clause 2
          Northland commits to return to the Non-Proliferation Treaty.
          by: "at an early date"
          ^^^^^^^^^^^^^^^^^^^^^^ nothing says whether 2 or 3 comes first: neither time can be told
        clause 3
          Southland and Westland agree to discuss the provision of energy to Northland.
          on: "at an appropriate time"
        """,
    ),
    good=(
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
        clause 2
          Westland shall provide energy to Northland.
          together with: 1 begins
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
          before: "winter"
          by: 2030-01-01
        clause 2
          Westland shall provide energy to Northland.
          by: "at an appropriate time"
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
          by: 2030-01-01
        clause 2
          Westland shall provide energy to Northland.
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
        clause 2
          Westland shall lift all sanctions on Northland.
          if: Northland dismantles all of its nuclear weapons
        """,
        """
        clause 1
          Northland commits to abandon all nuclear weapons.
        """,
    ),
)
def unordered_steps(facts: Facts) -> Iterator[Problem | Met]:
    for provision in facts.operative:
        for label in provision.labels.all("together with"):
            yield Met("N11", label.span, "steps at the same time")
    steps, given = facts.disarmament.steps, facts.given_for_disarmament
    if not given or facts.one_sided or not facts.silence_counts:
        return
    for found in facts.unordered:
        numbers = " and ".join(other.number for other, _ in found.others)
        yield Problem(
            found.at.span,
            f"nothing says whether {found.step.number} or {numbers} comes first: "
            "neither time can be told",
            f"add `together with: {found.step.number} begins` to {found.others[0][0].number}, "
            "or a day to either",
            related=tuple(
                Related(line.span, f"{other.number} is due by words as well")
                for other, line in found.others
            ),
        )
    if not facts.unordered and not any(map(facts.placed, (*steps, *given))):
        yield Problem(
            steps[0].deed.act_span,
            "nothing says whether this or what is given for it comes first",
            f"add `together with: {steps[0].number} begins` to {given[0].number}, or a day to either",
            related=tuple(Related(other.deed.act_span, "this is given for it") for other in given),
        )
