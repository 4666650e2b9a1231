"""What the one layout looks like, drawn: a text as a drafter left it, and as it is formatted."""

from __future__ import annotations

from textwrap import dedent

import pytest

from clausecheck.layout import layout, write
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.source import Source, Span
from clausecheck.values import evolve


def formatted(text: str) -> str | None:
    return layout(Source("draft.clause", dedent(text)))[0]


def draws(before: str, after: str) -> bool:
    result = formatted(before)

    assert result == dedent(after).lstrip("\n")

    return formatted(result) == result


def test_an_empty_text_stays_empty() -> None:
    assert formatted("") == ""
    assert formatted("\n \n") == ""


def test_a_text_of_comments_stays_as_it_is() -> None:
    assert formatted("# one\n\n  # two\n") == "# one\n# two\n"


def test_a_text_that_cannot_be_read_whole_is_refused_with_the_reason() -> None:
    text, slips = layout(Source("draft.clause", "clause 1\n  US withdraws.\n  on: 2018-02-31\n"))

    assert text is None
    assert [slip.rule for slip in slips] == ["unreadable-line"]


def test_a_label_that_would_be_lost_is_a_reason_to_refuse() -> None:
    text, slips = layout(Source("draft.clause", "clause 1\n  accept x\n  note: a\n  note: b\n"))

    assert text is None
    assert [slip.rule for slip in slips] == ["duplicate-label"]


def test_a_day_that_does_not_exist_is_no_reason_to_refuse() -> None:
    assert formatted("clause 1\n on: 2018-02-31") == "clause 1\n  on: 2018-02-31\n"


def test_names_are_aligned_in_a_row_of_bare_headings() -> None:
    assert draws(
        """
        party US "United States"
        party "Republic of Korea" "ROK"

        party DPRK
        actor UN "United Nations"
        side North: KPA,CPV
        body JMC "Joint Military Commission"
        party P "P"
          territory: P
        party Q "Q"
        clause 1
        clause 2
        """,
        """
        party US                  "United States"
        party "Republic of Korea" "ROK"
        party DPRK
        actor UN "United Nations"
        side North: KPA, CPV
        body JMC "Joint Military Commission"

        party P "P"
          territory: P

        party Q "Q"

        clause 1

        clause 2
        """,
    )


def test_what_a_clause_defines_stands_below_it_and_the_next_sentence_does_not() -> None:
    assert draws(
        """
        clause 1
         (a) US shall keep the line.
         define "line"
         means: MDL
         > The line is
         [where: MDL]
         body JMC
         members: US
         (b) US shall stay.
         by: signature
         event thaw
         [(c) US shall go.]
         on: signature
        """,
        """
        clause 1
          (a) US shall keep the line.
          define "line"
            means: MDL
            > The line is
            [where: MDL]
          body JMC
            members: US
          (b) US shall stay.
          by: signature
          event thaw
          [(c) US shall go.]
          on: signature
        """,
    )


def test_an_acceptance_stands_in_its_clause_or_apart_from_the_head() -> None:
    assert draws(
        """
        party US
        accept a everywhere
        expires: 2019-03-01
        note: so
        accepted by: US,ROK
        because: It is so.
        accept b
        clause 1
        accept c
        because: “The "line" holds.”
        accept d
        because: say "this” and more
        """,
        """
        party US

        accept a everywhere
          because: "It is so."
          accepted by: US, ROK
          expires: 2019-03-01
          note: so

        accept b

        clause 1
          accept c
            because: “The "line" holds.”
          accept d
            because: say "this” and more
        """,
    )


def test_a_comment_stays_with_its_line_or_goes_before_what_it_was_in() -> None:
    assert draws(
        """
        # first
        clause 1 # heading
          # alone
          US shall # within
            # and again
            withdraw. # after
          by: earlier of signature, # here
             2.1 begins

          limits by zone: # table
            # row
            A: 5 tanks # five
            B: 3 tanks
          [by: signature # bracket
            | on: signature] # closed
          accept x # rule
            note: so
            expires: 2019-03-01 # swallowed
        # last
        """,
        """
        # first
        clause 1  # heading
          # alone
          # within
          # and again
          US shall withdraw.  # after
          # here
          by: earlier of signature, 2.1 begins
          limits by zone:  # table
            # row
            A: 5 tanks  # five
            B: 3 tanks
          # bracket
          [by: signature | on: signature]  # closed
          # rule
          accept x
            expires: 2019-03-01
            note: so

        # swallowed
        # last
        """,
    )


def test_comments_stand_at_the_brackets_round_clauses_as_they_did() -> None:
    assert draws(
        """
        clause 1
        [ # opened
        # the first
        clause 2
          on: signature
        # the bar
        | {US} # theirs
        clause 3
        [
        clause 4
        ] {en}
        ] @full {DPRK} # closed
        clause 5
        """,
        """
        clause 1

        [  # opened
        # the first
        clause 2
          on: signature
        # the bar
        | {US}  # theirs
        clause 3

        [
        clause 4
        ] {en}
        ] @full {DPRK}  # closed

        clause 5
        """,
    )


def test_the_second_of_two_comments_left_at_one_line_goes_below_it() -> None:
    text = "clause 1  # one\n  on: signature  # two\n  by: signature\n"
    declaration, _ = from_syntax(Source("draft.clause", text))
    block = declaration.blocks[0]

    assert isinstance(block, nodes.Block)

    shorter = evolve(declaration, blocks=(evolve(block, items=block.items[1:]),))

    assert write(shorter) == "clause 1  # one\n  # two\n  by: signature\n"


