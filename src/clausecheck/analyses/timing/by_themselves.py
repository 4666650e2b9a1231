"""What a text brings about by itself: what its words do, and what goes on as it is."""

from __future__ import annotations

from clausecheck.model import nodes
from clausecheck.model.reading import Said
from clausecheck.model.sentences import Meaning

DOING = frozenset({"declares", "hereby", "recognises", "accepts"})
"""Modalities whose words may be the deed: others only say something."""
TIMES = ("on", "by", "before", "after", "from", "until", "for", "starts", "together with")
_HANGING = ("if", "unless", "in parallel with", "with consent of")
_PROMISING = frozenset({"accept", "commit", "decide", "pledge"})
_LEADING_ON = 3
"""Words behind the modality among which "to" leads on to a deed: "decides to", "its wish to"."""


def done_by_words(said: Said) -> bool:
    """Tell whether a sentence does what it says, at once: not what it promises or puts off."""
    meaning = said.meanings[0]
    if meaning.modality.name not in DOING or any(m.kind != "statement" for m in said.meanings):
        return False
    acts = [deed.act for deed in meaning.deeds if deed.act is not None]
    if meaning.modality.name == "hereby" and acts:
        leads_on = any(not act.wider.isdisjoint(_PROMISING) for act in acts)
    else:
        leads_on = "to" in _behind(said.sentence, meaning)[:_LEADING_ON]
    return not leads_on and not said.labels.stated(*TIMES, *_HANGING)


def _behind(sentence: nodes.Sentence, meaning: Meaning) -> list[str]:
    words = (part for part in sentence.parts if isinstance(part, nodes.Word))
    return [word.text for word in words if word.span.start >= meaning.modality.span.end]


_KEEPING_UP = frozenset(
    {"comply", "continue", "honour", "maintain", "refrain", "remain", "respect"}
)


def keeps_up(said: Said) -> bool:
    """Tell whether a duty is to leave all as it is, each deed of it: nobody has to begin that.

    What is due by a day, as "comes into compliance" is, is brought about by then.
    """
    meaning = said.meanings[0]
    if meaning.kind != "duty" or not meaning.deeds or said.labels.stated("by", "before"):
        return False
    return all(
        deed.lasts or (deed.act is not None and deed.act.name in _KEEPING_UP)
        for deed in meaning.deeds
    )
