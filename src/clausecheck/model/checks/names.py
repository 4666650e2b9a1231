"""Names, events and numbers that stand for nothing, and names that nobody uses, as slips."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

from clausecheck.model import nodes
from clausecheck.model.checks.annexes import Annexes, no_annex
from clausecheck.model.checks.offers import either
from clausecheck.model.checks.people import near_actors, unknown_actor
from clausecheck.model.checks.shared_names import shared_names
from clausecheck.model.checks.unused_names import unused
from clausecheck.model.names import PREDECLARED_EVENTS, Names, above, collect, is_below
from clausecheck.model.qualifiers import as_event, as_written
from clausecheck.model.resolve import blocks_of, every_block
from clausecheck.model.sentences.finding import annexes_in, references_in
from clausecheck.model.walk import walk
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.misreadings import misread_name
from clausecheck.syntax.moments import said
from clausecheck.syntax.slip import Slip
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary, nearest

Lookup = Callable[[str], "Collection[str] | str"]
"""Gives the clause numbers of another text by its file's name, or says why it cannot."""

_ACTOR_LABELS = frozenset(
    "unless permitted by,with consent of,judged by,named by,certified by,depositary".split(",")
)
_GROUPS = regex(
    r"(?:(?:the|each|any|either|both|all|no|every)\s+)?"
    r"(?:other\s+|others?\b|two\s+)*(?:part(?:y|ies)|sides?|others?)|both|all"
)
_CONDITIONS = frozenset({"if", "unless", "when"})
_APPROVALS = frozenset({"ratification", "endorsement", "authority", "signed by"})
_ASKED_FOR = regex(r"(?:is |to be )?(?:required|needed|necessary|mandatory|yes|all|expected)")
"""How it is said that approval is needed, and not whose."""

_SOMEBODY = regex(r"(?:part(?:y|ies)|sides?|both|either|neither|it|they|states?)(?:['’]s?)?")
"""Words by which a condition speaks of those who are named elsewhere."""

_SOON = regex(
    r"immediately|forthwith|at once|promptly|shortly|soon|without delay|in due course|date|a date"
    r"|(?:as soon|at the earliest|as early|when|at an) .*"
)
"""How a time is spoken of that nobody has fixed."""

_ITS_OWN_END = regex(
    r"(?:the )?(?:end|expiry|termination|expiration) of (?:(?:this|the) (?:present )?)?"
    r"(?:agreement|treaty|declaration|text|statement)"
)
_OUTSIDE = ("entry into force of a", "conclusion of ", "signature of a", "ratification of a")
"""How a moment in the life of another text begins, which no text declares of itself."""

_TALKED_OF = regex(r"(?:an?|the|each|any)\s|request\b|notice\b|notification\b")
"""How what happens on the way is spoken of, which no text declares: "a request"."""

_YEARS = range(1900, 2101)
_NAMING = frozenset(
    {
        nodes.Acceptance,
        nodes.Bracket,
        nodes.ClauseState,
        nodes.Event,
        nodes.Label,
        nodes.Offset,
        nodes.Phrase,
        nodes.Proposal,
        nodes.Reference,
        nodes.Sentence,
    }
)
"""The nodes that may stand for something, by their kind."""


