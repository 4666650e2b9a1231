"""What a text declares or sets as its aim, and what it does towards it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.analyses.drafting.substance import Sentence
from clausecheck.analyses.security.disarmament import Disarmament
from clausecheck.analyses.security.limits import gives_up_war
from clausecheck.analyses.security.peace import complete_disarmament
from clausecheck.analyses.terms import acts, is_group, is_one_of, named_in
from clausecheck.analyses.timing.times import open_words
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Object, Vocabulary

_ARMS = ("disarmament", "weapons", "material", "facility", "test")
_LOOKING_BACK = ("welcome", "recall", "note", "regret", "condemn")
_ENDS = ("disarmament", "unification")
_LAST = (
    "association",
    "confederation",
    "denuclearization",
    "disarmament",
    "nuclear-free-zone",
    "region-wide-disarmament",
)
"""What an essay keeps as the end: no arms of that kind, and two states in one association."""
_WORKING_TOWARDS = ("promote", "seek", "support", "work-toward")
_END_STATES = ("peace-regime", "peace-agreement", "normal-relations", "diplomatic-relations")


@frozen
class Goals:
    """The aims of a text and the duties behind them, each in text order."""

    disarmament: tuple[Span, ...]
    """Where disarmament is declared, hoped for or worked towards."""
    towards_disarmament: tuple[Provision, ...]
    """The duties on arms that bind and change something."""
    dated: tuple[Span, ...]
    """The duties that bind, change something and say when; a ban without a day holds at once.

    To give up war as such says no more than that there is none, unless it says for how long.
    """
    ends: tuple[Span, ...]
    """Where an end state is named at all, in a label `aim:` too, or all weapons of a kind go."""
    stated: tuple[Span, ...]
    """Where disarmament, or a union of two states, is set as the end and not yet owed as a step."""


def analyse(
    reading: Reading,
    vocabulary: Vocabulary,
    sentences: Collection[Sentence],
    disarmament: Disarmament,
) -> Goals:
    """Return the aims and the duties of a text."""
    changing = {sentence.number for sentence in sentences if sentence.changes}
    aims: list[Span] = []
    duties: list[Provision] = []
    dated: list[Span] = []
    for provision in reading.provisions:
        on_arms = _on_arms(provision)
        at = provision.deed.act_span
        if provision.number in changing and provision.kind != "permission":
            if on_arms:
                duties.append(provision)
            bans = provision.kind == "prohibition" and not gives_up_war(provision, vocabulary)
            if bans or _says_when(provision, reading.names):
                dated.append(at)
        elif provision.kind != "savings" and not provision.meaning.binding:
            aims.extend(_aims(provision, vocabulary))
    complete = (step.deed.act_span for step in complete_disarmament(disarmament, vocabulary))
    gone = (
        each.deed.act_span for each in reading.operative_provisions if _is_gone(each, vocabulary)
    )
    ends = (*_ends(reading, vocabulary), *complete, *gone)
    stated = tuple(_stated(reading, vocabulary))
    return Goals(tuple(dict.fromkeys(aims)), tuple(duties), tuple(dated), ends, stated)


def _aims(provision: Provision, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield where it speaks of disarmament to come; a pause is none, nor what is welcomed."""
    if acts(provision, vocabulary, _LOOKING_BACK):
        return
    for mention in provision.deed.mentions:
        if is_group(mention, "disarmament") and mention.name != "moratorium":
            yield mention.span


def _on_arms(provision: Provision) -> bool:
    return any(is_group(mention, *_ARMS) for mention in provision.deed.mentions)


def _says_when(provision: Provision, names: Names) -> bool:
    """Tell whether a label or the sentence gives a time that anybody can tell."""
    timing = provision.timing
    told = (*timing.due, *timing.earliest, timing.until, timing.term, timing.recurring)
    return bool(provision.meaning.periods) or any(
        not isinstance(label.value, nodes.Silence) and not any(open_words(label.value, names))
        for label in told
        if label is not None
    )


def _ends(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    for provision in reading.provisions:
        if provision.kind == "savings" or acts(provision, vocabulary, ("differ",)):
            continue
        for mention in (*provision.deed.mentions, *provision.meaning.subject):
            if isinstance(mention.term, Object) and _is_end(mention.term, vocabulary):
                yield mention.span
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("aim"):
                if any(_is_end(term, vocabulary) for term in named_in(label, vocabulary)):
                    yield label.span


def _stated(reading: Reading, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield where an end of the road is stated: in the preamble, as a goal, or in `aim:`."""
    for clause in reading.clauses:
        for provision in clause.provisions:
            if clause.preamble or _sets_a_goal(provision, vocabulary):
                for mention in provision.deed.mentions:
                    last = isinstance(mention.term, Object) and _is_last(mention.term, vocabulary)
                    if last or _is_without_arms(mention, provision, vocabulary):
                        yield mention.span
        for said in clause.said:
            for label in said.labels.all("aim"):
                if any(_is_last(term, vocabulary) for term in named_in(label, vocabulary)):
                    yield label.span


def _sets_a_goal(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a sentence speaks of what is to be reached, and asks for no step that does."""
    if provision.kind not in {"duty", "statement"} or acts(
        provision, vocabulary, (*_LOOKING_BACK, "differ", "renounce")
    ):
        return False
    return not provision.meaning.binding or acts(provision, vocabulary, _WORKING_TOWARDS)


def _is_last(term: Object, vocabulary: Vocabulary) -> bool:
    """Tell whether something is an end of the road, and no stretch of it."""
    return any(vocabulary.is_a("object", term.name, end) for end in _LAST)


def _is_without_arms(mention: Mention, provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a country is to be one "without nuclear weapons", or "free of" them."""
    freed = any(each.kind == "act" and each.name == "release" for each in provision.deed.mentions)
    lacking = mention.preposition == "without" or (freed and mention.preposition == "of")
    return lacking and is_one_of(mention, vocabulary, "nuclear-weapons")


_GONE = ("dismantle", "dispose", "eliminate")


def _is_gone(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether all weapons of a kind go, or none may be there any more, wherever it is."""
    weapons = any(is_group(thing, "weapons") for thing in provision.deed.objects)
    somewhere = provision.place is not None or provision.labels.stated("where")
    if somewhere or not weapons or not provision.meaning.binding:
        return False
    if provision.kind == "prohibition":
        lines = provision.labels.ending("prohibition")
        endless = all(isinstance(line.value, nodes.WithoutLimit) for line in lines)
        return endless and acts(provision, vocabulary, ("possess",))
    whole = provision.quantity is not None and provision.quantity.whole
    return whole and provision.kind == "duty" and acts(provision, vocabulary, _GONE)


def _is_end(term: Object, vocabulary: Vocabulary) -> bool:
    return term.group in _ENDS or any(
        vocabulary.is_a("object", term.name, end) for end in _END_STATES
    )
