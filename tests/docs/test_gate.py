"""docs/gate.md: its configuration is one, and every key stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.cli.app import run
from clausecheck.cli.configuration import KEYS

from .blocks import blocks_of, read

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = read("docs/gate.md")
EXAMPLE = next(block.text for block in blocks_of(PAGE) if block.language == "toml")


def test_the_example_is_a_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clausecheck.toml").write_text(EXAMPLE)
    monkeypatch.chdir(tmp_path)

    assert run(["config", "show", "drafts/history/a.clause"]) == 0
    assert "per-file.drafts/history/*.ignore" in capfd.readouterr().out


def test_every_key_is_described() -> None:
    assert [key for key in KEYS if f"`{key}`" not in PAGE] == []
