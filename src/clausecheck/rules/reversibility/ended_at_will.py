"""A duty that lasts as long as the one who owes it likes.

"As long as it considers necessary" makes the debtor the judge of the debt, and so does a condition
that the one who may act on it finds to be met. The other side pays for something that can be
withdrawn without a breach.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.times import at_will, by_own_judgement
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Said
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B19", "N28"),
    cites=cite("impossible", "B19"),
    answer="A step that can be taken back is a step a frightened state dares to take at all.",
    bad=(
        """
        clause 1
          Northland shall suspend its withdrawal.
          for: "as long as it considers necessary"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it ends when the one who owes it says so
        """,
        """
        clause 1
          Westland guarantees the safety of Northland.
          until: "Westland decides otherwise"
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it ends when the one who owes it says so
        """,
        """
        clause 1
          Southland may resume broadcasts.
          if: "Southland considers that the pledge is broken"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this condition is met whenever the party that it serves says so
        """,
        """
        clause 1
          Southland shall stop its broadcasts.
          unless: "it deems them necessary"
                  ^^^^^^^^^^^^^^^^^^^^^^^^^ this condition is met whenever the party that it serves says so
        """,
        """
        clause 1
          Southland shall stop its broadcasts.
          unless: "the pledge is broken"
          judged by: Southland
                     ^^^^^^^^^ this condition is met whenever the party that it serves says so
        """,
        """
        clause 1
          Westland shall not attack Northland.
        clause 2
          Westland may attack Northland.
          if: "Northland is in material breach"
          judged by: Westland
                     ^^^^^^^^ this condition is met whenever the party that it serves says so
          exception to: 1
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
          if: "Northland has acted in good faith"
          judged by: Westland
                     ^^^^^^^^ it binds only when the party that it binds says so
        """,
        """
        event the all-clear
          when: Westland certifies the dismantlement
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Westland shall suspend sanctions on coal exports.
          by: 30 days after the all-clear
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ it binds only when the party that it binds says so
        """,
    ),
    good=(
        """
        clause 1
          Southland may resume broadcasts.
          if: "Southland considers that the pledge is broken"
          judged by: UN
        """,
        """
        clause 1
          Southland may resume broadcasts.
          if: "Northland considers it useful"
        """,
        """
        clause 1
          Southland may resume broadcasts.
          if: ""
        """,
        """
        event "Westland decides otherwise"
          when: 2 is complete
        clause 1
          Westland guarantees the safety of Northland.
          until: "Westland decides otherwise"
        clause 2
          Northland shall close its camps.
        """,
        """
        clause 1
          Northland shall suspend its withdrawal.
          for: 5 years
        """,
        """
        clause 1
          Southland shall stop its broadcasts.
          unless: "the pledge is broken"
          judged by: UN
        """,
    ),
)
def ended_at_will(facts: Facts) -> Iterator[Problem | Met]:
    own: dict[str, list[tuple[Span, str]]] = {}
    for each in facts.at_choice:
        if each.own:
            own.setdefault(each.number, []).append((each.at, _ANOTHER[each.how]))
    for said in (said for clause in facts.reading.operative_clauses for said in clause.said):
        judged = (
            at
            for line in said.labels.all("if", "unless")
            for at in by_own_judgement(line, said, facts.reading.names)
        )
        remedies = dict.fromkeys(judged, "add `judged by:` with somebody else")
        remedies.update(own.get(said.number, ()))
        for at, remedy in remedies.items():
            yield Problem(at, _at_whose_word(said), f"{remedy}, or name an event or a clause")
    lasting = (
        at
        for clause in facts.clauses
        for said in clause.said
        for line in said.labels.lines
        for at in at_will(line, said, facts.reading.names, facts.vocabulary)
    )
    for at in dict.fromkeys(lasting):
        yield Problem(
            at,
            "it ends when the one who owes it says so",
            "set a term, or name who else must agree to its end",
        )


_ANOTHER = {
    "judged": "name somebody else in `judged by:`",
    "found": "let somebody else say so",
}


def _at_whose_word(said: Said) -> str:
    """Return what the judge of a condition decides: the `if:` of a duty serves the other side."""
    frees = said.labels.stated("unless") or not any(each.binding for each in said.meanings)
    if frees:
        return "this condition is met whenever the party that it serves says so"
    return "it binds only when the party that it binds says so"
