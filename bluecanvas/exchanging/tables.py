"""Tables: the sheets a canvas is laid out in, which value of the canvas stands in which cell, and what each says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bluecanvas.canvas.levels import figure
from bluecanvas.canvas.model import Canvas
from bluecanvas.exchanging.grids import Value
from bluecanvas.exchanging.places import TITLES, Places, Slot
from bluecanvas.exchanging.telling import NUMERIC, Kind, listing, shown
from bluecanvas.frameworks._order import in_order
from bluecanvas.named import NamedTuple
from bluecanvas.parsing.scalars import number_of
from bluecanvas.source import LIST, SCALAR, Node

SCORES = "Scores"


class Column(NamedTuple):
    """A column of values: its key, what it holds, and whether it is a text that has translations."""

    key: str
    kind: Kind = Kind.TEXT
    spoken: bool = False


class Layout(NamedTuple):
    """A sheet of things, one a row: what they are, what names each, and its values."""

    name: str
    thing: str
    ids: tuple[str, ...]
    columns: tuple[Column, ...]
    named: bool = False
    """Whether the factor's name stands beside its id."""


def _columns(said: str) -> tuple[Column, ...]:
    kinds = {"#": Kind.NUMBER, "%": Kind.WHOLE, "*": Kind.LIST, "^": Kind.DATE}
    return tuple(
        Column(word.rstrip("#%*^~"), kinds.get(word[-1], Kind.TEXT), word.endswith("~")) for word in said.split()
    )


MOVES = Layout("Moves", "move", ("curve", "factor"), _columns("action to# vs why~ owner by^ evidence* audience"), True)
RECORDS = (
    MOVES,
    Layout("Evidence", "evidence", ("id",), _columns("source~ kind date^ n% url note~ audience")),
    Layout(
        "Factors", "factor", ("id",),
        _columns("name~ kind direction importance# theme kano buyer_words~ supports* claim audience"),
    ),
    Layout(
        "Curves", "curve", ("id",), _columns("name~ role group share# based_on evidence* scored_by* audience")
    ),
    Layout(
        "Details", "score", ("curve", "factor"),
        _columns("low# high# n% actual confidence why~ evidence* scored_by* date^ audience"), True,
    ),
)  # fmt: skip
"""The sheets of things beside the scores. A mark behind a key says what its column holds."""
TEXTS = "Texts"
EXPORTED = "Exported"
"""The hidden sheet that keeps what the canvas said when the workbook was made."""
CANVAS = "Canvas"
SETTINGS: tuple[tuple[str, Slot, Kind], ...] = (
    *(
        (key, Slot(("canvas",), key), kind)
        for key, kind in (
            ("date", Kind.DATE), ("language", Kind.TEXT), ("us", Kind.TEXT), ("height", Kind.TEXT), ("order", Kind.TEXT),
            ("currency", Kind.TEXT), ("weights_from", Kind.TEXT), ("glossary", Kind.LIST), ("audience", Kind.TEXT),
        )
    ),
    *((f"scale {key}", Slot(("scale",), key), Kind.NUMBER) for key in ("min", "max", "step")),
)  # fmt: skip
"""What the sheet of the canvas itself says, by the word its rows begin with."""
NAMES = (SCORES, "Moves", "Evidence", TEXTS, "Factors", "Curves", "Details", CANVAS)
"""The sheets in their order."""


class Item(NamedTuple):
    """A cell of a table: the value it shows, or an id or a word that names its row."""

    slot: Slot | None
    text: str = ""
    kind: Kind = Kind.TEXT


