"""What a checker should say about each text in `clauses/`: the fact sheet's “Expect” lines.

The agreements are here, and what nobody has signed is in `proposals.py`.

`raises` asks for a finding of a family at warning or above; `notes` for one at info and none above;
`quiet` for none above info. A clause, where one is named, stands for all that is numbered below
it. Where the line names a kind of finding, the rules of that kind are named.
"""

from __future__ import annotations

from typing import Literal

from clausecheck.values import frozen

Says = Literal["raises", "notes", "quiet"]


@frozen
class Expected:
    """One item of an “Expect” line."""

    says: Says
    family: str
    clause: str | None = None
    """Where; None for anywhere."""
    rules: tuple[str, ...] = ()
    """What of the family it is about; none for all of it."""

    def __str__(self) -> str:
        where = f" {self.clause}" if self.clause else ""
        kind = f" ({', '.join(self.rules)})" if self.rules else ""
        return f"{self.says} {self.family}{where}{kind}"


def raises(family: str, clause: str | None = None, *rules: str) -> Expected:
    return Expected("raises", family, clause, rules)


def notes(family: str, clause: str | None = None, *rules: str) -> Expected:
    return Expected("notes", family, clause, rules)


def quiet(family: str, clause: str | None = None, *rules: str) -> Expected:
    return Expected("quiet", family, clause, rules)


LEAVE = "troop-withdrawal-explicit"
NO_VERIFIER = ("unverified-text", "verification-by-adjective")

EXPECTED: dict[str, tuple[Expected, ...]] = {
    "armistice-1953": (
        raises("verification", "19", "deadlocked-body"),
        raises("verification", "36", "deadlocked-body"),
        raises("troop-withdrawal", "60", "troop-withdrawal-implied"),
        raises("vagueness", "13(b)"),
        raises("vagueness", "60"),
        raises("parties", None, "belligerent-left-out"),
        quiet("reunification"),
        quiet("sanctions"),
        quiet("troop-withdrawal", None, LEAVE),
    ),
    "joint-communique-1972": (
        raises("reunification", "1"),
        raises("troop-withdrawal", "1(a)", "troop-withdrawal-implied"),
        raises("vagueness", "1(a)"),
        raises("durability"),
        raises("provocations", "2(b)"),
        raises("verification", None, *NO_VERIFIER),
        quiet("sequence"),
        quiet("reciprocity"),
        quiet("sanctions"),
    ),
    "basic-agreement-1991": (
        raises("recognition", "P1"),
        raises("reunification", "P1"),
        raises("reversibility"),
        raises("vagueness", "12"),
        notes("verification", "12(f)"),
        quiet("verification"),
        quiet("reciprocity"),
        quiet("troop-withdrawal", None, LEAVE),
        quiet("sanctions"),
    ),
    "denuclearization-declaration-1992": (
        raises("verification", "4", "weak-verifier"),
        # The method that is left for later is worth a look, not a warning, by DESIGN's severities.
        notes("verification", "4", "deferred-method"),
        raises("reversibility"),
        quiet("vagueness", "1"),
        quiet("vagueness", "3"),
        quiet("vagueness", "6"),
        quiet("reciprocity"),
        quiet("troop-withdrawal"),
        quiet("sanctions"),
    ),
    "new-york-joint-statement-1993": (
        raises("reversibility", "3", "ended-at-will"),
        raises("verification", None, *NO_VERIFIER),
        notes("reunification", "1(e)"),
        quiet("reunification"),
        quiet("troop-withdrawal"),
        quiet("sanctions"),
    ),
    "agreed-framework-1994": (
        raises("vagueness", "IV.3"),
        raises("vagueness", "II.3"),
        raises("reversibility"),
        raises("durability", None, "unratified-text"),
        raises("reciprocity"),
        quiet("verification"),
        quiet("sequence"),
        quiet("reunification"),
        quiet("troop-withdrawal"),
    ),
    "june-15-declaration-2000": (
        raises("reunification", "1"),
        raises("reunification", "2(b)"),
        raises("vagueness", "2(b)"),
        raises("vagueness", "5"),
        # The fact sheet asks for a warning that nobody verifies. Visits, talks and growth are all
        # that is promised, of which nothing wants verifying; the coders of PA-X see enforcement.
        quiet("verification"),
        quiet("troop-withdrawal", None, LEAVE),
        quiet("sequence"),
    ),
    "six-party-joint-statement-2005": (
        raises("verification", "1(a)", "verification-by-adjective"),
        raises("vagueness", "1(c)"),
        raises("vagueness", "1(g)"),
        raises("vagueness", "1(b)"),
        raises("vagueness", "4(a)"),
        raises("vagueness", "5"),
        raises("sequence", "1(c)", "unordered-steps"),
        quiet("sequence", None, "deadlock", "infeasible-timetable"),
        raises("durability", None, "unratified-text"),
        quiet("troop-withdrawal", None, LEAVE),
        quiet("reunification"),
    ),
    "second-phase-actions-2007": (
        raises("verification", "I.2", "unverified-declaration"),
        raises("reversibility"),
        raises("vagueness", "I.1", "disputed-word"),
        raises("vagueness", "II.1(b)"),
        # Its days are given: nothing is said of when they come.
        quiet("vagueness", "I", "soft-deadline"),
        quiet("troop-withdrawal"),
        quiet("reunification"),
    ),
    "october-4-declaration-2007": (
        raises("durability", None, "unratified-text"),
        raises("vagueness", "4(b)"),
        raises("sanctions", "5"),
        raises("verification", None, *NO_VERIFIER),
        quiet("troop-withdrawal", None, LEAVE),
    ),
    "panmunjom-2018": (
        raises("reunification", "1"),
        raises("vagueness", "3.2"),
        raises("verification", None, *NO_VERIFIER),
        raises("troop-withdrawal", "3.3", "troop-withdrawal-silent"),
        raises("provocations", "2.1"),
        raises("durability", None, "unratified-text"),
        quiet("troop-withdrawal", None, LEAVE),
        quiet("reciprocity"),
        quiet("sanctions"),
    ),
    "singapore-2018": (
        raises("vagueness", "5"),
        raises("vagueness", "1"),
        raises("verification", "3(b)", *NO_VERIFIER),
        raises("troop-withdrawal", "3(b)", "troop-withdrawal-implied"),
        raises("sequence"),
        raises("security-assurance", "P1"),
        raises("recognition", "1"),
        raises("durability", None, "unratified-text"),
        notes("reciprocity"),
        quiet("reunification"),
        quiet("sanctions"),
        quiet("troop-withdrawal", None, LEAVE),
    ),
    "pyongyang-2018": (
        raises("parties", "5.2", "outsider-awaited"),
        raises("verification", "5.1", "weak-verifier"),
        # No family of its own names a condition that hides another; that nobody judges it does.
        raises("vagueness", "2.2(a)"),
        quiet("troop-withdrawal", None, LEAVE),
    ),
    "military-agreement-2018": (
        raises("reversibility"),
        raises("verification", "1.2"),
        raises("verification", "1.3"),
        notes("reciprocity"),
        quiet("verification", "A2.1"),
        quiet("verification", "A2.2"),
        quiet("verification", "A2.3"),
        quiet("verification", "A2.4"),
        quiet("vagueness", "1.1"),
        quiet("vagueness", "1.2"),
        quiet("vagueness", "1.3"),
        quiet("vagueness", "1.4"),
        quiet("vagueness", "6"),
    ),
    "inf-1987": (
        notes("verification", "XI", "verification-sunset"),
        quiet("verification"),
        quiet("vagueness"),
        quiet("reciprocity"),
        quiet("reversibility"),
        quiet("durability"),
    ),
    "peace-act-2021": (
        raises("troop-withdrawal", "4", "troop-withdrawal-silent"),
        quiet("reunification"),
        quiet("sanctions"),
    ),
    "peace-act-2021-with-savings": (
        quiet("troop-withdrawal"),
        quiet("reunification"),
        quiet("sanctions"),
    ),
}

