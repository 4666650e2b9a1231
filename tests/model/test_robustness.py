from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausecheck.check import LimitExceeded, Settings, check
from clausecheck.model.decisions import decisions
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import Resolver, brackets, resolve
from clausecheck.model.walk import walk
from clausecheck.source import Source
from tests.model.reading import HEAD, declaration, page, vocabulary
from tests.work import calls

ROOT = Path(__file__).parents[2]
TEXTS = [path.read_text() for path in sorted((ROOT / "clauses").glob("*.clause"))]
EXAMPLES = [path.read_text() for path in sorted((ROOT / "tests/layout/examples").glob("*.clause"))]
PLAIN = [text for text in EXAMPLES if " | " not in text]
LINES = sorted({line for text in (*TEXTS, *EXAMPLES) for line in text.splitlines()})
WORDS = sorted(
    {word for _, sentence, _ in page("sentences.md") for word in sentence.rstrip(".").split()}
)


def is_checked(text: str, *, ledger: bool = True) -> None:
    try:
        report = check(Source("test.clause", text), vocabulary(), Settings(ledger=ledger))
    except LimitExceeded:
        return
    for finding in report.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.no_cover
@given(some.text(max_size=300))
def test_any_text_is_checked(text: str) -> None:
    is_checked(text)


@pytest.mark.no_cover
@given(some.lists(some.sampled_from(LINES), max_size=30))
def test_any_lines_of_real_texts_are_checked_in_any_order(lines: list[str]) -> None:
    is_checked("\n".join(lines))


@pytest.mark.no_cover
@given(
    some.sampled_from(PLAIN), some.integers(0, 2000), some.integers(0, 40), some.text(max_size=5)
)
def test_a_text_with_a_piece_cut_out_or_put_in_is_checked(
    text: str, at: int, length: int, put: str
) -> None:
    is_checked(text[:at] + put + text[at + length :], ledger=False)


@pytest.mark.no_cover
@settings(max_examples=5)  # each is some hundred texts
@given(
    some.sampled_from([text for text in EXAMPLES if text not in PLAIN]),
    some.integers(0, 2000),
    some.integers(0, 40),
    some.text(max_size=5),
)
def test_so_is_one_with_brackets(text: str, at: int, length: int, put: str) -> None:
    is_checked(text[:at] + put + text[at + length :], ledger=False)


@pytest.mark.no_cover
@given(
    some.lists(
        some.sampled_from([*WORDS, ",", "(", ")", "[", "]", "|", '"open"', "to", "and"]),
        max_size=25,
    )
)
def test_any_words_in_a_sentence_are_checked(words: list[str]) -> None:
    is_checked(f"{HEAD}\nclause 1\n  US shall {' '.join(words)}.\n")


def bracketed(depth: int) -> some.SearchStrategy[str]:
    words = some.sampled_from(["withdraw", "reduce", "its troops", "all", "from ROK"])
    if depth == 0:
        return words
    proposal = some.lists(bracketed(depth - 1), min_size=1, max_size=2).map(" ".join)
    mark = some.sampled_from(["", " {US}", " @full", " {en}", " {ko}"])
    proposals = some.lists(some.tuples(proposal, mark).map("".join), min_size=1, max_size=3)
    return some.one_of(words, proposals.map(lambda each: f"[{' | '.join(each)}]"))


@pytest.mark.no_cover
@given(some.lists(bracketed(2), min_size=1, max_size=4), some.integers(-1, 2))
def test_a_resolved_text_has_no_bracket_whatever_is_chosen(parts: list[str], choice: int) -> None:
    text = f"{HEAD}\nclause 1\n  US shall withdraw {' '.join(parts)}.\n"
    written, _ = from_syntax(Source("test.clause", text))
    choices = {
        bracket.address: choice if choice < len(bracket.proposals) else 0
        for bracket in brackets(written)
    }

    assert not list(brackets(resolve(written, choices)))
    for decision in decisions(written, Source("test.clause", text)):
        for option in decision.options:
            assert not list(brackets(resolve(written, dict(option.choices))))


def test_what_a_choice_does_not_touch_is_the_same_block() -> None:
    text = f"{HEAD}\n" + "\n".join(f"clause {n}\n  US shall [leave | stay].\n" for n in (1, 2, 3))
    resolver = Resolver(declaration(text))
    first, second = resolver.resolve({}), resolver.resolve({"2#1": 1})
    same = [one is other for one, other in zip(first.blocks, second.blocks, strict=True)]

    assert same == [True] * (len(same) - 2) + [False, True]


def test_to_settle_one_of_many_brackets_takes_no_more_than_a_look_at_the_others() -> None:
    count = 80
    text = HEAD + "".join(f"clause {n}\n  US shall [leave | stay].\n" for n in range(count))
    written = declaration(text)
    options = [
        dict(option.choices)
        for decision in decisions(written, Source("test.clause", text))
        for option in decision.options
    ]
    resolver = Resolver(written)

    assert len(options) == 2 * count
    assert calls(lambda: list(map(resolver.resolve, options))) < len(options) * count * 20


def test_walking_passes_every_node_once() -> None:
    written = declaration(f"{HEAD}\nclause 1\n  US shall [leave | stay] ROK.\n  by: 2020-01-01\n")
    ids = [id(node) for node in walk(written.blocks)]

    assert len(ids) == len(set(ids))
