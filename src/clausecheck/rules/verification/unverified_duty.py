"""A duty that others could check, left without a verifier in a text that has one for others.

What nobody looks at is where the next dispute begins. It is no more than worth a look, since the
text shows that it knows how to verify. Nothing is said of a ban that leaves nothing to inspect, as
one on the use of force. Where the text itself says `verified by: none`, the gap is meant, and both
sides have to answer for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.verification import Checked
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="verification",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B20", "N20"),
    cites=cite("necessary", "N20"),
    answer="Not every step needs an inspector; some are seen by everybody when they are done.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
                                        ^^^^^^^^ nobody verifies this duty
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
          verified by: none
          ^^^^^^^^^^^^^^^^^ the text says that nobody verifies this duty
        """,
        """
        body Commission "Supervisory Commission"
          task: supervision of this agreement
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
                                        ^^^^^^^^ the whole is supervised by Commission, and nobody is told to look at this duty
        """,
    ),
    good=(
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland shall dismantle its reactors.
        clause 3
          IAEA shall inspect the reactors.
          verifies: 2
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
          verified by: IAEA using on-site inspection
        clause 2
          Northland and Westland shall not use force against each other.
        """,
    ),
)
def unverified_duty(facts: Facts) -> Iterator[Problem | Met]:
    verification = facts.verification
    if not verification.named:
        return
    open_duties = []
    for duty in verification.judged:
        if duty.denied and duty.line is not None:
            yield Problem(
                duty.line.span,
                "the text says that nobody verifies this duty",
                "name who looks and how, or accept on record that nobody does",
            )
        elif duty.strength in {"none", "adjective"}:
            open_duties.append(duty)
    if open_duties:
        first, *others = open_duties
        more = f", nor {_others(len(others))}" if others else ""
        beside = f", nor at {_others(len(others))} that call for it" if others else ""
        yield Problem(
            first.at,
            f"the whole is supervised by {facts.overseer}, and nobody is told to look at this duty{beside}"
            if facts.overseer is not None
            else f"nobody verifies this duty{more}",
            _remedy(first, facts),
            severity="info",
            related=tuple(Related(other.at, "nor this") for other in others),
        )


def _others(count: int) -> str:
    return "1 other" if count == 1 else f"{count} others"


def _remedy(first: Checked, facts: Facts) -> str:
    likely = facts.verification.likely(first, facts.vocabulary)
    if likely is not None:
        number = first.provision.number
        return f"add `verifies: {number}` under {likely.watch.number} if it is meant, else `verified by:`"
    return "add `verified by:` with who looks and how, or accept on record that nobody does"
