"""What a checker should say about our own drafts: one hard to attack, and a tour of two that are not.

The tour's first part gives much and asks little, its second asks all and gives nothing.
"""

from __future__ import annotations

from .expectations import Expected, quiet, raises, stances

SOUND = "draft-first-steps"
TOUR = ("draft-too-hard", "draft-too-soft")

EXPECTED: dict[str, tuple[Expected, ...]] = {
    SOUND: tuple(
        quiet(family)
        for family in (
            "reunification", "troop-withdrawal", "verification", "reversibility", "reciprocity",
            "sequence", "vagueness", "durability", "sanctions", "recognition", "security-assurance",
            "provocations", "human-rights", "substance", "legitimacy", "alliance", "overreach",
            "trust", "parties", "instrument", "consistency", "language",
        )
    ),
    "draft-too-hard": (
        raises("overreach", "1"),
        raises("overreach", "3"),
        raises("sanctions", "2"),
        raises("security-assurance", "1"),
        raises("instrument"),
    ),
    "draft-too-soft": (
        raises("reunification", "3"),
        raises("troop-withdrawal", "6"),
        raises("sanctions", "7"),
        raises("human-rights", "8"),
        raises("legitimacy", "9"),
        raises("security-assurance", "10"),
        raises("provocations", "12"),
        raises("durability"),
    ),
}  # fmt: skip

STANCES: dict[str, dict[str, str]] = {
    SOUND: stances(
        troops="saved",
        reunification="renounced",
        recognition="de-facto",
        verification="named",
        reversal="snapback",
        durability="entrenched",
        armistice="superseded",
        sanctions="snapback",
        security_assurance="binding",
        provocations="listed-with-breach",
    ),
    "draft-too-hard": stances(recognition="de-jure", reversal="snapback", durability="unstated"),
    "draft-too-soft": stances(
        troops="implied",
        reunification="goal",
        recognition="de-jure",
        reversal="snapback",
        armistice="part",
        sanctions="ended",
        security_assurance="promise",
        provocations="none",
    ),
}

NOT_ON_THE_TOUR = {
    "B04": "arms are to be reduced, which limits what could attack",
    "B10": "a note, never raised",
    "B13": "both texts ask for something that can be seen",
    "B15": "for the same reason",
    "B21b": "recognition declared at once is not granted as a step; in the other it waits for one",
    "B21c": "no withdrawal is said outright, so that silence and implication can be shown",
    "B25": "as B21b",
    "B26": "each side owes something",
    "B30": "that one leader acts is worth a look, no more",
    "N03": "the ally signs",
    "N04": "that no step is recorded is worth a look, no more",
    "N07": "complete disarmament is an end, if a hard one",
    "N08": "relations are promised as well",
    "N10": "Washington signs",
    "N11": "the order is said, and relief alone does not wait",
    "N14": "no assurance comes from one power where none comes at all, or one intends it only",
    "N15": "as N11",
    "N21": "as B26",
    "N23": "that a step waits for trust is worth a look, no more",
    "N26": "both texts speak of disarmament",
    "N27": "that equal words cost unequally is worth a look, no more",
    "N32": "Washington owes something",
}
"""The objections that neither draft of the tour raises, and why."""
