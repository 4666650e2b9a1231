"""Faults, each planted wherever it fits.

Where one fits, and what must follow, is taken from the catalogue of objections
(`docs/objections.md`) and from what the rules' pages ask, never from what the program answers:

- What a text leaves out counts where it says `scope: complete`, or says `none` in so many words.
- Only what binds somebody in an operative clause is owed, and can be owed vaguely.
- A quotation contradicts a sentence when it differs in nothing but how bindingly it speaks.
- One clause contradicts another if it forbids what that one asks, of the same and in the same
  words, and no line ranks them, hangs them on something or lets somebody decide.

Timetables that cannot be kept are not planted yet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.mutations.draft import Edit
from benchmarks.mutations.mutant import Expected, Mutant
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.mutations.draft import Draft
    from benchmarks.mutations.mutant import Operator
    from clausecheck.findings import Severity
    from clausecheck.model.reading import Clause, Provision, Said

_DUE = ("by", "on", "before")
_SPOKEN = re.compile(r"forces|troops|alliance|interference|dissolve UNC", re.IGNORECASE)
"""Words by which a text speaks of foreign forces, or may be held to."""
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRM = frozenset({"shall", "will", "shall not", "will not", "agree to", "agrees to"})
_NOBODY = re.compile(r"(\(\w+\)\s*)*No\s")
"""“No party may” forbids as “no party shall” does."""
_FAR = "2090-01-01"
_MARKS = re.compile(r"^(\(\w+\)\s*)+")


def _fault(
    draft: Draft,
    clause: str | None,
    planted: str,
    edits: tuple[Edit, ...],
    *families: str,
    severity: Severity = "warning",
) -> Mutant:
    expected = Expected(frozenset(families), severity, clause)
    return Mutant(draft, clause, planted, edits, expected)


# ── Verification ─────────────────────────────────────────────────────────────────────────────────


def drop_the_verifier(draft: Draft) -> Iterator[Mutant]:
    """Strike a `verified by:` line; info is enough where the text speaks of it, or is here in part.

    Not of what the other side sees for itself: what is handed to it, said aloud or published. Nor
    where the sentence itself is about who looks.
    """
    lines = list(draft.labels("verified by"))
    others = _verified_elsewhere(draft)
    every = {label.span for clause in draft.clauses for label in _about(clause, "verified by")}
    for clause, label in lines:
        of_it = " ".join(draft.words(said.sentence.span) for said in _said_above(clause, label))
        if _SEEN_BY_ALL.search(of_it) or any(number.startswith(clause.number) for number in others):
            continue
        spoken = any(_VERIFYING.search(draft.words(each.span)) for each in draft.duties)
        partial = not draft.reading.complete
        severity: Severity = "info" if len(every) > 1 or others or spoken or partial else "warning"
        edits = draft.without(label, *_about(clause, "access", "on notice of", "reports"))
        planted = f"without `{draft.words(label.span)}`"
        yield _fault(draft, clause.number, planted, edits, "verification", severity=severity)


_VERIFYING = re.compile(r"\b(verif|inspect|check|monitor|supervis)", re.IGNORECASE)
_SEEN_BY_ALL = re.compile(
    r"\b(return|notify|broadcast|sanctions|give access|allow|verify)\b", re.IGNORECASE
)
"""Words for what the other side sees for itself, or for who looks."""


def _said_above(clause: Clause, label: nodes.Label) -> Iterator[Said]:
    """Yield the sentences that a label binds."""
    return (said for said in clause.said if label in said.labels.lines)


def _verified_elsewhere(draft: Draft) -> frozenset[str]:
    """Return the numbers of the clauses that another clause says are verified."""
    return frozenset(
        number
        for clause in draft.clauses
        for label in _about(clause, "verifies")
        for node in walk(label.value)
        if isinstance(node, nodes.Reference)
        for number in draft.reading.names.between(node.number, node.last)
    )


def _about(clause: Clause, *names: str) -> tuple[nodes.Label, ...]:
    return tuple(
        item for item in clause.block.items if isinstance(item, nodes.Label) and item.name in names
    )


def let_the_verifier_only_watch(draft: Draft) -> Iterator[Mutant]:
    """Put observation in the place of every method of a verifier."""
    for clause, label in draft.labels("verified by"):
        edits = tuple(
            Edit(verifier.methods[0].span.to(verifier.methods[-1].span), "observation")
            for verifier in walk(label.value)
            if isinstance(verifier, nodes.Verifier) and verifier.methods
        )
        if edits and "observ" not in draft.words(label.span):
            yield _fault(draft, clause.number, "using observation", edits, "verification")


def gate_the_verifier(draft: Draft) -> Iterator[Mutant]:
    """Let a verifier look only where the inspected side consents."""
    for clause, label in draft.labels("verified by"):
        if "observ" not in draft.words(label.span):
            old = draft.without(*_about(clause, "access"))
            edits = (*old, *draft.below(label.span, "access: by consent"))
            yield _fault(draft, clause.number, "access: by consent", edits, "verification")


def verify_by_adjective(draft: Draft) -> Iterator[Mutant]:
    """Add a duty that is verifiable in name, with no one to verify it."""
    # Of what is added between two clauses, a line such as `verifies: 1 to 3` takes care.
    if draft.is_mutual and not _verified_elsewhere(draft):
        words = f"{draft.parties[0]} shall dismantle its nuclear weapons in a verifiable manner."
        for number, edits in draft.new_clauses(words):
            yield _fault(draft, number, words, edits, "verification")


def seat_as_many_from_each_side(draft: Draft) -> Iterator[Mutant]:
    """Add a duty verified by a body in which either side can block the other."""
    if draft.is_mutual:
        one, other = draft.parties[:2]
        body = (
            'body JIC "Joint Inspection Commission"\n'
            f"    members: 2 from {one}, 2 from {other}\n"
            "    decides by: consensus\n"
            f"  {one} and {other} each shall destroy 10 tanks.\n"
            "  by: 60 days after signature\n"
            "  verified by: JIC using on-site inspection"
        )
        for number, edits in draft.new_clauses(body):
            yield _fault(draft, number, "verified by a body of 2 and 2", edits, "verification")


# ── Time ─────────────────────────────────────────────────────────────────────────────────────────


def soften_the_date(draft: Draft) -> Iterator[Mutant]:
    """Put an appropriate time in the place of a day or a span of time."""
    for clause, label in draft.labels(*_DUE):
        if not draft.words(label.value.span).startswith('"'):
            edits = (Edit(label.value.span, '"at an appropriate time"'),)
            planted = f"{label.name}: at an appropriate time"
            yield _fault(draft, clause.number, planted, edits, "vagueness")


def wait_for_ripe_conditions(draft: Draft) -> Iterator[Mutant]:
    """Make a duty wait for a condition in open words, which nobody is to judge."""
    for _, said, _ in draft.some_sentences:
        if not said.labels.all("if", "unless", "judged by"):
            edits = draft.below(said.sentence.span, 'if: "conditions are ripe"')
            yield _fault(draft, said.number, "if: conditions are ripe", edits, "vagueness")


def name_a_day_that_never_comes(draft: Draft) -> Iterator[Mutant]:
    """Move a day to 31 February."""
    for clause, date in _dates(draft):
        words = f"{draft.words(date.span)[:4]}-02-31"
        edits = (Edit(Span(date.span.start, date.span.start + len(words)), words),)
        yield _fault(draft, clause.number, words, edits, "language", severity="error")


def move_the_deadline_far_off(draft: Draft) -> Iterator[Mutant]:
    """Move a day beyond every government of today, where no legislature stands behind the text."""
    ratification = draft.reading.head.get("ratification")
    denied = ratification is not None and isinstance(ratification.value, nodes.Silence)
    form = draft.reading.head.get("form")
    of_commanders = form is not None and draft.words(form.value.span) == "military agreement"
    whole = draft.reading.complete and ratification is None
    if not (denied or whole) or of_commanders or not draft.is_mutual:
        return
    for clause, date in _dates(draft):
        edits = (Edit(Span(date.span.start, date.span.start + len(_FAR)), _FAR),)
        yield _fault(draft, clause.number, _FAR, edits, "durability")


def _dates(draft: Draft) -> Iterator[tuple[Clause, nodes.Date]]:
    for clause, label in draft.labels(*_DUE):
        for node in walk(label.value):
            if isinstance(node, nodes.Date) and _ISO.match(draft.words(node.span)):
                yield clause, node


def drop_the_term(draft: Draft) -> Iterator[Mutant]:
    """Strike the term of a moratorium on tests or exercises."""
    for clause, said, duty in draft.sentences:
        terms = said.labels.all("for", "until", "on")
        stops = duty.act is not None and duty.act.name in {"suspend", "halt", "cease", "freeze"}
        of_show = re.search(r"\b(tests?|exercises?)\b", draft.words(said.sentence.span))
        if terms and stops and of_show:
            planted = "a moratorium without its term"
            yield _fault(draft, clause.number, planted, draft.without(*terms), "provocations")


def halt_tests_without_a_term(draft: Draft) -> Iterator[Mutant]:
    """Add a moratorium without a term."""
    if draft.is_mutual:
        words = f"{draft.parties[1]} shall suspend nuclear tests."
        for number, edits in draft.new_clauses(words):
            yield _fault(draft, number, words, edits, "provocations")


# ── Who, and what ────────────────────────────────────────────────────────────────────────────────


def name_no_actor(draft: Draft) -> Iterator[Mutant]:
    """Let a duty bind nobody in particular."""
    for said, duty in _of_actors(draft.some_sentences, draft):
        edits = _subject(draft, duty, "Unnamed")
        yield _fault(draft, said.number, "Unnamed", edits, "substance", "vagueness", "parties")


def bind_a_stranger(draft: Draft) -> Iterator[Mutant]:
    """Let a duty bind somebody whom nothing declares."""
    for said, duty in _of_actors(draft.some_sentences, draft):
        edits = _subject(draft, duty, "Ruritania")
        yield _fault(draft, said.number, "Ruritania", edits, "language", severity="error")


def _of_actors(
    sentences: Sequence[tuple[Clause, Said, Provision]], draft: Draft
) -> Iterator[tuple[Said, Provision]]:
    for _, said, duty in sentences:
        if len(said.meanings) == 1 and duty.meaning.who.names:
            who, modality = duty.meaning.who.span, duty.modality
            if draft.text[who.end : modality.span.start].isspace():
                yield said, duty


_OF_MANY = re.compile(r"^(agree|commit|undertake|pledge|reaffirm|affirm)\b")


def _subject(draft: Draft, duty: Provision, name: str) -> tuple[Edit, ...]:
    """Return the edits by which one alone becomes the subject."""
    modality = duty.modality.span
    verb = _OF_MANY.sub(r"\1s", draft.words(modality))
    return (Edit(duty.meaning.who.span, name), Edit(modality, verb))


def widen_the_list(draft: Draft) -> Iterator[Mutant]:
    """End a list of what is owed with “etc.”."""
    for _, said, duty in draft.sentences:
        things = duty.deed.objects
        if len(things) < 2 or "[" in draft.words(said.sentence.span):  # noqa: PLR2004 - a list
            continue
        before, last = (thing.span for thing in things[-2:])
        end = said.sentence.span.end
        joined = re.match(r",|\s(and|or)\s", draft.words(Span(before.end, last.start)))
        if joined and draft.words(Span(last.end, end)) in {"", "."}:
            edits = (Edit(Span(last.end, end), ", etc."),)
            yield _fault(draft, said.number, ", etc.", edits, "vagueness")


def point_to_nothing(draft: Draft) -> Iterator[Mutant]:
    """Let a reference name a clause that is not there."""
    for clause in draft.reading.clauses:
        for node in walk(clause.block.items):
            if isinstance(node, nodes.Reference) and node.instrument is None:
                at = Span(node.span.start, node.span.start + len(node.number))
                if draft.words(at) == node.number:
                    edits = (Edit(at, "99.9"),)
                    planted = f"99.9 for {node.number}"
                    yield _fault(draft, clause.number, planted, edits, "language", severity="error")


def contradict_the_quotation(draft: Draft) -> Iterator[Mutant]:
    """Let a sentence allow what the words quoted beside it owe."""
    for clause in draft.clauses:
        for said in clause.said:
            modality = said.meanings[0].modality if len(said.meanings) == 1 else None
            alike = modality is not None and modality.text in _FIRM and len(clause.said) == 1
            if modality is not None and alike:
                for quoted in clause.quoted:
                    if f" {modality.text} " in quoted.text:
                        planted = f"`may` beside the quoted `{modality.text}`"
                        edits = (Edit(modality.span, "may"),)
                        yield _fault(
                            draft, clause.number, planted, edits, "language", severity="error"
                        )


def misquote_the_sentence(draft: Draft) -> Iterator[Mutant]:
    """Quote a sentence beside itself, with “may” where it has “shall”."""
    for _, said, duty in draft.some_sentences:
        sentence = said.sentence.span
        words = draft.words(sentence)
        once = len(said.meanings) == 1 and words.count(f" {duty.modality.text} ") == 1
        if once and "[" not in words and not _NOBODY.match(words):
            quoted = (
                draft.text[sentence.start : duty.modality.span.start]
                + "may"
                + draft.text[duty.modality.span.end : sentence.end]
            )
            quoted = _MARKS.sub("", " ".join(quoted.split())).removesuffix(".")
            edits = draft.below(sentence, f"> {quoted}.")
            planted = f"`may` quoted for `{duty.modality.text}`"
            yield _fault(draft, said.number, planted, edits, "language", severity="error")


# ── Between clauses ──────────────────────────────────────────────────────────────────────────────

_DENIED = {
    "shall": "shall not",
    "will": "will not",
    "agree to": "agree not to",
    "agrees to": "agrees not to",
    "undertake to": "undertake not to",
    "undertakes to": "undertakes not to",
}
_ALLOWED = dict.fromkeys(_DENIED.values(), "may")
_HANGING = ("if", "unless", "unless permitted by", "with consent of", "except", "exception to")
_RANKING = ("subject to", "notwithstanding", "until", "for", "quota")


def forbid_what_is_owed(draft: Draft) -> Iterator[Mutant]:
    """Forbid, in a clause below, what a sentence asks of somebody, in the same words."""
    return _answered(draft, _DENIED, "duty")


def allow_what_is_forbidden(draft: Draft) -> Iterator[Mutant]:
    """Allow, in a clause below, what a sentence forbids, in the same words."""
    return _answered(draft, _ALLOWED, "prohibition")


def _answered(draft: Draft, words: dict[str, str], kind: str) -> Iterator[Mutant]:
    for clause, said, duty in draft.some_sentences:
        sentence, modality = said.sentence.span, duty.modality
        bound = duty.kind == kind and duty.meaning.who.names and len(said.meanings) == 1
        spoken = [part for part in said.sentence.parts if isinstance(part, nodes.Modality)]
        ranked = said.labels.all(*_HANGING, *_RANKING)
        choice = re.search(r"\[|\bor\b", draft.words(sentence))
        if bound and modality.text in words and not (ranked or choice) and len(spoken) == 1:
            answer = (
                draft.text[sentence.start : modality.span.start]
                + words[modality.text]
                + draft.text[modality.span.end : sentence.end]
            )
            answer = _MARKS.sub("", " ".join(answer.split())).removesuffix(".")
            end = draft.line(clause.block.span).end
            where = "".join(
                f"  {draft.words(label.span)}\n" for label in said.labels.all("where", "in", "aim")
            )
            edits = (Edit(Span(end, end), f"\nclause 901\n  {answer}.\n{where}\n"),)
            yield _fault(draft, said.number, answer, edits, "consistency", severity="error")


def name_two_days(draft: Draft) -> Iterator[Mutant]:
    """Say a duty once more, in a clause below, with a day a year later."""
    for clause, said, duty in draft.sentences:
        labels = said.labels.all(*_DUE)
        dates = [node for label in labels for node in walk(label.value)]
        if len(clause.said) > 1 or len(labels) != 1 or duty.kind != "duty":
            continue
        for date in dates:
            if isinstance(date, nodes.Date) and _ISO.match(draft.words(date.span)):
                start, end = clause.block.heading.span.end, clause.block.span.end
                later = f"{date.year + 1}{draft.words(date.span)[4:]}"
                again = draft.text[start : date.span.start] + later
                again += draft.text[date.span.end : end].rstrip("\n")
                place = draft.line(clause.block.span).end
                edits = (Edit(Span(place, place), f"\nclause 901{again}\n\n"),)
                yield _fault(draft, clause.number, later, edits, "consistency")


# ── The text as a whole ──────────────────────────────────────────────────────────────────────────


def send_all_forces_home(draft: Draft) -> Iterator[Mutant]:
    """Add a clause by which all foreign forces leave."""
    if draft.is_mutual:
        words = f"All foreign forces shall leave {draft.parties[0]}."
        for number, edits in draft.new_clauses(words):
            yield _fault(draft, number, words, edits, "troop-withdrawal")


def end_the_war_in_silence(draft: Draft) -> Iterator[Mutant]:
    """End the war in a whole text that says nothing of foreign forces."""
    if draft.is_mutual and draft.reading.complete and not _SPOKEN.search(draft.text):
        words = f"{draft.both} declare that the state of war is ended."
        for number, edits in draft.new_clauses(words):
            yield _fault(draft, number, words, edits, "troop-withdrawal")


def remove_the_savings_clause(draft: Draft) -> Iterator[Mutant]:
    """Strike what a whole text that ends the war says of foreign forces that stay."""
    ends = re.search(r"end of the (Korean )?war|war is ended", draft.text, re.IGNORECASE)
    savings = [
        clause
        for clause in draft.clauses
        if any(provision.kind == "savings" for provision in clause.provisions)
        and "forces" in draft.words(clause.span)
    ]
    if savings and ends and draft.reading.complete:
        edits = tuple(Edit(draft.line(clause.block.span), "") for clause in savings)
        yield _fault(draft, None, f"without clause {savings[0].number}", edits, "troop-withdrawal")


def make_unification_the_goal(draft: Draft) -> Iterator[Mutant]:
    """Add a duty to achieve unification, with no method and nobody’s consent."""
    if draft.is_mutual:
        words = f"{draft.both} shall achieve peaceful unification."
        for number, edits in draft.new_clauses(words):
            yield _fault(draft, number, words, edits, "reunification")


def drop_ratification(draft: Draft) -> Iterator[Mutant]:
    """Say of a text that nobody ratifies it, and strike the clause that did."""
    label = draft.reading.head.get("ratification")
    form = draft.reading.head.get("form")
    of_commanders = form is not None and draft.words(form.value.span) == "military agreement"
    if label is None or isinstance(label.value, nodes.Silence) or of_commanders:
        return
    edits = (Edit(label.value.span, "none"), *_without_clauses_of(draft, label))
    yield _fault(draft, None, "ratification: none", edits, "durability")


def _without_clauses_of(draft: Draft, *labels: nodes.Label) -> tuple[Edit, ...]:
    """Return the edits that strike the clauses to which labels point, or that let a party leave."""
    numbers = {
        node.number.partition("(")[0]
        for label in labels
        for node in walk(label.value)
        if isinstance(node, nodes.Reference)
    }
    numbers |= {
        clause.number
        for clause in draft.clauses
        if any(_LEAVING.search(draft.words(said.sentence.span)) for said in clause.said)
    }
    blocks = (clause.block for clause in draft.clauses if clause.number in numbers)
    return tuple(Edit(draft.line(block.span), "") for block in blocks)


_LEAVING = re.compile(r"\bmay (withdraw from|leave|terminate) this\b")


def close_every_way_back(draft: Draft) -> Iterator[Mutant]:
    """Strike all that says what follows a breach, how a step is undone, and how one leaves."""
    in_head = [draft.reading.head.get(name) for name in ("exit", "disputes")]
    head = [label for label in in_head if label is not None]
    struck = _without_clauses_of(draft, *head)
    lines = [
        label
        for clause in draft.reading.clauses
        for label in _about(clause, "if breached", "otherwise", "reversible")
        if not any(edit.at.contains(label.span) for edit in struck)
    ]
    ways = [line for line in (*lines, *head) if not isinstance(line.value, nodes.Silence)]
    if ways and draft.is_mutual and (draft.reading.head.get("exit") or draft.reading.complete):
        edits = (
            *draft.without(*lines),
            *struck,
            *(Edit(label.value.span, "none") for label in head),
        )
        yield _fault(draft, None, f"{len(ways)} ways back struck", edits, "reversibility")


def bind_one_side_alone(draft: Draft) -> Iterator[Mutant]:
    """Let the first party alone owe all that several promise each other in a whole text.

    Where a softer promise of another is left, that the two bind unequally says the same.
    """
    duties = [duty for _, duty in _of_actors(draft.sentences, draft)]
    shared = [duty for duty in duties if len(duty.meaning.who.names) > 1]
    alone = [duty for duty in duties if len(duty.meaning.who.names) == 1]
    of_several = [duty for _, _, duty in draft.sentences if len(duty.meaning.who.names) > 1]
    every = len(shared) == len(of_several)
    if draft.reading.complete and draft.is_mutual and len(shared) > 1 and every and not alone:
        first = draft.parties[0]
        edits = tuple(edit for duty in shared for edit in _subject(draft, duty, first))
        planted = f"{first} alone, {len(shared)} times"
        yield _fault(draft, None, planted, edits, "reciprocity", "instrument")


FAULTS: tuple[Operator, ...] = (
    drop_the_verifier,
    let_the_verifier_only_watch,
    gate_the_verifier,
    verify_by_adjective,
    seat_as_many_from_each_side,
    soften_the_date,
    wait_for_ripe_conditions,
    name_a_day_that_never_comes,
    move_the_deadline_far_off,
    drop_the_term,
    halt_tests_without_a_term,
    name_no_actor,
    bind_a_stranger,
    widen_the_list,
    point_to_nothing,
    contradict_the_quotation,
    misquote_the_sentence,
    forbid_what_is_owed,
    allow_what_is_forbidden,
    name_two_days,
    send_all_forces_home,
    end_the_war_in_silence,
    remove_the_savings_clause,
    make_unification_the_goal,
    drop_ratification,
    close_every_way_back,
    bind_one_side_alone,
)
