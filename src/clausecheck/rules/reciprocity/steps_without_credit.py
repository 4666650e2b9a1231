"""One party alone disarms, and nothing records what was done already or promised aloud.

Tests that were halted, sites that were closed and remains that came home are read by one side as
good faith and by the other as too little. Where the text does not record them, nor what was said
beside it, each side keeps its own account, and the next round begins with an argument about it. A
recital costs nothing; credit for a step can be given with `in return for:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


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
        preamble
        clause P1
          All parties recall the suffering of the separated families.
        clause P2
          Westland recalls that it has suspended its exercises.
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
        preamble
        clause P1
          All parties note that Northland has conducted no nuclear test since 2017.
        clause 1
          Northland shall dismantle its reactors.
        """,
        """
        preamble
        clause P1
          Westland recalls that Northland promised to close its test site.
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
    alone = facts.disarmament.alone
    recorded = [each for each in facts.credits if alone is None or not each.of or alone in each.of]
    for each in recorded:
        if each.what == "step":
            yield Met("N04", each.provision.span, "it records what was done")
    if alone is not None and not recorded and facts.stands_alone:
        yield Problem(
            facts.disarmament.steps[0].deed.act_span,
            f"nothing records what {alone} has done already, or what was promised beside the text",
            "add a recital, as in `takes note of the closure of the test site`",
            of_text=True,
        )
