"""What is still to be decided in a text with brackets, and by which choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import prod
from typing import Any, Literal

from clausecheck.model import nodes
from clausecheck.model.resolve import LEFT_OUT, brackets, brackets_in
from clausecheck.model.walk import walk
from clausecheck.source import Source, Span
from clausecheck.values import evolve, frozen

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
_MOST_TOGETHER = 64
"""Ways to choose among proposals that share tags before the rest is left out."""

_MOST_WORDS = 40
"""Characters of a proposal that are shown: what fits a table's cell."""

_LEFT_OUT = " left out"

_LARGE = 10**9

Kind = Literal["modality", "value", "words", "line", "sentence", "clause"]
"""What a bracket stands round."""


@frozen
class Option:
    """One way to decide: what is taken of each bracket, and how to say so."""

    choices: tuple[tuple[str, int], ...]
    """The brackets by address, and of each the proposal taken, or `LEFT_OUT`."""
    words: str
    """As in “with `all {DPRK}` in 2.1#2”, but without the “with”."""
    proposed_by: tuple[str, ...] = ()
    """Who makes all the proposals that it takes, as far as they say whose they are."""
    language: str = ""
    """Of a language version its code, and whose it is: `ko`, `en-ROK`."""


@frozen
class Decision:
    """A bracket, or all that share tags, and the ways to decide it; first proposals come first.

    Of language versions no choice is made: each is a text of its own, and all of them stand.
    """

    brackets: tuple[nodes.Bracket, ...]
    options: tuple[Option, ...]
    version: bool = False

    @property
    def clauses(self) -> frozenset[str]:
        """The numbers of the clauses in which it changes something."""
        return frozenset(clause_of(bracket) for bracket in self.brackets)

    @property
    def adds(self) -> bool:
        """Whether it only adds to the text, or does not: it can be left out, by its last option."""
        single = all(len(bracket.proposals) == 1 for bracket in self.brackets)
        return single and not self.version


Within = tuple[tuple[int, frozenset[int]], ...]
"""Decisions, and of each the options that are to be taken so that something within is there."""


def decisions(declaration: nodes.Declaration, source: Source) -> tuple[Decision, ...]:
    """Return what is to be decided, in text order, and last the language versions, if they differ.

    Brackets that share a tag, if only through others, are one decision. Its options are the ways to
    take a proposal of each so that who takes one with a tag takes all of that tag.
    """
    every = tuple(brackets(declaration))
    found = [
        decision
        for group in _groups([bracket for bracket in every if not bracket.by_language])
        for decision in _decided(group, source)
    ]
    versions = tuple(bracket for bracket in every if bracket.by_language)
    if versions:
        found.append(Decision(versions, tuple(_versions(versions)), version=True))
    return tuple(found)


def choices_of(every: Sequence[Decision], assignment: Sequence[int]) -> dict[str, int]:
    """Return what is taken of each bracket, by the option of each decision."""
    return {
        address: number
        for decision, option in zip(every, assignment, strict=True)
        for address, number in decision.options[option].choices
    }


def clause_of(bracket: nodes.Bracket) -> str:
    """Return the number of the clause in which a bracket stands, or of the first that it holds."""
    return bracket.address.partition("#")[0]


def resolutions(every: Sequence[Decision]) -> tuple[int, bool]:
    """Return how many texts there are to be had, and whether that is exact or the most.

    What stands within a proposal that is not taken makes no difference.
    """
    outer = _outer_choices(every)
    inner: dict[tuple[str, int] | None, list[int]] = {}
    exact = True
    for at, decision in enumerate(every):
        places = {outer[bracket.address] for bracket in decision.brackets}
        exact &= len(places) == 1
        if not decision.version:
            inner.setdefault(places.pop() if len(places) == 1 else None, []).append(at)
    counted: dict[int, int] = {}
    for at in reversed(range(len(every))):
        counted[at] = sum(
            prod(counted[below] for choice in option.choices for below in inner.get(choice, ()))
            for option in every[at].options
        )
    return prod(counted[at] for at in inner.get(None, ())), exact


def in_force(every: Sequence[Decision], assignment: Sequence[int]) -> tuple[int, ...]:
    """Return the decisions that are left to take: of which no bracket went with a proposal."""
    outer = _outer_choices(every)
    taken = choices_of(every, assignment)

    def is_there(address: str) -> bool:
        around = outer[address]
        return around is None or (taken[around[0]] == around[1] and is_there(around[0]))

    return tuple(
        at
        for at, decision in enumerate(every)
        if any(is_there(bracket.address) for bracket in decision.brackets)
    )


