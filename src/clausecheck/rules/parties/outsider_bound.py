"""A duty on somebody who does not sign.

A treaty gives nobody duties without their written consent. The others count on a step that was
never promised, and the one who is to take it may not even have been asked. An agency or a council
that is asked to act is left alone, and so is an organ of somebody who signs. A command serves the
states that made it: where the power that leads it signs, a duty on it is no more than worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="parties",
    lens="both",
    severity="warning",
    at_times=("info",),
    entries=("B28",),
    cites=cite("vclt-known", "articles 34 to 36"),
    answer=(
        "Those who sign may know well that the third will play its part, and cannot wait until it "
        "says so in public."
    ),
    false_alarms=(
        "An outsider may have taken the duty on in an instrument of its own, beside the text."
    ),
    looks_at="text",
    bad=(
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Eastland shall withdraw its guard posts.
          ^^^^^^^^ this binds Eastland, whose signature is missing
        """,
    ),
    good=(
        """
        actor Eastland "Republic of Eastland"
        clause 1
          Eastland shall withdraw its guard posts.
          with consent of: Eastland
        """,
        """
        actor Senate "Senate of Westland"
        clause 1
          IAEA shall inspect the reactors.
        clause 2
          Senate shall approve this treaty.
        """,
    ),
)
def outsider_bound(facts: Facts) -> Iterator[Problem | Met]:
    if facts.one_sided:
        return
    by_name: dict[str, list[Related]] = {}
    for outsider in facts.outsiders_bound:
        by_name.setdefault(outsider.name, []).append(Related(outsider.at, "and here"))
    for name, (first, *others) in by_name.items():
        yield Problem(
            first.at,
            f"this binds {name}, whose signature is missing",
            f"let {name} sign as `party`, or add `with consent of: {name}`",
            severity="info" if facts.leads_from_within(name) else None,
            related=tuple(others),
        )
