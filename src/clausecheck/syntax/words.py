"""The words and patterns of the grammar, as the lexer needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

_LED_BY_A_WORD = (
    "STEP",
    "QUALIFIER",
    "RANGE_TO",
    "MAN_FOR_MAN",
    "PREVAIL",
    "TIME_UNIT",
    "TO_BE_SETTLED",
)
"""Patterns that are words, or begin with one: flat lists of alternatives, in small letters."""

_IN_A_WORD = regex(r"\w")
_MODAL_RULES = ("duty", "permission", "statement", "savings")


@frozen
class Words:
    """What the grammar's terminals say, sorted by what they are for.

    Keys are in lower case. `modalities` maps a first word to the phrases that begin with it, each
    with its terminal's name, the longest phrase first.
    """

    headings: dict[str, str]
    labels: dict[str, str]
    sentence_labels: frozenset[str]
    free_labels: frozenset[str]
    acceptance_labels: frozenset[str]
    keywords: dict[str, tuple[str, ...]]
    modalities: dict[str, tuple[tuple[str, str], ...]]
    modal_kinds: dict[str, str]
    patterns: dict[str, re.Pattern[str]]
    by_opening: dict[str, tuple[str, ...]]
    """The patterns that words may begin, by their first two letters."""
    first_of_modality: re.Pattern[str]
    """The words with which modalities begin, in small letters."""

    @classmethod
    def from_grammar(
        cls,
        terminals: Iterable[tuple[str, str, bool]],
        expansions: Iterable[tuple[str, tuple[str, ...]]],
    ) -> Words:
        """Sort the terminals, each a name, a pattern and whether that is a regular expression.

        `expansions` are the grammar's rules, each an origin and its symbols.
        """
        modal_kinds: dict[str, str] = {}
        sentence_labels: set[str] = set()
        free_labels: set[str] = set()
        acceptance_labels: set[str] = set()
        for origin, symbols in expansions:
            if origin in _MODAL_RULES:
                modal_kinds[symbols[0]] = origin
            if origin == "acceptance_label":
                acceptance_labels.add(symbols[0])
            if origin in {"label", "acceptance_label"}:
                if symbols[1] == "sentence":
                    sentence_labels.add(symbols[0])
                if symbols[1] == "FREE_TEXT":
                    free_labels.add(symbols[0])
        headings: dict[str, str] = {}
        labels: dict[str, str] = {}
        keywords: dict[str, list[str]] = {}
        modalities: dict[str, list[tuple[str, str]]] = {}
        patterns: dict[str, re.Pattern[str]] = {}
        for name, pattern, is_regexp in terminals:
            if name in modal_kinds:
                for phrase in _alternatives(pattern):
                    modalities.setdefault(phrase.split()[0], []).append((phrase, name))
            elif is_regexp:
                patterns[name] = regex(pattern)
            elif name.endswith("_HEADER"):
                headings[pattern] = name
            elif pattern.endswith(":") and len(pattern) > 1:
                labels[pattern[:-1]] = name
            elif pattern.isalpha():
                keywords.setdefault(pattern, []).append(name)
        by_name = {name: word for word, name in labels.items()}
        return cls(
            headings=headings,
            labels=labels,
            sentence_labels=frozenset(by_name[name] for name in sentence_labels),
            free_labels=frozenset(by_name[name] for name in free_labels),
            acceptance_labels=frozenset(by_name[name] for name in acceptance_labels),
            keywords={word: tuple(names) for word, names in keywords.items()},
            modalities={
                first: tuple(sorted(phrases, key=lambda pair: -len(pair[0])))
                for first, phrases in modalities.items()
            },
            modal_kinds=modal_kinds,
            patterns=patterns,
            by_opening=_by_opening(patterns),
            first_of_modality=regex(rf"\b(?:{'|'.join(modalities)})\b"),
        )

    def modality_in(self, text: str) -> int | None:
        """Return where the first modality begins that is no saving's, its blanks single, if any."""
        for match in self.first_of_modality.finditer(text):
            at = match.start()
            for phrase, name in self.modalities[match.group()]:
                ends = not _IN_A_WORD.match(text, at + len(phrase))
                if ends and text.startswith(phrase, at) and self.modal_kinds[name] != "savings":
                    return at
        return None


def _alternatives(pattern: str) -> list[str]:
    """Return the phrases of a terminal that is a flat list of alternatives, as Lark joins them."""
    return pattern.removeprefix("(?:").removesuffix(")").replace("\\ ", " ").split("|")


def _by_opening(patterns: dict[str, re.Pattern[str]]) -> dict[str, tuple[str, ...]]:
    openings: dict[str, list[str]] = {}
    for name in _LED_BY_A_WORD:
        alternatives = patterns[name].pattern.removeprefix("(?:").split("|")
        for opening in {alternative[:2] for alternative in alternatives}:
            openings.setdefault(opening, []).append(name)
    return {opening: tuple(names) for opening, names in openings.items()}
