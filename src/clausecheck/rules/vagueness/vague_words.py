"""Words in a clause that leave open what it asks for.

What is "fitting", "commensurate" or "mutually acceptable" each side decides for itself, and each
decides it again when the day comes; open lists and words in quotation marks bind to nothing that
could be pointed at. Such words are sometimes the only bridge: then they belong in a preamble, or
on record with a reason. They are a warning where something is owed or allowed, and worth a look
where something is only said, a duty only praised, a number only rounded, or "relevant" things are
picked from a known kind. A time in open words is judged apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.drafting.wording import OpenWords
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.vocabulary import Vague

_WHAT_IS_OPEN = {
    "order": "which comes first",
    "quantity": "how much is owed",
    "scope": "what is meant",
    "selection": "which are meant",
    "manner": "how far this binds",
    "condition": "when this holds",
    "term": "what is asked for",
    "approximation": "how far it may stretch",
}
_HELP = {
    "order": "add `together with:` and the point of the other step, as in `together with: 2 begins`",
    "quantity": "give the number or the measure",
    "scope": "list what is meant, here or with `define` and `means:`",
    "selection": "name them, or say who picks them",
    "manner": "say who does what by when, or leave the words out",
    "condition": "name an event or a clause with `if:`, and `judged by:` who decides",
    "term": "say it with `define` and `means:`, or with who verifies it and how",
    "approximation": "give the number, or the most that it may be, as in `up to 12 months`",
    "emphasis": "leave the word out, or say what is to be seen where it is kept",
}
_FITTING = {
    "commensurate": "give the number or the measure for each side",
    "corresponding-measures": "name the measures, or the clause that has them, as in `the measures of 2`",
    "large-scale": "give the size from which on it counts, as in `of more than 10,000 troops`",
    "regularly": "say how often, as in `every: 30 days`",
    "significant-portion": "give the share or the number, as in `80% of`",
}
"""What to type for expressions that the help of their kind does not fit."""
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
    at_times=("info",),
    entries=("B16",),
    cites=cite("haysom-hottinger"),
    answer=(
        "An ambiguity that both sides know of can be the only bridge: it lets them sign today what "
        "they cannot settle before they trust each other."
    ),
    scope="ceasefires; practitioners of other talks allow it for a few questions, on record",
    false_alarms=(
        "Words such as `relevant` are at times all that drafters want, as where a list would "
        "be longer than the treaty."
    ),
    bad=(
        """
        clause 1
          Northland shall withdraw its forces from the "waters" of Southland.
                                                       ^^^^^^^^ `waters` leaves open what is meant
        """,
        """
        clause 1
          Southland shall take corresponding measures.
                               ^^^^^^^^^^^^^^^^^^^^^^ `corresponding measures` leaves open how much is owed: one side meant a declaration, the other an inventory first
        """,
        """
        clause 1
          Northland commits to work toward disarmament.
                    ^^^^^^^^^^^^^^^^^^^^^^ `commits to work toward` leaves open how far this binds: it has no end at which it is kept or broken
        """,
        """
        clause 1
          Northland shall faithfully observe the armistice.
                          ^^^^^^^^^^ `faithfully` adds nothing to what is owed: it says how well it is to be done, which cannot be checked
        """,
        """
        preamble
        clause P1
          Northland and Southland affirm that sincere efforts serve peace.
                                              ^^^^^^^^^^^^^^^ `sincere efforts` leaves open how far this binds: effort cannot be measured, and failure is no breach
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
                alike.setdefault(words.term.name if words.term else words.words.lower(), []).append(
                    words
                )
        for places in alike.values():
            first = next((words for words in places if words.operative), places[0])
            others = [words.at for words in places if words is not first]
            yield Problem(
                first.at,
                _message(first),
                _FITTING.get(first.term.name, _HELP[first.term.about]) if first.term else _DEFINE,
                severity=None if first.operative and not _is_harmless(first.term) else "info",
                related=tuple(Related(at, "here too") for at in others),
            )


def _is_answered(words: OpenWords) -> bool:
    """Tell whether another rule judges these words, or a label closes what they leave open."""
    if words.term is None:
        return False
    if words.term.about == "time":
        return True
    return words.said.labels.stated(*_ANSWERED_BY.get(words.term.about, ()))


def _is_harmless(term: Vague | None) -> bool:
    return term is not None and term.about in {"emphasis", "approximation", "selection"}


def _message(found: OpenWords) -> str:
    if found.term is None:
        return f"`{found.words}` leaves open what is meant"
    if found.term.about == "emphasis":
        return f"`{found.words}` adds nothing to what is owed: {found.term.why}"
    return f"`{found.words}` leaves open {_WHAT_IS_OPEN[found.term.about]}: {found.term.why}"


_DEFINE = "define the words with `define` and `means:`, or accept on record that they stay open"
