"""The report as GitLab's Code Quality widget takes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from clausecheck.digests import blake2b
from clausecheck.findings import SEVERITIES
from clausecheck.reporters.escaping import in_json
from clausecheck.reporters.summary import new_findings, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.findings import Finding, Outcome
    from clausecheck.source import Source

_SEVERITIES = dict(zip(SEVERITIES, ("critical", "major", "info"), strict=True))


def gitlab(outcome: Outcome) -> str:
    """Return the new findings and the failures; paths are relative to the root.

    The widget merges issues with one fingerprint and does not show a rule's
    name, so each fingerprint stands once and each description opens with the name.
    """
    return in_json(json.dumps(list(_issues(outcome)), ensure_ascii=False, indent=2)) + "\n"


def _issues(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for failure in outcome.failures:
        text = f"{failure.undone}: {failure.message}"
        yield _issue(failure.kind, text, "blocker", failure.path, (1, 1), text)
    for report in outcome.reports:
        for finding in new_findings(report):
            yield _found(report.source, finding)
    for notice in outcome.notices:
        yield _issue("notice", notice.message, "info", notice.path, (1, 1), notice.message)


def _found(source: Source, finding: Finding) -> dict[str, Any]:
    lines = (source.place_of(finding.span.start).line, source.place_of(finding.span.end).line)
    text = f"{said(finding)} ({finding.help})" if finding.help else said(finding)
    severity = _SEVERITIES[finding.severity]
    return _issue(finding.rule, text, severity, source.name, lines, finding.fingerprint)


def _issue(
    name: str, text: str, severity: str, path: str, lines: tuple[int, int], identity: str
) -> dict[str, Any]:
    key = f"{name}\0{path}\0{identity}".encode(errors="surrogatepass")
    return {
        "description": f"{name}: {text}",
        "check_name": name,
        "fingerprint": blake2b(key, digest_size=16).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }
