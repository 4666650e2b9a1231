from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausecheck.layout import write
from clausecheck.model.decisions import (
    choices_of,
    decisions,
    kind_of,
    large,
    resolutions,
)
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import LEFT_OUT, brackets, resolve, settle
from clausecheck.source import Source

from .reading import HEAD

CLAUSE = f"{HEAD}\nclause 1\n  "
PACKAGE = (
    "US [may @phased {ROK} | shall @full {DPRK}] withdraw [10% @phased | all @full] of its troops.\n"
    "  by: [2027-03-01 {DPRK} | 2028-03-01 {US, ROK}]\n"
    "  [with consent of: ROK @phased {ROK}]\n"
)


def source_of(text: str) -> Source:
    return Source("test.clause", f"{CLAUSE}{text}\n")


def options(text: str) -> list[list[str]]:
    source = source_of(text)
    return [
        [option.words for option in decision.options]
        for decision in decisions(from_syntax(source)[0], source)
    ]


def test_each_bracket_is_a_decision_and_those_of_one_tag_are_one_together() -> None:
    assert options("US shall meet.") == []
    assert options("US shall [leave | stay {US}] [ROK].") == [
        ["`leave` in 1#1", "`stay {US}` in 1#1"],
        ["`ROK` in 1#2", "1#2 left out"],
    ]
    assert options(PACKAGE) == [
        ["`@phased`", "`@full`"],
        ["`2027-03-01 {DPRK}` in 1#3", "`2028-03-01 {US, ROK}` in 1#3"],
    ]


def test_a_clause_or_none_is_a_choice_between_it_and_nothing() -> None:
    assert options("US shall leave.\n[\nclause 2\n  US shall go.\n|\n] {US}") == [
        ["`clause 2` in 2#0", "`nothing {US}` in 2#0"]
    ]


def test_language_versions_are_one_decision_that_nobody_takes() -> None:
    source = source_of("US shall [leave {en-ROK} | stay {en-DPRK, tl}] [ROK | DPRK].")
    choice, versions = decisions(from_syntax(source)[0], source)

    assert not choice.version
    assert versions.version
    assert [option.words for option in versions.options] == [
        "the English text of ROK",
        "the English text of DPRK",
        "the text in `tl`",
    ]
    assert versions.clauses == {"1"}


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        # An untagged proposal is taken where the tag is not.
        ("US shall [leave @a | stay] [ROK @a | DPRK @b].", ["@a", "1#1 and 1#2"]),
        ("US shall [leave @a | stay | go] [ROK @a].", ["@a", "1#1 and 1#2", "1#1 and 1#2"]),
        ("US shall [leave @a] [ROK @a].", ["@a", "1#1 and 1#2"]),
        ("US shall [leave @a | stay @b] [ROK @b | DPRK @c] [all @c | 5 @d].", ["`@a` and `@c`", "`@b` and `@d`"]),
        # Tags that contradict each other tie nothing.
        ("US shall [leave @a | stay @b] [ROK @a | DPRK @c] [all @b | some @c].", ["1#1"] * 2 + ["1#2"] * 2 + ["1#3"] * 2),
    ],
)  # fmt: skip
def test_who_takes_a_tag_takes_all_of_it(sentence: str, ways: list[str]) -> None:
    found = [words for decision in options(sentence) for words in decision]

    assert len(found) == len(ways)
    for words, parts in zip(found, ways, strict=True):
        assert all(part in words for part in parts.split(" and "))