def gone_where(every: Sequence[Decision]) -> Iterator[tuple[int, tuple[Within, ...]]]:
    """Yield each decision that may go with another, and within what each of its brackets stands.

    It is left to take if of one bracket all choices are made; where none are, of no bracket.
    """
    outer = _outer_choices(every)
    of = {bracket.address: at for at, each in enumerate(every) for bracket in each.brackets}

    def around(address: str) -> Iterator[tuple[int, frozenset[int]]]:
        choice = outer[address]
        if choice is not None:
            at = of[choice[0]]
            options = enumerate(every[at].options)
            yield at, frozenset(n for n, option in options if choice in option.choices)
            yield from around(choice[0])

    for at, decision in enumerate(every):
        within = tuple(tuple(around(bracket.address)) for bracket in decision.brackets)
        if all(within):
            yield at, within


def with_in_force(
    every: Sequence[Decision], decision: int, address: str | None = None
) -> tuple[int, ...]:
    """Return an assignment that leaves a decision to be taken, of first options where it can.

    It is to be taken in the bracket of that address, or in its first.
    """
    outer = _outer_choices(every)
    by_address = {bracket.address: at for at, each in enumerate(every) for bracket in each.brackets}
    assignment = [0] * len(every)
    around = outer[address or every[decision].brackets[0].address]
    while around is not None:
        at = by_address[around[0]]
        options = every[at].options
        assignment[at] = next(
            (number for number, option in enumerate(options) if around in option.choices), 0
        )
        around = outer[around[0]]
    return tuple(assignment)


def large(count: int) -> str:
    """Return a number in digits, or by its power of ten where nobody would read them."""
    return f"{count:,}" if count < _LARGE else f"some 10^{len(str(count)) - 1}"


def _outer_choices(every: Iterable[Decision]) -> dict[str, tuple[str, int] | None]:
    """Return the choice within which each bracket stands, by its address; None for no other."""
    found = [bracket for decision in every for bracket in decision.brackets]
    outer: dict[str, tuple[str, int] | None] = {bracket.address: None for bracket in found}
    for bracket in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        for number, proposal in enumerate(bracket.proposals):
            for inner in brackets_in(proposal.content):
                outer[inner.address] = (bracket.address, number)
    return outer


# ── What moves together ──


def _groups(every: Sequence[nodes.Bracket]) -> list[tuple[nodes.Bracket, ...]]:
    """Return the brackets in text order, those that share a tag together where the first stands."""
    group_of: dict[str, list[nodes.Bracket]] = {}
    groups: list[list[nodes.Bracket]] = []
    for bracket in every:
        tags = [proposal.tag for proposal in bracket.proposals if proposal.tag]
        known = [group_of[tag] for tag in tags if tag in group_of]
        joined = known[0] if known else []
        if not known:
            groups.append(joined)
        for other in known[1:]:
            if other is not joined:
                joined.extend(other)
                groups = [group for group in groups if group is not other]
                group_of = {t: joined if g is other else g for t, g in group_of.items()}
        joined.append(bracket)
        group_of.update(dict.fromkeys(tags, joined))
    return [tuple(group) for group in groups]


def _decided(group: tuple[nodes.Bracket, ...], source: Source) -> Iterator[Decision]:
    ways = _ways(group)
    if ways:
        yield Decision(group, tuple(_option(group, way, source) for way in ways))
    else:  # the tags contradict each other, and each bracket is left to itself
        for bracket in group:
            yield from _decided((_untagged(bracket),), source)


def _untagged(bracket: nodes.Bracket) -> nodes.Bracket:
    return evolve(bracket, proposals=tuple(evolve(each, tag=None) for each in bracket.proposals))


def _ways(group: Sequence[nodes.Bracket]) -> list[tuple[int, ...]]:
    """Return the ways to take a proposal of each bracket, and of a tag all or none."""
    states: list[tuple[tuple[int, ...], frozenset[str], frozenset[str]]] = [
        ((), frozenset(), frozenset())
    ]
    for bracket in group:
        tags = frozenset(proposal.tag for proposal in bracket.proposals if proposal.tag)
        numbers = [*range(len(bracket.proposals)), *([LEFT_OUT] * (len(bracket.proposals) == 1))]
        following = []
        for taken, chosen, refused in states:
            for number in numbers:
                tag = bracket.proposals[number].tag if number != LEFT_OUT else None
                own = {tag} if tag else frozenset[str]()
                if tags & chosen - own or own & refused:
                    continue
                following.append(((*taken, number), chosen | own, refused | tags - own))
        states = following[:_MOST_TOGETHER]
    return [taken for taken, _, _ in states]


