"""The terms of the field, as the vocabulary files define them."""

from __future__ import annotations

from typing import Literal

from attrs import field

from clausecheck.values import frozen

Kind = Literal["actor", "place", "act", "object", "noun", "method", "vague"]
KINDS: tuple[Kind, ...] = ("actor", "place", "act", "object", "noun", "method", "vague")
"""What can be looked for; between forms of one length the earlier kind is found.

`noun` finds an act by a noun that names it, as `withdrawal`; its term is the act.
"""

Need = Literal["object", "quantity", "method", "duration", "place", "recipient"]
Role = Literal[
    "agency", "council", "command", "commission", "committee", "court", "organisation", "state"
]
About = Literal[
    "time",
    "order",
    "quantity",
    "scope",
    "selection",
    "manner",
    "condition",
    "term",
    "emphasis",
    "approximation",
]
PlaceGroup = Literal["line", "zone", "site", "city", "island", "sea", "river", "region"]
ObjectGroup = Literal[
    "agreement",
    "aid",
    "assurance",
    "dialogue",
    "disarmament",
    "economy",
    "exchange",
    "exercise",
    "facility",
    "forces",
    "hostility",
    "information",
    "institution",
    "law",
    "material",
    "peace",
    "people",
    "posture",
    "relations",
    "remains",
    "rights",
    "sanctions",
    "site",
    "sovereignty",
    "test",
    "territory",
    "unification",
    "verification",
    "war",
    "weapons",
]
"""What an object belongs to; the head of `general.toml` explains each."""


Certainty = Literal["measured", "estimated", "inferred"]


@frozen
class Undo:
    """How long it takes to take an act back: the fewest and the most days, each included.

    `days` is `None` where nobody has measured it; `source` then says why.
    """

    days: tuple[int, int] | None
    source: str


@frozen
class Grade:
    """Where an act stands between what is only declared, `R0`, and what is gone, `R5`.

    `certainty` says what that rests on: a case or law that was measured, an estimate, or only what
    it would take.
    """

    step: str
    certainty: Certainty
    source: str


@frozen
class Term:
    """Something a text can name; `parents` are the wider terms of the same kind."""

    name: str
    forms: tuple[str, ...]
    """As the vocabulary lists them; matching also takes their inflections."""
    parents: tuple[str, ...] = ()
    group: str | None = None
    synonyms: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    """Those of its forms that say the same, as against those that are only judged alike."""
    wider: frozenset[str] = field(default=frozenset(), eq=False, repr=False, kw_only=True)
    """Its own name and those of all wider terms: what it is one of is found among them."""


@frozen
class Act(Term):
    """What a duty asks somebody to do."""

    nouns: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    """Acts that cannot be kept up with this one."""
    entails: tuple[str, ...] = ()
    """Acts that are done by doing this one: who withdraws troops reduces them."""
    reverses: tuple[str, ...] = ()
    """Acts that this one takes back."""
    needs: tuple[Need, ...] = ()
    """What a precise duty to do this must state."""
    undo: Undo | None = None
    undo_objects: tuple[str, ...] = ()
    """The objects of which `undo` tells, narrower ones with them; of any where none is named."""
    undo_of: tuple[tuple[str, Undo], ...] = ()
    """Where the time to undo it depends on the object: object names and times."""
    grade: Grade | None = None
    """How hard it is to undo."""
    disputed: str | None = None
    """What parties have quarrelled over in this word, with the source."""


@frozen
class Object(Term):
    """What an act is done to."""

    disputed: str | None = None


@frozen
class Method(Term):
    """A way to verify, `rank` from 0, watching from outside, to 5, being there always."""

    rank: int = 0
    source: str = ""


@frozen
class Place(Term):
    """A line, zone, site or region; `group` says which."""

    title: str = ""
    """The name in full."""
    states: tuple[str, ...] = ()
    """Whose land it is, by their full names."""
    source: str | None = None


@frozen
class ActorTerm(Term):
    """A standing body that a text may name without declaring it."""

    title: str = ""
    """The name in full."""
    role: Role = "organisation"
    states: tuple[str, ...] = ()
    """On whose land a command serves, by their full names."""
    source: str | None = None


@frozen
class Vague(Term):
    """An expression whose reach is open or has been fought over."""

    about: About = "scope"
    why: str = ""
    source: str = ""


@frozen
class Match:
    """A term found among words; `start` and `end` count words, half-open."""

    kind: Kind
    """What it was found as: `noun` for an act named by its noun."""
    term: Term
    start: int
    end: int
