"""Markdown from plain text: what a canvas says stays text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote

from bluecanvas.words.showing import LONGEST_NAME, cells, clip, visible

_BREAKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
_SPECIAL = re.compile(
    r"""
      \A(?: [-+](?=[ +-]|\Z) | = | : | \d{1,9}(?=[.)](?:\ |\Z)) )   # what begins a list, an underline, a command of CI
    | [\\`*_\[\]{~$<>|]
    | &(?=[#A-Za-z]|\Z)
    | !(?=\[|\Z)
    | \#\d?
    | @(?=\S)
    | :(?=//|[a-z+_-][\w+-]*:)                                      # an address, an emoji by name
    | (?<=[wW]{3})\.
    | (?<=\b[gG][hH])-(?=\d)
    """,
    re.VERBOSE,
)
_MARKS = re.compile("[\t\n\r\f\v\x85\u2028\u2029\\\\`*_\\[\\]{}~$<>|&!#@:]")
"""What may be special, or a break, wherever it stands: looking for these alone is quick, and most texts have none."""
_ELSEWHERE = ("  ", "w.", "W.", "h-", "H-")
"""And what may be so by what stands before it."""
_CODE = re.compile(r"(?<![A-Za-z0-9_`])`(?![\s`])(.*?\S)`(?![A-Za-z0-9_`])")  # a name may hold backticks itself
# Where a site makes links of finished text (mentions, issues, emoji), nothing but a character between helps:
# neither a backslash nor an entity is left of it by then.
_GAP = "&#8203;"
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", ".": "&#46;"}
_UNSAFE_IN_PATH = re.compile(r"[^\w./~-]")
_ADDRESS = re.compile(r"(?i:https?)://[^\s/]\S*\Z")
_WIDEST = 60


@lru_cache(maxsize=4096)  # a report says the same names and numbers again and again
def escape(text: str) -> str:
    """A text as Markdown that reads as exactly this text: on one line, no markup, no links, nothing invisible."""
    if _is_plain(text) and text.isprintable() and visible(text) == text:
        return text
    return _SPECIAL.sub(_escaped, visible(_BREAKS.sub(" ", text).strip()))


def _is_plain(text: str) -> bool:
    """Whether a text surely holds nothing that is special, and one space at most between any two words of it."""
    return (
        _MARKS.search(text) is None
        and text[:1] not in ("-", "+", "=", " ")
        and not text[:1].isdecimal()
        and text[-1:] != " "
        and not any([mark in text for mark in _ELSEWHERE])  # noqa: C419 - quicker so
    )


def _escaped(found: re.Match[str]) -> str:
    mark = found.group()
    if mark in _ENTITY:
        return _ENTITY[mark]
    if mark == "@" or (mark == "-" and found.start()):
        return mark + _GAP
    if mark == ":":
        return "&#58;" if found.string.startswith("//", found.end()) or not found.start() else mark + _GAP
    if mark[0] == "#":
        return f"\\#{_GAP}{mark[1:]}" if mark[1:] else "\\#"
    return f"{mark}\\" if mark.isdecimal() else f"\\{mark}"


def message(text: str, names: Collection[str] = ()) -> str:
    """What the tool says of a canvas, escaped, with what it sets in backticks as code.

    `names` are those of the canvas that hold backticks themselves (see `ticked`): there these are text.
    """
    return _message(str(text), frozenset(names)) if "`" in text else escape(str(text))


@lru_cache(maxsize=1024)
def _message(text: str, names: frozenset[str]) -> str:
    said = _BREAKS.sub(" ", text).strip()
    parts, end = [], 0
    for found in _codes(names).finditer(said):
        parts += [_plain(visible(said[end : found.start()])), _span(found)]
        end = found.end()
    return "".join((*parts, _plain(visible(said[end:]))))


def ticked(texts: Iterable[str]) -> frozenset[str]:
    """The texts that hold backticks, as a sentence has them."""
    held = {_BREAKS.sub(" ", text).strip() for text in texts if "`" in text}
    return frozenset(held | {clip(text, LONGEST_NAME) for text in held})


@lru_cache(maxsize=16)
def _codes(names: frozenset[str]) -> re.Pattern[str]:
    """What is code in a sentence: first such a name as a whole, and before the rest what only looks like code."""
    if not names:
        return _CODE
    known = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(f"`(?P<name>{known})`(?!`)|(?<!`)(?:{known})(?!`)|{_CODE.pattern}")


def _span(found: re.Match[str]) -> str:
    code = next(filter(None, found.groups()), None)
    return _plain(visible(found[0])) if code is None else _code(visible(code))


def _plain(text: str) -> str:
    return _SPECIAL.sub(_escaped, text)


def _code(text: str) -> str:
    """A text as code, between more backticks than it has in a row; as text where it would part the cells of a table."""
    if "|" in text:
        return _plain(f"`{text}`")
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    gap = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numeric: Collection[int] = ()) -> str:
    """A table of cells that are Markdown already, its columns aligned so that the source is readable too."""
    columns = [_column([row[at] for row in (header, *rows)], at in numeric) for at in range(len(header))]
    return "\n".join(f"| {' | '.join(line)} |" for line in zip(*columns, strict=True))


def _column(texts: Sequence[str], right: bool) -> list[str]:
    """A column's lines, the rule among them, each filled up with spaces to the width of the widest, within bounds."""
    sizes = [len(text) if text.isascii() else cells(text) for text in texts]
    width = max(3, *(size if size < _WIDEST else _WIDEST for size in sizes))
    fills = [" " * (width - size) for size in sizes]
    filled = [fill + text if right else text + fill for text, fill in zip(texts, fills, strict=True)]
    return [filled[0], "-" * (width - 1) + ":" if right else "-" * width, *filled[1:]]


def image(alt: str, path: str) -> str:
    """A picture, with what it shows in words."""
    target = _UNSAFE_IN_PATH.sub(lambda found: quote(found.group(), safe="", errors="replace"), path)
    return f"![{escape(alt)}]({target})"


def link(text: str, address: str | None) -> str:
    """The text as a link where the address is one of the web, else the text alone."""
    if not address or not _ADDRESS.match(address):
        return escape(text)
    target = quote(address, safe="%/:?#[]@!$&'()*+,;=-._~", errors="replace").replace("&", "&amp;")
    return f"[{escape(text)}](<{target}>)"
