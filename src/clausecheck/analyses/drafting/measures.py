"""What gives a duty its measure: where a zone lies, what a share is of, how long a pause is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from clausecheck.analyses.obligations.figures import SHARES, is_level
from clausecheck.analyses.terms import acts, is_group
from clausecheck.analyses.timing.times import quoted_words
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Place, Vocabulary

_FOUNDING = ("establish", "transform", "devise", "declare")
_WHERE = ("where", "limit", "limits by", "according to")
_MAPPED = frozenset({"zone", "site", "city"})
"""Groups of places whose bounds are drawn elsewhere; a sea or a line at sea has none."""
_LEVEL = frozenset({"above", "below", "beyond", "over", "under"})
"""Before a percentage they set a level, as of enrichment, and not a share."""
_SHARE = regex(r"(?<!\d)(?!100\b)\d+(?:\.\d+)? ?(?:%|per ?cent)")
_PAUSING = ("suspend", "freeze", "postpone", "halt")
_FOR_GOOD = ("cease", "refrain")
"""Narrower than to halt, and said of what is not to be taken up again."""
_PAUSED = ("facility", "material", "weapons")
_MAKING = ("produce", "operate", "construct", "develop")
_TERMS = ("for", "until", "on")
_ENDING = ("dismantle", "eliminate", "resume", "convert", "remove")


@frozen
class Measures:
    """The places where a measure is missing, and where there is one, each in text order."""

    unmapped: tuple[Span, ...]
    """Zones that are set up, with nothing that says where they lie."""
    mapped: tuple[Span, ...]
    """Zones whose bounds the text draws itself: by a distance, a table, a map or a clause."""
    shares: tuple[Span, ...]
    """Percentages of what nobody has counted on a day that is named."""
    pauses: tuple[Span, ...]
    """What is paused on arms, without a term and without a duty that ends the pause."""
    termed: tuple[Span, ...]
    """What is paused with a term."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Measures:
    """Return which zones, shares and pauses have no measure."""
    operative = reading.operative_provisions
    zones = [(p, zone) for p in operative for zone in _founded(p, vocabulary)]
    paused = [(p, thing) for p in operative for thing in _paused(p, vocabulary)]
    ended = {
        p.object.name for p in operative if p.object is not None and acts(p, vocabulary, _ENDING)
    }
    with_term = [thing.span for p, thing in paused if p.labels.stated(*_TERMS)]
    founded = [zone.span for p, zone in zones if not _lies(p)]
    return Measures(
        tuple(sorted({*founded, *_without_bounds(reading, vocabulary)})),
        _once(zone.span for p, zone in zones if _is_drawn(p)),
        _once(_shares(reading)),
        _once(
            thing.span
            for _, thing in paused
            if thing.span not in with_term and thing.name not in ended
        ),
        _once(with_term),
    )


def _once(places: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(places))


def _founded(provision: Provision, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield the zones that a provision sets up."""
    if provision.meaning.binding and acts(provision, vocabulary, _FOUNDING):
        for mention in provision.deed.mentions:
            if mention.kind == "object" and vocabulary.is_a("object", mention.name, "zone"):
                yield mention


def _lies(provision: Provision) -> bool:
    """Tell whether something says where: a label, a distance, or a place with bounds of its own."""
    return _is_drawn(provision) or any(
        isinstance(mention.term, Place) and mention.term.group in _MAPPED
        for mention in provision.deed.mentions
    )


def _is_drawn(provision: Provision) -> bool:
    return (
        any(label.name.startswith(_WHERE) for label in provision.labels.lines)
        or bool(provision.deed.amounts)
        or bool(provision.meaning.references)
        or any(mention.amount is not None for mention in provision.deed.mentions)
    )


def _without_bounds(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the first zone of each table of limits that is spoken of nowhere else in the text."""
    tables = [
        (label, [row for row in walk(label.value) if isinstance(row, nodes.LimitsRow)])
        for clause in reading.clauses
        for said in clause.said
        for label in said.labels.lines
        if label.name == "limits by zone" and not said.labels.stated("where")
    ]
    if not tables:
        return
    rows = {id(row.name) for _, rows in tables for row in rows}
    told = _words_but(rows, reading)
    for _, zones in tables:
        for row in zones:
            words = row.name.text.lower().split()
            zone = any(
                vocabulary.is_a("object", match.term.name, "zone")
                for match in vocabulary.find(words, ("object",))
            )
            placed = vocabulary.find(words, ("place",)) or f" {' '.join(words)} " in told
            if zone and not placed:
                yield row.name.span
                break


def _words_but(rows: Collection[int], reading: Reading) -> str:
    """Return all that the text says in small letters, but for the names of these rows."""
    texts = (
        node.text
        for block in reading.declaration.blocks
        for node in walk(block)
        if isinstance(node, (nodes.Word, nodes.Words, nodes.Name, nodes.Quoted, nodes.Text))
        and id(node) not in rows
    )
    words = (word.strip(_SIGNS) for text in texts for word in text.lower().split())
    return f" {' '.join(words)} "


_SIGNS = "“”\"'().,;:>"


def _shares(reading: Reading) -> Iterator[Span]:
    for clause in reading.clauses:
        for said in clause.said:
            if not said.labels.stated("counted from"):
                yield from _percentages(said)


def _percentages(said: Said) -> Iterator[Span]:
    deeds = [deed for meaning in said.meanings for deed in meaning.deeds]
    counted = {
        mention.span.start for deed in deeds for mention in deed.mentions if mention.kind == "group"
    }
    levels = {each.span for deed in deeds for each in deed.amounts if is_level(each, deed)}
    parts = said.sentence.parts
    for place, part in enumerate(parts[1:], 1):  # a sentence begins with who, never with how much
        before, behind = parts[place - 1], parts[place + 2 : place + 3]
        named = isinstance(before, nodes.Word) and before.text in _LEVEL
        level = named or part.span in levels
        share = isinstance(part, nodes.Quantity) and part.unit in SHARES and part.least != "100"
        # "Half of the parties" is a number of them, and no share of what there was.
        of_some = any(each.span.start in counted for each in behind)
        if share and not (level or of_some):
            yield part.span
    for label in said.labels.all("if", "unless", "after"):
        for at, words in quoted_words(label.value):
            if _SHARE.search(words):
                yield at


def _paused(provision: Provision, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield what a provision pauses on arms: itself, or first of what is made of it."""
    pauses = acts(provision, vocabulary, _PAUSING) and not acts(provision, vocabulary, _FOR_GOOD)
    if provision.kind != "duty" or not provision.meaning.binding or not pauses:
        return
    made = (
        thing
        for deed in provision.deed.inner
        if deed.act is not None and vocabulary.is_a("act", deed.act.name, *_MAKING)
        for thing in deed.objects[:1]
    )
    things = (provision.object, *made)
    yield from (thing for thing in things if thing is not None and is_group(thing, *_PAUSED))
