"""The first answer to a breach of one duty is the end of the whole text, or the return of everything.

A deal may stop short of everything and be worth having all the same. Where one clause that fails
takes all others with it, the smallest quarrel puts the whole at stake, and the side that wants to
leave has its pretext. A step before it, or the suspension of what was given in return, keeps the
rest alive. An answer in proportion is also what a breach allows where a treaty is silent, short of
a material one.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.inspection.rungs import Rung
from clausecheck.analyses.terms import include_this_text, is_one_of, names_this_text
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.sentences import Deed
from clausecheck.rules.rule import rule

_LAPSING = ("end", "expire")
_ENDING = ("end", "leave", "withdraw")
_PAUSING = ("suspend", "halt")
_TAKING_BACK = ("resume", "reimpose", "restore", "suspend", "halt", "deploy")
_EVERYTHING = ("sanctions", "commitment")


@rule(
    family="overreach",
    lens="advocate",
    severity="warning",
    entries=("N05",),
    cites=cite("necessary", "N05"),
    answer="What can be kept in part will be kept in part: each side would take the half it likes.",
    looks_at="text",
    bad=(
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may suspend this treaty.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach of this one duty may suspend the whole text
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may terminate this treaty.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach of this one duty may end the whole text
        """,
        """
        clause 1
          Northland shall declare its stocks.
          if breached: Westland may resume all sanctions within 10 days.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach of this one duty, however small, is answered with everything at once
        """,
        """
        clause 1
          Northland shall declare its stocks.
        clause 2
          Southland may terminate this treaty.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a breach of one duty may end the whole text
          if: 1 is breached
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: This treaty shall lapse.
                       ^^^^^^^^^^^^^^^^^^^^^^^^ a breach of this one duty ends the whole text
        """,
    ),
    good=(
        """
        clause 1
          (a) Any party may notify UNSC of a breach.
          (b) Southland may terminate this treaty.
          on: 30 days after 1(a) begins
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: All parties shall meet within 10 days.
          otherwise: Southland may terminate this treaty.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may resume the exercises.
        """,
        """
        clause 1
          Northland shall declare its stocks.
          if breached: Westland shall consult Northland within 10 days.
          otherwise: Westland may resume the sanctions suspended in 2.
          otherwise: Westland may resume all sanctions.
        clause 2
          Westland shall suspend sanctions on coal exports.
        """,
    ),
)
def one_breach_ends_all(facts: Facts) -> Iterator[Problem | Met]:
    for ladder in facts.ladders:
        first = ladder.rungs[0]
        breach = _breach(ladder)
        done = _done_to_the_text(first, facts)
        if done is not None:
            yield Problem(
                first.at,
                f"{breach} {done} the whole text",
                "suspend what was given for it, or put a step before, with `otherwise:` for the end",
            )
        elif _takes_everything_back(first, facts):
            yield Problem(
                first.at,
                f"{breach}, however small, is answered with everything at once",
                "name what was given for it, or put a step before, with `otherwise:` for the rest",
            )
        else:
            yield Met("N05", ladder.at, "a breach that leaves the rest standing")


def _breach(ladder: Ladder) -> str:
    if not ladder.of:
        return "any breach"
    return f"a breach of {'one' if ladder.rungs[0].own else 'this one'} duty"


def _done_to_the_text(rung: Rung, facts: Facts) -> str | None:
    lapses = any(
        _does(deed, facts, _LAPSING)
        for meaning in rung.meanings
        for deed in meaning.deeds
        if meaning.who.how == "text" or include_this_text(meaning.subject)
    )
    if lapses:
        return "ends"
    for meaning in rung.meanings:
        allowed = meaning.kind == "permission"
        for deed in meaning.deeds:
            if _does(deed, facts, _ENDING) and names_this_text(deed):
                return "may end" if allowed else "ends"
            if _does(deed, facts, _PAUSING) and include_this_text(deed.objects):
                return "may suspend" if allowed else "suspends"
    return None


def _takes_everything_back(rung: Rung, facts: Facts) -> bool:
    return any(
        _does(deed, facts, _TAKING_BACK)
        and any(amount.whole for amount in deed.amounts)
        and any(is_one_of(thing, facts.vocabulary, *_EVERYTHING) for thing in deed.objects)
        for deed in _deeds(rung)
    )


def _deeds(rung: Rung) -> Iterator[Deed]:
    return (deed for meaning in rung.meanings for deed in meaning.deeds)


def _does(deed: Deed, facts: Facts, acts: tuple[str, ...]) -> bool:
    return deed.act is not None and facts.vocabulary.is_a("act", deed.act.name, *acts)
