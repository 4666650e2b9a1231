from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped, unused-ignore]

from clausecheck.findings import Finding, Outcome, Report
from clausecheck.reporters.sarif import sarif
from clausecheck.rules import RULES
from clausecheck.source import Source
from clausecheck.values import evolve

from . import samples

OFFICIAL = Draft4Validator(
    json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())
)
BY_NAME = {rule.name: rule for rule in RULES}
KNOWN = (
    *RULES,
    evolve(BY_NAME["soft-deadline"], name="undated-obligation"),
    evolve(BY_NAME["soft-deadline"], name="verification-by-national-technical-means-alone"),
)


def document(outcome: Outcome) -> Any:  # noqa: ANN401 - any JSON
    """Return the report, once it is seen to be what the standard and code scanning take."""
    made = json.loads(sarif(outcome, KNOWN))

    assert list(OFFICIAL.iter_errors(made)) == []
    return made


def texts(value: object) -> list[str]:
    """Return every string in a document."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", samples.ALL)
def test_every_report_follows_the_official_schema_and_leaves_no_string_empty(name: str) -> None:
    made = document(samples.ALL[name])
    (run,) = made["runs"]
    places = re.findall(r'"uri": "(.*?)"', json.dumps(made))

    assert run["columnKind"] == "unicodeCodePoints"
    assert [text for text in texts(made) if not text] == []
    assert [place for place in places if not re.fullmatch(r"([\w.~/-]|%[0-9A-F]{2})+", place)] == []


def test_every_rule_is_described_within_the_limits_of_code_scanning() -> None:
    findings = tuple(evolve(samples.UNDATED, rule=rule.name) for rule in RULES)
    report = evolve(samples.ONE.reports[0], findings=findings)
    driver = document(evolve(samples.ONE, reports=(report,)))["runs"][0]["tool"]["driver"]

    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in RULES]
    for rule in driver["rules"]:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1_024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1_024
        assert "**Asked for by:**" in rule["help"]["markdown"]
        assert "```\n" in rule["help"]["markdown"]
        assert "Asked for by: " in rule["help"]["text"]
        assert "```" not in rule["help"]["text"]


def test_a_result_has_its_whole_range_its_level_and_a_key_of_our_own() -> None:
    (result,) = document(samples.ONE)["runs"][0]["results"]

    assert result == {
        "ruleId": "undated-obligation",
        "ruleIndex": 0,
        "level": "warning",
        "message": {
            "text": "clause 2: no day is set for this duty\n\n"
            "Remedy: add a day, as in `by: 2027-03-01`"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "clauses/valley.clause"},
                    "region": {"startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 35},
                },
                "logicalLocations": [{"name": "2", "kind": "clause"}],
            }
        ],
        "partialFingerprints": {"clausecheckFingerprint/v1": "9f2c"},
    }


def test_only_what_is_new_is_a_result_and_the_most_serious_comes_first() -> None:
    rich = document(samples.RICH)["runs"][0]
    many = document(samples.MANY)["runs"][0]

    assert [result["level"] for result in rich["results"]] == ["warning", "warning", "note"]
    assert [result["level"] for result in many["results"]] == sorted(
        (result["level"] for result in many["results"]), key=["error", "warning", "note"].index
    )
    assert [rule["id"] for rule in rich["tool"]["driver"]["rules"]] == [
        "undated-obligation",
        "troop-withdrawal-silent",
    ]


def test_what_could_not_be_checked_makes_the_run_unsuccessful() -> None:
    (invocation,) = document(samples.RICH)["runs"][0]["invocations"]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert invocation["toolExecutionNotifications"] == [
        {
            "descriptor": {"id": "not-a-file"},
            "level": "error",
            "message": {"text": "pipe.clause: a named pipe, not a file"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "pipe.clause"}}}],
        }
    ]
    assert [each["level"] for each in invocation["toolConfigurationNotifications"]] == ["note"]


def test_related_places_are_numbered_and_one_outside_the_run_has_no_region() -> None:
    related = document(samples.RICH)["runs"][0]["results"][2]["relatedLocations"]

    assert [each["id"] for each in related] == [1, 2, 3]
    assert ["region" in each["physicalLocation"] for each in related] == [True, False, True]
    assert related[2]["physicalLocation"]["artifactLocation"]["uri"] == "clauses/%EA%B0%95.clause"


def lone(finding: Finding, name: str) -> Any:  # noqa: ANN401 - any JSON
    report = evolve(samples.ONE.reports[0], findings=(finding,))
    made = document(Outcome((report,), (), 1))
    return made["runs"][0]["results"][0][name]


def test_brackets_are_not_taken_for_links() -> None:
    finding = evolve(samples.UNDATED, message=r"[30% | all](1) \ {US}", help="")

    assert lone(finding, "message")["text"] == r"clause 2: \[30% | all\](1) \\ {US}"


def test_a_path_outside_of_the_root_is_a_whole_reference() -> None:
    source = samples.VALLEY
    report = Report(
        Source("/elsewhere/a:b.clause", source.text), None, (samples.UNDATED,), (), samples.MATERIAL
    )
    (result,) = document(Outcome((report,), (), 1))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "file:///elsewhere/a%3Ab.clause"


def test_more_results_than_are_taken_are_left_out_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausecheck.reporters.sarif._MOST_RESULTS", 25)
    (run,) = document(samples.MANY)["runs"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]

    assert len(run["results"]) == 25
    assert told["message"]["text"] == "35 more findings are left out, the least serious ones"
