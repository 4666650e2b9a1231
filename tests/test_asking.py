"""What a choice is no longer asked, and how the best texts are told that say less."""

from __future__ import annotations

import json

import pytest

from clausecheck.alternatives import alternatives
from clausecheck.proposals import Alternatives, Asked
from clausecheck.reporters.alternatives import alternatives_text
from clausecheck.reporters.alternatives_json import alternatives_json
from clausecheck.source import Source
from clausecheck.values import evolve

from .test_alternatives import SETTINGS, VOCABULARY

HEAD = """\
treaty "Example"
  form: treaty
  scope: complete
  ratification: US by its Senate, ROK by its National Assembly, DPRK by its Assembly
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  """
WAR = (
    "All parties [declare that the war is ended {DPRK} | agree to discuss the end of the war {US}]."
)
REACTORS = "DPRK [shall freeze {US} | may keep {DPRK}] its reactors."


def of(sentence: str, prefer: str | None = None) -> Alternatives:
    source = Source("draft.clause", f"{HEAD}{sentence}\n")
    return alternatives(source, VOCABULARY, SETTINGS, prefer=prefer)


def asked(made: Alternatives) -> list[list[Asked]]:
    """Return what is asked of each choice for what the text does, and not for how much."""
    return [
        [each for each in choice.asked if not each.unanswered]
        for bracket in made.open
        for choice in bracket.choices
    ]


def unanswered(made: Alternatives) -> list[str]:
    """Return what is told of each choice that is raised or not for how much is promised alone."""
    every = [choice.asked for each in made.open for choice in each.choices]
    return [
        " ".join([*each.entries, *(found.rule for found in each.findings), each.why])
        for choice in every
        for each in choice
        if each.unanswered
    ]


def said(made: Alternatives) -> str:
    return " ".join(alternatives_text(made, width=200, color=False).split())


def test_a_choice_says_what_no_longer_arises_with_it_and_the_reverse_what_arises() -> None:
    keys = ("B01", "B08", "B13", "N14")
    turned = WAR.replace("declare that the war is ended {DPRK} | ", "").replace(
        "{US}]", "{US} | declare that the war is ended {DPRK}]"
    )

    assert asked(of(WAR)) == [
        [],
        [Asked("the war no longer ends here", arises=False, entries=keys)],
    ]
    assert asked(of(turned)) == [[], [Asked("the war ends here now", arises=True, entries=keys)]]
    assert "B01, B08, B13 and N14 no longer arise, as the war no longer ends here" in said(of(WAR))
    assert "B01, B08, B13 and N14 arise now, as the war ends here now" in said(of(turned))


def test_what_another_clause_gives_rise_to_as_well_still_arises() -> None:
    ended = f"{WAR}\nclause 2\n  ROK and DPRK declare that the war is ended."

    assert asked(of(ended)) == [[], []]


def test_choices_that_give_rise_to_the_same_are_asked_the_same() -> None:
    made = of("DPRK [shall {US} | will {DPRK}] freeze its reactors.")

    assert asked(made) == [[], []]
    assert "does not come to" not in said(made)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (REACTORS, "text 1 does not come to B14, B19, B20, N20"),
        (WAR, "text 1 does not come to B01, B08, B13, N14"),
    ],
)
def test_the_best_texts_are_told_to_what_they_do_not_come(sentence: str, told: str) -> None:
    assert (
        f"Of the objections that some choice raises, {told}, and so answers nobody on them."
        in said(of(sentence))
    )


def test_who_promises_less_is_told_only_where_less_is_found_by_that() -> None:
    """To declare the war ended promises nothing, and raises more than to talk about it."""
    assert "US's own text has 1, text 1 has 0" in said(of(REACTORS))
    assert "Where less is promised" not in said(of(WAR))


@pytest.mark.parametrize(
    ("prefer", "order"),
    [
        (None, "their errors, then their warnings, for both lenses"),
        ("errors", "their errors, then their warnings, for both lenses"),
        ("sceptic", "what is said against them for the sceptic"),
        ("DPRK", "how much they take of what DPRK proposes"),
    ],
)
def test_it_is_said_by_what_the_best_are_best_and_in_which_order_they_stand(
    prefer: str | None, order: str
) -> None:
    made = of(WAR, prefer)

    assert f"They stand in the order of {order}." in said(made)
    assert "one that promises little may be unbeaten" in said(made)
    assert json.loads(alternatives_json(made))["ranked_for"] == prefer


PROMISED = "DPRK [shall {US} | should {DPRK}] freeze its reactors."
TURNED = "DPRK [should | shall] freeze its reactors."
EASED = (
    "DPRK shall freeze its reactors.\n"
    "clause 2\n  US shall lift sanctions on coal exports.\n  after: [1 is verified | 1 begins]"
)
RAISED = (
    "B19 B20 N19 N20 N22 breach-without-consequence exit-unsaid pause-without-term unverified-text"
)


@pytest.mark.parametrize(
    ("sentence", "told", "in_words"),
    [
        (
            PROMISED,
            f"{RAISED} less is promised",
            "answered there: less is promised with `should {DPRK}` in 1#1",
        ),
        (
            TURNED,
            f"{RAISED} more is promised",
            "answered there: less is promised with `should` in 1#1",
        ),
        (EASED, "B16 trigger-nobody-owes less is waited for", "arise, as less is waited for"),
    ],
)
def test_what_falls_away_for_no_other_reason_than_that_less_is_promised_is_told_as_that(
    sentence: str, told: str, in_words: str
) -> None:
    made = of(sentence)

    assert unanswered(made) == [told]
    assert in_words in said(made)


@pytest.mark.parametrize(
    "sentence",
    [
        "DPRK shall freeze its reactors.\n  [verified by: IAEA using on-site inspection]",
        'DPRK shall freeze its reactors.\n  by: ["soon" | 2027-03-01]',
        "DPRK [shall {US} | will {DPRK}] freeze its reactors.",
        "DPRK [shall | should] freeze its reactors.\n  bogus: 1",
    ],
)
def test_what_is_answered_or_raised_all_the_same_or_not_to_be_read_is_not_told_so(
    sentence: str,
) -> None:
    made = of(sentence)

    assert unanswered(made) == []
    assert "is not answered there" not in said(made)


def test_many_choices_that_promise_less_are_counted() -> None:
    made = of(PROMISED)
    (bracket,), (best, *_) = made.open, made.front
    every = [
        evolve(
            bracket,
            choices=[evolve(each, words=f"`{n}` in {n}#1") for each in bracket.choices],
        )
        for n in range(7)
    ]
    taken = [choice.words for each in every for choice in each.choices[1:]]
    many = evolve(made, open=every, front=[evolve(best, taken=taken)], parties=())

    assert "less is promised with 7 of its choices." in said(many)


def test_json_has_both() -> None:
    made = json.loads(alternatives_json(of(WAR)))
    first, second = made["open"][0]["choices"]
    ends, less = second["asked"]

    assert (first["asked"], ends["arises"], ends["unanswered"]) == ([], False, False)
    assert (less["arises"], less["unanswered"], less["why"]) == (False, True, "less is promised")
    assert "undefined-peace" in [each["finding"] for each in less["findings"]]
    assert "B01" in made["front"][0]["does_not_arise"]
    assert "B01" not in made["front"][1]["does_not_arise"]
