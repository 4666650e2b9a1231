"""What a text says of foreign forces: that they leave, that they stay, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from clausecheck.analyses.security.foreign_forces import (
    LEAVING,
    asks_the_host,
    is_abroad,
    is_foreign,
    leaves,
    what_moves,
)
from clausecheck.analyses.security.staying import (
    amounts_of,
    in_a_foreign_land,
    is_among_allies,
    is_capped,
    remain,
    saves,
    stays,
    stays_for_a_time,
    stays_there,
)
from clausecheck.analyses.terms import acts, is_group, is_one_of, named, speaks_of
from clausecheck.analyses.timing.times import open_words
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Place, Vocabulary

_BEGINNING = frozenset({"begin", "resume"})
_LESSENING = frozenset({"reduce", "scale-down"})
_ENDING = (
    "end",
    "terminate",
    "denounce",
    "replace",
    "supersede",
    "transform",
    "dissolve",
    "conclude",
    "repeal",
)
_CLOSING = ("close", "return", "evacuate", "dismantle", "leave", "transfer", "withdraw")
_STATIONING = frozenset({"deploy", "maintain", "hold", "possess", "allow", "accept", "remain"})
_GROWING = ("exceed", "increase")
_ZONES = frozenset({"zone", "line", "site"})
_DECLARED = ("end-of-war", "peace-agreement")
_ENDED = ("state-of-war", "war", "armistice")
_TALKING = ("discuss", "consult")
_OPENING = ("review", "amend", "settle", "negotiate")
_ABOUT = frozenset({"on", "about", "for", "over", "towards", "toward", "regarding", "concerning"})

_FIRMLY_SAID = frozenset({"declares", "affirms", "agrees that"})
_ENDING_NOTHING = frozenset({"recalls", "takes note", "expresses", "shares the view"})
"""What is recalled or noted has ended before; what is hoped for or held ends by nobody's word."""
_TELLING_WHEN = frozenset(
    "after before following if once pending than unless until when where whether while".split()
)
_AT_A_TIME = frozenset({"upon", "on", "at", "with", "from"})


@frozen
class Implication:
    """A provision that risks being read as a withdrawal: by what words, and why."""

    provision: Provision
    at: Span
    why: str

    @property
    def of_a_command(self) -> bool:
        """Whether the command goes, and not only what is said of forces."""
        return self.why == _WHY["command"]


