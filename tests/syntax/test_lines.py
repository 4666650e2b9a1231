"""Where lines, values and blocks end, whatever stands between."""

from __future__ import annotations

import pytest

from clausecheck.source import Place, Source
from clausecheck.syntax.lexer import _bars
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.trees import Tree
from tests.syntax.test_sentences import of_kind
from tests.syntax.texts import Parsed, parse

ONE_LABEL = {
    "a comment after it": "by: 60 days after signature # why",
    "comments between its rows": "verified by: IAEA;\n    # first\n# second\n    CTBTO",
    "its value below it": "by:\n    60 days after signature",
    "after a comma": "quota: 20 per year for 3 years,\n  then 15 per year for 5 years",
    "in a bracket": "by: [signature {US}\n    | 90 days after signature {DPRK}]",
    "in a bracket, the bar first": "by: [\n    signature {US}\n  | entry into force {DPRK}\n  ]",
    "rows": "limits by zone:\n    Zone A: 22,000 troops; 230 tanks\n    # odd\n    Zone D: 4,000 troops",
    "a range": "in return for: 13(e) to 13(j)",
    "another agreement's clauses": "in return for: agreed-framework-1994 I.3 to I.5, 2.1",
    "a clock": "by: 2015-02-15 00:00 Kyiv",
    "a remark with signs": "note: see #5 at https://example.org/a#b: [yes {no",
    "an address": "source: https://example.org/a#b",
    "a comment sign in quotation marks": 'if: "talks # fail"',
    "curly marks": "if: “talks fail”",
    "a capital": "By: signature",
    "a blank before the colon": "by : signature",
    "two blanks between its words": "verified  by: IAEA",
    "a wrapped sentence": "if breached: US may resume\n    the measures of 3.1.",
    "a silence in place of a sentence": "if breached: to be settled by JMC",
    "a silence with odd blanks": "otherwise: to  be settled",
    "an act with the party's word": "when: US and ROK agree to 2.1 in part (as in 13(c)) or all of it",
    "the point of a clause": "after: 2.1 (point not stated)",
    "a month": "by: 2018-12",
    "a name with a keyword in it": "until: end of the exercise period",
    "in brackets": "[with consent of: ROK {ROK, US} @full]",
    "in brackets of several rows": "[\n  by: signature {US}\n  # or\n  |\n  by: entry into force {DPRK}\n  ]",
    "in brackets within brackets": "[[by: signature] {US}\n  | by: entry into force {DPRK}]",
    "in brackets that end further left": "    [\n      by: signature\n]",
    "brackets with quoted words": "[\n  by: signature\n  > the [ and the # stay\n  {US} |\n  note: a ] and # more\n  ]",
}

ONE_SENTENCE = {
    "wrapped": "US shall withdraw\n  its troops\n  from ROK.",
    "comments between its rows": "US shall withdraw # why\n    # how\n  its troops.",
    "wrapped before a heading's word": "US shall withdraw from the\n  party hall and all of it.",
    "wrapped after an abbreviation": "US shall honour Resolution No.\n  1718 of the Council.",
    "wrapped before a name": "US shall inspect the sites that\n  ROK will name.",
    "a subject that wraps": "The Government of the\n  Republic of Korea shall open the river.",
    "a bracket that wraps": "US shall withdraw [its troops {US}\n  | its tanks {ROK}\n  ] from ROK.",
    "a bracket first": "[US | ROK] shall withdraw.",
    "a bracket first that wraps": "[US {ROK}\n  | ROK {US}] shall withdraw\n  its troops.",
    "a heading's word first": "Party lines shall be kept.",
    "a heading's word and a number first": "Article 5 of the treaty shall apply.",
    "in brackets": "[US shall withdraw. {ROK} | US may stay. {US}]",
}


@pytest.mark.parametrize("line", ONE_LABEL.values(), ids=ONE_LABEL)
def test_a_label_is_read_to_its_end(line: str) -> None:
    parsed = among(line)

    assert parsed.slips == ()
    assert rules(parsed)[1:] in (["label", "label"], ["items_in_brackets", "label"])


@pytest.mark.parametrize("line", ONE_SENTENCE.values(), ids=ONE_SENTENCE)
def test_a_sentence_is_read_to_its_full_stop(line: str) -> None:
    parsed = among(line)

    assert parsed.slips == ()
    assert rules(parsed)[1:] in (["sentence", "label"], ["items_in_brackets", "label"])


def among(line: str) -> Parsed:
    return parse(
        Source(
            "x", f"clause 1\n  ROK shall open the river.\n  {line}\n  certainty: seen\nclause 2\n"
        )
    )


def rules(parsed: Parsed) -> list[str]:
    return [str(item.rule) for item in parsed.blocks[0].items if isinstance(item, Tree)]


