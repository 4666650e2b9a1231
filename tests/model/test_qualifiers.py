"""Times and conditions in a sentence: each with the line to type, and what only looks like one."""

from __future__ import annotations

import datetime

import pytest

from clausecheck.check import Settings, check
from clausecheck.findings import Finding
from clausecheck.layout.values import written
from clausecheck.model.qualifiers import as_written
from clausecheck.rules import RULES
from clausecheck.source import Source
from tests.model.reading import HEAD, vocabulary
from tests.model.reading import reading as reading_of

LANGUAGE = Settings(
    rules=tuple(rule for rule in RULES if rule.family == "language"),
    today=datetime.date(2026, 1, 1),
)
LINES = {
    "US shall lift sanctions within 30 days after signature": "by: 30 days after signature",
    "US shall lift sanctions within 30 days of the entry into force of this treaty": (
        "by: 30 days after entry into force"
    ),
    "US shall lift sanctions no later than 60 days after signature": "by: 60 days after signature",
    "US shall lift sanctions within 30 days": "by: 30 days after signature",
    "US shall lift sanctions within three years": "by: 3 years after signature",
    "US shall lift sanctions within thirty (30) days of signature": "by: 30 days after signature",
    "US shall lift sanctions within 30 days after handover": "by: 30 days after handover",
    "US shall lift sanctions within 30 days after the exchange of prisoners": (
        'by: 30 days after "the exchange of prisoners"'
    ),
    "US shall answer within 24 hours of a request by the other side": (
        "by: within 24 hours of a request by the other side"
    ),
    "US shall lift sanctions by 1 March 2027": "by: 2027-03-01",
    "US shall lift sanctions by March 2027": "by: 2027-03",
    "US shall lift sanctions by 2027-03-01": "by: 2027-03-01",
    "US shall lift sanctions by the end of 2027": "by: 2027-12-31",
    "US shall conclude a peace treaty by 2028": "by: 2028-12-31",
    "US shall conclude a peace treaty in 2028": "by: 2028-12-31",
    "US shall lift sanctions on 2027-03-01": "on: 2027-03-01",
    "US shall, upon entry into force, lift sanctions": "on: entry into force",
    "US shall lift sanctions 30 days after signature": "on: 30 days after signature",
    "US shall lift sanctions after 2 is complete": "after: 2 is complete",
    "US shall lift sanctions after clause 2 is completed": "after: 2 is complete",
    "US shall lift sanctions after completion of clause 2": "after: 2 is complete",
    "US shall lift sanctions upon verification of 2": "after: 2 is verified",
    "US shall lift sanctions following the completion of article 2": "after: 2 is complete",
    "US shall lift sanctions once 2 is verified": "after: 2 is verified",
    "US shall lift sanctions when paragraph 2 has been completed": "after: 2 is complete",
    "US shall lift sanctions if clause 2 is breached": "if: 2 is breached",
    "US shall lift sanctions if clause 2 is completed": "if: 2 is complete",
    "US shall lift sanctions within 30 days of the completion of clause 2": (
        "by: 30 days after 2 is complete"
    ),
    "US shall lift sanctions before handover": "before: handover",
    "US shall suspend exercises from 2027-03": "from: 2027-03",
    "US shall suspend exercises until 2030-01-01": "until: 2030-01-01",
    "US shall suspend exercises until peace prevails": 'until: "peace prevails"',
    "US shall suspend exercises pending the end of the talks": 'until: "the end of the talks"',
    "US shall lift sanctions once peace is settled": 'after: "peace is settled"',
    "US shall lift sanctions once a treaty is signed": 'after: "a treaty is signed"',
    "US shall lift sanctions after the conclusion of a peace treaty": (
        'after: "the conclusion of a peace treaty"'
    ),
    "US shall lift sanctions after the signature of the armistice": (
        'after: "the signature of the armistice"'
    ),
    "The Armistice Agreement remains in force until peace prevails": 'until: "peace prevails"',
    "Upon the entry into force of this treaty US shall lift sanctions": "on: entry into force",
    "Sixty days after signature US shall lift sanctions": "on: 60 days after signature",
    "No later than 30 days after signature US shall lift sanctions": "by: 30 days after signature",
    "US shall suspend exercises for a period of 5 years": "for: 5 years",
    "ROK and DPRK shall meet every month": "every: 1 month",
    "ROK and DPRK shall meet every 6 months": "every: 6 months",
    "Within 30 days after signature, US shall lift sanctions": "by: 30 days after signature",
    "US shall lift sanctions only if 2 is verified": "if: 2 is verified",
    "US shall lift sanctions, provided that talks succeed": 'if: "talks succeed"',
    'US shall lift sanctions if DPRK is "sincere"': "if: \"DPRK is 'sincere'\"",
    "US shall lift sanctions unless DPRK tests missiles": "unless: DPRK tests missiles",
    "US shall lift sanctions subject to 2": "subject to: 2",
    "US shall lift sanctions in return for 2": "in return for: 2",
    "US shall lift sanctions in exchange for clause 2": "in return for: 2",
    "US shall lift sanctions on 30 days' notice": "on notice of: 30 days",
    "US shall answer calls within 15 minutes": "by: within 15 minutes of a request by the other side",
    "In the event of a breach, US may resume sanctions": "if: 1 is breached",
    "In case of a material breach of Article 2, US may resume sanctions": "if: 2 is breached",
    "Upon any violation of this treaty, US may resume sanctions": "if: 1 is breached",
    "If either party breaches this treaty, US may resume sanctions": "if: 1 is breached",
    "Should DPRK violate this treaty, US may resume sanctions": "if: 1 is breached",
    "US may resume sanctions should DPRK have left the talks": "if: DPRK has left the talks",
    "Any party may denounce this treaty on 12 months notice": "on notice of: 12 months",
    "US shall lift sanctions no later than 30 days from the date of signature": (
        "by: 30 days after signature"
    ),
    "If DPRK breaches its obligations, US may resume sanctions": "if: 1 is breached",
    "US shall cease exercises starting 1 November 2027": "from: 2027-11-01",
    "US shall cease exercises with effect from 2027-01-01": "from: 2027-01-01",
    "US shall cease exercises as of signature": "from: signature",
    "Notwithstanding clause 2, US shall lift sanctions": "notwithstanding: 2",
    "US shall lift sanctions, save as provided in article 2": "subject to: 2",
    "US shall lift sanctions, subject to its domestic law": 'subject to: "its domestic law"',
    "US may deploy missiles with the prior consent of ROK and JMC in Geneva": (
        "with consent of: ROK and JMC"
    ),
    "US shall not deploy missiles without the consent of ROK": "unless permitted by: ROK",
    "DPRK shall dismantle Yongbyon under IAEA verification": "verified by: IAEA",
    "DPRK shall dismantle Yongbyon, subject to IAEA inspection": "verified by: IAEA",
    "DPRK shall dismantle Yongbyon, subject to verification by the IAEA and JMC": (
        "verified by: IAEA and JMC"
    ),
    "US shall lift sanctions, subject to verification by IAEA of the freeze": (
        'subject to: "verification by IAEA of the freeze"'
    ),
    "DPRK shall dismantle Yongbyon under the supervision of IAEA, JMC and others": (
        "verified by: IAEA and JMC"
    ),
    "Guard posts shall be removed by US by 2027-01-01": "by: 2027-01-01",
    "US declares that it will lift sanctions by 2027-01-01": "by: 2027-01-01",
}
IN_FRONT = {
    "If DPRK freezes its reactors, US shall lift sanctions": "if: DPRK freezes its reactors",
    "Should DPRK resume tests, US may resume sanctions": "if: DPRK resumes tests",
    "Should DPRK not open the road, US may resume sanctions": "if: DPRK does not open the road",
    "Should the armistice be violated, US may resume sanctions": 'if: "the armistice is violated"',
    "If a party violates Article 2, US may resume sanctions": "if: 2 is breached",
    "Should talks fail, US may resume sanctions": 'if: "talks fail"',
    "In case of war, US may resume sanctions": 'if: "war"',
    "If DPRK freezes its reactors, then US shall lift sanctions": "if: DPRK freezes its reactors",
    "Unless ROK objects, US, ROK and PRC shall meet": "unless: ROK objects",
}
"""What a sentence begins with, and the line that says the same."""
SILENT = (
    "US shall withdraw its troops within the zone, by sea",
    "US shall withdraw 500 troops per month from ROK",
    "US shall remove forces deployed before 2018-01-01",
    "US shall respect the declaration that ROK signed on 2018-04-27",
    "DPRK shall open the sites which IAEA visited within 30 days after signature",
    "US shall lift sanctions after the exchange of prisoners",
    "US shall lift sanctions after completion of the withdrawal",
    "US shall lift sanctions when the talks are completed",
    "All parties shall meet for 3 days",
    "ROK and DPRK shall devise ways to celebrate peace every year",
    "DPRK shall disable the facilities subject to abandonment",
    "DPRK shall declare all sites subject to inspection by IAEA",
    "US shall act as if war were over",
    "US shall inspect every site under the control of DPRK",
    "US shall deploy missiles with the consent of the owner",
    "US shall report on its work under difficult verification",
    'US shall lift sanctions "within 30 days"',
    "US shall lift sanctions at 12:00 (with care) per zone",
    "US recalls that sanctions ended on 2018-04-27",
    "US shall suspend exercises until trust is restored",
    "US shall consult ROK before it should act",
    "US should suspend exercises",
    "US shall cease exercises beginning in spring",
    "US shall conduct 12 on-site inspections",
    "US shall keep a list of the measures that should be taken",
    "US shall reduce its troops by 2000",
)