def check_names(
    declaration: nodes.Declaration, names: Names, vocabulary: Vocabulary, lookup: Lookup
) -> Iterator[Slip]:
    """Yield the names, events and numbers that stand for nothing, proposals included.

    `names` are those of the text with each first proposal; what another proposal declares can be
    referred to as well.
    """
    every = [node for node in walk(declaration.blocks) if type(node) in _NAMING]
    bracketed = any(isinstance(node, nodes.Bracket) for node in every)
    everything = collect(tuple(every_block(declaration)), vocabulary) if bracketed else names
    known = _Known(declaration, everything, vocabulary, lookup)
    unnumbered = Annexes(declaration, everything, whole=known.whole)
    described: set[int] = set()
    pointing: set[int] = set()
    figures: set[int] = set()
    for node in every:
        if isinstance(node, nodes.Label):
            if node.name == "entry into force":
                pointing.add(id(node.value))
            if node.name == "limit":
                for bare in known.uncounted(node):
                    figures.add(id(bare))
                    yield _uncounted(bare)
            yield from known.actors_in(node)
            if node.name in _CONDITIONS:
                yield from known.condition(node)
        elif isinstance(node, nodes.Offset) and node.relation.startswith("within"):
            described.add(id(node.moment))
        elif isinstance(node, nodes.Event):
            yield from known.event(node, described=id(node) in described)
        elif isinstance(node, (nodes.Phrase, nodes.Sentence)):
            yield from unnumbered.meant(node.parts)
            annexes = annexes_in(node.parts)
            yield from known.annexes(number for number, own in annexes if own)
            figures.update(id(number) for number, _ in annexes)
            if isinstance(node, nodes.Sentence):
                numbers = {id(part) for part in node.parts if isinstance(part, nodes.Reference)}
                figures.update(numbers - set(map(id, references_in(node.parts))))
        elif isinstance(node, nodes.Reference):
            if id(node) not in figures:
                yield from known.reference(node)
        elif (
            isinstance(node, nodes.ClauseState)
            and node.state is None
            and id(node) not in pointing
            and everything.number(node.clause.number) is not None
        ):
            yield _missing_state(node)
        elif isinstance(node, nodes.Proposal):
            yield from known.proposers(node)
        elif isinstance(node, nodes.Acceptance):
            yield from known.nobodies(node.accepted_by)
    yield from unused(declaration, everything)
    yield from shared_names(declaration, everything)


