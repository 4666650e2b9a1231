"""What every command says of brackets that cannot be read, chosen or signed: never nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clausecheck.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Told: TypeAlias = Callable[..., tuple[int, str]]

HEAD = """\
declaration "Of the Valley"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
"""
OPEN = f"""{HEAD}
clause 1
  Northland shall [freeze {{Northland}} | dismantle {{Southland}}] its reactors.

clause 2
  Southland shall open the road.
  [after: 1 is complete {{Southland}}]
"""
UNREAD = OPEN.replace(" {Southland}] its", " {Southland} its")


@pytest.fixture
def told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Told:
    """Return what runs a command beside the texts, and gives its status and all its words."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    for name, text in (
        ("open", OPEN),
        ("unread", UNREAD),
        ("closed", OPEN.replace("[freeze {Northland} | dismantle {Southland}]", "freeze")),
        ("none", f"{HEAD}clause 1\n  Northland shall freeze its reactors.\n"),
        ("empty", ""),
    ):
        Path(f"{name}.clause").write_text(text)

    def call(*arguments: str) -> tuple[int, str]:
        status = run(list(arguments))
        out, err = capsys.readouterr()
        return status, " ".join(f"{out} {err}".split())

    return call


# ── Lines that could not be read ──


def test_a_bracket_that_could_not_be_read_is_not_called_closed(told: Told) -> None:
    status, text = told("alternatives", "unread.clause", "--choose", "2#1=1")

    assert status == 0
    assert "note: Line 8 of unread.clause could not be read, and what is open there is left" in text
    assert "no objection to what the text leaves out is judged" in text
    assert text.endswith("no bracket is open in what could be read")


def test_texts_with_unread_lines_are_checked_in_full_but_for_those(told: Told) -> None:
    _, text = told("alternatives", "unread.clause")
    _, data = told("alternatives", "unread.clause", "--output-format", "json")

    assert "Each text shown was checked in full, but for what could not be read." in text
    assert json.loads(data)["unread_lines"] == [8]


def test_what_was_open_before_says_what_of_it_could_not_be_read(told: Told) -> None:
    _, text = told("alternatives", "open.clause", "--since", "unread.clause")
    _, closed = told("alternatives", "none.clause", "--since", "unread.clause")

    assert "Line 8 of unread.clause could not be read" in text
    assert "in all 1 2 1 more" in text
    assert "no bracket is open open brackets, before and now open before now" in closed
    assert closed.endswith("in all 1 0 1 fewer by Southland 1 0 1 fewer round a line 1 0 1 fewer")


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_text_without_brackets_says_so_and_draws_nothing(told: Told, name: str) -> None:
    status, text = told("alternatives", f"{name}.clause")

    assert status == 0
    assert text.endswith("no bracket is open")


def test_many_unread_lines_are_counted(told: Told) -> None:
    Path("many.clause").write_text(HEAD + "clause 1\n" + "  Northland shall [go.\n" * 12)
    _, text = told("alternatives", "many.clause")

    assert "Lines 7, 8, 9, 10, 11, 12, 13, 14 and 4 more of many.clause could not be read" in text


# ── What is chosen ──


@pytest.mark.parametrize(
    ("name", "wish", "message"),
    [
        ("open", "Nobody", "no proposal is made by Nobody; there are Northland, Southland"),
        ("open", "@late", "no proposal has the tag @late; there is none"),
        ("open", "1#1", "1#1 is a bracket; say what to take, as in `1#1=1` for `freeze {North"),
        ("open", "1#1=3", "there is no `3` in 1#1; there are: 1 `freeze {Northland}`; 2"),
        ("open", "1#1=out", "there is no `out` in 1#1"),
        ("none", "Northland", "there is nothing to choose: the text has no brackets"),
        ("unread", "1#1=1", "there is no bracket 1#1; there is 2#1; line 8 could not be"),
    ],
)
@pytest.mark.parametrize("command", ["lint", "timeline", "alternatives"])
def test_what_cannot_be_chosen_is_exit_2(
    told: Told, command: str, name: str, wish: str, message: str
) -> None:
    status, text = told(command, f"{name}.clause", "--choose", wish)

    assert status == 2
    assert message in text


# ── A text to be signed ──


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--ignore", "bracket-unresolved"),
        ("--select", "durability"),
        ("--lens", "advocate"),
        ("--fail-level", "error"),
    ],
)
def test_no_option_silences_an_open_bracket_in_a_final_text(
    told: Told, options: tuple[str, ...]
) -> None:
    status, text = told("lint", "open.clause", "--final", "--output-format", "github", *options)

    assert status == 1
    assert text.count("title=bracket-unresolved (clause") == 2


