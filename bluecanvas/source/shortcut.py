"""The short way to a tree: a file whose every line is of a few simple forms is read line by line, without the parser.

Most canvases are such files, and the parser's events would take longer than all that is done with them afterwards.
The forms are `key:`, `key: value` and `- value`, with comments; a value is a plain text, a quoted one without escapes,
or a collection of them in flow style. Whatever else stands in a file, be it one blank at the end of a line, sends the
whole of it to the parser, which alone knows YAML: nothing is ever reported here. Tests hold the one against the other.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized

from bluecanvas.source.node import LIST, MAP, Branch, Node, Scalar

_FIRST = r"(?:[^\t\n\r !\"#%&'*,\-:>?@\[\]`{|}]|-(?=[\w.]))"
_TEXT = rf"{_FIRST}[^\t\n\r#:]*(?:(?::(?=[^\t\n\r :])|(?<! )#)[^\t\n\r#:]*)*(?<! )"
_IN_FLOW = r"[^\t\n\r\"#,:?\[\]`{}]"
_TEXT_IN_FLOW = rf"{_FIRST}{_IN_FLOW}*(?<! )"
_QUOTED = r"\"[^\t\n\r\"\\]*\"|'[^\t\n\r']*'"
_KEY = rf"\w{_IN_FLOW}{{0,500}}(?<! )"  # the parser's own bound is 1,024
_COMMENT = r"#[^\n\r]*"
_END = rf"(?: +(?=#[\t -/:-~\n]){_COMMENT})?(?:\n|\Z)"  # a digit behind the # may be a number that was cut off

_LINE = re.compile(rf"( *)(?:({_KEY}):|-(?= ))(?: +(?:({_TEXT}|{_QUOTED}){_END}|([\[{{]))|{_END})")
_REST_OF_LINE = re.compile(_END)
_IDLE = re.compile(rf" *(?:{_COMMENT})?(?:\n|\Z)")
_START = re.compile(rf"(?: *(?:{_COMMENT})?\n)*(?:---\n)?")
_BETWEEN = r" *(?:\n +)?"
_ITEM = re.compile(rf"({_TEXT_IN_FLOW}|{_QUOTED}) *(?:(,){_BETWEEN}|\])")
_PAIR = re.compile(rf"({_KEY}): +(?:({_TEXT_IN_FLOW}|{_QUOTED}) *(?:(,){_BETWEEN}|\}})|(?=[\[{{]))")
_AFTER = re.compile(rf" *(?:(,){_BETWEEN}|([\]}}]))")
_BLANKS = re.compile(_BETWEEN)
_QUOTES = "\"'"
_DEEPEST = 16


def simple_tree(text: str, most: int) -> Node | None:
    """The tree of a text of simple lines and at most so many characters; None where the parser must be asked.

    The text is one that decoding found nothing wrong with: no hidden characters are looked for here.
    """
    if len(text) > most or not (text.isascii() or _is_plain(text)):
        return None
    begun = _START.match(text)
    at = begun.end() if begun is not None else 0
    end = len(text)
    top = root = Branch(MAP, at, at)
    column = 0
    outside: list[tuple[Branch, int]] = []  # the collections that `top` lies in, with their columns
    waiting: Scalar | None = None  # a key whose value begins on a line below
    node: Node | None
    match = _LINE.match
    while at < end:
        line = match(text, at)
        if line is None:
            idle = _IDLE.match(text, at)
            if idle is None:
                return None
            at = idle.end()
            continue
        blanks, name, value, flow = line.groups()
        indent = len(blanks)
        begin = at + indent
        if indent == column and name is not None and value is not None and waiting is None and top.kind is MAP:
            if name in top.keys:  # most lines are one more entry of the mapping at hand
                return None
            start, at = line.span(3)[0], line.end()
            node = _quoted(value, start) if value[0] in _QUOTES else Scalar(start, start + len(value), value)
            top.keys[name] = len(top.items)
            top.items.append((Scalar(begin, begin + len(name), name), node))
            continue
        kind = LIST if name is None else MAP
        if waiting is not None:
            if indent < column or (indent == column and kind is MAP) or len(outside) == _DEEPEST:
                return None
            opened = Branch(kind, begin, begin)
            top.keys[waiting.text] = len(top.items)
            top.items.append((waiting, opened))
            outside.append((top, column))
            top, column, waiting = opened, indent, None
        else:
            while outside and (indent < column or (indent == column and kind is MAP and top.kind is LIST)):
                _close(top)
                top, column = outside.pop()
            if indent != column or top.kind is not kind:
                return None
        if value is not None:
            start = line.start(3)
            node = _quoted(value, start) if value[0] in _QUOTES else Scalar(start, start + len(value), value)
            at = line.end()
        elif flow is not None:
            node = _collection(text, line.start(4), _DEEPEST)
            rest = None if node is None else _REST_OF_LINE.match(text, node.end)
            if rest is None:
                return None
            at = rest.end()
        else:
            node = None
            at = line.end()
        if name is None:
            if node is None:
                return None
            top.items.append(node)
            continue
        if name in top.keys:
            return None
        key = Scalar(begin, begin + len(name), name)
        if node is None:
            waiting = key
        else:
            top.keys[name] = len(top.items)
            top.items.append((key, node))
    if waiting is not None or not root.items:
        return None
    root.start = root.items[0][0].start
    _close(top)
    for above, _ in reversed(outside):
        _close(above)
    return root


def _is_plain(text: str) -> bool:
    """Whether a text beyond ASCII is spelt one way only, and holds no line ends that only some know."""
    return is_normalized("NFC", text) and not any(end in text for end in "\x85\u2028\u2029")


def _quoted(typed: str, start: int) -> Scalar:
    return Scalar(start, start + len(typed), typed[1:-1], plain=False)


def _close(node: Branch) -> None:
    """Let a collection in block style end where the last thing in it does."""
    last = node.items[-1]
    node.end = last[1].end if node.kind is MAP else last.end


def _collection(text: str, at: int, deepest: int) -> Node | None:
    """The collection in flow style that begins at a place, where it is of the simple forms and no deeper than so."""
    kind, closing = (MAP, "}") if text[at] == "{" else (LIST, "]")
    node = Branch(kind, at, at)
    blanks = _BLANKS.match(text, at + 1)
    at = blanks.end() if blanks is not None else at
    if text[at : at + 1] == closing:
        node.end = at + 1
        return node
    more = True
    while more:
        begin = at
        name: str | None = None
        if kind is MAP:
            found = _PAIR.match(text, at)
            if found is None:
                return None
            name, value, comma = found.groups()
            at, start = found.end(), found.start(2)
        else:
            found = _ITEM.match(text, at)
            value, comma = (None, None) if found is None else found.groups()
            at, start = (at, at) if found is None else (found.end(), at)
        inner: Node | None
        if value is not None:
            inner = _quoted(value, start) if value[0] in _QUOTES else Scalar(start, start + len(value), value)
            more = comma is not None
        else:
            inner = _collection(text, at, deepest - 1) if deepest and text[at : at + 1] in ("[", "{") else None
            after = None if inner is None else _AFTER.match(text, inner.end)
            if after is None or after.group(2) not in (None, closing):
                return None
            at = after.end()
            more = after.group(2) is None
        if name is None:
            node.items.append(inner)
        elif name in node.keys:
            return None
        else:
            node.keys[name] = len(node.items)
            node.items.append((Scalar(begin, begin + len(name), name), inner))
    node.end = at
    return node