def test_packages_that_share_a_tag_are_one() -> None:
    ways = options(
        "US [may @a | shall @b] [leave @c | stay @d] [ROK @a @x | DPRK @b] [all @c | 5 @a]."
    )

    assert len(ways) <= 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("US shall [leave | stay] [ROK].", (4, True)),
        ("US shall [leave [all | some] | stay [ROK] [now | later | soon]].", (8, True)),
        (PACKAGE, (4, True)),
        ("US shall [leave {en} | stay {ko}].", (1, True)),
        ("US shall [leave [now @a] | stay [later @a | soon @b]].", (4, False)),
        ("US shall leave.\n[\nclause 2\n  US shall [go | stay].\n] {US}", (3, True)),
    ],
)
def test_texts_are_counted_once_each(text: str, count: tuple[int, bool]) -> None:
    source = source_of(text)

    assert resolutions(decisions(from_syntax(source)[0], source)) == count


def bracketed(depth: int) -> some.SearchStrategy[str]:
    words = some.sampled_from(["alpha", "beta", "gamma", "delta"])
    if depth == 0:
        return words
    proposal = some.lists(bracketed(depth - 1), min_size=1, max_size=2).map(" ".join)
    proposals = some.lists(proposal, min_size=1, max_size=3)
    return some.one_of(words, proposals.map(lambda each: f"[{' | '.join(each)}]"))


@given(some.lists(bracketed(2), min_size=1, max_size=3))
def test_there_are_as_many_texts_as_ways_through_the_brackets(parts: list[str]) -> None:
    source = source_of(f"US shall meet {' '.join(parts)}.")
    every = decisions(from_syntax(source)[0], source)
    count, exact = resolutions(every)

    ways: set[tuple[tuple[str, int], ...]] = set()
    open_ones: list[dict[str, int]] = [{}]
    while open_ones:
        taken = open_ones.pop()
        left = list(brackets(settle(from_syntax(source)[0], taken)))
        if left:
            numbers = range(len(left[0].proposals))
            single = [LEFT_OUT] if len(left[0].proposals) == 1 else []
            open_ones += [{**taken, left[0].address: number} for number in (*numbers, *single)]
        else:
            ways.add(tuple(taken.items()))

    assert exact
    assert count == len(ways)


def test_large_numbers_are_told_by_their_size() -> None:
    assert large(1_234) == "1,234"
    assert large(2**200) == "some 10^60"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("US [may | shall] leave.", "modality"),
        ("US shall leave [10% | all].", "value"),
        ("US shall [leave | stay].", "words"),
        ("US shall [[leave | go] | stay].", "words"),
        ("US shall leave.\n  by: [2027-03-01 | signature]", "value"),
        ("US shall leave.\n  [by: 2027-03-01]", "line"),
        ("(a) US shall leave.\n  [(b) ROK shall stay.]", "sentence"),
        ("US shall leave.\n[\nclause 2\n  US shall stay.\n]", "clause"),
    ],
)
def test_a_bracket_is_of_the_kind_of_what_it_stands_round(text: str, kind: str) -> None:
    bracket = next(brackets(from_syntax(source_of(text))[0]))

    assert kind_of(bracket) == kind


def test_what_is_chosen_gives_a_text_without_brackets() -> None:
    source = source_of(PACKAGE)
    declaration, _ = from_syntax(source)
    every = decisions(declaration, source)
    text = write(resolve(declaration, choices_of(every, (1, 1))))

    assert "US shall withdraw all of its troops." in text
    assert "consent" not in text


def test_whole_clauses_and_empty_proposals_are_told_in_few_words() -> None:
    found = options(
        'US shall leave.\n[\nclause 2\n  US shall stay.\nclause 3\n  US shall go.\nbody JRC "x"\n'
        "  members: US\n]\n[\narticle 2\n]\n"
    )

    assert found == [
        ["`clause 2, clause 3, body JRC` in 2#0", "2#0 left out"],
        ["`article 2` in 2#0-2", "2#0-2 left out"],
    ]
    inner = options("US shall [leave [all of [its] {ROK} | half of] the guard posts | stay].")
    long = options("US shall leave [ROK and DPRK and ROK and DPRK and ROK and DPRK | stay].")
    assert long[0][0] == "`ROK and DPRK and ROK and DPRK and ROK…` in 1#1"
    assert inner[0][0] == "`leave [1#2] the guard posts` in 1#1"
    assert options("US shall leave.\n  [[after: 2027-01-01 | after: 2028-01-01 and signature]]")[
        0
    ] == [
        "`[1#2]` in 1#1",
        "1#1 left out",
    ]


