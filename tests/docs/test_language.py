"""The drafter's guide: every example runs, and nothing of the grammar is left out."""

from __future__ import annotations

import re
from datetime import date

import pytest

from clausecheck.check import Settings, check
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.walk import walk
from clausecheck.rules import RULES
from clausecheck.rules.examples import Mark, text_of
from clausecheck.source import Source
from clausecheck.syntax.lines import split
from clausecheck.syntax.parser import words
from clausecheck.vocabulary import Vocabulary, load

from .blocks import Block, blocks_of, read

PAGE = read("docs/language.md")
EXAMPLES = [block for block in blocks_of(PAGE) if block.language == "clause"]
LANGUAGE = Settings(
    rules=tuple(
        rule
        for rule in RULES
        if rule.family == "language" and not rule.name.startswith("bracket")  # open on purpose
    ),
    lookup={"agreed-framework-1994": {"I.3(a)"}}.__getitem__,
    today=date(2026, 6, 1),
)
OWN_WORDS = "ring-fence"
PARTIES = """\
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
"""
HEAD = f'declaration "Example"\n{PARTIES}'
TITLES = ("declaration", "agreement", "treaty", "statement", "resolution", "bill")


def source_of(block: Block) -> tuple[Source, list[Mark]]:
    """Return an example's text, under a head where it has none, and its marks."""
    bare, marks = text_of(block.text, head=False)
    top = "" if bare.text.startswith(TITLES) else HEAD
    above = top.count("\n")
    moved = [Mark(mark.line + above, mark.start, mark.end, mark.words) for mark in marks]
    return Source("example.clause", top + bare.text), moved


def vocabulary_for(block: Block) -> Vocabulary:
    """Return the vocabulary, with the guide's own words for the example that uses them."""
    own = next(block.text for block in blocks_of(PAGE) if block.language == "toml")
    vocabulary, problems = load([("vocabulary.toml", own)] if OWN_WORDS in block.text else [])

    assert problems == ()
    return vocabulary


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"line {block.line}")
def test_an_example_of_the_guide_has_the_slips_it_draws_and_no_other(block: Block) -> None:
    source, marks = source_of(block)
    found = [
        Mark(
            source.place_of(finding.span.start).line,
            source.place_of(finding.span.start).column,
            source.place_of(finding.span.end).column,
            finding.message,
        )
        for finding in check(source, vocabulary_for(block), LANGUAGE).findings
    ]

    assert found == marks


def shown_lines() -> list[tuple[str, str]]:
    """Return the kind and the word of every line in the examples."""
    shown: list[tuple[str, str]] = []
    for block in EXAMPLES:
        source, _ = source_of(block)
        for part in split(source.text, words())[0]:
            lines = (part.heading, *part.lines) if part.heading else part.lines
            shown += [(line.kind, line.word) for line in lines]
            shown += [
                ("label", label)
                for line in lines
                for label in re.findall(r"(?m)^\s+([a-z ]+):", source.text[line.start : line.end])
            ]
    return shown


def test_every_heading_of_the_grammar_is_shown() -> None:
    shown = {word for kind, word in shown_lines() if kind in {"heading", "accept"}}

    assert sorted(set(words().headings) - shown) == []


def test_every_label_of_the_grammar_is_shown_and_explained() -> None:
    shown = {word for kind, word in shown_lines() if kind == "label"}
    labels = {*words().labels, "limits by"}

    assert sorted(labels - shown) == []
    assert sorted(label for label in labels if f"`{label}" not in PAGE) == []


def test_every_modality_of_the_grammar_is_shown() -> None:
    shown = {
        " ".join(node.text.lower().split())
        for block in EXAMPLES
        for node in walk(from_syntax(source_of(block)[0])[0].blocks)
        if isinstance(node, nodes.Modality)
    }
    known = {phrase: name for phrases in words().modalities.values() for phrase, name in phrases}

    assert sorted(set(known.values()) - {known.get(phrase) for phrase in shown}) == []


def test_other_words_are_read_as_the_guide_says() -> None:
    known = {phrase: name for phrases in words().modalities.values() for phrase, name in phrases}
    table = PAGE.split("| written | read as |\n|---|---|\n")[1].split("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()]
    read_as = {
        written: known[meant.strip("`")]
        for phrases, meant in rows
        for written in phrases.split(", ")
    }

    assert len(rows) > 15
    assert {written: known[written] for written in read_as} == read_as


def test_every_group_of_objects_is_explained_as_the_vocabulary_explains_it() -> None:
    head = read("src/clausecheck/vocabulary/general.toml")
    explained = re.findall(r"(?m)^#   (\w+)  +(\w.+)$", head)

    assert re.findall(r"(?m)^\| `(\w+)` \| (.+) \|$", PAGE.split("| group |")[1]) == explained


def test_the_contents_of_the_guide_name_each_of_its_sections() -> None:
    anchors = re.findall(r"\(#([a-z0-9-]+)\)", PAGE)
    sections = [
        re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"(?m)^## (.+)$", PAGE)
    ]

    assert anchors == sections
