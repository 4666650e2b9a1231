"""A declaration without brackets, understood: clauses, their provisions, when they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol, cast

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.names import Names, lettered
from clausecheck.model.sentences import Amount, Deed, Meaning, Mention, ProvisionKind, read_sentence
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import NO_MEMO, Memo, frozen
from clausecheck.vocabulary import Act, Vocabulary


@frozen(slots=False)
class Labels:
    """The labels that bind a sentence, its own before those of the whole clause."""

    lines: tuple[nodes.Label, ...] = ()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset([line.name for line in self.lines])

    def get(self, name: str) -> nodes.Label | None:
        """Return the first label of that name."""
        found = self.all(name)
        return found[0] if found else None

    def all(self, *names: str) -> tuple[nodes.Label, ...]:
        """Return every label of these names, in order."""
        if not self.lines or self._names.isdisjoint(names):
            return ()  # as it is nearly always
        return tuple([line for line in self.lines if line.name in names])

    def stated(self, *names: str) -> bool:
        """Tell whether one of the labels is there and says more than `none`."""
        if not self.lines or self._names.isdisjoint(names):
            return False  # likewise
        return not all(map(_says_none, self.all(*names)))

    def known(self, name: str) -> bool:
        """Tell whether the label holds a value, and no kind of silence."""
        return not all(isinstance(each.value, nodes.Silence) for each in self.all(name))


@frozen
class Timing:
    """When a provision is due and when it holds; each label as written, None where there is none.

    begin ≤ complete ≤ verified. A deed begins no earlier than `after` and `starts`, is complete by
    `on`, `by` and `before`; a continuing duty holds from `since` to `until` or for `term`. Nothing
    begins before entry into force (signature, where the head has no such label) unless a label of
    its own says so: `default_start` is that moment where the provision has no such label.
    """

    due: tuple[nodes.Label, ...] = ()
    """`on:`, `by:` and `before:`: complete no later than each."""
    earliest: tuple[nodes.Label, ...] = ()
    """`after:`, `starts:`, `together with:`, `in parallel with:`, `from:` and `on:`."""
    since: nodes.Label | None = None
    until: nodes.Label | None = None
    term: nodes.Label | None = None
    recurring: nodes.Label | None = None
    target: nodes.Label | None = None
    default_start: str | None = None


@frozen
class Provision:
    """One duty, prohibition, permission or statement of one actor, about one act and object.

    `number` is the sentence's own, as in `13(a)(i)`; of what follows a breach, that of the sentence
    broken. `actor` is None where the text names nobody or
    all act together; `meaning.who` says which.
    """

    number: str
    span: Span
    kind: ProvisionKind
    modality: nodes.Modality
    meaning: Meaning = field(repr=False)
    deed: Deed = field(repr=False)
    actor: str | None = None
    object: Mention | None = None
    labels: Labels = field(factory=Labels, repr=False)
    timing: Timing = field(factory=Timing, repr=False)
    clause: str | None = None

    @property
    def act(self) -> Act | None:
        """The act, where the vocabulary knows it."""
        return self.deed.act

    @property
    def quantity(self) -> Amount | None:
        """How much of the object."""
        return self.deed.amounts[0] if self.deed.amounts else None

    @property
    def owner(self) -> str | None:
        """Whose the object is: an actor's name, or `foreign`."""
        if self.object is None or self.object.owner != "its":
            return self.object.owner if self.object else None
        return self.actor

    @property
    def matter_at(self) -> Span:
        """The place of the object, or of the act where there is none."""
        return self.object.span if self.object else self.deed.act_span

    @property
    def place(self) -> Mention | None:
        """Where."""
        return self.deed.places[0] if self.deed.places else None

    @property
    def beneficiary(self) -> Mention | None:
        """For or to whom."""
        return self.deed.beneficiaries[0] if self.deed.beneficiaries else None


