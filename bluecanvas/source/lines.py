r"""Lines of a text as an editor counts them: they end at \n, \r\n and \r only, and columns are code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_END = re.compile(r"\r\n?|\n")


class Lines:
    """Where each line of a text begins; counted when first asked."""

    __slots__ = ("_last", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._last = (0, "")

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        starts = self._counted()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def start(self, number: int) -> int:
        """Where a line begins, counted from 0."""
        return self._counted()[number]

    def line(self, number: int) -> str:
        """A line's text without its ending, counted from 1; asked again, it is the same string and no second copy."""
        if self._last[0] != number:
            starts = self._counted()
            end = starts[number] if number < len(starts) else len(self.text)
            self._last = (number, self.text[starts[number - 1] : end].rstrip("\r\n"))
        return self._last[1]

    def _counted(self) -> list[int]:
        if not self._starts:
            self._starts = _starts(self.text)
        return self._starts


def _starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *[found.end() for found in _END.finditer(text)]]
    lengths = map((1).__add__, map(len, text.split("\n")))  # as most; without a step of Python a line
    return list(accumulate(lengths, initial=0))[:-1]


def comment_starts(text: str) -> dict[int, int]:
    """Where comments begin behind something else, by where the blanks before them do; `#` within texts is among them."""
    found: dict[int, int] = {}
    at = text.find("#")
    while at >= 0:
        blanks = at
        while blanks and text[blanks - 1] in " \t":
            blanks -= 1
        if blanks < at:
            found[blanks] = at + 1
        at = text.find("#", at + 1)
    return found