@frozen(slots=False)
class _Known:
    """What a text can refer to."""

    declaration: nodes.Declaration
    names: Names
    vocabulary: Vocabulary
    lookup: Lookup

    @cached_property
    def whole(self) -> bool:
        """Whether the text is said to be whole, so that an annex must be there."""
        scopes = (
            label.value
            for block in blocks_of(self.declaration)
            for label in block.items
            if isinstance(label, nodes.Label) and label.name == "scope"
        )
        return any(isinstance(value, nodes.Name) and value.text == "complete" for value in scopes)

    @cached_property
    def open_numbers(self) -> frozenset[str]:
        """The clauses that a choice among brackets may leave out."""
        return frozenset(_open(self.declaration.blocks)[1])

    @cached_property
    def bracketed(self) -> tuple[Span, ...]:
        """Where the brackets are, in text order, the outer ones alone."""
        return tuple(_outer_brackets(self.declaration.blocks))

    # ── Actors ──

    def actors_in(self, label: nodes.Label) -> Iterator[Slip]:
        """Yield the actors in a label that nobody declares."""
        for node in walk(label.value):
            for name in _actors_of(node, whole=label.name in _ACTOR_LABELS):
                if self._is_somebody(name):
                    continue
                method = self.vocabulary.match(name.text.split(), 0, ("method",))
                if label.name == "verified by" and method and method.end == len(name.text.split()):
                    what = f"`{name.text}` says how, not who verifies"
                    offer = f"write `verified by: IAEA using {name.text}`, or whoever does it"
                    yield Slip("unknown-actor", name.span, what, offer)
                elif label.name in _APPROVALS and _ASKED_FOR.fullmatch(name.text.lower()):
                    what = f"`{name.text}` does not say whose, nor by what body"
                    offer = f"write who and by what body, as in `{label.name}: US by its Senate`"
                    yield Slip("unknown-actor", name.span, what, offer)
                else:
                    yield unknown_actor(name.span, name.text, self.names)

    def nobodies(self, people: Iterable[nodes.Name]) -> Iterator[Slip]:
        """Yield the names of people that nobody declares."""
        for name in people:
            if not self._is_somebody(name):
                yield unknown_actor(name.span, name.text, self.names)

    def _is_somebody(self, name: nodes.Name) -> bool:
        text = name.text
        return (
            name.quoted
            or self.names.actor(text) is not None
            or self.names.actor(text.removeprefix("the ")) is not None
            or _GROUPS.fullmatch(text.lower()) is not None
        )

    def proposers(self, proposal: nodes.Proposal) -> Iterator[Slip]:
        """Yield those whose proposal it is said to be, and whom nobody declares."""
        for name, at in zip(proposal.proposed_by, proposal.proposer_spans, strict=True):
            if self.names.actor(name) is None:
                yield unknown_actor(at, name, self.names)

    # ── Conditions, events and numbers ──

    def condition(self, label: nodes.Label) -> Iterator[Slip]:
        """Yield words that are neither a moment nor an act of somebody, and stand unquoted."""
        for phrase in walk(label.value):
            if isinstance(phrase, nodes.Phrase) and not self._tells_of_somebody(phrase):
                text = as_written(phrase.parts)
                near: Sequence[str] = nearest(text, (*PREDECLARED_EVENTS, *self.names.events))
                if not near and text[0].isupper():
                    near = near_actors(text.split()[0], self.names)
                offer = f'write `{label.name}: "{text}"`'
                if near:
                    offer = f"did you mean {either(near)}?"
                what = f"`{text}` is neither a moment nor what somebody named does"
                yield Slip("unknown-event", phrase.span, what, offer, "warning")

    def _tells_of_somebody(self, phrase: nodes.Phrase) -> bool:
        """Tell whether a condition names somebody or an event, or has words in quotation marks."""
        if any(isinstance(part, nodes.Words) for part in phrase.parts):
            return True
        words = as_written(phrase.parts).split()
        return (
            " ".join(words) in (*PREDECLARED_EVENTS, *self.names.events)
            or any(_SOMEBODY.fullmatch(word.lower()) for word in words)
            or any(self.names.match(words, at) is not None for at in range(len(words)))
        )

    def uncounted(self, limit: nodes.Label) -> Iterator[nodes.Reference]:
        """Yield the numbers in a limit that count nothing, and are no clause's."""
        for node in walk(limit.value):
            if isinstance(node, nodes.Reference) and self.names.number(node.number) is None:
                yield node

    def event(self, event: nodes.Event, *, described: bool) -> Iterator[Slip]:
        """Yield an event that nobody declares; after `within`, it may be described instead."""
        name, text = event.name, event.name.text
        if name.quoted or text in self.names.events or text in PREDECLARED_EVENTS:
            return
        if described and _TALKED_OF.match(text.lower()):
            return
        if self.names.actor(text) is not None:
            what = f"`{text}` is somebody, and no moment"
            offer = (
                "write what is done by whom, as in `ratification by all parties`, or declare an "
                f'`event` with `when: outside this text, "{text} has ratified"`'
            )
            yield Slip("unknown-event", name.span, what, offer)
            return
        other = said(text)
        misread = f"write `{other.right}`" if other else misread_name(text)
        if _ITS_OWN_END.fullmatch(text.lower()):
            misread = "leave the line out: this holds as long as the text does"
        elif misread is None and _SOON.fullmatch(text.lower()):
            misread = f'write a day, or `"{text}"` for words that stay open'
        near = nearest(text, (*PREDECLARED_EVENTS, *self.names.events))
        offer = f"declare it with `event {text}`, or put open words in quotation marks"
        if text.lower().startswith(_OUTSIDE):
            offer = as_event(text)
        elif misread:
            offer = misread
        elif near:
            offer = f"did you mean {either(near)}?"
        yield Slip("unknown-event", name.span, f"no event is named `{text}`", offer)

    def annexes(self, numbers: Iterable[nodes.Reference]) -> Iterator[Slip]:
        """Yield the annexes that are not there: a clause 2 is no annex 2."""
        for number in numbers:
            for annex in (number.number, number.last):
                if annex is not None and self.names.number(f"A{annex}") is None:
                    yield no_annex(number.span, annex, self.names.numbers, whole=self.whole)

    def reference(self, reference: nodes.Reference) -> Iterator[Slip]:
        """Yield a number that no clause bears, here or in the other text that it names."""
        if reference.instrument is not None:
            yield from self._other(reference, reference.instrument)
            return
        for number in (reference.number, reference.last):
            if number is None or _is_year(number):
                continue
            if self.names.number(number) is None:
                near = nearest(number, self.names.numbers)
                offer = "number the clause so, or name one that is there"
                if near:
                    offer = f"did you mean {either(near)}?"
                yield Slip(
                    "unresolved-reference", reference.span, f"there is no clause {number}", offer
                )
            elif number in self.open_numbers and not self._is_bracketed(reference.span):
                yield Slip(
                    "unresolved-reference",
                    reference.span,
                    f"clause {number} stands in brackets and may be left out",
                    "settle the bracket, or put this in brackets too, with one tag for both",
                    "warning",
                )
        if reference.last is not None and self._is_backward(reference.number, reference.last):
            what = f"{reference.last} does not come after {reference.number}"
            offer = f"write `{reference.last} to {reference.number}`, or the right numbers"
            yield Slip("unresolved-reference", reference.span, what, offer)

    def _is_backward(self, first: str, last: str) -> bool:
        """Tell whether a range ends before it begins, so that nothing is in it."""
        ends = self.names.number(first), self.names.number(last)
        return None not in ends and not self.names.between(first, last)

    def _is_bracketed(self, at: Span) -> bool:
        return any(bracket.contains(at) for bracket in self.bracketed)

    def _other(self, reference: nodes.Reference, instrument: str) -> Iterator[Slip]:
        known = self.lookup(instrument)
        at = reference.span
        if isinstance(known, str):
            offer = "name the file without its ending, and see that it is there once"
            yield Slip("unresolved-reference", at, known, offer)
            return
        for number in (reference.number, reference.last):
            if number and not any(is_below(other, number) for other in known):
                near = nearest(number, known)
                offer = f"did you mean {either(near)}?" if near else "see its numbers"
                yield Slip("unresolved-reference", at, f"`{instrument}` has no {number}", offer)


