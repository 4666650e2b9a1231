"""Every change that a reader is to be told, case by case, and the same the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.changes import Change, Comparison, Direction
from clausecheck.compare import compare
from clausecheck.findings import Finding
from clausecheck.reporters.comparison_parts import lines, shifted

from .reading import Case, cases
from .texts import compared, text

PAGES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [case for page in PAGES for case in cases(page)]
OPPOSITE: dict[Direction, Direction] = {
    "weaker": "stronger",
    "stronger": "weaker",
    "reversed": "reversed",
    "other": "other",
}
TURNED: dict[str, str] = {
    turned: what
    for one, two in (
        ("waits for less", "waits for more"),
        ("harder to undo", "easier to undo"),
        ("loses a veto", "gains a veto"),
        ("loses a say", "gains a say"),
        ("loses an answer", "gains an answer"),
        ("loses a counterpart", "gains a counterpart"),
        ("owed less", "owed more"),
        ("saved less", "saved more"),
    )
    for what, turned in ((one, two), (two, one))
}
MIRRORED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


def told(made: Comparison) -> tuple[str, ...]:
    return (*(f"{each.word}, {each.place}: {each.text}" for each in lines(made)), *shifted(made))


def _place(finding: Finding) -> tuple[int, str]:
    return finding.span.start, finding.rule


def shape(made: Comparison, *, mirrored: bool = False) -> list[object]:
    """Return what became of what, in no order; the mirrored of a comparison seen from behind."""

    def way(change: Change) -> Direction:
        return OPPOSITE[change.direction] if mirrored else change.direction

    rows: list[object] = []
    for row in made.rows:
        sides = [tuple(each.place for each in side) for side in (row.before, row.after)]
        how = MIRRORED.get(row.how, row.how) if mirrored else row.how
        changes = sorted((change.kind, way(change)) for change in row.changes)
        effects = sorted(
            (TURNED[effect.what] if mirrored else effect.what, sorted(effect.parties))
            for effect in row.effects
        )
        ordered = tuple(reversed(sides)) if mirrored else tuple(sides)
        rows.append((how, row.shift, ordered, changes, effects))
    return sorted(rows, key=str)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_reader_is_told_what_changed_and_the_reverse_of_it_the_other_way_round(
    case: Case,
) -> None:
    before, after = text(case.before, "before.clause"), text(case.after, "after.clause")
    there, back = compare(before, after), compare(after, before)

    assert told(there) == case.told
    assert shape(back) == shape(there, mirrored=True)
    for one, two in ((there, back), (back, there)):
        gone = (*one.cleared, *one.accepted, *one.unjudged)

        assert list(two.gained) == sorted(gone, key=_place)


def test_what_is_marked_is_the_line_that_changed() -> None:
    before = """
        clause 1
          Northland shall freeze its reactors.
          verified by: Inspectorate
          access: anywhere
        """

    made = compared(before, before.replace("anywhere", "by consent"))
    ((change,),) = (row.changes for row in made.rows)

    marked = [
        side.source.text[at.start : at.end]
        for side, at in ((made.base, change.before), (made.other, change.after))
        if at
    ]
    assert marked == ["access: anywhere", "access: by consent"]
