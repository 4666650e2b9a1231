"""Inflections, spellings, hyphens."""

from __future__ import annotations

import pytest

from clausecheck.vocabulary.inflection import (
    adverb_bases,
    noun_inflections,
    noun_phrases,
    spellings,
    units,
    verb_inflections,
    verb_phrases,
)

VERBS = """
    halt halts halted halting
    freeze freezes froze frozen freezing
    withdraw withdraws withdrew withdrawn withdrawing
    undertake undertakes undertook undertaken undertaking
    rebuild rebuilds rebuilt rebuilding
    overthrow overthrows overthrew overthrown overthrowing
    cease ceases ceased ceasing
    agree agrees agreed agreeing
    notify notifies notified notifying
    deploy deploys deployed deploying
    stop stops stopped stopping
    cap caps capped capping
    cut cuts cut cutting
    commit commits committed committing
    deposit deposits deposited depositing
    support supports supported supporting
    fix fixes fixed fixing
    show shows showed shown showing
    discuss discusses discussed discussing
    establish establishes established establishing
    forgo forgoes forwent forgone forgoing
    lie lies lied lying
    fuel fuels fueled fueling fuelled fuelling
    equip equips equipped equipping
    quit quits quitted quitting
"""


@pytest.mark.parametrize("forms", VERBS.strip().splitlines())
def test_a_verb_and_its_forms(forms: str) -> None:
    verb, *others = forms.split()

    assert verb_inflections(verb) == (verb, *others)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("troop", "troops"),
        ("body", "bodies"),
        ("convoy", "convoys"),
        ("process", "processes"),
        ("child", "children"),
        ("aircraft", "aircraft"),
        ("serviceman", "servicemen"),
    ],
)
def test_a_noun_and_its_plural(noun: str, plural: str) -> None:
    assert noun_inflections(noun) == (noun, plural)


def test_a_noun_that_ends_in_s_stands_as_it_is() -> None:
    assert noun_inflections("sanctions") == ("sanctions",)


def test_the_first_word_of_a_verb_phrase_is_inflected() -> None:
    assert list(verb_phrases("pull out")) == ["pull out", "pulls out", "pulled out", "pulling out"]
    assert list(verb_phrases("re-enter")) == ["re-enter", "re-enters", "re-entered", "re-entering"]


def test_the_head_of_a_noun_phrase_is_inflected() -> None:
    assert list(noun_phrases("guard post")) == ["guard post", "guard posts"]
    assert list(noun_phrases("prisoner of war")) == ["prisoner of war", "prisoners of war"]
    assert list(noun_phrases("build-up")) == ["build-up", "build-ups"]


@pytest.mark.parametrize(
    ("listed", "other"),
    [
        ("normalise", "normalize"),
        ("normalization", "normalisation"),
        ("honour", "honor"),
        ("neighbouring", "neighboring"),
        ("centre", "center"),
        ("defence treaty", "defense treaty"),
        ("nuclear programme", "nuclear program"),
        ("manoeuvres", "maneuvers"),
        ("fulfilment", "fulfillment"),
        ("de-militarised", "de-militarized"),
    ],
)
def test_a_word_spelt_otherwise_across_the_atlantic(listed: str, other: str) -> None:
    assert list(spellings(listed)) == [listed, other]


def test_each_word_of_a_phrase_may_be_spelt_either_way() -> None:
    assert list(spellings("denuclearisation programme")) == [
        "denuclearisation programme",
        "denuclearisation program",
        "denuclearization programme",
        "denuclearization program",
    ]


@pytest.mark.parametrize(
    "word", ["exercises", "promised", "seize", "four", "hour", "precise", "missile"]
)
def test_a_word_spelt_one_way_everywhere(word: str) -> None:
    assert list(spellings(word)) == [word]


def test_what_makes_no_difference_between_phrases() -> None:
    assert units("Light-Water Reactor") == "light water reactor"
    assert units("each other\u2019s") == units("each other's") == "each other"
    assert units("the parties'") == "the parties"
    assert units("complete, verifiable") == "complete , verifiable"


def test_adverbs_come_from_adjectives() -> None:
    assert "political" in adverb_bases("politically")
    assert "possible" in adverb_bases("possibly")
    assert "steady" in adverb_bases("steadily")
    assert adverb_bases("peace") == ()
