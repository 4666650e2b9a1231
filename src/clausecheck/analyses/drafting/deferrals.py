"""What the text leaves to be settled later, and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.analyses.terms import is_group, is_one_of
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Act, Vocabulary

_SETTLING = frozenset({"conclude", "decide", "devise", "leave", "settle"})
"""What makes the difference between a group that talks and one to which something is left."""


def analyse(reading: Reading, verified_later: Collection[Span]) -> tuple[nodes.Label, ...]:
    """Return the labels whose value is still to be settled, in text order.

    Those in `verified_later` leave open how something is verified, and are judged apart.
    """
    return tuple(label for label in _left(reading) if label.span not in verified_later)


def _left(reading: Reading) -> Iterator[nodes.Label]:
    for block in reading.declaration.blocks:
        for node in walk(block):
            if (
                isinstance(node, nodes.Label)
                and isinstance(node.value, nodes.Silence)
                and node.value.kind == "to be settled"
            ):
                yield node


def to_working_groups(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield where a group of officials or experts is to settle something, once a sentence.

    To discuss it, or to report on it, leaves nothing open that the text would have to say.
    """
    told: set[str] = set()
    for provision in reading.operative_provisions:
        group = _working_group(provision, vocabulary)
        if group is not None and provision.number not in told and _settles(provision):
            told.add(provision.number)
            yield group.span


def _settles(provision: Provision) -> bool:
    """Tell whether something is decided or worked out, other than an agreement to be concluded."""
    thing = provision.object
    if provision.kind != "duty" or (thing is not None and is_group(thing, "agreement")):
        return False
    terms: list[object] = [deed.act for deed in (provision.deed, *provision.deed.inner)]
    terms += [mention.term for mention in provision.deed.mentions if mention.kind == "act"]
    return any(isinstance(act, Act) and not act.wider.isdisjoint(_SETTLING) for act in terms)


def _working_group(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    return next((each for each in mentions if is_one_of(each, vocabulary, "working-group")), None)


def settled_elsewhere(reading: Reading) -> Iterator[nodes.Label]:
    """Yield each line by which another clause or annex of this text settles how a thing is done."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("according to"):
                if any(
                    isinstance(node, nodes.Reference) and node.instrument is None
                    for node in walk(label.value)
                ):
                    yield label
