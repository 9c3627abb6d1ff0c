"""Places: where each value that a sheet shows is written in a canvas file, or would be if it were.

One file, though a long one: where one value stands hangs on where the others do.
"""

from __future__ import annotations

from functools import cached_property
from unicodedata import normalize

from bluecanvas.canvas import Reading
from bluecanvas.canvas.model import Canvas, Curve, Grid, Move, Origin
from bluecanvas.canvas.names import Names, composed
from bluecanvas.errors import CanvasError
from bluecanvas.finding import Path
from bluecanvas.named import NamedTuple
from bluecanvas.parsing.scalars import number_of
from bluecanvas.source import LIST, MAP, SCALAR, Node
from bluecanvas.words import canonical, is_tag

SECTIONS = {"factor": "factors", "curve": "curves", "group": "groups", "evidence": "evidence"}
SHORT = {"factor": "name", "group": "name", "evidence": "source", "move": "to", "score": "value", "tagline": "text"}
"""The key that a single value stands for."""
TITLES = ("title", "market", "buyers", "question", "later", "cost_per")
"""The canvas's own texts, besides its tagline."""
CLAIM, CLAIMS = "claim", ("tagline", "claims")
"""What the tagline says of a factor, high or low, stands with the factor in a sheet, and here in the canvas."""


class Slot(NamedTuple):
    """One value of a canvas: of which thing, as ("factor", "price"), and which key of it; a text's key ends in @language."""

    thing: tuple[str, ...]
    key: str


class Spot(NamedTuple):
    """A place in a canvas file: its path, and what may stand in the place of the mapping above it."""

    path: Path
    short: str = ""
    """The key that a single value there stands for."""
    cell: int = 0
    """How many steps lead to the cell of the grid that it lies in, which may be a list; 0 outside of grids."""


