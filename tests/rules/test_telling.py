"""What rules say to type, where it hangs on the rest of the text."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timing.times import as_figure, in_words
from clausecheck.check import Settings, check
from clausecheck.source import Source
from clausecheck.vocabulary import load

VOCABULARY, _ = load()
TREATY = """\
treaty "Valley Treaty"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Westland "Commonwealth of Westland"
"""


def help_of(rule: str, text: str) -> list[str]:
    findings = check(Source("valley.clause", TREATY + text), VOCABULARY, Settings()).findings
    return [finding.help for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("step", "wait"),
    [
        (
            "Northland shall dismantle its reactors.\n  verified by: IAEA using on-site inspection",
            "`after: 2 is verified`",
        ),
        (
            "Northland shall dismantle its reactors.",
            "`verified by:` to 2, and with it `after: 2 is verified`",
        ),
        ("Northland shall hold talks.", "`after: 2 is complete`"),
    ],
)
def test_a_step_is_told_to_wait_for_proof_only_where_there_can_be_one(step: str, wait: str) -> None:
    given = "clause 1\n  Westland shall withdraw its forces from Northland.\n"
    text = f"{given}  before: 2 begins\n  in return for: 2\nclause 2\n  {step}\n"

    assert help_of("irreversible-before-verified", text) == [
        f"take `before:` out, and add {wait}, or choose a step that can be undone"
    ]


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("", " with `if breached:` or `disputes:`"),
        ("  if breached: Westland may resume the sanctions within 30 days.\n", ""),
    ],
)
def test_no_exit_is_advised_with_what_then_follows_a_breach(line: str, more: str) -> None:
    assert help_of("exit-unsaid", f"clause 1\n  Northland shall freeze its reactors.\n{line}") == [
        f"add `exit:` with who may leave and on what notice, or `exit: none`{more}"
    ]


def test_a_day_that_bars_the_wait_is_told_with_it() -> None:
    text = (
        "clause 1\n  Northland shall freeze its reactors.\n  by: 2027-06-01\n"
        "  verified by: IAEA using on-site inspection\n"
        "clause 2\n  Westland shall withdraw its forces from Northland.\n  by: 2027-03-01\n"
        "  in return for: 1\n"
    )

    assert help_of("irreversible-before-verified", text) == [
        "add `after: 1 is verified` and a later day, or choose a step that can be undone"
    ]


def test_each_constitution_is_cited_for_what_it_says() -> None:
    text = """\
declaration "Draft"
party ROK "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  ROK and DPRK will pursue peaceful unification.
clause 2
  ROK recognises DPRK as a sovereign state.
