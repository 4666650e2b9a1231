"""Sanctions relief, or aid without limits, for which nothing is asked and which nothing takes back.

Relief may be the very aim of the side that receives it, and what trade and aid bring in makes a
government safer, whatever it does next. Tied to a verified step, before it or at the same time, and
withdrawn when that step is undone, relief pays for something; given for nothing it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.sanctions import Relief
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ties import is_conditional, waits_for_mere_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="sanctions",
    lens="sceptic",
    severity="warning",
    entries=("B21a", "B22"),
    cites=cite("impossible", "B21a"),
    answer=(
        "Decades of pressure changed little, and fear of collapse is part of what stands in the "
        "way; relief that has to be earned first has so far not been earned."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Southland shall lift sanctions on Northland.
                               ^^^^^^^^^ relief is given without a step in return, and nothing provides for taking it back
          by: 2027-03-01
        """,
        """
        clause 1
          Southland shall suspend sanctions on coal exports.
                                  ^^^^^^^^^ relief waits for words of which nobody is named to say that they hold, and nothing provides for taking it back
          after: "substantial progress"
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland in return for a freeze of reactors.
                                  ^^^^^^^^^ relief is given in return for words that name no clause of this text, and nothing provides for taking it back
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland in return for 2.
                                  ^^^^^^^^^ relief is given in return for a step by its words alone, and nothing provides for taking it back
        clause 2
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland.
                                  ^^^^^^^^^ relief is given in return for a step by the words of 2 alone, and nothing provides for taking it back
        clause 2
          Northland shall freeze its reactors in return for sanctions relief.
        """,
        """
        clause 1
          Southland and Westland shall provide energy to Northland.
                                               ^^^^^^ this is given without a step in return, and without amount, term or use
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland.
                                  ^^^^^^^^^ relief is given without a step in return, and nothing provides for taking it back
        clause 2
          Northland shall freeze its reactors.
        clause 3
          Southland may reimpose the sanctions suspended in 1.
          if: 2 begins
        """,
    ),
    good=(
        """
        clause 1
          Southland shall suspend sanctions on Northland.
        clause 2
          Northland shall freeze its reactors.
        clause 3
          Southland may reimpose the sanctions suspended in 1.
          if: 2 is breached
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
        clause 2
          Southland shall lift sanctions on Northland.
          after: 1 is verified
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland.
          reversible: by Southland within 30 days
        """,
        """
        clause 1
          Southland shall provide humanitarian aid to Northland.
        clause 2
          Southland shall provide 50,000 t of heavy fuel oil to Northland.
        clause 3
          Southland shall provide energy to Northland.
          in return for: 4
        clause 4
          Northland shall freeze its reactors.
        clause 5
          Southland shall provide to Northland energy equivalent to 50,000 t of heavy fuel oil.
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland.
          if: "the talks succeed"
          judged by: UNSC
        """,
        """
        clause 1
          Southland shall suspend sanctions on coal exports.
          for: 1 year
        """,
        """
        clause 1
          Southland shall suspend sanctions on food imports for humanitarian purposes only.
        """,
        """
        clause 1
          Southland shall suspend sanctions on Northland.
          in parallel with: 2 begins
        clause 2
          Northland shall freeze its reactors.
        """,
    ),
)
def untied_relief(facts: Facts) -> Iterator[Problem | Met]:
    for relief in facts.sanctions.firm:
        provision = relief.provision
        tied = facts.tied(provision)
        yield from _met(relief, facts)
        loosely = is_conditional(provision) and not waits_for_mere_words(provision, facts.reading)
        if not (tied or loosely or relief.revocable or relief.humanitarian):
            words = facts.given_in_words.get(provision.number)
            words = words or facts.relief_answered_in_words(provision)
            yield Problem(
                relief.at,
                f"relief {_given_for(provision, words)}, and nothing provides for taking it back",
                "add `after:` with a step that is verified, and `if breached:` or `reversible:`",
            )
    for provision, at in facts.sanctions.gifts:
        if not facts.tied(provision) and not is_conditional(provision):
            words = facts.given_in_words.get(provision.number)
            yield Problem(
                at,
                f"this {_given_for(provision, words)}, and without amount, term or use",
                "add an amount, `until:`, what it is for, or `in return for:` with a step",
                entries=("B22",),
            )


def _given_for(provision: Provision, words: str | None) -> str:
    if is_conditional(provision):
        return "waits for words of which nobody is named to say that they hold"
    if provision.deed.in_return or provision.labels.stated("in return for"):
        return "is given in return for words that name no clause of this text"
    if words is not None:
        whose = "its words" if words == provision.number else f"the words of {words}"
        return f"is given in return for a step by {whose} alone"
    return "is given without a step in return"


def _met(relief: Relief, facts: Facts) -> Iterator[Met]:
    """Yield what relief answers: that it is earned and can be taken back, or comes in measure."""
    earned = facts.is_earned(relief.provision)
    blocked = facts.any_blocked
    returns = relief.returns and not blocked
    paused = relief.manner == "suspended" or relief.undone
    if earned and (returns or paused):
        yield Met("B21a", relief.at, "it goes with a step that is verified, and can be taken back")
    if returns or relief.humanitarian or (paused and (earned or relief.lapses)):
        yield Met("B22", relief.at, "it can be taken back, has a term, or is humanitarian alone")
