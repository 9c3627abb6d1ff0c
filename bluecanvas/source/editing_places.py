"""Places in a text: lines, comments, gaps between entries, and the edits made there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bluecanvas.errors import CanvasError
from bluecanvas.finding import Span
from bluecanvas.named import NamedTuple
from bluecanvas.source.node import Kind, Node
from bluecanvas.source.reading import Source

QUOTES = ("'", '"')
_BREAK = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")


class Refused(CanvasError):  # noqa: N818 - named for what happened, as MissingExtra is
    """A change that cannot be made without touching what is not meant; the message says why, the hint what helps."""


class Edit(NamedTuple):
    """A stretch of the text, and what comes to stand there."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; Refused where two of them meet."""
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise Refused("two changes meet in one place", "make one after the other")
        done += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*done, text[at:]))


def comments(source: Source) -> list[Span]:
    """Where the comments of a file stand."""
    scalars = sorted({(node.start, node.end) for node in source.scalars() if node.end > node.start})
    found: list[Span] = []
    at = 0
    for start, end in [*scalars, (len(source.text), len(source.text))]:
        found.extend(Span(*it.span()) for it in _COMMENT.finditer(source.text, at, max(at, start)))
        at = max(at, end)
    return found


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_above(text: str, begin: int) -> Span:
    """The line above one that begins at an offset, its line ending left out."""
    end = begin - (2 if text[begin - 2 : begin] == "\r\n" else 1)
    return Span(line_start(text, end), end)


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, its line ending left out."""
    found = _BREAK.search(text, at)
    return len(text) if found is None else found.start()


def next_line(text: str, at: int) -> int:
    """Where the line behind that of an offset begins; the text's end where there is none."""
    found = _BREAK.search(text, at)
    return len(text) if found is None else found.end()


def newline_of(text: str) -> str:
    """How the lines of a text end."""
    found = _BREAK.search(text)
    return "\n" if found is None else found.group()


def is_blank(text: str, start: int, end: int) -> bool:
    """Whether nothing but spaces stands there."""
    return not text[start:end].strip(" \t")


def bare(text: str, start: int, end: int) -> str:
    """What stands between two entries besides comments and blanks."""
    return _COMMENT.sub("", text[start:end]).strip() if start < end else ""


def is_flow(text: str, node: Node) -> bool:
    """Whether a collection stands in brackets."""
    return node.kind != Kind.SCALAR and text[node.start : node.start + 1] in ("[", "{")


def is_alias(text: str, node: Node) -> bool:
    """Whether a node is written as `*name`."""
    return text[node.start : node.start + 1] == "*"


def quote_near(text: str, nodes: Iterable[Node]) -> str:
    """The quote the neighbours are written in."""
    marks = (text[node.start : node.start + 1] for node in nodes if node.kind == Kind.SCALAR and not node.plain)
    return next((mark for mark in marks if mark in QUOTES), '"')


def strange(what: str) -> Refused:
    """The refusal for entries that are written in a way that is not edited."""
    return Refused(f"{what} cannot be edited safely", "change it by hand")
