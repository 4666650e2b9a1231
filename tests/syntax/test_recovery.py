"""A broken line is one finding, and everything else is still there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.source import Source
from clausecheck.syntax.lines import split
from clausecheck.syntax.parser import words
from clausecheck.syntax.slip import TooDeep
from tests.syntax.texts import DRAFTS, Parsed, parse

BROKEN = (
    "  US withdraws its troops.",
    "  US shall may withdraw.",
    "  vrified by: IAEA",
    "  by: 26/09/2018",
    "  by:",
    "  US shall [withdraw | keep.",
    "  [with consent of: ROK",
    "  ]",
    '  US shall recognise "the border.',
    "  for: five years",
    "  US shall withdraw {ROK}.",
)
"""Lines of which each is one finding, wherever in a block it stands."""


def ends_of_lines(source: Source) -> list[int]:
    """Return the numbers of the lines below which another may be put, counted from 1."""
    ends = []
    for block in split(source.text, words())[0]:
        for line in block.lines:
            if line.kind == "accept":
                break
            ends.append(source.place_of(line.end).line)
    return ends


def lines_of(parsed: Parsed) -> list[str]:
    return [
        str(tree)
        for block in parsed.blocks
        for tree in (block.heading, *block.items, *block.acceptances)
        if tree is not None
    ]


@given(st.data(), st.sampled_from(sorted(DRAFTS)))
def test_broken_lines_are_as_many_findings(data: st.DataObject, name: str) -> None:
    text = DRAFTS[name]
    before = parse(Source(name, text))
    lines = text.split("\n")
    ends = st.sampled_from(ends_of_lines(Source(name, text)))
    # An end that no bracket needs would close the one in which it stands.
    broken_lines = st.sampled_from([line for line in BROKEN if line != "  ]"])
    places = data.draw(st.lists(ends, min_size=1, max_size=8, unique=True))
    for place in sorted(places, reverse=True):
        lines.insert(place, data.draw(broken_lines))
    broken = "\n".join(lines)
    source = Source(name, broken)
    after = parse(source)

    assert [source.place_of(slip.at.start).line for slip in after.slips] == [
        place + 1 + number for number, place in enumerate(sorted(places))
    ]
    assert lines_of(after) == lines_of(before)
    assert sum(block.broken for block in after.blocks) <= len(places)


SCRAPS = st.one_of(
    st.sampled_from(sorted({line for text in DRAFTS.values() for line in text.split("\n")})),
    st.sampled_from([f"{label}: " for label in words().labels]),
    st.sampled_from([f"{heading} " for heading in words().headings]),
    st.sampled_from(list(words().modalities)),
    st.sampled_from(list('[]|{}@"“”#>.,;:()= \t\n\u00a0\u200b…-–0123456789abIVX')),
    st.sampled_from(
        [
            "60 days",
            "2018-12-31",
            "26/09/18",
            "five years",
            "3.1",
            "13(c)",
            "that",
            "and",
            "\n\n",
            "\r\n",
        ]
    ),
    st.text(max_size=6),
)


@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_nothing_that_can_be_typed_raises(text: str) -> None:
    try:
        parsed = parse(Source("x", text))
    except TooDeep:
        return
    for slip in parsed.slips:
        assert 0 <= slip.at.start <= slip.at.end <= len(text)
        assert slip.message
        assert slip.help
    ends = [0]
    for block in parsed.blocks:
        assert block.at.start >= ends[-1]
        ends.append(block.at.end)


@given(st.lists(SCRAPS, max_size=12).map(" ".join))
def test_what_precedes_a_block_changes_nothing_in_it(scraps: str) -> None:
    block = "clause 9\n  ROK shall open the river.\n  by: 2027-03-01\n"
    try:
        parsed = parse(Source("x", f"{scraps}\n\n{block}"))
    except TooDeep:
        return

    assert lines_of(parsed)[-3:] == lines_of(parse(Source("x", block)))


@pytest.mark.parametrize("broken", BROKEN)
def test_each_of_the_broken_lines_is_one_finding(broken: str) -> None:
    assert len(parse(Source("x", f"clause 1\n{broken}\n  by: signature\n")).slips) == 1
