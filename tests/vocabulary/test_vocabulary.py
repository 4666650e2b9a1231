"""What the rest of the program can ask of the terms."""

from __future__ import annotations

import pytest

from clausecheck.vocabulary import KINDS, Act, ActorTerm, Method, Object, Place, Vague, load

VOCABULARY, PROBLEMS = load()


def found(words: str, *kinds: str) -> str | None:
    match = VOCABULARY.match(words.split(), 0, kinds)
    return f"{match.term.name} {match.end}" if match else None


def test_the_built_in_vocabulary_is_loaded_once() -> None:
    assert PROBLEMS == ()
    assert load()[0] is VOCABULARY


def test_the_longest_form_is_matched() -> None:
    assert found("guard posts along the line", "object") == "guard-post 2"
    assert found("nuclear weapons programme", "object") == "nuclear-programme 3"
    assert found("nuclear weapons of others", "object") == "nuclear-weapons 2"


def test_a_hyphen_is_a_space() -> None:
    assert found("light-water reactor project", "object") == "light-water-reactor 3"
    assert found("light water reactor project", "object") == "light-water-reactor 4"


def test_the_same_word_is_read_by_the_kind_that_is_asked_for() -> None:
    assert found("tests", "act") == "test 1"
    assert found("tests", "object") == "test 1"
    assert found("inspection", "method") == "inspection 1"
    assert found("inspection", "noun") == "inspect 1"


def test_between_kinds_the_earlier_wins_whatever_the_order_they_are_asked_for() -> None:
    assert [m.kind for m in VOCABULARY.find(["inspection"], ("vague", "method", "object"))] == [
        "object"
    ]
    assert KINDS == ("actor", "place", "act", "object", "noun", "method", "vague")


def test_no_term_begins_at_an_unknown_word_a_dash_or_a_word_of_another_kind() -> None:
    assert found("zeppelin", *KINDS) is None
    assert found("-", *KINDS) is None
    assert found("troops", "act") is None


def test_terms_are_typed() -> None:
    assert isinstance(VOCABULARY.term("act", "withdraw"), Act)
    assert isinstance(VOCABULARY.term("noun", "withdraw"), Act)
    assert isinstance(VOCABULARY.term("object", "troops"), Object)
    assert isinstance(VOCABULARY.term("method", "inspection"), Method)
    assert isinstance(VOCABULARY.term("place", "MDL"), Place)
    assert isinstance(VOCABULARY.term("vague", "early-date"), Vague)
    assert VOCABULARY.act("withdraw") is VOCABULARY.term("act", "withdraw")
    assert VOCABULARY.object("troops") is VOCABULARY.term("object", "troops")


def test_there_is_no_term_of_an_unknown_name_or_kind() -> None:
    assert VOCABULARY.term("act", "levitate") is None
    assert VOCABULARY.term("colour", "red") is None


def test_a_body_tells_its_full_name_and_what_it_is() -> None:
    agency = VOCABULARY.actors["IAEA"]

    assert isinstance(agency, ActorTerm)
    assert (agency.title, agency.role) == ("International Atomic Energy Agency", "agency")
    assert "UNSC" in VOCABULARY.actors
    assert agency in set(VOCABULARY.all_of("actor"))


def test_what_holds_of_a_parent_holds_of_the_narrower_term() -> None:
    assert VOCABULARY.is_a("object", "icbm", "icbm")
    assert VOCABULARY.is_a("object", "icbm", "weapons")
    assert VOCABULARY.is_a("object", "usfk", "forces")
    assert not VOCABULARY.is_a("object", "weapons", "icbm")
    assert not VOCABULARY.is_a("object", "unheard-of", "weapons")
    assert VOCABULARY.ancestors("object", "icbm") == (
        "icbm",
        "long-range-missile",
        "missile",
        "weapons",
    )


def test_acts_exclude_each_other_both_ways_and_through_their_parents() -> None:
    assert VOCABULARY.exclusive("withdraw", "deploy")
    assert VOCABULARY.exclusive("maintain", "withdraw")
    assert VOCABULARY.exclusive("introduce", "withdraw")
    assert VOCABULARY.exclusive("cease", "conduct")
    assert not VOCABULARY.exclusive("withdraw", "declare")
    assert not VOCABULARY.exclusive("unheard-of", "declare")


