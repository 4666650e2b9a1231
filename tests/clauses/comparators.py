"""What a checker should say about the texts of other wars in `clauses/`."""

from __future__ import annotations

from .expectations import LEAVE, Expected, notes, partial, quiet, raises, stances

EXPECTED: dict[str, tuple[Expected, ...]] = {
    "paris-agreement-1973": (
        raises("troop-withdrawal", "5", LEAVE),
        raises("reunification", "15"),
        raises("verification", "18", "deadlocked-body"),
        raises("reciprocity", "5"),
        raises("durability", None, "unratified-text"),
        quiet("vagueness", "5"),
    ),
    "jcpoa-2015": (
        raises("durability", None, "unratified-text"),
        notes("durability", "A1.1", "lapsing-limit"),
        quiet("verification"),
        quiet("sequence"),
        quiet("vagueness"),
        quiet("reversibility"),
    ),
    "dayton-annex-1a-1995": (
        raises("troop-withdrawal", "III", LEAVE),
        notes("vagueness", "I"),
        quiet("verification"),
        quiet("sequence"),
        quiet("reversibility"),
    ),
    "basic-treaty-1972": (
        # That recognition is de facto is told by the stance; the differing views on record meet B05.
        quiet("recognition"),
        notes("verification"),
        quiet("reunification"),
        quiet("durability"),
        quiet("vagueness"),
        quiet("troop-withdrawal"),
    ),
    "austrian-state-treaty-1955": (
        raises("troop-withdrawal", "20.3", LEAVE),
        quiet("vagueness", "20.3"),
        quiet("sequence"),
        quiet("durability"),
        # That its neutrality stands in another instrument, no reader of this one can see.
    ),
}

STANCES: dict[str, dict[str, str]] = {
    "paris-agreement-1973": partial(
        troops="explicit-total, dated",
        reunification="goal",
        recognition="de-facto",
        verification="none",
        durability="signature",
    ),
    "jcpoa-2015": partial(
        verification="named", reversal="snapback", durability="signature", sanctions="snapback"
    ),
    "dayton-annex-1a-1995": partial(
        troops="explicit-total, dated",
        verification="named",
        durability="signature",
        provocations="soft",
    ),
    "basic-treaty-1972": stances(
        reunification="left-open",
        recognition="de-facto",
        durability="ratified",
        security_assurance="binding",
    ),
    "austrian-state-treaty-1955": partial(
        troops="explicit-total, dated",
        reunification="renounced",
        recognition="de-jure",
        verification="none",
        durability="ratified",
    ),
}