class Places:
    """Where the values of one canvas are written."""

    def __init__(self, reading: Reading) -> None:
        if reading.canvas is None or reading.source.root is None:
            raise CanvasError("it would leave no canvas", "make fewer changes at once")
        self.canvas: Canvas = reading.canvas
        self.root: Node = reading.source.root
        self.text = reading.source.text
        canvas = self.canvas
        self.names = names_of(canvas)
        self.moves: dict[tuple[str, ...], tuple[Move, Grid]] = {
            ("move", curve.id, move.factor, move.action.value): (move, curve.grid)
            for curve in canvas.curves
            if curve.grid
            for move in curve.grid.moves
        }
        self.curves: dict[str, Curve] = {curve.id: curve for curve in canvas.curves}
        self._targets = {thing[1:3]: thing for thing, (move, _) in reversed(self.moves.items()) if move.to is not None}
        self._stated: dict[str, dict[str, str]] = {}

    def at(self, path: Path) -> Node | None:
        """The node of a path; keys are found whether they are typed with `-` or `_`."""
        node: Node | None = self.root
        for step in path:
            node = None if node is None else below(node, step)
        return node

    def typed(self, path: Path) -> Path:
        """The path with every key as it is typed in the file, as far as it leads."""
        found: list[str | int] = []
        node: Node | None = self.root
        for step in path:
            key = key_of(node, step) if node is not None and node.kind is MAP else step
            node = None if node is None else below(node, step)
            found.append(key)
        return tuple(found)

    def spots(self, slot: Slot) -> tuple[Spot, ...]:
        """Where a value is written, each place of several; where it would be, if it is not there."""
        thing, key = slot
        key, _, language = key.partition("@")
        kind = thing[0]
        if language:
            return (self._text_spot(thing, key, language),)
        if kind == "score":
            return self._score(thing[1], thing[2], key)
        if kind == "scale":
            return (Spot(("scale", key)),)
        if key == CLAIM:
            return (Spot((*CLAIMS, self._word(CLAIMS, kind, thing[1])), SHORT["tagline"]),)
        above = self._entry(thing)
        return (Spot((*above.path, key), SHORT.get(kind, ""), above.cell),)

    def node(self, spot: Spot) -> Node | None:
        """What is written at a place; a single value that stands for the mapping is that of its short key."""
        above = self.at(spot.path[:-1])
        if above is None:
            return None
        if above.kind is MAP or isinstance(spot.path[-1], int):
            return self.at(spot.path)
        return above if spot.short == spot.path[-1] and above.kind is SCALAR and not above.is_null else None

    def _entry(self, thing: tuple[str, ...]) -> Spot:
        """Where the mapping of a thing stands."""
        kind, *ids = thing
        if kind == "canvas":
            return Spot(())
        if kind == "tagline":
            return Spot(("tagline",))
        if kind == "move":
            return self._move(thing)
        return Spot((SECTIONS[kind], ids[0]))

    def _move(self, thing: tuple[str, ...]) -> Spot:
        _, curve, factor, action = thing
        known = self.moves.get(thing)
        if known is None:
            cell = (*self.grid_path(curve), action)
            return Spot((*cell, factor), cell=len(cell))
        move, grid = known
        cell = move.path[: len(grid.path) + 1]
        name = (
            move.path[-1] if len(move.path) > len(cell) and isinstance(move.path[-1], str) else self._name_in(move.path)
        )
        return Spot((*cell, name), cell=len(cell))

    def _name_in(self, path: Path) -> str:
        """A factor as a list of the grid names it."""
        node = self.at(path)
        return node.text if node is not None else ""

    def grid_path(self, curve: str) -> Path:
        """Where the grid of an option stands or would stand."""
        grid = self.canvas.curve(curve).grid
        return grid.path if grid is not None else ("errc",) if curve == self.canvas.us else ("curves", curve, "errc")

    def _score(self, curve: str, factor: str, key: str) -> tuple[Spot, ...]:
        score = self.curves[curve].scores.get(factor) if curve in self.curves else None
        own = ("curves", curve, "scores", self.named(curve).get(factor, factor))
        under = Spot((*own, key), "value")
        if score is None:
            return (under,)
        in_table = score.origin is Origin.GIVEN and score.path[:1] == ("scores",)
        here = Spot((*score.path, key), "value")
        if key == "value":
            if in_table:
                return (here, under) if self.node(under) is not None else (here,)
            if score.origin is Origin.MOVE and (curve, factor) in self._targets:
                return self.spots(Slot(self._targets[curve, factor], "to"))
            return (under,)
        cell = self.at(score.path) if in_table else None
        return (here,) if cell is not None and cell.kind is MAP and self.at(own) is None else (under,)

    def written(self, slot: Slot) -> Slot:
        """The value itself, or the target of the move that a level comes from."""
        (kind, *ids), key = slot
        if kind != "score" or key != "value" or ids[0] not in self.curves:
            return slot
        score = self.curves[ids[0]].scores.get(ids[1])
        target = self._targets.get((ids[0], ids[1])) if score is not None and score.origin is Origin.MOVE else None
        return Slot(target, "to") if target is not None else slot

    def derived(self, thing: tuple[str, ...]) -> bool:
        """Whether a level is taken from a move or from another curve."""
        score = self.curves[thing[1]].scores.get(thing[2]) if thing[1] in self.curves else None
        return score is not None and score.origin is not Origin.GIVEN

    @cached_property
    def detailed(self) -> set[tuple[str, str]]:
        """The scores, by curve and factor, of which more is said than the level."""
        columns, rows = self.table()
        found = [
            (columns[k], factor, cell)
            for factor, cells in rows
            for k, cell in enumerate(cells[1:])
            if cell.kind is MAP and k < len(columns)
        ]
        for curve in self.curves:
            node = self.at(("curves", curve, "scores"))
            pairs = node.items if node is not None and node.kind is MAP else []
            found += [(curve, self.id_of("factor", key.text), value) for key, value in pairs if value.kind is MAP]
        return {(curve, factor) for curve, factor, node in found if len(node.items) > ("value" in node.keys)}

    def table(self) -> tuple[list[str], list[tuple[str, list[Node]]]]:
        """The curves of the table's columns, and its rows by factor with their cells, the header among them."""
        node = self.at(("scores",))
        rows = [row.items for row in node.items if row.kind is LIST and row.items] if node is not None else []
        columns = [self.id_of("curve", cell.text) for cell in rows[0][1:]] if rows else []
        return columns, [(self.id_of("factor", cells[0].text), cells) for cells in rows]

    def id_of(self, kind: str, word: str) -> str:
        """The id of what a word names."""
        ids = self.names[kind].find(word)
        return ids[0] if len(ids) == 1 else composed(word)

    def named(self, curve: str) -> dict[str, str]:
        """The factors that a curve's own mapping of scores names, each as it is typed there."""
        if curve not in self._stated:
            node = self.at(("curves", curve, "scores"))
            keys = [key.text for key, _ in node.items] if node is not None and node.kind is MAP else []
            found = ((self.names["factor"].find(key), key) for key in keys)
            self._stated[curve] = {ids[0]: key for ids, key in found if len(ids) == 1}
        return self._stated[curve]

    def _text_spot(self, thing: tuple[str, ...], key: str, language: str) -> Spot:
        """Where a text is given in a language: beside the others, or under `texts`."""
        if thing[0] == "words":
            own = Spot(("scale", "words", self._level_key(thing[1])))
        elif thing[0] == "score":
            own = self._score(thing[1], thing[2], key)[0]
        else:
            above = self._entry(thing)
            own = Spot((*above.path, key), SHORT.get(thing[0], ""), above.cell)
            if thing == ("tagline",) and self._is_languages(self.at(("tagline",))):
                own = Spot(("tagline",))
        node = self.node(own)
        if node is not None and self._is_languages(node):
            typed = next(
                (item.text for item, _ in node.items if is_tag(item.text) and canonical(item.text) == language), ""
            )
            if typed:
                return Spot((*own.path, typed))
        elif language == self.canvas.language and node is not None:
            return own
        there = self._in_texts(thing, key, language)
        if there is not None and self.at(there) is not None:
            return Spot(there)
        if node is not None and self._is_languages(node):
            return Spot((*own.path, language))
        return own if language == self.canvas.language or there is None else Spot(there)

    def _in_texts(self, thing: tuple[str, ...], key: str, language: str) -> Path | None:
        """Where `texts` gives a text or would give it; None for those that it has no place for."""
        texts = self.at(("texts",))
        keys = [item.text for item, _ in texts.items] if texts is not None and texts.kind is MAP else []
        top = ("texts", next((tag for tag in keys if is_tag(tag) and canonical(tag) == language), language))
        kind = thing[0]
        alone = {"canvas": (key,), "tagline": ("tagline",), "words": ("words", thing[-1])}
        if kind in alone:
            return (*top, *alone[kind])
        if kind == "move":
            word = self._word((*top, "moves"), "factor", thing[2])
            return (*top, "moves", word) if self.grid_path(thing[1]) == ("errc",) else None
        if key != SHORT.get(kind, "name"):
            return None
        section = (*top, SECTIONS[kind])
        return (*section, self._word(section, kind, thing[1]))

    def _word(self, section: Path, kind: str, id: str) -> str:
        """The word by which a section of `texts` names a thing."""
        node = self.at(section)
        keys = [item.text for item, _ in node.items] if node is not None and node.kind is MAP else []
        if id in keys or kind not in self.names:
            return id
        return next((key for key in keys if self.names[kind].find(key) == (id,)), id)

    def _level_key(self, level: str) -> str:
        """A level of the scale's words as it is typed."""
        node = self.at(("scale", "words"))
        keys = [item.text for item, _ in node.items] if node is not None and node.kind is MAP else []
        return next((key for key in keys if number_of(key) == number_of(level)), level)

    @staticmethod
    def _is_languages(node: Node | None) -> bool:
        return (
            node is not None
            and node.kind is MAP
            and bool(node.items)
            and all(is_tag(key.text) and key.text not in ("text", "claims") for key, _ in node.items)
        )


def names_of(canvas: Canvas) -> dict[str, Names]:
    """What words may mean in a canvas, by kind."""
    return {
        "factor": Names("factor", ((one.id, one.name) for one in canvas.factors)),
        "curve": Names("curve", ((one.id, one.name) for one in canvas.curves)),
        "group": Names("group", ((one.id, one.name) for one in canvas.groups)),
        "evidence": Names("evidence", ((one.id, one.source) for one in canvas.evidence)),
    }


def below(node: Node, step: str | int) -> Node | None:
    """What stands below a node at a key or a position."""
    if isinstance(step, int):
        return node.items[step] if node.kind is LIST and step < len(node.items) else None
    if node.kind is not MAP:
        return None
    value: Node | None = node.get(key_of(node, step))
    return value


def key_of(node: Node, step: str | int) -> str:
    """A key as it is typed in a mapping: `scored-by` for scored_by."""
    plain = normalize("NFC", str(step))
    if plain in node.keys:
        return plain
    return next((key for key in node.keys if key.replace("-", "_") == plain), plain)
