"""What choices word in many ways is said in words that are true of all of them."""

from __future__ import annotations

from itertools import product

import pytest

from clausecheck.check import Settings, check_resolved, read_source
from clausecheck.findings import Finding, Related
from clausecheck.model.decisions import choices_of
from clausecheck.model.resolve import resolve
from clausecheck.rolling import RollingText
from clausecheck.rolling.wording import either_help, in_one, or_at, otherwise
from clausecheck.source import Source, Span
from clausecheck.values import evolve
from clausecheck.vocabulary import load

VOCABULARY, _ = load()


def said(message: str, *clauses: str) -> Finding:
    related = tuple(
        Related(Span(int(each[0]) * 10, int(each[0]) * 10 + 5), "there", each) for each in clauses
    )
    return Finding(
        "a-rule", "consistency", "neutral", "error", "new", "9", Span(90, 95),
        message, "", "", "", "", (), (), related, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("worded", "told"),
    [
        ((("owed, and 4 forbids it", "4"),) * 2, "owed, and 4 forbids it"),
        (
            (("forbidden by 2 once", "2"), ("forbidden by 2 and 4 once", "2", "4")),
            "forbidden by one or more of 2 and 4 once",
        ),
        (
            (("by 4.1(a) or else", "4.1(a)"), ("by 2, 4.1(a) and 7 or else", "2", "4.1(a)", "7")),
            "by one or more of 2, 4.1(a) and 7 or else",
        ),
        (
            (("due in 3 days by 1", "1"), ("due in 3 days by 3", "3")),
            "due in 3 days by one or more of 1 and 3",
        ),
        (
            (("by 1, 2, 3, 4, 5 and 2 more", *"1234567"), ("by 8", "8")),
            "by one or more of 1, 2, 3, 4, 5 and 3 more",
        ),
        (
            (("nobody sees this, nor 1 other", "2"), ("nobody sees this, nor 3 others", *"234")),
            "nobody sees this, nor 1 to 3 others",
        ),
        (
            (("nobody sees this",), ("nobody sees this, nor 1 other", "2")),
            "nobody sees this, nor up to 1 other",
        ),
        (
            (("A sees all, this duty nobody",), ("A sees all, this duty and 4 others nobody", "2")),
            "A sees all, this duty and up to 4 others nobody",
        ),
        (
            (("3 of 9 sentences",), ("5 of 9 sentences",), ("4 of 11 sentences",)),
            "3 to 5 of 9 to 11 sentences",
        ),
        (
            (("5 of 9 sentences",), ("5 of 7 sentences",)),
            "5 of 7 to 9 sentences",
        ),
        (
            (("3 days before 2", "2"), ("5 days before 2", "2")),
            "3 days before 2, in these or other words by what is chosen",
        ),
        (
            (("`a` in 2 is late", "2"), ("`a` in 4, and 2, is late", "2", "4")),
            "`a` in 2 is late, in these or other words by what is chosen",
        ),
    ],
)
def test_several_wordings_are_told_in_one(worded: tuple[tuple[str, ...], ...], told: str) -> None:
    findings = [said(*each) for each in worded]

    assert in_one(findings).message == in_one(findings[::-1]).message == told
    assert [other.clause for other in in_one(findings).related] == sorted(
        {clause for _, *clauses in worded for clause in clauses}
    )


