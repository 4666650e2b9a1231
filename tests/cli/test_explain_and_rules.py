from __future__ import annotations

import json
from importlib import resources
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped, unused-ignore]

from clausecheck import essays
from clausecheck.essays import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.essays import Entry

    from .running import Ran

    Program = Callable[..., Ran]


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_rule_is_explained_with_its_reason_and_examples(clausecheck: Program) -> None:
    ran = clausecheck("explain", "Soft-Word")

    assert ran.status == 0
    assert ran.out == drawn("""
        soft-word (info, vagueness, advocate)

        A duty in bare words.

        It matters to all.

        - a list
        - of things

        asked for by
            A. Writer, “On Keeping Dates”, §2

        objections
            B20: Delivery that can come in bits (sceptic)

        what the other side answers
            dates can wait

        Where an example is found, ^^^ stands under the words, and the message behind
        it. Most examples stand under a head that is left out here: a complete treaty
        between Northland, Southland and Westland.

        found
            clause 1
              A shall.
                ^^^^^ no day

        left alone
            clause 1
              A shall by: 2027.
        """)


def test_a_family_is_explained_with_its_rules_and_objections(clausecheck: Program) -> None:
    ran = clausecheck("explain", "Alliance")

    assert ran.status == 0
    assert ran.out == drawn("""
        alliance

        rules
            none yet

        objections
            N29: No way to tell a breach (advocate)
        """)
    assert clausecheck("explain", "vagueness").out == drawn("""
        vagueness

        rules
            undated-obligation (warning): A duty in bare words.
            soft-word (info): A duty in bare words.

        objections
            B12: Korean forces that stay as large as they are (sceptic)
            B14: Peace left undefined (sceptic)
            B16: Details put off until after signature (sceptic)
            N07: No end goal (advocate)

        clashes
            order: What comes first
        """)


def test_a_clash_is_explained_with_both_sides_and_what_eases_it(clausecheck: Program) -> None:
    ran = clausecheck("explain", "Remains")

    assert ran.status == 0
    assert ran.out == drawn("""
        remains: How to read what is delivered in parts (clash)

        the sceptic says
            What was promised came in bits.
            B20: Delivery that can come in bits (sceptic)

        the advocate says
            What came shows sincerity, as did the remains of soldiers.
            N04: No credit for steps already taken (advocate)

        eased by
            A quantity and a schedule, together with a clause that gives credit for what
              was done.

        where a draft shows it
            clausecheck lint --show clashes
        """)


def test_a_clash_that_bears_a_familys_name_is_explained_below_it(clausecheck: Program) -> None:
    out = clausecheck("explain", "sanctions").out

    assert out.startswith("sanctions\n\nrules\n")
    assert "\n\nsanctions: Relief or pressure (clash)\n" in out


