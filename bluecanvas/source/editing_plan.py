"""Plans: changes gathered by the collection they change, as edits of the text and as what the tree should say then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from unicodedata import normalize

from bluecanvas.finding import Change, Path, Span, put
from bluecanvas.named import NamedTuple
from bluecanvas.source.editing_block import Block
from bluecanvas.source.editing_cells import including, moving
from bluecanvas.source.editing_flow import Flow
from bluecanvas.source.editing_places import QUOTES, Edit, Refused, is_alias, is_flow, quote_near, strange
from bluecanvas.source.editing_text import key_text, quoted
from bluecanvas.source.editing_wishes import Wish, wish_for, wish_of
from bluecanvas.source.node import Kind, Node
from bluecanvas.source.reading import Source

Layout: TypeAlias = Block | Flow


class _Site(NamedTuple):
    """A node on a path, what it should say, and whether it stands in brackets."""

    path: Path
    node: Node
    wish: Wish
    in_flow: bool


class _Work:
    """What is to be done with the entries of one collection."""

    def __init__(self, site: _Site) -> None:
        self.site = site
        self.gone: list[int] = []
        self.new: dict[int | None, list[tuple[str | None, Any]]] = {}
        self.order: Sequence[int] | None = None
        self.entries = list(site.wish.items)


class Plan:
    """Changes gathered by the collection they change, then made in the text and in what the tree should say."""

    def __init__(self, source: Source) -> None:
        if source.root is None:
            raise Refused("the file cannot be read", "mend what is wrong with it first")
        self.source = source
        self.text = source.text
        self.root = source.root
        self.wish = wish_of(source.root)
        self.going: list[Span] = []
        self._edits: list[Edit] = []
        self._work: dict[Path, _Work] = {}
        self._layouts: dict[Path, Layout] = {}
        self._after: list[Any] = []  # changes of the wish, made when every path has been followed

    def make(self, changes: Iterable[Change]) -> None:
        """Follow every change's path and note what it means there."""
        included: dict[Path, list[Change]] = {}
        for change in changes:
            if change.deed == "include":
                included.setdefault(change.path, []).append(change)
                continue
            for simple in moving(self.root, self.text, change) if change.deed == "move" else (change,):
                self._note(simple)
        for together in included.values():
            for simple in including(self.root, self.text, together):
                self._note(simple)
        for change_wish in self._after:
            change_wish()

    def _note(self, change: Change) -> None:
        deed, path, value = change.deed, change.path, change.value
        if deed == "reorder":
            self._reorder(self._work_at(path), value)
            return
        if deed == "add":
            work = self._work_at(path)
            if work.site.node.kind != Kind.LIST:
                raise Refused(f"{_said(path)} is no list", "put a value at a key instead")
            self._new(work, None, change)
            return
        if not path:
            raise Refused("the whole file cannot be put or removed", "write a new one")
        above = self._site(path[:-1])
        if above.node.kind == Kind.SCALAR and deed == "put":
            self._below_scalar(above, change)
            return
        work = self._work_at(path[:-1])
        at = self._index(work.site.node, path[-1])
        if at is None:
            if deed != "put":
                raise Refused(f"there is no {_said(path)}", "")
            self._new(work, str(path[-1]) if work.site.node.kind == Kind.MAP else None, change)
        elif deed == "put":
            self._put(work, at, value)
        elif deed == "rename":
            self._rename(work, at, str(value))
        elif at not in work.gone:
            work.gone.append(at)

    def _below_scalar(self, above: _Site, change: Change) -> None:
        """A key below what is no mapping yet: nothing becomes one, a single value may stand for it."""
        if change.short:
            self._note(put(above.path, change.value))
        elif above.node.is_null and isinstance(change.path[-1], str):
            self._note(put(above.path, {change.path[-1]: change.value}))
        else:
            raise Refused(f"{_said(above.path)} holds a single value, not a mapping", "write it as a mapping first")

    def _site(self, path: Path) -> _Site:
        node, wish, in_flow = self.root, self.wish, False
        for step in path:
            if is_alias(self.text, node):
                raise Refused(f"{_said(path)} stands behind an alias (*)", "change what the alias repeats")
            at = self._index(node, step)
            if at is None:
                raise Refused(f"there is no {_said(path)}", "")
            in_flow = in_flow or is_flow(self.text, node)
            wish = wish.items[at][1] if node.kind == Kind.MAP else wish.items[at]
            node = node.items[at][1] if node.kind == Kind.MAP else node.items[at]
        return _Site(path, node, wish, in_flow)

    def _work_at(self, path: Path) -> _Work:
        if path not in self._work:
            site = self._site(path)
            if site.node.kind == Kind.SCALAR:
                raise Refused(f"{_said(path)} is no list or mapping", "")
            if is_alias(self.text, site.node):
                raise Refused(f"{_said(path)} is an alias (*)", "change what the alias repeats")
            self._work[path] = _Work(site)
        return self._work[path]

    def _layout(self, site: _Site) -> Layout:
        if site.path not in self._layouts:
            brackets = is_flow(self.text, site.node)
            if site.in_flow and not brackets:
                raise strange("a pair in brackets of a list")
            self._layouts[site.path] = (Flow if brackets else Block)(self.text, site.node)
        return self._layouts[site.path]

    def _index(self, node: Node, step: str | int) -> int | None:
        if node.kind == Kind.MAP and isinstance(step, str):
            return node.keys.get(normalize("NFC", step))
        if node.kind == Kind.LIST and isinstance(step, int):
            return step if 0 <= step < len(node.items) else None
        return None

    def _put(self, work: _Work, at: int, value: Any) -> None:
        wish = self._wish(value)
        entry = work.entries[at]
        if (entry[1] if work.site.node.kind == Kind.MAP else entry).said() == wish.said():
            return
        self._edits.extend(self._layout(work.site).in_place_of(at, value))

        def change_wish() -> None:
            if work.site.node.kind == Kind.MAP:
                entry[1] = wish
            else:
                work.site.wish.items[_place(work.site.wish.items, entry)] = wish

        self._after.append(change_wish)

    def _wish(self, value: Any) -> Wish:
        try:
            return wish_for(value)
        except ValueError as error:
            raise Refused(str(error), "") from None

    def _rename(self, work: _Work, at: int, name: str) -> None:
        node = work.site.node
        if node.kind != Kind.MAP:
            raise Refused(f"{_said(work.site.path)} has no keys", "")
        key = node.items[at][0]
        if key.text == name:
            return
        self._layout(work.site)
        in_flow = work.site.in_flow or is_flow(self.text, node)
        mark = self.text[key.start]
        new = quoted(name, mark) if mark in QUOTES else key_text(name, in_flow, quote_near(self.text, [key]))
        self._edits.append(Edit(key.start, key.end, new))
        entry = work.entries[at]
        self._after.append(lambda: entry.__setitem__(0, normalize("NFC", name)))

    def _new(self, work: _Work, key: str | None, change: Change) -> None:
        if key is None and change.deed == "put" and change.path[-1] != len(work.entries):
            raise Refused(f"there is no {_said(change.path)}", "")
        found = (self._index(work.site.node, name) for name in change.before)
        before = next((at for at in found if at is not None), None)
        work.new.setdefault(before, []).append((key, change.value))
        wish = self._wish(change.value)
        made = wish if key is None else [normalize("NFC", key), wish]

        def change_wish() -> None:
            items = work.site.wish.items
            items.insert(len(items) if before is None else _place(items, work.entries[before]), made)

        self._after.append(change_wish)

    def _reorder(self, work: _Work, names: Sequence[str | int]) -> None:
        found = [self._index(work.site.node, name) for name in names]
        order = [at for at in found if at is not None]
        if len(order) < len(found) or len(set(order)) < len(order):
            raise Refused(f"the order names what {_said(work.site.path)} does not hold, or names it twice", "")
        whole = list(range(len(work.entries)))
        for place, at in zip(sorted(order), order, strict=True):
            whole[place] = at
        work.order = whole

        def change_wish() -> None:
            work.site.wish.items[:] = [work.entries[at] for at in whole]

        self._after.append(change_wish)

    def edits(self) -> list[Edit]:
        """The edits of everything noted."""
        for work in sorted(self._work.values(), key=lambda work: -len(work.site.path)):  # at one place the inner first
            if work.gone or work.new or work.order is not None:
                self._rearrange(work)
        return self._edits

    def _rearrange(self, work: _Work) -> None:
        site = work.site
        emptied = len(work.gone) == len(work.entries) > 0
        if (work.order is not None and (work.gone or work.new)) or (emptied and work.new):
            raise Refused(f"too much changes in {_said(site.path)} at once", "make one change after the other")
        layout = self._layout(site)
        if work.order is not None:
            self._edits.extend(layout.reordered(work.order))
        for before, new in work.new.items():
            self._edits.extend(layout.with_new(new, before))
        if emptied:
            self.going.extend(layout.chunk(at) for at in work.gone)
            self._empty(site)
        elif work.gone:
            made, going = layout.without(sorted(work.gone))
            self._edits.extend(made)
            self.going.extend(going)
        for entry in [work.entries[at] for at in work.gone]:
            del site.wish.items[_place(site.wish.items, entry)]

    def _empty(self, site: _Site) -> None:
        """Write a collection that has lost its last entry as an empty one."""
        if not site.path:
            raise Refused("the file would hold nothing", "")
        if is_flow(self.text, site.node):
            self._edits.append(Edit(site.node.start + 1, site.node.end - 1, ""))
            return
        above = self._site(site.path[:-1])
        at = self._index(above.node, site.path[-1])
        if at is not None:
            self._edits.extend(self._layout(above).in_place_of(at, () if site.node.kind == Kind.LIST else {}))


def _place(items: Sequence[Any], entry: Any) -> int:
    """Where an entry stands, this very one."""
    return next(at for at, item in enumerate(items) if item is entry)


def _said(path: Path) -> str:
    """A path in a message."""
    return f"`{'.'.join(map(str, path))[:100]}`" if path else "the file"
