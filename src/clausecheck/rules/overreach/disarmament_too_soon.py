"""Complete disarmament is due within a few years, or before the text takes effect at all.

Nobody who knows the plants expects it: one roadmap by engineers takes six to ten years to eliminate
or limit what is there. A day that cannot be kept makes a breach certain, and a gate that nobody can
pass keeps the rest of the text from beginning. An end goal without a day, with near steps that have
one, asks for as much and can be kept. A plain day is counted from the `date:` of the text, and not
judged where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_SIX_YEARS = 6 * 365


@rule(
    family="overreach",
    lens="both",
    severity="warning",
    entries=("N01",),
    cites=cite("stanford-roadmap"),
    answer=(
        "A deadline shows who is serious; what has no day is put off for a generation, and the "
        "weapons are there meanwhile."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall abandon all nuclear weapons within 2 years.
                          ^^^^^^^ complete disarmament is due sooner than the six years that experts think it takes at least
        """,
        """
        clause 1
          Northland shall eliminate all nuclear weapons.
          by: 2 years after entry into force
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ complete disarmament is due sooner than the six years that experts think it takes at least
        """,
        """
        clause 1
          Northland shall hand over its nuclear weapons to IAEA.
          by: 2 years after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ complete disarmament is due sooner than the six years that experts think it takes at least
        """,
        """
        treaty "Treaty of Peace"
          scope: complete
          entry into force: 1 is verified
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing takes effect before disarmament is complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall abandon all nuclear weapons.
        clause 2
          Northland and Southland shall open liaison offices.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall eliminate all nuclear weapons.
          by: 10 years after signature
        """,
        """
        clause 1
          Westland shall transfer nuclear weapons to Southland.
          by: 1 year after signature
        """,
        """
        clause 1
          Northland shall eliminate all nuclear weapons.
          by: 2027-03-01
        """,
        """
        clause 1
          Northland shall eliminate 5 nuclear weapons.
          by: 1 year after signature
        clause 2
          Northland shall work toward complete denuclearization.
          target: 2035-01-01
        """,
        """
        treaty "Treaty of Peace"
          scope: complete
          date: 2027-01-01
          entry into force: 2 is complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall abandon all nuclear weapons.
          by: 2036-01-01
        clause 2
          Northland and Southland shall open liaison offices.
        """,
    ),
)
def disarmament_too_soon(facts: Facts) -> Iterator[Problem | Met]:
    complete = peace.complete_disarmament(facts.disarmament, facts.vocabulary)
    gate = peace.awaited_by_the_text(complete, facts.reading)
    if gate is not None:
        yield Problem(
            gate,
            "nothing takes effect before disarmament is complete",
            "let the text enter into force on signature, and set a gate for each stage",
        )
    staged = any(True for _ in peace.before_the_whole(complete, facts.reading))
    for step in complete:
        due = peace.days_until(step, facts.reading)
        if due is None and step.timing.due:
            continue  # nobody can tell how soon that is
        if due is None or due[0] >= _SIX_YEARS:
            if staged:
                yield Met("N01", step.span, "an end goal that is not due soon, with a nearer step")
        else:
            yield Problem(
                due[1],
                "complete disarmament is due sooner than the six years that experts think it takes "
                "at least",
                "keep it as the end goal, without a day or with a `target:`, and date its stages",
            )
