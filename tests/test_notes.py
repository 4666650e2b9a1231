"""What is said beside the findings of what was not seen or not decided."""

from __future__ import annotations

import pytest

from clausecheck.model.decisions import decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.notes import on_first_proposals
from clausecheck.source import Source


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
