"""What a change does beside binding less or more, as the three lines at the end tell it."""

from __future__ import annotations

import pytest

from clausecheck.reporters.comparison_parts import closing, tables

from .texts import compared

RELIEF = "clause 1\n  Northland shall lift sanctions on coal exports.\n  {}\n"
FREEZE = "clause 2\n  Southland shall freeze its reactors.\n  for: 5 years\n"
OTHER = "clause 3\n  Southland shall close its test site.\n"
OWN = "clause 4\n  Northland shall close its camps.\n"
LESS = "`2 is verified` → `2 begins`"


def ends(before: str, after: str) -> dict[str, str]:
    return dict(closing(compared(before, after)))


def relief(line: str) -> str:
    return RELIEF.format(line) + FREEZE + OTHER + OWN


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("if: 2 is verified", "if: 2 begins", LESS),
        ("after: 2 is verified", "after: 2 begins", LESS),
        ("after: 2 is verified", "after: 2 is complete", "`2 is verified` → `2 is complete`"),
        ("after: 2 is complete", "after: 2 begins", "`2 is complete` → `2 begins`"),
        ("after: 2 is verified", "by: 2027-03-01", "`2 is verified` → nothing"),
        ("by: 30 days after 2 is verified", "by: 10 days after 2 begins", LESS),
        ("by: 30 days after 2 is verified\n  after: 2 begins", "after: 2 begins", LESS),
        ("after: 2 is verified and 3 begins", "after: 2 begins and 3 begins", LESS),
        # Two labels on one step: the further state is what is waited for.
        ("after: 2 is verified\n  if: 2 begins", "after: 2 begins\n  if: 2 begins", LESS),
        (
            "after: 2 is verified and 3 is verified",
            "after: 2 begins and 3 begins",
            f"{LESS} and `3 is verified` → `3 begins`",
        ),
    ],
)
def test_a_step_that_waits_for_less_is_worse_for_whoever_takes_it(
    before: str, after: str, told: str
) -> None:
    there, back = ends(relief(before), relief(after)), ends(relief(after), relief(before))
    turned = " and ".join(" → ".join(reversed(e.split(" → "))) for e in told.split(" and "))

    assert f"Northland waits for less in 1 ({told})" in there["got worse"]
    assert "waits for less in 1" in there["for whom"]
    assert f"Northland waits for more in 1 ({turned})" in back["got better"]
    assert "waits for more in 1" in back["for whom"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("after: 4 is complete", "after: 4 begins"),  # its own step proves nothing
        ("after: 2 is verified", "after: 3 is verified"),  # less of one, more of another
        ("after: 2 is verified or 2027-03-01", "after: 2 begins or 2027-03-01"),
        ("by: 30 days before 2 is verified", "by: 30 days before 2 begins"),
        ("if: 2 is breached", "if: 3 is breached"),
        ("after: 9 is verified", "after: 9 begins"),
    ],
)
def test_what_is_no_proof_of_the_others_step_is_not_waited_for(before: str, after: str) -> None:
    told = ends(relief(before), relief(after))

    assert not [line for line in told.values() if "waits for" in line]


def test_who_is_free_to_take_a_step_or_unnamed_is_not_told_to_wait() -> None:
    for who in ("Northland may", "There shall be no sanctions. Northland may"):
        one, two = (
            relief(line).replace("Northland shall", who, 1)
            for line in ("if: 2 is verified", "if: 2 begins")
        )

        assert "waits" not in " ".join(ends(one, two).values())


def test_where_both_take_a_step_whoever_does_not_own_the_one_before_it_waits() -> None:
    both = relief("by: 2028-01-01").replace("Northland shall", "Northland and Southland shall", 1)
    told = ends(both, both.replace("by: 2028-01-01", "if: 2 is complete"))

    assert "Northland waits for more in 1 (nothing → `2 is complete`)" in told["got better"]


