"""Reading a file's bytes: limits, text, tree, and where each path of the tree stands in the text."""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.finding import Finding, Path, Place, Span
from bluecanvas.source.decoding import decode
from bluecanvas.source.limits import LIMITS, Limits
from bluecanvas.source.lines import Lines
from bluecanvas.source.node import SCALAR, Node
from bluecanvas.source.shortcut import simple_tree


class Source:
    """A file as read: its text, its tree (None where there is none), and what is wrong with it so far."""

    __slots__ = ("_lines", "findings", "marked", "root")

    def __init__(self, lines: Lines, root: Node | None, findings: tuple[Finding, ...], marked: bool = False) -> None:
        self._lines = lines
        self.root = root
        self.findings = findings
        self.marked = marked
        """Whether a byte order mark stood before the text."""

    @property
    def text(self) -> str:
        """The file's text, without its byte order mark."""
        return self._lines.text

    def place(self, span: Span) -> Place:
        r"""A span as an editor counts: lines end at \n, \r\n and \r only, columns are code points."""
        return Place(*self._lines.position(span.start), *self._lines.position(max(span.end, span.start)))

    def line(self, number: int) -> str:
        """A line's text without its ending, counted from 1."""
        return self._lines.line(number)

    def locate(self, path: Path, on_key: bool = False) -> Span:
        """Where a path stands: its value, or its key; where the path ends early, the nearest thing above it."""
        node = self.root
        if node is None:
            return Span(0, 0)
        span: Span | None = None
        for step in path:
            found = node.entry(step)
            if found is None:
                break
            key, node = found
            if key is None:
                span = node.span if node.kind is SCALAR else Span(node.start, node.start + 1)
            else:
                span = key.span if on_key or node.kind is not SCALAR or node.start == node.end else node.span
        return span or (node.span if path else Span(node.start, node.start))

    def scalars(self) -> Iterator[Node]:
        """Every scalar of the tree, keys too, each once."""
        stack = [self.root] if self.root is not None else []
        seen: set[int] = set()
        while stack:
            node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if node.kind is SCALAR:
                yield node
            for item in node.items:
                stack.extend(item if isinstance(item, tuple) else (item,))


def read(data: bytes, limits: Limits = LIMITS) -> Source:
    """A file's bytes as text and tree; whatever is wrong is a finding, never an exception."""
    if len(data) > limits.bytes:
        over = f"the file holds more than {limits.bytes:,} bytes"
        return Source(Lines(""), None, (Finding("BC017", (), over, "split it up", span=Span(0, 0)),))
    decoded = decode(data)
    lines = Lines(decoded.text)
    if not decoded.readable:
        return Source(lines, None, decoded.findings, decoded.marked)
    root = None if decoded.findings else simple_tree(lines, limits.nodes)
    if root is not None:
        return Source(lines, root, (), decoded.marked)
    from bluecanvas.source.tree import Builder  # here, for most files can do without the parser

    builder = Builder(lines, limits, decoded.findings)
    builder.build()
    findings = builder.findings
    if builder.root is None and not findings:
        findings.append(Finding("BC010", (), "the file is empty", "begin with: bluecanvas: 1", span=Span(0, 0)))
    if len(findings) >= limits.findings:
        findings.append(enough(limits, findings[-1].span or Span(0, 0)))
    return Source(lines, builder.root, tuple(findings), decoded.marked)


def enough(limits: Limits, span: Span) -> Finding:
    """The finding that reading stopped for so many others."""
    message = f"reading stopped here, after {limits.findings:,} findings"
    return Finding("BC017", (), message, "mend those and check again", span=span)