class Table(NamedTuple):
    """A sheet as it is laid out: what its columns are called, above them their keys where those differ, and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    numeric: frozenset[int] = frozenset()
    keys: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def tables(places: Places) -> dict[str, Table]:
    """Every sheet of a canvas, in order."""
    canvas = places.canvas
    made = {layout.name: _records(layout, things(layout.thing, places), canvas.language) for layout in RECORDS}
    made |= {SCORES: _scores(places), TEXTS: _texts(places), CANVAS: _settings()}
    return {name: made[name] for name in NAMES}


def slots(table: Table) -> Iterator[tuple[Slot, Kind]]:
    """The values that a table shows."""
    for row in table.rows:
        for item in row:
            if item.slot is not None:
                yield item.slot, item.kind


@lru_cache(maxsize=4)
def kinds_of(places: Places) -> dict[Slot, Kind]:
    """Every value that the sheets of a canvas show."""
    return {slot: kind for table in tables(places).values() for slot, kind in slots(table)}


def value_of(places: Places, slot: Slot, kind: Kind) -> Value:
    """What a canvas says for a value, as a cell shows it; None where nothing is said, or a level is unknown."""
    thing, key = slot
    if thing[0] == "score" and key == "value":
        level = places.curves[thing[1]].level(thing[2]) if thing[1] in places.curves else None
        return None if level is None else float(level)
    if thing[0] == "move" and key == "action":
        return thing[3]
    return _said(places, slot) if (node := _node(places, slot)) is None else _shown(node, kind)


def _node(places: Places, slot: Slot) -> Node | None:
    found = (places.node(spot) for spot in places.spots(slot))
    return next((node for node in found if node is not None and not node.is_null), None)


def _said(places: Places, slot: Slot) -> Value:
    """What holds where nothing is written: a name is its id, a curve has a role, the scale has ends."""
    (what, *ids), key = slot
    canvas = places.canvas
    if key == f"name@{canvas.language}" or (key == f"source@{canvas.language}" and what == "evidence"):
        return shown(ids[0])
    if what == "curve" and key == "role":
        return canvas.curve(ids[0]).role.value
    if what == "scale":
        return float(getattr(canvas.scale, key))
    if (what, key) == ("canvas", "us"):
        return canvas.us
    return canvas.language if (what, key) == ("canvas", "language") else None


def _shown(node: Node, kind: Kind) -> Value:
    if kind in NUMERIC:
        number = number_of(node.text) if node.kind is SCALAR else None
        return None if number is None else float(number)
    if kind is Kind.LIST:
        return listing(tuple(item.text for item in (node.items if node.kind is LIST else [node])))
    return shown(node.text) if node.kind is SCALAR else None


def things(kind: str, places: Places) -> list[tuple[str, ...]]:
    """The things of a kind, in the file's order, each by what names it."""
    canvas = places.canvas
    if kind == "move":
        return list(places.moves)
    if kind == "score":
        pairs = ((curve.id, factor.id) for curve in in_order(canvas) for factor in canvas.factors)
        return [("score", *pair) for pair in pairs if pair in places.detailed]
    if kind == "curve":
        return [("curve", curve.id) for curve in in_order(canvas)]
    ids = {
        "factor": [one.id for one in canvas.factors],
        "evidence": [one.id for one in canvas.evidence],
        "group": [one.id for one in canvas.groups],
    }
    return [(kind, id) for id in ids[kind]]


def _key(column: Column, language: str) -> str:
    return f"{column.key}@{language}" if column.spoken else column.key


def _records(layout: Layout, found: Sequence[tuple[str, ...]], language: str) -> Table:
    columns = layout.columns
    ids = len(layout.ids)
    rows = tuple(
        (
            *(Item(None, id) for id in thing[1 : ids + 1]),
            *(Item(Slot(("factor", factor), f"name@{language}")) for factor in thing[2:3] if layout.named),
            *(Item(Slot(thing, _key(column, language)), kind=column.kind) for column in columns),
        )
        for thing in found
    )
    numeric = frozenset(ids + layout.named + at for at, column in enumerate(columns) if column.kind in NUMERIC)
    header = (*layout.ids, *["name"] * layout.named, *(column.key for column in columns))
    return Table(layout.name, header, rows, numeric)


def _scores(places: Places) -> Table:
    canvas = places.canvas
    curves = in_order(canvas)
    rows = tuple(
        (
            Item(None, factor.id),
            Item(Slot(("factor", factor.id), f"name@{canvas.language}")),
            *(Item(Slot(("score", curve.id, factor.id), "value"), kind=Kind.LEVEL) for curve in curves),
        )
        for factor in canvas.factors
    )
    names = tuple(
        str(value_of(places, Slot(("curve", one.id), f"name@{canvas.language}"), Kind.TEXT)) for one in curves
    )
    numeric = frozenset(range(2, 2 + len(curves)))
    ends = f"{figure(canvas.scale.min)} to {figure(canvas.scale.max)}"
    words = "".join(f"{figure(level)} = {word}; " for level, word in sorted(canvas.scale.words.items()))
    keys = (f"levels: {ends}", f"{words}? = unknown; above each curve its id", *(one.id for one in curves))
    return Table(SCORES, ("id", "name", *names), rows, numeric, keys)


def texts_of(canvas: Canvas, places: Places) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Every text that has translations: its row's two words, whose it is and under which key."""
    for key in TITLES:
        yield key, "", ("canvas",), key
    if canvas.tagline is not None and places.at(("tagline",)) is not None:
        yield "tagline", "", ("tagline",), "text"
    for kind, key in (("factor", "name"), ("curve", "name"), ("group", "name"), ("evidence", "source")):
        for thing in things(kind, places):
            yield kind, thing[1], thing, key
    ours = {thing[2]: thing for thing in reversed(places.moves) if places.grid_path(thing[1]) == ("errc",)}
    for factor, thing in reversed(ours.items()):
        yield "move", factor, thing, "why"
    for level in canvas.scale.words:
        yield "word", figure(level), ("words", figure(level)), "word"


def _texts(places: Places) -> Table:
    canvas = places.canvas
    languages = canvas.languages
    rows = tuple(
        (
            Item(None, what),
            Item(None, id),
            *(Item(Slot(thing, f"{key}@{language}")) for language in languages),
        )
        for what, id, thing, key in texts_of(canvas, places)
    )
    return Table(TEXTS, ("what", "id", *languages), rows)


def _settings() -> Table:
    rows = tuple((Item(None, word), Item(slot, kind=kind)) for word, slot, kind in SETTINGS)
    return Table(CANVAS, ("key", "value"), rows)
