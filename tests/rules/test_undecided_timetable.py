from __future__ import annotations

from itertools import pairwise

from clausecheck.check import Settings, check
from clausecheck.rules.sequence.undecided_timetable import undecided_timetable
from clausecheck.source import Source
from tests.analyses.texts import PARTIES, VOCABULARY


def test_a_text_made_to_be_hard_is_not_passed_over_in_silence() -> None:
    """Each step waits for one at the other end of the text, further in than the one before."""
    size = 150
    leaps = [number for pair in zip(range(size), reversed(range(size))) for number in pair][:size]  # noqa: B905 - they are as long
    awaited = {later: earlier for earlier, later in pairwise(leaps)}
    lines = []
    for number in range(size):
        lines += [f"clause {number}", "  Northland shall open its border."]
        if number in awaited:
            lines.append(f"  after: 1 day after {awaited[number]} is complete")
    lines.append("  by: 500 days after signature")
    text = 'treaty "Treaty"\n' + PARTIES + "\n".join(lines) + "\n"
    report = check(Source("x.clause", text), VOCABULARY, Settings(rules=(undecided_timetable,)))

    assert [finding.message for finding in report.findings] == [
        "from here on too much hangs on too much to tell whether the timetable can be kept"
    ]
