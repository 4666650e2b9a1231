"""From slips, which the reader of a text finds, to problems, which rules report."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.findings import Problem, Related


def problems(facts: Facts, rule: str) -> Iterator[Problem]:
    """Yield a problem for each slip of one language rule, in text order."""
    for slip in facts.slips_of(rule):
        related = tuple(Related(at, message) for at, message in slip.related)
        yield Problem(slip.at, slip.message, slip.help, slip.severity, slip.clause, related)