@frozen
class Said:
    """A sentence with the labels that bind it and what it says."""

    number: str
    sentence: nodes.Sentence = field(repr=False)
    labels: Labels = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)


@frozen
class Consequence:
    """What an `if breached:` or `otherwise:` line says: it holds only once a duty is broken."""

    number: str
    """Of the sentence whose breach it follows; of the clause where it binds all sentences."""
    line: nodes.Label = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)
    provisions: tuple[Provision, ...] = ()


@frozen
class Clause:
    """A clause, and the text's own words beside it."""

    number: str
    span: Span
    block: nodes.Block = field(repr=False)
    said: tuple[Said, ...] = ()
    provisions: tuple[Provision, ...] = ()
    """What holds by itself; what follows a breach is among the `consequences`."""
    consequences: tuple[Consequence, ...] = ()
    labels: Labels = field(factory=Labels, repr=False)
    """Those that stand above the first sentence and bind all."""
    quoted: tuple[nodes.Quoted, ...] = field(default=(), repr=False)
    preamble: bool = False
    broken: bool = False

    def sentences_and_provisions(self) -> Iterator[tuple[Said, Provision]]:
        """Yield each provision with its sentence, in text order."""
        said = {each.number: each for each in self.said}
        for provision in self.provisions:
            yield said[provision.number], provision


