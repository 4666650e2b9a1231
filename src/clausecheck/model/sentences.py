"""What a sentence says: who, how bindingly, does what to what, found through the vocabulary.

A sentence is read from left to right once. Before its modality stands who; after it acts, each with
its objects; beside an object its quantity, owner, place and beneficiary, told by the preposition in
front. What no rule of this page understands is kept as words, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from attrs import evolve, frozen

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.source import Span
from clausecheck.vocabulary import Act, Term, Vague, Vocabulary

How = Literal["each", "jointly", "all", "any", "none", "unnamed", "automatic", "thing", "text"]
ProvisionKind = Literal["duty", "prohibition", "permission", "statement", "savings"]
MentionKind = Literal["object", "act", "place", "method", "actor", "definition", "words"]

DUTIES = (
    "shall",
    "undertakes to",
    "agrees to",
    "commits to",
    "will",
    "is to",
    "endeavours to",
    "commits to work toward",
    "agrees to consult",
    "agrees to discuss",
    "should",
    "recommends",
    "intends to",
    "expresses willingness to",
    "aspires to",
)
"""The duties from strong to weak, each also in its negative."""
FIRM = frozenset(DUTIES[:6])
"""Duties that a text states as such, however bindingly; the others only try, talk or wish."""

_TALKING = {"agrees to discuss": "discuss", "agrees to consult": "consult"}
"""Modalities that say the act themselves."""
_POSSESSIVES = frozenset({"its", "their", "his", "own"})
_FROM_ABROAD = frozenset({"foreign", "external", "outside"})
_PLACING = frozenset(
    "from in at on within into near along across inside outside around through off onto over".split()
)
_GIVING = frozenset({"for", "to", "towards", "toward"})
_PREPOSITIONS = _PLACING | _GIVING | frozenset("of by with against between under upon as about without".split())
_JOINING = frozenset({"and", "or", ",", ";", "and/or", "nor"})
_PASSIVE = frozenset({"be", "been", "is", "are"})


@frozen
class Who:
    """The subject: the actors named, and how the sentence binds them.

    `thing`: the subject is no actor, as in "the line shall be marked"; `text`: the text itself.
    """

    span: Span
    names: tuple[str, ...]
    how: How
    negated: bool = False


@frozen
class Mention:
    """A term in a sentence, with the preposition before it and whom it belongs to.

    `owner` is an actor's name, `its` for the subject's own, or `foreign`.
    """

    span: Span
    kind: MentionKind
    name: str
    """The term's name in the vocabulary, or the words."""
    term: Term | None = None
    preposition: str | None = None
    owner: str | None = None
    owner_span: Span | None = None


@frozen
class Amount:
    """How much: a quantity, or `all`; with its rate."""

    span: Span
    quantity: nodes.Quantity | None = None
    rate: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is all there is."""
        quantity = self.quantity
        return quantity is None or (quantity.unit in {"%", "percent", "per cent"} and quantity.least == "100")


@frozen
class Deed:
    """One act with what it is done to."""

    span: Span
    act: Act | None
    act_span: Span
    act_text: str
    objects: tuple[Mention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    places: tuple[Mention, ...] = ()
    beneficiaries: tuple[Mention, ...] = ()
    others: tuple[Mention, ...] = ()
    """Everything else the deed speaks of: by whom, with what, on what."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All that the deed speaks of, in text order."""
        every = (*self.objects, *self.places, *self.beneficiaries, *self.others)
        return tuple(sorted(every, key=lambda mention: mention.span))


