"""By what an objection comes to be asked of a text."""

from __future__ import annotations

import pytest

from clausecheck.analyses.openings import OPENINGS, opened
from clausecheck.check import Settings, check
from clausecheck.essays import openings
from clausecheck.source import Source

from .texts import VOCABULARY, Text, clause

COMMAND = "Northland and Westland shall dissolve UNC."
DISMANTLE = "Northland shall dismantle its reactors."


def asked(*sentences: str) -> frozenset[str]:
    return opened(Text(_numbered(sentences)).facts)


def _numbered(sentences: tuple[str, ...]) -> str:
    return "\n".join(
        clause(*one.split(" | ")).replace("1", str(number), 1)
        for number, one in enumerate(sentences, 1)
    )


def test_what_opens_a_question_is_what_the_catalogue_lists() -> None:
    assert list(OPENINGS) == [each.key for each in openings()]


@pytest.mark.parametrize(
    ("sentence", "opens", "leaves_closed"),
    [
        ("All parties declare that the war is over.", "war-ended war-made war-over", "command-ended fighting-stopped"),
        ("All parties shall end the war.", "war-ended war-made", "war-over"),
        ("All parties intend to end the war.", "war-ended", "war-made war-over"),
        ("All parties agree to discuss the end of the war.", "peace-named", "war-ended war-made"),
        ("All parties affirm that the state of war is over.", "war-ended war-over", "command-ended"),
        ("All parties recall that the state of war is over.", "operative", "war-ended war-over"),
        ("Northland and Southland shall cease hostilities.", "fighting-stopped", "war-ended war-over"),
        (COMMAND, "command-ended forces-go", "war-ended forces-named"),
        ("Westland shall withdraw its troops from Southland.", "forces-go forces-named", "command-ended"),
        ("Westland considers that it is necessary to withdraw all foreign troops from Southland.", "forces-go", "owed"),
        ("Westland considers that it is premature to withdraw all foreign troops from Southland.", "forces-named", "forces-go"),
        ("Westland may station its troops in Southland.", "forces-named operative", "forces-go owed"),
        (DISMANTLE, "one-disarms weapons-given-up arms-steps owed", "disarmament-aim tests-halted arms-wait"),
        (f"{DISMANTLE} | if: Southland agrees", "arms-wait step-waits", "relief"),
        ("Northland and Southland declare that disarmament is their aim.", "disarmament-aim", "one-disarms"),
        ("Northland and Southland shall reduce their artillery.", "own-forces", "weapons-given-up"),
        ("Northland shall not launch missiles.", "tests-halted", "hostile-acts"),
        ("Northland shall cease shelling.", "hostile-acts", "tests-halted"),
        ("Northland and Southland shall seek unification.", "unification", "relations"),
        ("Southland recognises Northland as a sovereign state.", "relations recognition-given", "unification"),
        ("Southland shall not attack Northland.", "safety-promised", "war-ended"),
        ("Southland shall suspend sanctions on coal exports. | after: 1 is verified", "relief step-waits", "sanctions-kept"),
        ("Southland shall maintain sanctions on Northland.", "sanctions-kept", "relief"),
        ("Southland shall provide aid to Northland.", "trade", "relief"),
        ("Northland shall open its archives. | if breached: Southland may suspend 1.", "breach-answered", "given-for-good"),
    ],
)  # fmt: skip
def test_what_a_sentence_opens(sentence: str, opens: str, leaves_closed: str) -> None:
    found = asked(sentence)

    assert set(opens.split()) <= found
    assert found.isdisjoint(leaves_closed.split())


ALLIES = """\
treaty "Example"
  scope: complete
party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
clause 1
  US and ROK shall open an office.
"""


@pytest.mark.parametrize(
    ("more", "asked"), [("", False), ("clause 2\n  DPRK shall open an office.\n", True)]
)
def test_allies_have_to_agree_on_the_breach_of_somebody_else(more: str, *, asked: bool) -> None:
    report = check(Source("example.clause", ALLIES + more), VOCABULARY, Settings())

    assert {e.arises for e in report.ledger if e.entry == "N29"} == {asked}


def test_a_question_that_is_open_is_told_from_one_that_is_not() -> None:
    def state(*sentences: str) -> tuple[str, bool]:
        report = check(Text(_numbered(sentences)).source, VOCABULARY, Settings())
        return next((e.state, e.arises) for e in report.ledger if e.entry == "N01")

    assert state("Northland shall open its archives.") == ("not applicable", False)
    assert state(DISMANTLE) == ("not applicable", True)
