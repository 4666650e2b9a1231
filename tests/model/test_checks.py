from __future__ import annotations

from collections.abc import Collection

import pytest

from clausecheck.model import nodes
from clausecheck.model.checks import check_blocks, check_names, check_reading
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.reading import read
from clausecheck.model.resolve import resolve
from clausecheck.source import Source, Span
from tests.model.reading import declaration, names_of, vocabulary

OTHERS = {"peace-1953": frozenset({"1", "13(a)", "13(b)"})}


def lookup(name: str) -> Collection[str] | str:
    return OTHERS.get(name, f"no text is named `{name}`")


def drawn(text: str) -> list[tuple[str, str, str, str]]:
    """Return rule, the words marked, message and help of every slip, in text order."""
    written = declaration(text)
    chosen = resolve(written, {})
    names = names_of(chosen)
    slips = [
        *check_blocks(written, vocabulary()),
        *check_names(written, names, vocabulary(), lookup),
        *check_reading(read(chosen, names, vocabulary()), vocabulary()),
    ]
    return [
        (slip.rule, " ".join(text[slip.at.start : slip.at.end].split()), slip.message, slip.help)
        for slip in sorted(slips, key=lambda slip: slip.at)
        if slip.rule != "bracket-unresolved"
    ]


PLAIN = """\
declaration "A text"
  scope: complete

party US   "United States of America"
party DPRK "Democratic People's Republic of Korea"

"""


def told(text: str, head: str = PLAIN) -> list[tuple[str, str, str, str]]:
    return drawn(head + text)


def test_a_sound_text_has_no_slip() -> None:
    assert told("clause 1\n  US shall withdraw its troops.\n  by: 2020-01-01\n") == []


# ── Headings ──

BEGIN = 'begin with `declaration "…"`, or agreement, treaty, statement, resolution or bill'


def test_an_empty_text_is_told() -> None:
    assert drawn("") == [("missing-title", "", "this text is empty", BEGIN)]
    assert drawn("# only a comment\n") == [("missing-title", "", "this text is empty", BEGIN)]


def test_a_text_needs_one_title_and_needs_it_first() -> None:
    clause = "clause 1\n  Unnamed shall meet.\n"

    assert drawn(clause) == [("missing-title", "clause 1", "this text has no title", BEGIN)]
    assert drawn(clause + 'treaty "A"\n') == [
        (
            "missing-title",
            'treaty "A"',
            "`treaty` does not come first",
            "put it at the head of the text",
        )
    ]
    assert drawn('treaty "A"\nbill "B"\n' + clause) == [
        (
            "missing-title",
            'bill "B"',
            "a second title in one text",
            "put the other text in a file of its own",
        )
    ]


def test_what_is_numbered_or_named_twice_is_told_at_the_second() -> None:
    text = """\
party US "United Sandwiches"
define "test"
  means: "a"
define "Test"
  means: "b"
event test
  when: "seen"
article 1
clause 1
  (a) US shall test missiles.
  (a) US shall meet.
  after: test
article 1
clause 1
  US shall meet.
"""
    again = "keep one, or give the other a name of its own"

    assert told(text) == [
        ("duplicate-name", "US", "`US` is declared twice", again),
        ("duplicate-name", '"Test"', "`Test` is declared twice", again),
        ("duplicate-number", "(a) US shall meet.", "a second 1(a)", "give it a letter of its own"),
        ("duplicate-number", "1", "a second article 1", "give it a number of its own"),
        ("duplicate-number", "1", "a second clause 1", "number it with its article: `clause 1.1`"),
    ]


def test_the_proposals_of_one_bracket_may_repeat_one_another_but_nothing_else() -> None:
    text = """\
clause 1
  US shall meet.
[
clause 2
  US shall meet.
|
clause 2
  US shall leave.
|
clause 1
  US shall leave.
]
clause 2
  US shall meet.
"""

    assert [(rule, message) for rule, _, message, _ in told(text)] == [
        ("duplicate-number", "a second clause 1"),
        ("duplicate-number", "a second clause 2"),
    ]


# ── Labels ──


