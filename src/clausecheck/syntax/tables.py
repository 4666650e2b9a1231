"""The parse tables: made once from the grammar, kept as JSON, read at every start.

Lark can cache a parser itself, but unpickles what it finds in a temporary folder.
Run this module to write them after the grammar has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from clausecheck import sealed
from clausecheck.syntax.driver import STARTS, Reduction, State, Table, maker
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = Path(__file__).parent
TABLES = _HERE / "tables.json"
_FORMAT = b"2\n"
_Tables: TypeAlias = dict[str, Any]


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
    tables = sealed.read(str(TABLES), _FORMAT + grammar)
    return _grammar(tables if tables is not None else _build(grammar))


def write() -> Path:
    """Make the tables from the grammar and keep them; return where."""
    grammar = grammar_path().read_bytes()
    sealed.write(str(TABLES), _FORMAT + grammar, _build(grammar))
    return TABLES


def _build(grammar: bytes) -> _Tables:
    # Importing Lark takes half as long again as reading a short draft, which needs none of it.
    from clausecheck.syntax.generator import build  # noqa: PLC0415

    return build(grammar.decode())


def _grammar(tables: _Tables) -> Grammar:
    rules = [rule.split(" ") for rule in tables["rules"]]
    return Grammar(
        tuple((name, pattern, is_regexp) for name, pattern, is_regexp in tables["terminals"]),
        tuple((rule[0], tuple(rule[_SYMBOLS:])) for rule in rules),
        Table(
            _States(tables, rules),
            {start: at for at, start in enumerate(STARTS)},
            dict(zip(STARTS, tables["last"], strict=True)),
        ),
    )


_SYMBOLS = 4
"""Where a rule's symbols begin, after its name, its tree's, `single` or `whole`, those kept."""


class _States(dict[int, State]):
    """The states by their number, each made when it is first reached: a draft reaches a third."""

    def __init__(self, tables: _Tables, rules: list[list[str]]) -> None:
        super().__init__()
        self._rows: list[str] = tables["states"]
        self._symbols: list[str] = tables["symbols"]
        self._tokens = {name for name, *_ in tables["terminals"]} | {"$END"}
        self._rules = rules

    def __missing__(self, number: int) -> State:
        codes = map(int, self._rows[number].split())
        actions: dict[str, int | Reduction] = {}
        following: dict[str, int] = {}
        for at, code in zip(codes, codes, strict=True):
            symbol = self._symbols[at]
            if code < 0:
                actions[symbol] = _reduction(self._rules[~code])
            elif symbol in self._tokens:
                actions[symbol] = code
            else:
                following[symbol] = code
        state = self[number] = State(actions, following)
        return state


def _reduction(rule: Sequence[str]) -> Reduction:
    origin, name, single, kept, *symbols = rule
    places = None
    if kept != "-":
        each = kept.split(",") if kept else ()
        places = [(int(place.removesuffix("+")), place.endswith("+")) for place in each]
    return len(symbols), origin, maker(name, len(symbols), places, single=single == "single")


if __name__ == "__main__":
    print(write())  # noqa: T201 - a tool for those who change the grammar
