"""A right that takes back what a duty gives.

Who shall suspend something and may resume it, on no condition and at any time, owes nothing; nor
does whoever need not do, or may refrain from, what another clause asks for. That a thing may be done
takes nothing from a duty to do it. Most duties end by a right with a day, a condition or somebody's
consent, and such a right is left alone; but not one that begins before the term of the duty is over,
that frees from it on the day on which it is due, or that lets go on what must be over for good by
then; nor, though it may only be meant until then, one to keep it with no end. An exception for all of a duty or a ban leaves nothing of it. A duty can take itself back, too:
by a condition that is its own act or its own breach, by waiting for the leave of the one it binds, or by
an exception for all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import by_definition, defined, first, numbers, places

_FREED = "say from when or on what condition"
_TOLD = {
    "certain": (", so that {} {binds} {whom}{part}", _FREED),
    "in part": (", though {} {asks} for the contrary", _FREED),
    "for a while": (", while {} still {asks} for the contrary", _FREED),
    "past due": (" until after {} {is_} due", "let this freedom end before that day"),
    "gone": (", when by {} it must be over for good", "let the one end before the other"),
    "no end": (
        " with no end, when by {} it must be over for good",
        "say until when, with `until:`",
    ),
}
"""What a right does to what is owed, and what to write instead, by the grade of the conflict."""


@rule(
    family="consistency",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B19", "N28"),
    cites=cite("vranes"),
    answer="A step that can be taken back is a step a frightened state dares to take at all.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall suspend missile tests.
        clause 2
          Northland may resume missile tests.
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `resume missile tests` is left free here, so that 1 binds nobody to anything
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland need not dismantle its reactors.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `dismantle its reactors` is left free here, so that 1 binds nobody to anything
        """,
        """
        clause 1
          Northland shall suspend missile tests.
          for: 5 years
        clause 2
          Northland may resume missile tests.
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `resume missile tests` is left free here, while 1 still asks for the contrary
          from: 3 years after signature
        """,
        """
        clause 1
          Northland shall open its border.
          by: 60 days after signature
        clause 2
          Northland need not open its border.
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `open its border` is left free here, so that 1 binds nobody to anything
          from: 30 days after signature
        """,
        """
        clause 1
          Northland shall open its border.
          by: 2027-06-01
        clause 2
          Northland need not open its border.
                    ^^^^^^^^^^^^^^^^^^^^^^^^ `open its border` is left free here until after 1 is due
          until: 2028-01-01
        clause 3
          Southland shall open the road.
        clause 4
          Southland may decide whether or not to open the road.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `decide whether or not to open the road` is left free here, so that 3 binds nobody to anything
        """,
        """
        clause 1
          Westland shall lift sanctions on coal exports.
          by: 2027-06-01
        clause 2
          Westland may maintain sanctions on coal exports.
                   ^^^^^^^^^^^^^^^^^^^^^^ `maintain sanctions` is left free here, when by 1 it must be over for good
          until: 2029-01-01
        """,
        """
        clause 1
          Northland shall dismantle all of its centrifuges.
          by: 2027-06-01
        clause 2
          Northland may operate 1,000 centrifuges.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `operate 1,000 centrifuges` is left free here, when by 1 it must be over for good
          from: 2028-01-01
        """,
        """
        clause 1
          Northland may keep its missiles.
                    ^^^^^^^^^^^^^^^^^^^^^ `keep its missiles` is left free here with no end, when by 2 it must be over for good
        clause 2
          Northland shall dismantle all its missiles.
          by: 2028-01-01
        """,
        """
        clause 1
          No party shall test missiles.
          until: 2030-01-01
        clause 2
          Any party may test missiles.
                    ^^^^^^^^^^^^^^^^^ `test missiles` is left free here, so that 1 binds nobody to anything
          exception to: 1
        clause 3
          Northland and Southland shall open the road.
        clause 4
          Northland need not open the road.
                    ^^^^^^^^^^^^^^^^^^^^^^ `open the road` is left free here, so that 3 binds Northland to nothing
        clause 5
          Southland shall open the mine and the harbour.
        clause 6
          Southland need not open the harbour.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `open the harbour` is left free here, so that 5 binds nobody to anything in this
        """,
        """
        clause 1
          Northland shall remain a party to the Non-Proliferation Treaty.
        clause 2
          Northland may withdraw from the Non-Proliferation Treaty.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw from the Non-Proliferation Treaty` is left free here, so that 1 binds nobody to anything
        """,
        """
        clause 1
          Northland renounces nuclear weapons.
        clause 2
          Northland may retain nuclear weapons.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ `retain nuclear weapons` is left free here, so that 1 binds nobody to anything
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: Northland freezes its reactors
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 is owed only if it is done, and so binds nobody
        clause 2
          Northland shall dismantle its missiles.
          except: all missiles
          ^^^^^^^^^^^^^^^^^^^^ this leaves out all that 2 speaks of, so that it binds nobody
        clause 3
          Southland shall open the road.
          unless: Southland closes the road
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what breaks 3 frees from it, and so it binds nobody
        clause 4
          Southland shall not test missiles.
          unless permitted by: Southland
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the one whom 4 binds decides on it alone, and so it binds nobody
        """,
    ),
    good=(
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Eastland shall withdraw its guard posts.
          with consent of: Eastland
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: Southland freezes its reactors
        clause 2
          Northland shall dismantle its reactors.
          if: Northland freezes its reactors
        clause 3
          Northland shall dismantle its missiles.
          except: missiles with a range of less than 300 km
        clause 4
          Northland shall dismantle its missiles and reactors.
          except: reactors
        clause 5
          Northland shall shut down its mines.
          except: 3 mines
        clause 6
          Southland shall open the road.
          unless: Northland closes the road
        clause 7
          Northland and Southland shall not test missiles.
          unless permitted by: Southland
        clause 8
          Southland may open the harbour.
          with consent of: Southland
        clause 9
          Southland shall not deploy artillery in the valley.
          unless: Southland deploys artillery on the island
        """,
        """
        clause 1
          Northland shall open its border.
          by: 60 days after signature
        clause 2
          Northland need not open its border.
          from: 90 days after signature
        clause 3
          Southland shall open the road.
          by: 60 days after signature
        clause 4
          Southland need not open the road.
          until: 30 days after signature
        clause 5
          Southland may open the road.
        """,
        """
        clause 1
          Northland shall suspend missile tests.
        clause 2
          Northland may resume missile tests.
          if: "Southland resumes its exercises"
        clause 3
          No party shall conduct military exercises.
        clause 4
          Southland may conduct military exercises.
          exception to: 3
        clause 5
          Any party may conduct military exercises.
          exception to: 3
          with consent of: the other parties
        """,
        """
        clause 1
          Northland shall suspend missile tests.
          until: 2029-01-01
        clause 2
          Northland may resume missile tests.
          from: 2029-01-01
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2030-01-01
        clause 2
          Northland may operate its reactors.
        """,
        """
        clause 1
          Westland shall lift sanctions on coal exports.
          by: 2027-06-01
        clause 2
          Westland may maintain sanctions on coal exports.
          until: 2027-06-01
        clause 6
          Northland shall dismantle all its missiles.
          by: 2028-01-01
        clause 7
          Northland may keep its missiles.
          if: "Southland rearms"
        clause 8
          Northland may keep its reactors.
        clause 9
          Northland shall freeze its reactors.
          by: 2028-01-01
        clause 3
          Westland shall withdraw its troops from the valley.
          by: 2028-01-01
        clause 4
          Westland may station troops in the valley.
          from: 2029-01-01
        clause 5
          Westland may keep 500 troops in the valley.
          from: 2028-01-01
        """,
        """
        clause 1
          Northland shall freeze its centrifuges.
          until: 2028-01-01
        clause 2
          Northland may operate its centrifuges.
          from: 2028-01-01
        clause 3
          Southland shall dismantle its radars.
          by: 2027-06-01
        clause 4
          Southland may retain its radars.
          from: 2028-01-01
          if: "Northland rearms"
        """,
    ),
)
def emptied_duty(facts: Facts) -> Iterator[Problem | Met]:
    for conflict in facts.conflicts:
        if conflict.what == "emptied":
            norm, others = conflict.norm, conflict.against
            what, offer = _TOLD.get(conflict.grade, _TOLD["certain"])
            one = len(others) == 1
            binds, asks, is_ = ("binds", "asks", "is") if one else ("bind", "ask", "are")
            asked = "forbidden" if others[0].kind == "prohibition" else "owed"
            told = what.format(
                numbers(others),
                binds=binds,
                asks=asks,
                is_=is_,
                whom=_whom(norm, others),
                part=" in this" if conflict.in_part else "",
            )
            yield Problem(
                norm.at,
                f"`{norm.words}` is left free here{told}" + by_definition(conflict),
                offer
                if conflict.for_all_of_it
                else f"{offer}, or add `exception to: {first(others)}`",
                severity="info" if conflict.grade == "no end" else None,
                related=(*places(others, f"{asked} here"), *defined(conflict, facts)),
            )
    for hollow in facts.hollow:
        number = hollow.norm.number
        message, offer = _HOLLOW[hollow.how]
        yield Problem(hollow.line.span, message.format(number), f"{offer}, or leave this out")


_HOLLOW = {
    "its own act": (
        "{} is owed only if it is done, and so binds nobody",
        "name somebody else's act",
    ),
    "its own breach": (
        "what breaks {} frees from it, and so it binds nobody",
        "name somebody else's act",
    ),
    "its own leave": (
        "the one whom {} binds decides on it alone, and so it binds nobody",
        "name somebody else",
    ),
    "all left out": (
        "this leaves out all that {} speaks of, so that it binds nobody",
        "name the part that is left out",
    ),
}
"""What a line makes of its own clause, and what to write instead."""


def _whom(norm: Norm, others: Sequence[Norm]) -> str:
    """Return whom they bind no more: nobody at all, unless they go on to bind somebody else."""
    free = norm.provision.meaning.who.names
    left = {name for each in others for name in each.provision.meaning.who.names}.difference(free)
    return f"{' and '.join(free)} to nothing" if left and free else "nobody to anything"
