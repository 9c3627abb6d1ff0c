"""The short way and the parser make the same tree of the same text, to the last position."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from bluecanvas.source import LIMITS, Node
from bluecanvas.source.decoding import decode
from bluecanvas.source.lines import Lines
from bluecanvas.source.shortcut import simple_tree
from bluecanvas.source.tree import Builder

CANVASES = sorted(Path(__file__).parents[2].joinpath("canvases").glob("*.yaml"))

SIMPLE = {
    "a score table": "scores:\n  - [Factor, Ours, Theirs]\n  - [Price, 2, 6]\n  - [Meals, 0, 7.5]\n",
    "a list no deeper than its key": "scores:\n- [Factor, Ours]\n- [Price, 2]\ntitle: Air\n",
    "nested mappings": "curves:\n  plan:\n    name: Point to point\n    scores:\n      price: 3\n  rival:\n    name: Them\nus: plan\n",
    "comments": "# first\n---\n# second\na: 1  # one\n\n  # third\nb:  # nothing yet\n  c: 2",
    "quotes": "a: \"one: two # three\"\nb: 'it is, so [far]'\nc: [\"x, y\", 'z']\n",
    "signs within texts": "a: 12:30 is -5 & more, isn't it? {no} [list]\nb: https://example.org/s#top\n",
    "collections over lines": "a: {b: 1,\n    c: [2, 3,\n  4], d: {}}\ne: []\n",
    "names in Chinese": "標題: 短程航空，兩地之間\nfactors: {票價: {name: 票價, kind: price}}\n",
}
OTHERS = {
    "an alias": "a: &x 1\nb: *x\n",
    "a tag": "a: !!str 1\n",
    "a folded text": "a: >-\n  one\n  two\n",
    "a text over two lines": "a: one\n  two\n",
    "a key twice": "a: 1\na: 2\n",
    "a key without a value": "a:\nb: 1\n",
    "an escape": 'a: "\\u00e9"\n',
    "a blank at the end of a line": "a: 1 \n",
    "a tab": "a:\t1\n",
    "Windows' line ends": "a: 1\r\nb: 2\r\n",
    "a number that a comment cut": "a: Boeing 7 #37\n",
    "a comma that cut a text": "{a: one, two}\n",
    "a pair in a list": "a: [b: 1]\n",
    "a mapping in a list": "a:\n  - b: 1\n",
    "a second document": "a: 1\n---\nb: 2\n",
    "a name in two code points": "e\u0301: 1\n",
    "a line separator": "a: one\u2028two\n",
    "less and less indented": "a:\n    b: 1\n  c: 2\n",
    "a mapping below a text": "a: 1\n  b: 2\n",
    "an item left out": "a:\n  -  # nothing\n",
    "nothing": "# nothing\n",
}
WORDS = st.sampled_from(
    ["a", "b", "Price", "No", "7", "-1", "012", ".5", "~", "null", "a b", "x-y", "價格", "'q'", '"q: r"', "''", "é", "\xa0", "u:v",
     "a,b", "f#g", "-", "?", "*a", "&a", "!t", "|", ">", "%", "@", "`", "{", "}", "[", "]", "<<", "=", "$", "(x)", "\U0001f600", "\x85"]
)  # fmt: skip
FLOW = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.tuples(WORDS, inner), max_size=3).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"
        ),
        st.lists(inner, max_size=3).map(lambda items: "[" + ",\n    ".join(items) + "]"),
    ),
    max_leaves=6,
)
LINES = st.tuples(
    st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "\t"]),
    st.one_of(
        st.builds("{}: {}".format, WORDS, FLOW),
        st.builds("{}:".format, WORDS),
        st.builds("- {}".format, FLOW),
        st.builds("{} : {}".format, WORDS, WORDS),
        st.sampled_from(["", "# note", "-", "- ", "-  # c", "---", "...", "- - a", "- a: b", "%X", "? a"]),
        FLOW,
    ),
    st.sampled_from(["", "", "", "", " # c", "  #c", " #1", " ", "#"]),
).map("".join)
SOUP = st.lists(LINES, max_size=8).map("\n".join)

PLAIN = st.sampled_from(["Price", "a b", "7", "-1", "012", "null", "價格", "'q'", '"q: r"', "it's", "é", "x-y", "(x)"])
KEYS = st.sampled_from(["a", "b", "Price", "a b", "7", "價格", "x-y"])
NOISE = st.sampled_from(["", "", "", "", "", "", "# note\n", " ", "  # c", "?"])


@st.composite
def blocks(draw: st.DrawFn, indent: int = 0) -> str:
    """Mappings in lists of lines, with now and then a thing too many."""
    said = ""
    for key in draw(st.lists(KEYS, min_size=1, max_size=3, unique=True)):
        kind = draw(st.sampled_from(["text", "flow", "list", "mapping"] if indent < 6 else ["text"]))
        begin = f"{' ' * indent}{key}:"
        if kind == "text":
            said += f"{begin} {draw(PLAIN)}\n"
        elif kind == "flow":
            said += f"{begin} [{', '.join(draw(st.lists(PLAIN, max_size=3)))}]{draw(NOISE)}\n"
        elif kind == "list":
            items = draw(st.lists(PLAIN, min_size=1, max_size=3))
            deeper = " " * (indent + draw(st.sampled_from([0, 2, 4])))
            said += f"{begin}\n" + "".join(f"{deeper}- {item}\n" for item in items)
        else:
            said += f"{begin}{draw(NOISE)}\n" + draw(blocks(indent + draw(st.sampled_from([1, 2, 4]))))
    return said


def shape(node: Node | None) -> object:
    """A tree as plain values, positions included."""
    if node is None:
        return None
    inner = [tuple(map(shape, item)) if isinstance(item, tuple) else shape(item) for item in node.items]
    return (node.kind, node.start, node.end, node.text, node.plain, inner, dict(node.keys))


def parsed(text: str) -> object:
    """What the parser makes of a text; its findings where it has some."""
    builder = Builder(Lines(text), LIMITS)
    builder.build()
    return builder.findings or shape(builder.root)


@pytest.mark.parametrize("text", SIMPLE.values(), ids=SIMPLE)
def test_simple_files_take_the_short_way_to_the_same_tree(text):
    assert shape(simple_tree(Lines(text), LIMITS.nodes)) == parsed(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_all_others_are_left_to_the_parser(text):
    assert simple_tree(Lines(text), LIMITS.nodes) is None


def test_a_file_that_may_hold_too_much_is_left_to_the_parser_which_counts():
    assert simple_tree(Lines("a: 1\n"), most=4) is None


def test_nesting_is_bounded():
    deep = "".join(f"{' ' * at}k{at}:\n" for at in range(40)) + " " * 40 + "v: 1\n"
    assert simple_tree(Lines(deep), LIMITS.nodes) is None
    assert simple_tree(Lines(f"a: {'[' * 40}{']' * 40}\n"), LIMITS.nodes) is None


@pytest.mark.parametrize("path", CANVASES, ids=lambda path: path.stem)
def test_the_gallery_reads_the_same_both_ways(path):
    text = path.read_text(encoding="utf-8")
    tree = simple_tree(Lines(text), LIMITS.nodes)
    assert tree is None or shape(tree) == parsed(text)


@settings(max_examples=500)
@given(st.one_of(blocks(), blocks(), SOUP))
def test_whatever_takes_the_short_way_reads_the_same(text):
    assume(not decode(text.encode()).findings)
    tree = simple_tree(Lines(text), LIMITS.nodes)
    event("short" if tree is not None else "parser")
    assert tree is None or shape(tree) == parsed(text)