def test_where_the_step_waited_for_was_split_all_its_parts_are_waited_for() -> None:
    whole = relief("if: 2 is verified").replace("reactors", "reactors and its missiles")
    parts = relief("if: 2 begins").replace(
        "  Southland shall freeze its reactors.\n  for: 5 years\n",
        "  (a) Southland shall freeze its reactors.\n  for: 5 years\n"
        "  (b) Southland shall freeze its missiles.\n  for: 5 years\n",
    )

    assert ends(whole, parts)["got worse"].startswith(f"Northland waits for less in 1 ({LESS})")


def test_what_is_objected_to_no_longer_since_no_step_is_waited_for_is_not_better() -> None:
    told = ends(relief("by: 30 days after 2 is complete"), relief("by: 2028-01-31"))

    assert told["got better"] == "nothing"
    assert "only since less is waited for: " in told["got worse"]
    assert all(key in told["got worse"] for key in ("B19", "N19", "N22"))


def test_what_is_objected_to_no_longer_since_less_is_waited_for_is_not_better() -> None:
    told = ends(relief("if: 2 is verified"), relief("if: 2 begins"))

    assert told["got better"] == "nothing"
    # Relief that follows a beginning alone is objected to anew, and told behind it.
    assert told["got worse"].startswith(
        f"Northland waits for less in 1 ({LESS}); no longer raised only since less is waited for: "
        "“Details put off until after signature” (B16); for the sceptic newly raised"
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("suspend sanctions", "terminate sanctions", "by inference harder"),
        ("suspend sanctions", "lift sanctions", "by inference harder"),
        ("freeze its reactors", "dismantle its reactors", "by inference harder"),
        ("suspend tests", "seal its test site", "by estimate harder"),
        ("halt its drills", "suspend its drills", "harder"),
        (
            "withdraw its tanks.\n  reversible: by Northland within 5 days",
            "withdraw its tanks.\n  reversible: no",
            "harder",
        ),
        (
            "withdraw its tanks.\n  reversible: by Northland within 5 days",
            "withdraw its tanks.\n  reversible: by Northland within 10 days",
            "harder",
        ),
        ("withdraw its tanks.\n  reversible: no", "dismantle its tanks.\n  reversible: no", None),
        ("close its camps.\n  reversible: yes", "close its camps.\n  reversible: no", "harder"),
        (
            "suspend sanctions.\n  reversible: by Northland within 5 days",
            "lift sanctions",
            "by inference harder",
        ),
        ("suspend sanctions", "lift sanctions.\n  reversible: by Northland within 5 days", None),
        ("deliver fuel", "terminate sanctions", None),
        ("terminate sanctions", "lift sanctions", None),
        ("ponder on fuel", "brood on fuel", None),
    ],
)
def test_what_is_harder_to_undo_is_told_of_whoever_gives_it(
    before: str, after: str, told: str | None
) -> None:
    one, two = (f"clause 1\n  Northland shall {words}.\n" for words in (before, after))
    one, two = (
        text.replace("days.", "days").replace("no.", "no").replace("yes.", "yes")
        for text in (one, two)
    )
    there, back = ends(one, two), ends(two, one)

    for line, word in ((there, told), (back, told and told.replace("harder", "easier"))):
        if word is None:
            assert "undo" not in line["for whom"]
        else:
            assert f"Northland gives what is {word} to undo in 1" in line["for whom"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "verified by: Inspectorate\n  access: anywhere",
            "verified by: Inspectorate\n  access: unknown",
        ),
        ("in return for: 2", "in return for: 3"),
    ],
)
def test_what_changed_and_is_not_weighed_is_named(before: str, after: str) -> None:
    told = ends(relief(before), relief(after))

    assert told["for whom"] == "changed, and not weighed: 1"


def test_where_nothing_at_all_changed_nobody_is_bound_otherwise() -> None:
    told = ends(relief("if: 2 begins"), relief("if: 2 begins").replace("on coal", "on  coal"))

    assert told["for whom"] == "no party is bound or exposed otherwise"


