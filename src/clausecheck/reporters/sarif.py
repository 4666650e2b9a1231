"""The report as SARIF 2.1.0, in the form in which GitHub's code scanning takes it."""

from __future__ import annotations

import json
import os
from textwrap import dedent
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from clausecheck import __version__
from clausecheck.reporters.escaping import in_json, visible
from clausecheck.reporters.summary import most_serious, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clausecheck.findings import Failure, Finding, Notice, Outcome, Related, Severity
    from clausecheck.rules import Rule
    from clausecheck.source import Source, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_MOST_RESULTS = 25_000
"""Of one run; a report with more is refused as a whole."""

_MOST_CHARACTERS = 1_024
"""Of a rule's descriptions; longer ones are refused too."""

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}

_FINGERPRINT = "clausecheckFingerprint/v1"
"""A key of our own: under the usual one code scanning expects the hash that it makes itself."""

_LINKS = str.maketrans({character: f"\\{character}" for character in "[]\\"})
"""A message may hold links in square brackets, which drafts use for what is not yet agreed."""


def sarif(outcome: Outcome, rules: Sequence[Rule]) -> str:
    """Return the new findings and the failures as SARIF; paths are relative to the root.

    What is accepted, suppressed or baselined is left out: code scanning shows
    suppressed results as open ones.
    """
    found, left_out = most_serious(outcome, _MOST_RESULTS)
    known = {rule.name: rule for rule in rules}
    met = {name: at for at, name in enumerate(dict.fromkeys(each.rule for _, each in found))}
    sources = {report.source.name: report.source for report in outcome.reports}
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "clausecheck",
                        "semanticVersion": __version__,
                        "rules": [_rule(known[name]) for name in met],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(outcome, left_out)],
                "results": [
                    _result(report.source, finding, met[finding.rule], sources)
                    for report, finding in found
                ],
            }
        ],
    }
    return in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _invocation(outcome: Outcome, left_out: int) -> dict[str, Any]:
    """Return how the run went: an empty list of results alone must not look like a sound text."""
    failures = [_notification(failure, "error", failure.kind) for failure in outcome.failures]
    if left_out:
        message = f"{left_out} more findings are left out, the least serious ones"
        failures.append({"level": "warning", "message": {"text": message}})
    notices = [_notification(notice, "note", "notice") for notice in outcome.notices]
    return {
        "executionSuccessful": not outcome.failures,
        "exitCode": outcome.exit_status,
        "toolExecutionNotifications": failures,
        "toolConfigurationNotifications": notices,
    }


def _notification(told: Failure | Notice, level: str, kind: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": kind},
        "level": level,
        "message": {"text": f"{visible(told.path)}: {told.message}".translate(_LINKS)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(told.path)}}}],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    paragraphs = [" ".join(paragraph.split()) for paragraph in rule.docs.split("\n\n")]
    return {
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": paragraphs[0][:_MOST_CHARACTERS]},
        "fullDescription": {"text": "\n\n".join(paragraphs)[:_MOST_CHARACTERS]},
        "help": {
            "text": "\n\n".join(_help(rule, paragraphs, emphasis="", fence="")),
            "markdown": "\n\n".join(_help(rule, paragraphs, emphasis="**", fence="```")),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "precision": "medium" if rule.false_alarms else "high",
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": [rule.family, rule.lens],
        },
    }


def _help(rule: Rule, paragraphs: Sequence[str], *, emphasis: str, fence: str) -> Iterator[str]:
    """Yield the paragraphs of a rule's page."""
    yield from paragraphs
    facts = (
        ("Asked for by", rule.cites),
        ("What the other side answers", rule.answer),
        ("Where the evidence holds", rule.scope),
        ("False alarms known", rule.false_alarms),
    )
    for label, text in facts:
        if text:
            yield f"{emphasis}{label}:{emphasis} {text}"
    for label, examples in (("Found", rule.bad), ("Left alone", rule.good)):
        for example in examples:
            yield f"{emphasis}{label}:{emphasis}"
            yield f"{fence}\n{dedent(example).strip(chr(10)).rstrip()}\n{fence}".strip("\n")


def _result(
    source: Source, finding: Finding, rule: int, sources: Mapping[str, Source]
) -> dict[str, Any]:
    related = [
        _related(number, source, each, sources) for number, each in enumerate(finding.related, 1)
    ]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [
            {
                "physicalLocation": _place(source, finding.span),
                **_clause(finding.clause),
            }
        ],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    return {**result, "relatedLocations": related} if related else result


def _message(finding: Finding) -> str:
    remedy = f"\n\nRemedy: {finding.help}" if finding.help else ""
    where = f"clause {finding.clause}: " if finding.clause else ""
    return f"{where}{said(finding)}{remedy}".translate(_LINKS)


def _related(
    number: int, source: Source, related: Related, sources: Mapping[str, Source]
) -> dict[str, Any]:
    path = related.path or source.name
    other = sources.get(path)
    place = _place(other, related.at) if other else {"artifactLocation": {"uri": _uri(path)}}
    return {
        "id": number,
        "message": {"text": related.message.translate(_LINKS)},
        "physicalLocation": place,
        **_clause(related.clause),
    }


def _clause(number: str | None) -> dict[str, Any]:
    if number is None:
        return {}
    return {"logicalLocations": [{"name": number, "kind": "clause"}]}


def _place(source: Source, span: Span) -> dict[str, Any]:
    start, end = source.place_of(span.start), source.place_of(span.end)
    return {
        "artifactLocation": {"uri": _uri(source.name)},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }


def _uri(path: str) -> str:
    """Return a path as a reference that is relative to the root, or a whole one outside of it."""
    encoded = quote(os.fsencode(path))
    return f"file://{encoded}" if encoded.startswith("/") else encoded
