"""The parse tables: made once from the grammar, kept as JSON, read at every start.

Lark can cache a parser itself, but unpickles what it finds in a temporary folder; JSON cannot run
anything. Run this module to make the tables anew after the grammar has changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from lark import Lark
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

STARTS = ("block", "line", "acceptance_line", "bracket_line")
_HERE = Path(__file__).parent
TABLES = _HERE / "tables.json"


class _Unused(Lexer):
    """Stands where Lark wants a lexer; tokens come from our own."""

    def __init__(self, *_args: object, **_options: object) -> None:
        pass

    def lex(self, *_args: object) -> Any:  # noqa: ANN401 - never called
        raise NotImplementedError


def grammar_path() -> Path:
    """Return where the grammar lies: at the root of a checkout, or inside the installed package."""
    checkout = _HERE.parents[2] / "grammar" / "clause.lark"
    return checkout if checkout.is_file() else _HERE.parent / "grammar" / "clause.lark"


def build(grammar: str) -> dict[str, Any]:
    """Return the tables of a grammar as values that JSON can hold."""
    parser = Lark(
        grammar, parser="lalr", lexer="contextual", start=list(STARTS), maybe_placeholders=False
    )
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return {"grammar": _digest(grammar), "data": data, "memo": memo}


def load() -> Lark:
    """Return the parser, from the tables where they fit the grammar, else from the grammar."""
    grammar = grammar_path().read_text(encoding="utf-8")
    tables = _read()
    if tables is None or tables["grammar"] != _digest(grammar):
        tables = json.loads(json.dumps(build(grammar)))
    data = tables["data"]
    table = data["parser"]["parser"]
    # JSON has turned the numbers that are keys into strings.
    table["tokens"] = {int(key): name for key, name in table["tokens"].items()}
    table["states"] = {
        int(state): {int(key): action for key, action in actions.items()}
        for state, actions in table["states"].items()
    }
    memo = {int(key): value for key, value in tables["memo"].items()}
    data["options"]["_plugins"] = {"ContextualLexer": _Unused}
    parser: Lark = Lark.load({"data": data, "memo": memo})  # type: ignore[arg-type]  # a dict is taken too
    return parser


def write() -> Path:
    """Make the tables from the grammar and keep them; return where."""
    tables = build(grammar_path().read_text(encoding="utf-8"))
    TABLES.write_text(json.dumps(tables, separators=(",", ":")), encoding="utf-8")
    return TABLES


def _read() -> dict[str, Any] | None:
    try:
        tables: dict[str, Any] = json.loads(TABLES.read_bytes())
    except FileNotFoundError:
        return None
    return tables


def _digest(grammar: str) -> str:
    return hashlib.sha256(grammar.encode()).hexdigest()


if __name__ == "__main__":
    print(write())  # noqa: T201 - a tool for those who change the grammar
