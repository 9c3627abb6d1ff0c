"""Segments of the buyers: read from what was typed, and the canvas as one of them sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bluecanvas.canvas.format_scores import NOT_GIVEN, ScoreEntry, Stated, entry_of
from bluecanvas.canvas.format_segments import SegmentEntry
from bluecanvas.canvas.levels import CurveDraft, resolve_levels
from bluecanvas.canvas.model import Canvas, Curve, Factor, Role, Scale, Score, Segment
from bluecanvas.canvas.names import Names
from bluecanvas.canvas.naming import Naming
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.reader import said
from bluecanvas.words import Text, quoted

_T = TypeVar("_T")


def resolve_segments(
    typed: Mapping[str, SegmentEntry], factors: tuple[Factor, ...], scale: Scale, names: Naming, reader: Reader
) -> tuple[Segment, ...]:
    """The segments with every reference resolved; levels off the scale and unknown names are findings."""
    return tuple(
        Segment(
            id=id,
            name=entry.name or Text(id),
            share=entry.share,
            importance={
                factor: weight
                for factor, (weight, _) in _by_id(
                    entry.importance, names.factors, (*entry.path, "importance"), reader
                ).items()
            },
            scores=_scores(entry, factors, scale, names, reader),
            path=entry.path,
        )
        for id, entry in typed.items()
    )


def seen_by(canvas: Canvas, segment: Segment) -> Canvas:
    """The canvas as one segment sees it: its own levels, and its own weights where it has any."""
    factors = canvas.factors
    if segment.importance:
        factors = tuple(factor._replace(importance=segment.importance.get(factor.id)) for factor in factors)
    curves = tuple(
        curve._replace(scores={**curve.scores, **segment.scores[curve.id]}) if curve.id in segment.scores else curve
        for curve in canvas.curves
    )
    return canvas._replace(factors=factors, curves=curves)


def _scores(
    entry: SegmentEntry, factors: tuple[Factor, ...], scale: Scale, names: Naming, reader: Reader
) -> dict[str, Mapping[str, Score]]:
    """The segment's own levels by curve and factor, judged as those of any curve; a level it lacks is no gap."""
    stated = _by_id(entry.scores, names.curves, (*entry.path, "scores"), reader)
    drafts: list[CurveDraft] = []
    for id, (levels, path) in stated.items():
        given = _by_id(levels, names.factors, path, reader)
        own = {factor: _entry(level, at, names, reader) for factor, (level, at) in given.items()}
        scores: dict[str, Score] = {}
        curve = Curve(id=id, name=Text(id), role=Role.RIVAL, scores=scores, path=path)
        drafts.append(CurveDraft(curve, scores, own, strays=len(factors)))
    return {curve.id: curve.scores for curve in resolve_levels(drafts, factors, scale, reader)}


def _entry(stated: Stated, path: Path, names: Naming, reader: Reader) -> ScoreEntry:
    entry = entry_of(stated, path)
    if entry.value is NOT_GIVEN:
        reader.report("BC013", path, "the key `value` is missing", "add: value: …", on_key=True)
    if entry.evidence:
        entry = entry.having(evidence=names.evidence.many(entry.evidence, (*path, "evidence"), reader))
    return entry


def _by_id(typed: Mapping[str, _T], names: Names, path: Path, reader: Reader) -> dict[str, tuple[_T, Path]]:
    """What stands under names by the ids they mean, with its path."""
    found: dict[str, tuple[_T, Path]] = {}
    for word, value in typed.items():
        at = (*path, word)
        id = names.resolve(word, at, reader, on_key=True)
        if id is not None and id in found:
            message = f"{quoted(said(word))} is the {names.what} {quoted(said(id))}, which stands here already"
            reader.report("BC011", at, message, "keep one of the two", on_key=True)
        elif id is not None:
            found[id] = (value, at)
    return found
