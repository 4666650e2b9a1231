"""Prose that names files names files that are there."""

from __future__ import annotations

import re

import pytest

from .blocks import ROOT, read

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/cases/*.md"))
)
FOLDERS = ("src", "tests", "docs", "grammar", "clauses", ".ci")
NOT_OURS = {"vocabulary.toml", "clausecheck.toml", "undated_obligation.py"}
"""Files that a reader is told to write."""


def named(page: str) -> set[str]:
    """Return what a page says between backticks that looks like a path of the project."""
    between = re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```$", "", page))
    return {
        word.rstrip(".,:;")
        for text in between
        for word in text.split()
        if re.match(rf"(?:{'|'.join(map(re.escape, FOLDERS))})/", word)
        or re.fullmatch(r"[\w./-]+\.(?:py|md|lark|toml)", word)
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_is_there(page: str) -> None:
    paths = [path for path in named(read(page)) if path.rpartition("/")[2] not in NOT_OURS]

    assert sorted(path for path in paths if not list(ROOT.glob(path))) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#([^)\s]+))?\)", read(page))
    inside = [(target, anchor) for target, anchor in links if "://" not in target]
    missing = [target for target, _ in inside if not (ROOT / page).parent.joinpath(target).exists()]

    assert missing == []
    for target, anchor in inside:
        if anchor:
            text = (ROOT / page).parent.joinpath(target).read_text(encoding="utf-8")
            titles = re.findall(r"(?m)^#+ (.+)$", text)

            assert anchor in {
                re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles
            }


def test_no_page_is_left_out() -> None:
    assert {"README.md", "CONTRIBUTING.md", "docs/language.md", "docs/rules.md"} <= set(PAGES)
