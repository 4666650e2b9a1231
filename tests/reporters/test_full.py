from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from clausecheck.findings import Finding, Material, Outcome, Report
from clausecheck.reporters.full import full
from clausecheck.reporters.wrapping import width
from clausecheck.source import Source, Span
from clausecheck.values import evolve

from . import samples

if TYPE_CHECKING:
    from clausecheck.reporters.summary import Part

FINDINGS: frozenset[Part] = frozenset({"findings"})


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def quoted(source: Source, span: Span, columns: int = 80) -> list[str]:
    """Return the excerpt alone: what stands between the place and the help."""
    finding: Finding = evolve(samples.UNDATED, span=span)
    outcome = Outcome((Report(source, None, (finding,), (), Material()),), (), 1)
    lines = full(outcome, width=columns, color=False, show=FINDINGS).split("\n")
    help_at = next(at for at, line in enumerate(lines) if line.startswith("help:"))
    return lines[lines.index("  |") + 1 : help_at]


def test_a_finding_is_laid_out_with_the_words_it_is_about() -> None:
    assert full(samples.ONE, width=80, color=False) == drawn("""
        undated-obligation: no day is set for this duty
         --> clauses/valley.clause:3:19 (warning, clause 2)
          |
        3 |   Northland shall leave the valley.
          |                   ^^^^^^^^^^^^^^^^
        help: add a day, as in `by: 2027-03-01`
        why: A. Writer, “On Keeping Dates” (2020), §2

        clauses/valley.clause
        On the Valley
        checked: 14 clauses, 9 duties, 2 prohibitions, 5 deadlines, 3 verified
        troops: silent; verification: none (2.1; others: 1 named)

        1 warning in 1 file
        """)


def test_other_places_the_answer_and_the_scope_follow() -> None:
    outcome = evolve(
        samples.RICH,
        reports=(
            evolve(samples.RICH.reports[0], findings=(samples.RELATED,)),
            evolve(samples.RICH.reports[1], findings=()),
        ),
        failures=(),
        notices=(),
    )

    assert full(outcome, width=80, color=False, show=FINDINGS) == drawn("""
        troop-withdrawal-silent: no day is set for this duty (with `all {DPRK}` in 2#1;
          or with `may {ROK}` in 2#2)
         --> clauses/valley.clause:3:19 (info, clause 2)
          |
        3 |   Northland shall leave the valley.
          |                   ^^^^^^^^^^^^^^^^
        see clause 1.1: the whole of it
         --> clauses/valley.clause:1:14
          |
        1 | declaration "On the Valley"
          |              ^^^^^^^^^^^^^
        see another text
         --> clauses/river.clause
        see a text at hand
         --> clauses/강.clause:1:1
          |
        1 | clause 1
          | ^^^^
        help: add a day, as in `by: 2027-03-01`
        why: A. Writer, “On Keeping Dates” (2020), §2
        answer: the treaty needs no repeating
        scope: one essay
        """)


def test_accepted_findings_are_not_quoted() -> None:
    report = full(samples.RICH, width=80, color=False)

    assert report.count("undated-obligation: ") == 2


def test_line_numbers_of_different_length_share_a_gutter() -> None:
    source = Source("a.clause", "first\n" + "x\n" * 8 + "tenth\n")
    finding = evolve(
        samples.UNDATED,
        span=samples.words(source, "tenth"),
        related=(evolve(samples.RELATED.related[0], at=Span(0, 5)),),
    )
    outcome = Outcome((Report(source, None, (finding,), (), Material()),), (), 1)

    lines = full(outcome, width=80, color=False, show=FINDINGS).split("\n")

    assert [line for line in lines if "|" in line or "-->" in line] == [
        "  --> a.clause:10:1 (warning, clause 2)",
        "   |",
        "10 | tenth",
        "   | ^^^^^",
        "  --> a.clause:1:1",
        "   |",
        " 1 | first",
        "   | ^^^^^",
    ]