def test_a_label_that_belongs_elsewhere_is_told_with_its_place() -> None:
    text = """\
clause 1
  US shall meet.
  form: treaty
  members: US
  territory: the north
  means: "x"
  when: "y"
article 2
  by: 2020-01-01
  [form: treaty | note: no]
"""

    assert told(text) == [
        ("misplaced-label", "form:", "`form:` belongs to the head of the text", "move it there; under `clause` it has no meaning"),
        ("misplaced-label", "members:", "`members:` belongs to a body", "move it there; under `clause` it has no meaning"),
        ("misplaced-label", "territory:", "`territory:` belongs to a party, actor, side or body", "move it there; under `clause` it has no meaning"),
        ("misplaced-label", "means:", "`means:` belongs to a definition", "move it there; under `clause` it has no meaning"),
        ("misplaced-label", "when:", "`when:` belongs to an event", "write `after:` if it is when a duty begins, `if:` if it is a condition"),
        ("misplaced-label", "by:", "`by:` belongs to a clause", "move it there; under `article` it has no meaning"),
        ("misplaced-label", "form:", "`form:` belongs to the head of the text", "move it there; under `article` it has no meaning"),
    ]  # fmt: skip


def test_a_label_that_can_be_meant_once_stands_once_for_each_sentence() -> None:
    text = """\
clause 1
  by: 2020-01-01
  note: one
  note: two
  (a) US shall meet.
  by: 2021-01-01
  by: 2022-01-01
  (b) US shall meet.
  by: 2023-01-01
  if: "a"
  if: "b"
  body Panel
    task: talks
    task: talks
"""
    again = "keep one, or put the second duty in a sentence of its own"

    assert [each for each in told(text) if each[0] != "unused-name"] == [
        ("duplicate-label", "by:", "`by:` stands here twice", again),
        ("duplicate-label", "task:", "`task:` stands here twice", again),
    ]


def test_a_sentence_needs_a_clause() -> None:
    below = "\nclause 1.1\n  US shall meet.\n"

    assert told(f"article 1\n  US shall meet.\n  DPRK shall meet.{below}") == [
        (
            "unreadable-line",
            "US shall meet.",
            "2 sentences stand under `article`, in no clause",
            "put `clause` and its number above it",
        )
    ]
    assert told(f"preamble\n  US recognises DPRK.{below}") == [
        (
            "unreadable-line",
            "US recognises DPRK.",
            "a sentence stands under `preamble`, in no clause",
            "put `clause P1` above it",
        )
    ]


def test_an_unknown_value_is_told_with_the_nearest_or_with_all() -> None:
    head = PLAIN.replace("scope: complete", "scope: [whole | complet]\n  form: treety")
    clause = "clause 1\n  US shall meet.\n  certainty: known\n"

    assert told(clause, head) == [
        ("unknown-value", "whole", "`whole` is no scope", "use one of `complete` or `partial`"),
        ("unknown-value", "complet", "`complet` is no scope", "did you mean `complete`?"),
        ("unknown-value", "treety", "`treety` is no form", "did you mean `treaty`?"),
    ]


# ── Brackets ──


def test_the_clauses_of_a_bracket_that_is_not_closed_are_read_all_the_same() -> None:
    text = "[\nclause 1\n  US shall meet.\n|\nclause 2\n  US shall meet.\n"
    built, slips = from_syntax(Source("x", text))

    assert [(slip.at, slip.message) for slip in slips] == [
        (Span(0, 1), "this bracket is not closed")
    ]
    assert [block.heading.number for block in built.blocks if isinstance(block, nodes.Block)] == [
        "1",
        "2",
    ]


def test_a_proposal_without_a_tag_among_tagged_ones_is_told() -> None:
    assert told("clause 1\n  US shall [meet @full | leave].\n") == [
        (
            "untagged-proposal",
            "leave",
            "this proposal has no tag, though another of its bracket has",
            "tag it, as in `@full`, so that it is clear what moves together",
        )
    ]


def test_a_proposal_by_nobody_known_is_told_at_the_name() -> None:
    assert told("clause 1\n  US shall [meet {US, DPRX} | leave {ko}].\n") == [
        ("unknown-actor", "DPRX", "nobody is named `DPRX`", "did you mean `DPRK`?")
    ]