"""
    told = check(Source("draft.clause", text), VOCABULARY, Settings()).findings

    assert [each.why for each in told if each.rule == "against-one-constitution"] == [
        "The Kyunghyang Shinmun, on the North’s constitution without reunification (2026)",
        "Constitution of the Republic of Korea, articles 3 and 4, from general knowledge",
    ]


RELATIONS = "clause 1\n  Northland and Westland shall establish diplomatic relations.\n"
WHOLE = "clause 2\n  Northland shall abandon all nuclear weapons.\n  by: 8 years after signature\n"


def test_relations_follow_the_first_verified_step_and_not_the_last_one() -> None:
    first = (
        "clause 3\n  Northland shall dismantle its reactors.\n  by: 2 years after signature\n"
        "  verified by: IAEA using on-site inspection\n"
        "clause 4\n  Northland shall dismantle its missiles.\n"
        "  verified by: IAEA using on-site inspection\n"
    )

    assert help_of("untied-recognition", RELATIONS + WHOLE + first) == [
        "add `after: 3 is verified`, or begin with a liaison office"
    ]
    assert help_of("untied-recognition", RELATIONS + WHOLE) == [
        (
            "put a first verified step before, with `after:` and that step's clause, "
            "or begin with a liaison office"
        )
    ]


def test_where_the_other_step_is_counted_from_this_one_no_wait_makes_a_circle() -> None:
    (remedy,) = help_of(
        "irreversible-before-verified",
        "clause 1\n  Westland shall terminate sanctions on coal exports.\n"
        "  by: 1 year after signature\n"
        "  verified by: IAEA using on-site inspection\n  in return for: 2\n"
        "clause 2\n  Northland shall freeze its reactors.\n"
        "  by: 30 days after 1 is verified\n",
    )

    assert remedy.startswith("begin with a step of 1 that can be undone, or let 2 come first")


def test_one_more_member_does_not_help_where_all_must_agree() -> None:
    text = (
        "body Commission\n  members: 5 from Northland, 5 from Westland\n{}clause 1\n"
        "  Northland shall dismantle its reactors.\n  verified by: Commission\n"
    )

    assert help_of("deadlocked-body", text.format("  decides by: consensus\n")) == [
        (
            "let it decide by `decides by: majority` with a member from neither side, or "
            "`decides by: chair`, or say who decides instead, with `if breached:` below what it "
            "shall do"
        )
    ]
    assert help_of("deadlocked-body", text.format("")) == [
        (
            "add a member from neither side, or `decides by: chair`, or say who decides instead, "
            "with `if breached:` below what it shall do"
        )
    ]


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        (
            'Northland shall leave the valley.\n  by: "an early date"',
            "name a day, an event or another clause, as in `by: 60 days after signature`",
        ),
        (
            'All parties will sign this agreement.\n  after: "the talks"',
            "name a day, an event or another clause, as in `after: 2028-12-31`",
        ),
        (
            'Northland shall suspend exercises.\n  until: "a peace treaty is concluded"',
            (
                'name a day or a clause, or declare `event "peace treaty"`, and below it '
                '`when: outside this text, "a peace treaty is concluded"`, and write '
                '`until: "peace treaty"`'
            ),
        ),
    ],
)
def test_a_time_in_open_words_is_told_with_one_that_fits(lines: str, remedy: str) -> None:
    assert help_of("soft-deadline", f"clause 1\n  {lines}\n") == [remedy]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ('treaty "T"\n  form: treaty', "`ratification:` with each party and its legislature, and"),
        ('treaty "T"', "`ratification:` with each party and its legislature, or,"),
        ('declaration "T"\n  form: joint statement', "`endorsement:` with each party and its"),
    ],
)
def test_who_is_to_stand_behind_a_text_hangs_on_its_form(title: str, asked: str) -> None:
    text = f"{title}\n  scope: complete\nparty Northland\nclause 1\n  Northland shall hold talks.\n"
    findings = check(Source("valley.clause", text), VOCABULARY, Settings()).findings

    assert [asked in each.help for each in findings if each.rule == "unratified-text"] == [True]


def test_savings_clauses_call_the_text_by_its_own_name() -> None:
    (remedy,) = help_of(
        "withdrawal-by-reference",
        "clause 1\n  All parties shall implement paragraph 60 of the Armistice Agreement.\n",
    )

    assert "`Nothing in this treaty affects the presence of foreign forces.`" in remedy


@pytest.mark.parametrize(
    ("rule", "lines", "remedy"),
    [
        (
            "unknown-actor",
            "verified by: the IAEA through on-site inspections every month",
            "put a method after `using`, as in `IAEA using on-site inspections, every 1 month`",
        ),
        (
            "unknown-actor",
            "verified by: IAEA through on-site inspections",
            "put a method after `using`, as in `IAEA using on-site inspections`",
        ),
        (
            "unknown-actor",
            "authority: required",
            "write who and by what body, as in `authority: US by its Senate`",
        ),
        (
            "unknown-event",
            "until: entry into force of a peace treaty",
            (
                'declare `event "peace treaty"`, and below it `when: outside this text, '
                '"entry into force of a peace treaty"`, and write `until: "peace treaty"`'
            ),
        ),
    ],
)
def test_a_value_that_is_nobody_or_nothing_is_told_in_its_own_words(
    rule: str, lines: str, remedy: str
) -> None:
    assert help_of(rule, f"clause 1\n  Northland shall leave the valley.\n  {lines}\n") == [remedy]


@pytest.mark.parametrize(
    ("languages", "remedy"),
    [
        ("English, Korean; Klingon prevails", ["use one of `English` or `Korean`"]),
        ("English, Korean; Koran prevails", ["did you mean `Korean`?"]),
        ("English, Korean; Korean prevails", []),
        ("English, Korean; both texts being equally authentic", []),
        ("English, Korean; both prevail", []),
    ],
)
def test_the_language_that_prevails_is_one_of_those_named(
    languages: str, remedy: list[str]
) -> None:
    text = TREATY.replace("form: treaty", f"languages: {languages}")
    text += "clause 1\n  Northland and Westland shall hold talks.\n"
    findings = check(Source("valley.clause", text), VOCABULARY, Settings()).findings

    assert [each.help for each in findings if each.rule == "unknown-value"] == remedy


def test_long_spans_are_told_in_the_years_a_reader_counts_in() -> None:
    text = TREATY + (
        "clause 1\n  Northland shall freeze its reactors.\n  by: 8 years after signature\n"
        "clause 2\n  Westland shall suspend its exercises.\n  after: 9 years after signature\n"
        "  by: 1 is complete\n"
    )
    findings = check(Source("valley.clause", text), VOCABULARY, Settings()).findings
    (said,) = (each.message for each in findings if each.rule == "infeasible-timetable")

    assert said.startswith("3286 days (9 years) exceed the 2922 (8 years)")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (366, "366 days"),
        (730, "730 days (2 years)"),
        (900, "900 days"),
        (3653, "3653 days (10 years)"),
    ],
)
def test_only_a_number_of_whole_years_is_told_in_years(days: int, words: str) -> None:
    assert in_words(days) == words
    assert as_figure(days) == words.replace(" days", "").replace(" day", "")


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ('  unless: "it snows"\n', "by 1 as long as the condition does not hold"),
        (
            '  unless: "it snows"\n  if: "a war goes on"\n',
            "by 1 once the one condition holds and the other does not",
        ),
        (
            '  if: "it snows"\nclause 2\n  No party shall open the road.\n  unless: "it snows"\n',
            "by 1 and 2 under their conditions",
        ),
    ],
)
def test_when_two_meet_is_told_by_the_condition_that_one_alone_has(lines: str, when: str) -> None:
    text = (
        f"clause 1\n  No party shall open the road.\n{lines}clause 3\n  Westland %s open the road."
    )
    shall, may = (check(Source("v", TREATY + text % how), VOCABULARY, Settings()) for how in _HOW)
    told = [f.message for each in (shall, may) for f in each.findings if f.rule in _FORBIDDING]

    assert told == [
        f"`open the road` is {asked} here and forbidden {when}" for asked in ("owed", "allowed")
    ]


_HOW = ("shall", "may")
_FORBIDDING = {"owed-and-forbidden", "allowed-and-forbidden"}


def test_of_many_other_ways_that_are_closed_too_the_number_is_told() -> None:
    ways = range(3, 9)
    awaited = " or ".join(f"{number} is complete" for number in (2, *ways))
    lines = ["clause 1", "  Northland shall freeze its reactors.", f"  after: {awaited}"]
    for number in (2, *ways):
        lines += [f"clause {number}", "  Westland shall open its border.", "  after: 1 begins"]
    findings = check(
        Source("valley.clause", TREATY + "\n".join(lines)), VOCABULARY, Settings()
    ).findings
    (finding,) = (finding for finding in findings if finding.rule == "deadlock")

    assert finding.message == (
        f"1 waits until {awaited}, 2 until 1 begins, and 6 others wait for these: none can ever begin"
    )
    assert [each.clause for each in finding.related] == ["2", *map(str, ways)]