@frozen
class Meaning:
    """What one modality of a sentence says."""

    span: Span
    modality: nodes.Modality
    kind: ProvisionKind
    who: Who
    deeds: tuple[Deed, ...]
    subject: tuple[Mention, ...] = ()
    """What the subject speaks of beside actors."""
    references: tuple[nodes.Reference, ...] = ()
    periods: tuple[nodes.Quantity, ...] = ()
    """Spans of time in the sentence itself, as in "within 30 days"."""
    vague: tuple[tuple[Vague, Span], ...] = ()
    open_words: tuple[nodes.Words, ...] = ()
    """Words in quotation marks that are no declared name."""
    unknown: tuple[nodes.Word, ...] = ()

    @property
    def binding(self) -> bool:
        """Whether it is a duty or prohibition that the text states as such."""
        return self.kind in {"duty", "prohibition"} and self.modality.name.replace(" not", "") in FIRM | {"may"}


def read_sentence(sentence: nodes.Sentence, names: Names, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """Return what a sentence without brackets says: one meaning, or two where it declares a duty.

    Empty where it has no modality.
    """
    parts = sentence.parts
    at = [number for number, part in enumerate(parts) if isinstance(part, nodes.Modality)]
    if not at:
        return ()
    reader = _Reader(names, vocabulary)
    first = at[0]
    if len(at) == 1:
        return (reader.meaning(sentence.span, parts[:first], parts[first], parts[first + 1 :]),)
    second = at[1]
    outer = reader.meaning(sentence.span, parts[:first], parts[first], ())
    inner = reader.meaning(sentence.span, parts[first + 1 : second], parts[second], parts[second + 1 :])
    modality = cast("nodes.Modality", parts[first])
    if modality.name == "it is agreed" or (inner.who.how == "unnamed" and not parts[first + 1 : second]):
        return (inner,)
    return (outer, inner)


@frozen
class _Found:
    """A term, name or sign found among the parts; `start` and `end` count parts."""

    kind: str
    start: int
    end: int
    span: Span
    name: str
    term: Term | None = None


class _Reader:
    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names = names
        self.vocabulary = vocabulary

    def meaning(
        self, span: Span, before: Sequence[nodes.Part], modality: nodes.Part, after: Sequence[nodes.Part]
    ) -> Meaning:
        assert isinstance(modality, nodes.Modality)  # noqa: S101 - the caller found it
        who, subject, strange = self.who(before, modality)
        found = self.find(after, acts_first=True)
        deeds = self.deeds(found, after, modality, subject)
        kind: ProvisionKind = modality.kind
        if modality.kind == "duty" and (modality.name.endswith(" not") or " not " in modality.name):
            kind = "prohibition"
        if who.negated and kind in {"duty", "permission"}:
            kind = "prohibition"
        every = (*before, *after)
        return Meaning(
            span=span,
            modality=modality,
            kind=kind,
            who=who,
            deeds=deeds,
            subject=subject,
            references=tuple(p for p in every if isinstance(p, nodes.Reference)),
            periods=tuple(p for p in after if isinstance(p, nodes.Quantity) and _is_time(p)),
            vague=tuple((cast("Vague", f.term), f.span) for f in found if f.kind == "vague"),
            open_words=tuple(p for p in every if isinstance(p, nodes.Words) and not self.declared(p.text)),
            unknown=(*strange, *self.unknown(found, after)),
        )

    def declared(self, text: str) -> bool:
        return (
            text.lower() in self.names.definitions
            or text in self.names.events
            or self.names.actor(text) is not None
        )

    # ── Who ──

    def who(
        self, parts: Sequence[nodes.Part], modality: nodes.Modality
    ) -> tuple[Who, tuple[Mention, ...], tuple[nodes.Word, ...]]:
        """Return the subject, what it speaks of beside actors, and its unknown words."""
        if not parts:
            return Who(Span(modality.span.start, modality.span.start), (), "unnamed"), (), ()
        span = parts[0].span.to(parts[-1].span)
        words = [_text(part).lower() for part in parts]
        first, *rest = words
        everyone = self.names.parties
        group = bool(rest) and rest[0] in {"party", "parties", "side", "sides"}
        if modality.kind == "savings" or first == "nothing":
            return Who(span, (), "text", negated=False), (), ()
        if first == "unnamed":
            return Who(span, (), "unnamed"), (), ()
        if first == "automatically":
            return Who(span, (), "automatic"), self.mentions(parts[1:]), self.strange(parts[1:])
        if first == "no" and rest:
            names = everyone if group else ()
            return Who(span, names, "each" if group else "none", negated=True), (), ()
        if group and first in {"each", "both"}:
            return Who(span, everyone, "each"), (), ()
        if group and first == "all":
            prohibits = modality.name.endswith(" not") or " not " in modality.name
            return Who(span, everyone, "each" if prohibits or modality.kind == "permission" else "all"), (), ()
        if group and first in {"any", "either"}:
            return Who(span, everyone, "any"), (), ()
        if words[:2] in (["the", "parties"], ["the", "sides"]) or words[:3] in (["the", "two", "sides"], ["the", "two", "parties"]):
            return Who(span, everyone, "each"), (), ()
        if first == "this" and rest:
            return Who(span, (), "text"), (), ()
        found = self.find(parts, acts_first=False)
        actors = tuple(dict.fromkeys(f.name for f in found if f.kind == "actor"))
        strange = self.unknown(found, parts)
        things = tuple(_mention(f) for f in found if f.kind in {"object", "noun", "act", "place", "definition"})
        if actors and not (things and self.leads(found, things)):
            how: How = "jointly" if "jointly" in words else "each"
            return Who(span, actors, how), things, strange
        return Who(span, (), "thing" if things or not strange else "unnamed"), things, strange

    def leads(self, found: Sequence[_Found], things: Sequence[Mention]) -> bool:
        """Tell whether a thing, not an actor, is what the subject is about."""
        first_actor = next(f.span for f in found if f.kind == "actor")
        return things[0].kind == "object" and things[0].span < first_actor

    def mentions(self, parts: Sequence[nodes.Part]) -> tuple[Mention, ...]:
        return tuple(_mention(f) for f in self.find(parts, acts_first=False) if f.kind in {"object", "noun", "place"})

    def strange(self, parts: Sequence[nodes.Part]) -> tuple[nodes.Word, ...]:
        return self.unknown(self.find(parts, acts_first=False), parts)

    # ── What ──

    def find(self, parts: Sequence[nodes.Part], *, acts_first: bool) -> list[_Found]:
        """Return every name and term among the parts, in order, none overlapping."""
        words = [_text(part) for part in parts]
        found: list[_Found] = []
        at = 0
        wants_act = acts_first
        while at < len(parts):
            item = self.name_at(parts, words, at) or self.term_at(parts, words, at, wants_act=wants_act)
            if item is None:
                if words[at].lower() not in _JOINING | {"be", "not", "also", "to", "together"} and not _is_adverb(words[at]):
                    wants_act = False
                at += 1
                continue
            found.append(item)
            wants_act = item.kind == "act" and wants_act
            at = item.end
            if acts_first and at < len(parts) and words[at].lower() in {"and", "or", ","}:
                following = self.vocabulary.match(words, at + 1, ("act",)) if at + 1 < len(parts) else None
                wants_act = wants_act or (following is not None and self.verbal(words, at + 1))
        return found

    def verbal(self, words: Sequence[str], at: int) -> bool:
        """Tell whether what begins here can only be an act: no longer noun begins here as well."""
        act = self.vocabulary.match(words, at, ("act",))
        noun = self.vocabulary.match(words, at, ("object", "noun", "place"))
        return act is not None and noun is None

    def name_at(self, parts: Sequence[nodes.Part], words: Sequence[str], at: int) -> _Found | None:
        part = parts[at]
        if isinstance(part, nodes.Words):
            if part.text.lower() in self.names.definitions:
                return _Found("definition", at, at + 1, part.span, part.text)
            actor = self.names.actor(part.text)
            if actor is not None:
                return _Found("actor", at, at + 1, part.span, actor.name)
            return _Found("words", at, at + 1, part.span, part.text)
        if not isinstance(part, nodes.Word):
            return None
        actor_match = self.names.match(words, at)
        if actor_match:
            name, end = actor_match
            longer = self.vocabulary.match(words, at, ("object", "act", "place"))
            if not (longer and longer.end > end):
                return _Found("actor", at, end, part.span.to(parts[end - 1].span), name)
        for key, definition in self.names.definitions.items():
            count = len(key.split())
            phrase = " ".join(words[at : at + count]).lower()
            if phrase == key or phrase == key + "s":
                return _Found("definition", at, at + count, part.span.to(parts[at + count - 1].span), definition.name)
        return None

    def term_at(
        self, parts: Sequence[nodes.Part], words: Sequence[str], at: int, *, wants_act: bool
    ) -> _Found | None:
        if not isinstance(parts[at], nodes.Word):
            return None
        order = ("act",) if wants_act else ()
        match = self.vocabulary.match(words, at, order) if order else None
        other = self.vocabulary.match(words, at, ("object", "place", "method", "vague", "noun"))
        if match is None or (other is not None and other.end > match.end):
            match = other or match
        if match is None:
            match = self.vocabulary.match(words, at, ("act",))
        if match is None:
            return None
        return _Found(
            match.kind, at, match.end, parts[at].span.to(parts[match.end - 1].span), match.term.name, match.term
        )

    def deeds(
        self,
        found: Sequence[_Found],
        parts: Sequence[nodes.Part],
        modality: nodes.Modality,
        subject: tuple[Mention, ...],
    ) -> tuple[Deed, ...]:
        """Return the acts, each with its own objects; acts that share objects share them all."""
        if not parts:
            return ()
        states = modality.kind in {"statement", "savings"}
        starts = {item.start: item for item in found}
        words = [_text(part).lower() for part in parts]
        deeds: list[Deed] = []
        acts: list[_Found] = []
        gathered = _Gathered()
        preposition: str | None = None
        owner: tuple[str, Span] | None = None
        at = 0
        while at < len(parts):
            part = parts[at]
            item = starts.get(at)
            word = words[at]
            if item is None:
                if isinstance(part, nodes.Quantity) and not _is_time(part):
                    gathered.amounts.append(Amount(part.span, part))
                elif isinstance(part, nodes.Rate):
                    if gathered.amounts:
                        gathered.amounts[-1] = evolve(gathered.amounts[-1], rate=part.per)
                elif word == "all" and words[at + 1 : at + 2] not in (["parties"], ["sides"]):
                    gathered.amounts.append(Amount(part.span))
                elif word in _POSSESSIVES:
                    owner = ("its", part.span)
                elif word in _FROM_ABROAD:
                    owner = ("foreign", part.span)
                elif word in _PREPOSITIONS:
                    preposition = word
                elif word in {",", "and", "or"} and preposition == "of":
                    pass
                elif word in _JOINING:
                    owner = None
                at += 1
                continue
            coordinated = at == 0 or words[at - 1] in _JOINING or words[at - 1] in _PASSIVE | {"not", "also", "to"} or _is_adverb(words[at - 1])
            if item.kind == "act" and (coordinated or states) and not (words[at - 1] == "to" and at > 1 and not states):
                if gathered.objects and acts:
                    deeds.extend(gathered.close(acts, parts))
                    acts, gathered = [], _Gathered()
                acts.append(item)
                preposition = owner = None
            elif item.kind == "actor":
                self.place_actor(item, words, at, starts, preposition, gathered)
                if at + (item.end - item.start) in starts and starts[item.end].kind in {"object", "noun", "place"}:
                    owner = (item.name, item.span)
                else:
                    owner = None
            elif item.kind != "vague":
                mention = _mention(item, preposition, owner)
                gathered.add(mention, states=states)
                owner = None
            at = item.end
        if subject and (states or "be" in words[:2]) and not gathered.objects:
            gathered.objects.extend(subject)
        if not acts and modality.name in _TALKING:
            act = self.vocabulary.act(_TALKING[modality.name])
            acts = [_Found("act", 0, 0, modality.span, modality.text, act)]
        if acts or gathered:
            deeds.extend(gathered.close(acts, parts))
        return tuple(deeds)

    def place_actor(
        self,
        item: _Found,
        words: Sequence[str],
        at: int,
        starts: dict[int, _Found],
        preposition: str | None,
        gathered: _Gathered,
    ) -> None:
        """Sort an actor's name by the preposition before it: a place, a beneficiary, an owner."""
        owned = starts.get(item.end)
        if owned is not None and owned.kind in {"object", "noun"}:
            return
        directly = at > 0 and words[at - 1] in _PREPOSITIONS | {"the"} | _JOINING
        mention = _mention(item, preposition if directly else None)
        if directly and preposition == "of" and gathered.objects and gathered.objects[-1].owner is None:
            gathered.objects[-1] = evolve(gathered.objects[-1], owner=item.name, owner_span=item.span)
        if directly and preposition in _PLACING:
            gathered.places.append(mention)
        elif directly and preposition in _GIVING:
            gathered.beneficiaries.append(mention)
        elif preposition is None:
            gathered.objects.append(mention)
        else:
            gathered.others.append(mention)

    def unknown(self, found: Sequence[_Found], parts: Sequence[nodes.Part]) -> tuple[nodes.Word, ...]:
        """Return the words that neither the text nor the vocabulary knows."""
        known = {number for item in found for number in range(item.start, item.end)}
        return tuple(
            part
            for number, part in enumerate(parts)
            if number not in known
            and isinstance(part, nodes.Word)
            and part.text[0].isalpha()
            and not self.vocabulary.knows(part.text)
            and part.text not in self.names.events
        )


class _Gathered:
    """What has been gathered for the acts so far."""

    def __init__(self) -> None:
        self.objects: list[Mention] = []
        self.amounts: list[Amount] = []
        self.places: list[Mention] = []
        self.beneficiaries: list[Mention] = []
        self.others: list[Mention] = []

    def __bool__(self) -> bool:
        return bool(self.objects or self.places or self.beneficiaries or self.others or self.amounts)

    def add(self, mention: Mention, *, states: bool) -> None:
        preposition = mention.preposition
        if mention.kind == "place" and preposition in _PLACING:
            self.places.append(mention)
        elif preposition is None or (states and preposition in {"of", None}):
            self.objects.append(mention)
        elif preposition == "of" and not self.objects:
            self.objects.append(mention)
        else:
            self.others.append(mention)

    def close(self, acts: Sequence[_Found], parts: Sequence[nodes.Part]) -> list[Deed]:
        span = parts[0].span.to(parts[-1].span)
        words = {
            "objects": tuple(self.objects),
            "amounts": tuple(self.amounts),
            "places": tuple(self.places),
            "beneficiaries": tuple(self.beneficiaries),
            "others": tuple(self.others),
        }
        if not acts:
            first = parts[0]
            return [Deed(span, None, first.span, _text(first), **words)]
        return [
            Deed(span, cast("Act", act.term), act.span, act.name, **words) for act in acts
        ]


def _mention(
    item: _Found, preposition: str | None = None, owner: tuple[str, Span] | None = None
) -> Mention:
    kind = cast("MentionKind", {"noun": "act"}.get(item.kind, item.kind))
    name, span = owner or (None, None)
    return Mention(item.span, kind, item.name, item.term, preposition, name, span)


def _text(part: nodes.Part) -> str:
    return part.text if isinstance(part, nodes.Word) else ""


def _is_time(quantity: nodes.Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.removesuffix("s") in {"minute", "hour", "day", "week", "month", "year"}


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.lower().endswith("ly")  # noqa: PLR2004 - shorter ones are `only`, `ally`
