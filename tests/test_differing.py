"""In what each choice differs from the first of its bracket, as a comparison tells it."""

from __future__ import annotations

import pytest

from clausecheck.alternatives import differing
from clausecheck.alternatives.differing import differences, held_against_first
from clausecheck.check import read_source
from clausecheck.model.reading import Reading
from clausecheck.proposals import Difference
from clausecheck.rolling import RollingText
from clausecheck.source import Source

from .rolling.test_every_text import HEAD, TEXTS, draft
from .test_alternatives import DRAFT, ROLLING, SETTINGS, SNAPBACK, VOCABULARY


def rolling(text: str) -> RollingText:
    source = Source("draft.clause", text)
    return RollingText(source, read_source(source)[0], VOCABULARY, SETTINGS)


def told(text: str) -> dict[str, tuple[Difference, ...]]:
    made = rolling(text)
    return {
        decision.options[option].words: differences(held_against_first(made, at, option))
        for at, decision in enumerate(made.decisions)
        for option in range(1, len(decision.options))
    }


def test_a_choice_says_whom_it_binds_otherwise_and_what_else_it_does() -> None:
    found = told(ROLLING.read_text())

    assert found["2.1#4 left out"] == (
        Difference("loses a veto", "2.1", "`with consent of: ROK` → nothing", ("ROK",)),
        Difference("bound less", "2.1", "need of consent dropped: `with consent of: ROK`", ("US",)),
    )
    assert found["`dismantle {US}` in 3.1#1"] == (
        Difference("harder to undo", "3.1", "`freeze` → `dismantle`, by inference", ("DPRK",)),
    )
    assert found["`entry into force {US}` in 3.1#2"] == (
        Difference("waits for less", "3.1", "`2.1 begins` → nothing", ("DPRK",)),
    )


def test_what_no_rule_weighs_is_told_and_not_weighed() -> None:
    found = told(DRAFT.replace("[open | close]", "[open | mend]"))

    assert found["`mend` in 2.3#1"] == (
        Difference("not weighed", "2.3", "another act: `open` → `mend`", ("Southland",)),
    )


def test_a_bracket_within_a_proposal_is_compared_where_that_is_taken() -> None:
    found = told(SNAPBACK.replace("[open the harbour [by night] | close the harbour]", (
        "[close the harbour | open the harbour [and the port | and the pier]]"
    )))  # fmt: skip

    assert [(each.place, each.told) for each in found["`and the pier` in 3#2"]] == [
        ("3", "`port` dropped"),
        ("3", "`pier` added"),
    ]


def test_words_are_told_without_the_brackets_in_them() -> None:
    text = f"{HEAD}clause 1\n  Northland shall [freeze [, disable] [and dismantle] | cap] its reactors.\n"
    (only,) = told(text)["`cap` in 1#1"]

    assert only.told == "another act: `freeze, disable and dismantle` → `cap`"


def test_what_could_not_be_read_is_not_weighed() -> None:
    text = f"{HEAD}[\nclause 1\n  Northland shall [go.\n] {{Northland}}\nclause 2\n  Northland shall [open | shut] the road.\n"
    found = told(text)

    assert {each.how for each in found["1#0 left out"]} <= {"not weighed"}


def test_other_words_for_the_same_differ_in_nothing() -> None:
    text = (
        f"{HEAD}clause 1\n  Northland [may | is entitled to] open the road.\n"
        "clause 2\n  Southland shall open the road.\n  for: [12 months | 1 year]\n"
    )

    assert list(told(text).values()) == [(), ()]


@pytest.mark.parametrize("name", TEXTS)
def test_to_compare_the_clauses_at_issue_says_what_to_compare_the_whole_does(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = told(draft(name))

    def whole(own: Reading, _: Reading) -> Reading:
        return own

    monkeypatch.setattr(differing, "at_issue", whole)
    assert told(draft(name)) == few


def test_a_word_defined_otherwise_is_told_of_the_clauses_that_use_it() -> None:
    found = told(
        DRAFT + 'define "hostile act"\n  means: [shelling | shelling, sabotage]\n'
        "clause 90\n  Southland shall not commit hostile acts.\n"
        "clause 91\n  Southland shall keep the peace.\n"
    )

    assert Difference(
        "bound more", "90", "`hostile act` means more: also `sabotage`", ("Southland",)
    ) in next(differences for words, differences in found.items() if "sabotage" in words)


def test_what_is_accepted_in_a_clause_that_stays_is_no_difference_beside_what_cannot_be_read() -> (
    None
):
    text = (
        f"{HEAD}[\nclause 1\n  Northland shall [go.\n|\nclause 1\n  Northland shall stay.\n] {{Southland}}\n"
        "clause 2\n  Southland shall open the road.\n"
        '  accept unverified-text\n    because: "so be it"\n'
    )

    assert all("accepted" not in each.told for found in told(text).values() for each in found)
