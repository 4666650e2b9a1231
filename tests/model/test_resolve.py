from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clausecheck.layout import write
from clausecheck.model import nodes
from clausecheck.model.decisions import decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import LEFT_OUT, resolve, settle
from clausecheck.rules import RULES
from clausecheck.rules.examples import text_of
from clausecheck.source import Source
from clausecheck.syntax.slip import TooDeep
from tests.model.reading import HEAD, declaration, reading

EXAMPLES = Path(__file__).parents[1] / "layout/examples"
CLAUSE = f"{HEAD}\nclause 1\n  "


def chosen(sentence: str, choices: dict[str, int]) -> str:
    """Return the clause's lines with these choices, in the one layout."""
    text = write(resolve(declaration(f"{CLAUSE}{sentence}\n"), choices))
    return " ".join(text[text.index("clause 1") :].split())


NESTED = "US shall [leave [ROK | DPRK] {US} | stay {DPRK}]."


@pytest.mark.parametrize(
    ("sentence", "choices", "expected"),
    [
        ("US shall [leave | stay].", {}, "clause 1 US shall leave."),
        ("US shall [leave | stay].", {"1#1": 1}, "clause 1 US shall stay."),
        ("US shall leave [ROK].", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        (NESTED, {}, "clause 1 US shall leave ROK."),
        (NESTED, {"1#1": 1}, "clause 1 US shall stay."),
        ("US shall leave.\n  by: [2020-01-01 | signature]", {"1#1": 1}, "clause 1 US shall leave. by: signature"),
        ("US shall leave.\n  by: [2020-01-01]", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        ("US shall leave.\n  [by: 2020-01-01]", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        ("US shall leave.\n  if breached: ROK may [stay | leave].", {"1#1": 1}, "clause 1 US shall leave. if breached: ROK may leave."),
    ],
)  # fmt: skip
def test_a_choice_is_taken_wherever_its_bracket_stands(
    sentence: str, choices: dict[str, int], expected: str
) -> None:
    assert chosen(sentence, choices) == expected


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.clause")), ids=lambda path: path.stem)
def test_a_resolved_text_written_and_read_again_says_the_same(path: Path) -> None:
    written = declaration(path.read_text())
    for choices in (
        dict(option.choices)
        for decision in decisions(written, Source("test.clause", path.read_text()))
        for option in decision.options
    ):
        one = resolve(written, choices)
        again, slips = from_syntax(Source("again.clause", write(one)))

        assert slips == ()
        assert again.blocks == one.blocks


@pytest.mark.parametrize(
    "sentence",
    [
        "US shall [not] withdraw.",
        "US [shall | shall not] withdraw.",
        "US [agrees] to withdraw.",
        "US [declares | affirms] that it will not use force.",
        "US [assures DPRK {DPRK} | affirms {US}] that it will not use force.",
        "US shall supply [two | 2] reactors.",
        "US shall supply at least [[two | three] @many | 2] reactors, [and fuel].",
    ],
)
def test_a_modality_may_be_in_brackets_in_part(sentence: str) -> None:
    built, _ = from_syntax(Source("test.clause", f"{CLAUSE}{sentence}\n"))
    one = resolve(built, {})
    again, _ = from_syntax(Source("again.clause", write(one)))

    assert again.blocks == one.blocks


SENTENCES = sorted(
    {
        sentence
        for rule in RULES
        for example in (*rule.bad, *rule.good)
        for sentence in re.findall(
            r"^  ([A-Z][^:\[\"\n]*\.)$", text_of(example)[0].text, re.MULTILINE
        )
    }
)


@given(st.sampled_from(SENTENCES), st.integers(0, 20), st.integers(1, 4), st.data())
@settings(max_examples=80, deadline=None)
def test_what_is_chosen_reads_as_if_it_had_been_written_so(
    sentence: str, start: int, length: int, data: st.DataObject
) -> None:
    """Whatever words a bracket is put round, and whatever other words it proposes instead."""
    words = sentence.removesuffix(".").split(" ")
    before, inner, after = (
        " ".join(part)
        for part in (words[:start], words[start : start + length], words[start + length :])
    )
    assume(inner)
    other = data.draw(st.sampled_from(["", "open", "two", "not", "may", "declares", "its"]))
    bracket = f"[{inner} | {other}]" if other else f"[{inner}]"
    opened, slips = from_syntax(Source("open.clause", f"{CLAUSE}{before} {bracket} {after}.\n"))
    assume(not slips)
    for number, words_taken in ((0, inner), (1 if other else LEFT_OUT, other)):
        plain = " ".join(part for part in (before, words_taken, after) if part)
        written, slips = from_syntax(Source("plain.clause", f"{CLAUSE}{plain}.\n"))
        if not slips:
            assert resolve(opened, {"1#1": number}).blocks == written.blocks


def test_a_proposal_to_forbid_forbids_where_it_is_taken() -> None:
    for sentence in ("US shall [not] withdraw.", "US agrees to [not] withdraw."):
        text = f"{HEAD}\nclause 1\n  {sentence}\n"
        kinds = [reading(text, {"1#1": choice}).provisions[0].kind for choice in (0, LEFT_OUT)]

        assert kinds == ["prohibition", "duty"]


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, f"clause 1 {NESTED}"),
        ({"1#2": 1}, "clause 1 US shall [leave DPRK {US} | stay {DPRK}]."),
        ({"1#1": 0}, "clause 1 US shall leave [ROK | DPRK]."),
        ({"1#1": 1}, "clause 1 US shall stay."),
    ],
)
def test_what_is_settled_leaves_the_rest_open(choices: dict[str, int], expected: str) -> None:
    text = write(settle(declaration(f"{CLAUSE}{NESTED}\n"), choices))

    assert " ".join(text[text.index("clause 1") :].split()) == expected