def test_definitions_may_stand_inside_a_clause() -> None:
    parsed = parse(
        Source(
            "x",
            """\
clause 1
  define "hostile act"
    means: shelling, mine laying
  event exchange of instruments
  body JMC "Joint Military Commission"
    members: 3 from ROK
define "river"
""",
        )
    )

    assert parsed.slips == ()
    assert [block.word for block in parsed.blocks] == ["clause", "define"]
    assert rules(parsed) == [
        "definition_header",
        "label",
        "event_header",
        "body_header",
        "label",
    ]


def test_brackets_round_blocks() -> None:
    parsed = parse(
        Source("x", "[\nclause 1\n| @b\n[\n\nclause 2\n] {US}\nclause 3\n] {ROK} @a\nclause 4\n")
    )

    assert parsed.slips == ()
    assert "".join(block.word[0] for block in parsed.blocks) == "[c|[c]c]c"
    marks = [of_kind(block.items[0], {"name", "TAG"}) for block in parsed.blocks if block.items]
    assert marks == [["@b"], ["US"], ["ROK", "@a"]]


def test_lines_after_a_bracket_stand_under_no_heading() -> None:
    parsed = parse(Source("x", "[\nclause 1\n] {US\n  by: signature\n  for: 5 years\nclause 2\n"))

    assert [slip.message for slip in parsed.slips] == [
        "this brace is not closed",
        "2 lines, from this one, stand under no heading",
    ]


def test_comments_are_kept() -> None:
    text = '# one\nclause 1 # two\n  US shall open "#5" # three\n  # four\n  now.\n  note: a # remark\n  > quoted # too\n#\n'
    comments = parse(Source("x", text)).comments

    assert [(comment.text, comment.alone) for comment in comments] == [
        ("# one", True),
        ("# two", False),
        ("# three", False),
        ("# four", True),
        ("#", True),
    ]
    assert [text[comment.at.start : comment.at.end] for comment in comments] == [
        comment.text for comment in comments
    ]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("party lines were drawn.", None),
        ("Party US", None),
        ('Party US "United States"', "party"),
        ("PREAMBLE", "preamble"),
        ('preamble "Why"', "preamble"),
        ("preamble of a text", None),
        ("Clause 2.1.", "clause"),
        ("Clause 2.1 shall apply.", None),
        ("Accept this.", None),
        ("accept x", None),
        ("article V", "article"),
        ("statement: of intent", "statement"),
        ("side North: KPA", "side"),
    ],
)
def test_what_opens_a_block(line: str, word: str | None) -> None:
    blocks = parse(Source("x", f'declaration "x"\n  scope: complete\n{line}\n')).blocks

    assert [block.word for block in blocks] == ["declaration"] + [word] * (word is not None)


def test_a_bracket_line_that_cannot_be_read() -> None:
    parsed = parse(Source("x", "[\nclause 1\n] [US]\n"))

    assert [slip.message for slip in parsed.slips] == ["a bracket cannot stand here"]


def test_a_value_whose_bracket_runs_into_a_label() -> None:
    parsed = parse(
        Source("x", "clause 1\n  by: [signature {US}\n  for: 5 years\n  | entry into force]\n")
    )

    assert [slip.message for slip in parsed.slips] == [
        "this bracket is not closed",
        "`|` stands outside brackets",
    ]


def test_the_signs_of_a_bracket_are_found_or_it_is_not_closed() -> None:
    assert _bars("x [a [|] | b] | c", 2, 17) == [2, 9, 12]
    with pytest.raises(Unreadable):
        _bars("[a", 0, 2)


def test_brackets_within_brackets_need_no_indentation() -> None:
    parsed = parse(Source("x", "[\nclause 1\n[\nby: signature\n|\nby: none\n]\n|\nclause 2\n]\n"))

    assert parsed.slips == ()
    assert "".join(block.word[0] for block in parsed.blocks) == "[c|c]"


def test_a_bracket_without_end_takes_none_that_stands_further_left() -> None:
    parsed = parse(
        Source("x", "[\nclause 1\n  [by: signature\n  [[for: 5 years]\n|\nclause 2\n]\n")
    )

    assert [slip.at.start for slip in parsed.slips] == [13, 30]
    assert "".join(block.word[0] for block in parsed.blocks) == "[c|c]"


def test_lines_that_end_in_carriage_returns_are_counted_as_the_eye_counts_them() -> None:
    source = Source("x", 'declaration "Peace"\rclause 1\r  US shall go.\r  bz: x\r')
    *_, slip = parse(source).slips

    assert slip.message == "`bz:` is not a label"
    assert source.place_of(slip.at.start) == Place(4, 3)
    assert source.line(4) == "  bz: x"
    assert source.overlong_line is None
    assert Source("x", "a\r" + "b" * 20_001).overlong_line == 2
