"""A breach would be found later than the step can be undone.

Verification is effective if it shows a breach in time to answer it: the days until it is looked
at, reported and answered, against the days it takes to undo the step. The figures are the clause's
own, else the vocabulary's with their source; where one is unknown nothing is said, nor where a
step is undone within a day, as a ceasefire is, or by its least figure may be: no inspection could
come in time for that. Where one line verifies several steps, the one that is undone first is told, and
where another clause verifies it, at the step itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.detection import Detection
from clausecheck.analyses.timing.lengths import AT_ONCE
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span

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
        """
        clause 1
          Northland shall freeze its reactors.
          verified by: IAEA using on-site inspection, every 60 hours
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach can be found after 60 hours and reported after 1 hour more; 60 hours are enough to undo the step
          reports: within 1 hour to Southland
          reversible: by Northland within 60 hours
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          reversible: by Northland within 30 days
        clause 2
          Northland shall freeze its enrichment plants.
                          ^^^^^^ by 3, a breach of 2 can be found after 90 days and reported after 10 more; 20 days are enough to undo 2
          reversible: by Northland within 20 days
        clause 3
          IAEA shall inspect the sites.
          verifies: 1, 2
          every: 90 days
          reports: within 10 days to Southland
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
    found: dict[Span, list[Detection]] = {}
    for each in facts.detection:
        if each.undo.days is None or each.undo.days[0] <= _WITHIN_A_DAY:
            continue
        if each.verdict == "too late":
            found.setdefault(each.at, []).append(each)
        elif each.found is not None:
            yield Met("N20", each.at, "a breach would be seen in time")
    for late in found.values():
        yield _late(sorted(late, key=lambda each: each.undo.days or ()))


def _late(every: list[Detection]) -> Problem:
    """Return what is said of one line: which of the steps that it verifies is undone first."""
    first, *others = every
    number, apart = first.provision.number, first.by
    step = number if apart or others else "the step"
    related = [
        Related(each.provision.deed.act_span, f"{_least(each)} are enough to undo this, too")
        for each in others
    ]
    if apart:
        related.insert(0, Related(first.at, f"{apart} verifies {number}"))
    return Problem(
        first.provision.deed.act_span if apart else first.at,
        f"{_told(first)}; {_least(first)} are enough to undo {step}",
        "look more often, report and answer sooner, or ask for a step that takes longer",
        related=tuple(related),
    )


def _told(late: Detection) -> str:
    """Return how late a breach is found and answered: "found after 7 days and answered after 60"."""
    parts = zip(("found", "reported", "decided on", "answered"), late.parts, strict=True)
    told = [(verb, length) for verb, length in parts if length]
    (verb, length), *others = told
    steps = [f"{verb} after {length.words}"]
    steps[0] += " (if the looks are evenly spread)" if late.spread else ""
    in_days = all(length.counts_days for _, length in told)
    steps += [
        f"{verb} after {length.days if in_days else length.words} more" for verb, length in others
    ]
    of, by = (f" of {late.provision.number}", f"by {late.by}, ") if late.by else ("", "")
    once = "" if late.found else "once it is found, "
    *most, last = steps
    return f"{by}{once}a breach{of} can be {', '.join(most)}{' and ' if most else ''}{last}"


def _least(late: Detection) -> str:
    return (late.undo.least or AT_ONCE).least
