"""Who assures whom of not being attacked, and how firmly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from clausecheck.analyses.inspection.returns import rules_out_return
from clausecheck.analyses.security.limits import Pledge, rules_out
from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.analyses.timing.times import at_will, by_own_judgement
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Deed, Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

Strength = Literal["binding", "promise", "intention"]
STRENGTHS: tuple[Strength, ...] = ("binding", "promise", "intention")
"""From the strongest, in the order in which a text is said to take them."""

_ATTACKS = ("attack", "threaten", "overthrow", "blockade", "annex", "occupy")
_USED = ("force", "aggression", "threat-of-force", "weapons", "weapons-of-mass-destruction")
_GIVING = ("provide", "assure", "guarantee", "pledge", "respect")
_ASSURED = ("security", "independence", "territorial-integrity")
_AGAINST = frozenset({"against", "that", "from"})


@frozen
class Assurance:
    """One side's word that another is safe from it."""

    provision: Provision
    at: Span
    by: tuple[str, ...]
    to: str | None
    """Whom it assures; None where more than one pledge it to each other."""
    strength: Strength
    """`binding`: not to attack, as a duty in a text that binds; `promise`: the same in one that
    does not, or an assurance to be given; `intention`: to have none, or a duty that is soft."""
    says_what: bool
    """Whether the text tells what is assured, and does not only use the word."""
    released: bool = False
    """Whether one who gives it may depart from it when it finds by itself that it may."""


def analyse(
    reading: Reading,
    vocabulary: Vocabulary,
    pledges: tuple[Pledge, ...],
    own: Collection[str],
    *,
    binds: bool,
) -> tuple[Assurance, ...]:
    """Return the assurances in text order, those of the preamble among them.

    What the power whose safety is at issue promises others is its conduct, and no assurance.

    `own` are the numbers of the sentences whose condition is judged by the one whom it serves.
    """
    found: dict[Span, Assurance] = {}
    for pledge in pledges:
        strength = _strength(pledge.provision, binds=binds)
        found[pledge.at] = Assurance(
            pledge.provision,
            pledge.at,
            pledge.by,
            None,
            strength,
            says_what=True,
        )
    for provision in reading.provisions:
        for assurance in _assurances(provision, reading, vocabulary, binds=binds):
            found.setdefault(assurance.at, assurance)
    released = frozenset(_released(reading, own, vocabulary))
    safe = assured_power(reading, vocabulary)
    return tuple(
        evolve(each, released=any((each.provision.number, name) in released for name in each.by))
        for each in sorted(found.values(), key=lambda each: reading.counted(each.at))
        if each.to is None or not safe.issuperset(each.by)
    )


