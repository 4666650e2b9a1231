"""What stands in a sentence, on lines of its own."""

from __future__ import annotations

import pytest

from clausecheck.layout.values import written
from clausecheck.model.placing import placed
from clausecheck.model.qualifiers import as_written

from .reading import HEAD, vocabulary
from .reading import reading as read

PLACED = {
    "US shall lift sanctions if DPRK freezes its reactors.": (
        "US shall lift sanctions",
        ["if: DPRK freezes its reactors"],
    ),
    "Upon signature, US shall lift sanctions.": ("US shall lift sanctions", ["on: signature"]),
    # A condition in front is a line when the sentence is read.
    "If DPRK freezes its reactors, US shall lift sanctions.": None,
    "US shall, within 30 days after signature, lift sanctions, unless DPRK tests missiles.": (
        "US shall lift sanctions",
        ["unless: DPRK tests missiles", "by: 30 days after signature"],
    ),
    "US shall lift sanctions on coal, on oil, by 2027-03-01.": (
        "US shall lift sanctions on coal, on oil",
        ["by: 2027-03-01"],
    ),
    "US shall, unless ROK objects, be free to stay.": (
        "US shall be free to stay",
        ["unless: ROK objects"],
    ),
    # Who is told by the words for a time alone stays in the sentence with them.
    "Sanctions shall be lifted within 30 days of the end of the year by US.": None,
    # Who is told there to ask is not who lifts.
    "Sanctions shall be lifted within 30 days of a request by US.": (
        "Sanctions shall be lifted",
        ["by: within 30 days of a request by US"],
    ),
    # What bears on one of two acts, and what has nothing to bear on.
    "US shall lift sanctions by 2027-03-01 and withdraw its tanks.": None,
    "US shall lift sanctions.": None,
    "US shall by 2027-03-01.": ("US shall", ["by: 2027-03-01"]),
}


@pytest.mark.parametrize("words", PLACED)
def test_qualifiers_are_placed_on_lines(words: str) -> None:
    reading = read(f"{HEAD}clause 1\n  {words}\n")
    said = reading.clauses[0].said[0]
    found = placed(said, reading.names, vocabulary())
    told = PLACED[words]

    if told is None:
        assert found.said is said
        return
    assert (
        as_written(found.said.sentence.parts),
        [f"{line.name}: {written(line.value)}" for line in found.lines],
    ) == told


def test_a_line_stands_at_the_words_that_say_it() -> None:
    text = f"{HEAD}clause 1\n  US shall lift sanctions within 30 days.\n"
    reading = read(text)
    (line,) = placed(reading.clauses[0].said[0], reading.names, vocabulary()).supposed

    assert text[line.span.start : line.span.end] == "within 30 days"
