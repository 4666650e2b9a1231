"""A comparison for programs, as `comparison.schema.json` describes it."""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
from clausecheck.essays import entry as entry_of
from clausecheck.reporters.comparison_parts import phrased
from clausecheck.reporters.escaping import in_json
from clausecheck.reporters.places import lines_and_columns

if TYPE_CHECKING:
    from clausecheck.changes import (
        Alone,
        Burden,
        Change,
        Compared,
        Comparison,
        Exposed,
        Passage,
        Row,
        Side,
    )
    from clausecheck.findings import Finding
    from clausecheck.source import Source

VERSION = 1
"""Of the schema: keys may be added within a version, never renamed."""


def comparison_json(whole: Compared) -> str:
    """Return all that was compared as JSON, the same characters for the same texts."""
    document = {
        "version": VERSION,
        "tool": f"clausecheck {__version__}",
        "exit": whole.exit_status,
        "comparisons": [_comparison(made) for made in whole.comparisons],
        "added": [_alone(text) for text in whole.added],
        "removed": [_alone(text) for text in whole.removed],
        "errors": [
            {"path": each.path, "kind": each.kind, "message": each.message}
            for each in whole.failures
        ],
    }
    return in_json(standard_json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _comparison(made: Comparison) -> dict[str, Any]:
    sources = made.base.source, made.other.source
    return {
        "base": _side(made.base),
        "other": _side(made.other),
        "same": made.same,
        "weaker": made.weaker,
        "unread": list(made.unread),
        "brackets": {
            "closed": list(made.brackets.closed),
            "opened": list(made.brackets.opened),
            "proposed": list(made.brackets.proposed),
            "reordered": list(made.brackets.reordered),
            "proposers": [address for address, _ in made.brackets.proposers],
        },
        "frame": [_row(row, sources) for row in made.frame],
        "clauses": [_row(row, sources) for row in made.clauses],
        "remarks": list(made.remarks),
        "findings": {
            "gained": [_finding(each, sources[1]) for each in made.gained],
            "cleared": [_finding(each, sources[0]) for each in made.cleared],
            "unjudged": [_finding(each, sources[0]) for each in made.unjudged],
            "accepted": [_finding(each, sources[0]) for each in made.accepted],
            "kept": len(made.kept),
        },
        "stances": {
            one.question: {
                "base": {"stance": one.stance, "clauses": list(one.clauses)},
                "other": {"stance": two.stance, "clauses": list(two.clauses)},
                "since": made.since.get(one.question),
            }
            for one, two in made.stances
        },
        "ledger": {
            one.entry: {
                "title": entry_of(one.entry).title,
                "lens": entry_of(one.entry).lens,
                "base": one.state,
                "other": two.state,
                "arises": {"base": one.arises, "other": two.arises},
            }
            for one, two in made.ledger
        },
        "exposure": {
            party: {"base": _exposed(before), "other": _exposed(after)}
            for party, before, after in made.exposure
        },
        "burden": {
            party: {"base": _burden(before), "other": _burden(after)}
            for party, before, after in made.burden
        },
        "verdict": {
            "better": [phrased(each) for each in made.verdict.better],
            "worse": [phrased(each) for each in made.verdict.worse],
            "parties": list(made.verdict.parties),
            "gains": list(made.verdict.gains),
            "gone": [phrased(each) for each in made.verdict.gone],
            "arisen": [phrased(each) for each in made.verdict.arisen],
        },
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "path": side.source.name,
        "title": side.title,
        "notes": list(side.notes),
        "renamed_from": side.renamed_from or None,
    }


def _row(row: Row, sources: tuple[Source, Source]) -> dict[str, Any]:
    return {
        "how": row.how,
        "shift": row.shift,
        "before": [_passage(each, sources[0]) for each in row.before],
        "after": [_passage(each, sources[1]) for each in row.after],
        "changes": [_change(each, sources) for each in row.changes],
        "effects": [
            {
                "what": each.what,
                "told": each.told,
                "parties": list(each.parties),
                "certainty": each.certainty,
            }
            for each in row.effects
        ],
    }


def _passage(passage: Passage, source: Source) -> dict[str, Any]:
    return {
        "place": passage.place,
        "span": lines_and_columns(source, passage.span),
        "words": passage.words,
        "kind": passage.what or None,
        "parties": list(passage.parties),
    }


def _change(change: Change, sources: tuple[Source, Source]) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "direction": change.direction,
        "message": change.message,
        "before": lines_and_columns(sources[0], change.before) if change.before else None,
        "after": lines_and_columns(sources[1], change.after) if change.after else None,
        "parties": list(change.parties),
        "reaches": list(change.reaches),
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "lens": finding.lens,
        "severity": finding.severity,
        "clause": finding.clause,
        "span": lines_and_columns(source, finding.span),
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _exposed(each: Exposed | None) -> dict[str, Any] | None:
    return (
        None if each is None else {"given": each.given, "days": each.days, "endless": each.endless}
    )


def _burden(each: Burden) -> dict[str, int]:
    return {"alone": each.alone, "shared": each.shared}


def _alone(text: Alone) -> dict[str, Any]:
    material = text.side.material
    return {
        **_side(text.side),
        "material": {
            "clauses": material.clauses,
            "duties": material.duties,
            "prohibitions": material.prohibitions,
            "deadlines": material.deadlines,
            "verified": material.verified,
        },
        "findings": [_finding(each, text.side.source) for each in text.findings],
    }
