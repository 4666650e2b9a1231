"""A breach would be found later than the step can be undone.

Verification is effective if it shows a breach in time to answer it: the days until it is looked
at, reported and answered, against the days it takes to undo the step. The figures are the clause's
own, else the vocabulary's with their source; where one is unknown nothing is said, nor where a
step is undone within a day, as a ceasefire is, or by its least figure may be: no inspection could
come in time for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.detection import Detection
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_WITHIN_A_DAY = 1


@rule(
    family="verification",
    lens="both",
    severity="warning",
    entries=("B19", "N20"),
    cites=cite("nitze"),
    answer="What matters is that a breach is seen at all: whoever must hide it pays for it.",
    false_alarms=(
        "Where a step cannot be undone unseen, as with large plants, the days between two "
        "looks matter less."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 90 days
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach can be found after 90 days and reported after 10 more; 30 days are enough to undo the step
          reports: within 10 days to Southland
          reversible: by Northland within 30 days
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 7 days
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach can be found after 7 days and answered after 60 more; 30 days are enough to undo the step
          reversible: by Northland within 30 days
          if breached: Southland may resume the exercises within 60 days.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once it is found, a breach can be reported after 60 days; 20 days are enough to undo the step
          reports: within 60 days to Southland
          reversible: by Northland within 20 days
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, at least 2 times per month
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach can be found after 16 days (if the looks are evenly spread) and answered after 5 more; 10 days are enough to undo the step
          reversible: by Northland within 10 days
          if breached: Southland may resume the exercises within 5 days.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 7 days
          reports: within 1 day to Southland
          reversible: by Northland within 30 days
          if breached: UN shall decide within 10 days.
          otherwise: Southland may resume the exercises within 5 days.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 7 days
          reports: within 1 day to Southland
          reversible: by Northland within 30 days
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection
          reports: within 10 days to Southland
          reversible: by Northland within 20 days
        """,
        """
        clause 1
          Northland shall cease all shelling.
          verified by: IAEA using on-site inspection, every 7 days
          reversible: by Northland within 1 day
        """,
    ),
)
def late_detection(facts: Facts) -> Iterator[Problem | Met]:
    for late in facts.detection:
        if late.undo.days is None or late.undo.days[0] <= _WITHIN_A_DAY:
            continue
        if late.verdict == "too late":
            yield Problem(
                late.at,
                f"{_told(late)}; {late.undo.days[0]} days are enough to undo the step",
                "look more often, report and answer sooner, or ask for a step that takes longer",
            )
        elif late.found is not None:
            yield Met("N20", late.at, "a breach would be seen in time")


def _told(late: Detection) -> str:
    """Return how late a breach is found and answered: "found after 7 days and answered after 60"."""
    parts = (
        ("found", late.found),
        ("reported", late.reported),
        ("decided on", late.decided),
        ("answered", late.answered),
    )
    (verb, days), *others = [(verb, days) for verb, days in parts if days]
    steps = [f"{verb} after {days} {'day' if days == 1 else 'days'}"]
    steps[0] += " (if the looks are evenly spread)" if late.spread else ""
    steps += [f"{verb} after {days} more" for verb, days in others]
    once = "" if late.found else "once it is found, "
    *most, last = steps
    return f"{once}a breach can be {', '.join(most)}{' and ' if most else ''}{last}"
