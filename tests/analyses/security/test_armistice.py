"""What takes over from an armistice, and which of its paragraphs a text calls on."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause

END = "All parties hereby end the armistice."


def ended(body: str, head: str = "") -> str | None:
    text = Text(body, head=head)
    at = text.facts.armistice_ended_at

    return text[at] if at is not None else None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (END, "armistice"),
        ("This declaration shall replace the Armistice Agreement.", "Armistice Agreement"),
        ("All parties shall replace the armistice by a peace agreement.", None),
        ("All parties shall comply with the armistice.", None),
        ("Nothing in this declaration affects the armistice.", None),
    ],
)
def test_whether_the_text_itself_ends_it(sentence: str, found: str | None) -> None:
    assert ended(clause(sentence)) == found


def test_the_head_may_end_it_or_keep_it_up() -> None:
    meet = clause("All parties shall meet.")

    assert ended(meet, 'supersedes: "the armistice"') == '"the armistice"'
    assert ended(meet, 'supersedes: "the declaration of 2018", 1') is None
    assert Text(meet, head='supersedes: "the armistice"').stance("armistice") == "superseded"
    assert Text(meet, head='continues: "the armistice"').stance("armistice") == "continues"
    assert Text(clause("The armistice remains in force.")).stance("armistice") == "continues"


@pytest.mark.parametrize(
    ("sentence", "heirs"),
    [
        ("MDL shall remain the line between them.", {"line"}),
        ("All parties shall respect the border.", {"line"}),
        ("All parties shall demilitarise DMZ.", {"zone"}),
        ("All parties shall keep a buffer zone.", {"zone"}),
        ("MAC shall meet.", set()),
        ("All parties shall report to MAC.", {"supervision"}),
        ("All parties shall establish a joint commission.", {"supervision"}),
        ("All parties shall visit Seoul.", set()),
    ],
)
def test_what_takes_over(sentence: str, heirs: set[str]) -> None:
    assert Text(clause(sentence)).facts.armistice_heirs == heirs


def test_a_body_of_the_text_supervises_and_a_preamble_takes_nothing_over() -> None:
    assert Text(
        'body Commission "Joint Commission"\n' + clause("All parties shall meet.")
    ).facts.armistice_heirs == {"supervision"}
    assert not Text(
        "preamble\nclause P1\n  All parties shall respect the border."
    ).facts.armistice_heirs


@pytest.mark.parametrize(
    ("lines", "cited"),
    [
        (("All parties shall implement paragraph 60 of the armistice.",), ["paragraph"]),
        (("All parties shall meet under the armistice, paragraph 60.",), ["paragraph"]),
        (("All parties shall implement paragraph 59 of the armistice.",), []),
        (("All parties shall implement paragraph 60 of the treaty.",), []),
        (("All parties shall lay 60 mines under the armistice.",), []),
        (("All parties shall meet.", "implements: armistice-1953 60"), ["armistice-1953 60"]),
        (("All parties shall meet.", "implements: inf-1987 60, 1"), []),
    ],
)
def test_a_paragraph_that_is_called_on(lines: tuple[str, ...], cited: list[str]) -> None:
    text = Text(clause(*lines))

    assert [text[at] for at in text.facts.armistice_citations] == cited
