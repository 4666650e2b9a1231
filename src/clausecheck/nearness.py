"""The known words nearest to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FARTHEST = 3
"""Four slips in one word are another word."""


class Spelling:
    """Known words, ready to be searched often.

    Words are compared without case. Each is kept with its letters as bits:
    changing a letter changes at most two of them, adding or dropping one at
    most one, so a glance at the bits tells most words apart, and few need
    measuring.
    """

    def __init__(self, known: Iterable[str]) -> None:
        """Sort the words by length."""
        self._by_length: dict[int, list[tuple[int, str, str]]] = {}
        for word in sorted(set(known)):
            plain = word.lower()
            self._by_length.setdefault(len(plain), []).append((_letters(plain), plain, word))

    def nearest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """Return the nearest words, best first, or none when nothing is near.

        At one distance, words with the same first letter come first, then those
        that share the most letters, then the alphabet decides.
        """
        plain = word.lower()
        letters = _letters(plain)
        reach = _reach(plain)
        found = []
        for length in range(len(plain) - reach, len(plain) + reach + 1):
            most = 2 * reach - abs(len(plain) - length)
            for other_letters, other, original in self._by_length.get(length, ()):
                apart = (letters ^ other_letters).bit_count()
                if apart > most:
                    continue
                away = distance(plain, other, reach)
                if away <= reach:
                    found.append((away, plain[:1] != other[:1], apart, other, original))
        return tuple(original for *_, original in sorted(found)[:limit])


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the known words nearest to this one, best first; see `Spelling.nearest`."""
    return Spelling(known).nearest(word, limit)


def distance(word: str, other: str, reach: int) -> int:
    """Count the letters to add, drop, change or swap with a neighbour to make one from the other.

    Once it is beyond `reach`, the count is some number above that.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        before, above, row = row, before, [i]
        for j, other_letter in enumerate(other, 1):
            cost = before[j - 1] + (letter != other_letter)
            cost = min(cost, before[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == other_letter:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        # A swap reaches two rows back, so both must be out of reach.
        if min(row) > reach and min(before) > reach:
            return reach + 1
    return row[-1]


def _reach(word: str) -> int:
    """Return how many slips a word may hold: none in one letter, one in two to five, then more."""
    return min((len(word) + 2) // 4, _FARTHEST)


def _letters(word: str) -> int:
    """Return a bit for each letter, another for its second and third occurrence."""
    bits = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        while bits & bit and bit < 1 << 64:
            bit <<= 32
        bits |= bit
    return bits
