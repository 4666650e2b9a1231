"""What a text does on unity, recognition, the way out, the armistice and its own form."""

from __future__ import annotations

import pytest

from clausecheck.analyses.security.unification import mutual

from .texts import Text, clause


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Northland and Southland will pursue peaceful unification.", "goal"),
        ("Northland and Southland shall unify the country.", "goal"),
        ("Northland and Southland each shall not seek unification by force.", "renounced"),
        ("Northland and Southland renounce unification by absorption.", "renounced"),
        ("This declaration is without prejudice to the national question.", "left-open"),
        ("The form of unification is for Northland and Southland to decide.", "left-open"),
        ("Northland and Southland recall that their views on unification differ.", "left-open"),
        ("Northland and Southland agree to differ on unification.", "left-open"),
        ("Northland and Southland declare that unification remains an open question.", "left-open"),
        ("Northland and Southland shall leave the question of unification open.", "left-open"),
        ("All parties note that the question of unification is not settled here.", "left-open"),
        ("Northland and Southland acknowledge their differences on unification.", "left-open"),
        ("Northland and Southland declare that unification remains their common goal.", "goal"),
        ("Northland and Southland affirm that unification cannot be left open.", "goal"),
        ("Northland and Southland shall not leave the question of unification open.", "renounced"),
        ("Northland and Southland shall not absorb each other.", "renounced"),
        ("Neither Northland nor Southland shall annex the other.", "renounced"),
        ("All parties declare that neither of them will incorporate the other.", "renounced"),
        ("Westland shall not annex Northland.", "absent"),
        ("Northland shall not annex islands of Southland.", "absent"),
        ("Northland shall not incorporate the annex into its law.", "absent"),
        ("All parties affirm that unification will come only by agreement.", "by-consent"),
        ("All parties shall seek unification by agreement.", "goal"),
        (
            "The people of Northland and Southland shall decide on unification by referendum.",
            "by-consent",
        ),
        ("Northland and Southland shall seek unification by elections.", "goal"),
        ("Northland and Southland shall settle the national question.", "absent"),
        ("Northland shall open an office.", "absent"),
    ],
)
def test_unification(sentence: str, stance: str) -> None:
    sentence = sentence.replace("renounce ", "shall renounce ")

    assert Text(clause(sentence)).stance("reunification") == stance


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("Northland and Southland each shall not seek unification by absorption.", True),
        ("Northland and Southland each shall not seek unification through coercion.", True),
        ("Northland and Southland shall renounce unification.", False),
        ("Northland shall not seek unification by absorption.", False),
        ("Northland and Southland shall not absorb each other.", True),
        ("Northland shall not absorb Southland.", False),
    ],
)
def test_whether_both_give_up_more_than_a_name(sentence: str, *, both: bool) -> None:
    assert [mutual(use) for use in Text(clause(sentence)).facts.unification] == [both]


@pytest.mark.parametrize(
    ("other", "both"),
    [
        ("Southland shall not seek unification by absorption.", True),
        ("Southland renounces unification.", False),
        ("Northland shall not seek unification by absorption.", False),
    ],
)
def test_each_may_give_it_up_in_a_sentence_of_its_own(other: str, *, both: bool) -> None:
    uses = Text(clause("Northland shall not seek unification by force.", other)).facts.unification

    assert mutual(uses[0], uses) is both


