"""What to write for a time or condition among the words of a sentence.

Where the text asks somewhere for what is awaited, the line to type names that clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.qualifiers import Qualifier, unread
from clausecheck.model.reading import Clause, Provision, Reading
from clausecheck.syntax.slip import Slip
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_WAITING = frozenset({"until", "after", "if"})


def unlabelled_qualifiers(
    clause: Clause, reading: Reading, vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield the times and conditions that stand among a sentence's words."""
    for said in () if clause.preamble else clause.said:
        labels = {line.name for line in said.labels.lines}
        for found in unread(said.sentence, said.meanings, labels, reading.names):
            yield Slip(
                "unlabelled-qualifier",
                found.span,
                f"`{found.words}` is read as words, not as {found.what}",
                _of_a_clause(found, reading, vocabulary).remedy,
            )


def _of_a_clause(found: Qualifier, reading: Reading, vocabulary: Vocabulary) -> Qualifier:
    """Return a qualifier with the clause that asks for what is awaited, if one does."""
    label = found.line.partition(":")[0]
    asked = _asked_for(found.open, reading, vocabulary) if label in _WAITING else None
    if asked is None:
        return found
    state = "is verified" if asked.labels.stated("verified by") else "is complete"
    return evolve(found, line=f"{label}: {asked.number} {state}", open="")


def _asked_for(words: str, reading: Reading, vocabulary: Vocabulary) -> Provision | None:
    """Return the duty of which some words tell that somebody has done it, if it is one alone."""
    every = words.split()
    who = reading.names.match(every, 0)
    if who is None:
        return None
    done = {each.term.name for each in vocabulary.find(every[who[1] :], ("act",))}
    things = {each.term.name for each in vocabulary.find(every[who[1] :], ("object",))}
    asked = [
        provision
        for provision in reading.operative_provisions
        if provision.kind == "duty"
        and provision.actor == who[0]
        and provision.act is not None
        and provision.act.name in done
        and provision.object is not None
        and provision.object.name in things
    ]
    return asked[0] if len(asked) == 1 else None
