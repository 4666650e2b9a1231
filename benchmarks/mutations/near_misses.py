"""Changes that look like faults and are none: nothing above info may newly be found.

What is added is checked by somebody named and has its day or its rhythm, so that nothing can be
said of it but what the operator is about; and it is added only to texts in which two parties bind
themselves already, so that it opens no question that was closed before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.mutations.draft import Edit
from benchmarks.mutations.mutant import Mutant
from clausecheck.layout import layout
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutations.draft import Draft
    from benchmarks.mutations.mutant import Operator

_CHECKED = "verified by: UN using on-site inspection, every 30 days"
_DUE = "by: 60 days after signature"
_SIMPLE = re.compile(r"[A-Z][A-Za-z]*")


def _added(draft: Draft, *bodies: tuple[str, ...]) -> Iterator[Mutant]:
    """Yield the mutants with new clauses of these lines."""
    if draft.is_mutual:
        for number, edits in draft.new_clauses(*("\n  ".join(lines) for lines in bodies)):
            yield Mutant(draft, number, bodies[-1][0], edits)


def _whole(draft: Draft, planted: str, words: str, renamed: dict[str, str]) -> Mutant:
    edits = (Edit(Span(0, len(draft.text)), words),)
    return Mutant(draft, None, planted, edits, renamed=renamed)


# ── The same words of something else ─────────────────────────────────────────────────────────────


def withdraw_guard_posts(draft: Draft) -> Iterator[Mutant]:
    """Withdraw guard posts, which are no foreign forces."""
    sentence = f"{draft.both} each shall withdraw 10 guard posts from the border."
    return _added(draft, (sentence, _DUE, _CHECKED))


def withdraw_ones_own(draft: Draft) -> Iterator[Mutant]:
    """Withdraw one’s own troops from the border."""
    sentence = f"{draft.both} each shall withdraw 500 of its own troops from the border."
    return _added(draft, (sentence, _DUE, _CHECKED))


def recognise_a_right(draft: Draft) -> Iterator[Mutant]:
    """Recognise a right, which is no recognition of a state."""
    sentence = f"{draft.both} recognise the right of every people to self-determination."
    return _added(draft, (f"{draft.both} each shall open its archives.", _DUE), (sentence,))


def recognise_a_system(draft: Draft) -> Iterator[Mutant]:
    """Recognise and respect a system, which is no recognition of a state."""
    sentence = f"{draft.both} recognise and respect the system of the other side."
    return _added(draft, (f"{draft.both} each shall open its archives.", _DUE), (sentence,))


def speak_of_unification_in_the_preamble(draft: Draft) -> Iterator[Mutant]:
    """Name unification as a hope, in the preamble."""
    if len(draft.parties) > 1:
        words = f"{draft.both} affirm their hope of peaceful unification."
        for number, edits in draft.in_the_preamble(words):
            yield Mutant(draft, number, words, edits)


def unify_by_consent(draft: Draft) -> Iterator[Mutant]:
    """Make unification a matter of the consent of both."""
    sentence = f"{draft.both} may discuss peaceful unification."
    return _added(draft, (sentence, f"with consent of: {', '.join(draft.parties[:2])}"))


def forbid_unification_by_force(draft: Draft) -> Iterator[Mutant]:
    """Forbid unification by force."""
    return _added(draft, (f"{draft.both} each shall not seek unification by force.",))


def save_the_presence_of_forces(draft: Draft) -> Iterator[Mutant]:
    """Leave the presence of foreign forces as it is."""
    sentence = "Nothing in clause 901 affects the presence of foreign forces."
    return _added(draft, (f"{draft.both} each shall open its archives.", _DUE), (sentence,))


# ── Nothing new ──────────────────────────────────────────────────────────────────────────────────


def owe_it_alike(draft: Draft) -> Iterator[Mutant]:
    """Add an equal duty of both sides in one sentence."""
    sentence = f"{draft.both} each shall publish its military budget."
    return _added(draft, (sentence, "every: 1 year", _CHECKED))


def restate_a_duty(draft: Draft) -> Iterator[Mutant]:
    """Say a duty once more, to the letter, below its clause; with another duty beside it."""
    for clause, _, _ in draft.some_sentences if draft.is_mutual else ():
        declares = any(isinstance(item, nodes.Heading) for item in clause.block.items)
        if len(clause.said) > 1 or declares or clause.block.acceptances:
            continue
        words = draft.text[clause.block.heading.span.end : clause.block.span.end].rstrip("\n")
        end = draft.line(clause.block.span).end
        beside = f"clause 902\n  {draft.both} each shall open its archives.\n  {_DUE}\n"
        # In an annex it is counted with the annex, and so is no earlier than what it repeats.
        annex = clause.number.rpartition(".")[0] if clause.number.startswith("A") else ""
        again = f"{annex}.901" if annex else "901"
        edits = (Edit(Span(end, end), f"\nclause {again}{words}\n{beside}"),)
        renamed = {again: clause.number}
        yield Mutant(draft, again, f"{clause.number} again", edits, renamed=renamed)


def forbid_until_and_allow_from(draft: Draft) -> Iterator[Mutant]:
    """Forbid something until a day, and allow it from the next."""
    forbidden = f"{draft.both} shall not conduct military exercises."
    begins = draft.reading.head.stated("entry into force")
    start = "entry into force" if begins else "signature"
    return _added(
        draft,
        (forbidden, f"until: 30 days after {start}", _CHECKED),
        (f"{draft.both} may conduct military exercises.", f"from: 31 days after {start}"),
    )


def allow_by_way_of_exception(draft: Draft) -> Iterator[Mutant]:
    """Forbid something, and allow a part of it in a clause that says to what it is an exception."""
    return _added(
        draft,
        (f"{draft.both} shall not conduct military exercises.", "for: 1 year", _CHECKED),
        (f"{draft.both} may conduct military exercises for rescue.", "exception to: 901"),
    )


def forbid_one_and_allow_the_other(draft: Draft) -> Iterator[Mutant]:
    """Allow one party what another may not do, and forbid it something else."""
    if len(draft.parties) != 2:  # noqa: PLR2004 - with more, it would bind the two more than others
        return iter(())
    one, other = draft.parties
    return _added(
        draft,
        (f"{one} shall not conduct military exercises at sea.", "for: 1 year", _CHECKED),
        (f"{other} shall not conduct military exercises on land.", "for: 1 year", _CHECKED),
        (f"{other} may conduct military exercises at sea.",),
    )


# ── The same text ────────────────────────────────────────────────────────────────────────────────


def say_it_in_a_note(draft: Draft) -> Iterator[Mutant]:
    """Say in a note what would be a fault in a sentence."""
    for clause in draft.clauses[::3]:
        said = clause.said[-1] if clause.said else None
        if said is not None:
            words = "note: All foreign forces shall leave, and unity shall be achieved, etc."
            yield Mutant(draft, clause.number, words, draft.below(said.sentence.span, words))


def say_it_in_a_comment(draft: Draft) -> Iterator[Mutant]:
    """Say in a comment what would be a fault in a sentence."""
    for clause in draft.clauses[::3]:
        words = "# All foreign forces shall leave at an appropriate time."
        yield Mutant(draft, clause.number, words, draft.below(clause.block.heading.span, words))


def quote_another(draft: Draft) -> Iterator[Mutant]:
    """Quote beside a sentence what others promised elsewhere."""
    for clause in draft.clauses[::3]:
        said = clause.said[-1] if clause.said else None
        if said is not None:
            words = "> Ruritania may withdraw its embassy from Strelsau."
            yield Mutant(draft, clause.number, words, draft.below(said.sentence.span, words))


def lay_it_out_anew(draft: Draft) -> Iterator[Mutant]:
    """Give the text the one layout, in which it says the same."""
    words, _ = layout(draft.source)
    if words is not None:
        yield _whole(draft, "formatted", words, {})


def number_the_clauses_anew(draft: Draft) -> Iterator[Mutant]:
    """Put a 7 before every number of a clause and in every reference to one."""
    renamed = {_moved(clause.number): clause.number for clause in draft.reading.clauses}
    edits: dict[Span, Edit] = {}
    for node in walk(draft.blocks):
        if isinstance(node, nodes.Heading) and node.number_span is not None:
            edits[node.number_span] = Edit(node.number_span, _moved(draft.words(node.number_span)))
        elif isinstance(node, nodes.Reference) and node.instrument is None:
            edits[node.span] = Edit(node.span, _moved_all(draft.words(node.span)))
    if draft.reading.clauses:
        yield Mutant(draft, None, "numbers", tuple(edits.values()), renamed=renamed)


def _moved(number: str) -> str:
    return re.sub(r"\d", r"7\g<0>", number, count=1)


def _moved_all(reference: str) -> str:
    """Return a reference with the numbers at both its ends moved."""
    return " ".join(_moved(word) for word in reference.split())


def rename_a_party(draft: Draft) -> Iterator[Mutant]:
    """Give a party another short name throughout; its full name and its language’s stay."""
    for party in draft.parties[:2]:
        if _SIMPLE.fullmatch(party):
            words = re.sub(rf"(?<!-)\b{party}\b", "Ruritania", draft.text)
            yield _whole(draft, f"Ruritania for {party}", words, {})


NEAR_MISSES: tuple[Operator, ...] = (
    withdraw_guard_posts,
    withdraw_ones_own,
    recognise_a_right,
    recognise_a_system,
    speak_of_unification_in_the_preamble,
    unify_by_consent,
    forbid_unification_by_force,
    save_the_presence_of_forces,
    owe_it_alike,
    restate_a_duty,
    forbid_until_and_allow_from,
    allow_by_way_of_exception,
    forbid_one_and_allow_the_other,
    say_it_in_a_note,
    say_it_in_a_comment,
    quote_another,
    lay_it_out_anew,
    number_the_clauses_anew,
    rename_a_party,
)
