"""A text that binds by the signature of governments alone.

What one government signs, the next may leave: no legislature has voted for it, so none defends it.
Both essays ask for more, the one because a peace must last, the other because it takes both
parties in both countries. A text between commanders, and one that binds only its maker, are left
alone; so is one that some parties ratify, though only the ratification of all answers the sceptic.
That a cabinet or a leader approves it adds nothing to the signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_LEGISLATURES = 2


@rule(
    family="durability",
    lens="both",
    severity="warning",
    entries=("B28", "N06"),
    cites=cite("impossible", "B28"),
    answer=(
        "A vote can also kill it: one declaration of 2018 was never ratified, and a statement of "
        "intent that can be signed today may open the way to a treaty that can be voted on."
    ),
    false_alarms=(
        "An annex can rest on the ratification of the agreement it belongs to, which is not "
        "in this file."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        declaration "Valley Declaration"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is said of ratification, so this binds by the signature of governments alone
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
        """
        declaration "Valley Declaration"
          ratification: Southland by its cabinet
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no legislature has a part in this: it binds by the word of governments alone
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          ratification: Northland by its parliament, Southland by its National Assembly
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
    ),
)
def unratified_text(facts: Facts) -> Iterator[Problem | Met]:
    durability = facts.durability
    if durability.by_all and durability.at is not None:
        yield Met("B28", durability.at, "every party ratifies")
    if durability.at is not None and len(durability.by_legislature) >= _LEGISLATURES:
        yield Met("N06", durability.at, "legislatures have a part in it")
    denied = durability.at is not None
    if not facts.unratified or not any(p.meaning.binding for p in facts.operative):
        return
    yield Problem(
        durability.at or facts.title_at,
        "no legislature has a part in this: it binds by the word of governments alone"
        if denied
        else "nothing is said of ratification, so this binds by the signature of governments alone",
        "add `ratification:` with each party and its legislature, and `endorsement:` if a council is to stand behind it",
    )
