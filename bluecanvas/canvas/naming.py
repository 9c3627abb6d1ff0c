"""Naming: what references of each kind may mean in one canvas."""

from __future__ import annotations

from functools import cached_property

from bluecanvas.canvas.format import CanvasFile
from bluecanvas.canvas.model import Factor
from bluecanvas.canvas.names import Names
from bluecanvas.canvas.table import TableScores


class Naming:
    """The factors, curves, groups and sources of a canvas, by id and name."""

    def __init__(self, entry: CanvasFile, table: TableScores, factors: tuple[Factor, ...]) -> None:
        self._entry = entry
        self._table = table
        self.factors = Names("factor", [(factor.id, factor.name) for factor in factors])
        self.curves = Names("curve", [(id, curve.name) for id, curve in entry.curves.items()])
        for id in table.curves:
            self.curves.add(id, None)
        self.evidence = Names(
            "evidence",
            [(id, source.source) for id, source in entry.evidence.items()],
            whole="evidence" not in entry.broken,
        )

    @cached_property
    def groups(self) -> Names:
        """The groups as declared; where none is, whatever curves name."""
        entry = self._entry
        names = Names(
            "group", ((id, group.name) for id, group in entry.groups.items()), whole="groups" not in entry.broken
        )
        for id in plain_groups(entry):
            names.add(id, None)
        return names

    @cached_property
    def sides(self) -> Names:
        """What a move may be held against: curves and groups."""
        entry = self._entry
        names = Names("curve or group", ((id, curve.name) for id, curve in entry.curves.items()))
        for id in (*self._table.curves, *plain_groups(entry)):
            names.add(id, None)
        for id, group in entry.groups.items():
            names.add(id, group.name)
        return names


def plain_groups(entry: CanvasFile) -> tuple[str, ...]:
    """The groups that curves name where the canvas declares none: a plain name needs no declaration."""
    if entry.groups:
        return ()
    return tuple(dict.fromkeys([curve.group for curve in entry.curves.values() if curve.group is not None]))
