"""A clause that can never apply.

It waits for the end of something that has none, or for a breach of what binds nobody; its conditions
deny each other; it yields to a clause that forbids all of it; it is over before the breach that it
answers can come; or it begins when the text, or the body that is to act, is no more. Whoever was promised it will find out when it is too late to ask for
another.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.reach import Never
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import by_definition, defined, first, numbers, places


@rule(
    family="sequence",
    lens="neutral",
    severity="warning",
    cites=cite("language", "Labels"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not test missiles.
        clause 2
          Southland shall lift sanctions.
          after: 1 is complete
          ^^^^^^^^^^^^^^^^^^^^ 2 can never apply: 1 has no end
        """,
        """
        clause 1
          Northland may withdraw its troops.
        clause 2
          Southland shall resume exercises.
          if: 1 is breached
          ^^^^^^^^^^^^^^^^^ 2 can never apply: 1 binds nobody, and cannot be broken
        """,
        """
        clause 1
          Southland shall lift sanctions.
          if: "the talks succeed"
          unless: "the talks succeed"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 can never apply: its conditions deny each other
        """,
        """
        clause 1
          Northland shall open the road.
          by: 2028-06-01
        clause 2
          Southland may close the harbour.
          if: 1 is breached
          ^^^^^^^^^^^^^^^^^ 2 can never apply: it is over before 1 can be breached
          until: 2028-03-01
        """,
        """
        declaration "Valley Declaration"
          duration: 5 years
        party Northland "Kingdom of Northland"
        clause 1
          Northland shall withdraw its troops.
          after: 7 years after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 can never apply: by then the text has ended
        """,
        """
        clause 1
          No party shall deploy missiles.
        clause 2
          Northland may deploy missiles.
                    ^^^^^^^^^^^^^^^^^^^ 2 can never apply: it yields to 1, and `deploy missiles` is forbidden there
          subject to: 1
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        body Panel "Panel of the Valley"
          established: 2027-02-01
        clause 1
          Commission shall dissolve itself.
          by: 2027-06-01
        clause 2
          Commission shall draw the line.
          from: 2027-09-01
          ^^^^^^^^^^^^^^^^ 2 can never apply: by then Commission is no more
        clause 3
          Panel shall cease to exist.
          by: 2027-06-01
        clause 4
          Panel shall draw the maps.
          after: 2027-09-01
          ^^^^^^^^^^^^^^^^^ 4 can never apply: by then Panel is no more
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        clause 1
          Northland and Southland shall dissolve Commission.
          by: 2027-06-01
        clause 2
          Commission shall draw the line.
          from: 2027-09-01
          ^^^^^^^^^^^^^^^^ 2 can never apply: by then Commission is no more
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        clause 1
          Northland and Southland shall dissolve Commission.
        clause 2
          Commission shall draw the line.
          after: 30 days after 1 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 can never apply: by then Commission is no more
        """,
    ),
    good=(
        """
        clause 1
          Northland shall open the road.
          by: 2028-06-01
        clause 2
          Southland may close the harbour.
          if: 1 is breached
          until: 2028-06-02
        clause 3
          Northland shall keep the border open.
          until: 2028-06-01
        clause 4
          Southland may close the border.
          if: 3 is breached
          until: 2028-03-01
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        clause 1
          Commission shall dissolve its panels.
          by: 2027-06-01
        clause 2
          Commission shall draw the line.
          from: 2027-09-01
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        clause 1
          Northland and Southland shall dissolve Commission.
          by: 2027-06-01
        clause 2
          Commission shall draw the line.
          by: 2027-09-01
        clause 3
          Northland shall open the border.
          from: 2027-09-01
        """,
        """
        body Commission "Joint Commission"
          established: 2027-02-01
        clause 1
          Northland and Southland shall dissolve Commission.
        clause 2
          Commission shall hand over the maps.
          after: 1 begins
        clause 3
          Northland shall draw the line.
          after: 1 is complete
        """,
        """
        clause 1
          No party shall deploy missiles near the border.
        clause 2
          Northland may deploy missiles.
          subject to: 1
        """,
        """
        clause 1
          Northland shall not test missiles.
          for: 5 years
        clause 2
          Southland shall lift sanctions.
          after: 1 is complete
        """,
        """
        clause 1
          Northland shall not test missiles.
        clause 2
          Southland shall resume exercises.
          if: 1 is breached
        """,
    ),
)
def clause_never_applies(facts: Facts) -> Iterator[Problem | Met]:
    for never in facts.never:
        why, what_to_type, there = _told(never)
        yield Problem(
            never.at,
            f"{never.number} can never apply: {why}",
            what_to_type,
            related=(Related(never.because, there),),
        )
    for conflict in facts.conflicts:
        if conflict.what == "outranked":
            norm, others = conflict.norm, conflict.against
            yield Problem(
                norm.at,
                f"{norm.number} can never apply: it yields to {numbers(others)}, and `{norm.words}`"
                f" is forbidden there{by_definition(conflict)}",
                f"leave this out, or let it come first: `exception to: {first(others)}` in place of what yields",
                related=(*places(others, "forbidden here"), *defined(conflict, facts)),
            )


def _told(never: Never) -> tuple[str, str, str]:
    """Return why, what to type, and what the other place says."""
    other = never.awaited
    match never.why:
        case "endless":
            return f"{other} has no end", f"add `for:` or `until:` to {other}", "this has no end"
        case "not broken":
            why = f"{other} binds nobody, and cannot be broken"
            return why, f"name a duty, or make {other} one with `shall`", "this binds nobody"
        case "before a breach":
            why = f"it is over before {other} can be breached"
            return why, "name a later end, as in `for: 1 year`", "this is due only later"
        case "denied":
            return "its conditions deny each other", "leave one of them out", "the other condition"
        case _:
            gone = f"{other} is no more" if other else "the text has ended"
            return f"by then {gone}", "name an earlier day, or a later end", "it ends here"