def test_a_long_sentence_wraps_where_nothing_else_could_begin() -> None:
    assert draws(
        """
        clause 1
          ROK and DPRK agree to devise a "practical scheme, with care" for the maritime peace zone in the (western) sea.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down in art. 5 of it.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down by treaty itself.
          Party A agrees to devise a practical scheme for the maritime peace zone that is laid down by map and in words.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down in article 5 and
        in words.
          if breached: US may, after due notice to the other side and to the commission, resume all the measures suspended.
        """,
        """
        clause 1
          ROK and DPRK agree to devise a "practical scheme, with care" for the maritime peace zone in
            the (western) sea.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down in
            art. 5 of it.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down
            by treaty itself.
          Party A agrees to devise a practical scheme for the maritime peace zone that is laid down by map and in words.
          ROK and DPRK agree to devise a practical scheme for the maritime peace zone that is laid down
            in article 5 and in words.
          if breached: US may, after due notice to the other side and to the commission, resume all the
            measures suspended.
        """,
    )


def test_a_last_word_may_overrun_the_width_rather_than_stand_alone() -> None:
    row = "  ROK and DPRK affirm the common goal of a peninsula without weapons in the course of complete"

    assert formatted(f"clause 1\n{row} disarmament.") == f"clause 1\n{row} disarmament.\n"
    assert (
        formatted(f"clause 1\n{row} denuclearization.")
        == f"clause 1\n{row}\n    denuclearization.\n"
    )


def test_a_sentence_that_begins_with_a_bracket_first_closes_it() -> None:
    assert draws(
        """
        clause 1
          [The United States of America and the [Republic | State] of Korea {US} | The forces of both sides {DPRK}] shall stay where they are now.
        """,
        """
        clause 1
          [The United States of America and the [Republic | State] of Korea {US} | The forces of both sides {DPRK}] shall
            stay where they are now.
        """,
    )


def test_a_long_value_wraps_after_a_comma_or_semicolon() -> None:
    assert draws(
        """
        clause 1
          verified by: CTBTO using seismic monitoring of the whole peninsula; IAEA using satellite imagery, every 30 days
          means: shelling, mine laying, armed incursion, live-fire exercise within 5 km of MDL, event and clause, (others)
          aim: a value that has no sign after which the language would read on and that therefore stays in a single row
        """,
        """
        clause 1
          verified by: CTBTO using seismic monitoring of the whole peninsula; IAEA using satellite imagery,
            every 30 days
          means: shelling, mine laying, armed incursion,
            live-fire exercise within 5 km of MDL, event and clause, (others)
          aim: a value that has no sign after which the language would read on and that therefore stays in a single row
        """,
    )


def test_a_bracket_round_lines_that_does_not_fit_has_its_proposals_below_each_other() -> None:
    assert draws(
        """
        clause 1
          [by: signature
          on: signature {US} | [from: signature | until: signature] {DPRK} |
          > it # is
          |
          note: a # b
          {en} | treaty obligations shall stay.
          treaty bodies shall stay.
          {ROK} | define "line"
          means: MDL]
          [verified by: IAEA using on-site inspection, every 30 days {US} | verified by: JMC using cameras {DPRK}]
          [limits by zone:
              A: 5 tanks
          ]
        """,
        """
        clause 1
          [ by: signature
            on: signature {US}
          | [from: signature | until: signature] {DPRK}
          |
            > it # is
          |
            note: a # b
            {en}
          | treaty obligations shall stay.
            treaty bodies shall stay.
            {ROK}
          | define "line"
              means: MDL
          ]
          [ verified by: IAEA using on-site inspection, every 30 days {US}
          | verified by: JMC using cameras {DPRK}
          ]
          [ limits by zone:
              A: 5 tanks
          ]
        """,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a {US} {en} @full | b]", "[a @full {US, en} | b]"),
        ('[a {"US"} | b {"P 1"}]', '[a {US} | b {"P 1"}]'),
        ('[a {“the "side"”}]', '[a {“the "side"”}]'),
    ],
)
def test_who_proposes_is_said_in_one_way(before: str, after: str) -> None:
    assert draws(f"clause 1\naim: {before}\n", f"clause 1\n  aim: {after}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("every: 1 day", "every: 1 day"),
        ("review: every 1 day", "review: every day"),
        ("review: every 1 to 2 days", "review: every 1 to 2 days"),
        ("verified by: IAEA using a, every day, b", "verified by: IAEA using a, b, every day"),
        ("Reversible :  yes", "reversible: yes"),
        ("limits by Zone :\n   A : 5 %", "limits by Zone:\n    A: 5%"),
        ("in: Geneva( 5 ) , § 5 ;$ 5", "in: Geneva (5), §5; $5"),
        ("note:  as   it is", "note: as   it is"),
        (">  as   it is", ">  as   it is"),
        ('aim: “it”, “an "it"”', 'aim: "it", “an "it"”'),
        ("US shall keep € 5, 5 € and A – B .", "US shall keep €5, 5 € and A – B."),
    ],
)
def test_one_thing_is_written_in_one_way(before: str, after: str) -> None:
    assert draws(f"clause 1\n{before}\n", f"clause 1\n  {after}\n")


def test_a_declaration_made_without_a_text_can_be_written() -> None:
    here = Span(0, 0)
    words = nodes.Words(here, "Peace")
    heading = nodes.Heading(here, "declaration", title=words)

    assert (
        write(nodes.Declaration((nodes.Block(here, heading=heading),))) == 'declaration "Peace"\n'
    )
