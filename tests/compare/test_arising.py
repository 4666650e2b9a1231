"""What no longer arises, or arises now, since the text does another thing, and when that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clausecheck.compare import compare
from clausecheck.compare.consequences.arising import Arising, arising
from clausecheck.findings import LedgerEntry
from clausecheck.reporters.comparison_parts import closing, tables

from .texts import compared, real

if TYPE_CHECKING:
    from clausecheck.changes import Comparison
    from clausecheck.findings import State

HEAD = """\
treaty "Example"
  form: treaty
  scope: complete
  continues: "the Armistice Agreement of 1953"
  ratification: US by its Senate, ROK by its National Assembly, DPRK by its Assembly
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  DPRK shall freeze its reactors.
  by: 2027-03-01
clause 2
  US shall open an archive.
clause 3
  """
ENDED = "All parties declare that the state of war is ended."


def between(one: str, two: str) -> Comparison:
    return compared(f"{HEAD}{one}\n", f"{HEAD}{two}\n")


def ends(made: Comparison) -> dict[str, str]:
    return dict(closing(made))


def keys(made: Comparison, label: str) -> set[str]:
    verdict = made.verdict
    of = {
        "better": verdict.better,
        "worse": verdict.worse,
        "gone": verdict.gone,
        "arisen": verdict.arisen,
    }
    return {key for phrase in of[label] for key in phrase.entries}


@pytest.mark.parametrize(
    "instead",
    [
        "All parties agree to discuss the end of the state of war.",
        "All parties agree to hold talks on the end of the war.",
        "All parties shall open an archive.",
        "All parties reaffirm the principles of the Charter of the United Nations.",
        "All parties may meet.",
    ],
)
def test_the_end_of_a_war_taken_out_answers_nobody(instead: str) -> None:
    """What is objected to a war's end that passes over unification is not met by not ending it."""
    made = between(ENDED, instead)

    assert "B01" in keys(made, "gone")
    assert keys(made, "better").isdisjoint({"B01", "B08", "B13", "N14"})
    assert ends(made)["no longer arises"].startswith(
        "as the war no longer ends here: for the sceptic, raised before, “Unification claims left "
        "open” (B01)"
    )


@pytest.mark.parametrize(
    "instead",
    [
        "All parties agree to discuss the end of the state of war.",
        "All parties intend to end the state of war.",
        "All parties aspire to the end of the state of war.",
        "US may withdraw all of its troops from ROK.",
    ],
)
def test_the_reverse_is_told_as_the_mirror(instead: str) -> None:
    there, back = between(ENDED, instead), between(instead, ENDED)

    assert keys(there, "gone") == keys(back, "arisen")
    assert keys(there, "arisen") == keys(back, "gone")
    assert keys(there, "better") == keys(back, "worse")
    assert keys(there, "worse") == keys(back, "better")


def test_where_nothing_else_is_better_or_worse_the_lines_say_what_that_is_said_of() -> None:
    intended = "All parties intend to end the state of war."
    there, back = ends(between(ENDED, intended)), ends(between(intended, ENDED))

    said = "for the advocate {} “No declaration to begin with” (N09), “A war that is never ended” (N12)"
    assert there["got better"] == "nothing that is still asked"
    assert there["got worse"] == said.format("no longer met")
    assert back["got better"] == said.format("now met")
    assert back["got worse"] == "nothing beside what arises now"
    assert "no longer arises" not in back
    assert "arises now" not in there
    assert there["no longer arises"].endswith("with it")


@pytest.mark.parametrize(
    ("one", "two", "key"),
    [
        # The war still ends, so that what answers or raises an objection to that is better or worse.
        (ENDED, f"{ENDED}\nclause 4\n  ROK and DPRK each shall not seek unification by force.", "B01"),
        (ENDED, f"{ENDED}\nclause 4\n  Nothing in this treaty affects US forces in ROK.", "B08"),
        # Who talks about it speaks of the war all the same, and leaves it as it was.
        ("All parties agree to discuss the end of the state of war.", ENDED, "N12"),
    ],
)  # fmt: skip
def test_what_is_asked_of_both_is_better_and_worse_as_ever(one: str, two: str, key: str) -> None:
    there, back = between(one, two), between(two, one)

    assert key in keys(there, "better")
    assert key in keys(back, "worse")
    assert key not in keys(there, "gone") | keys(there, "arisen")


def test_to_meet_what_one_has_just_given_rise_to_is_no_gain() -> None:
    saved = "Nothing in this treaty affects the presence of US forces in ROK."
    made = between(saved, "US shall withdraw all of its troops from ROK.")

    assert "B11" in keys(made, "arisen")
    assert keys(made, "better") == set()
    assert (
        "as foreign forces or their command go now: for the sceptic, met, “A withdrawal that the "
        "South’s public rejects” (B11)" in ends(made)["arises now"]
    )


