"""The simple forms of a line, which are read without the parser: `key:`, `key: value` and `- value`, with comments."""

from __future__ import annotations

import re

from bluecanvas.source.flow import FIRST, KEY, QUOTED
from bluecanvas.source.lines import Lines

BLANKS, _KEY, TEXT, OTHER = range(1, 5)
"""The groups in the match of a line: what indents it, a key, and behind a key or a dash a plain text or something else."""

_SIGNS = r"(?::(?=[^\t\n\r :])|(?<! )#)"  # a colon or a # that is part of a text
_ALONE = rf"{FIRST}[^\t\n\r#:]*+(?:{_SIGNS}[^\t\n\r#:]*+)*+(?<! )(?=\n)"
_BEFORE_COMMENT = rf"{FIRST}[^\t\n\r#:]*(?:{_SIGNS}[^\t\n\r#:]*)*(?<! )"
_COMMENT = r"#[^\n\r]*"
_END = rf"(?:\n| +(?=#[\t -/:-~\n]){_COMMENT}(?:\n|\Z)|\Z)"  # a digit behind the # may be a number that was cut off
_FLOW = "(?!)"
for _level in range(5):  # each holds the one before; what is deeper is left to the parser
    _FLOW = rf"[\[{{](?:[^\t\r\n\"#'\[\]{{}}]++|\n +|{QUOTED}|'|{_FLOW})*+[\]}}]"

START = re.compile(rf"(?: *(?:{_COMMENT})?\n)*(?:---\n)?")
"""What may stand before the first entry."""
LINE = re.compile(  # the groups above, then what is of no simple form, with all behind it
    rf"( *+)(?:(?:({KEY}):|-(?= +[^ #\n]))(?: +(?:({_ALONE}|{_BEFORE_COMMENT})|({QUOTED}|{_FLOW})){_END}|{_END})"
    rf"|(?:{_COMMENT})?(?:\n|\Z)|([\s\S]+))"
)
"""One entry, a comment or nothing, with the end of its line; a collection in flow style may run over several lines."""


def line_at(lines: Lines, number: int) -> re.Match[str]:
    """The match of the line with that number, from 0, which is known to be of a simple form."""
    found = LINE.match(lines.text, lines.start(number))
    assert found is not None  # any text matches
    return found
