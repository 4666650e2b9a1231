"""docs/rules.md, made from the rules themselves."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clausecheck.rules import Rule

_TOP = """\
# The rules

Made from the rules themselves: `clausecheck explain NAME` shows the same text at the terminal.
A *sceptic's* objection is one that opponents of a deal raise, an *advocate's* one that its
supporters do. A rule says that a wording risks being read in a certain way, never that it means
it; and each of its reasons comes with the answer that the other side gives. What the two essays are
that are cited most, [the objections](objections.md) say in full.

Where an example is found, `^^^` stands under the words, and the message behind it. Most examples
stand under a head that the page leaves out: a complete treaty between Northland, Southland and
Westland.
"""


def page(rules: Iterable[Rule]) -> str:
    """Return the page: a list of the rules by family, then each rule."""
    listed = list(rules)
    parts = [_TOP, "\n".join(_table(listed)), *("\n".join(_section(rule)) for rule in listed)]
    return "\n".join(f"{part.rstrip()}\n" for part in parts)


def _table(rules: list[Rule]) -> Iterator[str]:
    yield "| family | rule | severity | whose objection | finds |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        first = " ".join(rule.docs.split("\n\n")[0].split())
        link = f"[{rule.name}](#{rule.name})"
        yield f"| {rule.family} | {link} | {rule.severities} | {rule.lens} | {first} |"


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.name}"
    yield ""
    yield f"*{rule.severities}, {rule.family}, {rule.lens}*"
    yield ""
    yield rule.docs
    facts = (
        ("Asked for by", rule.cites),
        ("Entries", ", ".join(rule.entries)),
        ("Answer", rule.answer),
        ("Scope of the evidence", rule.scope),
        ("False alarms known", rule.false_alarms),
    )
    for label, text in facts:
        if text:
            yield ""
            yield f"**{label}:** {text}"
    for label, examples in (("Found:", rule.bad), ("Left alone:", rule.good)):
        yield ""
        yield label
        for example in examples:
            yield ""
            yield "```clause"
            yield dedent(example).strip("\n").rstrip()
            yield "```"
