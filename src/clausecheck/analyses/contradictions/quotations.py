"""Where a text's own words contradict the sentence beside which they are quoted.

What is quoted is read as a sentence by the same reader. Only what cannot be meant alike is told:
the same act forbidden in one and not in the other, allowed in one and owed in the other, owed in
one and only wished for in the other, by others altogether, so many of the same thing, or due on
another day; one thing that is only paused in one and ended in the other; a statement denied, an
"all" left out, words added that soften it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from clausecheck.analyses.contradictions.quoted_words import by_word
from clausecheck.analyses.contradictions.quoting import Contradiction, Quotation, beside, quotations
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Labels, Reading, Said
from clausecheck.model.sentences import Deed, Meaning
from clausecheck.model.sentences.finding import text_of
from clausecheck.model.sentences.words import is_time
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

_DUE = ("by", "on", "before", "until", "from")
_AFTER = frozenset({"after", "of", "from", "following"})
_NORMS = frozenset({"duty", "prohibition", "permission"})


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Contradiction, ...]:
    """Return the contradictions in text order."""
    return tuple(
        contradiction
        for clause in reading.clauses
        for said, quoted in beside(clause)
        for contradiction in _of_sentence(
            said, tuple(quotations(quoted, reading, vocabulary)), clause, vocabulary
        )
    )


def _of_sentence(
    said: Said, quoted: tuple[Quotation, ...], clause: Clause, vocabulary: Vocabulary
) -> Iterator[Contradiction]:
    """Yield the contradictions of all that is quoted beside one sentence.

    Where a clause is one sentence and quotes one, the one retells the other, in whatever words.
    """
    norms = tuple(each for each in quoted if each.meaning.kind in _NORMS)
    found = [each for quotation in norms for each in _contradictions(quotation, said, clause)]
    if not found and len(norms) == len(clause.said) == len(said.meanings) == 1:
        asked, meaning = norms[0].meaning, said.meanings[0]
        same = set(asked.who.names) == set(meaning.who.names)
        if meaning.kind == "permission" and asked.binding and asked.kind == "duty" and same:
            found = list(_of_kind(norms[0], meaning, said.sentence))
    found = found or list(_of_act(norms, said, clause, vocabulary))
    yield from found or (
        each for quotation in quoted for each in by_word(quotation, said, clause, vocabulary)
    )


def _contradictions(quotation: Quotation, said: Said, clause: Clause) -> Iterator[Contradiction]:
    """Yield how one quoted sentence contradicts the one above it, unless another bears it out."""
    others = [meaning for each in clause.said for meaning in each.meanings]
    for meaning in said.meanings:
        deeds = _same_act(quotation.meaning, meaning)
        if not deeds and not _same_words(quotation.sentence, said.sentence):
            continue
        found = [*_of_kind(quotation, meaning, said.sentence), *_of_actor(quotation, meaning)]
        for quoted, deed in deeds:
            found += _of_number(quotation, quoted, deed)
        found += _of_span(quotation, meaning)
        for contradiction in found:
            if not any(_bears_out(other, quotation.meaning, contradiction) for other in others):
                yield contradiction
    yield from _of_date(quotation, said.labels)


def _same_act(quoted: Meaning, meaning: Meaning) -> list[tuple[Deed, Deed]]:
    """Return the deeds of both that are the same act, on the same things where both name any."""
    return [
        (deed, other)
        for deed in quoted.deeds
        for other in meaning.deeds
        if deed.act is not None and deed.act == other.act and _same_things(deed, other)
    ]


def _same_words(quoted: nodes.Sentence, sentence: nodes.Sentence) -> bool:
    """Tell whether two sentences differ at most in how bindingly they speak."""
    ours, theirs = (
        [part for part in each.parts if not isinstance(part, nodes.Modality)]
        for each in (quoted, sentence)
    )
    return ours == theirs


def _same_things(deed: Deed, other: Deed) -> bool:
    names = {mention.name for mention in deed.objects}
    return bool(names & {mention.name for mention in other.objects})


def _bears_out(meaning: Meaning, quoted: Meaning, contradiction: Contradiction) -> bool:
    """Tell whether another sentence of the clause says what is quoted."""
    if contradiction.what in {"negation", "modality"}:
        alike = meaning.kind == quoted.kind and meaning.binding == quoted.binding
        return alike and _may_be_same_act(meaning, quoted)
    if contradiction.what == "actor":
        return bool(set(meaning.who.names) & set(quoted.who.names))
    if contradiction.what == "date":
        return meaning.periods == quoted.periods
    amounts = [amount.quantity for deed in meaning.deeds for amount in deed.amounts]
    return any(amount.quantity in amounts for deed in quoted.deeds for amount in deed.amounts)


def _may_be_same_act(meaning: Meaning, quoted: Meaning) -> bool:
    """Tell whether both do the same, or do what the vocabulary does not know."""
    ours, theirs = ({deed.act for deed in each.deeds} for each in (meaning, quoted))
    return bool(ours & theirs) or None in ours | theirs


def _of_kind(
    quotation: Quotation, meaning: Meaning, sentence: nodes.Sentence
) -> Iterator[Contradiction]:
    quoted = quotation.meaning
    alike = quoted.kind == meaning.kind and quoted.binding == meaning.binding
    if alike or meaning.kind not in _NORMS or _are_others(quoted, meaning):
        return
    negated = quoted.kind != meaning.kind and "prohibition" in {quoted.kind, meaning.kind}
    words = quoted.modality.text, meaning.modality.text
    if words[0].lower() == words[1].lower():
        # What differs stands before it or behind: "Neither side will", "will no longer".
        words = _up_to_the_act(quotation.sentence, quoted), _up_to_the_act(sentence, meaning)
    yield Contradiction(
        "negation" if negated else "modality",
        quotation.place(quoted.modality.span),
        words[0],
        meaning.modality.span,
        words[1],
    )


def _up_to_the_act(sentence: nodes.Sentence, meaning: Meaning) -> str:
    """Return the words of a sentence as far as its first act."""
    end = min((deed.act_span.start for deed in meaning.deeds), default=meaning.modality.span.end)
    return " ".join(
        part.text if isinstance(part, nodes.Modality) else text_of(part)
        for part in sentence.parts
        if part.span.end <= end
    )


def _of_act(
    quotations: Sequence[Quotation], said: Said, clause: Clause, vocabulary: Vocabulary
) -> Iterator[Contradiction]:
    """Yield what is paused on one side and ended on the other, all that is done on either.

    A clause that has both acts, or a quotation, may order first the one and then the other.
    """
    quoted = [deed for quotation in quotations for deed in _every_deed(quotation.meaning)]
    own = [
        deed for each in clause.said for meaning in each.meanings for deed in _every_deed(meaning)
    ]
    weights = (
        {_weight(deed, vocabulary) for deed in quoted},
        {_weight(deed, vocabulary) for deed in own},
    )
    if weights not in (({"pausing"}, {"ending"}), ({"ending"}, {"pausing"})):
        return
    for quotation in quotations:
        for meaning in said.meanings:
            for deed in quotation.meaning.deeds:
                other = next((o for o in meaning.deeds if _same_things(deed, o)), None)
                if other is not None and quotation.meaning.kind == meaning.kind:
                    yield _acts_differ(quotation, deed, said.sentence, other)
                    return


def _acts_differ(
    quotation: Quotation, deed: Deed, sentence: nodes.Sentence, other: Deed
) -> Contradiction:
    words = (
        " ".join(text_of(part) for part in each.parts if at.contains(part.span))
        for each, at in ((quotation.sentence, deed.act_span), (sentence, other.act_span))
    )
    return Contradiction(
        "act", quotation.place(deed.act_span), next(words), other.act_span, next(words)
    )


def _every_deed(meaning: Meaning) -> Iterator[Deed]:
    for deed in meaning.deeds:
        yield deed
        yield from deed.inner


def _weight(deed: Deed, vocabulary: Vocabulary) -> str | None:
    """Tell whether an act pauses or ends what it is done to; None of all others."""
    name = deed.act.name if deed.act is not None else ""
    for weight in ("pausing", "ending"):
        if name and vocabulary.is_a("act", name, *vocabulary.names(f"{weight}-acts")):
            return weight
    return None


def _are_others(one: Meaning, other: Meaning) -> bool:
    """Tell whether both name who is bound, and nobody is named by both."""
    names = set(one.who.names), set(other.who.names)
    return all(names) and not names[0] & names[1]


def _of_actor(quotation: Quotation, meaning: Meaning) -> Iterator[Contradiction]:
    quoted, who = quotation.meaning.who, meaning.who
    if quotation.meaning.kind == meaning.kind and _are_others(quotation.meaning, meaning):
        yield Contradiction(
            "actor",
            quotation.place(quoted.span),
            " and ".join(quoted.names),
            who.span,
            " and ".join(who.names),
        )


def _of_number(quotation: Quotation, quoted: Deed, deed: Deed) -> Iterator[Contradiction]:
    """Yield a number that differs, where each names one and both count alike."""
    if len(quoted.amounts) != 1 or len(deed.amounts) != 1:
        return
    ours, theirs = quoted.amounts[0].quantity, deed.amounts[0].quantity
    if ours is None or theirs is None or ours.measure != theirs.measure:
        return
    if (_figure(ours.least), ours.most) != (_figure(theirs.least), theirs.most):
        yield Contradiction(
            "number", quotation.place(ours.span), ours.least, theirs.span, theirs.least
        )


def _of_span(quotation: Quotation, meaning: Meaning) -> Iterator[Contradiction]:
    """Yield a span of time in the sentence itself that differs, where each names one."""
    ours, theirs = quotation.meaning.periods, meaning.periods
    if len(ours) == len(theirs) == 1 and _unit(ours[0]) == _unit(theirs[0]):
        yield from _unless_as_long(quotation, ours[0], theirs[0])


def _unless_as_long(
    quotation: Quotation, quoted: nodes.Quantity, said: nodes.Quantity | nodes.Period
) -> Iterator[Contradiction]:
    if (_figure(quoted.least), quoted.most) != (_figure(said.least), said.most):
        at = quotation.place(quoted.span)
        yield Contradiction("date", at, _as_long(quoted), said.span, _as_long(said))


def _as_long(span: nodes.Quantity | nodes.Period) -> str:
    most = f" to {span.most}" if span.most is not None else ""
    return f"{span.least}{most} {_unit(span)}s"


def _unit(span: nodes.Quantity | nodes.Period) -> str:
    return (span.unit or "").removesuffix("s")


def _figure(number: str) -> str:
    return number.replace(",", "")


def _of_date(quotation: Quotation, labels: Labels) -> Iterator[Contradiction]:
    """Yield a day that differs from the one behind the label of the same name, or a span of time.

    Spans are held together that are counted from the same event: "within 60 days after signature".
    """
    parts = quotation.sentence.parts
    for number, part in enumerate(parts):
        if isinstance(part, nodes.Quantity) and is_time(part):
            words = [text_of(word).lower() for word in parts[number + 1 :]]
            due = [label.value for label in labels.all("by")]
            same = [offset for offset in due if _counts_like(offset, part, words)]
            if len(same) == len(due) == 1:
                yield from _unless_as_long(quotation, part, cast("nodes.Offset", same[0]).period)
    for before, part in pairwise(parts):
        if isinstance(part, nodes.Date) and isinstance(before, nodes.Word):
            name = before.text.lower()
            days = [
                node
                for label in labels.all(name)
                for node in walk(label.value)
                if isinstance(node, nodes.Date)
            ]
            if name in _DUE and len(days) == 1 and not _same_day(part, days[0]):
                at = quotation.place(part.span)
                yield Contradiction("date", at, _written(part), days[0].span, _written(days[0]))


def _counts_like(due: object, span: nodes.Quantity, words: Sequence[str]) -> bool:
    """Tell whether a time is in the same unit, after the event that these words begin with."""
    if not (isinstance(due, nodes.Offset) and isinstance(due.moment, nodes.Event)):
        return False
    after = words[:1] and words[0] in _AFTER and due.relation == "after"
    event = due.moment.name.text.lower().split()
    begins = 2 if words[1:2] == ["the"] else 1
    named = words[begins : begins + len(event)] == event
    return bool(after) and named and due.period.unit == _unit(span)


def _same_day(one: nodes.Date, other: nodes.Date) -> bool:
    """Tell whether two dates can be of one day: a month holds all its days."""
    if (one.year, one.month) != (other.year, other.month):
        return False
    return one.day is None or other.day is None or one.day == other.day


def _written(date: nodes.Date) -> str:
    day = f"-{date.day:02}" if date.day is not None else ""
    return f"{date.year}-{date.month:02}{day}"