def found(*lines: str, above: str = "clause 1") -> list[Finding]:
    body = "".join(f"  {line}\n" for line in lines)
    text = f"{HEAD}{above}\n{body}\nclause 2\n  US shall meet.\n"
    report = check(Source("x", text), vocabulary(), LANGUAGE)
    return [each for each in report.findings if each.rule != "unused-name"]


@pytest.mark.parametrize("sentence", LINES)
def test_what_qualifies_a_duty_is_told_with_the_line_to_type(sentence: str) -> None:
    (finding,) = found(f"{sentence}.")

    assert finding.rule == "unlabelled-qualifier"
    assert finding.help is not None
    if not LINES[sentence].startswith(('until: "', 'after: "')):
        assert finding.help.startswith(f"put it on a line of its own: `{LINES[sentence]}`")


@pytest.mark.parametrize("sentence", IN_FRONT)
def test_a_condition_in_front_is_the_line_that_says_it(sentence: str) -> None:
    reading = reading_of(f"{HEAD}clause 1\n  {sentence}.\n")
    (said,) = reading.clauses[0].said
    (line,) = said.labels.lines

    assert f"{line.name}: {written(line.value)}" == IN_FRONT[sentence]
    assert as_written(said.sentence.parts) == sentence.partition(", ")[2].removeprefix("then ")
    assert not [each for each in found(f"{sentence}.") if each.rule == "unlabelled-qualifier"]


