"""The parse tables: made once from the grammar, kept as JSON, read at every start.

Lark can cache a parser itself, but unpickles what it finds in a temporary folder; JSON cannot run
anything. Tables that are missing, damaged or of another grammar are made anew, for that one run.
Run this module to write them after the grammar has changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen
from lark import Lark
from lark.grammar import Terminal
from lark.lexer import Lexer

from clausecheck.syntax.driver import Reduction, Table, maker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Token
    from lark.grammar import Rule

STARTS = ("block", "line", "acceptance_line", "bracket_line")
_HERE = Path(__file__).parent
TABLES = _HERE / "tables.json"
_FORMAT = b"1\n"
_Tables: TypeAlias = dict[str, Any]


class _Unused(Lexer):
    """Stands where Lark wants a lexer; tokens come from our own."""

    def __init__(self, *_: object) -> None:
        """Take what Lark gives."""

    def lex(self, *_: object) -> Iterator[Token]:
        """Yield nothing."""
        return iter(())


@frozen
class Grammar:
    """The grammar's terminals, its rules, and what to do in each state of the parser.

    A terminal is a name, a pattern and whether that is a regular expression; a rule is its name
    and the symbols it is made of.
    """

    terminals: tuple[tuple[str, str, bool], ...]
    rules: tuple[tuple[str, tuple[str, ...]], ...]
    table: Table


def grammar_path() -> Path:
    """Return where the grammar lies: at the root of a checkout, or inside the installed package."""
    checkout = _HERE.parents[2] / "grammar" / "clause.lark"
    return checkout if checkout.is_file() else _HERE.parent / "grammar" / "clause.lark"


def load() -> Grammar:
    """Return the grammar, from the tables where they are whole and its own, else from its text."""
    grammar = grammar_path().read_bytes()
    tables = _read(grammar)
    return _grammar(tables if tables is not None else build(grammar.decode()))


def write() -> Path:
    """Make the tables from the grammar and keep them; return where."""
    grammar = grammar_path().read_bytes()
    body = json.dumps(build(grammar.decode()), separators=(",", ":")).encode()
    unfinished = TABLES.with_suffix(".new")
    unfinished.write_bytes(b'{"seal":"%s","tables":\n%s}' % (_seal(grammar, body), body))
    unfinished.replace(TABLES)
    return TABLES


def reference(grammar: str, *, strict: bool = False) -> Lark:
    """Return Lark's own parser of a grammar; `strict` refuses what Lark would settle by itself.

    Raises:
        GrammarError: the grammar is not LALR(1).
    """
    return Lark(
        grammar,
        parser="lalr",
        lexer=_Unused,
        strict=strict,
        start=list(STARTS),
        maybe_placeholders=False,
    )


def build(grammar: str) -> _Tables:
    """Return the tables of a grammar as values that JSON can hold, the same at every build.

    Lark numbers its states as it meets them, which differs from run to run; here they are numbered
    from the start rules on, by the names of the symbols.
    """
    lark = reference(grammar)
    table = lark.parser.parser._parse_table  # noqa: SLF001 - no other way
    rules = sorted(
        lark.rules, key=lambda rule: (rule.origin.name, [s.name for s in rule.expansion])
    )
    rule_numbers = {rule: number for number, rule in enumerate(rules)}
    symbols = sorted({symbol for row in table.states.values() for symbol in row})
    symbol_numbers = {symbol: number for number, symbol in enumerate(symbols)}
    numbers = {table.start_states[start]: at for at, start in enumerate(STARTS)}
    order = list(numbers)
    rows: list[list[int]] = []
    for state in order:  # grows while states are met
        row: list[int] = []
        for symbol, (_, argument) in sorted(table.states[state].items()):
            if argument in rule_numbers:
                code = ~rule_numbers[argument]
            else:
                if argument not in numbers:
                    numbers[argument] = len(order)
                    order.append(argument)
                code = numbers[argument]
            row += [symbol_numbers[symbol], code]
        rows.append(row)
    return {
        "terminals": [
            [terminal.name, terminal.pattern.value, terminal.pattern.type == "re"]
            for terminal in lark.terminals
        ],
        "symbols": symbols,
        "rules": [_rule(rule) for rule in rules],
        "states": rows,
        "last": [numbers[table.end_states[start]] for start in STARTS],
    }


def _rule(rule: Rule) -> list[Any]:
    """Return a rule's name, symbols, tree and whether one child stands for it.

    Then, unless it keeps all children as they are, which it keeps and whether each is one or many.
    """
    name = str(rule.options.template_source or rule.origin.name)
    kept = [
        [at, not symbol.is_term and symbol.name.startswith("_")]
        for at, symbol in enumerate(rule.expansion)
        if not (isinstance(symbol, Terminal) and symbol.filter_out)
    ]
    plain = len(kept) == len(rule.expansion) and not any(many for _, many in kept)
    return [
        rule.origin.name,
        [symbol.name for symbol in rule.expansion],
        rule.alias or name,
        rule.options.expand1 and not rule.alias,
        None if plain else kept,
    ]


def _grammar(tables: _Tables) -> Grammar:
    symbols = tables["symbols"]
    reductions = [
        (len(expansion), origin, maker(name, kept, single=single))
        for origin, expansion, name, single, kept in tables["rules"]
    ]
    tokens = {name for name, *_ in tables["terminals"]} | {"$END"}
    shifts: list[dict[str, int]] = []
    reduced: list[dict[str, Reduction]] = []
    following: list[dict[str, int]] = []
    for row in tables["states"]:
        codes = [(symbols[at], code) for at, code in zip(row[::2], row[1::2], strict=True)]
        shifts.append({name: code for name, code in codes if code >= 0 and name in tokens})
        reduced.append({name: reductions[~code] for name, code in codes if code < 0})
        following.append({name: code for name, code in codes if code >= 0 and name not in tokens})
    return Grammar(
        tuple((name, pattern, is_regexp) for name, pattern, is_regexp in tables["terminals"]),
        tuple((origin, tuple(expansion)) for origin, expansion, *_ in tables["rules"]),
        Table(
            shifts,
            reduced,
            following,
            [
                frozenset(shift) | frozenset(reduce)
                for shift, reduce in zip(shifts, reduced, strict=True)
            ],
            {start: at for at, start in enumerate(STARTS)},
            dict(zip(STARTS, tables["last"], strict=True)),
        ),
    )


def _read(grammar: bytes) -> _Tables | None:
    """Return the tables if they are whole and were made from this grammar."""
    try:
        head, _, body = TABLES.read_bytes().partition(b"\n")
    except OSError:
        return None
    body = body.removesuffix(b"}")
    if head != b'{"seal":"%s","tables":' % _seal(grammar, body):
        return None
    tables: _Tables = json.loads(body)
    return tables


def _seal(grammar: bytes, body: bytes) -> bytes:
    return hashlib.sha256(_FORMAT + grammar + body).hexdigest().encode()


if __name__ == "__main__":
    print(write())  # noqa: T201 - a tool for those who change the grammar
