"""Texts that no one would write: made by the grammar's own rules, or of real ones with pieces moved."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as some
from hypothesis.extra.lark import from_lark

from clausecheck.syntax.generator import reference

ROOT = Path(__file__).parents[2]
REAL = {path.stem: path.read_text() for path in sorted((ROOT / "clauses").glob("*.clause"))}
LINES = sorted({line for text in REAL.values() for line in text.splitlines()})

HEAD = """\
declaration "Declaration"
  form: treaty
  date: 2018-09-01
  scope: complete

party US "United States"
party ROK "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"

"""

_WRITTEN = {
    "_NL": "\n  ",
    "_ROW": "\n    ",
    "STOP": ".",
    "COMMA": ",",
    "COLON": ":",
    "SEMICOLON": ";",
}
"""Terminals with the blanks that a drafter puts around them; before all others stands one."""

_SHAPES = {
    "LIMITS_BY_LABEL": ["limits by zone:", "limits by side:"],
    "PREVAIL": ["prevails", "prevail", "equally authentic"],
    "MAN_FOR_MAN": ["man for man", "piece-for-piece"],
    "QUALIFIER": ["about", "up to", "at least", "no more than"],
    "NUMBER": ["0", "1", "60", "8,500", "2.5", "99999999999", "000"],
    "MULTIPLIER": ["thousand", "million"],
    "TIME_UNIT": ["day", "hours", "months", "years"],
    "UNIT": ["km", "t", "MW(e)"],
    "PERCENT": ["%", "per cent"],
    "DATE": ["2018-12-31", "2018-02-31", "2018-12", "0000-00-00", "9999-12-31"],
    "CLOCK": ["22:00", "99:99"],
    "REFERENCE": ["1", "2.1", "13(c)", "A2.3", "P1", "IX", "7(a)(ii)"],
    "NUMERAL": ["1", "2.1", "13(c)", "I", "P1", "x", "1.", "§"],
    "AGREEMENT": ["agreed-framework-1994", "no-such-text"],
    "STRING": ['"words"', "“as conditions ripen”", '""', '"US"', '"[a | b]"'],
    "WORD": [
        *"US ROK DPRK IAEA UNC its troops forces nuclear weapons war peace unification sanctions".split(),
        *"withdraw reduce freeze dismantle recognise suspend lift end Nothing Each All party that".split(),
        *"jointly from in the of complete force border treaty signature entry into qwertz x".split(),
    ],
    "LETTER": ["(a)", "(b)", "(ii)"],
    "STEP": ["step 1", "step 2 (optional)"],
    "TAG": ["@phased", "@full"],
    "RULE_NAME": ["troop-withdrawal-silent", "soft-deadline", "no-such-rule"],
    "QUOTED": ["> The parties shall cooperate.", ">", "> not [this | that]"],
    "FREE_TEXT": ["because it is so", "done 1990-11-14; suspended since 1957-06-21", "."],
}
"""Of a terminal that is a pattern, words that it matches, and some that nobody should write."""


def _terminal(name: str, words: list[str]) -> some.SearchStrategy[str]:
    if name in _WRITTEN:
        return some.just(_WRITTEN[name])
    return some.sampled_from([f" {word}" for word in _SHAPES.get(name, words)])


def _block() -> some.SearchStrategy[str]:
    """Return what makes blocks of the language, heading and all, by the grammar's own rules."""
    grammar = reference((ROOT / "grammar/clause.lark").read_text())
    words = {
        terminal.name: re.sub(r"\\(.)", r"\1", terminal.pattern.value).split("|")
        for terminal in grammar.terminals
    }
    explicit = {name: _terminal(name, known) for name, known in words.items()}
    return from_lark(grammar, start="block", explicit=explicit)


def _as_clauses(blocks: list[str]) -> str:
    """Return what stands in the blocks as if it stood in clauses."""
    bodies = (block.partition("\n")[2] for block in blocks)
    return HEAD + "".join(f"clause {number}\n{body}\n" for number, body in enumerate(bodies, 1))


_BLOCKS = some.lists(some.deferred(_block), min_size=1, max_size=4)

BLOCKS = _BLOCKS.map(lambda blocks: "\n".join(block.lstrip() for block in blocks))
"""Blocks of any kind, one below the other."""

CLAUSES = _BLOCKS.map(_as_clauses)
"""A treaty whose clauses hold sentences, labels and quotations of any kind in any order."""


@some.composite
def mutated(draw: some.DrawFn) -> str:
    """Draw a real text with some of its lines cut out, said twice, moved, broken or exchanged."""
    lines = REAL[draw(some.sampled_from(sorted(REAL)))].splitlines()
    for _ in range(draw(some.integers(1, 6))):
        at = draw(some.integers(0, len(lines) - 1))
        match draw(some.sampled_from(["cut", "twice", "move", "break", "put"])):
            case "cut":
                lines[at : at + draw(some.integers(1, 5))] = [""]
            case "twice":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(some.integers(0, len(lines) - 1)), lines.pop(at))
            case "break":
                where = draw(some.integers(0, len(lines[at])))
                lines[at] = lines[at][:where] + draw(some.text(max_size=3)) + lines[at][where + 1 :]
            case _:
                lines.insert(at, draw(some.sampled_from(LINES)))
    return "\n".join(lines)
