"""Collections in flow style of the simple forms: plain texts, quoted ones without escapes, and collections of these."""

from __future__ import annotations

import re
from functools import lru_cache

from bluecanvas.source.node import LIST, MAP, Branch, Node, Scalar

FIRST = r"(?:[^\t\n\r !\"#%&'*,\-:>?@\[\]`{|}]|-(?=[\w.]))"
QUOTED = r"\"[^\t\n\r\"\\]*\"|'[^\t\n\r']*'"
IN_FLOW = r"[^\t\n\r\"#,:?\[\]`{}]"
KEY = rf"\w{IN_FLOW}{{0,500}}+(?<! )"  # the parser's own bound is 1,024

_TEXT = rf"{FIRST}{IN_FLOW}*(?<! )"
_BETWEEN = r" *(?:\n +)?"
_ITEM = re.compile(rf"({_TEXT}|{QUOTED}) *(?:(,){_BETWEEN}|\])")
_PAIR = re.compile(rf"({KEY}): +(?:({_TEXT}|{QUOTED}) *(?:(,){_BETWEEN}|\}})|(?=[\[{{]))")
_AFTER = re.compile(rf" *(?:(,){_BETWEEN}|([\]}}]))")
_BLANKS = re.compile(_BETWEEN)
_FLAT_LIST = re.compile(rf"\[{_BETWEEN}{_TEXT} *(?:,{_BETWEEN}{_TEXT} *)*\]")
_FLAT_PAIRS = re.compile(rf"({KEY}): +({_TEXT}) *[,}}]{_BETWEEN}")
_FLAT_MAP = re.compile(rf"\{{{_BETWEEN}{KEY}: +{_TEXT} *(?:,{_BETWEEN}{KEY}: +{_TEXT} *)*\}}")
QUOTES = "\"'"
_DEEPEST = 16


@lru_cache(maxsize=1024)
def plain_values(typed: str) -> tuple[str, ...] | dict[str, str] | None:
    """What a collection of plain texts alone holds, which nobody may change; None for any other."""
    if typed[0] == "[":
        return tuple([text.strip(" \n") for text in typed[1:-1].split(",")]) if _FLAT_LIST.fullmatch(typed) else None
    pairs = _FLAT_PAIRS.findall(typed, 1) if _FLAT_MAP.fullmatch(typed) else ()
    found = dict(pairs)
    return found if found and len(found) == len(pairs) else None


def quoted(typed: str, start: int) -> Scalar:
    """The node of a quoted text without escapes."""
    return Scalar(start, start + len(typed), typed[1:-1], plain=False)


def collection(text: str, at: int, deepest: int = _DEEPEST) -> Branch | None:
    """The collection that begins at a place, where it is of the simple forms and no deeper than so; else None."""
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
            inner = quoted(value, start) if value[0] in QUOTES else Scalar(start, start + len(value), value)
            more = comma is not None
        else:
            inner = collection(text, at, deepest - 1) if deepest and text[at : at + 1] in ("[", "{") else None
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
