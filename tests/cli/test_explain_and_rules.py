from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .running import Ran

    Program = Callable[..., Ran]


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_rule_is_explained_with_its_reason_and_examples(clausecheck: Program) -> None:
    ran = clausecheck("explain", "soft-word")

    assert ran.status == 0
    assert ran.out == drawn("""
        soft-word (info, vagueness, advocate)

        A duty in bare words.

        It matters to all.

        - a list
        - of things

        asked for by: A. Writer, “On Keeping Dates”, §2
        entries: B20
        answer: dates can wait

        found:
            clause 1
              A shall.
                ^^^^^ no day

        left alone:
            clause 1
              A shall by: 2027.
        """)


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
        ("soft-words", "no rule is named soft-words; did you mean soft-word?\n"),
        ("elsewhere", "no rule is named elsewhere\n"),
        ("und", "no rule is named und; did you mean undated-obligation?\n"),
    ],
)
def test_an_unknown_rule_is_exit_2_with_the_nearest_names(
    clausecheck: Program, name: str, message: str
) -> None:
    ran = clausecheck("explain", name)

    assert (ran.status, ran.out, ran.err) == (2, "", message)


def test_the_rules_are_listed_in_a_table(
    clausecheck: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    assert clausecheck("rules").out == drawn("""
        rule                family     lens      severity    finds
        ------------------  ---------  --------  ----------  ---------------------
        undated-obligation  vagueness  sceptic   warning     A duty in bare words.
        soft-word           vagueness  advocate  info        A duty in bare words.
        bare-word           substance  both      info        A duty in bare words.
        odd-word            language   neutral   warning     A duty in bare words.
        unreadable-line     language   neutral   error       A duty in bare words.
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
