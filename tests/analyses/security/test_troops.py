"""Foreign forces: who leaves, who stays, and what takes away the ground they stand on."""

from __future__ import annotations

import textwrap

import pytest

from clausecheck.analyses.security.troops import ends_here
from tests.analyses.texts import VOCABULARY, Text, clause


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Westland shall withdraw all of its troops from Southland.", "explicit-total, undated"),
        (
            "Westland shall withdraw its forces from Southland within 1 year.",
            "explicit-total, dated",
        ),
        ("Westland shall withdraw 8,500 troops from Southland.", "explicit-partial, undated"),
        ("Westland shall reduce its forces in Southland.", "explicit-partial, undated"),
        ("All foreign forces shall leave Southland.", "explicit-total, undated"),
        ("The forces of Westland shall remain in Southland.", "stay"),
        ("Westland may maintain its forces in Southland.", "stay"),
        ("Westland shall not withdraw its forces from Southland.", "stay"),
        ("No party shall raise the withdrawal of foreign forces from Southland.", "stay"),
        (
            "Nothing in this declaration affects the presence of foreign forces in Southland.",
            "saved",
        ),
        (
            "This declaration is without prejudice to the alliance of Southland and Westland.",
            "saved",
        ),
        ("Westland shall rotate its forces in Southland.", "silent"),
        ("Westland shall not introduce more forces into Southland.", "silent"),
        ("Southland shall withdraw its troops from the demilitarised zone.", "silent"),
        ("Southland shall redeploy its own troops.", "silent"),
        ("Northland and Southland each shall withdraw 11 guard posts.", "silent"),
        ("Westland shall withdraw its nuclear weapons from Southland.", "silent"),
        ("Nothing in this declaration affects the right to self-determination.", "silent"),
    ],
)
def test_what_is_said_of_forces(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("troops") == stance


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("by: 2030-01-01", "dated"),
        ('by: earlier of 2030-01-01, "the talks end"', "dated"),
        ('by: later of 2030-01-01, "the talks end"', "undated"),
        ('by: "when conditions allow"', "undated"),
        ('by: 30 days after "conditions allow"', "undated"),
        ("by: to be settled by Westland", "undated"),
    ],
)
def test_forces_leave_by_a_day_only_where_it_can_be_told(line: str, when: str) -> None:
    sentence = "Westland shall withdraw its forces from Southland."

    assert Text(clause(sentence, line)).stance("troops") == f"explicit-total, {when}"