def test_where_a_wait_only_went_into_the_sentence_nothing_is_better_or_worse() -> None:
    base = relief("after: 2 is complete")
    told = ends(
        base, relief("").replace("Northland shall", "After 2 is complete, Northland shall", 1)
    )

    assert told == {
        "got better": "nothing",
        "got worse": "nothing",
        "for whom": "no party is bound or exposed otherwise",
    }


def test_where_a_line_of_the_head_alone_could_not_be_read_it_is_not_judged_for_whom() -> None:
    base = f'declaration "Draft"\n  in force at once\n{relief("if: 2 begins")}'

    assert ends(base, base.replace("at once", "today"))["for whom"] == "not judged"


def test_who_pays_before_proof_is_not_shown_as_safer_for_it() -> None:
    text = (
        "clause 1\n  Northland shall lift sanctions.\n  by: {}\n  in return for: 2\n"
        "clause 2\n  Southland shall freeze its reactors.\n  for: 5 years\n"
        "  verified by: Inspectorate using on-site inspection, every 30 days\n"
    )
    proof, start = (f"30 days after 2 {state}" for state in ("is verified", "begins"))
    told = ends(text.format(proof), text.format(start))

    assert told["for whom"] == (
        "Northland bound more in 1, waits for less in 1; "
        "longest exposure of Southland of a length not told → 30 days"
    )
    told = ends(text.format("2027-03-01"), text.format(start))
    assert "longest exposure of Northland without end → none" in told["for whom"]


def test_nobody_waits_for_more_who_takes_no_step_in_one_of_the_texts() -> None:
    one = relief("after: 2 is complete").replace("Northland shall lift", "Unnamed shall lift")
    for other in ("Northland", "Southland", "Northland and Southland"):
        two = one.replace("Unnamed shall lift", f"{other} shall lift")
        for told in (ends(one, two), ends(two, one)):
            assert not [line for line in told.values() if "waits for" in line]


def test_a_step_that_another_takes_as_well_waits_for_no_more_than_it_did() -> None:
    one = relief("after: 2 is verified")
    two = one.replace("Northland shall lift", "Northland and Southland shall lift")
    for told in (ends(one, two), ends(two, one)):
        assert not [line for line in told.values() if "waits for" in line]


def test_a_wait_that_became_a_common_beginning_is_named_as_one() -> None:
    one, two = relief("after: 2 is verified"), relief("together with: 2 begins")
    told = "`2 is verified` → `together with: 2 begins`"

    assert f"Northland waits for less in 1 ({told})" in ends(one, two)["got worse"]
    back = "`together with: 2 begins` → `2 is verified`"
    assert f"Northland waits for more in 1 ({back})" in ends(two, one)["got better"]


def test_a_weaker_form_binds_all_less() -> None:
    head = 'declaration "Draft"\n  form: {}\nparty Northland "Kingdom of Northland"\n'
    one, two = (head.format(form) + OWN for form in ("treaty", "political declaration"))

    assert ends(one, two)["for whom"] == "all bound less by the head"
    assert ends(two, one)["for whom"] == "all bound more by the head"


STATION = "clause 1\n  Northland may station troops in Southland.\n"
LOOK = "clause 1\n  Northland may inspect the reactors.\n"
DELIVER = (
    "clause 1\n  Northland shall deliver {} t of fuel oil to {}.\n{}"
    "clause 2\n  Southland shall open the river.\n"
)
FROZEN = (
    "clause 1\n  Southland shall freeze its reactors.\n  if breached: {}\n"
    "clause 2\n  Northland shall suspend sanctions.\n"
)
RESUME = "Northland may resume the sanctions suspended in 2 within 30 days."