def test_lines_and_clauses_are_settled_where_they_stand() -> None:
    text = (
        f"{CLAUSE}US shall leave.\n  by: [2020-01-01 | signature]\n"
        "  [if breached: ROK may [stay | leave].]\n"
        "[\nclause 2\n  US shall [go | stay].\n] {US}\n"
    )
    written = declaration(text)

    def settled(choices: dict[str, int]) -> str:
        one = write(settle(written, choices))
        return " ".join(one[one.index("clause 1") :].split())

    assert "by: [2020-01-01 | signature] [if breached: ROK may leave.]" in settled({"1#3": 1})
    assert "by: signature" in settled({"1#1": 1})
    assert "if breached" not in settled({"1#2": LEFT_OUT})
    assert settled({"2#1": 1}).endswith("[ clause 2 US shall stay. ] {US}")
    assert settled({"2#0": 0}).endswith("clause 2 US shall [go | stay].")
    assert settled({"2#0": LEFT_OUT}).endswith("[if breached: ROK may [stay | leave].]")


PROPOSED = f"""{HEAD}
clause 1
  US shall leave.

clause 2
  [US shall stay. {{US}}]
  [by: 2020-01-01 {{US}}]

clause 3 "Later"
  [note: to be filled in]

clause 3.1
  [US shall return. {{US}}]

clause 3.2
  [US shall return by sea. {{US}}]

clause 4
  [US shall pay. {{US}}]
  note: "as in 2018"
"""


@pytest.mark.parametrize(
    ("left_out", "numbers"),
    [
        ((), ["1", "2", "3", "3.1", "3.2", "4"]),
        (("2#1",), ["1", "2", "3", "3.1", "3.2", "4"]),
        (("2#1", "2#2"), ["1", "3", "3.1", "3.2", "4"]),
        (("3#1", "3.1#1"), ["1", "2", "3", "3.2", "4"]),
        (("3#1", "3.1#1", "3.2#1"), ["1", "2", "4"]),
        (("4#1",), ["1", "2", "3", "3.1", "3.2", "4"]),
    ],
)
@pytest.mark.parametrize("way", [resolve, settle])
def test_a_clause_that_is_all_proposed_goes_with_its_proposals(
    way: Callable[[nodes.Declaration, dict[str, int]], nodes.Declaration],
    left_out: tuple[str, ...],
    numbers: list[str],
) -> None:
    text = write(way(declaration(PROPOSED), dict.fromkeys(left_out, LEFT_OUT)))
    told = [line.split()[1] for line in text.splitlines() if line.startswith("clause ")]

    assert told == numbers


def test_a_heading_stays_for_what_may_yet_stand_below_it() -> None:
    below = "[\nclause 3.1\n  US shall return.\n] {US}\n"
    text = f'{HEAD}\nclause 3 "Later"\n  [US shall stay. {{US}}]\n{below}'

    settled = settle(declaration(text), {"3#1": LEFT_OUT})

    numbers = [
        block.heading.number
        for block in resolve(settled, {}).blocks
        if isinstance(block, nodes.Block)
    ]

    assert numbers[-2:] == ["3", "3.1"]


def test_blocks_in_too_many_brackets_are_refused() -> None:
    text = f"{HEAD}" + "[\n" * 1_000 + "clause 1\n  US shall leave.\n" + "]\n" * 1_000

    with pytest.raises(TooDeep):
        from_syntax(Source("deep.clause", text))
