"""CSV: the values of blocks as comma-separated lines that spreadsheets open as they are meant.

UTF-8 with a byte order mark, without which spreadsheets misread every letter beyond ASCII; lines end in CRLF and
fields are quoted as RFC 4180 has it. A text that a spreadsheet would take for a formula begins with an apostrophe;
numbers are numbers, and what is not known is empty. Several blocks follow each other under their titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.blocks import Block
from bluecanvas.fonts import readable
from bluecanvas.renderers import Look
from bluecanvas.renderers._office_cells import Value, cells
from bluecanvas.renderers._office_xml import number

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(blocks: Sequence[Block], look: Look) -> bytes:  # noqa: ARG001 - one signature for every medium
    """The blocks as tables, an empty line between them; one alone is its table and nothing else."""
    tables = [_lines(block, len(blocks) > 1) for block in blocks]
    return (_MARK + "\r\n".join(tables)).encode()


def _lines(block: Block, titled: bool) -> str:
    table = cells(block)
    lines: list[Sequence[Value]] = [(block.title,)] * titled + [table.header, *table.rows]
    return "".join(",".join(map(_field, line)) + "\r\n" for line in lines)


def _field(value: Value) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return number(value)
    text = readable(value)
    if text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in '",\r\n') else text