@pytest.mark.parametrize(
    ("before", "after", "told", "back"),
    [
        pytest.param(
            STATION + "  with consent of: Southland\n",
            STATION,
            "Northland bound less in 1; Southland loses a veto in 1",
            "Northland bound more in 1; Southland gains a veto in 1",
            id="a consent dropped",
        ),
        pytest.param(
            LOOK + "  with consent of: Southland\n",
            LOOK,
            "Southland bound more in 1, loses a veto in 1",
            "Southland bound less in 1, gains a veto in 1",
            id="a consent to be looked at dropped",
        ),
        pytest.param(
            STATION + "  with consent of: Southland\n",
            STATION + "  with consent of: Inspectorate\n",
            "Southland loses a veto in 1",
            "Southland gains a veto in 1",
            id="the consent of another",
        ),
        pytest.param(
            STATION.replace("may", "shall not") + "  unless permitted by: Southland\n",
            STATION.replace("may", "shall not"),
            "Northland bound more in 1; Southland loses a say in 1",
            "Northland bound less in 1; Southland gains a say in 1",
            id="a licence dropped",
        ),
        pytest.param(
            STATION + '  if: "all is well"\n  judged by: Inspectorate\n',
            STATION + '  if: "all is well"\n  judged by: Northland\n',
            "Northland gains a say in 1",
            "Northland loses a say in 1",
            id="another judge",
        ),
        pytest.param(
            "clause 1\n  The presence of their forces is a matter for Southland.\n",
            "clause 1\n  The presence of their forces is a matter for Northland and Southland.\n",
            "Northland gains a say in 1; changed, and not weighed: 1",
            "Northland loses a say in 1; changed, and not weighed: 1",
            id="a matter for another as well",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            DELIVER.format(500, "Inspectorate", ""),
            "Southland owed less in 1",
            "Southland owed more in 1",
            id="another recipient",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            DELIVER.format(300, "Southland", ""),
            "Northland bound less in 1; Southland owed less in 1",
            "Northland bound more in 1; Southland owed more in 1",
            id="less to the same recipient",
        ),
        pytest.param(
            DELIVER.format(500, "the other party", ""),
            DELIVER.format(300, "the other party", ""),
            "Northland bound less in 1; Southland owed less in 1",
            "Northland bound more in 1; Southland owed more in 1",
            id="less to the other side",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            DELIVER.format(500, "Southland", "  by: 2027-03-01\n"),
            "Northland bound more in 1; Southland owed more in 1",
            "Northland bound less in 1; Southland owed less in 1",
            id="sooner to the same recipient",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            DELIVER.format(500, "Southland", "  verified by: Inspectorate\n"),
            "Northland bound more in 1",
            "Northland bound less in 1",
            id="a delivery that is verified is no more of it",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", "  by: 2027-03-01\n"),
            DELIVER.format(300, "Southland", "  by: 2027-02-01\n"),
            "Northland bound less in 1, bound more in 1",
            "Northland bound less in 1, bound more in 1",
            id="less and sooner is neither less nor more",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            DELIVER.format(500, "Southland", "").replace("shall deliver", "may deliver"),
            "Northland bound less in 1; Southland owed less in 1",
            "Northland bound more in 1; Southland owed more in 1",
            id="what may be delivered is owed to nobody",
        ),
        pytest.param(
            DELIVER.format(500, "Southland", ""),
            "clause 2\n  Southland shall open the river.\n",
            "Northland bound less in 1; Southland owed less in 1",
            "Northland bound more in new 1; Southland owed more in new 1",
            id="no delivery any longer",
        ),
        pytest.param(
            FROZEN.format(RESUME),
            FROZEN.format("the parties shall hold consultations within 60 days."),
            "Northland loses an answer to a breach in 1",
            "Northland gains an answer to a breach in 1",
            id="another answer to a breach",
        ),
        pytest.param(
            FROZEN.format(RESUME),
            FROZEN.format("none"),
            "Northland loses an answer to a breach in 1; Southland bound less in 1",
            "Northland gains an answer to a breach in 1; Southland bound more in 1",
            id="no answer to a breach",
        ),
        pytest.param(
            FROZEN.format(RESUME),
            FROZEN.format(RESUME.replace("may", "shall")),
            "Northland bound more in 1",
            "Northland bound less in 1",
            id="an answer to a breach that is owed",
        ),
        pytest.param(
            FROZEN.format(RESUME.replace("may", "shall")),
            FROZEN.format(RESUME.replace("may", "shall").replace("30", "60")),
            "Northland bound less in 1",
            "Northland bound more in 1",
            id="a slower answer to a breach that is owed",
        ),
        pytest.param(
            FROZEN.format(RESUME),
            FROZEN.format(RESUME.replace("30", "60")),
            "changed, and not weighed: 1",
            "changed, and not weighed: 1",
            id="an answer to a breach that may come later",
        ),
        pytest.param(
            "clause 1\n  All foreign forces shall leave.\nclause 2\n  Northland shall open the river.",
            "clause 2\n  Northland shall open the river.",
            "bound less in 1, and nobody is named",
            "bound more in new 1, and nobody is named",
            id="a duty of nobody in particular",
        ),
    ],
)
def test_whoever_is_not_bound_may_lose_by_it_all_the_same(
    before: str, after: str, told: str, back: str
) -> None:
    assert ends(before, after)["for whom"] == told
    assert ends(after, before)["for whom"] == back


