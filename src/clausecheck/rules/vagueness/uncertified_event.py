"""A duty hangs on an event in words, and nobody is named to say that it has come.

A trigger has five parts: what happens, who certifies it, on what evidence, by when, and what holds
if the certifier is silent. Where nobody certifies, each side says for itself whether the other's
duty is due. That is worth a look; nothing is said of an event outside the text that several bring
about, or others than the parties, for there somebody can tell. A certifier that one side can block
is a warning. Where a certifier is named, evidence, time and what holds without it are asked for if
the text gives none of the three.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.events import Hanging
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.values import evolve


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B16", "N29"),
    cites=cite("in-parallel"),
    answer=(
        "Some events are plain when they come, and to name a judge of them is to invite a quarrel "
        "over the judge."
    ),
    looks_at="text",
    bad=(
        """
        event first power unit complete
          when: "the first unit gives power"
        clause 1
          Westland shall provide fuel to Northland.
          until: first power unit complete
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ nobody is named to certify that this event has come
        """,
        """
        body Commission "Joint Commission"
          decides by: consensus
        event disarmament complete
          when: outside this text, "the last reactor is gone"
          certified by: Commission
        clause 1
          Westland shall lift its sanctions.
          after: disarmament complete
                 ^^^^^^^^^^^^^^^^^^^^ this event is certified by Commission, which one side can keep from deciding
        """,
        """
        event disarmament complete
          when: "the last reactor is gone"
          certified by: IAEA
        clause 1
          Westland shall lift its sanctions.
          after: disarmament complete
                 ^^^^^^^^^^^^^^^^^^^^ it is left open on what evidence IAEA certifies this event, how soon, and what holds if it does not
        """,
        """
        event elections
          when: outside this text, "elections held in the valley"
        clause 1
          Westland shall withdraw its troops from the valley.
          by: 30 days after elections
                            ^^^^^^^^^ nobody is named to say whether this event has come
        """,
    ),
    good=(
        """
        event the handover
          when: outside this text, "the commander of the UN hands over to Southland"
        clause 1
          Westland shall withdraw its troops from the valley.
          by: 30 days after the handover
        """,
        """
        event disarmament complete
          when: "the last reactor is gone"
          certified by: IAEA
          according to: its inspection reports
          reports: within 10 days to all parties
          otherwise: UNSC shall decide within 60 days.
        clause 1
          Westland shall lift its sanctions.
          after: disarmament complete
        """,
        """
        event exchange of instruments
          when: outside this text, "both sides have handed them over"
        clause 1
          This treaty shall enter into force.
          on: exchange of instruments
        """,
    ),
)
def uncertified_event(facts: Facts) -> Iterator[Problem | Met]:
    by_event: dict[str, list[Hanging]] = {}
    for hanging in facts.hanging_on_events:
        by_event.setdefault(hanging.event, []).append(hanging)
    for first, *others in by_event.values():
        problem = _problem(first, facts)
        if problem is not None:
            also = tuple(Related(other.at, "and this hangs on it") for other in others)
            yield evolve(problem, related=also)


def _problem(event: Hanging, facts: Facts) -> Problem | None:
    blocked = [name for name in event.certified_by if name in facts.blocked]
    settled = event.labels.stated("otherwise")
    if blocked and not settled:
        return Problem(
            event.at,
            f"this event is certified by {blocked[0]}, which one side can keep from deciding",
            "name another in `certified by:`, or say under `otherwise:` what then holds",
        )
    if event.outside and (event.plain or event.certified_by):
        return None
    if not event.certified_by:
        told = "to say whether" if event.outside else "to certify that"
        return Problem(
            event.at,
            f"nobody is named {told} this event has come",
            "add `certified by:` to the event, with who says that it has come",
            severity="info",
        )
    if event.labels.stated(*_HOW):
        return None
    return Problem(
        event.at,
        f"it is left open on what evidence {event.certified_by[0]} certifies this event, how soon, "
        "and what holds if it does not",
        "add to the event `according to:`, `reports: within 10 days` and `otherwise:`",
        severity="info",
    )


_HOW = ("according to", "reports", "otherwise")
"""Lines of an event that say on what evidence it is certified, how soon, and what else holds."""
