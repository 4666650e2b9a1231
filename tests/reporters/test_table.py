from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from clausecheck.findings import Failure, Finding, Material, Outcome, Report, Stance
from clausecheck.reporters.full import full
from clausecheck.reporters.table import table
from clausecheck.reporters.wrapping import width
from clausecheck.source import Source, Span
from clausecheck.values import evolve

from . import samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.reporters.summary import Part

COUNTS = "14 clauses, 9 duties, 2 prohibitions, 5 deadlines, 3 verified"
STANCES = "troops: silent; verification: none (2.1; others: 1 named)"


def drawn(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_one_finding_at_80_columns() -> None:
    expected = drawn(f"""
        clauses/valley.clause
        On the Valley

        severity  clause  conflict (rule)              remedy
        --------  ------  ---------------------------  ---------------------------------
        warning   2       no day is set for this duty  add a day, as in `by: 2027-03-01`
                  line 3  (undated-obligation)

        checked: {COUNTS}
        {STANCES}

        1 warning in 1 file
        """)

    assert table(samples.ONE, width=80, color=False) == expected


def test_the_rule_has_a_column_where_there_is_room() -> None:
    lines = table(samples.ONE, width=110, color=False).splitlines()

    assert lines[3:7] == [
        "severity  clause  rule                conflict                     remedy",
        "--------  ------  ------------------  ---------------------------  " + "-" * 33,
        f"warning   2       undated-obligation  {samples.UNDATED.message}  {samples.UNDATED.help}",
        "          line 3",
    ]


@pytest.mark.parametrize("columns", [72, 80, 100, 120])
def test_a_rules_name_is_whole_wherever_half_the_room_is_enough_for_it(columns: int) -> None:
    long: Finding = evolve(
        samples.UNDATED,
        rule="unification-without-force",
        message="short",
        help="a remedy that asks for as much room as it can get, and for more than there is",
    )
    outcome = Outcome((Report(samples.VALLEY, None, (long,), (), Material()),), (), 1)

    assert long.rule in table(outcome, width=columns, color=False)


FINDINGS: frozenset[Part] = frozenset({"findings"})


def body(*findings: Finding, columns: int = 100) -> list[str]:
    """Return the lines of a table below its headings."""
    outcome = Outcome((Report(TWO_CLAUSES, None, findings, (), Material()),), (), 1)
    return table(outcome, width=columns, color=False, show=FINDINGS).splitlines()[4:]


TWO_CLAUSES = Source("a.clause", "A shall.\nB shall.\nC shall.\n")
FIRST: Finding = evolve(samples.UNDATED, rule="undated", span=Span(0, 1), clause="1")
SECOND: Finding = evolve(FIRST, span=Span(9, 10))
THIRD: Finding = evolve(FIRST, span=Span(18, 19), clause="2")


def test_a_clause_is_named_once_above_its_findings_and_so_is_a_line() -> None:
    other = evolve(FIRST, rule="vague", help="say more")
    places = [line[:18].strip() for line in body(FIRST, other, SECOND, THIRD)]

    assert places == [
        *("warning   1", "line 1", ""),
        *("warning", ""),
        *("warning   line 2", ""),
        *("warning   2", "line 3"),
    ]


@pytest.mark.parametrize("columns", [40, 100])
def test_a_remedy_is_said_once_and_then_by_its_line(columns: int) -> None:
    again = "as for line 1"
    other_rule = evolve(THIRD, rule="vague")

    assert " ".join(body(FIRST, SECOND, THIRD, columns=columns)).count(again) == 2
    assert again not in " ".join(body(FIRST, other_rule, columns=columns))


def test_a_remedy_is_said_again_where_its_rule_gave_the_line_two_or_it_is_as_short() -> None:
    two_on_a_line = evolve(FIRST, help="or leave it out")
    two_rules = evolve(FIRST, rule="vague", help="or leave it out")
    short = evolve(FIRST, help="say when")

    assert "as for" not in " ".join(body(FIRST, two_on_a_line, THIRD))
    assert "as for line 1" in " ".join(body(FIRST, two_rules, THIRD))
    assert "as for" not in " ".join(body(short, evolve(short, span=Span(9, 10))))


def open_brackets(*clauses: str | None) -> list[Finding]:
    return [
        evolve(FIRST, severity="info", rule="bracket", message="still open", clause=clause)
        for clause in clauses
    ]


def test_remarks_that_say_the_same_share_a_row_where_the_first_stands() -> None:
    first, *others = open_brackets("1", "2", "3", "3", None)
    other_proposal = evolve(others[-1], choices=("with 3#1: all",))

    lines = body(first, THIRD, *others, other_proposal)

    assert [line[18:] for line in lines if "open" in line or "day" in line] == [
        "bracket  still open; and 4 more, in 2, 3, –  add a day, as in `by: 2027-03-01`",
        "undated  no day is set for this duty         add a day, as in `by: 2027-03-01`",
        "bracket  still open (with 3#1: all)          as for line 1",
    ]


def test_two_of_a_kind_and_whatever_must_be_mended_keep_their_rows() -> None:
    warnings = [
        evolve(finding, severity="warning") for finding in open_brackets("4", "5", "6", "7")
    ]
    text = " ".join(body(*open_brackets("1", "2"), *warnings))

    assert text.count("still open") == 6
    assert "more" not in text


def test_a_narrow_terminal_gets_the_cells_below_each_other() -> None:
    expected = drawn("""
        clauses/valley.clause
        On the Valley

        warning 2, line 3
          undated-obligation
          conflict: no day is set for this duty
          remedy: add a day, as in `by:
            2027-03-01`

        checked: 14 clauses, 9 duties, 2
          prohibitions, 5 deadlines, 3 verified
        troops: silent; verification: none (2.1;
          others: 1 named)

        1 warning in 1 file
        """)

    assert table(samples.ONE, width=40, color=False) == expected


def test_a_stacked_finding_without_remedy_has_no_line_for_it() -> None:
    lines = table(samples.AT_THE_END, width=40, color=False).splitlines()

    assert lines[2:6] == [
        "error –, line 2",
        "  unreadable-line",
        "  conflict: no day is set for this duty",
        "",
    ]


def test_the_whole_report_on_several_files() -> None:
    report = table(samples.RICH, width=100, color=False)

    assert report == drawn(f"""
        clauses/valley.clause
        On the Valley

        severity  clause  conflict (rule)                                 remedy
        --------  ------  ----------------------------------------------  ---------------------
        warning   2       no day is set for this duty                     add a day, as in `by:
                  line 3  (undated-obligation)                            2027-03-01`

        info              no day is set for this duty (with `all {{DPRK}}`  add a day, as in `by:
                          in 2#1; or with `may {{ROK}}` in 2#2)             2027-03-01`
                          (troop-withdrawal-silent)

        checked: {COUNTS}
        {STANCES}
        note: The text has no `scope:` line and is taken as partial.

        clauses/강.clause
        한반도의 평화

        severity  clause  rule                conflict                 remedy
        --------  ------  ------------------  -----------------------  --------------------
        warning   2       undated-obligation  위한 의무에 날짜가 없다  日付を加えてください
                  line 2

        checked: 1 clause, 0 duties, 0 prohibitions, 0 deadlines, 0 verified

        not checked: pipe.clause: a named pipe, not a file
        note: vocabulary.toml: a term more than on `main`

        2 warnings, 1 info in 2 files; 1 accepted; 2 baselined; 1 not checked
        """)


def test_no_findings_names_what_there_was_to_check_and_praises_nothing() -> None:
    outcome = Outcome((Report(Source("a.clause", "x"), None, (), (), Material(1, 1)),), (), 0)

    assert table(outcome, width=80, color=False) == drawn("""
        a.clause

        no findings in 1 clause, 1 duty, 0 prohibitions, 0 deadlines, 0 verified

        no findings in 1 file
        """)


def test_a_run_without_files_says_so() -> None:
    assert table(samples.NOTHING, width=80, color=False) == "nothing was checked\n"


def test_a_fault_in_the_whole_text_has_a_dash_for_its_clause() -> None:
    lines = table(samples.AT_THE_END, width=80, color=False).splitlines()

    assert lines[4].startswith("error     –       unreadable-line")
    assert lines[5] == "          line 2"


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 71, 72, 80, 100, 120])
@pytest.mark.parametrize("name", samples.ALL)
def test_no_line_is_wider_than_the_terminal(name: str, columns: int) -> None:
    lines = table(samples.ALL[name], width=columns, color=False).split("\n")

    assert [line for line in lines if width(line) > columns] == []


