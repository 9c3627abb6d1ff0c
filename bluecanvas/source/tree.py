"""The tree: YAML as typed, each node with its span, built from the parser's events within limits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

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
from bluecanvas.source.decoding import hidden_character, hidden_in
from bluecanvas.source.limits import Enough, Limits
from bluecanvas.source.lines import Lines, comment_starts
from bluecanvas.source.node import LIST, MAP, Branch, Kind, Node, Scalar
from bluecanvas.words import clip, quoted, visible

if TYPE_CHECKING:
    from bluecanvas.source.sizes import Sizes
    from bluecanvas.source.standins import StandIns

try:  # one parser on every machine: PyYAML's own in Python accepts other files than libyaml does
    from yaml._yaml import CParser
except ImportError as missing:
    raise CallError("PyYAML was built without libyaml", "reinstall it from a wheel: pip install PyYAML") from missing

_TAG = "tag:yaml.org,2002:"
_TEXT_TAGS = {f"{_TAG}str", "!"}
_SCALAR_TAGS = {f"{_TAG}{name}" for name in ("str", "int", "float", "bool", "null")} | {"!"}
_PROPERTIES = r"(?:(?:!<[^>]*>|[&!][^\s,\[\]{}]*)(?:[ \t\r\n]+(?:#[^\r\n]*)?)*)+"


class Builder:
    """Builds the tree of one text; `findings` holds what is wrong, `root` the tree as far as it could be built."""

    def __init__(self, lines: Lines, limits: Limits, findings: Iterable[Finding] = ()) -> None:
        self.text = lines.text
        self.limits = limits
        self.findings = list(findings)
        self.root: Node | None = None
        self._lines = lines
        self._stand_ins = None if self.text.isascii() and "\\u" not in self.text else _stand_ins(self.text)
        self._anchors: dict[str, Node | None] = {}
        self._sizes: Sizes | None = None
        self._repeated = 0
        self._swallowed: list[tuple[Node, str]] = []  # texts in flow style before a comment that holds a bracket
        self._has_question_mark = "?" in self.text
        self._comments = comment_starts(self.text)

    def build(self) -> None:
        """Read every event once."""
        if "%TAG" in self.text and (found := re.search(r"(?:\A|(?<=[\r\n]))%TAG", self.text)):
            at = Span(found.start(), found.end())
            self._find("BC010", "the directive %TAG is not used in a canvas", "remove the line", at)
            return
        parser = CParser(self.text if self._stand_ins is None else self._stand_ins.text)
        try:
            self._walk(parser.get_event)
        except yaml.MarkedYAMLError as error:
            self.root = None
            if self._swallowed:  # the comment took a bracket with it: the cause, where the parser sees the effect
                self._cut_by_hash(*self._swallowed[-1], in_flow=True)
            elif not any(finding.code == "BC020" for finding in self.findings):
                from bluecanvas.source.syntax import explain

                self.findings.append(explain(error, self._lines))
        except Enough:
            self.root = None
        finally:
            parser.dispose()

    def _walk(self, next_event: Any) -> None:
        open_nodes: list[Branch] = []  # collections begun and not ended
        pending: list[Node | None] = []  # for each of them, the key that waits for its value
        anchors: list[str | None] = []
        flows: list[bool] = []
        documents = 0
        total = 0
        most = self.limits.nodes
        comments = self._comments
        bare = self._stand_ins is None and not self._has_question_mark
        node: Node
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                total += 1
                end = event.end_mark.index
                if bare and not event.style and event.tag is None and event.anchor is None and end not in comments:
                    node = Scalar(event.start_mark.index, end, event.value)  # most values: nothing to look at
                else:
                    node = self._scalar(event, bool(flows) and flows[-1])
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = opened = self._opened(event, MAP if kind is MappingStartEvent else LIST)
                open_nodes.append(opened)
                pending.append(None)
                anchors.append(event.anchor)
                flows.append(bool(event.flow_style))
                total += 1
                if len(open_nodes) > self.limits.depth:
                    self._over(f"is nested more than {self.limits.depth} deep", node.start)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = open_nodes.pop()
                anchor = anchors.pop()
                pending.pop()
                self._close(node, event, flows.pop())
                if anchor is not None:
                    self._anchors[anchor] = node
            elif kind is AliasEvent:
                node, size = self._alias(event, len(open_nodes))
                total += size
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    at = event.start_mark.index
                    message = "a second document begins here; a canvas is one document"
                    self._find("BC010", message, "put it into a file of its own", Span(at, at + 3))
                    return
                continue
            else:
                continue
            if total > most:
                self._over(f"holds more than {most:,} values, aliases counted as often as they stand", node.start)
            if not open_nodes:
                self.root = node
                continue
            parent = open_nodes[-1]
            if parent.kind is LIST:
                parent.items.append(node)
            elif (key := pending[-1]) is None:
                pending[-1] = node
            else:
                self._pair(parent, key, node)
                pending[-1] = None

    def _scalar(self, event: Any, in_flow: bool) -> Scalar:
        start = event.start_mark.index
        end = event.end_mark.index
        text = event.value
        style = event.style
        plain = not style
        if self._stand_ins is not None:
            text = self._stand_ins.reveal(text, style == '"')
        if in_flow and self._has_question_mark and self.text[start - 1 : start] == "?":
            self._question_mark(start - 1)
        if event.tag is not None or event.anchor is not None:
            self._check_anchor(event)
            start = self._own_start(start, end)
            if event.tag is not None:
                if event.tag not in _SCALAR_TAGS:
                    self._foreign_tag(event)
                plain = event.tag not in _TEXT_TAGS
        if style == '"' and "\\" in (typed := self.text[start:end]):  # what is hidden without an escape has been found
            hidden = next((found.group() for found in hidden_in(text) if found.group() not in typed), None)
            if hidden is not None:
                self._finding(hidden_character(hidden, Span(start, end)))
        node = Scalar(start, end, text, plain)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        if plain and end in self._comments:
            self._hash_after(node, in_flow)
        return node

    def _opened(self, event: Any, kind: Kind) -> Branch:
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            if event.tag not in (None, "!", f"{_TAG}{'map' if kind == MAP else 'seq'}"):
                self._foreign_tag(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = None  # known, but not whole before its end
            self._check_anchor(event)
            start = self._own_start(start, len(self.text))
        if self._has_question_mark and event.flow_style and self.text[start : start + 2] in ("?,", "?]", "?}", "?"):
            self._question_mark(start)
        return Branch(kind, start, start + 1)

    def _question_mark(self, at: int) -> None:
        hint = "quote a text that begins with ?, and write null for what is unknown"
        self._find("BC020", "the ? is no text here: it begins a key", hint, Span(at, at + 1))

    def _check_anchor(self, event: Any) -> None:
        """YAML 1.2 lets a colon stand in the name of an anchor, libyaml does not and reads it as the text's beginning."""
        anchor = event.anchor
        if anchor is not None:
            at = self.text.find(f"&{anchor}", event.start_mark.index)
            if self.text[at + len(anchor) + 1 : at + len(anchor) + 2] == ":":
                hint = "name it with letters and digits, or quote a text that begins with &"
                self._find("BC010", "the name of an anchor cannot hold a colon", hint, Span(at, at + 1))

    def _own_start(self, start: int, end: int) -> int:
        """Where a node begins behind its tag and anchor, which the parser counts in."""
        properties = re.compile(_PROPERTIES).match(self.text, start, end)
        return start if properties is None else properties.end()

    def _close(self, node: Branch, event: Any, flow: bool) -> None:
        if flow:
            node.end = event.end_mark.index
        elif node.items:  # a block collection's own end mark stands where the next thing begins
            last = node.items[-1]
            node.end = last.end if isinstance(last, Node) else max(last[0].end, last[1].end)

    def _pair(self, parent: Branch, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            message = "a key is one text, not a list or a mapping"
            self._find("BC013", message, "write the key as a text; YAML's `?` is not needed", key.span)
            return
        name = key.text
        if not name.isascii():
            name = key.text = normalize("NFC", name)
        if name in parent.keys:
            first = parent.items[parent.keys[name]][0]
            shown = clip(visible(name[:100]), 60)
            message = f"{quoted(shown)} stands here a second time; the first is on line {self._lines.position(first.start)[0]}"
            self._find("BC011", message, "keep one of the two", key.span)
            return
        parent.keys[name] = len(parent.items)
        parent.items.append((key, value))

    def _alias(self, event: Any, depth: int) -> tuple[Node, int]:
        """What an alias stands for, at the alias's own place, and how many values that is."""
        start, end = event.start_mark.index, event.end_mark.index
        name = clip(event.anchor[:100], 60)
        node = self._anchors.get(event.anchor)
        if node is None:
            if event.anchor in self._anchors:
                self._find("BC016", f"*{name} contains itself", "write out what is meant", Span(start, end))
            else:
                hint = f"put &{name} before what is meant, or quote the text"
                self._find("BC015", f"*{name} refers to an anchor that is not there", hint, Span(start, end))
            return Scalar(start, end, ""), 1
        if self._sizes is None:
            from bluecanvas.source.sizes import Sizes

            self._sizes = Sizes()
        size = self._sizes.of(node)
        self._repeated += size.characters
        if depth + size.levels > self.limits.depth:
            self._over(f"is nested more than {self.limits.depth} deep", start)
        if self._repeated > self.limits.repeated:
            self._over(f"repeats more than {self.limits.repeated:,} characters through aliases", start)
        if not isinstance(node, Branch):
            return Scalar(start, end, node.text, node.plain), size.values
        copy = Branch(node.kind, start, end)
        copy.items, copy.keys = node.items, node.keys
        return copy, size.values

    def _hash_after(self, node: Node, in_flow: bool) -> None:
        """Look at a comment behind a text without quotes: it may have been meant as part of it."""
        begin = self._comments[node.end]
        if not in_flow and not self.text[begin : begin + 1].isdigit():
            return
        line, column = self._lines.position(begin)
        comment = self._lines.line(line)[column - 1 :]
        if comment[:1].isdigit() and not node.text.lstrip("-").replace(".", "").isdigit():
            self._cut_by_hash(node, comment, in_flow)
        elif in_flow and any(mark in comment for mark in "]}"):
            self._swallowed.append((node, comment))

    def _cut_by_hash(self, node: Node, comment: str, in_flow: bool) -> None:
        rest = re.split(r"[,\]}]", comment)[0] if in_flow else comment
        whole = clip(visible(f"{node.text} #{rest.rstrip()}"[:200]), 60)
        message = f"the text {quoted(clip(visible(node.text[:100]), 60))} is cut short: ` #` begins a comment"
        self._find("BC020", message, f'quote it: "{whole}"', node.span)

    def _foreign_tag(self, event: Any) -> None:
        at = event.start_mark.index
        tag = clip(visible(event.tag[:100].replace(_TAG, "!!")), 60)
        hint = "remove it, or quote a text that begins with !"
        self._find("BC010", f"the tag {tag} is not used here", hint, Span(at, at + 1))

    def _over(self, what: str, at: int) -> None:
        self._finding(Finding("BC017", (), f"the file {what}", "split it up", span=Span(at, at + 1)))
        raise Enough

    def _find(self, code: str, message: str, hint: str, span: Span) -> None:
        self._finding(Finding(code, (), message, hint, span=span))

    def _finding(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) >= self.limits.findings:
            raise Enough


def _stand_ins(text: str) -> StandIns | None:
    from bluecanvas.source.standins import stand_ins

    return stand_ins(text)
