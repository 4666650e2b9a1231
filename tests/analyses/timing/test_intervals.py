from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause

LOOKS = "verified by: IAEA using on-site inspection"


@pytest.mark.parametrize(
    ("lines", "rare"),
    [
        (("every: 31 days", "for: 30 days"), True),
        (("every: 30 days", "for: 30 days"), False),
        (("every: 2 to 3 months", "for: 59 days"), False),
        (("every: 2 to 3 months", "for: 58 days"), True),
        (("every: up to 2 years", "for: 1 year"), False),
        (("every: 2 years", "for: at least 1 year"), False),
        (("every: 2 years", "for: without limit"), False),
        (("every: 2 years",), False),
        (("every: 2 years", "until: the handover"), False),
        (("every: 2 years", "for: 1 year", "reviewer: done 2027-03-01"), False),
        # 59 days from 1 March to 29 April.
        (("from: 2027-03-01", "until: 2027-04-29", f"{LOOKS}, every 60 days"), True),
        (("from: 2027-03-01", "until: 2027-04-29", f"{LOOKS}, every 59 days"), False),
        # Nothing keeps them from looking sooner.
        (("for: 30 days", f"{LOOKS}, at least 1 times per year"), False),
        (("for: 30 days", f"{LOOKS}, every 60 days; Southland"), False),
        (("for: 30 days", f"{LOOKS}, every 60 days; Southland using satellite imagery, every 40 days"), True),
        (("for: 30 days", LOOKS), False),
        (("for: 30 days", "verified by: none"), False),
    ],
)  # fmt: skip
def test_whether_it_need_be_done_once(lines: tuple[str, ...], *, rare: bool) -> None:
    event = 'event the handover\n  when: outside this text, "the keys are handed over"\n'
    text = Text(event + clause("Northland shall halt its broadcasts.", *lines))

    assert bool(text.facts.rare) is rare
