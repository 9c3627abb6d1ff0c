"""Cells: places where names stand alone, in a list or as keys; a name included in one, or moved to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bluecanvas.finding import Change, Path, Typed, add, include, put, remove, rename
from bluecanvas.source.editing_places import Refused, line_end, line_start
from bluecanvas.source.node import Kind, Node


def including(root: Node, text: str, together: Sequence[Change]) -> tuple[Change, ...]:
    """More names in the cell at a path, as the names already there are written."""
    path, before = together[0].path, together[0].before
    names: dict[str, Any] = dict(change.value for change in together)
    above, node = _at(root, path[:-1]), _at(root, path)
    if above is None:
        raise Refused(f"there is no `{'.'.join(map(str, path[:-1]))}`", "")
    detailed = any(_is_detail(value) for value in names.values())
    if node is None or node.is_null:
        keyed = detailed or (_are_keyed(above) and any(value is not None for value in names.values()))
        return (put(path, names if keyed else tuple(names), before),)
    if node.kind == Kind.MAP:
        return tuple(put((*path, name), value) for name, value in names.items())
    if detailed:  # a list cannot say more of its names
        there = node.items if node.kind == Kind.LIST else [node]
        return (put(path, {**{item.text: None for item in there}, **names}),)
    if node.kind == Kind.LIST:
        return tuple(add(path, name) for name in names)
    return (put(path, (_typed(text, node), *names)),)


def moving(root: Node, text: str, change: Change) -> tuple[Change, ...]:
    """A name taken from its cell to another; a cell that only held it is renamed, left out or left empty."""
    path, to = change.path, change.value
    alone = len(path) == len(to)
    cell = path if alone else path[:-1]
    node, target, above = _at(root, path), _at(root, to), _at(root, cell[:-1])
    if node is None or above is None:
        raise Refused(f"there is no `{'.'.join(map(str, path))}`", "")
    holder = _at(root, cell)
    last = alone or (holder is not None and len(holder.items) == 1)
    if last and target is None:
        return (rename(cell, str(to[-1])),)
    keyed = not alone and isinstance(path[-1], str)
    name = str(path[-1]) if keyed else node.text
    value = _typed(text, node) if keyed and not node.is_null else None
    there = including(root, text, [include(to, name, value, change.before)])
    if not last:
        return (remove(path), *there)
    return (put(cell, ()) if _has_comments(above, text, cell[-1]) else remove(cell), *there)


def _has_comments(above: Node, text: str, key: str | int) -> bool:
    """Whether a comment stands on the lines of an entry, or right above it."""
    at = above.keys[str(key)]
    name, value = above.items[at]
    begin = line_start(text, name.start)
    above_it = text[line_start(text, max(0, begin - 1)) : begin].lstrip().startswith("#")
    return above_it or "#" in text[begin : line_end(text, max(name.end, value.end))]


def _typed(text: str, node: Node) -> Any:
    """A node as it stands in the file, where that is on one line; else what it says."""
    typed = text[node.start : node.end]
    return _data(node) if "\n" in typed or "\r" in typed or typed.startswith(("*", "|", ">")) else Typed(typed)


def _data(node: Node) -> Any:
    if node.kind == Kind.SCALAR:
        return Typed(node.text) if node.plain else node.text
    if node.kind == Kind.LIST:
        return [_data(item) for item in node.items]
    return {key.text: _data(value) for key, value in node.items}


def _is_detail(value: Any) -> bool:
    """Whether a value says more than a list of names could leave out."""
    return isinstance(value, Typed | dict | list | tuple)


def _are_keyed(above: Node) -> bool:
    """Whether the neighbouring cells hold their names as keys."""
    cells = [value for key, value in above.items if key.text != "why" and value.kind != Kind.SCALAR]
    return bool(cells) and all(value.kind == Kind.MAP for value in cells)


def _at(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for step in path:
        if node is None:
            return None
        if isinstance(step, int):
            node = node.items[step] if node.kind == Kind.LIST and step < len(node.items) else None
        else:
            node = node.get(step)
    return node