def test_a_condition_whose_end_nothing_shows_stays_words() -> None:
    (finding,) = found("If DPRK dismantles its reactors, mines and plants, US shall meet.")

    assert finding.rule == "unlabelled-qualifier"


@pytest.mark.parametrize("sentence", LINES)
def test_where_the_line_stands_nothing_more_is_said(sentence: str) -> None:
    assert found(f"{sentence}.", LINES[sentence]) == []


@pytest.mark.parametrize("sentence", SILENT)
def test_what_may_be_something_else_is_not_told(sentence: str) -> None:
    assert found(f"{sentence}.") == []


def test_each_of_several_is_told_at_its_place() -> None:
    sentence = "US shall lift sanctions by March 2027 and withdraw if DPRK agrees, for 5 years."

    assert [each.message for each in found(sentence)] == [
        "`by March 2027` is read as words, not as a time",
        "`if DPRK agrees` is read as words, not as a condition",
        "`for 5 years` is read as words, not as a time",
    ]


def test_a_long_one_is_shown_by_its_first_words() -> None:
    (finding,) = found("US shall meet if ROK and DPRK hold talks on peace in Geneva.")

    assert finding.message == (
        "`if ROK and DPRK hold talks …` is read as words, not as a condition"
    )


def test_a_recital_binds_nobody_and_is_left_alone() -> None:
    assert found("All parties aspire to peace by 2027-01-01.", above="preamble\nclause P1") == []


