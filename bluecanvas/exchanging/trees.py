"""Trees: the whole canvas as JSON, and JSON that was edited taken back, value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any, NoReturn

from bluecanvas.canvas import Reading, read
from bluecanvas.exchanging.founding import Founded, as_yaml
from bluecanvas.exchanging.grids import Note, Problem
from bluecanvas.exchanging.places import Places
from bluecanvas.exchanging.proving import faults, faults_of, place_of
from bluecanvas.exchanging.taking import Taken
from bluecanvas.finding import Change, Path, add, put
from bluecanvas.parsing import data_of
from bluecanvas.source import LIMITS, LIST, MAP, SCALAR, Node
from bluecanvas.source.decoding import decode
from bluecanvas.source.editing import Refused, rewritten
from bluecanvas.words import clip

_LONGEST_NUMBER = 400
_SHOWN = 60


class _Unclear(ValueError):  # noqa: N818 - what it finds, no error of ours
    """Something that JSON lets one write and that means nothing certain."""


def as_json(reading: Reading) -> bytes:
    """The whole canvas as typed, as plain data in the file's order."""
    data = data_of(reading.source.root) if reading.source.root is not None else {}
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def plain(data: bytes) -> tuple[Any, list[Problem]]:
    """The data of a JSON file, and what keeps it from being read."""
    if len(data) > LIMITS.bytes:
        return None, [Problem("", f"the file holds more than {LIMITS.bytes:,} bytes", "no canvas is so large")]
    decoded = decode(data)
    if decoded.findings:
        text = decoded.text
        starts = [(one, one.span.start if one.span else 0) for one in decoded.findings]
        return None, [Problem(_line(text, start), one.message, one.hint) for one, start in starts]
    try:
        said = json.loads(
            decoded.text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_int, parse_float=_float
        )
        _check_depth(said)
    except json.JSONDecodeError as error:
        return None, [
            Problem(
                f"line {error.lineno}, column {error.colno}",
                f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}",
                "mend it there",
            )
        ]
    except _Unclear as error:
        return None, [Problem("", str(error), "mend it")]
    except RecursionError:
        return None, [Problem("", f"it is nested deeper than {LIMITS.depth} levels", "no canvas is")]
    if not isinstance(said, dict):
        return None, [Problem("", "it holds no canvas", 'begin with {"bluecanvas": 1, …}')]
    return said, []


def take_tree(data: bytes, reading: Reading, said: dict[str, Any]) -> Taken:
    """A canvas file with what JSON says otherwise; what is gone there is told and stays."""
    places = Places(reading)
    differ = _Differ(places)
    differ.compare((), places.root, said)
    problems = differ.problems
    made = data
    if not problems:
        try:
            made = rewritten(data, differ.changes) if differ.changes else data
        except Refused as error:
            problems.append(Problem("", error.message, error.hint))
    if not problems:
        where = {change.path: _named(change.path) for change in differ.changes}
        problems += faults_of(read(made), places, where)
    if problems:
        return Taken(data, (), tuple(differ.kept), (), tuple(problems))
    return Taken(made, tuple(differ.edits), tuple(differ.kept), (), ())


def found_tree(said: dict[str, Any]) -> Founded:
    """A canvas file of plain data."""
    written = as_yaml({"bluecanvas": 1, **said}).encode()
    reading = read(written)
    problems = [Problem(place_of(one.path, {}), one.message, one.hint) for one in faults(reading)]
    if not problems and (reading.source.root is None or data_of(reading.source.root) != {"bluecanvas": 1, **said}):
        problems = [Problem("", "something in it cannot be said in a canvas file as it is", "write the canvas by hand")]
    return Founded(written, (), tuple(problems))


