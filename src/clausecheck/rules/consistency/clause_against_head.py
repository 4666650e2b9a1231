"""The head says one thing, and a clause or another line of the head says the opposite.

The head is what foreign ministries read first: how the text comes into force, how long it lasts, who
may leave it, what it replaces. Where a clause takes that back, each side can hold up the half that
suits it. A clause that has a time or a condition of its own is taken to go with the head. So it is with
a body, of which one line says when it ends and another what it is to do after that.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.contradictions.against_head import What
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule
from clausecheck.rules.telling import exclusive_pairs

_POINT = "write `{topic}: {number}` in the head, or leave this out"
_TOLD: dict[What, tuple[str, str]] = {
    "exit barred": (
        "the head lets a party leave, and this lets none",
        "write `exit: none` in the head, or add here how long this holds, as in `for: 5 years`",
    ),
    "exit allowed": ("this lets a party leave, and the head says `exit: none`", _POINT),
    "settled": ("this settles what the head says there is none of: `{topic}: none`", _POINT),
    "continued": (
        "what the text continues here, it supersedes elsewhere",
        "leave one of them out, or name the part that continues",
    ),
    "kept": (
        "this keeps in force what the text ends",
        "leave one of them out, or add here `until: entry into force`",
    ),
    "kept at first": (
        "this keeps in force, and does not say until when, what the text ends later",
        "say until when, as in `until: entry into force`, or with what {number} waits for",
    ),
    "going on": (
        "by this goes on what the text ends",
        "leave one of them out, or say of what war this speaks",
    ),
    "left": (
        "this leaves as it is what the text ends",
        "leave one of them out, or name the part that is left as it is",
    ),
    "denied": (
        "this says that the text does not end what it ends",
        "leave one of them out, or name the part that does not end",
    ),
    "ratified late": (
        "this is in force by signature alone, whether anybody ratifies it or not",
        "write `entry into force: ratification by all parties`, or `ratification: none`",
    ),
    "never ratified": (
        "the text is in force once it is ratified, and by this nobody ratifies it",
        "name who does and by which body, or write `entry into force: signature`",
    ),
    "barred": (
        "the text is in force once it is ratified, and this bars its ratification",
        "leave this out, or add here until when it holds, as in `until: 2.1 is complete`",
    ),
    "lasts": (
        "this gives the text another term than {number}",
        "keep one of the terms",
    ),
    "enters": ("by this the text is in force at another time than by the head", _POINT),
    "notice": ("by this a party leaves on another notice than by the head", _POINT),
    "reviewed": ("this reviews the text at other times than the head", _POINT),
    "amended": ("by this others may change the text than by the head", _POINT),
    "decided": (
        "this body decides otherwise than by its declaration",
        "write the same in `decides by:`, or say here on what it decides so",
    ),
    "prevails": (
        "by this another language prevails than by the head",
        "let the same language prevail in `languages:`, or leave this out",
    ),
    "deposited": (
        "by this another keeps the text than by the head",
        "name the same in `depositary:`, or leave this out",
    ),
    "court barred": (
        "the head has disputes taken there, and this bars it",
        "name another way in `disputes:`, or leave this out",
    ),
    "outlived": (
        "this is to hold longer than the text lasts",
        "give this a shorter term, or the text a longer `duration:`",
    ),
    "due late": (
        "this need not be done before the text has ended",
        "give this an earlier day, or the text a longer `duration:`",
    ),
    "body outlived": (
        "this is to go on when {topic} is no more",
        "let this end with {topic}, or {topic} end later",
    ),
    "body gone": (
        "this need not be done before {topic} is no more",
        "give this an earlier day, or let {topic} end later",
    ),
}
"""What is wrong, and what to type."""
_DOUBTFUL: frozenset[What] = frozenset(
    {
        "kept at first",
        "ratified late",
        "never ratified",
        "outlived",
        "due late",
        "body outlived",
        "body gone",
    }
)
"""What a text may mean all the same, and a reader will ask about."""


@rule(
    family="consistency",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("vranes"),
    looks_at="text",
    bad=(
        """
        treaty "Valley Treaty"
          amendment: by consensus
          languages: English, Korean; Korean prevails
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        body Council "Council of the Valley"
          members: Northland, Southland
          decides by: consensus
        clause 1
          The parties may amend this treaty by majority.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ by this others may change the text than by the head
        clause 2
          Any party may amend this treaty.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ by this others may change the text than by the head
        clause 3
          The English text shall prevail.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ by this another language prevails than by the head
        clause 4
          Council shall decide by majority.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this body decides otherwise than by its declaration
        """,
        """
        treaty "Valley Treaty"
          exit: on notice of 6 months
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          No party may withdraw from this treaty.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^ the head lets a party leave, and this lets none
        """,
        """
        treaty "Valley Treaty"
          exit: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 6
          Any party may withdraw from this treaty.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ this lets a party leave, and the head says `exit: none`
        """,
        """
        treaty "Valley Treaty"
          amendment: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 6
          The parties may amend this treaty.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this settles what the head says there is none of: `amendment: none`
        """,
        """
        treaty "Valley Treaty"
          supersedes: "the Armistice Agreement of 1953"
          continues: "the Armistice Agreement of 1953"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what the text continues here, it supersedes elsewhere
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          The Armistice Agreement shall remain in force.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this keeps in force what the text ends
        clause 2
          The Armistice Agreement remains in force.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this keeps in force what the text ends
        """,
        """
        treaty "Valley Treaty"
          entry into force: signature by all parties
          ratification: Northland by its parliament
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is in force by signature alone, whether anybody ratifies it or not
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        """,
        """
        clause 1
          The Armistice Agreement shall remain in force.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this keeps in force, and does not say until when, what the text ends later
        clause 2
          This treaty replaces the Armistice Agreement.
          after: 3 is complete
        clause 3
          All parties shall withdraw their forces from the valley.
        """,
        """
        clause 1
          The Mutual Defense Treaty remains in force.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this keeps in force, and does not say until when, what the text ends later
        clause 2
          Southland and Westland shall terminate the Mutual Defense Treaty.
        clause 3
          Westland's sanctions on Northland remain in force.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this keeps in force what the text ends
        clause 4
          Westland hereby lifts its sanctions on Northland.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Nothing in this treaty affects the state of war.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this leaves as it is what the text ends
        clause 3
          The state of war shall continue.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ by this goes on what the text ends
        clause 4
          Nothing in this treaty shall be construed as ending the war.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this says that the text does not end what it ends
        """,
        """
        treaty "Valley Treaty"
          duration: 10 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
          for: 15 years
          ^^^^^^^^^^^^^ this is to hold longer than the text lasts
        clause 2
          This treaty shall remain in force for 15 years.
                                                ^^^^^^^^ this gives the text another term than the head
        """,
        """
        treaty "Valley Treaty"
          entry into force: 30 days after ratification by all parties
          ratification: none
          ^^^^^^^^^^^^^^^^^^ the text is in force once it is ratified, and by this nobody ratifies it
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 6
          This treaty shall remain in force for 10 years.
        clause 7
          This treaty shall remain in force.
          for: 5 years
          ^^^^^^^^^^^^ this gives the text another term than 6
        """,
        """
        treaty "Valley Treaty"
          entry into force: signature by all parties
          exit: on notice of 6 months
          review: every 2 years
          duration: 3 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          This treaty shall enter into force.
          on: 30 days after ratification
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ by this the text is in force at another time than by the head
        clause 2
          Any party may withdraw from this treaty.
          on notice of: 3 months
          ^^^^^^^^^^^^^^^^^^^^^^ by this a party leaves on another notice than by the head
        clause 3
          The parties shall review this treaty.
          every: 5 years
          ^^^^^^^^^^^^^^ this reviews the text at other times than the head
        clause 4
          This treaty remains in force for 5 years.
                                           ^^^^^^^ this gives the text another term than the head
        clause 5
          Northland shall not test missiles.
          from: signature
          for: 5 years
          ^^^^^^^^^^^^ this is to hold longer than the text lasts
        """,
        """
        treaty "Valley Treaty"
          entry into force: ratification by all parties
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall not ratify this treaty.
                              ^^^^^^^^^^^^^^^^^^ the text is in force once it is ratified, and this bars its ratification
        """,
        """
        treaty "Valley Treaty"
          date: 2027-05-01
          entry into force: signature
          duration: 2 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall dismantle its reactors.
          by: 2030-12-31
          ^^^^^^^^^^^^^^ this need not be done before the text has ended
        clause 2
          Southland shall not test missiles.
          until: 2030-12-31
          ^^^^^^^^^^^^^^^^^ this is to hold longer than the text lasts
        clause 3
          Northland shall suspend its broadcasts.
          from: 6 months after signature
          for: 2 years
          ^^^^^^^^^^^^ this is to hold longer than the text lasts
        clause 4
          Southland shall open its border.
          by: 23 months after signature
        clause 5
          Northland shall open its border.
          by: 6 months after 4 is complete
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this need not be done before the text has ended
        """,
        """
        treaty "Valley Treaty"
          date: 2027-05-01
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        body Commission "Valley Commission"
          members: 2 from Northland, 2 from Southland
          ends: 2 years after signature
        body Board "Valley Board"
          members: 2 from Northland, 2 from Southland
        clause 1
          Commission shall report to Southland.
          by: 2029-06-30
          ^^^^^^^^^^^^^^ this need not be done before Commission is no more
        clause 2
          Commission shall meet.
          every: 30 days
          for: 5 years
          ^^^^^^^^^^^^ this is to go on when Commission is no more
        clause 3
          Board shall meet.
          until: 2030-05-01
          ^^^^^^^^^^^^^^^^^ this is to go on when Board is no more
        clause 4
          Northland and Southland shall dissolve Board.
          by: 2029-05-01
        """,
    ),
    good=(
        """
        treaty "Valley Treaty"
          date: 2027-05-01
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        body Commission "Valley Commission"
          members: 2 from Northland, 2 from Southland
          ends: 2 years after signature
        clause 1
          Commission shall report to Southland.
          by: 2029-05-01
        clause 2
          Commission shall meet.
          every: 30 days
        clause 3
          Commission and Southland shall open the road.
          by: 2030-05-01
        """,
        """
        treaty "Valley Treaty"
          date: 2027-05-01
          entry into force: signature
          duration: 2 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall dismantle its reactors.
          by: 2029-05-01
        clause 2
          Southland shall not test missiles.
          until: 2029-05-01
        clause 3
          Northland shall suspend its broadcasts.
          from: 6 months after signature
          for: 18 months
        clause 4
          Southland shall report on its missiles.
          by: 2030-12-31
          notwithstanding: 2
        """,
        """
        clause 1
          Northland and Southland declare that the state of war is ended.
        clause 2
          Nothing in this treaty affects the state of war between Northland and Westland.
        clause 3
          The Armistice Agreement shall remain in force.
        """,
        """
        clause 1
          The Mutual Defense Treaty remains in force.
        clause 2
          Southland and Westland should terminate the Mutual Defense Treaty.
        clause 3
          The sanctions on coal exports remain in force.
        clause 4
          Westland shall lift sanctions on luxury goods.
        """,
        """
        treaty "Valley Treaty"
          amendment: by agreement of the parties
          languages: English, Korean; Korean prevails
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        body Council "Council of the Valley"
          members: Northland, Southland
          decides by: consensus
        clause 1
          This treaty may be amended by consensus.
        clause 2
          Any party may propose an amendment to this treaty.
        clause 3
          Any party may amend this treaty with the consent of all parties.
        clause 4
          The parties may amend annex 1 by majority.
        clause 5
          In case of divergence the Korean text shall prevail.
        clause 6
          Council shall decide by majority on its rules of procedure.
        clause 7
          Council shall take its decisions by consensus.
        annex 1 "Roads"
        """,
        """
        treaty "Valley Treaty"
          entry into force: ratification by Southland
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall not ratify this treaty.
        clause 2
          Southland shall not ratify this treaty.
          until: 2027-06-01
        """,
        """
        treaty "Valley Treaty"
          entry into force: earlier of 2027-06-01, ratification by all parties
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall not ratify this treaty.
        """,
        """
        treaty "Valley Treaty"
          entry into force: 30 days after ratification by all parties
          exit: on notice of 6 months
          review: every 2 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          This treaty shall enter into force.
          on: 30 days after ratification
        clause 2
          Any party may withdraw from this treaty.
          on notice of: 6 months
        clause 3
          The parties shall review this treaty.
          every: 24 months
        clause 4
          The parties shall review their defence plans.
          every: 5 years
        """,
        """
        treaty "Valley Treaty"
          exit: on notice of 6 months
          entry into force: 30 days after ratification by all parties
          ratification: Northland by its parliament, Southland by its parliament
          supersedes: "the Armistice Agreement of 1953"
          continues: "article 2 of the Armistice Agreement of 1953"
          duration: 10 years
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          No party may withdraw from this treaty in the first two years.
        clause 2
          Northland shall freeze its reactors.
          for: 120 months
        clause 3
          The Armistice Agreement shall remain in force.
          until: entry into force
        """,
        """
        treaty "Valley Treaty"
          exit: none
          entry into force: signature
          ratification: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          The parties may terminate this treaty by agreement.
        clause 2
          No party may withdraw from this treaty.
        clause 3
          Northland may withdraw its troops from the valley.
        """,
        """
        treaty "Valley Treaty"
          duration: 10 years
          entry into force: earlier of signature, ratification by all parties
          ratification: none
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          This treaty shall remain in force for a period of 120 months.
        clause 2
          This treaty shall remain in force for 5 years after the withdrawal of Northland.
        """,
    ),
)
def clause_against_head(facts: Facts) -> Iterator[Problem | Met]:
    told = exclusive_pairs(facts)
    for against in facts.against_head:
        if against.pair in told:
            continue
        message, offer = _TOLD[against.what]
        yield Problem(
            against.at,
            message.format(topic=against.topic, number=against.number or "the head"),
            offer.format(topic=against.topic, number=against.number),
            severity="warning" if against.what in _DOUBTFUL else None,
            related=(Related(against.other, "this says otherwise"),),
        )
