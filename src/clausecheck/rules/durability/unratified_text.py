"""A text that binds by the signature of governments alone.

What one government signs, the next may leave: no legislature has voted for it, so none defends it.
Both essays ask for more, the one because a peace must last, the other because it takes both
parties in both countries. A treaty is ratified; a political declaration or an executive agreement
is not, but a legislature can endorse it, by a joint resolution or a motion. To lay a text before a
legislature binds that to nothing. A text between commanders, and one that binds only its maker, are
left alone; so is one that some parties ratify, though only the ratification of all answers the
sceptic. That a cabinet or a leader approves it adds nothing to the signature.
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
    at_times=("info",),
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
        """
        declaration "Valley Declaration"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is said of endorsement at home, so this binds by the signature of governments alone
          form: political declaration
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will freeze its reactors.
        """,
        """
        clause 1
          Northland, Southland and Westland shall submit this treaty to their parliaments.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is laid before a legislature, and nothing binds that to approve it
        """,
        """
        treaty "Treaty of the River"
          form: treaty
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland shall open the river.
        clause 2
          This treaty shall enter into force when two parties have ratified it.
                                                                   ^^^^^^^^ it is not said which parties ratify this, nor by whose vote
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
        declaration "Valley Declaration"
          form: political declaration
          endorsement: Northland by a motion of its parliament, Southland by a joint resolution
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will freeze its reactors.
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
        """
        clause 1
          This treaty shall be ratified by the parliaments of all parties.
        """,
        """
        clause 1
          This treaty shall enter into force when Northland, Southland and Westland have ratified it.
        """,
    ),
)
def unratified_text(facts: Facts) -> Iterator[Problem | Met]:
    durability = facts.durability
    if durability.by_all and durability.at is not None:
        yield Met("B28", durability.at, "every party ratifies")
    elif durability.at is not None and durability.endorsed_by >= set(facts.reading.names.parties):
        yield Met("B28", durability.at, "every party's legislature endorses it")
    if durability.at is not None and len(durability.by_legislature) >= _LEGISLATURES:
        yield Met("N06", durability.at, "legislatures have a part in it")
    if durability.submitted_by and durability.at is not None:
        yield Problem(
            durability.at,
            "this is laid before a legislature, and nothing binds that to approve it",
            _remedy(facts),
            severity="info",
        )
    denied = durability.at is not None
    if not facts.unratified or not any(p.meaning.binding for p in facts.operative):
        return
    some = facts.ratified_by_some
    if some is not None:
        yield Problem(
            some, "it is not said which parties ratify this, nor by whose vote", _remedy(facts)
        )
        return
    yield Problem(
        durability.at or facts.title_at,
        "no legislature has a part in this: it binds by the word of governments alone"
        if denied
        else f"nothing is said of {_of_what(facts)}, so this binds by the signature of governments alone",
        _remedy(facts),
    )


def _of_what(facts: Facts) -> str:
    return "endorsement at home" if facts.endorsed_form else "ratification"


def _remedy(facts: Facts) -> str:
    if facts.endorsed_form:
        party = next(iter(facts.reading.names.parties), "A")
        return (
            "add `endorsement:` with each party and its legislature, as in `endorsement: "
            f"{party} by a resolution of its parliament`"
        )
    if facts.form is None:
        return (
            "add `ratification:` with each party and its legislature, or, where this is to be a "
            "political text, `endorsement:`"
        )
    return "add `ratification:` with each party and its legislature, and `endorsement:` if a council is to stand behind it"
