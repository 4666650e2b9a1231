from __future__ import annotations

import json as standard_json
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]

from clausecheck import __version__
from clausecheck.findings import STATES, Clash, Outcome
from clausecheck.reporters.json import json
from clausecheck.values import evolve

from . import samples


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    text = (resources.files("clausecheck.reporters") / "json.schema.json").read_text()
    loaded: dict[str, Any] = standard_json.loads(text)
    return loaded


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)

    assert schema["$id"] == "urn:clausecheck:report:1"


@pytest.mark.parametrize("name", samples.ALL)
def test_every_report_follows_the_schema(name: str, schema: dict[str, Any]) -> None:
    document = standard_json.loads(json(samples.ALL[name]))

    assert list(Draft202012Validator(schema).iter_errors(document)) == []


@pytest.mark.parametrize(
    "break_it",
    [
        lambda document: document["files"][0]["findings"][0].pop("fingerprint"),
        lambda document: document["files"][0].update(title=3),
        lambda document: document["summary"].update(error=-1),
        lambda document: document["files"][0]["findings"][0]["span"]["start"].update(line=0),
    ],
    ids=["a key lost", "a wrong type", "a negative count", "a line before the first"],
)
def test_the_schema_refuses_what_is_no_report(break_it: Any, schema: dict[str, Any]) -> None:  # noqa: ANN401 - any of the lambdas
    document = standard_json.loads(json(samples.ONE))
    break_it(document)

    assert len(list(Draft202012Validator(schema).iter_errors(document))) == 1


def test_the_whole_document_key_by_key() -> None:
    expected = {
        "version": 1,
        "tool": f"clausecheck {__version__}",
        "exit": 1,
        "files": [
            {
                "path": "clauses/valley.clause",
                "title": "On the Valley",
                "findings": [
                    {
                        "rule": "undated-obligation",
                        "family": "vagueness",
                        "lens": "sceptic",
                        "severity": "warning",
                        "status": "new",
                        "because": "",
                        "accepted_by": [],
                        "accepted_until": None,
                        "clause": "2",
                        "span": {
                            "start": {"line": 3, "column": 19},
                            "end": {"line": 3, "column": 35},
                        },
                        "message": "no day is set for this duty",
                        "help": "add a day, as in `by: 2027-03-01`",
                        "why": "A. Writer, “On Keeping Dates” (2020), §2",
                        "answer": "",
                        "scope": "",
                        "entries": ["B20"],
                        "choices": [],
                        "fingerprint": "9f2c",
                        "related": [],
                    }
                ],
                "stances": {
                    "troops": {"stance": "silent", "clauses": []},
                    "verification": {
                        "stance": "none",
                        "clauses": ["2.1"],
                        "duties": [{"clause": "2.1", "stance": "named"}],
                    },
                },
                "ledger": {},
                "clashes": [],
                "material": {
                    "clauses": 14,
                    "duties": 9,
                    "prohibitions": 2,
                    "deadlines": 5,
                    "verified": 3,
                },
                "notes": [],
            }
        ],
        "errors": [],
        "notices": [],
        "summary": {
            "error": 0,
            "warning": 1,
            "info": 0,
            "accepted": 0,
            "suppressed": 0,
            "baselined": 0,
        },
    }

    document = json(samples.ONE)

    assert document == standard_json.dumps(expected, ensure_ascii=False, indent=2) + "\n"


def test_related_places_have_a_path_and_a_span_where_the_file_is_in_the_run() -> None:
    finding = standard_json.loads(json(samples.RICH))["files"][0]["findings"][1]

    assert finding["choices"] == ["with `all {DPRK}` in 2#1", "with `may {ROK}` in 2#2"]
    assert finding["related"] == [
        {
            "path": "clauses/valley.clause",
            "clause": "1.1",
            "span": {"start": {"line": 1, "column": 14}, "end": {"line": 1, "column": 27}},
            "message": "the whole of it",
        },
        {
            "path": "clauses/river.clause",
            "clause": None,
            "span": None,
            "message": "another text",
        },
        {
            "path": "clauses/강.clause",
            "clause": None,
            "span": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 5}},
            "message": "a text at hand",
        },
    ]


