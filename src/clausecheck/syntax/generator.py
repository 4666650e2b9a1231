"""Lark at work: the grammar's text into the tables that the driver follows.

This runs when the package is built and in the tests, never where a draft is read with tables that
are whole: importing Lark takes half as long again as everything else in checking a short one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lark import Lark
from lark.grammar import Terminal
from lark.lexer import Lexer

from clausecheck.syntax.driver import STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Token
    from lark.grammar import Rule


class _Unused(Lexer):
    """Stands where Lark wants a lexer; tokens come from our own."""

    def __init__(self, *_: object) -> None:
        """Take what Lark gives."""

    def lex(self, *_: object) -> Iterator[Token]:
        """Yield nothing."""
        return iter(())


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


def build(grammar: str) -> dict[str, Any]:
    """Return the tables of a grammar as values that JSON can hold, the same at every build.

    Lark numbers its states as it meets them, which differs from run to run; here they are numbered
    from the start rules on, by the names of the symbols. Rules and states are lines of words, of
    which a draft needs a few hundred: to split those takes less than to read lists of them all.
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
    rows: list[str] = []
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
        rows.append(" ".join(map(str, row)))
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


def _rule(rule: Rule) -> str:
    """Return a rule's name, its tree's, whether one child stands for it, which it keeps, symbols.

    Those kept are numbers with commas, with a `+` where one stands for many; `-` where it keeps
    all as they are.
    """
    name = str(rule.options.template_source or rule.origin.name)
    kept = [
        f"{at}+" if not symbol.is_term and symbol.name.startswith("_") else str(at)
        for at, symbol in enumerate(rule.expansion)
        if not (isinstance(symbol, Terminal) and symbol.filter_out)
    ]
    plain = len(kept) == len(rule.expansion) and not any(one.endswith("+") for one in kept)
    return " ".join(
        (
            rule.origin.name,
            rule.alias or name,
            "single" if rule.options.expand1 and not rule.alias else "whole",
            "-" if plain else ",".join(kept),
            *(symbol.name for symbol in rule.expansion),
        )
    )
