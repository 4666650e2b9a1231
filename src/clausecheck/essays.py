"""The works the rules rest on, the objections two essays raise, and where those clash.

All of it is said in `essays.toml`, and kept as JSON too: every run asks for the relations of all
entries, and reading them from TOML took longer than checking a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, TypeAlias

from clausecheck import sealed
from clausecheck.values import frozen

FILE = __file__.rpartition("essays.")[0] + "essays.toml"
TABLES = FILE.replace("essays.toml", "essays.json")
"""What the file says, as `write` keeps it."""
ESSAYS = {"B": "impossible", "N": "necessary"}
"""The letter an entry's key begins with, and the essay that raises it."""
_Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]


@frozen
class Work:
    """A work that a rule may cite."""

    key: str
    author: str = ""
    short: str = ""
    """The author as cited, where that is shorter."""
    title: str = ""
    about: str = ""
    """What it is, where it has no title that we know."""
    organ: str = ""
    date: str = ""
    year: int | None = None
    url: str = ""
    scope: str = ""
    """Where its evidence holds, as in “civil-war evidence”; empty where it is not bounded."""
    certainty: Literal["read", "known"] = "read"
    """Whether what we take from it was read there, or is known in general."""

    @property
    def text(self) -> str:
        """The work as a reader finds it: who, what, and when."""
        who = self.short or self.author or self.organ
        what = f"“{self.title}”" if self.title else self.about
        year = f" ({self.year})" if self.year else ""
        return ", ".join(filter(None, (who, what))) + year

    @property
    def full(self) -> str:
        """The work as a library lists it: with its whole author, where it came out and the day."""
        if not self.title or not self.date:
            return self.text
        return ", ".join(filter(None, (self.author, f"“{self.title}”", self.organ, self.date)))


@frozen
class Citation:
    """A work, and the places in it: entries of an essay, articles, sections."""

    work: str
    places: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The citation in one line, with what was not read marked so."""
        return ", ".join((work(self.work).text, *self.places, *self._unread))

    @property
    def full(self) -> str:
        """The same with all that is known of the work, for where it is cited by itself."""
        return ", ".join((work(self.work).full, *self.places, *self._unread))

    @property
    def _unread(self) -> tuple[str, ...]:
        return ("from general knowledge",) if work(self.work).certainty == "known" else ()

    @property
    def scope(self) -> str:
        """Where the work's evidence holds; empty where it is not bounded."""
        return work(self.work).scope


@frozen
class Opening:
    """Something that a text does, by which an objection comes to be asked of it at all."""

    key: str
    opens: str
    """What the text does, to stand behind “where”."""
    here: str
    """That it does so where another text did not, to stand behind “as”."""
    gone: str
    """That it no longer does, likewise."""


@frozen
class Entry:
    """An objection from one of the essays, retold."""

    key: str
    name: str
    title: str
    family: str
    lens: Literal["sceptic", "advocate", "both"]
    """Whose objection it is: both, where the essays agree."""
    says: str
    raised_by: str
    """What in a draft raises it."""
    met_by: str
    """What wording would answer it."""
    answer: str
    """What the other side says to it."""
    opened_by: tuple[str, ...] = ()
    """What opens the question, the weightiest first; a text that does none of it is not asked."""
    against: tuple[str, ...] = ()
    """What of that is itself objected to: a text without it contents whoever objects."""
    figures: str = ""
    standing: str = ""
    """How far the figures may be relied on."""
    opposed_by: tuple[str, ...] = ()
    """The entries that say the contrary."""
    agrees_with: tuple[str, ...] = ()
    """The other essay's entries that say the same."""
    boosts: tuple[str, ...] = ()
    """The entries to which this one adds weight; it is never raised by itself."""
    parts: tuple[str, ...] = ()
    """The entries of which this one is the worst."""
    same_as: str = ""
    """The entry with which this one is judged."""
    note: bool = False
    """Whether it is a dissent to be shown, never raised."""
    unanswered: bool = False
    """Whether the other essay has no reply."""
    sources: tuple[str, ...] = ()
    """The works behind what we add to the essays."""

    @property
    def asked(self) -> str:
        """When it is asked, and what of that is itself objected to; empty where others tell."""
        ways = (
            f"{opening(key).opens}{' (itself objected to)' if key in self.against else ''}"
            for key in self.opened_by
        )
        return f"Where {'; or where '.join(ways)}." if self.opened_by else ""

    @property
    def judged_by_itself(self) -> bool:
        """Whether it is more than what becomes of others, or a note."""
        return not (self.boosts or self.parts or self.same_as or self.note)

    @property
    def citation(self) -> Citation:
        """The place in the essay that raises it."""
        return Citation(ESSAYS[self.key[0]], (self.key,))


