"""What a text does by which objections come to be asked of it, whether or not they are raised.

An objection that a text does not come to is neither answered nor avoided: where no war is ended,
nobody asks what the end of the war leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clausecheck.analyses.facts import Facts
from clausecheck.analyses.security.foreign_forces import ought_to_leave
from clausecheck.analyses.security.troops import ends_by_its_words, ends_here
from clausecheck.analyses.terms import acts, is_group, is_one_of, named
from clausecheck.model.reading import Provision

_PEACE = (
    "armistice",
    "end-of-war",
    "peace",
    "peace-agreement",
    "peace-on-peninsula",
    "peace-regime",
    "state-of-war",
    "war",
)
_REDUCTIONS = ("disarmament", "arms-reduction", "arms-control")
_ARMIES = ("conventional-weapons", "artillery")


def opened(facts: Facts) -> frozenset[str]:
    """Return what the text does of all that opens a question, by the catalogue's keys."""
    return frozenset(key for key, does in OPENINGS.items() if does(facts))


def _ends_firmly(facts: Facts) -> bool:
    return any(ends_here(each, facts.vocabulary) for each in facts.troops.endings)


def _is_over(facts: Facts) -> bool:
    """Tell whether it is the war that ends by the text's words, and not only the fighting."""
    return any(ends_by_its_words(each, facts.vocabulary) for each in facts.troops.endings)


def _is_stopped(facts: Facts) -> bool:
    return facts.war_over is not None and facts.war_over[0] not in facts.troops.endings


def _ends_a_command(facts: Facts) -> bool:
    troops = facts.troops
    commands = any(each.of_a_command for each in troops.implications)
    return commands or len(troops.openings) > len(troops.endings)


def _speaks_of_peace(facts: Facts) -> bool:
    return any(any(named(each, facts.vocabulary, *_PEACE)) for each in facts.operative)


def _owes_on_tests(facts: Facts) -> bool:
    return any(
        acts(each, facts.vocabulary, ("test", "launch"))
        or any(is_group(mention, "test", "exercise") for mention in each.deed.mentions)
        for each in facts.operative
        if each.kind in {"duty", "prohibition"} or each.modality.name == "declares"
    )


def _gives_relations(facts: Facts) -> bool:
    given = facts.recognition
    return bool(given.full or given.partial or given.bordering or given.upgrading)


def _recognises_whom_it_is_about(facts: Facts) -> bool:
    given = (*facts.recognition.partial, *facts.recognition.bordering)
    return bool(facts.relations_granted) or any(map(facts.grants_recognition, given))


def _sends_forces_away(facts: Facts) -> bool:
    called_for = (
        ought_to_leave(each.provision, facts.vocabulary) for each in facts.troops.implications
    )
    return bool(facts.troops.withdrawals) or _ends_a_command(facts) or any(called_for)


def _reduces_forces(facts: Facts) -> bool:
    return any(_reduces(each, facts) for each in facts.operative)


def _reduces(provision: Provision, facts: Facts) -> bool:
    things, vocabulary = provision.deed.objects, facts.vocabulary
    if any(is_one_of(thing, vocabulary, *_REDUCTIONS) for thing in things):
        return True
    fewer = acts(provision, vocabulary, ("reduce", "scale-down"))
    return fewer and any(
        is_group(thing, "forces") or is_one_of(thing, vocabulary, *_ARMIES) for thing in things
    )


def _helps_trade(facts: Facts) -> bool:
    return bool(facts.sanctions.gifts or facts.sanctions.projects)


def _binds_allies(facts: Facts) -> bool:
    bound = {
        name for each in facts.operative if each.meaning.binding for name in each.meaning.who.names
    }
    parties = set(facts.reading.names.parties)
    return any(allies <= bound and (bound & parties) - allies for allies in facts.allies)


def _owes(facts: Facts) -> bool:
    return any(each.kind in {"duty", "prohibition"} for each in facts.operative)


def _waits_to_disarm(facts: Facts) -> bool:
    tied = facts.progress.tied
    return any(step.number in tied for step in facts.goals.towards_disarmament)


OPENINGS: Mapping[str, Callable[[Facts], bool]] = {
    "war-ended": lambda facts: bool(facts.troops.endings),
    "war-made": _ends_firmly,
    "war-over": _is_over,
    "fighting-stopped": _is_stopped,
    "command-ended": _ends_a_command,
    "peace-named": _speaks_of_peace,
    "peace-owed": lambda facts: bool(facts.conduct.peace),
    "force-renounced": lambda facts: bool(facts.non_aggression),
    "hostile-acts": lambda facts: bool(facts.conduct.ended),
    "tests-halted": _owes_on_tests,
    "one-disarms": lambda facts: facts.disarmament.alone is not None,
    "weapons-given-up": lambda facts: bool(facts.disarmament.steps),
    "arms-steps": lambda facts: bool(facts.goals.towards_disarmament),
    "arms-wait": _waits_to_disarm,
    "disarmament-aim": lambda facts: bool(facts.goals.disarmament),
    "collapse": lambda facts: bool(facts.crises),
    "unification": lambda facts: bool(facts.unification),
    "relations": _gives_relations,
    "recognition-given": _recognises_whom_it_is_about,
    "forces-named": lambda facts: bool(facts.troops.mentions),
    "forces-go": _sends_forces_away,
    "own-forces": _reduces_forces,
    "relief": lambda facts: bool(facts.sanctions.firm),
    "sanctions-kept": lambda facts: bool(facts.sanctions.kept),
    "trade": _helps_trade,
    "standing": lambda facts: bool(facts.honours),
    "safety-promised": lambda facts: bool(facts.assurances),
    "step-waits": lambda facts: bool(facts.progress.waiting),
    "steps-tied": lambda facts: any(map(facts.tied, facts.operative)),
    "breach-answered": lambda facts: bool(facts.ladders),
    "given-for-good": lambda facts: bool(facts.closing),
    "allies-bound": _binds_allies,
    "owed": _owes,
    "operative": lambda facts: any(True for _ in facts.operative),
}
"""By its key in the catalogue, whether a text does it."""
