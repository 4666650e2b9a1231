"""What a drafter is told of the slips in `slips/*.md`, and that they spoil nothing else."""

from __future__ import annotations

import re

import pytest

from clausecheck.source import Source
from clausecheck.syntax.misreadings import misread_name
from clausecheck.syntax.parser import words
from tests.syntax.drawn import Case, cases, drawn, found
from tests.syntax.texts import parse

CASES = tuple(cases())
ids = [case.title for case in CASES]


def test_there_are_many_and_each_has_its_own_name() -> None:
    assert len(CASES) >= 60
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_slip_is_one_finding_at_its_place(case: Case) -> None:
    slips = found(case.text)

    assert [drawn(case.text, slip) for slip in slips] == list(case.marks)
    assert [slip.help for slip in slips] == list(case.helps)
    assert len(slips) == 1


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_slip_spoils_no_other_line(case: Case) -> None:
    lines = case.text.split("\n")
    last = case.marks[0].line
    wraps = lines[last - 1].startswith("    in the")
    rest = "\n".join([*lines[: last - 1 - wraps], "", *lines[last:]])

    assert set(trees(rest)) <= set(trees(case.text))


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_slip_spoils_no_other_clause(case: Case) -> None:
    after = '\nclause 99 "Rivers"\n  ROK shall open the river.\n  by: 2027-03-01\n'
    if not case.text.endswith("\n"):
        after = f"\n{after}"
    parsed = parse(Source("draft.clause", case.text + after))

    assert trees(after)[-3:] == trees(case.text + after)[-3:]
    assert parsed.blocks[-1].number is None
    assert not parsed.blocks[-1].broken


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_finding_is_said_plainly(case: Case) -> None:
    for mark, remedy in zip(case.marks, case.helps, strict=True):
        message = mark.words.removeprefix("stray-character: ").removeprefix("impossible-date: ")

        assert message.startswith("`") or message[0].isdigit() or message[0].islower()
        assert not message.endswith((".", "?"))
        assert not remedy.endswith(".")
        assert len(message) <= 80
        assert remedy.startswith("`") or remedy.split()[0] in (
            "begin close delete did end keep leave move name number put say type write".split()
        )
        assert not re.search(
            r"token|parse|syntax|expected|terminal|invalid|illegal", message + remedy
        )


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_line_given_to_write_can_be_read(case: Case) -> None:
    for remedy in case.helps:
        for line in re.findall(r"write `((?:[a-z]+ ?){1,4}: [^`…]*|clause [^`…]*)`", remedy):
            heads = "" if line.startswith("clause ") else "clause 1\n  US shall go.\n  "

            assert found(f"{heads}{line}\n") == (), line


def test_every_label_and_heading_has_words_for_what_it_takes() -> None:
    for label in words().labels:
        slips = found(f"clause 1\n  US shall go.\n  {label}:\n")
        if label in words().acceptance_labels - {"note"}:
            slips = found(f"clause 1\n  US shall go.\n  accept x\n  {label}:\n")

        assert [slip.message for slip in slips] == [f"`{label}:` has no value"], label
        assert slips[0].help.startswith(f"`{label}:` takes ")
    for heading in words().headings:
        slips = found(f"declaration\n{heading}\n")
        unfinished = [slip for slip in slips if slip.at.start > len("declaration")]

        assert [slip.help[:6] for slip in unfinished] == ["write "] * (heading != "preamble")


def test_a_help_that_gives_a_line_gives_one_that_can_be_read() -> None:
    for label in words().labels:
        accepting = "  accept x\n" if label in words().acceptance_labels - {"note"} else ""
        lead = f"clause 1\n  US shall go.\n{accepting}"
        remedy = found(f"{lead}  {label}:\n")[0].help
        for line in re.findall(rf"`({label}: [^…`]*)`", remedy):
            assert found(f"{lead}  {line}\n") == (), line


def test_five_broken_lines_are_five_findings_and_the_rest_is_read() -> None:
    text = """\
declaration "Peace"
  form: treaty
  dat: 2018-09-26

clause 1
  US must withdraw its troops.
  by: 2027-03-01
  verified by: IAEA

clause 2
  ROK shall open the river
  by: 26/09/2018
  (a) ROK shall count the ships.

clause 3
  [DPRK shall count the ships.
  for: 5 years
"""
    slips = found(text)

    assert [drawn(text, slip).line for slip in slips] == [3, 6, 11, 12, 16]
    assert [block.broken for block in parse(Source("x", text)).blocks] == [True] * 4
    assert len(trees(text)) == 10


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("five years", "write the span of time as `5 years`"),
        ("a year", "write the span of time as `1 year`"),
        ("TBD", "write `to be settled`"),
        ("26-9-2018", "write the date as `2018-09-26`"),
        ("Sept 2018", "write the date as `2018-09`"),
        ("Marching 2018", None),
        ("withdrawal of troops", None),
        ("5 years", None),
    ],
)
def test_a_name_nobody_declared_may_be_a_time(name: str, help_: str | None) -> None:
    assert misread_name(name) == help_


def trees(text: str) -> list[str]:
    """Return every line that was read, in text order, the headings among them."""
    return [
        str(tree)
        for block in parse(Source("draft.clause", text)).blocks
        for tree in (block.heading, *block.items, *block.acceptances)
        if tree is not None
    ]
