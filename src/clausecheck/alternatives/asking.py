"""Which objections a choice gives rise to, and which it no longer comes to, beside the first.

A choice that raises less may do so because it says less: where the war is only to be discussed,
nobody asks what its end leaves open.
"""

from __future__ import annotations

from collections.abc import Collection

from clausecheck.alternatives.differing import at_issue
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.openings import opened
from clausecheck.choosing.rows import with_option
from clausecheck.essays import entries, opening
from clausecheck.model.decisions import with_in_force
from clausecheck.proposals import Asked
from clausecheck.rolling import RollingText


def asked_otherwise(
    text: RollingText, decision: int, option: int, told: Collection[str]
) -> tuple[Asked, ...]:
    """Return which of the objections told arise with a choice alone, or with the first alone.

    The clauses at issue are asked first: where these give rise to the same, the whole does.
    """
    base = with_in_force(text.decisions, decision)
    other = with_option(base, decision, option)
    ones, others = text.reading(base), text.reading(other)
    local = [
        opened(Facts(reading, text.vocabulary))
        for reading in (at_issue(ones, others), at_issue(others, ones))
    ]
    if local[0] == local[1]:
        return ()
    mine, theirs = opened(text.facts(base)), opened(text.facts(other))
    found: dict[tuple[str, bool], list[str]] = {}
    for entry in entries():
        by_first, by_this = (
            [key for key in entry.opened_by if key in does] for does in (mine, theirs)
        )
        if entry.key in told and bool(by_first) != bool(by_this):
            why = opening(by_this[0]).here if by_this else opening(by_first[0]).gone
            found.setdefault((why, bool(by_this)), []).append(entry.key)
    return tuple(Asked(why, arises, tuple(keys)) for (why, arises), keys in found.items())
