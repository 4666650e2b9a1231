"""The parse tables: Lark's, whole, of this grammar, and the same at every build."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import lark
import pytest
from lark.exceptions import GrammarError

from clausecheck.model.from_syntax.blocks import Builder
from clausecheck.source import Source
from clausecheck.syntax import generator, parser, tables
from clausecheck.syntax.driver import STARTS, Driver, Unexpected
from clausecheck.syntax.generator import _Unused
from clausecheck.syntax.lexer import Lexer
from clausecheck.syntax.lines import split
from clausecheck.syntax.parser import _grammar
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.trees import Token, Tree
from tests.cli.running import unmeasured
from tests.syntax.drawn import cases
from tests.syntax.texts import DRAFTS, GENERATED, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GRAMMAR = tables.grammar_path().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Build the tables: once, for it takes seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "TABLES", tmp_path_factory.mktemp("tables") / "tables.json")
        return tables.write().read_bytes()


@pytest.fixture(scope="module")
def peer() -> lark.Lark:
    return generator.reference(GRAMMAR, strict=True)


def test_the_grammar_has_no_conflict(peer: lark.Lark) -> None:
    # With a lexer of our own, `strict` checks the grammar alone. The contextual lexer's check that
    # terminals are disjoint does not apply: ours are not (a date is words, `shall` a word), and
    # which of two is meant is decided by the order of the lexer's patterns and by what the parser
    # can take. Those decisions are tested in test_sentences.py and test_lines.py.
    assert {str(rule.origin.name) for rule in peer.rules} >= set(STARTS)


def test_strict_refuses_a_conflict() -> None:
    with pytest.raises(GrammarError):
        generator.reference(
            'block: a | b\na: A\nb: A\nline: A\nacceptance_line: A\nbracket_line: A\nA: "a"',
            strict=True,
        )


def test_every_rule_has_its_builder(peer: lark.Lark) -> None:
    built_in_place = {
        "marks",
        "attribution",
        "acceptance_header",
        "acceptance_label",
        *STARTS,
    }
    trees = {
        str(rule.alias or rule.options.template_source or rule.origin.name)
        for rule in peer.rules
        if not rule.origin.name.startswith("_")
        and not (rule.options.expand1 and len(rule.expansion) == 1)
    }

    assert {name for name in trees - built_in_place if not hasattr(Builder, name)} == set()


def test_every_keyword_ends_where_a_word_does() -> None:
    for text in ("after3.1 is complete", "afterwards", "byUS"):
        (slip,) = parse(Source("x", f"clause 1\n  {text}.\n")).slips
        assert slip.message == "this sentence does not say how bindingly"
    for value in (
        "after: 2.1 is completed",
        "after: 2.1 iscomplete",
        "every: 30 daysx",
        "for: withoutlimit",
    ):
        assert len(parse(Source("x", f"clause 1\n  US may go.\n  {value}\n")).slips) == 1
    for sentence in ("US shallow.", "US mayor.", "US may-be.", "US willing."):
        (slip,) = parse(Source("x", f"clause 1\n  {sentence}\n")).slips
        assert "modality" in slip.message or "bindingly" in slip.message


def test_every_word_of_the_grammar_is_used(peer: lark.Lark) -> None:
    used = {
        token.type
        for text in (*DRAFTS.values(), GENERATED)
        for block in parse(Source("x", text)).blocks
        for tree in (block.heading, *block.items, *block.acceptances)
        if isinstance(tree, Tree)
        for token in tree.tokens()
    }
    terminals = {terminal.name for terminal in peer.terminals}

    assert {name for name in terminals - used if not name.startswith("_")} == {
        "LSQB",
        "RSQB",
        "PIPE",
    } - used


def test_lark_makes_the_same_trees(peer: lark.Lark) -> None:
    for text in (*DRAFTS.values(), GENERATED, *(case.text for case in cases())):
        lexer = Lexer(text, parser.words())
        for block in split(text, parser.words())[0]:
            for line in (block.heading, *block.lines):
                if line is None or line.kind in {"accept", "block-bracket"}:
                    continue
                driver = Driver.at(_grammar().table, "line")
                slow = peer.parse_interactive(start="line")
                lexer.accepts = driver.expected
                try:
                    for token in lexer.line(line):
                        lexer.accepts = driver.feed(token)
                        slow.feed_token(lark.Token(token.type, token))
                    end = Token("_NL", "")
                    driver.feed(end)
                except (Unexpected, Unreadable):
                    continue
                slow.feed_token(lark.Token("_NL", ""))

                assert same(driver.finish(end), slow.feed_eof())  # type: ignore[no-untyped-call]


def same(tree: object, peers: object) -> bool:
    """Tell whether a tree or token of ours is Lark's."""
    if isinstance(tree, Tree):
        return (
            isinstance(peers, lark.Tree)
            and tree.rule == peers.data
            and len(tree.children) == len(peers.children)
            and all(map(same, tree.children, peers.children))
        )
    return (
        isinstance(tree, Token)
        and isinstance(peers, lark.Token)
        and (tree.type, str(tree)) == (peers.type, str(peers))
    )


