"""What is said beside the findings of what was not seen or not decided."""

from __future__ import annotations

import pytest

from clausecheck.model.decisions import decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import collect
from clausecheck.model.reading import read
from clausecheck.model.resolve import blocks_of
from clausecheck.notes import notes_on, on_first_proposals, on_versions
from clausecheck.source import Source
from clausecheck.vocabulary import load


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (1, "1#1"),
        (2, "1#1 and 1#2"),
        (8, "1#1, 1#2, 1#3, 1#4, 1#5, 1#6, 1#7 and 1#8"),
        (9, "1#1, 1#2, 1#3, 1#4, 1#5, 1#6, 1#7 and 2 more"),
    ],
)
def test_so_many_open_brackets_are_named_as_one_takes_in(count: int, named: str) -> None:
    brackets = " ".join(["[coal | oil]"] * count)
    source = Source(
        "draft.clause", f'declaration "Of Trade"\nclause 1\n  US shall buy {brackets}.\n'
    )
    open_ones = decisions(from_syntax(source)[0], source)

    assert [*on_first_proposals(open_ones)] == [
        f"Brackets are open, and of each the first proposal is taken: {named}."
    ]


def test_nothing_is_said_where_language_versions_alone_differ() -> None:
    source = Source(
        "draft.clause", 'declaration "Of Trade"\nclause 1\n  US shall buy [coal {en} | oil {ko}].\n'
    )

    assert [*on_first_proposals(decisions(from_syntax(source)[0], source))] == []


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (2, "1#1 and 1#2"),
        (9, "1#1, 1#2, 1#3, 1#4, 1#5, 1#6, 1#7 and 2 more"),
    ],
)
def test_so_many_places_where_versions_differ_are_named_as_one_takes_in(
    count: int, named: str
) -> None:
    brackets = " ".join(["[coal {en} | oil {ko} | gas {fr}]"] * count)
    source = Source(
        "draft.clause", f'declaration "Of Trade"\nclause 1\n  US shall buy {brackets}.\n'
    )

    (told,) = on_versions(decisions(from_syntax(source)[0], source), [1])

    assert told == (
        f"The language versions differ in {named}, and this is the Korean text; `--language en` and "
        "`--language fr` show the others."
    )


@pytest.mark.parametrize(
    ("unread", "told"),
    [
        ((8,), "Line 8 could not be read, {}: mend it first, and more may be found."),
        ((8, 9), "Lines 8 and 9 could not be read, {}: mend them first, and more may be found."),
        ((), "Some lines could not be read, {}: mend them first, and more may be found."),
    ],
)
def test_what_is_not_judged_is_said_with_the_lines_to_mend(
    unread: tuple[int, ...], told: str
) -> None:
    text = 'declaration "Of Trade"\nclause 1\n  US must buy coal.\n'
    declaration, _ = from_syntax(Source("draft.clause", text))
    vocabulary, _ = load()
    reading = read(declaration, collect(tuple(blocks_of(declaration)), vocabulary), vocabulary)
    what = "so no objection to what the text leaves out is judged"

    assert [*notes_on(reading, unread)] == [told.format(what)]
