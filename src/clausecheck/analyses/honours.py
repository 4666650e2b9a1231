"""What lends a party standing among states: membership, summits, invitations of its leader."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import acts
from clausecheck.analyses.ties import counterparts, is_tied
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_MEETING = ("hold", "attend", "host")


@frozen
class Honour:
    """What one party does for the standing of another."""

    provision: Provision
    mention: Mention
    to: str
    lasting: bool
    """Whether it is a membership, which stays, and not a meeting."""
    tied: bool
    """Whether it is given for a step, or waits for one."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Honour, ...]:
    """Return the honours that the text promises, in text order, one for each place."""
    exchanged = counterparts(reading)
    found: dict[int, Honour] = {}
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            if provision.kind != "duty" or not provision.meaning.binding:
                continue
            for mention, to in _honours(provision, vocabulary):
                if to in reading.names.parties and to not in provision.meaning.who.names:
                    lasting = mention.name == "membership"
                    tied = is_tied(provision, reading, exchanged)
                    honour = Honour(provision, mention, to, lasting, tied)
                    found.setdefault(mention.span.start, honour)
    return tuple(found.values())


def _honours(provision: Provision, vocabulary: Vocabulary) -> Iterator[tuple[Mention, str]]:
    """Yield what is promised, and to whom."""
    meets = acts(provision, vocabulary, _MEETING)
    invites = acts(provision, vocabulary, ("invite",))
    guests = [mention.name for mention in provision.deed.mentions if mention.kind == "actor"]
    for mention in provision.deed.objects:
        name = mention.name if mention.kind == "object" else ""
        led = invites and vocabulary.is_a("object", name, "head-of-government")
        if mention.owner is not None and (name == "membership" or led):
            yield mention, mention.owner
        for guest in guests if name == "summit" and meets else ():
            yield mention, guest
