"""Which sentences make anybody act differently, and which declare, recall or agree to talk."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.inspection.inventories import listed
from clausecheck.analyses.terms import acts, is_group, is_left_as_it_is, is_one_of
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_TALKING = (
    "affirm",
    "consult",
    "convene",
    "cooperate",
    "declare",
    "discuss",
    "meet",
    "negotiate",
    "promote",
    "seek",
    "support",
    "visit",
)
_HOLDING = ("hold", "conduct", "engage", "begin", "continue", "resume")
"""Acts that are talk where their object is a dialogue."""
_LASTING = ("continue", "remain")
"""Acts that change nothing where a text is what goes on."""
_AS_IT_IS = "remain"
"""What remains is the state of things, whatever it is that remains."""
_PEACE = ("peace", "peace-regime", "peace-on-peninsula")
_MAKING = ("build", "construct", "create", "establish", "promote")
"""Acts that say nothing of what anybody does where peace is what is made."""
_LIFE_OF_THE_TEXT = ("amend", "enter-into-force", "ratify", "review", "sign", "terminate")


@frozen
class Sentence:
    """A sentence outside the preamble that asks, allows or says something of the matter itself."""

    number: str
    at: Span
    changes: bool
    """Whether it binds somebody to do or leave something other than to talk."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Sentence, ...]:
    """Return the sentences in text order, without those on the text's own life and its savings."""
    return tuple(_sentences(reading, vocabulary))


def _sentences(reading: Reading, vocabulary: Vocabulary) -> Iterator[Sentence]:
    for clause in reading.operative_clauses:
        said: dict[str, list[Provision]] = {}
        for provision in clause.provisions:
            said.setdefault(provision.number, []).append(provision)
        for number, provisions in said.items():
            matter = [p for p in provisions if not _is_of_the_text(p, vocabulary)]
            if matter:
                changes = any(_changes(provision, vocabulary) for provision in matter)
                yield Sentence(number, matter[0].modality.span, changes)


def _is_of_the_text(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a provision is about the text: its force, its change, what it leaves alone."""
    own = provision.object is None or is_group(provision.object, "agreement")
    alone = provision.kind == "savings" or is_left_as_it_is(provision)
    return alone or (own and acts(provision, vocabulary, _LIFE_OF_THE_TEXT))


def _is_of_a_text(provision: Provision) -> bool:
    """Tell whether a text is what is spoken of, as in “the armistice shall remain in force”."""
    spoken_of = (*provision.meaning.subject, *provision.deed.objects)
    return bool(spoken_of) and all(is_group(each, "agreement") for each in spoken_of)


def _changes(provision: Provision, vocabulary: Vocabulary) -> bool:
    if provision.kind == "permission" or provision.modality.name == "hereby":
        return True
    if provision.kind == "prohibition" or not provision.meaning.binding:
        return provision.meaning.binding
    if acts(provision, vocabulary, _LASTING) and _is_of_a_text(provision):
        return False
    thing = provision.object
    makes_peace = thing is not None and is_one_of(thing, vocabulary, *_PEACE)
    if acts(provision, vocabulary, (_AS_IT_IS, *(_MAKING if makes_peace else ()))):
        return False
    if listed(provision, vocabulary):
        return True
    talk = provision.object is not None and is_group(provision.object, "dialogue")
    talking = (*_TALKING, *_HOLDING) if talk else _TALKING
    return not acts(provision, vocabulary, talking)
