"""A step that takes away the way back.

The case for trying peace rests on this: if it fails, the old posture can be had again at little
cost. A clause that ends an alliance, lifts sanctions for good or sends all forces home spends that
option. Suspension, a snapback, a day on which it lapses, or an exit keep it. Of a text that is here
only in part it is said as worth a look: the way back may stand in the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.inspection.returns import restored, rules_out_return
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule
from clausecheck.source import Span


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("N28", "B19"),
    cites=cite("necessary", "N28"),
    answer=(
        "What can be revoked at will assures nobody: the state that disarms asks for firmness, not "
        "for another suspension."
    ),
    false_alarms=(
        "Forces that left may come back by a treaty of alliance that the text does not name."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Southland and Westland shall terminate the alliance.
                                                     ^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
        """
        clause 1
          All foreign forces shall leave Southland.
              ^^^^^^^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
        """
        clause 1
          Southland and Westland shall terminate the alliance.
                                                     ^^^^^^^^ nothing provides for restoring this, should the peace fail
          reversible: no
        """,
        """
        clause 1
          Southland and Westland shall not hold joint military exercises.
                                                ^^^^^^^^^^^^^^^^^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
        """
        clause 1
          Southland and Westland shall end joint military exercises.
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
        """
        declaration "Valley Declaration"
          scope: partial
        party Southland "Republic of Southland"
        party Westland "Commonwealth of Westland"
        clause 1
          Southland and Westland shall terminate the alliance.
                                                     ^^^^^^^^ nothing here provides for restoring this, should the peace fail
        """,
        """
        clause 1
          Westland shall terminate extended deterrence for Southland.
                                   ^^^^^^^^^^^^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
        """
        clause 1
          Southland and Westland shall end the deployment of strategic assets to the Korean Peninsula.
                                                             ^^^^^^^^^^^^^^^^ nothing provides for restoring this, should the peace fail
        """,
    ),
    good=(
        """
        clause 1
          Westland shall lift all sanctions.
        clause 2
          Westland may reimpose the sanctions lifted in 1.
          if: 3 is breached
        clause 3
          Northland shall freeze its reactors.
        """,
        """
        clause 1
          Northland shall end its nuclear deterrent.
        """,
        """
        clause 1
          Southland and Westland shall announce the deployment of strategic assets to Southland.
        """,
        """
        clause 1
          Southland and Westland shall end the deployment of soldiers to the valley.
        """,
        """
        clause 1
          Westland shall lift all sanctions.
          if breached: UNSC shall meet within 30 days.
        """,
        """
        clause 1
          Southland and Westland shall terminate the alliance.
          reversible: by Southland within 1 year
        """,
        """
        clause 1
          Westland shall suspend sanctions on coal exports.
        """,
        """
        clause 1
          Southland and Westland shall not hold joint military exercises within 5 km of the border.
        """,
        """
        clause 1
          Southland and Westland shall not hold joint military exercises.
          for: 2 years
        """,
        """
        clause 1
          Southland and Westland shall continue joint military exercises.
        """,
        """
        clause 1
          Southland and Westland intend to end joint military exercises.
        """,
    ),
)
def return_path_closed(facts: Facts) -> Iterator[Problem | Met]:
    for provision in facts.pausing:
        if not any(map(rules_out_return, provision.labels.all("reversible"))):
            yield Met("N28", provision.span, "it is suspended, not ended")
    seen = set()
    for provision, thing in facts.closing:
        if provision.number in seen:
            continue
        seen.add(provision.number)
        denied = any(map(rules_out_return, provision.labels.all("reversible")))
        ending = (line.name for line in provision.labels.ending(provision.kind))
        names = (*ending, *(() if denied else ("reversible",)))
        ways = [(provision.labels, name) for name in names]
        ways.append((facts.reading.head, "exit"))
        lines = {line.span for line in provision.labels.all("if breached")}
        back = [each for each in facts.ladders if _brings_back(each, provision, lines, facts)]
        kept = any(not facts.is_blocked(ladder) for ladder in back)
        if kept or any(labels.known(name) for labels, name in ways):
            # Who leaves the text has not brought back the forces that left by it.
            by_exit = not kept and not any(provision.labels.known(name) for name in names)
            exit_line = facts.reading.head.get("exit") if by_exit else None
            if exit_line is None:
                yield Met("N28", provision.span, "the way back is stated")
            elif provision not in facts.troops.withdrawals:
                yield Met("N28", exit_line.span, "whoever leaves the text need not go on")
        elif not (lines or back) and not any(labels.stated(name) for labels, name in ways):
            whole = facts.silence_counts
            yield Problem(
                thing.span,
                f"nothing {'' if whole else 'here '}provides for restoring this, should the peace fail",
                "suspend instead, or add `reversible:`, `if breached:` or an `exit:`",
                severity=None if whole else "info",
            )


def _brings_back(
    ladder: Ladder, provision: Provision, lines: Collection[Span], facts: Facts
) -> bool:
    """Tell whether it takes back this step: under its own label, or wherever it names it."""
    if ladder.at in lines:
        return ladder.takes_back
    return provision.number in restored((ladder,), facts.reading)
