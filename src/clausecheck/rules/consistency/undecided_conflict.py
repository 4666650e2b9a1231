"""Two clauses that contradict each other if their conditions can hold at once, which cannot be told.

Each condition is in words, and the words are not the same. If they exclude each other the text is
sound; one line that says so, or the same words with `if:` and `unless:`, would show it. It
cannot be told either where something is owed that somebody has yet to permit, where an exception in
other words may cover it, or where a right begins or something is due on a day, and the ban begins or
ends by what may come earlier or later than that.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.pairs import UNDECIDED, Grade
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import defined, first, held_back, numbers, places
from clausecheck.source import Span


@rule(
    family="consistency",
    lens="neutral",
    severity="info",
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        event the peace
          when: outside this text, "a peace treaty is in force"
        clause 1
          Northland shall not test missiles.
          until: the peace
        clause 2
          Northland may test missiles.
                    ^^^^^^^^^^^^^^^^^ it cannot be told whether this begins only when 1 ends; if not, they contradict each other
          from: 2030-01-01
        """,
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks go on"
        clause 2
          Northland shall deploy missiles.
          if: "Southland mobilises"
          ^^^^^^^^^^^^^^^^^^^^^^^^^ it cannot be told whether this can hold together with the condition of 1; if so, they contradict each other
        """,
        """
        clause 1
          Northland shall not test missiles.
          unless permitted by: Southland
        clause 2
          Northland shall test missiles.
                    ^^^^^^^^^^^^^^^^^^^ it cannot be told whether this is permitted, as 1 demands; if not, they contradict each other
          by: 2028-01-01
        """,
        """
        clause 1
          No party shall conduct military exercises.
          except: naval exercises
        clause 2
          Northland shall conduct live-fire exercises.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it cannot be told whether this is left out in 1; if not, they contradict each other
        """,
        """
        clause 1
          Northland shall not open the bridge.
          until: earlier of 2027-12-01, 3 is complete
        clause 2
          Northland shall open the bridge.
                    ^^^^^^^^^^^^^^^^^^^^^ it cannot be told whether this can wait until 1 ends; if not, they contradict each other
          by: 2027-07-01
        clause 3
          Southland shall open its border.
        clause 4
          Westland shall not close the mine.
          from: later of 2027-06-01, 3 is complete
        clause 5
          Westland shall close the mine.
                   ^^^^^^^^^^^^^^^^^^^^ it cannot be told whether this comes before 4 begins; if not, they contradict each other
          on: 2027-07-01
        clause 6
          Northland shall not open the dam.
          until: 2027-12-01
        clause 7
          Northland shall open the dam.
                    ^^^^^^^^^^^^^^^^^^ it cannot be told whether this can wait until 6 ends; if not, they contradict each other
          on: later of 2027-06-01, 3 is complete
        """,
    ),
    good=(
        """
        clause 1
          Northland shall not open the bridge.
          until: earlier of 2027-06-01, 3 is complete
        clause 2
          Northland shall open the bridge.
          by: 2027-07-01
        clause 3
          Southland shall open its border.
        clause 4
          Northland shall not open the mine.
          until: earlier of 2027-12-01, 6 is complete
        clause 5
          Northland shall open the mine.
          by: 2027-07-01
        clause 6
          Northland shall open its border.
        clause 7
          Westland shall not close the mine.
          from: later of 2027-06-01, 3 is complete
        clause 8
          Westland shall close the mine.
          on: 2027-05-01
        clause 9
          Northland shall not open the dam.
          until: 2027-05-01
        clause 10
          Northland shall open the dam.
          on: later of 2027-06-01, 3 is complete
        """,
        """
        event the peace
          when: outside this text, "a peace treaty is in force"
        clause 1
          Northland shall not test missiles.
          until: the peace
        clause 2
          Northland may test missiles.
          from: the peace
        clause 3
          Southland shall not test missiles.
          until: 5 is complete
        clause 4
          Southland may test missiles.
          from: 2030-01-01
        clause 5
          Northland shall open its border.
          by: 2029-01-01
        """,
        """
        clause 1
          Northland shall not test missiles.
          unless permitted by: Southland
        clause 2
          Northland shall test missiles.
          with consent of: Southland
        clause 3
          Northland may test missiles.
        """,
        """
        clause 1
          No party shall conduct military exercises.
          except: live-fire exercises at sea
        clause 2
          Northland shall conduct live-fire exercises.
        clause 3
          Southland shall conduct military exercises.
        """,
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks go on"
        clause 2
          Northland shall deploy missiles.
          unless: "the talks go on"
        """,
        """
        clause 1
          Northland shall not deploy missiles.
          if: "the talks fail"
        clause 2
          Northland shall deploy missiles.
          if: "the talks do not fail"
        """,
    ),
)
def undecided_conflict(facts: Facts) -> Iterator[Problem | Met]:
    told = held_back(facts)
    for conflict in facts.conflicts:
        norm = conflict.norm
        others = [each for each in conflict.against if not _is_told(norm, each, told)]
        if conflict.grade in UNDECIDED and others:
            doubted, doubt, offer = _DOUBTS[conflict.grade]
            lines = [line for other in others for line in other.said.labels.all(*doubted)]
            s = "s" if len(others) == 1 else ""
            own = norm.conditions if conflict.grade == "undecided" else ()
            yield Problem(
                own[0].span if own else norm.at,
                f"it cannot be told whether this {doubt.format(others=numbers(others), s=s)}"
                f"; if {'so' if own else 'not'}, they contradict each other",
                f"{offer.format(first=first(others))}, or add `exception to: {first(others)}`",
                related=(
                    *(Related(line.span, "on this it hangs") for line in lines),
                    *places(others, "this contradicts it"),
                    *defined(conflict, facts),
                ),
            )


def _is_told(norm: Norm, ban: Norm, told: frozenset[tuple[str, Span]]) -> bool:
    """Tell whether it is told that a step waits for the ban to end, and what follows from that."""
    return any(
        (norm.number, line.span) in told for line in ban.said.labels.ending(ban.provision.kind)
    )


_DOUBTS: dict[Grade, tuple[tuple[str, ...], str, str]] = {
    "undecided": (
        ("if", "unless"),
        "can hold together with the condition of {others}",
        "use the same words in both, with `if:` and `unless:`",
    ),
    "licensed": (
        ("unless permitted by",),
        "is permitted, as {others} demand{s}",
        'say here that it waits for the permission, as in `if: "this is permitted"`',
    ),
    "unended": (
        ("until",),
        "begins only when {others} end{s}",
        "say here that it begins then, as in `from:` with the same event",
    ),
    "due first": (
        ("until",),
        "can wait until {others} end{s}",
        "say here that it waits for that, as in `after:` with the same event",
    ),
    "begun first": (
        ("from",),
        "comes before {others} begin{s}",
        "say here that it does, as in `before: {first} begins`",
    ),
    "excepted": (
        ("except",),
        "is left out in {others}",
        "name it among the exceptions",
    ),
}
"""By grade: the lines on which it hangs, what cannot be told, and what to type."""
