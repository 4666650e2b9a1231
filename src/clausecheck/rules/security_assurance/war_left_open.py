"""Peace is spoken of and one side disarms, while the war stays open in law.

A war that was never ended ties everybody's hands, and those of the weaker side most: it disarms
before an enemy. To declare the war over costs less than disarmament and can feed the talks; a text
that takes the larger step and leaves the smaller one out has them in the harder order.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security import peace
from clausecheck.analyses.terms import named
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.source import Span

_PEACE = ("peace", "peace-regime", "peace-on-peninsula", "war", "state-of-war", "armistice")


@rule(
    family="security-assurance",
    lens="advocate",
    severity="warning",
    entries=("N12", "N09"),
    cites=cite("necessary", "N12"),
    answer=(
        "Those who are not pressed for time can live with things as they are, and would see the "
        "practice of peace before its declaration."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ the war stays open in law, and Northland is to disarm
        clause 2
          Northland and Southland will cooperate to establish a peace regime.
        """,
    ),
    good=(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland and Southland declare that the state of war is ended.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
        """,
    ),
)
def war_left_open(facts: Facts) -> Iterator[Problem | Met]:
    endings = facts.troops.endings
    for provision in endings:
        if not (provision.kind == "statement" or provision.meaning.binding):
            continue
        yield Met("N12", provision.span, "the war is ended, or is to be")
        if peace.comes_early(provision, facts.vocabulary):
            yield Met("N09", provision.span, "the war is declared over first")
    spoken_of = _peace(facts)
    quiet = endings or not facts.stands_alone
    if quiet or spoken_of is None or facts.disarmament.alone is None:
        return
    yield Problem(
        facts.disarmament.steps[0].deed.act_span,
        f"the war stays open in law, and {facts.disarmament.alone} is to disarm",
        "add `All parties declare that the state of war is ended.`, or say when a treaty will end it",
        related=(Related(spoken_of, "peace is spoken of here, and the war is not ended"),),
    )


def _peace(facts: Facts) -> Span | None:
    """Return where the text first speaks of peace or the war outside its preamble."""
    return next(
        (
            mention.span
            for provision in facts.operative
            for mention in named(provision, facts.vocabulary, *_PEACE)
        ),
        None,
    )
