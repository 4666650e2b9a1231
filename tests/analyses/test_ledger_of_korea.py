"""What becomes of each objection in texts of the Korean War, and the stance beside it."""

from __future__ import annotations

import pytest

from clausecheck.check import Settings, check
from clausecheck.source import Source

from .texts import VOCABULARY, clause

TOP = """\
treaty "Example"
  form: treaty
  scope: complete
  ratification: US by its Senate, ROK by its National Assembly, DPRK by its Assembly, PRC by its Congress
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
party PRC  "People's Republic of China"
"""
BY_THREE = "US, ROK and PRC each shall not attack or threaten DPRK."
BY_US = "US shall not attack DPRK."
DISMANTLE = "DPRK shall dismantle all nuclear weapons."


def said_of(sentences: str, top: str = TOP) -> dict[str, str]:
    """Return the states of the objections and the stances, by their names."""
    body = "\n".join(
        clause(*one.split(" | ")).replace("1", str(number), 1)
        for number, one in enumerate(sentences.split(" / "), 1)
    )
    report = check(Source("example.clause", f"{top}{body}\n"), VOCABULARY, Settings())
    assert not [f for f in report.findings if f.family == "language" and f.severity != "info"]
    return {e.entry: e.state for e in report.ledger} | {
        s.question: s.stance for s in report.stances
    }


@pytest.mark.parametrize(
    ("sentences", "about", "said"),
    [
        # An assurance is one to the power whose safety is at issue; what that one promises is conduct.
        (BY_THREE, "N14 N30 N31", "met"),
        (f"{BY_THREE} / DPRK shall not attack or threaten ROK or US forces in ROK.", "N14 N30 N31", "met"),
        (f"{BY_THREE} / DPRK shall not attack or threaten US forces in ROK.", "provocations", "none"),
        ("DPRK shall not use force against ROK.", "N14 N30 N31", "not applicable"),
        ("DPRK shall not fire on islands of ROK or lay mines.", "N14 N31", "not applicable"),
        ("DPRK shall not fire on islands of ROK or lay mines.", "security-assurance", "none"),
        ("DPRK shall not fire on islands of ROK or lay mines.", "B17", "met"),
        ("DPRK guarantees the security of ROK.", "N14 N30", "not applicable"),
        (f"{DISMANTLE} / DPRK shall not attack ROK.", "N13", "silent"),
        # What it owes with others, it owes.
        ("US and ROK shall jointly notify DPRK of exercises.", "N32", "met"),
        ("All parties shall refrain from the use of force.", "N32", "met"),
        ("ROK and DPRK shall refrain from the use of force.", "N32", "not applicable"),
        (BY_US, "N14", "raised"),
        # What both owe in the same words is a pledge of both, and no assurance of one.
        (f"{BY_US} / DPRK shall not attack US.", "N14", "met"),
        (f"{BY_US} / DPRK shall not attack US. | until: 2030-01-01", "N14", "raised"),
        (f"{BY_US} / DPRK shall not attack US.", "security-assurance", "binding"),
        ("US and DPRK shall not attack each other.", "security-assurance", "binding"),
        # A list that is open is a list; one act, or the wide word alone, is none.
        ("ROK and DPRK shall refrain from provocations such as shelling and mine laying.", "provocations", "listed"),
        ("ROK and DPRK shall refrain from provocations such as shelling and mine laying.", "B14", "not applicable"),
        ("ROK and DPRK shall cease such provocations as shelling and infiltration.", "provocations", "listed"),
        ("ROK and DPRK shall cease all hostile acts as a first step.", "provocations", "soft"),
        ("ROK and DPRK shall cease all hostile acts as a first step.", "B14", "raised"),
        # A text on nuclear arms alone opens the question; the end of a war asks for no duty of peace.
        (DISMANTLE, "B17", "not judged"),
        (f"{DISMANTLE} / ROK and DPRK shall install a hotline.", "B17", "not applicable"),
        (f"{DISMANTLE} / ROK and DPRK shall cease shelling.", "B17", "met"),
        ("All parties declare that the war is over.", "B17", "not applicable"),
        # What is asked of the recognition of one power is not asked of what it alone says of another.
        ("DPRK recognises ROK as a sovereign state.", "B21b B24 B25", "not applicable"),
        ("ROK recognises DPRK as a sovereign state.", "B24", "silent"),
        ("ROK and DPRK each recognise the other as a sovereign state.", "B24", "silent"),
        ("DPRK recognises ROK as a sovereign state.", "B06", "raised"),
    ],
)  # fmt: skip
def test_what_becomes_of_an_objection(sentences: str, about: str, said: str) -> None:
    found = said_of(sentences)

    assert {each: found[each] for each in about.split()} == dict.fromkeys(about.split(), said)
