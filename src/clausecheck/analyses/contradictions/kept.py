"""What the text ends or replaces, and by another sentence keeps or says that it leaves alone.

A treaty, an armistice, sanctions, the war itself. The end of a war is held against no armistice
that goes on: a war may be declared over while its armistice is kept to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from clausecheck.analyses.contradictions.plain import is_plain
from clausecheck.analyses.contradictions.savings import keeps_open
from clausecheck.analyses.obligations.norms import TRIES
from clausecheck.analyses.security.armistice import endings
from clausecheck.analyses.security.troops import ends_of_itself, what_ends
from clausecheck.analyses.terms import TEXTS, acts, is_one_of
from clausecheck.analyses.ties import NOTHING_MORE
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

How = Literal["kept", "going on", "left", "denied"]
"""It stays in force, a war goes on, it is not affected, the text is said not to end it."""
_ENDING = ("end", "lift", "replace")
_GOING_ON = ("continue", "remain")
_WARS, _OVER = ("war", "state-of-war"), "end-of-war"
_SAYING_SO = frozenset(
    {"declares", "affirms", "agrees on", "agrees that", "hereby", "it is agreed", "supersedes"}
)
"""Modalities by which a thing is so, and not hoped for, recalled or taken note of."""
_LEADING = frozenset("is are on of against in between and".split())
_TAKEN_FOR = frozenset("be construed interpreted understood read regarded deemed as".split())
_NOT_YET = frozenset(
    "if after before until till unless when once while upon pending provided except save".split()
)
"""Words behind which something may be told that comes first, or is left out."""


@frozen(slots=False, eq=False)
class Ending:
    """Where a thing is ended, by what sentence, who ends it, and whom or where it is about."""

    at: Span
    number: str
    """Empty where it is the head that ends it."""
    how: Literal["at once", "later", "owed"]
    by: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


@frozen(slots=False, eq=False)
class Kept:
    """A sentence that keeps what another place ends."""

    how: How
    at: Span
    number: str
    ended: Ending


def kept(reading: Reading, vocabulary: Vocabulary, over: Iterable[Provision]) -> Iterator[Kept]:
    """Yield such sentences in text order; `over` is what ends the war or the armistice."""
    ended = _ended(reading, vocabulary)
    armistice = _end_of_the_armistice(reading, vocabulary)
    war = _end_of_the_war(reading, vocabulary, over)
    if not (ended or armistice or war):
        return
    for said, provision in reading.sentences_and_provisions():
        how, thing = _keeps(said, provision, vocabulary), _one_thing(provision)
        if how is None or thing is None:
            continue
        if is_one_of(thing, vocabulary, "armistice"):
            found = armistice
        elif is_one_of(thing, vocabulary, *_WARS):
            found = war if war and _about(provision) <= war.about | war.by else None
            how = "going on" if how == "kept" else how
        else:
            found = _of_the_same(provision, ended.get(thing.name, ()), how)
        if found is not None and found.number != provision.number:
            yield Kept(how, said.sentence.span, provision.number, found)


# ── What is kept ─────────────────────────────────────────────────────────────────────────────────


def _keeps(said: Said, provision: Provision, vocabulary: Vocabulary) -> How | None:
    """Return how a sentence keeps what it is about, if it does and says no more."""
    goes_on = acts(provision, vocabulary, _GOING_ON) and _is_so(provision)
    if goes_on or provision.modality.name == "remains in force":
        return "kept" if is_plain(said, provision, _LEADING) else None
    meaning = provision.meaning
    if provision.kind != "savings" or meaning.who.how != "text" or meaning.subject:
        return None
    if keeps_open(said, meaning):
        return "left" if is_plain(said, provision, _LEADING | TEXTS) else None
    taken_for = [m for m in provision.deed.mentions if m.kind == "act" and m.preposition == "as"]
    ending = [vocabulary.ancestors("act", each.name) for each in taken_for]
    ends = acts(provision, vocabulary, _ENDING) or (
        len(ending) == 1 and not set(_ENDING).isdisjoint(ending[0])
    )
    return "denied" if ends and is_plain(said, provision, _LEADING | _TAKEN_FOR) else None


def _is_so(provision: Provision) -> bool:
    """Tell whether it is owed, or so by these words."""
    return provision.kind == "duty" or (
        provision.kind == "statement" and provision.modality.name in _SAYING_SO
    )


def _spoken_of(provision: Provision) -> tuple[Mention, ...]:
    return (*provision.deed.mentions, *provision.meaning.subject)


def _one_thing(provision: Provision) -> Mention | None:
    """Return the one thing of which a sentence speaks; of what else, and by what it ends, is none.

    The subject of "the treaty shall be terminated" is its object, too.
    """
    things = {
        m.span: m for m in _spoken_of(provision) if m.kind == "object" and m.preposition != "by"
    }
    return next(iter(things.values())) if len(things) == 1 else None


def _about(provision: Provision) -> frozenset[str]:
    """Return the actors and places that are named with a thing, and whose it is."""
    named = {m.name for m in _spoken_of(provision) if m.kind in {"actor", "place"}}
    owners = {m.owner for m in _spoken_of(provision) if m.owner and m.owner != "its"}
    return frozenset(named | owners)


def _of_the_same(provision: Provision, ended: Iterable[Ending], how: How) -> Ending | None:
    """Return what ends the same thing, of the same actors but for those who end it.

    A duty to end what is not affected is told as such.
    """
    about = _about(provision)
    for ending in islice(ended, TRIES):
        same = about - ending.by == ending.about - ending.by
        if same and (how == "kept" or ending.how != "owed"):
            return ending
    return None


# ── What ends ────────────────────────────────────────────────────────────────────────────────────


def _ended(reading: Reading, vocabulary: Vocabulary) -> dict[str, list[Ending]]:
    """Return what sentences end or replace without reserve, by name, in text order."""
    found: dict[str, list[Ending]] = {}
    for said, provision in reading.sentences_and_provisions():
        thing = provision.object
        owed = provision.kind == "duty" and provision.meaning.binding
        if (
            thing is not None
            and acts(provision, vocabulary, _ENDING)
            and (owed or (provision.kind == "statement" and _is_so(provision)))
            and _one_thing(provision) == thing
            and is_plain(said, provision, _LEADING)
        ):
            owed = owed and not ends_of_itself(provision, vocabulary)
            by = frozenset(provision.meaning.who.names)
            ending = Ending(
                thing.span, provision.number, "owed" if owed else "at once", by, _about(provision)
            )
            found.setdefault(thing.name, []).append(ending)
    return found


def _end_of_the_armistice(reading: Reading, vocabulary: Vocabulary) -> Ending | None:
    """Return the first place that ends it, be it the head, and whether that is without reserve."""
    found = next(endings(reading, vocabulary), None)
    if found is None:
        return None
    at, number = found
    plain = all(
        is_plain(said, each, _LEADING)
        for said, each in reading.sentences_and_provisions()
        if each.number == number
    )
    return Ending(at, number, "at once" if plain else "later")


def _end_of_the_war(
    reading: Reading, vocabulary: Vocabulary, over: Iterable[Provision]
) -> Ending | None:
    """Return the first statement that the war is over, of which nothing puts that off."""
    said = {each.number: each for clause in reading.whole_clauses for each in clause.said}
    for provision in over:
        stated = provision.kind == "statement" and _is_so(provision)
        things = [m for m in provision.deed.mentions if is_one_of(m, vocabulary, *_WARS, _OVER)]
        sentence = said.get(provision.number) if stated and things else None
        if sentence is not None and _is_now(sentence, provision):
            by = frozenset(provision.meaning.who.names)
            at = what_ends(provision)
            return Ending(at, provision.number, "at once", by, _about(provision))
    return None


def _is_now(said: Said, provision: Provision) -> bool:
    """Tell whether neither a label nor a word says that something comes first or is left out."""
    words = {part.text.lower() for part in said.sentence.parts if isinstance(part, nodes.Word)}
    labels = {label.name for label in provision.labels.lines}
    return labels <= NOTHING_MORE and words.isdisjoint(_NOT_YET)
