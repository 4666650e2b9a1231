"""Texts made to hang a reader or to break it.

Where a reader takes more steps for each line the more lines there are, they are counted. A regular
expression that tries every way cannot be counted: it is seen by a run that does not end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.model.from_syntax import from_syntax
from clausecheck.source import Source
from clausecheck.syntax.slip import MAX_DEPTH, TooDeep
from tests.syntax.texts import Parsed, parse
from tests.work import calls

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 50_000
FEW = 500
MANY = 5_000
START = 'declaration "x"\nclause 1\n'
SENTENCE = f"{START}  US shall "

SIGNS = (
    *"1(\"#.{@“|]}:; \t\f\r'-–=\u200b\u2028а．",  # noqa: RUF001 - strange signs are the point
    *(
        "1,",
        "1.",
        "1 ",
        "no.",
        "A.",
        "a-1-",
        "(a)",
        "(a) ",
        "step 1 ",
        "x 1 to ",
        "1–",
        "1,1.1 - ",
        "111 111",
        "[1|2] km ",
        "1 | ",
        "1 day ",
        "1 to ",
    ),
    *(
        "shall ",
        "that shall ",
        "shall endeavour ",
        "hereby ",
        "and may ",
        "a #",
        "@a",
        "{a}",
        "[a] ",
        "[a|a] ",
    ),
    *("a ", "a, ", "2.1 and ", "a and ", "agreed-framework-1994 ", "26/09/2018 ", "five years "),
)
LINES = (
    *(
        "a",
        "[",
        "]",
        "|",
        "[a",
        "[by: 1",
        "by: [a",
        "by: [",
        "by: a,",
        "by:",
        "x y: z",
        "x 1",
        "> x",
        "note: #",
    ),
    *(
        "clause 1",
        "accept",
        "accept x",
        "US shall [a",
        "US shall",
        "US shall go",
        "US Muss go.",
        "by: 26/09/2018",
    ),
    *(
        "limits by x:",
        "limits by x:\n    a: 1",
        "[\nclause 2",
        "[\n\nclause 2\n]",
        "because: [",
        "# a",
        "US shall\n ROK may",
        "1. US",
        "1. US shall go",
        "Clause 1. US shall",
        "article 1\n  US shall go.",
        "> a\vby:",
        "\v\v",
        "by: end of clause 1 from",
    ),
)


unmeasured = pytest.mark.no_cover
"""For what is large: measured, it would take three times as long."""


def read(text: str) -> Parsed:
    return parse(Source("x", text))


def repeated(before: str, part: str) -> Callable[[int], str]:
    """Return what gives a text of about so many characters, of one part over and over."""
    return lambda length: before + part * (length // len(part))


def is_as_much_work_as_it_is_long(text: Callable[[int], str]) -> None:
    """Read texts of about so many characters, the longest to see that there is an end to it."""

    def work(length: int) -> int:
        return calls(lambda: read(text(length)))

    work(FEW)

    assert work(4 * FEW) < 5 * work(FEW)
    read(text(MANY))


@unmeasured
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", [START + "  ", SENTENCE, f"{START}  by: "], ids=["line", "sentence", "value"]
)
def test_a_long_line_of_one_sign(before: str, sign: str) -> None:
    is_as_much_work_as_it_is_long(repeated(before, sign))


@unmeasured
@pytest.mark.parametrize("line", LINES)
def test_many_lines_of_one_kind(line: str) -> None:
    is_as_much_work_as_it_is_long(repeated(START, f"  {line}\n"))
    is_as_much_work_as_it_is_long(repeated(START, f"{line}\n"))


@unmeasured
@pytest.mark.parametrize(
    "line",
    ["a" * 10 * SIZE, "a " * SIZE, "1" * 10 * SIZE, "by: " + "a " * SIZE, "a " * SIZE + ":"],
    ids=["word", "words", "number", "value", "label"],
)
def test_a_line_without_end(line: str) -> None:
    read(f"{START}  {line}")


@pytest.mark.parametrize("opening", ["", "US shall ", "by: ", "if breached: US may ", "form: "])
def test_brackets_nested_too_deep(opening: str) -> None:
    nested = "[" * SIZE + "a" + "]" * SIZE
    with pytest.raises(TooDeep):
        read(f"{START}  {opening}{nested}")
    with pytest.raises(TooDeep):
        read(f"{START}  {opening}" + "[a|" * SIZE + "a" + "]" * SIZE + ".")


@unmeasured
def test_lines_nested_too_deep() -> None:
    with pytest.raises(TooDeep):
        read(START + "[\n" * SIZE + "a\n" + "]\n" * SIZE)
    with pytest.raises(TooDeep):
        read(START + "  [by: signature\n" * SIZE + "]" * SIZE)


def test_brackets_that_are_not_too_deep() -> None:
    for depth in (1, 4, MAX_DEPTH):
        sentence = "[" * depth + "by: signature" + "]" * depth

        assert read(f"{START}  {sentence}\n").slips == ()
    with pytest.raises(TooDeep):
        read(f"{START}  {'[' * 41}by: signature{']' * 41}\n")


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_bracket_on_the_last_line_is_one_finding(end: str) -> None:
    assert len(read(f"{START}  US may go.\n  [{end}").slips) == 1


def test_brackets_that_nobody_closes_are_one_finding() -> None:
    for opening in ("", "by: "):
        assert len(read(f"{START}  US may go.\n  {opening}{'[' * 10}\n  for: 5 years\n").slips) == 1


@unmeasured
def test_thousands_of_broken_lines_are_as_many_findings() -> None:
    for line in ("by: 26/09/2018", "bz: x", "US muss go.", "(a)"):
        assert len(read(START + f"  {line}\n" * 2_000).slips) == 2_000
    assert len(read("clause 1\n  US withdraw troops\n" * 2_000).slips) == 2_000


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\r\n\r\n", "# a\n" * 1000, "\t\n", "#", "\f", "\u2028"]
)
def test_a_text_of_nothing(text: str) -> None:
    assert read(text).blocks == ()


def test_a_value_that_ends_with_a_comma_before_a_heading_whose_title_is_cut_off() -> None:
    found = read('clause 1\n  when: outside this text,\nclause 20.2 "Allied commissi')

    assert found.slips


def test_line_ends_of_either_kind_read_alike() -> None:
    text = f"{SENTENCE}go.\n  by: 2018-12-31 # soon\n  > as\n"
    for other in (text.replace("\n", "\r\n"), text.removesuffix("\n")):
        assert read(other).slips == ()
        assert [str(b.items) for b in read(other).blocks] == [
            str(b.items) for b in read(text).blocks
        ]


def test_a_lone_carriage_return_ends_a_line() -> None:
    (slip,) = read("clause 1\r  US shall go.\n").slips

    assert slip.message == "a carriage return is read as a line end"


def test_sentences_with_brackets_are_as_much_work_as_they_are_long() -> None:
    sentence = '  US shall [withdraw | keep] "its" troops.\n  by: [signature | 2018-12-31]\n  [\n'
    is_as_much_work_as_it_is_long(repeated(START, sentence))


def test_what_is_not_too_deep_can_be_built() -> None:
    inner = "[" * 20 + "its" + "]" * 20
    deep = "[" * 20 + f"US shall withdraw {inner} troops." + "]" * 20
    declaration, found = from_syntax(Source("x", f"{START}  {deep}\n"))

    assert found == ()
    assert len(declaration.blocks) == 2
