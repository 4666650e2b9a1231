"""Where language versions differ, what each commits to, and in what it differs from the first."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.alternatives.differing import differences, held
from clausecheck.choosing.rows import with_option
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.decisions import choices_of, clause_of, with_in_force, words_of
from clausecheck.model.names import is_below
from clausecheck.model.reading import Clause
from clausecheck.proposals import Version
from clausecheck.rolling import RollingText
from clausecheck.source import Span


def versions(text: RollingText) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Yield each bracket in which language versions differ, with what each commits to.

    How it differs is told of each bracket by itself, all others being as in the first.
    """
    for at, decision in enumerate(text.decisions):
        if not decision.version:
            continue
        for bracket in decision.brackets:
            yield bracket.address, tuple(_in_versions(text, at, bracket))


def _in_versions(text: RollingText, at: int, bracket: nodes.Bracket) -> Iterator[Version]:
    place, base = clause_of(bracket), with_in_force(text.decisions, at, bracket.address)
    choices = choices_of(text.decisions, base)
    first = text.reading(base)
    for option, version in enumerate(text.decisions[at].options):
        number = dict(version.choices).get(bracket.address)
        if number is None:  # this version is not among those that the bracket tells of
            yield Version(version.words, "", "")
            continue
        clause = text.reading(with_option(base, at, option)).clause(place)
        told = dict.fromkeys(_commitments(clause, bracket.span) if clause else ())
        other = text.reading_with({**choices, bracket.address: number})
        differs = differences(held(text, first, other)) if option else ()
        yield Version(
            version.words,
            words_of(bracket.proposals[number], text.source),
            "; ".join(told),
            tuple(each for each in differs if is_below(each.place, place)),
        )


def _commitments(clause: Clause, bracket: Span) -> Iterator[str]:
    """Yield the sentences that a bracket touches, with their lines in it, in one version."""
    within = [said for said in clause.said if bracket.contains(said.sentence.span)]
    before = [said for said in clause.said if said.sentence.span.start <= bracket.start]
    for said in within or before[-1:]:
        kinds = dict.fromkeys(
            provision.kind
            for provision in clause.provisions
            if said.sentence.span.contains(provision.span)
        )
        lines = [written(line) for line in said.labels.lines if _touches(line.span, bracket)]
        what = " and ".join(kinds) or "not to be read"
        yield f"{what}: {' '.join([written(said.sentence), *lines])}"


def _touches(line: Span, bracket: Span) -> bool:
    return line.start <= bracket.start < line.end or bracket.contains(line)
