"""Any bytes at all: an answer, never an exception, with every position inside the text and every value as typed."""

from __future__ import annotations

import subprocess
import sys

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from reading_bytes import plain

from bluecanvas.canvas import read as read_canvas
from bluecanvas.parsing import data_of
from bluecanvas.source import Kind, Node, Source, read

TOKENS = [
    "bluecanvas: 1\n", "scores:", "factors:", "curves:", "errc:", "texts:", "evidence:", "scale:", "us:", "raise", "name",
    "role: to-be", "based_on: a", "value", "low", "a", "b", "Price", "短程", "😀", "0", "7", "1.5", "-1", "1e1", "012", ".nan",
    "null", "~", "true", "No", "2026-10", "- ", "[", "]", "{", "}", ", ", ": ", ":", ",", "? ", "\n", "\r\n", "\r", " ", "  ",
    "    ", "\t", " #", "# ", "'", '"', "|", ">", "|-\n", "&a ", "*a", "!!str ", "!x ", "<<: ", "---\n", "...\n", "%YAML 1.2\n",
    "%TAG ! x\n", "\\", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\u0085", "\u2028", "\ufeff", "\u200b", "\0", "\x1b", "，", "：",
    "［", "］", "@", "`", "%", "x-a: ", "zh-Hant: ", "title: ",
]  # fmt: skip
YAMLISH = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)


def nodes(root: Node) -> list[Node]:
    """Every node below and including one, aliases as often as they stand."""
    found, stack = [], [root]
    while stack:
        node = stack.pop()
        found.append(node)
        for item in node.items:
            stack.extend(item if isinstance(item, tuple) else (item,))
    return found


def holds(source: Source) -> None:
    """Whatever was read: places are places, spans are within the text, and findings say something."""
    lines = 1 + sum(1 for _ in source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:])
    for finding in source.findings:
        place = source.place(finding.span or source.locate(finding.path, finding.on_key))
        assert 1 <= place.line <= place.end_line <= lines
        assert place.column >= 1
        assert place.column <= len(source.line(place.line)) + 2
        assert finding.message
        assert "\n" not in finding.message
    if source.root is None:
        assert source.findings
        return
    for node in nodes(source.root):
        assert 0 <= node.start <= node.end <= len(source.text)


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"\x00\x00\xfe\xff")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_answered(data: bytes):
    holds(read(data))
    read_canvas(data)


@given(st.text(max_size=120))
@example("\ufeff\ufeff")
@example("\u2028")
@example("a: \ud83d".encode("utf-8", "replace").decode())
def test_any_text_is_answered(text: str):
    holds(read(text.encode("utf-8", "surrogatepass")))


@given(YAMLISH)
@example('"\\ud83d\\ude00": [')
@example("- &a [*a]\n- *a")
@example("&a a: *a")
@example("? &a\n: *a")
@example("!!str")
@example("&a")
@example("&a !!str\n# x\n  y")
@example("{a: 1 #2]")
@example("[a #1")
def test_anything_like_yaml_is_answered(text: str):
    source = read(text.encode())
    holds(source)
    if source.root is not None:
        data_of(source.root)


@given(YAMLISH)
@example("scores: [[a]]")
@example("scores: [[], []]\ncurves: {'': }")
@example("curves: {a: {errc: {raise: {0: }}}}")
@example("texts: {de: {factors: {a: b}}}\nfactors:")
def test_anything_like_a_canvas_is_answered(text: str):
    done = read_canvas(f"bluecanvas: 1\n{text}".encode())
    holds(done.source)
    for finding in done.findings:
        done.source.place(finding.span or done.source.locate(finding.path, finding.on_key))
    if done.canvas is not None:
        for curve in done.canvas.curves:
            for factor, score in curve.scores.items():
                assert done.canvas.factor(factor)
                assert score.value is None or done.canvas.scale.min <= score.value <= done.canvas.scale.max
    else:
        assert done.findings


@given(YAMLISH)
def test_what_is_read_clean_is_what_the_parsers_own_composer_makes_of_it(text: str):
    """Our nodes against PyYAML's, wherever both read the text."""
    source = read(text.encode())
    hidden = any(char in text for char in "\u0085\u2028\u2029") or "\\ud83d" in text
    if source.findings or source.root is None or hidden:
        return
    try:
        theirs = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.composer.ComposerError:  # YAML 1.1: an anchor once given is not given again
        return
    assert plain(source.root) == composed(theirs)


def composed(node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [composed(item) for item in node.value]
    return {key.value: composed(value) for key, value in node.value}


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("ab#:,[]{}'\" \\\n\t短😀&*!|>%@`-?~"), max_size=8), max_size=4), max_size=4
    )
)
def test_texts_in_json_quotes_read_back(rows: list[list[str]]):
    import json

    for ascii_only in (True, False):
        source = read(json.dumps(rows, ensure_ascii=ascii_only).encode())
        assert source.findings == ()
        assert source.root is not None
        assert source.root.kind == Kind.LIST
        assert plain(source.root) == rows


def test_a_parser_without_libyaml_is_said_to_be_missing():
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from bluecanvas.errors import CallError\n"
        "from bluecanvas.source import read\n"
        "assert read(b'a: 1').root is not None  # which takes no parser\n"
        "try:\n    read(b'a: &x 1')\n"
        "except CallError as error:\n    print(error.message, '|', error.hint)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "PyYAML was built without libyaml | reinstall it from a wheel: pip install PyYAML\n"
