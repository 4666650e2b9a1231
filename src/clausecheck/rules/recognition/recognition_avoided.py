"""A text that takes care not to say whether the other is a state.

It lets rivals sign one paper while each goes on claiming the whole; what it does not do is bind
either to what states owe each other. The formula risks being read as a denial when relations sour.
Saying for which territory each acts answers it without recognition. A clause by which the text says
of itself that it recognises nobody leaves the question open on purpose: worth a look, no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import named
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="recognition",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B06",),
    cites=cite("impossible", "B06"),
    answer=(
        "Leaving the question open is often the only way to sign at all, and harms nobody who keeps "
        "the other promises."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland recognise that theirs is a relation not between states.
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the text avoids saying whether each is a state to the other
        """,
        """
        clause 1
          Nothing in this declaration shall be construed as recognition of Northland as a state.
                                                            ^^^^^^^^^^^ the text says of itself that it makes nobody a state to another
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland recognise that each acts for its own territory.
        """,
    ),
)
def recognition_avoided(facts: Facts) -> Iterator[Problem | Met]:
    if facts.recognition.full:
        return
    places = {
        mention.span
        for provision in facts.recognition.avoiding
        for mention in named(provision, facts.vocabulary, "special-relation")
    }
    for at in sorted(places):
        yield Problem(
            at,
            "the text avoids saying whether each is a state to the other",
            "say in its place that `each acts for its own territory`, or accept on record that it is open",
        )
    for provision in one_a_sentence(facts.recognition.disowning):
        yield Problem(
            next(iter(provision.deed.mentions), provision.modality).span,
            "the text says of itself that it makes nobody a state to another",
            "say beside it for which territory each acts",
            severity="info",
        )
