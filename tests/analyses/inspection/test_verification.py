"""Who checks which duty, how strongly, how soon, and what is left open."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timing.times import open_words
from tests.analyses.texts import Text, clause

DUTY = "Northland shall dismantle its reactors."


@pytest.mark.parametrize(
    ("lines", "strength"),
    [
        ((DUTY,), "none"),
        ((DUTY, "verified by: none"), "none"),
        (("Northland will carry out verifiable denuclearization.",), "adjective"),
        ((DUTY, "verified by: IAEA using observation"), "observer"),
        ((DUTY, "verified by: IAEA using on-site inspection", "access: by consent"), "consent-gated"),
        ((DUTY, "verified by: IAEA"), "named"),
        ((DUTY, "verified by: IAEA using on-site inspection"), "named"),
        ((DUTY, 'verified by: IAEA using "a kind of magic", every 7 days'), "named"),
        ((DUTY, "verified by: IAEA using on-site inspection, every 7 days"), "full"),
        ((DUTY, "verified by: IAEA using on-site inspection", "reports: within 3 days to Southland"), "full"),
        ((DUTY, "verified by: IAEA using observation; IAEA using on-site inspection"), "named"),
    ],
)  # fmt: skip
def test_how_strongly_a_duty_is_verified(lines: tuple[str, ...], strength: str) -> None:
    text = Text(clause(*lines))

    assert [duty.strength for duty in text.facts.verification.duties] == [strength]
    assert text.stance("verification") == strength


def test_what_nobody_could_inspect_does_not_weaken_the_text() -> None:
    pledge = "clause 2\n  Northland and Southland shall not use force against each other."
    text = Text(f"{clause(DUTY, 'verified by: IAEA')}\n{pledge}")
    (stance,) = (each for each in text.facts.stances if each.question == "verification")

    assert (stance.stance, stance.clauses, stance.duties) == ("named", ("1",), (("1", "named"),))
    assert Text(pledge).stance("verification") == "none"
    assert (
        Text(f"{pledge}\n  verified by: UN using observation").stance("verification") == "observer"
    )


def test_whoever_looks_at_itself_verifies_in_name_only() -> None:
    assert Text(clause(DUTY, "verified by: Northland")).stance("verification") == "adjective"


@pytest.mark.parametrize(
    "sentence",
    [
        "Northland should dismantle its reactors.",
        "Northland shall discuss its reactors.",
        "This declaration shall remain in force.",
        "Both sides shall remove the tension.",
        "Both sides shall open an office.",
        "Northland may dismantle its reactors.",
    ],
)
def test_what_nobody_could_check(sentence: str) -> None:
    text = Text(clause(sentence))

    assert text.facts.verification.duties == ()
    assert text.stance("verification") == "none"
    assert Text(clause(sentence), scope="partial").stance("verification") == "not stated"


def test_a_definition_says_what_there_is_to_check() -> None:
    text = Text(
        'define "plant"\n  means: the works at the river\n'
        + clause("Northland shall close the plant.")
    )

    assert len(text.facts.verification.duties) == 1


def test_a_verifiers_own_sentence_and_an_annex_verify_as_well() -> None:
    text = Text(
        """
        clause 1
          Northland shall dismantle its reactors.
        clause 2
          Northland shall destroy its missiles.
          verified by: IAEA using on-site inspection
          according to: 3
        clause 3
          Northland shall remove the missiles from the valley.
        clause 4
          IAEA shall inspect the reactors.
          verifies: 1
          access: agreed sites
        clause 5
          Northland shall freeze its plutonium.
          according to: 6
        clause 6
          Northland shall seal its plutonium.
        """
    )
    strengths = {duty.provision.number: duty.strength for duty in text.facts.verification.duties}

    assert strengths == {"1": "consent-gated", "2": "named", "3": "named", "5": "none", "6": "none"}
    assert text.facts.verifiers == {"IAEA"}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("verified by: IAEA using on-site inspection", "access: declared sites"), True),
        (("verified by: IAEA using on-site inspection", "access: anywhere"), False),
        (("verified by: IAEA using on-site inspection", 'access: "some sites"'), False),
        (("verified by: IAEA using challenge inspection", "access: declared sites"), False),
        (("verified by: IAEA using satellite imagery", "access: declared sites"), False),
        (('verified by: IAEA using "magic"', "access: declared sites"), True),
    ],
)
def test_whether_only_declared_sites_are_looked_at(lines: tuple[str, ...], *, told: bool) -> None:
    assert bool(Text(clause(DUTY, *lines)).facts.verification.declared_only) is told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("verified by: IAEA using on-site inspection",), True),
        (("verified by: IAEA",), False),
        (("verified by: IAEA using observation",), False),
        (("verified by: IAEA using on-site inspection, every 30 days",), False),
        (("verified by: IAEA using on-site inspection", "reports: to Southland"), False),
    ],
)
def test_whether_verifiers_are_told_how_to_go_about_it(
    lines: tuple[str, ...], *, told: bool
) -> None:
    assert bool(Text(clause(DUTY, *lines)).facts.verification.unspecified) is told


def test_open_words_are_those_that_no_event_explains() -> None:
    text = Text(
        """
        event "the great day"
          when: outside this text, "the sun stands still"
        clause 1
          Northland shall leave the valley.
          by: "the great day"
          if: "peace is near"
          after: "entry into force"
          before: "some day"
          unless: outside this text, "a law forbids it"
        """
    )
    labels = text.facts.reading.clauses[0].said[0].labels
    found = {
        label.name: [text[at] for at in open_words(label.value, text.facts.reading.names)]
        for label in labels.lines
    }

    assert found == {
        "by": [],
        "if": ['"peace is near"'],
        "after": [],
        "before": ['"some day"'],
        "unless": [],
    }


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("IAEA shall verify the dismantlement of the reactors.", "named"),
        ("IAEA shall verify the dismantlement of the reactors by on-site inspection.", "named"),
        ("IAEA shall verify the dismantlement.", "named"),
        ("IAEA shall carry out on-site inspections of the reactors every 30 days.", "full"),
        ("IAEA inspectors shall inspect the reactors.", "named"),
        ("IAEA may inspect the reactors of Northland.", "named"),
        ("Northland shall allow IAEA to inspect the reactors.", "named"),
        ("Northland shall allow IAEA inspectors to monitor the reactors.", "named"),
        ("Northland shall verify the dismantlement of its reactors.", "adjective"),
        ("IAEA shall inspect the reactors of Southland.", "none"),
        ("IAEA shall inspect the missiles of Northland.", "none"),
        ("IAEA shall inspect the nuclear facilities of Northland.", "none"),
        ("IAEA shall verify the withdrawal of the reactors.", "none"),
        ("IAEA shall carry out inspections.", "none"),
        ("IAEA should inspect the reactors.", "none"),
        ("IAEA shall inspect the reactors by radar.", "named"),
        ("IAEA shall verify the moratorium on the reactors.", "named"),
        ("Northland shall inform IAEA and consult on the reactors.", "none"),
        ("IAEA shall not inspect the reactors.", "none"),
        ("The inspectors shall inspect the reactors.", "none"),
        ("IAEA shall visit the reactors.", "none"),
    ],
)  # fmt: skip
def test_a_sentence_of_its_own_says_who_verifies_a_duty(sentence: str, strength: str) -> None:
    text = Text(f"{clause(DUTY)}\nclause 2\n  {sentence}")

    assert text.stance("verification") == strength


@pytest.mark.parametrize(
    ("lines", "strength"),
    [
        (("IAEA shall inspect the reactors.", "every: 30 days"), "full"),
        (("IAEA shall inspect the reactors.", "access: by consent"), "consent-gated"),
        (("(a) IAEA may meet.", "(b) IAEA shall inspect the reactors every 7 days."), "full"),
    ],
)
def test_the_lines_of_that_sentence_count(lines: tuple[str, ...], strength: str) -> None:
    text = Text(f"{clause(DUTY)}\nclause 2\n  " + "\n  ".join(lines))

    assert text.stance("verification") == strength


@pytest.mark.parametrize(
    ("sentence", "likely"),
    [
        ("IAEA shall carry out inspections.", True),
        ("IAEA shall inspect the nuclear facilities.", True),
        ("IAEA shall inspect the reactors of Southland.", True),
        ("IAEA shall inspect the missiles.", False),
        ("IAEA shall verify the withdrawal.", False),
        ("Northland shall carry out inspections.", True),
        ("Northland shall carry out verification.", False),
    ],
)
def test_a_sentence_that_may_be_meant_to_verify_a_duty(sentence: str, *, likely: bool) -> None:
    text = Text(f"{clause(DUTY)}\nclause 2\n  {sentence}")
    verification = text.facts.verification

    assert (
        verification.likely(verification.duties[0], text.facts.vocabulary) is not None
    ) is likely


def test_parties_that_look_at_each_other_need_a_method() -> None:
    both = clause("Northland and Southland shall reduce their forces.")

    assert not Text(
        f"{both}\nclause 2\n  Northland and Southland shall verify the reduction."
    ).facts.verification.named
    assert Text(
        f"{both}\nclause 2\n  Northland and Southland shall verify the reduction by inspection."
    ).facts.verification.named


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("under the observation of experts from Westland", "observer"),
        ("in the presence of experts", "observer"),
        ("in the presence of IAEA inspectors", "observer"),
        ("under the supervision of IAEA", "named"),
        ("under IAEA inspection", "named"),
        ("subject to verification by IAEA", "named"),
        ("subject to IAEA inspection in the zone", "named"),
        ("subject to verification by IAEA that Westland complies", "none"),
        ("subject to verification of the withdrawal by IAEA", "none"),
        ("under inspection", "none"),
        ("under the treaty", "none"),
        ("in the presence of mines", "none"),
    ],
)
def test_a_duty_says_in_its_own_words_under_whose_eyes_it_is_done(
    words: str, strength: str
) -> None:
    text = Text(clause(f"Northland shall dismantle its reactors {words}."))

    assert text.stance("verification") == strength


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Northland shall allow IAEA inspectors unimpeded access to the reactors.", "named"),
        ("Northland shall give IAEA access to the reactors.", "named"),
        ("Northland shall provide access for Westland to the reactors.", "named"),
        ("Northland shall allow journalists access to the reactors.", "none"),
        ("Northland shall allow UN access to all provinces.", "none"),
        ("Northland shall allow IAEA access to the missiles.", "none"),
        ("Northland shall invite experts to observe the dismantlement.", "observer"),
        (
            "Northland shall invite Westland to attend the dismantlement of the reactors.",
            "observer",
        ),
        ("Northland shall invite experts to discuss the dismantlement.", "none"),
        ("Northland shall observe the armistice.", "none"),
    ],
)
def test_who_is_let_in_looks_and_who_is_invited_is_present(sentence: str, strength: str) -> None:
    text = Text(clause("Northland shall dismantle its reactors.") + f"\nclause 2\n  {sentence}\n")

    assert text.stance("verification") == strength


@pytest.mark.parametrize(
    ("body", "overseer"),
    [
        ('body Panel "The Panel"\n  task: supervision of this agreement', "Panel"),
        ('body Panel "The Panel"\n  task: promotion of this agreement', None),
        ('body Panel "The Panel"\n  task: supervision of the crossings', None),
        (clause("UN shall supervise the implementation of this declaration."), "UN"),
        (clause("UN should supervise the implementation of this declaration."), None),
        (clause("UN shall supervise the crossings."), None),
    ],
)
def test_who_supervises_the_whole(body: str, overseer: str | None) -> None:
    assert Text(f"{body}\nclause 9\n  Southland shall open an office.").facts.overseer == overseer


def test_how_often_a_sentence_has_somebody_look_counts_for_how_soon_a_breach_is_found() -> None:
    watched = Text(f"{clause(DUTY)}\nclause 2\n  IAEA shall inspect the reactors every 30 days.")
    unmeasured = Text(f"{clause(DUTY)}\nclause 2\n  IAEA shall inspect the reactors.")

    assert [each.found and each.found.days for each in watched.facts.detection] == [30]
    assert [each.found for each in unmeasured.facts.detection] == [None]


@pytest.mark.parametrize("act", ["attack or threaten", "invade", "threaten"])
def test_whom_one_does_not_attack_may_be_seen_and_the_attack_that_does_not_come_may_not(
    act: str,
) -> None:
    pledge = f"Northland shall not {act} Southland or Westland forces in Southland."
    verified = clause(DUTY, "verified by: IAEA using on-site inspection, every 30 days")

    assert Text(f"{verified}\nclause 2\n  {pledge}\n").stance("verification") == "full"
