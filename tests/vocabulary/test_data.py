"""The built-in files keep what they promise."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]  # only its answers matter here
import pytest

from clausecheck.vocabulary import entries, reader
from clausecheck.vocabulary.index import listed_phrases, shared_phrases
from clausecheck.vocabulary.inflection import units
from clausecheck.vocabulary.terms import ObjectGroup

FOLDER = Path(reader.FOLDER)
SCHEMA = json.loads((FOLDER / "vocabulary.schema.json").read_text("utf-8"))
TEXTS = {name: (FOLDER / name).read_text("utf-8") for name in reader.FILES}
DATA: dict[str, dict[str, Any]] = {name: tomllib.loads(text) for name, text in TEXTS.items()}
TERMS = [
    (file, table, name, entry)
    for file, data in DATA.items()
    for table in entries.TABLES
    for name, entry in data.get(table, {}).items()
]
ACTIONS = """
    declare notify cap halt freeze seal monitor disable dismantle eliminate convert remove dispose suspend scale-down
    redeploy withdraw close waive lift terminate snap-back delist open normalise recognise
"""


@pytest.mark.parametrize("file", reader.FILES)
def test_a_file_keeps_to_the_schema(file: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(DATA[file])


@pytest.mark.parametrize("file", reader.FILES)
def test_the_reader_finds_nothing_wrong_with_a_file(file: str) -> None:
    _, problems = entries.read_entries(file, TEXTS[file])

    assert problems == []


def test_every_reference_has_its_term_and_no_parents_go_in_a_circle() -> None:
    built_in, _ = reader.read_files()

    assert list(reader.broken_references(built_in, built_in)) == []


def test_no_name_is_given_twice_over_the_files() -> None:
    names = [(table, name) for _, table, name, _ in TERMS]

    assert sorted(set(names)) == sorted(names)


def test_no_form_belongs_to_two_terms_of_a_kind() -> None:
    built_in, _ = reader.read_files()
    nothing = listed_phrases(entries.no_entries())

    assert list(shared_phrases(built_in, nothing)) == []


def test_a_term_does_not_list_a_form_twice() -> None:
    for _, table, name, entry in TERMS:
        forms = [units(form) for form in entry["forms"]]

        assert len(set(forms)) == len(forms), (table, name)


def test_every_time_to_undo_has_its_source_or_the_reason_why_it_is_unknown() -> None:
    for _, _, name, entry in TERMS:
        times = [*entry.get("undo_of", {}).values(), *([entry["undo"]] if "undo" in entry else [])]
        for time in times:
            said = time["reason"] if "unknown" in time else time["source"]

            assert len(said) > 10, name


def test_every_grade_says_what_it_rests_on() -> None:
    for _, _, name, entry in TERMS:
        if "grade" in entry:
            assert len(entry["grade"]["source"]) > 10, name


def test_a_dispute_can_end_a_message_and_names_its_source_in_brackets() -> None:
    for _, _, name, entry in TERMS:
        if "disputed" in entry:
            assert re.fullmatch(r"[a-z].*[^.] \([^()]+\)", entry["disputed"]), name


def test_every_group_is_explained_at_the_top_of_the_file_and_used() -> None:
    explained = set(re.findall(r"^#   (\w+)  +\w", TEXTS["general.toml"], re.MULTILINE))
    used = {entry["group"] for _, table, _, entry in TERMS if table == "object"}

    assert used == explained == set(get_args(ObjectGroup))


@pytest.mark.parametrize("table", ["actor", "act"])
@pytest.mark.parametrize("file", reader.FILES)
def test_acts_and_actors_stand_in_alphabetical_order_under_their_headings(
    file: str, table: str
) -> None:
    for part in re.split(r"^# -+\n# .*\n# -+$", TEXTS[file], flags=re.MULTILINE):
        names = re.findall(rf"^\[{table}\.([^\].]+)\]", part, re.MULTILINE)

        assert names == sorted(names)


def test_the_actions_of_the_field_are_all_there() -> None:
    acts = {name for _, table, name, _ in TERMS if table == "act"}

    assert set(ACTIONS.split()) - acts == set()


def test_the_forms_of_instrument_are_those_of_the_language() -> None:
    assert DATA["general.toml"]["list"]["form"]["names"] == [
        "political declaration",
        "joint statement",
        "memorandum",
        "executive agreement",
        "treaty",
        "military agreement",
        "resolution",
        "draft law",
        "unilateral statement",
    ]


def test_the_schema_and_the_reader_know_the_same_keys() -> None:
    for table, shape in entries.SHAPES.items():
        described = SCHEMA["properties"][table]["additionalProperties"]
        required = {key for key, check in shape.items() if check.is_required}
        names = {key: check.names for key, check in shape.items() if check.names}

        assert set(described["properties"]) == set(shape)
        assert set(described["required"]) == required
        assert names == {
            key: tuple(value["enum"])
            for key, value in described["properties"].items()
            if "enum" in value
        }