def _actors_of(node: object, *, whole: bool) -> Iterable[nodes.Name]:
    """Return the names in a value that must be somebody's; `whole` if all of it is names."""
    match node:
        case nodes.Approval() | nodes.Member():
            return (node.actor,)
        case nodes.Verifier() | nodes.Baseline():
            return node.actors
        case nodes.Report():
            return node.to
        case nodes.Reversal() | nodes.Review() | nodes.Silence():
            return node.by
        case nodes.Listed() if whole:
            return [value for value in node.values if isinstance(value, nodes.Name)]
        case nodes.Event() if node.by is not None:
            return (node.by,)
        case _:
            return ()


def _uncounted(number: nodes.Reference) -> Slip:
    what = f"`{number.number}` does not say of what"
    return Slip("unresolved-reference", number.span, what, "write it, as in `22,000 troops`")


def _outer_brackets(blocks: Iterable[object]) -> Iterator[Span]:
    for node in blocks:
        if isinstance(node, nodes.Bracket):
            yield node.span
        elif isinstance(node, nodes.Block):
            yield from _outer_brackets(walk(node.items))


def _open(blocks: Iterable[object]) -> tuple[set[str], set[str]]:
    """Return the clause numbers that stand whatever is chosen, and those that may be left out."""
    settled: set[str] = set()
    open_numbers: set[str] = set()
    proposed: set[str] = set()
    for block in blocks:
        if isinstance(block, nodes.Block) and block.heading.word == "clause":
            (proposed if _is_proposed(block) else settled).add(block.heading.number or "")
        elif isinstance(block, nodes.Bracket):
            parts = [_open(proposal.content) for proposal in block.proposals]
            each = [standing for standing, _ in parts]
            common = set.intersection(*each) if len(each) > 1 else set()
            settled |= common
            open_numbers |= set().union(*each, *(loose for _, loose in parts)) - common
    settled |= proposed & {outer for number in settled for outer in above(number)}
    return settled, (open_numbers | proposed) - settled


def _is_proposed(block: nodes.Block) -> bool:
    """Tell whether all that a clause says may be left out, and its heading with it."""
    return bool(block.items and not block.broken) and all(
        isinstance(item, nodes.Bracket) and len(item.proposals) == 1 for item in block.items
    )


def _is_year(number: str) -> bool:
    return number.isdecimal() and len(number) == len("1900") and int(number) in _YEARS


def _missing_state(state: nodes.ClauseState) -> Slip:
    number = state.clause.number
    states = f"say `{number} begins`, `{number} is complete` or `{number} is verified`"
    return Slip(
        "missing-state",
        state.span,
        f"`{number}` is a clause, not a moment",
        f"{states}; if the text is silent, `{number} (point not stated)`",
    )
