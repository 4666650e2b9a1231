"""A text with brackets as its negotiators see it: what is open, what it costs, how it may end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausecheck.alternatives.opening import opening
from clausecheck.alternatives.search import Search
from clausecheck.alternatives.tallies import tally
from clausecheck.alternatives.versions import versions
from clausecheck.alternatives.weighing import LENSES
from clausecheck.check import Settings, UnknownChoice, read_chosen, read_source
from clausecheck.model import nodes
from clausecheck.model.decisions import Decision, resolutions
from clausecheck.model.resolve import blocks_of
from clausecheck.notes import lines_in_words, notes_on, on_chosen, unread_lines
from clausecheck.proposals import Alternatives, Tally
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.vocabulary import Vocabulary

MOST_CHECKS = 60
"""Texts that are checked in full before no better ones are looked for."""

_NOBODY = "is nobody to prefer a text for"


def alternatives(
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
    *,
    prefer: str | None = None,
    most: int = 6,
    checks: int = MOST_CHECKS,
    since: Source | None = None,
) -> Alternatives:
    """Return what is to be decided in a text and the best ways to do it, at most `most` of them.

    They are ranked by `prefer`: a lens, errors, or a party, whose proposals then count first.
    `since` is an earlier state of the text, whose open brackets are counted too.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
        UnknownChoice: something is chosen that is not there, or preferred that proposes nothing.
    """
    declaration, slips, chosen = read_chosen(source, settings.choose)
    unread = unread_lines(source, slips)
    text = RollingText(source, declaration, vocabulary, settings)
    proposers = _proposers(text.decisions)
    known = (*LENSES, "errors", *proposers)
    if prefer is not None and prefer not in known:
        names = {b.heading.name.text for b in blocks_of(declaration) if b.heading.name}
        no_use = "makes no proposal that is open" if prefer in names else _NOBODY
        message = f"{prefer} {no_use}; there are {', '.join(known)}"
        raise UnknownChoice(message)
    found = Search(text, checks)
    parties = tuple(found.of_party(party) for party in proposers)
    best = found.best(prefer, most)
    count, count_exact = resolutions(text.decisions)
    before, unread_before = _earlier(since, declaration) if since is not None else (None, ())
    reading = text.reading(text.first)
    states = [(source, unread), *([(since, unread_before)] if since is not None else [])]
    return Alternatives(
        source,
        reading.title,
        tuple(opening(text)),
        count,
        count_exact,
        best.texts,
        best.least is None,
        best.left_out,
        best.least,
        parties,
        tuple(versions(text)),
        tally(declaration),
        before,
        text.strength,
        text.learner.rough,
        found.checked,
        found.checked >= found.checks,
        (
            *(_on_unread(each.name, lines) for each, lines in states if lines),
            *notes_on(reading, unread),
            *on_chosen(chosen),
        ),
        prefer,
        unread,
        text.knows_all,
    )


def _earlier(since: Source, now: nodes.Declaration) -> tuple[Tally, tuple[int, ...]]:
    """Return what was open in an earlier state, and which of its lines could not be read."""
    declaration, slips = read_source(since)
    return tally(declaration, now), unread_lines(since, slips)


def _on_unread(name: str, lines: Sequence[int]) -> str:
    where = lines_in_words(lines)
    return (
        f"{where[0].upper()}{where[1:]} of {name} could not be read, and what is open there is "
        "left out; `clausecheck lint` says why."
    )


def _proposers(every: Iterable[Decision]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            who
            for decision in every
            for bracket in decision.brackets
            for proposal in bracket.proposals
            for who in proposal.proposed_by
        )
    )
