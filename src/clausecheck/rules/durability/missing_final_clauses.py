"""A text that binds in law and lacks the clauses by which such texts live.

When it comes into force, how it is changed, who settles a dispute about it: where nothing is said,
each is argued over at the worst moment. Handbooks on final clauses list what a treaty settles; of
a political declaration none of it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.drafting.final_clauses import Topic
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem
from clausecheck.rules.rule import rule

_WANTED: tuple[tuple[Topic, str], ...] = (
    ("entry into force", "when it comes into force"),
    ("amendment", "how it is changed"),
    ("disputes", "how disputes are settled"),
)


@rule(
    family="durability",
    lens="both",
    severity="info",
    entries=("B28",),
    cites=cite("final-clauses"),
    answer=(
        "The law of treaties fills these gaps with rules of its own, and a short text is signed "
        "while a long one is still argued over."
    ),
    false_alarms=(
        "A short text may leave its last provisions to the agreement that it carries out."
    ),
    looks_at="text",
    bad=(
        """
        treaty "Valley Treaty"
        ^^^^^^^^^^^^^^^^^^^^^^ nothing is said of when it comes into force, nor of how disputes are settled
          form: treaty
          amendment: by consensus
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        """,
    ),
    good=(
        """
        treaty "Valley Treaty"
          form: treaty
          entry into force: signature
          disputes: consultation, then arbitration
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Northland and Southland jointly may amend this treaty.
        """,
    ),
)
def missing_final_clauses(facts: Facts) -> Iterator[Problem | Met]:
    lacks = [(topic, what) for topic, what in _WANTED if facts.final_clauses.silent_on(topic)]
    binds = facts.binding_form and any(p.meaning.binding for p in facts.operative)
    if not lacks or not binds or not facts.silence_counts:
        return
    yield Problem(
        facts.title_at,
        f"nothing is said of {', nor of '.join(what for _, what in lacks)}",
        f"add to the head: {', '.join(f'`{topic}:`' for topic, _ in lacks)}",
    )
