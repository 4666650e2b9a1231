"""How long it takes to resolve a text with brackets, and how good the answer is.

`python -m benchmarks.alternatives`; with `pip install python-sat` beside RC2, a MaxSAT solver.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from operator import le
from time import process_time
from typing import TypeVar

import click

from clausecheck.alternatives import alternatives, weighed
from clausecheck.alternatives.weighing import bare
from clausecheck.check import Settings, check_resolved, read_source
from clausecheck.choosing.front import Cost, front
from clausecheck.choosing.trees import Split, Tree
from clausecheck.findings import SEVERITIES
from clausecheck.model.decisions import choices_of
from clausecheck.model.resolve import resolve
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.vocabulary import Vocabulary, load

_Made = TypeVar("_Made")
_HEAD = """\
declaration "Of the Valley"
  form: treaty
  scope: complete
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
"""
_CLAUSES = (
    (
        "  Northland shall [freeze {{Northland}} | dismantle {{Westland}}] its reactors.\n"
        "  [verified by: IAEA using on-site inspection, every 30 days {{Westland}}]\n"
    ),
    (
        "  Westland [may {{Westland}} | shall {{Northland}}] lift sanctions on Northland.\n"
        "  [in return for: {before} {{Westland}}]\n"
    ),
    (
        "  Southland shall open the road.\n"
        "  after: [{before} is complete {{Southland}} | signature {{Northland}}]\n"
        "  [by: 90 days after signature {{Northland}}]\n"
    ),
)
_SHORT, _LENGTHS = 10, (20, 60, 200)
_WEIGHTS = (10_000, 100, 1)
"""Of an error, a warning and an info: enough apart for one never to be bought by another."""


def draft(brackets: int) -> str:
    """Return a draft with so many brackets, two in each clause, which refers to the one before."""
    clauses = (
        f"clause {number}\n{_CLAUSES[number % len(_CLAUSES)].format(before=max(number - 1, 1))}"
        for number in range(1, brackets // 2 + 1)
    )
    return _HEAD + "".join(clauses)


def timed(make: Callable[[], _Made]) -> tuple[_Made, float]:
    """Return what is made, and how many seconds of a processor that took."""
    begun = process_time()
    made = make()
    return made, process_time() - begun


def brute_force(source: Source, vocabulary: Vocabulary) -> set[Cost]:
    """Return the costs that no other text beats, by checking every text in full."""
    settings = Settings()
    text = RollingText(source, read_source(source)[0], vocabulary, settings)
    costs = set[Cost]()
    judging = {rule.name for rule in settings.judging}
    for assignment in product(*map(range, text.sizes)):
        chosen = resolve(text.declaration, choices_of(text.decisions, assignment))
        report = check_resolved(source, chosen, (), vocabulary, settings)
        costs.add(
            tuple(
                sum(
                    each.severity == severity and each.lens in {lens, "both", "neutral"}
                    for each in report.findings
                    if each.rule in judging and each.status == "new"
                )
                for lens in ("sceptic", "advocate")
                for severity in SEVERITIES
            )
        )
    return {c for c in costs if not any(o != c and all(map(le, o, c)) for o in costs)}


def found(text: RollingText) -> list[tuple[Tree, Cost]]:
    """Return what is found in a text, which a solver can weigh, and not what it gains."""
    every = [(tree, bare(weight)) for tree, weight in weighed(text)]
    return [
        (tree, (*one[0:4:2], one[-2], *one[1:4:2], one[-1])) for tree, one in every if min(one) >= 0
    ]


def price(cost: Cost) -> int:
    """Return a cost as one number, of both lenses together."""
    return sum(count * weight for count, weight in zip(cost, _WEIGHTS * 2, strict=True))


def by_rc2(sizes: Sequence[int], costs: Sequence[tuple[Tree, Cost]]) -> int:
    """Return the least that a text can cost, by MaxSAT over the same trees."""
    rc2, formula = (
        importlib.import_module(f"pysat.{name}") for name in ("examples.rc2", "formula")
    )
    wcnf = formula.WCNF()
    first = [1 + sum(sizes[:at]) for at in range(len(sizes))]
    for at, size in enumerate(sizes):
        options = [first[at] + option for option in range(size)]
        wcnf.append(options)
        for one, other in product(options, options):
            if one < other:
                wcnf.append([-one, -other])
    last = sum(sizes)
    for tree, cost in costs:
        last += 1
        wcnf.append([-last], weight=price(cost))
        for path in _paths(tree):
            wcnf.append([*(-(first[at] + option) for at, option in path), last])
    with rc2.RC2(wcnf) as solver:
        solver.compute()
        return int(solver.cost)


def _paths(
    tree: Tree, taken: tuple[tuple[int, int], ...] = ()
) -> list[tuple[tuple[int, int], ...]]:
    if isinstance(tree, Split):
        return [
            path
            for option, each in enumerate(tree.then)
            for path in _paths(each, (*taken, (tree.decision, option)))
        ]
    return [taken] if tree else []


@click.command()
def main() -> None:
    """Resolve drafts of 10, 20, 60 and 200 brackets."""
    vocabulary, _ = load()
    with_rc2 = importlib.util.find_spec("pysat") is not None
    click.echo("| brackets | resolved in, s | texts checked | sure | front, ms | RC2, ms | same |")
    click.echo("| --- | --- | --- | --- | --- | --- | --- |")
    for brackets in (_SHORT, *_LENGTHS):
        source = Source("draft.clause", draft(brackets))
        made, seconds = timed(partial(alternatives, source, vocabulary, Settings()))
        text = RollingText(source, read_source(source)[0], vocabulary, Settings())
        costs = found(text)
        best_texts, own = timed(partial(front, text.sizes, costs, 6))
        least, theirs = timed(partial(by_rc2, text.sizes, costs)) if with_rc2 else (None, 0.0)
        best = min(price(point.cost) for point in best_texts.points)
        same = "–" if least is None else "yes" if least == best else f"{best} to {least}"
        click.echo(
            f"| {brackets} | {seconds:.1f} | {made.checks} | {'yes' if made.front_exact else 'no'} "
            f"| {own * 1000:.0f} | {theirs * 1000:.0f} | {same} |"
        )
        if brackets == _SHORT:
            every, took = timed(partial(brute_force, source, vocabulary))
            agrees = {point.cost for point in best_texts.points} == every
            told = "the same front" if agrees else "another front"
            click.echo(f"| {brackets}, every text | {took:.1f} | {made.count} | {told} | | | |")


if __name__ == "__main__":
    main()