@pytest.mark.parametrize("columns", [72, 80, 120])
def test_a_full_table_leaves_no_more_than_a_word_end_unused(columns: int) -> None:
    lines = table(samples.MANY, width=columns, color=False).split("\n")
    rules = [line for line in lines if line.startswith("---")]

    assert [columns - len(rule) in range(3) for rule in rules] == [True]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_all_of_sixty_findings_are_there_in_order(columns: int) -> None:
    report = table(samples.MANY, width=columns, color=False)
    places = [report.index(f"A2.{n}(c)") for n in range(60)]

    assert places == sorted(places)
    assert " ".join(report.split()).endswith("20 errors, 20 warnings, 20 info in 1 file")


@pytest.mark.parametrize("columns", [40, 80])
def test_nothing_from_a_file_reaches_the_terminal_unescaped(columns: int) -> None:
    report = table(samples.STRANGE, width=columns, color=False)

    assert set(report) & set("\x07\x1b\r\x9b\u200b\u202e\u2066\udcff\udcfe") == set()
    assert r"a\x1b[31m\n::error::\u202e\xff" in report.replace("\n", "")


@pytest.mark.parametrize("columns", [40, 80])
def test_colour_is_for_severities_and_headings_alone(columns: int) -> None:
    plain = table(samples.RICH, width=columns, color=False)
    colored = table(samples.RICH, width=columns, color=True)
    for code in ("1", "33", "36"):
        assert f"\x1b[{code}m" in colored
        colored = colored.replace(f"\x1b[{code}m", "")

    assert colored.replace("\x1b[0m", "") == plain


