"""From what sentences say to norms, with all that narrows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from clausecheck.analyses.obligations.norms import EVERYBODY, NARROWING, Aspect, Key, Norm
from clausecheck.analyses.obligations.places import PREPOSITIONS, alike, metres
from clausecheck.analyses.terms import stems
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names, roles_of
from clausecheck.model.reading import Clause, Provision, Reading, Said
from clausecheck.model.sentences import HOW_BINDINGLY, Amount, Deed, Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_MANNER = ("according to", "limit", "counted from", "access", "verifies")
_RANKING = ("subject to", "notwithstanding", "exception to", "except")
_ENDING = frozenset({"halt", "suspend", "end", "renounce"})


def norms(reading: Reading, vocabulary: Vocabulary, schedule: Schedule) -> tuple[Norm, ...]:
    """Return the norms of the operative clauses, in text order.

    Those which the reviewer calls suspended or ended, and those that only a savings clause keeps
    from others, are left out.
    """
    spared = frozenset(_spared(reading))
    return tuple(
        norm
        for clause in reading.whole_clauses
        for norm in _of_clause(clause, reading, vocabulary)
        if norm.number in schedule.steps and norm.number not in spared
    )


def _of_clause(clause: Clause, reading: Reading, vocabulary: Vocabulary) -> tuple[Norm, ...]:
    """Return the norms of a clause; of others they tell only which numbers there are."""
    numbers = reading.names if _names_others(clause) else None
    return reading.memo.of(_made_of, clause, numbers, beside=(reading.names, vocabulary))


def _made_of(
    clause: Clause, _: Names | None, names: Names, vocabulary: Vocabulary
) -> tuple[Norm, ...]:
    maker = _Maker(names, vocabulary)
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
        if self._is_told_by_another(provision, said):
            return
        actors = _actors(provision, said) or self._role(provision, said)
        actors = self._bearers(provision, said) or actors
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
            frozenset((label.name, label.value) for label in said.labels.all(*NARROWING, *_MANNER)),
            deed.amounts,
            tuple(self._as_one(provision)),
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
        apart = not (norm.amounts or norm.choice)  # three of both are not three of each
        joined = tuple(self._joined(provision.object, said)) if apart else ()
        words = [("rest", word) for word, _ in joined]
        norm = evolve(norm, aspects=tuple(a for a in norm.aspects if a.keys[0] not in words))
        yield norm
        for _, about in joined:
            yield evolve(norm, thing=about)
        if norm.kind == "duty" and not _ENDING.isdisjoint(norm.acts):
            yield from self._ended(norm)

    def _ended(self, norm: Norm) -> Iterator[Norm]:
        """Yield the bans on what is to end: "the production of plutonium", "to produce it"."""
        kind, name = norm.thing.keys[0] if norm.thing is not None else ("", "")
        of = [each for each in norm.aspects if _is_of_a_thing(each)] if kind == "act" else []
        if of:
            acts = self.vocabulary.ancestors("act", name)
            aspects = tuple(each for each in norm.aspects if each not in of)
            ban = evolve(norm, kind="prohibition", acts=acts, aspects=aspects)
            yield from (evolve(ban, thing=evolve(each, preposition="")) for each in of)
            return
        for inner in norm.provision.deed.inner:
            acts = self._acts(inner)
            aspects = tuple(each for each in norm.aspects if each.keys[0] != ("act", acts[0]))
            yield evolve(norm, kind="prohibition", acts=acts, aspects=aspects)

    def _joined(self, thing: Mention | None, said: Said) -> Iterator[tuple[str, Aspect]]:
        """Yield the words before an object that share its last word, and what they name with it.

        Who shall not conduct "nuclear or missile tests" shall conduct no nuclear tests.
        """
        if thing is None or thing.kind not in {"object", "act"} or thing.defined is not None:
            return
        parts = said.sentence.parts
        words = [part.text if isinstance(part, nodes.Word) else "" for part in parts]
        inside = [at for at, part in enumerate(parts) if thing.span.contains(part.span)]
        for at in range(inside[0] - 2, -1, -2) if len(inside) > 1 else ():
            named = (words[at], *(words[each] for each in inside[1:]))
            if words[at + 1].lower() not in _JOINED or not all(named):
                return
            match = self.vocabulary.match(named, 0, (thing.kind,))
            if match is None or match.end < len(named):
                return
            other = evolve(thing, name=match.term.name, term=match.term)
            stemmed = frozenset(stem for word in named for stem in stems(word))
            yield words[at].lower(), Aspect("", self.keys(other), stemmed)

    def _is_told_by_another(self, provision: Provision, said: Said) -> bool:
        """Tell whether its object has its noun from another, of which both are told."""
        thing, others = provision.object, provision.deed.objects
        if thing is None or len(others) == 1 or provision.deed.amounts:
            return False
        words = [
            getattr(p, "text", "").lower() for p in said.sentence.parts if p.span == thing.span
        ]
        return any([word] == words for other in others for word, _ in self._joined(other, said))

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
            self._thing(_who_is_meant(mention, provision), said, alike(mention.preposition))
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


def _is_of_a_thing(aspect: Aspect) -> bool:
    return aspect.preposition == "of" and aspect.keys[0][0] in {"object", "definition"}


def _actors(provision: Provision, said: Said) -> tuple[str, ...]:
    """Return those bound, one by one; empty where it cannot be told who."""
    who = provision.meaning.who
    if provision.actor is not None:
        return () if who.how == "any" and provision.kind == "duty" else (provision.actor,)
    if who.how == "jointly":
        together = _joined(who.names)
        apart = provision.kind == "prohibition" and _is_of_the_subject("jointly", provision, said)
        return (together, *who.names) if apart else (together,)
    if who.how == "all":
        return who.names
    if who.how == "text":
        return ("the text",)
    return (EVERYBODY,)


def _joined(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))


def _is_of_the_subject(word: str, provision: Provision, said: Said) -> bool:
    """Tell whether it stands before how bindingly it speaks: "A and B jointly shall not".

    "Shall not jointly" leaves each free to do it alone.
    """
    begins = provision.modality.span.start
    before = (part for part in said.sentence.parts if part.span.end <= begins)
    return any(isinstance(part, nodes.Word) and part.text.lower() == word for part in before)


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


_JOINED = frozenset({"and", "or", "and/or", ","})
_OF_GRAMMAR = frozenset(
    "a an the any all each every both either no its their his own of and or nor and/or , ; : ( )"
    " be is are been shall not by with for as it they own to jointly".split()
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
                yield _number(part, last)
        elif isinstance(part, nodes.Reference):
            yield Aspect("", (("clause", part.number),))
        else:
            word = getattr(part, "text", "").lower()
            if word in PREPOSITIONS:
                preposition = word
            elif word in HOW_BINDINGLY and begins <= part.span.start < acts:
                continue
            elif word in _APART or (_counts(part, word) and _bears(part.span, who, begins)):
                yield Aspect(alike(preposition), (("rest", word),))


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
