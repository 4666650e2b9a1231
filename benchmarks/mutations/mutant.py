"""What is planted, and what must follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import field

from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from benchmarks.mutations.draft import Draft, Edit
    from clausecheck.findings import Severity


@frozen
class Expected:
    """A finding of one of some families, at a severity or above, at a clause or anywhere."""

    families: frozenset[str]
    severity: Severity = "warning"
    clause: str | None = None


@frozen
class Mutant:
    """A text changed in one way.

    A fault says what must newly be found. A near miss expects nothing: nothing above info may be.
    """

    draft: Draft = field(repr=False)
    clause: str | None
    planted: str
    edits: tuple[Edit, ...] = field(repr=False)
    expected: Expected | None = None
    renamed: Mapping[str, str] = field(factory=dict, repr=False)
    """What clauses were called before, by what they are called now."""


Operator: TypeAlias = "Callable[[Draft], Iterator[Mutant]]"
"""Its name is the operator's; the first line of its docstring is what the table says of it."""
