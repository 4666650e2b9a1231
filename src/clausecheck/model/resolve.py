"""A text with brackets into one without, by choosing among the proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clausecheck.model import nodes
from clausecheck.values import evolve, frozen

LEFT_OUT = -1
"""The choice to take nothing of a bracket that holds a single proposal."""

Choices = Mapping[str, int]
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pt": "Portuguese",
    "ru": "Russian",
    "sr": "Serbian",
    "hr": "Croatian",
    "bs": "Bosnian",
    "sw": "Swahili",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""The languages of treaties, by their codes (ISO 639-1)."""
_NEGATABLE = frozenset({"shall", "will", "should", "may"})


@frozen
class Variant:
    """One way to choose among all proposals of a text."""

    choices: tuple[tuple[str, int], ...]
    """Where it differs from taking the first proposal everywhere."""
    label: str
    """The choice in words, as in `2.1#2: all {DPRK}`; empty for the first variant."""
    clauses: frozenset[str] = frozenset()
    """The numbers of the clauses in which it differs from the first."""
    instead: tuple[str, ...] = ()
    """What the first variant takes in its place, in words."""
    version: bool = False
    """Whether it is a language version, which is no choice: all of them stand."""


def resolve(declaration: nodes.Declaration, choices: Choices) -> nodes.Declaration:
    """Return the declaration without brackets.

    `choices` maps a bracket's address to the number of a proposal, counted from 0, or `LEFT_OUT`;
    of a bracket that is not named the first proposal is taken.
    """
    return Resolver(declaration).resolve(choices)


class Resolver:
    """Resolves one declaration often: what a choice does not touch is the same block every time."""

    def __init__(self, declaration: nodes.Declaration) -> None:
        """Find which brackets each block has."""
        self._declaration = declaration
        self._addresses: dict[int, tuple[str, ...]] = {}
        self._known: dict[tuple[int, tuple[int, ...]], nodes.Block] = {}

    def resolve(self, choices: Choices) -> nodes.Declaration:
        """Return the declaration without brackets; see the function of this name."""
        blocks = _spliced(self._declaration.blocks, choices)
        return evolve(
            self._declaration, blocks=tuple(self._block(block, choices) for block in blocks)
        )

    def _block(self, block: nodes.Block, choices: Choices) -> nodes.Block:
        addresses = self._addresses.get(id(block))
        if addresses is None:
            addresses = tuple(bracket.address for bracket in _brackets_in(block.items))
            self._addresses[id(block)] = addresses
        if not addresses:
            return block
        taken = (id(block), tuple(choices.get(address, 0) for address in addresses))
        if taken not in self._known:
            self._known[taken] = _block(block, choices)
        return self._known[taken]


def blocks_of(declaration: nodes.Declaration) -> Iterator[nodes.Block]:
    """Yield every block as it stands, in text order; those of every proposal round blocks."""
    yield from _all_of(declaration.blocks)


def every_block(declaration: nodes.Declaration) -> Iterator[nodes.Block]:
    """Yield every block with every proposal in it, in text order, as if all were taken."""
    for block in blocks_of(declaration):
        yield evolve(block, items=tuple(_all_of(block.items)))


def _all_of(content: Sequence[Any]) -> Iterator[Any]:
    for part in content:
        if isinstance(part, nodes.Bracket):
            for proposal in part.proposals:
                yield from _all_of(proposal.content)
        else:
            yield part


def brackets(declaration: nodes.Declaration) -> Iterator[nodes.Bracket]:
    """Yield every bracket in text order, an outer one before those within it."""
    yield from _brackets_in(declaration.blocks)


def variants(declaration: nodes.Declaration) -> tuple[Variant, ...]:
    """Return the variants in which every proposal of every bracket is taken once.

    The first takes each bracket's first proposal, and of language versions the first language's.
    Each further one differs from it in one bracket, in all brackets that share a tag, or in all
    that differ by language. So there are as many as there are proposals, not as many as there are
    combinations.
    """
    every = tuple(brackets(declaration))
    versions = tuple(_versions(every))
    base = versions[0].choices if versions else ()
    first = versions[0] if versions else Variant((), "")
    found = [first, *versions[1:]]
    groups: dict[str, list[tuple[nodes.Bracket, int]]] = {}
    for bracket in every:
        if bracket.by_language:
            continue
        for number, proposal in enumerate(bracket.proposals):
            if number > 0 or proposal.tag:
                key = (
                    f"@{proposal.tag}"
                    if proposal.tag
                    else f"{bracket.address}: {describe(proposal)}"
                )
                groups.setdefault(key, []).append((bracket, number))
        if len(bracket.proposals) == 1:
            groups[f"{bracket.address}: left out"] = [(bracket, LEFT_OUT)]
    for label, taken in groups.items():
        if all(number == 0 for _, number in taken):
            continue
        changed = tuple((bracket.address, number) for bracket, number in taken)
        found.append(
            Variant(
                (*base, *changed),
                label,
                frozenset(_clause(bracket) for bracket, _ in taken),
                _instead([bracket for bracket, _ in taken]),
            )
        )
    return tuple(found)


def _versions(every: tuple[nodes.Bracket, ...]) -> Iterator[Variant]:
    """Yield one variant for each language in which a bracket differs, in text order."""
    differing = [bracket for bracket in every if bracket.by_language]
    languages = dict.fromkeys(
        language
        for bracket in differing
        for proposal in bracket.proposals
        for language in proposal.languages
    )
    for language in languages:
        choices = tuple(
            (bracket.address, number)
            for bracket in differing
            for number, proposal in enumerate(bracket.proposals)
            if language in proposal.languages
        )
        clauses = frozenset(_clause(bracket) for bracket in differing)
        yield Variant(choices, _text_in(language), clauses, version=True)