def _option(group: Sequence[nodes.Bracket], way: Sequence[int], source: Source) -> Option:
    choices = tuple((bracket.address, number) for bracket, number in zip(group, way, strict=True))
    taken = [
        bracket.proposals[number]
        for bracket, number in zip(group, way, strict=True)
        if number != LEFT_OUT
    ]
    tags = list(dict.fromkeys(proposal.tag for proposal in taken))
    makers = [frozenset(proposal.proposed_by) for proposal in taken if proposal.proposed_by]
    common = frozenset.intersection(*makers) if makers else frozenset[str]()
    if len(group) > 1 and taken and all(tags):
        words = " and ".join(f"`@{tag}`" for tag in tags)
    else:
        words = " and ".join(
            f"{bracket.address}{_LEFT_OUT}"
            if number == LEFT_OUT
            else f"`{described(bracket, source)[number]}` in {bracket.address}"
            for bracket, number in zip(group, way, strict=True)
        )
    return Option(choices, words, tuple(sorted(common)))


def together(choices: Iterable[str]) -> list[str]:
    """Return choices in words, those of the same words as one: “`all` in 2#1, 3#1 and 4#1”."""
    places: dict[tuple[str, str], list[str]] = {}
    for words in choices:
        before, inside, place = words.rpartition("` in ")
        if words.endswith(_LEFT_OUT):
            places.setdefault(("", _LEFT_OUT), []).append(words.removesuffix(_LEFT_OUT))
        elif inside and inside not in before:
            places.setdefault((before + inside, ""), []).append(place)
        else:
            places[words, ""] = [""]
    return [
        f"{before}{', '.join(where[:-1])}{' and ' if where[1:] else ''}{where[-1]}{after}"
        for (before, after), where in places.items()
    ]


def with_all(choices: Sequence[str]) -> str:
    """Return choices in words as in “with `all` in 2#1 and `any` in 3#1”.

    Where one stands for several places, or something is left out after others, each has its own
    “with”: the places of one might else be taken for those of the next.
    """
    several = any(" and " in each.rpartition("`")[2] for each in choices)
    if not several and not any(each.endswith(_LEFT_OUT) for each in choices[1:]):
        return f"with {' and '.join(choices)}"
    *most, last = [f"with {each}" for each in choices]
    return f"{', '.join(most)}{',' if most[1:] else ''} and {last}" if most else last


def _versions(differing: Sequence[nodes.Bracket]) -> Iterator[Option]:
    """Yield one option for each version in which a bracket differs, in text order.

    Where some bracket says whose an English text is, `{en}` elsewhere stands for each of them.
    """
    languages = dict.fromkeys(
        language
        for bracket in differing
        for proposal in bracket.proposals
        for language in proposal.languages
    )
    own: dict[str, list[str]] = {}
    for each in languages:
        own.setdefault(each.partition("-")[0], []).extend([each] * ("-" in each))
    told = dict.fromkeys(one for each in languages for one in own.get(each) or [each])
    for language in told:
        names = {language, language.partition("-")[0]}
        choices = tuple(
            (bracket.address, number)
            for bracket in differing
            for number, proposal in enumerate(bracket.proposals)
            if not names.isdisjoint(proposal.languages)
        )
        yield Option(choices, text_in(language), language=language)


def text_in(language: str) -> str:
    """Return what a language version is called, by its code and whose it is: `en-ROK`."""
    code, of, whose = language.partition("-")
    text = f"the {_LANGUAGES[code]} text" if code in _LANGUAGES else f"the text in `{code}`"
    return f"{text} of {whose}" if of else text


# ── In words ──


def described(bracket: nodes.Bracket, source: Source) -> tuple[str, ...]:
    """Return each proposal of a bracket in a few words, with who makes it.

    Two that are not the same are told by different words. In one that is too long, brackets within
    it stand as their addresses: `freeze [1#2]`.
    """
    whole = [_unshortened(each, source) for each in bracket.proposals]
    told = [
        _marked(_begun(words), each) for words, each in zip(whole, bracket.proposals, strict=True)
    ]
    alike = [
        [other for other, its in zip(whole, told, strict=True) if its == short] for short in told
    ]
    return tuple(
        _marked(_from_where_they_part(words, same), each) if len(set(same)) > 1 else short
        for words, each, short, same in zip(whole, bracket.proposals, told, alike, strict=True)
    )


