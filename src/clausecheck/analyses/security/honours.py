"""What lends a party standing among states: membership, summits, invitations, a title to arms."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import acts, is_one_of, speaks_of
from clausecheck.analyses.ties import counterparts, is_tied
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_MEETING = ("hold", "attend", "host")
_BARRING = ("oppose", "block", "prevent")
_ACCEPTING = ("accept", "respect", "treat")
_HOLDING_TO_BE = (*_ACCEPTING, "recognise", "acknowledge", "declare")
"""Acts by which a state says what another is to it: "recognises X as a nuclear-weapon state"."""


@frozen
class Honour:
    """What one party does for the standing of another."""

    provision: Provision
    mention: Mention
    to: str
    lasting: bool
    """Whether it is a membership or a title, which stay, and not a meeting or a recital."""
    tied: bool
    """Whether it is given for a step, or waits for one."""
    of_arms: bool = False
    """Whether it makes weapons rightful: "recognises X as a nuclear-weapon state"."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Honour, ...]:
    """Return the honours that the text promises, in text order, one for each place."""
    exchanged = counterparts(reading)
    found: dict[int, Honour] = {}
    for clause in reading.clauses:
        for provision in clause.provisions:
            tied = is_tied(provision, reading, exchanged)
            for mention, to in () if clause.preamble else _promised(provision, reading, vocabulary):
                lasting = mention.name in {"entry", "membership"}
                honour = Honour(provision, mention, to, lasting, tied)
                found.setdefault(mention.span.start, honour)
            for mention, to in _titles_to_arms(provision, reading, vocabulary):
                honour = Honour(provision, mention, to, not clause.preamble, tied, of_arms=True)
                found.setdefault(mention.span.start, honour)
    return tuple(found.values())


def _promised(
    provision: Provision, reading: Reading, vocabulary: Vocabulary
) -> Iterator[tuple[Mention, str]]:
    """Yield what is owed to another party, and to which."""
    let_in = provision.kind == "prohibition" and acts(provision, vocabulary, _BARRING)
    if not (provision.kind == "duty" or let_in) or not provision.meaning.binding:
        return
    for mention, to in _honours(provision, vocabulary):
        if to in reading.names.parties and to not in provision.meaning.who.names:
            yield mention, to


def _honours(provision: Provision, vocabulary: Vocabulary) -> Iterator[tuple[Mention, str]]:
    """Yield what is promised, and to whom."""
    meets = acts(provision, vocabulary, _MEETING)
    invites = acts(provision, vocabulary, ("invite",))
    guests = [mention.name for mention in provision.deed.mentions if mention.kind == "actor"]
    for mention in provision.deed.objects:
        name = mention.name if mention.kind == "object" else ""
        led = invites and vocabulary.is_a("object", name, "head-of-government")
        seat = name == "membership" or (name == "entry" and _into_an_institution(provision))
        if mention.owner is not None and (seat or led):
            yield mention, mention.owner
        for guest in guests if name == "summit" and meets else ():
            yield mention, guest


def _into_an_institution(provision: Provision) -> bool:
    """Tell whether it is an organisation that somebody enters, and no land or harbour."""
    return any(
        mention.kind == "object"
        and mention.name == "international-institution"
        and mention.preposition in {"into", "in", "to"}
        for mention in provision.deed.mentions
    ) or any(
        mention.kind == "actor" and mention.preposition in {"into", "to"}
        for mention in provision.deed.mentions
    )


def _titles_to_arms(
    provision: Provision, reading: Reading, vocabulary: Vocabulary
) -> Iterator[tuple[Mention, str]]:
    """Yield the words that make another party's nuclear weapons rightful, and whose they are."""
    said = provision.kind == "statement" and not provision.meaning.denied
    owed = provision.kind == "duty" and provision.meaning.binding
    if not (said or owed) or not acts(provision, vocabulary, _HOLDING_TO_BE):
        return
    mention = _title(provision, vocabulary) or _rightful_weapons(provision, vocabulary)
    to = next(_others_named(provision, reading, vocabulary), None)
    if mention is not None and to is not None:
        yield mention, to


def _title(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return the words for a state with nuclear weapons; "nuclear power" too where it is one."""
    for mention in provision.deed.mentions:
        power = mention.preposition == "as" and is_one_of(mention, vocabulary, "nuclear-power")
        if power or is_one_of(mention, vocabulary, "nuclear-armed-state"):
            return mention
    return None


def _rightful_weapons(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return the weapons of which it says that they are accepted, legitimate or a right.

    So it does where it holds somebody to be a state that has them; to have them is a fact.
    """
    deed = provision.deed
    had = any(mention.kind == "act" and mention.name == "possess" for mention in deed.mentions)
    accepted = had and acts(provision, vocabulary, _ACCEPTING)
    as_such = had and any(
        is_one_of(mention, vocabulary, "right")
        or (mention.preposition == "as" and is_one_of(mention, vocabulary, "sovereign-state"))
        for mention in deed.mentions
    )
    if not (accepted or as_such or speaks_of(provision, vocabulary, "legitimacy")):
        return None
    return next((m for m in deed.mentions if is_one_of(m, vocabulary, "nuclear-weapons")), None)


def _others_named(provision: Provision, reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the parties it speaks of that are not alone in saying so, nor have the title anyhow."""
    titled = vocabulary.names("nuclear-weapon-states")
    for mention in provision.deed.mentions:
        name = mention.name if mention.kind == "actor" else mention.owner
        by_itself = provision.meaning.who.names == (name,)
        signs = name in reading.names.parties and not by_itself
        if name is not None and signs and reading.names.actors[name].title not in titled:
            yield name
