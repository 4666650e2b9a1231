"""The treaty's own words, quoted below a sentence, say something else than the sentence.

Both stand in one clause, and only one of them can be what was agreed: whoever reads the sentence
and whoever reads the quotation leave with different duties. Only sure contradictions are told: a
negation, a permission or a wish against a duty, another actor, another number, another day, a pause
where the other has an end, a statement that is denied, an `all` left out, words that soften it.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_MESSAGES = {
    "negation": "the quotation has `{quoted}` where the sentence has `{said}`",
    "act": "the quotation has `{quoted}` where the sentence has `{said}`",
    "modality": "the quotation has `{quoted}` where the sentence has `{said}`",
    "actor": "the quotation speaks of {quoted}, the sentence of {said}",
    "number": "the quotation has {quoted} where the sentence has {said}",
    "date": "the quotation has {quoted} where the sentence has {said}",
    "added": "the quotation has `{quoted}`, and the sentence leaves it out",
    "left out": "the quotation leaves out `{said}`, which the sentence has",
}


@rule(
    family="language",
    lens="neutral",
    severity="error",
    at_times=("warning",),
    cites=cite("language", "Why it looks as it does"),
    bad=(
        """
        clause 1
          Northland shall dismantle its reactors.
          > Northland may dismantle its reactors.
                      ^^^ the quotation has `may` where the sentence has `shall`
        """,
        """
        clause 1
          Northland shall tend the graves.
          > Northland may tend the graves.
                      ^^^ the quotation has `may` where the sentence has `shall`
        """,
        """
        clause 1
          Northland shall withdraw 500 troops from the valley.
          > Northland shall withdraw 5,000 troops from the valley.
                                     ^^^^^ the quotation has 5,000 where the sentence has 500
        """,
        """
        clause 1
          Northland and Southland shall hold talks.
          > Northland and Southland should hold talks.
                                    ^^^^^^ the quotation has `should` where the sentence has `shall`
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2027-06-01
          > Northland shall dismantle its reactors by 1 July 2027.
                                                      ^^^^^^^^^^^ the quotation has 2027-07-01 where the sentence has 2027-06-01
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 60 days after signature
          > Northland shall dismantle its reactors within ninety (90) days after signature.
                                                          ^^^^^^^^^^^^^^^^ the quotation has 90 days where the sentence has 60 days
        """,
        """
        clause 1
          Northland may conduct inspections of Southland.
          > Northland shall look at whatever Southland shows.
                      ^^^^^ the quotation has `shall` where the sentence has `may`
        """,
        """
        clause 1
          Westland shall lift sanctions on coal exports.
          > Westland shall suspend sanctions on coal exports.
                           ^^^^^^^ the quotation has `suspend` where the sentence has `lift`
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          > Northland should strive to freeze its reactors.
                      ^^^^^^^^^^^^^^^^ the quotation has `should strive to` where the sentence has `shall`
        """,
        """
        clause 1
          All parties declare that the war is over.
          > The war is not over.
                    ^^^^^^ the quotation has `is not` where the sentence has `is`
        """,
        """
        clause 1
          Northland shall dismantle all of its reactors.
          > Northland shall dismantle its reactors.
                                      ^^^ the quotation leaves out `all`, which the sentence has
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          > Northland shall freeze its reactors where feasible.
                                                ^^^^^^^^^^^^^^ the quotation has `where feasible`, and the sentence leaves it out
        """,
    ),
    good=(
        """
        clause 1
          All parties declare that the war is over.
          > The war has come to an end and will not begin again.
        """,
        """
        clause 1
          Northland shall dismantle all of its reactors.
          > Northland shall take down every reactor that it has.
        """,
        """
        clause 1
          Northland shall freeze its reactors.
          if: "feasible"
          > Northland shall freeze its reactors where feasible.
        """,
        """
        clause 1
          Westland shall lift sanctions on coal exports.
          > Westland shall terminate the sanctions on coal exports.
        """,
        """
        clause 1
          (a) Westland shall suspend sanctions on coal exports.
          (b) Westland shall lift sanctions on coal exports.
          > Westland shall first suspend and then lift the sanctions on coal exports.
        """,
        """
        clause 1
          Northland shall withdraw 8,500 troops from the valley.
          by: 2027-06-01
          > Northland shall withdraw eight thousand five hundred troops from the valley by June 1, 2027.
        """,
        """
        clause 1
          Northland shall withdraw its troops from the valley.
          by: 60 days after signature
          > Northland shall withdraw its troops from the valley within two months after signature.
        """,
        """
        clause 1
          Northland and Southland will hold talks.
          > Northland and Southland shall hold talks.
        """,
        """
        clause 1
          Northland may conduct inspections of Southland.
          > Southland shall look at whatever Northland shows.
        """,
        """
        clause 1
          Northland shall dismantle its reactors.
          > Northland undertakes to dismantle its reactors "in good faith".
        """,
        """
        clause 1
          (a) Northland shall dismantle its reactors.
          (b) Southland may dismantle its reactors.
          > Northland shall dismantle its reactors. Southland may do so.
        """,
    ),
)
def quotation_against_sentence(facts: Facts) -> Iterator[Problem | Met]:
    for found in facts.contradictions:
        yield Problem(
            found.at,
            _MESSAGES[found.what].format(quoted=found.quoted, said=found.said),
            "correct the one that is wrong, or quote the sentence that this clause restates",
            severity="warning" if found.said == "all" else None,
            related=(Related(found.against, "the sentence says this"),),
        )
