"""What a text orders, forbids and allows, made ready to be held against each other.

A norm is one provision with all that narrows it: what else its sentence names, the words that no
vocabulary explains, the labels that say where, how and on whose consent. One norm is within another
if whatever the narrower speaks of, the wider speaks of too; a word that is not understood narrows,
so that nothing is put together which may lie apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import Literal

from attrs import field

from clausecheck.analyses.terms import stems
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.meanings import ProvisionKind
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Amount, Deed, Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

Key = tuple[str, str]
"""What a term is, by its kind and name."""

_STARTING = ("after", "from", "on", "starts", "together with", "in parallel with")
_CONDITIONS = ("if", "unless")
_LICENCES = ("unless permitted by", "with consent of")
_NARROWING = ("where", "in", "aim")
_MANNER = ("according to", "limit", "counted from", "access", "verifies")
_PLACING = (*_STARTING, "by", "before", "until", "for", "every", "quota", "target")
_RANKING = ("subject to", "notwithstanding", "exception to", "except")
_LASTING = (
    "maintain", "continue", "halt", "suspend", "remain", "limit", "possess", "operate", "comply",
    "respect", "renounce",
)  # fmt: skip
"""Acts that are done all the time, and not once."""
_ENDING = frozenset({"halt", "suspend", "end"})
EVERYBODY = ""
"""Stands for whoever it may be, where a sentence names nobody."""


@frozen
class Aspect:
    """Something that narrows a norm: what it is, with the preposition before it."""

    preposition: str
    keys: tuple[Key, ...]
    """What it is, and all that is wider."""
    words: frozenset[str] = frozenset()
    """Those by which it is named, where the vocabulary has several for one thing."""
    reach: float | None = None
    """Of a distance, up to how far: "within 10 km of the line"."""

    @property
    def itself(self) -> tuple[Key, frozenset[str], float | None]:
        """What it is, by what words, and how far it reaches."""
        return self.keys[0], self.words, self.reach

    def covers(self, other: Aspect) -> bool:
        """Tell whether the other is the same thing, or a narrower one, placed alike."""
        if self.preposition != other.preposition or self.keys[0] not in other.keys:
            return False
        if self.reach is not None and other.reach is not None:
            return other.reach <= self.reach
        return self.keys[0] != other.keys[0] or self.words <= other.words


@frozen(slots=False, eq=False)
class Norm:
    """A provision that binds or frees somebody, with what narrows it."""

    provision: Provision
    said: Said = field(repr=False)
    kind: ProvisionKind
    actors: tuple[str, ...]
    """Those bound, one by one; of a joint act, all of them in one."""
    binds: frozenset[str]
    """The actors and all who are on their side."""
    acts: tuple[str, ...]
    """The act and all that are wider; an unknown verb as it is written."""
    thing: Aspect | None
    """The object, None where there is none."""
    aspects: tuple[Aspect, ...] = ()
    lines: frozenset[tuple[str, nodes.Value]] = frozenset()
    """The labels that say where, how or for what."""
    amounts: tuple[Amount, ...] = ()
    of_a_body: bool = False
    """Whether those bound are bodies, agencies or roles, and nobody who makes war or peace."""
    ranked: frozenset[str] = frozenset()
    """The numbers over or under which it puts itself, or that it names otherwise."""
    over: frozenset[str] = frozenset()
    """Those over which it says it comes, or to which it is an exception."""
    under: frozenset[str] = frozenset()
    """Those to which it says it yields."""
    in_other_words: bool = False
    """Whether the text says something else from which this follows, as "shall refrain from"."""

    @property
    def about(self) -> tuple[Key, frozenset[str], float | None] | None:
        """The object and the words that name it."""
        return self.thing.itself if self.thing is not None else None

    @property
    def number(self) -> str:
        """Of its sentence."""
        return self.provision.number

    @property
    def at(self) -> Span:
        """From how bindingly it speaks to its object, or to its act."""
        start, deed, thing = (
            self.provision.modality.span,
            self.provision.deed,
            self.provision.object,
        )
        ends = [start.end, deed.act_span.end]
        if thing is not None and thing.span.start > start.start:
            ends.append(thing.span.end)
        return Span(start.start, max(ends))

    @property
    def words(self) -> str:
        """What is to be done or not, in the words of the text."""
        deed, thing = self.provision.deed, self.provision.object
        spans = [deed.act_span, *([thing.span] if thing is not None else ())]
        whole = Span(min(each.start for each in spans), max(each.end for each in spans))
        return words_at(self.said.sentence, whole)

    @property
    def firm(self) -> bool:
        """Whether the text states it as such, and wishes for nothing."""
        done_by_words = self.provision.kind == "statement"
        free = self.kind in {"permission", "exemption"}
        return self.provision.meaning.binding or free or done_by_words

    @property
    def conditions(self) -> tuple[nodes.Label, ...]:
        """The labels that say on what it hangs."""
        return self.said.labels.all(*_CONDITIONS)

    @property
    def licensed(self) -> bool:
        """Whether somebody may allow otherwise, or must agree."""
        return self.said.labels.stated(*_LICENCES)

    @property
    def starts_by_itself(self) -> bool:
        """Whether no label says from when on it holds."""
        return not self.said.labels.all(*_STARTING)

    @property
    def placing(self) -> tuple[nodes.Label, ...]:
        """The labels that say when."""
        return self.said.labels.all(*_PLACING)

    @property
    def times(self) -> frozenset[tuple[str, nodes.Value]]:
        """What these labels say, without where they stand."""
        return frozenset((label.name, label.value) for label in self.placing)

    @property
    def timed(self) -> bool:
        """Whether any label says when."""
        return bool(self.placing)

    @property
    def recurring(self) -> bool:
        """Whether it is done again and again."""
        return bool(self.said.labels.all("every", "quota"))

    @cached_property
    def choice(self) -> bool:
        """Whether a duty leaves a choice, as "shall dismantle or convert" does."""
        begins = self.provision.modality.span.end
        return self.kind == "duty" and any(
            part.text.lower() in {"or", "either", "and/or"}
            for part in self.said.sentence.parts
            if isinstance(part, nodes.Word) and part.span.start >= begins
        )

    @property
    def lasting(self) -> bool:
        """Whether it holds all the time, and is not done once."""
        if self.kind != "duty" or self.said.labels.all("until", "for", "every", "quota"):
            return True
        return not _LASTING_NAMES.isdisjoint(self.acts)

    @property
    def whole(self) -> bool:
        """Whether it is about all there is."""
        return all(amount.whole for amount in self.amounts)


_LASTING_NAMES = frozenset(_LASTING)


def norms(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Norm, ...]:
    """Return the norms of the operative clauses, in text order.

    Those which the reviewer calls suspended or ended, and those that only a savings clause keeps
    from others, are left out.
    """
    maker = _Maker(reading.names, vocabulary)
    found: list[Norm] = []
    spared = frozenset(_spared(reading))
    for said, provision in reading.sentences_and_provisions():
        step = schedule.steps.get(provision.number)
        if step is not None and _is_norm(provision) and provision.number not in spared:
            found.extend(maker.norms(provision, said))
    return tuple(found)


def _is_norm(provision: Provision) -> bool:
    """Tell whether it binds or frees somebody: of statements, "A renounces X" does."""
    by_words = provision.kind == "statement" and provision.modality.name == "renounces"
    return by_words or provision.kind not in {"statement", "savings"}


def norms_of(provision: Provision, said: Said, names: Names, vocabulary: Vocabulary) -> list[Norm]:
    """Return what one provision says, wherever it stands."""
    return list(_Maker(names, vocabulary).norms(provision, said))


def _spared(reading: Reading) -> Iterator[str]:
    """Yield the numbers of the sentences that the text says it does not affect."""
    for provision in reading.provisions:
        if provision.kind == "savings":
            for reference in provision.meaning.references:
                yield from reading.names.between(reference.number, reference.last)


class _Maker:
    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names = names
        self.vocabulary = vocabulary
        self._rest: tuple[int, tuple[Aspect, ...]] = (0, ())

    def norms(self, provision: Provision, said: Said) -> Iterator[Norm]:
        """Yield what a provision says; "shall cease to produce" forbids to produce, too."""
        actors = _actors(provision)
        if not actors:
            return
        deed = provision.deed
        norm = Norm(
            provision,
            said,
            "duty" if provision.kind == "statement" else provision.kind,
            actors,
            frozenset((*actors, *self._members(actors))),
            self._acts(deed),
            self._thing(provision.object, said) if provision.object is not None else None,
            self._aspects(provision, said),
            frozenset(
                (label.name, label.value) for label in said.labels.all(*_NARROWING, *_MANNER)
            ),
            deed.amounts,
            all(self._is_body(name) for name in actors),
            frozenset(self._ranked(said)),
            frozenset(self._named(said, "notwithstanding", "exception to", "except")),
            frozenset(self._named(said, "subject to")),
        )
        level = _level(norm)
        if level is not None:
            thing = norm.thing.keys[0] if norm.thing is not None else None
            told = ("", ("number", str(level.quantity))), ("in", thing)
            kept = tuple(a for a in norm.aspects if (a.preposition, a.keys[0]) not in told)
            norm = evolve(norm, amounts=(level,), aspects=kept)
        yield norm
        if norm.kind == "duty" and not _ENDING.isdisjoint(norm.acts):
            for inner in deed.inner:
                acts = self._acts(inner)
                others = tuple(each for each in norm.aspects if each.keys[0] != ("act", acts[0]))
                yield evolve(norm, kind="prohibition", acts=acts, aspects=others)

    def _acts(self, deed: Deed) -> tuple[str, ...]:
        if deed.act is None:
            return (deed.act_text.lower(),)
        return self.vocabulary.ancestors("act", deed.act.name)

    def _is_body(self, name: str) -> bool:
        actor = self.names.actors.get(name)
        return actor is not None and actor.kind in {"body", "standing", "role"}

    def _members(self, actors: tuple[str, ...]) -> Iterator[str]:
        """Yield those who are on a side; who sits in a body is not bound with it."""
        for name in actors:
            actor = self.names.actors.get(name)
            if actor is not None and actor.kind == "side":
                yield from actor.members

    def _thing(self, mention: Mention, said: Said, preposition: str = "") -> Aspect:
        keys = self.keys(mention)
        return Aspect(preposition, keys, _named(mention, said.sentence))

    def keys(self, mention: Mention) -> tuple[Key, ...]:
        """Return what a mention is and all that is wider, the nearest first."""
        by_name = (("definition", mention.defined),) if mention.defined is not None else ()
        if mention.kind in {"object", "act"} and mention.term is not None:
            kind = mention.kind
            wider = ((kind, name) for name in self.vocabulary.ancestors(kind, mention.name))
            return (*by_name, *wider)
        return by_name or ((mention.kind, mention.name.lower()),)

    def _aspects(self, provision: Provision, said: Said) -> tuple[Aspect, ...]:
        deed = provision.deed
        mentions = [*deed.places, *deed.beneficiaries, *deed.others]
        mentions += [each for each in provision.meaning.subject if each not in deed.objects]
        told = tuple(
            self._thing(_who_is_meant(mention, provision), said, _alike(mention.preposition))
            for mention in mentions
        )
        return (*told, *self._rest_of(provision, said))

    def _rest_of(self, provision: Provision, said: Said) -> tuple[Aspect, ...]:
        """Return the words that no mention explains; those of one sentence are looked for once."""
        if self._rest[0] != id(provision.meaning):
            self._rest = (id(provision.meaning), tuple(_rest(provision, said.sentence)))
        return self._rest[1]

    def _ranked(self, said: Said) -> Iterator[str]:
        """Yield the numbers that a sentence names, but for those whose time or check it tells."""
        yield from self._named(said, *_RANKING)
        for meaning in said.meanings:
            yield from self._numbers(meaning.references)

    def _named(self, said: Said, *labels: str) -> Iterator[str]:
        """Yield the numbers that these labels name."""
        yield from self._numbers(label.value for label in said.labels.all(*labels))

    def _numbers(self, values: Iterable[object]) -> Iterator[str]:
        for value in values:
            for node in walk(value):
                if isinstance(node, nodes.Reference) and node.instrument is None:
                    yield from self.names.between(node.number, node.last)


def _actors(provision: Provision) -> tuple[str, ...]:
    """Return those bound, one by one; empty where it cannot be told who."""
    who = provision.meaning.who
    if provision.actor is not None:
        return () if who.how == "any" and provision.kind == "duty" else (provision.actor,)
    if who.how == "jointly":
        return (" and ".join(sorted(who.names)),)
    if who.how == "all":
        return who.names
    if who.how == "text":
        return ("the text",)
    return (EVERYBODY,)


def _who_is_meant(mention: Mention, provision: Provision) -> Mention:
    """Return the other of two for "each other" and "the other party"; else a mention as it is."""
    names = provision.meaning.who.names
    if mention.kind == "group" and mention.name == "other" and len(names) == 2:  # noqa: PLR2004
        other = next((name for name in names if name != provision.actor), "")
        if provision.actor in names:
            return evolve(mention, kind="actor", name=other)
    return mention


def _named(mention: Mention, sentence: nodes.Sentence) -> frozenset[str]:
    """Return the words that name something, where one term has several names."""
    if mention.kind not in {"object", "act", "method"}:
        return frozenset()
    start, end = mention.span.start, mention.span.end
    texts = (
        part.text
        for part in sentence.parts
        if start <= part.span.start and part.span.end <= end and isinstance(part, nodes.Word)
    )
    return frozenset(stem for text in texts for stem in stems(text))


_LEVELLED = frozenset({"limit", "reduce", "increase"})


def _level(norm: Norm) -> Amount | None:
    """Return the level to which something is brought: "reduce its troops to 5,000"."""
    if norm.amounts or len(norm.provision.deed.objects) != 1 or _LEVELLED.isdisjoint(norm.acts):
        return None
    for before, part in pairwise(norm.said.sentence.parts):
        if isinstance(part, nodes.Quantity) and getattr(before, "text", "").lower() == "to":
            return Amount(part.span, part, None, "to")
    return None


_INSIDE = frozenset("in within inside on at into onto to throughout across along".split())
_AWAY = frozenset("from out off".split())


@cache
def _alike(preposition: str | None) -> str:
    """Return one word for prepositions that place a thing alike."""
    if preposition in _INSIDE:
        return "in"
    return "from" if preposition in _AWAY else preposition or ""


_OF_GRAMMAR = frozenset(
    "a an the any all each every both either no its their his own of and or nor and/or , ; : ( )"
    " be is are been shall not by with for as it they own to".split()
)
_PREPOSITIONS = (
    _INSIDE | _AWAY | frozenset("near around over above below beside beyond under".split())
)
_APART = frozenset(
    "that which who whose whom if when other than except unless only without".split()
)


def _rest(provision: Provision, sentence: nodes.Sentence) -> Iterator[Aspect]:
    """Yield the words of the sentence that neither its terms nor its grammar explain."""
    meaning = provision.meaning
    told = sorted(_told(provision), key=lambda span: span.start)
    amounts = {id(each.quantity) for deed in meaning.deeds for each in deed.amounts}
    begins, who = meaning.modality.span.end, meaning.who.span
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
                yield _number(part, last)
        elif isinstance(part, nodes.Reference):
            yield Aspect("", (("clause", part.number),))
        else:
            word = getattr(part, "text", "").lower()
            if word in _PREPOSITIONS:
                preposition = word
            elif word in _APART or (_counts(part, word) and _bears(part.span, who, begins)):
                yield Aspect(_alike(preposition), (("rest", word),))


def _number(part: nodes.Quantity | nodes.Rate | nodes.Date, before: object) -> Aspect:
    """Return a number that no deed counts; of a distance, how far it reaches."""
    if isinstance(part, nodes.Quantity) and getattr(before, "text", "").lower() == "within":
        reach = _reach(part)
        if reach is not None:
            return Aspect("in", (("distance", ""),), reach=reach)
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
    for deed in meaning.deeds:
        yield deed.act_span
        waiting = [deed]
        for each in waiting:
            yield each.act_span
            for mention in each.mentions:
                yield mention.span
                if mention.owner_span is not None:
                    yield mention.owner_span
            waiting.extend(each.inner)
    for mention in meaning.subject:
        yield mention.span


def words_at(sentence: nodes.Sentence, at: Span) -> str:
    """Return the words of a sentence at a place of it."""
    found = [
        part.text if isinstance(part, nodes.Word) else written(part)
        for part in sentence.parts
        if at.start <= part.span.start and part.span.end <= at.end
    ]
    text = " ".join(found)
    return text.replace(" ,", ",")


def written(part: object) -> str:
    """Return a number, a clause or quoted words as the text has them, as far as a message needs."""
    match part:
        case nodes.Quantity():
            bounds = f"{part.least} to {part.most}" if part.most is not None else part.least
            words = (part.qualifier, bounds, part.multiplier, part.unit)
            return " ".join(word for word in words if word)
        case nodes.Words():
            return f'"{part.text}"'
        case nodes.Modality():
            return part.text
        case nodes.Rate():
            return f"per {part.per}"
        case _:
            return getattr(part, "number", "")


Scope = Literal["same", "narrower", "other words"]
"""With more than where and to whom, as a purpose, it may be something else altogether."""


def within(narrow: Norm, wide: Norm) -> Scope | None:
    """Tell whether all that the one norm speaks of, the other speaks of too; None if it does not.

    A narrower act or object is the same in this, and so is a way to do it: what is more is a place,
    somebody, a number.
    """
    if wide.acts[0] not in narrow.acts or not _thing_within(narrow, wide):
        return None
    same_amounts = _amounts(narrow) == _amounts(wide)
    if not (wide.whole or same_amounts) or not _lines_within(narrow, wide):
        return None
    if not all(any(one.covers(other) for other in narrow.aspects) for one in wide.aspects):
        return None
    more = any(name in _NARROWING for name, _ in narrow.lines - wide.lines)
    more = more or not (narrow.whole or same_amounts)
    surplus = [a for a in narrow.aspects if not any(one.covers(a) for one in wide.aspects)]
    if not all(_only_places(each) for each in surplus):
        return "other words"
    return "narrower" if more or surplus else "same"


def _lines_within(narrow: Norm, wide: Norm) -> bool:
    """Tell whether each label of the wider norm is the narrower's too, or leaves more room."""
    return wide.lines <= narrow.lines or all(
        line in narrow.lines
        or any(_reaches_further(line, each) for each in narrow.lines if each[0] == line[0])
        for line in wide.lines
    )


