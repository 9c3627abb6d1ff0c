"""Reading a file's bytes: limits, text, tree, and where each path of the tree stands in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from bluecanvas.finding import Finding, Path, Place, Span
from bluecanvas.source.decoding import decode
from bluecanvas.source.tree import Builder, Kind, Node


class Limits(NamedTuple):
    """How much a file may hold before it is refused: no canvas comes near, and nothing larger can harm."""

    bytes: int = 1024 * 1024
    depth: int = 64
    nodes: int = 50_000
    """Values in all, aliases counted as often as they stand."""


LIMITS = Limits()


@dataclass(slots=True)
class Source:
    """A file as read: its text, its tree (None where there is none), and what is wrong with it so far."""

    text: str
    root: Node | None
    findings: tuple[Finding, ...]
    marked: bool = False
    """Whether a byte order mark stood before the text."""
    _starts: list[int] = field(default_factory=list)

    def place(self, span: Span) -> Place:
        """A span as an editor counts: lines end at \\n, \\r\\n and \\r only, columns are code points."""
        line, column = self._position(span.start)
        end_line, end_column = self._position(max(span.end, span.start))
        return Place(line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """A line's text without its ending, counted from 1."""
        starts = self._line_starts()
        begin = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[begin:end].rstrip("\r\n")

    def locate(self, path: Path, on_key: bool = False) -> Span:
        """Where a path stands: its value, or its key; where the path ends early, the nearest thing above it."""
        node = self.root
        if node is None:
            return Span(0, 0)
        span = Span(node.start, node.start) if not path else node.span
        for step in path:
            if node.kind == Kind.MAP and isinstance(step, str) and step in node.keys:
                key, node = node.items[node.keys[step]]
                span = key.span if on_key or node.kind != Kind.SCALAR or node.start == node.end else node.span
            elif node.kind == Kind.LIST and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = node.span if node.kind == Kind.SCALAR else Span(node.start, node.start + 1)
            else:
                break
        return span

    def scalars(self) -> Iterator[Node]:
        """Every scalar of the tree, keys too, each once."""
        stack = [self.root] if self.root is not None else []
        seen: set[int] = set()
        while stack:
            node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if node.kind == Kind.SCALAR:
                yield node
            for item in node.items:
                stack.extend(item if isinstance(item, tuple) else (item,))

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def _line_starts(self) -> list[int]:
        if not self._starts:
            starts = [0]
            text = self.text
            if "\r" in text:
                at = 0
                while at < len(text):
                    char = text[at]
                    at += 1
                    if char == "\r" and text[at : at + 1] == "\n":
                        at += 1
                    if char in "\r\n":
                        starts.append(at)
            else:
                at = text.find("\n") + 1
                while at:
                    starts.append(at)
                    at = text.find("\n", at) + 1
            self._starts = starts
        return self._starts


def read(data: bytes, limits: Limits = LIMITS) -> Source:
    """A file's bytes as text and tree; whatever is wrong is a finding, never an exception."""
    if len(data) > limits.bytes:
        message = f"the file holds {len(data):,} bytes, more than {limits.bytes:,}"
        return Source("", None, (Finding("BC017", (), message, "split it up", span=Span(0, 0)),))
    decoded = decode(data)
    if not decoded.readable:
        return Source(decoded.text, None, decoded.findings, decoded.marked)
    builder = Builder(decoded.text, limits.depth, limits.nodes)
    builder.build()
    findings = list(decoded.findings) + builder.findings
    if builder.root is None and not findings:
        findings.append(Finding("BC010", (), "the file is empty", "begin with: bluecanvas: 1", span=Span(0, 0)))
    return Source(decoded.text, builder.root, tuple(findings), decoded.marked)
