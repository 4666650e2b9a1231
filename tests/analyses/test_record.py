"""What a change accepts of itself, and what of earlier acceptances still holds."""

from __future__ import annotations

import datetime

import pytest

from clausecheck.check import Settings, changed_clauses, check
from clausecheck.source import Source

from .texts import VOCABULARY

TEXT = """\
declaration "Example"
  scope: partial
party Northland "Kingdom of Northland"
clause 1
  Northland shall leave the valley.
  by: "soon"
  accept soft-deadline
    because: "It was all that could be had."
clause 2
  Northland shall open the river.
  by: "in time"
clause 3(a)
  Northland shall open the road.
  by: "one day"
"""
ACCEPTED = ("accepted", "new", "new")
NOTHING = ("new", "new", "new")
UNAGREED = (
    "the acceptance of `soft-deadline` in clause 1 does not count: nobody has agreed to it yet"
)
CHANGED = (
    "the acceptance of `soft-deadline` in clause 1 does not count: the words it speaks of, or what "
    "they are declared to mean, have changed since it was agreed to"
)


def checked(now: str, before: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    stood = None if before is None else Source("example.clause", before)
    settings = Settings(stood=stood, today=datetime.date(2027, 2, 28))
    report = check(Source("example.clause", now), VOCABULARY, settings)
    found = tuple(each.status for each in report.findings if each.rule == "soft-deadline")
    return found, report.notices


@pytest.mark.parametrize(
    ("now", "before", "statuses", "notices"),
    [
        (TEXT, None, ACCEPTED, ()),
        (TEXT, TEXT, ACCEPTED, ()),
        (TEXT, "", NOTHING, (UNAGREED,)),
        (TEXT, "x" * 30_000, NOTHING, (UNAGREED,)),
        (TEXT, TEXT.replace("accept soft-deadline", "accept unverified-text"), NOTHING, (UNAGREED,)),
        (TEXT, TEXT.replace("could be", "can be"), NOTHING, (UNAGREED,)),
        (TEXT, TEXT.replace('had."', 'had."\n    expires: 2027-12-31'), NOTHING, (UNAGREED,)),
        (TEXT, TEXT.replace('"soon"', '"shortly"'), NOTHING, (CHANGED,)),
        (TEXT, TEXT.replace("the valley.", "the valley.\n  > The valley."), NOTHING, (CHANGED,)),
        (TEXT, TEXT.replace("clause 1", "clause 4"), NOTHING, (UNAGREED,)),
        (TEXT, TEXT.replace('"in time"', '"whenever"'), ACCEPTED, ()),
        (TEXT, TEXT.replace("  by", "  # why\n\n    by"), ACCEPTED, ()),
        (TEXT.replace("accept soft-deadline", "accept soft-deadline everywhere"), TEXT, NOTHING,
         (UNAGREED,)),
    ],
)  # fmt: skip
def test_an_acceptance_counts_where_it_stood_and_nothing_it_speaks_of_has_changed(
    now: str, before: str | None, statuses: tuple[str, ...], notices: tuple[str, ...]
) -> None:
    assert checked(now, before) == (statuses, notices)


def test_one_for_all_clauses_holds_for_those_that_are_unchanged() -> None:
    before = TEXT.replace("accept soft-deadline", "accept soft-deadline everywhere")
    now = before.replace('"in time"', '"whenever"').replace('"one day"', '"once"')
    statuses, notices = checked(now, before)

    assert statuses == ("accepted", "new", "new")
    assert notices == (CHANGED,)
    assert checked(before, before) == (("accepted",) * 3, ())


def test_one_of_the_whole_text_holds_while_the_text_before_the_clauses_does() -> None:
    head = '  accept mostly-words\n    because: "So it was meant."\n'
    before = TEXT.replace("party", f"{head}party", 1).replace(
        "shall", "shares the view that it may"
    )
    text = 'declaration "Example"\n  scope: complete\n  accept form-unstated\n    because: "Yes."\n'

    def statuses(now: str, stood: str) -> list[str]:
        settings = Settings(stood=Source("a", stood))
        findings = check(Source("a", now), VOCABULARY, settings).findings
        return [each.status for each in findings if each.rule == "form-unstated"]

    clause = (
        'party Northland "Kingdom of Northland"\nclause 1\n  Northland shall leave the valley.\n'
    )

    assert statuses(text + clause, text + clause) == ["accepted"]
    assert statuses(text + clause, text + clause.replace("valley", "river")) == ["accepted"]
    assert statuses(text + clause, text.replace("Example", "Other") + clause) == ["new"]
    assert before


def test_what_stands_in_brackets_is_part_of_the_record() -> None:
    bracketed = TEXT.replace("clause 1", "[\nclause 1").replace(
        "clause 2", "] {Northland}\nclause 2"
    )

    assert checked(bracketed, bracketed)[0][0] == "accepted"
    assert checked(bracketed, bracketed.replace('"soon"', '"shortly"'))[0][0] == "new"


def test_a_clause_of_which_another_is_the_subject_has_changed() -> None:
    """The words that are found may stand as they were."""
    before, now = (
        Source("example.clause", text)
        for text in (TEXT, TEXT.replace("Northland shall leave", "Southland shall leave"))
    )
    clauses = ("3(a)", "1", None, "1")

    assert changed_clauses(before, now, clauses) == ("1",)
    assert changed_clauses(before, before, clauses) == ()
    assert changed_clauses(Source("example.clause", "x" * 30_000), now, clauses) == (
        "3(a)",
        "1",
        None,
    )


DECLARED = TEXT.replace(
    "clause 1\n",
    """\
party Southland "Republic of Southland"
define "valley"
  means: the basin of Northland
define "basins"
  means: "all that is low"
define "river"
  means: "water"
clause 1
""",
)


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("Kingdom of", "Empire of", False),  # who it binds
        ("the basin of Northland", "the basin of Southland", False),  # what it says
        ("all that is low", "one bank", False),  # what that rests on
        ('"water"', '"ice"', True),  # what it does not name
        ("Republic of", "Realm of", True),
        ('define "river"', 'define "road"\n  means: "tar"\ndefine "river"', True),
    ],
)
def test_an_acceptance_counts_while_what_its_clause_names_is_declared_as_it_was(
    old: str, new: str, *, counts: bool
) -> None:
    assert old in DECLARED

    found, notices = checked(DECLARED.replace(old, new), DECLARED)

    assert (found, notices) == ((ACCEPTED, ()) if counts else (NOTHING, (CHANGED,)))


def test_all_parties_are_those_that_are_declared() -> None:
    text = DECLARED.replace("Northland shall leave", "All parties shall leave")

    found, notices = checked(text.replace("Republic of", "Realm of"), text)

    assert (found, notices) == (NOTHING, (CHANGED,))
