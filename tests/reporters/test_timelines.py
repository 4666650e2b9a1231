"""The three ways to write a timeline say the same.

The modules are imported here, when tests are collected, and not by the first run of the command: so
what they say at their top is measured in every process, whatever that first run happens to be part of.
"""

from __future__ import annotations

import json

import pytest

from clausecheck.analyses.timeline import timeline
from clausecheck.reporters.balanced import drawn
from clausecheck.reporters.escaping import in_markdown
from clausecheck.reporters.timeline import timeline_text
from clausecheck.reporters.timeline_json import timeline_json
from clausecheck.reporters.timeline_markdown import timeline_markdown
from clausecheck.reporters.timeline_parts import parts, verdicts
from tests.analyses.texts import Text

TEXT = Text(
    """
    clause 1
      Northland shall freeze its reactors.
      by: 2027-03-01
      reversible: by Northland within 90 days
    clause 2
      Westland shall suspend sanctions on coal exports.
      after: 1 is complete
      in return for: 1
    clause 3
      All parties jointly may amend this declaration.
    """,
    head="date: 2027-01-31\nstatus: draft",
)
MADE = timeline(TEXT.facts, within=30, leaving=("Northland", "1"))
LEAVING = ("Northland", "1")


def test_every_way_to_write_it_has_all_parts() -> None:
    text = timeline_text(MADE, TEXT.source, None, leaving=LEAVING, width=2000, color=False)
    page = timeline_markdown(MADE, TEXT.source, None, (), LEAVING)
    document = json.loads(timeline_json(MADE, TEXT.source, None, (), LEAVING))

    assert document["notes"] == [*verdicts(MADE)] != []
    every = [*parts(MADE, TEXT.source, LEAVING)]
    assert len(every) == 4
    for part in every:
        assert part.name in text
        assert part.name[1:] in page
        for remark in part.remarks:
            assert remark in text
            assert in_markdown(remark) in page
        for row in part.rows:
            assert f"| {' | '.join(map(in_markdown, row))} |" in page
            assert all(cell in text for cell in row)
    assert [step["clause"] for step in document["steps"]] == ["1", "2"]
    assert document["no_steps"] == [{"clause": "3", "why": "on the text itself"}]


@pytest.mark.parametrize("room", [72, 80, 100])
def test_columns_share_the_room_so_that_no_short_word_is_broken(room: int) -> None:
    row = ["1", "the parties shall settle all disputes " * 5, "2027-03-01", "not known", "–"]
    lines = drawn(["step", "what", "earliest", "to undo", "answered"], [row], room)

    assert all(len(line) <= room for line in lines)
    words = " ".join(lines).split()
    assert words.count("disputes") == 5
    assert words.count("2027-03-01") == 1