STAY = [
    "Westland forces may remain in Southland.",
    "The presence of Westland forces in Southland shall continue.",
    "Northland accepts the presence of Westland forces in Southland.",
    "Northland does not object to the presence of Westland forces in Southland.",
    "Northland shall not contest the stationing of Westland forces in Southland.",
    "Northland shall respect the deployment of Westland forces in Southland.",
    "The parties recognise the right of Westland and Southland to maintain Westland forces in Southland.",
    "Northland shall respect the right of Southland to host foreign forces.",
    "Southland shall continue to host Westland forces.",
    "Southland may host Westland forces.",
    "No party shall demand the withdrawal of Westland forces from Southland.",
    "Northland accepts that Westland forces may remain in Southland.",
    "Westland reserves the right to maintain its forces in Southland.",
    "Westland may maintain its forces in Southland.\n  for: without limit",
]
SAVED = [
    "The stationing of Westland forces in Southland is a matter for Westland and Southland alone.",
    "The presence of Westland forces in Southland is for Southland to decide.",
    "It is agreed that the presence of Westland forces in Southland is a matter for Southland.",
    "Decisions on Westland forces in Southland are reserved to Westland and Southland.",
    "Southland and Westland alone shall decide on the presence of Westland forces in Southland.",
    "Only Westland and Southland shall decide whether Westland forces stay in Southland.",
    "The status of Westland forces in Southland shall be determined by Westland and Southland alone.",
    "The presence of Westland forces in Southland is a matter for the alliance between Westland and Southland.",
    "The status of Westland forces in Southland remains unchanged.",
    "The question of Westland forces in Southland is outside the scope of this treaty.",
    "The alliance of Westland and Southland remains in force.",
    "The alliance of Westland and Southland shall remain in force.",
    "Westland and Southland shall maintain the alliance.",
    "Northland recognises the right of Westland and Southland to maintain the alliance.",
]
NEITHER = [
    "Westland and Southland shall consult on the future of the alliance.",
    "Westland and Southland shall consult on the presence of Westland forces in Southland.",
    "Westland and Southland intend to maintain the alliance.",
    "The parties recall the presence of Westland forces in Southland.",
    "The parties express the hope that Westland forces remain in Southland.",
    "Northland takes note of the presence of Westland forces in Southland.",
    "Northland takes note of the right of Westland to maintain forces in Southland.",
    "Westland forces should remain in Southland.",
    "Westland intends to maintain its forces in Southland.",
    "Westland may maintain its supplies in Southland.",
    "The presence of Westland forces in Southland is a matter for all parties.",
    "The presence of Westland forces in Southland is a matter for Westland and Northland.",
    "The road in Southland is for Southland to build.",
    "Westland and Northland alone shall decide on the presence of Westland forces in Southland.",
    "The withdrawal of Westland forces from Southland is a matter for Westland and Southland.",
    "No party recognises the right of Westland to maintain Westland forces in Southland.",
    "Northland recognises the right of Southland to maintain its own forces.",
    "Northland recognises the right of Southland to join the alliance.",
    "Northland opposes the presence of Westland forces in Southland.",
    "Northland shall recognise Southland.",
]
IMPLIED = [
    "Northland recognises the right of Southland to demand the withdrawal of Westland forces from Southland.",
    "Westland forces may remain in Southland.\n  until: 2030-01-01",
    "Westland forces may remain in Southland until the end of the talks.",
    "Westland may maintain its forces in Southland for 5 years.",
    "Westland and Southland shall decide on the withdrawal of Westland forces from Southland.",
    "Northland shall not oppose the withdrawal of Westland forces from Southland.",
    "Northland accepts the withdrawal of Westland forces from Southland.",
    "Westland shall not maintain its forces in Southland.",
]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [(sentence, stance) for said, stance in ((STAY, "stay"), (SAVED, "saved"), (NEITHER, "silent"), (IMPLIED, "implied")) for sentence in said],
)  # fmt: skip
def test_the_ways_in_which_a_lawyer_writes_that_they_stay(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("troops") == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("US forces shall remain on the Korean Peninsula.", "stay"),
        ("US shall keep its forces in the South of the peninsula.", "stay"),
        ("US shall maintain 28,500 troops in South Korea.", "stay"),
        ("ROK forces shall remain on the Korean Peninsula.", "silent"),
        ("DPRK shall keep its forces in North Korea.", "silent"),
        ("DPRK shall keep its forces in the peninsula.", "silent"),
        ("US forces shall remain in Okinawa.", "silent"),
        ("Foreign tanks shall remain on the Korean Peninsula.", "silent"),
        ("US shall maintain peace on the Korean Peninsula.", "silent"),
        ("US shall keep no more than 20,000 troops on the Korean Peninsula.", "silent"),
        ("US shall keep no forces on the Korean Peninsula.", "silent"),
        ("No US forces shall remain on the Korean Peninsula.", "silent"),
        ("US should keep its forces on the Korean Peninsula.", "silent"),
        ("US shall train its forces on the Korean Peninsula.", "silent"),
        ("US shall keep its forces on the Korean Peninsula.\n  for: 5 years", "silent"),
    ],
)
def test_forces_stay_in_a_land_that_is_not_their_owners(sentence: str, stance: str) -> None:
    korean = """
        party US   "United States of America"
        party ROK  "Republic of Korea"
        party DPRK "Democratic People's Republic of Korea"
    """

    assert Text(f"{textwrap.dedent(korean).strip()}\n{clause(sentence)}").stance("troops") == stance


