"""Syntax: the parser's complaint in words that say where the slip is and how to mend it."""

from __future__ import annotations

import re

import yaml

from bluecanvas.finding import Finding, Span
from bluecanvas.source.lines import Lines
from bluecanvas.words import clip, visible

_WIDE_MARKS = {"：": ": ", "，": ",", "、": ",", "［": "[", "］": "]", "｛": "{", "｝": "}"}

_BEFORE_BRACKET = re.compile(r"(?:[^\"'#\r\n]*[\[{,])?(?:(?!: )[^\"'#\r\n\[\]{},])*?：(?=[\[{])")
"""A key with a full-width colon, where `{` or `[` stands behind it."""
_QUOTE = "put the text in quotes"
_SECOND_COLON = "a text without quotes cannot hold a colon with a space after it"
_COLUMN = "keys of one mapping begin in one column; what belongs to a key stands further right"

_SAID = {  # the parser's problem: what it means, how to mend it, and whether it is meant at its beginning
    "block sequence entries are not allowed in this context": (
        "a list item cannot begin here", "put `- ` on a line of its own, below its key", False,
    ),
    "mapping keys are not allowed in this context": ("a `?` cannot stand here", _QUOTE, False),
    "could not find expected ':'": ("this is no key: a colon is missing", "write it as `key: value`, or quote it", True),
    "did not find expected key": ("a key is expected here", _COLUMN, False),
    "did not find expected '-' indicator": (
        "a further list item is expected here", "items of one list begin in one column, each with `- `", False,
    ),
    "did not find expected node content": (
        "a value is expected here", "write null for what is unknown; no comma stands before `]`, or twice", False,
    ),
    "did not find expected <document start>": (
        "the document has ended before this", "put everything under the keys that begin in the first column", False,
    ),
    "found unexpected end of stream": ("the quote that opens here is never closed", "close it, or double a quote meant as text", True),
    "found unexpected document indicator": (
        "the quote that opens here is not closed before a line of `---` or `...`", "close it", True,
    ),
    "found unexpected ':'": ("a colon cannot stand here", _QUOTE, False),
    "found a tab character where an indentation space is expected": ("a tab cannot indent", "indent with spaces", False),
    "found a tab character that violates indentation": ("a tab cannot indent", "indent with spaces", False),
    "did not find expected alphabetic or numeric character": (
        "a text without quotes cannot begin with {char}", _QUOTE, True,
    ),
    "found undefined tag handle": ("a text without quotes cannot begin with !", _QUOTE, True),
    "found incompatible YAML document": ("this is another version of YAML than 1.2", "remove the line", False),
}  # fmt: skip


_NO_ESCAPE = ("a backslash in double quotes begins an escape, and this is none", "write \\\\, or take single quotes")
_ESCAPES = {
    "found unknown escape character": _NO_ESCAPE,
    "did not find expected hexdecimal number": _NO_ESCAPE,
    "found invalid Unicode character escape code": (
        "this escape is no character", "half of a pair such as \\ud83d\\ude00 says nothing alone; write the character itself",
    ),
}  # fmt: skip


def explain(error: yaml.MarkedYAMLError, lines: Lines) -> Finding:
    """The finding for what the parser stumbled over: BC020 where a full-width mark is the cause, else BC010."""
    text = lines.text
    problem = error.problem or ""
    at = _index(error.problem_mark or error.context_mark, text)
    begun = _index(error.context_mark, text, at)
    wide = _wide_mark(problem, lines, begun, at)
    if wide is not None:
        mark = text[wide]
        return Finding(
            "BC020", (), f"the full-width {mark} means nothing to YAML here",
            f"write `{_WIDE_MARKS[mark]}` in ASCII, or quote the text", span=Span(wide, wide + 1),
        )  # fmt: skip
    message, hint, place = _words(problem, error.context or "", lines, begun, at)
    return Finding("BC010", (), message, hint, span=Span(place, min(place + 1, len(text))))


def _index(mark: yaml.Mark | None, text: str, otherwise: int = 0) -> int:
    return otherwise if mark is None else min(mark.index, len(text))


