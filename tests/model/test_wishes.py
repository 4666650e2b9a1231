from __future__ import annotations

import pytest

from clausecheck.model.decisions import decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import LEFT_OUT
from clausecheck.model.wishes import UnknownChoice, as_proposed, choose
from clausecheck.notes import on_chosen
from clausecheck.source import Source

from .test_decisions import PACKAGE, source_of

CHOOSING = PACKAGE + (
    "[\nclause 2\n  US shall [go {US} | stay {US} | meet {ROK}].\n] {US}\n"
    "clause 3\n  US shall [leave {en} | stay {ko}].\n"
)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (["1#3=1"], {"1#3": 0}),
        (["1#3=ROK"], {"1#3": 1}),
        ([" 1#3 = ROK "], {"1#3": 1}),
        (["2#0=out"], {"2#0": LEFT_OUT}),
        (["@full"], {"1#1": 1, "1#2": 1, "1#4": LEFT_OUT}),
        (["1#2=2"], {"1#1": 1, "1#2": 1, "1#4": LEFT_OUT}),
        (["ROK"], {"1#1": 0, "1#2": 0, "1#3": 1, "1#4": 0, "2#1": 2}),
        (
            ["DPRK", "1#3=2"],
            {"1#1": 1, "1#2": 1, "1#3": 1, "1#4": LEFT_OUT, "2#0": LEFT_OUT},
        ),
        (["ROK", "@full"], {"1#1": 1, "1#2": 1, "1#3": 1, "1#4": LEFT_OUT, "2#1": 2}),
    ],
)
def test_what_is_asked_for_is_chosen_with_all_that_moves_along(
    wishes: list[str], expected: dict[str, int]
) -> None:
    source = source_of(CHOOSING)

    assert choose(from_syntax(source)[0], source, wishes).taken == expected


@pytest.mark.parametrize(
    ("wishes", "idle"),
    [(["@full", "1#2=1"], ("@full",)), (["@full", "1#3=1"], ()), (["ROK"], ())],
)
def test_of_what_goes_by_a_tag_nothing_is_taken_where_an_address_says_otherwise(
    wishes: list[str], idle: tuple[str, ...]
) -> None:
    source = source_of(CHOOSING)
    chosen = choose(from_syntax(source)[0], source, wishes)

    assert chosen.idle == idle
    assert [each for each in on_chosen(chosen) if "goes before it" in each] == [
        f"Nothing that goes by `{each}` is taken, as another choice goes before it."
        for each in idle
    ]


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        (["1#7=1"], "there is no bracket 1#7; there are 1#1, 1#2, 1#3, 1#4"),
        (["4#1=1"], "there is no bracket 4#1; there are 1#1, 1#2, 1#3, 1#4, 2#0, 2#1, 3#1"),
        (["1#1:1"], "there is no bracket 1#1:1; there are 1#1, 1#2, 1#3, 1#4"),
        (["agreemant#1=1"], "there is no bracket agreemant#1; there are 1#1"),
        (["2=out"], "2 is a clause; say in which bracket to choose, as in `2#0=1`"),
        (["full"], "no proposal is made by full; did you mean @full?"),
        (["United States of America"], "no proposal is made by United States of America; did you mean US?"),
        (["agenda=1"], "there is no bracket agenda; there are 1#1, 1#2, 1#3, 1#4, 2#0, 2#1, 3#1"),
        (["1#3=3"], "there is no `3` in 1#3; there are: 1 `2027-03-01 {DPRK}`; 2 `2028-03-01 {US, ROK}`"),
        (["1#3=out"], "there is no `out` in 1#3; there are: 1 "),
        (["2#0=2"], "there is no `2` in 2#0; there are: 1 `clause 2 {US}`; and `out`"),
        (["2#1=US"], "US makes 2 proposals in 2#1; say which, as in `2#1=1`: 1 `go {US}`; 2 `stay {US}`; 3 `meet {ROK}`"),
        (["US"], "US makes 2 proposals in 2#1"),
        (["3#1=1"], "3#1 is no choice: it says what the language versions have (1 `leave {en}`; 2 `stay {ko}`)"),
        (["2"], "2 is a clause; say in which bracket to choose, as in `2#0=1`"),
        (["ko"], "ko is a language version, and these all stand; `compare` shows both"),
        ([""], "no proposal is made by “”; there are DPRK, ROK, US"),
        (["@ful"], "no proposal has the tag @ful; did you mean @full?"),
        (["DPKR"], "no proposal is made by DPKR; did you mean DPRK?"),
        (["Atlantis"], "no proposal is made by Atlantis; there are DPRK, ROK, US"),
        (["DPRK", "ROK"], "`DPRK` and `ROK` choose differently in 1#1"),
        (["1#1=1", "1#2=2"], "`1#1=1` and `1#2=2` choose differently in 1#2"),
    ],
)  # fmt: skip
def test_a_choice_that_is_not_there_says_what_there_is(wishes: list[str], message: str) -> None:
    source = source_of(CHOOSING)

    with pytest.raises(UnknownChoice) as raised:
        choose(from_syntax(source)[0], source, wishes)

    assert message in str(raised.value)


