"""Editing: a canvas file changed byte for byte where it must be, and proved to say what was meant and nothing else.

Changes speak of data paths, all of them of the file as it is before any change. The edits made for them touch no
other byte: comments, order, quotes, indentation, line endings and the byte order mark stay. What comes out is read
again and must say what was wished; else nothing is changed and `Refused` says why.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable

from bluecanvas.finding import Change, Span
from bluecanvas.source.editing_places import Edit, Refused, applied, comments, is_alias
from bluecanvas.source.editing_plan import Plan
from bluecanvas.source.editing_wishes import wish_of
from bluecanvas.source.node import Kind, Node
from bluecanvas.source.reading import Source, read

__all__ = ["Edit", "Refused", "edited", "edits", "rewritten"]


def rewritten(data: bytes, changes: Iterable[Change], keep_comments: bool = False) -> bytes:
    """A file's bytes with changes made; Refused where they cannot be made safely.

    What is removed takes its comments with it; with `keep_comments`, that is refused too.
    """
    source = read(data)
    mark = codecs.BOM_UTF8 if source.marked else b""
    if mark + source.text.encode() != data:
        raise Refused("the file is not UTF-8", "save it as UTF-8 first")
    return mark + edited(source, changes, keep_comments).encode()


def edited(source: Source, changes: Iterable[Change], keep_comments: bool = False) -> str:
    """A file's text with changes made; Refused where they cannot be made safely."""
    return applied(source.text, edits(source, changes, keep_comments))


def edits(source: Source, changes: Iterable[Change], keep_comments: bool = False) -> tuple[Edit, ...]:
    """The edits that make changes, in the order of the text; Refused where they cannot be made safely."""
    plan = Plan(source)
    plan.make(changes)
    made = plan.edits()
    _prove(plan, applied(source.text, made), [] if keep_comments else plan.going)
    changing = (edit for edit in made if source.text[edit.start : edit.end] != edit.text)
    return tuple(sorted(changing, key=lambda edit: (edit.start, edit.end)))


def _prove(plan: Plan, text: str, going: Iterable[Span]) -> None:
    """Read the text again: it says what was wished, is no worse to read, and every comment that stays is there."""
    source, after = plan.source, read(text.encode())
    found, before = (Counter(it.code for it in each.findings) for each in (after, source))
    if after.root is None or found - before:
        raise Refused(_reason(plan, "what would come out could not be read as meant"))
    if wish_of(after.root).said() != plan.wish.said():
        raise Refused(_reason(plan, "something else would change with it"))
    here = comments(source)
    said, still = Counter(_texts(source, here)), Counter(_texts(after, comments(after)))
    lost = said - still
    for span in going:
        lost -= Counter(_texts(source, [it for it in here if span.start <= it.start < span.end]))
    if lost or still - said:
        raise Refused("a comment would be lost", "change it by hand")


def _reason(plan: Plan, what: str) -> str:
    repeated = any(is_alias(plan.text, node) for node in _nodes(plan.root))
    return f"{what}; it is repeated by an alias (*)" if repeated else what


def _texts(source: Source, spans: Iterable[Span]) -> list[str]:
    return [source.text[span.start : span.end].strip() for span in spans]


def _nodes(node: Node) -> Iterable[Node]:
    yield node
    if node.kind != Kind.SCALAR:
        for item in node.items:
            yield from _nodes(item[1] if isinstance(item, tuple) else item)
