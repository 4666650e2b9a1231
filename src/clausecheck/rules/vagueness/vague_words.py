"""Words in a clause that leave open what it asks for.

What is "relevant", "commensurate" or "mutually acceptable" each side decides for itself, and each
decides it again when the day comes; open lists and words in quotation marks bind to nothing that
could be pointed at. Such words are sometimes the only bridge: then they belong in a preamble, or
on record with a reason. They are a warning where something is owed or allowed, and worth a look
where something is only said, a duty only praised, or a number only rounded. A time in open words is judged apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.wording import OpenWords
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.vocabulary import Vague

_WHAT_IS_OPEN = {
    "quantity": "how much is owed stays open",
    "scope": "what this covers stays open",
    "manner": "how far this binds stays open",
    "condition": "when this holds stays open",
    "term": "what this word asks for stays open",
    "emphasis": "nothing is owed by this word",
    "approximation": "this is a measure that can stretch",
}
_HELP = {
    "quantity": "give the number or the measure, as in `at least 2 times per month`",
    "scope": "list what is meant, here or with `define` and `means:`",
    "manner": "say who does what by when, or leave the words out",
    "condition": "name an event or a clause with `if:`, and `judged by:` who decides",
    "term": "say it with `define` and `means:`, or with who verifies it and how",
    "approximation": "give the number, or the most that it may be, as in `up to 12 months`",
    "emphasis": "leave the word out, or say what is to be seen where it is kept",
}
_ANSWERED_BY = {
    "quantity": ("every", "quota", "limit"),
    "condition": ("judged by",),
    "term": ("verified by",),
}
"""Labels that close what words of this kind leave open."""


@rule(
    family="vagueness",
    lens="both",
    severity="warning",
    entries=("B16",),
    cites=cite("haysom-hottinger"),
    answer=(
        "An ambiguity that both sides know of can be the only bridge: it lets them sign today what "
        "they cannot settle before they trust each other."
    ),
    scope="ceasefires; practitioners of other talks allow it for a few questions, on record",
    bad=(
        """
        clause 1
          Northland shall withdraw its forces from the "waters" of Southland.
                                                       ^^^^^^^^ what these words cover stays open
        """,
        """
        clause 1
          Southland shall take corresponding measures.
                               ^^^^^^^^^^^^^^^^^^^^^^ how much is owed stays open: one side meant a declaration, the other an inventory first
        """,
        """
        clause 1
          Northland commits to work toward disarmament.
                    ^^^^^^^^^^^^^^^^^^^^^^ how far this binds stays open: it has no end at which it is kept or broken
        """,
        """
        clause 1
          Northland shall faithfully observe the armistice.
                          ^^^^^^^^^^ nothing is owed by this word: it praises the doing and adds nothing that can be checked
        """,
        """
        preamble
        clause P1
          Northland and Southland affirm that sincere efforts serve peace.
                                              ^^^^^^^^^^^^^^^ how far this binds stays open: effort cannot be measured, and failure is no breach
        """,
    ),
    good=(
        """
        define "waters"
          means: the sea within 12 km of the coast
        clause 1
          Northland shall withdraw its forces from the "waters" of Southland.
        """,
        """
        clause 1
          The line of demarcation is that of the annexed "Map 1".
        """,
        """
        clause 1
          Northland and Southland shall meet regularly.
          every: 30 days
        """,
        """
        clause 1
          Nothing in this treaty affects the relevant treaties of Northland.
        """,
    ),
)
def vague_words(facts: Facts) -> Iterator[Problem | Met]:
    adjectives = set(facts.verification.adjectives)
    for found in facts.open_words:
        alike: dict[str, list[OpenWords]] = {}
        for words in found:
            if words.at not in adjectives and not _is_answered(words):
                alike.setdefault(words.words, []).append(words)
        for places in alike.values():
            first = next((words for words in places if words.operative), places[0])
            others = [words.at for words in places if words is not first]
            yield Problem(
                first.at,
                _message(first.term),
                _HELP[first.term.about] if first.term else _DEFINE,
                severity=None if first.operative and not _is_harmless(first.term) else "info",
                related=tuple(Related(at, "here too") for at in others),
            )


def _is_answered(words: OpenWords) -> bool:
    """Tell whether another rule judges these words, or a label closes what they leave open."""
    if words.term is None:
        return False
    if words.term.about == "time":
        return True
    return any(words.said.labels.stated(name) for name in _ANSWERED_BY.get(words.term.about, ()))


def _is_harmless(term: Vague | None) -> bool:
    return term is not None and term.about in {"emphasis", "approximation"}


def _message(term: Vague | None) -> str:
    if term is None:
        return "what these words cover stays open"
    return f"{_WHAT_IS_OPEN[term.about]}: {term.why}"


_DEFINE = "define the words with `define` and `means:`, or accept on record that they stay open"
