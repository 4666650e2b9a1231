"""What a sentence says: who, how bindingly, does what to what, found through the vocabulary.

Before its modality stands who (`subjects`), after it what is done (`deeds`), both made of phrases
(`phrases`) whose words are looked up (`finding`). What none of these understands is kept as words,
never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from attrs import evolve

from clausecheck.model import nodes
from clausecheck.model.deeds import Predicate
from clausecheck.model.finding import Finder, text_of
from clausecheck.model.meanings import (
    DUTIES,
    FIRM,
    Amount,
    Deed,
    How,
    Meaning,
    Mention,
    MentionKind,
    ProvisionKind,
    Who,
)
from clausecheck.model.names import Names
from clausecheck.model.phrases import Phrases, is_time
from clausecheck.model.subjects import who_of
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

__all__ = [
    "DUTIES",
    "FIRM",
    "Amount",
    "Deed",
    "How",
    "Meaning",
    "Mention",
    "MentionKind",
    "ProvisionKind",
    "Who",
    "read_sentence",
]


def read_sentence(
    sentence: nodes.Sentence, names: Names, vocabulary: Vocabulary
) -> tuple[Meaning, ...]:
    """Return what a sentence without brackets says: one meaning, or two where it declares a duty.

    Empty where it has no modality.
    """
    parts = sentence.parts
    at = [number for number, part in enumerate(parts) if isinstance(part, nodes.Modality)]
    if not at:
        return ()
    first = at[0]
    outer = cast("nodes.Modality", parts[first])
    second = (
        at[1] if len(at) > 1 and (outer.kind == "statement" or outer.name == "recommends") else None
    )
    if second is None:
        return (
            _meaning(sentence.span, parts[:first], outer, parts[first + 1 :], names, vocabulary),
        )
    inner = cast("nodes.Modality", parts[second])
    between = parts[first + 1 : second]
    said = _meaning(sentence.span, between, inner, parts[second + 1 :], names, vocabulary)
    if outer.name == "it is agreed" or not between:
        return (said,)
    return (_meaning(sentence.span, parts[:first], outer, (), names, vocabulary), said)


def _meaning(
    span: Span,
    before: Sequence[nodes.Part],
    modality: nodes.Modality,
    after: Sequence[nodes.Part],
    names: Names,
    vocabulary: Vocabulary,
) -> Meaning:
    every = (*before, *after)
    words = [text_of(part).lower() for part in every]
    who, things, subject = who_of(Finder(before, names, vocabulary), modality, names, words)
    done_to = subject.mentions if subject else ()
    predicate = Predicate(Finder(after, names, vocabulary), vocabulary, modality, done_to)
    deeds = predicate.deeds()
    return Meaning(
        span=span,
        modality=modality,
        kind=_kind(modality, who, after),
        who=_with_agents(who, predicate, deeds, words),
        deeds=deeds,
        subject=things,
        references=tuple(part for part in every if isinstance(part, nodes.Reference)),
        periods=tuple(p for p in after if isinstance(p, nodes.Quantity) and is_time(p)),
        vague=(*(subject.vague if subject else ()), *predicate.vague),
        open_words=tuple(
            p for p in every if isinstance(p, nodes.Words) and not _is_declared(p.text, names)
        ),
        unknown=(*_unknown(subject, names, vocabulary), *_unknown(predicate, names, vocabulary)),
    )


def _kind(modality: nodes.Modality, who: Who, after: Sequence[nodes.Part]) -> ProvisionKind:
    denied = " not" in modality.name or (bool(after) and text_of(after[0]).lower() == "not")
    forbids = modality.kind == "duty" and denied
    if forbids or (who.negated and modality.kind in {"duty", "permission"}):
        return "prohibition"
    return modality.kind


def _with_agents(
    who: Who, predicate: Predicate, deeds: Sequence[Deed], words: Sequence[str]
) -> Who:
    """Return who is to act where a sentence is passive: whom it names at its end, or nobody."""
    heads = [mention for mention in predicate.subject if mention.preposition is None]
    somebody = any(mention.kind in {"actor", "group"} for mention in heads)
    if not predicate.acts_on_subject or not (who.how == "thing" or somebody):
        return who
    agents = tuple(
        dict.fromkeys(a.name for deed in deeds for a in deed.agents if a.kind == "actor")
    )
    if agents:
        return evolve(who, names=agents, how="jointly" if "jointly" in words else "each")
    return evolve(who, names=(), how="thing")


def _is_declared(text: str, names: Names) -> bool:
    words = text.split()
    term = names.match_term(words, 0)
    return (
        (term is not None and term[1] == len(words))
        or text in names.events
        or names.actor(text) is not None
    )


def _unknown(read: Phrases | None, names: Names, vocabulary: Vocabulary) -> tuple[nodes.Word, ...]:
    """Return the words that neither the text nor the vocabulary knows."""
    if read is None:
        return ()
    return tuple(
        part
        for number, part in enumerate(read.parts)
        if number not in read.told
        and isinstance(part, nodes.Word)
        and part.text[0].isalpha()
        and not vocabulary.knows(part.text)
        and part.text not in names.event_words
    )
