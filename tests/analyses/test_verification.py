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
    ("lines", "days"),
    [
        (("reversible: by Northland within 30 days",), (7, 0, 0, 30)),
        (("reports: within 2 weeks to Southland", "reversible: by Northland within 1 month"), (7, 14, 0, 28)),
        (("reports: every 10 days to Southland", "reversible: by Northland within 30 days"), (7, 10, 0, 30)),
        (("reports: to Southland", "reversible: by Northland within 30 days"), (7, 0, 0, 30)),
        (("reports: at least 2 times per month", "reversible: by Northland within 30 days"), (7, 0, 0, 30)),
        (
            (
                "reversible: by Northland within 30 days",
                "if breached: Southland may resume the exercises within 2 to 3 weeks.",
            ),
            (7, 0, 21, 30),
        ),
        (
            (
                "reversible: by Northland within 30 days",
                "if breached: Southland may deploy 500 troops.",
            ),
            (7, 0, 0, 30),
        ),
    ],
)  # fmt: skip
def test_the_days_until_a_breach_is_found_and_answered(
    lines: tuple[str, ...], days: tuple[int, int, int, int]
) -> None:
    line = "verified by: IAEA using on-site inspection, every 7 days"
    (found,) = Text(clause(DUTY, line, *lines)).facts.detection

    assert (found.detection, found.report, found.response, found.undo) == days


def test_the_vocabulary_knows_how_soon_some_steps_are_undone() -> None:
    line = "verified by: Southland using on-site inspection, every 30 days"
    (found,) = Text(clause("Northland shall disable its reactors.", line)).facts.detection

    assert found.undo == 120
    assert Text(clause("Northland shall not test missiles.", line)).facts.detection == ()
    assert Text(clause(DUTY, line)).facts.detection == ()


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


def test_a_sunset_of_a_duty_that_ends_is_none() -> None:
    lines = ("verified by: IAEA using on-site inspection", "verification ends: 2030-01-01")

    def sunsets(*others: str) -> int:
        return len(Text(clause(*others)).facts.verification.sunsets)

    assert sunsets("Northland shall not test missiles.", *lines) == 1
    assert sunsets("Northland shall not test missiles.", "until: 2030-01-01", *lines) == 0
    assert sunsets("Northland shall not test missiles.", "until: 2040-01-01", *lines) == 1
    assert sunsets(DUTY, *lines) == 0
    assert sunsets(DUTY, "for: 50 years", *lines) == 1
    assert sunsets(DUTY, lines[0], "verification ends: none") == 0


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
