"""A sentence that does not say what is to be done, breaks off, or says two things with no word between.

Where brackets stand one beside the other, `[suspend][lift]`, both may be left out, and both may be
taken. What is left can be signed, and nobody can say what it binds to.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.drafting.acts import Unclear, unclear_acts
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="language",
    lens="neutral",
    severity="warning",
    cites=cite("language", "The sentence"),
    looks_at="clause",
    bad=(
        """
        clause 1
          Southland shall sanctions.
                          ^^^^^^^^^ `shall` stands before a thing, and nothing says what is done to it
        """,
        """
        clause 1
          Southland shall suspend lift sanctions.
                          ^^^^^^^^^^^^ `suspend` and `lift` stand side by side, and either may be meant
        """,
        """
        clause 1
          Northland shall.
                    ^^^^^ `shall` stands alone, and nothing says what is done
        clause 2
          Northland shall dismantle the.
                                    ^^^ the sentence breaks off after `the`
        clause 3
          Northland shall not carry out.
                              ^^^^^^^^^ `carry out` ends the sentence, and nothing says what it is done to
        """,
    ),
    good=(
        """
        clause 1
          Southland shall suspend and later lift sanctions.
        """,
        """
        clause 1
          Northland shall help dismantle its reactors.
        clause 2
          Each party shall release arrested vessels and withdrawn cargoes of the other.
        clause 3
          Each party shall return seized vessels and their crews.
        """,
        """
        clause 1
          Northland declares that the war is over.
        """,
    ),
)
def unclear_act(facts: Facts) -> Iterator[Problem | Met]:
    for each in unclear_acts(facts.reading, facts.vocabulary):
        yield Problem(each.at, _message(each), _help(each))


def _message(each: Unclear) -> str:
    if each.acts is not None:
        one, two = each.acts
        return f"`{one}` and `{two}` stand side by side, and either may be meant"
    if each.undone:
        return f"`{each.last}` ends the sentence, and nothing says what it is done to"
    if each.last is not None:
        return f"the sentence breaks off after `{each.last}`"
    if each.alone:
        return f"`{each.modality}` stands alone, and nothing says what is done"
    return f"`{each.modality}` stands before a thing, and nothing says what is done to it"


def _help(each: Unclear) -> str:
    if each.acts is not None:
        one, two = each.acts
        return f"keep one, or join them, as in `{one} and {two}`"
    if each.last is not None:
        return f"go on behind `{each.last}`, or leave it out"
    return f"name the act, as in `{each.modality} withdraw`"
