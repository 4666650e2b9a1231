"""Recognition as a state, embassies or a final border, with nothing that keeps unity open.

Whoever hopes for one country in the end asks whether recognising two makes that impossible. A text
that recognises in full and is silent on the question risks being read as closing it. A
reservation, a special relation, self-determination or missions instead of embassies keep it open.
A line that becomes the border, and is not called final, is worth a look. Where neither claims the
whole any more, and nobody is known to, nothing is asked.
The treaty of 1972 between the two German states took that way: permanent missions, differing views on
record, and a letter on unity beside it. The West held, as its constitutional court did in 1973 (from
general knowledge), that this was no recognition under international law; unity came in 1990.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.recognition import mends_the_law
from clausecheck.analyses.terms import speaks_of
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="recognition",
    lens="sceptic",
    severity="warning",
    at_times=("info",),
    entries=("B05",),
    cites=cite("impossible", "B05"),
    answer=(
        "The advocate sets no store by the question; two states elsewhere lived side by side by "
        "treaty, short of full recognition, and were united all the same."
    ),
    looks_at="text",
    bad=(
        """
        clause 1
          Southland recognises Northland as a sovereign state.
                                              ^^^^^^^^^^^^^^^ recognition in full, and nothing keeps the question of unity open
        """,
        """
        clause 1
          The line between Northland and Southland shall be the final border.
                                                                ^^^^^^^^^^^^ a final border, and nothing keeps the question of unity open
        """,
        """
        clause 1
          The line of contact shall be the border between Northland and Southland.
                                           ^^^^^^ a line becomes a border, and nothing keeps the question of unity open
        """,
        """
        clause 1
          Southland shall recognise Northland within its present frontiers.
                                                         ^^^^^^^^^^^^^^^^^ recognition in full, and nothing keeps the question of unity open
        """,
        """
        clause 1
          Southland recognises Northland.
                               ^^^^^^^^^ recognition in full, and nothing keeps the question of unity open
        """,
        """
        clause 1
          Northland and Southland each recognise the sovereignty and territorial integrity of the other.
                                                     ^^^^^^^^^^^ recognition in full, and nothing keeps the question of unity open
        """,
    ),
    good=(
        """
        clause 1
          Northland and Southland shall establish diplomatic relations.
        clause 2
          Southland shall repeal its law on the annexation of Northland.
        """,
        """
        clause 1
          Southland recognises Northland as a sovereign state.
        clause 2
          Nothing in this declaration affects the right of self-determination or unification by consent.
        """,
        """
        clause 1
          Northland and Southland each shall respect the sovereignty and territorial integrity of the other.
        """,
        """
        clause 1
          Westland recognises the right of the people to sovereignty and territorial integrity.
        """,
        """
        clause 1
          Southland recognises the political system of Northland.
        """,
        """
        clause 1
          Nothing in this declaration recognises Northland as a sovereign state.
        """,
        """
        clause 1
          Southland recognises Northland as a party to the armistice.
        """,
        """
        clause 1
          Southland recognises that Northland has acceded to the treaty.
        """,
        """
        clause 1
          The line of contact shall not be a permanent border.
        """,
        """
        clause 1
          Southland recognises the right of Northland to the peaceful uses of nuclear energy.
        """,
    ),
)
def recognition_forecloses_unity(facts: Facts) -> Iterator[Problem | Met]:
    recognition = facts.recognition
    kept = (*recognition.reserving, *recognition.avoiding)
    for provision in kept:
        yield Met("B05", provision.span, "the question of unity is kept open")
    consented = any(use.manner in {"by-consent", "saved", "goal"} for use in facts.unification)
    if kept or consented or not facts.silence_counts or not _is_at_issue(facts):
        return
    if recognition.full:
        first = recognition.full[0]
        yield Problem(
            next((m.span for m in first.deed.mentions if m.kind == "object"), first.matter_at),
            f"{_what(first, facts)}, and nothing keeps the question of unity open",
            f"add `{_kept_open(facts)}`, or exchange missions instead",
            severity="info" if first.labels.stated("if") else None,
        )
    elif recognition.bordering:
        yield Problem(
            recognition.bordering[0].deed.mentions[0].span,
            "a line becomes a border, and nothing keeps the question of unity open",
            f"add `{_kept_open(facts)}`",
            severity="info",
        )


def _kept_open(facts: Facts) -> str:
    return f"This {facts.title_word} is without prejudice to unification by consent."


def _is_at_issue(facts: Facts) -> bool:
    """Tell whether there may be a claim to the whole: of known rivals, or none that is given up."""
    listed = (*facts.vocabulary.names("unity-in-law"), *facts.vocabulary.names("unity-given-up"))
    known = map(facts.reading.names.actor, listed)
    rivals = any(actor is not None and actor.kind == "party" for actor in known)
    in_line = any(mends_the_law(each, facts.vocabulary) for each in facts.operative)
    return rivals or bool(facts.unification) or not (facts.recognition.confining or in_line)


def _what(provision: Provision, facts: Facts) -> str:
    drawn = speaks_of(provision, facts.vocabulary, "final-border")
    return "a final border" if drawn else "recognition in full"
