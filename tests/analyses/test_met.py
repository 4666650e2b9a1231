"""What meets an objection: only what the catalogue names, for the same party and subject."""

from __future__ import annotations

import pytest

from clausecheck.check import Settings, check
from clausecheck.source import Source

from .texts import VOCABULARY, clause

PARTIES = """\
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Commonwealth of Westland"
body Commission "Joint Commission"
  members: 5 from Northland, 5 from Southland
  decides by: consensus
body Panel "Panel of Three"
  members: 1 from Northland, 1 from Southland, 1 from UN
  decides by: majority
"""
WAR_OVER = "All parties declare that the state of war is ended."
ATTACK = "shall not attack Northland."
DISMANTLE = ("Northland shall dismantle its reactors.", "by: 2028-01-01")
CHECKED = (*DISMANTLE, "verified by: IAEA using on-site inspection")
LIFT = "Southland shall lift all sanctions on Northland."
BACK = "if breached: Southland may reimpose the sanctions within 30 days."
PAUSE = "Southland shall suspend sanctions on coal exports."
VOTES = (
    "Southland may, with the consent of Commission, resume the sanctions lifted in 1.",
    "Southland may resume the sanctions lifted in 1 by decision of Commission.",
    "Commission shall decide on the return of sanctions within 30 days.",
    "Commission may authorise Southland to resume the sanctions.",
    "The sanctions shall apply again upon a decision of Commission.",
)
FREELY = (
    "Southland may, without the consent of Commission, resume the sanctions lifted in 1.",
    "Southland may, after consultation with Commission, resume the sanctions lifted in 1.",
    "Southland may, with the consent of Westland, resume the sanctions lifted in 1.",
    "Panel shall decide on the return of sanctions within 30 days.",
)
FROZEN = ("Northland shall freeze its reactors.", "verified by: IAEA using on-site inspection")
STAY = "The forces of Westland shall remain in Southland."
UNITE = ("Northland and Southland will pursue unification.",)
PLEDGE = ("Northland and Southland each shall not use force against the other.",)
EXIT = "  exit: any party, on notice of 6 months\n"


def met(clauses: tuple[tuple[str, ...], ...], head: str = "") -> set[str]:
    """Return the entries that clauses of these lines meet, in a whole treaty of three parties."""
    body = "\n".join(clause(*lines).replace("1", str(n), 1) for n, lines in enumerate(clauses, 1))
    top = f'treaty "Example"\n  form: treaty\n  scope: complete\n{head}{PARTIES}'
    report = check(Source("example.clause", f"{top}{body}\n"), VOCABULARY, Settings())
    assert not [f for f in report.findings if f.family == "language" and f.severity != "info"]
    return {entry.entry for entry in report.ledger if entry.met_by or entry.met_at}


@pytest.mark.parametrize(
    "what", ["sanctions on coal exports", "joint military exercises", "the alliance"]
)
@pytest.mark.parametrize("head", ["", EXIT])
def test_ending_is_no_better_than_suspending(what: str, head: str) -> None:
    def by(act: str, *lines: str) -> bool:
        return "N28" in met(((f"Southland and Westland shall {act} {what}.", *lines),), head)

    for act in ("suspend", "halt"):
        assert by(act)
        assert by(act, "reversible: by Southland within 10 days")
    assert by("end") is bool(head)
    assert not by("suspend", "reversible: no")


@pytest.mark.parametrize(
    "does",
    [
        "shall not suspend sanctions on coal exports",
        "shall suspend the deployment of soldiers to the valley",
    ],
)
def test_no_promise_to_suspend_keeps_no_way_back(does: str) -> None:
    assert "N28" not in met(((f"Southland and Westland {does}.",),))


@pytest.mark.parametrize("met_by", [True, False])
def test_an_ally_s_cover_is_suspended_for_another(*, met_by: bool) -> None:
    whose = "for Southland" if met_by else ""
    said = f"Westland shall suspend extended deterrence {whose}".strip()

    assert ("N28" in met(((f"{said}.",),))) is met_by


