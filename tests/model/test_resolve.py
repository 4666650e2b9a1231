from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.layout import write
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import LEFT_OUT, every_block, resolve, variants
from clausecheck.source import Source
from clausecheck.syntax.lexer import TooDeep
from tests.model.reading import HEAD, declaration, reading

EXAMPLES = Path(__file__).parents[1] / "layout/examples"
CLAUSE = f"{HEAD}\nclause 1\n  "


def chosen(sentence: str, choices: dict[str, int]) -> str:
    """Return the clause's lines with these choices, in the one layout."""
    text = write(resolve(declaration(f"{CLAUSE}{sentence}\n"), choices))
    return " ".join(text[text.index("clause 1") :].split())


NESTED = "US shall [leave [ROK | DPRK] {US} | stay {DPRK}]."


@pytest.mark.parametrize(
    ("sentence", "choices", "expected"),
    [
        ("US shall [leave | stay].", {}, "clause 1 US shall leave."),
        ("US shall [leave | stay].", {"1#1": 1}, "clause 1 US shall stay."),
        ("US shall leave [ROK].", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        (NESTED, {}, "clause 1 US shall leave ROK."),
        (NESTED, {"1#1": 1}, "clause 1 US shall stay."),
        ("US shall leave.\n  by: [2020-01-01 | signature]", {"1#1": 1}, "clause 1 US shall leave. by: signature"),
        ("US shall leave.\n  by: [2020-01-01]", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        ("US shall leave.\n  [by: 2020-01-01]", {"1#1": LEFT_OUT}, "clause 1 US shall leave."),
        ("US shall leave.\n  if breached: ROK may [stay | leave].", {"1#1": 1}, "clause 1 US shall leave. if breached: ROK may leave."),
    ],
)  # fmt: skip
def test_a_choice_is_taken_wherever_its_bracket_stands(
    sentence: str, choices: dict[str, int], expected: str
) -> None:
    assert chosen(sentence, choices) == expected


def labels(sentence: str) -> list[str]:
    return [way.label for way in variants(declaration(f"{CLAUSE}{sentence}\n"))]


def test_each_proposal_is_taken_once_and_those_of_one_tag_together() -> None:
    assert labels("US shall meet.") == [""]
    assert labels("US shall [leave | stay {US}] [ROK].") == ["", "1#1: stay {US}", "1#2: left out"]
    assert labels("US [may @a | shall @b] withdraw [10% @a | all @b] of its troops.") == ["", "@b"]
    assert labels("US shall [leave {en} | stay {ko}].") == [
        "the English text",
        "the Korean text",
    ]
    assert labels("US shall [leave {en-ROK} | stay {en-DPRK}].") == [
        "the English text of ROK",
        "the English text of DPRK",
    ]
    assert labels("US shall [leave {tl} | stay {en}].")[0] == "the text in `tl`"


def test_a_proposal_is_described_in_few_words() -> None:
    text = (
        "US shall [withdraw 10% of its troops from ROK within 3 days of the end | meet 2 to 3 times | [leave | stay]].\n"
        "  [by: 2020-01-01 | reversible: no | reversible: by US within 3 days]\n"
        '  in return for: [1 | "words"]\n'
    )
    (block,) = [
        block
        for block in every_block(
            declaration(f"{CLAUSE}{text}\n[\nclause 2\n  US shall leave.\n]\n")
        )
        if block.heading.number == "1"
    ]

    assert block.heading.word == "clause"
    assert labels(text + "\n[\nclause 2\n  US shall leave.\n]")[-1] == "2#0: left out"
    assert all(len(label) < 60 for label in labels(text))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.clause")), ids=lambda path: path.stem)
def test_a_resolved_text_written_and_read_again_says_the_same(path: Path) -> None:
    written = declaration(path.read_text())
    for way in variants(written):
        one = resolve(written, dict(way.choices))
        again, slips = from_syntax(Source("again.clause", write(one)))

        assert slips == ()
        assert again.blocks == one.blocks


@pytest.mark.parametrize(
    "sentence",
    ["US shall [not] withdraw.", "US [shall | shall not] withdraw.", "US [agrees] to withdraw."],
)
def test_a_modality_may_be_in_brackets_in_part(sentence: str) -> None:
    built, _ = from_syntax(Source("test.clause", f"{CLAUSE}{sentence}\n"))
    one = resolve(built, {})
    again, _ = from_syntax(Source("again.clause", write(one)))

    assert again.blocks == one.blocks


def test_a_proposal_to_forbid_forbids_where_it_is_taken() -> None:
    for sentence in ("US shall [not] withdraw.", "US agrees to [not] withdraw."):
        text = f"{HEAD}\nclause 1\n  {sentence}\n"
        kinds = [reading(text, {"1#1": choice}).provisions[0].kind for choice in (0, LEFT_OUT)]

        assert kinds == ["prohibition", "duty"]


def test_brackets_of_one_number_are_told_apart() -> None:
    text = declaration(
        f"{HEAD}clause 1\n  US shall [leave | stay | go].\nclause 1\n  ROK shall [leave | stay].\n"
        "[\n[\nclause 2\n  US shall leave.\n] {US}\n] {ROK}\n"
    )

    addresses = [way.label.partition(":")[0] for way in variants(text)[1:]]

    assert addresses == ["1#1", "1#1", "1#2", "2#0-2", "2#0"]


def test_blocks_in_too_many_brackets_are_refused() -> None:
    text = f"{HEAD}" + "[\n" * 1_000 + "clause 1\n  US shall leave.\n" + "]\n" * 1_000

    with pytest.raises(TooDeep):
        from_syntax(Source("deep.clause", text))
