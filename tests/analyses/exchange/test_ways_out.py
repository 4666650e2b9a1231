"""What lets a party out, whose leave a promise takes, and who says that an event has come."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause

CLOSE = "Northland shall close its camps."


@pytest.mark.parametrize(
    ("lines", "ways"),
    [
        (("Any party may withdraw from this declaration.",), ["withdraw"]),
        (("Any party may suspend this agreement.",), ["suspend"]),
        (("Any party may denounce this treaty.",), ["denounce"]),
        (("Any party may denounce the use of force.",), []),
        (("All parties jointly may amend this agreement.",), []),
        (("Any party may suspend its broadcasts.",), []),
        (("Northland shall close its camps where possible.",), ["where possible"]),
        (("Northland should close its camps where possible.",), []),
        ((CLOSE, 'unless: "its security is at stake"'), ['unless: "its security is at stake"']),
        ((CLOSE, 'unless: "its security is at stake"', "judged by: Westland"), []),
        (("Northland shall close its camps sincerely.",), []),
    ],
)
def test_ways_out(lines: tuple[str, ...], ways: list[str]) -> None:
    text = Text(clause(*lines))

    assert [text[at] for at in text.facts.ways_out] == ways


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Any party may withdraw from this declaration.", "notice"),
        ("Any party may denounce this treaty.", "notice"),
        ('Either party may denounce this treaty.\n  if: "its security is at stake"', "conditions"),
        ("Any party may condemn this treaty.", "none"),
        ("Northland shall denounce violence.", "none"),
    ],
)
def test_who_denounces_a_treaty_leaves_it(sentence: str, stance: str) -> None:
    assert Text(clause(sentence)).stance("reversal") == stance


def test_the_heads_exit_is_one_and_a_preamble_has_none() -> None:
    preamble = "preamble\nclause P1\n  Northland shall close its camps where possible."

    assert len(Text(preamble, head="exit: any party, on notice of 6 months").facts.ways_out) == 1
    assert not Text(preamble, head="exit: none").facts.ways_out


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Westland shall lift its sanctions.", True),
        ("Westland shall end the alliance.", True),
        ("Westland shall withdraw its troops from Southland.", True),
        ("Westland shall withdraw its troops from the demilitarised zone.", False),
        ("Westland shall not lift its sanctions.", False),
        ("Westland intends to lift its sanctions.", False),
        ("UNSC shall lift its sanctions.", False),
        ("Westland shall meet.", False),
        ("All parties jointly shall lift sanctions.", False),
    ],
)
def test_what_may_take_more_than_a_government(sentence: str, *, found: bool) -> None:
    assert bool(Text(clause(sentence)).facts.beyond_a_government) == found


def test_a_recital_gives_nothing_away() -> None:
    body = "preamble\nclause P1\n  Westland shall lift its sanctions."

    assert not Text(body).facts.beyond_a_government


EVENT = """\
event day of return
  {when}
event first step
  when: 2 is complete
clause 1
  {sentence}
  by: {by}
clause 2
  Northland shall close its camps.
"""


@pytest.mark.parametrize(
    ("when", "sentence", "by", "found"),
    [
        ('when: "all are home"', CLOSE, "day of return", [("day of return", (), False)]),
        (
            'when: outside this text, "all are home"\n  certified by: IAEA, Westland',
            CLOSE,
            "30 days after day of return",
            [("day of return", ("IAEA", "Westland"), True)],
        ),
        ("when: 2 is complete", CLOSE, "day of return", []),
        ('when: "all are home"', CLOSE, "first step", []),
        ('when: "all are home"', CLOSE, "signature", []),
        ('when: "all are home"', "Northland should close its camps.", "day of return", []),
        ('when: "all are home"', "This treaty shall enter into force.", "day of return", []),
        ('when: "all are home"', "Northland may close its camps.", "day of return", []),
    ],
)
def test_what_hangs_on_an_event(
    when: str, sentence: str, by: str, found: list[tuple[str, tuple[str, ...], bool]]
) -> None:
    text = Text(EVENT.format(when=when, sentence=sentence, by=by))
    hanging = text.facts.hanging_on_events

    assert [(each.event, each.certified_by, each.outside) for each in hanging] == found