@frozen
class Troops:
    """The provisions that bear on foreign forces, each kind in text order."""

    withdrawals: tuple[Provision, ...]
    """They leave, or may: duties and permissions outside the preamble."""
    stays: tuple[Provision, ...]
    savings: tuple[Provision, ...]
    """A savings clause covers them or the alliance on which they rest."""
    openings: tuple[Provision, ...]
    """What opens the question: the war ends, the armistice is replaced, a command goes."""
    endings: tuple[Provision, ...]
    """Those of them that end the war or the armistice itself, and no more than a command."""
    mentions: tuple[Provision, ...]
    """Every provision that speaks of foreign forces or of the alliance at all."""
    spoken_of: tuple[Provision, ...]
    """Those of them that say more than that they are talked about."""
    implications: tuple[Implication, ...]
    """What risks being read as their withdrawal, though no word of it says so."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Troops:
    """Return every provision that bears on foreign forces."""
    withdrawals, staying, savings, openings, mentions, implications = [], [], [], [], [], []
    endings = []
    preambles = {clause.number for clause in reading.clauses if clause.preamble}
    for provision in reading.provisions:
        abroad = in_a_foreign_land(provision, reading.names)
        foreign = abroad or any(
            is_foreign(mention, provision, vocabulary) for mention in _spoken_of(provision)
        )
        allied = speaks_of(provision, vocabulary, "alliance")
        if foreign or allied:
            mentions.append(provision)
        if provision.kind in {"savings", "exemption"}:
            spared = provision.kind == "savings" or acts(provision, vocabulary, LEAVING)
            if spared and (foreign or allied):
                savings.append(provision)
            continue
        if provision.clause in preambles:
            continue
        if (abroad and stays_there(provision, vocabulary)) or stays(provision, vocabulary):
            staying.append(provision)
        elif saves(provision, vocabulary):
            savings.append(provision)
        elif _withdraws(provision, vocabulary):
            withdrawals.append(provision)
        ended = _ended(provision, vocabulary)
        if ended is not None:
            openings.append(provision)
            if not is_command(ended, vocabulary):
                endings.append(provision)
        implication = _implication(provision, vocabulary, foreign=foreign)
        if implication is not None and provision not in withdrawals and provision not in staying:
            implications.append(implication)
    return Troops(
        tuple(withdrawals),
        tuple(staying),
        tuple(savings),
        tuple(openings),
        tuple(endings),
        tuple(mentions),
        tuple(each for each in mentions if not acts(each, vocabulary, _TALKING)),
        tuple(implications),
    )


def stance(reading: Reading, troops: Troops) -> Stance:
    """Return the first that holds: total or partial withdrawal, stay, saved, implied, silent."""
    if troops.withdrawals:
        total = [provision for provision in troops.withdrawals if is_total(provision)]
        kind: Literal["total", "partial"] = "total" if total else "partial"
        shown = total or troops.withdrawals
        dated = any(is_dated(provision, reading.names) for provision in shown)
        return _stance(f"explicit-{kind}, {'dated' if dated else 'undated'}", shown)
    if troops.stays:
        return _stance("stay", troops.stays)
    if troops.savings:
        return _stance("saved", troops.savings)
    if troops.implications:
        return _stance("implied", [implication.provision for implication in troops.implications])
    return Stance("troops", "silent" if reading.complete else NOT_STATED)


def guards_lowered(troops: Troops) -> tuple[Provision, ...]:
    """Return the duties by which all foreign forces leave or a command goes, in text order."""
    total = [each for each in troops.withdrawals if is_total(each)]
    commands = [each.provision for each in troops.implications if each.of_a_command]
    return tuple(
        provision
        for provision in sorted((*total, *commands), key=lambda provision: provision.counted)
        if provision.kind == "duty" and provision.meaning.binding
    )


def is_total(provision: Provision) -> bool:
    """Tell whether a withdrawal is of all: it says so, or names no number.

    To reduce is less, and so is to begin, which says nothing of the rest.
    """
    if provision.act is not None and provision.act.name in _LESSENING | _BEGINNING:
        return False
    return provision.quantity is None or provision.quantity.whole


def is_dated(provision: Provision, names: Names) -> bool:
    """Tell whether a withdrawal has a day or a span of time by which it is over."""
    due = any(_can_be_told(label.value, names) for label in provision.timing.due)
    return due or bool(provision.meaning.periods)


def _can_be_told(value: nodes.Value, names: Names) -> bool:
    """Tell whether anybody can say when a time has come; of several the first may be enough."""
    if isinstance(value, nodes.Combined) and value.either:
        return any(_can_be_told(each, names) for each in value.moments)
    return not isinstance(value, nodes.Silence) and not any(open_words(value, names))


def _withdraws(provision: Provision, vocabulary: Vocabulary) -> bool:
    moved = None if provision.kind == "prohibition" else what_moves(provision, vocabulary)
    return moved is not None and not provision.meaning.denied and leaves(provision, vocabulary)


def _spoken_of(provision: Provision) -> tuple[Mention, ...]:
    return (*provision.deed.mentions, *provision.meaning.subject)


def what_ends(provision: Provision) -> Span:
    """Return the place of what a provision brings to an end, or of its first object."""
    mentions = (*provision.deed.objects, *provision.deed.mentions)
    return mentions[0].span if mentions else provision.modality.span


def ends_here(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a provision ends it by its own words, and does not only work towards that."""
    if provision.kind == "statement":
        return True
    return provision.meaning.binding and acts(provision, vocabulary, (*_ENDING, "declare"))


