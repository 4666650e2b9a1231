"""What somebody asks to choose in a text with brackets, and what a party's own text takes.

A party's text takes what the party proposes, and leaves out what only others would add. That is one
thing for every command. What others alone propose in place of each other stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from clausecheck.model import nodes
from clausecheck.model.decisions import Decision, Option, decisions, described
from clausecheck.model.resolve import LEFT_OUT, blocks_of, brackets_in
from clausecheck.nearness import Spelling
from clausecheck.source import Source
from clausecheck.values import frozen

_MOST_NAMED = 8


class UnknownChoice(Exception):  # noqa: N818 - a state of what was asked for, not an error of ours
    """A choice that names nothing there is, or more than one thing; its text says what there is."""


def version_in(language: str, every: Sequence[Decision]) -> Option:
    """Return the language version of that code or name (`ko`, `Korean`, `en-ROK`).

    Raises:
        UnknownChoice: no version is in that language, or several are.
    """
    versions = [option for each in every if each.version for option in each.options]
    wanted = language.casefold()
    found = [each for each in versions if each.language.casefold() == wanted] or [
        each for each in versions if wanted in each.words.casefold().split()
    ]
    if len(found) != 1:
        there = ", ".join(each.language for each in versions)
        what = f"there are: {there}" if versions else "its language versions do not differ"
        message = f"{'several versions are' if found else 'no version is'} in {language!r}; {what}"
        raise UnknownChoice(message)
    return found[0]


@frozen
class Chosen:
    """What is taken of which brackets, by their addresses."""

    taken: Mapping[str, int]
    left_out: tuple[str, ...] = ()
    """Those of the brackets that are left out as only others than the parties chosen add them."""
    parties: tuple[str, ...] = ()
    """Whose proposals are chosen wherever they make one."""
    idle: tuple[str, ...] = ()
    """Tags and parties of which nothing is taken, as other wishes go before them."""


def choose(declaration: nodes.Declaration, source: Source, wishes: Sequence[str]) -> Chosen:
    """Return what is taken of which brackets, as the wishes have it.

    A wish is a bracket with one of its proposals, by number (from 1) or by who makes it, or left
    out: `2.1#2=1`, `2.1#2=DPRK`, `2.1#3=out`; a tag, `@phased`; or a party, whose proposals are
    taken wherever it makes one, while what only others would add is left out. A bracket named by
    itself goes before a tag, a tag before a party.

    Raises:
        UnknownChoice: a wish names nothing, or several things, or two wishes contradict each other.
    """
    every = decisions(declaration, source)
    brackets = sorted(
        (bracket for decision in every for bracket in decision.brackets),
        key=lambda bracket: (bracket.span.start, -bracket.span.end),
    )
    by_address = {bracket.address: bracket for bracket in brackets}
    chosen: dict[str, int] = {}
    wishes = [wish.strip() for wish in wishes]
    ranked = sorted(wishes, key=lambda wish: ("=" not in wish, not wish.startswith("@")))
    settled: dict[str, str] = {}
    in_full = {
        block.heading.title.text: block.heading.name.text
        for block in blocks_of(declaration)
        if block.heading.name and block.heading.title
    }
    wished = {wish: _wished(wish, every, by_address, source, in_full) for wish in ranked}
    for wish, wanted in wished.items():
        for address, number in wanted:
            before = settled.get(address)
            if before is None:
                chosen[address], settled[address] = number, wish
            elif chosen[address] != number and _rank(before) == _rank(wish):
                message = f"`{before}` and `{wish}` choose differently in {address}"
                raise UnknownChoice(message)
        chosen = _with_what_moves_along(every, chosen)
        settled = {**dict.fromkeys(chosen, wish), **settled}
    parties = tuple(dict.fromkeys(wish for wish in wishes if _rank(wish) == _BY_PARTY))
    out = tuple(
        bracket.address
        for decision in every
        if parties and only_others_add(decision, parties)
        for bracket in decision.brackets
        if bracket.address not in chosen
    )
    idle = tuple(
        wish
        for wish, wanted in wished.items()
        if all(chosen[at] != number for at, number in wanted)
    )
    return Chosen({**chosen, **dict.fromkeys(out, LEFT_OUT)}, out, parties, idle)


def as_proposed(decision: Decision, party: str) -> tuple[int, ...]:
    """Return the options that take what a party proposes in each bracket in which it does.

    None where it proposes nothing, or where the tags of what it proposes exclude each other.
    """
    own = {
        bracket.address: {n for n, p in enumerate(bracket.proposals) if party in p.proposed_by}
        for bracket in decision.brackets
        if proposes(bracket, party)
    }
    return tuple(
        number
        for number, option in enumerate(decision.options)
        if own and all(dict(option.choices).get(address) in own[address] for address in own)
    )


def makes_several(bracket: nodes.Bracket, party: str) -> bool:
    """Tell whether a party makes more than one proposal in a bracket, and would have to choose."""
    return sum(party in each.proposed_by for each in bracket.proposals) > 1


def proposes(bracket: nodes.Bracket, party: str) -> bool:
    """Tell whether a party makes a proposal in a bracket."""
    return any(party in each.proposed_by for each in bracket.proposals)


def only_others_add(decision: Decision, parties: Collection[str]) -> bool:
    """Tell whether somebody would add to the text, and none of these parties has a part in it.

    Who proposes something within what another would add has a part in it.
    """
    makers = {who for bracket in decision.brackets for who in _makers(bracket)}
    within = {
        who
        for bracket in decision.brackets
        for each in bracket.proposals
        for inner in brackets_in(each.content)
        for who in _makers(inner)
    }
    return decision.adds and bool(makers) and (makers | within).isdisjoint(parties)


def _makers(bracket: nodes.Bracket) -> Iterator[str]:
    return (who for each in bracket.proposals for who in each.proposed_by)


_BY_PARTY = 2


def _rank(wish: str) -> int:
    return 0 if "=" in wish else 1 if wish.startswith("@") else _BY_PARTY


def _wished(
    wish: str,
    every: Sequence[Decision],
    by_address: Mapping[str, nodes.Bracket],
    source: Source,
    in_full: Mapping[str, str],
) -> list[tuple[str, int]]:
    if not by_address:
        message = "there is nothing to choose: the text has no brackets"
        raise UnknownChoice(message)
    address, equals, value = (part.strip() for part in wish.partition("="))
    own = [each for each in by_address if each.partition("#")[0] == address]
    if own:
        message = f"{address} is a clause; say in which bracket to choose, as in `{own[0]}=1`"
        raise UnknownChoice(message)
    if wish in by_address:
        first, *_ = described(by_address[wish], source)
        message = f"{wish} is a bracket; say what to take, as in `{wish}=1` for `{first}`"
        raise UnknownChoice(message)
    if equals or "#" in wish:
        bracket = by_address.get(address)
        if bracket is None:
            message = f"there is no bracket {address}{_beside(by_address, address)}"
            raise UnknownChoice(message)
        return [(address, _number(bracket, value, source))]
    meant = ""
    if wish.startswith("@"):
        found = _tagged(wish.removeprefix("@"), every)
        known = {f"@{p.tag}" for b in by_address.values() for p in b.proposals if p.tag}
        what = "no proposal has the tag"
    else:
        found = list(_made_by(wish, by_address.values(), source))
        meant = f"@{wish}" if _tagged(wish, every) else in_full.get(wish, "")
        known = {who for b in by_address.values() for p in b.proposals for who in p.proposed_by}
        what = "no proposal is made by"
    if wish in {
        language for b in by_address.values() for p in b.proposals for language in p.languages
    }:
        message = f"{wish} is a language version, and these all stand; `compare` shows both"
        raise UnknownChoice(message)
    if not found:
        meant_so = f"; did you mean {meant}?" if meant else _there_is(sorted(known), wish)
        message = f"{what} {wish or '“”'}{meant_so}"
        raise UnknownChoice(message)
    return found


def _number(bracket: nodes.Bracket, value: str, source: Source) -> int:
    """Return the proposal of a bracket that is meant by its number, its maker, or `out`."""
    address, proposals = bracket.address, bracket.proposals
    there = "; ".join(
        f"{number} `{words}`" for number, words in enumerate(described(bracket, source), 1)
    )
    if bracket.by_language:
        message = f"{address} is no choice: it says what the language versions have ({there})"
        raise UnknownChoice(message)
    single = len(proposals) == 1
    if value == "out" and single:
        return LEFT_OUT
    if value.isdecimal() and 1 <= int(value) <= len(proposals):
        return int(value) - 1
    made = [n for n, proposal in enumerate(proposals) if value in proposal.proposed_by]
    if len(made) == 1:
        return made[0]
    if made:
        one = f"`{address}={made[0] + 1}`"
        message = (
            f"{value} makes {len(made)} proposals in {address}; say which, as in {one}: {there}"
        )
        raise UnknownChoice(message)
    out = "; and `out`" if single else ""
    message = f"there is no `{value}` in {address}; there are: {there}{out}"
    raise UnknownChoice(message)


def _tagged(tag: str, every: Iterable[Decision]) -> list[tuple[str, int]]:
    return [
        (bracket.address, number)
        for decision in every
        for bracket in decision.brackets
        for number, proposal in enumerate(bracket.proposals)
        if proposal.tag == tag
    ]


def _made_by(
    party: str, every: Iterable[nodes.Bracket], source: Source
) -> Iterator[tuple[str, int]]:
    for bracket in every:
        if any(party in proposal.proposed_by for proposal in bracket.proposals):
            yield bracket.address, _number(bracket, party, source)


def _with_what_moves_along(every: Iterable[Decision], chosen: Mapping[str, int]) -> dict[str, int]:
    """Return the choices with those that their tags entail."""
    entailed = dict(chosen)
    for decision in every:
        own = {b.address: chosen[b.address] for b in decision.brackets if b.address in chosen}
        if not own:
            continue
        left = [dict(o.choices) for o in decision.options if own.items() <= dict(o.choices).items()]
        if not left:
            listed = " and ".join(own)
            message = f"what is chosen in {listed} does not go together: their tags part it"
            raise UnknownChoice(message)
        entailed.update(
            (address, number)
            for address, number in left[0].items()
            if all(each[address] == number for each in left)
        )
    return entailed


def _beside(by_address: Mapping[str, nodes.Bracket], address: str) -> str:
    """Return the brackets of the clause that an address names, or all, as the end of a message.

    The bracket of another clause that is spelt like it is no likelier to be meant than any.
    """
    clause = address.partition("#")[0]
    own = [each for each in by_address if each.partition("#")[0] == clause]
    words = [each for each in by_address if each.partition("#")[0].isalpha()]
    if clause.isalpha() and not own and Spelling(words).nearest(address, 1):
        return _there_is(words, address)
    return _there_is(own or by_address, "")


def _there_is(known: Iterable[str], word: str) -> str:
    """Return what there is instead, the nearest first, as the end of a message."""
    names = list(known)
    if not names:
        return "; there is none"
    near = Spelling(names).nearest(word, 1)
    if near:
        return f"; did you mean {near[0]}?"
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    verb = "is" if len(names) == 1 else "are"
    return f"; there {verb} {', '.join(names[:_MOST_NAMED])}{more}"