def test_of_many_places_it_is_told_how_many_there_are() -> None:
    acts = ("mines", "tanks", "camps", "guns", "posts", "bases", "ships", "planes", "depots")
    text = "".join(
        f"clause {at}\n  Northland shall destroy its {thing}.\n" for at, thing in enumerate(acts, 1)
    )

    assert (
        ends(text, text.replace("shall", "should"))["for whom"]
        == "Northland bound less in 9 places"
    )
    eight = text.replace("shall", "should").replace("should", "shall", 1)
    assert ends(text, eight)["for whom"] == "Northland bound less in 2, 3, 4, 5, 6 and 3 more"


SAVING = "clause 1\n  Nothing in this declaration affects the presence of {} forces in Southland.\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Northland", "10,000 Northland", "Northland has less left alone in 1"),
        (
            "Northland",
            "Southland",
            "Northland has less left alone in 1; Southland has more left alone in 1",
        ),
        ("foreign", "10,000 foreign", "less is left alone in 1"),
    ],
)
def test_what_is_left_alone_is_somebodys(before: str, after: str, told: str) -> None:
    back = told.replace("less", "LESS").replace("more", "less").replace("LESS", "more")
    there = ends(SAVING.format(before), SAVING.format(after))["for whom"]

    assert there == told
    assert ends(SAVING.format(after), SAVING.format(before))["for whom"] == back


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("Southland will review the presence of Northland forces in Southland.", True),
        ("Northland shall maintain the presence of Northland forces in Southland.", False),
        ("The presence of Northland forces in Southland is a matter for Northland.", False),
    ],
)
def test_what_was_left_alone_and_is_to_be_dealt_with_is_so_no_longer(
    after: str, *, told: bool
) -> None:
    base, other = SAVING.format("Northland"), f"clause 1\n  {after}\n"

    assert ("Northland has less left alone in 1" in compared(base, other).verdict.gains) == told
    assert ("Northland has more left alone in 1" in compared(other, base).verdict.gains) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("if: UNSC permits it", ("UNSC loses a say in 1",)),
        ("if: Southland approves it", ("Southland loses a say in 1",)),
        ("if: Southland closes its camps", ()),
        ("if: Northland agrees", ()),
    ],
)
def test_who_had_to_agree_has_no_say_where_the_condition_is_gone(
    line: str, told: tuple[str, ...]
) -> None:
    made, back = compared(relief(line), relief("")), compared(relief(""), relief(line))

    assert tuple(each for each in made.verdict.gains if "say" in each) == told
    assert (
        tuple(each.replace("gains", "loses") for each in back.verdict.gains if "say" in each)
        == told
    )


