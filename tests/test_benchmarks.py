"""The benchmark's texts and sums; how long anything takes is no test."""

from __future__ import annotations

import cProfile
import pstats
import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from benchmarks import alternatives as bracketed
from benchmarks import measure, report, texts, timetables
from benchmarks.measure import Run, Spread
from benchmarks.profiles import by_importer
from clausecheck.analyses.timeline import timeline
from clausecheck.check import Settings, check, read_source, understand
from clausecheck.choosing.front import front
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.vocabulary import load
from tests.compare.texts import compared

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("lines", [500, 1000])
def test_the_drafts_are_sound(lines: int) -> None:
    text = texts.draft(lines)
    vocabulary, _ = load()
    found = check(Source("draft.clause", text), vocabulary, Settings())

    assert lines - 50 < text.count("\n") <= lines
    assert [finding for finding in found.findings if finding.severity == "error"] == []
    assert found.material.clauses > lines // 8


def lint(text: str) -> None:
    check(Source("draft.clause", text), load()[0], Settings())


def lay_out(text: str) -> None:
    facts, _ = understand(Source("draft.clause", text), load()[0])
    timeline(facts, within=30)


def hold_against_a_weaker_one(text: str) -> None:
    other = text.replace("shall", "should").replace(" days after", "0 days after")
    compared(text, other)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("written", "size", "do"),
    [
        (texts.draft, 500, lint),
        (timetables.realistic, 150, lay_out),
        (timetables.realistic, 60, hold_against_a_weaker_one),
    ],
)
def test_in_a_longer_text_no_function_is_called_out_of_proportion(
    written: Callable[[int], str], size: int, do: Callable[[str], None]
) -> None:
    """What is asked of each step for each other one shows long before it takes minutes."""
    do(written(size))  # what is made at first use is kept
    few, many = (called(partial(do, written(length))) for length in (size, 4 * size))

    assert {
        who: (few[who], many[who]) for who in many if many[who] > max(10_000, 6 * few[who])
    } == {}


def called(do: Callable[[], None]) -> Counter[tuple[str, int, str]]:
    """Count the calls of each function, by its file, line and name."""
    profile = cProfile.Profile(builtins=False)
    profile.runcall(do)
    counted = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    return Counter({who: calls for who, (_, calls, *_) in counted})


def test_the_drafts_say_something_else_at_every_turn() -> None:
    text = texts.draft(1000)

    assert "article 11 " in text
    assert "clause 13.3 " in text
    assert 'define "sector-12"' in text
    assert text.count("each shall withdraw 11 guard posts") == 1
    assert text.count("each shall withdraw 12 guard posts") == 1


def test_all_the_brackets_are_open() -> None:
    vocabulary, _ = load()
    report = check(Source("draft.clause", texts.brackets(3)), vocabulary, Settings())

    assert [finding.rule for finding in report.findings].count("bracket-unresolved") == 6


def test_the_peer_has_as_many_lines() -> None:
    assert texts.yaml(100).startswith("---\n- number: 1\n")
    assert 90 <= texts.yaml(100).count("\n") <= 100


def test_commands_run_in_turn_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def run(command: list[str]) -> Run:
        order.append(command[0])
        return Run(float(len(order)), 0, 0)

    runs = measure.in_turn({"a": ["A"], "b": ["B"]}, 2, run)

    assert order == ["A", "B"] * 3
    assert {name: [one.cpu for one in every] for name, every in runs.items()} == {
        "a": [3, 5],
        "b": [4, 6],
    }


def test_a_run_is_measured() -> None:
    done = measure.run([sys.executable, "-c", "pass"])

    assert done.cpu > 0
    assert done.wall > 0
    assert 1 < done.peak < 1000


def test_a_command_that_fails_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        measure.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_medians_ratios_and_the_exponent() -> None:
    runs, base = [Run(2, 9, 9), Run(6, 9, 9), Run(4, 9, 9)], [Run(1, 1, 1), Run(2, 1, 1)] * 2

    assert measure.spread([3, 1, 2]) == Spread(2, 1, 3)
    assert measure.ratio(runs, base[:3]) == Spread(3, 2, 4)
    assert measure.exponent([(10, 2), (100, 20), (1000, 200)]) == pytest.approx(1)
    assert measure.exponent([(10, 1), (100, 100)]) == pytest.approx(2)


def test_the_targets() -> None:
    runs = {
        "yamllint, 1 line": [Run(0.1, 1, 10)],
        "python -c pass": [Run(0.02, 1, 10)],
        "lint, table": [Run(0.2, 1, 10)],
        "lint, JSON": [Run(0.1, 1, 10)],
        "lint, 1 line": [Run(0.1, 1, 10)],
        "yamllint, 10,000 lines": [Run(2, 1, 10)],
        "lint, 1,000 lines": [Run(0.2, 1, 10)],
        "lint, 10,000 lines": [Run(1.1, 1, 10)],
        "lint, 100,000 lines": [Run(10.1, 1, 410)],
    }
    drafts = [name for name in runs if name.endswith("000 lines") and name.startswith("lint")]
    lines = dict(zip(drafts, (1000, 10_000, 100_000), strict=True))
    lines["yamllint, 10,000 lines"] = 10_000
    targets = [*report.start_targets(runs), *report.growth_targets(runs, lines, drafts)]

    assert [(round(target.figure, 2), target.met) for target in targets] == [
        (2.0, False),
        (1.0, True),
        (1.82, False),
        (1.0, True),
        (4.0, True),
    ]
    assert report.targets_table(targets[:1]) == (
        "| target | asked | measured | met |\n"
        "| --- | --- | --- | --- |\n"
        "| table ÷ yamllint on one line | ≤ 1.5 | 2.00 | no |\n"
    )
    assert report.runs_table({"a": [Run(1.5, 2, 30)], "b": [Run(3, 4, 60)]}, "a").endswith(
        "| b | 3,000 [3,000–3,000] | 4,000 [4,000–4,000] | 60 | 2.00 [2.00–2.00] |\n"
    )


def test_imports_are_counted_with_who_asks_for_them() -> None:
    told = """\
import time: self [us] | cumulative | imported package
import time:      1000 |       1000 |   re
import time:      2000 |       2000 |     enum
import time:      3000 |       5000 |   click
import time:      4000 |       4000 |   attr._make
import time:      5000 |      15000 | clausecheck.cli
import time:      6000 |       6000 | site
"""
    shares = by_importer(told)

    assert {name: round(second * 1000) for name, second in shares.items()} == {
        "Python's start, and its library for us": 6,
        "clausecheck: cli": 6,
        "attrs": 4,
        "click": 5,
    }
    assert report.shares_table(("who", "ms"), {"a": 0.001, "b": 0.003}).splitlines()[2:] == [
        "| b | 3 | 75% |",
        "| a | 1 | 25% |",
    ]


def test_a_short_draft_with_brackets_is_resolved_as_brute_force_does() -> None:
    vocabulary, _ = load()
    source = Source("draft.clause", bracketed.draft(4))
    text = RollingText(source, read_source(source)[0], vocabulary, Settings())
    found = front(text.sizes, bracketed.found(text), 6)

    assert text.sizes == (2, 2, 2, 2)
    assert found.exact
    assert {point.cost for point in found.points} == bracketed.brute_force(source, vocabulary)
