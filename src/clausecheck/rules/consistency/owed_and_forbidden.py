"""What one clause demands, another forbids.

Whatever the party does, it breaks the text: the other side will hold the one clause against it or
the other. Where the text itself says which comes first, or that one is the other's exception, they
stand together; no clause outranks another by being later, longer or more special. Where only one of
the two has a condition, both hold once that lets them. A demand that is narrower than the ban may be meant
as its exception, and does not say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.conflicts import Conflict
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Severity
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import first, forbidden

_HOW = {
    "certain": "`{words}` is owed here and forbidden by {others}",
    "conditional": "`{words}` is owed here and forbidden by {others} {meeting}",
    "jointly": "`{words}` is owed jointly here and forbidden by {others}",
    "in part": "`{words}` is owed here, and {others} give{s} up all of it",
    "but for some": "`{words}` is owed here for all, and {others} forbid{s} it for some",
    "narrower": "`{words}` is owed here, and {others} in general terms forbid{s} it",
    "other words": "nothing says that this is an exception to {others}",
    "wished": "`{words}` is asked for here and not wanted in {others}",
}

_SEVERITY: dict[str, Severity | None] = {"certain": None, "other words": "info"}


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning", "info"),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not test missiles.
          otherwise: Southland shall close the road.
                               ^^^^^^^^^^^^^^^^^^^^ `close the road` is owed here and forbidden by 2 once 1 is breached
        clause 2
          Southland shall not close the road.
        """,
        """
        clause 1
          No party shall deploy missiles.
        clause 2
          Northland shall deploy its missiles.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `deploy its missiles` is owed here and forbidden by 1
          by: 2028-01-01
        """,
        """
        clause 1
          Northland shall not withdraw its troops from the valley.
          until: 2028-01-01
        clause 2
          Northland shall withdraw its troops from the valley.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` is owed here and forbidden by 1
          by: 2027-06-01
        """,
        """
        clause 1
          Northland shall not produce plutonium.
        clause 2
          Northland shall produce plutonium.
                    ^^^^^^^^^^^^^^^^^^^^^^^ `produce plutonium` is owed here and forbidden by 1 once the condition holds
          if: "its reactors need it"
        clause 3
          Southland shall not close the road.
          unless: "it snows"
        clause 4
          Southland shall close the road.
                    ^^^^^^^^^^^^^^^^^^^^ `close the road` is owed here and forbidden by 3 as long as the condition does not hold
        """,
        """
        clause 1
          Northland shall not deploy troops.
        clause 2
          Northland shall deploy troops in the valley.
                    ^^^^^^^^^^^^^^^^^^^ `deploy troops` is owed here, and 1 in general terms forbids it
        """,
        """
        clause 1
          Northland shall not conduct military exercises.
        clause 2
          Northland shall conduct military exercises for rescue at sea.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says that this is an exception to 1
        """,
        """
        clause 1
          Northland shall not reduce its troops in the valley.
        clause 2
          Northland shall withdraw its troops from the valley.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` is owed here and forbidden by 1
          by: 2028-01-01
        """,
        """
        clause 1
          Northland shall not deploy artillery within 10 km of the border.
        clause 2
          Northland shall deploy artillery within 5 km of the border.
                    ^^^^^^^^^^^^^^^^^^^^^^ `deploy artillery` is owed here and forbidden by 1
        """,
        """
        clause 1
          Northland shall not withdraw its troops from the valley.
          until: 2027-06-01
        clause 2
          Northland shall withdraw its troops from the valley.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `withdraw its troops` is owed here and forbidden by 1
          starts: by 2027-05-01
        """,
        """
        clause 1
          No party shall deploy missiles.
          subject to: 2
        clause 2
          Northland shall deploy missiles.
                    ^^^^^^^^^^^^^^^^^^^^^ `deploy missiles` is owed here and forbidden by 1, and each yields to the other
          subject to: 1
        """,
        """
        clause 1
          No inspection shall take place in Northland.
        clause 2
          IAEA shall inspect the reactors of Northland.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^ `inspect the reactors` is owed here and forbidden by 1
        clause 3
          Northland shall not produce plutonium.
          verified by: IAEA using interviews
        clause 4
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 30 days
                                  ^^^^^^^^^^^^^^^^^^ `on-site inspection` is owed here and forbidden by 1
        """,
        """
        clause 1
          IAEA shall inspect Yongbyon.
               ^^^^^^^^^^^^^^^^^^^^^^ `inspect Yongbyon` is owed here and forbidden by 3
        clause 2
          IAEA shall have access to Yongbyon.
               ^^^^^^^^^^^^^^^^^ nothing says that this is an exception to 3
        clause 3
          No inspections shall be carried out at Yongbyon.
        clause 4
          IAEA shall inspect all sites in Northland.
               ^^^^^^^^^^^^^^^^^^^^^^^ `inspect all sites` is owed here for all, and 5 forbids it for some
        clause 5
          Military sites shall not be inspected.
        clause 6
          Southland shall open all roads.
                    ^^^^^^^^^^^^^^^^^^^^ `open all roads` is owed here for all, and 7 forbids it for some
        clause 7
          Southland shall not open roads in Westland.
        """,
    ),
    good=(
        """
        clause 1
          Southland shall open the mine.
          if breached: Northland shall close the harbour.
          otherwise: Northland shall close the embassy.
          notwithstanding: 3
        clause 2
          Northland shall not close the harbour.
          unless: 1 is breached
        clause 3
          Northland shall not close the embassy.
        clause 4
          Southland shall open the school.
          if breached: Northland shall close the airport.
        clause 5
          Northland shall not close the airport.
          until: 2028-01-01
        """,
        """
        clause 1
          Southland shall open all roads in Southland.
        clause 2
          Southland shall not open roads in Westland.
        clause 3
          Southland shall open all mines.
          except: mines in Westland
        clause 4
          Southland shall not open mines in Westland.
        clause 5
          Southland shall open all harbours.
        clause 6
          Southland shall not open harbours without notice to Northland.
        """,
        """
        clause 1
          No inspection of the reactors without consent shall take place.
        clause 2
          No inspection shall take place in Southland.
        clause 3
          IAEA shall inspect the reactors of Northland.
          exception to: 4
        clause 4
          No on-site inspection shall take place.
          until: 2028-01-01
        clause 5
          Northland shall freeze its reactors.
          after: 2028-01-01
          verified by: IAEA using on-site inspection, every 30 days
        """,
        """
        clause 1
          Northland shall not reduce its troops in the valley below 500.
        clause 2
          Northland shall withdraw 300 troops from the valley.
        """,
        """
        clause 1
          Northland shall not deploy artillery within 10 km of the border.
        clause 2
          Northland shall deploy artillery within 20 km of the border.
        """,
        """
        clause 1
          Northland shall not deploy troops.
        clause 2
          Northland shall deploy troops in the valley.
          exception to: 1
        """,
        """
        clause 1
          Northland shall not withdraw its troops from the valley.
          until: 2028-01-01
        clause 2
          Northland shall withdraw its troops from the valley.
          by: 2029-01-01
        """,
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks go on"
        clause 2
          Northland shall deploy missiles.
          unless: "the talks go on"
        """,
    ),
)
def owed_and_forbidden(facts: Facts) -> Iterator[Problem | Met]:
    return forbidden("duty", facts, _HOW, _SEVERITY, _remedy)


def _remedy(conflict: Conflict) -> str:
    return f"leave one of them out, or add `exception to: {first(conflict.against)}`"
