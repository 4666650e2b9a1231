"""What a definition lists, as a kind of what it defines.

Who shall operate no nuclear facilities operates no reactor, where "nuclear facilities" include
reactors. It counts where it is listed in bare words: a reactor may be none of the "reactors of more
than 10 MW", a definition that leaves something out may leave out this, and a term that picks out
some, as "declared facilities" does, is not all that it lists.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from clausecheck.analyses.obligations.norms import Aspect, Key, Norm
from clausecheck.analyses.obligations.scope import subject
from clausecheck.analyses.terms import stems
from clausecheck.model import nodes
from clausecheck.model.names import Declared, Names
from clausecheck.model.walk import walk
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_LISTING = frozenset({"means", "includes"})
_LEAVING_OUT = frozenset("except excluding excludes other but not unless only certain some".split())
_PICKING_OUT = frozenset(
    "additional agreed certain declared deployed designated excess existing foreign in at near"
    " within between along from to under new old other relevant remaining specified such surplus"
    " undeclared".split()
)
"""Words of a term by which it is not all of a kind that it speaks of."""
_JOINING = frozenset({",", "and", "or", "and/or"})
_ARTICLES = frozenset({"the", "a", "an", "any", "all"})
_KEPT_UP = frozenset(
    "maintain possess continue remain resume operate construct produce increase deploy"
    " introduce".split()
)
"""Acts by which one thing is there or runs, against what ends them all."""

_Listed = Mapping[str, Sequence[tuple[Key, frozenset[str]]]]
"""By object, the terms whose definitions list it, and the words by which they do."""


def widened(norms: tuple[Norm, ...], names: Names, vocabulary: Vocabulary) -> tuple[Norm, ...]:
    """Return the norms, of which what a definition lists is of the kind that it defines."""
    listed = _listed(names, vocabulary) if names.definitions else {}
    return tuple(_widened(norm, listed) for norm in norms) if listed else norms


def _widened(norm: Norm, listed: _Listed) -> Norm:
    thing = _among(norm.thing, listed) if norm.thing is not None else None
    aspects = tuple(_among(each, listed) for each in norm.aspects)
    if thing is norm.thing and all(map(_is, aspects, norm.aspects)):
        return norm
    return evolve(norm, thing=thing, aspects=aspects)


def _is(one: Aspect, other: Aspect) -> bool:
    return one is other


def _among(aspect: Aspect, listed: _Listed) -> Aspect:
    terms = tuple(
        term
        for kind, name in aspect.keys
        if kind == "object"
        for term, words in listed.get(name, ())
        if words <= aspect.words
    )
    # What is itself defined is what its own definition says.
    if not terms or aspect.keys[0][0] == "definition":
        return aspect
    return evolve(aspect, keys=(*aspect.keys, *dict.fromkeys(terms)))


def _listed(names: Names, vocabulary: Vocabulary) -> _Listed:
    found: dict[str, list[tuple[Key, frozenset[str]]]] = {}
    for definition in names.definitions.values():
        if _is_of_all(definition, names, vocabulary):
            for words in _items(definition):
                match = vocabulary.match(words, 0, ("object",)) if words else None
                if match is not None and match.end == len(words):
                    term = ("definition", definition.name), frozenset(stems(" ".join(words)))
                    found.setdefault(match.term.name, []).append(term)
    return found


def _is_of_all(definition: Declared, names: Names, vocabulary: Vocabulary) -> bool:
    """Tell whether a term is of all of the kinds that it lists, wherever and whosever they are."""
    words = definition.name.split()
    thing = names.things.get(definition.name)
    whose = thing is not None and thing.owner is not None
    somewhere = bool(vocabulary.find(words, ("place",))) or any(
        word[0].isupper() and not vocabulary.knows(word.lower()) for word in words
    )
    named = any(names.match(words, at) is not None for at in range(len(words)))
    picked = not _PICKING_OUT.isdisjoint(definition.name.lower().split())
    return not (whose or somewhere or named or picked or _leaves_out(definition))


def _leaves_out(definition: Declared) -> bool:
    texts = (
        word.lower()
        for label in definition.labels
        for part in walk(label.value)
        if isinstance(part, (nodes.Word, nodes.Words))
        for word in part.text.split()
    )
    return not _LEAVING_OUT.isdisjoint(texts)


def _items(definition: Declared) -> Iterator[list[str]]:
    """Yield the words of each thing that is listed with nothing else but words."""
    for label in definition.labels:
        if label.name in _LISTING:
            for item in nodes.values_of(label.value):
                parts = item.parts if isinstance(item, nodes.Phrase) else ()
                words = [part.text.lower() for part in parts if isinstance(part, nodes.Word)]
                if len(words) == len(parts):
                    yield from _split(words)


def _split(words: Sequence[str]) -> Iterator[list[str]]:
    item: list[str] = []
    for word in words:
        if word in _JOINING:
            yield item
            item = []
        elif item or word not in _ARTICLES:
            item.append(word)
    yield item


# ── One of what is defined, and all of it ────────────────────────────────────────────────────────


def as_listed(norm: Norm) -> Iterator[Hashable]:
    """Yield what a norm is about by the terms among which a definition lists its thing.

    Of acts alone that keep it up: what ends one thing leaves others to be kept.
    """
    if norm.thing is not None and not _KEPT_UP.isdisjoint(norm.acts):
        for key in norm.thing.keys[1:]:
            if key[0] == "definition":
                yield _about(key, norm)


def as_defined(norm: Norm) -> Hashable | None:
    """Return what a norm about a defined term is about; None for any other."""
    key = norm.thing.keys[0] if norm.thing is not None else None
    return _about(key, norm) if key is not None and key[0] == "definition" else None


def _about(key: Key, norm: Norm) -> Hashable:
    _, *others = subject(norm)
    return (key, *others)


def term_between(one: Norm, other: Norm) -> str | None:
    """Return the term of which one norm speaks, and whose definition lists what the other does."""
    for wide, narrow in ((other, one), (one, other)):
        terms = {aspect.keys[0] for aspect in _told(wide)}
        for aspect in _told(narrow):
            for key in aspect.keys[1:]:
                if key[0] == "definition" and key in terms:
                    return key[1]
    return None


def _told(norm: Norm) -> tuple[Aspect, ...]:
    return (*((norm.thing,) if norm.thing is not None else ()), *norm.aspects)
