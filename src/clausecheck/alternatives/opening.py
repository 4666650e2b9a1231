"""What is to be decided in a text with brackets, and what each choice brings."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.alternatives.asking import asked_otherwise
from clausecheck.alternatives.beside import beside_the_first
from clausecheck.alternatives.differing import differences, held_against_first
from clausecheck.alternatives.unanswered import raised_by_more
from clausecheck.choosing.trees import Tree, causes
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.model.decisions import kind_of, words_of
from clausecheck.model.resolve import LEFT_OUT
from clausecheck.proposals import TOLD, Asked, Beside, Choice, Open, Price
from clausecheck.rolling import RollingText
from clausecheck.values import evolve


def opening(text: RollingText) -> Iterator[Open]:
    """Yield what is to be decided, in text order, with what each choice brings."""
    prices: dict[tuple[int, int], list[Price]] = {}
    found = (*text.learned(), *text.learned_of_writing(), *text.learned_of_record())
    effects: list[tuple[Finding | Stance | LedgerEntry, Tree]] = [
        *((each, tree) for each, tree in found if each.status == "new"),
        *text.stances(),
        *text.entries(),
    ]
    for what, tree in effects:
        for cause, where in (
            text.causes_of(what, tree)
            if isinstance(what, Finding)
            else ((cause, "") for cause in causes(tree, text.sizes))
        ):
            for at, option in cause:
                others = tuple(each for each in cause if each != (at, option))
                told = [text.worded(others)] if others else []
                price = Price(what, ", ".join([*told, *filter(None, [where])]), len(others))
                prices.setdefault((at, option), []).append(price)
    for at, decision in enumerate(text.decisions):
        if decision.version:
            continue
        first = decision.brackets[0]
        traced = any((at, number) in prices for number, _ in enumerate(decision.options))
        beside = [
            Beside()
            if number == 0 or traced or text.knows_all
            else beside_the_first(text, at, number)
            for number, _ in enumerate(decision.options)
        ]
        named = {
            what.entry
            for number, each in enumerate(beside)
            for what in (
                *(price.what for price in prices.get((at, number), ())),
                *each.brings,
                *each.no_longer,
            )
            if isinstance(what, LedgerEntry) and what.state in TOLD
        }
        own = [Choice(each.words, each.proposed_by, ()) for each in decision.options]
        choices = tuple(
            evolve(
                _beside_the_first(text, at, number, named, each) if number else each,
                prices=tuple(prices.get((at, number), ())),
                beside=beside[number],
            )
            for number, each in enumerate(own)
        )
        kinds = dict.fromkeys(kind_of(bracket) for bracket in decision.brackets)
        yield Open(
            tuple(bracket.address for bracket in decision.brackets),
            ", ".join(kinds),
            text.source.place_of(first.span.start).line,
            choices,
        )


def _beside_the_first(
    text: RollingText, at: int, number: int, named: Collection[str], choice: Choice
) -> Choice:
    """Return a choice with all in which it differs from the first of its decision.

    What is asked of the text no more may be asked by the line of it that could not be read.
    """
    made = held_against_first(text, at, number)
    asked: list[Asked] = []
    if all(row.how != "not compared" for row in made.rows):
        asked += asked_otherwise(text, at, number, named)
        told = {key for each in asked for key in each.entries}
        asked += raised_by_more(text, at, number, made, told)
    return evolve(
        choice,
        differs=differences(made),
        same_words=_wording(text, at, number) == _wording(text, at, 0),
        asked=tuple(asked),
    )


def _wording(text: RollingText, at: int, number: int) -> tuple[str | None, ...]:
    """Return the words that an option has in each of its brackets, without who proposes them."""
    decision = text.decisions[at]
    proposals = {bracket.address: bracket.proposals for bracket in decision.brackets}
    return tuple(
        None if taken == LEFT_OUT else words_of(proposals[address][taken], text.source)
        for address, taken in decision.options[number].choices
    )