@pytest.mark.parametrize(
    ("one", "two", "key"),
    [
        ("US shall not attack DPRK.", "US takes note of the concerns of DPRK.", "N14"),
        ("US, ROK and DPRK shall dissolve UNC.", "US, ROK and DPRK shall review UNC.", "B01"),
        ("DPRK shall halt nuclear tests.", "DPRK takes note of its halt of nuclear tests.", "B18"),
        ("ROK and DPRK shall reduce their forces.", "ROK and DPRK shall open a road.", "B12"),
        ("US shall withdraw its troops from ROK.", "US shall open a road.", "B08"),
    ],
)  # fmt: skip
def test_what_is_not_done_any_more_is_not_raised_and_no_better_for_that(
    one: str, two: str, key: str
) -> None:
    there, back = between(one, two), between(two, one)

    assert key in keys(there, "gone") - keys(there, "better")
    assert key in keys(back, "arisen") - keys(back, "worse")


@pytest.mark.parametrize(
    ("one", "two", "key"),
    [
        ("US shall lift all sanctions on DPRK.", "US agrees to discuss sanctions.", "B21a"),
        ("US shall lift all sanctions on DPRK.", "US may lift all sanctions on DPRK.", "B22"),
        ("US recognises DPRK as a sovereign state.", "US takes note of the government of DPRK.", "B05"),
        ("US shall withdraw its troops from ROK.", "US shall open a road.", "B07"),
        ("US shall withdraw its troops from ROK.", "US shall open a road.", "B09"),
        ("US shall withdraw its troops from ROK.", "US and ROK shall consult on US forces in ROK.", "B21"),
        ("US shall withdraw its troops from ROK.", "US and ROK shall consult on US forces in ROK.", "B21c"),
        ("US shall withdraw its troops from ROK.", "US and ROK shall consult on US forces in ROK.", "N28"),
        ("US, ROK and DPRK shall dissolve UNC.", "US, ROK and DPRK shall review UNC.", "B07"),
        ("US and ROK shall terminate the alliance.", "US shall open a road.", "N28"),
        ("ROK and DPRK shall achieve peaceful unification.", "ROK and DPRK shall open a road.", "B02"),
        ("US shall support the membership of DPRK in IMF.", "US shall open a road.", "B27"),
        ("US shall maintain sanctions on DPRK.", "US shall open a road.", "N17"),
    ],
)  # fmt: skip
def test_the_very_thing_objected_to_is_worse_where_it_comes_and_better_where_it_goes(
    one: str, two: str, key: str
) -> None:
    there, back = between(one, two), between(two, one)

    assert key in keys(there, "better") - keys(there, "gone")
    assert key in keys(back, "worse") - keys(back, "arisen")


def test_a_withdrawal_added_is_worse_for_whoever_feared_it_and_its_findings_are_gained() -> None:
    added = "US shall open a road.\nclause 4\n  US shall withdraw its forces from ROK."
    worse = ends(between("US shall open a road.", added))["got worse"]

    assert worse.startswith(
        "for the sceptic newly raised “Pressure for foreign forces to leave” (B07), "
    )
    assert worse.endswith(" gained")


def test_a_deadlock_is_an_error_gained_though_no_step_waited_before() -> None:
    """What it raises is asked only where steps wait; that they cannot be taken is worse for all."""
    there = between(
        "US shall open a road.\nclause 4\n  ROK shall open a road.",
        "US shall open a road.\n  after: 4 is complete\nclause 4\n  ROK shall open a road.\n  after: 3 is complete",
    )

    assert "N11" in keys(there, "arisen")
    assert "1 finding gained, an error" in ends(there)["got worse"]


def test_a_finding_goes_with_the_wait_though_another_raises_the_same() -> None:
    """That nobody reports is asked only of a step that waits; that nobody looks is, in both."""
    made = between("DPRK shall open a road.\n  before: 2 begins", "DPRK shall open a road.")

    assert [each.rule for each in made.cleared if each.severity != "info"] == [
        "steps-without-reports"
    ]
    assert "N20" not in keys(made, "gone")
    assert "finding" not in ends(made)["got better"]
    assert ends(made)["no longer arises"].endswith("; 1 finding with it")


@pytest.mark.parametrize(
    ("one", "two", "key"),
    [
        # The step is still there, and comes with what was asked for.
        (
            "US shall lift all sanctions on DPRK.",
            "US shall suspend sanctions on DPRK.\n  after: 1 is verified\n  reversible: by US within 30 days",
            "B21a",
        ),
        (
            "ROK and DPRK shall achieve peaceful unification.",
            "ROK and DPRK shall achieve unification only with the consent of both.",
            "B02",
        ),
    ],
)  # fmt: skip
def test_what_is_done_better_is_better(one: str, two: str, key: str) -> None:
    made = between(one, two)

    assert key in keys(made, "better") - keys(made, "gone")


def test_what_is_met_and_asked_by_nothing_is_neither() -> None:
    opened = "US and ROK shall open an archive."
    made = between(opened, f"{opened}\nclause 4\n  DPRK shall hold reunions of families.")

    assert {e.entry: (e.arises, two.state) for e, two in made.ledger}["N08"] == (False, "met")
    assert "N08" not in {*keys(made, "better"), *keys(made, "arisen")}


