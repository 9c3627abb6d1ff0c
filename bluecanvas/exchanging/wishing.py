"""Wishing: values for places of a canvas file, as the changes that write them there, mappings made where there are none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bluecanvas.exchanging.places import Places, Spot
from bluecanvas.finding import Change, Path, Typed, add, put
from bluecanvas.named import NamedTuple
from bluecanvas.parsing import data_of
from bluecanvas.source import LIST, MAP, Node


class Wish(NamedTuple):
    """A value for a place."""

    spot: Spot
    value: Any


def changes(places: Places, wishes: Iterable[Wish]) -> list[Change]:
    """The changes that fulfil wishes, those in one place that is not there yet made together."""
    made: list[Change] = []
    together: dict[Path, dict[str, Any]] = {}
    shorts: dict[Path, str] = {}
    for spot, value in wishes:
        path = places.typed(spot.path)
        depth, node = _deepest(places, path)
        if depth == len(path) or (
            depth == len(path) - 1 and (node.kind is MAP or (node.kind is LIST and isinstance(path[-1], int)))
        ):
            made.append(put(path, value))
        elif depth == spot.cell == len(path) - 1 and value is None and node.kind is LIST:
            made.append(add(path[:-1], path[-1]))
        else:
            anchor, inner = _anchor(places, path, depth, node, spot, together)
            _put_into(inner, [str(step) for step in path[len(anchor) :]], value)
            shorts[path[:-1]] = spot.short
    for anchor, data in together.items():
        made.append(put(anchor, _brief(data, anchor, shorts)))
    return made


def _deepest(places: Places, path: Path) -> tuple[int, Node]:
    """How far a path leads, and what stands there."""
    node, depth = places.root, 0
    for at in range(1, len(path) + 1):
        below = places.at(path[:at])
        if below is None:
            break
        node, depth = below, at
    return depth, node


def _anchor(
    places: Places, path: Path, depth: int, node: Node, spot: Spot, together: dict[Path, dict[str, Any]]
) -> tuple[Path, dict[str, Any]]:
    """The entry that is written anew to hold a place that is not there, and what it holds so far."""
    anchor = path[: depth + 1] if node.kind is MAP else path[:depth]
    if anchor not in together:
        held: dict[str, Any] = {}
        if node.kind is not MAP and not node.is_null:
            if spot.cell == depth:  # names without more, in a list or alone
                held = {item.text: None for item in (node.items if node.kind is LIST else [node])}
            elif spot.short:
                held = {spot.short: _as_typed(places.text, node)}
        together[anchor] = held
    return anchor, together[anchor]


def _put_into(data: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        inner = data.get(step)
        if not isinstance(inner, dict):
            data[step] = inner = {}
        data = inner
    data[steps[-1]] = value


def _brief(data: Any, path: Path, shorts: dict[Path, str]) -> Any:
    """New mappings with nothing but their short key as that key's value alone."""
    if not isinstance(data, dict):
        return data
    if path in shorts and shorts[path] and list(data) == [shorts[path]]:
        return data[shorts[path]]
    return {key: _brief(value, (*path, key), shorts) for key, value in data.items()}


def _as_typed(text: str, node: Node) -> Any:
    """A single value as it stands in the file, where that is on one line."""
    typed = text[node.start : node.end]
    return (
        data_of(node) if "\n" in typed or "\r" in typed or typed.startswith(("*", "|", ">", "&", "!")) else Typed(typed)
    )
