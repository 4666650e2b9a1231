"""Words that say of which things, for how long or how far something is, as they come and go.

Exercises `involving more than 10,000 troops` are some of all: a ban without those words bans more.
So are `existing` weapons, and what is dismantled `partially` or not `permanently` any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.kinship import ON_A_LIST, is_listed
from clausecheck.compare.sentence.scope import OF_ITS_OBJECT, things_at
from clausecheck.compare.sentence.wording import replaced
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.words import JOINING
from clausecheck.source import Span

_INVOLVING = frozenset("involving comprising numbering exceeding".split())
_MEASURING = frozenset("above over with of beyond below under".split())
"""With a figure or a level behind them these say which things are meant."""
_BOUNDS = frozenset(
    "more less fewer greater larger longer smaller least most level above over below exceeding"
    " exceed".split()
)
_KINDS = frozenset(
    "existing new declared known listed designated large-scale tactical strategic offensive"
    " long-range".split()
)
"""Words before a thing that say that not all of it is meant."""
_LESS = frozenset("partially partly temporarily provisionally".split())
_WHOLLY = frozenset("permanently fully entirely totally wholly completely irreversibly".split())


def limits(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield what is limited by words that it was not limited by, or no longer is."""
    if mine.kind != theirs.kind:
        return
    for each in replaced(one, other):
        if each.before and each.after:
            yield from _for_a_time(each.before, each.after, mine, theirs, one, other)
        if (each.before is None) == (each.after is None):
            continue
        added = each.before is None
        before, after = each.before or mine.modality.span, each.after or theirs.modality.span
        at = (after, other, theirs) if added else (before, one, mine)
        told = limited(*at, added=added)
        if told is not None:
            text, direction = told
            words = f"`{(each.old or each.new).strip(' ,')}`"
            yield Change("wording", direction, f"{text} {words}", before, after, one.parties)


def _for_a_time(
    before: Span, after: Span, mine: Meaning, theirs: Meaning, one: Unit, other: Unit
) -> Iterator[Change]:
    """Yield that what is for good in one text is in part or for a time in the other."""
    words = one.words_of(before).lower(), other.words_of(after).lower()
    less = words[0] in _WHOLLY and words[1] in _LESS
    beside = _acts_at(before, one, mine) and _acts_at(after, other, theirs)
    if beside and (less or (words[0] in _LESS and words[1] in _WHOLLY)):
        banned = mine.kind == "prohibition"
        direction = "other" if banned else toward(mine, more=not less)
        yield Change(
            "wording", direction, f"`{words[0]}` → `{words[1]}`", before, after, one.parties
        )


def limited(at: Span, unit: Unit, meaning: Meaning, *, added: bool) -> tuple[str, Direction] | None:
    """Return how words limit a sentence, and which way it moved; `None` where they do not."""
    words = [word.lower() for word, span in unit.tokens if at.contains(span)]
    if _are_of_kind(words, at, unit, meaning) or _are_a_measure(words, at, unit, meaning):
        text = "only those now:" if added else "all now, and not only those"
        return text, toward(meaning, more=not added)
    plain = [word for word in words if word not in JOINING]
    if plain and _acts_at(at, unit, meaning) and ({*plain} <= _LESS or {*plain} <= _WHOLLY):
        more = (plain[0] in _WHOLLY) == added
        if meaning.kind == "prohibition":
            more = not added  # what is banned if it is for good, or for a time, is not always
        return f"{'with' if added else 'without'}", toward(meaning, more=more)
    return None


def _are_of_kind(words: Sequence[str], at: Span, unit: Unit, meaning: Meaning) -> bool:
    """Tell whether words say which of the things behind them are meant."""
    behind = next((span for _, span in unit.tokens if span.start >= at.end), None)
    named = [mention for deed in every_deed(meaning.deeds) for mention in deed.mentions]
    if behind is None or any(mention.span.contains(at) for mention in named):
        return False  # of what is named with such words it is told what other kind it is
    of_a_list = any(is_listed(each.term) and each.span.contains(behind) for each in named)
    kinds = _KINDS | (ON_A_LIST | {"the"} if of_a_list else frozenset())
    return {*words} <= kinds and {*words} != {"the"} and _is_of_a_thing(behind, meaning)


def _are_a_measure(words: Sequence[str], at: Span, unit: Unit, meaning: Meaning) -> bool:
    """Tell whether words say by a figure or a level which of the things before them are meant."""
    before = [span for _, span in unit.tokens if span.end <= at.start]
    if not before or not _is_of_a_thing(before[-1], meaning):
        return False
    parts = unit.said.sentence.parts if unit.said is not None else ()
    figures = [
        part for part in parts if isinstance(part, nodes.Quantity) and at.contains(part.span)
    ]
    bounded = any(part.qualifier for part in figures) or bool(_BOUNDS & {*words})
    if words[0] in _INVOLVING:
        return True
    return words[0] in _MEASURING and bounded and (bool(figures) or "level" in words)


def _is_of_a_thing(at: Span, meaning: Meaning) -> bool:
    """Tell whether a word is of what the act is done to, or bears on."""
    return any(thing.contains(at) for thing in things_at(meaning, OF_ITS_OBJECT | {"to"}))


def _acts_at(at: Span, unit: Unit, meaning: Meaning) -> bool:
    """Tell whether words stand right before or behind an act, or at the end of its sentence."""
    near = [span for _, span in unit.tokens]
    before = [span for span in near if span.end <= at.start]
    behind = [span for span in near if span.start >= at.end]
    acts = [deed.act_span for deed in every_deed(meaning.deeds)]
    beside = [*before[-1:], *behind[:1]]
    return not behind or any(act.contains(span) for act in acts for span in beside)
