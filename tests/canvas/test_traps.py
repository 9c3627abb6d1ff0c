"""YAML's traps: the file is sound or nearly so, and says something else than its author reads."""

from __future__ import annotations

import pytest
from findings_of import told

HEAD = """bluecanvas: 1
scores: [[Factor, us, them], [Price, 2, 6], [Meals, 1, 6]]
"""

TRAPS = {
    "a hash cuts a text": (
        "title: Menu of flight #112",
        [(3, 8, "BC020", 'quote it: "Menu of flight #112"')],
    ),
    "a hash cuts a text in flow style": (
        "evidence: {a: {source: Flight #112 and others, n: 3}}",
        [(3, 24, "BC020", 'quote it: "Flight #112 and others"')],
    ),
    "a hash takes the bracket with it": (
        "glossary: [API, hub # and spoke]\ntitle: Air",
        [(3, 17, "BC020", 'quote it: "hub # and spoke"')],
    ),
    "a comment is a comment": (
        "title: Air # 1st try\nglossary: [API, # one, two\n  hub # the last]\n  ]",
        [],
    ),
    "a number may have a remark": ("scale: {max: 10} #1 of them\nus: us #2", [(4, 5, "BC020", 'quote it: "us #2"')]),
    "a level may have a remark": ("scale:\n  max: 10 #1", []),
    "a comma cuts a text": (
        "evidence: {menus: Menus, two airlines}",
        [(3, 26, "BC020", 'quote the whole text: "Menus, two airlines"')],
    ),
    "commas cut a text": (
        "evidence: {menus: {source: Menus, of two, of three, n: 3}}",
        [(3, 35, "BC020", 'quote the whole text: "Menus, of two, of three"')],
    ),
    "a comma cuts the name of a factor": (
        "factors: {Price: Price, all in, Meals: Food}",
        [(3, 25, "BC020", 'quote the whole text: "Price, all in"')],
    ),
    "bare keys are no cut": ("factors: {Price, Meals}", []),
    "a full-width comma in a list": (
        "errc: {raise: {Price: {to: 9，why: Luck}}}",
        [(3, 29, "BC020", "write `,` in ASCII, or quote the text")],
    ),
    "a full-width colon": ("title：航空\nmarket: US", [(3, 6, "BC020", "write `: ` in ASCII, or quote the text")]),
    "a full-width colon on the line above": (
        "market:\n  en：US\n  de: USA",
        [(4, 5, "BC020", "write `: ` in ASCII, or quote the text")],
    ),
    "a full-width colon before a bracket": (
        "errc：{raise: [Price]}",
        [(3, 5, "BC020", "write `: ` in ASCII, or quote the text")],
    ),
    "a full-width colon before a bracket within brackets": (
        "errc: {raise：[Price]}",
        [(3, 13, "BC020", "write `: ` in ASCII, or quote the text")],
    ),
    "a full-width colon before a bracket on a line of its own": (
        "factors:\n  price：{name: 價格, kind: price}",
        [(4, 8, "BC020", "write `: ` in ASCII, or quote the text")],
    ),
    "a full-width colon before a bracket with one pair": (
        "curves:\n  我們：{role: to-be}",
        [(4, 3, "BC020", "write `: ` in ASCII before the bracket, or quote the key")],
    ),
    "a text with a full-width colon before a bracket": (
        "market: 說：[好]: x",
        [(3, 14, "BC010", "put the text in quotes")],
    ),
    "a full-width bracket that closes": (
        "glossary: [API, hub］\ntitle: Air",
        [(3, 20, "BC020", "write `]` in ASCII, or quote the text")],
    ),
    "a bracket left open among full-width texts": (
        "glossary: [快速，便宜, hub\n",
        [(3, 22, "BC010", "close it, or quote a text that holds any of")],
    ),
    "full-width brackets": (
        "scale: ｛min: 0｝",
        [(3, 8, "BC020", "write `{` in ASCII, or quote the text")],
    ),
    "full-width brackets around a text": (
        "scale: ｛min：0｝",
        [(3, 8, "BC020", "write ASCII , : [ ] { } between values, or quote the text")],
    ),
    "a full-width key without a value": (
        "{title：航空}",
        [(3, 7, "BC020", "write `: ` in ASCII, or quote the text")],
    ),
    "full-width marks belong into a text": ("title: 快速，便宜：全部［都］、有｛｝", []),
    "a price in full-width digits": ("scale: {max: ２０}", [(3, 14, "BC013", "write 20")]),
    "a decimal comma": ("scale: {max: 1,5}", [(3, 14, "BC020", "write 1.5")]),
    "a decimal comma in a level": (
        "curves: {us: {scores: {Price: {value: 2, low: 1,5, high: 3}}}}",
        [(3, 47, "BC020", "write 1.5")],
    ),
    "a decimal comma among levels": ("curves: {us: {scores: {Price: 2,0, Meals: 1}}}", [(3, 31, "BC020", "write 2.0")]),
    "two colons": ("title: Trips: under 800 km  # far", [(3, 13, "BC010", 'quote it: "Trips: under 800 km"')]),
    "two colons in flow style": ("title: {en: Trips: all}", [(3, 18, "BC010", "put the text in quotes")]),
    "no space after the colon": ("title:Air\nmarket: US", [(3, 1, "BC010", "put a space after the colon")]),
    "no colon": ("title\nmarket: US", [(3, 1, "BC010", "write it as `key: value`, or quote it")]),
    "an indentation too many": ("title: Air\n  market: US", [(4, 9, "BC010", "the line goes on from the one above")]),
    "an indentation too few": ("scale:\n  min: 0\n max: 10", [(5, 2, "BC010", "keys of one mapping begin in one column")]),
    "a tab": ("scale:\n\tmin: 0", [(4, 1, "BC010", "indent with spaces")]),
    "a tab after a colon": ("title:\tAir", []),
    "a bracket left open": (
        "glossary: [API, hub\ntitle: Air",
        [(4, 6, "BC010", "put the text in quotes")],
    ),
    "a bracket left open at the end": (
        "glossary: [API, hub\n",
        [(3, 20, "BC010", "close it, or quote a text that holds any of")],
    ),
    "a quote left open": ("title: 'Air\nmarket: US", [(3, 8, "BC010", "close it, or double a quote meant as text")]),
    "an escape that is none": (r'title: "C:\Users"', [(3, 11, "BC010", "write \\\\, or take single quotes")]),
    "half a character": (r'title: "a\ud83d"', [(3, 10, "BC010", "half of a pair such as")]),
    "both halves of a character": (r'title: "a\ud83d\ude00 \\ud83d\\ude00"', []),
    "an asterisk": ("title: *Air*", [(3, 8, "BC010", "put the text in quotes")]),
    "an at sign": ("title: @air", [(3, 8, "BC010", "put the text in quotes")]),
    "a percent sign": ("title: %air", [(3, 8, "BC010", "put the text in quotes")]),
    "a list within a line": ("glossary: - API", [(3, 11, "BC010", "put `- ` on a line of its own, below its key")]),
    "two values in a row": ("glossary: [API,, hub]", [(3, 16, "BC010", "write null for what is unknown")]),
    "a question mark": ("title: {en: ?}", [(3, 13, "BC010", "quote it, or write null for what is unknown")]),
    "a question mark before a key": ("scale: {?min: 0}", [(3, 9, "BC020", "quote a text that begins with ?")]),
    "a question mark in a text": ("title: Why?", []),
    "a question mark alone": ("market: ?", [(3, 9, "BC010", "put the text in quotes")]),
    "an anchor with a colon": ("title: &a:b c", [(3, 8, "BC010", "name it with letters and digits")]),
    "a version to come": ("--- {}\n", [(3, 1, "BC010", "put it into a file of its own")]),
}  # fmt: skip

