"""Which clauses sentences name, and which words they quote, where that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.changes import Change
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.units import Unit
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.notes import listed
from clausecheck.source import Span


def named_otherwise(
    ones: Sequence[Unit], others: Sequence[Unit], canons: tuple[Canon, Canon]
) -> Iterator[Change]:
    """Yield where sentences name other clauses than they did, renumbering apart, or quote others.

    Of what several say it does not matter which of them says it, or how often.
    """
    several = max(len(ones), len(others)) > 1
    named = [
        [at for unit in units for meaning in unit.meanings for at in meaning.references]
        for units in (ones, others)
    ]
    if _differ(named, canons, several=several):
        text = f"names other clauses: {_numbers(named[0])} → {_numbers(named[1])}"
        before, after = map(_first, named)
        yield Change("wording", "other", text, before, after, ones[0].parties)
    quoted = [[at for unit in units for at in unit.quoted] for units in (ones, others)]
    if _differ(quoted, canons, several=several):
        what = "changed" if all(quoted) else "added" if quoted[1] else "dropped"
        before, after = map(_first, quoted)
        yield Change("quotation", "other", f"quoted words {what}", before, after, ones[0].parties)


def _differ(
    said: Sequence[Sequence[nodes.Reference | nodes.Quoted]],
    canons: tuple[Canon, Canon],
    *,
    several: bool,
) -> bool:
    before, after = (
        [canon.value(each) for each in of] for canon, of in zip(canons, said, strict=True)
    )
    return {*before} != {*after} if several else before != after


def _first(said: Sequence[nodes.Reference | nodes.Quoted]) -> Span | None:
    return said[0].span if said else None


def _numbers(references: Sequence[nodes.Reference]) -> str:
    return listed(list(dict.fromkeys(map(written, references)))) if references else "none"
