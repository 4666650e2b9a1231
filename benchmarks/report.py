"""The figures as tables for people, each target beside what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Spread, exponent, ratio, spread
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.measure import Run

_MILLI = 1000


@frozen
class Target:
    """What is asked of a figure, and what it is; `least` where more is better."""

    what: str
    bound: float
    figure: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure is within its bound."""
        return self.figure >= self.bound if self.least else self.figure <= self.bound


def runs_table(runs: Mapping[str, Sequence[Run]], base: str) -> str:
    """Return a row for each command, with its processor time against that of one of them."""
    rows = [
        (
            name,
            _milliseconds(spread([one.cpu for one in every])),
            _milliseconds(spread([one.wall for one in every])),
            f"{max(one.peak for one in every):.0f}",
            _times(ratio(every, runs[base])),
        )
        for name, every in runs.items()
    ]
    head = ("command", "processor, ms", "clock, ms", "peak, MB", f"÷ {base}")
    return _table(head, rows)


def targets_table(targets: Sequence[Target]) -> str:
    """Return a row for each target."""
    rows = [
        (
            target.what,
            f"{'≥' if target.least else '≤'} {target.bound:g}",
            f"{target.figure:.2f}",
            "yes" if target.met else "no",
        )
        for target in targets
    ]
    return _table(("target", "asked", "measured", "met"), rows)


def shares_table(head: tuple[str, str], shares: Mapping[str, float]) -> str:
    """Return a row for each share of a whole in seconds, the largest first."""
    whole = sum(shares.values())
    ordered = sorted(shares.items(), key=lambda share: -share[1])
    rows = [(name, f"{second * _MILLI:.0f}", f"{second / whole:.0%}") for name, second in ordered]
    return _table((*head, "share"), rows)


def start_targets(runs: Mapping[str, Sequence[Run]]) -> list[Target]:
    """Return the targets of a cold run on a short draft."""
    base = runs["yamllint, 1 line"]
    return [
        Target(f"{name} ÷ yamllint on one line", bound, ratio(runs[f"lint, {name}"], base).median)
        for name, bound in (("table", 1.5), ("JSON", 1.2))
    ]


def growth_targets(
    runs: Mapping[str, Sequence[Run]], lines: Mapping[str, int], large: Sequence[str]
) -> list[Target]:
    """Return the targets of speed, growth and memory.

    `lines` has the length of each text by its command's name, `large` the drafts from the shortest
    to the longest. What every run takes to start, as that of one line tells, is left out of the
    growth, which it would flatter.
    """
    peer, draft = "yamllint, 10,000 lines", "lint, 10,000 lines"
    speed = lines[draft] / lines[peer] / ratio(runs[draft], runs[peer]).median
    start = spread([one.cpu for one in runs["lint, 1 line"]]).median
    bare = max(one.peak for one in runs["python -c pass"])
    points = [(lines[name], spread([one.cpu for one in runs[name]]).median) for name in large]
    longest = large[-1]
    peak = max(one.peak for one in runs[longest])
    return [
        Target("lines a second ÷ yamllint's, 10,000 lines", 2, speed, least=True),
        Target(
            "exponent of growth, 1,000 to 100,000 lines",
            1.05,
            exponent([(line, second - start) for line, second in points]),
        ),
        Target("MB for 1,000 lines, above bare", 5, (peak - bare) / lines[longest] * 1000),
    ]


def _milliseconds(seconds: Spread) -> str:
    middle, least, most = (_MILLI * each for each in (seconds.median, seconds.least, seconds.most))
    return f"{middle:,.0f} [{least:,.0f}–{most:,.0f}]"


def _times(times: Spread) -> str:
    return f"{times.median:.2f} [{times.least:.2f}–{times.most:.2f}]"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