def test_only_what_is_asked_for_is_shown() -> None:
    def shown(*parts: str) -> str:
        return table(samples.ONE, width=80, color=False, show=frozenset(parts))  # type: ignore[arg-type]  # names of parts

    stances = shown("stances", "summary")
    findings = shown("findings")

    assert STANCES in stances
    assert "undated-obligation" not in stances
    assert "undated-obligation" in findings
    assert "checked" not in findings
    assert "in 1 file" not in findings
    assert STANCES not in shown("findings", "summary")
    assert shown("stances") == f"clauses/valley.clause\nOn the Valley\n\n{STANCES}\n"


def closing(material: Material, *stances: Stance, notes: tuple[str, ...] = ()) -> str:
    """Return the lines about a whole file without findings, and about the run."""
    report = Report(samples.VALLEY, None, (), stances, material, notes)
    return table(Outcome((report,), (), 0), width=80, color=False)


def test_questions_that_a_text_leaves_open_share_a_place_at_the_end() -> None:
    report = closing(
        Material(clauses=1),
        Stance("troops", "not stated"),
        Stance("recognition", "de-jure", ("2", "3")),
        Stance("form", "unstated"),
        Stance("sanctions", "not stated"),
    )

    assert report.splitlines()[3] == (
        "recognition: de-jure (2, 3); form: unstated; not stated: troops, sanctions"
    )


def test_of_many_clauses_the_first_are_named_with_how_many_more() -> None:
    eight = tuple("12345678")
    report = closing(
        Material(clauses=9), Stance("troops", "stay", eight), Stance("form", "odd", (*eight, "9"))
    )

    assert report.splitlines()[3:5] == [
        "troops: stay (1, 2, 3, 4, 5, 6, 7, 8); form: odd (1, 2, 3, 4, 5, 6 and 3 more)",
        "",
    ]


def test_a_text_without_clauses_says_so_in_one_line() -> None:
    report = closing(Material(), Stance("troops", "not stated"), notes=("It is partial.",))

    assert report == drawn("""
        clauses/valley.clause

        no clauses, so there was nothing to check

        no findings in 1 file
        """)


def test_quiet_still_tells_what_was_not_checked() -> None:
    outcome = evolve(samples.EMPTY, failures=(Failure("a", "missing", "there is no such file"),))

    report = table(outcome, width=80, color=False, show=frozenset({"findings"}))

    assert report == "not checked: a: there is no such file\n"


@pytest.mark.parametrize("drawn_by", [table, full])
def test_quiet_still_tells_what_was_not_looked_at(drawn_by: Callable[..., str]) -> None:
    note = "2 decisions are open: there was too much to look at."
    report = Report(
        Source("a.clause", ""), None, (), (), Material(1), (note, "another"), bound=(note,)
    )
    told = drawn_by(Outcome((report,), (), 0), width=80, color=False, show=frozenset({"findings"}))

    assert f"note: {note}\n" in told
    assert "another" not in told


def test_statistics_count_new_findings_by_family_and_rule_the_most_frequent_first() -> None:
    rare: Finding = evolve(samples.UNDATED, rule="a-rare-fault", severity="error")
    other: Finding = evolve(rare, family="sequence", rule="soft", severity="info")
    found = (other, *(samples.UNDATED,) * 11, rare, evolve(rare, status="accepted"))
    outcome = Outcome((Report(samples.VALLEY, None, found, (), Material()),), (), 1)

    report = table(outcome, width=80, color=False, show=frozenset({"statistics"}))

    assert report == drawn("""
        how often each rule, by family
        12  vagueness
        11    undated-obligation (warning)
         1    a-rare-fault (error)
         1  sequence
         1    soft (info)
        """)


def test_statistics_of_nothing_are_nothing() -> None:
    assert table(samples.EMPTY, width=80, color=False, show=frozenset({"statistics"})) == ""
