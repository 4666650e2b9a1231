"""Where a text speaks of its annex, and has none or more than one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.model.checks.offers import either
from clausecheck.model.names import Names, is_below
from clausecheck.model.resolve import blocks_of
from clausecheck.model.sentences.finding import text_of
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip

_ANNEX = "annex"
_OF_ANOTHER = frozenset({"to", "of", "thereto"})
_ENDING = frozenset({",", ";", ".", ":"})


class Annexes:
    """The annexes of a text; in one of them, "the annex" is that one."""

    def __init__(self, declaration: nodes.Declaration, names: Names, *, whole: bool) -> None:
        every = [block.heading for block in blocks_of(declaration)]
        headings = [heading for heading in every if heading.word == _ANNEX]
        titles = (heading.title.text for heading in every if heading.title is not None)
        named = (*names.definitions, *titles) if not headings else names.definitions
        self.count = len(headings)
        self.first = min((heading.span.start for heading in headings), default=None)
        defined = any(_ANNEX in name.lower().split() for name in named)
        self.unknown = self.count == 1 or defined or (not headings and not whole)

    def meant(self, parts: Sequence[nodes.Part]) -> Iterator[Slip]:
        """Yield where words name "the annex" and no one annex can be meant."""
        for at in () if self.unknown else _unnumbered(parts):
            if self.first is None:
                offer = 'add it, as in `annex 1 "…"`, or list here what is meant'
                yield Slip("unresolved-reference", at, "there is no annex", offer)
            elif at.start < self.first:
                what = f"which of the {self.count} annexes this is is not said"
                offer = "name it by its number, as in `annex 1`"
                yield Slip("unresolved-reference", at, what, offer, "warning")


def _unnumbered(parts: Sequence[nodes.Part]) -> Iterator[Span]:
    """Yield the places of "the annex" that no number follows, nor the name of another text."""
    words = [text_of(part).lower() for part in parts]
    for at, word in enumerate(words[1:], start=1):
        if word != _ANNEX or words[at - 1] != "the":
            continue
        after = words[at + 1 : at + 3] or ["."]
        others = after[0] in _OF_ANOTHER and after[1:] != ["this"]
        if after[0] in _ENDING or (after[0].isalpha() and len(after[0]) > 1 and not others):
            yield parts[at - 1].span.to(parts[at].span)


def no_annex(at: Span, number: str, known: Collection[str], *, whole: bool) -> Slip:
    """Return that an annex, or what is named in it, is not there.

    Of a part of a text it may be in the rest.
    """
    within = number.lstrip("0123456789")
    root = number.removesuffix(within)
    offer = f'add it, as in `annex {root} "…"`, or list here what is meant'
    what = f"there is no annex {root}"
    if f"A{root}" in known:
        there = [other for other in known if is_below(other, f"A{root}") and other != f"A{root}"]
        near = [other for other in there if other.endswith(within)][:3] or there[:1]
        offer = f"did you mean {either(near)}?" if near else "name the annex alone"
        what = f"annex {root} has no {within.strip('.')}"
    return Slip("unresolved-reference", at, what, offer, None if whole else "warning")
