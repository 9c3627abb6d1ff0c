"""Entries on lines of their own: taken out, put in and reordered, each with the comments that belong to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bluecanvas.finding import Span
from bluecanvas.source.editing_places import (
    QUOTES,
    Edit,
    bare,
    is_alias,
    is_blank,
    is_flow,
    line_above,
    line_end,
    line_start,
    newline_of,
    next_line,
    quote_near,
    strange,
)
from bluecanvas.source.editing_text import again, block, entry, inline, key_text
from bluecanvas.source.node import Kind, Node

_IDLE = re.compile(r"[ \t]+(?=[\r\n]|\Z)")
_INLINE_FIRST = re.compile(r" *(?:- +)+")


class Block:
    """The entries of a block list or mapping: where each begins and ends, comments included."""

    def __init__(self, text: str, node: Node) -> None:
        self.text = text
        self.node = node
        self.newline = newline_of(text)
        self.column = node.start - line_start(text, node.start)
        self._dashes = re.compile(rf"(?<=[\r\n]) {{{self.column}}}-(?=\s|\Z)")
        self.starts: list[int] = []
        self.values: list[Node] = []
        self.ends: list[int] = []
        for item in node.items:
            key, value = item if node.kind == Kind.MAP else (None, item)
            first, last = (value.start, value.end) if key is None else (key.start, max(key.end, value.end))
            start = self._dash(first) if key is None else first
            self._check(start)
            self.starts.append(start)
            self.values.append(value)
            self.ends.append(self._end(start, last))

    def _dash(self, before: int) -> int:
        """Where the dash of an item stands."""
        if not self.starts:
            return self.node.start
        found = self._dashes.search(self.text, self.ends[-1], min(len(self.text), before + 1))
        if found is None:
            raise strange("a list in this form")
        return found.end() - 1

    def _check(self, start: int) -> None:
        """Nothing may stand between entries that the tree does not show: a second key of a name, `?`, an anchor."""
        begin = line_start(self.text, start)
        if not self.starts:
            if not (is_blank(self.text, begin, start) or _INLINE_FIRST.fullmatch(self.text[begin:start])):
                raise strange("a mapping in this form")
        elif start - begin != self.column or bare(self.text, self.ends[-1], start):
            raise strange("a mapping with a second key of one name, or one written with `?`, & or !")

    def _end(self, start: int, last: int) -> int:
        """Where an entry ends: its line, and comments below that stand further right."""
        last = start + len(self.text[start:last].rstrip())
        end = line_end(self.text, last)
        if bare(self.text, last, end):
            raise strange("what stands before something else on its line")
        while (below := next_line(self.text, end)) > end:
            close = line_end(self.text, below)
            line = self.text[below:close]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= self.column:
                break
            end = close
        return end

    def chunk(self, at: int) -> Span:
        """An entry with its comments: those directly above it in its column too, unless they open the file."""
        start = self.starts[at]
        begin = line_start(self.text, start)
        if not is_blank(self.text, begin, start):
            return Span(start, self.ends[at])
        head = start
        while begin:
            above = line_above(self.text, begin).start
            if self.text[above : above + self.column + 1] != " " * self.column + "#":
                break
            head, begin = above + self.column, above
        return Span(head if begin or head == start else start, self.ends[at])

    def without(self, gone: Sequence[int]) -> tuple[list[Edit], list[Span]]:
        """The edits that take entries out, not all of them, and the stretches that go."""
        text, edits, going = self.text, [], []
        left = [at for at in range(len(self.starts)) if at not in gone]
        for at in gone:
            start, end = self.chunk(at)
            going.append(Span(start, end))
            begin = line_start(text, start)
            if not is_blank(text, begin, start):  # behind a dash: the next entry comes up
                following = self.chunk(left[0]).start
                edits.append(Edit(start, following, ""))
                continue
            if at > left[0] or is_blank(text, line_start(text, self.starts[0]), self.starts[0]):
                edits.append(self._lines_out(begin, end))
        return edits, going

    def _lines_out(self, begin: int, end: int) -> Edit:
        """Whole lines taken out; of two blank stretches that come together, one."""
        text = self.text
        after = next_line(text, end)
        if after == end:  # the last line, which has no ending of its own
            return Edit(len(text[:begin].rstrip("\r\n")), end, "")
        while after < len(text) and (not begin or is_blank(text, *line_above(text, begin))):
            if not is_blank(text, after, line_end(text, after)):
                break
            after = next_line(text, after)
        return Edit(begin, after, "")

    def with_new(self, new: Sequence[tuple[str | None, Any]], before: int | None) -> list[Edit]:
        """The edits that put new entries before an entry, or behind the last."""
        indent = " " * self.column
        said = [self._entry(key, value) for key, value in new]
        if before is None:
            gap = self.newline if self._spaced() else ""
            return [Edit(self.ends[-1], self.ends[-1], "".join(f"{gap}{self.newline}{indent}{one}" for one in said))]
        start = self.chunk(before).start
        return [Edit(start, start, "".join(f"{one}{self.newline}{indent}" for one in said))]

    def reordered(self, order: Sequence[int]) -> list[Edit]:
        """The edits that put the entry `order[i]` into place i."""
        chunks = [self.chunk(at) for at in range(len(self.starts))]
        return [Edit(*chunks[place], self.text[slice(*chunks[at])]) for place, at in enumerate(order) if place != at]

    def in_place_of(self, at: int, value: Any) -> list[Edit]:
        """The edits that put a value in an entry's place, on its line or below it."""
        text, node = self.text, self.values[at]
        colon, last, mark = self._head_end(at), self._last_of(node), text[node.start : node.start + 1]
        if mark in ("|", ">") and "#" in text[node.start : line_end(text, node.start)]:
            raise strange("a text behind a comment")
        on_lines = node.kind != Kind.SCALAR and not is_alias(text, node) and not is_flow(text, node)
        below = on_lines and is_blank(text, line_start(text, node.start), node.start)
        quote = mark if mark in QUOTES else quote_near(text, self.values)
        key = self.node.items[at][0].text if self.node.kind == Kind.MAP else None
        if self.newline in self._entry(key, value, quote):
            lines = block(value, " " * (self.column + 2), self.newline, quote)
            if node.start == node.end:
                return [Edit(line_end(text, colon), line_end(text, colon), lines)]
            if on_lines:
                return [Edit(line_end(text, colon) if below else colon, last, lines)]
            return [Edit(colon, last, ""), Edit(line_end(text, last), line_end(text, last), lines)]
        new = again(value, mark) or inline(value, False, quote)
        if node.start == node.end:
            idle = _IDLE.match(text, colon)
            return [Edit(colon, colon if idle is None else idle.end(), f" {new}")]
        if below:
            return [Edit(colon, colon, f" {new}"), Edit(line_end(text, colon), last, "")]
        return [Edit(node.start, last, new)]

    def _last_of(self, node: Node) -> int:
        return node.start + len(self.text[node.start : node.end].rstrip())

    def _head_end(self, at: int) -> int:
        """Behind the colon or the dash of an entry."""
        if self.node.kind == Kind.LIST:
            return self.starts[at] + 1
        found = re.compile(r"[ \t]*:").match(self.text, self.node.items[at][0].end)
        if found is None:
            raise strange("a key without a colon")
        return found.end()

    def _entry(self, key: str | None, value: Any, quote: str = "") -> str:
        """A new entry in its neighbours' style."""
        quote = quote or quote_near(self.text, self.values)
        alike = [node for node in self.values if node.kind != Kind.SCALAR]
        same = [node for node in alike if node.kind == (Kind.MAP if isinstance(value, Mapping) else Kind.LIST)]
        deep = not is_flow(self.text, (same or alike)[-1]) if alike else None
        head = "-" if key is None else f"{key_text(key, False, quote)}:"
        indent = " " * self.column
        if key is None and isinstance(value, Mapping) and value and deep and same:
            return f"- {block(value, indent + '  ', self.newline, quote).lstrip()}"
        return entry(head, value, indent, self.newline, quote, deep)

    def _spaced(self) -> bool:
        """Whether the last two entries stand apart."""
        if len(self.starts) < 2:
            return False
        between = self.text[self.ends[-2] : self.chunk(len(self.starts) - 1).start]
        return len(f"{between}.".splitlines()) > 2