def test_what_is_of_two_is_left_alone_for_both() -> None:
    head = (
        'declaration "Draft"\nparty US "United States of America"\nparty ROK "Republic of Korea"\n'
    )
    saving = head + "clause 1\n  Nothing in this declaration affects US troops{}.\n"
    both = "US and ROK have more left alone in 1"

    for of in (
        "the ROK-US alliance",
        "the alliance between US and ROK",
        "the alliance of US and ROK",
    ):
        assert ends(saving.format(""), saving.format(f" or {of}"))["for whom"] == both


def test_who_can_stop_an_amendment_loses_that_to_a_majority() -> None:
    head = 'declaration "Draft"\n  amendment: {}\nparty Northland "Kingdom of Northland"\n'
    one, two = (head.format(how) + OWN for how in ("by consensus", "by majority"))

    assert ends(one, two)["for whom"] == "Northland loses a veto in the head"
    assert ends(two, one)["for whom"] == "Northland gains a veto in the head"


GIVEN = "clause 1\n  Northland shall provide food to Southland.\n"


def test_who_is_owed_what_another_must_consent_to_is_owed_less() -> None:
    told = ends(GIVEN, f"{GIVEN}  with consent of: Inspectorate\n")["for whom"]

    assert told == "Northland bound less in 1; Southland owed less in 1"


def test_who_is_owed_what_hangs_on_their_own_consent_is_not() -> None:
    told = ends(GIVEN, f"{GIVEN}  with consent of: Southland\n")["for whom"]

    assert told == "Northland bound less in 1; Southland gains a veto in 1"


EXCHANGE, ALONE = relief("in return for: 2"), relief("")
BOTH_SAY_SO = FREEZE, f"{FREEZE}  in return for: 1\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (EXCHANGE, ALONE, "Northland and Southland lose a counterpart in 1"),
        # It is still answered: by the order of the two, as the other says, or by another step.
        (
            relief("in return for: 2\n  after: 2 is complete"),
            relief("after: 2 is complete"),
            "changed, and not weighed: 1",
        ),
        (
            EXCHANGE.replace(*BOTH_SAY_SO),
            ALONE.replace(*BOTH_SAY_SO),
            "changed, and not weighed: 1",
        ),
        (EXCHANGE, relief("in return for: 3"), "changed, and not weighed: 1"),
        # What is given for words is not given for nothing.
        (
            EXCHANGE,
            relief('in return for: "the remains of soldiers"'),
            "changed, and not weighed: 1",
        ),
    ],
)
def test_what_is_no_longer_given_in_return_is_nobodys_gain(
    before: str, after: str, told: str
) -> None:
    assert ends(before, after)["for whom"] == told


IN_WORDS = "clause 1\n  Northland shall freeze its reactors in return for sanctions relief.\n"
PLAIN = "clause 1\n  Northland shall freeze its reactors.\n"
ON_A_LINE = f'{PLAIN}  in return for: "sanctions relief"\n'


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (IN_WORDS, PLAIN, "Northland loses a counterpart in 1"),
        (PLAIN, IN_WORDS, "Northland gains a counterpart in 1"),
        (ON_A_LINE, PLAIN, "Northland loses a counterpart in 1"),
        (IN_WORDS, ON_A_LINE, "changed, and not weighed: 1"),
        (ON_A_LINE, IN_WORDS, "changed, and not weighed: 1"),
        (
            relief("").replace(".\n", " in return for 2.\n", 1),
            relief(""),
            "Northland loses a counterpart in 1",
        ),
        (
            relief(""),
            relief("").replace(".\n", " in exchange for clause 2.\n", 1),
            "Northland gains a counterpart in 1",
        ),
    ],
)
def test_what_is_given_in_return_in_words_alone_is_a_counterpart_to_whoever_is_bound(
    before: str, after: str, told: str
) -> None:
    assert ends(before, after)["for whom"] == told


