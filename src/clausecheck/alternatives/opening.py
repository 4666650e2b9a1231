"""What is to be decided in a text with brackets, and what each choice brings."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.alternatives.differing import differences
from clausecheck.choosing.trees import Tree, causes
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.model.decisions import kind_of
from clausecheck.proposals import Choice, Open, Price
from clausecheck.rolling import RollingText


def opening(text: RollingText) -> Iterator[Open]:
    """Yield what is to be decided, in text order, with what each choice brings."""
    prices: dict[tuple[int, int], list[Price]] = {}
    found = (*text.learned(), *text.learned_of_writing())
    effects: list[tuple[Finding | Stance | LedgerEntry, Tree]] = [
        *((each, tree) for each, tree in found if each.status == "new"),
        *text.stances(),
        *text.entries(),
    ]
    for what, tree in effects:
        for cause in causes(tree, text.sizes):
            for at, option in cause:
                others = tuple(each for each in cause if each != (at, option))
                price = Price(what, text.worded(others) if others else "")
                prices.setdefault((at, option), []).append(price)
    for at, decision in enumerate(text.decisions):
        if decision.version:
            continue
        first = decision.brackets[0]
        choices = tuple(
            Choice(
                option.words,
                option.proposed_by,
                tuple(prices.get((at, number), ())),
                differences(text, at, number) if number else (),
            )
            for number, option in enumerate(decision.options)
        )
        kinds = dict.fromkeys(kind_of(bracket) for bracket in decision.brackets)
        yield Open(
            tuple(bracket.address for bracket in decision.brackets),
            ", ".join(kinds),
            text.source.place_of(first.span.start).line,
            choices,
        )
