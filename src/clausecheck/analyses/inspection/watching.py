"""Who looks, where a sentence says so and no label: "IAEA shall inspect the reactors"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from clausecheck.analyses.terms import acts, is_group, is_one_of, names_this_text
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision, Reading
from clausecheck.model.sentences import Deed, Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Object, Vocabulary

Watching = Literal["observer", "named", "full"]

_VERIFYING = ("verify",)
_BY_A_METHOD = ("inspect", "monitor", "sample")
_CARRYING_OUT = ("conduct", "hold", "make", "perform", "provide", "begin", "resume")
_GIVING = ("allow", "provide")
_BEING_PRESENT = ("observe", "attend", "witness")
_OVERSEEING = ("supervise", "verify")
_BARE = frozenset({"verification", "inspector"})
"""What says that somebody looks, and not how."""
_BY = frozenset({"by", "with", "through", "using", "by means of"})
_UNDER = frozenset({"under", "subject to"})
_OF_WHOM = frozenset({"of", "from", "by"})
_OF_NOBODY = ("its", "all", "other", "foreign")
"""Owners that are no actor's name."""
_KINDS = ("weapons", "material", "facility")
_EYES = ("people", "verification")
"""Groups of those who may look, beside actors: experts, inspectors."""


@frozen
class Watch:
    """Somebody who looks at something, as a sentence has it.

    `watchers` is empty where it names none but experts or inspectors at large.
    """

    number: str
    at: Span
    watchers: tuple[str, ...]
    strength: Watching
    labels: Labels
    """Those of the sentence that says so."""
    every: nodes.Quantity | None = None
    """How often, where the sentence says it in words."""


@frozen
class Looking:
    """A sentence by which somebody is to look, or may, and at what."""

    watch: Watch
    provision: Provision
    deed: Deed
    method: bool
    """Whether it says how."""

    def is_at(self, duty: Provision, vocabulary: Vocabulary) -> bool:
        """Tell whether it looks at all that a duty is about, by the same words.

        Wider words may mean it, or something else: "facilities that are not frozen". Parties that
        look at each other verify only by a method: without, who looks is what each thinks of the
        other.
        """
        bound = set(duty.meaning.who.names)
        if duty.number == self.watch.number or (len(bound) > 1 and not self.tells(bound)):
            return False
        done = set(self._acts(vocabulary))
        if done and not acts(duty, vocabulary, done):
            return False
        things = [each for each in self.deed.mentions if _is_thing(each)]
        if not things:
            return bool(done)
        return bool(duty.deed.objects) and all(
            any(_is_the_same(its, seen, bound) for seen in things) for its in duty.deed.objects
        )

    def may_be_at(self, duty: Provision, vocabulary: Vocabulary) -> bool:
        """Tell whether it could look at what a duty is about: by its kind, or it names nothing."""
        seen = [each for each in self.deed.mentions if each.preposition not in _BY]
        things = [each for each in seen if isinstance(each.term, Object) and not _is_looking(each)]
        if not things:
            return not list(self._acts(vocabulary))
        return any(
            its.name == each.name or _is_of_a_kind(its, each)
            for its in duty.deed.objects
            for each in things
        )

    def tells(self, bound: Collection[str]) -> bool:
        """Tell whether it says how, or has somebody look who is not among those bound."""
        return self.method or not set(self.watch.watchers) <= set(bound)

    def _acts(self, vocabulary: Vocabulary) -> Iterator[str]:
        """Yield the acts at whose doing it looks: "the dismantlement of the reactors"."""
        for mention in self.deed.mentions:
            if mention.preposition in _BY:
                continue
            if mention.kind == "act":
                yield mention.name
            elif is_group(mention, "disarmament"):
                match = vocabulary.match([mention.name], 0, ("noun",))
                if match is not None:
                    yield match.term.name


def lookings(reading: Reading, vocabulary: Vocabulary) -> tuple[Looking, ...]:
    """Return the sentences outside the preamble by which somebody looks, in text order."""
    return tuple(
        looking
        for provision in reading.operative_provisions
        for looking in _lookings(provision, reading, vocabulary)
    )


def _lookings(provision: Provision, reading: Reading, vocabulary: Vocabulary) -> Iterator[Looking]:
    granted = provision.meaning.binding or provision.kind == "permission"
    if provision.kind not in {"duty", "permission"} or not granted:
        return
    for watch, deed in _letting_in(provision, vocabulary):
        yield Looking(watch, provision, deed, method=False)
    for deed, watchers in _watching(provision, vocabulary):
        method = _says_how(deed, vocabulary)
        every = _how_often(provision, reading)
        timed = every is not None or provision.labels.stated("every", "reports")
        strength: Watching = "full" if method and timed else "named"
        watch = Watch(provision.number, deed.act_span, watchers, strength, provision.labels, every)
        yield Looking(watch, provision, deed, method)


def _letting_in(provision: Provision, vocabulary: Vocabulary) -> Iterator[tuple[Watch, Deed]]:
    """Yield who is given access to what can be looked at, or is asked to be present at it."""
    number, labels, deed = provision.number, provision.labels, provision.deed
    guests = tuple(
        dict.fromkeys(
            name for name in _actors(deed.mentions) if name not in provision.meaning.who.names
        )
    )
    access = next((each for each in deed.objects if is_one_of(each, vocabulary, "access")), None)
    to_see = any(is_group(each, *_KINDS, "site") for each in deed.mentions)
    if access is not None and guests and to_see and acts(provision, vocabulary, _GIVING):
        yield Watch(number, access.span, guests, "named", labels), deed
    for inner in deed.inner if acts(provision, vocabulary, ("invite", "allow")) else ():
        if _is(inner, vocabulary, _BEING_PRESENT):
            yield Watch(number, inner.act_span, guests, "observer", labels), inner


