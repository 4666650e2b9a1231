"""Where each logical line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.syntax.lines.beginnings import ITEM, NUMBERED, Beginnings
from clausecheck.syntax.lines.logical import Line
from clausecheck.syntax.lines.physical import (
    QUOTED,
    SILENCE,
    Physical,
    ends_sentence,
    is_unfinished,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


_LONGEST_SUBJECT = 4


class Cutter(Beginnings):
    """Walks over the physical lines and joins those that make one logical line."""

    def lines(self) -> Iterator[Line]:
        """Yield the logical lines, in text order."""
        while self.at < len(self.physical):
            line = self.physical[self.at]
            if not line.text:
                self.at += 1
            elif self.beginning(self.at)[0] == "heading":
                yield from self.heading(line)
            else:
                yield self.cut(line)

    def heading(self, line: Physical) -> Iterator[Line]:
        """Yield a heading, and the sentence that stands behind it by mistake."""
        word, meant = self.beginning(self.at)[1], line.meant
        end = meant.number_at.end if meant and meant.speaks else line.end
        yield Line("heading", line.start, end, word, indented=line.indent > 0, meant=meant)
        if meant and meant.speaks:
            end, stopped = self.sentence_end(meant.rest - line.start)
            yield Line("sentence", meant.rest, end, stopped=stopped)
        else:
            self.at += 1

    def cut(self, line: Physical) -> Line:
        """Return the logical line that begins here, and go on behind it."""
        kind, word, value_at = self.beginning(self.at)
        indented = line.indent > 0
        speaks = word in self.words.sentence_labels and not SILENCE.fullmatch(line.text, value_at)
        if kind == "sentence" or (kind == "label" and speaks):
            end, stopped = self.sentence_end(value_at)
            return Line(kind, line.start, end, word, stopped, indented)
        if kind == "label":
            end = self.value_end(line, word, value_at)
            return Line("label", line.start, end, word, stopped=True, indented=indented)
        if kind == "bracket":
            last = self.closes_at(self.at)
            self.at = (self.at if last is None else last) + 1
            end = self.physical[self.at - 1].end
            return Line("bracket", line.start, end, "[", last is not None, indented)
        self.at += 1
        return Line(kind, line.start, line.end, word, stopped=True, indented=indented)

    def continues(self, number: int, before: str = "") -> Physical | None:
        """Return the physical line of that number if it begins nothing of its own.

        `before` is the line that it may continue.
        """
        if number >= len(self.physical) or not self.physical[number].text:
            return None
        line = self.physical[number]
        kind, word, _ = self.beginning(number)
        if kind == "sentence" and not ITEM.match(line.text):
            return line
        if kind != "heading" or QUOTED.search(line.text):
            return None
        weak = word not in NUMBERED or (line.meant is not None and is_unfinished(before))
        return line if weak else None

    def sentence_end(self, value_at: int) -> tuple[int, bool]:
        """Join lines up to the full stop; return the end and whether the stop was found."""
        line = self.physical[self.at]
        outer = self.before[self.at]
        self.at += 1
        if not line.text[value_at:].strip():
            return line.end, False
        binding = False
        while not ends_sentence(line.text):
            binding = binding or self.words.modality_in(line.text) is not None
            following = self.continues(self.at, line.text)
            if binding and following and self.begins_sentence(line.text, following.text):
                return line.end, False
            if following is None and self.at < len(self.physical) and self.before[self.at] > outer:
                # Within a bracket, a line may begin with the bar or the bracket's end.
                following = self.physical[self.at]
                following = following if following.text[:1] in {"|", "]"} else None
            if following is None:
                return line.end, False
            line = following
            self.at += 1
        return line.end, True

    def begins_sentence(self, before: str, text: str) -> bool:
        """Tell whether a line below one without full stop has its own subject and modality."""
        if not text[0].isupper() or is_unfinished(before.rstrip(";") or before):
            return False
        subject = text[: self.words.modality_in(text) or 0].split()
        return 0 < len(subject) <= _LONGEST_SUBJECT

    def value_end(self, line: Physical, word: str, value_at: int) -> int:
        """Join the lines over which a label's value runs; return its end."""
        first = self.at
        self.at += 1
        if word in self.words.free_labels:
            return line.end
        last = (
            self.bracketed_value_end(first) if self.before[self.at] > self.before[first] else first
        )
        self.at = last + 1
        line = self.physical[last]
        empty = not line.text[value_at:].strip() if last == first else False
        indent = self.physical[first].indent
        while self.at < len(self.physical):
            following = self.physical[self.at]
            if not following.text:
                break
            if word == "limits by":
                row = ":" in following.text or not ends_sentence(following.text)
                if following.indent <= indent or not row:
                    break
            elif line.text[-1] in ",;":
                if self.continues(self.at) is None:
                    break
            elif not (empty and following.indent > indent and self.continues(self.at)):
                break
            empty = False
            line = following
            self.at += 1
        return line.end

    def bracketed_value_end(self, first: int) -> int:
        """Return the line on which a value's bracket closes, or the first where it does not."""
        last = self.closes_at(first)
        for number in range(first + 1, first if last is None else last + 1):
            text = self.physical[number].text
            if text and self.beginning(number)[0] in {"label", "unknown-label", "quoted", "accept"}:
                return first
        return first if last is None else last