@pytest.mark.parametrize(
    ("entries", "clauses"),
    [
        # What pays for relief has to be verified, no later, and the relief has to be revocable.
        ("B21 B21a B22", ((LIFT, "on: signature", "in return for: 2"), ("Northland shall hold talks.",))),
        ("B21a", ((LIFT, "on: signature", "in return for: 2", BACK), CHECKED)),
        ("B21a", ((LIFT, "by: 2027-01-01", "in return for: 2", BACK), CHECKED)),
        ("B21a", ((LIFT, "after: 2 is complete", BACK), DISMANTLE)),
        ("B21a B22", ((LIFT, "after: 2 is verified"), CHECKED)),
        ("B21a B22", ((LIFT, "after: 2 is verified", BACK.replace("Southland", "Commission")), CHECKED)),
        # A step that its giver may undo is no answer to a breach, nor does that pay for anything.
        ("B19 B22", ((PAUSE, "reversible: yes"),)),
        ("B19 B22", ((PAUSE, "reversible: by Southland within 30 days"), CHECKED)),
        ("B19", (("Northland shall freeze its reactors.", "reversible: by Northland within 30 days"),)),
        # A way back that takes a vote which one side can block, wherever the sentence says so.
        *(("B19 B21a B22", ((LIFT, "after: 2 is verified"), (*FROZEN, f"if breached: {vote}"))) for vote in VOTES),
        # What is lifted for good is still pocketed where what it paid for can be begun again.
        ("B19", ((LIFT, "after: 2 is verified"), FROZEN)),
        ("B21a", ((LIFT, "by: 30 days after 2 begins", "in return for: 2", BACK), CHECKED)),
        ("B21b B25", (("Southland shall recognise Northland.", "after: 2 is complete"), DISMANTLE)),
        ("B22", ((LIFT, "until: 2030-01-01",
                  BACK.replace("Southland", "Commission")),
                 ("Southland shall respect the contracts concluded before the return of sanctions.",))),
        # One side's renunciation leaves the other's claim.
        ("B01 B02", (("Northland renounces unification by force.",),)),
        ("B01 B02", (("Northland shall not absorb Southland.",),)),
        ("N04", (("All parties recall the suffering of the separated families.",),)),
        # One power's word is neither backed by others nor a list of acts short of war.
        ("N30 N31 B17 N25", ((f"Westland {ATTACK}",),)),
        ("N30", (("Westland and Southland will provide security guarantees to Northland.",),)),
        # Forces named in passing, and forces that leave without anybody's being asked.
        ("B08", (("Westland shall withdraw its forces from Southland.",),)),
        ("B08", (("Southland and Westland shall consult on the future of the alliance.",),)),
        # Steps on the way are not its end, and what is given up is no goal.
        ("N07", (("Northland and Westland shall establish full diplomatic relations.",),)),
        ("N07", (("Northland shall observe a moratorium on missile tests.",),)),
        ("N07", (("Northland and Southland shall renounce unification.",),)),
        ("N07", (("Northland and Southland shall not seek unification by force.",),)),
        ("N08", (("Westland shall end its military presence in Southland.",),)),
        ("N08", (("Northland shall withdraw its delegation from the talks.",),)),
        ("N08", (("Westland and Northland shall not use force against each other.",),)),
        ("N08", (("Westland shall provide 50,000 t of heavy fuel oil to Northland.",),)),
        # Whoever looks does not yet decide, and a body that is blocked decides nothing.
        ("N29", (("Southland and Westland shall suspend broadcasts.",), CHECKED)),
        ("N29 B19", (("Southland and Westland shall suspend broadcasts.",),
                     (*DISMANTLE, "if breached: Commission may reimpose the sanctions within 30 days."))),
        ("N26", ((WAR_OVER,), DISMANTLE)),
        ("N26", ((WAR_OVER,), ("All parties shall suspend the talks.",))),
        ("N26", ((WAR_OVER,), ("All parties shall hold negotiations on trade.",))),
        # A pause of the others is none of its provocations, and leaving a text brings back no forces.
        ("B18", (("Westland shall suspend military exercises.", "for: 1 year"),)),
        ("B18", (("Westland shall suspend missile tests.", "for: 1 year"), DISMANTLE)),
        ("N28", (("Westland shall withdraw its forces from Southland.", "by: 2028-01-01"),)),
        # Limits on both sides, and for arms kept in readiness limits that are seen.
        ("B03 B04", (UNITE, PLEDGE, ("Southland and Westland each shall refrain from military exercises.",))),
        ("B03", (UNITE, ("Northland and Southland each shall withdraw 11 guard posts.",))),
        # To act by one's law is not to change it; where exercises or force end is no end of a claim.
        ("B06", (("Each party shall apply this treaty under its domestic law.",),)),
        ("B06", (("Each party shall observe its own law.",),)),
        ("B06", (("Northland and Southland shall limit exercises to their own territory.",),)),
        ("B06", (("Northland and Southland renounce the use of force on the territory of the other.",),)),
        # To agree to differ takes a pledge beside it; to spare each other lists no act short of war.
        ("B01", ((WAR_OVER,), ("Northland and Southland note that they hold differing views on the national question.",))),
        ("B17 N25", (("Northland and Southland shall not attack each other.",),)),
        # A treaty that waits for disarmament is no early declaration.
        ("N09", (("All parties shall conclude a peace treaty.", "after: 2 is complete"), DISMANTLE)),
        ("N09", (("All parties declare that the state of war is ended.", "after: 2 is complete"), DISMANTLE)),
        # Nor does what is left untouched make a declaration at the end an early one.
        ("N09", ((WAR_OVER, "after: 2 is complete"), DISMANTLE,
                 ("Nothing in this treaty affects the alliance of Southland and Westland.",))),
        # To hope for an end, to hold that it should come and to mean to bring it about end nothing.
        *(("N09 N12", ((f"All parties {hopes} the state of war.",), DISMANTLE)) for hopes in (
            "express their hope for the end of", "intend to end", "shall endeavour to end",
            "take note of the end of", "welcome the end of")),
        ("N09 N12", (("All parties share the view that the state of war should be ended.",), DISMANTLE)),
        # A review of forces is none of the text, and a stay with an end or a ceiling is no stay.
        ("N16 N20", (("Westland shall review the presence of its forces in Southland.",),)),
        ("B07", (("Westland shall keep no more than 28,500 troops in Southland.",),)),
        ("B07", (("Westland shall not withdraw its forces from Southland.", "until: 2030-01-01"),)),
        ("B21c", (("Westland shall withdraw its forces from Southland.", "by: 2028-01-01",
                   "reversible: yes", "in return for: 2"), DISMANTLE)),
        # Whose parliament is asked, and by when.
        ("B11", (("Westland shall withdraw its forces from Southland.", "authority: Westland by its Senate"),)),
        ("B11", (("Westland shall withdraw its forces from Southland.", "with consent of: Northland"),)),
        ("B12", (("Northland and Southland shall carry out arms reduction.", 'by: "an early date"'),)),
        ("B18", (("Northland shall not test missiles.", "target: 2030-01-01"),)),
        # What goes on as it was changes little.
        ("B15", (("The Armistice Agreement shall remain in force.",),) * 4),
        ("B15", (("The Military Demarcation Line shall remain where it is.",),) * 4),
        ("B15", (("All parties will build a lasting and stable peace regime.",),) * 4),
        # A known place is not yet a map, nor a share of nobody knows what a measure.
        ("B16", (("Northland and Southland shall transform DMZ into a peace zone.",),)),
        ("B12", (("Northland and Southland shall reduce their armies by 30%.", "by: 2029-01-01"),)),
        # Talk of relief is no path to it, and talks on nothing lead nowhere.
        ("N17", (("Southland shall work toward the lifting of sanctions.",),)),
        ("N17", (("Southland agrees to discuss the lifting of sanctions.",),)),
        ("N26", ((WAR_OVER,), ("Northland and Southland shall hold high-level talks.",))),
        ("B15", (("The forces of Westland shall remain in Southland.",),) * 4),
        # To give up war changes nothing that could be seen.
        ("B13", ((WAR_OVER,), ("Northland and Southland will not use force against each other.",))),
        ("B13", ((WAR_OVER,), ("Northland and Southland shall not attack or threaten each other.",))),
        ("B13", ((WAR_OVER,), ("Northland and Southland shall transform DMZ into a peace zone.",))),
    ],
)  # fmt: skip
def test_what_does_not_meet_an_objection(
    entries: str, clauses: tuple[tuple[str, ...], ...]
) -> None:
    head = "  side South: Southland, Westland\n" if "N29" in entries else ""
    head = EXIT if "N28" in entries else head

    assert not met(clauses, head.replace("  side", "side")) & set(entries.split())


