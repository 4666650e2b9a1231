"""Equal words, or one moment for both, where the cost to the two sides is not equal.

A ban on flights along a line reads the same for both, and takes more from the side that watches the
line from the air than from the one that does not. Two steps at the same moment look fair, and are
not where one can be undone in days and the other never. The text is not at fault, so this is only
pointed out: whoever can afford to be wrong can go first with a step that can be reversed, and what
a ban takes from one side's view can be given back by observers.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.exchange.exchanges import is_for_good
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.terms import acts, speaks_of
from clausecheck.analyses.ties import awaited, one_a_sentence
from clausecheck.analyses.timing.undoing import time_to_undo
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule

_WATCHING = ("aircraft", "reconnaissance", "satellite")
_STOPPING = ("cease", "halt", "suspend")


@rule(
    family="reciprocity",
    lens="advocate",
    severity="info",
    entries=("N27",),
    cites=cite("military-no-fly"),
    answer="Paying first is how concessions were pocketed; equal words are the least that is fair.",
    false_alarms="Two sides that watch each other by the same means lose the same.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Southland shall not fly aircraft within 20 km of the border.
                                                ^^^^^^^^ equal in wording, this costs more to the side that watches the other from the air
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
                          ^^^^^^^^^ this cannot be undone, and is due at the same moment as a step that can
          together with: 2 begins
        clause 2
          Southland shall suspend broadcasts.
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall not fly bombers within 20 km of the border.
        clause 2
          Northland shall not fly aircraft within 20 km of the border.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          together with: 2 begins
        clause 2
          Southland shall suspend broadcasts.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          together with: 2 begins
        clause 2
          Southland shall withdraw its troops from Westland.
        """,
        """
        clause 1
          Northland shall return all prisoners.
          together with: 2 begins
        clause 2
          Westland shall withdraw its troops from Southland.
        """,
    ),
)
def equal_terms_unequal_costs(facts: Facts) -> Iterator[Problem | Met]:
    blinding = next((each for each in facts.operative if _blinds(each, facts)), None)
    if blinding is not None and blinding.object is not None:
        yield Problem(
            blinding.object.span,
            "equal in wording, this costs more to the side that watches the other from the air",
            "add what replaces that view, such as observers, joint flights or notices",
        )
    firsts = {each.number: each for each in one_a_sentence(facts.operative)}
    for step in firsts.values():
        for at_once in awaited(step, facts.reading, "together with"):
            other = firsts.get(at_once.number)
            if other is not None and is_for_good(step, facts.vocabulary) != is_for_good(
                other, facts.vocabulary
            ):
                lasting, passing = (
                    (step, other) if is_for_good(step, facts.vocabulary) else (other, step)
                )
                if not _can_be_taken_back(passing, facts):
                    continue
                yield Problem(
                    lasting.deed.act_span,
                    "this cannot be undone, and is due at the same moment as a step that can",
                    f"let {passing.number} begin first, or cut this into parts",
                    related=(Related(passing.deed.act_span, "this can be taken back"),),
                )


def _can_be_taken_back(step: Provision, facts: Facts) -> bool:
    """Tell whether that is known: of prisoners who went home nobody knows how to take it back."""
    graded = step.act is not None and facts.vocabulary.grade(step.act.name) is not None
    return graded or time_to_undo(step, facts.vocabulary).days is not None


def _blinds(provision: Provision, facts: Facts) -> bool:
    """Tell whether it keeps both sides from flying or watching."""
    mutual = len(provision.meaning.who.names) > 1 and provision.meaning.binding
    stops = provision.kind == "prohibition" or acts(provision, facts.vocabulary, _STOPPING)
    watches = acts(provision, facts.vocabulary, ("fly", "spy")) or speaks_of(
        provision, facts.vocabulary, "reconnaissance"
    )
    return mutual and stops and watches and speaks_of(provision, facts.vocabulary, *_WATCHING)
