"""What is said of brackets that can be read, as slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from clausecheck.model import nodes
from clausecheck.model.reading import Clause
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.values import frozen


def side_by_side(parts: Sequence[object]) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield where a proposal touches the next, `[suspend][lift]`, and the words of both."""
    for one, two in pairwise(parts):
        if isinstance(one, nodes.Bracket) and isinstance(two, nodes.Bracket):
            words = _word_alone(one), _word_alone(two)
            if one.span.end == two.span.start and all(words):
                yield one.span, words


def _word_alone(bracket: nodes.Bracket) -> str:
    """Return the one word that a bracket proposes; "" where it proposes more, or otherwise."""
    content = bracket.proposals[0].content
    word = content[0] if len(content) == len(bracket.proposals) == 1 else None
    return word.text if isinstance(word, nodes.Word) else ""


@frozen
class LeftBehind:
    """Lines below a sentence in a bracket that go on to bind another where it is left out."""

    bracket: Span
    lines: str
    """Their labels in words."""
    own: str
    """The sentence to which they belong while it is there."""
    other: str


def left_behind(items: Sequence[nodes.Item]) -> Iterator[LeftBehind]:
    """Yield the brackets round one sentence or several that leave lines to others."""
    for at, item in enumerate(items):
        if not (isinstance(item, nodes.Bracket) and len(item.proposals) == 1):
            continue
        own = _last_sentence(item)
        lines = _labels(takewhile(lambda each: _last_sentence(each) is None, items[at + 1 :]))
        above = [each for each in items[:at] if _last_sentence(each) is not None]
        below = any(_last_sentence(each) is not None for each in items[at + 1 :])
        if own is None or not lines or not (above or below):
            continue
        other = "all that follows"
        if above:
            last = above[-1]
            other = _shown(last) if isinstance(last, nodes.Sentence) else "what stands above"
        told = [f"`{name}:`" for name in lines]
        words = ", ".join(told[:-1]) + " and " * bool(told[1:]) + told[-1]
        yield LeftBehind(item.span, words, _shown(own), other)


def _last_sentence(item: nodes.Item) -> nodes.Sentence | None:
    """Return a sentence, or the last within a bracket; None for lines and all else."""
    if isinstance(item, nodes.Bracket):
        found = [_last_sentence(part) for each in item.proposals for part in _items(each)]
        return next((each for each in reversed(found) if each is not None), None)
    return item if isinstance(item, nodes.Sentence) else None


def _items(proposal: nodes.Proposal) -> Iterator[nodes.Item]:
    lines = nodes.Sentence | nodes.Label | nodes.Bracket
    return (part for part in proposal.content if isinstance(part, lines))


def _labels(items: Iterable[nodes.Item]) -> tuple[str, ...]:
    """Return the names of labels, those in brackets among them."""
    found = (
        part
        for item in items
        for part in (
            (part for each in item.proposals for part in _items(each))
            if isinstance(item, nodes.Bracket)
            else (item,)
        )
    )
    return tuple(dict.fromkeys(part.name for part in found if isinstance(part, nodes.Label)))


def _shown(sentence: nodes.Sentence) -> str:
    return "".join(sentence.markers) or "the sentence above"


def open_bracket(
    bracket: nodes.Bracket, rivals: tuple[str, str] | None, left: LeftBehind | None
) -> Slip:
    """Return that a bracket is open; `rivals` are its word and that of one that touches it."""
    count = len(bracket.proposals)
    if bracket.by_language:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            "the language versions differ here",
            "settle one meaning, or which version prevails",
        )
    if rivals is not None:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            f"this proposal may be taken or left, and `{rivals[1]}` with it or without",
            f"write `[{' | '.join(rivals)}]`, if one of the two is to be taken",
        )
    if left is not None:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            f"this proposal may be taken or left, and left out, it leaves {left.lines} to "
            f"{left.other}",
            f"put {left.lines} within the bracket, if meant for {left.own} alone",
        )
    what = (
        "this proposal may be taken or left" if count == 1 else f"{count} proposals are still open"
    )
    clause, _, number = bracket.address.partition("#")
    return Slip(
        "bracket-unresolved",
        bracket.span,
        what,
        "settle it, or accept on record that it is open",
        # One round whole clauses stands in none of them.
        clause=clause if number.startswith("0") else None,
    )


def in_quotation_marks(node: nodes.Words | nodes.Name) -> Iterator[Slip]:
    """Yield that words in quotation marks hold a bracket: nothing in them is ever a choice."""
    if _CHOICE.search(node.text):
        yield Slip(
            "bracket-unresolved",
            node.span,
            "a bracket within quotation marks is words, and no choice",
            "settle it, or write every proposal in quotation marks of its own",
        )


_CHOICE = regex(r"\[[^\[\]]*(?: \| |\{[A-Z][^{}]*\})[^\[\]]*\]")
"""What could be nothing but proposals: not "[sic]"."""


def untagged(bracket: nodes.Bracket) -> Iterator[Slip]:
    """Yield that a proposal has no tag, where another of its bracket has one."""
    tagged = [proposal for proposal in bracket.proposals if proposal.tag]
    if tagged and len(tagged) < len(bracket.proposals):
        bare = next(proposal for proposal in bracket.proposals if not proposal.tag)
        yield Slip(
            "untagged-proposal",
            bare.span,
            "this proposal has no tag, though another of its bracket has",
            f"tag it, as in `@{tagged[0].tag}`, so that it is clear what moves together",
        )


def unbound(clause: Clause) -> Iterator[Slip]:
    """Yield sentences without a modality: so only a bracket's proposals leave one."""
    held = {provision.number for provision in clause.provisions}
    for said in clause.said:
        bound = any(isinstance(part, nodes.Modality) for part in said.sentence.parts)
        if not bound and said.number not in held:
            yield Slip(
                "unreadable-line",
                said.sentence.span,
                "some of what is proposed here does not say how bindingly",
                "say `shall`, `will`, `may` or `declares that` in every proposal, or before them",
            )
