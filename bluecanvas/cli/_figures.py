"""Figures: the blocks a canvas has by name, and the files they are written to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bluecanvas.blocks import Block, Curves, Grid
from bluecanvas.canvas.model import Canvas, Curve, Factor
from bluecanvas.cli._files import same_file
from bluecanvas.cli._writing import check_writable
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.frameworks import by_key
from bluecanvas.renderers import RENDERERS, Look, render
from bluecanvas.words import listed, suggestion

ALL = "all"
_NOT_WRITTEN = ("terminal",)


def figure(
    canvas: Canvas,
    name: str,
    language: str,
    only: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    title: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of a figure, `all` for those of every figure; CallError for a name there is none of."""
    frameworks = by_key()
    key = name.replace("_", "-")
    if key not in (*frameworks, ALL):
        raise CallError(f"there is no figure {name!r}", suggestion(name, (*frameworks, ALL)))
    chosen = frameworks.values() if key == ALL else (frameworks[key],)
    blocks: list[Block] = [block for framework in chosen for block in framework.blocks(canvas, language)]
    if not blocks:
        raise CanvasError(f"the canvas has no {name}", f"figures are {listed((*frameworks, ALL))}")
    kept = _ids(canvas, only)
    left = _ids(canvas, without)
    return tuple(_titled(_narrowed(block, kept, left), title) for block in blocks)


def media(outputs: Sequence[str], source: str) -> tuple[str, ...]:
    """The medium of each output by its ending; CallError for one there is none of, or that cannot be written."""
    known = tuple(name for name in RENDERERS.names if name not in _NOT_WRITTEN)
    ending = {"md": "markdown", **{name: name for name in known}}
    found: list[str] = []
    for output in outputs:
        suffix = Path(output).suffix.lstrip(".").lower()
        if suffix not in ending:
            endings = listed(f".{name}" for name in ending if name != "markdown")
            raise CallError(f"{output} has no ending that can be drawn", f"endings are {endings}")
        if same_file(source, output):
            raise CallError(f"{output} is the canvas itself", "name another file")
        check_writable(output)
        found.append(ending[suffix])
    return tuple(found)


def draw(paths: Sequence[str], kinds: Sequence[str], blocks: Sequence[Block], look: Look) -> list[tuple[str, bytes]]:
    """Every output as its path and its bytes; all are drawn before any is written."""
    return [(path, render(medium, blocks, look)) for path, medium in zip(paths, kinds, strict=True)]


def _narrowed(block: Block, only: frozenset[str], without: frozenset[str]) -> Block:
    if not isinstance(block, Curves) or not (only or without):
        return block
    from bluecanvas.frameworks.value_curve import narrowed

    shown = narrowed(block, only, without)
    if not shown.lines or not shown.axes:
        raise CanvasError("nothing is left to draw", "leave a curve and a factor in")
    return shown


def _titled(block: Block, title: str | None) -> Block:
    return replace(block, title=title) if title is not None and isinstance(block, Curves | Grid) else block


def _ids(canvas: Canvas, words: tuple[str, ...]) -> frozenset[str]:
    """The ids of curves and factors named by id or by name in any language."""
    things: list[Curve | Factor] = [*canvas.curves, *canvas.factors]
    found: set[str] = set()
    for word in words:
        exact = [thing.id for thing in things if thing.id == word]
        named = exact or [thing.id for thing in things if word in (thing.name, *thing.name.translations.values())]
        if not named:
            known = [thing.id for thing in things]
            raise CallError(f"there is no curve or factor {word!r}", suggestion(word, known, 30))
        found.update(named)
    return frozenset(found)