def _reaches_further(one: tuple[str, nodes.Value], other: tuple[str, nodes.Value]) -> bool:
    """Tell whether two labels say how far something reaches from one thing, and one further."""
    (far, of), (near, of_other) = _distance(one[1]), _distance(other[1])
    return far is not None and near is not None and of == of_other and near <= far


def _distance(value: nodes.Value) -> tuple[float | None, tuple[object, ...]]:
    """Return how far a place reaches, as "within 10 km of the line" does, and all else it says."""
    values = nodes.values_of(value)
    parts = values[0].parts if len(values) == 1 and isinstance(values[0], nodes.Phrase) else ()
    within_, quantity = (*parts, None, None)[:2]
    if isinstance(quantity, nodes.Quantity) and getattr(within_, "text", "").lower() == "within":
        return _reach(quantity), parts[2:]
    return None, ()


_LENGTHS = {"m": 1, "km": 1000, "nm": 1852}
"""Units in which a distance is told, in metres."""


def _reach(quantity: nodes.Quantity) -> float | None:
    """Return how far a plain distance goes, in metres."""
    plain = quantity.most is None and not (quantity.qualifier or quantity.multiplier)
    metres = _LENGTHS.get(quantity.unit or "")
    if not plain or metres is None:
        return None
    return float(quantity.least.replace(",", "")) * metres


