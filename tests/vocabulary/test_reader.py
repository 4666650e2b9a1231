"""Reading vocabulary files: a project's own, and the built tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from clausecheck.vocabulary import Vocabulary, VocabularyProblem, build_tables, load, reader


def load_one(text: str) -> tuple[Vocabulary, list[str]]:
    vocabulary, problems = load([("own.toml", dedent(text))])
    return vocabulary, [f"{problem.line}: {problem.message}" for problem in problems]


def said(text: str) -> list[str]:
    return load_one(text)[1]


def test_a_project_adds_its_own_terms() -> None:
    vocabulary, problems = load_one(
        """
        [act.dredge]
        forms = ["dredge"]
        parents = ["remove"]
        undo_of = { canal = { days = [10, 20], source = "the harbour master" } }

        [object]
        canal = { group = "territory", forms = ["canal", "ship canal"] }

        [list]
        tide = { names = ["ebb", "flood"] }

        [function]
        words = ["whilom"]

        [general]
        words = ["barge"]
        """
    )

    assert problems == []
    assert [
        match.term.name for match in vocabulary.find(["they", "dredged", "two", "ship", "canals"])
    ] == [
        "dredge",
        "canal",
    ]
    undo = vocabulary.undo("dredge", "canal")
    assert undo is not None
    assert undo.days == (10, 20)
    assert vocabulary.is_a("act", "dredge", "remove")
    assert vocabulary.names("tide") == ("ebb", "flood")
    assert vocabulary.knows("whilom")
    assert vocabulary.knows("barges")


def test_the_built_in_vocabulary_stays_as_it_is() -> None:
    load_one('[act.dredge]\nforms = ["dredge"]')

    assert load()[0].act("dredge") is None


def test_files_may_refer_to_each_other_in_any_order() -> None:
    vocabulary, problems = load(
        [
            ("a.toml", '[object.barge]\ngroup = "weapons"\nforms = ["barge"]\nparents = ["craft"]'),
            ("b.toml", '[object.craft]\ngroup = "weapons"\nforms = ["craft"]'),
        ]
    )

    assert problems == ()
    assert vocabulary.is_a("object", "barge", "craft")


def built_in(file: str, line: str) -> str:
    """Return the place of a line of a built-in file, as messages name it."""
    lines = Path(reader.FOLDER, file).read_text("utf-8").split("\n")
    number = next(at for at, text in enumerate(lines, 1) if text.startswith(line))
    return f"in the built-in {file}, line {number}"


def test_a_term_is_not_defined_again() -> None:
    act, form = built_in("general.toml", "[act.withdraw]"), built_in("general.toml", "form =")

    assert said('[act.withdraw]\nforms = ["sally forth"]') == [
        f"1: act “withdraw” is defined already, {act}; a file adds and does not change"
    ]
    assert said('\n[list.form]\nnames = ["poem"]') == [
        f"2: list “form” is defined already, {form}; a file adds and does not change"
    ]


def test_a_form_is_not_claimed_again() -> None:
    forces = built_in("general.toml", "forces = { group")

    assert said('[object.regulars]\ngroup = "forces"\nforms = ["regulars", "Armed-Forces"]') == [
        f"1: object “regulars”: “Armed-Forces” is a form of “forces” already, {forces}"
    ]
    assert said(
        '[object]\na = { group = "forces", forms = ["zouave"] }\nb = { group = "forces", forms = ["zouave"] }'
    ) == ["3: object “b”: “zouave” is a form of “a” already, in own.toml, line 2"]


def test_a_second_file_is_held_against_the_first() -> None:
    text = '[act.dredge]\nforms = ["dredge"]'
    _, problems = load([("a.toml", text), ("b.toml", text)])

    assert problems == (
        VocabularyProblem(
            "b.toml",
            1,
            "act “dredge” is defined already, in a.toml, line 1; a file adds and does not change",
        ),
    )


def test_a_definition_written_in_an_odd_way_has_no_place() -> None:
    text = 'act = { dredge = { forms = ["dredge"] } }'
    _, problems = load([("a.toml", text), ("b.toml", text)])

    assert [problem.message for problem in problems] == [
        "act “dredge” is defined already; a file adds and does not change"
    ]


def test_an_unknown_group_comes_with_the_nearest() -> None:
    (fault,) = said('[object.barge]\nforms = ["barge"]\ngroup = "territry"')

    assert fault.startswith("1: object “barge”: “group” must be one of agreement, aid, ")
    assert fault.endswith(", war, weapons; did you mean “territory”?")
    assert said('[place.Eden]\nname = "Eden"\nforms = ["Eden"]\ngroup = "garden"') == [
        "1: place “Eden”: “group” must be one of line, zone, site, city, island, sea, river, region"
    ]
    assert len(said('[object.barge]\nforms = ["barge"]\ngroup = 3')) == 1


def test_what_is_listed_goes_before_an_inflection_of_another() -> None:
    vocabulary, problems = load_one(
        '[act.dredged]\nforms = ["dredged"]\n[act.dredge]\nforms = ["dredge"]'
    )

    assert problems == []
    assert [match.term.name for match in vocabulary.find(["dredged", "dredging"])] == [
        "dredged",
        "dredge",
    ]


def test_an_unknown_key_comes_with_the_nearest() -> None:
    assert said('[act.dredge]\nforms = ["dredge"]\nparent = ["remove"]') == [
        "1: act “dredge”: unknown key “parent”; did you mean “parents”?"
    ]
    assert said('[act.dredge]\nforms = ["dredge"]\nzzzzz = 1') == [
        "1: act “dredge”: unknown key “zzzzz”"
    ]


def test_an_unknown_table_comes_with_the_nearest() -> None:
    assert said('[acts.dredge]\nforms = ["dredge"]') == [
        "1: no table is called “acts”; did you mean “act”?"
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "“forms” is missing"),
        ("forms = []", "“forms” must be a list of one or more texts"),
        ('forms = "dredge"', "“forms” must be a list of one or more texts"),
        ('forms = [" "]', "“forms” must be a list of one or more texts"),
        (
            'forms = ["dredge"]\nsynonyms = [["dredge"]]',
            "“synonyms” must be a list of lists of two or more texts",
        ),
        (
            'forms = ["dredge"]\nsynonyms = [["dredge", "scour"]]',
            "synonym “scour” is none of its forms",
        ),
        ('forms = ["dredge"]\nnouns = [1]', "“nouns” must be a list of texts"),
        ('forms = ["dredge"]\ndisputed = 1', "“disputed” must be a text"),
        *(
            (
                f'forms = ["dredge"]\ngrade = {grade}',
                (
                    "“grade” must be { step = one of R0, R1, R2, R3, R4, R5, "
                    "certainty = one of measured, estimated, inferred, source = … }"
                ),
            )
            for grade in (
                '"R1"',
                '{ step = "R6", certainty = "measured", source = "the harbour master" }',
                '{ step = "R1", certainty = "sure", source = "the harbour master" }',
                '{ step = "R1", certainty = "measured", source = " " }',
                '{ step = "R1", certainty = "measured", source = "the harbour master", days = 3 }',
            )
        ),
        (
            'forms = ["dredge"]\nneeds = ["luck"]',
            "“needs” must be a list of some of object, quantity, method, duration, place, recipient",
        ),
    ],
)
def test_a_value_of_the_wrong_shape_says_what_it_must_be(entry: str, fault: str) -> None:
    assert said(f"[act.dredge]\n{entry}") == [f"1: act “dredge”: {fault}"]


@pytest.mark.parametrize(
    "undo",
    [
        "3",
        "{}",
        '{ days = [3, 1], source = "s" }',
        '{ days = [-1, 1], source = "s" }',
        '{ days = [true, true], source = "s" }',
        '{ days = [1], source = "s" }',
        "{ days = [1, 2] }",
        '{ days = [1, 2], source = "" }',
        '{ days = [1, 2], source = "s", unit = "weeks" }',
        '{ unknown = false, reason = "r" }',
        '{ unknown = true, reason = "" }',
        '{ unknown = true, reason = "r", days = [1, 2] }',
    ],
)
def test_a_time_to_undo_has_days_and_a_source_or_a_reason(undo: str) -> None:
    assert said(f'[act.dredge]\nforms = ["dredge"]\nundo = {undo}') == [
        "1: act “dredge”: “undo” must be { days = [fewest, most], source = … } or { unknown = true, reason = … }"
    ]


def test_times_by_object_are_checked_too() -> None:
    (fault,) = said('[act.dredge]\nforms = ["dredge"]\nundo_of = { silt = 3 }')

    assert fault.startswith(
        "1: act “dredge”: “undo_of” must be a table of objects, each with { days = "
    )


def test_a_rank_is_on_the_ladder() -> None:
    assert said('[method.divining]\nforms = ["divining"]\nsource = "s"\nrank = 6') == [
        "1: method “divining”: “rank” must be a whole number from 0 to 5"
    ]


def test_a_table_is_a_table_and_a_list_of_words_holds_words() -> None:
    assert said("act = 3") == ["1: “act” must be a table"]
    assert said("[act]\ndredge = 3") == ["2: act “dredge” must be a table"]
    assert said("[general]\nwords = 3") == [
        "1: table “general” must hold “words”, a list of texts, and nothing else"
    ]
    assert said("[list]\ntide = 3") == [
        "2: list “tide” must hold “names”, a list of texts, and nothing else"
    ]


def test_a_name_is_words_joined_by_hyphens() -> None:
    assert said('[act."dredge up"]\nforms = ["dredge up"]') == [
        "1: act “dredge up”: a name is words joined by hyphens"
    ]


def test_a_reference_to_nothing() -> None:
    assert said(
        '[act.dredge]\nforms = ["dredge"]\nparents = ["scoop"]\nexcludes = ["fill-in"]'
    ) == [
        "1: act “dredge”: parents names “scoop”, and no act is called that",
        "1: act “dredge”: excludes names “fill-in”, and no act is called that",
    ]
    assert said('[act.dredge]\nforms = ["dredge"]\nparents = ["remov"]') == [
        "1: act “dredge”: parents names “remov”, and no act is called that; did you mean “remove”?"
    ]
    assert said(
        '[act.dredge]\nforms = ["dredge"]\nundo_of = { silt = { unknown = true, reason = "nobody asked" } }'
    ) == ["1: act “dredge”: undo_of names “silt”, and no object is called that"]


def test_parents_that_go_in_a_circle() -> None:
    vocabulary, problems = load_one(
        """
        [act.dredge]
        forms = ["dredge"]
        parents = ["scoop"]
        [act.scoop]
        forms = ["scoop"]
        parents = ["dredge"]
        [act.shovel]
        forms = ["shovel"]
        parents = ["scoop", "dredge"]
        """
    )

    assert problems == [
        "2: act “dredge” is among its own parents",
        "5: act “scoop” is among its own parents",
    ]
    assert vocabulary.ancestors("act", "shovel") == ("shovel", "scoop", "dredge")


def test_wider_terms_do_not_go_on_and_on() -> None:
    problems = said(
        "".join(
            f'[act.a{number}]\nforms = ["x{number}"]\nparents = ["a{number + 1}"]\n'
            for number in range(102)
        )
        + '[act.a102]\nforms = ["last"]\n'
    )

    assert problems == [
        "1: act “a0” has more than 100 wider terms",
        "4: act “a1” has more than 100 wider terms",
    ]


def test_a_text_that_is_not_toml() -> None:
    assert said("[act.dredge\nforms = 1") == [
        "1: not valid TOML: Expected ']' at the end of a table declaration"
    ]
    assert said("a = 1\na = 2") == ["None: not valid TOML: Cannot overwrite a value"]
    assert said("words = [") == ["None: not valid TOML: Invalid value"]
    assert said("a = " + "[" * 100_000) == ["None: not valid TOML: nested too deeply"]


def test_a_term_written_in_an_odd_way_has_no_line() -> None:
    assert said("act = { dredge = { forms = [] } }") == [
        "None: act “dredge”: “forms” must be a list of one or more texts"
    ]


def test_one_fault_does_not_hide_the_others_nor_the_sound_terms() -> None:
    vocabulary, problems = load_one(
        '[act.a]\nforms = 1\n[act.b]\nforms = 2\n[act.dredge]\nforms = ["dredge"]'
    )

    assert len(problems) == 2
    assert vocabulary.act("dredge") is not None
    assert vocabulary.act("a") is None


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name in reader.FILES:
        shutil.copy(reader.FOLDER + name, tmp_path)
    return f"{tmp_path}/"


def test_built_tables_hold_what_the_files_hold(folder: str) -> None:
    Path(folder, reader.TABLES).write_text(build_tables(folder), "utf-8")
    from_tables, from_files = reader.read_built_in(folder), reader.read_files(folder)

    assert from_tables[0].terms == from_files[0].terms
    assert from_tables[0].lists == from_files[0].lists
    assert from_tables[1] == from_files[1]


def test_the_same_files_give_the_same_tables(folder: str) -> None:
    assert build_tables(folder) == build_tables(folder) == build_tables()


def test_tables_older_than_the_files_are_not_used(folder: str) -> None:
    tables = json.loads(build_tables(folder))
    tables["terms"]["act"] = {}
    Path(folder, reader.TABLES).write_text(json.dumps(tables), "utf-8")
    assert reader.read_built_in(folder)[0].terms["act"] == {}

    with Path(folder, reader.FILES[0]).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert "withdraw" in reader.read_built_in(folder)[0].terms["act"]


def test_without_tables_the_files_are_read(folder: str) -> None:
    assert reader.read_built_in(folder) == reader.read_files(folder)


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"{}", b"\xff\xfe"])
def test_damaged_tables_are_passed_over(folder: str, damaged: bytes) -> None:
    Path(folder, reader.TABLES).write_bytes(damaged)

    assert reader.read_built_in(folder) == reader.read_files(folder)