ROWS = {
    "a comma in a name": (
        "  - [Fast, friendly service, 2, 6]",
        [(4, 5, "BC020", 'quote the whole name: "Fast, friendly service"')],
    ),
    "full-width commas": ("  - [Price，2，6]", [(4, 5, "BC020", "write ASCII commas between the cells")]),
    "one full-width comma": ("  - [Price, 2，6]", [(4, 5, "BC020", "write ASCII commas between the cells")]),
    "full-width brackets": ("  - ［Price, 2, 6］", [(4, 5, "BC020", "write ASCII , : [ ] { } between values")]),
    "full-width commas within names": (
        "  - [快速，便宜, 2]",
        [(4, 5, "BC020", "write ASCII commas between the cells")],
    ),
    "full-width commas within a name that is whole": ("  - [快速，便宜, 2, 6]", []),
    "a decimal comma": ("  - [Price, 2,5, 6]", [(4, 13, "BC020", "write 2.5")]),
    "a row of one cell": ("  - [Price]", [(4, 5, "BC014", "give every curve a level, or null")]),
    "a level too many": (
        "  - [Price,2,5,6]",
        [(4, 5, "BC014", "if 2,5 or 5,6 is one number, write 2.5 or 5.6; each curve has one level in a row")],
    ),
    "a question mark for a level": ("  - [Price, ?, 6]", [(4, 13, "BC020", "quote a text that begins with ?")]),
    "minutes": ("  - [Price, 12:30, 6]", [(4, 13, "BC013", "write a number, or null where it is unknown")]),
    "nothing between commas": ("  - [Price, ~, null]", []),
}


def placed(text: str) -> list[tuple[int, int, str, str]]:
    return [(line, column, code, hint) for line, column, code, _, hint in told(text)]


def agree(found: list[tuple[int, int, str, str]], expected: list[tuple[int, int, str, str]]) -> None:
    assert [it[:3] for it in found] == [it[:3] for it in expected]
    for (*_, hint), (*_, begins) in zip(found, expected, strict=True):
        assert hint.startswith(begins)


@pytest.mark.parametrize(("text", "expected"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_named_with_the_way_out(text: str, expected: list[tuple[int, int, str, str]]):
    agree(placed(HEAD + text), expected)


@pytest.mark.parametrize(("row", "expected"), ROWS.values(), ids=ROWS)
def test_a_trap_in_a_row_is_named_with_the_way_out(row: str, expected: list[tuple[int, int, str, str]]):
    agree(placed(f"bluecanvas: 1\nscores:\n  - [Factor, us, them]\n{row}\n"), expected)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("name", ["a full-width colon on the line above", "two colons", "a hash cuts a text"])
def test_a_trap_is_the_same_however_lines_end(name: str, ending: str):
    text, expected = TRAPS[name]
    agree(placed((HEAD + text).replace("\n", ending)), expected)
