"""Recognition that one clause gives, and that another says nothing in the text is.

Held against it is only what is recognised in the same words or in wider ones: a text may recognise
a state and take care not to recognise it as a nuclear power, or speak for one party alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.savings import is_of_the_whole, is_ranked_with, keeps_open
from clausecheck.analyses.security.recognition import Recognition, recognises_a_state
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_AS_A_STATE = frozenset({"recognition", "sovereign-state"})
_LEFT_OPEN = frozenset({"prejudice", "question", "matter", "issue"})
_SMALL = frozenset("a an the of by as to or and its either any other ' ’s 's . ,".split())


@frozen(slots=False, eq=False)
class Disowned:
    """A sentence that recognises somebody, and the one that says that the text does not."""

    said: Said
    provision: Provision
    by: Said


def disowned(
    reading: Reading, vocabulary: Vocabulary, recognition: Recognition
) -> tuple[Disowned, ...]:
    """Return such sentences in text order, each with the first that disowns it."""
    if not (recognition.disowning and recognition.full):
        return ()
    full = {id(each) for each in recognition.full}
    disowning = {id(each) for each in recognition.disowning}
    operative = tuple(reading.sentences_and_provisions())
    denials = [
        (said, provision)
        for said, provision in operative
        if id(provision) in disowning and _is_plain(said, provision)
    ]
    found: dict[str, Disowned] = {}
    for said, provision in operative:
        stated = provision.kind == "statement" or provision.meaning.binding
        if id(provision) in full and stated and recognises_a_state(provision, vocabulary):
            for other, denial in denials:
                ranked = is_ranked_with(said, other, reading.names)
                if not ranked and _is_meant(provision, denial):
                    found.setdefault(said.number, Disowned(said, provision, other))
    return tuple(found.values())


def _is_plain(said: Said, denial: Provision) -> bool:
    """Tell whether it denies the recognition of somebody as a state, and nothing narrower."""
    things = [each for each in denial.deed.mentions if each.kind not in {"actor", "group"}]
    words = {getattr(part, "text", "").lower() for part in said.sentence.parts}
    left_open = keeps_open(said, denial.meaning) or not words.isdisjoint(_LEFT_OPEN)
    if left_open or not is_of_the_whole(said, denial.meaning):
        return False
    spans = [each.span for each in denial.deed.mentions]
    spans += [each.owner_span for each in things if each.owner_span is not None]
    first = min((each.span.start for each in things), default=0)
    rest = (part for part in said.sentence.parts if part.span.start >= first)
    return {each.name for each in things} <= _AS_A_STATE and all(
        any(span.contains(part.span) for span in spans)
        or (isinstance(part, nodes.Word) and part.text.lower() in _SMALL)
        for part in rest
    )


def _is_meant(provision: Provision, denial: Provision) -> bool:
    """Tell whether those recognised are among those whom the text does not recognise."""
    actors = [each for each in denial.deed.mentions if each.kind in {"actor", "group"}]
    by = {each.name for each in actors if each.preposition == "by"}
    ours = set(_recognised(provision))
    theirs = {each.name for each in actors if each.preposition != "by"}
    theirs |= {each.owner for each in denial.deed.mentions if each.owner is not None}
    everybody = not theirs - {"other", "all"}
    return (not by or provision.actor in by) and (everybody or not ours.isdisjoint(theirs))


def _recognised(provision: Provision) -> Iterator[str]:
    for mention in provision.deed.mentions:
        if mention.kind == "actor" and mention.preposition is None:
            yield mention.name
        elif mention.kind == "group":
            yield from (n for n in provision.meaning.who.names if n != provision.actor)
