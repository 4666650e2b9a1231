"""Which words of a sentence are its modality, its numbers and its references."""

from __future__ import annotations

import pytest

from clausecheck.source import Source
from clausecheck.syntax.trees import Tree
from tests.syntax.texts import parse

MODALITY = {
    "The measures that shall be agreed *shall* be reported to JMC.",
    "US *shall* inspect the sites US will declare.",
    "The sites that US will declare *shall* be open to JMC.",
    "The sites which US and ROK may name *shall* be open to JMC.",
    "The party that withdraws *shall* notify JMC of the measures that it will take.",
    "Any party which may be harmed *shall* be heard.",
    "US *shall* notify JMC if it will withdraw.",
    "If talks fail, US *may* resume exercises.",
    "If US will not agree, ROK *may* resume exercises.",
    "When JMC has met the parties *shall* report to it.",
    "As agreed in 2.1, US *shall* withdraw its troops until it may return.",
    "The will of the people *shall* prevail.",
    "A *may* close the border.",
    "A *will* open the road.",
    "A will to make peace *shall* be shown.",
    "US *will* respect the free will of the people.",
    "All parties *shall* meet in May 2018.",
    "May 2018 *shall* be a month of peace.",
    "All states *shall* respect the border.",
    "No state *shall* test weapons.",
    "US *states that* the war is over.",
    "All parties *declare that* no party *will* attack.",
    "All parties *declare that* US *undertakes to* withdraw.",
    "All parties *declare that* they recognise the border.",
    "*It is agreed that* ROK *will* open the river.",
    "Nothing in this declaration *shall* affect the treaty.",
    "This declaration *does not affect* the treaty.",
    "The treaty *is not affected* by this declaration.",
    "All parties *declare that* nothing in this declaration *affects* the treaty.",
    "ROK *renounces* unification by force.",
    "This treaty *supersedes* the armistice.",
    "US *declares that* this treaty *does not affect* the alliance.",
    "This declaration *is without prejudice to* 2.1.",
    "No limits *shall* apply to what affects health.",
    "DPRK *shall not* use and *shall not* threaten to use force.",
    "DPRK *shall not* produce, and *shall not* permit others to produce, weapons.",
    "US *shall* ensure that its forces will not enter ROK.",
    "US and ROK *shall not* use, threaten or plan what may harm DPRK.",
    "US *shall* recommend to ROK that it should withdraw.",
    "US *shall* undertake to withdraw.",
    "US *agrees to* agree to terms.",
    "US *shall endeavour to* withdraw.",
    "US *shall strive to* withdraw.",
    "US *hereby* ends the state of war.",
    "DPRK *may*, if it so wishes, keep the sites that JMC may name.",
    "Each party *shall*, within 30 days, report what it has done and what it will do.",
    "US *shall* visit the sites JMC and ROK will name.",
    "US *shall* visit the sites JMC and ROK shall name.",
    "US *shall* visit the sites that the inspectors and the monitors shall name.",
    "US *shall* withdraw as many troops as ROK may ask.",
    "All parties *commit to work towards* peace.",
    "Both sides *will* stop what they do and will be free to go.",
    "US *shall* notify JMC of measures that it takes and ROK may comment.",
    "US *SHALL* withdraw its troops.",
    "US *is required to* withdraw its troops.",
    "IAEA *shall* have the right to inspect.",
    "IAEA *[may | shall]* have the right to inspect.",
    "DPRK *states that* it *has the right to* test.",
    "US *need not* withdraw its troops.",
    "US *declares that* it *need not* withdraw its troops.",
    "US *guarantees that* DPRK *shall not* be attacked.",
    "Security guarantees *shall* be given to DPRK.",
    "Diplomatic notes *shall* be exchanged.",
    "ROK *notes* with concern what DPRK will do.",
    "ROK *welcomes* the steps which DPRK will take.",
    "ROK *welcomes* the steps that have been taken and *will* take its own.",
    "ROK *notes that* DPRK *will* withdraw.",
    "The wish to end the war *shall* guide all parties.",
    "All parties *declare* their wish to end the war.",
    "All parties *declare* their sincere wish to end the war.",
    "All parties *wish to* end the war.",
    "The sites the parties agree on *shall* be open.",
    "The parties *agree on* the sites.",
    "The sites which IAEA is entitled to visit *shall* be open.",
    "US *shall* open the sites IAEA is entitled to visit.",
    "US *[may | shall]* withdraw its troops.",
    "US *[agrees to discuss | declares]* the end of the war.",
    "[US *shall* withdraw | ROK *may* withdraw] its troops.",
    "US [*shall* withdraw {ROK} | *will* keep] its troops that may be needed.",
    "US *shall* withdraw [troops that may fight | tanks] and go.",
    "The sites that [US will declare | ROK may name] *shall* be open.",
}