SILENT = {
    "troops": "silent",
    "reunification": "absent",
    "recognition": "none",
    "verification": "none",
    "reversal": "none",
    "durability": "signature",
    "armistice": "silent",
    "sanctions": "none",
    "security-assurance": "none",
    "provocations": "none",
}
"""What a whole text does on each question on which it says nothing; the questions in order."""


def stances(**said: str) -> dict[str, str]:
    """Return what a whole text does: as here, and on all other questions nothing."""
    return SILENT | {question.replace("_", "-"): stance for question, stance in said.items()}


def partial(**said: str) -> dict[str, str]:
    """Return what a part of a text does, whose silence says nothing."""
    unsaid = dict.fromkeys(SILENT, "not stated")
    return unsaid | {question.replace("_", "-"): stance for question, stance in said.items()}


STANCES: dict[str, dict[str, str]] = {
    # Paragraph 60 recommends talks on withdrawal; paragraph 62 says what may supersede it.
    "armistice-1953": partial(
        troops="implied",
        verification="none",
        reversal="conditions",
        durability="signature",
        provocations="listed",
    ),
    "joint-communique-1972": stances(troops="implied", reunification="goal", provocations="soft"),
    "basic-agreement-1991": stances(
        reunification="preamble",
        recognition="avoided",
        durability="ratified",
        armistice="continues",
        security_assurance="binding",
        provocations="soft",
    ),
    "denuclearization-declaration-1992": stances(
        reunification="preamble", verification="consent-gated", durability="ratified"
    ),
    # Support is voiced for unification, which sets nobody a goal; the question has no better word.
    "new-york-joint-statement-1993": stances(reunification="goal", security_assurance="promise"),
    # Ambassadors are promised, if on conditions: the first of what holds is named.
    "agreed-framework-1994": stances(recognition="de-jure", security_assurance="promise"),
    "june-15-declaration-2000": stances(reunification="goal"),
    "six-party-joint-statement-2005": stances(security_assurance="intention"),
    "second-phase-actions-2007": stances(sanctions="ended"),
    "october-4-declaration-2007": stances(reunification="goal", armistice="continues"),
    # Of two language versions that stand, both are told: the English one leaves the armistice to talks.
    "panmunjom-2018": stances(
        reunification="goal",
        armistice="continues against superseded",  # by its English and its Korean text
        troops="silent against implied",  # likewise
        security_assurance="promise",
        provocations="soft",
    ),
    "singapore-2018": stances(troops="implied", security_assurance="promise"),
    "pyongyang-2018": stances(reunification="preamble", verification="observer"),
    "military-agreement-2018": partial(
        verification="none", reversal="none", durability="signature", provocations="listed"
    ),
    "inf-1987": partial(verification="named", reversal="conditions", durability="ratified"),
    "peace-act-2021": stances(durability="unstated", armistice="continues"),
    "peace-act-2021-with-savings": stances(
        troops="saved", durability="unstated", armistice="continues"
    ),
}
"""What each text does on each question; the stance of verification is its weakest duty's."""