def test_a_wording_that_is_mended_is_better_though_nothing_else_asked_for_it() -> None:
    """What raises it are the words themselves, and these are gone."""
    one = LedgerEntry("B14", "raised", ("1",))
    two = LedgerEntry("B14", "not applicable")

    assert arising([(one, two)]) == {}
    assert arising([(two, one)]) == {}


def test_an_objection_of_several_parts_goes_where_all_that_changed_of_it_goes() -> None:
    relief = LedgerEntry("B21a", "met", (), ("1",), opened_by=("relief",))
    whole = LedgerEntry("B21", "met", (), ("1",), why="is as bad as B21a", opened_by=("relief",))
    none, neither = (LedgerEntry(key, "not applicable") for key in ("B21a", "B21"))
    forces = LedgerEntry("B21c", "met", (), ("2",), opened_by=("forces-go",))
    no_forces = LedgerEntry("B21c", "not applicable")

    assert arising([(whole, neither), (relief, none)]) == {
        "B21a": Arising("gone", relief),
        "B21": Arising("gone", whole),
    }
    mixed = arising([(whole, whole), (relief, none), (no_forces, forces)])
    assert set(mixed) == {"B21a", "B21c"}


@pytest.mark.parametrize(("state", "counts"), [("raised", True), ("silent", False), ("met", False)])
def test_only_what_is_raised_by_it_counts(state: State, counts: bool) -> None:  # noqa: FBT001
    there = LedgerEntry("B07", state, ("1",), opened_by=("forces-go",))
    elsewhere = LedgerEntry("B07", "not applicable")

    assert ("B07" not in arising([(there, elsewhere)])) is counts
    assert ("B07" not in arising([(elsewhere, there)])) is counts


@pytest.mark.parametrize("word", ["shall", "should"])
def test_a_place_left_out_answers_nothing(word: str) -> None:
    """Whose soil forces are on shows by a place alone: they are spoken of still, less exactly."""
    one, two = "US shall withdraw its forces in ROK.", f"US {word} withdraw its forces."
    there, back = between(one, two), between(two, one)

    assert {"B07", "B09", "B11", "B21"} <= keys(there, "gone") - keys(there, "better")
    assert {"B07", "B09", "B11", "B21"} <= keys(back, "arisen") - keys(back, "worse")
    assert ends(there)["no longer arises"].startswith(
        "as no place is named in 3 any more, though it may still be meant: for the sceptic, "
    )


def test_a_place_left_out_of_another_act_is_not_why() -> None:
    made = between("US shall withdraw its forces in ROK.", "US shall train its forces.")

    assert "no place is named" not in ends(made).get("no longer arises", "")


def test_the_columns_say_which_text_does_not_come_to_it() -> None:
    made = between(ENDED, "All parties agree to discuss the end of the state of war.")
    (rows,) = (each.rows for each in tables([made]) if each.title == "objections")
    cells = {key: states for key, _, *states in rows}

    assert cells["B01"] == ["silent", "does not arise"]
    assert cells["N12"] == ["met", "not applicable"]
    assert "B26" not in cells


def test_of_texts_with_little_in_common_not_every_reason_is_told() -> None:
    made = compare(real("draft-too-soft"), real("draft-too-hard"))
    told = ends(made)["no longer arises"].split("; ")

    assert told[0].startswith(
        "as nobody is to end the war any more: for the sceptic, raised before, "
    )
    assert told[-2].endswith(" more, by what else the texts do")
    assert told[-1].endswith(" findings with it")
    assert len(told) == 7
    assert len(made.verdict.gone) > 7


def test_resolutions_3390_a_and_b() -> None:
    """B holds it necessary that all foreign troops leave, and asks for a peace agreement."""
    made = compare(real("general-assembly-3390a-1975"), real("general-assembly-3390b-1975"))
    states = {one.entry: (one.state, two.state) for one, two in made.ledger}

    assert states["B11"] == ("raised", "raised")
    assert "no longer arises" not in ends(made)
    assert ends(made)["got better"].startswith(
        "for the sceptic no longer raised “Unity called peaceful, with no way to it” (B02), "
    )


def test_steps_on_arms_that_wait_for_nothing_any_more_are_asked_for_no_end() -> None:
    later = "clause 2\n  Northland shall dismantle its reactors.\n"
    first = "clause 1\n  Northland shall declare all nuclear facilities.\n"
    head = HEAD.partition("clause 1")[0]
    lines = ends(compared(head + first + "  before: 2 begins\n" + later, head + first + later))

    assert (
        "as no step on arms is phased or waits any more: for the advocate, raised before, "
        in (lines["no longer arises"])
    )
    assert "N07" not in lines["got better"]


def test_a_step_that_waits_still_waits_when_its_verb_is_said_by_a_noun() -> None:
    text = """\
treaty "Example"
  scope: complete
party Norland "Republic of Norland"
party Sudland "Kingdom of Sudland"
clause 8
  Norland shall {}.
  before: 9 begins
clause 9
  Norland shall dismantle its reactors.
"""
    one = text.format("declare all nuclear facilities")
    other = text.format("provide a declaration of all nuclear facilities")

    for made in (compared(one, other), compared(other, one)):
        assert not any(keys(made, label) for label in ("better", "worse", "gone", "arisen"))
