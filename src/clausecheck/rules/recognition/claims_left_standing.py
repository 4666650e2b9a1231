"""Rivals who recognise each other, while the law of one still claims the whole.

A recognition says that there are two states; a constitution that claims the whole country says that
there is one. Whichever is stronger on the day is what a court or a crowd will hold to, and the other
side will ask which was meant. A clause by which each acts for its own territory answers it, and so
does a duty to bring one's own law into line. It is asked only between those who claim one country:
what a third state recognises changes no claim of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.recognition import mends_the_law
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
from clausecheck.model.names import headed
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="recognition",
    lens="sceptic",
    severity="warning",
    entries=("B06",),
    cites=cite("impossible", "B06"),
    answer=(
        "The advocate leaves this unanswered. A claim that stands in one law alone has been left "
        "where it stood elsewhere, and two states lived side by side."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Draft"
          scope: complete
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK each recognise the sovereignty and territorial integrity of the other.
                                          ^^^^^^^^^^^ rivals become states to each other, and nothing is said of the claims to the whole
        """,
        """
        declaration "Draft"
          scope: complete
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK recognises DPRK.
                         ^^^^ rivals become states to each other, and nothing is said of the claims to the whole
        """,
    ),
    good=(
        """
        declaration "Draft"
          scope: complete
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK and DPRK recognise each other as sovereign states.
        clause 2
          ROK and DPRK affirm that the authority of each is limited to its own territory.
        """,
        """
        declaration "Draft"
          scope: complete
        party ROK "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          ROK recognises DPRK as a sovereign state.
        clause 2
          ROK shall bring its constitution into line with this declaration.
        """,
        """
        declaration "Draft"
          scope: complete
        party ROK "Republic of Korea"
          territory: the area south of MDL
        party DPRK "Democratic People's Republic of Korea"
          territory: the area north of MDL
        clause 1
          ROK recognises DPRK as a sovereign state.
        """,
        """
        declaration "Draft"
          scope: complete
        party US   "United States of America"
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
        clause 1
          US and DPRK shall exchange ambassadors.
        """,
    ),
)
def claims_left_standing(facts: Facts) -> Iterator[Problem | Met]:
    confining = facts.recognition.confining
    for provision in confining:
        yield Met("B06", provision.span, "each keeps to its own territory")
    between = [each for each in facts.recognition.full if _is_between_rivals(each, facts)]
    in_line = any(mends_the_law(each, facts.vocabulary) for each in facts.operative)
    if between and facts.silence_counts and not (confining or in_line or _have_lands(facts)):
        said = next((m for m in between[0].deed.mentions if m.preposition is None), None)
        yield Problem(
            said.span if said else between[0].deed.act_span,
            "rivals become states to each other, and nothing is said of the claims to the whole",
            "add that the authority of each is limited to its own territory, or that each brings "
            "its own law into line",
        )


def _is_between_rivals(provision: Provision, facts: Facts) -> bool:
    """Tell whether one who claims the country recognises another who does."""
    listed = (*facts.vocabulary.names("unity-in-law"), *facts.vocabulary.names("unity-given-up"))
    known = map(facts.reading.names.actor, listed)
    rivals = {actor.name for actor in known if actor is not None}
    by = rivals.intersection(provision.meaning.who.names)
    named = {each.name for each in provision.deed.mentions if each.kind in {"actor", "group"}}
    return bool(by) and (len(by) > 1 or bool(named & rivals - by))


def _have_lands(facts: Facts) -> bool:
    """Tell whether it is said of two parties, where they are declared, what land is theirs."""
    blocks = (each for each in facts.reading.declaration.blocks if isinstance(each, nodes.Block))
    labels = (
        label
        for block in blocks
        for heading, own in headed(block)
        for label in own
        if heading.word == "party"
    )
    return sum(label.name == "territory" for label in labels) > 1
