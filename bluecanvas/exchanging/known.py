"""What is known: the things of a canvas by id and name, and what a word in a sheet means among them."""

from __future__ import annotations

import re
from collections.abc import Collection, KeysView

from bluecanvas.canvas.levels import figure
from bluecanvas.canvas.names import Names, composed
from bluecanvas.exchanging.places import Places, names_of
from bluecanvas.exchanging.tables import SCORES, tables
from bluecanvas.exchanging.telling import shown
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_cells import Cells
from bluecanvas.renderers._office_sheet_names import headings
from bluecanvas.words import listed, slip, suggestion

_LABEL = re.compile(r"(.+?) \[([^\[\]]+)\]")
_SHEETS = {"factor": "Scores", "curve": "Scores", "evidence": "Evidence", "group": "Texts"}


class Meant(NamedTuple):
    """What a word means: a thing's id, perhaps a new one; or why that is not clear."""

    id: str = ""
    new: bool = False
    problem: str = ""
    hint: str = ""


class Known:
    """The things that a canvas knows, those that come while its sheets are read included; none for a canvas to be."""

    def __init__(self, places: Places | None = None, past: Collection[tuple[str, ...]] = ()) -> None:
        canvas = places.canvas if places is not None else None
        self.places = places
        self._past = past
        self.is_canvas = places is not None
        self.language = canvas.language if canvas else "en"
        self.scale = f"{figure(canvas.scale.min)} to {figure(canvas.scale.max)}" if canvas else ""
        self.ours = (canvas.us or "") if canvas else ""
        self._names = names_of(canvas) if canvas else {kind: Names(kind) for kind in _SHEETS}
        self._moves = dict.fromkeys(places.moves) if places is not None else {}
        self._shown = {(kind, shown(id)): id for kind, names in self._names.items() for id in names.ids()}
        self._headings = _headings(places) if places is not None else {}

    def ids(self, kind: str) -> KeysView[str]:
        """The ids of a kind."""
        return self._names[kind].ids()

    def add(self, kind: str, id: str) -> None:
        """One more thing; the first curve of a canvas to be is ours until something else is said."""
        self._names[kind].add(id, None)
        if kind == "curve" and not self.ours and not self.is_canvas:
            self.ours = id

    def find(self, kind: str, word: str, may_be_new: bool = False) -> Meant:
        """What a word means."""
        names = self._names[kind]
        found = names.find(word) or names.find(self._shown.get((kind, word), word))
        if len(found) == 1:
            return Meant(found[0])
        if found:
            said = listed(found[:5], "and")
            return Meant(
                problem=f"{word!r} is the name of {len(found)} {kind}s: {said}", hint="write the id of the one you mean"
            )
        near = slip(word, names.ids()) if self.is_canvas else None
        if (kind, word) in self._past:
            message = f"the {kind} {word!r} has been removed from the canvas since"
            return Meant(problem=message, hint="remove it here too, or put it back there")
        if may_be_new and not near:
            return Meant(composed(word), new=True)
        hint = suggestion(word, names.ids()) or f"write it into the sheet {_SHEETS[kind]} first"
        return Meant(problem=f"there is no {kind} {word!r}", hint=hint)

    def name_in_heading(self, curve: str, text: str) -> str:
        """The name that a curve's heading gives it; empty where it is only what a sheet makes of the one it has."""
        return "" if self._headings.get(curve) == text else text

    def move(self, curve: str, factor: str, action: str = "") -> tuple[str, ...] | None:
        """The move of a factor: of that action, or the only one there is; None where there is none."""
        thing = ("move", curve, factor, action)
        if thing in self._moves:
            return thing
        found = [one for one in self._moves if one[1:3] == (curve, factor)]
        return found[0] if len(found) == 1 else None

    def was_move(self, thing: tuple[str, ...]) -> bool:
        """Whether a move was there when the workbook was made."""
        return thing in self._past

    def add_move(self, thing: tuple[str, ...]) -> None:
        """One more move."""
        self._moves.setdefault(thing)


def _headings(places: Places) -> dict[str, str]:
    """What a sheet calls each curve: none of its headings stands there twice, or is longer than it may be."""
    table = tables(places)[SCORES]
    return dict(zip(table.keys[2:], headings(Cells(table.header, ()))[2:], strict=True))


def labelled(text: str, known: bool) -> tuple[str, str]:
    """The id and the name in a heading such as "Us today [current]"; a name alone is both."""
    found = None if known else _LABEL.fullmatch(text)
    return (found[2], found[1]) if found else (text, "")
