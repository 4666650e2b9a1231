"""A duty hangs on an event in words, and nobody is named to say that it has come.

A trigger has five parts: what happens, who certifies it, on what evidence, by when, and what holds
if the certifier is silent. Where nobody certifies, each side says for itself whether the other's
duty is due. It is worth a look, and of an event outside the text not even that: it is its drafters'
own choice. A certifier that one side can block is more.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
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
    ),
    good=(
        """
        event disarmament complete
          when: "the last reactor is gone"
          certified by: IAEA
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
    by_event: dict[str, list[Related]] = {}
    certifiers: dict[str, tuple[str, ...]] = {}
    outside: dict[str, bool] = {}
    for hanging in facts.hanging_on_events:
        by_event.setdefault(hanging.event, []).append(Related(hanging.at, "and this hangs on it"))
        certifiers[hanging.event] = hanging.certified_by
        outside[hanging.event] = hanging.outside
    for event, (first, *others) in by_event.items():
        named = certifiers[event]
        blocked = [name for name in named if name in facts.blocked]
        if named and not blocked:
            yield Met("N29", first.at, "somebody certifies the event")
        elif blocked:
            yield Problem(
                first.at,
                f"this event is certified by {blocked[0]}, which one side can keep from deciding",
                "name another in `certified by:`, or say what holds if it does not decide",
                related=tuple(others),
            )
        elif not outside[event]:
            yield Problem(
                first.at,
                "nobody is named to certify that this event has come",
                "add `certified by:` to the event, with who says that it has come",
                severity="info",
                related=tuple(others),
            )
