"""Nodes: YAML as typed, each with its span, built from the parser's events within limits and without recursion."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bluecanvas.errors import CallError
from bluecanvas.finding import Finding, Span
from bluecanvas.source.decoding import HIDDEN, hidden_character

try:  # one parser on every machine: PyYAML's own in Python accepts other files than libyaml does
    from yaml._yaml import CParser
except ImportError as missing:
    raise CallError("PyYAML was built without libyaml", "reinstall it from a wheel: pip install PyYAML") from missing

_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")} | {"!"}
_TEXT_TAGS = {"tag:yaml.org,2002:str", "!"}
_COMMENT = re.compile(r"(?<=\S)[ \t]+#(?P<comment>[^\r\n]*)")


class Kind(IntEnum):
    """The three kinds of node."""

    SCALAR = 0
    LIST = 1
    MAP = 2


SCALAR, LIST, MAP = Kind.SCALAR, Kind.LIST, Kind.MAP


class Node:
    """A scalar as typed, a list of nodes, or a mapping as pairs of nodes, with its span in the text."""

    __slots__ = ("end", "items", "keys", "kind", "plain", "size", "start", "text")

    def __init__(self, kind: Kind, start: int, end: int, text: str = "", plain: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.plain = plain
        """A scalar without quotes, which may be meant as a number, a truth value or null."""
        self.items: list[Any] = []
        """Nodes of a list; (key, value) pairs of a mapping."""
        self.keys: dict[str, int] = {}
        """Where each key of a mapping stands among its pairs."""
        self.size = 1
        """Nodes below and including this one, aliases counted as often as they stand."""

    @property
    def span(self) -> Span:
        """Its stretch of the text."""
        return Span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether it is YAML's null, written or left out."""
        return self.kind == SCALAR and self.plain and self.text in ("", "~", "null", "Null", "NULL")

    def get(self, key: str) -> Node | None:
        """A mapping's value, None where it has no such key."""
        at = self.keys.get(key)
        return None if at is None else self.items[at][1]


