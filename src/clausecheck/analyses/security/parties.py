"""Who signs, who is bound without signing, and who that fought the war is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausecheck.analyses.security.troops import ends_by_its_words, what_ends
from clausecheck.analyses.terms import acts, named
from clausecheck.analyses.ties import WAITING, bringing_about, needed
from clausecheck.model import nodes
from clausecheck.model.names import Actor
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_STANDING_ALONE = frozenset({"command", "state"})
"""Standing bodies that act for themselves; an agency or a council is asked, and not bound."""
_CALLING_IN = ("welcome", "invite", "establish")
_ORGANS = ("leader", "congress", "government")


@frozen
class Outsider:
    """Somebody who does not sign, and the place where the text counts on what they do."""

    name: str
    at: Span
    provision: Provision


@frozen
class Powers:
    """Those who fought the war, as the vocabulary lists them by their full names.

    All are empty where the text has nothing to do with that war, as none of them is in it.
    """

    taking_part: int = 0
    """How many of them do."""
    absent: tuple[str, ...] = ()
    """Who does not sign."""
    unnamed: tuple[str, ...] = ()
    """Those among them whom the text does not so much as name."""
    leading: frozenset[str] = frozenset()
    """The power without which, it is held, nothing moves."""
    neighbouring: frozenset[str] = frozenset()
    """The power that is needed beside it."""


def bound(reading: Reading, vocabulary: Vocabulary) -> tuple[Outsider, ...]:
    """Return the duties of those who do not sign, in text order, one for each sentence and name.

    A duty that has the consent of the one who bears it is none, and nor is that of a force or a
    mission that the parties welcome or set up.
    """
    found: dict[tuple[str, str], Outsider] = {}
    called_in = {
        mention.name
        for provision in reading.provisions
        if acts(provision, vocabulary, _CALLING_IN)
        for mention in provision.deed.objects
    }
    for provision in reading.provisions:
        consenting = _names_in(provision.labels.all("with consent of"), reading)
        for name in provision.meaning.who.names if provision.meaning.binding else ():
            if is_outside(name, reading, vocabulary) and name not in consenting | called_in:
                outsider = Outsider(name, provision.meaning.who.span, provision)
                found.setdefault((provision.number, name), outsider)
    return tuple(found.values())


def awaited(reading: Reading, vocabulary: Vocabulary) -> tuple[Outsider, ...]:
    """Return the conditions that are an act of somebody who does not sign, in text order.

    So are the times that count from such an act: by an event, or by the sentence that asks for it.
    """
    found: dict[Span, Outsider] = {}
    alone = _theirs_alone(bound(reading, vocabulary))
    for clause in reading.clauses:
        for provision in clause.provisions:
            for label, condition in _conditions(provision, reading):
                doer = _doer(condition, reading)
                if doer is not None and is_outside(doer, reading, vocabulary):
                    found.setdefault(label.span, Outsider(doer, label.value.span, provision))
            owed = provision.meaning.binding and provision.number not in alone
            for label in provision.labels.all(*WAITING) if owed else ():
                for each in needed(provision, reading, label.name):
                    if each.number in alone and each.state != "is breached":
                        outsider = Outsider(alone[each.number], label.value.span, provision)
                        found.setdefault(label.span, outsider)
    return tuple(found.values())


def _theirs_alone(outsiders: Iterable[Outsider]) -> Mapping[str, str]:
    """Return who is to take the steps, by number, that none of those who sign is to take too."""
    by_number: dict[str, list[Outsider]] = {}
    for each in outsiders:
        by_number.setdefault(each.provision.number, []).append(each)
    return {
        number: every[0].name
        for number, every in by_number.items()
        if {each.name for each in every} == set(every[0].provision.meaning.who.names)
    }


def _conditions(
    provision: Provision, reading: Reading
) -> Iterator[tuple[nodes.Label, nodes.Value]]:
    """Yield what a sentence waits for, in its own words or in those of an event."""
    for label in provision.labels.all("if", "unless"):
        yield label, label.value
    for label in provision.labels.all(*WAITING) if provision.meaning.binding else ():
        yield from ((label, cause) for cause in bringing_about(label.value, reading))


def is_outside(name: str, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody neither signs nor is the organ of one who does."""
    actor = reading.names.actors.get(name)
    if actor is None or actor.kind not in {"actor", "standing"} or _signs(name, reading):
        return False
    if actor.kind == "standing":
        return vocabulary.actors[name].role in _STANDING_ALONE
    organs = vocabulary.find(actor.title.split() or [name], ("object",))
    return not any(
        vocabulary.is_a("object", match.term.name, organ) for match in organs for organ in _ORGANS
    )


def _signs(name: str, reading: Reading) -> bool:
    line = reading.head.get("signed by")
    return name in _names_in((line,) if line is not None else (), reading)


def _names_in(labels: tuple[nodes.Label, ...], reading: Reading) -> set[str]:
    actors = (
        reading.names.actor(node.text)
        for label in labels
        for node in walk(label.value)
        if isinstance(node, nodes.Name)
    )
    return {actor.name for actor in actors if actor is not None}


def _doer(value: nodes.Value, reading: Reading) -> str | None:
    """Return who does what a condition waits for, where it begins with a name."""
    words = [part.text for part in walk(value) if isinstance(part, nodes.Word)]
    if not isinstance(value, nodes.Phrase) or not words:
        return None
    start = 1 if words[0].lower() == "the" else 0
    match = reading.names.match(words, start)
    return match[0] if match is not None else None


def stops_here(
    reading: Reading, vocabulary: Vocabulary, openings: tuple[Provision, ...]
) -> tuple[Provision, Span] | None:
    """Return the first provision that ends the war or stops the fighting by its own words.

    A promise to end it one day does not.
    """
    for provision in reading.provisions:
        halts = provision.meaning.binding and acts(provision, vocabulary, ("cease", "halt"))
        for mention in named(provision, vocabulary, "hostilities") if halts else ():
            if provision.kind == "duty" and mention.name == "hostilities":
                return provision, mention.span
        if provision in openings and ends_by_its_words(provision, vocabulary):
            return provision, what_ends(provision)
    return None


def powers(reading: Reading, vocabulary: Vocabulary) -> Powers:
    """Return which of those who fought the war sign, and which do not."""
    titles = vocabulary.names("belligerents")
    known = {title: reading.names.actor(title) for title in titles}
    if not any(known.values()):
        return Powers()
    absent = tuple(title for title, actor in known.items() if not _takes_part(actor, reading))
    return Powers(
        len(titles) - len(absent),
        absent,
        tuple(title for title in absent if known[title] is None),
        frozenset(vocabulary.names("leading-power")),
        frozenset(vocabulary.names("neighbouring-power")),
    )


def _takes_part(actor: Actor | None, reading: Reading) -> bool:
    return actor is not None and (actor.kind != "actor" or _signs(actor.name, reading))
