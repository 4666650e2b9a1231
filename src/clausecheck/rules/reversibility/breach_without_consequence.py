"""A text full of promises that says nowhere what follows if they are broken or left.

One side fears that its concession is pocketed, the other that it is punished at will; both are
answered by the same words: what counts, who decides, what may then be taken back. Where the text
gives neither a breach rule nor a way back nor an exit, each side will improvise one. What is objected
hangs on what is promised: an end of hostile acts or tests, a step of one side alone, or one that
takes away the way back.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.inspection import returns
from clausecheck.analyses.terms import acts, is_group
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule


@rule(
    family="reversibility",
    lens="both",
    severity="warning",
    entries=("B18", "B19", "N28"),
    cites=cite("necessary", "N28"),
    answer=(
        "Whoever could fall by trusting wrongly wants firmness, not exits: ways out that are easy "
        "to take were found to raise violations of ceasefires."
    ),
    scope="civil-war evidence, for the answer",
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing says what follows if a promise here is broken, or a party leaves
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
        """
        declaration "Valley Declaration"
          exit: none
          ^^^^^^^^^^ nothing says what follows if a promise here is broken
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        declaration "Joint Statement"
          form: joint statement
          scope: complete
        clause 1
          Southland shall suspend sanctions on Northland.
        clause 2
          Northland shall freeze its reactors.
        clause 3
          Southland may reimpose the sanctions suspended in 1.
          if: 2 is breached
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may resume the measures within 30 days.
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Any party may withdraw from this treaty.
          on notice of: 6 months
        """,
    ),
)
def breach_without_consequence(facts: Facts) -> Iterator[Problem | Met]:
    reading = facts.reading
    bound = [provision for provision in facts.operative if provision.meaning.binding]
    ways_back = list(returns.ways_back(reading))
    idle = {ladder.at for ladder in facts.ladders if not ladder.takes_back}
    idle |= {ladder.at for ladder in facts.ladders if facts.is_blocked(ladder)}
    undone = {
        line.span
        for each in bound
        if facts.is_earned(each)
        for line in each.labels.all("reversible")
    }
    for label in ways_back:
        if label.span in undone:
            yield Met("B19", label.span, "given for a step that is verified, and can be undone")
        elif label.name != "reversible" and label.span not in idle:
            yield Met("B19", label.span, "what may be taken back")
    for ladder in facts.ladders:
        if ladder.rungs[0].own and ladder.at not in idle:
            yield Met("B19", ladder.at, "what may be taken back, in a clause of its own")
    stated = reading.head.stated("exit", "disputes")
    leaving = stated or "exit" in facts.final_clauses.said
    denied = reading.head.get("exit") is not None and not leaving
    if (
        facts.one_sided
        or not bound
        or ways_back
        or facts.ladders
        or leaving
        or reading.broken
        or not (facts.silence_counts or denied)
    ):
        return
    at = reading.head.get("exit")
    yield Problem(
        at.span if at is not None else facts.title_at,
        "nothing says what follows if a promise here is broken"
        if denied
        else "nothing says what follows if a promise here is broken, or a party leaves",
        "add `if breached:` to the main duties, or "
        + ("`disputes:` to the head" if denied else "`exit:` and `disputes:` to the head"),
        entries=tuple(_entries(bound, facts)),
    )


def _entries(bound: list[Provision], facts: Facts) -> Iterator[str]:
    """Yield the objections that these duties invite, without a consequence."""
    tests = any(
        acts(each, facts.vocabulary, ("test", "launch")) or _is_about(each, "test")
        for each in bound
    )
    halted = tests or bool(facts.conduct.ended)
    spent = bool(facts.closing) or any(_is_about(each, "exercise") for each in bound)
    if halted:
        yield "B18"
    if any(len(each.meaning.who.names) == 1 for each in bound) or not (halted or spent):
        yield "B19"
    if spent:
        yield "N28"


def _is_about(provision: Provision, group: str) -> bool:
    return any(is_group(mention, group) for mention in provision.deed.objects)
