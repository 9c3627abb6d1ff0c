"""Figures: the blocks a canvas has by name, and the files they are written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from bluecanvas.blocks import Block, Curves, Grid
from bluecanvas.canvas.model import Canvas, Curve, Factor
from bluecanvas.cli._files import same_file
from bluecanvas.cli._writing import check_writable
from bluecanvas.errors import CallError, CanvasError
from bluecanvas.frameworks import by_key
from bluecanvas.frameworks._curve_views import Facet, View, faceted, viewed
from bluecanvas.frameworks._segment_views import by_segment
from bluecanvas.renderers import RENDERERS, Look, Model, render
from bluecanvas.words import listed, suggestion

ALL = "all"
_NOT_WRITTEN = ("terminal",)
_ONE_PICTURE = ("png", "svg")
"""Media of which a file is one picture."""


def figure(
    canvas: Canvas,
    name: str,
    language: str,
    only: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    title: str | None = None,
    view: View = View(),
) -> tuple[Block, ...]:
    """The blocks of a figure, `all` for those of every figure; CallError for a name there is none of."""
    found = figures(canvas, name, language, only, without, title, view)
    return tuple(block for blocks in found.values() for block in blocks)


def figures(
    canvas: Canvas,
    name: str,
    language: str,
    only: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    title: str | None = None,
    view: View = View(),
) -> dict[str, tuple[Block, ...]]:
    """The figures a name stands for, by their own names, those without blocks left out."""
    frameworks = by_key()
    key = name.replace("_", "-")
    if key not in (*frameworks, ALL):
        raise CallError(f"there is no figure {name!r}", suggestion(name, (*frameworks, ALL)))
    chosen = frameworks if key == ALL else {key: frameworks[key]}
    blocks = {each: framework.blocks(canvas, language) for each, framework in chosen.items()}
    if not any(blocks.values()):
        raise CanvasError(f"the canvas has no {name}", f"figures are {listed((*frameworks, ALL))}")
    kept = _ids(canvas, only)
    left = _ids(canvas, without)
    if view.highlight:
        view = view._replace(highlight=_one_curve(canvas, view.highlight))

    def shown(block: Block, canvas: Canvas, view: View) -> Block:
        return _titled(_narrowed(_viewed(canvas, block, view), kept, left), title)

    def curves(canvas: Canvas, view: View) -> Curves:
        block = shown(frameworks["curves"].blocks(canvas, language)[0], canvas, view)
        assert isinstance(block, Curves)
        return block

    def finished(block: Block) -> Block:
        if isinstance(block, Curves) and view.facet is Facet.SEGMENT:
            return by_segment(canvas, curves, view)
        return _faceted(shown(block, canvas, view), view)

    return {each: tuple(map(finished, made)) for each, made in blocks.items() if made}


def media(outputs: Sequence[str], source: str) -> tuple[str, ...]:
    """The medium of each output by its ending; CallError for one there is none of, or that cannot be written."""
    found: list[str] = []
    for output in outputs:
        found.append(medium_of(output))
        if same_file(source, output):
            raise CallError(f"{output} is the canvas itself", "name another file")
        check_writable(output)
    return tuple(found)


def medium_of(output: str) -> str:
    """The medium of an output by its ending; CallError for one there is none of."""
    ending = {"md": "markdown", **{name: name for name in RENDERERS.names if name not in _NOT_WRITTEN}}
    suffix = Path(output).suffix.lstrip(".").lower()
    if suffix not in ending:
        endings = listed(f".{name}" for name in ending if name != "markdown")
        raise CallError(f"{output} has no ending that can be drawn", f"endings are {endings}")
    return ending[suffix]


def notes(canvas: Canvas, language: str, kinds: Sequence[str]) -> tuple[Block, ...]:
    """What a speaker has beside the curves, where one of the media is for speakers: the reading."""
    return tuple(by_key()["reading"].blocks(canvas, language)) if "pptx" in kinds else ()


def spread(
    paths: Sequence[str], kinds: Sequence[str], found: Mapping[str, tuple[Block, ...]], source: str
) -> list[tuple[str, str, tuple[Block, ...]]]:
    """The files of several figures, as path, medium and blocks: one each, numbered and named, where a file is a picture.

    Every other medium has pages and holds them all. CallError for a file that cannot be written.
    """
    files: list[tuple[str, str, tuple[Block, ...]]] = []
    for path, medium in zip(paths, kinds, strict=True):
        if medium not in _ONE_PICTURE or len(found) < 2:
            files.append((path, medium, tuple(block for blocks in found.values() for block in blocks)))
            continue
        target = Path(path)
        for number, (name, blocks) in enumerate(found.items(), 1):
            file = str(target.with_name(f"{target.stem}-{number}-{name}{target.suffix}"))
            media((file,), source)
            files.append((file, medium, blocks))
    return files


def draw(
    paths: Sequence[str],
    kinds: Sequence[str],
    blocks: Sequence[Block],
    look: Look,
    models: Mapping[str, Model] = MappingProxyType({}),
) -> list[tuple[str, bytes]]:
    """Every output as its path and its bytes, in the looks of its medium's model; all are drawn before any is written."""
    looks = {medium: look._replace(like=models.get(medium)) for medium in kinds}
    return [(path, render(medium, blocks, looks[medium])) for path, medium in zip(paths, kinds, strict=True)]


def _viewed(canvas: Canvas, block: Block, view: View) -> Block:
    if not isinstance(block, Curves) or view == View():
        return block
    return viewed(canvas, block, view)


def _faceted(block: Block, view: View) -> Block:
    if not isinstance(block, Curves) or view.facet is None:
        return block
    return faceted(block)


def _one_curve(canvas: Canvas, word: str) -> str:
    """The id of the one curve named by id or name; CallError for a name of none, or of several."""
    found = [curve.id for curve in canvas.curves if curve.id in _ids(canvas, (word,))]
    if len(found) != 1:
        known = [curve.id for curve in canvas.curves]
        raise CallError(f"{word!r} is not one curve of the canvas", suggestion(word, known, 30))
    return found[0]


def _narrowed(block: Block, only: frozenset[str], without: frozenset[str]) -> Block:
    if not isinstance(block, Curves) or not (only or without):
        return block
    from bluecanvas.frameworks.value_curve import narrowed

    shown = narrowed(block, only, without)
    if not shown.lines or not shown.axes:
        raise CallError("nothing is left to draw", "leave a curve and a factor in")
    return shown


def _titled(block: Block, title: str | None) -> Block:
    return block._replace(title=title) if title is not None and isinstance(block, Curves | Grid) else block


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
