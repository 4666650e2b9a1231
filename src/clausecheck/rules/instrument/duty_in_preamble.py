"""A duty that stands in the preamble.

A preamble says why, the articles say what: it helps to read a text, and is not held to bind. A
promise made there can be called a recital by the side that does not wish to keep it. Hopes, aims
and efforts are at home in a preamble, and are left alone; so is a duty that an article repeats.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="instrument",
    lens="both",
    severity="info",
    entries=("N33",),
    cites=cite("preamble-duty"),
    answer=(
        "A preamble is part of the context in which a treaty is read, and some promises could be "
        "had nowhere else."
    ),
    false_alarms="A preamble may say again what a clause below makes a duty, in other words.",
    looks_at="text",
    bad=(
        """
        preamble
        clause P1
          Southland commits to provide security guarantees to Northland.
                    ^^^^^^^^^^ this promise stands in the preamble, where it risks being read as no duty
        """,
    ),
    good=(
        """
        preamble
        clause P1
          Southland and Northland hope for peace and will seek it.
        """,
        """
        preamble
        clause P1
          Northland and Southland agree to cease all hostilities.
        clause 1
          Northland and Southland shall cease all hostilities.
          from: 12 hours after signature
        """,
    ),
)
def duty_in_preamble(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for clause in facts.clauses:
        for provision in clause.provisions if clause.preamble else ():
            at = provision.modality.span
            if at in seen or not provision.meaning.binding or _is_repeated(provision, facts):
                continue
            if acts(provision, facts.vocabulary, _HOPING):
                continue
            seen.add(at)
            yield Problem(
                at,
                "this promise stands in the preamble, where it risks being read as no duty",
                "move it to a clause after the preamble",
            )


_HOPING = ("seek", "promote", "cooperate", "respect")


def _is_repeated(provision: Provision, facts: Facts) -> bool:
    return any(
        other.meaning.binding
        and provision.act is not None
        and acts(other, facts.vocabulary, (provision.act.name,))
        for other in facts.operative
    )