def test_no_configuration_or_baseline_does_either(told: Told) -> None:
    Path("clausecheck.toml").write_text('ignore = ["bracket-unresolved"]\n')
    before = told("lint", "open.clause", "--output-format", "github")
    told("baseline", "write", "open.clause")
    baselined = ("open.clause", "--baseline", "clausecheck-baseline.json")
    apart = told("lint", *baselined)
    final = told("lint", *baselined, "--final", "--output-format", "github")

    assert "bracket-unresolved" not in before[1]
    assert apart[0] == 0
    assert final[0] == 1
    assert final[1].count("::error file=open.clause") == 2


def test_a_bracket_in_quotation_marks_is_no_choice_and_none_in_a_final_text(told: Told) -> None:
    Path("quoted.clause").write_text('treaty "Peace [now {A} | later {B}]"\nparty A "A [sic]"\n')
    open_text = told("lint", "quoted.clause", "--output-format", "github")
    final = told("lint", "quoted.clause", "--final", "--output-format", "github")

    assert "::notice file=quoted.clause,line=1" in open_text[1]
    assert final[0] == 1
    assert final[1].count("::error file=quoted.clause,line=1") == 1
    assert final[1].count("title=bracket-unresolved") == 1


# ── Side by side ──


def test_two_choices_of_one_text_are_compared(told: Told) -> None:
    status, text = told(
        "compare", "open.clause", "open.clause", "--choose", "1:Northland", "--choose", "2:Southland"
    )  # fmt: skip

    assert status == 0
    assert "open.clause with Northland → open.clause with Southland" in text
    assert "changed 1 another act: `freeze` → `dismantle`" in text
    assert "Left out, as others would add it and Northland does not: 2#1." in text
    assert "weaker 2 wait added: `after: 1 is complete`" in text
    assert "entry objection Northland Southland" in text


def test_a_choice_without_a_number_is_made_in_every_draft(told: Told) -> None:
    _, text = told("compare", "open.clause", "closed.clause", "--choose", "2#1=out")
    status, refused = told("compare", "open.clause", "none.clause", "--choose", "Southland")
    wrong = told("compare", "open.clause", "open.clause", "--choose", "3:Southland")

    assert "No longer open: 1#1." in text
    assert "entry objection open with 2#1=out closed with 2#1=out" not in text
    assert status == 2
    assert "has no brackets; to choose in the second draft alone: `2:Southland`" in refused
    assert wrong[0] == 2
    assert "--choose 3:Southland: the drafts are numbered from 1 to 2" in wrong[1]


def test_drafts_with_choices_are_told_apart_in_columns(told: Told) -> None:
    Path("moved.clause").write_text(OPEN.replace("open the road", "recognise Northland"))
    _, text = told("compare", "open.clause", "moved.clause", "--choose", "Southland")
    _, plain = told("compare", "open.clause", "open.clause", "--choose", "2:Southland")

    assert "question open with Southland moved with Southland" in text
    assert "entry objection as it is Southland" in plain


def test_what_is_proposed_beside_the_first_is_not_called_unchanged(told: Told) -> None:
    Path("other.clause").write_text(
        OPEN.replace("dismantle {Southland}", "dismantle {Northland}").replace(
            "open the road.\n", "[open | close] the road.\n"
        )
    )
    status, text = told("compare", "open.clause", "other.clause", "--fail-on", "any")

    assert status == 1
    assert "Nothing changed" not in text
    assert "Newly open: 2#1." in text
    assert "The same proposals, made by others now: 1#1 (" in text


def test_brackets_of_whole_clauses_are_compared_by_what_they_hold(told: Told) -> None:
    for name, words in (("one", "all"), ("two", "all"), ("three", "some")):
        text = f"{HEAD}[\nclause 1\n  Northland shall declare [{words}] its reactors.\n] {{Southland}}\n"
        Path(f"{name}.clause").write_text(text)

    assert (
        "Nothing changed in what the text says." in told("compare", "one.clause", "two.clause")[1]
    )
    assert "is compared: 1#1." in told("compare", "one.clause", "three.clause")[1]


def test_texts_that_could_not_be_read_are_not_called_the_same(told: Told) -> None:
    Path("also.clause").write_text(UNREAD.replace("dismantle", "disable"))
    status, text = told("compare", "unread.clause", "also.clause", "--fail-on", "weaker")
    same = told("compare", "unread.clause", "unread.clause", "--fail-on", "any")
    _, read = told("compare", "unread.clause", "open.clause")

    assert status == 1
    assert "Not compared: 1. The texts differ there, and a line of one could not be read." in text
    assert "Nothing changed" not in text
    assert same[0] == 0
    assert "Nothing changed in what the text says." in same[1]
    assert read.count("a line of this clause could not be read") == 1
    assert "1 finding cleared, an error" in read