def test_findings_of_every_status_are_listed_and_the_whole_text_has_no_clause() -> None:
    rich = standard_json.loads(json(samples.RICH))
    end = standard_json.loads(json(samples.AT_THE_END))

    assert [(each["status"], each["because"]) for each in rich["files"][0]["findings"]] == [
        ("new", ""),
        ("new", ""),
        ("accepted", "the thaw sets the day"),
    ]
    assert end["files"][0]["findings"][0]["clause"] is None
    assert rich["summary"] == {
        "error": 0,
        "warning": 2,
        "info": 1,
        "accepted": 1,
        "suppressed": 0,
        "baselined": 2,
    }
    assert rich["notices"] == [{"path": "vocabulary.toml", "message": "a term more than on `main`"}]


def test_a_clash_names_both_sides_and_where() -> None:
    report = evolve(samples.RICH.reports[0], clashes=(Clash("order", ("B16",), ("N09",), ("3",)),))
    document = standard_json.loads(json(Outcome((report,), (), 0)))

    assert document["files"][0]["clashes"] == [
        {"name": "order", "sceptic": ["B16"], "advocate": ["N09"], "clauses": ["3"], "choices": []}
    ]


def test_the_ledger_has_every_entry_with_its_title_and_a_booster_says_why() -> None:
    ledger = standard_json.loads(json(samples.RICH))["files"][0]["ledger"]

    assert list(ledger) == ["B01", "B05", "B07", "B08", "B09", "B10", "B20", "B24", "N01", "N28"]
    assert ledger["B20"] == {
        "title": "Delivery that can come in bits",
        "state": "raised",
        "raised_by": ["2", "4.1(a)", "4.1(b)"],
        "met_by": ["3.1"],
        "met_at": [],
        "arises": True,
        "opened_by": ["owed"],
    }
    assert ledger["B09"] == {
        "title": "Opposed analysts who expect a withdrawal",
        "state": "accepted",
        "raised_by": [],
        "met_by": [],
        "met_at": [],
        "arises": True,
        "opened_by": [],
        "why": "boosts B07",
    }
    assert [at["start"]["line"] for at in ledger["N28"]["met_at"]] == [1]
    assert [key for key, each in ledger.items() if not each["arises"]] == ["B08", "B10"]
    assert ledger["B05"]["state"] == ledger["B08"]["state"] == "not applicable"


def test_the_states_of_the_schema_are_those_there_are(schema: dict[str, Any]) -> None:
    assert tuple(schema["$defs"]["entry"]["properties"]["state"]["enum"]) == STATES


def test_values_from_hostile_files_are_exact_and_shown_escaped() -> None:
    document = json(samples.STRANGE)
    read = standard_json.loads(document)

    assert read["files"][0]["path"] == samples.HOSTILE_SOURCE.name.replace("\udcff", r"\xff")
    assert read["files"][0]["findings"][0]["message"] == samples.HOSTILE.message
    assert read["errors"][0]["path"] == "b\x1b\\xfe"
    assert set(document) & set("\x07\x1b\r\x9b\u200b\u202e\u2066\udcff\udcfe") == set()
    assert document.encode().decode() == document


def test_letters_of_any_script_are_written_as_they_are() -> None:
    assert '"title": "한반도의 평화"' in json(samples.RICH)


def test_the_same_outcome_gives_the_same_document() -> None:
    assert json(evolve(samples.RICH)) == json(samples.RICH)


def test_what_hangs_on_choices_is_told_with_them_and_what_it_is_otherwise() -> None:
    (file,) = standard_json.loads(json(samples.OPEN))["files"]

    assert file["stances"]["troops"] == {
        "stance": "stay",
        "clauses": ["2"],
        "choices": ["with `may {ROK}` in 2#2"],
        "otherwise": [{"stance": "silent", "clauses": [], "choices": ["otherwise"]}],
    }
    assert file["ledger"]["N28"] == {
        "title": "The way back given away",
        "state": "raised",
        "raised_by": ["2"],
        "met_by": [],
        "met_at": [],
        "arises": True,
        "opened_by": [],
        "choices": ["with `may {ROK}` in 2#2"],
        "otherwise": ["met", "not applicable"],
    }
