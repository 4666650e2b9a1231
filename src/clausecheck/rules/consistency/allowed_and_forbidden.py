"""What one clause allows, another forbids.

A right that stands beside a ban is no right, or the ban is none: each side will read the one that
suits it. A right that begins when the ban ends, and one that is called its exception, are sound. One
that only reaches less far than the ban, has a condition, or needs somebody's consent is probably
meant as an exception; that it is one is worth a line. So is, beside a ban on a condition, that the
right has the same one.
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
    "certain": "`{words}` is allowed here and forbidden by {others}",
    "for a while": "`{words}` is allowed here and for a while forbidden by {others}",
    "conditional": "`{words}` is allowed here and forbidden by {others} {meeting}",
    "in part": "`{words}` is allowed here, and {others} give{s} up all of it",
    "save some": "`{words}` is allowed here and, with exceptions, forbidden by {others}",
    "but for some": "`{words}` is allowed here for all, and {others} forbid{s} it for some",
    "narrower": "nothing says that this is an exception to {others}",
    "other words": "nothing says that this is an exception to {others}",
    "wished": "`{words}` is allowed here and not wanted in {others}",
}
_SEVERITY: dict[str, Severity | None] = {
    "certain": None,
    "for a while": "warning",
    "conditional": "info",
    "in part": "warning",
    "save some": "warning",
    "but for some": "info",
    "narrower": "info",
    "other words": "info",
    "wished": "warning",
}


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
          Westland shall lift sanctions on coal exports.
          if breached: Northland may restart its reactors.
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ nothing says that this is an exception to 2
        clause 2
          Northland shall not restart its reactors.
        """,
        """
        clause 1
          No party shall conduct military exercises.
        clause 2
          Northland may conduct military exercises.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `conduct military exercises` is allowed here and forbidden by 1
        """,
        """
        clause 1
          Northland shall not conduct military exercises.
          until: 2029-01-01
        clause 2
          Northland may conduct military exercises.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `conduct military exercises` is allowed here and for a while forbidden by 1
        """,
        """
        clause 1
          Northland shall not conduct military exercises.
        clause 2
          Northland may conduct military exercises in the valley.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says that this is an exception to 1
        clause 3
          Southland shall not test missiles.
          unless: "the talks have failed"
        clause 4
          Southland may test missiles.
                    ^^^^^^^^^^^^^^^^^ `test missiles` is allowed here and forbidden by 3 as long as the condition does not hold
        clause 5
          Westland shall not conduct military exercises.
          except: naval exercises
        clause 6
          Westland may conduct military exercises.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `conduct military exercises` is allowed here and, with exceptions, forbidden by 5
        """,
        """
        clause 1
          IAEA may inspect military sites.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^ `inspect military sites` is allowed here and forbidden by 2
        clause 2
          Military sites shall not be inspected.
        clause 3
          Northland may use all harbours.
                    ^^^^^^^^^^^^^^^^^^^^ `use all harbours` is allowed here for all, and 4 forbids it for some
        clause 4
          Northland shall not use harbours in Southland.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall suspend its broadcasts.
          if breached: Southland may resume its broadcasts.
        clause 2
          Southland shall suspend its broadcasts.
        """,
        """
        clause 1
          Northland may use all harbours.
          subject to: 2
        clause 2
          Northland shall not use harbours in Southland.
        """,
        """
        clause 1
          Northland shall not conduct military exercises.
          until: 2029-01-01
        clause 2
          Northland may conduct military exercises.
          from: 2029-01-01
        """,
        """
        clause 1
          Northland shall not conduct military exercises.
          unless permitted by: Southland
        clause 2
          Northland may conduct military exercises.
        """,
        """
        clause 1
          Northland shall not conduct military exercises near the border.
        clause 2
          Northland may conduct military exercises.
        """,
    ),
)
def allowed_and_forbidden(facts: Facts) -> Iterator[Problem | Met]:
    return forbidden("permission", facts, _HOW, _SEVERITY, _remedy)


def _remedy(conflict: Conflict) -> str:
    other = first(conflict.against)
    offer = f"add `exception to: {other}`"
    if conflict.grade == "conditional":
        return f"say on what condition this is allowed, as with `if:` or `unless:`, or {offer}"
    if conflict.grade == "narrower":
        return offer
    if conflict.grade == "save some":
        return f"say here which of them are allowed, or {offer}"
    if conflict.grade == "for a while":
        if conflict.norm.said.labels.ending("permission"):
            return f"leave out the time of {other}, with `from:` or `until:`, or {offer}"
        return f"add `from:` with the end of {other}, or `exception to: {other}`"
    if conflict.for_all_of_it and conflict.grade == "certain":
        offer = f"say where or when this is allowed all the same, and {offer}"
    return f"leave one of them out, or {offer}"