@frozen
class Clash:
    """A question on which meeting one side's objection raises the other's."""

    key: str
    title: str
    sceptic: tuple[str, ...]
    """The sceptic's entries; empty where that essay takes no side."""
    sceptic_says: str
    advocate: tuple[str, ...]
    """The advocate's entries; empty where that essay takes no side."""
    advocate_says: str
    eases: str
    """The structure of a text that eases it."""
    only_open: tuple[str, ...] = ()
    """Entries that take part where they are open; what meets them costs the other side nothing."""


def cite(work_key: str, *places: str) -> Citation:
    """Return a citation, which reads its work only when its text is asked for.

    Raises:
        KeyError: the work is not listed, or it is an essay and a place is not one of its entries.
    """
    _check("work", work_key)
    if work_key in ESSAYS.values():
        require(places)
        for place in places:
            if ESSAYS[place[0]] != work_key:
                message = f"entry {place} is not in the work {work_key}"
                raise KeyError(message)
    return Citation(work_key, places)


def require(keys: Iterable[str]) -> None:
    """Ask that every key be an entry's, without reading the entries.

    Raises:
        KeyError: a key is not in the catalogue.
    """
    for key in keys:
        _check("entry", key)


@cache
def work(key: str) -> Work:
    """Return a work.

    Raises:
        KeyError: it is not listed.
    """
    return Work(key, **_read("work", key))


@cache
def entry(key: str) -> Entry:
    """Return an entry of the catalogue; `require` is cheaper where the key alone matters.

    Raises:
        KeyError: it is not in the catalogue.
    """
    return Entry(key, **_read("entry", key))


@cache
def works() -> tuple[Work, ...]:
    """Return the works in the order of the file."""
    return tuple(map(work, _tables()["work"]))


@cache
def opening(key: str) -> Opening:
    """Return what opens a question.

    Raises:
        KeyError: it is not listed.
    """
    return Opening(key, **_read("opening", key))


@cache
def openings() -> tuple[Opening, ...]:
    """Return what opens the questions, in the order of the file."""
    return tuple(map(opening, _tables()["opening"]))


@cache
def entries() -> tuple[Entry, ...]:
    """Return the entries in the order of the essays' catalogue, the sceptic's first."""
    return tuple(map(entry, _tables()["entry"]))


@cache
def clashes() -> tuple[Clash, ...]:
    """Return the clashes in the order of the file."""
    return tuple(Clash(key, **_read("clash", key)) for key in _tables()["clash"])


def _check(kind: str, key: str) -> None:
    if key not in _tables()[kind]:
        message = f"no {kind} is called {key}"
        raise KeyError(message)


def _read(kind: str, key: str) -> dict[str, Any]:
    _check(kind, key)
    table = _tables()[kind][key]
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }


def write() -> None:
    """Keep what the file says as JSON."""
    text = _text()
    sealed.write(TABLES, text, _parsed(text))


@cache
def _tables() -> _Tables:
    """Return what the file says by kind and key, from what is kept where that is the file's."""
    text = _text()
    kept: _Tables | None = sealed.read(TABLES, text)
    return kept if kept is not None else _parsed(text)


def _text() -> bytes:
    with open(FILE, "rb") as file:  # noqa: PTH123 - a path takes longer to make
        return file.read()


def _parsed(text: bytes) -> _Tables:
    import tomllib  # noqa: PLC0415 - what is kept needs none of it

    return tomllib.loads(text.decode())
