"""A text that binds in law and does not say who may leave it, and how.

Silence is not freedom to go: under the law of treaties nobody may leave a treaty that has no clause
on leaving, unless the parties meant otherwise or its nature implies it, and then on twelve months'
notice. Parties that did not know it have each improvised an exit of their own. It is said as worth
a look: a text may be meant to have no exit, and says so with `exit: none`, and with what then
follows a breach.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection import returns
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="durability",
    lens="both",
    severity="info",
    entries=("N28",),
    cites=cite("vclt", "article 56"),
    answer=(
        "Whoever fears to be left alone after disarming is glad of a text that nobody may leave: "
        "silence can be the firmest clause of all."
    ),
    looks_at="text",
    bad=(
        """
        treaty "Valley Treaty"
          form: treaty
          ^^^^^^^^^^^^ nothing is said of leaving: by default nobody may leave, unless a right to was intended, and then on 12 months' notice
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          exit: any party, on notice of 6 months
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          exit: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          scope: complete
          duration: 10 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
)
def exit_unsaid(facts: Facts) -> Iterator[Problem | Met]:
    final = facts.final_clauses
    line = facts.reading.head.get("form")
    if (
        line is None
        or not facts.binding_form
        or facts.reading.broken
        or not facts.silence_counts
        or not final.silent_on("exit")
        or "exit" in final.denied
        or "duration" in final.said
        or not any(provision.meaning.binding for provision in facts.operative)
    ):
        return
    yield Problem(
        line.span,
        "nothing is said of leaving: by default nobody may leave, unless a right to was intended, and then on 12 months' notice",
        "add `exit:` with who may leave and on what notice, or `exit: none`"
        + ("" if _says_what_follows(facts) else " with `if breached:` or `disputes:`"),
    )


def _says_what_follows(facts: Facts) -> bool:
    """Tell whether the text says what follows a breach: without, no exit leaves nothing at all."""
    settled = facts.reading.head.stated("disputes")
    return settled or bool(facts.ladders) or any(True for _ in returns.ways_back(facts.reading))
