"""The sheet a plot stands on: title, tagline and date above it, the key and the note below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bluecanvas.blocks import Curves
from bluecanvas.renderers._arrows import draw_key, fit_key, key_height
from bluecanvas.renderers._fitting import Paragraph, paragraph
from bluecanvas.renderers._palette import Palette
from bluecanvas.renderers._scene import XY, Item, Measure, Scene, scaled

MARGIN = 28.0
SMALL = 8.8
_TITLE, _SUBTITLE = 20.0, 13.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts around a plot, fitted to a width."""

    width: float
    title: Paragraph
    subtitle: Paragraph
    date: Paragraph
    key: tuple[tuple[str, Paragraph], ...]
    """The signs of the arrows."""
    note: Paragraph

    @property
    def head(self) -> float:
        """Where what stands above the plot ends."""
        under = 5 + self.subtitle.height if self.subtitle.lines else 0.0
        return MARGIN + max(self.title.height, self.date.height) + under

    @property
    def foot(self) -> float:
        """What stands below the factors, from the edge up."""
        key = 14 + self._key_height if self.key else 0.0
        return key + (16 + self.note.height if self.note.lines else 0.0) + MARGIN * 0.8

    @property
    def _key_height(self) -> float:
        return key_height(self.key, self.width - 2 * MARGIN)

    def draw(self, height: float, colours: Palette) -> list[Item]:
        """The texts of a sheet so high."""
        down = max(0.0, self.title.line_height * 0.8 - self.date.line_height * 0.8)  # one baseline
        items: list[Item] = [*self.title.at(MARGIN, MARGIN, colours.ink)]
        items += self.date.at(self.width - MARGIN, MARGIN + down, colours.quiet, 1.0)
        items += self.subtitle.at(MARGIN, MARGIN + self.title.height + 5, colours.soft)
        y = height - MARGIN * 0.8
        if self.note.lines:
            y -= self.note.height
            items += self.note.at(MARGIN, y, colours.quiet)
            y -= 10
        return items + draw_key(self.key, MARGIN, y - self._key_height, self.width - 2 * MARGIN, colours)


def fit_sheet(block: Curves, measure: Measure, width: float) -> Sheet:
    """The texts around a block's plot, fitted to a width."""
    room = width - 2 * MARGIN
    date = paragraph(block.dated, measure, SMALL + 0.7, 160)
    return Sheet(
        width,
        paragraph(block.title, measure, _TITLE, room - date.width - 18, 4, bold=True),
        paragraph(block.subtitle, measure, _SUBTITLE, room, 3),
        date,
        tuple(fit_key(((shift.action, shift.word) for shift in block.shifts), measure, room)),
        paragraph(block.note, measure, SMALL - 0.4, room, 3),
    )


class Plan(Protocol):
    """A picture fitted to a width."""

    @property
    def roomy(self) -> bool:
        """Whether everything finds its place in that width."""

    @property
    def least_height(self) -> float:
        """The least height it takes."""

    def scene(self, height: float) -> Scene:
        """The picture at a height."""


def filling(make: Callable[[float], Plan], size: XY, least: float) -> Scene:
    """The picture that `make` plans for a width, as large as fits a given size and stretched to fill it.

    In less than the `least` width there is room for none.
    """
    width, height = size
    by = min(1.6, width / max(640, least), height / 360)
    while True:
        plan = make(width / by)
        if (plan.roomy and plan.least_height <= height / by) or by < 0.002:
            return scaled(plan.scene(height / by), by)
        by *= min(0.96, (height / (plan.least_height * by)) ** 0.7)
