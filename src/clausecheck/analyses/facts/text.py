"""What is known of a text by itself: its form, its title, how its clauses hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from clausecheck.analyses import ties
from clausecheck.analyses.acceptances import standing
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Provision, Reading, head_of
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_ONE_SIDED = frozenset({"draft law", "resolution", "unilateral statement"})
_BINDING = frozenset({"executive agreement", "treaty", "military agreement"})
_NOT_RATIFIED = frozenset(
    {"political declaration", "joint statement", "memorandum", "executive agreement"}
)


@frozen(slots=False, eq=False)
class TextFacts:
    """A text without brackets, and the slips in how it is written."""

    reading: Reading
    vocabulary: Vocabulary
    slips: tuple[Slip, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in text order."""
        return self.reading.clauses

    @property
    def operative(self) -> tuple[Provision, ...]:
        """The provisions outside the preamble, in text order."""
        return self.reading.operative_provisions

    @property
    def silence_counts(self) -> bool:
        """Whether what the text leaves out may be judged: it is whole, and every line was read."""
        return self.reading.complete and not self.reading.broken

    @property
    def title_at(self) -> Span:
        """Where the text begins: what is said of the whole is said there."""
        blocks = (b for b in self.reading.declaration.blocks if isinstance(b, nodes.Block))
        first = head_of(blocks) or next(iter(self.clauses)).block
        return first.heading.span

    @property
    def title_word(self) -> str:
        """What the text calls itself: a declaration, a treaty, a bill."""
        blocks = (b for b in self.reading.declaration.blocks if isinstance(b, nodes.Block))
        first = head_of(blocks)
        return first.heading.word if first is not None else "declaration"

    @property
    def form(self) -> str | None:
        """What the text legally is, as its head says."""
        form = self.reading.head.get("form")
        return form.value.text if form is not None and isinstance(form.value, nodes.Name) else None

    @property
    def one_sided(self) -> bool:
        """Whether nobody but its maker is bound: a law, a resolution, a statement of one side."""
        return self.form in _ONE_SIDED

    @property
    def stands_alone(self) -> bool:
        """Whether what it leaves out is in no other text that it says it carries out."""
        others = self.reading.head.stated("implements", "continues")
        return self.silence_counts and not self.one_sided and not others

    @property
    def binding_form(self) -> bool:
        """Whether its form is one that binds its parties in law."""
        return self.form in _BINDING

    @property
    def endorsed_form(self) -> bool:
        """Whether its form is one that no legislature ratifies, and one can endorse."""
        return self.form in _NOT_RATIFIED

    def slips_of(self, rule: str) -> Iterator[Slip]:
        """Yield the slips of one language rule, in text order."""
        return (slip for slip in self.slips if slip.rule == rule)

    @property
    def acceptances(self) -> Iterator[nodes.Acceptance]:
        """What the text accepts on record, in text order."""
        return (each.acceptance for each in standing(self.reading.declaration))

    @cached_property
    def counterparts(self) -> Mapping[str, tuple[str, ...]]:
        """What each sentence is exchanged for, by number, whichever of the two says so."""
        return ties.counterparts(self.reading)

    def tied(self, provision: Provision) -> bool:
        """Tell whether a step is given for another, goes with one, or waits for one."""
        return ties.is_tied(provision, self.reading, self.counterparts)
