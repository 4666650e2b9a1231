"""The words of a sentence that neither its terms nor its grammar explain."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.norms import Aspect
from clausecheck.analyses.obligations.places import PREPOSITIONS, alike, metres
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import HOW_BINDINGLY, Mention
from clausecheck.model.sentences.words import OF_ONES_OWN
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import frozen

_OF_GRAMMAR = frozenset(
    "a an the any all each every both either no its their his own of and or nor and/or , ; : ( )"
    " be is are been shall not by with for as it they own to jointly against".split()
)
SETTING_APART = frozenset(
    "that which who whose whom if when other others than except unless only without".split()
)


@frozen
class Told:
    """What a sentence tells beside its act and object, and where it does."""

    at: Span
    aspect: Aspect
    mention: Mention | None = None
    """None for a word that nothing explains."""


def rest_of(provision: Provision, sentence: nodes.Sentence) -> Iterator[Told]:
    """Yield the words of the sentence that neither its terms nor its grammar explain."""
    meaning = provision.meaning
    told = sorted((*_told(provision), *_freely(provision, sentence)), key=lambda at: at.start)
    amounts = {id(each.quantity) for deed in meaning.deeds for each in deed.amounts}
    begins, who = meaning.modality.span.end, meaning.who.span
    acts = min((deed.act_span.start for deed in meaning.deeds), default=begins)
    place, preposition = 0, ""
    before: nodes.Part | None = None
    for part in sentence.parts:
        last, before = before, part
        if isinstance(part, nodes.Modality):
            preposition = ""
            continue
        while place < len(told) and told[place].end <= part.span.start:
            place += 1
        if place < len(told) and told[place].contains(part.span):
            preposition = ""
        elif isinstance(part, (nodes.Quantity, nodes.Rate, nodes.Date)):
            if id(part) not in amounts:
                yield Told(part.span, _number(part, last))
        elif isinstance(part, nodes.Reference):
            yield Told(part.span, Aspect("", (("clause", part.number),)))
        else:
            word = getattr(part, "text", "").lower()
            if word in PREPOSITIONS:
                preposition = word
            elif word in HOW_BINDINGLY | _BARRING and begins <= part.span.start < acts:
                continue
            elif word in SETTING_APART or (_counts(part, word) and _bears(part.span, who, begins)):
                yield Told(part.span, Aspect(alike(preposition), (("rest", word),)))


_BARRING = frozenset({"neither", "refrain"})
"""Words before an act that is forbidden: "shall neither build nor buy", "shall refrain from"."""
_AT_ANY_TIME = regex(
    r"(?<!\S)(?:at (?:any|all) (?:times?|moments?)|on (?:any|no) account"
    r"|(?:in|under) (?:any|no) (?:case|event|circumstances?))"
    r"(?!\S| (?:of|in|where|when|that|other|save)(?!\S))"
)
_AT_WILL = regex(
    rf"(?<!\S)(?:(?:at|in) {OF_ONES_OWN}discretion"
    r"|at (?:will|discretion)|freely|(?:whenever|as) (?:it|they) (?:(?:so )?wish(?:es)?|sees? fit))"
    r"(?!\S| of(?!\S))"
)


def _freely(provision: Provision, sentence: nodes.Sentence) -> Iterator[Span]:
    """Yield what says that it is so at any time; or of a leave, that it is used at will.

    It narrows nothing: who may do it at its discretion may do it.
    """
    words = [part.text.lower() if isinstance(part, nodes.Word) else "-" for part in sentence.parts]
    text = " ".join(words)
    at_will = (_AT_WILL,) if provision.kind in {"permission", "exemption"} else ()
    for pattern in (_AT_ANY_TIME, *at_will):
        for found in pattern.finditer(text):
            first, last = (text.count(" ", 0, at) for at in found.span())
            yield sentence.parts[first].span.to(sentence.parts[last].span)


def _number(part: nodes.Quantity | nodes.Rate | nodes.Date, before: object) -> Aspect:
    """Return a number that no deed counts; of a distance, how far it reaches."""
    if isinstance(part, nodes.Quantity) and getattr(before, "text", "").lower() == "within":
        far = metres(part)
        if far is not None:
            return Aspect("in", (("distance", ""),), reach=far)
    return Aspect("", (("number", str(part)),))


def _counts(part: nodes.Part, word: str) -> bool:
    """Tell whether a word says anything: `A` in `Zone A` does, and `a` does not."""
    capital = isinstance(part, nodes.Word) and len(word) == 1 and part.text != word
    return capital or word not in _OF_GRAMMAR


def _bears(at: Span, who: Span, begins: int) -> bool:
    """Tell whether a word is none of those that only name the subject."""
    return at.start >= begins or not who.contains(at)


def _told(provision: Provision) -> Iterator[Span]:
    """Yield the places that the norm's terms take up, those of its sentence's other deeds too."""
    meaning = provision.meaning
    if meaning.who.apart is not None:
        yield meaning.who.apart
    for deed in meaning.deeds:
        yield deed.act_span
        waiting = [deed]
        for each in waiting:
            yield each.act_span
            for mention in (*each.mentions, *each.in_return):
                yield mention.shared.row if mention.shared is not None else mention.span
                if mention.owner_span is not None:
                    yield mention.owner_span
            waiting.extend(each.inner)
    for mention in meaning.subject:
        yield mention.shared.row if mention.shared is not None else mention.span