def _wide_mark(problem: str, lines: Lines, begun: int, at: int) -> int | None:
    """Where a full-width mark stands that explains the problem."""
    text = lines.text
    opened = _BEFORE_BRACKET.match(text, at - lines.position(at)[1] + 1, at + 1)
    if opened is not None:
        return opened.end() - 1
    if problem == "could not find expected ':'":
        return _first("：", text, begun, at)
    if problem.startswith("did not find expected ',' or"):
        if text[at : at + 1] != ":":
            return _first("］｝", text, begun, at)
        return _first("，、：｛［］｝", text, max(text.rfind(mark, begun, at) for mark in ",[{") + 1, at)
    if problem == "mapping values are not allowed in this context":
        number, column = lines.position(at)
        begin = at - column + 1
        value = text.find(": ", begin, at)
        if value >= 0:
            return _first("［｛", text, value + 2, value + 3)
        above = lines.line(number - 1) if number > 1 else ""  # went on into this line
        place = above.find("：")
        return begin - len(above) - _length_of_ending(text, begin) + place if place >= 0 else None
    return None


def _first(marks: str, text: str, begin: int, end: int) -> int | None:
    return next((place for place in range(begin, min(end, len(text))) if text[place] in marks), None)


def _length_of_ending(text: str, begin: int) -> int:
    """How many characters end the line before the one that begins at an offset."""
    return 2 if text[begin - 2 : begin] == "\r\n" else 1


def _words(problem: str, context: str, lines: Lines, begun: int, at: int) -> tuple[str, str, int]:
    """What is wrong, how to mend it, and where."""
    text = lines.text
    if problem.startswith("did not find expected ',' or"):
        if text[at : at + 1] == ":":
            return _SECOND_COLON, _QUOTE, at
        opened, closing = ("[", "]") if "sequence" in context else ("{", "}")
        return (
            f"`,` or `{closing}` is missing: the {opened} on line {lines.position(begun)[0]} is not closed",
            "close it, or quote a text that holds any of , : [ ] { } #",
            max(begun, _end_before(text, at)),
        )
    if problem == "mapping values are not allowed in this context":
        return _stray_colon(lines, at)
    if problem == "did not find expected node content" and text[at : at + 1] == "?":
        return "a text without quotes cannot begin with ? here", "quote it, or write null for what is unknown", at
    if problem == "found character that cannot start any token":
        if text[at : at + 1] == "\t":
            return "a tab cannot indent", "indent with spaces", at
        return f"a text without quotes cannot begin with {visible(text[at : at + 1])}", _QUOTE, at
    if problem in _ESCAPES:
        message, hint = _ESCAPES[problem]
        return message, hint, max(begun, text.rfind("\\", 0, at + 1))
    if "directive" in f"{problem}{context}":
        return "a line that begins with % is a directive, and none but %YAML 1.2 is used here", "remove the line", begun
    if "tag" in context:
        return "a text without quotes cannot begin with !", _QUOTE, begun
    said = _SAID.get(problem)
    if said is None:
        return f"{problem} {context}".strip() or "this is no YAML", "check quotes, brackets and indentation here", at
    message, hint, at_beginning = said
    place = begun if at_beginning else at
    if problem == "could not find expected ':'" and re.search(r"[^\s:]:[^\s:]", text[begun:at]):
        hint = "put a space after the colon"
    return message.replace("{char}", visible(text[place : place + 1])), hint, place


def _stray_colon(lines: Lines, at: int) -> tuple[str, str, int]:
    """A second `: ` on one line, or a line that goes on from the one above."""
    number, column = lines.position(at)
    line = lines.line(number)
    if ": " not in line[: column - 1]:
        return "a colon with a space after it cannot stand here", f"the line goes on from the one above; {_COLUMN}", at
    value = line.partition(": ")[2].partition(" #")[0].strip()
    hint = _QUOTE if "{" in line or "[" in line else f'quote it: "{clip(visible(value[:100]), 60)}"'
    return _SECOND_COLON, hint, at


def _end_before(text: str, at: int) -> int:
    """Where what stands before an offset ends, spaces and line endings left out."""
    while at and text[at - 1] in " \t\r\n":
        at -= 1
    return at
