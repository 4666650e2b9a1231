"""What a choice has less said against it for no other reason than that it promises less.

Who `should` freeze where it `shall` have frozen is not asked who looks. Nothing is answered by
that, and a choice that only promises less is not told as one that clears anything: `compare` says
so of two texts, and this of a choice beside the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.changes import Comparison
from clausecheck.choosing.rows import Assignment, with_option
from clausecheck.compare.consequences.objections import objections
from clausecheck.compare.consequences.outcome import ledger
from clausecheck.compare.consequences.verdict import answers_nothing, unanswered
from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.ground.names import own
from clausecheck.findings import Material, Report
from clausecheck.model.decisions import with_in_force
from clausecheck.proposals import Asked
from clausecheck.rolling import RollingText, Said
from clausecheck.values import evolve


def raised_by_more(
    text: RollingText, decision: int, option: int, made: Comparison, told: Collection[str]
) -> Iterator[Asked]:
    """Yield what is raised with a choice alone, or with the first alone, as more is promised there.

    `made` is the choice beside the first; where it promises no less and no more, nothing is asked.
    The objections `told` are so for another reason.
    """
    if not answers_nothing(made):
        return
    base = with_in_force(text.decisions, decision)
    other = with_option(base, decision, option)
    one, two = (_report(text, each) for each in (base, other))
    found = objections(one, two, *_by_number(text, base, other), reordered=True)
    judged = evolve(
        made, gained=found.gained, cleared=found.cleared, ledger=tuple(ledger(one, two))
    )
    every = [
        (each, tuple(key for key in each.entries if key not in told)) for each in unanswered(judged)
    ]
    for each, entries in [pair for pair in every if pair[1] or pair[0].findings]:
        yield Asked(each.why, each.way == "arisen", entries, each.findings, unanswered=True)


def _by_number(text: RollingText, *texts: Assignment) -> list[Canon]:
    """Return by what clauses are the same: all of these texts have them under one number.

    A finding of the same rule elsewhere is in the way of saying that it no longer arises.
    """
    every = [text.reading(each).names for each in texts]
    return [Canon(names, own(names), numbers={}) for names in every]


def _report(text: RollingText, assignment: Assignment) -> Report:
    """Return what is found in a text, as far as it is asked for here."""
    said = [each for each in text.found_in(assignment) if isinstance(each, Said)]
    findings = sorted(
        (text.findings[each] for each in said),
        key=lambda each: (each.span, each.rule, each.message),
    )
    return Report(
        text.source, None, tuple(findings), (), Material(), ledger=text.ledger(assignment)
    )
