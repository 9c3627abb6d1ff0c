"""Growing: factors, curves and moves that a canvas does not have yet, put in where its own stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.canvas import read
from bluecanvas.exchanging.gathered import Gathered, New
from bluecanvas.exchanging.grids import Value
from bluecanvas.exchanging.places import Places, Slot, Spot
from bluecanvas.exchanging.wishing import Wish, changes
from bluecanvas.finding import Change, Path, add
from bluecanvas.source.editing import rewritten


def grown(data: bytes, places: Places, news: Sequence[New], found: Gathered) -> tuple[bytes, Places]:
    """The file with the new things in it, each level that its sheet leaves open unknown; and where its values stand."""
    for kind in ("factor", "curve", "move"):
        ids = [new.thing for new in news if new.thing[0] == kind]
        if not ids:
            continue
        made = _CHANGES[kind](places, ids, found)
        data = rewritten(data, made) if made else data
        places = Places(read(data))
    return data, places


def _factors(places: Places, news: Sequence[tuple[str, ...]], found: Gathered) -> list[Change]:
    """New factors: rows of the table, or entries of `factors`; and a level for every curve that must have one."""
    columns, _ = places.table()
    made: list[Change] = []
    wishes: list[Wish] = []
    if columns:
        for _, factor in news:
            levels = [_level(found, curve, factor) for curve in columns]
            made.append(add(("scores",), (factor, *levels)))
    if places.at(("factors",)) is not None and not columns:
        wishes += [Wish(Spot(("factors", factor)), _name(places, found, "factor", factor)) for _, factor in news]
    elif not columns:
        paths = [("factors", factor) for _, factor in news]
        wishes += [*declared(places, paths), *(Wish(Spot(path), None) for path in paths)]
    for curve in places.canvas.curves:
        if curve.id in columns:
            continue
        for _, factor in news:
            level = _level(found, curve.id, factor)
            if level is not None or curve.based_on is None:
                wishes.append(Wish(Spot(("curves", curve.id, "scores", factor)), level))
    return [*made, *changes(places, wishes)]


def declared(places: Places, paths: Sequence[Path]) -> list[Wish]:
    """What must be declared with the first factor or group that is: the others, which were only named until now."""
    ids: dict[str, list[str]] = {"groups": [one.id for one in places.canvas.groups]}
    if not places.table()[0]:
        ids["factors"] = [one.id for one in places.canvas.factors]
    return [
        Wish(Spot((section, id)), None)
        for section, found in ids.items()
        if places.at((section,)) is None and any(path[0] == section for path in paths)
        for id in found
    ]


def _curves(places: Places, news: Sequence[tuple[str, ...]], found: Gathered) -> list[Change]:
    """New curves: columns of the table, or entries of `curves`."""
    columns, rows = places.table()
    made: list[Change] = []
    wishes: list[Wish] = []
    factors = [one.id for one in places.canvas.factors]
    for _, curve in news:
        if columns:
            levels = [_level(found, curve, factor) for factor, _ in rows[1:]]
            made += [add(("scores", at), cell) for at, cell in enumerate((curve, *levels))]
            continue
        scores = {factor: _level(found, curve, factor) for factor in factors}
        name = _name(places, found, "curve", curve)
        entry = {"scores": scores} if name is None else {"name": name, "scores": scores}
        wishes.append(Wish(Spot(("curves", curve)), entry))
    return [*made, *changes(places, wishes)]


def _moves(places: Places, news: Sequence[tuple[str, ...]], found: Gathered) -> list[Change]:
    """New moves, each in its cell; with its target, where there is one."""
    wishes = []
    for thing in news:
        said = found.values.get(Slot(thing, "to"))
        spot = places.spots(Slot(thing, "to"))[0]
        wishes.append(Wish(spot, said[0].value) if said else Wish(spot._replace(path=spot.path[:-1]), None))
    return changes(places, wishes)


_CHANGES = {"factor": _factors, "curve": _curves, "move": _moves}


def _level(found: Gathered, curve: str, factor: str) -> Value:
    said = found.values.get(Slot(("score", curve, factor), "value"))
    return said[0].value if said else None


def _name(places: Places, found: Gathered, kind: str, id: str) -> Any:
    """A new thing's name, None where it is its id."""
    said = found.values.get(Slot((kind, id), f"name@{places.canvas.language}"))
    return said[0].value if said and said[0].value != id else None