@pytest.mark.parametrize(
    ("proposal", "told"),
    [
        ("leave [and close {US}]", "leave and close"),
        ("leave [and close {US}] all", "leave and close all"),
        ("[leave | close {US}] all", "leave all"),
        ("[close | leave {US}] all", "close all"),
        ("leave, [close {ROK} | seal {US}], [mine | open {US}] and guard", "leave, close, mine and guard"),
        ("leave [all of {US}] 3 of", "leave all of 3 of"),
        ("leave [all of [its {ROK}] {US}]", "leave all of its"),
    ],
)  # fmt: skip
def test_what_is_settled_within_a_proposal_leaves_no_mark_in_its_words(
    proposal: str, told: str
) -> None:
    source = source_of(f"US shall [{proposal} {{ROK}} | stay] posts.")
    declaration, _ = from_syntax(source)
    inner = {each.address: 0 for each in brackets(declaration) if each.address != "1#1"}
    settled = settle(declaration, inner)

    assert decisions(settled, source)[0].options[0].words == f"`{told} {{ROK}}` in 1#1"


def test_of_a_settled_bracket_within_one_that_is_open_its_words_alone_are_told() -> None:
    source = source_of("US shall leave.\n  [by: [2028-01-01 {US} | 2029-01-01 {ROK}] {US}]")
    declaration, _ = from_syntax(source)

    assert [
        decisions(settle(declaration, {"1#2": number}), source)[0].options[0].words
        for number in (0, 1)
    ] == ["`by: 2028-01-01 {US}` in 1#1", "`by: 2029-01-01 {US}` in 1#1"]


def test_brackets_of_one_number_are_told_apart() -> None:
    source = Source(
        "test.clause",
        f"{HEAD}clause 1\n  US shall [leave | stay | go].\nclause 1\n  ROK shall [leave | stay].\n"
        "[\n[\nclause 2\n  US shall leave.\n] {US}\n] {ROK}\n",
    )

    every = decisions(from_syntax(source)[0], source)

    assert [each.brackets[0].address for each in every] == ["1#1", "1#2", "2#0-2", "2#0"]


LONG = "if breached: US may resume the sanctions suspended in 2"


@pytest.mark.parametrize(
    ("proposals", "told"),
    [
        (f"{LONG}. | {LONG} within 30 days.", ("US may… in 2.", "US may… in 2 within 30 days.")),
        (
            f"{LONG} within 30 days. | {LONG} within 90 days of a finding of the commission. {{ROK}}",
            ("US may resume the…", "US may resume the… {ROK}"),
        ),
        (
            f"{LONG} within 30 days. | {LONG} within 30 days. | {LONG} soon.",
            ("US may… 2 within 30 days.", "US may… 2 within 30 days.", "US may… 2 soon."),
        ),
        (
            (
                f"{LONG} within 30 days of a finding, as the parties agree. | "
                f"{LONG} within 30 days of a finding, as the parties consult. | {LONG} soon."
            ),
            (
                (
                    "US may resume the sanctions suspended in 2 within 30 days of a finding, as the "
                    "parties agree."
                ),
                (
                    "US may resume the sanctions suspended in 2 within 30 days of a finding, as the "
                    "parties consult."
                ),
                "US may resume the sanctions suspended in 2 soon.",
            ),
        ),
    ],
)
def test_proposals_that_begin_alike_are_told_by_where_they_part(
    proposals: str, told: tuple[str, ...]
) -> None:
    (found,) = options(f"US shall suspend sanctions.\n  [{proposals}]")

    assert found == [f"`if breached: {each}` in 1#1" for each in told]
