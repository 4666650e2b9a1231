"""The texts that are measured, each the same at every run."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

DRAFT = Path(__file__).with_name("draft.clause")
"""Fifty clauses in ten articles, as a drafter would write them."""

_BRACKETED = """\
clause {number}
  Northland shall [withdraw [{number} tanks | all troops {{Southland}}] | freeze its missiles].
"""

SMALL = {
    "clause": """\
declaration "Draft {number}"
  form: treaty

party Northland "Kingdom of Northland"
party Southland "Republic of Southland"

clause 1
  Northland and Southland each shall withdraw {number} guard posts.
  by: 2027-03-01
  verified by: the other party using on-site inspection, every 30 days
""",
    "py": """\
\"\"\"Text {number}.\"\"\"


def sector_{number}(posts: int) -> int:
    \"\"\"Return what is left.\"\"\"
    left = posts - {number}
    if left < 0:
        return 0
    return left
""",
    "yaml": "---\n"
    + "".join(f"part_{part}:\n  number: {{number}}\n  verified: true\n" for part in "abc"),
    "sql": "SELECT\n    sector,\n    posts\nFROM withdrawals_{number}\nWHERE posts > 0;\n",
}
"""Texts of about ten lines by what their files end in, in which little or nothing is found."""

_ARTICLES = 10
_NUMBERED = re.compile(r"(?<=\barticle )\d+|\b\d+(?=\.\d)|(?<=\b(?:sector|waters)-)\d+")
"""The number of an article, also in those of its clauses and in the names it gives."""

_COUNTED = re.compile(r"\b[1-9]\d(?= (?:guard posts|mines|days|months|persons|tanks|km))")
_YEAR = re.compile(r"\b20\d\d(?=-)")

_RECORD = """\
- number: {number}
  name: "clause {number}"
  parties: [first, second]
  duty: withdraw
  quantity: {quantity}
  days: {days}
  place: the line between the two
  verified: {verified}
  note: as agreed in round {round}
"""


def draft(lines: int) -> str:
    """Return a draft of about so many lines: the fifty clauses again and again, varied.

    Every article has numbers and names of its own, and its own periods, quantities and days.
    """
    head, articles = _parts()
    texts = [head]
    written = head.count("\n")
    for number in count():
        text = articles[number % _ARTICLES]
        written += text.count("\n")
        if written > lines:
            return "".join(texts)
        texts.append(_varied(text, number // _ARTICLES))
    raise AssertionError  # `count` never ends


def _parts() -> tuple[str, list[str]]:
    """Return what stands above the first article of the draft, and its articles."""
    head, *articles = re.split(r"(?m)^(?=article )", DRAFT.read_text(encoding="utf-8"))
    return head, articles


def _varied(text: str, turn: int) -> str:
    text = _NUMBERED.sub(lambda number: str(int(number.group()) + turn * _ARTICLES), text)
    text = _COUNTED.sub(lambda number: str(int(number.group()) + turn % 7), text)
    return _YEAR.sub(lambda year: str(int(year.group()) + turn % 5), text)


def brackets(clauses: int) -> str:
    """Return a draft with so many clauses, in each of which one bracket stands in another."""
    parties = [f'party {name} "{name}"\n' for name in ("Northland", "Southland")]
    sentences = (_BRACKETED.format(number=number) for number in range(1, clauses + 1))
    return "".join(('declaration "Brackets"\n', *parties, *sentences))


def python(lines: int) -> str:
    """Return Python of about so many lines in which ruff finds nothing."""
    head, _, function = SMALL["py"].partition("\n")
    each = function.count("\n")
    functions = (function.format(number=number) for number in range(1, lines // each + 1))
    return f"{head.format(number=0)}\n" + "".join(functions)


def yaml(lines: int) -> str:
    """Return YAML of about so many lines in which yamllint finds nothing."""
    each = _RECORD.count("\n")
    records = (
        _RECORD.format(
            number=number,
            quantity=number % 89 + 11,
            days=number % 300 + 30,
            verified="true" if number % 3 else "false",
            round=number % 12 + 1,
        )
        for number in range(1, (lines - 1) // each + 1)
    )
    return "---\n" + "".join(records)