def test_lark_would_take_the_same_tokens(peer: lark.Lark) -> None:
    driver = Driver.at(_grammar().table, "line")
    slow = peer.parse_interactive(start="line")
    for kind in (
        "BY_LABEL",
        "LSQB",
        "NUMBER",
        "TIME_UNIT",
        "AFTER",
        "WORD",
        "LBRACE",
        "STRING",
        "RBRACE",
    ):
        accepted = slow.accepts()  # type: ignore[no-untyped-call]

        assert {name for name in driver.expected if driver.accepts(name)} == accepted
        assert not driver.accepts("QUOTED") or kind == "BY_LABEL"
        driver.feed(Token(kind, ""))
        slow.feed_token(lark.Token(kind, ""))


def test_the_tables_are_the_same_at_every_build(whole: bytes) -> None:
    code = "import json; from clausecheck.syntax import generator, tables; print(json.dumps(generator.build(tables.grammar_path().read_text())))"
    built = {
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code],
            env=unmeasured(PYTHONHASHSEED=seed, PYTHONPATH="src"),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert built == {json.dumps(json.loads(whole)["tables"])}


def test_the_kept_tables_are_a_fresh_build(
    whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tables.TABLES.read_bytes() if tables.TABLES.is_file() else None
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.json")
    monkeypatch.setattr(generator, "build", lambda _: json.loads(whole)["tables"])

    assert tables.write() == tmp_path / "tables.json"
    assert (tmp_path / "tables.json").read_bytes() == whole
    assert kept in (None, whole)
    assert list(tmp_path.iterdir()) == [tmp_path / "tables.json"]


DAMAGE = {
    "empty": lambda _: b"",
    "torn": lambda text: text[:1000],
    "longer": lambda text: text + b" ",
    "changed": lambda text: text.replace(b'"SHALL"', b'"MAY"', 1),
    "not JSON": lambda text: text.replace(b"[", b"{", 1),
    "nothing": lambda _: b"null",
    "not text": lambda _: b"\xff\xfe\x00",
    "deep": lambda _: b"[" * 100_000,
    "another seal": lambda text: b'{"seal":"' + b"0" * 64 + text[73:],
    "missing": None,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_tables_that_are_not_whole_are_made_anew(
    damage: Callable[[bytes], bytes] | None,
    whole: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.json")
    rules = _grammar().rules
    if damage:
        tables.TABLES.write_bytes(damage(whole))
    made: list[str] = []

    def build(grammar: str) -> object:
        made.append(grammar)
        return json.loads(whole)["tables"]

    monkeypatch.setattr(generator, "build", build)

    assert tables.load().rules == rules
    assert made == [GRAMMAR]


def test_tables_of_another_grammar_are_not_used(
    whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.json")
    tables.TABLES.write_bytes(whole)
    changed = tmp_path / "clause.lark"
    changed.write_text(GRAMMAR.replace('WILL: "will"', 'WILL: "wilt"'), encoding="utf-8")
    monkeypatch.setattr(tables, "grammar_path", lambda: changed)

    assert ("WILL", "wilt", False) in tables.load().terminals


def test_the_grammar_of_an_installed_package_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_HERE", tmp_path / "lib" / "clausecheck" / "syntax")

    assert tables.grammar_path() == tmp_path / "lib" / "clausecheck" / "grammar" / "clause.lark"


def test_the_lexer_that_stands_for_ours_yields_nothing() -> None:
    assert list(_Unused().lex()) == []


def test_patterns_end_in_no_anchor() -> None:
    # `$` is where `strict` and `interegular` look away, and where CRLF makes a difference.
    assert not re.findall(r"^[A-Z_]+: /.*[^\\\[]\$/", GRAMMAR, re.MULTILINE)


def test_the_module_writes_the_tables(
    whole: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator, "build", lambda _: json.loads(whole)["tables"])
    runpy.run_path(tables.__file__, run_name="__main__")

    assert capsys.readouterr().out == f"{tables.TABLES}\n"
    assert tables.TABLES.read_bytes() == whole
