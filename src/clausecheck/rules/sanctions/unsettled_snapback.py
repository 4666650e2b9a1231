"""Relief that can be withdrawn, with no word on contracts made meanwhile or on when that ends.

Who finds the breach, how soon the measures return and who could veto that are asked elsewhere. Two
things remain that every snapback on record had to settle: whether business begun in good faith is
caught when the measures return, and until when they can. Left open, traders stay away from relief
that was promised, and its opponents say that it is no relief. It is said of texts that bind.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.sanctions import Relief
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import speaks_of
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_TERMS = ("until", "for")


@rule(
    family="sanctions",
    lens="both",
    severity="info",
    entries=("B22", "N28"),
    cites=cite("snapback-crs"),
    answer="What has a term can be waited out, and what spares contracts can be filled with them.",
    looks_at="text",
    bad=(
        """
        clause 1
          Southland shall suspend sanctions on coal exports.
                                  ^^^^^^^^^ it can be withdrawn, and nothing is said of contracts made meanwhile, nor of when that ends
          if breached: Southland may reimpose the sanctions within 30 days.
        """,
    ),
    good=(
        """
        clause 1
          Southland shall suspend sanctions on coal exports.
          for: 10 years
          if breached: Southland may reimpose the sanctions within 30 days.
        clause 2
          Southland shall respect the contracts concluded before the return of sanctions.
        """,
        """
        declaration "Declaration of Intent"
          form: political declaration
          scope: complete
        party Southland "Republic of Southland"
        clause 1
          Southland shall suspend sanctions on coal exports.
          if breached: Southland may reimpose the sanctions within 30 days.
        """,
    ),
)
def unsettled_snapback(facts: Facts) -> Iterator[Problem | Met]:
    returning = [relief for relief in facts.sanctions.firm if relief.returns]
    if not returning or not facts.binding_form or not facts.silence_counts:
        return
    lacks = tuple(_lacks(facts, returning))
    if lacks:
        yield Problem(
            returning[0].at,
            f"it can be withdrawn, and nothing is said of {', nor of '.join(lacks)}",
            f"say {' and '.join(_WORDING[lack] for lack in lacks)}",
        )
    elif not facts.any_blocked:
        yield Met("B22", returning[0].at, "relief with a way back that is settled")


def _lacks(facts: Facts, returning: list[Relief]) -> Iterator[str]:
    contracts, term = _WORDING
    if not any(speaks_of(provision, facts.vocabulary, "contract") for provision in facts.operative):
        yield contracts
    labels = [relief.provision.labels for relief in returning]
    lasting = facts.reading.head.stated("duration")
    if not lasting and not any(each.stated(*_TERMS) for each in labels):
        yield term


_WORDING = {
    "contracts made meanwhile": "what becomes of contracts made before the return",
    "when that ends": "until when, as in `for: 10 years`",
}
