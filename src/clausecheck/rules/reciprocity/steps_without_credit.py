"""One party alone disarms, and nothing records what was done already or promised aloud.

Tests that were halted, sites that were closed and remains that came home are read by one side as
good faith and by the other as too little. Where the text does not record them, nor what was said
beside it, each side keeps its own account, and the next round begins with an argument about it. A
recital costs nothing; credit for a step can be given with `in return for:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts, is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule

_RECORDING = frozenset({"takes note of", "recalls", "expresses"})
_STEPS = (
    "aid",
    "assurance",
    "disarmament",
    "exchange",
    "exercise",
    "facility",
    "information",
    "material",
    "people",
    "posture",
    "remains",
    "site",
    "test",
    "weapons",
)
"""Groups of things in which a step can have been taken, or promised."""


@rule(
    family="reciprocity",
    lens="advocate",
    severity="info",
    entries=("N04",),
    cites=cite("necessary", "N04"),
    answer="The same steps can be read the other way: what came, came in bits.",
    looks_at="text",
    bad=(
        """
        preamble
        clause P1
          Westland recalls the agreement with Northland of 1953.
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ nothing records what Northland has done already, or what was promised beside the text
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ nothing records what Northland has done already, or what was promised beside the text
        """,
    ),
    good=(
        """
        preamble
        clause P1
          Westland takes note of the closure of the test site by Northland.
        clause 1
          Northland shall dismantle its reactors.
        """,
        """
        clause 1
          Northland and Southland shall eliminate their missiles.
        """,
    ),
)
def steps_without_credit(facts: Facts) -> Iterator[Problem | Met]:
    recorded = [
        provision
        for provision in facts.reading.provisions
        if provision.kind == "statement"
        and (
            provision.modality.name in _RECORDING
            or acts(provision, facts.vocabulary, ("acknowledge", "note"))
        )
        and _speaks_of_steps(provision)
    ]
    for provision in recorded:
        yield Met("N04", provision.span, "it records what was done")
    alone = facts.disarmament.alone
    if alone is not None and not recorded and facts.stands_alone:
        yield Problem(
            facts.disarmament.steps[0].deed.act_span,
            f"nothing records what {alone} has done already, or what was promised beside the text",
            "add a recital, as in `takes note of the closure of the test site`",
        )


def _speaks_of_steps(provision: Provision) -> bool:
    """Tell whether what is recorded is something done: no text, and nobody's position."""
    return any(
        mention.kind == "act" or is_group(mention, *_STEPS)
        for deed in (provision.deed, *provision.deed.inner)
        for mention in deed.mentions
    )
