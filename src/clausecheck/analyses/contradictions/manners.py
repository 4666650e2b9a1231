"""By whose agreement a text is changed, who keeps it, who settles disputes, which language decides.

A line says it in a word or two, and a sentence may say otherwise. Only the plainest sentences are
read: one on a part of the text, or on some decisions alone, may be an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from clausecheck.analyses.contradictions.plain import is_plain
from clausecheck.analyses.terms import acts, of_this_text
from clausecheck.analyses.ties import NOTHING_MORE
from clausecheck.model import nodes
from clausecheck.model.names import Names, headed
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

Manner = Literal["all", "most", "one"]
_MANNERS: dict[str, Manner] = {
    "consensus": "all",
    "unanimity": "all",
    "unanimous": "all",
    "unanimously": "all",
    "majority": "most",
}
_OF_ALL = frozenset({"agreement", "consent", "approval", "acceptance"})
_DECISIONS = frozenset(
    "decide decides take takes adopt adopts make makes its all decisions by a an simple two-thirds"
    " majority consensus unanimity unanimously of the members".split()
)
"""All that a sentence says by which a body decides everything so."""
_TEXTS = frozenset({"text", "version"})
_DIFFERING = frozenset(
    "differ diverge difference differences divergence divergences discrepancy discrepancies".split()
)

Found = tuple[Span, nodes.Label, str]
"""Where a sentence says otherwise, the line, and the sentence's number."""


