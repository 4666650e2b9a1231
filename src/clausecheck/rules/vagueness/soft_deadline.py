"""A time or a condition in open words: nobody can say when it has come.

"At an early date" and "at an appropriate time" cannot be put in order by any reader; one such pair
was fought over the day after it was signed. In a duty, open words leave the other side to say when
it is due; in a preamble they are harmless and not reported. That so many days have passed or that a
party has withdrawn needs no judge. What lasts as long as its debtor likes is judged apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timing.times import (
    at_will,
    by_own_judgement,
    is_plain_fact,
    open_words,
    quoted_words,
)
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model import nodes
from clausecheck.model.qualifiers import as_event
from clausecheck.model.reading import Said
from clausecheck.model.walk import walk
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_TIMES = frozenset({"on", "by", "from", "until", "for", "every", "after", "before", "starts"})
_CONDITIONS = frozenset({"if", "unless"})
_EXAMPLES = {"for": "5 years", "every": "30 days"}
"""What to type after labels that hold a span of time and no moment."""


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
    entries=("B16", "B20"),
    cites=cite("impossible", "B16"),
    answer=(
        "A process may begin before every day is fixed: what cannot be dated now can be dated "
        "once there is trust."
    ),
    bad=(
        """
        clause 1
          Northland shall leave the valley.
          by: "at an appropriate time"
              ^^^^^^^^^^^^^^^^^^^^^^^^ no one can say when this time has come
        """,
        """
        clause 1
          Northland shall leave the valley.
          if: "progress is made"
              ^^^^^^^^^^^^^^^^^^ no one is named to judge whether this condition holds
        """,
        """
        clause 1
          Northland shall leave the valley in the near future.
                                           ^^^^^^^^^^^^^^^^^^ no one can say when this time has come
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
          for: "a while"
               ^^^^^^^^^ no one can say when this time has come
        """,
    ),
    good=(
        """
        clause 1
          Northland shall leave the valley.
          by: 60 days after signature
        """,
        """
        clause 1
          Northland shall leave the valley.
          if: "progress is made"
          judged by: Southland
        """,
        """
        clause 1
          Northland shall not conduct nuclear tests.
          for: "as long as it considers necessary"
        """,
        """
        clause 1
          Each party may refer the dispute to ICJ.
          if: "the dispute is not settled within 6 months"
        """,
        """
        clause 1
          Northland may resume its tests.
          if: "Northland considers that the pledge is broken"
        """,
        """
        clause 1
          Each party may withdraw from this treaty.
          if: "that party decides that its supreme interests are in danger"
        """,
    ),
)
def soft_deadline(facts: Facts) -> Iterator[Problem | Met]:
    seen = set()
    for clause in facts.reading.operative_clauses:
        for said in clause.said:
            yield from _in_the_sentence(said)
            judged = said.labels.stated("judged by")
            for label in said.labels.lines:
                if label.span in seen or label.name not in _TIMES | _CONDITIONS:
                    continue
                seen.add(label.span)
                names = facts.reading.names
                judged_apart = {
                    *at_will(label, said, names, facts.vocabulary),
                    *by_own_judgement(label, said, names),
                }
                for words in open_words(label.value, names):
                    if words in judged_apart:
                        continue
                    if label.name in _TIMES:
                        yield Problem(
                            words,
                            "no one can say when this time has come",
                            _remedy(label, words, said),
                        )
                    elif not judged and not _is_plain(words, label, facts):
                        yield Problem(
                            words,
                            "no one is named to judge whether this condition holds",
                            "add `judged by:` and who decides, or name an event or a clause",
                        )


def _remedy(label: nodes.Label, words: Span, said: Said) -> str:
    """Return what to type: a day cannot be counted from the signature that it is the day of."""
    if label.name == "until":
        text = next((each.text for each in walk(label.value) if _are_open(each, words)), "…")
        return f"name a day or a clause, or {as_event(text)}"
    signs = any(
        deed.act is not None and deed.act.name == "sign"
        for meaning in said.meanings
        for deed in meaning.deeds
    )
    usual = "2028-12-31" if signs else "60 days after signature"
    example = _EXAMPLES.get(label.name, usual)
    return f"name a day, an event or another clause, as in `{label.name}: {example}`"


def _is_plain(words: Span, label: nodes.Label, facts: Facts) -> bool:
    texts = (text for at, text in quoted_words(label.value) if at == words)
    return any(is_plain_fact(text, facts.vocabulary) for text in texts)


def _are_open(node: object, at: Span) -> TypeGuard[nodes.Name | nodes.Words]:
    return isinstance(node, nodes.Name | nodes.Words) and at.contains(node.span)


def _in_the_sentence(said: Said) -> Iterator[Problem]:
    if said.labels.all(*_TIMES):
        return
    for meaning in said.meanings:
        for term, at in meaning.vague if meaning.binding else ():
            if term.about == "time":
                yield Problem(
                    at,
                    "no one can say when this time has come",
                    "give it as a label that names a day, as in `by: 60 days after signature`",
                )
