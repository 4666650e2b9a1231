"""What says the same, and what is only judged alike."""

from __future__ import annotations

import pytest

from clausecheck.vocabulary import Vocabulary, load
from clausecheck.vocabulary.terms import Term
from clausecheck.vocabulary.wording import described, form_of, is_plain

VOCABULARY: Vocabulary = load()[0]


def term(phrase: str) -> Term:
    found = VOCABULARY.match(phrase.split(), 0, ("place", "act", "noun", "object"))
    assert found is not None
    return found.term


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("missile tests", "test of missiles"),
        ("ICBMs", "intercontinental ballistic missile"),
        ("prisoners of war", "POW"),
        ("DMZ", "Demilitarized Zone"),
        ("denuclearization", "denuclearisation"),
        ("withdrew", "withdrawal"),
        ("reunify", "reunification"),
        ("drawdown", "draw down"),
        ("begins", "commenced"),
        ("nuclear arms", "nuclear weapons"),
        ("prejudices", "is without prejudice to"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert form_of(term(one), one) == form_of(term(one), other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("euros", "yen"),
        ("coal", "textile exports"),
        ("destroyers", "fishing boats"),
        ("confederation", "federation"),
        ("Gyeongui line", "Donghae line"),
        ("Yeonpyeong-do", "Baengnyeong-do"),
        ("shell", "raid"),
    ],
)
def test_only_judged_alike(one: str, other: str) -> None:
    assert form_of(term(one), one) != form_of(term(one), other)


def test_of_two_that_share_a_noun_one_has_a_word_of_it_alone() -> None:
    assert is_plain(term("nuclear tests"), "nuclear")
    assert is_plain(term("nuclear tests"), "unheard-of")


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("tactical nuclear weapons", "nuclear arms", "narrower"),
        ("large-scale exercises", "military exercise", "narrower"),
        ("full access", "access", "fuller"),
        ("access", "full access", None),
        ("exercise at sea", "naval exercises", None),
        ("coal exports", "exports", "narrower"),
        ("warheads", "nuclear weapons", None),
    ],
)
def test_more_words_about_the_same_noun(one: str, other: str, way: str | None) -> None:
    assert described(term(one), one, term(other), other) == way