def test_a_bracket_in_the_head_is_found_by_a_word_like_its_own() -> None:
    source = Source("draft.clause", 'treaty "T"\n  duration: [5 years | 10 years]\n')

    with pytest.raises(UnknownChoice, match="no bracket treary#1; did you mean treaty#1"):
        choose(from_syntax(source)[0], source, ["treary#1=1"])


def test_in_a_text_without_brackets_or_proposers_there_is_nothing_to_choose() -> None:
    for text, wish, message in (
        ("US shall leave.", "@a", "there is nothing to choose: the text has no brackets"),
        ("US shall [leave].", "@a", "no proposal has the tag @a; there is none"),
    ):
        source = source_of(text)
        with pytest.raises(UnknownChoice, match=message):
            choose(from_syntax(source)[0], source, [wish])


def test_a_party_that_proposes_two_packages_cannot_have_both() -> None:
    source = source_of("US shall [leave @a {US} | stay @b] [ROK @a | DPRK @b {US}].")

    with pytest.raises(UnknownChoice, match="1#1 and 1#2 does not go together: their tags part it"):
        choose(from_syntax(source)[0], source, ["US"])


ADDED = (
    "US shall leave.\n"
    "  [by: 2027-03-01 {US}]\n"
    "  [with consent of: ROK {ROK}]\n"
    "  [verified by: IAEA]\n"
    "[\nclause 2\n  ROK shall [go {ROK} | stay {DPRK}].\n] {ROK}\n"
    "clause 3\n  US shall [meet {ROK} | talk {DPRK}] [soon @a {ROK}] [or later @a].\n"
)


@pytest.mark.parametrize(
    ("wishes", "left_out"),
    [
        (["US"], ("1#2", "2#0", "3#2", "3#3")),  # what nobody signs stays open
        (["DPRK"], ("1#1", "1#2", "3#2", "3#3")),  # whoever words a clause has a part in it
        (["US", "ROK"], ()),
        (["US", "1#2=1", "@a"], ("2#0",)),
        (["1#1=US"], ()),
    ],
)
def test_what_only_others_would_add_is_left_out_of_a_party_s_text(
    wishes: list[str], left_out: tuple[str, ...]
) -> None:
    source = source_of(ADDED)
    chosen = choose(from_syntax(source)[0], source, wishes)

    assert chosen.left_out == left_out
    assert all(chosen.taken[address] == LEFT_OUT for address in left_out)


def test_what_a_party_proposes_is_the_choice_that_takes_all_of_it() -> None:
    source = source_of("US shall [leave @a {US} | stay @b {ROK}] [ROK @a | DPRK @b {DPRK}] [soon].")
    package, other = decisions(from_syntax(source)[0], source)

    assert as_proposed(package, "US") == (0,)
    assert as_proposed(package, "DPRK") == (1,)
    assert as_proposed(other, "US") == ()
