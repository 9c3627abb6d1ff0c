"""The lines of a page's plot: the players' own, those worked out from them, and the ranges of groups, each with its pen."""

from __future__ import annotations

from dataclasses import replace

from bluecanvas.blocks import Band, Curves, Line, Point, Style
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._palette import Palette, Pen, pens

BAND = "band"
"""The role of a line that is the range of a group: its points are the middles of it, from low to high."""


class Drawn(NamedTuple):
    """A plot of a page."""

    id: str
    """What its element and all that belongs to it are called."""
    block: Curves
    among: tuple[Line, ...]
    """The lines of the whole figure, which are told apart together: first the players', then others."""
    players: int
    """How many of those are the players'."""
    chosen: tuple[int, ...]
    """Which of them this plot shows."""

    def mark(self, c: int) -> str:
        """What the marker of a line is called."""
        return f"{self._short}m{c}"

    @property
    def piece(self) -> str:
        """What the short piece of a line before a name is called."""
        return f"{self._short}l"

    @property
    def _short(self) -> str:
        """The first plot of a page is meant where none is said."""
        return self.id.removeprefix("b0")

    @property
    def inside(self) -> frozenset[int]:
        """The lines whose group's range stands for them, as in a picture: all its members but those that stand out."""
        members = {id for band in groups(self.block) for id in band.members}
        return frozenset(c for c, line in enumerate(self.block.lines) if line.id in members and not line.stands_out)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The players' lines, then those worked out, then the groups' ranges."""
        return tuple(self.among[at] for at in self.chosen)

    def pens(self, colours: Palette) -> tuple[Pen, ...]:
        """A pen for every line; what is worked out and groups make no crowd of the players."""
        given = (*pens(self.among[: self.players], colours), *pens(self.among, colours)[self.players :])
        return tuple(
            replace(given[at], ribbon=True, dash=()) if self.among[at].role == BAND else given[at] for at in self.chosen
        )


def drawn(id: str, block: Curves, whole: Curves | None = None) -> Drawn:
    """A plot, of its own or as a part of a whole figure whose pens it shares and whose groups stand behind it."""
    whole = whole or block
    bands = groups(whole)
    there = {line.id for line in (*block.lines, *block.derived)}
    among = (*whole.lines, *whole.derived, *(_range(whole, band) for band in bands))
    own = [at for at, line in enumerate((*whole.lines, *whole.derived)) if line.id in there]
    behind = [at for at, band in enumerate(bands, len(among) - len(bands)) if there.intersection(band.members)]
    return Drawn(id, block, among, len(whole.lines), (*own, *behind))


def groups(block: Curves) -> list[Band]:
    """The groups that have a range: of two curves and more, for one is its own line."""
    there = {line.id for line in block.lines}
    return [band for band in block.bands if len(there.intersection(band.members)) > 1]


def _range(block: Curves, band: Band) -> Line:
    points = []
    for k in range(len(block.axes)):
        ends = block.range_of(band, k)
        points.append(Point(None) if ends is None else Point((ends[0] + ends[1]) / 2, *ends))
    back = False if any(line.highlighted for line in block.lines) else None
    return Line("", band.name, Style.RIVAL, tuple(points), BAND, highlighted=back)
