"""What a text provides for the day on which the other side collapses."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (
            ("Southland may administer the North in the event of the collapse of Northland.",),
            "collapse",
        ),
        (("Southland shall prepare for sudden change in Northland.",), "sudden change"),
        (("Southland and Westland shall consult on a contingency in Northland.",), "contingency"),
        (
            ("Southland shall restore order.", 'if: "the government of Northland collapses"'),
            'if: "the government of Northland collapses"',
        ),
        (("Southland shall restore order.", "if: Northland collapses"), "if: Northland collapses"),
        (("Southland shall restore order.", "after: 2027-01-01"), None),
        (("Southland shall restore order.", 'if: "a dam collapses"'), None),
        (("Southland shall provide relief in the event of the collapse of a dam.",), None),
        (("Southland shall prepare for a contingency in Southland.",), None),
        (("Westland shall support Southland in a collapse of markets.",), None),
        (("The parties recall the collapse of Northland.",), None),
    ],
)
def test_where_a_collapse_is_provided_for(lines: tuple[str, ...], at: str | None) -> None:
    text = Text(clause(*lines))

    assert [text[crisis.at] for crisis in text.facts.crises] == ([at] if at else [])


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("No party shall exploit a collapse of the other.", True),
        ("Southland shall not enter Northland in a collapse of Northland.", False),
        ("Southland and Westland may act in a collapse of Northland.", False),
    ],
)
def test_a_rule_for_a_crisis_keeps_both_from_something(sentence: str, both: bool) -> None:  # noqa: FBT001
    (crisis,) = Text(clause(sentence)).facts.crises

    assert crisis.binds_both == both