def test_unification_by_consent_and_in_a_preamble() -> None:
    consent = clause("Both sides will pursue unification.", "with consent of: Northland, Southland")
    recital = "preamble\nclause P1\n  All parties reaffirm their hope of unification."

    assert Text(consent).stance("reunification") == "by-consent"
    assert Text(recital).stance("reunification") == "preamble"
    assert (
        Text(clause("All parties shall meet."), scope="partial").stance("reunification")
        == "not stated"
    )


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Southland recognises Northland as a sovereign state.", "de-jure"),
        ("Southland accepts Northland as a sovereign state.", "de-jure"),
        ("Southland accepts on-site inspections by Northland.", "none"),
        ("Northland and Southland shall exchange ambassadors.", "de-jure"),
        ("Northland and Southland shall exchange permanent missions.", "de-facto"),
        ("Northland and Southland shall respect each other's territorial integrity.", "de-facto"),
        ("Northland and Southland shall normalise relations.", "de-facto"),
        ("Northland and Southland shall upgrade relations.", "none"),
        ("Northland and Southland shall discuss how to normalise relations.", "none"),
        ("Northland and Southland affirm that theirs is a special relation.", "avoided"),
        ("Northland and Southland shall establish liaison offices.", "none"),
        ("Southland recognises the political system of Northland.", "none"),
        ("Southland recognises the right of Northland to trade.", "none"),
        ("Southland shall not recognise Northland as a sovereign state.", "none"),
        ("Northland acknowledges Southland as a sovereign state.", "de-facto"),
        ("Northland acknowledges the claim of Southland to be a sovereign state.", "none"),
        ("Northland acknowledges Southland.", "none"),
        ("Southland shall recognise Northland within its present frontiers.", "de-jure"),
        ("Southland recognises the frontiers of Northland as inviolable.", "de-facto"),
        ("Southland shall not recognise the frontiers of Northland.", "none"),
        ("The line of contact shall be the border between Northland and Southland.", "de-facto"),
        ("The line of contact shall be the border of the zone.", "none"),
    ],
)
def test_recognition(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("recognition") == stance


def test_what_keeps_the_question_of_unity_open() -> None:
    text = Text(
        """
        clause 1
          (a) Northland and Southland affirm the right to self-determination.
          (b) Nothing in this declaration affects unification by consent.
          (c) Nothing in this declaration affects trade.
        """
    )

    assert {p.number for p in text.facts.recognition.reserving} == {"1(a)", "1(b)"}


FREEZE = "Northland shall freeze its reactors."


@pytest.mark.parametrize(
    ("head", "lines", "stance"),
    [
        ("", (FREEZE, "if breached: Southland may resume the exercises."), "snapback"),
        ("", (FREEZE, "if breached: All parties shall meet."), "none"),
        ("", (FREEZE, "if breached: none"), "none"),
        ("exit: on notice of 6 months", (FREEZE,), "notice"),
        (
            "exit: on notice of 6 months, if supreme interests are in danger",
            (FREEZE,),
            "conditions",
        ),
        ("exit: none", (FREEZE,), "none"),
        ("exit: 1", ("Each party may withdraw from this treaty.",), "notice"),
        ("exit: 1", ("This treaty shall remain in force.", 'until: "peace is made"'), "conditions"),
        ("", ("Each party may withdraw from this treaty.", "on notice of: 6 months"), "notice"),
        ("", ("Each party may withdraw from this treaty.", 'if: "it is in danger"'), "conditions"),
        ("", ("Each party may withdraw its forces.",), "none"),
    ],
)
def test_the_way_out(head: str, lines: tuple[str, ...], stance: str) -> None:
    assert Text(clause(*lines), head=head).stance("reversal") == stance


def test_a_part_without_a_way_out_denies_it_only_in_so_many_words() -> None:
    assert Text(clause(FREEZE), scope="partial").stance("reversal") == "not stated"
    assert Text(clause(FREEZE), head="exit: none", scope="partial").stance("reversal") == "none"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("All parties shall replace the armistice by a peace agreement.", "superseded"),
        ("All parties declare that the armistice is ended.", "superseded"),
        ("All parties shall dissolve MAC.", "part"),
        ("All parties shall dissolve the joint office.", "silent"),
        ("All parties shall terminate paragraph 13 of the Armistice Agreement.", "part"),
        ("All parties shall comply with the Armistice Agreement.", "continues"),
        ("Nothing in this declaration affects the Armistice Agreement.", "continues"),
        ("Nothing in this declaration affects trade.", "silent"),
        ("All parties shall endeavour to replace the armistice.", "continues"),
        ("All parties agree to hold talks to replace the armistice.", "continues"),
        ("No party shall terminate the Armistice Agreement.", "silent"),
        ("Northland shall open an office.", "silent"),
    ],
)
def test_the_armistice(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("armistice") == stance


def test_the_form() -> None:
    assert Text(clause(FREEZE), head="form: treaty").stance("form") == "treaty"
    assert Text(clause(FREEZE)).stance("form") == "unstated"
    assert Text(clause(FREEZE), head="form: draft law").facts.one_sided