def ends_by_its_words(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a provision ends it as soon as the text is made, and asks nobody to end it."""
    declares = provision.kind == "statement" or ends_of_itself(provision, vocabulary)
    return declares and ends_here(provision, vocabulary)


def ends_of_itself(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the text ends something, or says that it ends, and asks nobody to end it."""
    how = provision.meaning.who.how
    itself = how == "text" or (how == "thing" and acts(provision, vocabulary, ("expire", "end")))
    return itself and not _is_only_wished(provision)


def is_done_here(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the words themselves do it: a statement, or what ends without anybody's act."""
    act = provision.deed.act
    passive = provision.meaning.who.how == "thing" and act is not None and act.name != "conclude"
    passive = passive and not _is_only_wished(provision)
    return provision.kind == "statement" or ends_of_itself(provision, vocabulary) or passive


def _is_only_wished(provision: Provision) -> bool:
    """Tell whether it is a duty that binds nobody: the war "should be ended"."""
    return provision.kind == "duty" and not provision.meaning.binding


def _stance(name: str, provisions: tuple[Provision, ...] | list[Provision]) -> Stance:
    return Stance(
        "troops", name, tuple(dict.fromkeys(provision.number for provision in provisions))
    )


def _ended(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return what the provision brings to an end: the war, the armistice or a command."""
    mentions = provision.deed.mentions
    declared = next(
        (
            mention
            for mention in mentions
            if _is_declared(mention, provision, vocabulary) and not says_when(mention, mentions)
        ),
        None,
    )
    if provision.kind in {"prohibition", "savings"} or provision.meaning.denied:
        return None
    commands = (mention for mention in mentions if is_command(mention, vocabulary))
    if provision.modality.name in _ENDING_NOTHING:
        # Yet whoever holds that a command ought to go speaks of where it is to stay.
        held = provision.modality.name != "recalls" and acts(provision, vocabulary, _ENDING)
        return next(commands, None) if held else None
    if declared is not None:
        return None if _is_talked_of(declared, provision, vocabulary) else declared
    if not acts(provision, vocabulary, _ENDING):
        return _said_to_end(provision, vocabulary)
    wars = (
        mention
        for mention in mentions
        if _is_war(mention, vocabulary) and not says_when(mention, mentions)
    )
    return next(chain(wars, commands), None)


def _said_to_end(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return the war that is said to end behind words on it: "the war that began then is ended"."""
    war = None
    for mention in provision.deed.mentions if provision.modality.name in _FIRMLY_SAID else ():
        if mention.preposition is None and mention.aside is None:
            if war and mention.kind == "act" and vocabulary.is_a("act", mention.name, *_ENDING):
                return war
            war = war or (mention if _is_war(mention, vocabulary) else None)
    return None


def says_when(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether it only says when or whether something else is done: "until peace is made"."""
    if mention.aside is not None:
        return mention.aside in _TELLING_WHEN
    before = mentions[: mentions.index(mention)]
    if mention.preposition == "of" and before:
        # "Upon the conclusion of a peace treaty": what is concluded tells no more than that.
        last = before[-1]
        done = last.kind == "act" and last.preposition in _AT_A_TIME
        return done or says_when(last, before)
    return mention.preposition == "upon"


def _is_talked_of(mention: Mention, provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is no more than what talks are about, or what is negotiated.

    A meeting that is to declare the end of a war is more: it has that for its end.
    """
    things = provision.deed.objects
    if mention in things:
        return acts(provision, vocabulary, _TALKING)
    talks = bool(things) and all(is_group(thing, "dialogue") for thing in things)
    return talks and mention.preposition in _ABOUT


def _is_declared(mention: Mention, provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is the end of a war; of a named one, where that is declared or owed.

    To find that a named war has no end yet is to speak of it.
    """
    if mention.kind != "object" or mention.name in _DECLARED:
        return mention.name in _DECLARED
    said = provision.kind == "duty" or provision.modality.name == "declares"
    return said and vocabulary.is_a("object", mention.name, "end-of-war")


def _is_war(mention: Mention, vocabulary: Vocabulary) -> bool:
    return mention.kind == "object" and any(
        vocabulary.is_a("object", mention.name, name) for name in _ENDED
    )


def is_command(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of a military command, by name or as such."""
    if mention.kind == "actor":
        return (
            mention.name in vocabulary.actors and vocabulary.actors[mention.name].role == "command"
        )
    return mention.kind == "object" and vocabulary.is_a("object", mention.name, "military-command")


def is_armistice_body(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of a standing commission, which watches over an armistice."""
    actors = vocabulary.actors
    standing = mention.kind == "actor" and mention.name in actors
    return standing and actors[mention.name].role == "commission"


def _implication(
    provision: Provision, vocabulary: Vocabulary, *, foreign: bool
) -> Implication | None:
    """Return the reading that a provision invites, by the first words that invite it."""
    ended = _ended(provision, vocabulary)
    firm = provision.kind == "statement" or provision.meaning.binding
    if ended is not None and firm and acts(provision, vocabulary, _ENDING):
        for mention in provision.deed.objects:
            if is_command(mention, vocabulary):
                return Implication(provision, mention.span, _WHY["command"])
            if mention.kind == "object" and vocabulary.is_a("object", mention.name, "armistice"):
                return Implication(provision, mention.span, _WHY["armistice"])
    if firm and provision.kind != "prohibition" and acts(provision, vocabulary, _ENDING):
        for mention in provision.deed.objects:
            if is_armistice_body(mention, vocabulary):
                return Implication(provision, mention.span, _WHY["commission"])
    kept = what_moves(provision, vocabulary)
    if kept is not None and stays_for_a_time(provision, vocabulary):
        return Implication(provision, kept.span, _WHY["term"])
    if kept is not None and _have_a_ceiling(provision, vocabulary):
        return Implication(provision, kept.span, _WHY["ceiling"])
    thing = _in_question(provision, vocabulary) if foreign else None
    if thing is not None:
        return Implication(provision, thing.span, _WHY["question"])
    basis = _basis(provision, vocabulary) if firm else None
    if basis is not None:
        return basis
    for mention in named(provision, vocabulary, "outside-interference"):
        return Implication(provision, mention.span, _WHY["interference"])
    for mention in provision.deed.mentions:
        somewhere = any(place.kind == "place" for place in provision.deed.mentions)
        if mention.name == "nuclear-threat" and somewhere:
            return Implication(provision, mention.span, _WHY["threat"])
    for mention in named(provision, vocabulary, "foreign-threat"):
        return Implication(provision, mention.span, _WHY["menace"])
    emptied = firm and not _is_of_a_zone(provision, vocabulary)
    for mention in named(provision, vocabulary, "without-foreign-forces") if emptied else ():
        return Implication(provision, mention.span, _WHY["stationing"])
    alone = provision.actor is not None and len(provision.meaning.who.names) == 1
    for mention in named(provision, vocabulary, "region-wide-disarmament") if alone else ():
        return Implication(provision, mention.span, _WHY["region"])
    for mention in provision.deed.mentions:
        past = provision.modality.name == "recalls" and mention in provision.deed.objects
        if foreign and mention.kind == "act" and not past and _is_leaving(mention.name, vocabulary):
            return Implication(provision, mention.span, _WHY["agenda"])
    return None


def _have_a_ceiling(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether no more of them than a number are to be there: how many are, nobody says."""
    if not provision.meaning.binding:
        return False
    if provision.kind == "prohibition":
        more = acts(provision, vocabulary, _GROWING) or _stations(provision)
        return more and _allows_some(provision) and not asks_the_host(provision)
    limited = provision.kind == "duty" and acts(provision, vocabulary, ("limit",))
    return limited or (is_capped(provision) and remain(provision, vocabulary))


def _allows_some(provision: Provision) -> bool:
    """Tell whether a ban leaves a number free, as one on more of them does."""
    excepted = (label.value for label in provision.labels.all("except"))
    return (
        provision.labels.stated("limit")
        or any(not amount.whole for amount in amounts_of(provision))
        or any(isinstance(node, nodes.Quantity) for value in excepted for node in walk(value))
    )


def _in_question(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return the forces whose presence is up for review, or for talks with others than allies."""
    if provision.kind != "duty":
        return None
    things = provision.deed.objects
    forces = next((m for m in provision.deed.mentions if is_group(m, "forces")), None)
    if forces is None or (is_among_allies(provision) and not acts(provision, vocabulary, _OPENING)):
        return None
    if forces in things:
        return forces if acts(provision, vocabulary, (*_OPENING, *_TALKING)) else None
    talks = bool(things) and all(is_group(thing, "dialogue") for thing in things)
    return forces if talks and forces.preposition in _ABOUT else None


def _is_of_a_zone(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is about a zone or a line, and not about the soil of a state."""
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    return any(
        (isinstance(mention.term, Place) and mention.term.group in _ZONES)
        or is_one_of(mention, vocabulary, "zone")
        for mention in mentions
    )


def _is_leaving(act: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.is_a("act", act, wider) for wider in LEAVING)


def _stations(provision: Provision) -> bool:
    return provision.act is not None and provision.act.name in _STATIONING


def _basis(provision: Provision, vocabulary: Vocabulary) -> Implication | None:
    """Return what takes away that on which their presence rests: the alliance, a base, leave."""
    thing = provision.object
    if thing is None and provision.kind == "prohibition":
        # "No foreign troops shall remain": what is not to be done is done by them.
        thing = what_moves(provision, vocabulary)
    if thing is None or thing.kind != "object":
        return None
    if provision.kind == "prohibition":
        foreign = _stations(provision) and (
            is_foreign(thing, provision, vocabulary)
            or vocabulary.is_a("object", thing.name, "foreign-base")
        )
        if not foreign or asks_the_host(provision):
            return None
        return Implication(provision, thing.span, _WHY["stationing"])
    if vocabulary.is_a("object", thing.name, "alliance") and acts(provision, vocabulary, _ENDING):
        return Implication(provision, thing.span, _WHY["alliance"])
    owner = provision.actor if thing.owner == "its" else thing.owner
    foreign_base = vocabulary.is_a("object", thing.name, "foreign-base")
    abroad = foreign_base or owner == "foreign" or is_abroad(owner, provision)
    base = abroad and vocabulary.is_a("object", thing.name, "base")
    if base and acts(provision, vocabulary, _CLOSING):
        return Implication(provision, thing.span, _WHY["base"])
    return None


_WHY = {
    "alliance": "the alliance ends on which their presence rests",
    "base": "the bases close in which they live",
    "stationing": "forces that are there already could no longer be kept there",
    "command": "the command goes under which foreign forces serve",
    "commission": "a body of the armistice goes, which is part of the order they came with",
    "armistice": "the armistice ends, which is named as the reason why they came",
    "interference": "foreign forces can be called outside interference",
    "menace": "foreign forces themselves are called a threat",
    "threat": "forces that could bring such weapons can be called a nuclear threat",
    "region": "one party alone cannot disarm the whole region, so others' forces are meant as well",
    "ceiling": "their number is given a ceiling",
    "question": "whether they stay is opened to review or to talks",
    "term": "their stay is given an end",
    "agenda": "their withdrawal or reduction is put on an agenda",
}
