"""A text that ends the war for a peace, and nowhere says what this peace consists of.

"Peace regime" has stood in every Korean text since 1991 and has never been given parts. What has no
outline cannot be broken, and each side will find in it what it wants. Where the war ends and nobody
owes anything, there is no outline at all; a treaty of peace yet to come may draw it. Silence is
judged only in a text that says it is whole and touches the war or its armistice.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.troops import ends_here, what_ends
from clausecheck.analyses.terms import named
from clausecheck.essays import cite
from clausecheck.findings import Met, Problem, Related
from clausecheck.rules.rule import rule

_PEACE = ("peace", "peace-regime")


@rule(
    family="vagueness",
    lens="sceptic",
    severity="warning",
    entries=("B14",),
    cites=cite("impossible", "B14"),
    answer=(
        "The advocate leaves this unanswered; a peace that may grow is easier to begin than one whose "
        "every part is drawn beforehand."
    ),
    looks_at="text",
    silence=True,
    bad=(
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          All parties shall establish a durable peace regime.
                                                ^^^^^^^^^^^^ nothing says what this peace consists of
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
                                       ^^^^^^^^^^^^ the war ends here, and nothing says what peace follows it
        """,
    ),
    good=(
        """
        define "peace regime"
          means: the limits on forces in 4, the commission of 5, the duty not to use force
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          All parties shall establish a peace regime.
        """,
        """
        clause 1
          All parties declare that the state of war is ended.
        clause 2
          Northland shall return all prisoners of war.
        """,
        """
        clause 1
          All parties shall conclude a peace treaty.
        """,
        """
        clause 1
          All parties shall establish a peace regime.
        """,
    ),
)
def undefined_peace(facts: Facts) -> Iterator[Problem | Met]:
    for definition in facts.reading.names.definitions.values():
        words = definition.name.split()
        match = facts.vocabulary.match(words, 0, ("object",))
        if match is not None and facts.vocabulary.is_a("object", match.term.name, "peace-regime"):
            yield Met("B14", definition.span, "a definition of the peace")
            return
    uses = dict.fromkeys(
        mention.span
        for provision in facts.operative
        if provision.kind == "duty"
        for mention in named(provision, facts.vocabulary, *_PEACE)
    )
    if not facts.troops.openings or not facts.silence_counts or facts.one_sided:
        return
    ended = [
        each
        for each in facts.troops.endings
        if ends_here(each, facts.vocabulary)
        and not any(True for _ in named(each, facts.vocabulary, "peace-agreement"))
    ]
    owed = (each for each in facts.operative if each.kind in {"duty", "prohibition"})
    if ended and all(each in ended for each in owed):
        yield Problem(
            what_ends(ended[0]),
            f"the war {'ends here' if facts.is_done_here(ended[0]) else 'is to end'}, "
            "and nothing says what peace follows it",
            'say what each side then does, or add `define "peace"` with `means:` and its parts',
        )
    elif uses:
        first, *others = uses
        yield Problem(
            first,
            "nothing says what this peace consists of",
            'add `define "peace"` with `means:` and its parts: limits, bodies, what ends and what stays',
            related=tuple(Related(other, "nor here") for other in others),
        )