@pytest.mark.parametrize(
    ("entries", "head", "clauses"),
    [
        ("B21 B21a B22", "", ((LIFT, "after: 2 is verified", BACK), CHECKED)),
        ("B21a B22", "", (("Southland shall suspend sanctions on coal exports.", "by: 2029-01-01",
                           "in return for: 2"), CHECKED)),
        ("B22", "", (("Southland shall suspend sanctions on coal exports.", "for: 1 year"),)),
        ("B07 B21c", "", (("Westland shall withdraw its forces from Southland.", "by: 2028-01-01",
                           "reversible: yes", "after: 2 is verified"), CHECKED)),
        ("B07", "", (("Westland may maintain up to 28,500 troops in Southland.",),)),
        ("N16 N20", "", (("All parties shall review the implementation of this treaty.",), CHECKED)),
        ("B19 B21a B22", "", ((PAUSE, "after: 2 is verified", "reversible: yes"), CHECKED)),
        ("B19 B21a B22", "", ((LIFT, "after: 2 is verified", "reversible: by Southland within 30 days"), CHECKED)),
        *(("B19 B21a B22", "", ((LIFT, "after: 2 is verified"), (*CHECKED, f"if breached: {free}"))) for free in FREELY),
        ("B19", "", ((LIFT, "after: 2 is verified"), CHECKED)),
        ("B21b B25", "", (("Southland shall recognise Northland.", "after: 2 is verified"), CHECKED)),
        ("B01", "", ((WAR_OVER,), ("Northland and Southland note that they hold differing views on the national question.",), PLEDGE)),
        ("N09", "", ((WAR_OVER,), DISMANTLE)),
        ("N09", "", (("All parties shall hold a meeting to declare the end of the war.",), DISMANTLE)),
        ("N09", "", (("All parties shall declare the end of the war.", "by: 2027-12-31"), DISMANTLE)),
        ("B11", "", (("Westland shall withdraw its forces from Southland.", "authority: Southland by its parliament"),)),
        *(("B11", f"  ratification: {who}\n", (("Westland shall withdraw its forces from Southland.",),))
          for who in ("each party", "Westland, Southland by its parliament")),
        ("B11", "  ratification: Northland, Southland, Westland\n", (("All foreign forces shall be withdrawn.",),)),
        ("B12", "", (("Northland and Southland shall reduce their armies by 30%.", "counted from: 2027-01-01"),)),
        ("B12", "", (("Northland and Southland shall reduce their armies by 30%.", "verified by: IAEA using on-site inspection"),)),
        ("N17", "", (("Southland may suspend sanctions.", "after: 2 is verified"), CHECKED)),
        ("B16", "", (("Northland and Southland shall transform DMZ into a peace zone of 2 km on each side of the line.",),)),
        ("B15", "", (("Northland and Southland shall open the border.",),) * 4),
        ("B18", "", (("Northland shall not test missiles.", "for: 5 years"),)),
        ("B20", "", (("Northland shall return the remains of 55 soldiers.", "by: 2028-01-01", "reports: within 30 days"),)),
        ("B03", "", (UNITE, ("Northland and Southland each shall keep no more than 100,000 troops within 40 km of the border.",
                             "verified by: IAEA using on-site inspection"))),
        ("B04", "", (UNITE, ("Northland and Southland shall not attack each other.",),
                     ("Northland and Southland each shall notify the other of exercises.",))),
        ("N07", "", (("All parties affirm that the goal is a valley without nuclear weapons.",),)),
        ("N07", "", (("All parties affirm that the goal is a valley free of nuclear weapons.",),)),
        ("B06", "", (("Southland shall bring its constitution into line with this treaty.",),)),
        ("B06", "", (("Northland and Southland affirm that the authority of each is limited to its own territory.",),)),
        ("B06", "", (("Neither Northland nor Southland shall claim to represent the other.",),)),
        ("B06", "", (("Northland and Southland renounce all territorial claims.",),)),
        ("N30", "", ((f"Westland and Southland each {ATTACK}",),)),
        ("N30", 'guarantor Eastland "Republic of Eastland"\n',
         ((f"Westland {ATTACK}", "authority: Westland by its Senate"),)),
        ("N31", "  ratification: each party\n", ((f"Westland {ATTACK}",),)),
        ("B17 N25", "", (("Northland and Southland shall cease shelling.",),)),
        ("B08", "  ratification: each party\n", ((STAY,),)),
        ("B08", "", ((STAY,), ("Southland and Westland shall consult on the future of the alliance.",))),
        ("B08", "", (("Westland shall withdraw its forces from Southland.", "with consent of: Southland"),)),
        ("N07", "", (("Northland and Westland affirm the goal of denuclearization.",),)),
        ("N07", "", (("Northland shall work towards complete denuclearization.",),)),
        ("N07", "", (("Northland shall freeze its reactors.", "aim: disarmament"),)),
        ("N08", "", (("Northland and Southland shall arrange family reunions.",),)),
        ("N29", "side South: Southland, Westland\n",
         (("Southland and Westland shall suspend broadcasts.",),
          (*DISMANTLE, "if breached: Southland may resume the broadcasts.", "judged by: Panel"))),
        ("N26", "", ((WAR_OVER,), ("All parties shall hold negotiations on arms control.",))),
        ("B18", "", (("Northland shall suspend missile tests.", "for: 1 year"), DISMANTLE)),
        ("B13", "", ((WAR_OVER,), ("Northland and Southland shall open the border.", "by: 2028-01-01"))),
        ("B13", "", ((WAR_OVER,), ("Northland and Southland shall not lay mines.",))),
        ("B13", "", ((WAR_OVER,), (*PLEDGE, "for: 5 years"))),
        ("B15", "", (("Northland and Southland shall open the border.", "by: 2028-01-01"),) * 4),
        ("B16", "", (("Northland and Southland shall establish a peace zone.", "where: within 5 km of the border"),)),
        ("N28", EXIT, (("Southland and Westland shall not hold joint military exercises.",),)),
        ("B03 B04", "", (UNITE, PLEDGE, ("Northland and Southland each shall withdraw 11 guard posts.",
                                         "verified by: IAEA using on-site inspection"))),
    ],
)  # fmt: skip
def test_what_meets_an_objection(
    entries: str, head: str, clauses: tuple[tuple[str, ...], ...]
) -> None:
    assert met(clauses, head) >= set(entries.split())


def test_consent_in_the_sentence_is_neither_missing_nor_a_line() -> None:
    """It is told as words that count for nothing, so that it meets nothing either."""
    words = "Westland shall withdraw its forces from Southland with the consent of Southland."
    text = f'treaty "Example"\n  form: treaty\n{PARTIES}{clause(words)}\n'
    report = check(Source("example.clause", text), VOCABULARY, Settings())

    assert "unlabelled-qualifier" in {finding.rule for finding in report.findings}
    assert "troop-withdrawal-without-consent" not in {finding.rule for finding in report.findings}
    assert not next(entry.met_by for entry in report.ledger if entry.entry == "B11")
