from __future__ import annotations

import pytest

from tests.analyses.texts import Text

WAITING = """
clause 1
  {first}
  {label}
clause 2
  Westland shall suspend sanctions.
  {second}
"""


def told(first: str, second: str, label: str = "", more: str = "") -> list[str]:
    text = Text(WAITING.format(first=first, second=second, label=label) + more)
    return [f"{each.number} on {each.awaited}: {each.why}" for each in text.facts.triggers]


DUTY = "Northland shall freeze its reactors."


@pytest.mark.parametrize(
    ("first", "second", "label", "expected"),
    [
        ("Northland may leave.", "after: 1 is complete", "", ["2 on 1 is complete: permitted"]),
        ("Northland should leave.", "if: 1 is complete", "", ["2 on 1 is complete: wished"]),
        (DUTY, "after: 1 is verified", "", ["2 on 1 is verified: unverified"]),
        (DUTY, "after: 1 is verified", "verified by: IAEA", []),
        (DUTY, "after: 1 is complete", "", []),
        (DUTY, "after: 1 is breached", "", []),
        (DUTY, "after: 1 is verified or 2027-01-01", "", []),
    ],
)
def test_what_a_step_hangs_on(first: str, second: str, label: str, expected: list[str]) -> None:
    assert told(first, second, label) == expected


def test_a_sentence_of_the_verifier_s_own_is_enough() -> None:
    named = "clause 3\n  IAEA shall inspect the reactors.\n  verifies: 1\n"
    other = "clause 3\n  IAEA shall inspect the mines.\n  verifies: 2\n"
    unnamed = "clause 3\n  IAEA shall inspect the reactors.\n"

    assert told(DUTY, "after: 1 is verified", more=named) == []
    assert told(DUTY, "after: 1 is verified", more=unnamed) == []
    assert told(DUTY, "after: 1 is verified", more=other) == ["2 on 1 is verified: unverified"]


def test_a_procedure_within_a_clause_may_begin_with_a_right() -> None:
    text = Text(
        """
        clause 1
          (a) Any party may call a meeting.
          (b) Northland shall attend the meeting.
          by: 10 days after 1(a) is complete
        """
    )

    assert text.facts.triggers == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("after: 1 is verified", "by: 30 days after 1 is verified", "starts: 1 is verified"),
        ("by: 30 days after 1 is verified", "after: 1 is verified", "starts: 1 is verified"),
    ],
)
def test_lines_that_hang_on_one_step_are_one_trigger(lines: tuple[str, str, str]) -> None:
    text = Text(
        "clause 1\n  Northland shall freeze its reactors.\n"
        "clause 2\n  Southland shall leave the valley.\n" + "".join(f"  {each}\n" for each in lines)
    )
    (trigger,) = text.facts.triggers

    assert trigger.starts
    assert text[trigger.at] == "after: 1 is verified"
    assert {text[at] for at in trigger.others} == {*lines} - {"after: 1 is verified"}


def test_a_permission_that_hangs_on_a_permission_is_no_duty() -> None:
    assert told("Northland may leave.", "") == []
    text = Text(
        """
        clause 1
          Northland may leave.
        clause 2
          Southland may leave.
          after: 1 is complete
        """
    )

    assert text.facts.triggers == ()


@pytest.mark.parametrize(
    ("lines", "due", "found"),
    [
        ("", "by: 60 days after signature", 1),
        ("", "by: 60 days after 2 is complete", 0),
        ("", "target: 2027-01-01", 0),
        ("  established: by 30 days after signature\n", "by: 2027-01-01", 0),
    ],
)
def test_a_body_that_must_act_by_a_day(lines: str, due: str, found: int) -> None:
    text = Text(
        f'body Commission "Joint Commission"\n{lines}'
        f"clause 1\n  Commission shall draw the line.\n  {due}\n"
        "clause 2\n  Southland shall open its border.\n"
    )

    assert len(text.facts.undated_bodies) == found


def never(body: str, *, head: str = "") -> list[str]:
    return [
        f"{each.number} {each.why} {each.awaited}".strip()
        for each in Text(body, head=head).facts.never
    ]


@pytest.mark.parametrize(
    ("first", "label", "expected"),
    [
        ("Northland shall not test.", "after: 1 is complete", ["2 endless 1"]),
        ("Northland shall not test.\n  for: without limit", "by: 30 days after 1 is complete", ["2 endless 1"]),
        ("Northland shall suspend its tests.\n  for: without limit", "if: 1 is complete", ["2 endless 1"]),
        ("Northland may test.\n  for: without limit", "if: 1 is complete", []),
        ("Northland shall not test.\n  until: 2030-01-01", "after: 1 is complete", []),
        ("Northland shall not test.", "after: 1 is complete or 2030-01-01", []),
        ("Northland shall not test.", "after: 2 is complete", []),
        ("Northland shall not test.", "after: 1 begins", []),
        ("Northland may test.", "if: 1 is breached", ["2 not broken 1"]),
        ("Northland declares that the war is ended.", "if: 1 is breached", ["2 not broken 1"]),
        ("Northland shall not test.", "if: 1 is breached", []),
        ("Northland shall not test.", 'if: "a"\n  unless: "b"', []),
        ("Northland shall not test.", 'if: "a"\n  unless: "a"', ["2 denied"]),
    ],
)  # fmt: skip
def test_what_can_never_apply(first: str, label: str, expected: list[str]) -> None:
    body = f"clause 1\n  {first}\nclause 2\n  Westland shall suspend sanctions.\n  {label}"

    assert never(body) == expected


