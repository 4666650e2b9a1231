from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausecheck.layout import layout, write
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.resolve import brackets, resolve
from clausecheck.model.walk import walk
from clausecheck.source import Source, Span
from clausecheck.syntax.parser import words

from . import texts

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.clause"))
CLAUSES = sorted((Path(__file__).parents[2] / "clauses").glob("*.clause"))
LOSING = {"unreadable-line", "duplicate-label"}

quick = settings(suppress_health_check=list(HealthCheck))


def read(text: str) -> nodes.Declaration:
    declaration, slips = from_syntax(Source("draft.clause", text))

    assert [slip for slip in slips if slip.rule in LOSING] == []

    return declaration


def letters(text: str, declaration: nodes.Declaration) -> str:
    """Return what the drafter wrote, without comments, blanks, and the shape of quotation marks."""
    for comment in reversed(declaration.comments):
        text = text[: comment.span.start] + text[comment.span.end :]
    return re.sub(r"\s", "", text).translate(str.maketrans("“”", '""'))


def formatted(text: str) -> str:
    """Format a text that can be read whole, and hold the result against it."""
    before = read(text)
    result = write(before)
    after = read(result)

    assert after == before
    assert letters(result, after) == letters(text, before)
    assert write(after) == result

    return result


# ── Whatever a text holds ──


@pytest.mark.no_cover
@quick
@given(texts.texts())
def test_any_text_keeps_its_model_and_its_letters_and_is_formatted_once(text: str) -> None:
    formatted(text)


@pytest.mark.no_cover
@quick
@given(texts.texts(), st.data())
def test_a_text_without_its_brackets_reads_as_it_was_resolved(
    text: str, data: st.DataObject
) -> None:
    declaration = read(text)
    most: dict[str, int] = {}
    for bracket in brackets(declaration):  # blocks of one number share their addresses
        most[bracket.address] = min(
            len(bracket.proposals) - 1, most.get(bracket.address, len(bracket.proposals))
        )
    choices = {address: data.draw(st.integers(0, number)) for address, number in most.items()}
    resolved = resolve(declaration, choices)

    assert read(write(resolved)) == resolved


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_as_the_formatter_leaves_it(path: Path) -> None:
    text = path.read_text()

    assert layout(Source(path.name, text)) == (text, ())


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_a_real_draft_keeps_everything(path: Path) -> None:
    formatted(path.read_text())


# ── Everything the language has ──


def test_every_label_of_the_grammar_is_among_the_values() -> None:
    accepting = {"because", "accepted by", "expires"}

    assert set(texts.VALUES) == {*words().labels, "limits by zone"} - accepting


def test_every_heading_of_the_grammar_is_among_the_headings() -> None:
    opened = {heading.split()[0] for heading in texts.HEADINGS}

    assert opened | {"accept"} == set(words().headings)


@pytest.mark.parametrize("label", texts.VALUES)
def test_a_label_keeps_every_value_it_takes(label: str) -> None:
    said = [f"{label}: {value}" for value in texts.VALUES[label]]
    if label not in {"reviewer", "limits by zone", *texts.FREE}:
        said += [f"{label}: {silence}" for silence in texts.SILENCES]
    if label not in texts.UNBRACKETED:
        said += [f"{label}: [{value} {{US}} | none @full]" for value in texts.VALUES[label]]
    blocks = (f"clause {number}\n  {line}\n" for number, line in enumerate(said, 1))
    text = "\n".join(blocks).replace("\nZone", "\n    Zone").replace('zone: "', 'zone:\n    "')

    assert formatted(text.replace("zone: Zone", "zone:\n    Zone")) is not None


def test_every_modality_stays_as_it_was_written() -> None:
    clauses = [
        f"clause {number}\n  {'Nothing in this text' if kind == 'savings' else 'US'} {phrase} X.\n"
        for number, (phrase, kind) in enumerate(sorted(modalities()), 1)
    ]
    text = "\n".join(clauses)

    assert formatted(text) == text


def modalities() -> set[tuple[str, str]]:
    kinds = words().modal_kinds
    return {(phrase, kinds[name]) for each in words().modalities.values() for phrase, name in each}


def test_every_kind_of_node_is_written() -> None:
    lines = "\n".join(
        f"clause {number}\n{label}: {value}"
        for number, (label, values) in enumerate(texts.VALUES.items(), 1)
        for value in values
        if "zone" not in label
    )
    text = f"""party US
clause 0
  US shall withdraw [10% per year | "all"].
  limits by zone:
    A: 5 tanks
  > quoted
  on: none
  accept x
# comment
{lines}
"""
    classes = {
        each
        for each in vars(nodes).values()
        if isinstance(each, type) and attrs.has(each) and each.__module__.startswith(nodes.__name__)
    }

    declaration = read(text)

    assert {type(node) for node in walk(declaration)} == classes
    assert read(write(declaration)) == declaration


def test_what_stands_in_no_line_cannot_be_written_in_one() -> None:
    with pytest.raises(TypeError, match="not a part of a line"):
        written(nodes.Block(Span(0, 0), heading=nodes.Heading(Span(0, 0), "clause", "1")))


def test_blanks_that_end_a_quotation_or_a_comment_are_kept() -> None:
    text = 'declaration "D"  # why  \n\n# alone   \nclause 1\n  US shall leave.\n  > Its own words.  \n'

    assert layout(Source("d.clause", text)) == (text, ())
