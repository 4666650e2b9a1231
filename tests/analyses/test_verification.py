"""Who checks which duty, how strongly, how soon, and what is left open."""

from __future__ import annotations

import pytest

from clausecheck.analyses.times import open_words

from .texts import Text, clause

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