def assured_power(reading: Reading, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the party whose safety the advocate is about; none in a text of another war."""
    known = map(reading.names.actor, vocabulary.names("assured-power"))
    return frozenset(actor.name for actor in known if actor is not None and actor.kind == "party")


def to_whom_it_matters(
    assurances: Iterable[Assurance], assured: Collection[str]
) -> Iterator[Assurance]:
    """Yield the assurances of one side to another, to one of these who is to be safe.

    Where nobody is known to be, one whom several assure gives others no assurance of its own.
    """
    given = [each for each in assurances if each.to is not None]
    by_several = {
        to
        for to in {each.to for each in given}
        if len({name for each in given if each.to == to for name in each.by}) > 1
    }
    for each in given:
        if each.to in assured if assured else not by_several.issuperset(each.by):
            yield each


def stance(reading: Reading, assurances: tuple[Assurance, ...]) -> Stance:
    """Return the strongest of the assurances, or none.

    One from which its giver may release itself is no more than a promise, whatever it is owed by.
    """
    for strength in STRENGTHS:
        shown = [each.provision.number for each in assurances if _holds_as(each) == strength]
        if shown:
            return Stance("security-assurance", strength, tuple(dict.fromkeys(shown)))
    return Stance("security-assurance", "none" if reading.complete else NOT_STATED)


def _holds_as(assurance: Assurance) -> Strength:
    bound = assurance.strength == "binding"
    return "promise" if bound and is_at_will(assurance) else assurance.strength


def is_at_will(assurance: Assurance) -> bool:
    """Tell whether one who gives it may take it back, by a label or on its own finding."""
    lines = assurance.provision.labels.all("reversible")
    taken_back = assurance.provision.labels.stated("reversible")
    return assurance.released or (taken_back and not any(map(rules_out_return, lines)))


def _assurances(
    provision: Provision, reading: Reading, vocabulary: Vocabulary, *, binds: bool
) -> Iterator[Assurance]:
    """Yield what one side alone assures another of."""
    givers = provision.meaning.who.names
    to = next(
        (
            mention.owner if mention.kind == "object" else mention.name
            for mention in provision.deed.mentions
            if _other_party(mention, reading, givers)
        ),
        _to_whom_else(provision, reading, vocabulary),
    )
    if to is None or not givers:
        return
    if rules_out(provision, vocabulary):
        at = _attack(provision, vocabulary)
        if at is not None:
            yield Assurance(
                provision, at, givers, to, _strength(provision, binds=binds), says_what=True
            )
    elif provision.kind == "statement":
        at = _disavowal(provision, vocabulary)
        if at is not None:
            yield Assurance(provision, at, givers, to, "intention", says_what=True)
    elif provision.kind == "duty" and acts(provision, vocabulary, _GIVING):
        at = _assured(provision, vocabulary)
        if at is not None:
            soft = not provision.meaning.binding
            says = any(mention.preposition in _AGAINST for mention in provision.deed.mentions)
            yield Assurance(
                provision, at, givers, to, "intention" if soft else "promise", says_what=says
            )


def _released(
    reading: Reading, own: Collection[str], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """Yield sentences, by number, with who may end them, or not keep them, by its own finding."""
    for said in (said for clause in reading.clauses for said in clause.said):
        judged = said.number in own or any(
            True
            for line in said.labels.lines
            for _ in (
                *by_own_judgement(line, said, reading.names),
                *at_will(line, said, reading.names, vocabulary),
            )
        )
        if judged:
            yield from (
                (said.number, name) for meaning in said.meanings for name in meaning.who.names
            )
        for line in said.labels.all("exception to") if judged else ():
            for node in walk(line.value):
                if isinstance(node, nodes.Reference) and node.instrument is None:
                    for number in reading.names.between(node.number, node.last):
                        for meaning in said.meanings:
                            yield from ((number, name) for name in meaning.who.names)


def _strength(provision: Provision, *, binds: bool) -> Strength:
    """Return how firm a pledge not to attack is; one that is only stated again is a promise."""
    if provision.kind != "statement" and not provision.meaning.binding:
        return "intention"
    return "binding" if binds and provision.kind != "statement" else "promise"


def _other_party(mention: Mention, reading: Reading, givers: tuple[str, ...]) -> bool:
    name = mention.name if mention.kind == "actor" else mention.owner
    return name in reading.names.parties and name not in givers


def _to_whom_else(provision: Provision, reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Return who is safe by what a party does to nobody: "shall not use force".

    Of several others it is the power whose safety is at issue.
    """
    if not rules_out(provision, vocabulary) or provision.labels.stated("where"):
        return None
    against = [each for each in provision.deed.mentions if not is_one_of(each, vocabulary, *_USED)]
    if any((each.kind, each.name) not in _ANYBODY for each in against):
        return None
    others = [name for name in reading.names.parties if name not in provision.meaning.who.names]
    safe = assured_power(reading, vocabulary)
    to = [name for name in others if name in safe] or others
    return to[0] if len(to) == 1 else None


_ANYBODY = frozenset({("group", "other"), ("group", "any"), ("object", "sovereign-state")})
"""Against whom a thing is not done that is done to nobody."""


def _attack(provision: Provision, vocabulary: Vocabulary) -> Span | None:
    """Return what is ruled out, where that is an attack on another or its threat."""
    if acts(provision, vocabulary, _ATTACKS):
        return provision.deed.act_span
    used = provision.kind == "duty" or acts(provision, vocabulary, ("use", "commit", "conduct"))
    thing = provision.object
    if used and thing is not None and is_one_of(thing, vocabulary, *_USED):
        return thing.span
    return None


def _disavowal(provision: Provision, vocabulary: Vocabulary) -> Span | None:
    """Return the words by which a statement disclaims hostile intent."""
    for mention in provision.deed.objects:
        if mention.kind == "object" and mention.name == "hostile-policy":
            return mention.span
    attacks = (inner.act_span for inner in provision.deed.inner if _is_attack(inner, vocabulary))
    return next(attacks, None)


def _is_attack(deed: Deed, vocabulary: Vocabulary) -> bool:
    act = deed.act
    return act is not None and vocabulary.is_among(act, _ATTACKS)


def _assured(provision: Provision, vocabulary: Vocabulary) -> Span | None:
    """Return the assurance that is to be given, or the security that is to be assured."""
    assures = acts(provision, vocabulary, ("guarantee", "assure"))
    for thing in provision.deed.objects:
        given = is_group(thing, "assurance") and thing.name != "extended-deterrence"
        if given or (assures and is_one_of(thing, vocabulary, *_ASSURED)):
            return thing.span
    named = provision.act is not None and provision.act.name == "assure"
    return provision.deed.act_span if named else None


def weaknesses(assurance: Assurance) -> tuple[str, ...]:
    """Return what an assurance lacks by its own words, each to be read after its name."""
    found = []
    if not assurance.says_what:
        found.append("does not say what it covers")
    elif assurance.strength == "intention":
        found.append("states only an intention")
    if is_at_will(assurance):
        found.append("can be withdrawn at will by the party that gives it")
    return tuple(found)
