"""Recognition or new relations for a state that disarms, tied to no step of its own.

To be recognised may be what it came for. Relations that begin when the paper is signed pay in full
for steps that are still to come, and the great power's earlier openings, which are held up as a
model, followed a change on the other side. Benchmarks before relations are raised answer it, or
beginnings that can be taken back, such as a liaison office. It is asked only where one party alone
is to disarm: between equals recognition is an exchange by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.peace import complete_disarmament, days_until
from clausecheck.analyses.ties import is_conditional, one_a_sentence
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import waiting_for

_SEEN = frozenset({"observer", "consent-gated", "named", "full"})


@rule(
    family="recognition",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B21b", "B25"),
    cites=cite("impossible", "B21b"),
    answer=(
        "Talks teach what the other side is after, and an embassy is the place to hold them; what "
        "lowers tension serves all."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Northland and Westland will establish new relations.
                                                ^^^^^^^^^^^^^ this is granted whether or not Northland takes a verified step
        clause 2
          Northland commits to work toward complete denuclearization.
        """,
        """
        clause 1
          (a) Northland and Westland will exchange ambassadors.
                                                   ^^^^^^^^^^^ this is granted whether or not Northland takes a verified step
          (b) Northland and Southland will normalise relations.
          if: "progress is made"
        clause 2
          Northland shall eliminate its missiles.
        """,
    ),
    good=(
        """
        clause 1
          Northland and Westland will establish diplomatic relations.
          after: 2 is verified
        clause 2
          Northland will dismantle its reactors.
        """,
        """
        clause 1
          Northland and Westland will open liaison offices.
        clause 2
          Northland will dismantle its reactors.
        """,
        """
        clause 1
          Northland and Southland will establish diplomatic relations.
        """,
    ),
)
def untied_recognition(facts: Facts) -> Iterator[Problem | Met]:
    alone = facts.disarmament.alone
    untied = []
    for provision in one_a_sentence(facts.relations_granted) if alone else ():
        if facts.is_earned(provision):
            for entry in ("B21b", "B25"):
                yield Met(entry, provision.span, "it goes with a verified step, or follows one")
        if not facts.tied(provision):
            untied.append(provision)
    if untied:
        first, *others = sorted(untied, key=_hangs_on_something)
        yield Problem(
            first.matter_at,
            f"this is granted whether or not {alone} takes a verified step",
            f"{_wait(facts)}, or begin with a liaison office",
            severity="info" if _hangs_on_something(first) else None,
            related=tuple(Related(other.matter_at, "and this") for other in others),
        )


def _hangs_on_something(provision: Provision) -> bool:
    """Tell whether there is a condition, as a label or in words that are still open."""
    return is_conditional(provision) or bool(provision.meaning.open_words)


def _wait(facts: Facts) -> str:
    """Return what to type so that it follows the first step that is verified.

    Not the last: who has to give up everything first has waited for years.
    """
    steps = facts.disarmament.steps
    seen = {each.provision.number for each in facts.verification.duties if each.strength in _SEEN}
    whole = {step.number for step in complete_disarmament(facts.disarmament, facts.vocabulary)}
    partial = [step for step in steps if step.number not in whole]
    verified = [step for step in partial if step.number in seen]
    if not partial:
        return "put a first verified step before, with `after:` and that step's clause"
    first = min(verified or partial, key=lambda step: _due(step, facts))
    return f"add {waiting_for(first.number, facts)}"


def _due(step: Provision, facts: Facts) -> float:
    due = days_until(step, facts.reading)
    return due[0] if due else inf