def test_what_any_proposal_declares_can_be_referred_to() -> None:
    text = """\
clause 1
  US shall meet.
  after: [start | finish]
[
event start
  when: "a"
|
event finish
  when: "b"
]
"""

    assert told(text) == []


def test_a_clause_that_a_bracket_may_take_away_is_told_where_it_is_relied_on() -> None:
    text = """\
clause 1
  US shall meet.
  after: 3 is complete
  in return for: 4
[
clause 2
  US shall meet.
  after: 3 is complete
clause 3
  US shall meet.
]
[
clause 4
  US shall meet.
|
clause 4
  US shall leave.
]
"""

    assert told(text) == [
        (
            "unresolved-reference",
            "3",
            "clause 3 stands in brackets and may be left out",
            "settle the bracket, or put this in brackets too, with one tag for both",
        )
    ]


def test_a_clause_all_of_whose_content_is_proposed_may_be_left_out_too() -> None:
    text = """clause 1
  US shall meet.
  in return for: 2
  subject to: 3
  notwithstanding: 4
clause 2
  [US shall leave. {US}]
clause 3
  [US shall leave. {US} | US shall stay. {US}]
clause 4
  [US shall leave. {US}]
clause 4.1
  US shall stay.
"""

    assert [(at, what) for _, at, what, _ in told(text)] == [
        ("2", "clause 2 stands in brackets and may be left out")
    ]


# ── Names ──


def clause(label: str, sentence: str = "US shall meet.") -> str:
    return f"clause 1\n  {sentence}\n  {label}\n"


@pytest.mark.parametrize(
    ("label", "marked", "offer"),
    [
        ("verified by: IAEB", "IAEB", "did you mean `IAEA`?"),
        ("verified by: IAEA inspection", "IAEA inspection", "put a method after `using`, as in `IAEA using inspection`"),
        ("verified by: Wobble", "Wobble", 'declare it, as in `actor Wobble "…"`'),
        ("with consent of: DPRL", "DPRL", "did you mean `DPRK`?"),
        ("reversible: by DPRL within 3 days", "DPRL", "did you mean `DPRK`?"),
        ("reports: every 30 days to DPRL", "DPRL", "did you mean `DPRK`?"),
        ("counted from: 2020-01-01 for DPRL", "DPRL", "did you mean `DPRK`?"),
        ("by: to be settled by DPRL", "DPRL", "did you mean `DPRK`?"),
        ("reviewer: ended by DPRL", "DPRL", "did you mean `DPRK`?"),
        ("authority: DPRL", "DPRL", "did you mean `DPRK`?"),
    ],
)  # fmt: skip
def test_an_actor_whom_nobody_declares_is_told(label: str, marked: str, offer: str) -> None:
    assert told(clause(label)) == [("unknown-actor", marked, f"nobody is named `{marked}`", offer)]


@pytest.mark.parametrize(
    "label",
    [
        "verified by: the other party",
        "verified by: both sides using inspection",
        'verified by: "experts"',
        "with consent of: United States of America, all parties",
        "judged by: the UNSC",
        "verified by: IAEA using inspection, within 6 hours of a request by the other side",
        "starts: within 6 hours of a request by DPRK",
    ],
)
def test_parties_bodies_and_groups_need_no_declaration(label: str) -> None:
    assert told(clause(label)) == []


def test_a_subject_whom_nobody_declares_is_told() -> None:
    assert told(clause("by: 2020-01-01", "Wobbleland shall meet.")) == [
        (
            "unknown-actor",
            "Wobbleland",
            "nobody is named `Wobbleland`",
            'declare it, as in `actor Wobbleland "…"`',
        )
    ]


def test_an_unknown_word_is_told_with_the_nearest_terms() -> None:
    assert told(clause("by: 2020-01-01", "US shall dismantel its missiles and xyzzyx.")) == [
        (
            "unknown-word",
            "dismantel",
            "`dismantel` is not in the vocabulary",
            "did you mean `dismantle`? If not, define it or put it in quotation marks",
        ),
        (
            "unknown-word",
            "xyzzyx",
            "`xyzzyx` is not in the vocabulary",
            "define it, put it in quotation marks, or add it to `vocabulary.toml`",
        ),
    ]


