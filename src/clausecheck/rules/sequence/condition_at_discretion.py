"""A duty that waits for what the other side may do or not, or that the other side alone judges.

A step "if A lifts its sanctions", where no clause asks A to lift any, lets A decide whether the step
is ever owed; so does a day that counts from such an act, and a condition that A alone finds to be
met. It may be what both want. The one who waits should see that nothing in the text brings the moment
about, nor where a body is to certify something that nobody charges it to find out. An answer to what nobody may do, or to an attack or a test, is no such step, nor is a sanction; and
what A asks for, gives notice of or signs is how procedures begin.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule


@rule(
    family="sequence",
    lens="both",
    severity="info",
    entries=("N11", "B16"),
    cites=cite("in-parallel"),
    answer="An offer that the other side may take up or leave is better than none.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          if: Westland suspends its exercises
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 waits for an act of Westland that no clause asks for
        """,
        """
        clause 1
          Westland shall supply fuel to Northland.
          if: "enough progress is made"
          judged by: Northland
                     ^^^^^^^^^ it is for Northland alone to say whether 1 is owed
        """,
        """
        event the closing
          when: Northland decides to close its mission
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after the closing
              ^^^^^^^^^^^^^^^^^^^^^^^^^ 1 falls due only with an act of Northland that no clause asks for
        """,
        """
        body Commission "Joint Commission"
          members: Northland, Westland
        event the all-clear
          when: Commission certifies the dismantlement
        clause 1
          Westland shall suspend sanctions.
          by: 30 days after the all-clear
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 1 falls due only with an act of Commission that no clause asks for
        """,
    ),
    good=(
        """
        event the request
          when: Northland requests an inspection
        clause 1
          Westland shall answer.
          by: 10 days after the request
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          if: Westland suspends its exercises
        clause 2
          Westland shall suspend its exercises.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          if: Westland complies with 2
        clause 2
          Westland shall suspend its exercises.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          if: Westland requests it
        """,
        """
        body Commission "Joint Commission"
          members: Northland, Westland
        event the all-clear
          when: Commission certifies the dismantlement
        clause 1
          Northland shall dismantle its reactors.
          verified by: Commission using on-site inspection
        clause 2
          Westland shall suspend sanctions.
          by: 30 days after the all-clear
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
        clause 2
          Westland shall end its food aid.
          if: Northland conducts a nuclear test
        """,
        """
        clause 1
          Westland shall supply fuel to Northland.
          if: "enough progress is made"
          judged by: Southland
        """,
        """
        clause 1
          Westland shall supply fuel to Northland.
          if: "enough progress is made"
          judged by: Westland
        """,
    ),
)
def condition_at_discretion(facts: Facts) -> Iterator[Problem | Met]:
    for choice in () if facts.one_sided else facts.at_choice:
        if choice.how == "done":
            hangs = "falls due only with" if choice.due else "waits for"
            yield Problem(
                choice.at,
                f"{choice.number} {hangs} an act of {choice.whose} that no clause asks for",
                f"add a clause by which {choice.whose} shall do it, or name a day",
            )
        elif not choice.own:
            yield Problem(
                choice.at,
                f"it is for {choice.whose} alone to say whether {choice.number} is owed",
                "name a third party, a body with members of both sides, or an event",
            )
