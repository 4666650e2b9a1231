"""What says the same is told to say the same, and what was planted is named for what it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from benchmarks.mutations import faults
from benchmarks.mutations.draft import Draft, Edit, drafts, edited
from benchmarks.mutations.near_misses import (
    lay_it_out_anew,
    number_the_clauses_anew,
    rename_a_party,
    say_it_in_a_comment,
    say_it_in_a_note,
)
from clausecheck.changes import Verdict
from clausecheck.check import examine
from clausecheck.compare import Text, compare
from clausecheck.source import Source, Span

from .test_pages import MIRRORED, OPPOSITE, shape
from .texts import SETTINGS

if TYPE_CHECKING:
    from benchmarks.mutations.mutant import Mutant, Operator
    from clausecheck.changes import Comparison, Direction

pytestmark = pytest.mark.no_cover  # what each change is told as is measured on the pages

SOME = (
    "agreed-framework-1994",
    "draft-first-steps",
    "draft-too-soft",
    "general-assembly-3390a-1975",
    "pyongyang-2018",
)


MADE_UP = {
    "moratorium": """\
declaration "Moratorium"
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
clause 1
  Northland shall suspend missile tests.
  for: 2 years
"""
}
"""Texts of our own for faults that no real text has a place for."""


@cache
def draft(name: str) -> Draft:
    if name in MADE_UP:
        return Draft(name, MADE_UP[name], drafts(SOME[0])[0].vocabulary)
    return drafts(name)[0]


def text(of: Draft, words: str) -> Text:
    return Text(of.name, *examine(Source(of.name, words), of.vocabulary, SETTINGS))


@cache
def original(name: str) -> Text:
    return text(draft(name), draft(name).text)


def changed_to(name: str, words: str) -> Comparison:
    return compare(original(name), text(draft(name), words))


@pytest.mark.parametrize("name", [each.name for each in drafts()])
def test_a_text_says_what_it_says(name: str) -> None:
    made = compare(original(name), original(name))

    assert (made.rows, made.remarks) == ((), ())
    assert (made.gained, made.cleared, made.accepted) == ((), (), ())
    assert made.verdict == Verdict((), (), ())


@pytest.mark.parametrize("operator", [lay_it_out_anew, say_it_in_a_comment, say_it_in_a_note])
@pytest.mark.parametrize("name", SOME)
def test_layout_comments_and_notes_change_nothing(name: str, operator: Operator) -> None:
    for mutant in islice(operator(draft(name)), 1):
        made = changed_to(name, edited(draft(name).text, mutant.edits))

        assert made.rows == ()
        assert (made.gained, made.cleared) == ((), ())


@pytest.mark.parametrize("name", SOME)
def test_other_numbers_are_other_numbers_and_nothing_else(name: str) -> None:
    for mutant in number_the_clauses_anew(draft(name)):
        made = changed_to(name, edited(draft(name).text, mutant.edits))

        assert {(row.how, row.shift) for row in made.rows} == {("unchanged", "renumbered")}
        assert (made.gained, made.cleared) == ((), ())


@pytest.mark.parametrize("name", [name for name in SOME if not name.startswith("general")])
def test_another_short_name_is_nobody_else(name: str) -> None:
    for mutant in rename_a_party(draft(name)):
        made = changed_to(name, edited(draft(name).text, mutant.edits))

        assert made.rows == ()
        assert (made.gained, made.cleared) == ((), ())


@pytest.mark.parametrize("name", SOME)
def test_clauses_in_another_order_under_their_numbers_say_the_same(name: str) -> None:
    made = changed_to(name, turned(draft(name)))

    assert made.rows == ()


@pytest.mark.parametrize("name", SOME)
def test_the_order_in_which_parties_are_named_says_nothing(name: str) -> None:
    words = draft(name).text.split("\n")
    at = [number for number, line in enumerate(words) if line.startswith("party ")]
    single = [number for number in at if not words[number + 1].startswith(" ")]
    for number, other in zip(single, [words[number] for number in reversed(single)], strict=True):
        words[number] = other
    made = changed_to(name, "\n".join(words))

    assert (made.rows, made.gained, made.cleared) == ((), (), ())


def turned(of: Draft) -> str:
    """Return a text with the clauses of each section in reverse order."""
    runs: list[list[Span]] = [[]]
    for block in of.blocks:
        if block.heading.word == "clause":
            runs[-1].append(of.line(block.span))
        else:
            runs.append([])
    edits = [
        Edit(one, of.words(other))
        for run in runs
        for one, other in zip(run, reversed(run), strict=True)
    ]
    return edited(of.text, tuple(edits))


NAMED: dict[str, tuple[str, Direction, str, str]] = {
    "drop_the_verifier": ("changed", "weaker", "verifier dropped: ", "verifier added: "),
    "let_the_verifier_only_watch": (
        "changed",
        "weaker",
        "verification weaker: ",
        "verification stronger: ",
    ),
    "gate_the_verifier": (
        "changed",
        "weaker",
        "verification weaker: added: `access: by consent`",
        "verification stronger: dropped: `access: by consent`",
    ),
    "verify_by_adjective": ("added", "stronger", "a duty of .* added", "a duty of .* removed"),
    "seat_as_many_from_each_side": (
        "added",
        "other",
        "declared: `members: 2 from ",
        "no longer declared: `members: 2 from ",
    ),
    "soften_the_date": (
        "changed",
        "weaker",
        "deadline softened to words: ",
        "deadline made firm: ",
    ),
    "wait_for_ripe_conditions": ("changed", "weaker", "condition added: ", "condition dropped: "),
    "name_a_day_that_never_comes": (
        "changed",
        "weaker",
        "deadline on a day that no calendar has",
        "deadline on a day that there is",
    ),
    "move_the_deadline_far_off": (
        "changed",
        "weaker",
        "deadline [0-9]+ days later: ",
        "deadline [0-9]+ days earlier: ",
    ),
    "drop_the_term": ("changed", "other", "term dropped: ", "term added: "),
    "halt_tests_without_a_term": (
        "added",
        "stronger",
        "a duty of .* added",
        "a duty of .* removed",
    ),
    "name_no_actor": (
        "changed",
        "weaker",
        "names nobody, where it bound ",
        "binds .*, where nobody was named",
    ),
    "bind_a_stranger": (
        "changed",
        "weaker",
        "`Ruritania` in the place of ",
        "binds .* in the place of `Ruritania`",
    ),
    "widen_the_list": ("changed", "weaker", "open words added: `etc", "open words dropped: `etc"),
    "point_to_nothing": ("changed", "other", ".* → .*99.9", ".*99.9.* → "),
    "contradict_the_quotation": (
        "changed",
        "weaker",
        "a duty became a permission: ",
        "a permission became a duty: ",
    ),
    "misquote_the_sentence": ("changed", "other", "quoted words added", "quoted words dropped"),
    "forbid_what_is_owed": (
        "added",
        "stronger",
        "a prohibition of .* added",
        "a prohibition of .* removed",
    ),
    "allow_what_is_forbidden": (
        "added",
        "weaker",
        "a permission of .* added",
        "a permission of .* removed",
    ),
    "name_two_days": ("added", "stronger", "a duty of .* added", "a duty of .* removed"),
    "send_all_forces_home": ("added", "stronger", "a duty added", "a duty removed"),
    "end_the_war_in_silence": (
        "added",
        "other",
        "a statement of .* added",
        "a statement of .* removed",
    ),
    "remove_the_savings_clause": (
        "removed",
        "weaker",
        "a savings clause removed",
        "a savings clause added",
    ),
    "make_unification_the_goal": (
        "added",
        "stronger",
        "a duty of .* added",
        "a duty of .* removed",
    ),
    "drop_ratification": (
        "changed",
        "weaker",
        "`ratification: .* → `ratification: none`",
        "`ratification: none` → `ratification: ",
    ),
    "close_every_way_back": ("changed", "weaker", "dropped: `if breached: ", "added: `if breached"),
    "bind_one_side_alone": ("changed", "weaker", ".* no longer bound", ".* bound as well"),
}
"""For each fault of the catalogue what becomes of something, which way, and how that is told.

