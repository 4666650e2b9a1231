"""What a sentence says: who, how bindingly, does what to what, found through the vocabulary.

Put in plain order (`plain_order`), a sentence has before its modality who (`subjects`) and after it
how bindingly (`binding`) what is done (`deeds`), all made of phrases (`phrases`) whose words are
looked up (`finding`). What none of these understands is kept as words,
never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences.binding import (
    ALLOWED,
    HOW_BINDINGLY,
    kind_of,
    says_by_what_alone,
    says_it_is_not_so,
    says_never,
    set_in_front,
    told_how,
    touches,
)
from clausecheck.model.sentences.deeds import Predicate, under_to
from clausecheck.model.sentences.finding import Finder, Found, lowered, references_in, text_of
from clausecheck.model.sentences.meanings import (
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
    is_group,
)
from clausecheck.model.sentences.phrases import Phrases
from clausecheck.model.sentences.plain_order import (
    before_the_act,
    behind_a_phrase,
    in_plain_order,
    without_fillers,
    without_inserted,
)
from clausecheck.model.sentences.sorting import Gathered
from clausecheck.model.sentences.subjects import Subject, everyone, who_of
from clausecheck.model.sentences.verbs import spoken_act
from clausecheck.model.sentences.words import CONJUNCTIONS, is_time
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Act, Vocabulary

__all__ = [
    "DUTIES",
    "FIRM",
    "HOW_BINDINGLY",
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

_ABOUT_OTHERS = frozenset({"recommends", "guarantees"})
"""Duties that bear on what somebody shall do: "recommends that both sides should meet"."""
_OPINIONS = frozenset({"expresses", "recalls", "shares the view"})
_IN_MIND = frozenset(
    {"intends to", "intends not to", "expresses willingness to", "aspires to", "may", "may not"}
)
_EXPECTED = frozenset({"will", "will not", "may"})
"""After a word of opinion these promise and allow nothing: "hopes that the talks will succeed"."""
_EACH = (["neither"], ["none"], ["each"], ["both"])
_ITSELF = frozenset({"it", "they", "he", "she"})
_CONDUCTED = ("test", "exercise")
"""Things that are acts themselves, so that who refrains from them does not conduct them."""
_IS = (["is"], ["are"])
_FINITE = frozenset({"is", "are", "was", "were", "has", "have"})
_RELATIVE = frozenset({"which", "who", "whose", "that", "what"})


def read_sentence(
    sentence: nodes.Sentence,
    names: Names,
    vocabulary: Vocabulary,
    spoken_of: Sequence[str] = (),
) -> tuple[Meaning, ...]:
    """Return what a sentence without brackets says: one meaning, or two where it declares a duty.

    Empty where it has no modality. `spoken_of` are those whom the sentence before it binds.
    """

    def meaning(
        before: Sequence[nodes.Part], modality: nodes.Modality, after: Sequence[nodes.Part]
    ) -> Meaning:
        return _meaning(sentence.span, before, modality, after, names, vocabulary, spoken_of)

    parts = sentence.parts
    at = [number for number, part in enumerate(parts) if isinstance(part, nodes.Modality)]
    if not at:
        return ()
    first = at[0]
    outer = cast("nodes.Modality", parts[first])
    says = outer.kind == "statement" or outer.name in _ABOUT_OTHERS
    second = at[1] if len(at) > 1 and says else None
    before, after = parts[:first], parts[first + 1 : second]
    if second is None:
        return (meaning(before, outer, after),)
    inner = cast("nodes.Modality", parts[second])
    done = parts[second + 1 :]
    if after and text_of(after[-1]).lower() in CONJUNCTIONS:
        # "reaffirms X and shall do Y": one subject, two things said of it.
        return (
            meaning(before, outer, after[:-1]),
            meaning(before, inner, done),
        )
    other = _where_another_begins(after)
    if other:
        return (
            meaning(before, outer, after[: other - 1]),
            meaning(after[other:], inner, done),
        )
    if outer.name == "it is agreed" or not after:
        return (meaning(after, inner, done),)
    if outer.name in _OPINIONS and inner.name in _EXPECTED:
        return (meaning(before, outer, (*after, *done)),)
    said = meaning(before, outer, ())
    words = [text_of(part).lower() for part in after]
    if "that" in words:
        # "assures X that it will do Y": X is told.
        said = meaning(before, outer, after[: words.index("that")])
        after = after[words.index("that") + 1 :]
    itself = len(after) == 1 and text_of(after[0]).lower() in _ITSELF
    told = _told_to(said, meaning(before if itself else after, inner, done))
    if _is_of_them(after):
        told = evolve(told, who=evolve(told.who, names=said.who.names, how="each"))
    if outer.name == "affirms" and inner.name in _IN_MIND:
        return (_affirmed(said, told, vocabulary),)
    return (said, told)


def _where_another_begins(after: Sequence[nodes.Part]) -> int:
    """Return where whoever is bound is named behind a fact; 0 where none is stated before it.

    "Declares that the war is over and X shall": of the fact nobody is bound by the second half.
    """
    words = [text_of(part) for part in after]
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n] in CONJUNCTIONS), 0)
    fact = {word.lower() for word in words[:at]}
    name = at and words[at + 1][:1].isupper() and not words[at - 1][:1].isupper()
    return at + 1 if name and fact & _FINITE and not fact & _RELATIVE else 0


def _is_of_them(subject: Sequence[nodes.Part]) -> bool:
    """Tell whether those who speak say what each of them does: "that neither of them will"."""
    words = [text_of(part).lower() for part in subject]
    return words[:1] in _EACH and words[1:] in ([], ["of", "them"])


def _told_to(said: Meaning, told: Meaning) -> Meaning:
    """Return what is said, with those to whom it is said among what its deeds speak of."""
    hearers = tuple(
        under_to(mention)
        for deed in said.deeds
        for mention in deed.mentions
        if mention.kind == "actor" and mention.name not in told.who.names
    )
    return evolve(
        told, deeds=tuple(evolve(deed, others=(*deed.others, *hearers)) for deed in told.deeds)
    )


def _affirmed(said: Meaning, told: Meaning, vocabulary: Vocabulary) -> Meaning:
    """Return the statement that somebody means to do something, or has a right to, as a fact."""
    spoken = spoken_act(said.modality, vocabulary)
    act = cast("Act | None", spoken.term) if spoken else None
    deed = Deed(
        told.span,
        act,
        said.modality.span,
        act.name if act else said.modality.text,
        others=tuple(under_to(mention) for deed in told.deeds for mention in deed.mentions),
        inner=told.deeds,
    )
    return evolve(
        said,
        deeds=(deed,),
        references=told.references,
        periods=told.periods,
        vague=told.vague,
        open_words=told.open_words,
        unknown=(*said.unknown, *told.unknown),
    )


def _meaning(
    span: Span,
    before: Sequence[nodes.Part],
    modality: nodes.Modality,
    after: Sequence[nodes.Part],
    names: Names,
    vocabulary: Vocabulary,
    spoken_of: Sequence[str],
) -> Meaning:
    every = (*before, *after)
    before, after = in_plain_order(before, modality, Finder(after, names, vocabulary))
    after, set_apart = without_inserted(Finder(without_fillers(after), names, vocabulary))
    if not set_apart and modality.kind in {"duty", "permission"}:
        begins = behind_a_phrase(Finder(after, names, vocabulary))
        after, set_apart = after[begins:], after[:begins]
    spoken = [text_of(part).lower() for part in every]
    words = [text_of(part).lower() for part in (*before, *after)]
    never = says_never(lowered(set_apart)) or says_never(set_in_front(lowered(before)))
    inserted = Phrases(Finder(() if never else set_apart, names, vocabulary))
    inserted.read()
    who, things, subject = who_of(
        Finder(before, names, vocabulary), modality, names, spoken, spoken_of
    )
    done_to = subject.mentions if subject else ()
    begins = before_the_act(after)
    predicate = Predicate(
        Finder(after[begins:], names, vocabulary),
        vocabulary,
        modality,
        done_to,
        of_right=bool(told_how(modality, words[len(before) :][:begins]) & ALLOWED),
    )
    # "The state of war is hereby terminated": what it is done to stands before the modality.
    predicate.gathered.passive = modality.name == "hereby" and words[: len(before)][-1:] in _IS
    deeds = tuple(_with_inserted(deed, inserted.gathered) for deed in predicate.deeds())
    kind = kind_of(modality, who, words[len(before) :], never=never)
    if kind == "prohibition" and who.how == "text" and touches(words[len(before) :]):
        kind = "savings"
    if subject is not None and modality.name == "is not affected":
        things, deeds = (), (_left_alone(subject, deeds, predicate),)
    undone = [_refrained_from(deed, vocabulary) for deed in deeds]
    if kind == "duty" and deeds and all(undone):
        kind, deeds = "prohibition", tuple(chain(*undone))
    who, deeds = _with_doers(who, predicate, deeds, spoken, names)
    return Meaning(
        span=span,
        modality=modality,
        kind=kind,
        who=who,
        deeds=deeds,
        subject=things,
        references=references_in(every),
        periods=tuple(
            p for p in (*set_apart, *after) if isinstance(p, nodes.Quantity) and is_time(p)
        ),
        vague=(*(subject.vague if subject else ()), *inserted.vague, *predicate.vague),
        open_words=tuple(
            p for p in every if isinstance(p, nodes.Words) and not _is_declared(p.text, names)
        ),
        unknown=(
            *_unknown(subject, names, vocabulary),
            *_unknown(predicate, names, vocabulary),
            *_unknown(inserted, names, vocabulary),
        ),
        denied=kind == "statement" and says_it_is_not_so(modality, words[len(before) :]),
        alone=words[:1] == ["only"] or says_by_what_alone(words),
    )


def _left_alone(subject: Subject, deeds: Sequence[Deed], predicate: Predicate) -> Deed:
    """Return what "is not affected" as a deed, as where a text "does not affect" it.

    The text itself, by which it is not affected, is told of in neither.
    """
    act, parts = cast("Found", predicate.spoken), predicate.parts
    itself = {
        part.span.start
        for pair in pairwise(parts)
        if text_of(pair[0]).lower() in {"this", "present"}
        for part in pair
    }
    gathered = subject.gathered
    behind = (each for deed in deeds for each in deed.mentions if each.span.start not in itself)
    return Deed(
        subject.parts[0].span.to(subject.parts[-1].span),
        cast("Act", act.term),
        act.span,
        act.name,
        tuple(gathered.objects),
        tuple(gathered.amounts),
        tuple(gathered.places),
        tuple(gathered.beneficiaries),
        (*gathered.others, *gathered.asides, *behind),
    )


def _with_inserted(deed: Deed, told: Gathered) -> Deed:
    """Return a deed with what is told between commas, as if it stood behind the act."""
    if not (told or told.asides):
        return deed
    others = (*deed.others, *told.beneficiaries, *told.others, *told.asides)
    return evolve(deed, places=(*deed.places, *told.places), others=others)


def _refrained_from(deed: Deed, vocabulary: Vocabulary) -> tuple[Deed, ...]:
    """Return what a deed is to do not: "refrain from testing missiles", "from missile tests".

    None of it where it is to do something, or where nothing tells what is done to its object.
    """
    if deed.act is None or deed.act.name != "refrain":
        return ()
    conducted = bool(deed.objects) and all(is_group(m, *_CONDUCTED) for m in deed.objects)
    held = (evolve(deed, act=vocabulary.act("conduct")),) if conducted else ()
    return deed.inner or held


def _with_doers(
    who: Who, predicate: Predicate, deeds: tuple[Deed, ...], words: Sequence[str], names: Names
) -> tuple[Who, tuple[Deed, ...]]:
    """Return who is to act where a sentence is passive, whom it names or nobody; and the deeds.

    Each deed tells whom it binds where that is not the same for all.
    """
    heads = [mention for mention in predicate.subject if mention.preposition is None]
    somebody = any(mention.kind in {"actor", "group"} for mention in heads)
    if not predicate.acts_on_subject or not (who.how == "thing" or somebody):
        return who, deeds
    doers = [
        _doer(who, _agents_of(deeds, at), words, names) if deed.undergone or deed.agents else who
        for at, deed in enumerate(deeds)
    ]
    if all(doer == doers[0] for doer in doers):
        return doers[0], deeds
    every = tuple(dict.fromkeys(name for doer in doers for name in doer.names))
    parted = tuple(evolve(deed, who=doer) for deed, doer in zip(deeds, doers, strict=True))
    return evolve(who, names=every, how="each"), parted


def _doer(who: Who, agents: Sequence[Mention], words: Sequence[str], names: Names) -> Who:
    """Return whom a deed binds that these do: nobody, if there are none."""
    every = [(each.name,) if each.kind == "actor" else everyone(words, names) for each in agents]
    named = tuple(dict.fromkeys(chain.from_iterable(every)))
    how: How = "thing" if not named else "jointly" if "jointly" in words else "each"
    return evolve(who, names=named, how=how)


def _agents_of(deeds: Sequence[Deed], at: int) -> tuple[Mention, ...]:
    """Return who does a deed: whom it names, or else the next one does, or the one before.

    Nobody does it where `by` stands in it before who does something else: "under inspection by X".
    """
    behind = (each for each in deeds[at].others if each.preposition == "by")
    if not deeds[at].agents and any(each.kind in {"actor", "group"} for each in behind):
        return ()
    near = (*deeds[at:], *reversed(deeds[:at]))
    return next((deed.agents for deed in near if deed.agents), ())


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
        and (part.text[0].isalpha() or _GARBLED.fullmatch(part.text))
        and not vocabulary.knows(part.text)
        and part.text not in names.event_words
    )


_GARBLED = regex(r"\d+(?!(?:st|nd|rd|th|s|[cm]m|[A-Z])\Z)[^\W\d_][^\W_]*")
"""A number that runs on in letters, and is none of "38th", "1990s", "155mm" and "1A"."""
