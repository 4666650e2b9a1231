"""A step is said to mirror another's, and is not its equal.

`mirrors:` claims that both sides give the same. Where one comes later, lasts less long, is less of the
same thing, is bound only upon a condition, is verified less strongly or is taken back sooner, the claim holds for the words alone, and the side that gives more will be told
that it agreed to equal terms. That one binds less is told by `unequal-modality`. Times to take a step
back count here only where both clauses say them.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.matches import (
    EasierToUndo,
    Later,
    Less,
    LessVerified,
    LongerToRestore,
    OnCondition,
    Shorter,
    Smaller,
)
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.ties import named_by
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule


@rule(
    family="reciprocity",
    lens="neutral",
    severity="warning",
    cites=cite("language", "Labels"),
    looks_at="text",
    answer="Two sides with unequal means can owe the same and still need unequal time for it.",
    bad=(
        """
        clause 1
          Northland shall open its border.
          by: 30 days after signature
        clause 2
          Southland shall open its border.
          by: 90 days after signature
          mirrors: 1
          ^^^^^^^^^^ 2 is to mirror 1, and may come 60 days later
        """,
        """
        clause 1
          Northland shall withdraw its artillery.
          verified by: IAEA using on-site inspection, every 30 days
          mirrors: 2
          ^^^^^^^^^^ 2 is to mirror 1, and is verified less strongly
        clause 2
          Southland shall withdraw its artillery.
        """,
        """
        clause 1
          Northland shall withdraw its artillery.
          reversible: by Northland within 90 days
          restores in: 10 days
        clause 2
          Southland shall withdraw its artillery.
          mirrors: 1
          ^^^^^^^^^^ 2 is to mirror 1, and is taken back sooner and takes longer to make good once it is taken back
          reversible: by Southland within 30 days
          restores in: 60 days
        """,
        """
        clause 1
          Northland shall not conduct missile tests.
          for: 5 years
        clause 2
          Southland shall not conduct missile tests.
          for: 1 year
          mirrors: 1
          ^^^^^^^^^^ 2 is to mirror 1, and lasts less long (1 year against 5 years)
        """,
        """
        clause 1
          Northland shall dismantle 100 tanks.
        clause 2
          Southland shall dismantle 10 tanks.
          if: "its parliament agrees"
          mirrors: 1
          ^^^^^^^^^^ 2 is to mirror 1, and is bound only upon a condition and is smaller (10 against 100)
        """,
    ),
    good=(
        """
        clause 1
          Northland shall open its border.
          by: 30 days after signature
        clause 2
          Southland shall open its border.
          by: 30 days after signature
          mirrors: 1
        """,
        """
        clause 1
          Northland shall open its border.
        clause 2
          Southland intends to open its border.
          mirrors: 1
        """,
        """
        clause 1
          Northland shall open its border.
          by: 30 days after signature
        clause 2
          Southland shall suspend sanctions.
          by: 90 days after signature
          in return for: 1
        """,
    ),
)
def unequal_mirror(facts: Facts) -> Iterator[Problem | Met]:
    lines = {
        frozenset((step.number, other)): label
        for step in facts.operative
        for label in step.labels.all("mirrors")
        for other in named_by(step, facts.reading, "mirrors")
    }
    for match in facts.matches if lines else ():
        given, gained = match.answer.given.number, match.answer.gained.number
        line = lines.get(frozenset((given, gained)))
        told = [words for less in match.less if (words := _told(less))]
        if line is not None and told:
            yield Problem(
                line.span,
                f"{gained} is to mirror {given}, and {' and '.join(told)}",
                f"give {gained} the same day, term, verification and way back as {given}, or say "
                f"`in return for: {given}`, which claims no equality",
                related=(
                    Related(match.answer.given.deed.act_span, "this is what is mirrored"),
                    Related(match.answer.gained.deed.act_span, "this is less"),
                ),
            )


def _told(less: Less) -> str | None:
    if isinstance(less, LessVerified):
        return "is verified less strongly"
    if isinstance(less, Later) and less.by.days is not None:
        return f"may come {less.by.days} {'day' if less.by.days == 1 else 'days'} later"
    if isinstance(less, EasierToUndo) and {less.given.by, less.gained.by} <= {"clause", "never"}:
        return "is taken back sooner"
    if isinstance(less, OnCondition):
        return "is bound only upon a condition"
    if isinstance(less, (Shorter, Smaller)):
        verb = "lasts less long" if isinstance(less, Shorter) else "is smaller"
        return f"{verb} ({less.gained} against {less.given})"
    if isinstance(less, LongerToRestore):
        return "takes longer to make good once it is taken back"
    return None