@pytest.mark.parametrize(
    ("head", "label", "expected"),
    [
        ("duration: 5 years", "after: 7 years after signature", ["1 after the end"]),
        ("duration: 5 years", "after: 4 years after signature", []),
        ("duration: 5 years", "by: 7 years after signature", []),
        ("duration: 5 years", "after: 2030-01-01", []),
        ("duration: 5 years\ndate: 2027-01-01", "from: 2033-01-01", ["1 after the end"]),
        ("duration: 5 years\nentry into force: to be settled", "from: 2033-01-01", []),
        ("duration: without limit", "after: 7 years after signature", []),
    ],
)
def test_what_begins_when_the_text_has_ended(head: str, label: str, expected: list[str]) -> None:
    assert never(f"clause 1\n  Westland shall suspend sanctions.\n  {label}", head=head) == expected


@pytest.mark.parametrize(
    ("ends", "label", "expected"),
    [
        ("ends: 2029-01-01", "from: 2030-01-01", ["1 after the end JMC"]),
        ("ends: 2029-01-01", "from: 2028-01-01", []),
        ("ends: 1 year after signature", "from: 2 years after signature", ["1 after the end JMC"]),
        ("ends: 30 days after the talks", "from: 2030-01-01", []),
        ("task: the peace", "from: 2030-01-01", []),
    ],
)
def test_what_begins_when_its_body_is_no_more(ends: str, label: str, expected: list[str]) -> None:
    body = (
        f'body JMC "Joint Commission"\n  {ends}\nclause 1\n  JMC shall inspect the line.\n  {label}'
    )

    assert never(body) == expected


@pytest.mark.parametrize(
    ("sentence", "label", "expected"),
    [
        ("Northland shall leave.", "if: Westland suspends its exercises", ["Westland done"]),
        ("Northland shall leave.", 'if: "Westland suspends its exercises"', ["Westland done"]),
        ("Northland shall leave.", "if: Westland suspends sanctions", []),
        ("Northland shall leave.", "if: Westland suspends", []),
        ("Northland shall leave.", "if: Westland agrees", []),
        ("Northland shall leave.", "if: Westland frobnicates", []),
        ("Northland shall leave.", "if: UN suspends sanctions", []),
        ("Northland shall leave.", "if: Westland tests a missile", []),
        ("Northland shall leave.", 'if: "Westland carries out a nuclear test"', []),
        ("Northland shall leave.", "if: Westland halts its missile tests", ["Westland done"]),
        ("Northland shall leave.", "if: Westland withdraws from this declaration", []),
        ("Northland shall leave.", "if: Westland withdraws its troops", ["Westland done"]),
        ("Northland shall leave.", "if: Westland resumes sanctions", []),
        ("Northland shall impose sanctions.", "if: Westland suspends its exercises", []),
        ("Northland shall not lift sanctions.", "if: Westland suspends its exercises", []),
        ("Northland shall lift sanctions.", "if: Westland suspends its exercises", ["Westland done"]),
        ("Northland shall leave.", 'if: ""', []),
        ("Northland may leave.", "if: Westland suspends its exercises", []),
        ("Westland shall leave.", "if: Westland suspends its exercises", []),
        ("Northland shall leave.", 'if: "all is well"\n  judged by: Northland', ["Northland judged own"]),
        ("Northland shall help Westland.", 'if: "all is well"\n  judged by: Westland', ["Westland judged"]),
        ("Northland shall help Westland.", 'if: "all is well"\n  judged by: Southland', []),
        ("Northland shall leave.", 'if: "all is well"\n  judged by: Northland, Southland', []),
        ("Northland shall leave.", 'if: "all is well"\n  judged by: "whoever may"', []),
        ("Northland and Southland shall leave.", 'if: "all is well"\n  judged by: Northland', []),
        ("Northland shall leave.", "judged by: Northland", []),
    ],
)  # fmt: skip
def test_what_hangs_on_somebody_s_choice(sentence: str, label: str, expected: list[str]) -> None:
    body = f"clause 1\n  {sentence}\n  {label}\nclause 2\n  Westland shall suspend sanctions.\n"
    body += "clause 3\n  Westland shall suspend.\n" if label.endswith("suspends") else ""
    found = [
        f"{each.whose} {each.how}{' own' if each.own else ''}"
        for each in Text(body).facts.at_choice
    ]

    assert found == expected


def test_what_an_event_needs_is_awaited_with_it() -> None:
    text = Text(
        """
        event the opening
          when: later of 1 is complete, 2 is complete
        event the closing
          when: earlier of 1 is complete, 2 is complete
        event the flood
          when: outside this text, "the river rises"
        clause 1
          Northland may leave.
        clause 2
          Northland shall not test missiles.
        clause 3
          Westland shall suspend sanctions.
          after: the opening
        clause 4
          Westland shall open its border.
          after: the closing
        clause 5
          Westland shall close its border.
          by: 3 days after the flood
        """
    )

    assert [(each.number, each.awaited.of) for each in text.facts.triggers] == [("3", "1")]
    assert [(each.number, each.awaited) for each in text.facts.never] == [("3", "2")]
