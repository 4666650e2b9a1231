"""What is open in a text with brackets, for programs: see `alternatives.schema.json`."""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
from clausecheck.findings import SEVERITIES, Finding, LedgerEntry, Stance
from clausecheck.reporters.alternatives_parts import duties
from clausecheck.reporters.emptier_texts import not_asked
from clausecheck.reporters.escaping import in_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clausecheck.proposals import (
        Alternatives,
        Counted,
        Difference,
        Open,
        Price,
        Resolution,
        Tally,
    )
    from clausecheck.source import Source

VERSION = 1
"""Of the schema: keys may be added within a version, never renamed."""


def alternatives_json(made: Alternatives) -> str:
    """Return the alternatives as JSON, the same characters for the same text."""
    document = {
        "version": VERSION,
        "tool": f"clausecheck {__version__}",
        "path": made.source.name,
        "title": made.title,
        "open": [_open(each) for each in made.open],
        "texts": {"count": made.count, "exact": made.count_exact},
        "looked_at": {"choices_met": made.strength, "all_said": not made.rough},
        "front": [
            {
                **_resolution(each, made.source),
                "as_good": each.as_good,
                "as_good_exact": each.as_good_exact,
                "instead": _instead(each.instead),
                "perhaps": _instead(each.perhaps),
            }
            for each in made.front
        ],
        "front_exact": made.front_exact,
        "front_left_out": made.left_out,
        "ranked_for": made.prefer,
        "at_least": _found(made.least) if made.least is not None else None,
        "parties": [
            {
                "party": each.party,
                "own": each.own,
                "left_out": each.left_out,
                "first": each.first,
                "at_odds": [*each.at_odds, *each.several],
                **_resolution(each.text, made.source),
            }
            for each in made.parties
        ],
        "language_versions": [
            {
                "bracket": address,
                "versions": [
                    {
                        "language": version.language,
                        "words": version.words,
                        "commits_to": version.commits_to,
                        "differs": [_difference(each) for each in version.differs],
                    }
                    for version in versions
                ],
            }
            for address, versions in made.versions
        ],
        "brackets": _tally(made.tally),
        "brackets_before": _tally(made.before) if made.before is not None else None,
        "checks": made.checks,
        "notes": list(made.notes),
        "unread_lines": list(made.unread),
    }
    return in_json(standard_json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _open(each: Open) -> dict[str, Any]:
    return {
        "brackets": list(each.addresses),
        "kind": each.kind,
        "line": each.line,
        "weighed": each.weighed,
        "choices": [
            {
                "words": choice.words,
                "proposed_by": list(choice.proposed_by),
                "asked": [
                    {
                        "why": each.why,
                        "arises": each.arises,
                        "entries": list(each.entries),
                        "findings": [_told(what) for what in each.findings],
                        "unanswered": each.unanswered,
                    }
                    for each in choice.asked
                ],
                "brings": [_price(price) for price in choice.prices],
                "differs": [_difference(each) for each in choice.differs],
                "alone": {
                    "brings": [_told(what) for what in choice.beside.brings],
                    "no_longer": [_told(what) for what in choice.beside.no_longer],
                },
            }
            for choice in each.choices
        ],
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "how": each.how,
        "place": each.place,
        "told": each.told,
        "parties": list(each.parties),
    }


def _price(price: Price) -> dict[str, Any]:
    return {**_told(price.what), "with": price.others or None}


def _told(what: Finding | Stance | LedgerEntry) -> dict[str, Any]:
    if isinstance(what, Finding):
        return {
            "finding": what.rule,
            "severity": what.severity,
            "lens": what.lens,
            "clause": what.clause,
            "message": what.message,
        }
    if isinstance(what, Stance):
        return {"question": what.question, "stance": what.stance}
    return {"entry": what.entry, "state": what.state}


def _resolution(each: Resolution, source: Source) -> dict[str, Any]:
    counted = each.counted
    lenses = _found(counted).items()
    return {
        "choices": list(each.taken),
        **{lens: {**found, "met": counted.met[at]} for at, (lens, found) in enumerate(lenses)},
        "safeguards": counted.safeguards,
        "duties": duties(each),
        "does_not_arise": not_asked(each),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "status": finding.status,
                "clause": finding.clause,
                "line": source.place_of(finding.span.start).line,
                "message": finding.message,
            }
            for finding in each.report.findings
        ],
        "stances": {stance.question: stance.stance for stance in each.report.stances},
    }


def _instead(told: Iterable[tuple[str, tuple[str, ...]]]) -> list[dict[str, Any]]:
    return [{"choice": choice, "as_good": list(others)} for choice, others in told]


def _found(counted: Counted) -> dict[str, dict[str, int]]:
    half = len(SEVERITIES)
    return {
        "sceptic": dict(zip(SEVERITIES, counted.cost[:half], strict=True)),
        "advocate": dict(zip(SEVERITIES, counted.cost[half:], strict=True)),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "total": tally.total,
        "by_article": dict(tally.by_article),
        "by_party": dict(tally.by_party),
        "by_kind": dict(tally.by_kind),
    }