PARTS = {
    "do as in 3.1 within 30 days": "REFERENCE 3.1, quantity 30 days",
    "withdraw 8,500 troops from ROK": "quantity 8,500",
    "honour the 2005 statement": "",
    "honour the statement of 2005": "",
    "stop 2005 troops": "",
    "spend 2000 days": "quantity 2000 days",
    "remove 11 of its guard posts": "quantity 11",
    "act under 11 of this text": "REFERENCE 11",
    "act under articles 5 and 6": "REFERENCE 5, REFERENCE 6",
    "act under 5, 6 or I.3(a)": "REFERENCE 5, REFERENCE 6, REFERENCE I.3(a)",
    "act under P1, A2.3 and 13(e)": "REFERENCE P1, REFERENCE A2.3, REFERENCE 13(e)",
    "go from Zone C to Zone D": "",
    "stop the 5 MWe reactor": "quantity 5 MWe",
    "arrange 500,000 t of oil per year": "quantity 500,000 t, rate per year",
    "arrange 2 million kW": "quantity 2 million kW",
    "arrange 2,000 MW(e) of power": "quantity 2,000 MW(e)",
    "leave the 38th parallel": "",
    "publish maps at scale 1:50,000": "",
    "share costs 1:2": "",
    "withdraw [10 | 20] troops": "quantity 10, quantity 20",
    "withdraw [10 | [20 @a | 30 @b] {ROK}] troops": "quantity 10, quantity 20, quantity 30",
    "withdraw [10 {US} | all] of its troops": "quantity 10",
    "act under [2.1 | 3.1] of this text": "REFERENCE 2.1, REFERENCE 3.1",
    "honour the plan of 1990–1992": "",
    "lower its troops from 28,500 to 20,000": "quantity 28,500 to 20,000",
    "destroy missiles of 500 to 5,500 km range": "quantity 500 to 5,500 km",
    "keep up to 3 to 4 thousand troops": "quantity up to 3 to 4 thousand",
    "keep 10 per cent of its troops": "quantity 10 per cent",
    "keep 10% of its troops": "quantity 10 %",
    "keep No more than 5 tanks": "quantity No more than 5",
    "open the parties' files and both sides’ gates": "",
    "keep no more than 5 tanks": "quantity no more than 5",
    "pull back 1.5 km": "quantity 1.5 km",
    "pull back 5 kmh": "quantity 5",
    "wait 3 to 4 years": "quantity 3 to 4 years",
    "exchange prisoners man for man": "quantity man for man",
    "exchange the man for mankind": "",
    "give $5 million": "quantity 5 million",
    "meet at 12:00 on 2018-12-31": "CLOCK 12:00, DATE 2018-12-31",
    "follow Resolution No. 1718 of the Council": "quantity 1718",
    "follow Gen. Brooks and the U.S. Senate": "",
    "open “the 5 gates # and doors”": "STRING “the 5 gates # and doors”",
    "stay (with 5 tanks) in ROK": "quantity 5",
    "step 2 km back": "quantity 2 km",
    "apply 2.1 to 2.5 in full": "REFERENCE 2.1, REFERENCE 2.5",
    "keep agreed-framework terms": "",
    "keep off re-armed 5 tanks": "quantity 5",
    "act under 2.1.3": "REFERENCE 2.1.3",
    "admit group IV of the list": "",
    "not exceed 50": "quantity 50",
    "exceed 2000 in 3": "quantity 2000, REFERENCE 3",
    "exceed the limit in 3": "REFERENCE 3",
    "not exceed [50 {US} | 60 {ROK}]": "quantity 50, quantity 60",
    "not exceed [the limit in 3 | 60]": "REFERENCE 3, quantity 60",
    "reduce its troops to 500": "quantity 500",
    "see that the number of tanks under 3 is 40": "REFERENCE 3, quantity 40",
    "keep the number of tanks in 3": "REFERENCE 3",
    "agree to 3": "REFERENCE 3",
    "reduce its troops according to 3": "REFERENCE 3",
    "see that the level of troops is set pursuant to 3": "REFERENCE 3",
    "see that the level of troops is set at 500": "quantity 500",
    "apply the limits to 3": "REFERENCE 3",
}


@pytest.mark.parametrize("marked", sorted(MODALITY))
def test_the_modality_of_good_english(marked: str) -> None:
    text = marked.replace("*", "")
    parsed = parse(Source("x", f"clause 1\n  {text}\n"))
    (sentence,) = parsed.blocks[0].items

    assert parsed.slips == ()
    assert [
        str(found) for found in of_kind(sentence, {"duty", "permission", "statement", "savings"})
    ] == [word.strip() for part in marked.split("*")[1::2] for word in part.strip("[]").split("|")]


@pytest.mark.parametrize("words", sorted(PARTS))
def test_numbers_count_or_refer(words: str) -> None:
    parsed = parse(Source("x", f"clause 1\n  US shall {words}.\n"))
    (sentence,) = parsed.blocks[0].items
    kinds = {"quantity", "rate", "REFERENCE", "DATE", "CLOCK", "STRING"}

    assert parsed.slips == ()
    assert ", ".join(f"{found.name} {found}" for found in of_kind(sentence, kinds)) == PARTS[words]


@pytest.mark.parametrize(
    ("lead", "markers"),
    [
        ("(a)", ["(a)"]),
        ("(a) (i)", ["(a)", "(i)"]),
        ("(a)(ii)", ["(a)", "(ii)"]),
        ("step 2", ["step 2"]),
        ("step 12 (optional)", ["step 12 (optional)"]),
        ("(b) step 1", ["(b)", "step 1"]),
    ],
)
def test_letters_and_steps(lead: str, markers: list[str]) -> None:
    parsed = parse(Source("x", f"clause 1\n  {lead} US shall withdraw its troops (a).\n"))

    assert parsed.slips == ()
    assert [
        str(found) for found in of_kind(parsed.blocks[0].items[0], {"LETTER", "STEP"})
    ] == markers


class Found(str):
    """The words of a tree or token, with its rule or terminal."""

    __slots__ = ("name",)
    name: str


def of_kind(tree: Tree | object, kinds: set[str]) -> list[Found]:
    """Return the outermost trees and tokens of some kinds, in text order."""
    name = tree.rule if isinstance(tree, Tree) else getattr(tree, "type", "")
    if name in kinds:
        leaves = tree.tokens() if isinstance(tree, Tree) else [tree]
        found = Found(" ".join(str(leaf) for leaf in leaves))
        found.name = name
        return [found]
    if not isinstance(tree, Tree):
        return []
    return [found for child in tree.children for found in of_kind(child, kinds)]