def _text_in(language: str) -> str:
    """Return what a language version is called, by its code and whose it is: `en-ROK`."""
    code, of, whose = language.partition("-")
    text = f"the {_LANGUAGES[code]} text" if code in _LANGUAGES else f"the text in `{code}`"
    return f"{text} of {whose}" if of else text


def _instead(differing: Sequence[nodes.Bracket]) -> tuple[str, ...]:
    """Return the first proposals in words; by their tag where they share one."""
    firsts = [bracket.proposals[0] for bracket in differing]
    tags = {proposal.tag for proposal in firsts}
    if len(tags) == 1 and firsts[0].tag:
        return (f"@{firsts[0].tag}",)
    return tuple(
        f"{bracket.address}: {describe(first)}"
        for bracket, first in zip(differing, firsts, strict=True)
    )


def _clause(bracket: nodes.Bracket) -> str:
    return bracket.address.partition("#")[0]


def describe(proposal: nodes.Proposal) -> str:
    """Return a proposal in a few words, with who makes it."""
    words = " ".join(_words(proposal.content))
    if len(words) > 40:  # noqa: PLR2004 - what fits a table's cell
        words = words[:39].rstrip() + "…"
    marks = proposal.proposed_by or proposal.languages
    return f"{words} {{{', '.join(marks)}}}" if marks else words


def _words(content: object) -> Iterator[str]:
    if isinstance(content, tuple):
        for inner in content:
            yield from _words(inner)
    elif isinstance(content, nodes.Block):
        yield f"{content.heading.word} {content.heading.number or ''}".rstrip()
    elif isinstance(content, nodes.Label):
        yield f"{content.name}:"
        yield from _words(content.value)
    elif isinstance(content, nodes.Sentence):
        yield from _words(content.parts)
    elif isinstance(content, nodes.Bracket):
        yield "[…]"
    elif isinstance(content, nodes.Quantity):
        most = f" to {content.most}" if content.most else ""
        unit = "%" if content.unit == "%" else f" {content.unit}" if content.unit else ""
        yield f"{content.least}{most}{unit}"
    elif isinstance(content, nodes.Reference):
        yield content.number
    elif isinstance(content, (nodes.Word, nodes.Words, nodes.Name, nodes.Modality)):
        yield content.text
    elif isinstance(content, nodes.Reversal):
        yield "yes" if content.possible else "no"
    else:
        yield from _fields(content)


def _fields(node: object) -> Iterator[str]:
    for field in getattr(node, "__attrs_attrs__", ()):
        if field.name != "span":
            value = getattr(node, field.name)
            if isinstance(value, str):
                yield value
            elif value is not None:
                yield from _words(value)


def _brackets_in(content: object) -> Iterator[nodes.Bracket]:
    if isinstance(content, tuple):
        for inner in content:
            # Most parts of a sentence are words, and a generator for each is what takes time.
            if not isinstance(inner, nodes.Word):
                yield from _brackets_in(inner)
    elif isinstance(content, nodes.Bracket):
        yield content
        for proposal in content.proposals:
            yield from _brackets_in(proposal.content)
    elif isinstance(content, nodes.Block):
        yield from _brackets_in(content.items)
    elif isinstance(content, nodes.Label):
        yield from _brackets_in(content.value)
    elif isinstance(content, nodes.Sentence):
        yield from _brackets_in(content.parts)


def _block(block: nodes.Block, choices: Choices) -> nodes.Block:
    items = (_item(item, choices) for item in _spliced(block.items, choices))
    return evolve(block, items=tuple(item for item in items if item is not None))


def _item(item: Any, choices: Choices) -> Any:  # noqa: ANN401 - returns what it is given
    if isinstance(item, nodes.Sentence):
        if not any(isinstance(part, nodes.Bracket) for part in item.parts):
            return item
        return evolve(item, parts=tuple(_negated(_spliced(item.parts, choices))))
    if isinstance(item, nodes.Label):
        value = item.value
        while isinstance(value, nodes.Bracket):
            taken = _taken(value, choices)
            if not taken:
                return None
            value = taken[0]
        if isinstance(value, nodes.Sentence):
            value = _item(value, choices)
        return item if value is item.value else evolve(item, value=value)
    return item


def _negated(parts: Iterator[Any]) -> Iterator[Any]:
    """Join a modality with the `not` that a bracket put behind it: it is another modality."""
    before: Any = None
    for part in parts:
        if isinstance(before, nodes.Modality) and before.name in _NEGATABLE and _is_not(part):
            yield nodes.Modality(
                before.span.to(part.span), f"{before.name} not", "duty", f"{before.text} not"
            )
            before = None
        else:
            if before is not None:
                yield before
            before = part
    if before is not None:
        yield before


def _is_not(part: object) -> bool:
    return isinstance(part, nodes.Word) and part.text == "not"


def _spliced(content: tuple[Any, ...], choices: Choices) -> Iterator[Any]:
    for part in content:
        if isinstance(part, nodes.Bracket):
            yield from _spliced(_taken(part, choices), choices)
        else:
            yield part


def _taken(bracket: nodes.Bracket, choices: Choices) -> tuple[Any, ...]:
    number = choices.get(bracket.address, 0)
    return () if number == LEFT_OUT else bracket.proposals[number].content
