"""Positions: lines and columns as an editor shows them, and a span for every key and value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_bytes import at, plain

from bluecanvas.finding import Span
from bluecanvas.source import read
from bluecanvas.source.lines import Lines

ENDINGS = ["\n", "\r\n", "\r"]
WORDS = st.text(st.sampled_from("ab z短😀é\u0301\u0085\u2028\u2029ｗ"), min_size=1, max_size=6).map(
    lambda text: f"t{text.strip()}t"
)


def counted(text: str, offset: int) -> tuple[int, int]:
    """Line and column by the simplest count there is."""
    before = re.split("\r\n|\r|\n", text[:offset])
    if text[:offset].endswith("\r") and text[offset : offset + 1] == "\n":
        before.pop()  # between the two halves of an ending
        return len(before), len(before[-1]) + 2
    return len(before), len(before[-1]) + 1


@given(st.text(st.sampled_from("ab\n\r短😀\u0085\u2028\u2029\x0b"), max_size=40))
def test_lines_end_where_an_editor_ends_them(text: str):
    lines = Lines(text)
    for offset in range(len(text) + 1):
        assert lines.position(offset) == counted(text, offset)
    split = re.split("\r\n|\r|\n", text)
    assert [lines.line(number) for number in range(1, len(split) + 1)] == split


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8), st.sampled_from(ENDINGS), st.booleans())
def test_every_scalar_stands_where_it_is_seen(pairs: list[tuple[str, str]], ending: str, mark: bool):
    text = ending.join(f"k{number}{key}: {value}" for number, (key, value) in enumerate(pairs))
    source = read(text.encode("utf-8-sig" if mark else "utf-8"))
    assert source.findings == ()
    for number, (key, value) in enumerate(pairs):
        name = f"k{number}{key}"
        path = (next(step for step in source.root.keys if step.startswith(f"k{number}t")),)
        for on_key, typed in ((True, name), (False, value)):
            span = source.locate(path, on_key)
            assert source.text[span.start : span.end] == typed
            column = 1 if on_key else len(name) + 3
            assert source.place(span)[:2] == (number + 1, column)
            assert source.place(span)[2:] == (number + 1, column + len(typed))


@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(ENDINGS), st.sampled_from(["'", '"']))
def test_the_same_holds_in_lists_and_quotes(words: list[str], ending: str, quote: str):
    source = read(f"a:{ending}  - [{', '.join(quote + word + quote for word in words)}]".encode())
    assert source.findings == ()
    column = 6
    for number, word in enumerate(words):
        assert at(source, ("a", 0, number)) == quote + word + quote
        assert source.place(source.locate(("a", 0, number)))[:2] == (2, column)
        assert plain(source.root)["a"][0][number] == word
        column += len(word) + 4


TYPED = {
    ("plain",): "some text",
    ("single",): "'it''s'",
    ("double",): '"a\\tb"',
    ("folded",): '"over\n  lines"',
    ("anchored",): "once",
    ("tagged",): "'012'",
    ("both",): "x y",
    ("again",): "*name",
    ("far",): "value",
    ("list", 0): "1",
    ("list", 1): "two",
    ("list", 2): "[",
    ("list", 2, 0): "3",
    ("flow",): "flow",
    ("flow", "a"): "1",
    ("flow", "b c"): '"d"',
    ("flow", "bare"): "bare",
    ("empty",): "empty",
    ("block",): "block",
    ("block", "inner"): "inner",
    ("block", "inner", 1): "- second"[2:],
    ("nowhere",): "p",
    ("list", 9): "list",
}

SOURCE = """\
plain: some text   # and a remark
single: 'it''s'
double: "a\\tb"
folded: "over
  lines"
anchored: &name once
tagged: !!str '012'
both: !!str   &other x y
again: *name
far: &far   # a remark
  !!str value
list: [1, two, [3]]
flow: {a: 1, b c: "d", bare}
empty:
block:
  inner:
    - first
    - second
""".replace("plain", "plain", 1)


@pytest.mark.parametrize("path", [path for path in TYPED if path != ("nowhere",)], ids=str)
@pytest.mark.parametrize("ending", ENDINGS, ids=["LF", "CRLF", "CR"])
def test_a_path_leads_to_what_was_typed(path: tuple[str | int, ...], ending: str):
    source = read(SOURCE.replace("\n", ending).encode())
    assert source.findings == ()
    assert at(source, path) == TYPED[path].replace("\n", ending)


def test_a_path_that_leads_nowhere_ends_at_the_last_thing_on_it():
    source = read(SOURCE.encode())
    assert at(source, ("flow", "nothing", "below")) == "flow"
    assert source.locate(("nothing",)) == Span(0, len(SOURCE) - 1)
    assert source.locate(()) == Span(0, 0)
    assert read(b"").locate(("a",)) == Span(0, 0)


def test_what_ends_no_line_in_an_editor_ends_none_here():
    text = "a: 1 # one\u0085b: 2\nc: x\u2028y\u2029z\u0085w\nd: [1, # \u2028 2,\n 3]\ne: 'p\u0085q'\nf: |\n  r\u2028s\n"
    source = read(text.encode())
    assert source.findings == ()
    assert plain(source.root) == {
        "a": "1", "c": "x\u2028y\u2029z\u0085w", "d": ["1", "3"], "e": "p\u0085q", "f": "r\u2028s\n",
    }  # fmt: skip
    assert source.place(source.locate(("e",)))[:2] == (5, 4)


def test_private_characters_of_the_authors_own_stay():
    text = "a: \U000f0000\u2028\U000f0001\U0010fffd\U000f0003"
    assert plain(read(text.encode()).root) == {"a": text[3:]}


PAIRS = {
    r'"\ud83d\ude00"': "😀",
    r'"\uD83D\uDE00 \ud83d\ude01"': "😀 😁",
    r'"\\ud83d\\ude00"': r"\ud83d\ude00",
    r'"\\\ud83d\ude00"': "\\😀",
    r"'\ud83d\ude00'": r"\ud83d\ude00",
    r"\ud83d\uDE00 x": r"\ud83d\uDE00 x",
    r'"\u00e9 \ud834\udd1e"': "é 𝄞",
}


@pytest.mark.parametrize("typed", PAIRS)
def test_two_escapes_of_json_make_one_character(typed: str):
    source = read(f"a: {typed}\nb: c\n".encode())
    assert source.findings == ()
    assert plain(source.root) == {"a": PAIRS[typed], "b": "c"}
    assert at(source, ("a",)) == typed
    assert at(source, ("b",)) == "c"


@pytest.mark.parametrize("typed", [r'"\ud83d"', r'"\ude00"', r'"\ude00\ud83d"', r'"\ud83d\\ude00"'])
def test_half_a_pair_is_no_character(typed: str):
    source = read(f"a: {typed}\n".encode())
    [finding] = source.findings
    assert (finding.code, finding.message) == ("BC010", "this escape is no character")
    assert source.text[finding.span.start : finding.span.end] == "\\"