class Builder:
    """Builds the tree of one text; `findings` holds what is wrong, `root` the tree as far as it could be built."""

    def __init__(self, text: str, depth: int, nodes: int) -> None:
        self.text = text
        self.depth = depth
        self.nodes = nodes
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._anchors: dict[str, Node | None] = {}
        self._comments = (
            {found.start(): found.group("comment") for found in _COMMENT.finditer(text)} if "#" in text else {}
        )

    def build(self) -> None:
        """Read every event once."""
        parser = CParser(self.text)
        try:
            self._walk(parser.get_event)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError as error:  # the reader's: a character YAML does not allow
            at = int(getattr(error, "position", 0) or 0)
            self.findings.append(
                Finding("BC018", (), f"a character YAML does not allow: {error}", span=Span(at, at + 1))
            )
            self.root = None
        finally:
            parser.dispose()

    def _walk(self, next_event: Any) -> None:
        open_nodes: list[Node] = []  # collections begun and not ended
        pending: list[Node | None] = []  # for each of them, the key that waits for its value
        anchors: list[str | None] = []
        flows: list[bool] = []
        documents = 0
        total = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                node = self._scalar(event, bool(flows) and flows[-1])
                if event.anchor is not None:
                    self._anchors[event.anchor] = node
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                node = Node(MAP if kind is MappingStartEvent else LIST, start, start + 1)
                if event.tag is not None and event.tag not in _TAGS:
                    self._foreign_tag(event)
                if event.anchor is not None:
                    self._anchors[event.anchor] = None  # known, but not whole before its end
                open_nodes.append(node)
                pending.append(None)
                anchors.append(event.anchor)
                flows.append(bool(event.flow_style))
                total += 1
                if len(open_nodes) > self.depth:
                    self._over(f"nested more than {self.depth} deep", start)
                    return
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = open_nodes.pop()
                anchor = anchors.pop()
                pending.pop()
                self._close(node, event, flows.pop())
                if anchor is not None:
                    self._anchors[anchor] = node
            elif kind is AliasEvent:
                found = self._alias(event)
                if found is None:
                    return
                node = found
                total += node.size - 1
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    at = event.start_mark.index
                    self.findings.append(
                        Finding(
                            "BC010",
                            (),
                            "a second document begins here; a canvas is one document",
                            "put it into a file of its own",
                            span=Span(at, at + 3),
                        )
                    )
                    return
                continue
            else:
                continue
            if kind is ScalarEvent or kind is AliasEvent:
                total += 1
            if total > self.nodes:
                self._over(f"more than {self.nodes:,} values, aliases counted as often as they stand", node.start)
                return
            if not open_nodes:
                self.root = node
                continue
            parent = open_nodes[-1]
            parent.size += node.size
            if parent.kind == LIST:
                parent.items.append(node)
            elif pending[-1] is None:
                pending[-1] = node
            else:
                self._pair(parent, pending[-1], node)
                pending[-1] = None

    def _scalar(self, event: Any, in_flow: bool) -> Node:
        start = event.start_mark.index
        end = event.end_mark.index
        plain = not event.style
        tag = event.tag
        if tag is not None:
            if tag not in _TAGS:
                self._foreign_tag(event)
            plain = tag not in _TEXT_TAGS
            start = max(start, end - len(event.value))  # the span is the value's, without its tag
        text = event.value
        if event.style == '"' and (found := HIDDEN.search(text)):
            self.findings.append(hidden_character(found.group(), (), Span(start, end)))
        node = Node(SCALAR, start, end, text, plain)
        if plain and end in self._comments:
            self._cut_by_hash(node, self._comments[end], in_flow)
        return node

    def _close(self, node: Node, event: Any, flow: bool) -> None:
        if flow:
            node.end = event.end_mark.index
        elif node.items:  # a block collection's own end mark stands where the next thing begins
            last = node.items[-1]
            node.end = last.end if isinstance(last, Node) else max(last[0].end, last[1].end)

    def _pair(self, parent: Node, key: Node, value: Node) -> None:
        if key.kind != SCALAR:
            self.findings.append(
                Finding("BC013", (), "a key must be a plain text, not a list or mapping", span=key.span)
            )
            return
        name = key.text
        if not name.isascii():
            from unicodedata import normalize

            name = normalize("NFC", name)
            key.text = name
        if name in parent.keys:
            first = parent.items[parent.keys[name]][0]
            line = self.text.count("\n", 0, first.start) + 1
            self.findings.append(
                Finding(
                    "BC011",
                    (),
                    f"the key {name!r} stands here a second time; the first is on line {line}",
                    "keep one of the two",
                    span=key.span,
                )
            )
            return
        parent.keys[name] = len(parent.items)
        parent.items.append((key, value))

    def _alias(self, event: Any) -> Node | None:
        at = Span(event.start_mark.index, event.end_mark.index)
        if event.anchor not in self._anchors:
            self.findings.append(
                Finding("BC015", (), f"*{event.anchor} refers to an anchor that is not there", span=at)
            )
            return Node(SCALAR, at.start, at.end, "", True)
        node = self._anchors[event.anchor]
        if node is None:
            self.findings.append(Finding("BC016", (), f"*{event.anchor} contains itself", span=at))
        return node

    def _cut_by_hash(self, node: Node, comment: str, in_flow: bool) -> None:
        swallowed = in_flow and any(mark in comment for mark in ",]}")
        if swallowed or comment[:1].isdigit():
            whole = f"{node.text} #{comment.split(',', maxsplit=1)[0].rstrip(' ]}') if in_flow else comment.rstrip()}"
            self.findings.append(
                Finding(
                    "BC020",
                    (),
                    f"the text {node.text!r} is cut short: ` #` begins a comment",
                    f'quote it: "{whole}"',
                    span=node.span,
                )
            )

    def _foreign_tag(self, event: Any) -> None:
        at = event.start_mark.index
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.findings.append(
            Finding("BC010", (), f"the tag {tag} is not used in a canvas", "remove it", span=Span(at, at + 1))
        )

    def _over(self, what: str, at: int) -> None:
        self.findings.append(Finding("BC017", (), f"the file is {what}", "split it up", span=Span(at, at + 1)))
        self.root = None

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        self.root = None
        if any(finding.code == "BC020" for finding in self.findings):
            return  # a comment that swallowed a bracket is the cause, and has been said
        mark = error.problem_mark or error.context_mark
        at = min(mark.index if mark is not None else 0, len(self.text))
        begin = self.text.rfind("\n", 0, at) + 1
        line = self.text[begin : self.text.find("\n", at) if "\n" in self.text[at:] else len(self.text)]
        wide = next((char for char in "：，［］｛｝、" if char in line), None)
        previous = self.text[self.text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
        if wide is None and "：" in previous:
            wide, begin, line = "：", begin - 1 - len(previous), previous
        if wide is not None:
            ascii_mark = dict(zip("：，［］｛｝、", [":", ",", "[", "]", "{", "}", ","], strict=True))[wide]
            at = begin + line.index(wide)
            self.findings.append(
                Finding(
                    "BC020",
                    (),
                    f"the full-width {wide} means nothing to YAML here",
                    f"write {ascii_mark} with a space after it, or quote the text",
                    span=Span(at, at + 1),
                )
            )
        else:
            problem = (error.problem or "this is no YAML").replace("\n", " ")
            context = f" {error.context}" if error.context else ""
            self.findings.append(
                Finding(
                    "BC010", (), f"{problem}{context}", _syntax_hint(line), span=Span(at, min(at + 1, len(self.text)))
                )
            )


def _syntax_hint(line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())] or ":\t" in line:
        return "indent with spaces; YAML takes no tabs there"
    return "check quotes, brackets and indentation here and on the line above"