class _Differ:
    """Holds edited data against a canvas's own, and gathers the changes between them."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.changes: list[Change] = []
        self.edits: list[Note] = []
        self.kept: list[Note] = []
        self.problems: list[Problem] = []
        self._heads: tuple[list[str], list[str]] = ([], [])
        """What heads the columns of the table of scores, in the canvas and in what is edited."""

    def compare(self, path: Path, node: Node, said: Any) -> None:
        """What differs at a path and below."""
        if node.kind is MAP and isinstance(said, dict):
            self._mapping(path, node, said)
        elif node.kind is LIST and isinstance(said, list):
            self._list(path, node, said)
        elif node.kind is not SCALAR:
            was = "a mapping" if node.kind is MAP else "a list"
            if node.items:
                self.problems.append(
                    Problem(
                        _named(path),
                        f"{_shown(said)} stands where {was} is",
                        "nothing is deleted from a canvas here; do it there",
                    )
                )
            else:
                self._put(path, said, "nothing")
        elif not _same(data_of(node), said):
            self._put(path, said, _shown(data_of(node)))

    def _put(self, path: Path, said: Any, was: str) -> None:
        self.changes.append(put(path, said))
        self.edits.append(Note(_named(path), f"{was} → {_shown(said)}"))

    def _mapping(self, path: Path, node: Node, said: dict[str, Any]) -> None:
        for key, value in node.items:
            if key.text in said:
                self.compare((*path, key.text), value, said[key.text])
            else:
                self.kept.append(
                    Note(_named((*path, key.text)), "is gone here, and stays in the canvas; delete it there")
                )
        there = {key.text for key, _ in node.items}
        for key, value in said.items():
            if key not in there:
                self._put((*path, key), value, "nothing")

    def _list(self, path: Path, node: Node, said: list[Any]) -> None:
        old, new = [_key(data_of(item)) for item in node.items], [_key(value) for value in said]
        if path == ("scores", 0):
            self._heads = old, new
        elif path[:1] == ("scores",) and len(path) == 2 and (len(old), len(new)) == tuple(map(len, self._heads)):
            old, new = self._heads  # levels may well be equal: their columns tell them apart
        if len(said) == len(node.items):
            if old != new and _same_things(node, old, new):
                said = [said[new.index(key)] for key in old]  # comments stand beside their rows
                self.kept.append(Note(_named(path), "another order here; the canvas keeps its own, change it there"))
            for at, (item, value) in enumerate(zip(node.items, said, strict=True)):
                self.compare((*path, at), item, value)
            return
        if len(set(old)) < len(old) or len(set(new)) < len(new):
            self.problems.append(
                Problem(
                    _named(path),
                    f"the list has {len(said)} items, not {len(old)}, and it is not clear which is which",
                    "change the canvas itself",
                )
            )
            return
        for at, name in enumerate(old):
            if name in new:
                self.compare((*path, at), node.items[at], said[new.index(name)])
            else:
                self.kept.append(
                    Note(
                        _named((*path, at)),
                        f"{_shown(data_of(node.items[at]))} is gone here, and stays in the canvas; delete it there",
                    )
                )
        for at, name in enumerate(new):
            if name not in old:
                following = [old.index(later) for later in new[at:] if later in old][:1]
                self.changes.append(add(path, said[at], tuple(following)))
                self.edits.append(Note(_named(path), f"new: {_shown(said[at])}"))


def _key(data: Any) -> str:
    """What tells an item of a list from the others: a row's first cell, an entry's id or name, a value itself."""
    if isinstance(data, list) and data and not isinstance(data[0], list | dict):
        return json.dumps(data[0])
    if isinstance(data, dict):
        name = next((data[key] for key in ("id", "name") if key in data), data)
        return json.dumps(name, sort_keys=True)
    return json.dumps(data, sort_keys=True)


def _same_things(node: Node, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a list of rows or entries, not of plain values, holds what it held, in whatever order."""
    return len(set(old)) == len(old) and set(old) == set(new) and all(item.kind is not SCALAR for item in node.items)


def _same(one: Any, other: Any) -> bool:
    return (
        type(one) is type(other) and one == other
        if isinstance(one, bool | str) or isinstance(other, bool | str)
        else bool(one == other)
    )


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Unclear(f"the key {clip(twice, _SHOWN)!r} stands twice in one mapping")
    return said


def _constant(said: str) -> NoReturn:
    raise _Unclear(f"{said} is no finite number")


def _int(said: str) -> int:
    if len(said) > _LONGEST_NUMBER:
        raise _Unclear(f"a number has {len(said):,} digits")
    return int(said)


def _float(said: str) -> float:
    value = float(said)
    if not isfinite(value):
        raise _Unclear(f"{clip(said, _SHOWN)} is no finite number")
    return value


def _check_depth(data: Any) -> None:
    """Raise for data nested deeper or larger than a canvas may be, and for halves of characters."""
    level: Sequence[Any] = [data]
    count = 0
    for _ in range(LIMITS.depth):
        level = [inner for one in level for inner in _inner(one)]
        count += len(level)
        if count > 2 * LIMITS.nodes:  # keys count here too
            raise _Unclear(f"it holds more than {LIMITS.nodes:,} values")
        if not level:
            return
    raise RecursionError


def _inner(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        yield from data
        yield from data.values()
    elif isinstance(data, list):
        yield from data
    elif isinstance(data, str) and any("\ud800" <= char <= "\udfff" for char in data):
        raise _Unclear("a text holds half a character, \\ud800 to \\udfff without the other half")


def _line(text: str, start: int) -> str:
    return f"line {text.count(chr(10), 0, start) + 1}, column {start - text.rfind(chr(10), 0, start)}"


def _named(path: Path) -> str:
    return ".".join(map(str, path))


def _shown(data: Any) -> str:
    return clip(json.dumps(data, ensure_ascii=False), _SHOWN)
