"""Where language versions differ, and what each commits to."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.model.decisions import clause_of, words_of
from clausecheck.proposals import Version
from clausecheck.rolling import RollingText


def versions(text: RollingText) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Yield each bracket in which language versions differ, with what each commits to."""
    for at, decision in enumerate(text.decisions):
        if not decision.version:
            continue
        for bracket in decision.brackets:
            yield bracket.address, tuple(_in_versions(text, at, bracket))


def _in_versions(text: RollingText, at: int, bracket: nodes.Bracket) -> Iterator[Version]:
    for option, version in enumerate(text.decisions[at].options):
        proposals = [
            bracket.proposals[number]
            for address, number in version.choices
            if address == bracket.address
        ]
        assignment = tuple(option if n == at else 0 for n in range(len(text.sizes)))
        clause = text.reading(assignment).clause(clause_of(bracket))
        said = [
            provision
            for provision in (clause.provisions if clause else ())
            if provision.span.start <= bracket.span.start < provision.span.end
            or bracket.span.contains(provision.span)
        ]
        acts = (provision.act.name if provision.act else "" for provision in said)
        told = dict.fromkeys(
            f"{provision.kind}, `{provision.modality.text}`{f', to {act}' if act else ''}"
            for provision, act in zip(said, acts, strict=True)
        )
        words = words_of(proposals[0], text.source) if proposals else ""
        yield Version(version.words, words, "; ".join(told))
