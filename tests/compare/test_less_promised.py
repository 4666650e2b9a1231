"""What is no longer raised only since less is promised is no gain, and the reverse no loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.reporters.comparison_parts import closing

from .texts import compared

if TYPE_CHECKING:
    from clausecheck.changes import Comparison

HEAD = """\
declaration "D"
  scope: complete
party US   "United States of America"
party DPRK "Democratic People's Republic of Korea"
body IAEA  "International Atomic Energy Agency"
clause 1
  """
FIRM = "DPRK shall freeze its reactors."


def between(one: str, two: str) -> Comparison:
    return compared(f"{HEAD}{one}\n", f"{HEAD}{two}\n")


@pytest.mark.parametrize(
    "soft",
    [
        "DPRK should freeze its reactors.",
        "DPRK shall endeavour to freeze its reactors.",
        "DPRK expresses its willingness to freeze its reactors.",
        "DPRK need not freeze its reactors.",
        "DPRK may keep its reactors.",
        "DPRK takes note of its reactors.",
        "DPRK should freeze its reactors step by step.",
    ],
)
def test_nothing_is_better_since_less_is_promised(soft: str) -> None:
    lines = dict(closing(between(FIRM, soft)))

    assert lines["got better"] == "nothing that is still asked"
    assert lines["got worse"] == "less is promised by DPRK in 1"
    assert lines["no longer arises"].startswith("as less is promised: for ")
    assert "One more gift" in lines["no longer arises"]


@pytest.mark.parametrize(
    "soft",
    [
        "DPRK should freeze its reactors.\n  by: 2028-03-01",
        "DPRK intends to freeze its reactors.",
        "DPRK hopes to freeze its reactors.\n  by: 2028-03-01",
        "DPRK shall endeavour to freeze its reactors.",
        "DPRK affirms its intention to freeze its reactors.",
        "DPRK may freeze its reactors.\n  by: 2026-03-01",
        "DPRK need not freeze its reactors.\n  by: 2028-03-01\n  verified by: IAEA",
        "The reactors of DPRK should be frozen.",
    ],
)
def test_nor_where_another_day_stands_beside_it_or_nobody_is_named(soft: str) -> None:
    firm = f"{FIRM}\n  by: 2027-03-01"
    there, back = between(firm, soft), between(soft, firm)

    assert dict(closing(there))["got better"] == "nothing that is still asked"
    assert dict(closing(there))["got worse"] == "less is promised by DPRK in 1"
    assert dict(closing(back))["got better"] == "more is promised by DPRK in 1"
    assert dict(closing(back))["got worse"] == "nothing beside what arises now"


def test_an_earlier_day_beside_it_may_have_answered() -> None:
    firm = f"{FIRM}\n  by: 2027-03-01"
    sooner = "DPRK should freeze its reactors.\n  by: 2026-12-01"

    assert not between(firm, sooner).verdict.gone


ENDED = "US and DPRK declare that the state of war is ended."


@pytest.mark.parametrize(
    "spoken",
    [
        "US and DPRK recall that the state of war is ended.",
        "US and DPRK take note that the state of war is ended.",
        "US and DPRK affirm their aim of ending the war.",
        "US and DPRK reaffirm their commitment to end the war.",
        "US and DPRK declare their aim to end the war.",
    ],
)
def test_nor_since_what_was_done_by_the_words_is_only_spoken_of(spoken: str) -> None:
    there, back = (dict(closing(made)) for made in (between(ENDED, spoken), between(spoken, ENDED)))

    assert there["got better"] == "nothing that is still asked"
    assert "as the war no longer ends here: " in there["no longer arises"]
    assert back["got worse"] == "nothing beside what arises now"
    assert "as the war ends here now: " in back["arises now"]


@pytest.mark.parametrize(
    ("done", "owed", "told"),
    [
        ("US recognises DPRK as a state.", "US shall recognise DPRK as a state.", "owed"),
        ("US recognises DPRK as a state.", "US hopes to recognise DPRK as a state.", "to come"),
        (
            "This declaration supersedes the armistice.",
            "US and DPRK shall replace the armistice.",
            "owed",
        ),
        (
            "This declaration supersedes the armistice.",
            "US and DPRK hope to replace the armistice.",
            "to come",
        ),
    ],
)
def test_what_the_words_did_is_no_more_by_being_promised(done: str, owed: str, told: str) -> None:
    there, back = between(done, owed), between(owed, done)
    ways = [
        {each.direction for row in made.clauses for each in row.changes} - {"other"}
        for made in (there, back)
    ]

    assert ways == [{"weaker"}, {"stronger"}]
    assert told in there.clauses[0].changes[0].message
    assert "promised" not in dict(closing(there))["got better"]


def test_another_duty_than_to_replace_what_was_superseded_is_neither_less_nor_more() -> None:
    made = between(
        "This declaration supersedes the armistice.", "US and DPRK shall respect the armistice."
    )

    assert {each.direction for row in made.clauses for each in row.changes} == {"other"}


def test_to_aspire_to_a_thing_is_no_more_than_to_agree_on_it() -> None:
    made = between("US and DPRK agree on a peace regime.", "US and DPRK aspire to a peace regime.")

    assert {each.direction for row in made.clauses for each in row.changes} == {"other"}


@pytest.mark.parametrize("still", ["affirm", "declare", "reaffirm"])
def test_whoever_affirms_that_it_is_ended_does_not_only_speak_of_it(still: str) -> None:
    made = between(ENDED, f"US and DPRK {still} the end of the war.")

    assert not made.verdict.gone
    assert not made.weaker


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("express their hope of", "shall end", "as somebody is to end the war now"),
        ("express their hope of", "hope to end", "as somebody is to end the war now"),
        ("shall end", "express their hope of", "as nobody is to end the war any more"),
        ("express their hope of", "hereby end", "as the war ends here now"),
    ],
)
def test_the_war_ends_here_where_the_words_of_the_text_end_it(
    before: str, after: str, told: str
) -> None:
    def of(words: str) -> str:
        end = "peace" if words.endswith("of") else "the state of war"
        return f"US and DPRK {words} {end}."

    lines = dict(closing(between(of(before), of(after))))
    every = f"{lines.get('no longer arises', '')}; {lines.get('arises now', '')}"

    assert f"{told}: " in every
    assert ("the war ends here now" in every) == (after == "hereby end")


def test_nor_worse_since_more_is() -> None:
    lines = dict(closing(between("DPRK should freeze its reactors.", FIRM)))

    assert lines["got better"] == "more is promised by DPRK in 1"
    assert lines["got worse"] == "nothing beside what arises now"
    assert lines["arises now"].startswith("as more is promised: for both, raised, ")


def test_a_thing_is_missed_where_something_lesser_is_to_be_done_to_it() -> None:
    both = "DPRK shall dismantle the reactor and the plant."
    apart = "DPRK shall dismantle the reactor.\nclause 2\n  DPRK shall disable the plant."
    there, back = (dict(closing(made)) for made in (between(both, apart), between(apart, both)))

    assert there["got better"] == "more is promised by DPRK in new 2"
    assert there["got worse"].startswith("less is promised by DPRK in 1")
    assert back["got better"].startswith("more is promised by DPRK in 1")
    assert back["got worse"].startswith("less is promised by DPRK in 2")


def test_a_term_for_what_had_none_answers_nobody_who_fears_its_end() -> None:
    tests = "DPRK shall not test intercontinental ballistic missiles."
    there, back = (
        between(tests, f"{tests}\n  for: 2 years"),
        between(f"{tests}\n  for: 2 years", tests),
    )

    assert dict(closing(there))["got better"] == "nothing"
    assert dict(closing(there))["got worse"] == "less is promised by DPRK in 1"
    assert dict(closing(back))["got worse"] == "nothing"


CHECKED = (
    "clause 2\n  DPRK shall freeze its missiles.\n  verified by: IAEA using on-site inspection"
)


@pytest.mark.parametrize("beside", ["", CHECKED])
@pytest.mark.parametrize("soft", [FIRM, "DPRK should freeze its reactors."])
def test_a_word_of_verification_that_goes_answers_nobody(beside: str, soft: str) -> None:
    word = FIRM.replace("shall", "shall verifiably")
    one, two = (f"{each}\n{beside}" for each in (word, soft))
    part = HEAD.replace("complete", "partial")
    there, back = (
        dict(closing(compared(f"{part}{before}\n", f"{part}{after}\n")))
        for before, after in ((one, two), (two, one))
    )

    assert there["got better"] == "nothing that is still asked"
    assert there["got worse"] == "less is promised by DPRK in 1"
    assert "“Nothing from which to learn” (N20); 1 finding with it" in there["no longer arises"]
    assert back["got better"] == "more is promised by DPRK in 1"
    assert back["got worse"] == "nothing beside what arises now"


BESIDE = "US shall open an archive."
SECOND = f"{BESIDE}\nclause 2\n  "


def test_a_duty_that_is_gone_answers_nobody_and_is_missed() -> None:
    there, back = (
        dict(closing(made))
        for made in (between(SECOND + FIRM, BESIDE), between(BESIDE, SECOND + FIRM))
    )
    told = (
        "for the sceptic, raised{}, “Delivery that can come in bits” (B20), “Peace left undefined” "
        "(B14); for the advocate, raised{}, “Nothing from which to learn” (N20); 2 findings with it"
    )

    assert there["got better"] == "nothing that is still asked"
    assert there["got worse"] == "less is promised by DPRK in 2"
    assert there["no longer arises"] == f"as less is promised: {told.replace('{}', ' before')}"
    assert back["got better"] == "more is promised by DPRK in new 2"
    assert back["got worse"] == "nothing beside what arises now"
    assert back["arises now"] == f"as more is promised: {told.replace('{}', '')}"


@pytest.mark.parametrize(
    "instead", ["US takes note of the concerns of DPRK.", "US shall open a road."]
)
def test_nor_is_it_answered_by_what_stands_there_instead(instead: str) -> None:
    lines = dict(closing(between(SECOND + FIRM, SECOND + instead)))

    assert "B20" not in lines["got better"]
    assert "(B20)" in lines["no longer arises"]


def test_of_what_another_clause_raises_as_well_the_findings_alone_are_told() -> None:
    soon = "DPRK shall open {} at an appropriate time."
    two = f"{SECOND.replace(BESIDE, FIRM)}{soon.format('an archive')}"
    lines = dict(closing(between(f"{two}\nclause 3\n  {soon.format('a road')}", two)))

    assert lines["got better"] == "nothing"
    assert lines["no longer arises"] == "as less is promised: 1 finding"


def test_the_very_thing_objected_to_is_better_gone_and_the_promise_is_gone_too() -> None:
    lines = dict(closing(between(f"{SECOND}US shall lift sanctions.", BESIDE)))

    assert "Sanctions relief as the real aim" in lines["got better"]
    assert "less is promised by US in 2" in lines["got worse"]


def test_two_that_contradict_each_other_are_better_parted() -> None:
    barred = "DPRK shall not freeze its reactors."
    lines = dict(closing(between(f"{FIRM}\nclause 2\n  {barred}", FIRM)))

    assert "an error" in lines["got better"]
    assert lines["got worse"].startswith("less is promised by DPRK in 2")


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("US shall not attack DPRK.", "less is promised by US in 2"),
        ("US shall deliver 500 t of fuel to DPRK.", "less is promised by US to DPRK in 2"),
        ("US and DPRK renounce the use of force.", "less is promised by US and DPRK in 2"),
        ("The border shall be opened.", "less is promised in 2"),
        ("IAEA shall report to DPRK.", "less is promised by IAEA in 2"),
        # Nobody promises what is only asked of others, allowed, said or hoped for in a preamble.
        ("US recommends that DPRK open an archive.", ""),
        ("US may open a second archive.", ""),
        ("US takes note of the concerns of DPRK.", ""),
    ],
)
def test_it_is_told_whose_promise_is_gone_and_to_whom_it_was_made(gone: str, told: str) -> None:
    there, back = (
        dict(closing(made))
        for made in (between(SECOND + gone, BESIDE), between(BESIDE, SECOND + gone))
    )

    assert told == "; ".join(e for e in there["got worse"].split("; ") if "promised" in e)
    told = told.replace("less", "more").replace("in 2", "in new 2")
    assert told == "; ".join(e for e in back["got better"].split("; ") if "promised" in e)


def test_whoever_is_let_out_of_a_duty_promises_less_whatever_else_of_it_is_more() -> None:
    both = "US and DPRK each shall reduce their artillery.\n  limit: 48 artillery pieces"
    one = "DPRK shall reduce its artillery.\n  limit: 36 artillery pieces"

    assert dict(closing(between(both, one)))["got worse"].startswith("less is promised by US in 1")
    assert "more is promised by US in 1" in dict(closing(between(one, both)))["got better"]


def test_what_is_still_to_be_begun_is_named_by_no_end_of_it() -> None:
    lines = dict(
        closing(
            between(
                "DPRK shall dismantle its reactors.", "DPRK shall begin to dismantle its reactors."
            )
        )
    )

    assert "as less is promised: for the advocate" in lines["no longer arises"]
    assert "disarms any more" not in lines["no longer arises"]


def test_who_objects_to_what_is_still_to_be_begun_has_it_before_them() -> None:
    waits = "\nclause 2\n  US shall suspend sanctions.\n  after: 1 is verified"
    full, begun = (
        f"DPRK shall {words} all nuclear weapons.{waits}"
        for words in ("dismantle", "begin to dismantle")
    )
    there, back = between(full, begun), between(begun, full)

    assert dict(closing(there))["got better"] == "nothing that is still asked"
    assert "raised" not in dict(closing(back))["got worse"]
    assert "N15" in {key for each in there.verdict.gone for key in each.entries}
    assert "no weapons" not in dict(closing(there))["no longer arises"]


def test_what_is_met_before_is_met_of_what_is_only_begun() -> None:
    beside = "\nclause 2\n  US shall lift sanctions on coal exports."
    lines = dict(
        closing(
            between(
                f"DPRK shall dismantle all nuclear weapons.{beside}",
                f"DPRK shall begin to dismantle all nuclear weapons.{beside}",
            )
        )
    )

    assert "met before, “Every step of peace waits for" in lines["no longer arises"]
    assert "given up any more" not in lines["no longer arises"]


def test_an_end_that_is_named_only_since_it_is_owed_no_more_is_no_gain() -> None:
    beside = "\nclause 2\n  US shall suspend sanctions.\n  after: 1 begins"
    owed, worked = (
        f"US and DPRK shall {words} complete denuclearization.{beside}"
        for words in ("achieve", "work toward")
    )
    there, back = between(owed, worked), between(worked, owed)
    states = {one.entry: (one.state, two.state) for one, two in there.ledger}

    assert states["N07"] == ("not applicable", "met")
    assert "No end goal" not in dict(closing(there))["got better"]
    assert "No end goal" not in dict(closing(back))["got worse"]


def test_a_duty_that_stands_elsewhere_is_not_gone() -> None:
    moved = f"{FIRM}\nclause 2\n  {BESIDE}"

    assert dict(closing(between(SECOND + FIRM, moved)))["got worse"] == "nothing"


def test_of_many_promises_the_first_are_told_and_the_others_counted() -> None:
    of = ("US", "DPRK", "US and DPRK", "US", "IAEA")
    some = "".join(f"\nclause {at}\n  {who} shall open a road." for at, who in enumerate(of, 3))
    many = f"{some}\nclause 8\n  The border shall be opened.\nclause 9\n  US shall report to DPRK."
    few, all_of_them = (
        dict(closing(between(SECOND + FIRM + every, SECOND + FIRM)))["got worse"].split("; ")[0]
        for every in (some, many)
    )

    assert (
        few == "less is promised by US in 3, 6, by DPRK in 4, by US and DPRK in 5 and by IAEA in 7"
    )
    assert all_of_them == (
        "less is promised by US in 3, 6, 9, by DPRK in 4, by US and DPRK in 5 and in 2 more places"
    )


def test_who_is_no_party_promises_by_its_own_name_and_nobody_by_no_other() -> None:
    of = "clause 3\n  IAEA shall guarantee the safety of the reactors.\nclause 4\n  "
    two = SECOND + "US shall deliver 500 t of fuel to DPRK.\n"
    made = between(f"{two}{of}The border shall be opened.", two.replace("shall del", "should del"))

    assert dict(closing(made))["got worse"].split("; ")[0] == (
        "less is promised by US to DPRK in 2, by IAEA in 3 and in 4, where nobody is named"
    )


def test_it_is_better_for_whoever_objects_to_that_very_thing() -> None:
    lines = dict(closing(between("US shall lift sanctions.", "US should lift sanctions.")))

    assert "Sanctions relief as the real aim" in lines["got better"]
    assert "as less is promised" in lines["no longer arises"]


def test_a_line_beside_it_may_have_answered() -> None:
    softer = "DPRK should freeze its reactors.\n  verified by: IAEA"

    assert "as less is promised" not in dict(closing(between(FIRM, softer))).get(
        "no longer arises", ""
    )


def test_relief_that_is_only_begun_or_considered_is_spoken_of_and_no_more() -> None:
    for soft in ("begin to lift", "continue to lift", "consider lifting"):
        made = between("US shall lift sanctions.", f"US shall {soft} sanctions.")
        of = {one.question: (one.stance, two.stance) for one, two in made.stances}

        assert of["sanctions"] == ("ended", "soft")
