"""The report for programs, as `json.schema.json` describes it."""

from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from clausecheck import __version__
from clausecheck.essays import entry as entry_of
from clausecheck.reporters.escaping import in_json
from clausecheck.reporters.places import lines_and_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.findings import (
        Clash,
        Failure,
        Finding,
        LedgerEntry,
        Outcome,
        Related,
        Report,
        Stance,
    )
    from clausecheck.source import Source

VERSION = 1
"""Of the schema: keys may be added within a version, never renamed."""

_COUNTS = ("error", "warning", "info", "accepted", "suppressed", "baselined")


def json(outcome: Outcome) -> str:
    """Return the report as JSON, the same characters for the same outcome.

    Letters are written as they are; what would deceive the eye or drive a
    terminal is written as JSON's own escapes, so that the values are exact.
    """
    sources = {report.source.name: report.source for report in outcome.reports}
    document = {
        "version": VERSION,
        "tool": f"clausecheck {__version__}",
        "exit": outcome.exit_status,
        "files": [_file(report, sources) for report in outcome.reports],
        "errors": [_error(failure) for failure in outcome.failures],
        "notices": [{"path": notice.path, "message": notice.message} for notice in outcome.notices],
        "summary": {name: outcome.counts.get(name, 0) for name in _COUNTS},
    }
    return in_json(standard_json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _file(report: Report, sources: dict[str, Source]) -> dict[str, Any]:
    material = report.material
    return {
        "path": report.source.name,
        "title": report.title,
        "findings": [_finding(report.source, finding, sources) for finding in report.findings],
        "stances": _stances(report.stances),
        "ledger": {entry.entry: _entry(entry, report.source) for entry in report.ledger},
        "clashes": [_clash(clash) for clash in report.clashes],
        "material": {
            "clauses": material.clauses,
            "duties": material.duties,
            "prohibitions": material.prohibitions,
            "deadlines": material.deadlines,
            "verified": material.verified,
        },
        "notes": list(report.notes),
    }


def _finding(source: Source, finding: Finding, sources: dict[str, Source]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "lens": finding.lens,
        "severity": finding.severity,
        "status": finding.status,
        "because": finding.because,
        "accepted_by": list(finding.accepted_by),
        "accepted_until": finding.accepted_until or None,
        "clause": finding.clause,
        "span": lines_and_columns(source, finding.span),
        "message": finding.message,
        "help": finding.help,
        "why": finding.why,
        "answer": finding.answer,
        "scope": finding.scope,
        "entries": list(finding.entries),
        "choices": list(finding.choices),
        "fingerprint": finding.fingerprint,
        "related": [_related(source, related, sources) for related in finding.related],
    }


def _related(source: Source, related: Related, sources: dict[str, Source]) -> dict[str, Any]:
    """Return another place; its span is null in a file outside this run."""
    path = related.path or source.name
    other = sources.get(path)
    return {
        "path": path,
        "clause": related.clause,
        "span": lines_and_columns(other, related.at) if other else None,
        "message": related.message,
    }


def _stances(stances: Sequence[Stance]) -> dict[str, Any]:
    """Return each question's stance; where it hangs on choices, the first and the others."""
    values: dict[str, Any] = {}
    for stance in stances:
        value = _stance(stance)
        if stance.question in values:
            values[stance.question].setdefault("otherwise", []).append(value)
        else:
            values[stance.question] = value
    return values


def _stance(stance: Stance) -> dict[str, Any]:
    """Return a stance; that on verification also lists each duty's own."""
    value: dict[str, Any] = {"stance": stance.stance, "clauses": list(stance.clauses)}
    if stance.question == "verification":
        value["duties"] = [{"clause": clause, "stance": one} for clause, one in stance.duties]
    return {**value, "choices": list(stance.choices)} if stance.choices else value


def _entry(entry: LedgerEntry, source: Source) -> dict[str, Any]:
    """Return what became of an objection; one that is judged by another also says which.

    Where that hangs on choices, it is the worst, with the choices that bring it about.
    """
    value: dict[str, Any] = {
        "title": entry_of(entry.entry).title,
        "state": entry.state,
        "raised_by": list(entry.raised_by),
        "met_by": list(entry.met_by),
        "met_at": [lines_and_columns(source, at) for at in entry.met_at],
        "arises": entry.arises,
        "opened_by": list(entry.opened_by),
    }
    if entry.why:
        value["why"] = entry.why
    if entry.otherwise:
        value |= {"choices": list(entry.choices), "otherwise": list(entry.otherwise)}
    return value


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "name": clash.name,
        "sceptic": list(clash.sceptic),
        "advocate": list(clash.advocate),
        "clauses": list(clash.clauses),
        "choices": list(clash.choices),
    }


def _error(failure: Failure) -> dict[str, str]:
    return {"path": failure.path, "kind": failure.kind, "message": failure.message}