def _watching(
    provision: Provision, vocabulary: Vocabulary
) -> Iterator[tuple[Deed, tuple[str, ...]]]:
    """Yield each deed of looking, and who does it: who is bound, or who is let in."""
    if _looks(provision.deed, vocabulary):
        own = tuple(
            m.owner for m in provision.meaning.subject if is_one_of(m, vocabulary, "inspector")
        )
        watchers = (*provision.meaning.who.names, *(name for name in own if name))
        if watchers:
            yield provision.deed, watchers
    let_in = tuple(_actors(provision.deed.mentions))
    for deed in provision.deed.inner:
        if let_in and _looks(deed, vocabulary):
            yield deed, let_in


def _looks(deed: Deed, vocabulary: Vocabulary) -> bool:
    if _is(deed, vocabulary, _VERIFYING):
        return True
    carried_out = _is(deed, vocabulary, _CARRYING_OUT)
    return carried_out and any(is_one_of(each, vocabulary, "verification") for each in deed.objects)


def _is(deed: Deed, vocabulary: Vocabulary, names: Collection[str]) -> bool:
    return deed.act is not None and vocabulary.is_among(deed.act, names)


def _says_how(deed: Deed, vocabulary: Vocabulary) -> bool:
    """Tell whether it is more than "verify": to inspect, or to verify by inspection."""
    if _is(deed, vocabulary, _BY_A_METHOD):
        return True
    return any(is_group(each, "verification") and each.name not in _BARE for each in deed.mentions)


def _how_often(provision: Provision, reading: Reading) -> nodes.Quantity | None:
    clause = reading.clause(provision.clause or "")
    for said in clause.said if clause is not None else ():
        if said.number == provision.number:
            for before, part in zip(said.sentence.parts, said.sentence.parts[1:], strict=False):
                if (
                    isinstance(part, nodes.Quantity)
                    and part in provision.meaning.periods
                    and isinstance(before, nodes.Word)
                    and before.text.lower() == "every"
                ):
                    return part
    return None


def _is_thing(mention: Mention) -> bool:
    if mention.preposition in _BY or not isinstance(mention.term, Object):
        return False
    return not (_is_looking(mention) or is_group(mention, "disarmament"))


def _is_looking(mention: Mention) -> bool:
    return is_group(mention, "verification", "people")


def _is_of_a_kind(its: Mention, seen: Mention) -> bool:
    return any(is_group(its, group) and is_group(seen, group) for group in _KINDS)


def _is_the_same(its: Mention, seen: Mention, bound: set[str]) -> bool:
    """Tell whether what is seen is what a duty is about, and belongs to one whom it binds."""
    of_another = seen.owner not in {None, *_OF_NOBODY, *bound}
    return not of_another and its.name == seen.name


def _actors(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the actors among these, and whose inspectors there are."""
    for mention in mentions:
        if mention.kind == "actor":
            yield mention.name
        elif is_group(mention, *_EYES) and mention.owner and mention.owner != "its":
            yield mention.owner


def within(provision: Provision, vocabulary: Vocabulary) -> Watch | None:
    """Return who looks by the duty's own words: "under the observation of experts"."""
    mentions = provision.deed.mentions
    for number, mention in enumerate(mentions):
        strength = _under_eyes(mention, mentions[number + 1 :], vocabulary)
        if strength is not None:
            watchers = tuple(dict.fromkeys(_actors(mentions[number:])))
            return Watch(provision.number, mention.span, watchers, strength, provision.labels)
    return None


def _under_eyes(
    mention: Mention, after: Sequence[Mention], vocabulary: Vocabulary
) -> Watching | None:
    """Return how strongly it is looked at under somebody's eyes; None where it is not so said."""
    of_whom = [
        each
        for each in after
        if each.preposition in _OF_WHOM and (each.kind == "actor" or is_group(each, *_EYES))
    ]
    if mention.preposition == "in" and mention.name == "military-presence":
        return "observer" if of_whom else None
    if mention.preposition not in _UNDER or not is_one_of(mention, vocabulary, "verification"):
        return None
    if mention.preposition == "subject to" and any(map(_tells_of_what, after)):
        return None  # "subject to verification that X complies": that may be another's step
    if mention.name == "observation":
        return "observer"
    return "named" if mention.owner or any(each.kind == "actor" for each in of_whom) else None


def _tells_of_what(mention: Mention) -> bool:
    """Tell whether words behind "verification" say what is verified."""
    of_a_thing = mention.preposition == "of" and mention.kind != "actor"
    return mention.aside is not None or (of_a_thing and not is_group(mention, *_EYES))


def overseers(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield those who sign nothing and are to supervise the whole text, or compliance with it."""
    for provision in reading.operative_provisions:
        firm = provision.kind == "duty" and provision.meaning.binding
        if firm and acts(provision, vocabulary, _OVERSEEING) and names_this_text(provision.deed):
            names = provision.meaning.who.names
            yield from (name for name in names if name not in reading.names.parties)
