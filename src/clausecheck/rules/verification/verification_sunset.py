"""The checking ends before the duty does.

After that day a breach is found by accident or not at all. It can be meant: inspections are dear,
and what has been destroyed needs no watching. It is said so that it is seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.sunsets import Sunset
from clausecheck.analyses.timing.moments import in_days
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="info",
    entries=("B18",),
    cites=cite("impossible", "B18"),
    looks_at="text",
    answer="When the elimination is complete there is little left to inspect.",
    bad=(
        """
        clause 1
          Northland shall not possess missiles.
          for: without limit
          verified by: IAEA using on-site inspection
          verification ends: 13 years after entry into force
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the duty goes on when nobody looks any more
        """,
        """
        clause 1
          Northland shall not possess missiles.
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          verification ends: 2040-01-01
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on when nobody looks any more
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2030-01-01
          verified by: IAEA using on-site inspection
          verification ends: 2029-01-01
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the duty is due only when nobody looks any more, up to 365 days later
        """,
        """
        clause 1
          Northland shall not possess missiles.
          for: 100 days
          verified by: IAEA using on-site inspection
          verification ends: 60 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the duty goes on for 40 days when nobody looks any more
        """,
        """
        clause 1
          Northland shall not possess missiles.
        clause 2
          Southland may conduct on-site inspections in Northland.
          verifies: 1
          verification ends: 2040-01-01
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on, to be seen by national technical means alone
        clause 3
          No party shall interfere with the national technical means of the other party.
        """,
        """
        clause 1
          Northland shall not possess missiles.
        clause 2
          Southland may conduct on-site inspections in Northland.
          verifies: 1
          verification ends: 2040-01-01
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on when nobody looks any more
        clause 3
          No party shall interfere with the inspections of the other party.
        """,
        """
        clause 1
          Northland shall not possess missiles.
          for: 100 days
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          every: 7 days
          until: 60 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on for 40 days when nobody looks any more
        """,
        """
        clause 1
          Northland shall freeze its silos.
          until: 2 is complete
          verified by: IAEA using on-site inspection
          verification ends: 2 begins
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the duty goes on when nobody looks any more
        clause 2
          Northland shall dismantle its launchers.
        """,
        """
        body Commission "Joint Commission"
          ends: 60 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on for 40 days when nobody looks any more
        clause 1
          Northland shall not possess missiles.
          for: 100 days
          verified by: Commission using on-site inspection
        """,
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall dismantle its reactors.
          by: 2030-01-01
          verified by: Commission using on-site inspection
        clause 2
          Northland and Southland shall dissolve Commission.
          by: 2029-01-01
          ^^^^^^^^^^^^^^ 1 is due only when nobody looks any more, up to 365 days later
        """,
        """
        clause 1
          Northland shall not possess missiles.
          verified by: Southland using satellite imagery
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          verification ends: 2040-01-01
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 goes on, to be seen by satellite imagery alone
        """,
        """
        body Commission "Joint Commission"
          established: by signature
          ends: 60 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is due only when nobody looks any more, up to 30 days later
        clause 1
          Northland shall not possess missiles.
          verified by: Commission using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
          by: 90 days after signature
          verified by: Commission using on-site inspection
        clause 3
          Northland shall dismantle its launchers.
          by: 80 days after signature
          verified by: Commission using on-site inspection
        """,
    ),
    good=(
        """
        body Commission "Joint Commission"
        clause 1
          Northland shall dismantle its reactors.
          by: 2029-01-01
          verified by: Commission using on-site inspection
        clause 2
          Northland and Southland shall dissolve Commission.
          by: 2030-01-01
        """,
        """
        body Commission "Joint Commission"
          ends: 60 days after signature
        clause 1
          Northland shall not possess missiles.
          for: 100 days
          verified by: Commission using on-site inspection; IAEA using satellite imagery
        """,
        """
        body Commission "Joint Commission"
          ends: 60 days after signature
        clause 1
          Northland shall not possess missiles.
          for: 100 days
        clause 2
          Commission shall inspect the launch sites.
          verifies: 1
        clause 3
          IAEA shall inspect the launch sites.
          verifies: 1
        """,
        """
        clause 1
          Northland shall not possess missiles.
          for: 100 days
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          for: 100 days
        """,
        """
        clause 1
          Northland shall not possess missiles.
          until: 2040-01-01
          verified by: IAEA using on-site inspection
          verification ends: 2040-01-01
        """,
        """
        clause 1
          Northland shall freeze its silos.
          until: 2 is complete
          verified by: IAEA using on-site inspection
          verification ends: 2 begins
        clause 2
          Northland shall dismantle its silos.
        clause 3
          IAEA shall inspect the dismantlement.
          verifies: 2
        """,
        """
        clause 1
          Northland shall not possess missiles.
          for: 5 years
          verified by: IAEA using on-site inspection
          verification ends: 5 years after signature
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          verification ends: 2040-01-01
        """,
        """
        clause 1
          Northland shall not possess missiles.
          verified by: UN using on-site inspection
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          verification ends: 2040-01-01
        """,
        """
        clause 1
          Northland shall not possess missiles.
        clause 2
          IAEA shall inspect the launch sites.
          verifies: 1
          verification ends: 2040-01-01
        clause 3
          UN may inspect the launch sites.
          verifies: 1
        """,
    ),
)
def verification_sunset(facts: Facts) -> Iterator[Problem | Met]:
    for sunset in facts.sunsets:
        if sunset.due is not None:
            yield Problem(
                sunset.at,
                f"{_duty(sunset)} is due only when nobody looks any more{_later(sunset.days)}",
                "let the inspections go on until it is verified, as in `verification ends: "
                f"{sunset.duty.number} is verified`",
                related=(Related(sunset.due.span, "this is due later"),),
            )
            continue
        afar = sunset.afar
        seen = f", to be seen by {afar.method} alone" if afar else " when nobody looks any more"
        yield Problem(
            sunset.at,
            f"{_duty(sunset)} goes on{_for(sunset.days)}{seen}",
            "let both end together, or say what replaces the inspections",
            related=(
                Related(sunset.duty.modality.span, "this goes on"),
                *([Related(afar.at, "by this it can still be seen")] if afar else ()),
            ),
        )


def _duty(sunset: Sunset) -> str:
    return sunset.duty.number if sunset.apart else "the duty"


def _later(days: int | None) -> str:
    return f", up to {in_days(days)} later" if days is not None else ""


def _for(days: int | None) -> str:
    return f" for {in_days(days)}" if days is not None else ""
