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

_OBLIGED = frozenset({"obliged", "required", "bound", "obligated", "compelled"})
_ALLOWED = frozenset({"entitled", "free", "authorised", "authorized"})
_BARRED = frozenset({"prohibited", "forbidden", "banned", "barred"})
_COMPARED = frozenset({"later", "more", "fewer", "less", "longer", "earlier", "sooner"})
_ENDING = frozenset(", ; and or to that which who of for from in at on with by until".split())
"""Words after which a `no` no longer denies the object of the act."""


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
    done = after[_before_the_act(after) :]
    predicate = Predicate(Finder(done, names, vocabulary), vocabulary, modality, done_to)
    deeds = predicate.deeds()
    kind = _kind(modality, who, after)
    if kind == "duty" and deeds and all(_refrains(deed) for deed in deeds):
        kind, deeds = "prohibition", tuple(inner for deed in deeds for inner in deed.inner)
    return Meaning(
        span=span,
        modality=modality,
        kind=kind,
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


def _before_the_act(after: Sequence[nodes.Part]) -> int:
    """Count the words between the modality and the act that only say how bindingly."""
    words = [text_of(part).lower() for part in after[:4]]
    if words[1:3] and words[0] in {"under", "in", "at"} and words[1] == "no":
        return 3
    start = 1 if words[:1] == ["not"] and words[1:2] in (["only"], ["be"]) else 0
    if words[start : start + 1] in (["only"], ["neither"]):
        return start + 1
    if words[start : start + 1] == ["be"] and words[start + 2 : start + 3] == ["to"]:
        return start + 3 if words[start + 1] in _OBLIGED | _ALLOWED else 0
    return 0


def _kind(modality: nodes.Modality, who: Who, after: Sequence[nodes.Part]) -> ProvisionKind:
    """Return what the sentence does to whom it binds, by its modality and what denies it."""
    if modality.kind not in {"duty", "permission"}:
        return modality.kind
    words = [text_of(part).lower() for part in after]
    permits = modality.kind == "permission" or modality.name == "may not"
    denied = " not" in modality.name or words[:1] in (["not"], ["neither"])
    if words[:1] == ["only"] or words[:2] == ["not", "only"]:
        denied = False
    told = set(words[:3]) if words[:1] == ["be"] or words[:2] == ["not", "be"] else set()
    if told & _OBLIGED and denied:
        return "statement"
    if told & _ALLOWED:
        permits = True
    if told & _BARRED:
        return "permission" if denied else "prohibition"
    if denied or who.negated or _denies_its_object(words):
        return "prohibition"
    return "permission" if permits else "duty"


def _refrains(deed: Deed) -> bool:
    """Tell whether the deed is to do something not: "refrain from testing missiles"."""
    return deed.act is not None and deed.act.name == "refrain" and bool(deed.inner)


def _denies_its_object(words: Sequence[str]) -> bool:
    """Tell whether nothing is to be done: "withdraw no troops", "under no circumstances"."""
    for number, word in enumerate(words):
        if word in {"no", "none", "nothing", "nobody"}:
            return not set(words[number + 1 : number + 2]) & _COMPARED
        if word in _ENDING and words[number + 1 : number + 2] != ["no"]:
            return False
    return False


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
