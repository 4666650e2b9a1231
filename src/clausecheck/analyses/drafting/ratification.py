"""What clauses, and not the head, say of who ratifies the text, or lays it before a vote."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, include_this_text, is_one_of, of_this_text, speaks_of
from clausecheck.model import nodes
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_INSTRUMENT = "ratification-instrument"
_LEGISLATURE = "congress"
_APPROVING = (_LEGISLATURE, _INSTRUMENT)
"""To whom, or for what, a text is submitted that is to be ratified."""
_LABELS = ("on", "after", "from", "if")
_TO = frozenset({"to", None})


@frozen
class Ratifying:
    """What the clauses say; the parties by name."""

    by: frozenset[str]
    """Who ratifies, or has to before the text is in force."""
    legislatures: frozenset[str]
    """The parties among them whose legislature does it."""
    before_legislatures: frozenset[str]
    """Who lays the text before its legislature, which nobody binds to approve it."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Ratifying:
    """Return who ratifies by a clause; one that names nobody says it of all parties."""
    parties = frozenset(reading.names.parties)
    ratifying: set[str] = set()
    legislatures: set[str] = set()
    submitting: set[str] = set()
    for provision in reading.provisions:
        if submits(provision, vocabulary):
            submitting |= parties.intersection(provision.meaning.who.names)
        if ratifies(provision, vocabulary):
            who = _who(provision, parties)
            ratifying |= who
            if speaks_of(provision, vocabulary, _LEGISLATURE):
                legislatures |= who
    return Ratifying(frozenset(ratifying), frozenset(legislatures), frozenset(submitting))


def ratifies(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether by its words the text is ratified, or enters into force once it is."""
    if provision.kind != "duty":
        return False
    approved = acts(provision, vocabulary, ("ratify",)) or _is_approved(provision, vocabulary)
    if approved or acts(provision, vocabulary, ("enter-into-force",)):
        waits = approved or _waits(provision, vocabulary)
        return waits and of_this_text(provision)
    handed_in = acts(provision, vocabulary, ("deposit", "exchange"))
    subject_to = provision.act is None and provision.meaning.who.how == "text"
    return (handed_in or subject_to) and any(
        is_one_of(each, vocabulary, _INSTRUMENT) and each.preposition in _TO
        for each in provision.deed.objects
    )


def by_some(reading: Reading, vocabulary: Vocabulary) -> Span | None:
    """Return where the text waits for ratifications by it is not said whom, as "by two parties"."""
    for provision in reading.provisions:
        enters = acts(provision, vocabulary, ("enter-into-force",)) and of_this_text(provision)
        if enters and not ratifies(provision, vocabulary):
            for mention in provision.deed.mentions:
                acted = mention.kind == "act" and mention.name == "ratify"
                if acted or is_one_of(mention, vocabulary, _INSTRUMENT):
                    return mention.span
    return None


def submits(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it lays the text itself before a parliament, or somebody who ratifies it."""
    if provision.kind == "prohibition" or not speaks_of(provision, vocabulary, *_APPROVING):
        return False
    laid = acts(provision, vocabulary, ("submit",)) and include_this_text(provision.deed.objects)
    asked = acts(provision, vocabulary, ("seek",)) and _of_approval(provision, vocabulary)
    return laid or asked


def _is_approved(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a legislature shall approve the text, or a party have its approval."""
    if not speaks_of(provision, vocabulary, _LEGISLATURE):
        return False
    by_itself = acts(provision, vocabulary, ("approve",)) and provision.meaning.subject
    had = acts(provision, vocabulary, ("acquire",)) and _of_approval(provision, vocabulary)
    return had or bool(by_itself and include_this_text(provision.deed.objects))


def _of_approval(provision: Provision, vocabulary: Vocabulary) -> bool:
    approval = any(is_one_of(each, vocabulary, "consent") for each in provision.deed.objects)
    return approval and include_this_text(provision.deed.mentions)


def awaits_ratification(reading: Reading) -> nodes.Label | None:
    """Return the line of the head by which the text enters into force once it is ratified."""
    line = reading.head.get("entry into force")
    return line if line is not None and _is_ratification(line) else None


def _waits(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether its words or its labels name the ratification as what has to come first."""
    mentions = provision.deed.mentions
    if any(map(_is_ratification, provision.labels.all(*_LABELS))):
        return True
    # "Once two parties have ratified it" does not say which, nor does "half of the parties".
    every = [each for each in mentions if each.kind in {"actor", "group"}]
    some = any(each.kind == "group" and each.name == "some" for each in every)
    done = any(each.kind == "act" and each.name == "ratify" for each in mentions)
    named = speaks_of(provision, vocabulary, _INSTRUMENT) or (bool(every) and done)
    return named and not some


def _is_ratification(line: nodes.Label) -> bool:
    return any(
        isinstance(node, nodes.Event) and node.name.text in RATIFICATION_EVENTS
        for node in walk(line.value)
    )


def _who(provision: Provision, parties: frozenset[str]) -> frozenset[str]:
    """Return the parties that it names as those who ratify; all where it names none."""
    named = {mention.name for mention in provision.deed.mentions if mention.kind == "actor"}
    named |= {m.owner for m in provision.deed.mentions if m.owner is not None}
    return parties.intersection(provision.meaning.who.names or named) or parties
