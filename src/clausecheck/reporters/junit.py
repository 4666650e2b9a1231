"""The report as JUnit's XML: a suite for each file, a case for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from clausecheck.findings import SEVERITIES
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.summary import counted, line_of, new_findings, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clausecheck.findings import Finding, Outcome, Report, Severity

_LEVELS = "failure", "error", "skipped"


def junit(outcome: Outcome) -> str:
    """Return the new findings and the failures; a file without any is one passed case.

    A finding below the level from which findings count is a skipped case: it is
    seen, and fails nobody's build.
    """
    suites = Xml.Element("testsuites", name="clausecheck")
    for report in outcome.reports:
        suites.append(_suite(report.source.name, list(_cases(report, outcome.level))))
    for failure in outcome.failures:
        case = _case(failure.path, failure.undone)
        _say(case, "error", failure.kind, failure.message)
        suites.append(_suite(failure.path, [case]))
    for notice in outcome.notices:
        case = _case(notice.path, "notice")
        Xml.SubElement(case, "system-out").text = visible(notice.message)
        suites.append(_suite(notice.path, [case]))
    for name in ("tests", "failures", "errors"):  # and no more: the schema has none for the rest
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    Xml.indent(suites)
    # A runner of GitHub Actions would take `##[` for a command.
    text = Xml.tostring(suites, encoding="unicode").replace("##[", "&#35;#[")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(path: str, cases: Iterable[Xml.Element]) -> Xml.Element:
    suite = Xml.Element("testsuite", name=visible(path))
    suite.extend(cases)
    counts = {level: len(suite.findall(f"testcase/{level}")) for level in _LEVELS}
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(counts["failure"]))
    suite.set("errors", str(counts["error"]))
    suite.set("skipped", str(counts["skipped"]))
    return suite


def _cases(report: Report, level: Severity | None) -> Iterator[Xml.Element]:
    path = report.source.name
    findings = new_findings(report)
    if not findings:
        yield _case(path, f"no findings in {counted(report.material.clauses, 'clauses')}")
    for finding in findings:
        clause = f"clause {finding.clause}, " if finding.clause else ""
        line = line_of(report, finding)
        case = _case(path, f"{finding.rule} ({clause}line {line})")
        kind = "failure" if level and _counts(finding, level) else "skipped"
        _say(case, kind, finding.severity, said(finding), f"{path}:{line}", finding.help)
        yield case


def _counts(finding: Finding, level: Severity) -> bool:
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)


def _case(path: str, name: str) -> Xml.Element:
    return Xml.Element("testcase", classname=visible(path), name=visible(name))


def _say(case: Xml.Element, element: str, kind: str, message: str, *lines: str) -> None:
    """Add what is said of a case; a line stays one, for a runner may take another for a command."""
    told = Xml.SubElement(case, element, type=kind, message=visible(message))
    told.text = "\n".join(map(visible, lines))
