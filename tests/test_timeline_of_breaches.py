"""What waits for a breach, or is itself no step, in the timeline and what rests on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clausecheck.cli.app import run

HEAD = """\
treaty "On the road"
  scope: partial
  date: 2027-01-01

party North "Kingdom of the North"
party West "Commonwealth of the West"

clause 1
  North shall freeze its reactors.
  by: 90 days after signature
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.clause"


def told(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:  # noqa: ANN401 - JSON
    assert run(["timeline", str(path), "--output-format", "json", *more]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "clause",
    [
        "clause 2\n  West may withdraw from this treaty.\n  if: 1 is breached",
        "clause 2\n  West may terminate this treaty.\n  on: 30 days after 1 is breached",
        "clause 2\n  West and North may amend this treaty.\n  if: 1 is complete",
        "clause 2\n  Nothing in this treaty affects the armistice.\n  if: 1 is breached",
        (
            "event trouble\n  when: 1 is breached\n\n"
            "clause 2\n  This treaty shall enter into force.\n  after: trouble"
        ),
    ],
)
def test_what_is_no_step_may_wait_for_one(
    clause: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(f"{HEAD}\n{clause}\n")
    document = told(draft, capsys)
    assert [row["clause"] for row in document["steps"]] == ["1"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "plain.clause", "draft.clause"],
        ["compare", "draft.clause", "plain.clause"],
        ["alternatives", "draft.clause"],
    ],
)
def test_what_is_no_step_may_be_proposed_to_wait_for_one(
    arguments: list[str], draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    Path("plain.clause").write_text(HEAD)
    draft.write_text(
        f"{HEAD}\nclause 2\n  West may withdraw from this treaty.\n  [if: 1 is breached {{West}}]\n"
    )
    assert run(arguments) == 0


def test_a_step_stands_behind_what_a_clause_between_waits_for(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(
        HEAD.replace("  by: 90 days after signature\n", "")
        + "\nclause 2\n  West may amend this treaty.\n  after: 4 is complete\n"
        "\nclause 3\n  North shall open the road.\n  after: 2 is complete\n  by: 2027-03-01\n"
        "\nclause 4\n  West shall open the harbour.\n"
    )
    assert [row["clause"] for row in told(draft, capsys)["steps"]] == ["4", "3", "1"]
