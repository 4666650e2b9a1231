"""The taxonomy of the field is all there: each of its phrases is one term, whole.

It follows how drafters and inspectors sort their words: who, what, where, how it is done, in what
order, how it is checked, and how fast it can be undone.
"""

from __future__ import annotations

import pytest

from clausecheck.vocabulary import KINDS, Act, Kind, load

VOCABULARY, _ = load()

TAXONOMY: dict[Kind, str] = {
    "actor": "UNC, CFC, UNSC, 1718 Committee, IAEA, CTBTO, MAC, NNSC, ICJ, ICRC, OPCW, UN",
    "place": "MDL, DMZ, JSA, NLL, Yongbyon, Kangson, Pyongsan, Punggye-ri, Sohae, Natanz",
    "object": """
        political declaration, joint statement, memorandum of understanding, treaty, protocol, annex, agreed minute,
        interpretative declaration, Council resolution, UNSCR, USFK, joint military committee, depositary, verifier,
        personnel ceiling, pre-positioned stock, strategic-asset visit, field exercise, command-post exercise,
        live-fire exercise, guard post, artillery, loudspeaker, drone, no-fly zone, maritime buffer, hotline,
        notification, 5 MWe reactor, light-water reactor, radiochemical laboratory, enrichment hall,
        fuel fabrication, declared site, undeclared site, formerly declared site, suspect site, warhead, plutonium, HEU,
        tritium, centrifuge, ICBM, IRBM, SRBM, SLBM, cruise missile, launcher, TEL, satellite launch vehicle,
        chemical weapon, biological weapon, conventional weapon, negative security assurance, non-aggression,
        extended deterrence, liaison office, moratorium, statement, seal, camera, test tunnel, sanctions,
        sanctions relief, snapback, waiver, terrorism list, fissile material, alliance, warning shot, joint event, euro,
        USD
    """,
    "act": """
        declare, notify, cap, halt, freeze, seal, monitor, disable, dismantle, eliminate, convert, remove, dispose,
        suspend, scale down, redeploy, withdraw, close, waive, lift, terminate, snap back, delist, open, normalise,
        recognise, rotate, extradite, display, follow, order, block, recess, update, devise, intercept
    """,
    "method": """
        NTM, open-source information, declaration, data exchange, notification, exhibition, interview, records review,
        on-site inspection, baseline inspection, routine inspection, update inspection, new-facility inspection,
        elimination inspection, close-out inspection, short-notice inspection, challenge inspection,
        suspect-site inspection, environmental sampling, destructive sampling, non-destructive assay, seal, camera,
        containment and surveillance, remote monitoring, portal monitoring, perimeter monitoring, chain of custody,
        wide-area monitoring, seismic monitoring, infrasound monitoring, hydroacoustic monitoring,
        radionuclide monitoring, third-party observation, overflight
    """,
    "vague": """
        early date, appropriate time, corresponding measures, commensurate, in principle, work towards, relevant,
        mutually acceptable, without delay, all necessary measures, in parallel, step by step, frequent, regularly,
        major, practical scheme
    """,
}
GRADES = {
    "declare": "R0",
    "suspend": "R1",
    "waive": "R1",
    "freeze": "R2",
    "seal": "R2",
    "demolish": "R3",
    "disable": "R3",
    "dismantle": "R4",
    "end": "R3",
    "lift": "R3",
    "eliminate": "R4",
    "withdraw": "R4",
    "remove": "R5",
    "convert": "R5",
}
"""How far each act goes towards what cannot be undone."""

SENTENCES = """
    US shall pay USD 250 million and 3 million euros in two-thirds and one-third instalments.
    ROK shall not extradite detainees, and disputes and/or claims may be submitted to ICJ for adjudication.
    DPRK shall grant unrestricted and unimpeded access to a pilot plant comparable to Natanz or Fordow.
    Neither side shall intercept, board, tow or confiscate merchant vessels, tankers or fishing boats in the EEZ.
    Patrols shall wear armbands and issue two verbal warnings, audible alerts or flares before a warning shot.
    JMC shall adjourn, reconvene and update its rules of procedure, subject to a quorum of two thirds.
    The parties shall repatriate internees, the wounded and the sick, and account for missing persons.
    US shall license exports of textiles, dual-use goods and spare parts, and waive customs tariffs and levies.
    The parties undertake to refrain from retaliation, reprisals, kidnapping and arbitrary detention.
    Aircraft shall file flight plans and NOTAMs, and keep their transponders switched on.
    DPRK shall down-blend highly enriched uranium and store depleted uranium under material accountancy.
    The Panel shall investigate complaints, interview witnesses and recommend proportionate remedies.
    No reservation is permissible, and this instrument is done in triplicate, all texts being equally authentic.
    The depositary shall circulate certified copies and register the treaty pursuant to Article 102 of the Charter.
    ROK shall resettle displaced families and ensure non-discrimination, due process and fair trials.
    UNSC should endorse the arrangements, lift sectoral sanctions incrementally and streamline exemptions.
    The parties shall harmonise railway timetables, quarantine measures and mutual recognition of qualifications.
    A buffer zone, an exclusion zone and a humanitarian corridor shall be demarcated, fenced and patrolled.
    The commission shall certify that mines, unexploded ordnance and booby traps have been cleared.
    The troops shall disengage, return to barracks, surrender heavy weapons and hand over ammunition depots.
"""


def phrases(kind: Kind) -> list[str]:
    return [" ".join(phrase.split()) for phrase in TAXONOMY[kind].split(",")]


@pytest.mark.parametrize(
    ("kind", "phrase"), [(kind, phrase) for kind in TAXONOMY for phrase in phrases(kind)]
)
def test_a_phrase_of_the_taxonomy_is_one_term(kind: Kind, phrase: str) -> None:
    words = phrase.split()
    found = VOCABULARY.match(words, 0, (kind,))

    assert kind in KINDS
    assert found is not None
    assert found.end == len(words)


@pytest.mark.parametrize("name", GRADES)
def test_an_act_has_its_place_on_the_ladder_of_reversibility(name: str) -> None:
    act = VOCABULARY.act(name)

    assert isinstance(act, Act)
    assert act.grade is not None
    assert act.grade.step == GRADES[name]


@pytest.mark.parametrize("sentence", SENTENCES.strip().split("\n"), ids=str.strip)
def test_every_word_of_a_sensible_draft_is_known(sentence: str) -> None:
    words = [word.strip(".,;") for word in sentence.split()]
    own = {"US", "ROK", "DPRK", "JMC"}

    unknown = [
        word
        for word in words
        if word not in own and not word.isdigit() and not VOCABULARY.knows(word)
    ]

    assert unknown == []
