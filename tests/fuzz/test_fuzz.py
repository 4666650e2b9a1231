from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from .program import everything
from .texts import BLOCKS, CLAUSES, ROOT, mutated

pytestmark = pytest.mark.no_cover  # what is measured takes three times as long
few = settings(max_examples=15)
"""Each takes six runs of the program; `-m fuzz` is the search that takes its time."""

FOUND = {
    "a text without a step has a timeline": b"",
    "a clause without a sentence has a timeline": b"clause 1\n",
}
"""What the searches below have found, by what was mended; each was a traceback."""


@pytest.fixture(scope="module", autouse=True)
def everything_is_imported() -> None:
    """Import, while it is measured, what is imported at its first use: it is once only."""
    everything(b"")


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND)
def test_what_was_found_stays_mended(data: bytes) -> None:
    everything(data)


@few
@given(BLOCKS)
def test_whatever_the_grammar_makes_is_answered(text: str) -> None:
    everything(text.encode())


@few
@given(CLAUSES)
def test_whatever_the_grammar_makes_of_a_clause_is_answered(text: str) -> None:
    everything(text.encode())


@few
@given(mutated())
def test_a_real_text_is_answered_however_it_is_cut_and_mixed(text: str) -> None:
    everything(text.encode(errors="surrogatepass"))


@given(some.binary(max_size=200))
def test_any_file_is_answered(data: bytes) -> None:
    everything(data)


@pytest.mark.fuzz
def test_a_search_led_by_coverage_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="it needs the extra `fuzz`")
    shutil.copytree(ROOT / "clauses", tmp_path / "texts")
    options = ("-max_total_time=600", "-max_len=4000", "-timeout=60", "-artifact_prefix=texts/")
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.fuzz.guided", "texts", *options],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