def test_carets_stand_under_wide_letters_and_after_tabs() -> None:
    assert quoted(samples.WIDE_SOURCE, samples.WIDE.span) == [
        "2 |     한국은 “평화”를 shall 지킨다.",
        "  |                     ^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("clause 1\n  A shall", ["2 |   A shall", "  |          ^"]),
        ("clause 1\n", ["2 |", "  | ^"]),
        ("", ["1 |", "  | ^"]),
        ("a\r\n", ["2 |", "  | ^"]),
    ],
)
def test_a_fault_at_the_very_end_is_marked_there(text: str, lines: list[str]) -> None:
    assert quoted(Source("end.clause", text), Span(len(text), len(text))) == lines


def test_a_span_over_some_lines_marks_the_words_of_each() -> None:
    source = Source("a.clause", "clause 1\n  A shall  \r\n\n  leave.\n")

    assert quoted(source, Span(11, len(source.text) - 1)) == [
        "2 |   A shall",
        "  |   ^^^^^^^",
        "3 |",
        "4 |   leave.",
        "  |   ^^^^^^",
    ]


def test_of_a_span_over_many_lines_the_first_are_shown() -> None:
    source = Source("a.clause", "clause 1\n  A shall\n  leave\n  at once.\n")

    assert quoted(source, Span(0, len(source.text))) == [
        "1 | clause 1",
        "  | ^^^^^^^^",
        "2 |   A shall",
        "  |   ^^^^^^^",
        "  | … and 2 more lines",
    ]


def test_a_span_that_ends_with_a_line_end_does_not_reach_the_next_line() -> None:
    source = Source("a.clause", "one\ntwo\n")

    assert quoted(source, Span(0, 4)) == ["1 | one", "  | ^^^"]


def test_of_a_long_line_the_part_around_the_span_is_shown() -> None:
    source = Source("a.clause", f"{'before ' * 10}HERE{' after' * 10}")

    assert quoted(source, samples.words(source, "HERE"), columns=40) == [
        "1 | … before HERE after after after aft…",
        "  |          ^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("HERE" + " after" * 10, ["1 | HERE after after after after after…", "  | ^^^^"]),
        (
            "before " * 10 + "HERE",
            ["1 | …e before before before before HERE", "  | " + " " * 31 + "^^^^"],
        ),
    ],
)
def test_a_span_near_an_end_of_a_long_line_uses_the_whole_room(text: str, lines: list[str]) -> None:
    source = Source("a.clause", text)

    assert quoted(source, samples.words(source, "HERE"), columns=40) == lines


def test_a_span_longer_than_the_room_is_marked_as_far_as_it_is_shown() -> None:
    source = Source("a.clause", "한" * 40)

    shown, marks = quoted(source, Span(0, 40), columns=40)

    assert shown == "1 | " + "한" * 17 + "…"
    assert marks == "  | " + "^" * 34


def test_a_line_of_a_million_characters_is_quoted_in_its_window() -> None:
    source = Source("a.clause", "x" * 1_000_000)

    shown, marks = quoted(source, Span(500_000, 500_003))

    assert width(shown) <= 80
    assert marks.endswith(" ^^^")


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("name", samples.ALL)
def test_no_line_but_a_place_is_wider_than_the_terminal(name: str, columns: int) -> None:
    lines = full(samples.ALL[name], width=columns, color=False).split("\n")

    assert [line for line in lines if width(line) > columns and "--> " not in line] == []


def test_nothing_from_a_file_reaches_the_terminal_unescaped() -> None:
    report = full(samples.STRANGE, width=100, color=False)

    assert set(report) & set("\x07\x1b\r\x9b\u200b\u202e\u2066\udcff\udcfe") == set()
    assert (
        "2 |   \\x1b]0;x\\x07 A\\u202e \\u200bshall\n  |                ^^^^^^^^^^^^^^^^^^^\n"
    ) in report


def test_colour_is_for_severities_and_headings_alone() -> None:
    colored = full(samples.RICH, width=80, color=True)
    for code in ("1", "33", "36"):
        assert f"\x1b[{code}m" in colored
        colored = colored.replace(f"\x1b[{code}m", "")

    assert colored.replace("\x1b[0m", "") == full(samples.RICH, width=80, color=False)


def test_statistics_follow_the_findings() -> None:
    report = full(samples.ONE, width=80, color=False, show=frozenset({"statistics"}))

    assert report == (
        "how often each rule, by family\n1  vagueness\n1    undated-obligation (warning)\n"
    )
