from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from clausecheck.model.other_texts import OtherTexts
from clausecheck.source import Source
from clausecheck.values import frozen

PEACE = """\
agreement "Peace"
party US "United States"

clause 1
  (a) US shall withdraw.
  (b) US may stay.

[
clause 2
  US shall leave.
]
"""


@frozen
class InMind:
    """Files by their paths, and a list of what has been read."""

    texts: dict[str, str]
    read_so_far: list[str]

    def exists(self, path: Path) -> bool:
        return path.as_posix() in self.texts

    def folders(self, path: Path) -> Iterable[Path]:
        return sorted(
            {Path(text).parent for text in self.texts if Path(text).parent.parent == path}
        )

    def read(self, path: Path) -> Source | str:
        self.read_so_far.append(path.as_posix())
        text = self.texts[path.as_posix()]
        return "not UTF-8" if text == "?" else Source(path.name, text)


def found(folder: str, *paths: str, text: str = PEACE) -> object:
    files = InMind(dict.fromkeys(paths, text), [])
    return OtherTexts(files).near(Path(folder))("peace-1953")


NUMBERS = frozenset({"1", "1(a)", "1(b)", "2"})


@pytest.mark.parametrize(
    "paths",
    [
        ["/p/a/peace-1953.clause"],
        ["/p/a/old/peace-1953.clause"],
        ["/p/.git", "/p/peace-1953.clause"],
        ["/p/pyproject.toml", "/p/old/peace-1953.clause"],
        ["/p/clausecheck.toml", "/p/a/old/peace-1953.clause", "/p/peace-1953.clause"],
    ],
)
def test_a_text_is_found_at_the_nearest_place_up_to_the_root(paths: list[str]) -> None:
    assert found("/p/a", *paths) == NUMBERS


@pytest.mark.parametrize(
    "paths",
    [
        [],
        ["/p/peace-1953.clause"],
        ["/p/a/.git", "/p/peace-1953.clause"],
        ["/p/a/old/older/peace-1953.clause"],
    ],
)
def test_a_text_beyond_the_root_or_deeper_is_not_found(paths: list[str]) -> None:
    assert found("/p/a", *paths) == "no text is named `peace-1953`"


def test_two_texts_at_the_nearest_place_are_told_by_their_paths() -> None:
    both = found("/p/a", "/p/a/old/peace-1953.clause", "/p/a/new/peace-1953.clause")

    assert both == (
        "two texts are named `peace-1953`: new/peace-1953.clause and old/peace-1953.clause"
    )


def test_what_cannot_be_read_is_said_with_its_reason() -> None:
    path = "/p/a/peace-1953.clause"

    assert found("/p/a", path, text="?") == "`peace-1953` cannot be read: not UTF-8"
    assert found("/p/a", path, text="clause 1\n  US shall " + "[" * 50 + "leave.") == (
        "`peace-1953` cannot be read: its brackets are nested too deep"
    )


def test_a_text_is_read_once_whoever_refers_to_it() -> None:
    files = InMind({"/p/.git": "", "/p/peace-1953.clause": PEACE}, [])
    texts = OtherTexts(files)
    numbers = [texts.near(Path(folder))("peace-1953") for folder in ("/p/a", "/p/b", "/p/a")]

    assert numbers == [NUMBERS, NUMBERS, NUMBERS]
    assert files.read_so_far == ["/p/peace-1953.clause"]