def _only_places(aspect: Aspect) -> bool:
    """Tell whether it says no more than where, or from or to whom."""
    where = aspect.preposition in {"in", "from", *_PREPOSITIONS} or aspect.reach is not None
    return where or aspect.keys[0][0] in {"place", "actor", "group"}


def _amounts(norm: Norm) -> tuple[str, ...]:
    return tuple(str(amount.quantity) for amount in norm.amounts)


def _thing_within(narrow: Norm, wide: Norm) -> bool:
    if wide.thing is None or narrow.thing is None:
        same = wide.thing is narrow.thing
        return same and bool(narrow.aspects or not wide.aspects)
    return wide.thing.covers(narrow.thing) and same_owner(narrow, wide)


def same_owner(one: Norm, other: Norm) -> bool:
    """Tell whether the objects can be the same one's, where both say whose."""
    owners = one.provision.owner, other.provision.owner
    both = {"all", *(one.binds & other.binds)}
    return None in owners or owners[0] == owners[1] or set(owners) <= both


def subject(norm: Norm) -> Hashable:
    """Return what a norm is about, whatever it says of it: thing, places and people."""
    aspects = frozenset(aspect.itself for aspect in norm.aspects)
    lines = frozenset(line for line in norm.lines if line[0] in _NARROWING)
    return norm.about, lines, aspects


