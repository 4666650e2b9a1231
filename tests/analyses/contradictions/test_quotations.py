"""What is quoted, held against the sentence above it: only what cannot be meant alike is told."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause


def told(*lines: str) -> list[tuple[str, str, str, str, str]]:
    text = Text(clause(*lines))
    return [
        (found.what, text[found.at], found.quoted, text[found.against], found.said)
        for found in text.facts.contradictions
    ]


@pytest.mark.parametrize(
    ("sentence", "quoted", "expected"),
    [
        (
            "Northland shall dismantle its reactors.",
            "Northland may dismantle its reactors.",
            ("modality", "may", "may", "shall", "shall"),
        ),
        (
            "Northland shall dismantle its reactors.",
            "Northland shall not dismantle its reactors.",
            ("negation", "shall not", "shall not", "shall", "shall"),
        ),
        (
            "Northland shall dismantle its reactors.",
            "Southland shall dismantle its reactors.",
            ("actor", "Southland", "Southland", "Northland", "Northland"),
        ),
        (
            "Westland shall withdraw 500 troops.",
            "Westland shall withdraw 5,000 troops.",
            ("number", "5,000", "5,000", "500", "500"),
        ),
    ],
)
def test_a_contradiction(
    sentence: str, quoted: str, expected: tuple[str, str, str, str, str]
) -> None:
    assert told(sentence, f"> {quoted}") == [expected]


def test_a_span_within_the_sentences_that_differs() -> None:
    lines = ("Northland shall dismantle its reactors within 60 days.",)

    assert told(*lines, "> Northland shall dismantle its reactors within 90 to 120 days.") == [
        ("date", "90 to 120 days", "90 to 120 days", "60 days", "60 days")
    ]
    assert not told(*lines, "> Northland shall dismantle its reactors within sixty days.")
    assert not told(
        "(a) Northland shall dismantle its reactors within 90 days.",
        "(b) Northland shall dismantle its reactors within 60 days.",
        "> Northland shall dismantle its reactors within ninety days.",
    )


@pytest.mark.parametrize(
    ("due", "quoted"),
    [
        ("60 days after signature", "within 90 days after entry into force"),
        ("60 days after signature", "within 90 days"),
        ("60 days before signature", "within 90 days after signature"),
        ("60 days after 2 is complete", "within 90 days after signature"),
        ("60 days after the signature", "within 60 days of the signature"),
    ],
)
def test_spans_that_are_counted_otherwise(due: str, quoted: str) -> None:
    lines = ("Northland shall dismantle its reactors.", f"by: {due}")

    assert not told(*lines, f"> Northland shall dismantle its reactors {quoted}.")


def test_a_day_that_differs() -> None:
    lines = ("Northland shall dismantle its reactors.", "by: 2027-03-01")

    assert told(*lines, "> Northland shall dismantle its reactors by 2027-04-01.") == [
        ("date", "2027-04-01", "2027-04-01", "2027-03-01", "2027-03-01")
    ]
    assert told(
        lines[0], "by: 2027-04", "> Northland shall dismantle its reactors by 2027-03-01."
    ) == [("date", "2027-03-01", "2027-03-01", "2027-04", "2027-04")]


@pytest.mark.parametrize(
    "quoted",
    [
        "Northland undertakes to dismantle its reactors.",
        "Northland shall dismantle its missiles.",
        "Northland may keep its reactors.",
        "Northland recognises that reactors may be dismantled by Southland.",
        "Nothing that can be read here ] at all.",
        "The sides shall dismantle their reactors.",
        "Northland shall dismantle its reactors by 2027-03-01.",
        "Northland shall dismantle its reactors by 2027-03.",
        "Northland shall dismantle its reactors after 2026-01-01.",
        "Northland shall dismantle all of its reactors.",
        "Northland shall dismantle 3 reactors.",
        ".",
        "note: this is a label, and no sentence",
    ],
)
def test_what_is_no_contradiction(quoted: str) -> None:
    lines = ("Northland shall dismantle its reactors.", "by: 2027-03-01", f"> {quoted}")

    assert told(*lines) == []


def test_numbers_of_other_units_or_of_all_are_not_compared() -> None:
    assert (
        told(
            "Northland shall reduce its forces by 30%.",
            "> Northland shall reduce its forces by 30,000.",
        )
        == []
    )
    assert (
        told("Northland shall withdraw all troops.", "> Northland shall withdraw 500 troops.") == []
    )
    assert (
        told("Northland shall withdraw 5,000 troops.", "> Northland shall withdraw 5000 troops.")
        == []
    )


def test_another_sentence_of_the_clause_bears_the_quotation_out() -> None:
    assert (
        told(
            "(a) Northland may dismantle its reactors.",
            "(b) Northland shall dismantle its reactors.",
            "> Northland may dismantle its reactors.",
        )
        == []
    )
    assert (
        told(
            "(a) Southland shall dismantle its reactors.",
            "(b) Northland shall dismantle its reactors.",
            "> Southland shall dismantle its reactors.",
        )
        == []
    )
    assert told(
        "(a) Westland shall withdraw 500 troops.",
        "(b) Westland shall withdraw 900 troops.",
        "> Westland shall withdraw 500 troops.",
    ) == []  # fmt: skip


def test_a_statement_is_not_held_against_a_duty() -> None:
    assert told(
        "Northland declares that it will dismantle its reactors.",
        "> Northland will dismantle its reactors.",
    ) == []  # fmt: skip
    assert told(
        "Northland affirms the dismantlement of its reactors.",
        "> Northland will dismantle its reactors.",
    ) == []  # fmt: skip


def test_a_quotation_over_lines_is_one_sentence() -> None:
    assert told(
        "Northland shall dismantle its reactors.",
        "> Peace is here. Northland",
        "> may dismantle its reactors. So be it.",
    ) == [("modality", "may", "may", "shall", "shall")]


def test_a_quotation_above_the_first_sentence_is_nobodys() -> None:
    assert (
        told("> Northland may dismantle its reactors.", "Northland shall dismantle its reactors.")
        == []
    )


@pytest.mark.parametrize(
    ("sentences", "quoted", "expected"),
    [
        (["shall lift sanctions on coal."], "shall suspend sanctions on coal.", "suspend/lift"),
        (["shall suspend sanctions on coal."], "shall waive sanctions on coal.", None),
        (["shall freeze its reactors."], "shall dismantle its reactors.", "dismantle/freeze"),
        (["shall freeze its reactors."], "shall close its reactors.", None),
        (["shall freeze its reactors."], "shall dismantle its missiles.", None),
        (["shall freeze its reactors."], "may dismantle its reactors.", None),
        (["shall freeze its reactors.", "shall dismantle its reactors."], "shall dismantle its reactors.", None),
        (["shall freeze its reactors."], "shall freeze and then dismantle its reactors.", None),
    ],
)  # fmt: skip
def test_a_pause_where_the_other_has_an_end(
    sentences: list[str], quoted: str, expected: str | None
) -> None:
    lettered = [
        f"({letter}) Northland {said}" for letter, said in zip("ab", sentences, strict=False)
    ]
    found = [
        (f"{quoted}/{said}", what)
        for what, _, quoted, _, said in told(*lettered, f"> Northland {quoted}")
    ]

    assert found == ([(expected, "act")] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "quoted", "expected"),
    [
        (
            "All parties declare that the war is over.",
            "The Parties declare that the war is not over.",
            ("negation", "is not", "is not", "is", "is"),
        ),
        (
            "All parties declare that the war is not over.",
            "The war is over.",
            ("negation", "is", "is", "is not", "is not"),
        ),
        (
            "All parties affirm that Northland has reactors.",
            "Northland does not have reactors.",
            None,
        ),
        (
            "All parties affirm that Northland holds missiles.",
            "Northland does not hold missiles.",
            ("negation", "does not", "does not", "Northland", "northland"),
        ),
        ("All parties declare that the war is over.", "The war has ended.", None),
        ("All parties declare that the war is over.", "Northland shall open the road.", None),
        ("Northland shall open the road.", "The war is not over.", None),
        (
            "Northland shall dismantle all reactors.",
            "Northland shall dismantle reactors.",
            ("left out", "reactors", "", "all", "all"),
        ),
        ("Northland shall dismantle them all.", "Northland shall dismantle them.",
            ("left out", "them", "", "all", "all")),
        ("Northland shall dismantle all reactors.", "Northland shall dismantle each reactor.", None),
        ("Northland shall dismantle reactors.", "Northland shall dismantle all reactors.", None),
        (
            "Northland shall freeze its reactors.",
            "Northland shall freeze its reactors in principle.",
            ("added", "in principle", "in principle", "freeze", "in principle"),
        ),
        (
            "Northland shall freeze its reactors.",
            'Northland shall freeze its reactors "as conditions ripen".',
            ("added", '"as conditions ripen"', "as conditions ripen", "freeze", "as conditions ripen"),
        ),
        (
            "Northland shall freeze its reactors where feasible.",
            "Northland shall freeze its reactors.",
            ("left out", "freeze", "", "where feasible", "where feasible"),
        ),
        (
            "Northland shall freeze its reactors where feasible.",
            "Northland shall freeze its reactors in principle.",
            None,
        ),
        (
            "Northland shall freeze its reactors where feasible.",
            "Northland shall put its reactors on ice.",
            None,
        ),
        ("Northland shall freeze its reactors.", "Northland shall open the road where feasible.", None),
    ],
)  # fmt: skip
def test_a_word_more_or_less(
    sentence: str, quoted: str, expected: tuple[str, str, str, str, str] | None
) -> None:
    assert told(sentence, f"> {quoted}") == ([expected] if expected else [])


@pytest.mark.parametrize(
    "lines",
    [
        ("Northland shall freeze its reactors.", 'if: "feasible"'),
        ("Northland shall freeze its reactors.", 'by: "as conditions ripen"'),
        ("Northland shall freeze its reactors.", "after: 1 is complete"),
    ],
)
def test_a_label_that_says_what_softens_it(lines: tuple[str, ...]) -> None:
    assert told(*lines, "> Northland shall freeze its reactors where feasible.") == []


def test_another_sentence_that_says_what_softens_it() -> None:
    assert not told(
        "(a) Northland shall freeze its reactors where feasible.",
        "(b) Northland shall freeze its reactors.",
        "> Northland shall freeze its reactors where feasible.",
    )