def _unshortened(proposal: nodes.Proposal, source: Source) -> str:
    words = words_of(proposal, source)
    return words if len(words) <= _MOST_WORDS else _without_inner(proposal, source)


def _begun(words: str, most: int = _MOST_WORDS) -> str:
    """Return the first words that fit, and a mark where there are more."""
    if len(words) <= most:
        return words
    first, *others = words[:most].split(" ")
    return f"{' '.join([first, *others[:-1]]).rstrip(',;')}…"


def _from_where_they_part(words: str, alike: Iterable[str]) -> str:
    """Return how a proposal begins, and then what it says from the first word that others have not.

    Where that is not enough to tell it from them, it is told in full.
    """
    every = {each: each.split(" ") for each in alike}
    same = next(
        (at for at, column in enumerate(zip(*every.values(), strict=False)) if len({*column}) > 1),
        min(map(len, every.values())),
    )
    short = {
        each: f"{_begun(each, _MOST_WORDS // 2)} {_begun(' '.join(its[max(same - 1, 0) :]))}"
        for each, its in every.items()
    }
    return short[words] if len({*short.values()}) == len(short) else words


def _marked(words: str, proposal: nodes.Proposal) -> str:
    marks = proposal.proposed_by or proposal.languages
    return f"{words} {{{', '.join(marks)}}}" if marks else words


def _without_inner(proposal: nodes.Proposal, source: Source) -> str:
    """Return what a proposal says, with the address of each bracket in place of its words."""
    words, rest, done = "", words_of(proposal, source), 0
    for inner in brackets_in(proposal.content):
        written = " ".join(source.text[inner.span.start : inner.span.end].split())
        if inner.span.start >= done and written in rest:  # one within another is gone with it
            before, _, rest = rest.partition(written)
            words, done = f"{words}{before}[{inner.address}]", inner.span.end
    return words + rest


def words_of(proposal: nodes.Proposal, source: Source) -> str:
    """Return what a proposal says in one line; of whole clauses, their numbers."""
    content: Any = proposal.content
    if not content:
        return "nothing"
    blocks = [block for block in content if isinstance(block, nodes.Block)]
    if blocks:
        return ", ".join(_heading(block.heading) for block in blocks)
    whole = Span(content[0].span.start, content[-1].span.end)
    told, at = "", whole.start
    for span in _leaves(content):
        told += _beside_brackets(source.text[at : span.start]) + source.text[span.start : span.end]
        at = span.end
    return " ".join(f"{told}{_beside_brackets(source.text[at : whole.end])}".split())


def _leaves(content: tuple[Any, ...]) -> Iterator[Span]:
    """Yield where the words of a proposal stand, and the open brackets within it, in text order."""
    open_ones = [bracket.span for bracket in brackets_in(content)]
    spans = {node.span for node in walk(content) if node.span.start < node.span.end}
    outside = [each for each in spans if not any(b != each and b.contains(each) for b in open_ones)]
    outside.sort(key=lambda span: (span.start, -span.end))
    for span, following in pairwise([*outside, None]):
        if following is None or following.start >= span.end:
            yield span


def _beside_brackets(between: str) -> str:
    """Return what stands between words that are taken, without what a settled bracket leaves.

    Where one ends there or begins, that is its marks and the proposals that were not taken.
    """
    return between.rpartition("]")[2].partition("[")[0]


def _heading(heading: nodes.Heading) -> str:
    name = heading.number or (heading.name.text if heading.name else "")
    return f"{heading.word} {name}".rstrip()


def kind_of(bracket: nodes.Bracket) -> Kind:
    """Return what a bracket stands round."""
    first: Any = next((part for each in bracket.proposals for part in each.content), None)
    kinds: tuple[tuple[Any, Kind], ...] = (
        (nodes.Modality, "modality"),
        (nodes.Block, "clause"),
        (nodes.Sentence, "sentence"),
        (nodes.Label | nodes.Quoted | nodes.Heading, "line"),
        (nodes.Word | nodes.Words | nodes.Reference | nodes.Rate, "words"),
    )
    if isinstance(first, nodes.Bracket):
        return kind_of(first)
    return next((kind for nodes_of, kind in kinds if isinstance(first, nodes_of)), "value")
