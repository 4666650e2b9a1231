from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.contradictions.circles import circles
from clausecheck.source import Span
from tests.analyses.texts import Text

THINGS = "abcdef"


@settings(max_examples=60)
@given(st.sets(st.tuples(st.sampled_from(THINGS), st.sampled_from(THINGS)), max_size=12))
def test_circles_are_found_if_there_are_any(links: set[tuple[str, str]]) -> None:
    leading: dict[str, dict[str, Span]] = {}
    for place, (one, other) in enumerate(sorted(links)):
        leading.setdefault(one, {})[other] = Span(place, place + 1)
    reached = set(links)
    for middle in THINGS:
        reached |= {(a, d) for a, b in reached for c, d in reached if b == c == middle}

    found = list(circles(leading, lambda at: at))

    assert bool(found) == any((thing, thing) in reached for thing in THINGS)
    for names, places in found:
        assert all(link in links for link in pairwise((*names, names[0])))
        assert places[0] == min(places)
    told = [name for names, _ in found for name in names]
    assert len(told) == len(set(told))


def test_a_long_row_is_told_from_its_first_line() -> None:
    count = 300
    found = Text(
        "\n".join(
            f"clause {number}\n  Northland shall leave the valley.\n  subject to: {number % count + 1}"
            for number in range(1, count + 1)
        )
    ).facts.circles

    assert [(len(circle.names), circle.names[0]) for circle in found] == [(count, "1")]


def test_many_circles_are_not_all_told() -> None:
    text = "\n".join(
        f'define "thing {number}"\n  means: the thing {number}' for number in range(30)
    )

    assert len(Text(text).facts.circles) == 10


MOMENTS = ("opening", "closing", "entry into force", "signature", "1 begins", "2 is complete")
TIMES = st.builds(
    "{} days {} {}".format,
    st.integers(2, 9),
    st.sampled_from(("after", "before")),
    st.sampled_from(MOMENTS),
)
LINES = st.lists(
    st.builds("{}: {}".format, st.sampled_from(("after", "by", "before", "until")), TIMES),
    max_size=1,
)


@settings(max_examples=60, deadline=None)
@given(TIMES, TIMES, TIMES, LINES, LINES)
def test_what_cannot_be_kept_is_never_passed_over(
    entry: str, opening: str, closing: str, one: list[str], other: list[str]
) -> None:
    facts = Text(
        f"event opening\n  when: {opening}\nevent closing\n  when: {closing}\n"
        + "\n".join(["clause 1", "  Northland shall open its border.", *one])
        + "\n".join(["\nclause 2", "  Southland shall leave the valley.", *other]),
        head=f"entry into force: {entry}",
    ).facts

    told = facts.misfits or facts.waiting.circles
    assert bool(told) or not facts.schedule.broken