@frozen(slots=False)
class Reading:
    """A whole text, understood."""

    declaration: nodes.Declaration = field(repr=False)
    names: Names = field(repr=False)
    title: str | None
    kind: str | None
    """The word it goes by, as in `declaration`."""
    head: Labels
    clauses: tuple[Clause, ...]
    broken: bool = False
    """Whether a line somewhere could not be read, so that silence is not judged."""
    memo: Memo = field(default=NO_MEMO, eq=False, repr=False)
    """What was made of clauses that other texts have too, where there are such."""

    @property
    def complete(self) -> bool:
        """Whether the text claims to be whole, so that silence counts."""
        scope = self.head.get("scope")
        return (
            scope is not None
            and isinstance(scope.value, nodes.Name)
            and scope.value.text == "complete"
        )

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision in text order, but for those that only follow a breach."""
        return tuple(provision for clause in self.clauses for provision in clause.provisions)

    @cached_property
    def operative_clauses(self) -> tuple[Clause, ...]:
        """The clauses outside the preamble, in text order."""
        return tuple(clause for clause in self.clauses if not clause.preamble)

    @cached_property
    def operative_provisions(self) -> tuple[Provision, ...]:
        """What those clauses ask, allow, forbid and state by themselves, in text order."""
        return tuple(
            provision for clause in self.operative_clauses for provision in clause.provisions
        )

    @cached_property
    def whole_clauses(self) -> tuple[Clause, ...]:
        """Those of the clauses outside the preamble in which every line could be read."""
        return tuple(clause for clause in self.operative_clauses if not clause.broken)

    @cached_property
    def consequences(self) -> tuple[Provision, ...]:
        """Every provision that holds only once a duty is broken, in text order."""
        return tuple(
            provision
            for clause in self.clauses
            for consequence in clause.consequences
            for provision in consequence.provisions
        )

    @cached_property
    def _by_number(self) -> Mapping[str, Clause]:
        return {clause.number: clause for clause in self.clauses}

    def clause(self, number: str) -> Clause | None:
        """Return the clause of that number."""
        return self._by_number.get(number)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(clause.span.start for clause in self.clauses)

    def clause_at(self, at: Span) -> str | None:
        """Return the number of the sentence or clause in which a place lies."""
        number = bisect_right(self._starts, at.start) - 1
        if number < 0 or not self.clauses[number].span.contains(at):
            return None
        clause = self.clauses[number]
        inner = [said for said in clause.said if said.sentence.span.start <= at.start]
        return inner[-1].number if inner else clause.number

    def sentences_and_provisions(self) -> Iterator[tuple[Said, Provision]]:
        """Yield each provision of the whole clauses with its sentence, in text order."""
        for clause in self.whole_clauses:
            yield from clause.sentences_and_provisions()

    @cached_property
    def _spans(self) -> Mapping[str, Span]:
        own = {clause.number: clause.span for clause in self.clauses}
        return own | {
            said.number: said.sentence.span for clause in self.clauses for said in clause.said
        }

    def place_of(self, where: str | Span) -> Span:
        """Return the place of a sentence or clause by its number; a place is where it is."""
        return self._spans[where] if isinstance(where, str) else where


_AFTER_A_BREACH = frozenset({"if breached", "otherwise"})


def head_of(blocks: Iterable[nodes.Block]) -> nodes.Block | None:
    """Return the block that names the text, the first of its kind."""
    return next((block for block in blocks if block.heading.word in TITLES), None)


TITLES = frozenset({"declaration", "agreement", "treaty", "statement", "resolution", "bill"})


def read(declaration: nodes.Declaration, names: Names, vocabulary: Vocabulary) -> Reading:
    """Return what a declaration without brackets says."""

    def clause(block: nodes.Block, start: str, *, preamble: bool) -> Clause:
        return read_clause(block, names, vocabulary, start=start, preamble=preamble)

    return assembled(declaration, names, clause)


class ReadClause(Protocol):
    """Reads one clause; see `read_clause`."""

    def __call__(self, block: nodes.Block, start: str, *, preamble: bool) -> Clause:
        """Return what one clause says."""


def assembled(
    declaration: nodes.Declaration, names: Names, clause: ReadClause, memo: Memo = NO_MEMO
) -> Reading:
    """Return what a declaration without brackets says; `clause` reads each clause, or knows it."""
    blocks = tuple(block for block in declaration.blocks if isinstance(block, nodes.Block))
    head = head_of(blocks)
    lines = (item for item in head.items if isinstance(item, nodes.Label)) if head else ()
    labels = Labels(tuple(lines))
    start = default_start(labels)
    title = head.heading.title.text if head and head.heading.title else None
    return Reading(
        declaration,
        names,
        title,
        head.heading.word if head else None,
        labels,
        tuple(clause(block, start, preamble=preamble) for block, preamble in clause_blocks(blocks)),
        any(block.broken for block in blocks),
        memo,
    )


def default_start(head: Labels) -> str:
    """Return the moment before which nothing begins unless a label of its own says so."""
    return "entry into force" if head.stated("entry into force") else "signature"


def clause_blocks(blocks: Iterable[nodes.Block]) -> Iterator[tuple[nodes.Block, bool]]:
    """Yield every clause in text order, and whether it belongs to the preamble.

    A preamble ends at the next part, article or annex; where its clauses are numbered `P1`, also at
    the first that is not.
    """
    preamble = numbered = False
    for block in blocks:
        word = block.heading.word
        if word in {"preamble", "part", "article", "annex"}:
            preamble, numbered = word == "preamble", False
        elif word == "clause":
            number = block.heading.number or ""
            recital = number.startswith("P") and number[1:2].isdigit()
            preamble = preamble and (recital or not numbered)
            numbered = numbered or recital
            yield block, preamble or recital


def read_clause(
    block: nodes.Block, names: Names, vocabulary: Vocabulary, *, start: str, preamble: bool
) -> Clause:
    """Return what one clause says; `start` is when its duties begin if it does not say."""
    number = block.heading.number or ""
    common, own = _bind(block)
    said: list[Said] = []
    provisions: list[Provision] = []
    for sentence, letters in lettered(block):
        labels = Labels((*own[id(sentence)], *common))
        spoken_of = said[-1].meanings[-1].who.names if said and said[-1].meanings else ()
        meanings = read_sentence(sentence, names, vocabulary, spoken_of)
        said.append(Said(number + letters, sentence, labels, meanings))
        for meaning in meanings:
            provisions.extend(provisions_of(number + letters, number, meaning, labels, start))
    consequences = [
        _consequence(of, line, clause=number, names=names, vocabulary=vocabulary, start=start)
        for of, lines in (
            (number, common),
            *((each.number, own[id(each.sentence)]) for each in said),
        )
        for line in lines
        if line.name in _AFTER_A_BREACH and isinstance(line.value, nodes.Sentence)
    ]
    quoted = tuple(item for item in block.items if isinstance(item, nodes.Quoted))
    return Clause(
        number,
        block.span,
        block,
        tuple(said),
        tuple(provisions),
        tuple(consequences),
        Labels(tuple(common)),
        quoted,
        preamble,
        block.broken,
    )


def _consequence(
    number: str,
    line: nodes.Label,
    *,
    clause: str,
    names: Names,
    vocabulary: Vocabulary,
    start: str,
) -> Consequence:
    meanings = read_sentence(cast("nodes.Sentence", line.value), names, vocabulary)
    provisions = (
        provision
        for meaning in meanings
        for provision in provisions_of(number, clause, meaning, Labels((line,)), start)
    )
    return Consequence(number, line, meanings, tuple(provisions))


def _bind(block: nodes.Block) -> tuple[list[nodes.Label], dict[int, list[nodes.Label]]]:
    """Return the labels that bind the whole clause, and each sentence's own.

    Labels above the first sentence bind all; labels after a sentence bind that one. The labels of a
    heading inside the clause are that heading's.
    """
    common: list[nodes.Label] = []
    own: dict[int, list[nodes.Label]] = {}
    into: list[nodes.Label] | None = common
    for item in block.items:
        if isinstance(item, nodes.Sentence):
            into = own.setdefault(id(item), [])
        elif isinstance(item, nodes.Heading):
            into = None
        elif isinstance(item, nodes.Label) and into is not None:
            into.append(item)
    return common, own


def provisions_of(
    number: str, clause: str, meaning: Meaning, labels: Labels, start: str
) -> Iterator[Provision]:
    """Yield one provision for each actor, act and object that a sentence speaks of."""
    timing = _timing(labels, start)
    who = meaning.who
    apart = who.how in {"each", "any"}
    actors: tuple[str | None, ...] = who.names if apart and who.names else (None,)
    if who.how in {"jointly", "all"}:
        actors = (None,)
    for actor in actors:
        for deed in meaning.deeds or (Deed(meaning.span, None, meaning.modality.span, ""),):
            for thing in deed.objects or (None,):
                yield Provision(
                    number,
                    meaning.span,
                    meaning.kind,
                    meaning.modality,
                    meaning,
                    deed,
                    actor,
                    thing,
                    labels,
                    timing,
                    clause,
                )


def _timing(labels: Labels, start: str) -> Timing:
    own_start = labels.all("after", "starts", "together with", "in parallel with", "from", "on")
    return Timing(
        labels.all("on", "by", "before"),
        own_start,
        labels.get("from"),
        labels.get("until"),
        labels.get("for"),
        labels.get("every") or labels.get("quota"),
        labels.get("target"),
        None if own_start else start,
    )


_BARRED = regex(
    r"(?:withdrawal|termination|denunciation|exit)?\s*(?:is )?(?:not (?:permitted|allowed|possible)"
    r"|prohibited|forbidden|excluded)|no (?:withdrawal|termination|denunciation|exit|right to \w+)"
    r"|(?:no party|none|nobody) (?:may|can|shall) \w+"
)


def _says_none(label: nodes.Label) -> bool:
    """Tell whether a line says that there is none; of leaving, also that it is not permitted."""
    value = label.value
    if isinstance(value, nodes.Silence):
        return value.kind == "none"
    if label.name != "exit" or not isinstance(value, nodes.Listed):
        return False
    return all(
        isinstance(each, nodes.Name) and _BARRED.fullmatch(each.text.lower()) is not None
        for each in value.values
    )