def test_what_follows_a_breach_says_when_in_its_own_words() -> None:
    assert found("US shall meet.", "if breached: ROK may leave within 30 days.") == []


def test_what_something_waits_for_outside_the_text_is_an_event() -> None:
    (finding,) = found("US shall suspend exercises until a peace treaty enters into force.")

    assert finding.help == (
        'declare `event "peace treaty"`, and below it `when: outside this text, "a peace treaty '
        'enters into force"`, and write `until: "peace treaty"`'
    )


def test_what_somebody_has_done_is_an_event_that_does_not_take_his_name() -> None:
    (finding,) = found("US shall suspend exercises until DPRK has dismantled its reactors.")

    assert finding.help == (
        'declare `event "DPRK has dismantled"`, and below it `when: outside this text, "DPRK has '
        'dismantled its reactors"`, and write `until: "DPRK has dismantled"`'
    )


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", "until: 0 is complete"),
        ("  verified by: IAEA\n", "until: 0 is verified"),
    ],
)
def test_what_a_clause_asks_for_is_awaited_by_its_number(above: str, line: str) -> None:
    asking = f"clause 0\n  DPRK shall dismantle all reactors.\n{above}clause 1"
    (finding,) = found(
        "US shall suspend exercises until DPRK has dismantled its reactors.", above=asking
    )

    assert finding.help == f"put it on a line of its own: `{line}`"


@pytest.mark.parametrize(
    "asked",
    [
        "DPRK shall disable all reactors.",
        "DPRK shall dismantle all missiles.",
        "ROK shall dismantle all reactors.",
        "DPRK may dismantle all reactors.",
    ],
)
def test_what_no_clause_asks_for_is_an_event(asked: str) -> None:
    (finding,) = found(
        "US shall suspend exercises until DPRK has dismantled its reactors.",
        above=f"clause 0\n  {asked}\nclause 1",
    )

    assert finding.help.startswith("declare `event")


def test_what_replaces_another_gives_its_event_the_name() -> None:
    (finding,) = found("US shall suspend exercises until replaced by a peace treaty.")

    assert finding.help == (
        'declare `event "peace treaty"`, and below it `when: outside this text, "replaced by a peace '
        'treaty"`, and write `until: "peace treaty"`'
    )


@pytest.mark.parametrize(
    ("sentence", "supposed"),
    [
        ("US shall lift sanctions within 30 days.", True),
        ("US shall lift sanctions within 30 days after signature.", False),
    ],
)
def test_what_a_span_counts_from_is_only_supposed(sentence: str, supposed: bool) -> None:  # noqa: FBT001
    (finding,) = found(sentence)

    assert finding.help.endswith(", or after another moment") == supposed


def test_a_breach_of_no_clause_that_is_named_may_be_of_any() -> None:
    (finding,) = found("In case of a breach, US may resume sanctions.")

    assert finding.help == (
        "put it on a line of its own: `if: 1 is breached`, with the clause that is meant"
    )


def test_what_begins_only_after_another_text_waits_for_an_event() -> None:
    (finding,) = found("US shall lift sanctions after the conclusion of a peace treaty.")

    assert finding.help == (
        'declare `event "peace treaty"`, and below it `when: outside this text, "the conclusion '
        'of a peace treaty"`, and write `after: "peace treaty"`'
    )


def test_a_condition_in_open_words_is_judged_by_somebody_or_is_an_event() -> None:
    (finding,) = found("US shall lift sanctions, provided that talks succeed.")

    assert finding.help == (
        'put it on a line of its own: `if: "talks succeed"`, with `judged by:` and who decides, or '
        'declare an `event` with `when: outside this text, "talks succeed"`'
    )


def test_what_the_text_has_spoken_of_already_is_named_and_not_repeated() -> None:
    (finding,) = found("US shall suspend exercises until such peace is achieved.")

    assert (
        finding.help == "name what ends it as an `event`, and under it `when:` or `certified by:`"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "US shall respect the agreement concluded in 2018.",
        "US shall reduce its forces by 2028 troops.",
        "US shall observe the armistice as in 2018.",
    ],
)
def test_a_year_that_is_no_deadline_is_left_alone(sentence: str) -> None:
    assert [each.rule for each in found(sentence)] == []