Last comes how it is told that the fault is mended.
"""


def planted(operator: Operator) -> tuple[Draft, Mutant]:
    """Return the first mutant of the texts, of which few have a place for every fault."""
    names = (*SOME, *(each.name for each in drafts() if each.name not in SOME), *MADE_UP)
    return next((draft(name), mutant) for name in names for mutant in operator(draft(name)))


def said(made: Comparison, how: str, direction: Direction, message: str) -> list[str]:
    return [
        change.message
        for row in made.rows
        for change in row.changes
        if (row.how, change.direction) == (how, direction) and re.match(message, change.message)
    ]


@pytest.mark.parametrize("operator", faults.FAULTS, ids=[each.__name__ for each in faults.FAULTS])
def test_a_planted_fault_is_named_for_what_it_is_and_so_is_a_mended_one(
    operator: Operator,
) -> None:
    of, mutant = planted(operator)
    after = text(of, edited(of.text, mutant.edits))
    there, back = compare(original(of.name), after), compare(after, original(of.name))
    how, direction, message, mended = NAMED[operator.__name__]

    assert said(there, how, direction, message)
    assert said(back, MIRRORED.get(how, how), OPPOSITE[direction], mended)
    assert shape(back) == shape(there, mirrored=True)


def test_unrelated_texts_mirror_each_other() -> None:
    one, other = original("agreed-framework-1994"), original("pyongyang-2018")
    there, back = compare(one, other), compare(other, one)

    assert shape(back) == shape(there, mirrored=True)
