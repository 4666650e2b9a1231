"""What sentences like those of real agreements are read as."""

from __future__ import annotations

import re

import pytest

from clausecheck.vocabulary import Match, load

VOCABULARY, _ = load()

# A sentence, then its acts, nouns of acts, objects, methods, places, actors and vague words, in its order.
READINGS = {
    "Each side shall withdraw its forces from the MDL.": "act withdraw, object forces, place MDL",
    "No person shall cross the Military Demarcation Line.": "act cross, place MDL",
    "Both sides will pull out 11 guard posts.": "act withdraw, object guard-post",
    "The withdrawal of all foreign troops follows.": "noun withdraw, object foreign-forces, act follow",
    "The parties shall not test, make, produce, receive, possess, store, deploy or use nuclear weapons.": (
        "act test, act produce, act produce, act receive, act possess, act store, act deploy, act use, "
        "object nuclear-weapons"
    ),
    "They shall not have nuclear reprocessing and uranium enrichment facilities.": (
        "act possess, object reprocessing, object enrichment"
    ),
    "A will freeze its graphite-moderated reactors and related facilities.": (
        "act freeze, object reactor, object facility"
    ),
    "A will provide 500,000 t of heavy fuel oil at an appropriate time.": (
        "act provide, object heavy-fuel-oil, vague appropriate-time"
    ),
    "It undertakes to arrange a light water reactor project.": "act conduct, act arrange, object light-water-reactor",
    "B will come into full compliance with its safeguards agreement.": "act comply, object safeguards",
    "B shall withdraw its artillery facing the city.": "act withdraw, object artillery",
    "B shall dismantle Yongbyon under the observation of experts.": (
        "act dismantle, place Yongbyon, object observation, object expert"
    ),
    "A shall suspend sanctions on coal exports.": "act suspend, object sanctions, object coal-export",
    "They shall cease hostile acts and loudspeaker broadcasts.": "act cease, object hostile-act, object loudspeaker",
    "They reaffirm the non-aggression agreement.": "act reaffirm, object non-aggression",
    "Each recognises and respects the other's system.": "act recognise, act respect, object political-system",
    "They shall normalize diplomatic relations.": "act normalise, object diplomatic-relations",
    "They shall not interfere in each other's internal affairs.": "act interfere, object internal-affairs",
    "The MAC shall inspect the site and report to the UN Security Council.": (
        "actor MAC, act inspect, object site, act report, actor UNSC"
    ),
    "IAEA's inspectors carry out on-site inspections and environmental sampling.": (
        "actor IAEA, object inspector, act conduct, object inspection, method environmental-sampling"
    ),
    "The war is ended and the Korean Armistice Agreement is superseded.": (
        "object war, act end, object armistice-agreement, act supersede"
    ),
    "They seek peaceful reunification, not unification by absorption.": (
        "act seek, object unification, object absorption"
    ),
    "The remains of soldiers shall be repatriated promptly.": (
        "object remains, act repatriate, vague as-soon-as-possible"
    ),
    "Separated families meet at Mount Kumgang as conditions ripen.": (
        "object families, act meet, place Geumgang, vague conditions-ripen"
    ),
    "They shall halt live fire and field training within 5 km of the line.": (
        "act halt, object live-fire-exercise, object field-exercise, object line"
    ),
    "The prisoners of war were released.": "object prisoner, act release",
    "They commit to work toward complete denuclearization of the Korean Peninsula.": (
        "act commit, act work-toward, object korean-denuclearization"
    ),
    "A intends to draw down US Forces Korea.": "act reduce, object usfk",
    "They will demine the Joint Security Area.": "act demine, place JSA",
    "They shall turn the DMZ into a peace zone.": "act transform, place DMZ, object peace-zone",
    "They endeavour to build a permanent and solid peace regime.": "act construct, object peace-regime",
    "A shall lift the arms embargo step by step.": "act lift, object arms-embargo, vague gradually",
}


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[\w\u2019'-]+", sentence)


def written(match: Match) -> str:
    return f"{match.kind} {match.term.name}"


@pytest.mark.parametrize("sentence", READINGS)
def test_a_sentence_is_read_as(sentence: str) -> None:
    found = VOCABULARY.find(words_of(sentence))

    assert ", ".join(map(written, found)) == READINGS[sentence]


@pytest.mark.parametrize("sentence", READINGS)
def test_every_word_of_a_sentence_is_known(sentence: str) -> None:
    unknown = [
        word
        for word in words_of(sentence)
        if not VOCABULARY.knows(word) and not re.fullmatch(r"[A-B]|[\d,]+|km|t", word)
    ]

    assert unknown == []
