"""Editing whatever is written: the gallery, and generated files in every style; held against a model of plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_bytes import plain

from bluecanvas.finding import Change, add, put, remove, rename, reorder
from bluecanvas.source import Kind, Node, read
from bluecanvas.source.editing import Refused, edits, rewritten
from bluecanvas.source.editing_places import applied, comments

GALLERY = sorted((Path(__file__).parents[2] / "canvases").glob("*.yaml"))
KEYS = ["a", "b", "價格", "x-1", "on time", "No", "12"]
TEXTS = [
    "x",
    "7",
    "two words",
    "短途，便宜",
    "a: b",
    "it's",
    "- no",
    "",
    "null",
    "c #d",
    "x, y",
    "[z]",
    "line\nline",
    "é\u2028",
]


def everywhere(node: Node, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Node]]:
    yield path, node
    pairs = enumerate(node.items) if node.kind == Kind.LIST else ((key.text, value) for key, value in node.items)
    for step, value in pairs:
        yield from everywhere(value, (*path, step))


def possible(path: tuple[Any, ...], node: Node) -> Iterator[Change]:
    """A change of every kind at a place."""
    if path:
        yield put(path, "new: x")
        yield put(path, {"a": 1, "b": ["x, y"]})
        yield remove(path)
    if path and isinstance(path[-1], str):
        yield rename(path, "另一個 name: 1")
    if node.kind == Kind.MAP:
        yield reorder(path, tuple(key.text for key, _ in node.items)[::-1])
        yield put((*path, "x-new"), [1, "zwei"], before=tuple(key.text for key, _ in node.items)[:1])
        yield put((*path, "x-new"), "neu")
    if node.kind == Kind.LIST:
        yield reorder(path, tuple(range(len(node.items)))[::-1])
        yield add(path, ("a", 1), before=(0,))
        yield add(path, "neu")


def modelled(data: Any, change: Change) -> Any:
    """Plain data with a change made, everything as texts."""
    path, value = change.path, as_texts(change.value)
    if change.deed == "reorder":
        inner = data
        for step in path:
            inner = inner[step]
        if isinstance(inner, list):
            inner[:] = [inner[at] for at in change.value]
        else:
            entries = [(name, inner[name]) for name in change.value]
            inner.clear()
            inner.update(entries)
        return data
    if change.deed == "add":
        for step in path:
            data = data[step]
        data.insert(change.before[0] if change.before and change.before[0] < len(data) else len(data), value)
        return None
    for step in path[:-1]:
        data = data[step]
    last = path[-1]
    if change.deed == "remove":
        del data[last]
    elif change.deed == "rename" or (change.before and last not in data):
        entries = list(data.items())
        at = list(data).index(last if change.deed == "rename" else change.before[0])
        entries[at : at + (change.deed == "rename")] = (
            [(value, data[last])] if change.deed == "rename" else [(last, value)]
        )
        data.clear()
        data.update(entries)
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value
    return None


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_texts(item) for item in value]
    return "null" if value is None else str(value)


def ordered(data: Any) -> Any:
    """Data that compares with the order of its keys."""
    if isinstance(data, dict):
        return [(key, ordered(value)) for key, value in data.items()]
    return [ordered(item) for item in data] if isinstance(data, list) else data


def hold(data: bytes, change: Change) -> None:
    """A change says what it should, and keeps every comment that it does not take with it, and every other byte."""
    source = read(data)
    after = rewritten(data, [change])
    wished = plain(source.root)
    modelled(wished, change)
    assert ordered(plain(read(after).root)) == ordered(wished)
    made = edits(source, [change])
    mark = data[:3] if source.marked else b""
    assert mark + applied(source.text, made).encode() == after
    if change.deed != "remove":
        assert told(after) == told(data)
    else:
        assert told(after) - told(data) == Counter()


def told(data: bytes) -> Counter[str]:
    source = read(data)
    return Counter(source.text[span.start : span.end].strip() for span in comments(source))


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.name.partition(".")[0])
@pytest.mark.parametrize("form", ["as it is", "CRLF", "marked, no last line ending"])
def test_every_place_of_the_gallery_can_be_edited(path, form):
    data = path.read_bytes()
    if form != "as it is":
        data = data.replace(b"\n", b"\r\n") if form == "CRLF" else b"\xef\xbb\xbf" + data.rstrip(b"\n")
    places = list(everywhere(read(data).root))
    step = 11 if form == "as it is" else 31  # a share of them: all have been tried once
    refused = []
    for place, node in places[len(path.name) % step :: step]:
        for change in possible(place, node):
            try:
                hold(data, change)
            except Refused as reason:
                refused.append((change.deed, reason.message))
    assert {deed for deed, _ in refused} <= {"put", "reorder"}
    assert all("comment" in why for _, why in refused)


@st.composite
def written(draw: st.DrawFn, depth: int = 0, indent: int = 0) -> tuple[str, bool]:
    """A value in some style, and whether it stands on lines of its own."""
    kind = draw(st.sampled_from(["scalar", "flow", "map", "list"] if depth < 3 else ["scalar", "flow"]))
    pad = " " * indent
    if kind == "scalar":
        return draw(st.sampled_from(["x", "'q''q'", '"d\\n"', "7", "", "two words", "~", "短途，便宜"])), False
    if kind == "flow":
        style = draw(st.sampled_from(["{%s}", "[%s]"]))
        names = draw(st.lists(st.sampled_from(["a", "b", "c", "'d e'"]), unique=True, max_size=3))
        gap = draw(st.sampled_from([", ", ",", f",\n{pad}   ", f",   # note\n{pad}  "]))
        inner = gap.join(f"{name}: {at}" if style[0] == "{" else name for at, name in enumerate(names))
        return style % (inner + draw(st.sampled_from(["", ","])) * bool(names)), False
    lines = []
    for name in draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=3)):
        lines += [draw(st.sampled_from(["", "", f"{pad}# about {name}\n", "\n"]))]
        value, below = draw(written(depth + 1, indent + 2))
        note = draw(st.sampled_from(["", "", "   # beside"]))
        head = f"{pad}{name}:" if kind == "map" else f"{pad}-"
        lines += [f"{head}{note}\n{value}" if below else f"{head} {value}{note}\n"]
        lines += [draw(st.sampled_from(["", "", f"{pad}      # below\n"]))]
    return "".join(lines), True


@st.composite
def files(draw: st.DrawFn) -> bytes:
    value, _ = draw(written().filter(lambda made: made[1]))
    text = draw(st.sampled_from(["", "# the file's own\n\n"])) + value
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


@given(files(), st.data())
def test_any_file_is_edited_as_meant_or_not_at_all(data: bytes, choice: st.DataObject):
    source = read(data)
    if source.root is None or source.findings:
        return
    place, node = choice.draw(st.sampled_from(list(everywhere(source.root))))
    changes = list(possible(place, node))
    if place:
        changes.append(put(place, choice.draw(st.sampled_from(TEXTS))))
    change = choice.draw(st.sampled_from(changes))
    with suppress(Refused):
        hold(data, change)


@given(st.sampled_from(GALLERY), st.data())
def test_many_changes_at_once(path: Path, choice: st.DataObject):
    data = path.read_bytes()
    levels = [
        place
        for place, node in everywhere(read(data).root)
        if node.kind == Kind.SCALAR and node.text.isdigit() and place
    ]
    chosen = choice.draw(st.lists(st.sampled_from(levels), unique=True, min_size=1, max_size=8))
    wished = plain(read(data).root)
    changes = [put(place, 3 + at / 4) for at, place in enumerate(chosen)]
    for at, place in enumerate(chosen):
        modelled(wished, put(place, f"{3 + at / 4:g}"))
    assert ordered(plain(read(rewritten(data, changes)).root)) == ordered(wished)