def test_where_nothing_answers_a_step_its_taker_is_not_told_to_be_safer() -> None:
    due = ("  for: 5 years\n", "  by: 2027-05-01\n")
    there = ends(EXCHANGE.replace(*due), ALONE.replace(*due))["for whom"]
    back = ends(ALONE.replace(*due), EXCHANGE.replace(*due))["for whom"]

    assert "exposure of Southland without end → none, for want of a counterpart" in there
    assert "exposure of Southland none, for want of a counterpart → without end" in back


def test_what_is_owed_now_is_more_than_what_was_free_whatever_it_is() -> None:
    may, must = (
        "clause 1\n  Northland may reduce 10% of its missiles.\n",
        "clause 1\n  Northland shall eliminate all of its missiles.\n",
    )

    assert ends(may, must)["for whom"] == "Northland bound more in 1"
    assert ends(must, may)["for whom"] == "Northland bound less in 1"


def test_what_is_still_given_is_as_hard_to_undo_though_less_is_given_beside_it() -> None:
    both = "clause 1\n  Southland shall declare and dismantle its reactors.\n"
    lines = ends(both, both.replace("declare and ", ""))

    assert lines["for whom"] == "Southland bound less in 1"


def test_what_is_answered_without_end_is_open_longest_wherever_it_stands() -> None:
    dismantled = (
        "clause {0}\n  Southland shall dismantle its reactors.\n  by: 180 days after signature\n"
    )
    paid = "clause {1}\n  Northland shall lift sanctions.\n  by: {when}\n  in return for: {0}\n"
    fed = "clause {2}\n  Inspectorate shall provide food to Southland.\n  in return for: {0}\n"
    base = (dismantled + paid + fed).format(1, 2, 3, when="30 days after 1 is verified")
    turned = (fed + paid + dismantled).format(3, 2, 1, when="30 days after 3 is verified")
    dated = (dismantled + paid + fed).format(1, 2, 3, when="200 days after signature")

    assert ends(base, turned)["for whom"] == "no party is bound or exposed otherwise"
    assert "exposure" not in str([*tables([compared(base, turned)])])
    assert ends(base, dated)["for whom"] == "Northland waits for less in 2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Who is told of something, or asked, is given nothing; nor is who is given less of it.
        ("shall inform Southland of exercises.", "should inform Southland of exercises."),
        ("shall refer disputes to the Inspectorate.", "should refer disputes to the Inspectorate."),
        ("shall give food to the Inspectorate.", "should give food to the Inspectorate."),
        (
            "shall not deploy tanks to Southland.",
            "shall limit the deployment of tanks to Southland.",
        ),
        (
            "shall halt the supply of arms to Southland.",
            "should halt the supply of arms to Southland.",
        ),
    ],
)
def test_nothing_is_owed_to_whom_nothing_is_given(before: str, after: str) -> None:
    for one, two in ((before, after), (after, before)):
        made = compared(f"clause 1\n  Northland {one}\n", f"clause 1\n  Northland {two}\n")
        assert not [each for row in made.rows for each in row.effects if "owed" in each.what]


def test_what_is_found_as_a_wait_is_only_in_words_is_neither_better_nor_worse() -> None:
    line = relief("after: 2 is verified")
    words = RELIEF.replace("  Northland", "  Upon verification of 2, Northland").replace(
        "  {}\n", ""
    )
    other = OTHER.replace("site", "sites")
    there = ends(line, words + FREEZE + other + OWN)
    back = ends(words + FREEZE + other + OWN, line)

    assert there["got better"] == back["got better"] == "nothing"
    assert there["got worse"] == back["got worse"] == "nothing"
    assert "exposure" not in there["for whom"] + back["for whom"]
