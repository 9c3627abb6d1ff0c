"""Entries in brackets: taken out, put in and reordered between their commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bluecanvas.finding import Span
from bluecanvas.source.editing_places import (
    QUOTES,
    Edit,
    bare,
    is_blank,
    line_end,
    line_start,
    newline_of,
    next_line,
    quote_near,
    strange,
)
from bluecanvas.source.editing_text import again, fits, inline, key_text
from bluecanvas.source.node import Kind, Node

_TAIL = re.compile(r"[ \t]*,?[ \t]*(#[^\r\n]*)?(?=[\r\n])")


class Flow:
    """The entries of a list or mapping in brackets: where each begins and ends."""

    def __init__(self, text: str, node: Node) -> None:
        self.text = text
        self.node = node
        self.newline = newline_of(text)
        pairs = node.items if node.kind == Kind.MAP else [(item, item) for item in node.items]
        self.starts: list[int] = [key.start for key, _ in pairs]
        self.ends: list[int] = [max(key.end, value.end) for key, value in pairs]
        self.values: list[Node] = [value for _, value in pairs]
        before = node.start + 1
        for at, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if bare(text, before, start) != ("," if at else ""):
                raise strange("a value with a second key of one name, or one written with `?`, & or !")
            before = end
        if bare(text, before, node.end - 1) not in ("", ","):
            raise strange("a value with a second key of one name, or one written with `?`, & or !")

    def chunk(self, at: int) -> Span:
        """An entry with the comment on its line, where it has its lines to itself."""
        tail = self._tail(at)
        return Span(self.starts[at], self.ends[at] if tail is None else tail.end())

    def without(self, gone: Sequence[int]) -> tuple[list[Edit], list[Span]]:
        """The edits that take entries out, not all of them, and the stretches that go."""
        edits: list[Edit] = []
        going: list[Span] = []
        last = len(self.starts) - 1
        forward = -1  # the last entry that went with the comma behind it
        for at in gone:
            tail = self._tail(at)
            to_the_end = all(later in gone for later in range(at, last + 1))
            if tail is not None and (not to_the_end or "," in tail.group() or "#" in tail.group()):
                begin = line_start(self.text, self.starts[at])
                edits.append(Edit(begin, next_line(self.text, tail.end()), ""))
                going.append(Span(begin, tail.end()))
                forward = at
            elif to_the_end or (at and forward != at - 1 and not self._alone(at)):
                edits.append(Edit(self.ends[at - 1], self.ends[at], ""))
            else:
                edits.append(Edit(self.starts[at], self.starts[at + 1], ""))
                forward = at
        return edits, going

    def with_new(self, new: Sequence[tuple[str | None, Any]], before: int | None) -> list[Edit]:
        """The edits that put new entries before an entry, or behind the last."""
        text = self.text
        said = [self._entry(key, value) for key, value in new]
        if not self.starts:
            return [Edit(self.node.start + 1, self.node.start + 1, ", ".join(said))]
        if before is not None:
            start = self.starts[before]
            gap = self._indent(before) if self._alone(before) else " "
            return [Edit(start, start, "".join(f"{one},{gap}" for one in said))]
        last = len(self.starts) - 1
        end = self.ends[last]
        tail = self._tail(last)
        if tail is not None and last:
            gap = self._indent(last)
            if "," in tail.group():
                return [Edit(tail.end(), tail.end(), "".join(f"{gap}{one}," for one in said))]
            lines = f",{gap}".join(said)
            return [Edit(end, end, ","), Edit(tail.end(), tail.end(), f"{gap}{lines}")]
        made = ""
        used = end - line_start(text, end)
        for one in said:
            wrap = not fits(" " * (used + len(one) + 4)) and bool(re.search(r"[\r\n]", text[self.node.start : end]))
            gap = self.newline + " " * (self.starts[0] - line_start(text, self.starts[0])) if wrap else " "
            made += f",{gap}{one}"
            used = len(gap) + len(one) if wrap else used + len(one) + 2
        return [Edit(end, end, made)]

    def reordered(self, order: Sequence[int]) -> list[Edit]:
        """The edits that put the entry `order[i]` into place i; comments follow entries that have their own lines."""
        text = self.text
        moved = [place for place, at in enumerate(order) if place != at]
        if not moved:
            return []
        inside = text[self.starts[moved[0]] : min(line_end(text, self.ends[moved[-1]]), self.node.end)]
        edits = [Edit(self.starts[place], self.ends[place], self._typed(order[place])) for place in moved]
        if "#" not in inside:
            return edits
        tails = [self._tail(place) for place in moved]
        if any(tail is None for tail in tails) or re.search(r"(?:\A|[\r\n])[ \t]*#", inside):
            raise strange("a list or mapping in brackets with comments among its entries")
        notes = {place: (*tail.span(), tail.group()) for place, tail in zip(moved, tails, strict=True) if tail}
        for place in moved:
            start, end, here = notes[place]
            comma = here.partition("#")[0].rstrip()
            there = notes[order[place]][2]
            blanks = re.sub(r"^[ \t]*,", "", there)
            edits.append(Edit(start, end, comma + blanks))
        return edits

    def in_place_of(self, at: int, value: Any) -> list[Edit]:
        """The edits that put a value in an entry's place."""
        text, node = self.text, self.values[at]
        mark = text[node.start : node.start + 1]
        new = again(value, mark) or inline(value, True, mark if mark in QUOTES else quote_near(text, self.values))
        if node.start < node.end:
            return [Edit(node.start, node.end, new)]
        bare_key = self.node.kind == Kind.MAP and node.start == self.node.items[at][0].end
        gap = "" if text[node.start - 1].isspace() else " "
        return [Edit(node.start, node.start, f": {new}" if bare_key else f"{gap}{new}")]

    def _entry(self, key: str | None, value: Any) -> str:
        quote = quote_near(self.text, self.values)
        said = inline(value, True, quote)
        return said if key is None else f"{key_text(key, True, quote)}: {said}"

    def _typed(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def _alone(self, at: int) -> bool:
        """Whether an entry is the first on its line."""
        return is_blank(self.text, line_start(self.text, self.starts[at]), self.starts[at])

    def _indent(self, at: int) -> str:
        start = self.starts[at]
        return self.newline + self.text[line_start(self.text, start) : start]

    def _tail(self, at: int) -> re.Match[str] | None:
        """What stands behind an entry that has its lines to itself: its comma and its comment."""
        return _TAIL.match(self.text, self.ends[at]) if self._alone(at) else None