def test_an_alliance_kept_for_a_time_saves_nothing() -> None:
    text = Text(clause("The alliance of Westland and Southland remains in force.", "for: 5 years"))

    assert text.stance("troops") == "silent"


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("All parties shall dissolve UNC.", "UNC", "the command goes"),
        ("All parties shall replace the armistice by a peace agreement.", "armistice", "the armistice ends"),
        ("Southland and Westland shall terminate the alliance.", "alliance", "the alliance ends"),
        ("Southland shall denounce the alliance.", "alliance", "the alliance ends"),
        ("Westland shall close its bases in Southland.", "bases", "the bases close"),
        ("No party shall station foreign forces in Southland.", "foreign forces", "forces that are there"),
        ("Northland shall act without outside interference.", "outside interference", "foreign forces can"),
        ("All parties shall remove nuclear threats from the Korean Peninsula.", "nuclear threats", "forces that could"),
        ("Northland shall pursue the denuclearization of the Korean Peninsula.", "denuclearization of the Korean Peninsula", "one party alone"),
        ("Westland agrees to consult on the withdrawal of foreign troops.", "withdrawal", "their withdrawal or reduction is put"),
        ("Westland may maintain its forces in Southland for 5 years.", "forces", "their stay is given an end"),
    ],
)  # fmt: skip
def test_what_implies_their_withdrawal(sentence: str, words: str, why: str) -> None:
    text = Text(clause(sentence))
    found = {(text[each.at], each.why) for each in text.facts.troops.implications}
    ((at, reason),) = found

    assert at == words
    assert reason.startswith(why)
    assert text.stance("troops") == "implied"


@pytest.mark.parametrize(
    "sentence",
    [
        "Southland shall close its bases in Southland.",
        "Westland shall build bases in Southland.",
        "Northland shall close the bases.",
        "Westland shall maintain the alliance.",
        "No party shall dissolve UNC.",
        "Northland and Southland shall endeavour to replace the armistice.",
        "All parties commit to the denuclearization of the Korean Peninsula.",
        "Northland shall cease.",
    ],
)
def test_what_implies_nothing(sentence: str) -> None:
    assert Text(clause(sentence)).facts.troops.implications == ()


def test_a_preamble_withdraws_nobody() -> None:
    text = Text("preamble\nclause P1\n  Westland shall withdraw its troops from Southland.")

    assert text.facts.troops.withdrawals == ()
    assert [each.number for each in text.facts.troops.mentions] == ["P1"]


def test_part_of_a_text_does_not_state_what_it_is_silent_on() -> None:
    assert (
        Text(clause("Northland shall open an office."), scope="partial").stance("troops")
        == "not stated"
    )


@pytest.mark.parametrize(
    ("sentence", "here"),
    [
        ("All parties declare that the state of war is ended.", True),
        ("All parties shall replace the armistice by a peace agreement.", True),
        ("All parties shall declare the end of the war.", True),
        ("All parties shall endeavour to transform the armistice into peace.", False),
        (
            "All parties agree to pursue meetings with a view to declaring the end of the war.",
            False,
        ),
    ],
)
def test_whether_the_war_ends_here_or_is_to_end(sentence: str, *, here: bool) -> None:
    (opening, *_) = Text(clause(sentence)).facts.troops.openings

    assert ends_here(opening, VOCABULARY) is here


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("All parties affirm that the war that was suspended by the armistice is ended.", True),
        ("All parties declare that the war that was suspended by the armistice is terminated.", True),
        ("All parties affirm that the war that was ended by the armistice is a burden.", False),
        ("All parties affirm that the war that was suspended by the armistice has to end.", False),
        ("All parties recall that the war that was suspended by the armistice is ended.", False),
        ("All parties declare that trade, and the talks that were suspended, are ended.", False),
    ],
)  # fmt: skip
def test_words_on_a_war_do_not_hide_that_it_is_said_to_end(sentence: str, *, ended: bool) -> None:
    assert bool(Text(clause(sentence)).facts.troops.endings) is ended