def test_what_is_ended_is_harder_to_undo_than_what_is_suspended_as_far_as_can_be_inferred() -> None:
    suspended, ended = VOCABULARY.grade("waive"), VOCABULARY.grade("terminate")

    assert suspended is not None
    assert ended is not None
    assert (suspended.step, ended.step, ended.certainty) == ("R1", "R3", "inferred")
    assert VOCABULARY.grade("deliver") is None


def test_the_time_to_undo_depends_on_the_object_where_that_is_known() -> None:
    general, fuel = (
        VOCABULARY.undo("disable", "reactor"),
        VOCABULARY.undo("disable", "fuel-fabrication"),
    )

    assert general is not None
    assert general.days == (120, 365)
    assert fuel is not None
    assert fuel.days == (365, 365)


def test_why_no_time_is_known_is_said_of_what_the_reason_speaks_of() -> None:
    shipped, lifted = VOCABULARY.undo("remove", "plutonium"), VOCABULARY.undo("lift", "sanctions")

    assert shipped is not None
    assert shipped.source.startswith("years for material shipped abroad")
    assert lifted is not None
    assert lifted.source.startswith("needs a new decision, which in the Council a veto")
    assert VOCABULARY.undo("remove", "landmine") is None
    assert VOCABULARY.undo("lift", "blockade") is None
    assert VOCABULARY.undo("withdraw", "document") is None
    assert VOCABULARY.undo("reduce") is None


@pytest.mark.parametrize(
    ("act", "thing", "other"),
    [
        ("freeze", "reactor", "bank-account"),
        ("seal", "plutonium", "border"),
        ("disable", "reprocessing", "landmine"),
        ("dismantle", "missile", "barrier"),
        ("destroy", "nuclear-weapons", "landmine"),
        ("dispose", "plutonium", "ammunition"),
        ("convert", "facility", "money"),
        ("close", "base", "border"),
        ("halt", "nuclear-test", "ferry"),
        ("redeploy", "artillery", "embassy"),
    ],
)
def test_what_is_known_of_some_objects_is_not_said_of_others(
    act: str, thing: str, other: str
) -> None:
    assert VOCABULARY.undo(act, thing) is not None
    assert VOCABULARY.undo(act, other) is None
    assert VOCABULARY.undo(act) is None


def test_the_time_to_undo_comes_from_wider_terms_where_the_term_is_silent() -> None:
    assert VOCABULARY.undo("waive", "terrorism-list") == VOCABULARY.undo("waive", "sanctions")
    assert VOCABULARY.undo("cease", "test") == VOCABULARY.undo("halt", "test")
    assert VOCABULARY.undo("halt", "exercise") == VOCABULARY.undo("suspend", "exercise")
    assert VOCABULARY.undo("suspend", "peace") is None
    assert VOCABULARY.undo("unheard-of") is None


def test_an_unknown_time_says_why() -> None:
    unknown = VOCABULARY.undo("withdraw", "troops")

    assert unknown is not None
    assert unknown.days is None
    assert "drafter" in unknown.source


@pytest.mark.parametrize(
    "word",
    [
        *(
            "withdrawn",
            "withdrawals",
            "the",
            "dates",
            "IAEA",
            "Gaeseong",
            "politically",
            "nuclear-free",
            "non-nuclear",
        ),
        *("honor", "honour", "normalized", "side\u2019s", "states'", "May"),
    ],
)
def test_a_known_word(word: str) -> None:
    assert VOCABULARY.knows(word)


@pytest.mark.parametrize("word", ["troups", "zeppelin", "zeppelinly", "nuclear-zeppelin"])
def test_a_word_that_is_not_known(word: str) -> None:
    assert not VOCABULARY.knows(word)


def test_the_nearest_terms_are_offered_as_they_are_listed() -> None:
    assert VOCABULARY.nearest("troups")[0] == "troops"
    assert VOCABULARY.nearest("MLD", ("place",)) == ("MDL",)
    assert VOCABULARY.nearest("recieve", ("act",))[0] == "receive"
    assert VOCABULARY.nearest("withdrawl", ("act", "noun")) == ("withdraw", "withdrawal")
    assert VOCABULARY.nearest("withdrawl", ("act", "noun")) == ("withdraw", "withdrawal")
    assert VOCABULARY.nearest("zzzzzz") == ()


def test_enumerations_keep_their_order() -> None:
    assert VOCABULARY.names("scope") == ("complete", "partial")
    assert VOCABULARY.names("flavours") == ()