def test_an_unknown_word_beside_a_known_actor_is_a_word() -> None:
    (slip,) = told(clause("by: 2020-01-01", "US and its gloop shall meet."))

    assert slip[:2] == ("unknown-word", "gloop")


def test_the_words_of_what_follows_a_breach_are_looked_at_once() -> None:
    lines = (
        "clause 1\n  if breached: US may xyzzyx.\n  (a) US shall meet.\n  (b) DPRK shall meet.\n"
    )

    assert [slip[:2] for slip in told(lines)] == [("unknown-word", "xyzzyx")]


# ── Events and numbers ──


@pytest.mark.parametrize(
    ("label", "marked", "offer"),
    [
        ("after: signiture", "signiture", "did you mean `signature`?"),
        ("after: wobble", "wobble", "declare it with `event wobble`, or put open words in quotation marks"),
        ("by: 3 days after signiture", "signiture", "did you mean `signature`?"),
        ("by: within 3 days of signiture", "signiture", "did you mean `signature`?"),
        ("after: a request", "a request", "declare it with `event a request`, or put open words in quotation marks"),
    ],
)  # fmt: skip
def test_an_event_that_nobody_declares_is_told(label: str, marked: str, offer: str) -> None:
    assert told(clause(label)) == [
        ("unknown-event", marked, f"no event is named `{marked}`", offer)
    ]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("five years", "5 years"), ("60days", "60 days"), ("26 September 2018", "2018-09-26")],
)
def test_an_event_that_is_a_time_is_told_with_what_to_type(name: str, typed: str) -> None:
    found = [help for rule, _, _, help in lenient(clause(f"by: {name}")) if rule]  # noqa: A001

    assert any(typed in offer for offer in found)


def lenient(text: str) -> list[tuple[str, str, str, str]]:
    """Return the slips of a text that syntax may have stumbled over already."""
    from clausecheck.model.from_syntax import from_syntax  # noqa: PLC0415
    from clausecheck.source import Source  # noqa: PLC0415

    written, slips = from_syntax(Source("test.clause", PLAIN + text))
    names = names_of(resolve(written, {}))
    every = [*slips, *check_names(written, names, vocabulary(), lookup)]
    return [(slip.rule, "", slip.message, slip.help) for slip in every]


def test_a_clause_is_no_moment_until_its_state_is_said() -> None:
    assert told("clause 2\n  US shall meet.\n" + clause("after: 2")) == [
        (
            "missing-state",
            "2",
            "`2` is a clause, not a moment",
            "say `2 begins`, `2 is complete` or `2 is verified`; if the text is silent, `2 (point not stated)`",
        )
    ]


@pytest.mark.parametrize(
    ("label", "marked", "message", "offer"),
    [
        ("in return for: 13(a)", "13(a)", "there is no clause 13(a)", "number the clause so, or name one that is there"),
        ("in return for: 11", "11", "there is no clause 11", "did you mean `1`?"),
        ("in return for: 1 to 13", "1 to 13", "there is no clause 13", "did you mean `1`?"),
        ("implements: peace-1953 7", "peace-1953 7", "`peace-1953` has no 7", "see its numbers"),
        ("implements: peace-1953 13(c)", "peace-1953 13(c)", "`peace-1953` has no 13(c)", "did you mean `13(a)` or `13(b)`?"),
        ("implements: war-1950 1", "war-1950 1", "no text is named `war-1950`", "name the file without its ending, and see that it is there once"),
    ],
)  # fmt: skip
def test_a_number_that_no_clause_bears_is_told(
    label: str, marked: str, message: str, offer: str
) -> None:
    assert told(clause(label)) == [("unresolved-reference", marked, message, offer)]


@pytest.mark.parametrize("label", ["implements: peace-1953 1", "implements: peace-1953 13"])
def test_a_number_in_another_text_stands_for_all_below_it(label: str) -> None:
    assert told(clause(label)) == []


def test_the_number_of_a_resolution_is_no_clause() -> None:
    text = "clause 1\n  DPRK shall respect resolutions 1718, 1874 (2009) and 2397.\n"

    assert told(f"{text}  subject to: UNSCR 2397\n") == []


