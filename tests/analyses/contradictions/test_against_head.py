"""A clause or a line of the head that contradicts another line of the head."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause

ARMISTICE = 'supersedes: "the Armistice Agreement of 1953"'


@pytest.mark.parametrize(
    ("head", "lines", "expected"),
    [
        # Leaving.
        ("exit: on notice of 6 months", ["No party may withdraw from this treaty."], "exit barred"),
        ("exit: on notice of 6 months", ["Northland shall not withdraw from this treaty."], "exit barred"),
        ("exit: on notice of 6 months", ["No party may withdraw from this treaty.", "for: 5 years"], None),
        ("exit: on notice of 6 months", ["No party may withdraw from this treaty before 2030-01-01."], None),
        ("exit: on notice of 6 months", ["No party may withdraw from this treaty without notice."], None),
        ("exit: on notice of 6 months", ["No party may withdraw from the Valley."], None),
        ('exit: "as the parties agree"', ["No party may withdraw from this treaty."], None),
        ("exit: 1", ["Any party may withdraw from this treaty."], None),
        ("exit: none", ["Any party may withdraw from this treaty on notice."], "exit allowed"),
        ("exit: none", ["Any party may denounce this treaty."], "exit allowed"),
        ("exit: none", ["Any party may terminate this treaty."], "exit allowed"),
        ("exit: none", ["Any party may withdraw from this treaty.", "with consent of: all parties"], None),
        ("exit: none", ["The parties may terminate this treaty by agreement."], None),
        ("exit: none", ["No party may withdraw from this treaty."], None),
        ("exit: none", ["Any party may propose amendments to this treaty."], None),
        ("exit: unknown", ["Any party may withdraw from this treaty."], None),
        # What the text has nothing on, and settles.
        ("ratification: none", ["The parties shall ratify this treaty."], "settled"),
        ("review: none", ["The parties shall review the valley."], None),
        # What it ends, and continues.
        (f'{ARMISTICE}\ncontinues: "Armistice Agreement of 1953"', [], "continued"),
        (f'{ARMISTICE}\ncontinues: "article 2 of the Armistice Agreement of 1953"', [], None),
        (f'{ARMISTICE}\ncontinues: "the Basic Agreement of 1991"', [], None),
        ("continues: armistice-1953", ["This treaty hereby supersedes the Armistice Agreement."], "continued"),
        (ARMISTICE, ["The Armistice Agreement shall remain in force."], "kept"),
        (ARMISTICE, ["Nothing in this treaty affects the Armistice Agreement."], "left"),
        (ARMISTICE, ["The Armistice Agreement shall remain in force.", "until: entry into force"], None),
        (ARMISTICE, ["The provisions of the Armistice Agreement on the line shall remain in force."], None),
        (ARMISTICE, ["The Armistice Agreement shall remain in force until the parties agree otherwise."], None),
        ("", ["The Armistice Agreement shall remain in force."], None),
        # In force, and for how long.
        ("entry into force: signature\nratification: Northland by its parliament", [], "ratified late"),
        ("entry into force: 30 days after signature\nratification: Northland by its parliament", [], "ratified late"),
        ("entry into force: 2027-01-01\nratification: Northland by its parliament", [], None),
        ("entry into force: signature\nratification: unknown", [], None),
        ("duration: 10 years", ["Northland shall freeze its reactors.", "for: 15 years"], "outlived"),
        ("duration: 1 year", ["Northland shall freeze its reactors.", "for: 12 months"], None),
        ("duration: 10 years", ["Northland shall freeze its reactors.", "for: without limit"], None),
        ("duration: 1 year", ["Northland shall freeze its reactors.", "for: 2 years", "from: 2027-01-01"], None),
        ("duration: without limit", ["Northland shall freeze its reactors.", "for: 15 years"], None),
        # By whose agreement, and in which language.
        ("amendment: by agreement of the parties", ["The parties may amend this treaty by majority."], "amended"),
        ("amendment: by a two-thirds majority", ["This treaty may be amended by unanimous decision."], "amended"),
        ("amendment: by majority", ["Either party may amend this treaty."], "amended"),
        ("amendment: by majority", ["Either party may amend this treaty.", "with consent of: all parties"], None),
        ("amendment: by consensus", ["Any party may amend annex 3 of this treaty."], None),
        ("amendment: by consensus", ["Any party may amend this treaty in writing to Southland."], None),
        ("amendment: by consensus", ["Southland may amend its law by majority."], None),
        ("amendment: by consensus or by majority", ["The parties may amend this treaty by majority."], None),
        ('amendment: "as circumstances require"', ["The parties may amend this treaty by majority."], None),
        ("amendment: 1", ["The parties may amend this treaty by majority."], None),
        ("languages: English, Korean; Korean prevails", ["If they differ, the text in English shall prevail."], "prevails"),
        ("languages: English, Korean; both equally authentic", ["The Korean version shall prevail."], "prevails"),
        ("languages: English, Korean; Korean prevails", ["In case of divergence, the English text shall prevail."], "prevails"),
        ("languages: English, Korean; Korean prevails", ["The English text shall prevail.", "if: Northland withdraws"], None),
        ("languages: English, Korean; Korean prevails", ["The Korean text shall prevail over the English text."], None),
        ("languages: English, Korean; Korean prevails", ["The Korean text shall prevail."], None),
        ("languages: English, Korean; Korean prevails", ["The English text shall not prevail."], None),
        ("languages: English, Korean; Korean prevails", ["Peace shall prevail."], None),
        ("languages: English, Korean", ["The English text shall prevail."], None),
        ("languages: unknown", ["The English text shall prevail."], None),
        ("exit: any party, on notice of 6 months", ["Northland shall remain a party to this treaty."], "exit barred"),
        ("exit: any party, on notice of 6 months", ["Northland shall remain a party to this treaty.", "for: 5 years"], None),
        ("exit: any party, on notice of 6 months", ["Northland shall remain a party to the NPT."], None),
        ("exit: any party, on notice of 6 months", ["Northland shall not withdraw from the Chemical Weapons Convention."], None),
        ("exit: none", ["Northland may withdraw from the Chemical Weapons Convention."], None),
    ],
)  # fmt: skip
def test_against_the_head(head: str, lines: list[str], expected: str | None) -> None:
    found = Text(clause(*lines), head=head).facts.against_head

    assert [against.what for against in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "sentence", "expected"),
    [
        ("decides by: consensus", "Council shall take all its decisions by a simple majority.", ["decided"]),
        ("decides by: majority", "Council shall decide unanimously.", ["decided"]),
        ("decides by: majority", "Council shall decide by majority.", []),
        ("decides by: majority", "Council may decide by consensus.", []),
        ("decides by: majority", "Council shall decide on breaches by consensus.", []),
        ("decides by: chair", "Council shall decide by consensus.", []),
        ("decides by: consensus", "Council shall decide.", []),
        ("decides by: consensus", "Northland shall decide by majority.", []),
    ],
)  # fmt: skip
def test_how_a_body_decides(line: str, sentence: str, expected: list[str]) -> None:
    body = f'body Council "Council of the Valley"\n  members: Northland, Southland\n  {line}\n'

    assert [each.what for each in Text(body + clause(sentence)).facts.against_head] == expected


def test_a_clause_in_the_preamble_contradicts_nothing() -> None:
    text = "preamble\nclause P1\n  No party may withdraw from this treaty."

    assert Text(text, head="exit: on notice of 6 months").facts.against_head == ()


def test_the_armistice_that_a_clause_ends_another_clause_keeps() -> None:
    text = Text(
        """
        clause 1
          This treaty hereby supersedes the Armistice Agreement.
        clause 2
          The Armistice Agreement shall remain in force.
        """
    )

    assert [(each.what, each.number) for each in text.facts.against_head] == [("kept", "1")]
