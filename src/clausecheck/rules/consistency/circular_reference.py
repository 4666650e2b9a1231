"""A thing that the text explains, fills or ranks by itself, directly or by way of others.

A word that is defined by a second, and the second by the first, means what each reader likes. A body
that sits in itself has no first meeting, and of two clauses that each yield to the other neither
holds. Whoever asks is sent round in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausecheck.analyses.contradictions.circles import Circle, What
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import told_as_unranked


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        define "hostile act"
          means: armed provocation
                 ^^^^^^^^^^^^^^^^^ `hostile act` is defined by `armed provocation`, and `armed provocation` by `hostile act`: nobody can tell what it is
        define "armed provocation"
          means: any hostile act
        clause 1
          No party shall commit a hostile act.
        """,
        """
        body Council "Council of the Valley"
          members: 2 from Northland, 1 from Panel
                                            ^^^^^ `Council` is made of `Panel`, and `Panel` of `Council`: nobody can tell who sits in it
        body Panel "Panel of the Valley"
          members: Southland, Council
          named by: Panel
                    ^^^^^ `Panel` is named by itself: nobody can be the first to name
        clause 1
          Council and Panel shall meet.
        """,
        """
        clause 1
          Southland shall open its border.
          subject to: 2
                      ^ 1 yields to 2, and 2 to 1: neither comes first
        clause 2
          Northland shall close its border.
          subject to: 1
        clause 3
          Northland shall leave the valley.
          notwithstanding: 3
                           ^ 3 yields to itself, and so to nothing
        clause 4
          Westland shall suspend sanctions.
          mirrors: 4
                   ^ `mirrors: 4` names the clause in which it stands
        """,
        """
        treaty "Valley Treaty"
          supersedes: "the Valley Treaty"
                      ^^^^^^^^^^^^^^^^^^^ `supersedes:` names the text in which it stands
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland recognises Northland as a state.
                               ^^^^^^^^^ `Northland` recognises itself: nobody is promised anything
        clause 2
          Southland guarantees the security of Southland.
                                               ^^^^^^^^^ `Southland` guarantees itself: nobody is promised anything
        clause 3
          Southland shall close its border.
          according to: 3
                        ^ `according to: 3` names the clause in which it stands
        annex 1 "Reactors"
        clause A1
          Northland shall close the reactors listed in annex 1.
                                                             ^ annex 1 refers to itself, and there is nothing else in it
        """,
    ),
    good=(
        """
        treaty "Valley Treaty"
          supersedes: "the Valley Treaty of 1998"
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland and Southland recognise Northland and Southland as states.
        clause 2
          Northland recognises Southland as a state.
        clause 3
          Southland shall guarantee the safe passage of Southland.
        annex 1 "Reactors"
        clause A1.1
          Northland shall close the reactors listed in annex 1.
        clause A1.2
          The reactors are those at the river.
        annex 2 "Mines"
        clause A2
          Northland shall close the mines listed in annex 2.
          > Mines: the valley mine, the island mine.
        annex 3 "Roads"
        clause A3
          Northland shall open the roads listed in annex 4.
        annex 4 "Roads"
        """,
        """
        define "forces"
          means: armed forces, police forces
        define "hostile act"
          includes: shelling
        define "armed provocation"
          means: a hostile act against a party
        clause 1
          No party shall commit an armed provocation with its forces.
        """,
        """
        body Council "Council of the Valley"
          members: Northland, Southland
        body Panel "Panel of the Valley"
          members: 1 from Northland, 1 from Council
          named by: Council
        clause 1
          Council and Panel shall meet.
        """,
        """
        clause 1
          (a) Southland shall open its border.
          subject to: 1
          (b) Northland shall close its border.
          notwithstanding: 1(a)
          exception to: 1 to 2
        clause 2
          Northland shall leave the valley.
          subject to: 1(b)
        """,
    ),
)
def circular_reference(facts: Facts) -> Iterator[Problem | Met]:
    told = told_as_unranked(facts)
    for circle in facts.circles:
        if circle.what == "yields" and frozenset(circle.names) in told:
            continue  # what the two ask for is told as a contradiction, and this with it
        message, offer = _told(circle)
        rest = zip(circle.names[1:], circle.places[1:], strict=True)
        yield Problem(
            circle.places[0],
            message,
            offer,
            severity="warning" if circle.what == "title" else None,
            related=tuple(Related(at, f"`{name}` leads on from here") for name, at in rest),
        )


_SAID: dict[What, tuple[str, str, str, str]] = {
    "defined": ("is defined", "by", "nobody can tell what it is", "list what it covers"),
    "member": ("is made", "of", "nobody can tell who sits in it", "name parties as members"),
    "named": ("is named", "by", "nobody can be the first to name", "let the parties name it"),
    "yields": ("yields", "to", "neither comes first", "say of one of them alone that it yields"),
}
"""How each link is told, what comes of the circle, and what to type."""


def _told(circle: Circle) -> tuple[str, str]:
    """Return what is wrong, and what to type."""
    first = circle.names[0]
    if circle.what == "own":
        offer = f"name another clause, or leave `{circle.label}:` out"
        return f"`{circle.label}: {first}` names the clause in which it stands", offer
    if circle.what == "title":
        offer = "add the date of the earlier text of that name, or leave this out"
        return f"`{circle.label}:` names the text in which it stands", offer
    if circle.what == "annex":
        offer = "write in it what it is to list"
        return f"annex {first} refers to itself, and there is nothing else in it", offer
    if circle.what == "itself":
        offer = "name who is meant, or leave this out"
        return f"`{first}` {circle.label} itself: nobody is promised anything", offer
    verb, by, end, offer = _SAID[circle.what]
    names = [each if circle.what == "yields" else f"`{each}`" for each in circle.names]
    if len(names) == 1 and circle.what == "yields":
        offer = "name another clause, or leave this out"
        return f"{first} yields to itself, and so to nothing", offer
    if len(names) == 1:
        return f"{names[0]} {verb} {by} itself: {end}", offer
    links = [f"{one} {by} {other}" for one, other in pairwise((*names, names[0]))]
    links[0] = f"{names[0]} {verb} {by} {names[1]}"
    if len(names) > 2:  # noqa: PLR2004 - of two
        end = end.replace("neither", "none")
    return f"{', '.join(links[:-1])}, and {links[-1]}: {end}", offer
