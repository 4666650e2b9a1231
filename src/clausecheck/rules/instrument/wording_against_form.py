"""Words that bind in a text that is not to bind, or words that do not in one that is.

`Shall` and `undertakes` are words of treaties, and so is an entry into force: ministries keep them
out of texts that are political only, because a later reader takes the wording for the intention.
The other way round, a treaty whose every sentence hopes or recommends binds to nothing. Wording is
a sign, not a proof, and so this is only worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.drafting.ratification import awaits_ratification
from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.model.reading import Provision
from clausecheck.rules.rule import rule

_POLITICAL = frozenset({"political declaration", "joint statement", "memorandum"})
_OF_TREATIES = frozenset({"shall", "undertakes to"})


@rule(
    family="instrument",
    lens="both",
    severity="info",
    entries=("N33",),
    cites=cite("aiia"),
    answer=(
        "A court judges the terms and the context together; a firm word in a political text is a "
        "promise made in public, and that is worth something too."
    ),
    looks_at="text",
    bad=(
        """
        declaration "Valley Declaration"
          form: political declaration
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
                    ^^^^^ `shall` is a word of treaties, and the form is a political declaration
        """,
        """
        declaration "Valley Declaration"
          form: political declaration
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland shall freeze its reactors.
                    ^^^^^ `shall` and `undertakes to` are words of treaties, and the form is a political declaration
        clause 2
          Southland undertakes to open the border.
        clause 3
          Southland shall open the road.
        """,
        """
        treaty "Valley Treaty"
          form: treaty
          ^^^^^^^^^^^^ this is a treaty, and none of its sentences binds
          scope: complete
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland intends to freeze its reactors.
        """,
        """
        declaration "Valley Declaration"
          form: political declaration
          entry into force: deposit of the instruments of ratification
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this waits for ratification as treaties do, and the form is a political declaration
          depositary: UN
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        """,
    ),
    good=(
        """
        declaration "Valley Declaration"
          form: political declaration
          entry into force: signature
          ratification: Northland by its parliament
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        """,
        """
        declaration "Valley Declaration"
          form: political declaration
        party Northland "Kingdom of Northland"
        party Southland "Republic of Southland"
        clause 1
          Northland will freeze its reactors.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Southland expresses its willingness to open the border.
        """,
    ),
)
def wording_against_form(facts: Facts) -> Iterator[Problem | Met]:
    line = facts.reading.head.get("form")
    if line is None:
        return
    duties = [p for p in facts.operative if p.kind in {"duty", "prohibition"}]
    binding = list(_of_treaties(duties))
    if facts.form in _POLITICAL and binding:
        first, *others = binding
        words = list(dict.fromkeys(f"`{each.modality.text.lower()}`" for each in binding))
        are = "are words" if len(words) > 1 else "is a word"
        yield Problem(
            first.modality.span,
            f"{' and '.join(words)} {are} of treaties, and the form is a {facts.form}",
            "write `will` or `is to`, or say `form: treaty`",
            related=tuple(Related(other.modality.span, "and here") for other in others),
        )
    awaited = awaits_ratification(facts.reading)
    if facts.form in _POLITICAL and awaited is not None:
        deposit = facts.reading.head.all("depositary")
        yield Problem(
            awaited.span,
            f"this waits for ratification as treaties do, and the form is a {facts.form}",
            "leave `entry into force:` out, or say `form: treaty`",
            related=tuple(
                Related(label.span, "nor has such a text a depositary") for label in deposit
            ),
        )
    soft = duties and not any(provision.meaning.binding for provision in duties)
    if facts.form == "treaty" and soft and facts.silence_counts:
        yield Problem(
            line.span,
            "this is a treaty, and none of its sentences binds",
            "write `shall` in the main duties, or say `form: political declaration`",
        )


def _of_treaties(provisions: list[Provision]) -> Iterator[Provision]:
    """Yield one provision for each sentence that speaks as treaties do."""
    seen = set()
    for provision in provisions:
        named = provision.modality.name.replace(" not", "")
        if named in _OF_TREATIES and provision.modality.span not in seen:
            seen.add(provision.modality.span)
            yield provision
