"""What a checker should say about each text in `clauses/`: the fact sheet's “Expect” lines.

`raises` asks for a finding of a family at warning or above; `notes` for one at info and none above;
`quiet` for none above info. A clause, where one is named, stands for all that is numbered below
it. Where the line names a kind of finding, the rules of that kind are named. What a family still to
come must say is `owed`: it fails today, and must be struck here on the day it no longer does.
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
    owed: str | None = None
    """What is still to be built before it can hold."""

    def __str__(self) -> str:
        where = f" {self.clause}" if self.clause else ""
        kind = f" ({', '.join(self.rules)})" if self.rules else ""
        return f"{self.says} {self.family}{where}{kind}"


def raises(
    family: str, clause: str | None = None, *rules: str, owed: str | None = None
) -> Expected:
    return Expected("raises", family, clause, rules, owed)


def notes(family: str, clause: str | None = None, *rules: str, owed: str | None = None) -> Expected:
    return Expected("notes", family, clause, rules, owed)


def quiet(family: str, clause: str | None = None, *rules: str) -> Expected:
    return Expected("quiet", family, clause, rules)


SEQUENCE = "sequence: no rule yet puts steps in order"
RECIPROCITY = "reciprocity: no rule yet holds one side's steps against the other's"

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
    "agreed-framework-1994": (
        raises("vagueness", "IV.3"),
        raises("vagueness", "II.3"),
        raises("reversibility"),
        raises("durability", None, "unratified-text"),
        raises("reciprocity", owed=RECIPROCITY),
        quiet("verification"),
        quiet("sequence"),
        quiet("reunification"),
        quiet("troop-withdrawal"),
    ),
    "six-party-joint-statement-2005": (
        raises("verification", "1(a)", "verification-by-adjective"),
        raises("vagueness", "1(c)"),
        raises("vagueness", "1(g)"),
        raises("vagueness", "1(b)"),
        raises("vagueness", "4(a)"),
        raises("vagueness", "5"),
        raises("sequence", "1", owed=SEQUENCE),
        raises("durability", None, "unratified-text"),
        quiet("troop-withdrawal", None, LEAVE),
        quiet("reunification"),
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
        raises("sequence", owed=SEQUENCE),
        raises("security-assurance", "P1"),
        raises("recognition", "1"),
        raises("durability", None, "unratified-text"),
        notes("reciprocity", owed=RECIPROCITY),
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
        notes("reciprocity", owed=RECIPROCITY),
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

QUESTIONS = (
    "troops", "reunification", "recognition", "verification", "reversal", "durability",
    "armistice", "sanctions", "security-assurance", "provocations",
)  # fmt: skip

STANCES: dict[str, tuple[str, ...]] = {
    # Paragraph 60 recommends talks on withdrawal; paragraph 62 says what may supersede it.
    "armistice-1953": (
        "implied", "not stated", "not stated", "none", "conditions", "signature", "not stated",
    ),
    "basic-agreement-1991": ("silent", "preamble", "avoided", "none", "none", "ratified", "continues"),
    "denuclearization-declaration-1992": (
        "silent", "preamble", "none", "consent-gated", "none", "ratified", "silent",
    ),
    # Ambassadors are promised, if on conditions: the first of what holds is named.
    "agreed-framework-1994": ("silent", "absent", "de-jure", "none", "none", "signature", "silent"),
    "six-party-joint-statement-2005": ("silent", "absent", "none", "none", "none", "signature", "silent"),
    # Of two language versions the first is told: its English text leaves the armistice to talks.
    "panmunjom-2018": ("silent", "goal", "none", "none", "none", "signature", "continues"),
    "singapore-2018": ("implied", "absent", "none", "none", "none", "signature", "silent"),
    "pyongyang-2018": ("silent", "preamble", "none", "observer", "none", "signature", "silent"),
    "military-agreement-2018": (
        "not stated", "not stated", "not stated", "none", "none", "signature", "not stated",
    ),
    "inf-1987": (
        "not stated", "not stated", "not stated", "named", "conditions", "ratified", "not stated",
    ),
    "peace-act-2021": ("silent", "absent", "none", "none", "none", "unstated", "continues"),
    "peace-act-2021-with-savings": ("saved", "absent", "none", "none", "none", "unstated", "continues"),
}  # fmt: skip
"""What each text does on each question; the stance of verification is its weakest duty's."""

GIVEN: dict[str, tuple[str, ...]] = {
    "armistice-1953": ("not stated", "not stated", "listed"),
    "basic-agreement-1991": ("none", "binding", "soft"),
    "denuclearization-declaration-1992": ("none", "none", "none"),
    "agreed-framework-1994": ("none", "promise", "none"),
    "six-party-joint-statement-2005": ("none", "intention", "none"),
    "panmunjom-2018": ("none", "promise", "soft"),
    "singapore-2018": ("none", "promise", "none"),
    "pyongyang-2018": ("none", "none", "none"),
    "military-agreement-2018": ("not stated", "not stated", "listed"),
    "inf-1987": ("not stated", "not stated", "not stated"),
    "peace-act-2021": ("none", "none", "none"),
    "peace-act-2021-with-savings": ("none", "none", "none"),
}
"""The same on what one side gives another, or stops doing to it: the last of the questions."""