def test_a_year_is_no_clause() -> None:
    assert told(clause("by: 2020-01-01", "US shall respect the Armistice Agreement of 1953.")) == []


# ── What nobody uses ──


def test_what_is_declared_and_never_used_is_told_once() -> None:
    text = """\
define "shell"
  means: "x"
define "guard"
  means: "y"
event handover
  when: "z"
event recovery
  when: "z"
actor PRC "China"
actor Japan "Land of Wa"
actor Poland "Republic of Poland"
side North: DPRK, Poland
body Panel
  members: US
clause 1
  US shall remove guards.
  after: recovery
  > Also the Land of Wa's.
"""

    assert told(text) == [
        ("unused-name", 'define "shell"', "`shell` is defined and never used", "use it, or leave the definition out"),
        ("unused-name", "event handover", "the event `handover` is never referred to", "refer to it, or leave it out"),
        ("unused-name", "PRC", "`PRC` is declared and never mentioned", "give it a part, or leave it out"),
        ("unused-name", "North", "`North` is declared and never mentioned", "give it a part, or leave it out"),
        ("unused-name", "Panel", "`Panel` is declared and never mentioned", "give it a part, or leave it out"),
    ]  # fmt: skip


# ── Brackets ──


def test_what_the_first_proposal_leaves_without_a_modality_is_told() -> None:
    assert told("clause 1\n  US [ends | takes note of] the ban.\n") == [
        (
            "unreadable-line",
            "US [ends | takes note of] the ban.",
            "some of what is proposed here does not say how bindingly",
            "say `shall`, `will`, `may` or `declares that` in every proposal, or before them",
        )
    ]
    assert told("clause 1\n  US [shall | may] end the ban.\n") == []


@pytest.mark.parametrize(
    ("brackets", "helps"),
    [
        ("[open][close]", ["write `[open | close]`, if one of the two is to be taken", ""]),
        ("[open] [and close]", ["", ""]),
        ("[open][and close]", ["", ""]),
        ("[open | close][mend]", ["", ""]),
    ],
)
def test_two_proposals_that_touch_are_said_to_be_two(brackets: str, helps: list[str]) -> None:
    written = declaration(f"{PLAIN}clause 1\n  US shall {brackets} the road.\n")
    slips = [s for s in check_blocks(written, vocabulary()) if s.rule == "bracket-unresolved"]

    assert [slip.help if "[" in slip.help else "" for slip in slips] == helps


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("(a) US shall go.\n  [(b) US shall stay.]\n  by: 2027-01-01", "it leaves `by:` to (a)"),
        (
            "(a) US shall go.\n  [(b) US shall stay.]\n  by: 2027-01-01\n  [from: signature]",
            "it leaves `by:` and `from:` to (a)",
        ),
        (
            "[(a) US shall go.]\n  by: 2027-01-01\n  (b) US shall stay.",
            "it leaves `by:` to all that follows",
        ),
        (
            "[(a) US shall go.]\n  [(b) US shall stay.]\n  by: 2027-01-01",
            "it leaves `by:` to what stands above",
        ),
        ("(a) US shall go.\n  [(b) US shall stay.\n    by: 2027-01-01]", ""),
        ("(a) US shall go.\n  [(b) US shall stay. | (b) US shall wait.]\n  by: 2027-01-01", ""),
        ("(a) US shall go.\n  [(b) US shall stay.]\n  > in their own words", ""),
        ("by: 2027-01-01\n  (a) US shall go.\n  [(b) US shall stay.]\n  (c) US shall wait.", ""),
        ("[US shall go.]\n  by: 2027-01-01", ""),
    ],
)
def test_lines_that_a_sentence_left_out_leaves_to_another_are_told(clause: str, told: str) -> None:
    """A line below a sentence binds that one; without the sentence it binds another."""
    written = declaration(f"{PLAIN}clause 1\n  {clause}\n")
    slips = [s for s in check_blocks(written, vocabulary()) if s.rule == "bracket-unresolved"]

    assert [
        each.message.partition("left out, ")[2] for each in slips if "left out" in each.message
    ] == ([told] if told else [])
