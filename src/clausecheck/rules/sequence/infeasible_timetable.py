"""A timetable that nobody can keep.

Each deadline looks sound alone; together they leave too few days. The side that is late first will
be called the one that broke the text, though the text broke itself. The finding names the shortest
chain of clauses that cannot all be kept: relax any one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.delays import Misfit
from clausecheck.analyses.timing.times import as_figure, in_words
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("dechter", "3"),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 14 days after 2 is complete
          by: 42 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 14 + 28 + 14 days exceed the 42 in 1 (see 2 and 3)
        clause 2
          Southland shall open its border.
          after: 28 days after 3 is complete
        clause 3
          Westland shall leave the island.
          after: 14 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2027-05-01
          by: 2027-03-01
          ^^^^^^^^^^^^^^ 1 is due by 2027-03-01, and cannot come before 2027-05-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 14 days after 2 is complete
          by: 2027-03-01
          ^^^^^^^^^^^^^^ 1 is due by 2027-03-01, and cannot come before 2027-05-15 (see 2)
        clause 2
          Southland shall open its border.
          after: 2027-05-01
        """,
        """
        clause 1
          Southland shall open its border.
          after: 2 is verified
          by: 15 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 20 days exceed the 15 in 1 (see 3)
        clause 2
          Northland shall freeze its reactors.
        clause 3
          Southland shall inspect the reactors.
          verifies: 2
          on: 20 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 3 months after signature
          by: 80 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 89 days exceed the 80 in 1, however long the months are
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          on: 1 month after signature
        clause 2
          Southland shall open its border.
          after: 32 days after 1 is complete
          by: 2 months after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 28 + 32 days exceed the 59 in 2, however long the months are (see 1)
        """,
        """
        clause 1
          Northland shall suspend its broadcasts.
          from: 2027-06-01
          until: 2027-05-01
          ^^^^^^^^^^^^^^^^^ 1 is to end by 2027-05-01, and cannot before 2027-06-01
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2 is complete or 3 is complete
          by: 60 days after signature
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 70 days exceed the 60 in 1, at best (see 2 and 3)
        clause 2
          Westland shall suspend sanctions.
          after: 90 days after signature
        clause 3
          Southland shall open its border.
          after: 70 days after signature
        """,
        """
        clause 1
          Northland shall open its border.
          before: 2 begins
        clause 2
          Southland shall open its border.
          by: 5 days before 1 begins
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 is due at least 5 days before 1 begins, and cannot come before it
        """,
        """
        clause 1
          Northland shall open its border.
          starts: by 2027-05-01
          ^^^^^^^^^^^^^^^^^^^^^ 1 is to begin by 2027-05-01, and cannot before 2027-06-01
          after: 2027-06-01
        clause 2
          Southland shall open its border.
          after: 5 days after 3 begins
          by: 3 begins
          ^^^^^^^^^^^^ 2 is due no later than 3 begins, and cannot come until 5 days after it
        clause 3
          Westland shall open its border.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          by: 2027-03-01
          target: 2027-01-01
          after: 2027-02-01
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          after: 14 days after 2 is complete
          by: 42 days after signature
        clause 2
          Southland shall open its border.
          after: 28 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: 1 month after signature
          by: 30 days after signature
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          after: earlier of 2027-05-01, 2 is complete
          by: 2027-03-01
        clause 2
          Southland shall open its border.
        """,
    ),
)
def infeasible_timetable(facts: Facts) -> Iterator[Problem | Met]:
    for misfit in facts.misfits:
        yield Problem(
            misfit.deadline.at,
            _said(misfit),
            "give this a later day, or shorten one of the waits that lead to it",
            severity="warning" if misfit.conditional else None,
            related=tuple(Related(line.at, line.text) for line in misfit.story),
        )


def _said(misfit: Misfit) -> str:
    told = _told(misfit)
    others = [each for each in misfit.through if misfit.late or each != misfit.origin.of]
    if not others:
        return told
    shown = others if len(others) <= _MOST_NAMED else others[: _MOST_NAMED - 1]
    more = [f"{len(others) - len(shown)} more"] if len(shown) < len(others) else []
    *most, last = [*shown, *more]
    names = f"{', '.join(most)} and {last}" if most else last
    return f"{told} (see {names})"


_MOST_NAMED = 6
"""Other clauses that are named in a line; the story tells of all."""


def _told(misfit: Misfit) -> str:
    where = f" in {misfit.clause}" if misfit.clause else ""
    condition = ", at best" if misfit.by_choice else ""
    condition += "; so it is once all their conditions hold" if misfit.conditional else ""
    if misfit.late:
        due, earliest = misfit.late
        whose, is_due, come = _due(misfit)
        return f"{whose} {is_due} by {due}, and cannot {come}before {earliest}{condition}"
    condition = f"{', however long the months are' if misfit.months else ''}{condition}"
    needed = _days(misfit.needed)
    if not misfit.allowed:
        whose, is_due, come = _due(misfit)
        last, first = misfit.apart
        by = f"at least {in_words(-last)} before" if last else "no later than"
        then = f"until {in_words(first)} after it" if first else "before it"
        return f"{whose} {is_due} {by} {misfit.origin}, and cannot {come}{then}{condition}"
    exceed = "exceeds" if misfit.needed == (1,) else "exceed"
    return f"{needed} {exceed} the {' + '.join(map(as_figure, misfit.allowed))}{where}{condition}"


def _due(misfit: Misfit) -> tuple[str, str, str]:
    """Return what is due, how that is said of it, and of what it cannot do."""
    if misfit.ends:
        return misfit.due.of, "is to end", ""
    if misfit.due.state == "begins":
        return misfit.due.of, "is to begin", ""
    return (str(misfit.due) if misfit.due.state == "happens" else misfit.due.of), "is due", "come "


def _days(needed: tuple[int, ...]) -> str:
    if len(needed) == 1:
        return in_words(needed[0])
    return f"{' + '.join(map(as_figure, needed))} days"
