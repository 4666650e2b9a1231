from __future__ import annotations

import pytest

from tests.model.reading import HEAD, drawn, meanings, page
from tests.work import calls

SENTENCES = page("sentences.md")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(sentence, lines, id=f"{heading}: {sentence}")
        for heading, sentence, lines in SENTENCES
    ],
)
def test_a_sentence_says_what_its_reader_would_say(sentence: str, expected: list[str]) -> None:
    assert drawn(sentence) == expected


def test_the_page_of_sentences_is_read_whole() -> None:
    assert len(SENTENCES) >= 110
    assert all(lines for _, _, lines in SENTENCES)


def test_a_side_made_of_armies_stands_among_the_sides_in_their_place() -> None:
    head = """\
agreement "A text"
party UNC "United Nations Command"
party KPA "Korean People's Army"
party CPV "Chinese People's Volunteers"
side North: KPA, CPV
"""

    assert drawn("Each side shall withdraw its forces.", head)[0] == "duty: each UNC, North"
    assert drawn("Each party shall withdraw its forces.", head)[0] == "duty: each UNC, KPA, CPV"
    assert drawn("North shall withdraw its forces.", head)[0] == "duty: each North"


def test_a_role_made_in_passing_can_bear_the_next_duty() -> None:
    both = 'Any party ("the complainant") may request an inspection.\n  The complainant shall inform JMC.'

    assert drawn(both)[0] == "duty: each the complainant"


def test_a_short_name_is_a_name_only_as_it_is_written() -> None:
    assert drawn("US shall help us.")[0] == "duty: each US"


def test_every_mention_knows_its_own_place() -> None:
    sentence = "US shall withdraw 8,500 of its troops from ROK."
    (meaning,) = meanings(sentence)
    text = f"{HEAD}\nclause 1\n  {sentence}\n"
    (deed,) = meaning.deeds
    (thing,) = deed.objects
    (place,) = deed.places
    (amount,) = deed.amounts
    spans = [meaning.who.span, deed.act_span, thing.span, thing.owner_span, place.span, amount.span]

    assert [text[span.start : span.end] for span in spans if span] == [
        "US",
        "withdraw",
        "troops",
        "its",
        "ROK",
        "8,500",
    ]


def test_mentions_come_in_text_order() -> None:
    (meaning,) = meanings("US shall provide oil to DPRK in Geneva under the Armistice Agreement.")

    assert [mention.name for mention in meaning.deeds[0].mentions] == [
        "heavy-fuel-oil",
        "DPRK",
        "Geneva",
        "armistice-agreement",
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "words",
    [
        "troops and ",
        "to test ",
        "of its ",
        "within ",
        "wibble ",
        "that is ",
        "30 ",
        "US forces, ",
        "shut ",
        "all ",
    ],
)
def test_the_work_to_read_grows_with_the_words_alone(words: str) -> None:
    def read(times: int) -> int:
        return calls(lambda: meanings(f"US shall withdraw {words * times}troops."))

    read(100)

    assert read(400) < 5 * read(100)
