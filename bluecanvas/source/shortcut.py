"""The short way to a tree: a file whose every line is of a few simple forms is read line by line, without the parser.

Most canvases are such files, and the parser's events would take longer than all that is done with them afterwards.
The forms are `key:`, `key: value` and `- value`, with comments; a value is a plain text, a quoted one without escapes,
or a collection of them in flow style. Whatever else stands in a file, be it one blank at the end of a line, sends the
whole of it to the parser, which alone knows YAML: nothing is ever reported here. Tests hold the one against the other.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized

from bluecanvas.source.flow import FIRST, KEY, QUOTED, QUOTES, collection, plain_values, quoted
from bluecanvas.source.late import OTHER, Block, Flow
from bluecanvas.source.node import LIST, MAP, Node

_SIGNS = r"(?::(?=[^\t\n\r :])|(?<! )#)"  # a colon or a # that is part of a text
_ALONE = rf"{FIRST}[^\t\n\r#:]*+(?:{_SIGNS}[^\t\n\r#:]*+)*+(?<! )(?=\n)"
_BEFORE_COMMENT = rf"{FIRST}[^\t\n\r#:]*(?:{_SIGNS}[^\t\n\r#:]*)*(?<! )"
_COMMENT = r"#[^\n\r]*"
_END = rf"(?:\n| +(?=#[\t -/:-~\n]){_COMMENT}(?:\n|\Z)|\Z)"  # a digit behind the # may be a number that was cut off
_FLOW = "(?!)"
for _level in range(5):  # each holds the one before; what is deeper is left to the parser
    _FLOW = rf"[\[{{](?:[^\t\r\n\"#'\[\]{{}}]++|\n +|{QUOTED}|'|{_FLOW})*+[\]}}]"

_START = re.compile(rf"(?: *(?:{_COMMENT})?\n)*(?:---\n)?")
_LINE = re.compile(  # the groups of `late`, then what is of no simple form, with all behind it
    rf"( *+)(?:(?:({KEY}):|-(?= +[^ #\n]))(?: +(?:({_ALONE}|{_BEFORE_COMMENT})|({QUOTED}|{_FLOW})){_END}|{_END})"
    rf"|(?:{_COMMENT})?(?:\n|\Z)|([\s\S]+))"
)
_DEEPEST = 16
_SHORT = 200


def simple_tree(text: str, most: int) -> Node | None:
    """The tree of a text of simple lines and at most so many characters; None where the parser must be asked.

    The text is one that decoding found nothing wrong with: no hidden characters are looked for here.
    """
    if len(text) > most or not (text.isascii() or _is_plain(text)):
        return None
    begun = _START.match(text)
    top = root = Block(MAP)
    values, lines = top.values, top.lines
    column = 0
    margin: str | None = ""  # what indents the mapping at hand, where one more of its entries may follow
    outside: list[tuple[Block, int]] = []  # the collections that `top` lies in, with their columns
    waiting: str | None = None  # a key whose value begins on a line below
    node: str | Node | None
    for line in _LINE.finditer(text, begun.end() if begun is not None else 0):
        blanks, key, value, other, wrong = line.groups()
        if key is None or blanks != margin:  # most lines are one more entry of the mapping at hand
            if wrong:
                return None
            if not (key or value or other):
                continue
            kind = LIST if key is None else MAP
            indent = len(blanks)
            if waiting is not None:
                if indent < column or (indent == column and kind is MAP) or len(outside) == _DEEPEST:
                    return None
                outside.append((top, column))
                values[waiting] = top = Block(kind)
                column, waiting = indent, None
            else:
                while outside and (indent < column or (indent == column and kind is MAP and top.kind is LIST)):
                    top, column = outside.pop()
                if indent != column or top.kind is not kind:
                    return None
            values, lines = top.values, top.lines
            margin = blanks if kind is MAP else None
        node = _other(other, line) if other else value
        lines.append(line)
        if key is None:
            if node is None:
                return None
            values.append(node)
        elif key in values:
            return None
        elif node is not None:
            values[key] = node
        elif other:
            return None
        else:
            waiting, margin = key, None
    return root if root.values and waiting is None else None


def _other(typed: str, line: re.Match[str]) -> Node | None:
    """The node of a quoted text or a collection; None where the parser must be asked."""
    start = line.start(OTHER)
    if typed[0] in QUOTES:
        return quoted(typed, start)
    values = plain_values(typed) if len(typed) < _SHORT else None
    if values is not None:
        return Flow(values, line)
    branch = collection(line.string, start)
    return branch if branch is not None and branch.end == line.end(OTHER) else None


def _is_plain(text: str) -> bool:
    """Whether a text beyond ASCII is spelt one way only, and holds no line ends that only some know."""
    return is_normalized("NFC", text) and not any(end in text for end in "\x85\u2028\u2029")
