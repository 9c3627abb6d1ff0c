"""The short way to a tree: a file whose every line is of a few simple forms is read line by line, without the parser.

Most canvases are such files, and the parser's events would take longer than all that is done with them afterwards.
The forms are `key:`, `key: value` and `- value`, with comments; a value is a plain text, a quoted one without escapes,
or a collection of them in flow style. Whatever else stands in a file, be it one blank at the end of a line, sends the
whole of it to the parser, which alone knows YAML: nothing is ever reported here. Tests hold the one against the other.
"""

from __future__ import annotations

from unicodedata import is_normalized

from bluecanvas.source.flow import QUOTES, collection, plain_values
from bluecanvas.source.forms import LINE, OTHER, START, line_at
from bluecanvas.source.late import Block, Flow, Quoted
from bluecanvas.source.lines import Lines
from bluecanvas.source.node import LIST, MAP, Node

_DEEPEST = 16
_SHORT = 200


def simple_tree(lines: Lines, most: int) -> Node | None:
    """The tree of a text of simple lines and at most so many characters; None where the parser must be asked.

    The text is one that decoding found nothing wrong with: no hidden characters are looked for here.
    """
    text = lines.text
    if len(text) > most or not (text.isascii() or _is_plain(text)):
        return None
    begun = START.match(text)
    begin = 0 if begun is None else begun.end()
    number = text.count("\n", 0, begin) - 1
    top = root = Block(MAP, lines)
    values, numbers = top.values, top.numbers
    column = 0
    margin: str | None = ""  # what indents the mapping at hand, where one more of its entries may follow
    outside: list[tuple[Block, int]] = []  # the collections that `top` lies in, with their columns
    waiting: str | None = None  # a key whose value begins on a line below
    node: str | Node | None
    for blanks, key, node, other, wrong in LINE.findall(text, begin):
        number += 1
        if not key or blanks != margin:  # most lines are one more entry of the mapping at hand
            if wrong:
                return None
            if not (key or node or other):
                continue
            kind = MAP if key else LIST
            indent = len(blanks)
            if waiting is not None:
                if indent < column or (indent == column and kind is MAP) or len(outside) == _DEEPEST:
                    return None
                outside.append((top, column))
                values[waiting] = top = Block(kind, lines)
                column, waiting = indent, None
            else:
                while outside and (indent < column or (indent == column and kind is MAP and top.kind is LIST)):
                    top, column = outside.pop()
                if indent != column or top.kind is not kind:
                    return None
            values, numbers = top.values, top.numbers
            margin = blanks if kind is MAP else None
        numbers.append(number)
        if other:
            node = _other(other, lines, number)  # noqa: PLW2901 - the other group of its line
            if node is None:
                return None
            if "\n" in other:
                number += other.count("\n")
        if not key:
            if not node:
                return None
            values.append(node)
        elif key in values:
            return None
        elif node:
            values[key] = node
        else:
            waiting, margin = key, None
    return root if root.values and waiting is None else None


def _other(typed: str, lines: Lines, number: int) -> Node | None:
    """The node of a quoted text or a collection; None where the parser must be asked."""
    if typed[0] in QUOTES:
        return Quoted(typed, lines, number)
    values = plain_values(typed) if len(typed) < _SHORT else None
    if values is not None:
        return Flow(values, lines, number)
    start = line_at(lines, number).start(OTHER)
    branch = collection(lines.text, start)
    return branch if branch is not None and branch.end == start + len(typed) else None


def _is_plain(text: str) -> bool:
    """Whether a text beyond ASCII is spelt one way only, and holds no line ends that only some know."""
    return is_normalized("NFC", text) and not any(end in text for end in "\x85\u2028\u2029")
