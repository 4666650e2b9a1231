"""Made-up texts: what says the same is told to, and one planted edit is told as one change.

Each edit says which way it goes; the other way round it goes the other way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.changes import UNWEIGHED, Direction
from clausecheck.compare import compare
from clausecheck.layout import layout
from clausecheck.source import Source
from clausecheck.values import evolve, frozen

from .test_pages import OPPOSITE, shape
from .texts import text

pytestmark = pytest.mark.no_cover  # as in `test_alignment`

TITLE = 'declaration "Draft"\n'
DECLARED = {
    "Northland": 'party Northland "Kingdom of Northland"\n',
    "Southland": 'party Southland "Republic of Southland"\n',
    "Eastland": 'party Eastland "Union of Eastland"\n',
    "Inspectorate": 'actor Inspectorate "Joint Inspectorate"\n',
}
LABELS: Mapping[str, tuple[str, Direction]] = {
    "by": ("60 days after signature", "weaker"),
    "verified by": ("Inspectorate using on-site inspection, every 30 days", "weaker"),
    "if breached": ("Eastland may suspend its aid within 30 days.", "weaker"),
    "if": ('"the talks go on"', "stronger"),
    "unless": ('"the talks fail"', "stronger"),
    "with consent of": ("Eastland", "stronger"),
    "except": ('"what is beyond repair"', "stronger"),
    "in return for": ("1", "other"),
    "where": ('"the valley"', "other"),
    "starts": ("by 30 days after signature", "weaker"),
    "quota": ("20 per year for 3 years", "weaker"),
    "notwithstanding": ("1", "stronger"),
}
"""What each says, and which way it is that a duty no longer has it."""
ACTS = (
    "withdraw {} tanks",
    "dismantle {} launchers",
    "release {} prisoners",
    "destroy {} mines",
    "return {} fishing boats",
    "remove {} guard posts",
)


@frozen
class Norm:
    """One clause: who shall do what, with its lines."""

    who: tuple[str, ...]
    act: str
    number: int
    labels: tuple[str, ...]
    modality: str = "shall"

    def written(self, number: int) -> str:
        said = f"{' and '.join(self.who)} {self.modality} {self.act.format(self.number)}."
        lines = [f"  {name}: {LABELS[name][0]}" for name in self.labels]
        return "\n".join([f"clause {number}", f"  {said}", *lines, ""])


def written(norms: list[Norm], declared: tuple[str, ...] = tuple(DECLARED)) -> str:
    first = "clause 1\n  Eastland will deliver 500 t of fuel oil.\n"
    clauses = [norm.written(at) for at, norm in enumerate(norms, 2)]
    return TITLE + "".join(DECLARED[name] for name in declared) + first + "".join(clauses)


@st.composite
def drafts(draw: st.DrawFn) -> list[Norm]:
    acts = draw(st.permutations(ACTS))[: draw(st.integers(2, 5))]
    parties = st.lists(st.sampled_from(("Northland", "Southland")), min_size=1, unique=True)
    return [
        Norm(
            tuple(draw(parties)),
            act,
            draw(st.integers(20, 90)),
            tuple(draw(st.lists(st.sampled_from(list(LABELS)), max_size=4, unique=True))),
        )
        for act in acts
    ]


UNREAD = (
    lambda norm: evolve(norm, modality="must"),
    lambda norm: evolve(norm, act=f"{norm.act}.\n  every: half year"),
    lambda norm: evolve(norm, act=f"{norm.act}.\n  if: 1 is verified or 9 is"),
)
"""Edits by which a line cannot be read."""

few = settings(max_examples=8, deadline=None)


def formatted_text(words: str) -> str:
    laid_out, slips = layout(Source("draft.clause", words))

    assert laid_out is not None
    assert slips == ()
    return laid_out


@given(norms=drafts())
@few
def test_a_text_its_layout_and_the_order_of_its_parties_say_the_same(norms: list[Norm]) -> None:
    one = written(norms)
    loose = one.replace("\n  ", "\n\n      ").replace(" shall ", "   shall\n    ")
    for other in (one, formatted_text(one), loose, written(norms, tuple(reversed(DECLARED)))):
        made = compare(text(one), text(other))

        assert (made.rows, made.remarks) == ((), ())
        assert (made.gained, made.cleared, made.verdict.parties) == ((), (), ())


@given(norms=drafts(), order=st.randoms(use_true_random=False))
@few
def test_another_order_and_other_numbers_are_no_other_text(
    norms: list[Norm], order: Random
) -> None:
    one = written(norms)
    blocks = re.split(r"(?m)^(?=clause )", one)
    order.shuffle(others := blocks[1:])
    renumbered = re.sub(
        r"(clause |in return for: |notwithstanding: )(\d+)",
        lambda m: f"{m[1]}{int(m[2]) + 40}",
        one,
    )

    assert compare(text(one), text(blocks[0] + "".join(others))).rows == ()
    made = compare(text(one), text(renumbered))
    assert {(row.how, row.shift) for row in made.rows} == {("unchanged", "renumbered")}
    assert (made.gained, made.cleared) == ((), ())


def edits(norm: Norm) -> dict[str, tuple[Norm, Direction]]:
    """Return what may be planted in a clause, and which way each goes."""
    found: dict[str, tuple[Norm, Direction]] = {
        "more": (evolve(norm, number=norm.number + 7), "stronger"),
        "may": (evolve(norm, modality="may"), "weaker"),
        "should": (evolve(norm, modality="should"), "weaker"),
        "not": (evolve(norm, modality="shall not"), "reversed"),
        "will": (evolve(norm, act=f"{norm.act} as agreed by the parties"), "weaker"),
        "now": (
            evolve(norm, act=f"immediately {norm.act}"),
            "other" if "by" in norm.labels else "stronger",
        ),
    }
    if len(norm.who) > 1:
        found["actor"] = (evolve(norm, who=norm.who[:1]), "weaker")
    for name in norm.labels:
        left = tuple(each for each in norm.labels if each != name)
        found[name] = (evolve(norm, labels=left), LABELS[name][1])
    return found


@given(norms=drafts(), data=st.data())
@settings(max_examples=25, deadline=None)
def test_one_planted_edit_is_one_change_in_its_place(
    norms: list[Norm], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(norms) - 1))
    name = data.draw(st.sampled_from(sorted(edits(norms[at]))))
    changed, direction = edits(norms[at])[name]
    one, two = text(written(norms)), text(written([*norms[:at], changed, *norms[at + 1 :]]))
    there, back = compare(one, two), compare(two, one)

    assert [(row.place, [c.direction for c in row.changes]) for row in there.rows] == [
        (str(at + 2), [direction])
    ], (name, there.rows)
    assert [(row.place, [c.direction for c in row.changes]) for row in back.rows] == [
        (str(at + 2), [OPPOSITE[direction]])
    ]
    assert shape(back) == shape(there, mirrored=True)


@given(norms=drafts(), data=st.data())
@few
def test_a_line_that_cannot_be_read_makes_no_text_better(
    norms: list[Norm], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(norms) - 1))
    how = data.draw(st.sampled_from(UNREAD))
    one = written(norms)
    two = written([*norms[:at], how(norms[at]), *norms[at + 1 :]])
    there, back = compare(text(one), text(two)), compare(text(two), text(one))

    assert there.unread == (str(at + 2),)
    assert {(row.how, row.place.partition("(")[0]) for row in there.rows} == {
        ("not compared", str(at + 2))
    }
    assert [each.words.partition(" not judged")[0] for each in there.verdict.better] == [
        "objections and other findings"
    ]
    assert all(each.startswith(UNWEIGHED) for each in there.verdict.parties)
    assert shape(back) == shape(there, mirrored=True)