DRAFT = """\
declaration "Of the Valley"
  scope: partial
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""


@pytest.mark.no_cover
def test_what_forbids_a_duty_in_one_text_or_other_is_what_the_finding_names() -> None:
    """Each of six clauses is forbidden by any of the others: what is said is held to all texts."""
    draft = DRAFT + "".join(
        f"clause {number}\n  Northland [shall {{Westland}} | shall not {{Southland}}] open the road.\n"
        for number in range(1, 7)
    )
    source = Source("draft.clause", draft)
    declaration, _ = read_source(source)
    text = RollingText(source, declaration, VOCABULARY, Settings())
    forbidding: dict[str | None, set[str | None]] = {}
    for assignment in product(*map(range, text.sizes)):
        chosen = resolve(declaration, choices_of(text.decisions, assignment))
        for found in check_resolved(source, chosen, (), VOCABULARY, Settings()).findings:
            if found.rule == "owed-and-forbidden":
                forbidding.setdefault(found.clause, set()).update(
                    other.clause for other in found.related
                )
    told = {
        found.clause: (found.message, [other.clause for other in found.related])
        for found, _ in text.learned()
        if found.rule == "owed-and-forbidden"
    }

    assert told["2"] == (
        "`open the road` is owed here and forbidden by one or more of 1, 3, 4, 5 and 6",
        ["1", "3", "4", "5", "6"],
    )
    assert {clause: set(others) for clause, (_, others) in told.items()} == forbidding


@pytest.mark.no_cover
def test_all_the_ways_are_found_where_many_clauses_stand_against_one() -> None:
    """Of 30 brackets ten are one party's: each of these ten is forbidden by nine others."""
    who = ("Northland", "Southland", "Westland")
    draft = DRAFT + "".join(
        f"clause {number}\n  {who[number % 3]} [shall | shall not] open the road.\n"
        for number in range(1, 31)
    )
    source = Source("draft.clause", draft)
    text = RollingText(source, read_source(source)[0], VOCABULARY, Settings())
    ways = {
        found.clause: text.choices_of(found, tree)
        for found, tree in text.learned()
        if found.rule == "owed-and-forbidden"
    }

    assert set(map(len, ways.values())) == {9}
    assert ways["5"][:2] == (
        "with `shall not` in 2#1 and `shall` in 5#1",
        "with `shall` in 5#1 and `shall not` in 8#1",
    )
    assert not text.learner.rough


HOW = otherwise(choices=True, versions=False)


def test_a_remedy_that_hangs_on_choices_is_told_with_the_others() -> None:
    assert either_help("add `by:`", ["add `by:`"], HOW) == "add `by:`"
    assert (
        either_help("tie it to 1(b)", ["tie it to 1(b)", "tie it to 1(c)"], HOW)
        == "tie it to 1(b); or, with other choices, tie it to 1(c)"
    )
    assert either_help("a", ["b", "a", "c"], HOW) == "a; or, with other choices, b or another"


def test_what_stands_elsewhere_with_some_choices_says_where() -> None:
    here = said("nobody verifies this")
    there = [evolve(here, clause=each) for each in ("9", "10", "2", None)]
    many = [evolve(here, clause=str(each)) for each in range(20, 28)]

    assert or_at(here, [here], HOW) == here
    assert or_at(here, there[:2], HOW).message == (
        "nobody verifies this (with other choices, in clause 10 instead)"
    )
    assert or_at(here, there, HOW).message == (
        "nobody verifies this (with other choices, in clause 2, 10 or outside the clauses instead)"
    )
    assert [each.clause for each in or_at(here, there, HOW).related] == ["10", "2", None]
    assert or_at(here, there[-1:], HOW).message.endswith(
        "(with other choices, outside the clauses instead)"
    )
    assert "in clause 20, 21, 22, 23, 24 or 3 more instead" in or_at(here, many, HOW).message


def test_a_finding_that_choices_move_is_told_with_its_places_and_remedies() -> None:
    draft = DRAFT + (
        "clause 1\n"
        "  [(a) Northland shall freeze its reactors. | (b) Northland shall dismantle its reactors.]\n"
        "  by: 30 days after signature\n"
        "clause 2\n  Southland shall lift sanctions.\n  after: 1 is complete\n  in return for: 1\n"
    )
    source = Source("draft.clause", draft)
    text = RollingText(source, read_source(source)[0], VOCABULARY, Settings())
    found = {each.rule: each for each, _ in text.learned()}

    assert found["unverified-text"].clause == "1(a)"
    assert found["unverified-text"].message == (
        "nobody verifies this, nor anything else in what is here "
        "(with other choices, in clause 1(b) instead)"
    )
    assert found["irreversible-before-verified"].help == (
        "add `verified by:` to 1(a), and with it `after: 1(a) is verified`, or choose a step that "
        "can be undone; or, with other choices, add `verified by:` to 1(b), and with it "
        "`after: 1(b) is verified`, or choose a step that can be undone"
    )


def test_language_versions_are_no_choices() -> None:
    assert otherwise(choices=False, versions=True) == "in another language version"
    assert otherwise(choices=True, versions=True) == (
        "with other choices or in another language version"
    )
