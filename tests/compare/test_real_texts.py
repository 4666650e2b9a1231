"""Real texts side by side: for each pair, what a reader must be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.compare import compare
from clausecheck.reporters.comparison_parts import lines, phrased

from .texts import real

if TYPE_CHECKING:
    from clausecheck.changes import Comparison


def told(made: Comparison) -> list[str]:
    return [f"{each.word}, {each.place}: {each.text}" for each in lines(made)]


def moved(made: Comparison) -> dict[str, tuple[str, str]]:
    """Return the objections whose state differs, with both states."""
    return {one.entry: (one.state, two.state) for one, two in made.ledger if one.state != two.state}


def stances(made: Comparison) -> dict[str, tuple[str, str]]:
    return {
        one.question: (one.stance, two.stance)
        for one, two in made.stances
        if one.stance != two.stance
    }


def test_panmunjom_and_pyongyang() -> None:
    """Of the first little is left: the second is about other things, and softer where it meets."""
    made = compare(real("panmunjom-2018"), real("pyongyang-2018"))
    said = told(made)

    for line in (
        "weaker, 1.5(b) → 3(b): deadline dropped: `on: 2018-08-15`",
        "weaker, 4 → 6: ROK no longer bound",
        "stronger, 4 → 6: DPRK bound instead of ROK",
        "changed, 4 → 6: another object: `Pyongyang` → `Seoul`",
        "removed, 3.2: duty: ROK and DPRK agree to carry out phased disarmament.",
        (
            "added, 5.1: duty: DPRK will permanently dismantle the engine test stand and the launch "
            "platform at Dongchang-ri as a first step."
        ),
    ):
        assert any(each.startswith(line) for each in said)
    # The end of the war is gone, and so are all objections to it; nobody is to look but observers.
    assert "3.3(a)" in {each.place for each in lines(made) if each.word == "removed"}
    assert moved(made)["B08"] == ("silent", "not applicable")
    assert stances(made)["verification"] == ("none", "observer")
    assert stances(made)["reunification"] == ("goal", "preamble")
    # What DPRK alone now owes it did not owe before.
    assert {party: (one.alone, two.alone) for party, one, two in made.burden}["DPRK"] == (0, 2)


def test_the_two_language_versions_of_panmunjom_3_3() -> None:
    """The Korean text declares the war's end, the English pursues meetings with a view to it."""
    made = compare(
        real("panmunjom-2018", "the English text"), real("panmunjom-2018", "the Korean text")
    )

    assert told(made) == [
        (
            'changed, 3.3(a): another act: `pursue meetings of "three or four parties" with a view to '
            "declaring` → `declare`"
        ),
        "stronger, 3.3(a): open words dropped: `with a view to` and `three or four parties`",
        (
            'changed, 3.3(b): another act: `pursue meetings of "three or four parties" with a view to '
            "turning` → `turn`"
        ),
        "stronger, 3.3(b): open words dropped: `with a view to` and `three or four parties`",
    ]
    # By the Korean text the armistice is over, and with it the reason named for foreign forces.
    assert stances(made)["armistice"] == ("continues", "superseded")
    assert stances(made)["troops"] == ("silent", "implied")
    assert moved(made)["B07"] == ("not applicable", "raised")


def test_the_act_with_and_without_its_savings_clause() -> None:
    """One clause more, and the objection that forces are passed over in silence is met."""
    made = compare(real("peace-act-2021"), real("peace-act-2021-with-savings"))

    assert told(made) == [
        (
            "added, 7: savings clause: Nothing in this bill affects the status of US forces in ROK or "
            "in any other country."
        )
    ]
    assert [(each.rule, each.clause) for each in made.cleared] == [("troop-withdrawal-silent", "4")]
    assert made.gained == ()
    assert stances(made) == {"troops": ("silent", "saved")}
    assert moved(made)["B08"] == ("silent", "met")
    assert made.verdict.worse == ()
    assert made.remarks == ("head: source",)


def test_without_the_savings_clause_the_objection_is_back() -> None:
    made = compare(real("peace-act-2021-with-savings"), real("peace-act-2021"))

    assert [(each.rule, each.clause) for each in made.gained] == [("troop-withdrawal-silent", "4")]
    assert made.verdict.better == ()
    assert [phrased(each) for each in made.verdict.worse[:2]] == [
        (
            "for the sceptic no longer met “Pressure for foreign forces to leave” (B07), "
            "“Opposed analysts who expect a withdrawal” (B09)"
        ),
        "for the sceptic newly raised “Foreign forces passed over” (B08)",
    ]


def test_of_many_objections_the_weightiest_are_named_and_the_others_counted() -> None:
    """One without warnings comes behind, and what has its own title needs no key to be read."""
    made = compare(real("panmunjom-2018"), real("kinu-peace-agreement-2018"))
    (phrase,) = (p for p in made.verdict.worse if p.words == "for the sceptic newly raised")

    assert set(phrase.entries) == {"B07", "B09", "B11", "B21", "B21c"}
    assert phrased(phrase, 2) == (
        "for the sceptic newly raised “Pressure for foreign forces to leave” (B07) and 4 more"
    )
    assert phrased(phrase).count("“") == 5


def test_2005_and_october_2007() -> None:
    """Willingness became a duty with a figure, a date became words, normalisation an effort."""
    made = compare(real("six-party-joint-statement-2005"), real("second-phase-actions-2007"))
    said = told(made)

    for line in (
        "stronger, 3(b) → III(a): modality: `express willingness to` → `will`",
        'weaker, 6 → IV: deadline softened to words: `on: 2005-11` → `on: "at an appropriate time"`',
        "weaker, 6 → IV: modality: `agree to` → `will`",
        "weaker, 2(a)(ii) → II.1(a): modality: `undertake to` → `commit to`",
        "weaker, 2(b) → II.2: modality: `undertake to` → `will make sincere efforts to`",
        (
            "removed, 1(b): duty: DPRK commits to abandon all nuclear weapons and existing nuclear "
            "programs."
        ),
        (
            "added, I.3: prohibition: DPRK reaffirms that it will not transfer nuclear materials, "
            "technology or know-how."
        ),
    ):
        assert line in said
    assert stances(made)["security-assurance"] == ("intention", "none")
    assert stances(made)["sanctions"] == ("none", "ended")
    assert {party: (one.alone, two.alone) for party, one, two in made.burden}["US"] == (0, 3)


def test_general_assembly_3390_a_and_b() -> None:
    """Of one day: A dissolves the Command after an alternative is agreed, B without waiting."""
    made = compare(real("general-assembly-3390a-1975"), real("general-assembly-3390b-1975"))
    said = told(made)

    for line in (
        "changed, 4 → 1: deadline dropped: `on: 1976-01-01`",
        "changed, 4 → 1: wait dropped: `after: alternative arrangement`",
        "stronger, 2: a statement became a duty: `hopes that` → `calls upon`",
        "changed, 2: open words: `all the parties directly concerned` → `the real parties`",
        (
            'removed, event alternative arrangement: no longer declared: `when: "the other parties '
            "directly concerned agree on mutually acceptable arrangements to maintain the Armistice "
            'Agreement"`'
        ),
    ):
        assert line in said
    assert stances(made)["reunification"] == ("goal", "absent")
    assert "N12" not in moved(made)  # to call on others to replace an armistice ends no war
