"""A text that ends the war, the armistice or a command, and says nothing of foreign forces.

Foreign forces rest on other agreements, and ending a war does not in law send them home; but a text
that is silent risks being read as leaving them without a reason to stay, and the question is then
fought over after signature instead of before. Any clause on it breaks the silence, whichever way it
goes; it answers where somebody debates it first: a parliament, or allies who consult. Silence is
judged only in a text that says it is whole, and where words imply an answer they are found instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.troops import what_ends
from clausecheck.analyses.terms import acts
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule

_OF_A_PARLIAMENT = ("draft law", "resolution")
_DEBATING = ("consult", "discuss")


@rule(
    family="troop-withdrawal",
    lens="sceptic",
    severity="warning",
    entries=("B08",),
    cites=cite("impossible", "B08"),
    answer=(
        "The advocate takes for granted that containment stays available whatever the text says; "
        "lawyers add that the presence rests on other agreements, which this one leaves alone."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          Northland and Southland declare that the Korean War is over.
                                                   ^^^^^^^^^^^^^^^^^^ the war or its armistice ends here, and nothing is said of foreign forces
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war or its armistice ends here, and nothing is said of foreign forces
        """,
        """
        clause 1
          Northland and Southland shall endeavour to transform the armistice into peace.
                                                                   ^^^^^^^^^ the war or its armistice is to end, and nothing is said of foreign forces
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Nothing in this declaration affects the presence of Westland forces in Southland.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Westland shall withdraw its troops from Southland.
          by: 2027-03-01
        """,
    ),
)
def troop_withdrawal_silent(facts: Facts) -> Iterator[Problem | Met]:
    troops = facts.troops
    for provision in _faced(facts):
        yield Met("B08", provision.span, "it says what becomes of foreign forces, and who is asked")
    spoken_of = troops.spoken_of or troops.implications
    if spoken_of or not troops.openings or not facts.silence_counts:
        return
    first, *others = troops.openings
    what = f"the war or its armistice {'ends here' if facts.is_done_here(first) else 'is to end'}"
    yield Problem(
        what_ends(first),
        f"{what}, and {_how_little(facts)}",
        "say that they stay, that they go and when, or that the text does not affect them",
        related=tuple(
            Related(what_ends(other), "and here")
            for other in one_a_sentence(others)
            if other.number != first.number
        ),
    )


def _how_little(facts: Facts) -> str:
    if facts.troops.mentions:
        return "foreign forces are only talked about"
    return "nothing is said of foreign forces"


def _faced(facts: Facts) -> Iterator[Provision]:
    """Yield what says that they leave or stay, where somebody debates it first.

    That is a parliament, whose consent the step takes, or the allies, who are to consult on it.
    """
    troops = facts.troops
    ratified = (
        facts.reading.head.stated("ratification")
        or bool(facts.durability.endorsed_by)
        or facts.form in _OF_A_PARLIAMENT
    )
    consulted = any(acts(each, facts.vocabulary, _DEBATING) for each in troops.mentions)
    for provision in (*troops.withdrawals, *troops.stays, *troops.savings):
        asked = provision.labels.stated("with consent of", "authority")
        if ratified or consulted or asked:
            yield provision