def ranked(one: Norm, other: Norm) -> bool:
    """Tell whether the text says which of the two comes first, or that one is an exception."""
    named = one.number in other.ranked or other.number in one.ranked
    return named and not (comes_first(one, other) and comes_first(other, one))


def comes_first(one: Norm, other: Norm) -> bool:
    """Tell whether either of two says that the one goes before the other."""
    return other.number in one.over or one.number in other.under


def entailed(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what is done by doing it: who withdraws troops from a place reduces those in it."""
    for name in norm.acts:
        act = vocabulary.act(name)
        for other in act.entails if act is not None else ():
            yield evolve(from_inside(norm), acts=vocabulary.ancestors("act", other))


def from_inside(norm: Norm) -> Norm:
    """Return a norm with what it takes from a place as what is in that place."""
    if all(each.preposition != "from" for each in norm.aspects):
        return norm
    aspects = (
        evolve(each, preposition="in") if each.preposition == "from" else each
        for each in norm.aspects
    )
    return evolve(norm, aspects=tuple(aspects))


def lacks_end(norm: Norm) -> bool:
    """Tell whether something is to last and the text does not say how long, nor `without limit`.

    What is renounced by the words themselves is renounced for good.
    """
    by_words = norm.provision.kind == "statement"
    return norm.lasting and not by_words and not norm.said.labels.all("for", "until")


def in_steps(one: Norm, other: Norm) -> bool:
    """Tell whether both are steps of one procedure, done one after the other."""
    steps = (
        any(marker.startswith("step") for marker in norm.said.sentence.markers)
        for norm in (one, other)
    )
    return one.provision.clause == other.provision.clause and all(steps)


def exclusions(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return by act those that cannot be kept up with it, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for act in vocabulary.all_of("act"):
        for other in getattr(act, "excludes", ()):
            found.setdefault(act.name, set()).add(other)
            found.setdefault(other, set()).add(act.name)
    return {name: frozenset(others) for name, others in found.items()}