@pytest.mark.parametrize("name", ["N28", "n28"])
def test_an_objection_is_explained_with_what_raises_and_meets_it(
    clausecheck: Program, name: str
) -> None:
    ran = clausecheck("explain", name)

    assert ran.status == 0
    assert ran.out == drawn("""
        N28: The way back given away (reversibility, advocate)

        Should it fail, America is embarrassed and no more: containment can be resumed
        at any time.

        what raises it
            A clause takes that away: forces gone, the alliance or the sanctions ended
              for good, or exercises banned with no exit.

        when it is asked
            Where something is given up for good (itself objected to); or where relief
              from sanctions is due; or where foreign forces leave, or their command
              goes; or where a duty or a declaration is on tests or exercises.

        what meets it
            Suspension in place of ending, snapback, an exit clause, or forces kept as
              they stand.

        what the other side answers
            The sceptic doubts that the way back would remain: forces may be pressed to
              leave (B07) and trade would prop up the regime (B22).
            B07: Pressure for foreign forces to leave (sceptic)
            B22: Trade that props up the regime (sceptic)

        clashes
            troops: Whether foreign forces will stay
            reversal: What may be taken back

        said by
            “Why a Korean Peace Treaty Is Necessary”, The National Interest, 2018-09-18,
              N28

        rules that look for it
            none yet
        """)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_every_objection_of_the_essays_is_explained_whole(
    clausecheck: Program, entry: Entry
) -> None:
    ran = clausecheck("explain", entry.key)
    words = " ".join(ran.out.split())

    assert ran.status == 0
    for text in (entry.title, entry.says, entry.raised_by, entry.met_by, entry.answer):
        assert text in words
    for text in (entry.figures, entry.standing, entry.citation.full):
        assert text in words
    for key in (*entry.opposed_by, *entry.agrees_with, *entry.boosts, *entry.parts):
        assert f" {key}: {essays.entry(key).title} (" in words
    for key in entry.sources:
        assert essays.work(key).text in words


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("B20", "undated-obligation (warning): A duty in bare words."),
        ("B10", "It is shown and never raised."),
        ("N18", "It is the same as: N02: "),
        ("B21", "It is as bad as the worst of: B21a: "),
        ("B31", "It adds weight to what raises it, and goes with: B28: "),
    ],
)
def test_an_objection_says_how_it_is_judged_and_by_which_rules(
    clausecheck: Program, name: str, there: str
) -> None:
    assert there in " ".join(clausecheck("explain", name).out.split())


def test_an_explanation_has_colour_where_it_is_asked_for(clausecheck: Program) -> None:
    plain = clausecheck("explain", "soft-word").out
    colored = clausecheck("explain", "soft-word", "--color", "always").out

    assert colored.startswith("\x1b[1msoft-word\x1b[0m (\x1b[36minfo\x1b[0m, vagueness")
    for code in ("0", "1", "36"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "soft-words",
            "no rule, family, entry or clash is named soft-words; did you mean soft-word?\n",
        ),
        ("elsewhere", "no rule, family, entry or clash is named elsewhere\n"),
        ("und", "no rule, family, entry or clash is named und; did you mean undated-obligation?\n"),
        (
            "vaguenes",
            "no rule, family, entry or clash is named vaguenes; did you mean vagueness?\n",
        ),
        ("B099", "no rule, family, entry or clash is named B099; did you mean B09?\n"),
    ],
)
def test_an_unknown_name_is_exit_2_with_the_nearest(
    clausecheck: Program, name: str, message: str
) -> None:
    ran = clausecheck("explain", name)

    assert (ran.status, ran.out, ran.err) == (2, "", message)


def test_the_rules_are_listed_in_a_table(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    assert clausecheck("rules").out == drawn("""
        rule                family     lens      severity  finds
        ------------------  ---------  --------  --------  ---------------------
        undated-obligation  vagueness  sceptic   warning   A duty in bare words.
        soft-word           vagueness  advocate  info      A duty in bare words.
        bare-word           substance  both      info      A duty in bare words.
        odd-word            language   neutral   warning   A duty in bare words.
        unreadable-line     language   neutral   error     A duty in bare words.
        """)


def test_the_rules_stand_below_each_other_on_a_narrow_terminal(clausecheck: Program) -> None:
    lines = clausecheck("rules", "--color", "always").out.splitlines()

    assert lines[:2] == [
        "undated-obligation (\x1b[33mwarning\x1b[0m, vagueness, sceptic)",
        "  A duty in bare words.",
    ]
    assert len(lines) == 10


def test_the_rules_are_listed_as_json(clausecheck: Program) -> None:
    document = json.loads(clausecheck("rules", "--output-format", "json").out)

    text = (resources.files("clausecheck.cli") / "rules.schema.json").read_text()
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)

    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert document["version"] == 1
    assert [rule["name"] for rule in document["rules"]] == [
        "undated-obligation",
        "soft-word",
        "bare-word",
        "odd-word",
        "unreadable-line",
    ]
    assert document["rules"][1] == {
        "name": "soft-word",
        "family": "vagueness",
        "lens": "advocate",
        "severity": "info",
        "entries": ["B20"],
        "summary": "A duty in bare words.",
    }
