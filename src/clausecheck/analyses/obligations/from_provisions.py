"""From what sentences say to norms, with all that narrows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise, product
from typing import cast

from clausecheck.analyses.obligations import recipients
from clausecheck.analyses.obligations.apart import ways
from clausecheck.analyses.obligations.counted import as_counted
from clausecheck.analyses.obligations.norms import EVERYBODY, FOREIGN, NARROWING, Aspect, Key, Norm
from clausecheck.analyses.obligations.places import alike
from clausecheck.analyses.obligations.stages import stages
from clausecheck.analyses.obligations.unexplained import Told, rest_of
from clausecheck.analyses.obligations.worded import provisions_in, word
from clausecheck.analyses.terms import is_group, stems
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names, roles_of
from clausecheck.model.reading import Clause, Consequence, Labels, Provision, Reading, Said
from clausecheck.model.sentences import Amount, Deed, Mention
from clausecheck.model.sentences.meanings import ProvisionKind
from clausecheck.model.sentences.words import PREPOSITIONS as LEADING
from clausecheck.model.walk import walk
from clausecheck.values import evolve
from clausecheck.vocabulary import Place, Vocabulary

_STAYING = frozenset({"deploy", "maintain", "remain", "increase"})
_MANNER = ("according to", "limit", "counted from", "access", "verifies")
_RANKING = ("subject to", "notwithstanding", "exception to", "except")
_CARRYING_ON = frozenset({"continue", "resume"})
_STAYING_AS_IT_IS = frozenset({"maintain", "remain", "continue"})
_ENDING = frozenset({"halt", "suspend", "end", "renounce"})


def norms(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Norm, ...]:
    """Return the norms of the operative clauses, in text order.

    Those which the reviewer calls suspended or ended, and those that only a savings clause keeps
    from others, are left out.
    """
    spared = frozenset(_spared(reading))
    lines: Lines = {}
    staged = stages(reading)
    return tuple(
        evolve(norm, stage=staged[clause.number]) if clause.number in staged else norm
        for clause in reading.whole_clauses
        for norm in _of_clause(clause, reading, vocabulary, lines)
        if norm.number in schedule.steps and norm.number not in spared
    )


def after_breaches(
    reading: Reading, vocabulary: Vocabulary, schedule: Schedule
) -> tuple[Norm, ...]:
    """Return what lines order or allow once their own clause is breached, under its number."""
    maker = _Maker(reading.names, vocabulary, {})
    return tuple(
        evolve(norm, after_a_breach=True)
        for clause in reading.whole_clauses
        for each in clause.consequences
        if each.number in schedule.steps
        for provision in each.provisions
        for norm in maker.norms(provision, _said_upon_breach(each, clause))
    )


def _said_upon_breach(consequence: Consequence, clause: Clause) -> Said:
    """Return what follows a breach as a sentence of its own, ranked as that of its line is."""
    number, at = consequence.number, consequence.line.span
    breached = nodes.ClauseState(at, clause=nodes.Reference(at, number), state="is breached")
    upon = nodes.Label(at, name="if", name_span=at, value=breached)
    ranking = next(each.labels.all(*_RANKING) for each in clause.said if each.number == number)
    sentence = cast("nodes.Sentence", consequence.line.value)
    return Said(number, sentence, Labels((upon, *ranking)), consequence.meanings)


Lines = dict[tuple[nodes.Value, str], tuple[tuple[Aspect, ...], ...]]
"""The places that a line names, by what it says and the preposition that leads to them."""


def _of_clause(
    clause: Clause, reading: Reading, vocabulary: Vocabulary, lines: Lines
) -> tuple[Norm, ...]:
    """Return the norms of a clause; of others they tell only which numbers there are."""
    numbers = reading.names if _names_others(clause) else None
    return reading.memo.of(_made_of, clause, numbers, beside=(reading.names, vocabulary, lines))


def _made_of(
    clause: Clause, _: Names | None, names: Names, vocabulary: Vocabulary, lines: Lines
) -> tuple[Norm, ...]:
    maker = _Maker(names, vocabulary, lines)
    return tuple(
        norm
        for said, provision in clause.sentences_and_provisions()
        if _is_norm(provision)
        for norm in maker.norms(provision, said)
    )


def _names_others(clause: Clause) -> bool:
    """Tell whether a sentence names numbers over or under which it puts itself, or otherwise."""
    return any(
        said.labels.all(*_RANKING) or any(meaning.references for meaning in said.meanings)
        for said in clause.said
    )


def _is_norm(provision: Provision) -> bool:
    """Tell whether it binds or frees somebody: of statements, "A renounces X" does."""
    by_words = provision.kind == "statement" and provision.modality.name == "renounces"
    return by_words or provision.kind not in {"statement", "savings"}


def norms_of(provision: Provision, said: Said, names: Names, vocabulary: Vocabulary) -> list[Norm]:
    """Return what one provision says, wherever it stands."""
    return list(_Maker(names, vocabulary, {}).norms(provision, said))


def _spared(reading: Reading) -> Iterator[str]:
    """Yield the numbers of the sentences that the text says it does not affect."""
    for provision in reading.provisions:
        if provision.kind == "savings":
            for reference in provision.meaning.references:
                yield from reading.names.between(reference.number, reference.last)


class _Maker:
    def __init__(self, names: Names, vocabulary: Vocabulary, lines: Lines) -> None:
        self.names = names
        self.vocabulary = vocabulary
        self._lines = lines
        self._rest: tuple[int, tuple[Told, ...]] = (0, ())

    def norms(self, provision: Provision, said: Said) -> Iterator[Norm]:
        """Yield what a provision says; "shall cease to produce" forbids to produce, too."""
        actors = _actors(provision, said) or self._role(provision, said)
        actors = self._bearers(provision, said) or actors
        if not actors:
            return
        deed = provision.deed
        told = self._told(provision, said)
        there, read = self._places(provision, said)
        only_together = _forbids_only_together(provision, said)
        others = self._as_several(provision, actors) if only_together else self._members(actors)
        norm = Norm(
            provision,
            said,
            "duty" if provision.kind == "statement" else provision.kind,
            actors,
            frozenset((*actors, *others)),
            self._acts(deed),
            self._object(provision, said, actors) if provision.object is not None else None,
            (),
            frozenset(
                (label.name, label.value)
                for label in said.labels.all(*NARROWING, *_MANNER)
                if label not in read
            ),
            deed.amounts,
            tuple(self._as_one(provision)),
            all(self._is_body(name) for name in actors),
            frozenset(self._ranked(said)),
            frozenset(self._named(said, "notwithstanding", "exception to", "except")),
            frozenset(self._named(said, "subject to")),
        )
        norm, told = _as_moved(*as_counted(norm, told, self.names))
        told = tuple(
            each for each in told if not (_is_of_the_bound(each, norm) or _is_in_being(each, norm))
        )
        level = _level(norm)
        if level is not None:
            norm = evolve(norm, amounts=(level,))
            told = tuple(each for each in told if not _is_of_level(each, level, norm))
        if norm.whole and not norm.choice:  # three of both are not three of each
            yield from self._each(norm, told, there)
        else:
            aspects = (*(each.aspect for each in told), *chain.from_iterable(there))
            several = len(there) > 1 or len(list(ways(told, said.sentence))) > 1
            yield evolve(norm, aspects=aspects, together=several)

    def _each(
        self, norm: Norm, told: tuple[Told, ...], there: Sequence[tuple[Aspect, ...]]
    ) -> Iterator[Norm]:
        """Yield a norm for each of the things and places that its words join."""
        for way, place in product(ways(told, norm.said.sentence), there or [()]):
            one = evolve(norm, aspects=(*(each.aspect for each in way), *place))
            yield one
            if norm.kind == "duty" and not _ENDING.isdisjoint(norm.acts):
                yield from self._within(one, "prohibition")
            elif norm.kind in {"duty", "permission"} and not _CARRYING_ON.isdisjoint(norm.acts):
                yield from self._within(one, norm.kind)

    def _within(self, norm: Norm, kind: ProvisionKind) -> Iterator[Norm]:
        """Yield what is to end or to go on: "the production of plutonium", "to produce it"."""
        what, name = norm.thing.keys[0] if norm.thing is not None else ("", "")
        of = [each for each in norm.aspects if _is_of_a_thing(each)] if what == "act" else []
        if of:
            acts = self.vocabulary.ancestors("act", name)
            aspects = tuple(each for each in norm.aspects if each not in of)
            inner = evolve(norm, kind=kind, acts=acts, aspects=aspects)
            yield from (evolve(inner, thing=evolve(each, preposition="")) for each in of)
            return
        for deed in norm.provision.deed.inner:
            acts = self._acts(deed)
            aspects = tuple(each for each in norm.aspects if each.keys[0] != ("act", acts[0]))
            yield evolve(norm, kind=kind, acts=acts, aspects=aspects)

    def _bearers(self, provision: Provision, said: Said) -> tuple[str, ...]:
        """Return those who took the role that a sentence binds, or are on a side and bound each."""
        actor = self.names.actors.get(provision.actor or "")
        if actor is None or actor.kind not in {"role", "side"}:
            return ()
        alone = len(provision.meaning.who.names) == 1
        each = alone and _is_of_the_subject("each", provision, said)
        return actor.members if actor.kind == "role" or each else ()

    def _as_one(self, provision: Provision) -> Iterator[str]:
        """Yield what those whom a sentence names are together: their side; all in one."""
        who = provision.meaning.who
        if who.how == "all":
            yield _joined(who.names)
        if len(who.names) > 1 and who.how != "any":
            for name, actor in self.names.actors.items():
                if actor.kind == "side" and set(actor.members) == set(who.names):
                    yield name

    def _as_several(self, provision: Provision, actors: tuple[str, ...]) -> Iterator[str]:
        """Yield the other names of those who are bound together, and of none of them alone."""
        yield from self._as_one(provision)
        for name in actors:
            actor = self.names.actors.get(name)
            if actor is not None and actor.kind == "side":
                yield _joined(actor.members)

    def _role(self, provision: Provision, said: Said) -> tuple[str, ...]:
        """Return the role by which whoever is bound goes: `Any party ("the donor") shall`."""
        if provision.actor != next(iter(provision.meaning.who.names), None):
            return ()  # it is told of the first of those who may take it
        begins = provision.modality.span.start
        before = tuple(part for part in said.sentence.parts if part.span.end <= begins)
        roles = [name for name, _ in roles_of(evolve(said.sentence, parts=before))]
        return tuple(name for name in roles if name in self.names.actors)

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
        if preposition in {"in", "from"} and mention.kind in {"actor", "place"}:
            keys = (*keys, *self._regions(mention))
        return Aspect(preposition, keys, _named(mention, said.sentence))

    def _object(self, provision: Provision, said: Said, actors: tuple[str, ...]) -> Aspect:
        """Return what it is done to; one's own forces on another's land are foreign there."""
        assert provision.object is not None  # noqa: S101 - as is seen to
        thing = self._thing(provision.object, said)
        hosts = {
            each.name for each in provision.deed.places if each.preposition in {"in", "from"}
        } & self._states
        abroad = self._states.issuperset(actors) and hosts and hosts.isdisjoint(actors)
        own = provision.owner is None or provision.owner in actors
        if abroad and own and ("object", "forces") in thing.keys:
            acts = self._acts(provision.deed)
            if not _STAYING.isdisjoint(acts) and FOREIGN not in thing.keys:
                return evolve(thing, keys=(*thing.keys, FOREIGN))
        return thing

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(self.names.parties)

    def _regions(self, mention: Mention) -> Iterator[Key]:
        """Yield the regions in which a state or a place lies, which are wider than it."""
        actor = self.names.actors.get(mention.name)
        states: tuple[str, ...] = ()
        if mention.kind == "actor" and actor is not None and actor.kind == "party":
            states = (actor.title,)
        elif isinstance(mention.term, Place) and mention.term.group != "sea":
            states = mention.term.states
        for name in self.vocabulary.regions_around(states):
            if name.lower() != mention.name.lower():
                yield "place", name.lower()

    def keys(self, mention: Mention) -> tuple[Key, ...]:
        """Return what a mention is and all that is wider, the nearest first."""
        by_name = (("definition", mention.defined),) if mention.defined is not None else ()
        if mention.kind in {"object", "act"} and mention.term is not None:
            kind = mention.kind
            wider = ((kind, name) for name in self.vocabulary.ancestors(kind, mention.name))
            return (*by_name, *wider)
        return by_name or ((mention.kind, mention.name.lower()),)

    def _told(self, provision: Provision, said: Said) -> tuple[Told, ...]:
        """Return all that a sentence tells beside act and object."""
        deed = provision.deed
        mentions = [*deed.places, *deed.beneficiaries, *deed.others]
        mentions += [each for each in provision.meaning.subject if each not in deed.objects]
        others = {thing.span for thing in deed.objects}
        if provision.object is not None:
            others.discard(provision.object.span)
        named = (
            Told(each.span, self._mentioned(each, provision, said), each)
            for each in mentions
            if each.describes not in others
        )
        told = (*named, *self._rest_of(provision, said))
        anybody = tuple(recipients.anybody(said.sentence))
        left = (one for one in told if not any(at.contains(one.at) for at, _ in anybody))
        leading = "to" if _gives(deed) else alike("to")
        return (*left, *(Told(at, Aspect(leading, (key,))) for at, key in anybody))

    def _mentioned(self, mention: Mention, provision: Provision, said: Said) -> Aspect:
        """Return what a mention narrows; of whom something goes to, also of what kind it is."""
        meant = _who_is_meant(mention, provision)
        aspect = self._thing(meant, said, _how(mention, provision.deed))
        actor = self.names.actors.get(meant.name) if meant.kind == "actor" else None
        if actor is None or mention.preposition != "to":
            return aspect
        return evolve(aspect, keys=(*aspect.keys, *recipients.of_kinds(actor)))

    def _rest_of(self, provision: Provision, said: Said) -> tuple[Told, ...]:
        """Return the words that no mention explains; those of one sentence are looked for once."""
        if self._rest[0] != id(provision.meaning):
            self._rest = (id(provision.meaning), tuple(rest_of(provision, said.sentence)))
        return self._rest[1]

    def _places(
        self, provision: Provision, said: Said
    ) -> tuple[list[tuple[Aspect, ...]], list[nodes.Label]]:
        """Return where lines of its own place it, by each that they list, and those lines.

        A place is one, whether it stands in the sentence or in a line below.
        """
        found: list[list[tuple[Aspect, ...]]] = []
        read = []
        for label in said.labels.all("where"):
            act = provision.deed.act
            away = act is not None and self.vocabulary.is_a("act", act.name, "withdraw")
            there = [
                each
                for value in nodes.values_of(label.value)
                for each in self._places_in(value, "from" if away else "in")
            ]
            if there and all(there):  # of a line that names nothing nobody knows where it is
                found.append(there)
                read.append(label)
        return [tuple(chain(*each)) for each in product(*found)] if found else [], read

    def _places_in(self, value: nodes.Value, leading: str) -> tuple[tuple[Aspect, ...], ...]:
        """Return each of the places that a line names; what many lines say is read once."""
        known = self._lines.get((value, leading))
        if known is None:
            known = self._lines[value, leading] = tuple(self._place(value, leading))
        return known

    def _place(self, value: nodes.Value, leading: str) -> Iterator[tuple[Aspect, ...]]:
        """Yield each of the places that a line names."""
        if not isinstance(value, nodes.Phrase):
            return
        first = value.parts[0]
        led = isinstance(first, nodes.Quantity) or getattr(first, "text", "").lower() in LEADING
        parts = value.parts if led else (word(leading), *value.parts)
        kept = (word("maintain"), word("troops"), *parts)
        # Who keeps them is nobody's matter here: that "the other party" is is not known of a line.
        who = (word("Unnamed"),)
        for said, provision in islice(provisions_in(who, kept, self.names, self.vocabulary), 1):
            for way in ways(self._told(provision, said), said.sentence):
                yield tuple(evolve(each.aspect, placed=True) for each in way)

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


def _is_of_a_thing(aspect: Aspect) -> bool:
    return aspect.preposition == "of" and aspect.keys[0][0] in {"object", "definition"}


def _is_of_the_bound(told: Told, norm: Norm) -> bool:
    """Tell whether it only says that what a sentence is about is its own, who is bound by it.

    "No troops of A shall be stationed" binds A, and its troops are A's without saying so.
    """
    owner = norm.provision.owner
    of_it = told.mention is not None and told.mention.name == owner
    return of_it and norm.actors == (owner,) and told.aspect.preposition == "of"


_IN_BEING = frozenset({"place", "operation", "service", "use", "existence"})


def _is_in_being(told: Told, norm: Norm) -> bool:
    """Tell whether it says no more than that what is kept is there: "keep sanctions in place"."""
    if _STAYING_AS_IT_IS.isdisjoint(norm.acts) or told.aspect.preposition != "in":
        return False
    parts = [part for part in norm.said.sentence.parts if part.span.start <= told.at.start]
    words = [part.text.lower() if isinstance(part, nodes.Word) else "" for part in parts[-2:]]
    return words[0] == "in" and words[-1] in _IN_BEING


def _actors(provision: Provision, said: Said) -> tuple[str, ...]:
    """Return those bound, one by one; empty where it cannot be told who."""
    who = provision.meaning.who
    if provision.actor is not None:
        return () if who.how == "any" and provision.kind == "duty" else (provision.actor,)
    if who.how == "jointly":
        together = _joined(who.names)
        ban = provision.kind == "prohibition"
        apart = ban and not _forbids_only_together(provision, said)
        return (together, *who.names) if apart else (together,)
    if who.how == "all":
        return who.names
    if who.how == "text":
        return ("the text",)
    return (EVERYBODY,)


def _forbids_only_together(provision: Provision, said: Said) -> bool:
    """Tell whether each of them, or of one side, is left free to do it alone."""
    jointly = provision.kind == "prohibition" and provision.meaning.who.how == "jointly"
    return jointly and not _is_of_the_subject("jointly", provision, said)


def _joined(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))


def _is_of_the_subject(word: str, provision: Provision, said: Said) -> bool:
    """Tell whether it stands before how bindingly it speaks: "A and B jointly shall not".

    "Shall not jointly" leaves each free to do it alone.
    """
    begins = provision.modality.span.start
    before = (part for part in said.sentence.parts if part.span.end <= begins)
    return any(isinstance(part, nodes.Word) and part.text.lower() == word for part in before)


def _how(mention: Mention, deed: Deed) -> str:
    """Return how a mention stands to the act: who is given something is not where it is done."""
    given = _gives(deed) and mention in deed.beneficiaries
    return (mention.preposition or "") if given else alike(mention.preposition)


def _gives(deed: Deed) -> bool:
    """Tell whether an act is done to somebody who is given something."""
    return deed.act is not None and "recipient" in deed.act.needs


def _who_is_meant(mention: Mention, provision: Provision) -> Mention:
    """Return the other of two for "each other" and "the other party"; else a mention as it is."""
    names = provision.meaning.who.names
    others = [name for name in names if name != provision.actor]
    of_two = len(names) == 2 and len(others) == 1  # noqa: PLR2004 - as is said
    if of_two and mention.kind == "group" and mention.name == "other":
        return evolve(mention, kind="actor", name=others[0])
    return mention


def _named(mention: Mention, sentence: nodes.Sentence) -> frozenset[str]:
    """Return the words that name something, where one term has several names."""
    if mention.kind not in {"object", "act", "method"}:
        return frozenset()
    texts = (
        part.text
        for part in sentence.parts
        if isinstance(part, nodes.Word) and mention.is_named_at(part.span)
    )
    return frozenset(stem for text in texts for stem in stems(text))


_MOVING_THEMSELVES = frozenset({"withdraw", "fly"})
_GOING_ON_THEMSELVES = frozenset({"remain", "continue"})


def _as_moved(norm: Norm, told: tuple[Told, ...]) -> tuple[Norm, tuple[Told, ...]]:
    """Return what goes, stays or goes on by itself as what somebody moves or keeps.

    "All foreign forces shall withdraw" says no less than that they shall be withdrawn.
    """
    subject = norm.provision.meaning.subject if norm.thing is None else ()
    things = [each for each in told if each.mention in subject and _goes(each, norm)]
    if len(things) != 1 or things[0].mention is None:
        return norm, told
    provision = evolve(norm.provision, object=things[0].mention)
    moved = evolve(norm, provision=provision, thing=things[0].aspect)
    return moved, tuple(each for each in told if each is not things[0])


def _goes(told: Told, norm: Norm) -> bool:
    """Tell whether it is what goes or goes on, and not whose it is, or from where."""
    mention = told.mention
    if mention is None or mention.preposition:
        return False
    if not _GOING_ON_THEMSELVES.isdisjoint(norm.acts):
        return mention.kind == "object"
    return not _MOVING_THEMSELVES.isdisjoint(norm.acts) and is_group(mention, "forces", "weapons")


_LEVELLED = frozenset({"limit", "reduce", "increase"})


def _level(norm: Norm) -> Amount | None:
    """Return the level to which something is brought: "reduce its troops to 5,000"."""
    if norm.amounts or len(norm.provision.deed.objects) != 1 or _LEVELLED.isdisjoint(norm.acts):
        return None
    for before, part in pairwise(norm.said.sentence.parts):
        if isinstance(part, nodes.Quantity) and getattr(before, "text", "").lower() == "to":
            return Amount(part.span, part, None, "to")
    return None


def _is_of_level(told: Told, level: Amount, norm: Norm) -> bool:
    """Tell whether something is the level itself, or what is brought to it."""
    thing = norm.thing.keys[0] if norm.thing is not None else None
    itself = "", ("number", str(level.quantity))
    return (told.aspect.preposition, told.aspect.keys[0]) in (itself, ("in", thing))