def amended_otherwise(reading: Reading, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the sentences by which fewer or more than in the head may change the text."""
    line = reading.head.get("amendment")
    manner = _manner(_words(walk(line.value))) if line is not None else None
    for said, provision in reading.sentences_and_provisions() if manner is not None else ():
        changes = acts(provision, vocabulary, ("amend",)) and of_this_text(provision)
        plain = provision.kind in {"duty", "permission"} and _is_plain(provision)
        own = _manner(_words(said.sentence.parts)) or _by_whom(said, provision)
        if changes and plain and own not in {None, manner} and line is not None:
            yield said.sentence.span, line, provision.number


def decided_otherwise(reading: Reading) -> Iterator[Found]:
    """Yield the sentences by which a body decides otherwise than it is declared to."""
    lines = dict(_deciding(reading))
    for said, provision in reading.sentences_and_provisions() if lines else ():
        line = lines.get(provision.actor or "")
        if line is None or not (provision.kind == "duty" and _is_plain(provision)):
            continue
        begins = provision.modality.span.end
        told = _words(part for part in said.sentence.parts if part.span.start >= begins)
        manner, own = _manner(_words(walk(line.value))), _manner(told)
        if _DECISIONS.issuperset(told) and None not in {manner, own} and manner != own:
            yield said.sentence.span, line, provision.number


def _deciding(reading: Reading) -> Iterator[tuple[str, nodes.Label]]:
    for block in reading.declaration.blocks:
        for heading, labels in headed(block) if isinstance(block, nodes.Block) else ():
            for label in labels:
                if label.name == "decides by" and heading.name is not None:
                    yield heading.name.text, label


def _is_plain(provision: Provision, *, but_for: frozenset[nodes.Label] = frozenset()) -> bool:
    lines = {line.name for line in provision.labels.lines if line not in but_for}
    return lines <= NOTHING_MORE and not provision.meaning.references


def _by_whom(said: Said, provision: Provision) -> Manner | None:
    """Return by whom the text may be changed where a sentence says no more than that."""
    begins = provision.modality.span.end
    done = _words(part for part in said.sentence.parts if part.span.start >= begins)
    alone = provision.meaning.who.how == "any" and provision.kind == "permission"
    return "one" if alone and done[1:2] == ["this"] and len(done) == _AMEND_THIS_TEXT else None


_AMEND_THIS_TEXT = 3
"""The words it takes."""


def _manner(words: Sequence[str]) -> Manner | None:
    """Return whose agreement words ask for; None if they say nothing of it, or several things."""
    found = {_MANNERS[word] for word in words if word in _MANNERS}
    if not found and not _OF_ALL.isdisjoint(words) and {"parties", "all"} & set(words):
        found = {"all"}
    return found.pop() if len(found) == 1 else None


def _words(found: Iterable[object]) -> list[str]:
    texts = (each.text for each in found if isinstance(each, (nodes.Word, nodes.Words, nodes.Name)))
    return " ".join(texts).lower().split()


def other_language(reading: Reading) -> Iterator[Found]:
    """Yield the sentences by which another language prevails than by the head."""
    line = reading.head.get("languages")
    if line is None or not isinstance(line.value, nodes.Languages):
        return
    if line.value.prevailing is None:
        return
    first = line.value.prevailing.text if line.value.ranked else ""
    for said, provision in reading.sentences_and_provisions():
        prevails = provision.kind == "duty" and provision.deed.act_text.lower() == "prevail"
        named = _language(said, {name.text for name in line.value.names})
        differing = frozenset(filter(_is_of_differing, provision.labels.all("if")))
        plain = _is_plain(provision, but_for=differing)
        if prevails and named is not None and named != first and plain:
            yield said.sentence.span, line, provision.number


def _is_of_differing(line: nodes.Label) -> bool:
    """Tell whether a condition is only that the versions differ: else none need prevail."""
    return not _DIFFERING.isdisjoint(_words(walk(line.value)))


def _language(said: Said, known: set[str]) -> str | None:
    """Return the one language of whose text a sentence speaks, of those of the text."""
    words = [part.text for part in said.sentence.parts if isinstance(part, nodes.Word)]
    named = [word for word in words if word in known]
    return named[0] if len(named) == 1 and not _TEXTS.isdisjoint(words) else None


# ── Who keeps the text, and who settles disputes ─────────────────────────────────────────────────

_KEEPER = frozenset({"depositary"})
_BEING_IT = frozenset(
    "be act serve as the its depositary of this treaty agreement declaration".split()
)
_BRINGING = ("submit", "refer", "bring", "take")


def deposited_otherwise(reading: Reading, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the sentences by which another keeps the text than by the head."""
    line = reading.head.get("depositary")
    keepers = _people(line, reading) if line is not None else frozenset[str]()
    for said, provision in reading.sentences_and_provisions() if keepers else ():
        keeper = _keeper(said, provision, reading.names, vocabulary)
        other = keeper is not None and keeper not in keepers
        if other and _is_plain(provision) and line is not None:
            yield said.sentence.span, line, provision.number


def _people(line: nodes.Label, reading: Reading) -> frozenset[str]:
    """Return whom a line names; nobody if it names anybody of whom nothing is known."""
    names = [name.text for name in walk(line.value) if isinstance(name, nodes.Name)]
    known = [reading.names.actor(name) for name in names]
    return frozenset(actor.name for actor in known if actor is not None and None not in known)


def _keeper(said: Said, provision: Provision, names: Names, vocabulary: Vocabulary) -> str | None:
    """Return the one actor of whom a sentence says that it keeps the text."""
    deed, begins = provision.deed, provision.modality.span.end
    others = [each.name for each in deed.mentions if each.kind == "actor"]
    if provision.kind != "duty":
        return None
    instruments = any(each.name == _INSTRUMENT for each in provision.meaning.subject)
    if instruments and acts(provision, vocabulary, ("deposit",)) and len(others) == 1:
        return others[0]
    done = _words(part for part in said.sentence.parts if part.span.start >= begins)
    before = _words(part for part in said.sentence.parts if part.span.start < begins)
    alone = len(provision.meaning.who.names) == 1
    if alone and not _KEEPER.isdisjoint(done) and _BEING_IT.issuperset(done):
        return provision.actor
    it_is = not _KEEPER.isdisjoint(before) and _BEING_IT.issuperset(before)
    keeper = names.actor(" ".join(done[1:])) if it_is and done[0] == "be" else None
    return keeper.name if keeper is not None else None


_INSTRUMENT = "ratification-instrument"


def barred_courts(reading: Reading, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the bans on taking disputes to whom the head has them taken."""
    line = reading.head.get("disputes")
    phrases = [node for node in walk(line.value) if isinstance(node, nodes.Phrase)] if line else []
    court = reading.names.actor(" ".join(_words(phrases[0].parts))) if len(phrases) == 1 else None
    for said, provision in reading.sentences_and_provisions() if court is not None else ():
        taken = provision.kind == "prohibition" and acts(provision, vocabulary, _BRINGING)
        named = {each.name for each in provision.deed.mentions}
        barred = taken and court is not None and {"dispute", court.name} <= named
        if barred and line is not None and is_plain(said, provision, _ANY):
            yield said.sentence.span, line, provision.number


_ANY = frozenset("any its their before for settlement".split())
