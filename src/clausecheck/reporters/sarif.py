"""The report as SARIF 2.1.0, in the form in which GitHub's code scanning takes it."""

from __future__ import annotations

import json
import os
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from clausecheck import __version__
from clausecheck.findings import SEVERITIES
from clausecheck.reporters.escaping import in_json, visible
from clausecheck.reporters.summary import new_findings, said
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


BaselineState = Literal["new", "updated", "unchanged", "absent"]
"""What became of a finding, by the standard's own words."""


def sarif(outcome: Outcome, rules: Sequence[Rule]) -> str:
    """Return the new findings and the failures as SARIF; paths are relative to the root.

    What is accepted, suppressed or baselined is left out: code scanning shows
    suppressed results as open ones.
    """
    return _written([_run(outcome, [(None, outcome)], rules)])


def compared_sarif(
    runs: Mapping[str, Mapping[BaselineState, Outcome]], rules: Sequence[Rule]
) -> str:
    """Return runs by their names, in which each finding says what became of it.

    How a run went is told by the outcome of what is new in it.
    """
    made = {name: _run(of["new"], of.items(), rules) for name, of in runs.items()}
    if len(made) == 1:
        return _written(list(made.values()))
    return _written(
        [{**run, "automationDetails": {"id": f"{visible(name)}/"}} for name, run in made.items()]
    )


def _written(runs: Sequence[Mapping[str, Any]]) -> str:
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": runs}
    return in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _run(
    whole: Outcome, states: Iterable[tuple[BaselineState | None, Outcome]], rules: Sequence[Rule]
) -> dict[str, Any]:
    every = sorted(_all(states), key=lambda each: SEVERITIES.index(each.finding.severity))
    found = every[:_MOST_RESULTS]
    known = {rule.name: rule for rule in rules}
    names = dict.fromkeys(each.finding.rule for each in found)
    met = {name: at for at, name in enumerate(names)}
    return {
        "tool": {
            "driver": {
                "name": "clausecheck",
                "semanticVersion": __version__,
                "rules": [_rule(known[name]) for name in met],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(whole, len(every) - len(found))],
        "results": [_result(each, met[each.finding.rule]) for each in found],
    }


@frozen
class _Found:
    """A finding in its text, with the other texts in the same state, and what became of it."""

    finding: Finding
    source: Source
    others: Mapping[str, Source]
    state: BaselineState | None


def _all(states: Iterable[tuple[BaselineState | None, Outcome]]) -> Iterator[_Found]:
    for state, outcome in states:
        sources = {report.source.name: report.source for report in outcome.reports}
        for report in outcome.reports:
            for finding in new_findings(report):
                yield _Found(finding, report.source, sources, state)


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


def _result(found: _Found, rule: int) -> dict[str, Any]:
    finding, source = found.finding, found.source
    related = [
        _related(number, source, each, found.others)
        for number, each in enumerate(finding.related, 1)
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
    if found.state:
        result["baselineState"] = found.state
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
